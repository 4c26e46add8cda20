//! The words that files use, in the languages of their publishers: `assets/vocabulary/*.csv`.

pub(in crate::read) mod codes;
pub(in crate::read) mod deciding;
pub(in crate::read) mod letters;
pub(in crate::read) mod majorities;
pub(in crate::read) mod phrases;
pub(in crate::read) mod results;
pub(in crate::read) mod words;

mod notes;
mod positions;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::Position;
use crate::read::mapping::Role;
use crate::read::vocabulary::words::header_words;

pub use notes::position;
pub(super) use notes::without_note;
pub(super) use positions::Together;
pub use positions::{Language, language_of, meanings};

/// What a line above the header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Id,
    Title,
    Date,
    Chamber,
    Procedure,
    Source,
    Seats,
    For,
    Against,
    Abstain,
    Party,
    Rule,
    Result,
    Requirement,
}

/// How well a header matches a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// The header begins or ends with known words.
    Part,
    /// The whole header is known.
    Whole,
}

static HEADERS: LazyLock<HashMap<String, Role>> = LazyLock::new(|| {
    rows(include_str!("../../assets/vocabulary/columns.csv"))
        .filter_map(|(key, header)| Some((header_words(header).concat(), Role::from_key(key)?)))
        .collect()
});

static LABELS: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    rows(include_str!("../../assets/vocabulary/metadata.csv"))
        .filter_map(|(key, label)| Some((header_words(label).concat(), field(key)?)))
        .collect()
});

/// Words in headers and titles: of votes that are somebody else's, for what is voted on, for who was there, and of elections.
static ANOTHER: LazyLock<HashSet<String>> =
    LazyLock::new(|| words(include_str!("../../assets/vocabulary/another.csv")));
static STAGES: LazyLock<HashSet<String>> =
    LazyLock::new(|| words(include_str!("../../assets/vocabulary/stages.csv")));
static MOTIONS: LazyLock<HashSet<String>> =
    LazyLock::new(|| words(include_str!("../../assets/vocabulary/motions.csv")));
static ATTENDANCE: LazyLock<HashSet<String>> =
    LazyLock::new(|| words(include_str!("../../assets/vocabulary/attendance.csv")));
static ELECTIONS: LazyLock<HashSet<String>> =
    LazyLock::new(|| words(include_str!("../../assets/vocabulary/elections.csv")));

fn words(table: &'static str) -> HashSet<String> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|word| header_words(word).join(" "))
        .collect()
}

/// True for a header that speaks of a vote other than that of the member in the row: the party's line, an earlier stage.
pub(super) fn is_of_another(header: &str) -> bool {
    let words = header_words(header);
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    words.iter().cloned().chain(pairs).any(|word| ANOTHER.contains(&word))
}

/// True for a header of votes that speaks of an earlier stage: `first reading vote`.
pub(super) fn is_of_stage(header: &str) -> bool {
    let words = header_words(header);
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    words.iter().cloned().chain(pairs).any(|word| STAGES.contains(&word))
}

/// True for a header that says no more than that something is numbered: `id`, `uid`.
pub(super) fn is_bare_id(header: &str) -> bool {
    matches!(
        header_words(header).concat().as_str(),
        "id" | "uid" | "identificador" | "identifiant" | "identificativo"
    )
}

/// True for a title that says who was there.
pub(super) fn speaks_of_attendance(text: &str) -> bool {
    let words = header_words(text);
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    words.iter().cloned().chain(pairs).any(|word| ATTENDANCE.contains(&word))
}

/// True for a text that speaks of an election.
pub(super) fn speaks_of_election(text: &str) -> bool {
    header_words(text).iter().any(|word| ELECTIONS.contains(word))
}

/// True for a header over the seats that a party has, or over its members.
pub(super) fn says_seats(header: &str) -> bool {
    role(header) == Some((Role::Seats, Match::Whole)) || header_words(header) == ["members"]
}

/// True for a header that says that something is numbered: `vote no`, `número de votación`.
pub(super) fn says_number(header: &str) -> bool {
    const NUMBERS: [&str; 16] = [
        "id",
        "uid",
        "no",
        "nr",
        "num",
        "number",
        "numero",
        "nummer",
        "numer",
        "cislo",
        "ref",
        "index",
        "key",
        "uuid",
        "номер",
        "αριθμος",
    ];
    header_words(header).iter().any(|word| NUMBERS.contains(&word.as_str()))
}

/// True for a reduced word for what is voted on: act, motion, Antrag.
pub(super) fn is_motion(word: &str) -> bool {
    MOTIONS.contains(word)
}

/// A number or a date: most cells of large tables, and no word of any language.
fn is_figure(cell: &str) -> bool {
    let is_of_figure = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'/' | b':');
    cell.bytes().all(is_of_figure) && cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// A header or label longer than this is a sentence, in any writing.
const LONGEST: usize = 400;

/// The role of a column with this header. Where only part of the header is known, the last words count
/// before the first (`vote date` is a date), and more words before fewer.
pub(super) fn role(header: &str) -> Option<(Role, Match)> {
    const MOST_WORDS: usize = 8;
    if header.len() > LONGEST {
        return None;
    }
    let words = header_words(header);
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    if let Some(&role) = HEADERS.get(&words.concat()) {
        return Some((role, Match::Whole));
    }
    // A weight inside the member (`member.shares`) is declared as much as one beside it.
    let last_key = header.rsplit_once('.').map(|(_, key)| header_words(key).concat());
    let last_key = last_key.filter(|key| !key.is_empty());
    if last_key.as_ref().is_some_and(|key| HEADERS.get(key) == Some(&Role::Weight)) {
        return Some((Role::Weight, Match::Whole));
    }
    (1..words.len()).find_map(|dropped| {
        let known = |part: &[String]| HEADERS.get(&part.concat()).map(|&role| (role, Match::Part));
        // What `member.party_size` is inside of says nothing of it.
        let is_path = last_key.is_some();
        known(&words[dropped..]).or_else(|| known(&words[..words.len() - dropped]).filter(|_| !is_path))
    })
}

/// The position whose count or whose mark a column with this header holds: `nb_pour`, `votes_against`,
/// `TotalSi`, `IsVoteYea`, `ja`.
pub(super) fn counted_position(header: &str) -> Option<Position> {
    const FILLERS: [&str; 46] = [
        "aantal",
        "adet",
        "antal",
        "antall",
        "arv",
        "broj",
        "fjoldi",
        "kpl",
        "lukumaara",
        "skaicius",
        "skaits",
        "stevilo",
        "aanestys",
        "anzahl",
        "cantidad",
        "count",
        "counts",
        "de",
        "declared",
        "is",
        "liczba",
        "nb",
        "nombre",
        "no",
        "nr",
        "num",
        "number",
        "numero",
        "of",
        "pocet",
        "stimmen",
        "sum",
        "total",
        "totals",
        "tot",
        "totale",
        "totales",
        "tulos",
        "vote",
        "voted",
        "votes",
        "voti",
        "votos",
        "voix",
        "vot",
        "n",
    ];
    const MOST_WORDS: usize = 6;
    let words = header_words(header);
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    position_within(&words, &FILLERS)
}

/// The position that the words name once words around it are taken off, from the front where that leaves one: `no count` is one of
/// those against, and `no yes` numbers those for.
pub(super) fn position_within(words: &[String], around: &[&str]) -> Option<Position> {
    // A key may have its words in one: `Zdržel_a_se`, `मतदानसेविरत`.
    let whole = positions::position_of_plain(&words.join(" "));
    if let Some(position) = whole.or_else(|| positions::position_of_joined(&words.concat())) {
        return Some(position);
    }
    let is_around = |word: Option<&String>| word.is_some_and(|word| around.contains(&word.as_str()));
    let without_first = || words.get(1..).filter(|_| is_around(words.first()));
    let without_last = || words.get(..words.len().wrapping_sub(1)).filter(|_| is_around(words.last()));
    let found = |rest: Option<&[String]>| rest.and_then(|rest| position_within(rest, around));
    found(without_first()).or_else(|| found(without_last()))
}

/// The same for headers that stand side by side: what `Ne` means (no beside `Ano`, yes beside `Όχι`) the others tell.
pub(super) fn counted_positions<'a>(
    headers: impl Iterator<Item = &'a str> + Clone,
) -> impl Iterator<Item = Option<Position>> {
    let together = Together::where_needed(headers.clone());
    headers.map(move |header| counted_position(header).or_else(|| together.position(header)))
}

/// What a line above the header with this label says.
pub(super) fn label(text: &str) -> Option<Field> {
    if text.len() > LONGEST {
        return None;
    }
    LABELS.get(&header_words(text).concat()).copied()
}

fn field(key: &str) -> Option<Field> {
    Some(match key {
        "id" => Field::Id,
        "title" => Field::Title,
        "date" => Field::Date,
        "chamber" => Field::Chamber,
        "procedure" => Field::Procedure,
        "source" => Field::Source,
        "seats" => Field::Seats,
        "for" => Field::For,
        "against" => Field::Against,
        "abstain" => Field::Abstain,
        "party" => Field::Party,
        "rule" => Field::Rule,
        "result" => Field::Result,
        "requirement" => Field::Requirement,
        _ => return None,
    })
}

/// The lines below the header that are no comments.
fn records(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().skip(1).filter(|line| !line.starts_with('#'))
}

/// Key and text of each line; the text may be in quotation marks.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    records(table).filter_map(|line| line.split_once(',')).map(|(key, text)| (key, text.trim_matches('"')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_line_of_the_tables_is_understood_and_stands_once() {
        type Table = (&'static str, fn(&str) -> bool, fn(&str) -> String);
        let tables: [Table; 2] = [
            (
                include_str!("../../assets/vocabulary/columns.csv"),
                |key| Role::from_key(key).is_some(),
                |header| header_words(header).concat(),
            ),
            (
                include_str!("../../assets/vocabulary/metadata.csv"),
                |key| field(key).is_some(),
                |label| header_words(label).concat(),
            ),
        ];
        for (table, known, reduced) in tables {
            let mut seen = HashSet::new();
            for (key, word) in rows(table) {
                assert!(known(key) && !is_figure(word), "{key},{word}");
                assert!(seen.insert(reduced(word)), "{key},{word} stands twice");
            }
        }
    }

    #[test]
    fn words_that_begin_alike_are_not_confused() {
        for (word, expected) in [
            ("No", Position::Against),
            ("No vota", Position::NotVoting),
            ("No votó", Position::NotVoting),
            ("No Vote Recorded", Position::NotVoting),
            ("Non", Position::Against),
            ("Non-votant", Position::NotVoting),
            ("nonVotant", Position::NotVoting),
            ("Ei", Position::Against),
            ("Jaa", Position::For),
            ("Contre", Position::Against),
            ("Enthaltung", Position::Abstain),
            ("ABSTENCIÓN", Position::Abstain),
            ("Não", Position::Against),
            ("Astenuto", Position::Abstain),
            ("Inconnu", Position::Unknown),
        ] {
            assert_eq!(position(word), Some(expected), "{word}");
        }
        for code in ["0", "1", "6", "9", "A", "K", "X", "+", "-", "--", "P", ""] {
            assert_eq!(position(code), None, "{code}: a code is never guessed");
        }
    }

    #[test]
    fn headers_of_counts_and_marks() {
        for (header, expected) in [
            ("nb_pour", Some(Position::For)),
            ("votes_against", Some(Position::Against)),
            ("votes_in_favor", Some(Position::For)),
            ("TotalSi", Some(Position::For)),
            ("TotalNo", Some(Position::Against)),
            ("yea_count", Some(Position::For)),
            ("IsVoteNay", Some(Position::Against)),
            ("AanestysTulosJaa", Some(Position::For)),
            ("Enthaltung", Some(Position::Abstain)),
            ("nb_votants", None),
            ("total", None),
            ("Name", None),
        ] {
            assert_eq!(counted_position(header), expected, "{header}");
        }
    }

    #[test]
    fn headers_lead_to_roles() {
        for (header, expected) in [
            ("Vote", Role::Position),
            ("vote_date", Role::VoteDate),
            ("vote_id", Role::VoteId),
            ("place_hemicycle", Role::Seat),
            ("_ideCadastro", Role::Id),
            ("PersonOfficialFirstName", Role::FirstName),
            ("Fraktion/Gruppe", Role::Party),
            ("Nom du député", Role::Name),
            ("ApellidoMaterno", Role::SecondLastName),
        ] {
            assert_eq!(role(header).map(|(role, _)| role), Some(expected), "{header}");
        }
        assert_eq!(role("Shoe size"), None);
    }
}

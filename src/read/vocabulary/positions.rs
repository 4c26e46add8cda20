//! The words for positions (`assets/vocabulary/positions.csv`), and what languages they are words of.
//!
//! Goes in: a word, or all the words of a column. Comes out: the position it stands for, in every language or in
//! the language that the words have in common. Must not know: tables, headers.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{is_figure, records};
use crate::model::Position;
use crate::read::vocabulary::words::{header_words, plain};

pub(super) const TABLE: &str = include_str!("../../../assets/vocabulary/positions.csv");

/// A language that the vocabulary has words of: its place in the list of all of them, by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u8);

impl Language {
    /// Its code in ISO 639-1; `zxx` stands for signs of no language.
    #[must_use]
    pub fn code(self) -> &'static str {
        VOCABULARY.languages[usize::from(self.0)]
    }

    fn bit(self) -> u64 {
        1 << self.0
    }
}

/// One line of the table.
pub(super) struct Line {
    pub(super) position: Position,
    pub(super) word: String,
    /// Codes, parted by blanks.
    pub(super) languages: &'static str,
}

/// The lines of the table, in its order, with those that are not understood left out.
pub(super) fn lines() -> impl Iterator<Item = Line> {
    records(TABLE).filter_map(|record| {
        let (key, rest) = record.split_once(',')?;
        let (word, languages) = rest.rsplit_once(',')?;
        let word = word.trim_matches('"').replace("\"\"", "\"");
        Some(Line { position: Position::from_key(key)?, word, languages })
    })
}

/// What one word means.
#[derive(Default)]
struct Entry {
    /// By language, then in the order of the table.
    meanings: Vec<(Language, Position)>,
    /// Where it means the same in all of them.
    position: Option<Position>,
}

struct Vocabulary {
    /// Codes, in alphabetical order.
    languages: Vec<&'static str>,
    words: HashMap<String, Entry>,
    /// Phrases of several words with nothing between them, where one position is meant.
    joined: HashMap<String, Option<Position>>,
    /// Words with several meanings are no longer than this, in bytes as files write them.
    longest_ambiguous: usize,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut languages: Vec<&'static str> =
        lines().flat_map(|line| line.languages.split_whitespace()).collect();
    languages.sort_unstable();
    languages.dedup();
    let mut words: HashMap<String, Entry> = HashMap::new();
    let mut longest_ambiguous = 0;
    for line in lines() {
        let entry = words.entry(plain(&line.word)).or_default();
        for code in line.languages.split_whitespace() {
            let index = languages.binary_search(&code).unwrap_or_default();
            entry.meanings.push((Language(index as u8), line.position));
        }
        entry.meanings.sort_by_key(|&(language, _)| language);
        entry.position = agreed(entry.meanings.iter().map(|&(_, position)| position));
        if entry.position.is_none() {
            longest_ambiguous = longest_ambiguous.max(line.word.len());
        }
    }
    let mut joined: HashMap<String, Option<Position>> = HashMap::new();
    for (phrase, entry) in &words {
        let parts = header_words(phrase);
        if parts.len() > 1 {
            let known = joined.entry(parts.concat().replace('\'', "")).or_insert(entry.position);
            *known = known.filter(|known| entry.position == Some(*known));
        }
    }
    Vocabulary { languages, words, joined, longest_ambiguous }
});

/// The one position among these.
fn agreed(mut positions: impl Iterator<Item = Position>) -> Option<Position> {
    let first = positions.next()?;
    positions.all(|position| position == first).then_some(first)
}

/// Endings that say that a word holds for women, for several, or for both: `absent(e)`, `nehlasoval/a`.
const ENDINGS: [&str; 16] =
    ["a", "e", "s", "es", "as", "o", "i", "la", "á", "y", "а", "ла", "ась", "лась", "ה", "ת"];

fn entry(word: &str) -> Option<&'static Entry> {
    const LONGEST_WORD: usize = 96;
    if word.len() > LONGEST_WORD || is_figure(word) {
        return None;
    }
    let words = &VOCABULARY.words;
    if let Some(entry) = words.get(&plain(word)) {
        return Some(entry);
    }
    // `DID_NOT_VOTE`, `notVoting`.
    let is_joined = word.contains('_') || word.chars().skip(1).any(char::is_uppercase);
    let joined = is_joined.then(|| words.get(&header_words(word).join(" "))).flatten();
    joined.or_else(|| without_ending(word).and_then(|word| words.get(&plain(&word))))
}

/// The word before the ending that holds for others: `Zdržel(a) se` is `Zdržel se`.
fn without_ending(word: &str) -> Option<String> {
    let (before, rest) = word.split_once(['(', '/'])?;
    if !before.ends_with(char::is_alphabetic) {
        return None;
    }
    let ending: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let after = &rest[ending.len()..];
    let after = if word[before.len()..].starts_with('(') { after.strip_prefix(')')? } else { after };
    ENDINGS.contains(&ending.to_lowercase().as_str()).then(|| format!("{before}{after}"))
}

/// The position that a word stands for, where it is the same in every language that has the word. What a word
/// like `Ne` means (no in Czech, yes in Greek) only the words beside it can tell: [`Together`].
#[must_use]
pub(super) fn position(word: &str) -> Option<Position> {
    entry(word)?.position
}

/// The position of a phrase that is in the plain form already.
pub(super) fn position_of_plain(phrase: &str) -> Option<Position> {
    VOCABULARY.words.get(phrase)?.position
}

/// The position of a phrase whose words stand together without spaces: `zdrzelase`.
pub(super) fn position_of_joined(phrase: &str) -> Option<Position> {
    VOCABULARY.joined.get(&phrase.replace('\'', "")).copied().flatten()
}

/// Everything that a word stands for, by language; nothing where no language has it.
#[must_use]
pub fn meanings(word: &str) -> &'static [(Language, Position)] {
    entry(word).map_or(&[], |entry| &entry.meanings)
}

/// The language in which most of the words stand for positions, for and against among them. Where several fit
/// as well and agree on every word (`Za`, `Protiv`), the first by code; where they disagree, none.
#[must_use]
pub fn language_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Language> {
    let words: Vec<&str> = words.into_iter().collect();
    let together = Together::of(words.iter().copied());
    if together.num_known * 2 <= words.len() {
        return None;
    }
    let found = |language: Language, wanted: Position| {
        words.iter().any(|word| meanings(word).contains(&(language, wanted)))
    };
    let fitting: Vec<Language> = together
        .languages()
        .filter(|&language| found(language, Position::For) && found(language, Position::Against))
        .collect();
    let (&first, others) = fitting.split_first()?;
    let readings = |language: Language| -> Vec<HashSet<Position>> {
        let of_word = |word: &&str| {
            meanings(word).iter().filter(|&&(of, _)| of == language).map(|&(_, position)| position).collect()
        };
        words.iter().map(of_word).collect()
    };
    others.iter().all(|&other| readings(other) == readings(first)).then_some(first)
}

/// What words with several meanings stand for among the others of their column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Together {
    /// A bit for each language that has as many of the words as any.
    languages: u64,
    /// How many words those languages have.
    num_known: usize,
    /// Some of the words is for or against in one of them.
    has_sides: bool,
}

impl Together {
    /// What the words have in common.
    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let known: Vec<&[(Language, Position)]> =
            words.map(meanings).filter(|meanings| !meanings.is_empty()).collect();
        let mut counts = vec![0_usize; VOCABULARY.languages.len()];
        for meanings in &known {
            let mut last = None;
            for &(language, _) in *meanings {
                if last != Some(language) {
                    counts[usize::from(language.0)] += 1;
                }
                last = Some(language);
            }
        }
        let num_known = counts.iter().copied().max().unwrap_or_default();
        let fits = |&(index, &count): &(usize, &usize)| count == num_known && index < 64;
        let best = counts.iter().enumerate().filter(fits);
        let languages = if num_known == 0 { 0 } else { best.fold(0, |set, (index, _)| set | 1 << index) };
        let is_side = |&(language, position): &(Language, Position)| {
            matches!(position, Position::For | Position::Against) && languages & language.bit() != 0
        };
        let has_sides = known.iter().any(|meanings| meanings.iter().any(is_side));
        Self { languages, num_known, has_sides }
    }

    /// The same, where one of the words has several meanings; else nothing, without looking at them all.
    pub(in super::super) fn where_needed<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Self {
        let longest = VOCABULARY.longest_ambiguous;
        let is_ambiguous =
            |word: &str| word.len() <= longest && entry(word).is_some_and(|entry| entry.position.is_none());
        if words.clone().any(is_ambiguous) { Self::of(words) } else { Self::default() }
    }

    /// The position that a word stands for in all of these languages. A word for being present that is also one
    /// for abstaining (Greek `Παρών`) is an abstention beside words for a side.
    pub(in super::super) fn position(self, word: &str) -> Option<Position> {
        let of_these = meanings(word)
            .iter()
            .filter(|(language, _)| self.languages & language.bit() != 0)
            .map(|&(_, position)| position);
        if let Some(position) = agreed(of_these.clone()) {
            return Some(position);
        }
        let mut of_these = of_these.peekable();
        of_these.peek()?;
        of_these
            .all(|position| matches!(position, Position::Abstain | Position::Present))
            .then_some(if self.has_sides { Position::Abstain } else { Position::Present })
    }

    fn languages(self) -> impl Iterator<Item = Language> {
        (0..VOCABULARY.languages.len() as u8).map(Language).filter(move |l| self.languages & l.bit() != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a position stands in the table, for each language.
    fn place(position: Position) -> usize {
        const ORDER: [Position; 11] = [
            Position::For,
            Position::Against,
            Position::Abstain,
            Position::Present,
            Position::NotVoting,
            Position::Absent,
            Position::Excused,
            Position::Paired,
            Position::Presiding,
            Position::Unknown,
            Position::Vacant,
        ];
        ORDER.iter().position(|&other| other == position).unwrap_or(usize::MAX)
    }

    #[test]
    fn every_line_is_understood_and_stands_once_in_its_order() {
        assert_eq!(lines().count(), records(TABLE).count(), "a line without a position or a language");
        let mut seen = HashSet::new();
        let mut last = None;
        for line in lines() {
            let word = plain(&line.word);
            assert!(!word.is_empty() && !is_figure(&line.word), "{}", line.word);
            assert!(seen.insert((line.position, word.clone())), "{} stands twice", line.word);
            let codes: Vec<&str> = line.languages.split_whitespace().collect();
            let is_code =
                |code: &&str| (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
            assert!(!codes.is_empty() && codes.iter().all(is_code), "{}: {codes:?}", line.word);
            assert!(codes.is_sorted_by(|one, two| one < two), "{}: {codes:?}", line.word);
            let key = Some((codes[0], place(line.position), word));
            assert!(last <= key, "{} stands in the wrong place", line.word);
            last = key;
        }
        assert!(VOCABULARY.languages.len() <= 64, "a set of languages has 64 bits");
    }

    #[test]
    fn every_language_has_both_sides() {
        for (index, code) in VOCABULARY.languages.iter().enumerate() {
            for side in [Position::For, Position::Against] {
                let meaning = (Language(index as u8), side);
                let has_word = VOCABULARY.words.values().any(|entry| entry.meanings.contains(&meaning));
                assert!(has_word, "{code} has no word for {side:?}");
            }
        }
    }

    #[test]
    fn a_word_of_two_meanings_means_nothing_alone() {
        for word in ["Ne", "NE", "jo", "AB", "Παρών", "ΠΑΡΩΝ", "παρούσα", "白票"] {
            assert_eq!(position(word), None, "{word}");
            assert!(meanings(word).len() > 1, "{word}");
        }
        let sides = |word: &str| -> Vec<Position> {
            let mut sides: Vec<Position> = meanings(word).iter().map(|&(_, position)| position).collect();
            sides.sort();
            sides.dedup();
            sides
        };
        assert_eq!(sides("ne"), [Position::For, Position::Against]);
        assert_eq!(sides("Jo"), [Position::For, Position::Against]);
        assert_eq!(position("Nein"), Some(Position::Against));
        assert!(meanings("Hvadbehager").is_empty());
    }

    #[test]
    fn the_words_beside_it_tell_what_it_means() {
        use Position::{Absent, Abstain, Against, For, NotVoting, Present};
        for (words, expected) in [
            (&["Ano", "Ne"][..], &[Some(For), Some(Against)][..]),
            (&["Taip", "Ne", "Susilaikė"], &[Some(For), Some(Against), Some(Abstain)]),
            (&["Jes", "Ne"], &[Some(For), Some(Against)]),
            (&["Ne", "Ochi"], &[Some(For), Some(Against)]),
            (&["Ne"], &[None]),
            (&["Ne", "Nehlasoval"], &[Some(Against), Some(NotVoting)]),
            (&["Ne", "Absent"], &[None, Some(Absent)]),
            (&["Jo", "Neen"], &[Some(For), Some(Against)]),
            (&["Po", "Jo", "Abstenim"], &[Some(For), Some(Against), Some(Abstain)]),
            (&["DA", "NU", "AB"], &[Some(For), Some(Against), Some(Abstain)]),
            (&["Yes", "No", "AB"], &[Some(For), Some(Against), None]),
            (&["ΝΑΙ", "ΟΧΙ", "ΠΑΡΩΝ"], &[Some(For), Some(Against), Some(Abstain)]),
            (&["Παρών", "Απών"], &[Some(Present), Some(Absent)]),
            (&["賛成", "青票", "白票"], &[Some(For), Some(Against), Some(For)]),
            (&["贊成", "反對", "白票"], &[Some(For), Some(Against), Some(Abstain)]),
        ] {
            let together = Together::where_needed(words.iter().copied());
            let found: Vec<Option<Position>> =
                words.iter().map(|word| position(word).or_else(|| together.position(word))).collect();
            assert_eq!(found, expected, "{words:?}");
        }
    }

    #[test]
    fn the_language_of_a_set_of_words() {
        for (words, expected) in [
            (&["Ja", "Nein", "Enthaltung"][..], Some("de")),
            (&["Ja", "Nej"], Some("da")),
            (&["Ano", "Ne", "Zdržel se"], Some("cs")),
            (&["Taip", "Ne"], Some("lt")),
            (&["Po", "Jo"], Some("sq")),
            (&["За", "Против", "Уздржан"], Some("sr")),
            (&["yes", "no", "absent", "Smith", "Jones"], Some("en")),
            (&["✓", "✗"], Some("zxx")),
            // One side, no word, most of them of no language.
            (&["Ja", "Enthaltung"], None),
            (&["Emma", "Liam"], None),
            (&[], None),
            (&["yes", "no", "Ann", "Bob", "Cid"], None),
            // Yes in one language, no in another.
            (&["Ne"], None),
        ] {
            let language = language_of(words.iter().copied()).map(Language::code);
            assert_eq!(language, expected, "{words:?}");
        }
    }

    #[test]
    fn endings_for_women_and_for_several() {
        for (word, expected) in [
            ("Absent(e)", Some(Position::Absent)),
            ("Zdržel(a) se", Some(Position::Abstain)),
            ("Astenuto/a", Some(Position::Abstain)),
            ("воздержался(ась)", Some(Position::Abstain)),
            ("Wstrzymał/a się", Some(Position::Abstain)),
            // No ending.
            ("Yes/No", None),
            ("Aye/Nay", None),
            ("Yes (T)", None),
            ("(a)", None),
            ("/a", None),
            ("Yes(a", None),
        ] {
            assert_eq!(position(word), expected, "{word}");
        }
    }
}

//! Where the ballots of a table may stand: in one column, in a block of columns, or as marks under positions.
//!
//! Goes in: headers and cells as codes. Comes out: few [`Place`]s, always the same, each with its words. Which of them is right is
//! decided elsewhere, by what each makes of the rows. Must not know: keys, roles.

use std::collections::{HashMap, HashSet};

use super::ballot_words::{BallotWords, Kind, Lexicon, is_code};
use super::coded::{BLANK, Coded, Column};
use super::heads::{Head, Says, Sure, form, look_like_members, names_a_vote};
use super::limits::{FEW_COLUMNS, KNOWN_TENTHS, MANY_COLUMNS, MOST_PLACES, MOST_WORDS};
use crate::model::Position;
use crate::read::codes::Codes;
use crate::read::mapping::Role;
use crate::read::profile::is_number;
use crate::read::results;
use crate::read::vocabulary::{self, Match};
use crate::read::words::plain;

/// Where ballots stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) enum Place {
    /// Nowhere.
    #[default]
    Nothing,
    /// In one column: a row is a ballot.
    Column(usize),
    /// In several columns: each is a vote, or each is a member.
    Columns(Vec<usize>),
    /// In several columns, each a position that is marked (`ja`, `nein`, `Enthaltung`): a row is a ballot.
    Marks(Vec<usize>),
}

impl Place {
    /// Its columns, in the order of the table.
    pub(in crate::read) fn columns(&self) -> Vec<usize> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Column(column) => vec![*column],
            Self::Columns(columns) | Self::Marks(columns) => columns.clone(),
        }
    }
}

/// A place with its words.
#[derive(Clone, Debug)]
pub(in crate::read) struct Found {
    /// Where.
    pub(in crate::read) place: Place,
    /// The words there.
    pub(in crate::read) words: BallotWords,
    /// What the header says, or the headers of most of the columns.
    pub(in crate::read) says: Says,
    /// Columns of the same words that are not in it.
    pub(in crate::read) left: usize,
}

/// What is looked at to find places.
#[derive(Clone, Copy)]
pub(in crate::read) struct Finder<'a> {
    pub(in crate::read) table: &'a Coded<'a>,
    pub(in crate::read) heads: &'a [Head],
    pub(in crate::read) has_header: bool,
    pub(in crate::read) lexicon: Lexicon<'a>,
    /// The header that gives a publisher of codes away.
    publisher: Option<&'a str>,
}

impl<'a> Finder<'a> {
    /// A search for the places of a table.
    pub(in crate::read) fn new(
        table: &'a Coded<'a>,
        heads: &'a [Head],
        has_header: bool,
        lexicon: Lexicon<'a>,
    ) -> Self {
        let publisher =
            heads.iter().map(|head| head.text.as_str()).find(|header| Codes::are_named_by(header));
        Self { table, heads, has_header, lexicon, publisher: publisher.filter(|_| has_header) }
    }
}

impl Finder<'_> {
    /// All places of a table, the likeliest first.
    pub(in crate::read) fn places(self) -> Vec<Found> {
        let Self { table, heads, .. } = self;
        let mut found: Vec<Found> = Vec::new();
        found.extend(marks(table, heads));
        let block = self.block().or_else(|| block_of_codes(table, heads));
        let in_block: HashSet<usize> = block.iter().flatten().copied().collect();
        let mut singles: Vec<Found> =
            (0..table.columns.len()).filter_map(|column| self.single(column, &in_block)).collect();
        let views: Vec<usize> = singles.iter().flat_map(|found| found.place.columns()).collect();
        singles.sort_by_key(|found| (found.words.kind, found.says));
        let is_own = |found: &Found| !views.iter().any(|&finer| is_coarser_view(table, found, finer));
        // Thousands of columns are compared only until enough are found.
        found.extend(singles.into_iter().filter(is_own).take(MOST_PLACES));
        if let Some(columns) = block.filter(|columns| columns.len() >= FEW_COLUMNS) {
            let mut words =
                BallotWords::of(columns.iter().map(|&column| &table.columns[column]), self.lexicon);
            let texts = columns.iter().flat_map(|&column| table.columns[column].texts.iter().copied());
            if words.kind > Kind::YesNo && self.publisher(texts.clone()).is_some() {
                words = BallotWords { kind: Kind::Sides, has_sides: true, known: words.filled, ..words };
            }
            let says = says_of_block(heads, &columns);
            found.push(Found { place: Place::Columns(columns), words, says, left: 0 });
        }
        found
    }
}

/// What the headers of a block say: that it is the vote where one of three or more does, else what most of them say.
fn says_of_block(heads: &[Head], columns: &[usize]) -> Says {
    let says = |wanted: Says| columns.iter().filter(|&&column| heads[column].says == wanted).count();
    if columns.len() > FEW_COLUMNS
        && says(Says::Vote) > 0
        && says(Says::Vote) + says(Says::Part) < columns.len()
    {
        return Says::Vote;
    }
    let with_part = says(Says::Vote) + says(Says::Part);
    // `Vote` beside `Final vote` is one of them.
    if says(Says::Vote) > 0 && with_part == columns.len() {
        return Says::Vote;
    }
    if with_part * 2 > columns.len() { Says::Part } else { Says::Nothing }
}

impl Finder<'_> {
    /// The publisher whose codes these texts are, if that is beyond doubt.
    fn publisher<'t>(self, texts: impl Iterator<Item = &'t str> + Clone) -> Option<Codes> {
        if !self.has_header {
            return Codes::of(&[], false, texts);
        }
        // The one header that gives the publisher away; a table may have thousands.
        let header = self.publisher?;
        Codes::of(&[header.to_owned()], true, texts)
    }

    /// True for `votes in favour` over numbers: it counts them.
    fn counts_votes(self, column: usize) -> bool {
        let names = self.has_header && vocabulary::counted_position(&self.heads[column].text).is_some();
        names && self.table.columns[column].texts.iter().all(|text| is_number(text))
    }

    /// One column, where it can hold ballots.
    fn single(self, column: usize, block: &HashSet<usize>) -> Option<Found> {
        let Self { table, heads, lexicon, .. } = self;
        let (cells, head) = (&table.columns[column], &heads[column]);
        // `decision` over nothing but results says what became of votes.
        if results::is_label(&head.text)
            && self.has_header
            && cells.texts.iter().all(|text| results::exact(text).is_some())
        {
            return None;
        }
        if self.counts_votes(column) {
            return None;
        }
        let may_be_coded = head.says < Says::Nothing || !self.has_header;
        let publisher = self.publisher(cells.texts.iter().copied()).filter(|_| may_be_coded);
        let filled = cells.filled();
        if filled == 0 || head.says == Says::Else {
            return None;
        }
        let mut words = BallotWords::of(std::iter::once(cells), lexicon);
        if let Some(codes) = publisher {
            // A known publisher's codes are as good as words.
            let is_known =
                cells.texts.iter().all(|text| codes.position(text).is_some()) && filled * 10 > table.rows * 9;
            if is_known && words.kind > Kind::YesNo {
                words = BallotWords { kind: Kind::Sides, has_sides: true, known: filled, ..words };
            }
        }
        // A sentence, or a value that holds several, is no word for a position.
        let are_words = cells.texts.iter().filter(|text| text.chars().count() > LONGEST_WORD * 2).count() * 5
            <= cells.distinct();
        let speaks = matches!(head.says, Says::Vote | Says::Part) && are_words;
        let is_known = words.known * 10 >= filled * KNOWN_TENTHS && filled * 2 >= table.rows;
        // A letter that stands alone is a vote only where the header says so: `N` under `void` is not.
        let is_one_letter = cells.distinct() == 1 && cells.texts[0].len() == 1;
        // One text throughout is a fact about the vote, unless the header says otherwise.
        let is_constant = cells.distinct() == 1 && table.rows > FEW_COLUMNS;
        let is_vote = words.has_sides && is_known && !is_one_letter && !is_constant
            || speaks
                && words.distinct <= MOST_WORDS
                && (words.has_sides || can_be_asked(&words, head, table.rows))
            || head.says == Says::Vote && words.has_sides;
        if !is_vote || (words.kind == Kind::Codes || words.kind == Kind::Unknown) && !speaks {
            return None;
        }
        let left = if block.contains(&column) { block.len().saturating_sub(1) } else { 0 };
        Some(Found { place: Place::Column(column), words, says: head.says, left })
    }
}

/// True where another column says what a place says, and more: `zdržel se` beside `against`. The coarser of two views of one vote
/// is no vote of its own.
fn is_coarser_view(table: &Coded<'_>, found: &Found, finer: usize) -> bool {
    let Place::Column(column) = found.place else { return false };
    let (cells, finer) = (&table.columns[column], &table.columns[finer]);
    if finer.distinct() <= cells.distinct() || !found.words.has_sides {
        return false;
    }
    let mut beside: Vec<u32> = vec![BLANK; finer.distinct()];
    let agrees = |(&one, &other): (&u32, &u32)| {
        let Some(known) = beside.get_mut(one as usize) else { return other == BLANK };
        if *known == BLANK {
            *known = other;
        }
        *known == other
    };
    if !finer.codes.iter().zip(&cells.codes).all(agrees) {
        return false;
    }
    // Never for beside against.
    let side =
        |text: &str| vocabulary::position(text).filter(|p| matches!(p, Position::For | Position::Against));
    let has = |position| finer.texts.iter().any(|text| side(text) == Some(position));
    let contradicts = finer.texts.iter().zip(&beside).any(|(text, &other)| {
        let other = cells.texts.get(other as usize).and_then(|text| side(text));
        side(text).is_some() && other.is_some() && side(text) != other
    });
    (has(Position::For) || has(Position::Against)) && !contradicts
}

/// True where two columns say the same in other words, row by row: one vote in two languages.
fn is_same_view(table: &Coded<'_>, column: usize, other: usize) -> bool {
    let (one, two) = (&table.columns[column], &table.columns[other]);
    let position = |cells: &Column<'_>| cells.texts.first().and_then(|text| vocabulary::position(text));
    // One word throughout in each: the same vote where both stand for one position.
    let are_alike = one.distinct() > 1 || position(one).is_some() && position(one) == position(two);
    if one.distinct() != two.distinct()
        || !are_alike
        || reduced(one).any(|word| reduced(two).any(|known| known == word))
    {
        return false;
    }
    let mut beside: Vec<u32> = vec![BLANK; one.distinct()];
    one.codes.iter().zip(&two.codes).all(|(&a, &b)| match beside.get_mut(a as usize) {
        None => b == BLANK,
        Some(known) if *known == BLANK => {
            *known = b;
            b != BLANK
        }
        Some(known) => *known == b,
    })
}

/// True where words nobody knows, or none that takes a side, may still be votes: few texts that many rows share. A number of
/// its own in every row is none, and who was there is a vote only where the header says so.
fn can_be_asked(words: &BallotWords, head: &Head, rows: usize) -> bool {
    match words.kind {
        Kind::Sides | Kind::YesNo => !words.are_attendance() || head.says == Says::Vote,
        Kind::Codes => (words.distinct > 1 || head.says == Says::Vote) && words.distinct < rows.max(2),
        Kind::Unknown => words.distinct * 2 <= rows.max(4) && (words.distinct > 1 || head.says == Says::Vote),
    }
}

impl Finder<'_> {
    /// The columns that share one set of words with sides, and those among them that say only some of these words.
    fn block(self) -> Option<Vec<usize>> {
        let Self { table, heads, lexicon, .. } = self;
        let can_be = |column: usize| {
            let cells = &table.columns[column];
            // `Ley de bancas` speaks of seats by chance: seats are numbers.
            let is_title = heads[column].role == Some((Role::Seats, Match::Part))
                && BallotWords::of(std::iter::once(cells), lexicon).has_sides;
            (is_title || heads[column].says != Says::Else)
                && !self.counts_votes(column)
                && cells.distinct() > 0
                && cells.distinct() <= MOST_WORDS * 2
        };
        let candidates: Vec<usize> = (0..table.columns.len()).filter(|&column| can_be(column)).collect();
        let letters =
            BallotWords::of(candidates.iter().map(|&column| &table.columns[column]), lexicon).letters;
        let of = |column: usize| {
            BallotWords::with_letters(std::iter::once(&table.columns[column]), letters, lexicon)
        };
        let holds_votes =
            |words: &BallotWords| words.has_sides && words.known * 10 >= words.filled * KNOWN_TENTHS;
        let mut sides: Vec<usize> =
            candidates.iter().copied().filter(|&column| holds_votes(&of(column))).collect();
        // They share their words: what stands in one column alone is of another kind.
        let mut columns_of: HashMap<String, u32> = HashMap::new();
        for &column in &sides {
            let words: HashSet<String> = reduced(&table.columns[column]).collect();
            for word in words {
                *columns_of.entry(word).or_default() += 1;
            }
        }
        let is_headed = |column: usize| heads[column].says == Says::Part || names_a_vote(&heads[column].text);
        sides.retain(|&column| {
            let shares =
                reduced(&table.columns[column]).any(|word| columns_of.get(&word).is_some_and(|&n| n > 1));
            shares || is_headed(column)
        });
        let mut vocabularies = Vocabularies::default();
        let words: Vec<usize> =
            sides.iter().map(|&column| vocabularies.number(&table.columns[column])).collect();
        // Columns that share a word are no views of one vote in two languages.
        let apart = vocabularies.apart();
        let is_view = |place: usize| {
            let sets = apart.get(words[place]).into_iter().flatten();
            let mut others = sets.flat_map(|&set| {
                (0..place).filter({
                    let words = &words;
                    move |&other| words[other] == set
                })
            });
            others.any(|other| is_same_view(table, sides[place], sides[other]))
        };
        let sides: Vec<usize> =
            (0..sides.len()).filter(|&place| !is_view(place)).map(|place| sides[place]).collect();
        if sides.len() < FEW_COLUMNS {
            return None;
        }
        let is_unsaid = |word: &String| lexicon.position(word) == Some(Position::Unknown);
        let shared: HashSet<String> = sides
            .iter()
            .flat_map(|&column| reduced(&table.columns[column]))
            .filter(|word| !is_unsaid(word))
            .collect();
        let forms: HashSet<String> = sides.iter().map(|&column| form(&heads[column].text)).collect();
        let (first, last) = (sides[0], sides[sides.len() - 1]);
        let is_side: HashSet<usize> = sides.iter().copied().collect();
        let are_headed = sides.iter().all(|&column| is_headed(column));
        // A vote in which nobody took a side, or one word is not known, is a vote like those beside it.
        let belongs = |column: usize| {
            let cells = &table.columns[column];
            if is_side.contains(&column) {
                return true;
            }
            if !can_be(column) || heads[column].is_of_member() || heads[column].is_of_vote() {
                return false;
            }
            let is_known_word = |text: &str| {
                let position = lexicon.position(text).filter(|position| *position != Position::Unknown);
                shared.contains(&plain(vocabulary::without_note(text))) || position.is_some()
            };
            let known: usize = cells
                .texts
                .iter()
                .zip(&cells.counts)
                .filter(|(text, _)| is_known_word(text))
                .map(|(_, &count)| count as usize)
                .sum();
            if known * 10 >= cells.filled() * KNOWN_TENTHS {
                return true;
            }
            let is_of_their_form = forms.len() <= 2 && forms.contains(&form(&heads[column].text));
            let is_between = first < column && column < last || column == last + 1 || column + 1 == first;
            let is_word = |text: &&str| {
                text.chars().count() <= LONGEST_WORD
                    && text.chars().any(char::is_alphabetic)
                    && !text.contains("://")
            };
            // Among votes, a column with any of their words is one.
            let is_inside = first < column && column < last;
            if is_inside
                && known > 0
                && heads[column].role.is_none()
                && cells.texts.iter().all(|text| is_word(text) || is_code(text))
            {
                return true;
            }
            let says_little = cells.distinct() <= 3
                && cells.distinct() * 2 <= cells.filled()
                && cells.texts.iter().all(is_word);
            says_little
                && heads[column].role.is_none()
                && (is_of_their_form
                    || is_between
                        && first < column
                        && (sides.len() > FEW_COLUMNS || are_headed && is_headed(column)))
        };
        Some((0..table.columns.len()).filter(|&column| belongs(column)).collect())
    }
}

fn reduced<'c>(cells: &'c Column<'_>) -> impl Iterator<Item = String> + 'c {
    cells.texts.iter().map(|text| plain(vocabulary::without_note(text)))
}

/// The sets of words that columns have, each once: thousands of columns of votes share a few.
#[derive(Default)]
struct Vocabularies {
    sets: Vec<HashSet<String>>,
    numbers: HashMap<Vec<String>, usize>,
}

impl Vocabularies {
    /// The number of a column's set.
    fn number(&mut self, cells: &Column<'_>) -> usize {
        let mut words: Vec<String> = reduced(cells).collect();
        words.sort_unstable();
        if let Some(&number) = self.numbers.get(&words) {
            return number;
        }
        self.sets.push(words.iter().cloned().collect());
        self.numbers.insert(words, self.sets.len() - 1);
        self.sets.len() - 1
    }

    /// For each set those that share no word with it.
    fn apart(&self) -> Vec<Vec<usize>> {
        // Sets without end are no few words of votes.
        const MOST_SETS: usize = 1_000;
        let sets = &self.sets[..self.sets.len().min(MOST_SETS)];
        let of = |one: &HashSet<String>| {
            sets.iter()
                .enumerate()
                .filter(|(_, other)| one.is_disjoint(other))
                .map(|(other, _)| other)
                .collect()
        };
        sets.iter().map(of).collect()
    }
}

/// A word nobody knows is no longer than this, and no sentence.
const LONGEST_WORD: usize = 30;

/// True for many columns of few codes beside one of parties, or of few words as parties are: what so many answered in the same three
/// ways may have been voted on, whatever its heads say.
pub(in crate::read) fn stands_by_party(table: &Coded<'_>, heads: &[Head], columns: &[usize]) -> bool {
    const FEW_CODES: usize = 4;
    const MOST_PARTIES: usize = 20;
    const FEWEST_OF_ONE: usize = 5;
    let codes: HashSet<&str> =
        columns.iter().flat_map(|&column| table.columns[column].texts.iter().copied()).collect();
    let is_party = |column: usize| {
        let (head, cells) = (&heads[column], &table.columns[column]);
        let is_word = |text: &&str| text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\''));
        let are_few = (2..=MOST_PARTIES).contains(&cells.distinct())
            && cells.distinct() * FEWEST_OF_ONE <= cells.filled()
            && cells.texts.iter().all(is_word);
        head.is(Role::Party) || head.is(Role::PartyShort) || head.role.is_none() && are_few
    };
    let has_party = (0..heads.len()).filter(|column| !columns.contains(column)).any(is_party);
    columns.len() >= MANY_COLUMNS && (3..=FEW_CODES).contains(&codes.len()) && has_party
}

/// Columns of codes under headers of one form, or under names of members: `V1`, `V2`; days; numbers.
fn block_of_codes(table: &Coded<'_>, heads: &[Head]) -> Option<Vec<usize>> {
    let can_be = |column: &usize| {
        let (cells, head) = (&table.columns[*column], &heads[*column]);
        let is_headed = head.says != Says::Else && !head.is_of_member() && !head.is_of_vote();
        let is_question =
            head.text.ends_with(['?', '？']) || vocabulary::counted_position(&head.text).is_some();
        is_headed
            && !is_question
            && cells.distinct() > 0
            && cells.distinct() <= MOST_WORDS
            && cells.texts.iter().all(|text| is_code(text))
    };
    let candidates: Vec<usize> = (0..table.columns.len()).filter(can_be).collect();
    // What stands in one column alone (an hour, a session) is no code of votes.
    let mut columns_of: HashMap<&str, usize> = HashMap::new();
    for text in candidates.iter().flat_map(|&column| &table.columns[column].texts) {
        *columns_of.entry(text).or_default() += 1;
    }
    let shares = |column: &usize| table.columns[*column].texts.iter().any(|text| columns_of[text] > 1);
    let columns: Vec<usize> = candidates.into_iter().filter(shares).collect();
    let texts: HashSet<&str> =
        columns.iter().flat_map(|&column| table.columns[column].texts.iter().copied()).collect();
    let says_vote =
        |column: &&usize| names_a_vote(&heads[**column].text) || heads[**column].says == Says::Part;
    let votes = columns.iter().filter(says_vote).count();
    let members: Vec<&str> = columns.iter().map(|&column| heads[column].text.as_str()).collect();
    // Words as heads may be facts about the vote: only where none of them is known to be one, and they are several.
    let is_free = columns.len() > FEW_COLUMNS && columns.iter().all(|&column| heads[column].role.is_none());
    let look = look_like_members(&members);
    let are_members =
        (look == Sure::Yes || look == Sure::Maybe && is_free) && heads.iter().any(Head::is_of_vote);
    let few = texts.len() <= MOST_WORDS && texts.len() >= 2;
    let are_of_parties = stands_by_party(table, heads, &columns);
    let is_block = votes * 10 >= columns.len() * 8 || are_members || are_of_parties;
    (columns.len() >= FEW_COLUMNS && few && is_block).then_some(columns)
}

/// The columns of marks without those that count beside them: where two are of one position, what is marked in rows that have another
/// mark (`Total abstain` beside `Abstained`) says how many there were.
fn without_counts(table: &Coded<'_>, positions: Vec<(usize, Position)>) -> Vec<(usize, Position)> {
    let counts = |&(column, position): &(usize, Position)| {
        let others = |other: &&(usize, Position)| other.0 != column && other.1 != position;
        let has_twin = positions.iter().any(|other| other.0 != column && other.1 == position);
        let marked: Vec<usize> = (0..table.rows).filter(|&row| is_marked(table, column, row)).collect();
        let again = marked
            .iter()
            .filter(|&&row| positions.iter().filter(others).any(|other| is_marked(table, other.0, row)));
        has_twin && again.count() * 2 >= marked.len().max(1)
    };
    let counted: Vec<usize> =
        positions.iter().filter(|place| counts(place)).map(|(column, _)| *column).collect();
    positions.into_iter().filter(|(column, _)| !counted.contains(column)).collect()
}

fn is_marked(table: &Coded<'_>, column: usize, row: usize) -> bool {
    let cells = &table.columns[column];
    let code = cells.codes[row];
    code != BLANK && mark(cells.texts[code as usize]) == Some(true)
}

/// Columns whose headers are positions and whose cells are marks, with one mark in nearly every row. A column of marks under
/// a word nobody knows belongs to them where it is marked in rows that have no other mark.
fn marks(table: &Coded<'_>, heads: &[Head]) -> Option<Found> {
    let all_marks = |column: &usize| {
        let cells = &table.columns[*column];
        cells.texts.iter().all(|cell| mark(cell).is_some())
    };
    let marked = || (0..table.columns.len()).filter(all_marks);
    let texts: Vec<&str> = marked().map(|column| heads[column].text.as_str()).collect();
    let positions: Vec<(usize, Position)> = marked()
        .zip(vocabulary::counted_positions(texts.iter().copied()))
        .filter_map(|(column, position)| Some((column, position?)))
        .collect();
    let positions = without_counts(table, positions);
    let named: Vec<usize> = positions.iter().map(|(column, _)| *column).collect();
    let has = |wanted| positions.iter().any(|(_, position)| *position == wanted);
    if !has(Position::For) || !has(Position::Against) {
        return None;
    }
    let mut times: Vec<u8> = vec![0; table.rows];
    let add = |column: usize, times: &mut Vec<u8>| {
        for (row, times) in times.iter_mut().enumerate() {
            *times = times.saturating_add(u8::from(is_marked(table, column, row)));
        }
    };
    for &column in &named {
        add(column, &mut times);
    }
    let mut columns = named;
    for column in (0..table.columns.len()).filter(all_marks) {
        let marked: Vec<usize> = (0..table.rows).filter(|&row| is_marked(table, column, row)).collect();
        let is_free = !columns.contains(&column) && heads[column].role.is_none();
        if is_free && !marked.is_empty() && marked.iter().all(|&row| times[row] == 0) {
            add(column, &mut times);
            columns.push(column);
        }
    }
    columns.sort_unstable();
    let once: usize = times.iter().map(|&times| usize::from(times == 1)).sum();
    // A note below the rows fills one cell.
    let filled = |row: usize| table.columns.iter().filter(|cells| cells.codes[row] != BLANK).take(2).count();
    let rows = (0..table.rows).filter(|&row| filled(row) > 1).count();
    if once * 10 < rows * 9 || times.iter().any(|&times| times > 1) && once * 50 < table.rows * 49 {
        return None;
    }
    let words = BallotWords {
        kind: Kind::Sides,
        has_sides: true,
        known: once,
        filled: table.rows,
        ..BallotWords::default()
    };
    // Marks that are the same in every row may as well be counts.
    let is_constant = columns
        .iter()
        .all(|&column| table.columns[column].is_constant() || table.columns[column].filled() == 0);
    let says = if is_constant { Says::Nothing } else { Says::Vote };
    Some(Found { place: Place::Marks(columns), words, says, left: 0 })
}

/// Whether a cell is marked; `None` for a cell that is no mark.
pub(in crate::read) fn mark(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "1" | "1.0" | "x" | "✓" | "✔" | "☑" | "true" | "wahr" | "vrai" => Some(true),
        "" | "0" | "0.0" | "-" | "false" | "falsch" | "faux" => Some(false),
        _ => None,
    }
}

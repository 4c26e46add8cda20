//! A block of columns that are votes, or members, each with a ballot in every row.
//!
//! Goes in: headers and cells as codes. Comes out: the columns that share one set of words, or of codes under heads of votes. Must not
//! know: which side of the table names members.

use std::collections::{HashMap, HashSet};

use super::ballot_words::{BallotWords, Lexicon, is_code};
use super::coded::{BLANK, Coded, Column, Groups};
use super::heads::{Head, Says, Sure, form, look_like_members, names_a_motion, names_a_vote};
use super::limits::{FEW_COLUMNS, KNOWN_TENTHS, MANY_COLUMNS, MOST_WORDS};
use super::place::{Finder, LONGEST_WORD};
use crate::model::Position;
use crate::read::mapping::Role;
use crate::read::vocabulary::words::plain;
use crate::read::vocabulary::{self, Match, deciding};

impl Finder<'_> {
    /// The columns that share one set of words with sides, and those among them that say only some of these words.
    pub(super) fn block(self) -> Option<Vec<usize>> {
        let Sided { mut sides, views } = self.sides();
        if let [only] = sides[..] {
            // Beside one motion, another on which nobody took a side.
            sides.extend((0..self.table.columns.len()).filter(|&column| self.is_motion_like(only, column)));
            sides.sort_unstable();
        }
        if sides.len() < FEW_COLUMNS {
            return None;
        }
        let neighbours = Neighbours::of(self, sides);
        let columns = (0..self.table.columns.len()).filter(|column| !views.contains(column));
        let block: Vec<usize> = columns.clone().filter(|&column| neighbours.belongs(column)).collect();
        // One that says nothing but what several of these say is a vote in which nobody took a side.
        let mut columns_of: HashMap<&str, usize> = HashMap::new();
        for text in block.iter().flat_map(|&column| &self.table.columns[column].texts) {
            *columns_of.entry(text).or_default() += 1;
        }
        let says_the_same = |column: usize| {
            let (head, texts) = (&self.heads[column], &self.table.columns[column].texts);
            head.role.is_none()
                && self.can_be_vote(column)
                && texts.iter().all(|text| columns_of.get(text).is_some_and(|&count| count > 1))
        };
        Some(columns.filter(|column| block.binary_search(column).is_ok() || says_the_same(*column)).collect())
    }

    /// True for a column that may be one of several votes.
    fn can_be_vote(self, column: usize) -> bool {
        let cells = &self.table.columns[column];
        // `Ley de bancas` speaks of seats by chance: seats are numbers.
        let is_title = self.heads[column].role == Some((Role::Seats, Match::Part))
            && BallotWords::of(std::iter::once(cells), self.lexicon).has_sides;
        (is_title || self.heads[column].says != Says::Else)
            && !self.counts_votes(column)
            && !self.states_results(column)
            && cells.distinct() > 0
            && cells.distinct() <= MOST_WORDS * 2
    }

    /// True where a header says that the column is a vote, or names what was voted on.
    fn is_headed(self, column: usize) -> bool {
        self.heads[column].says == Says::Part || names_a_vote(&self.heads[column].text)
    }

    /// True for a column of words for positions and nothing else, headed by a motion as the one with sides is.
    fn is_motion_like(self, sides: usize, column: usize) -> bool {
        let cells = &self.table.columns[column];
        let is_position =
            |text: &&str| self.lexicon.position(text).is_some_and(|position| position != Position::Unknown);
        column != sides
            && self.can_be_vote(column)
            && [sides, column].into_iter().all(|column| names_a_motion(&self.heads[column].text))
            && cells.texts.iter().all(is_position)
    }

    /// The columns with words for and against that others have as well, each vote once.
    fn sides(self) -> Sided {
        let Self { table, lexicon, .. } = self;
        let candidates: Vec<usize> =
            (0..table.columns.len()).filter(|&column| self.can_be_vote(column)).collect();
        let letters =
            BallotWords::of(candidates.iter().map(|&column| &table.columns[column]), lexicon).letters;
        let holds_votes = |column: &usize| {
            let words = BallotWords::with_letters(std::iter::once(&table.columns[*column]), letters, lexicon);
            words.has_sides && words.known * 10 >= words.filled * KNOWN_TENTHS
        };
        let mut sides: Vec<usize> = candidates.into_iter().filter(holds_votes).collect();
        // They share their words: what stands in one column alone is of another kind.
        let mut columns_of: HashMap<String, u32> = HashMap::new();
        for &column in &sides {
            let words: HashSet<String> = reduced(&table.columns[column]).collect();
            for word in words {
                *columns_of.entry(word).or_default() += 1;
            }
        }
        sides.retain(|&column| {
            let shares =
                reduced(&table.columns[column]).any(|word| columns_of.get(&word).is_some_and(|&n| n > 1));
            shares || self.is_headed(column)
        });
        without_views(table, &sides, lexicon)
    }
}

/// Columns with words for and against.
struct Sided {
    /// Each vote once.
    sides: Vec<usize>,
    /// Those that say what one of these says in another language.
    views: Vec<usize>,
}

/// Parts the columns from those that say what one before says in another language.
fn without_views(table: &Coded<'_>, sides: &[usize], lexicon: Lexicon<'_>) -> Sided {
    let mut vocabularies = Vocabularies::default();
    let words: Vec<usize> = sides.iter().map(|&column| vocabularies.number(&table.columns[column])).collect();
    // Columns that share a word are no views of one vote in two languages.
    let apart = vocabularies.apart();
    let is_view = |place: usize| {
        let sets = apart.get(words[place]).into_iter().flatten();
        let words = &words;
        let mut others = sets.flat_map(|&set| (0..place).filter(move |&other| words[other] == set));
        others.any(|other| is_same_view(table, sides[place], sides[other], lexicon))
    };
    let (views, own): (Vec<usize>, Vec<usize>) = (0..sides.len()).partition(|&place| is_view(place));
    let columns = |places: Vec<usize>| places.into_iter().map(|place| sides[place]).collect();
    Sided { sides: columns(own), views: columns(views) }
}

/// Columns with sides, and what tells whether one beside them is a vote like them.
struct Neighbours<'a> {
    finder: Finder<'a>,
    sides: Vec<usize>,
    /// Their words, but for those that say that a position is not known.
    shared: HashSet<String>,
    /// The forms of their headers.
    forms: HashSet<String>,
    /// Each of them has a header that speaks of a vote.
    are_headed: bool,
}

impl<'a> Neighbours<'a> {
    fn of(finder: Finder<'a>, sides: Vec<usize>) -> Self {
        let Finder { table, heads, lexicon, .. } = finder;
        let is_said = |word: &String| lexicon.position(word) != Some(Position::Unknown);
        let words = sides.iter().flat_map(|&column| reduced(&table.columns[column]));
        let shared = words.filter(is_said).collect();
        let forms = sides.iter().map(|&column| form(&heads[column].text)).collect();
        let are_headed = sides.iter().all(|&column| finder.is_headed(column));
        Self { finder, sides, shared, forms, are_headed }
    }

    /// A vote in which nobody took a side, or one word is not known, is a vote like those beside it.
    fn belongs(&self, column: usize) -> bool {
        let Finder { table, heads, .. } = self.finder;
        let (cells, head) = (&table.columns[column], &heads[column]);
        if self.sides.binary_search(&column).is_ok() {
            return true;
        }
        if !self.finder.can_be_vote(column) || head.is_of_member() || head.is_of_vote() {
            return false;
        }
        let known = self.known(cells);
        if known * 10 >= cells.filled() * KNOWN_TENTHS {
            return true;
        }
        let (first, last) = (self.sides[0], self.sides[self.sides.len() - 1]);
        // Among votes, or right beside them, a column with any of their words is one.
        let is_inside = first <= column + 1 && column <= last + 1;
        let are_words = cells.texts.iter().all(|text| is_word(text) || is_code(text));
        if is_inside && known > 0 && head.role.is_none() && are_words {
            return true;
        }
        let is_of_their_form = self.forms.len() <= 2 && self.forms.contains(&form(&head.text));
        let is_next = first < column && column <= last + 1;
        let speaks = self.sides.len() > FEW_COLUMNS || self.are_headed && self.finder.is_headed(column);
        let says_little = cells.distinct() <= 3
            && cells.distinct() * 2 <= cells.filled()
            && cells.texts.iter().all(|text| is_word(text));
        says_little && head.role.is_none() && (is_of_their_form || is_next && speaks)
    }

    /// The cells whose word is one of theirs, or is known.
    fn known(&self, cells: &Column<'_>) -> usize {
        let is_known = |text: &str| {
            let position = self.finder.lexicon.position(text);
            self.shared.contains(&plain(vocabulary::without_note(text)))
                || position.is_some_and(|position| position != Position::Unknown)
                || deciding::decides(text).is_some()
        };
        let texts = cells.texts.iter().zip(&cells.counts);
        texts.filter(|(text, _)| is_known(text)).map(|(_, &count)| count as usize).sum()
    }
}

fn is_word(text: &str) -> bool {
    text.chars().count() <= LONGEST_WORD && text.chars().any(char::is_alphabetic) && !text.contains("://")
}

fn reduced<'c>(cells: &'c Column<'_>) -> impl Iterator<Item = String> + 'c {
    cells.texts.iter().map(|text| plain(vocabulary::without_note(text)))
}

/// The words of a column for those who took a side; all its words where there are none.
fn side_words(cells: &Column<'_>) -> HashSet<String> {
    let is_side = |text: &str| matches!(vocabulary::position(text), Some(Position::For | Position::Against));
    let sides = cells.texts.iter().filter(|text| is_side(text));
    let sides: HashSet<String> = sides.map(|text| plain(vocabulary::without_note(text))).collect();
    if sides.is_empty() { reduced(cells).collect() } else { sides }
}

/// True where two columns say the same in other words, row by row: one vote in two languages.
fn is_same_view(table: &Coded<'_>, column: usize, other: usize, lexicon: Lexicon<'_>) -> bool {
    let (one, two) = (&table.columns[column], &table.columns[other]);
    let position = |cells: &Column<'_>| cells.texts.first().and_then(|text| vocabulary::position(text));
    // One word throughout in each: the same vote where both stand for one position.
    let are_alike = one.distinct() > 1 || position(one).is_some() && position(one) == position(two);
    // Who is away may be called the same in both.
    if !are_alike || !side_words(one).is_disjoint(&side_words(two)) {
        return false;
    }
    // A few rows may say something else: `Adopted` below one of them.
    let tells = |column: usize, other: &Column<'_>| Groups::of(table, &[column]).determine(other).holds();
    if !tells(column, two) || !tells(other, one) {
        return false;
    }
    let text_position =
        |cells: &Column<'_>, code: usize| cells.texts.get(code).and_then(|text| lexicon.position(text));
    // Yes beside absent is no view of it, nor is what nobody knows: by chance anything says the same as anything.
    let mut beside: Vec<u32> = vec![BLANK; one.distinct()];
    one.codes.iter().zip(&two.codes).all(|(&a, &b)| match beside.get_mut(a as usize) {
        Some(known) if *known == BLANK && b != BLANK => {
            *known = b;
            let positions = [text_position(one, a as usize), text_position(two, b as usize)];
            matches!(positions, [Some(one), Some(two)] if one == two)
        }
        _ => true,
    })
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
        self.sets.push(side_words(cells));
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
pub(super) fn block_of_codes(table: &Coded<'_>, heads: &[Head]) -> Option<Vec<usize>> {
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
    let shares = |column: &usize| {
        let texts = &table.columns[*column].texts;
        texts.iter().any(|text| columns_of[text] > 1) || names_a_motion(&heads[*column].text)
    };
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

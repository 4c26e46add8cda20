//! Where the ballots of a table may stand: in one column, in a block of columns, or as marks under positions.
//!
//! Goes in: headers and cells as codes. Comes out: few [`Place`]s, always the same, each with its words. Which of them is right is
//! decided elsewhere, by what each makes of the rows. Must not know: keys, roles.

use std::collections::HashSet;

use super::ballot_words::{BallotWords, Kind, Lexicon, is_code};
use super::block::block_of_codes;
use super::coded::{BLANK, Coded, Groups};
use super::heads::{Head, Says};
use super::limits::{FEW_COLUMNS, KNOWN_TENTHS, MOST_PLACES, MOST_WORDS};
use super::marks::marks;
use crate::model::Position;
use crate::read::table::profile::is_number;
use crate::read::table::totals;
use crate::read::vocabulary;
use crate::read::vocabulary::codes::Codes;
use crate::read::vocabulary::results;

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

    /// True for `decision` over nothing but results: it says what became of votes.
    pub(super) fn states_results(self, column: usize) -> bool {
        self.has_header
            && results::is_label(&self.heads[column].text)
            && self.table.columns[column].texts.iter().all(|text| results::exact(text).is_some())
    }

    /// True for `votes in favour` over numbers: it counts them.
    pub(super) fn counts_votes(self, column: usize) -> bool {
        let names = self.has_header && totals::counted_by(&self.heads[column].text).is_some();
        names && self.table.columns[column].texts.iter().all(|text| is_number(text))
    }

    /// One column, where it can hold ballots.
    fn single(self, column: usize, block: &HashSet<usize>) -> Option<Found> {
        let Self { table, heads, lexicon, .. } = self;
        let (cells, head) = (&table.columns[column], &heads[column]);
        if self.states_results(column) || self.counts_votes(column) {
            return None;
        }
        // `vote_name` beside the codes of `vote`: it is the vote, in words.
        let spells_out = || self.has_header && self.spells_out_a_vote(column);
        let says = if head.says > Says::Part && spells_out() { Says::Part } else { head.says };
        let may_be_coded = says < Says::Nothing || !self.has_header;
        let publisher = self.publisher(cells.texts.iter().copied()).filter(|_| may_be_coded);
        let filled = cells.filled();
        if filled == 0 || says == Says::Else {
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
        let is_sentence = |text: &&&str| {
            let has_many_words = || text.split_whitespace().nth(MOST_PARTS).is_some();
            text.chars().count() > LONGEST_WORD * 2 || has_many_words() && lexicon.position(text).is_none()
        };
        let are_words = cells.texts.iter().filter(is_sentence).count() * 5 <= cells.distinct();
        let speaks = matches!(says, Says::Vote | Says::Part) && are_words;
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
        Some(Found { place: Place::Column(column), words, says, left })
    }

    /// True for a column of words with sides, each for one code of a column that is headed as the vote.
    fn spells_out_a_vote(self, column: usize) -> bool {
        let words = &self.table.columns[column];
        // Blank cells are blank in both.
        let num_groups = words.distinct() + usize::from(words.filled() < self.table.rows);
        let is_its_code = |other: usize| {
            let codes = &self.table.columns[other];
            self.heads[other].says == Says::Vote
                && codes.distinct() == words.distinct()
                && codes.texts.iter().all(|text| is_code(text))
                && Groups::of(self.table, &[other, column]).count == num_groups
        };
        let has_codes = || (0..self.heads.len()).any(is_its_code);
        (2..=MOST_WORDS).contains(&words.distinct())
            && BallotWords::of(std::iter::once(words), self.lexicon).has_sides
            && has_codes()
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

/// True where words nobody knows, or none that takes a side, may still be votes: few texts that many rows share. A number of
/// its own in every row is none, and who was there is a vote only where the header says so.
fn can_be_asked(words: &BallotWords, head: &Head, rows: usize) -> bool {
    match words.kind {
        Kind::Sides | Kind::YesNo => !words.are_attendance() || head.says == Says::Vote,
        Kind::Codes => (words.distinct > 1 || head.says == Says::Vote) && words.distinct < rows.max(2),
        Kind::Unknown => words.distinct * 2 <= rows.max(4) && (words.distinct > 1 || head.says == Says::Vote),
    }
}

/// What nobody knows and has more words than this is a sentence.
const MOST_PARTS: usize = 5;

/// A word nobody knows is no longer than this, and no sentence.
pub(super) const LONGEST_WORD: usize = 30;

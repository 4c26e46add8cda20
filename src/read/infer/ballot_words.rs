//! The words of columns that may hold votes: which of them are positions, and how surely they are about votes.
//!
//! Goes in: distinct texts with their counts. Comes out: [`BallotWords`]. Must not know: headers, rows, shapes.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::coded::Column;
use crate::model::Position;
use crate::read::mapping::WordChoice;
use crate::read::vocabulary::codes::whole;
use crate::read::vocabulary::letters::Letters;
use crate::read::vocabulary::words::plain;
use crate::read::vocabulary::{self, Together};

/// The words of a plain yes or no, reduced.
static YES_NO: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/vocabulary/yes-no.csv").lines();
    lines.filter(|line| !line.starts_with('#')).skip(1).map(plain).collect()
});

/// True for a plain yes or no.
pub(in crate::read) fn is_yes_or_no(text: &str) -> bool {
    YES_NO.contains(&plain(text))
}

/// What words are, the surest first: the fourth field of the order of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::read) enum Kind {
    /// Words that only votes have (aye, contre, abstained), or yes and no beside an absence or abstention.
    Sides,
    /// A plain yes and no, or letters and marks for them.
    YesNo,
    /// Words of no language that is known.
    #[default]
    Unknown,
    /// Numbers and single letters whose meaning the file does not say.
    Codes,
}

/// What words mean: those that somebody gave a meaning, and those of the vocabularies.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::read) struct Lexicon<'a> {
    /// Words with the position that was given for them.
    pub(in crate::read) given: &'a [WordChoice],
    /// What the words of the table have in common, where some of them mean one thing here and another there.
    pub(in crate::read) together: Together,
}

impl Lexicon<'_> {
    fn given(self, text: &str) -> Option<Position> {
        let choice = self.given.iter().find(|choice| choice.word == text)?;
        Some(choice.position).filter(|position| *position != Position::Unknown)
    }

    /// The position that a text stands for.
    pub(in crate::read) fn position(self, text: &str) -> Option<Position> {
        self.given(text).or_else(|| vocabulary::position(text)).or_else(|| self.together.position(text))
    }
}

/// The words of one column, or of several.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct BallotWords {
    /// What they are.
    pub(in crate::read) kind: Kind,
    /// True where some word is a vote for or against.
    pub(in crate::read) has_sides: bool,
    /// Cells whose word is known, also where it says that the position is not known.
    pub(in crate::read) known: usize,
    /// Cells that are not blank.
    pub(in crate::read) filled: usize,
    /// Different words, notes taken off.
    pub(in crate::read) distinct: usize,
    /// The positions that occur.
    pub(in crate::read) positions: Vec<Position>,
    /// The letters among them.
    pub(in crate::read) letters: Letters,
}

impl BallotWords {
    /// The words of some columns together.
    pub(in crate::read) fn of<'c, 'a: 'c>(
        columns: impl Iterator<Item = &'c Column<'a>> + Clone,
        lexicon: Lexicon<'_>,
    ) -> Self {
        let letters = Letters::of(columns.clone().flat_map(|column| column.texts.iter().copied()));
        Self::with_letters(columns, letters, lexicon)
    }

    /// The same, where what single letters mean is known from elsewhere.
    pub(in crate::read) fn with_letters<'c, 'a: 'c>(
        columns: impl Iterator<Item = &'c Column<'a>>,
        letters: Letters,
        lexicon: Lexicon<'_>,
    ) -> Self {
        let mut words = Self { letters, ..Self::default() };
        let mut bases: HashSet<String> = HashSet::new();
        let (mut are_codes, mut is_plain) = (true, true);
        for column in columns {
            for (text, &count) in column.texts.iter().zip(&column.counts) {
                words.filled += count as usize;
                are_codes &= is_code(text);
                if bases.len() <= super::limits::MOST_WORDS {
                    bases.insert(plain(vocabulary::without_note(text)));
                }
                let given = lexicon.given(text);
                let by_word = lexicon.position(text);
                let Some(position) = by_word.or_else(|| letters.position(text)) else { continue };
                words.known += count as usize;
                let is_side = matches!(position, Position::For | Position::Against);
                let is_yes_no = by_word.is_none() || is_yes_or_no(text);
                is_plain &= position == Position::Unknown || is_side && is_yes_no && given.is_none();
                if position != Position::Unknown && !words.positions.contains(&position) {
                    words.positions.push(position);
                }
                words.has_sides |= is_side;
            }
        }
        words.distinct = bases.len();
        let takes_side = words.has_sides || words.positions.contains(&Position::Abstain);
        words.kind = match (takes_side, is_plain) {
            (true, false) => Kind::Sides,
            (true, true) => Kind::YesNo,
            (false, _) if are_codes && words.positions.is_empty() => Kind::Codes,
            // Who was there, and words nobody knows.
            (false, _) => Kind::Unknown,
        };
        words
    }

    /// True for words that say who was there, and not how anybody voted.
    pub(in crate::read) fn are_attendance(&self) -> bool {
        let says_who_was_there = |position: &Position| {
            matches!(position, Position::Present | Position::Absent | Position::Excused)
        };
        !self.positions.is_empty() && self.positions.iter().all(says_who_was_there)
    }
}

/// A number of at most two digits, or one letter or mark: what stands for a position where nothing else can be meant.
pub(in crate::read) fn is_code(text: &str) -> bool {
    let text = whole(text);
    let digits = text.strip_prefix(['-', '−', '+']).unwrap_or(text);
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number || text.chars().count() == 1 && !text.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::infer::coded::Coded;
    use crate::read::table::Table;

    fn words(text: &str) -> BallotWords {
        let table = Table::parse_with(text, Some(b','));
        BallotWords::of(Coded::of(&table.records, 1).columns.iter(), Lexicon::default())
    }

    #[test]
    fn how_surely_words_are_about_votes() {
        assert_eq!(words("yes\nno\nyes\n").kind, Kind::YesNo);
        assert_eq!(words("Y\nN\nX\n").kind, Kind::YesNo);
        assert_eq!(words("yes\nno\nabstain\n").kind, Kind::Sides);
        assert_eq!(words("contre\n").kind, Kind::Sides);
        assert_eq!(words("1\n0\n-1\n").kind, Kind::Codes);
        assert_eq!(words("1.0\n0.0\n").kind, Kind::Codes);
        assert_eq!(words("F\nC\nA\n").kind, Kind::Codes);
        assert_eq!(words("vorka\nsalu\n").kind, Kind::Unknown);
        assert!(words("present\nabsent\n").are_attendance());
        assert!(!words("present\nno\n").are_attendance());
        assert_eq!(words("Yea\nYea - Proxy\nNay\n").distinct, 2);
    }
}

//! What the cells of a column are like.

use hashbrown::{HashMap, HashSet};

use crate::model::Position;
use crate::read::infer::coded::Column;
use crate::read::vocabulary;
use crate::read::vocabulary::letters::Letters;

/// What the cells of one column are like.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct Profile {
    /// Cells that are not blank.
    pub(in crate::read) filled: usize,
    /// Cells that are numbers.
    pub(in crate::read) numeric: usize,
    /// Cells with a letter and a space.
    pub(in crate::read) spaced: usize,
    /// Cells whose word stands for a position other than unknown.
    pub(in crate::read) position_words: usize,
    /// Cells whose word is in a vocabulary, also where it says that the position is unknown (`NA`).
    pub(in crate::read) known_words: usize,
    /// The distinct positions among them.
    pub(in crate::read) positions: HashSet<Position>,
    /// What single letters mean.
    pub(in crate::read) letters: Letters,
    /// Each distinct cell with its count.
    pub(in crate::read) counts: HashMap<String, usize>,
}

/// Where a column has more different texts, those that stand there once are no words for positions.
const MANY_TEXTS: usize = 10_000;

impl Profile {
    /// The profile of a column of cells.
    pub(in crate::read) fn of(cells: &Column<'_>) -> Self {
        let counts = cells.texts.iter().zip(&cells.counts);
        let counts = counts.map(|(text, &count)| ((*text).to_owned(), count as usize)).collect();
        let mut profile = Self { filled: cells.filled(), counts, ..Self::default() };
        // Words for positions are few, and stand there often.
        let has_many = profile.counts.len() > MANY_TEXTS;
        profile.letters = Letters::of(profile.counts.keys().map(String::as_str));
        for (cell, count) in &profile.counts {
            profile.numeric += if is_number(cell) { *count } else { 0 };
            let is_spaced = cell.as_bytes().contains(&b' ') && cell.chars().any(char::is_alphabetic);
            profile.spaced += if is_spaced { *count } else { 0 };
            if has_many && *count == 1 {
                continue;
            }
            let position = vocabulary::position(cell).or_else(|| profile.letters.position(cell));
            profile.known_words += if position.is_some() { *count } else { 0 };
            if let Some(position) = position
                && position != Position::Unknown
            {
                profile.position_words += count;
                profile.positions.insert(position);
            }
        }
        profile
    }

    pub(in crate::read) fn has_two_sides(&self) -> bool {
        self.positions.contains(&Position::For) || self.positions.contains(&Position::Against)
    }

    pub(in crate::read) fn is_numeric(&self) -> bool {
        self.numeric * 10 > self.filled * 9
    }

    pub(in crate::read) fn holds_positions(&self) -> bool {
        let told = self.filled - (self.known_words - self.position_words);
        self.position_words > 0 && self.position_words * 10 >= told * 6
    }

    /// True where the words tell who was there, and not how anybody voted.
    pub(in crate::read) fn is_attendance(&self) -> bool {
        let says_who_was_there = |position: &Position| {
            matches!(position, Position::Present | Position::Absent | Position::Excused)
        };
        !self.positions.is_empty() && self.positions.iter().all(says_who_was_there)
    }

    /// True where the cells are addresses of pages.
    pub(in crate::read) fn are_links(&self) -> bool {
        let links = self.counts.keys().filter(|cell| cell.contains("://")).count();
        links * 2 > self.counts.len()
    }

    /// True where no more than one row in ten repeats another's cell.
    pub(in crate::read) fn is_mostly_distinct(&self) -> bool {
        self.filled > 0 && self.counts.len() * 10 >= self.filled * 9
    }
}

/// A number as tables write it: `12`, `1.5`, `1,5`, `1 200`, `12,5 %`.
pub(in crate::read) fn is_number(cell: &str) -> bool {
    // Most cells are told at once: the longest word that is a number is `infinity`, and others begin otherwise.
    const LONGEST_WORD: usize = 8;
    if !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    if cell.len() > LONGEST_WORD && cell.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let digits: String = cell.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    digits.parse::<f64>().is_ok() || digits.replace([',', '\u{202f}'], "").parse::<f64>().is_ok()
}

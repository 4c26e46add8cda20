//! A table as codes: each distinct text of a column once, and a number for each row.
//!
//! Goes in: the rows of a table. Comes out: [`Coded`], [`Groups`] of rows that are alike in some columns, and [`Depends`]: what
//! determines what. Must not know: words, roles, headers.

use hashbrown::HashMap;

use super::limits::{EXCEPTIONS, FEWEST_CHANCES, MOST_ROWS};
use crate::read::table::Record;

/// The code of a blank cell.
pub(in crate::read) const BLANK: u32 = u32::MAX;

/// The cells of one column.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct Column<'a> {
    /// Each distinct text that is not blank, in the order in which it first stands.
    pub(in crate::read) texts: Vec<&'a str>,
    /// How often each stands.
    pub(in crate::read) counts: Vec<u32>,
    /// For each row the place of its text, or [`BLANK`].
    pub(in crate::read) codes: Vec<u32>,
}

impl<'a> Column<'a> {
    fn of(rows: &[&'a Record], column: usize) -> Self {
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut coded = Self { codes: Vec::with_capacity(rows.len()), ..Self::default() };
        let mut last: Option<(&str, u32)> = None;
        for row in rows {
            let cell = row.cell(column);
            if cell.is_empty() {
                coded.codes.push(BLANK);
                continue;
            }
            // Cells below one another are often the same.
            let code = match last {
                Some((text, code)) if text == cell => code,
                _ => *known.entry(cell).or_insert_with(|| {
                    coded.texts.push(cell);
                    coded.counts.push(0);
                    (coded.texts.len() - 1) as u32
                }),
            };
            last = Some((cell, code));
            coded.counts[code as usize] += 1;
            coded.codes.push(code);
        }
        coded
    }

    /// Cells that are not blank.
    pub(in crate::read) fn filled(&self) -> usize {
        self.counts.iter().map(|&count| count as usize).sum()
    }

    /// Different texts.
    pub(in crate::read) fn distinct(&self) -> usize {
        self.texts.len()
    }

    /// True where every row says the same and none is blank.
    pub(in crate::read) fn is_constant(&self) -> bool {
        self.texts.len() == 1 && self.filled() == self.codes.len()
    }
}

/// The cells of a table.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct Coded<'a> {
    /// Its columns.
    pub(in crate::read) columns: Vec<Column<'a>>,
    /// The number of rows, of the sample where one was drawn.
    pub(in crate::read) rows: usize,
}

impl<'a> Coded<'a> {
    /// The codes of the first `width` columns; of very many rows, those of a sample of fixed stride.
    pub(in crate::read) fn of(rows: &'a [Record], width: usize) -> Self {
        let stride = rows.len().div_ceil(MOST_ROWS).max(1);
        let sample: Vec<&Record> = rows.iter().step_by(stride).collect();
        let columns = (0..width).map(|column| Column::of(&sample, column)).collect();
        Self { columns, rows: sample.len() }
    }
}

/// The rows of a table, in groups that are alike in some columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct Groups {
    /// The group of each row.
    pub(in crate::read) of_row: Vec<u32>,
    /// The number of groups.
    pub(in crate::read) count: usize,
}

impl Groups {
    /// All rows in one group.
    pub(in crate::read) fn whole(rows: usize) -> Self {
        Self { of_row: vec![0; rows], count: rows.min(1) }
    }

    /// The rows that are alike in these columns; blank cells are alike.
    pub(in crate::read) fn of(table: &Coded<'_>, columns: &[usize]) -> Self {
        columns.iter().fold(Self::whole(table.rows), |groups, &column| groups.with(&table.columns[column]))
    }

    /// The same, parted further by a column.
    pub(in crate::read) fn with(&self, column: &Column<'_>) -> Self {
        let mut known: HashMap<(u32, u32), u32> = HashMap::with_capacity(self.count);
        let pairs = self.of_row.iter().zip(&column.codes);
        let of_row = pairs
            .map(|(&group, &code)| {
                let next = known.len() as u32;
                *known.entry((group, code)).or_insert(next)
            })
            .collect();
        Self { of_row, count: known.len() }
    }

    /// True where the rows of a group stand below one another.
    pub(in crate::read) fn stand_in_runs(&self) -> bool {
        let runs = self.of_row.chunk_by(|a, b| a == b).count();
        runs <= self.count + self.count / 20
    }

    /// The number of rows in each group.
    pub(in crate::read) fn sizes(&self) -> Vec<u32> {
        let mut sizes = vec![0; self.count];
        for &group in &self.of_row {
            sizes[group as usize] += 1;
        }
        sizes
    }

    /// Whether the group determines the text of a column.
    pub(in crate::read) fn determine(&self, column: &Column<'_>) -> Depends {
        let mut first: Vec<u32> = vec![BLANK; self.count];
        let mut depends = Depends::default();
        for (&group, &code) in self.of_row.iter().zip(&column.codes) {
            let known = &mut first[group as usize];
            if code == BLANK {
                continue;
            }
            if *known == BLANK {
                *known = code;
                continue;
            }
            depends.chances += 1;
            depends.exceptions += usize::from(*known != code);
        }
        depends
    }
}

/// How far one thing determines another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Depends {
    /// Rows that contradict it.
    pub(in crate::read) exceptions: usize,
    /// Rows that could have: their determinant stood in a row before. Blank is no value.
    pub(in crate::read) chances: usize,
}

impl Depends {
    /// True where it determines the other but for a few exceptions, or nothing speaks against it.
    pub(in crate::read) fn holds(self) -> bool {
        self.exceptions * EXCEPTIONS <= self.chances
    }

    /// True where it does, and enough rows could have contradicted it.
    pub(in crate::read) fn is_known(self) -> bool {
        self.chances >= FEWEST_CHANCES && self.holds()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::Table;

    #[test]
    fn each_text_once_and_what_determines_what() {
        let table = Table::parse("1,Ann,Red\n1,Bo,\n2,Ann,Red\n2,Bo,Blue\n2,Cy,Red\n");
        let coded = Coded::of(&table.records, 3);
        assert_eq!(coded.columns[2].texts, ["Red", "Blue"]);
        assert_eq!(coded.columns[2].codes, [0, BLANK, 0, 1, 0]);
        assert_eq!((coded.columns[2].filled(), coded.columns[0].distinct()), (4, 2));
        let (votes, names) = (Groups::of(&coded, &[0]), Groups::of(&coded, &[1]));
        assert_eq!((votes.count, names.count), (2, 3));
        assert!(votes.stand_in_runs() && !names.stand_in_runs());
        assert_eq!(votes.sizes(), [2, 3]);
        // Ann is Red twice: one chance. Bo's blank says nothing.
        assert_eq!(names.determine(&coded.columns[2]), Depends { exceptions: 0, chances: 1 });
        assert!(!names.determine(&coded.columns[2]).is_known(), "one chance is none");
        assert_eq!(votes.determine(&coded.columns[1]), Depends { exceptions: 3, chances: 3 });
    }
}

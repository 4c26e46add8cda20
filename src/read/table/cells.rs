//! The cells of a record, trimmed, in one text.

use csv::StringRecord;

/// Cells side by side. A table has a record for every row, so that they take as little room as they can.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Cells {
    text: Box<str>,
    /// Where each cell ends in the text.
    ends: Box<[u32]>,
}

impl Cells {
    /// The cells that a reader found.
    pub(in crate::read) fn of_record(record: &StringRecord) -> Self {
        let mut text = String::with_capacity(record.as_slice().len());
        let mut ends = Vec::with_capacity(record.len());
        for cell in record {
            text.push_str(trimmed(cell));
            ends.push(text.len() as u32);
        }
        Self { text: text.into(), ends: ends.into() }
    }

    /// The cells of a line without quotation marks.
    pub(in crate::read) fn of_line(line: &str, delimiter: u8) -> Self {
        let line = line.trim_end_matches(['\r', '\n']);
        let num_cells = memchr::memchr_iter(delimiter, line.as_bytes()).count() + 1;
        // No delimiter is kept.
        let mut text = String::with_capacity(line.len() + 1 - num_cells);
        let mut ends = Vec::with_capacity(num_cells);
        let mut from = 0;
        let delimiters = memchr::memchr_iter(delimiter, line.as_bytes());
        for to in delimiters.chain([line.len()]) {
            // A delimiter is a character of one byte.
            text.push_str(trimmed(line.get(from..to).unwrap_or_default()));
            ends.push(text.len() as u32);
            from = to + 1;
        }
        Self { text: text.into(), ends: ends.into() }
    }

    /// The number of cells.
    pub(in crate::read) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell; `None` beyond the last.
    pub(in crate::read) fn get(&self, column: usize) -> Option<&str> {
        let to = *self.ends.get(column)? as usize;
        let from = if column == 0 { 0 } else { self.ends[column - 1] as usize };
        self.text.get(from..to)
    }

    /// Every cell.
    pub(in crate::read) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|column| self.get(column))
    }

    /// True where nothing is in any cell.
    pub(in crate::read) fn are_blank(&self) -> bool {
        self.text.is_empty()
    }
}

impl<T: AsRef<str>> FromIterator<T> for Cells {
    fn from_iter<I: IntoIterator<Item = T>>(cells: I) -> Self {
        let mut text = String::new();
        let ends = cells
            .into_iter()
            .map(|cell| {
                text.push_str(trimmed(cell.as_ref()));
                text.len() as u32
            })
            .collect();
        Self { text: text.into(), ends }
    }
}

/// A cell without the white space around it, found at once where there is none.
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_those_of_a_line() {
        for (line, expected) in [
            ("", vec![""]),
            ("a", vec!["a"]),
            (" a ,,\u{a0}é\u{a0}\r\n", vec!["a", "", "é"]),
            (",", vec!["", ""]),
            ("ab, c d ,", vec!["ab", "c d", ""]),
        ] {
            let cells = Cells::of_line(line, b',');
            assert_eq!(cells.iter().collect::<Vec<_>>(), expected, "{line:?}");
            assert_eq!(cells, line.trim_end_matches(['\r', '\n']).split(',').collect());
            assert_eq!((cells.len(), cells.get(expected.len())), (expected.len(), None));
            assert_eq!(cells.are_blank(), expected.iter().all(|cell| cell.is_empty()));
        }
        assert_eq!(Cells::default().len(), 0);
    }
}

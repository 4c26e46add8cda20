//! The rows of a table by their keys, without keeping the keys.
//!
//! Goes in: rows, and what the key of a row is. Comes out: the row that has a key. Must not know: what a key is
//! made of.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::read::table::Record;

/// Rows by key. Whoever asks says what the key of a row is, the same every time.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct KeyIndex {
    rows: HashTable<Entry>,
    hasher: DefaultHashBuilder,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    row: u32,
    /// Others have the same key.
    is_shared: bool,
}

impl KeyIndex {
    /// Finds the key of every row, which `key` puts into an empty text.
    pub(in crate::read) fn of(rows: &[Record], key: impl Fn(&Record, &mut String)) -> Self {
        let mut index =
            Self { rows: HashTable::with_capacity(rows.len()), hasher: DefaultHashBuilder::default() };
        let (mut own, mut other) = (String::new(), String::new());
        for (number, row) in (0..).zip(rows) {
            own.clear();
            key(row, &mut own);
            let hash = index.hasher.hash_one(own.as_str());
            let mut is_same = |entry: &Entry| {
                other.clear();
                key(&rows[entry.row as usize], &mut other);
                own == other
            };
            if let Some(known) = index.rows.find_mut(hash, &mut is_same) {
                known.is_shared = true;
                continue;
            }
            let hasher = &index.hasher;
            index.rows.insert_unique(hash, Entry { row: number, is_shared: false }, |entry| {
                let mut text = String::new();
                key(&rows[entry.row as usize], &mut text);
                hasher.hash_one(text.as_str())
            });
        }
        index
    }

    /// The number of different keys.
    pub(in crate::read) fn distinct(&self) -> usize {
        self.rows.len()
    }

    /// True where some row has a key; `is_key` says whether it is that of a row.
    pub(in crate::read) fn has(&self, key: &str, is_key: impl Fn(usize) -> bool) -> bool {
        self.entry(key, is_key).is_some()
    }

    /// The only row with a key; `is_key` says whether it is that of a row.
    pub(in crate::read) fn row(&self, key: &str, is_key: impl Fn(usize) -> bool) -> Option<usize> {
        self.entry(key, is_key).filter(|entry| !entry.is_shared).map(|entry| entry.row as usize)
    }

    fn entry(&self, key: &str, is_key: impl Fn(usize) -> bool) -> Option<Entry> {
        let hash = self.hasher.hash_one(key);
        self.rows.find(hash, |entry| is_key(entry.row as usize)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leads_to_its_row_and_one_that_is_shared_to_none() {
        let rows: Vec<Record> =
            ["a,1", "b,2", "a,3", "c,4"].iter().map(|line| Record::bare(line, 1, b',')).collect();
        let index = KeyIndex::of(&rows, |row, key| key.push_str(row.cell(0)));
        assert_eq!(index.distinct(), 3);
        let find = |key: &str| index.row(key, |row| rows[row].cell(0) == key);
        assert_eq!(["a", "b", "c", "d"].map(find), [None, Some(1), Some(3), None]);
        assert!(index.has("a", |row| rows[row].cell(0) == "a"));
    }
}

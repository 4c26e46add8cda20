//! An anchor as a table: a row for each item, with the cells of all that stands above it.
//!
//! Goes in: an [`Anchor`]. Comes out: a [`Table`] whose first record is its header, and for each column the level
//! it is of, and for each level the item that each row stands in. What is the same for all rows below an item is
//! known, and need not be guessed.
//! Must not know: which columns are what.

use std::collections::HashMap;

use super::anchor::{Anchor, Item};
use super::facts::joined;
use super::grouping::Common;
use super::schema::Schema;
use super::subject::{self, last_key};
use super::words::{is_code, role};
use crate::read::mapping::Role;
use crate::read::table::cells::Cells;
use crate::read::table::{Record, Table};
use crate::read::vocabulary;

/// A table, and the levels that its columns are of.
#[derive(Debug, Default)]
pub(super) struct AnchorTable {
    /// The header, and a record for each row.
    pub(super) table: Table,
    /// For each level the item that each row stands in.
    pub(super) items: Vec<Vec<u32>>,
}

/// The columns of a level, by the path that leads to each.
#[derive(Default)]
struct Columns {
    headers: Vec<String>,
    levels: Vec<usize>,
    numbers: HashMap<(usize, String), usize>,
}

impl Columns {
    fn number(&mut self, level: usize, path: &str) -> Option<usize> {
        const MOST: usize = 20_000;
        if let Some(&number) = self.numbers.get(&(level, path.to_owned())) {
            return Some(number);
        }
        if self.headers.len() >= MOST {
            return None;
        }
        self.headers.push(path.to_owned());
        self.levels.push(level);
        self.numbers.insert((level, path.to_owned()), self.headers.len() - 1);
        Some(self.headers.len() - 1)
    }
}

impl AnchorTable {
    /// Every row of an anchor, with the cells of the levels above it, but for the document itself.
    pub(super) fn of(schema: &Schema, anchor: &Anchor<'_, '_>) -> Self {
        let bottom = anchor.bottom();
        let mut columns = Columns::default();
        let mut cells: Vec<Vec<Vec<(usize, String)>>> = vec![Vec::new()];
        for level in 1..=bottom {
            let key_header = key_header(schema, anchor, level);
            let of_level = anchor.levels[level]
                .items
                .iter()
                .map(|item| item_cells(schema, anchor, level, item, &key_header, &mut columns))
                .collect();
            cells.push(of_level);
        }
        let Columns { headers, levels, .. } = columns;
        let headers = distinguished(schema, anchor, headers, &levels);
        let mut found = Self { items: vec![Vec::new(); bottom + 1], ..Self::default() };
        found.table.delimiter = b',';
        found.table.records.push(record(headers.iter().map(String::as_str)));
        for row in 0..anchor.rows().len() {
            let mut texts: Vec<&str> = vec![""; headers.len()];
            for (level, of_level) in cells.iter().enumerate().take(bottom + 1).skip(1) {
                let item = anchor.above(bottom, row, level);
                found.items[level].push(item as u32);
                for (column, text) in &of_level[item] {
                    texts[*column] = text;
                }
            }
            let record = record(texts.into_iter());
            if record.is_blank() {
                found.table.blank_rows += 1;
            } else {
                found.table.records.push(record);
            }
        }
        found
    }
}

fn record<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Record {
    let raw = texts.clone().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    // A document has no lines of its own.
    Record { line: 0, raw, cells: texts.collect::<Cells>() }
}

fn item_cells(
    schema: &Schema,
    anchor: &Anchor<'_, '_>,
    level: usize,
    item: &Item<'_, '_>,
    key_header: &str,
    columns: &mut Columns,
) -> Vec<(usize, String)> {
    let mut cells = Vec::new();
    if let Some(key) = item.key
        && let Some(column) = columns.number(level, key_header)
    {
        cells.push((column, key.to_owned()));
    }
    let is_word = holds_words(schema, anchor, level);
    anchor.cells(schema, level, item, &mut |path, text| {
        let path = match path {
            "" if is_word => "vote",
            "" if is_code(&text) => "id",
            "" => "name",
            _ => path,
        };
        if let Some(column) = columns.number(level, path) {
            cells.push((column, text.into_owned()));
        }
    });
    cells
}

fn holds_words(schema: &Schema, anchor: &Anchor<'_, '_>, level: usize) -> bool {
    let keys = schema.places[anchor.levels[level].place].keys();
    keys.is_some_and(|keys| keys.common == Common::Words)
}

/// What the keys of a level are called: the vote where they are its words; members or votes, whichever their items
/// are not.
fn key_header(schema: &Schema, anchor: &Anchor<'_, '_>, level: usize) -> String {
    let Some(keys) = schema.places[anchor.levels[level].place].keys() else { return String::new() };
    if keys.are_sides() {
        return "vote".to_owned();
    }
    let name = schema.name(anchor.levels[level].place);
    if matches!(role(name), Some(Role::Name | Role::Id | Role::Constituency)) {
        return name.to_owned();
    }
    let items = &anchor.levels[level].items;
    let are_codes = items.iter().filter(|item| item.key.is_some_and(is_code)).count() * 2 > items.len();
    let own = subject::of(schema, anchor, level);
    let above = subject::of(schema, anchor, level - 1);
    let is_dictionary = keys.common == Common::Words;
    let are_votes =
        if is_dictionary { above.are_members() || above.votes == 0 && are_codes } else { own.votes == 0 };
    // Records that say what was voted on stand under the name of a member, and the other way round.
    let are_votes = if is_dictionary || own.votes == own.members { are_votes } else { own.are_members() };
    match (are_votes, are_codes) {
        (true, _) => "vote id".to_owned(),
        (false, true) => "id".to_owned(),
        (false, false) => "name".to_owned(),
    }
}

/// Headers that are alike on two levels, with the name of their list before them: `member.id` beside `vote.id`.
fn distinguished(
    schema: &Schema,
    anchor: &Anchor<'_, '_>,
    headers: Vec<String>,
    levels: &[usize],
) -> Vec<String> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for header in &headers {
        *times.entry(header.clone()).or_default() += 1;
    }
    headers
        .into_iter()
        .zip(levels)
        .map(|(header, &level)| {
            let name = schema.name(anchor.levels[level].place);
            if times[&header] < 2 || name.is_empty() {
                return header;
            }
            let singular = name.strip_suffix('s').unwrap_or(name);
            let full = joined(singular, &header);
            // The name of a list may make another word of the header, and must not.
            let meaning = |header: &str| vocabulary::role(header).map(|(role, _)| role);
            if meaning(&full).is_some() || meaning(last_key(&header)).is_none() { full } else { header }
        })
        .collect()
}

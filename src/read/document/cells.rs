//! Rows of an anchor as cells in columns: what a row says, and what the groups it stands in say of it.
//!
//! Goes in: an [`Anchor`], which level is the vote, and where the words of the vote stand. Comes out: [`Ballot`]s.
//! Must not know: which column is what.

use hashbrown::HashMap;

use super::anchor::{Anchor, Item};
use super::facts::joined;
use super::grouping::Common;
use super::publisher::OWN_WORD;
use super::schema::Schema;
use super::words::{is_code, is_party, role};
use crate::read::mapping::Role;

/// One row: its cells by column, and its word, where that stands in no column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ballot {
    pub(super) cells: Vec<(u32, String)>,
    pub(super) word: Option<String>,
}

impl Ballot {
    /// The text in a column; nothing where it is empty.
    pub(super) fn cell(&self, column: usize) -> Option<&str> {
        let (_, text) = self.cells.iter().find(|(known, _)| *known as usize == column)?;
        Some(text.as_str()).filter(|text| !text.is_empty())
    }
}

/// The columns of the rows of one document, by the path that leads to each.
#[derive(Clone, Debug, Default)]
pub(super) struct Paths {
    pub(super) names: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Paths {
    /// The column of a path; none beyond so many as no rows have.
    pub(super) fn number(&mut self, path: &str) -> Option<u32> {
        const MOST_PATHS: usize = 2_000;
        if let Some(&number) = self.numbers.get(path) {
            return Some(number);
        }
        let number = self.names.len() as u32;
        if self.names.len() >= MOST_PATHS {
            return None;
        }
        self.names.push(path.to_owned());
        self.numbers.insert(path.to_owned(), number);
        Some(number)
    }
}

/// Where the words of a vote stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// In a column of the rows.
    Column,
    /// In the rows themselves, under the names of the members.
    Text,
    /// In the keys of a level.
    Key(usize),
    /// In a cell of the items of a level, beside lists of members.
    Cell(usize, String),
    /// In the one key above the rows, inside the items of the level above this one.
    Name(usize, String),
    /// Nowhere: that there is a row at all is a vote for.
    Link,
}

impl Source {
    /// The level at which rows part by their words.
    pub(super) fn level(&self, bottom: usize) -> usize {
        match self {
            Self::Key(level) | Self::Cell(level, _) | Self::Name(level, _) => *level,
            _ => bottom,
        }
    }
}

/// The word of a link.
pub(super) const LINK: &str = "link";

/// How rows become ballots.
#[derive(Debug)]
pub(super) struct Layout<'s> {
    pub(super) schema: &'s Schema,
    /// The level whose items are votes.
    pub(super) votes: usize,
    pub(super) source: &'s Source,
    /// Each row stands under a key of its own, which names it.
    pub(super) is_named_by_key: bool,
}

impl Layout<'_> {
    /// A row as a ballot.
    pub(super) fn ballot(&self, anchor: &Anchor<'_, '_>, row: usize, paths: &mut Paths) -> Ballot {
        let bottom = anchor.bottom();
        let item = &anchor.rows()[row];
        let mut ballot = Ballot { cells: Vec::new(), word: self.word(anchor, row) };
        let mut put = |path: &str, text: &str| {
            if let Some(column) = paths.number(path) {
                ballot.cells.push((column, text.to_owned()));
            }
        };
        let mut has_name = false;
        if *self.source != Source::Text {
            anchor.cells(self.schema, bottom, item, &mut |path, text| {
                if path.is_empty() {
                    put(if is_code(&text) { "id" } else { "name" }, &text);
                } else {
                    has_name |= role(path) == Some(Role::Name);
                    put(path, &text);
                }
            });
        }
        if let Some(key) = item.key.filter(|_| self.is_named_by_key) {
            put(self.name_of_key(anchor, key, has_name), key);
        }
        for level in self.votes + 1..=bottom {
            let number = anchor.above(bottom, row, level);
            self.group_cells(anchor, level, &anchor.levels[level].items[number], &mut put);
        }
        let own = paths.names.iter().position(|path| path.ends_with(OWN_WORD));
        let own = own.and_then(|column| ballot.cell(column).map(str::to_owned));
        ballot.word = own.or(ballot.word);
        ballot
    }

    fn word(&self, anchor: &Anchor<'_, '_>, row: usize) -> Option<String> {
        let bottom = anchor.bottom();
        let item = |level: usize| &anchor.levels[level].items[anchor.above(bottom, row, level)];
        match self.source {
            Source::Column => None,
            Source::Text => Some(item(bottom).node.scalar().unwrap_or_default().into_owned()),
            Source::Key(level) => item(*level).key.map(str::to_owned),
            Source::Name(_, name) => Some(name.clone()),
            Source::Cell(level, wanted) => Some(cell(self.schema, anchor, *level, item(*level), wanted)),
            Source::Link => {
                let mut word = None;
                anchor.cells(self.schema, bottom, item(bottom), &mut |_, text| {
                    let is_word = crate::read::vocabulary::position(&text).is_some();
                    word = word.take().or_else(|| is_word.then(|| text.into_owned()));
                });
                Some(word.unwrap_or_else(|| LINK.to_owned()))
            }
        }
    }

    /// The column of the keys that name the rows.
    fn name_of_key(&self, anchor: &Anchor<'_, '_>, key: &str, has_name: bool) -> &str {
        let name = self.schema.name(anchor.levels[anchor.bottom()].place);
        match role(name) {
            Some(Role::Name | Role::Id | Role::Constituency) => name,
            _ if has_name || is_code(key) => "id",
            _ => "name",
        }
    }

    /// What a level between the vote and the row says of the party of its members.
    fn group_cells(
        &self,
        anchor: &Anchor<'_, '_>,
        level: usize,
        item: &Item<'_, '_>,
        put: &mut impl FnMut(&str, &str),
    ) {
        const NAMES: [&str; 8] = ["name", "label", "libelle", "nom", "short", "code", "identifier", "id"];
        let place = anchor.levels[level].place;
        let name = self.schema.name(place);
        let is_bottom = level == anchor.bottom();
        let mut is_said = false;
        if !is_bottom {
            let mut names: Vec<(usize, String)> = Vec::new();
            anchor.cells(self.schema, level, item, &mut |path, text| {
                let is_of_party = matches!(
                    role(path),
                    Some(Role::Party | Role::PartyShort | Role::PartyColour | Role::Constituency)
                );
                if is_of_party && !text.is_empty() {
                    put(&joined(name, path), &text);
                    is_said = true;
                }
                if let Some(rank) = NAMES.iter().position(|known| path.eq_ignore_ascii_case(known)) {
                    names.push((rank, text.into_owned()));
                }
            });
            names.sort();
            if let Some((_, text)) = names.first().filter(|_| !is_said && is_party(name)) {
                put("group", text);
                is_said = true;
            }
        }
        let keys = self.schema.places[place].keys();
        let is_group =
            keys.is_some_and(|keys| keys.common != Common::Words) && *self.source != Source::Key(level);
        let is_name = is_bottom && self.is_named_by_key;
        if let Some(key) = item.key.filter(|key| is_group && !is_said && !is_name && role(key).is_none()) {
            put("group", key);
        }
    }
}

/// The text of one cell of an item.
pub(super) fn cell(
    schema: &Schema,
    anchor: &Anchor<'_, '_>,
    level: usize,
    item: &Item<'_, '_>,
    wanted: &str,
) -> String {
    let mut found = None;
    anchor.cells(schema, level, item, &mut |path, text| {
        if path == wanted && found.is_none() {
            found = Some(text.into_owned());
        }
    });
    found.unwrap_or_default()
}

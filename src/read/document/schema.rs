//! The form of a document: its values by where they stand, siblings of one form merged.
//!
//! Goes in: a tree. Comes out: a [`Schema`] of places. A place is reached by a key, by one of several keys that
//! may be data (`grouping`), or as an item of a list inside a list. What stands under a key is always a list of
//! items, so that a list of one reads like its longer siblings, however it is written. A list that mixes kinds of
//! records, distinguished by the text under one key, is parted.
//! Must not know: members, votes, rows.

use std::borrow::Cow;

use hashbrown::{HashMap, HashSet};

use super::grouping::{self, Entry, Keys};
use super::kinds;
use super::node::Node;
use crate::read::mapping::Mapping;

/// How a place is reached from the one above it.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// The document itself.
    Document,
    /// The value of a key.
    Key(String),
    /// The value of each of several keys that may be data.
    Keys(Keys),
    /// The items of a list inside a list.
    Inner,
}

/// The kind of record that stands at a place, where a list mixes several: the text under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) key: String,
    pub(super) text: String,
}

impl Kind {
    /// True for a record of this kind.
    pub(super) fn is_of(&self, node: &Node<'_>) -> bool {
        node.text_at(&[&self.key]).is_some_and(|text| text == self.text)
    }
}

/// Where values of one form stand.
#[derive(Debug)]
pub(super) struct Place {
    /// The place above; none for the document.
    pub(super) above: Option<usize>,
    /// The places right below.
    pub(super) below: Vec<usize>,
    pub(super) step: Step,
    pub(super) kind: Option<Kind>,
    /// Several stand here side by side: items of a list, or the values of several keys.
    pub(super) repeats: bool,
    /// Each item is a list of cells.
    pub(super) are_rows: bool,
}

impl Place {
    /// The key that leads here; empty where several do.
    pub(super) fn name(&self) -> &str {
        match &self.step {
            Step::Key(key) => key,
            _ => "",
        }
    }

    /// The keys that may be data, where several lead here.
    pub(super) fn keys(&self) -> Option<&Keys> {
        match &self.step {
            Step::Keys(keys) => Some(keys),
            _ => None,
        }
    }
}

/// Every place of a document. Those above come before those below.
#[derive(Debug, Default)]
pub(super) struct Schema {
    pub(super) places: Vec<Place>,
}

/// More places than any publisher has; where keys are data and nothing says so, places have no end.
const MOST_PLACES: usize = 4_000;

impl Schema {
    /// The places of a document. A mapping that was given knows more words for positions.
    pub(super) fn of(root: &Node<'_>, given: Option<&Mapping>) -> Self {
        let mut builder = Builder { schema: Self::default(), given };
        builder.add(None, &Step::Document, "", &[root], false);
        builder.schema
    }

    /// The places from the document to this one.
    pub(super) fn path(&self, place: usize) -> Vec<usize> {
        let mut path: Vec<usize> =
            std::iter::successors(Some(place), |&place| self.places[place].above).collect();
        path.reverse();
        path
    }

    /// What a place is called: its key, else that of the nearest place above that has one.
    pub(super) fn name(&self, place: usize) -> &str {
        let names = std::iter::successors(Some(place), |&place| self.places[place].above);
        names.map(|place| self.places[place].name()).find(|name| !name.is_empty()).unwrap_or_default()
    }
}

struct Builder<'g> {
    schema: Schema,
    given: Option<&'g Mapping>,
}

impl Builder<'_> {
    /// Adds the place that a step leads to, with what stands there, and everything below.
    fn add(
        &mut self,
        above: Option<usize>,
        step: &Step,
        name: &str,
        values: &[&Node<'_>],
        comes_twice: bool,
    ) {
        let (items, repeats): (Vec<&Node<'_>>, bool) = match step {
            // Each value is a row by itself.
            Step::Keys(keys) if keys.are_rows => (values.to_vec(), true),
            _ => {
                let is_list = values.iter().any(|value| matches!(value, Node::List(_)));
                let repeats = is_list || comes_twice || matches!(step, Step::Keys(_));
                (values.iter().flat_map(|value| value.items()).collect(), repeats)
            }
        };
        for (kind, items) in kinds::part(&items) {
            let step = step.clone();
            let place = Place { above, below: Vec::new(), step, kind, repeats, are_rows: false };
            self.add_kind(place, name, &items);
        }
    }

    fn add_kind(&mut self, place: Place, name: &str, items: &[&Node<'_>]) {
        let number = self.schema.places.len();
        if number >= MOST_PLACES {
            return;
        }
        let lists: Vec<&Node<'_>> =
            items.iter().copied().filter(|item| matches!(item, Node::List(_))).collect();
        let are_rows = lists.len() == items.len() && are_rows(&lists);
        let are_items = place.repeats && !matches!(place.step, Step::Keys(_));
        if let Some(above) = place.above {
            self.schema.places[above].below.push(number);
        }
        self.schema.places.push(Place { are_rows, ..place });
        if are_rows {
            return;
        }
        if !lists.is_empty() {
            self.add(Some(number), &Step::Inner, name, &lists, false);
        }
        let entries = entries(items);
        let groups = grouping::groups(&entries, name, are_items, self.given);
        let mut grouped: HashSet<&str> = HashSet::new();
        for keys in groups {
            let own: Vec<&Entry<'_, '_>> = entries.iter().filter(|entry| keys.has(entry.key)).collect();
            // The words of a dictionary are cells as well: whether its keys are data is not decided here.
            grouped.extend(own.iter().map(|entry| entry.key));
            let values: Vec<&Node<'_>> = own.iter().flat_map(|entry| entry.values.iter().copied()).collect();
            self.add(Some(number), &Step::Keys(keys), name, &values, false);
        }
        let is_single = |entry: &&Entry<'_, '_>| entry.is_container && !grouped.contains(entry.key);
        for entry in entries.iter().filter(is_single) {
            let step = Step::Key(entry.key.to_owned());
            self.add(Some(number), &step, entry.key, &entry.values, entry.comes_twice);
        }
    }
}

/// The entries of some objects by key, in the order in which they first come.
fn entries<'n, 'a>(items: &[&'n Node<'a>]) -> Vec<Entry<'n, 'a>> {
    let mut entries: Vec<Entry<'n, 'a>> = Vec::new();
    let mut places: HashMap<&'n str, usize> = HashMap::new();
    // The object that each key was last seen in, counted from 1.
    let mut last_seen: Vec<usize> = Vec::new();
    for (number, item) in items.iter().enumerate() {
        for (key, value) in item.entries() {
            let key: &'n Cow<'a, str> = key;
            if super::words::is_aside(key) {
                continue;
            }
            let place = *places.entry(key.as_ref()).or_insert_with(|| {
                entries.push(Entry::new(key));
                last_seen.push(0);
                entries.len() - 1
            });
            let entry = &mut entries[place];
            entry.is_container |= matches!(value, Node::List(_) | Node::Object(_));
            entry.comes_twice |= last_seen[place] == number + 1;
            last_seen[place] = number + 1;
            if *value != Node::Null {
                entry.values.push(value);
            }
        }
    }
    entries
}

/// True for lists of cells, all as long as the first.
fn are_rows(lists: &[&Node<'_>]) -> bool {
    let is_cell = |cell: &Node<'_>| cell.is_plain() || *cell == Node::Null;
    let width = lists.first().map_or(0, |list| list.items().len());
    width > 1 && lists.iter().all(|list| list.items().len() == width && list.items().iter().all(is_cell))
}

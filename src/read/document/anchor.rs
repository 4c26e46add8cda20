//! Anchors: the places of a document where rows stand, with all that stands above each row.
//!
//! Goes in: a [`Schema`] and the tree. Comes out: an [`Anchor`], levels of items from the document down to the
//! rows. An item knows the item above it, so that what an item says is held once, however many rows are below it;
//! items without rows below stay.
//! Must not know: which items are votes, which are members.

use std::borrow::Cow;

use hashbrown::{HashMap, HashSet};

use super::facts::joined;
use super::node::{Node, TEXT};
use super::schema::{Schema, Step};

/// One of several that stand side by side, or the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'n, 'a> {
    pub(super) node: &'n Node<'a>,
    /// The key that it stands under, where keys may be data.
    pub(super) key: Option<&'n str>,
    /// The item of the level above.
    pub(super) above: u32,
    /// The record of another list that it names, and that says more of it.
    pub(super) linked: Option<&'n Node<'a>>,
}

/// Items of one place.
#[derive(Clone, Debug)]
pub(super) struct Level<'n, 'a> {
    pub(super) place: usize,
    pub(super) items: Vec<Item<'n, 'a>>,
    /// The keys of what is no cell of these items: other levels, and dictionaries.
    parted: HashSet<String>,
}

/// Rows, and the levels above them: the document first, the rows last.
#[derive(Clone, Debug)]
pub(super) struct Anchor<'n, 'a> {
    pub(super) levels: Vec<Level<'n, 'a>>,
    /// What heads the cells of rows that are lists.
    header: Vec<String>,
    /// The level whose items are votes, where the rows name them.
    pub(super) named_votes: Option<usize>,
}

impl<'n, 'a> Anchor<'n, 'a> {
    /// Everything that stands at a place.
    pub(super) fn at(schema: &Schema, place: usize, root: &'n Node<'a>) -> Self {
        let path = schema.path(place);
        let repeating = path.iter().copied().filter(|&place| schema.places[place].repeats);
        let places: Vec<usize> = std::iter::once(path[0]).chain(repeating).collect();
        let level = |(number, &place): (usize, &usize)| Level {
            place,
            items: Vec::new(),
            parted: parted_below(schema, place, places.get(number + 1).copied()),
        };
        let mut levels: Vec<Level<'n, 'a>> = places.iter().enumerate().map(level).collect();
        levels[0].items.push(Item { node: root, key: None, above: 0, linked: None });
        let mut walk = Walk { schema, path: &path, levels, header: Vec::new() };
        walk.enter(0, root, root, None, 0, 0);
        Self { levels: walk.levels, header: walk.header, named_votes: None }
    }

    /// The level of the rows.
    pub(super) fn bottom(&self) -> usize {
        self.levels.len() - 1
    }

    pub(super) fn rows(&self) -> &[Item<'n, 'a>] {
        self.levels.last().map_or(&[], |level| &level.items)
    }

    /// The item of a level that an item further down stands in: a number among the items of that level.
    pub(super) fn above(&self, mut level: usize, mut item: usize, wanted: usize) -> usize {
        while level > wanted {
            item = self.levels[level].items[item].above as usize;
            level -= 1;
        }
        item
    }

    /// Says more of a row: the record that it names.
    pub(super) fn set_linked(&mut self, row: usize, linked: Option<&'n Node<'a>>) {
        if let Some(item) = self.levels.last_mut().and_then(|level| level.items.get_mut(row)) {
            item.linked = linked;
        }
    }

    /// Puts items of another list above the rows, in place of what they stand in: each row below the item whose
    /// identifier it names. Every row must name one.
    pub(super) fn put_above(
        &mut self,
        place: usize,
        items: &[&'n Node<'a>],
        id_of: impl Fn(&Node<'_>) -> Option<String>,
        named: &[String],
    ) {
        let Some(mut rows) = self.levels.pop() else { return };
        self.levels.truncate(1);
        let numbers: HashMap<String, u32> =
            (0..).zip(items).filter_map(|(number, item)| Some((id_of(item)?, number))).collect();
        let items = items.iter().map(|&node| Item { node, key: None, above: 0, linked: None }).collect();
        self.levels.push(Level { place, items, parted: HashSet::new() });
        for (row, id) in rows.items.iter_mut().zip(named) {
            row.above = numbers.get(id).copied().unwrap_or_default();
        }
        self.levels.push(rows);
        self.named_votes = Some(1);
    }

    /// Hands over every cell of an item: the keys that lead to it, and its text. A text that stands by itself
    /// comes without a key, and an element's own text under the element's name.
    pub(super) fn cells(
        &self,
        schema: &Schema,
        level: usize,
        item: &Item<'n, 'a>,
        then: &mut dyn FnMut(&str, Cow<'n, str>),
    ) {
        let level = &self.levels[level];
        let name = schema.name(level.place);
        for node in std::iter::once(item.node).chain(item.linked) {
            match node {
                Node::List(cells) => {
                    for (number, cell) in cells.iter().enumerate() {
                        let text = cell.scalar().unwrap_or_default();
                        match self.header.get(number) {
                            Some(header) => then(header, text),
                            None => then(&(number + 1).to_string(), text),
                        }
                    }
                }
                Node::Object(_) => flatten(node, "", name, 0, &level.parted, then),
                _ => {
                    if let Some(text) = node.scalar() {
                        then("", text);
                    }
                }
            }
        }
    }
}

/// The keys, from an item of a place on, of what is no cell of the item: what is a level of its own, and
/// dictionaries, but for small ones, whose keys may as well be headers. `next` is the level below.
fn parted_below(schema: &Schema, place: usize, next: Option<usize>) -> HashSet<String> {
    const MOST_HEADERS: usize = 8;
    let mut parted = HashSet::new();
    let mut open = vec![(place, String::new())];
    while let Some((above, path)) = open.pop() {
        for &number in &schema.places[above].below {
            let found = &schema.places[number];
            match &found.step {
                Step::Key(key) if found.repeats => {
                    parted.insert(joined(&path, key));
                }
                Step::Key(key) => open.push((number, joined(&path, key))),
                Step::Keys(keys) => {
                    let is_level = next == Some(number);
                    if is_level || (next.is_some() && keys.len() > MOST_HEADERS) {
                        parted.extend(keys.names().map(|key| joined(&path, key)));
                    }
                }
                _ => {}
            }
        }
    }
    parted
}

struct Walk<'s, 'n, 'a> {
    schema: &'s Schema,
    path: &'s [usize],
    levels: Vec<Level<'n, 'a>>,
    header: Vec<String>,
}

impl<'n, 'a> Walk<'_, 'n, 'a> {
    /// Takes the value that the step of a place leads to, inside an object.
    fn enter(
        &mut self,
        at: usize,
        value: &'n Node<'a>,
        inside: &'n Node<'a>,
        key: Option<&'n str>,
        above: u32,
        level: usize,
    ) {
        let place = &self.schema.places[self.path[at]];
        let is_whole = place.keys().is_some_and(|keys| keys.are_rows);
        let mut items = if is_whole { std::slice::from_ref(value) } else { value.items() };
        if place.are_rows && !is_whole && at + 1 == self.path.len() {
            items = self.without_header(items, inside);
        }
        for item in items {
            if place.kind.as_ref().is_some_and(|kind| !kind.is_of(item)) {
                continue;
            }
            if !place.repeats {
                self.descend(at, item, above, level);
                continue;
            }
            let items = &mut self.levels[level + 1].items;
            let Ok(number) = u32::try_from(items.len()) else { return };
            items.push(Item { node: item, key, above, linked: None });
            self.descend(at, item, number, level + 1);
        }
    }

    fn descend(&mut self, at: usize, node: &'n Node<'a>, above: u32, level: usize) {
        let Some(&next) = self.path.get(at + 1) else { return };
        let schema = self.schema;
        match &schema.places[next].step {
            Step::Document => {}
            Step::Inner => {
                if matches!(node, Node::List(_)) {
                    self.enter(at + 1, node, node, None, above, level);
                }
            }
            Step::Key(wanted) => {
                for (_, value) in node.entries().iter().filter(|(key, _)| key == wanted) {
                    self.enter(at + 1, value, node, None, above, level);
                }
            }
            Step::Keys(keys) => {
                for (key, value) in node.entries().iter().filter(|(key, _)| keys.has(key)) {
                    self.enter(at + 1, value, node, Some(key), above, level);
                }
            }
        }
    }

    /// The rows of a table of lists, its header taken off, which stands above them or beside.
    fn without_header(&mut self, rows: &'n [Node<'a>], inside: &Node<'_>) -> &'n [Node<'a>] {
        let cells = |row: &Node<'_>| -> Vec<String> {
            row.items().iter().map(|cell| cell.scalar().unwrap_or_default().into_owned()).collect()
        };
        let Some((first, below)) = rows.split_first() else { return rows };
        let width = first.items().len();
        let is_header = |value: &&Node<'_>| matches!(value, Node::List(names) if names.len() == width && names.iter().all(Node::is_plain));
        if let Some(header) = inside.entries().iter().map(|(_, value)| value).find(is_header) {
            self.header = cells(header);
            return rows;
        }
        let found = cells(first);
        if self.header.is_empty() && is_table_header(&found) {
            self.header.clone_from(&found);
        }
        if found == self.header { below } else { rows }
    }
}

/// True for cells that head columns: no numbers, none twice, and one that is known.
fn is_table_header(cells: &[String]) -> bool {
    let distinct: HashSet<&String> = cells.iter().collect();
    distinct.len() == cells.len()
        && cells.iter().all(|cell| cell.chars().any(char::is_alphabetic))
        && cells.iter().any(|cell| crate::read::vocabulary::role(cell).is_some())
}

/// The plain values in a record and in the objects inside it.
fn flatten<'n>(
    node: &'n Node<'_>,
    path: &str,
    name: &str,
    depth: usize,
    parted: &HashSet<String>,
    then: &mut dyn FnMut(&str, Cow<'n, str>),
) {
    const DEEPEST: usize = 4;
    for (key, value) in node.entries() {
        if value.is_plain() && key == TEXT {
            then(if path.is_empty() { name } else { path }, value.scalar().unwrap_or_default());
            continue;
        }
        let path = joined(path, key);
        if !parted.is_empty() && parted.contains(&path) {
            continue;
        }
        if value.is_plain() {
            then(&path, value.scalar().unwrap_or_default());
        } else if matches!(value, Node::Object(_)) && depth < DEEPEST {
            flatten(value, &path, key, depth + 1, parted, then);
        }
    }
}

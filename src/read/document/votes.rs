//! What is known of a vote: from the item that it is, from its key, and from what stands around it.
//!
//! Goes in: an item of an anchor. Comes out: a [`RollCallInfo`]. Must not know: ballots.

use super::anchor::{Anchor, Item};
use super::facts::{self, Fact, KEY, inherited};
use super::node::Node;
use super::schema::{Schema, Step};
use crate::model::RollCallInfo;

/// What is known of an item that is a vote.
pub(super) fn info(schema: &Schema, anchor: &Anchor<'_, '_>, level: usize, item: usize) -> RollCallInfo {
    let items = &anchor.levels[level].items;
    let own = &items[item];
    let mut known = facts::facts(own.node);
    // A key that several stand under names none of them.
    let is_shared = |other: Option<&Item<'_, '_>>| {
        other.is_some_and(|other| other.key == own.key && other.above == own.above)
    };
    let neighbours = [item.checked_sub(1).and_then(|before| items.get(before)), items.get(item + 1)];
    if let Some(key) = own.key.filter(|_| !neighbours.into_iter().any(is_shared)) {
        known.push(key_fact(key));
    }
    let mut depth = 0;
    let (mut level, mut item) = (level, item);
    while level > 0 {
        let above = anchor.levels[level].items[item].above as usize;
        let outer = &anchor.levels[level - 1].items[above];
        for node in
            objects_between(schema, outer.node, anchor.levels[level].place, anchor.levels[level - 1].place)
        {
            known.append(&mut inherited(node, depth));
            depth += 1;
        }
        (level, item) = (level - 1, above);
    }
    facts::info(&known)
}

/// The objects from an item down to the list or keys in which an item of the next level stands, innermost first.
fn objects_between<'n, 'a>(
    schema: &Schema,
    outer: &'n Node<'a>,
    inner: usize,
    above: usize,
) -> Vec<&'n Node<'a>> {
    let path: Vec<usize> = schema.path(inner);
    let start = path.iter().position(|&place| place == above).map_or(0, |at| at + 1);
    let mut objects = vec![outer];
    let mut node = outer;
    for &place in path.get(start..path.len().saturating_sub(1)).unwrap_or_default() {
        let Step::Key(key) = &schema.places[place].step else { break };
        let Some(next) = node.get(key) else { break };
        objects.push(next);
        node = next;
    }
    objects.reverse();
    objects
}

/// What a vote is called in a message.
pub(super) fn label(info: &RollCallInfo) -> Option<&str> {
    info.id.as_deref().or(info.title.as_deref())
}

fn key_fact(key: &str) -> Fact {
    Fact { path: KEY.to_owned(), key: KEY.to_owned(), above: String::new(), value: key.to_owned(), depth: 0 }
}

/// True for an object with most of the keys of another.
pub(super) fn is_like(node: &Node<'_>, model: &Node<'_>) -> bool {
    let longest = node.entries().len().max(model.entries().len());
    let shared = node.entries().iter().filter(|(key, _)| model.get(key).is_some()).count();
    matches!(node, Node::Object(_)) && shared * 10 >= longest * 6
}

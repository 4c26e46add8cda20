//! How much values resemble each other in form.
//!
//! Must not know: what any key means.

use hashbrown::HashSet;

use super::node::Node;
use crate::read::vocabulary;

/// What some values are like: the items of lists, or the values themselves.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a kind of value that is there or not")]
pub(super) struct Likeness<'n> {
    /// The keys of objects among them.
    keys: HashSet<&'n str>,
    has_texts: bool,
    has_objects: bool,
    has_lists_inside: bool,
    are_lists: bool,
    /// Some value, or something in an object, is a list.
    hold_lists: bool,
    /// All that is in the objects are words of a vote.
    all_words: bool,
    /// Nothing in the objects is plain.
    none_plain: bool,
    /// The keys of what is in the objects, where nothing is plain.
    below: HashSet<&'n str>,
}

/// So many values, and so many items of each, are looked at.
const SAMPLE: usize = 12;

impl<'n> Likeness<'n> {
    pub(super) fn of(values: &[&'n Node<'_>]) -> Self {
        let mut likeness = Self { all_words: true, none_plain: true, are_lists: true, ..Self::default() };
        let step = values.len().div_ceil(SAMPLE).max(1);
        for value in values.iter().step_by(step) {
            likeness.are_lists &= matches!(value, Node::List(_));
            likeness.hold_lists |= matches!(value, Node::List(_));
            for item in value.items().iter().take(SAMPLE) {
                match item {
                    Node::Object(entries) => {
                        likeness.has_objects = true;
                        for (key, inner) in entries {
                            likeness.keys.insert(key);
                            likeness.all_words &= inner.is_plain() && is_word(inner);
                            likeness.none_plain &= !inner.is_plain();
                            likeness.hold_lists |= matches!(inner, Node::List(_) | Node::Object(_));
                            let below = inner.items().iter().take(SAMPLE).flat_map(Node::entries);
                            likeness.below.extend(below.map(|(key, _)| key.as_ref()));
                        }
                    }
                    Node::List(_) => likeness.has_lists_inside = true,
                    Node::Null => {}
                    _ => likeness.has_texts = true,
                }
            }
        }
        likeness
    }

    pub(super) fn has_texts(&self) -> bool {
        self.has_texts
    }

    pub(super) fn are_lists(&self) -> bool {
        self.are_lists
    }

    pub(super) fn hold_lists(&self) -> bool {
        self.hold_lists
    }

    fn is_empty(&self) -> bool {
        !self.has_texts && !self.has_objects && !self.has_lists_inside
    }

    /// True where the one could stand in the place of the other: texts for texts, objects that share most of
    /// their keys, or whose keys are all data. What is empty resembles every list.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        if self.is_empty() || other.is_empty() {
            return self.are_lists == other.are_lists;
        }
        if self.has_lists_inside != other.has_lists_inside {
            return false;
        }
        if !self.has_objects || !other.has_objects {
            return (self.has_texts && other.has_texts)
                || (!self.has_texts && !other.has_texts && self.has_objects == other.has_objects);
        }
        let shared = self.keys.intersection(&other.keys).count();
        let shortest = self.keys.len().min(other.keys.len());
        let longest = self.keys.len().max(other.keys.len());
        let below = self.below.intersection(&other.below).count();
        let are_dictionaries = (self.all_words && other.all_words)
            || (self.none_plain
                && other.none_plain
                && below > 0
                && below * 10 >= self.below.len().max(other.below.len()) * 6);
        shared * 10 >= longest * 6 || (shared * 10 >= shortest * 9 && shared > 1) || are_dictionaries
    }

    /// Adds what others are like.
    pub(super) fn add(&mut self, other: Self) {
        // The keys of the first are those that others are compared with.
        if self.keys.is_empty() {
            self.keys = other.keys;
        }
        self.has_texts |= other.has_texts;
        self.has_objects |= other.has_objects;
        self.hold_lists |= other.hold_lists;
        self.are_lists &= other.are_lists;
    }
}

fn is_word(node: &Node<'_>) -> bool {
    node.scalar().is_some_and(|text| vocabulary::position(&text).is_some())
}

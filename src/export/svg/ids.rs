//! The identifiers of one document.
//!
//! Goes in: what has been written, with a name at its end. Comes out: the same, the name one that no other element has.
//! Must not know: what the elements are.

use std::hash::BuildHasher as _;
use std::ops::Range;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Those that every document has.
const RESERVED: [&str; 3] = ["title", "description", "ground"];

/// Where each identifier that was given out stands in the document.
pub(super) struct Ids {
    taken: HashTable<Range<usize>>,
    hasher: DefaultHashBuilder,
}

impl Ids {
    /// Those of a document with nothing in it yet: most have so many groups, and seats whose names are all different need
    /// not be asked after.
    pub(super) fn new() -> Self {
        Self { taken: HashTable::with_capacity(50), hasher: DefaultHashBuilder::default() }
    }

    /// Gives the element being written what stands from `start` on as its identifier, with a number behind it where
    /// another element has it.
    pub(super) fn claim(&mut self, out: &mut String, start: usize) {
        let end = out.len();
        let mut next = 2;
        while !self.insert(out, start..out.len()) {
            out.truncate(end);
            out.push('-');
            out.push_str(&next.to_string());
            next += 1;
        }
    }

    /// False where it was there before.
    fn insert(&mut self, out: &str, id: Range<usize>) -> bool {
        let text = &out[id.clone()];
        let hash = self.hasher.hash_one(text);
        let is_taken =
            RESERVED.contains(&text) || self.taken.find(hash, |taken| &out[taken.clone()] == text).is_some();
        if !is_taken {
            self.taken.insert_unique(hash, id, |taken| self.hasher.hash_one(&out[taken.clone()]));
        }
        !is_taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_identifier_is_given_twice() {
        let mut ids = Ids::new();
        let mut out = String::new();
        let mut given = Vec::new();
        for name in ["a", "b", "a", "a-2", "a", "title"] {
            out.push(' ');
            let start = out.len();
            out.push_str(name);
            ids.claim(&mut out, start);
            given.push(out[start..].to_owned());
        }
        assert_eq!(given, ["a", "b", "a-2", "a-2-2", "a-3", "title-2"]);
    }
}

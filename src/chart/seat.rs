//! A seat in a drawing, and what it says.

use std::sync::Arc;

use super::names::Names;
use super::scene::Marker;

/// A seat and whom it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Where and how it is drawn.
    pub marker: Marker,
    /// The place of the ballot in the roll call; `None` for a vacant seat without one.
    pub ballot: Option<usize>,
    /// What it says of the member.
    pub caption: Arc<Caption>,
}

impl Seat {
    /// Who and how, as a sentence.
    #[must_use]
    pub fn title(&self) -> String {
        let Caption { before, after, .. } = &*self.caption;
        [before, self.member().unwrap_or_default(), after].concat()
    }

    /// The member's name; `None` for a vacant seat.
    #[must_use]
    pub fn member(&self) -> Option<&str> {
        self.ballot.and_then(|ballot| self.caption.names.get(ballot))
    }
}

/// What a seat says of its member: the same for all of one party who voted alike, who share it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The party's short name.
    pub party: String,
    /// The key of the position, or the name of the option; empty while it is not told.
    pub vote: String,
    /// The sentence up to the member's name.
    pub before: String,
    /// The sentence after it.
    pub after: String,
    /// The names of all members of the vote.
    pub names: Arc<Names>,
}

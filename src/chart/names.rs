//! The names of a vote's members as its drawing says them.
//!
//! Goes in: a vote. Comes out: a list of names, one list for all votes of the same members. Must not know: where they are
//! written.

use std::sync::{Arc, Mutex, PoisonError};

use super::words::{Vote, member_name};

/// Names by the place of the ballot in the roll call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<String>);

impl Names {
    /// The names of a vote's members: the list of the vote before, where the members are the same.
    pub(super) fn of(vote: &Vote<'_>) -> Arc<Self> {
        static LAST: Mutex<Option<Arc<Names>>> = Mutex::new(None);
        let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
        let known = last().clone();
        if let Some(known) = known.filter(|known| known.are_those_of(vote)) {
            return known;
        }
        let votes = vote.roll_call.votes().enumerate();
        let list = votes.map(|(ballot, cast)| member_name(cast.member, ballot, vote.lang)).collect();
        Arc::clone(last().insert(Arc::new(Self(list))))
    }

    /// The name of the member whose ballot is at a place.
    #[must_use]
    pub fn get(&self, ballot: usize) -> Option<&str> {
        self.0.get(ballot).map(String::as_str)
    }

    /// Every name, in the order of the ballots.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    fn are_those_of(&self, vote: &Vote<'_>) -> bool {
        let casts = vote.roll_call.votes().enumerate();
        casts.len() == self.0.len()
            && casts.zip(&self.0).all(|((ballot, cast), name)| match cast.member.name.as_str() {
                "" => *name == member_name(cast.member, ballot, vote.lang),
                given => name == given,
            })
    }
}

//! The names of a vote's members as its drawing says them.
//!
//! Goes in: a vote. Comes out: a list of names, one list for votes of the same members that follow one another. Must not
//! know: where they are written.

use std::sync::{Arc, Mutex, PoisonError};

use super::words::{Vote, holder_name};
use crate::lang::Lang;
use crate::model::VotersKey;

/// Names by the place of the ballot in the roll call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<String>);

/// Names with whose they are. Those of members without a name are words of a language.
struct Kept {
    names: Arc<Names>,
    of: VotersKey,
    lang: Lang,
}

impl Names {
    /// The names of a vote's members: the list of the vote before, where the members are the same.
    pub(super) fn of(vote: &Vote<'_>) -> Arc<Self> {
        static LAST: Mutex<Option<Kept>> = Mutex::new(None);
        let Vote { roll_call, lang, .. } = *vote;
        let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
        let is_known = |kept: &&Kept| kept.lang == lang && roll_call.has_voters(&kept.of);
        if let Some(Kept { names, .. }) = last().as_ref().filter(is_known) {
            return Arc::clone(names);
        }
        let votes = roll_call.votes().enumerate();
        let list = votes.map(|(ballot, cast)| holder_name(vote, cast.member, ballot)).collect();
        let names = Arc::new(Self(list));
        *last() = Some(Kept { names: Arc::clone(&names), of: roll_call.voters_key(), lang });
        names
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
}

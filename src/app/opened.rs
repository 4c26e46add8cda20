//! The vote that is open, and how its drawings are known from those of any other.
//!
//! Goes in: the votes of a file, and a place among them. Comes out: the vote with its numbers. Must not know: what the window
//! shows besides, drawing.

use std::sync::{Arc, Weak};

use super::vote_list::VoteList;
use crate::analyze::Summary;
use crate::chart::Vote;
use crate::lang::Lang;
use crate::model::RollCall;
use crate::read::{Question, Reading};

/// A vote that is open.
#[derive(Debug)]
pub struct Opened {
    /// The file, and where it has many votes the line of each.
    pub list: VoteList,
    /// The vote's place in the archive.
    pub index: usize,
    /// Its numbers.
    pub summary: Summary,
}

impl Opened {
    /// A vote of an archive; `None` where there is none at that place.
    pub(super) fn new(list: VoteList, index: usize) -> Option<Self> {
        let roll_call = list.reading.archive.roll_call(index)?;
        let summary = Summary::of(roll_call, list.rule);
        let summary = if list.is_unsettled(index) { summary.unsettled() } else { summary };
        Some(Self { list, index, summary })
    }

    /// The same with the parties of a composition summed that an arrangement names; nothing is summed of a vote.
    pub(super) fn with_coalition(self, names: &[String]) -> Self {
        let Some(roll_call) = self.list.reading.archive.roll_call(self.index) else { return self };
        match self.summary.clone().with_coalition(roll_call, names) {
            Ok(summary) => Self { summary, ..self },
            Err(_) => self,
        }
    }

    /// What the file does not say, where the figures of this vote depend on it.
    #[must_use]
    pub fn question(&self) -> Option<&Question> {
        self.list.question.as_deref().filter(|question| question.is_about(self.index))
    }

    /// The file as it was read.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.list.reading
    }

    /// The roll call.
    #[must_use]
    pub fn roll_call(&self) -> Option<RollCall<'_>> {
        self.list.reading.archive.roll_call(self.index)
    }

    /// What is to be drawn.
    pub(super) fn vote(&self, lang: Lang) -> Option<Vote<'_>> {
        let roll_call = self.roll_call()?;
        Some(Vote { roll_call, summary: &self.summary, lang, file: &self.list.reading.file })
    }
}

/// Which vote a drawing is of: a vote that was opened, as it was judged then. While this is kept no other vote has it, even
/// after the vote is closed, since its place in memory is not given to another.
#[derive(Clone, Debug)]
pub(super) struct OpenedId(Weak<Opened>);

impl OpenedId {
    pub(super) fn of(opened: &Arc<Opened>) -> Self {
        Self(Arc::downgrade(opened))
    }
}

impl PartialEq for OpenedId {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
    }
}

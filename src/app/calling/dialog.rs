//! What is asked on the calling page, with what has been typed so far.

use crate::model::Position;
use crate::record::MemberNumber;

/// A question that lies over the calling page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Whose turn it should be.
    Find {
        /// The beginning of a name.
        text: String,
        /// Which of those found.
        chosen: usize,
    },
    /// What an answer should be, and why.
    Correct {
        /// Whose.
        member: MemberNumber,
        /// What it should be.
        position: Option<Position>,
        /// Why.
        reason: String,
    },
    /// What happened to a member.
    Member {
        /// Who.
        member: MemberNumber,
    },
    /// Who sits in a member's place, and why.
    Replace {
        /// Whose.
        member: MemberNumber,
        /// Who.
        name: String,
        /// Why.
        reason: String,
    },
    /// Who speaks a member's vote.
    Proxy {
        /// Whose.
        member: MemberNumber,
        /// The beginning of a name.
        text: String,
        /// Which of those found.
        chosen: usize,
    },
    /// Who came in and is not on the roster.
    Newcomer {
        /// Who.
        name: String,
        /// The group's place among the parties.
        group: Option<u16>,
    },
    /// What two clerks heard differently.
    Differences,
    /// Whether the vote is to be closed.
    Close,
    /// Where the journal should go on.
    Move {
        /// The path.
        path: String,
    },
    /// Whether to close the window although the disk has not taken everything.
    Abandon,
}

impl Dialog {
    /// Looks for a member.
    #[must_use]
    pub fn find() -> Self {
        Self::Find { text: String::new(), chosen: 0 }
    }
}

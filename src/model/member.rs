//! Members and the parties they sit for.

use super::{Rgb, Votes};

/// A member's place in [`Archive::members`](super::Archive::members).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MemberId(pub u32);

/// A party's place in [`Archive::parties`](super::Archive::parties).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartyId(pub u16);

/// One person sitting for one party. Somebody who changes party is two members with the same `key`, so
/// that each roll call shows the party of the day at no cost per ballot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// The name to show; empty where the file has none.
    pub name: String,
    /// The party or group; `None` where the file names none.
    pub party: Option<PartyId>,
    /// The publisher's own identifier.
    pub key: Option<String>,
    /// The constituency, district or state.
    pub constituency: Option<String>,
    /// The number of the seat, as written (`129`, `3a`).
    pub seat: Option<String>,
    /// The votes this member casts; `None` means one.
    pub weight: Option<Votes>,
}

impl Member {
    /// The votes this member casts.
    #[must_use]
    pub fn votes(&self) -> Votes {
        self.weight.unwrap_or(Votes::ONE)
    }
}

/// A party or parliamentary group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The name in full.
    pub name: String,
    /// The short name, for arcs and narrow columns.
    pub short: String,
    /// Its own colour, where the file gives one.
    pub colour: Option<Rgb>,
}

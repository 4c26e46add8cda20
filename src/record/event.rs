//! What happens in a roll call: the events that a journal keeps, one a line.
//!
//! Names and values are part of the format of journals (`docs/journal.md`): they are added to, never changed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CallOrder, Roster};
use crate::model::{MajorityRule, Member, Party, PartyId, Position, Preset};

/// A member's number in the order of calling, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberNumber(pub u32);

impl MemberNumber {
    /// The number of the member at a place counted from 0.
    #[must_use]
    pub fn at(place: usize) -> Self {
        Self(u32::try_from(place + 1).unwrap_or(u32::MAX))
    }

    /// The place, counted from 0; beyond every roster for number 0.
    #[must_use]
    pub fn place(self) -> usize {
        (self.0 as usize).wrapping_sub(1)
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The roll call was opened: the first line of every journal.
    Opened(Box<Opening>),
    /// A member answered.
    Answered {
        /// Who.
        member: MemberNumber,
        /// How.
        #[serde(with = "position_key")]
        position: Position,
    },
    /// A member was called and did not answer, or was skipped: they are called again in the second call.
    NoAnswer {
        /// Who.
        member: MemberNumber,
    },
    /// An answer was corrected; the first one is kept in the record.
    Corrected {
        /// Whose.
        member: MemberNumber,
        /// What it is now.
        #[serde(with = "position_key")]
        position: Position,
        /// Why.
        reason: String,
    },
    /// A member who was absent or did not answer came in: they are called again.
    Arrived {
        /// Who.
        member: MemberNumber,
    },
    /// A member who was not on the roster came in: they are called last.
    Joined {
        /// Who.
        member: MemberEntry,
    },
    /// Somebody else sits in for a member.
    Replaced {
        /// Whose seat.
        member: MemberNumber,
        /// Who sits there now.
        name: String,
        /// Why.
        reason: String,
    },
    /// A member's vote is spoken by another.
    ProxyGiven {
        /// Whose vote.
        from: MemberNumber,
        /// Who speaks it.
        to: MemberNumber,
    },
    /// A member votes in person after all.
    ProxyWithdrawn {
        /// Who.
        from: MemberNumber,
    },
    /// A member takes the chair; without one, nobody of the roster is in it.
    Presides {
        /// Who.
        member: Option<MemberNumber>,
    },
    /// The second clerk heard an answer.
    SecondCount {
        /// Whose.
        member: MemberNumber,
        /// What they heard.
        #[serde(with = "position_key")]
        position: Position,
    },
    /// An earlier line does not count.
    Undone {
        /// Which: its sequence number.
        entry: u64,
    },
    /// A line that was undone counts again.
    Redone {
        /// Which: its sequence number.
        entry: u64,
    },
    /// In a tie that the chair decides, the chair voted.
    CastingVote {
        /// For or against.
        #[serde(with = "position_key")]
        position: Position,
    },
    /// The vote was closed: whoever has not answered did not vote.
    Closed,
    /// An officer signed the record.
    Signed {
        /// Who.
        name: String,
        /// In which office.
        office: String,
    },
    /// The journal was moved to where this line stands, because it could not be written where it was.
    Moved,
}

/// How a roll call starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The version of the format.
    pub version: u32,
    /// What is put to the vote.
    pub question: Question,
    /// The rule that decides, written out.
    pub rule: String,
    /// The name of the chamber's rule that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_name: Option<String>,
    /// How the order of calling was made.
    pub order: String,
    /// What members may do.
    pub conduct: Conduct,
    /// Seats without a member.
    #[serde(default)]
    pub vacant: u32,
    /// The parties, in political order.
    pub parties: Vec<PartyEntry>,
    /// The members, in the order in which they are called.
    pub members: Vec<MemberEntry>,
}

/// What is put to the vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The question in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The number of the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The chamber.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chamber: Option<String>,
}

/// What members may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conduct {
    /// How many votes of others a member may speak.
    pub proxies: u32,
    /// Whether the member in the chair is called.
    pub chair_votes: bool,
    /// Whether those who did not answer are called a second time.
    pub second_call: bool,
}

impl Default for Conduct {
    /// One proxy each, a chair who does not vote, a second call.
    fn default() -> Self {
        Self { proxies: 1, chair_votes: false, second_call: true }
    }
}

/// A party on a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyEntry {
    /// The short name.
    pub short: String,
    /// The name in full.
    pub name: String,
    /// Its colour (`#16202B`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
}

/// A member on a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberEntry {
    /// The name.
    pub name: String,
    /// The party's place in the list of parties, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<u16>,
    /// The publisher's identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The constituency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituency: Option<String>,
    /// The number of the seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<String>,
    /// The votes this member casts, where it is not one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
}

/// The version of the format that is written here.
pub(super) const VERSION: u32 = 1;

impl Opening {
    /// A roll call of a roster, called in an order.
    #[must_use]
    pub fn new(
        roster: &Roster,
        order: &CallOrder,
        question: Question,
        rule: MajorityRule,
        conduct: Conduct,
    ) -> Self {
        let places = order.places(roster);
        let members = places.into_iter().filter_map(|place| roster.members.get(place)).map(MemberEntry::of);
        Self {
            version: VERSION,
            question,
            rule: rule.to_string(),
            rule_name: rule.preset.map(|preset| preset.key().to_owned()),
            order: order.to_string(),
            conduct,
            vacant: roster.vacant,
            parties: roster.parties.iter().map(PartyEntry::of).collect(),
            members: members.collect(),
        }
    }

    /// The rule, with the name of its preset where it is that preset's still; the ordinary one where a later
    /// version wrote a rule that is not known here.
    #[must_use]
    pub fn majority_rule(&self) -> MajorityRule {
        let rule: MajorityRule = self.rule.parse().unwrap_or_default();
        match self.rule_name.as_deref().and_then(Preset::from_key) {
            Some(preset) => rule.named(preset),
            None => rule,
        }
    }
}

impl PartyEntry {
    fn of(party: &Party) -> Self {
        Self {
            short: party.short.clone(),
            name: party.name.clone(),
            colour: party.colour.map(|colour| colour.to_string()),
        }
    }

    pub(super) fn party(&self) -> Party {
        Party {
            name: self.name.clone(),
            short: self.short.clone(),
            colour: self.colour.as_deref().and_then(|colour| colour.parse().ok()),
        }
    }
}

impl MemberEntry {
    /// A member as a journal keeps them.
    #[must_use]
    pub fn of(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            party: member.party.map(|party| party.0),
            key: member.key.clone(),
            constituency: member.constituency.clone(),
            seat: member.seat.clone(),
            weight: member.weight.map(|weight| weight.to_string()),
        }
    }

    pub(super) fn member(&self) -> Member {
        Member {
            name: self.name.clone(),
            party: self.party.map(PartyId),
            key: self.key.clone(),
            constituency: self.constituency.clone(),
            seat: self.seat.clone(),
            weight: self.weight.as_deref().and_then(|weight| weight.parse().ok()),
            score: None,
        }
    }
}

/// A position by its key.
mod position_key {
    use super::{Deserialize, Deserializer, Position, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub(super) fn serialize<S: Serializer>(position: &Position, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(position.key())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Position, D::Error> {
        let key = String::deserialize(deserializer)?;
        Position::from_key(&key)
            .ok_or_else(|| serde::de::Error::custom(format!("no position is called {key}")))
    }
}

//! The chamber and its votes: members, parties, positions, roll calls, tallies and rules.
//!
//! Goes in: what a reader found in a file. Comes out: plain values that every other module reads.
//! Must not know: files, columns, words of a vocabulary, drawing, or any interface.
//!
//! The terms are those of the field (and of the Popolo standard): a *roll call* is one vote with the
//! names of those who voted; a *position* is how one member voted; a *ballot* is one member's position in
//! one roll call; a *tally* counts positions.

mod archive;
mod by_party;
mod chamber;
mod colour;
mod date;
mod declared;
mod judgement;
mod listing;
mod member;
mod moment;
mod position;
mod roll_call;
mod rosters;
mod rule;
mod seat_plan;
mod stated;
mod tally;
mod votes;

pub use archive::{Archive, ArchiveError, RollCallInfo};
pub use by_party::ByParty;
pub use chamber::{Chamber, SeatsOverTime, SharedChamber};
pub use colour::{ParseRgbError, Rgb};
pub use date::VoteDate;
pub use declared::{Agreement, Declared};
pub use judgement::{Judgement, VoteKind};
pub use listing::{Electorate, Listing};
pub use member::{Member, MemberId, Party, PartyId, Score};
pub use moment::{Moment, ParseMomentError};
pub use position::{Ballot, ChoiceId, Position};
pub use roll_call::{RollCall, Vote, VotersKey};
pub use rosters::{RosterId, Rosters};
pub use rule::{
    Amount, Base, Count, MajorityRule, Margin, Open, Outcome, ParseRuleError, Preset, QuorumCount,
    RuleOrigin, Threshold, Tie, Verdict,
};
pub use seat_plan::{PlannedSeat, SeatPlan, seat_number};
pub use stated::{Requirement, Stated, StatedMajority};
pub use tally::{Tally, TallyLine};
pub use votes::{ParseVotesError, Votes};

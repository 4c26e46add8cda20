//! Who sits where: parties as blocks from left to right, and inside a party the front rows for those who
//! voted for, then against, then the others, with those who did not vote at the back.

use crate::layout::{Block, Hemicycle, blocks};
use crate::model::{PartyId, Position, RollCall};

/// The seats of one party, or of no member at all.
#[derive(Debug)]
pub(super) struct Wedge {
    pub(super) kind: WedgeKind,
    pub(super) block: Block,
    /// For each seat of the block, in its order, the place of the ballot in the roll call.
    pub(super) ballots: Vec<Option<usize>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WedgeKind {
    Party(PartyId),
    NoParty,
    /// Seats that the roll call has no ballots for.
    Vacant,
}

/// Seats every ballot, and leaves the declared seats beyond the ballots vacant on the right.
pub(super) fn seat(roll_call: RollCall<'_>, hemicycle: &Hemicycle) -> Vec<Wedge> {
    let num_parties = roll_call.archive().parties.len();
    let mut by_party: Vec<Vec<(usize, usize)>> = vec![Vec::new(); num_parties + 1];
    let mut num_ballots = 0;
    for (index, vote) in roll_call.votes().enumerate() {
        let party = vote.member.party.map_or(num_parties, |id| usize::from(id.0).min(num_parties));
        by_party[party].push((rank(vote.position()), index));
        num_ballots = index + 1;
    }
    let mut groups: Vec<(WedgeKind, Vec<Option<usize>>)> = Vec::new();
    for (party, mut members) in by_party.into_iter().enumerate().filter(|(_, members)| !members.is_empty()) {
        members.sort_unstable();
        let id = u16::try_from(party).ok().filter(|_| party < num_parties);
        let kind = id.map_or(WedgeKind::NoParty, |id| WedgeKind::Party(PartyId(id)));
        groups.push((kind, members.into_iter().map(|(_, index)| Some(index)).collect()));
    }
    let beyond = hemicycle.seats.len().saturating_sub(num_ballots);
    if beyond > 0 {
        groups.push((WedgeKind::Vacant, vec![None; beyond]));
    }
    let sizes: Vec<usize> = groups.iter().map(|(_, ballots)| ballots.len()).collect();
    let blocks = blocks(hemicycle, &sizes);
    groups.into_iter().zip(blocks).map(|((kind, ballots), block)| Wedge { kind, block, ballots }).collect()
}

/// The place in the order from the front row to the back.
fn rank(position: Position) -> usize {
    match position {
        Position::For => 0,
        Position::Against => 1,
        Position::Abstain => 2,
        Position::Choice(id) => 3 + usize::from(id.0),
        other => 200 + Position::ALL.iter().position(|&listed| listed == other).unwrap_or_default(),
    }
}

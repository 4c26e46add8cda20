//! Who sits where: parties as blocks from left to right, and inside a party the front rows for those who
//! voted for, then against, then the others, with those who did not vote at the back; or by name or seat.

use super::SeatOrder;
use crate::layout::{Block, Graph, Hemicycle, bands, blocks};
use crate::model::{PartyId, Position, RollCall, Vote};

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

/// A ballot and where it stands in the order inside its party.
struct Placed {
    ballot: usize,
    position: Position,
    name: String,
    seat: (u64, String),
}

/// The ballot of the one member in the chair, who sits at the rostrum and not among the rows. Where the
/// source names several, they stay with their parties.
pub(super) fn presiding(roll_call: RollCall<'_>) -> Option<usize> {
    let mut chairs = roll_call.votes().enumerate().filter(|(_, vote)| vote.position() == Position::Presiding);
    match (chairs.next(), chairs.next()) {
        (Some((ballot, _)), None) => Some(ballot),
        _ => None,
    }
}

/// Seats every ballot but the one in the chair, and leaves the seats beyond the ballots vacant on the right.
pub(super) fn seat(
    roll_call: RollCall<'_>,
    hemicycle: &Hemicycle,
    in_chair: Option<usize>,
    order: SeatOrder,
) -> Vec<Wedge> {
    let num_parties = roll_call.archive().parties.len();
    let mut by_party: Vec<Vec<Placed>> = (0..=num_parties).map(|_| Vec::new()).collect();
    let mut num_placed = 0;
    for (ballot, vote) in roll_call.votes().enumerate().filter(|(ballot, _)| Some(*ballot) != in_chair) {
        let party = vote.member.party.map_or(num_parties, |id| usize::from(id.0).min(num_parties));
        by_party[party].push(placed(ballot, &vote));
        num_placed += 1;
    }
    let mut groups: Vec<(WedgeKind, Vec<Placed>)> = by_party
        .into_iter()
        .enumerate()
        .filter(|(_, members)| !members.is_empty())
        .map(|(party, members)| {
            let id = u16::try_from(party).ok().filter(|_| party < num_parties);
            (id.map_or(WedgeKind::NoParty, |id| WedgeKind::Party(PartyId(id))), members)
        })
        .collect();
    let mut sizes: Vec<usize> = groups.iter().map(|(_, members)| members.len()).collect();
    let beyond = hemicycle.seats.len().saturating_sub(num_placed);
    if beyond > 0 {
        sizes.push(beyond);
        groups.push((WedgeKind::Vacant, Vec::new()));
    }
    let graph = Graph::new(&hemicycle.seats, 2.0 * hemicycle.touching_radius);
    let blocks = blocks(hemicycle, &graph, &sizes);
    groups
        .into_iter()
        .zip(blocks)
        .map(|((kind, members), block)| fill(kind, members, block, &graph, order))
        .collect()
}

fn placed(ballot: usize, vote: &Vote<'_>) -> Placed {
    let seat = vote.member.seat.clone().unwrap_or_default();
    let digits: String = seat.chars().take_while(char::is_ascii_digit).collect();
    // Seats without a number come last.
    let number = digits.parse().unwrap_or(u64::MAX);
    let name = vote.member.name.to_lowercase();
    Placed { ballot, position: vote.position(), name, seat: (number, seat) }
}

/// Seats the members of one block.
fn fill(kind: WedgeKind, mut members: Vec<Placed>, block: Block, graph: &Graph, order: SeatOrder) -> Wedge {
    if members.is_empty() {
        let ballots = vec![None; block.seats.len()];
        return Wedge { kind, block, ballots };
    }
    let sizes: Vec<usize> = match order {
        SeatOrder::Vote => {
            members.sort_by_key(|member| (rank(member.position), member.ballot));
            members.chunk_by(|a, b| a.position == b.position).map(<[Placed]>::len).collect()
        }
        SeatOrder::Name => {
            members.sort_by(|a, b| a.name.cmp(&b.name).then(a.ballot.cmp(&b.ballot)));
            vec![members.len()]
        }
        SeatOrder::Seat => {
            members.sort_by(|a, b| a.seat.cmp(&b.seat).then(a.ballot.cmp(&b.ballot)));
            vec![members.len()]
        }
    };
    let seats: Vec<usize> = bands(graph, &block.seats, &sizes).into_iter().flatten().collect();
    let ballots = members.into_iter().map(|member| Some(member.ballot)).collect();
    Wedge { kind, block: Block { seats, ..block }, ballots }
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

//! Who sits where: parties as blocks from left to right, and inside a party the front rows for those who
//! voted for, then against, then the others, with those who did not vote at the back; or by name or seat.

use super::arrangement::is_called;
use super::{Arrangement, SeatOrder, planned};
use crate::layout::{Block, Graph, Occupants, Plan, Shape, Sides, bands, lay_out, seat_blocks};
use crate::model::{self, PartyId, Position, RollCall, Score, Vote};

/// The seats of one party, or of no member at all.
#[derive(Debug)]
pub(super) struct Wedge {
    pub(super) kind: WedgeKind,
    /// The section of the plan that it is in.
    pub(super) section: usize,
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
    score: Option<Score>,
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

/// The member in the chair who sits at the rostrum. Where everybody is to sit in the same seat in every vote, the
/// chair, which passes from one to another, stays in its row: the others would move up.
fn at_rostrum(roll_call: RollCall<'_>, arrangement: &Arrangement) -> Option<usize> {
    let is_planned = matches!(arrangement.layout.shape, Shape::Plan(_));
    presiding(roll_call).filter(|_| is_planned || arrangement.order == SeatOrder::Vote)
}

/// A chamber with everybody in it.
#[derive(Debug)]
pub(super) struct Seating {
    pub(super) plan: Plan,
    pub(super) wedges: Vec<Wedge>,
    /// The ballot of the member in the chair.
    pub(super) in_chair: Option<usize>,
    /// Members whose seat the plan does not have.
    pub(super) without_seat: usize,
}

/// The members of one party, or none of them for vacant seats.
struct Party {
    kind: WedgeKind,
    members: Vec<Placed>,
    /// How many seats they take.
    size: usize,
}

/// What the layout has to know of a vote.
pub(super) fn occupants(roll_call: RollCall<'_>, arrangement: &Arrangement, seats: u32) -> Occupants {
    let in_chair = at_rostrum(roll_call, arrangement);
    let parties = parties(roll_call, arrangement, in_chair, seats);
    let [government, opposition, cross] = sides(roll_call, arrangement, &parties)
        .map(|side| side.iter().map(|&party| parties[party].size).sum());
    let without_seat = match &arrangement.layout.shape {
        Shape::Plan(plan) => planned::match_seats(roll_call, plan, in_chair).without_seat.len(),
        _ => 0,
    };
    Occupants {
        seats: parties.iter().map(|party| party.size).sum(),
        parties: parties.len(),
        sides: Sides { government, opposition, cross },
        with_chair: in_chair.is_some(),
        without_seat,
    }
}

/// Seats every ballot but the one in the chair, and leaves the seats beyond the ballots vacant on the right.
pub(super) fn seat(roll_call: RollCall<'_>, arrangement: &Arrangement, seats: u32) -> Seating {
    let occupants = occupants(roll_call, arrangement, seats);
    // Whoever takes options from a user checks them first; here a chamber is drawn in any case.
    let plan = lay_out(&occupants, &arrangement.layout).unwrap_or_else(|_| Plan::hemicycle(occupants.seats));
    let in_chair = at_rostrum(roll_call, arrangement);
    if let Shape::Plan(seat_plan) = &arrangement.layout.shape {
        let wedges = planned::seat(roll_call, seat_plan, in_chair);
        return Seating { plan, wedges, in_chair, without_seat: occupants.without_seat };
    }
    let parties = parties(roll_call, arrangement, in_chair, seats);
    let order: Vec<Vec<usize>> = if plan.sections.len() == 3 {
        let [mut government, opposition, cross] = sides(roll_call, arrangement, &parties);
        // The government's edge runs towards the speaker.
        government.reverse();
        vec![government, opposition, cross]
    } else {
        vec![(0..parties.len()).collect()]
    };
    let sizes: Vec<Vec<usize>> =
        order.iter().map(|section| section.iter().map(|&party| parties[party].size).collect()).collect();
    let seated = seat_blocks(plan, &sizes, arrangement.layout.aisles);
    let mut blocks: Vec<(usize, usize, Block)> = Vec::with_capacity(parties.len());
    for (section, (parties, dealt)) in order.into_iter().zip(seated.blocks).enumerate() {
        blocks.extend(parties.into_iter().zip(dealt).map(|(party, block)| (party, section, block)));
    }
    blocks.sort_by_key(|&(party, ..)| party);
    let wedges = parties
        .into_iter()
        .zip(blocks)
        .map(|(party, (_, section, block))| fill(party, section, block, &seated.graph, arrangement.order))
        .collect();
    Seating { plan: seated.plan, wedges, in_chair, without_seat: 0 }
}

/// The parties with members among the rows, in political order, then the vacant seats.
fn parties(
    roll_call: RollCall<'_>,
    arrangement: &Arrangement,
    in_chair: Option<usize>,
    seats: u32,
) -> Vec<Party> {
    let num_parties = roll_call.archive().parties.len();
    let mut by_party: Vec<Vec<Placed>> = (0..=num_parties).map(|_| Vec::new()).collect();
    let mut num_placed = 0;
    for (ballot, vote) in roll_call.votes().enumerate().filter(|(ballot, _)| Some(*ballot) != in_chair) {
        let party = vote.member.party.map_or(num_parties, |id| usize::from(id.0).min(num_parties));
        by_party[party].push(placed(ballot, &vote));
        num_placed += 1;
    }
    let mut parties: Vec<Party> = by_party
        .into_iter()
        .enumerate()
        .filter(|(_, members)| !members.is_empty())
        .map(|(party, members)| {
            let id = u16::try_from(party).ok().filter(|_| party < num_parties);
            let kind = id.map_or(WedgeKind::NoParty, |id| WedgeKind::Party(PartyId(id)));
            Party { kind, size: members.len(), members }
        })
        .collect();
    // Parties that the arrangement does not name come after those it names, in the file's order.
    parties.sort_by_key(|party| match party.kind {
        WedgeKind::Party(id) => rank_of(roll_call, arrangement, id),
        _ => usize::MAX,
    });
    let beyond = (seats as usize).saturating_sub(num_placed + usize::from(in_chair.is_some()));
    if beyond > 0 {
        parties.push(Party { kind: WedgeKind::Vacant, members: Vec::new(), size: beyond });
    }
    parties
}

fn rank_of(roll_call: RollCall<'_>, arrangement: &Arrangement, id: PartyId) -> usize {
    let party = roll_call.archive().party(id);
    let is_it = |name: &String| party.is_some_and(|party| is_called(party, name));
    arrangement.party_order.iter().position(is_it).unwrap_or(arrangement.party_order.len())
}

/// The places in `parties` of those on the government's, the opposition's and the cross benches.
fn sides(roll_call: RollCall<'_>, arrangement: &Arrangement, parties: &[Party]) -> [Vec<usize>; 3] {
    let named = |kind: WedgeKind, names: &[String]| match kind {
        WedgeKind::Party(id) => {
            let party = roll_call.archive().party(id);
            party.is_some_and(|party| names.iter().any(|name| is_called(party, name)))
        }
        _ => false,
    };
    let largest = (0..parties.len())
        .filter(|&party| matches!(parties[party].kind, WedgeKind::Party(_)))
        .max_by_key(|&party| (parties[party].size, std::cmp::Reverse(party)));
    let mut sides: [Vec<usize>; 3] = Default::default();
    for (party, Party { kind, .. }) in parties.iter().enumerate() {
        let governs = if arrangement.government.is_empty() {
            Some(party) == largest
        } else {
            named(*kind, &arrangement.government)
        };
        let is_cross = if arrangement.cross.is_empty() {
            *kind == WedgeKind::NoParty
        } else {
            named(*kind, &arrangement.cross)
        };
        let side = if governs && !is_cross {
            0
        } else if is_cross {
            2
        } else {
            1
        };
        sides[side].push(party);
    }
    sides
}

/// The party with the most ballots.
pub(super) fn largest(roll_call: RollCall<'_>) -> Option<&model::Party> {
    let mut counts = vec![0_usize; roll_call.archive().parties.len()];
    for vote in roll_call.votes() {
        if let Some(count) = vote.member.party.and_then(|id| counts.get_mut(usize::from(id.0))) {
            *count += 1;
        }
    }
    let place = (0..counts.len()).max_by_key(|&party| (counts[party], std::cmp::Reverse(party)))?;
    roll_call.archive().parties.get(place)
}

fn placed(ballot: usize, vote: &Vote<'_>) -> Placed {
    let seat = vote.member.seat.clone().unwrap_or_default();
    let digits: String = seat.chars().take_while(char::is_ascii_digit).collect();
    // Seats without a number come last.
    let number = digits.parse().unwrap_or(u64::MAX);
    let name = vote.member.name.to_lowercase();
    Placed { ballot, position: vote.position(), name, seat: (number, seat), score: vote.member.score }
}

/// Seats the members of one block.
fn fill(party: Party, section: usize, block: Block, graph: &Graph, order: SeatOrder) -> Wedge {
    let Party { kind, mut members, .. } = party;
    if members.is_empty() {
        let ballots = vec![None; block.seats.len()];
        return Wedge { kind, section, block, ballots };
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
        SeatOrder::Score => {
            // Members without a score come last.
            members.sort_by_key(|member| (member.score.is_none(), member.score, member.ballot));
            vec![members.len()]
        }
    };
    let seats: Vec<usize> = if order == SeatOrder::Score {
        // From left to right, as the block was dealt.
        block.seats.clone()
    } else {
        bands(graph, &block.seats, &sizes).into_iter().flatten().collect()
    };
    let ballots = members.into_iter().map(|member| Some(member.ballot)).collect();
    Wedge { kind, section, block: Block { seats, ..block }, ballots }
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

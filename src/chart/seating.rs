//! Who sits where: parties as blocks from left to right, and inside a party the front rows for those who
//! voted for, then against, then the others, with those who did not vote at the back; or by name or seat.

use std::sync::Arc;

use super::arrangement::is_called;
use super::recent::Recent;
use super::{Arrangement, SeatOrder, planned};
use crate::layout::{
    Block, Graph, LayoutError, LayoutOptions, Occupants, Plan, Seated, Shape, Sides, bands, lay_out,
    seat_blocks,
};
use crate::model::{self, PartyId, Position, RollCall};

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

/// A ballot by its place in the roll call.
#[derive(Clone, Copy)]
struct Placed {
    ballot: usize,
    position: Position,
}

/// Chambers with more seats are not kept: they are rare, and take much room.
const MOST_SEATS_KEPT: usize = 5_000;

/// The plan of a chamber, which is the same in all votes of a session.
pub(super) fn plan_of(occupants: Occupants, options: &LayoutOptions) -> Result<Arc<Plan>, LayoutError> {
    type Question = (Occupants, LayoutOptions);
    static PLANS: Recent<Question, Result<Arc<Plan>, LayoutError>> = Recent::new();
    let find = |(occupants, options): &Question| lay_out(occupants, options).map(Arc::new);
    let question = (occupants, options.clone());
    if occupants.seats > MOST_SEATS_KEPT { find(&question) } else { PLANS.get_or(question, find) }
}

/// The same with parties of these sizes dealt out, which are the same in most of them.
fn seated_in(
    plan: Arc<Plan>,
    occupants: Occupants,
    options: &LayoutOptions,
    sizes: Vec<Vec<usize>>,
) -> Arc<Seated> {
    type Question = (Occupants, LayoutOptions, Vec<Vec<usize>>);
    static SEATED: Recent<Question, Arc<Seated>> = Recent::new();
    let find = |(_, options, sizes): &Question| Arc::new(seat_blocks(plan, sizes, options.aisles));
    let question = (occupants, options.clone(), sizes);
    if occupants.seats > MOST_SEATS_KEPT { find(&question) } else { SEATED.get_or(question, find) }
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
    pub(super) plan: Arc<Plan>,
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
    let plan = plan_of(occupants, &arrangement.layout)
        .unwrap_or_else(|_| Arc::new(Plan::hemicycle(occupants.seats)));
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
    let seated = seated_in(plan, occupants, &arrangement.layout, sizes);
    let mut blocks: Vec<(usize, usize, Block)> = Vec::with_capacity(parties.len());
    for (section, (parties, dealt)) in order.into_iter().zip(&seated.blocks).enumerate() {
        blocks.extend(parties.into_iter().zip(dealt).map(|(party, block)| (party, section, block.clone())));
    }
    blocks.sort_by_key(|&(party, ..)| party);
    let wedges = parties
        .into_iter()
        .zip(blocks)
        .map(|(party, (_, section, block))| {
            fill(roll_call, party, section, block, &seated.graph, arrangement.order)
        })
        .collect();
    Seating { plan: Arc::clone(&seated.plan), wedges, in_chair, without_seat: 0 }
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
        by_party[party].push(Placed { ballot, position: vote.position() });
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

/// The place of a member's seat among others: by number, those without one last.
fn seat_rank(seat: &str) -> (u64, &str) {
    let digits = seat.bytes().take_while(u8::is_ascii_digit).count();
    (seat[..digits].parse().unwrap_or(u64::MAX), seat)
}

/// Seats the members of one block.
fn fill(
    roll_call: RollCall<'_>,
    party: Party,
    section: usize,
    block: Block,
    graph: &Graph,
    order: SeatOrder,
) -> Wedge {
    let Party { kind, mut members, .. } = party;
    if members.is_empty() {
        let ballots = vec![None; block.seats.len()];
        return Wedge { kind, section, block, ballots };
    }
    // Members keep the file's order among those alike.
    let member_of = |placed: &Placed| roll_call.vote(placed.ballot).map(|vote| vote.member);
    let sizes: Vec<usize> = match order {
        SeatOrder::Vote => {
            let bands = by_position(&members);
            members = bands.concat();
            bands.iter().map(Vec::len).collect()
        }
        SeatOrder::Name => {
            members.sort_by_cached_key(|placed| {
                (member_of(placed).map(|member| member.name.to_lowercase()), placed.ballot)
            });
            vec![members.len()]
        }
        SeatOrder::Seat => {
            members.sort_by_key(|placed| {
                let seat = member_of(placed).and_then(|member| member.seat.as_deref()).unwrap_or_default();
                (seat_rank(seat), placed.ballot)
            });
            vec![members.len()]
        }
        SeatOrder::Score => {
            // Members without a score come last.
            members.sort_by_key(|placed| {
                let score = member_of(placed).and_then(|member| member.score);
                (score.is_none(), score, placed.ballot)
            });
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

/// Members by position from the front row to the back; those alike keep the file's order.
fn by_position(members: &[Placed]) -> Vec<Vec<Placed>> {
    // There are few positions, and most members have that of the one before.
    let mut bands: Vec<Vec<Placed>> = Vec::new();
    for &member in members {
        match bands
            .iter_mut()
            .find(|band| band.first().is_some_and(|first| first.position == member.position))
        {
            Some(band) => band.push(member),
            None => bands.push(vec![member]),
        }
    }
    bands.sort_by_key(|band| band.first().map(|first| rank(first.position)));
    bands
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

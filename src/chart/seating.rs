//! Who sits where: parties as blocks from left to right, and inside a party the front rows for those who
//! voted for, then against, then the others, with those who did not vote at the back; or by name or seat.

use std::sync::Arc;

use super::arrangement::is_called;
use super::recent::Recent;
use super::{Arrangement, SeatOrder, planned};
use crate::layout::{
    Block, Ground, LayoutError, LayoutOptions, Occupants, Plan, Seated, Shape, Sides, lay_out, seat_blocks,
};
use crate::model::{self, Ballot, PartyId, Position, RollCall};

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

/// True for the plan of a chamber that is kept.
pub(super) fn is_kept(plan: &Plan) -> bool {
    plan.seats.len() <= MOST_SEATS_KEPT
}

/// The plan of a chamber, which is the same in all votes of a session.
pub(super) fn plan_of(occupants: Occupants, options: &LayoutOptions) -> Result<Arc<Plan>, LayoutError> {
    type Question = (Occupants, LayoutOptions);
    static PLANS: Recent<Question, Result<Arc<Plan>, LayoutError>> = Recent::new();
    let find = |(occupants, options): &Question| lay_out(occupants, options).map(Arc::new);
    let question = (occupants, options.clone());
    if occupants.seats > MOST_SEATS_KEPT { find(&question) } else { PLANS.get_or(question, find) }
}

/// A plan as part of a question: it is a shared one where it is the same, and whole plans are not worth comparing.
#[derive(Clone, Debug)]
pub(super) struct SamePlan(pub(super) Arc<Plan>);

impl PartialEq for SamePlan {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
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
    let ballots = roll_call.ballots().iter().enumerate();
    let mut chairs = ballots.filter(|(_, ballot)| ballot.is_like(Ballot::new(Position::Presiding)));
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

/// One party among the rows, or the vacant seats.
#[derive(Clone, Copy)]
struct Party {
    kind: WedgeKind,
    /// How many seats it takes.
    size: usize,
}

/// What the layout has to know of a vote.
pub(super) fn occupants(roll_call: RollCall<'_>, arrangement: &Arrangement, seats: u32) -> Occupants {
    let in_chair = at_rostrum(roll_call, arrangement);
    let parties = parties(roll_call, arrangement, in_chair, seats);
    occupants_of(roll_call, arrangement, in_chair, &parties)
}

fn occupants_of(
    roll_call: RollCall<'_>,
    arrangement: &Arrangement,
    in_chair: Option<usize>,
    parties: &[Party],
) -> Occupants {
    let [government, opposition, cross] = sides(roll_call, arrangement, parties)
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
    let in_chair = at_rostrum(roll_call, arrangement);
    let parties = parties(roll_call, arrangement, in_chair, seats);
    let occupants = occupants_of(roll_call, arrangement, in_chair, &parties);
    // Whoever takes options from a user checks them first; here a chamber is drawn in any case.
    let plan = plan_of(occupants, &arrangement.layout)
        .unwrap_or_else(|_| Arc::new(Plan::hemicycle(occupants.seats)));
    if let Shape::Plan(seat_plan) = &arrangement.layout.shape {
        let wedges = planned::seat(roll_call, seat_plan, in_chair);
        return Seating { plan, wedges, in_chair, without_seat: occupants.without_seat };
    }
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
    let mut dealt: Vec<Dealt<'_>> = Vec::with_capacity(parties.len());
    let sections = seated.blocks.iter().zip(&seated.grounds);
    for (section, (parties, (blocks, grounds))) in order.into_iter().zip(sections).enumerate() {
        let blocks = parties.into_iter().zip(blocks.iter().zip(grounds));
        dealt.extend(blocks.map(|(party, (block, ground))| Dealt { party, section, block, ground }));
    }
    dealt.sort_by_key(|dealt| dealt.party);
    let wedges = members(roll_call, in_chair, &parties)
        .into_iter()
        .zip(&parties)
        .zip(dealt)
        .map(|((members, party), Dealt { section, block, ground, .. })| {
            let (seats, ballots) = fill(roll_call, members, block, ground, arrangement.order);
            Wedge { kind: party.kind, section, block: Block { seats, ..*block }, ballots }
        })
        .collect();
    Seating { plan: Arc::clone(&seated.plan), wedges, in_chair, without_seat: 0 }
}

/// What a party has of the chamber.
struct Dealt<'a> {
    /// The party, by its place.
    party: usize,
    section: usize,
    block: &'a Block,
    ground: &'a Ground,
}

/// The parties with members among the rows, in political order, then the vacant seats.
fn parties(
    roll_call: RollCall<'_>,
    arrangement: &Arrangement,
    in_chair: Option<usize>,
    seats: u32,
) -> Vec<Party> {
    let num_parties = roll_call.archive().parties.len();
    let mut sizes = vec![0_usize; num_parties + 1];
    for (_, party) in among_rows(roll_call, in_chair) {
        sizes[place_of(party, num_parties)] += 1;
    }
    let num_placed: usize = sizes.iter().sum();
    let mut parties: Vec<Party> = sizes
        .into_iter()
        .enumerate()
        .filter(|&(_, size)| size > 0)
        .map(|(party, size)| {
            let id = u16::try_from(party).ok().filter(|_| party < num_parties);
            Party { kind: id.map_or(WedgeKind::NoParty, |id| WedgeKind::Party(PartyId(id))), size }
        })
        .collect();
    // Parties that the arrangement does not name come after those it names, in the file's order.
    parties.sort_by_key(|party| match party.kind {
        WedgeKind::Party(id) => rank_of(roll_call, arrangement, id),
        _ => usize::MAX,
    });
    let beyond = (seats as usize).saturating_sub(num_placed + usize::from(in_chair.is_some()));
    if beyond > 0 {
        parties.push(Party { kind: WedgeKind::Vacant, size: beyond });
    }
    parties
}

/// The place of every ballot but that of the one in the chair, with the member's party.
fn among_rows(
    roll_call: RollCall<'_>,
    in_chair: Option<usize>,
) -> impl Iterator<Item = (usize, Option<PartyId>)> {
    roll_call.parties().enumerate().filter(move |(ballot, _)| Some(*ballot) != in_chair)
}

/// The place of a party among so many; after them those who have none.
fn place_of(party: Option<PartyId>, num_parties: usize) -> usize {
    party.map_or(num_parties, |id| usize::from(id.0).min(num_parties))
}

/// The members of each party in the file's order; nobody for vacant seats.
fn members(roll_call: RollCall<'_>, in_chair: Option<usize>, parties: &[Party]) -> Vec<Vec<Placed>> {
    let num_parties = roll_call.archive().parties.len();
    let mut members: Vec<Vec<Placed>> = parties.iter().map(|party| Vec::with_capacity(party.size)).collect();
    let mut list_of = vec![0; num_parties + 1];
    for (list, party) in parties.iter().enumerate() {
        match party.kind {
            WedgeKind::Party(id) => list_of[place_of(Some(id), num_parties)] = list,
            WedgeKind::NoParty => list_of[num_parties] = list,
            WedgeKind::Vacant => {}
        }
    }
    let ballots = roll_call.ballots();
    for (ballot, party) in among_rows(roll_call, in_chair) {
        let position = ballots[ballot].position();
        members[list_of[place_of(party, num_parties)]].push(Placed { ballot, position });
    }
    members
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
    for party in roll_call.parties().flatten() {
        if let Some(count) = counts.get_mut(usize::from(party.0)) {
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

/// Seats the members of one block: its seats, and the ballot for each.
fn fill(
    roll_call: RollCall<'_>,
    mut members: Vec<Placed>,
    block: &Block,
    ground: &Ground,
    order: SeatOrder,
) -> (Vec<usize>, Vec<Option<usize>>) {
    if members.is_empty() {
        return (block.seats.clone(), vec![None; block.seats.len()]);
    }
    // Members keep the file's order among those alike.
    let member_of = |placed: &Placed| roll_call.vote(placed.ballot).map(|vote| vote.member);
    let seats = match order {
        SeatOrder::Vote => {
            let (ballots, sizes) = by_position(&members);
            return (ground.deal_in_a_row(&sizes), ballots);
        }
        SeatOrder::Name => {
            members.sort_by_cached_key(|placed| {
                (member_of(placed).map(|member| member.name.to_lowercase()), placed.ballot)
            });
            ground.deal_in_a_row(&[members.len()])
        }
        SeatOrder::Seat => {
            members.sort_by_key(|placed| {
                let seat = member_of(placed).and_then(|member| member.seat.as_deref()).unwrap_or_default();
                (seat_rank(seat), placed.ballot)
            });
            ground.deal_in_a_row(&[members.len()])
        }
        SeatOrder::Score => {
            // Members without a score come last.
            members.sort_by_key(|placed| {
                let score = member_of(placed).and_then(|member| member.score);
                (score.is_none(), score, placed.ballot)
            });
            // From left to right, as the block was dealt.
            block.seats.clone()
        }
    };
    (seats, members.into_iter().map(|member| Some(member.ballot)).collect())
}

/// The ballots by position from the front row to the back, those alike in the file's order; and how many there are of
/// each position.
fn by_position(members: &[Placed]) -> (Vec<Option<usize>>, Vec<usize>) {
    // There are few positions.
    let mut bands: Vec<(Position, usize)> = Vec::with_capacity(8);
    for member in members {
        match bands.iter_mut().find(|(position, _)| *position == member.position) {
            Some((_, size)) => *size += 1,
            None => bands.push((member.position, 1)),
        }
    }
    bands.sort_by_key(|&(position, _)| rank(position));
    let mut next = 0;
    let mut ends: Vec<(Position, usize)> = Vec::with_capacity(bands.len());
    for &(position, size) in &bands {
        ends.push((position, next));
        next += size;
    }
    let mut ballots = vec![None; members.len()];
    for member in members {
        if let Some((_, end)) = ends.iter_mut().find(|(position, _)| *position == member.position) {
            ballots[*end] = Some(member.ballot);
            *end += 1;
        }
    }
    (ballots, bands.into_iter().map(|(_, size)| size).collect())
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

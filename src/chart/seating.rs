//! Who sits where: parties as blocks from left to right, and inside a party the front rows for those who
//! voted for, then against, then the others, with those who did not vote at the back; or by name or seat.

use std::sync::Arc;

use super::recent::Recent;
use super::{Arrangement, SeatOrder, planned};
use crate::layout::{
    Block, Ground, LayoutError, LayoutOptions, Occupants, Plan, Seated, Shape, Sides, lay_out, seat_blocks,
};
use crate::model::{self, Ballot, ByParty, PartyId, Position, RollCall};

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
    let by_party = roll_call.by_party();
    let wedges = parties
        .iter()
        .zip(dealt)
        .map(|(&Party { kind, .. }, Dealt { section, block, ground, .. })| {
            let members = members(&by_party, kind).iter().copied();
            let members = members.filter(|&ballot| Some(ballot) != in_chair).collect();
            let (seats, ballots) = fill(roll_call, members, block, ground, arrangement.order);
            Wedge { kind, section, block: Block { seats, ..*block }, ballots }
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
    let by_party = roll_call.by_party();
    let is_in_chair = |ballot: &usize| Some(*ballot) == in_chair;
    let among_rows = |(party, members): (Option<PartyId>, &[usize])| {
        let size = members.len() - usize::from(members.iter().any(is_in_chair));
        let kind = party.map_or(WedgeKind::NoParty, WedgeKind::Party);
        (size > 0).then_some(Party { kind, size })
    };
    let mut parties: Vec<Party> = by_party.iter().filter_map(among_rows).collect();
    let num_placed: usize = parties.iter().map(|party| party.size).sum();
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

/// The ballots of those who sit in a wedge, in the file's order; nobody's for vacant seats.
fn members(by_party: &ByParty, kind: WedgeKind) -> &[usize] {
    match kind {
        WedgeKind::Party(id) => by_party.get(Some(id)),
        WedgeKind::NoParty => by_party.get(None),
        WedgeKind::Vacant => &[],
    }
}

fn rank_of(roll_call: RollCall<'_>, arrangement: &Arrangement, id: PartyId) -> usize {
    let party = roll_call.archive().party(id);
    let is_it = |name: &String| party.is_some_and(|party| party.is_called(name));
    arrangement.party_order.iter().position(is_it).unwrap_or(arrangement.party_order.len())
}

/// The places in `parties` of those on the government's, the opposition's and the cross benches.
fn sides(roll_call: RollCall<'_>, arrangement: &Arrangement, parties: &[Party]) -> [Vec<usize>; 3] {
    let named = |kind: WedgeKind, names: &[String]| match kind {
        WedgeKind::Party(id) => {
            let party = roll_call.archive().party(id);
            party.is_some_and(|party| names.iter().any(|name| party.is_called(name)))
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
    let by_party = roll_call.by_party();
    let parties = by_party.iter().filter_map(|(party, members)| Some((party?, members.len())));
    let (id, _) = parties.max_by_key(|&(party, size)| (size, std::cmp::Reverse(party)))?;
    roll_call.archive().party(id)
}

/// The place of a member's seat among others: by number, those without one last.
fn seat_rank(seat: &str) -> (u64, &str) {
    let digits = seat.bytes().take_while(u8::is_ascii_digit).count();
    (seat[..digits].parse().unwrap_or(u64::MAX), seat)
}

/// Seats the members of one block: its seats, and the ballot for each.
fn fill(
    roll_call: RollCall<'_>,
    mut members: Vec<usize>,
    block: &Block,
    ground: &Ground,
    order: SeatOrder,
) -> (Vec<usize>, Vec<Option<usize>>) {
    if members.is_empty() {
        return (block.seats.clone(), vec![None; block.seats.len()]);
    }
    // Members keep the file's order among those alike.
    let member_of = |ballot: usize| roll_call.vote(ballot).map(|vote| vote.member);
    let seats = match order {
        SeatOrder::Vote => {
            let (ballots, sizes) = by_position(roll_call.ballots(), &members);
            return (ground.deal_in_a_row(&sizes), ballots);
        }
        SeatOrder::Name => {
            members.sort_by_cached_key(|&ballot| {
                (member_of(ballot).map(|member| member.name.to_lowercase()), ballot)
            });
            ground.deal_in_a_row(&[members.len()])
        }
        SeatOrder::Seat => {
            members.sort_by_key(|&ballot| {
                let seat = member_of(ballot).and_then(|member| member.seat.as_deref()).unwrap_or_default();
                (seat_rank(seat), ballot)
            });
            ground.deal_in_a_row(&[members.len()])
        }
        SeatOrder::Score => {
            // Members without a score come last.
            members.sort_by_key(|&ballot| {
                let score = member_of(ballot).and_then(|member| member.score);
                (score.is_none(), score, ballot)
            });
            // From left to right, as the block was dealt.
            block.seats.clone()
        }
    };
    (seats, members.into_iter().map(Some).collect())
}

/// The ballots by position from the front row to the back, those alike in the file's order; and how many there are of
/// each position.
fn by_position(ballots: &[Ballot], members: &[usize]) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut counts = [0; Ballot::NUM_CODES];
    // One ballot of each position.
    let mut met: Vec<Ballot> = Vec::with_capacity(8);
    for ballot in members.iter().map(|&place| ballots[place]) {
        let count = &mut counts[ballot.code()];
        if *count == 0 {
            met.push(ballot);
        }
        *count += 1;
    }
    met.sort_by_key(|ballot| rank(ballot.position()));
    let sizes: Vec<usize> = met.iter().map(|ballot| counts[ballot.code()]).collect();
    // Where the next ballot of each position goes.
    let mut next = [0; Ballot::NUM_CODES];
    let mut start = 0;
    for (ballot, size) in met.iter().zip(&sizes) {
        next[ballot.code()] = start;
        start += size;
    }
    let mut in_order = vec![None; members.len()];
    for &place in members {
        let next = &mut next[ballots[place].code()];
        in_order[*next] = Some(place);
        *next += 1;
    }
    (in_order, sizes)
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

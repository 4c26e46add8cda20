//! Who sits where in a plan of numbered seats.

use std::collections::BTreeMap;

use super::seating::{Wedge, WedgeKind};
use crate::layout::Block;
use crate::model::{PartyId, RollCall, SeatPlan, seat_number};

/// The seats of a plan with the ballots of those who sit in them.
#[derive(Debug)]
pub(super) struct Match {
    /// For each seat of the plan, the place of the ballot in the roll call.
    pub(super) ballots: Vec<Option<usize>>,
    /// Ballots of members whose seat the plan does not have, or that somebody else took first.
    pub(super) without_seat: Vec<usize>,
}

/// Finds everybody's seat by its number. The member in the chair sits at the rostrum.
pub(super) fn match_seats(roll_call: RollCall<'_>, plan: &SeatPlan, in_chair: Option<usize>) -> Match {
    let places: BTreeMap<&str, usize> =
        plan.seats.iter().enumerate().map(|(place, seat)| (seat.number.as_str(), place)).collect();
    let mut found = Match { ballots: vec![None; plan.seats.len()], without_seat: Vec::new() };
    for (ballot, vote) in roll_call.votes().enumerate().filter(|(ballot, _)| Some(*ballot) != in_chair) {
        let number = vote.member.seat.as_deref().map(seat_number);
        let place = number.and_then(|number| places.get(number.as_str()).copied());
        match place.filter(|&place| found.ballots[place].is_none()) {
            Some(place) => found.ballots[place] = Some(ballot),
            None => found.without_seat.push(ballot),
        }
    }
    found
}

/// The wedges of a plan: every party's seats wherever they are, and the vacant ones.
pub(super) fn seat(roll_call: RollCall<'_>, plan: &SeatPlan, in_chair: Option<usize>) -> Vec<Wedge> {
    let found = match_seats(roll_call, plan, in_chair);
    let mut by_party: BTreeMap<usize, Vec<(usize, Option<usize>)>> = BTreeMap::new();
    let num_parties = roll_call.archive().parties.len();
    let (none, vacant) = (num_parties, num_parties + 1);
    let more = found.without_seat.iter().map(|&ballot| Some(ballot));
    for (seat, ballot) in found.ballots.iter().copied().chain(more).enumerate() {
        let party = match ballot.and_then(|ballot| roll_call.vote(ballot)) {
            Some(vote) => vote.member.party.map_or(none, |id| usize::from(id.0).min(none)),
            None => vacant,
        };
        by_party.entry(party).or_default().push((seat, ballot));
    }
    by_party
        .into_iter()
        .map(|(party, seats)| {
            let kind = match u16::try_from(party) {
                Ok(id) if party < num_parties => WedgeKind::Party(PartyId(id)),
                _ if party == vacant => WedgeKind::Vacant,
                _ => WedgeKind::NoParty,
            };
            let (seats, ballots) = seats.into_iter().unzip();
            Wedge { kind, section: 0, block: Block { seats, from: 0.0, to: 0.0 }, ballots }
        })
        .collect()
}

//! In which order members show how they voted.

use clap::ValueEnum;

use super::super::words::Vote;
use super::super::{Arrangement, chamber};
use crate::analyze::{PartyLine, agreement_index};
use crate::model::{Position, RollCall, Tally};
use crate::record::{CallOrder, Roster};

/// In which order members show how they voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, ValueEnum)]
pub enum RevealOrder {
    /// As they were called, where the file says so
    Called,
    /// By surname
    #[default]
    Name,
    /// By party in political order, and by surname inside it
    Party,
    /// From the front row to the back, each from the left
    Row,
    /// From the parties that voted as one to those that were divided
    Closeness,
}

impl RevealOrder {
    /// Those that a vote can be played back in, the best first.
    #[must_use]
    pub fn of(roll_call: RollCall<'_>) -> Vec<Self> {
        let called = roll_call.info().in_call_order.then_some(Self::Called);
        called.into_iter().chain([Self::Name, Self::Party, Self::Row, Self::Closeness]).collect()
    }

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Called => "replay-called",
            Self::Name => "replay-name",
            Self::Party => "replay-party",
            Self::Row => "replay-row",
            Self::Closeness => "replay-closeness",
        }
    }

    /// The places of the ballots that show one after the other. Vacant seats are not among them, nor in the order of
    /// calling members who were never called.
    pub(super) fn places(self, vote: &Vote<'_>, arrangement: &Arrangement) -> Vec<usize> {
        let roll_call = vote.roll_call;
        let seated: Vec<usize> = roll_call
            .votes()
            .enumerate()
            .filter(|(_, vote)| vote.position() != Position::Vacant)
            .map(|(place, _)| place)
            .collect();
        let by = |order: CallOrder| -> Vec<usize> {
            let places = order.places(&Roster::of_roll_call(roll_call));
            places.into_iter().filter_map(|place| seated.get(place).copied()).collect()
        };
        match self {
            Self::Called => called(roll_call, &seated),
            Self::Name => by(CallOrder::Name),
            Self::Party => by(CallOrder::Group),
            Self::Row => by_row(vote, arrangement, seated),
            Self::Closeness => by_closeness(vote, by(CallOrder::Name)),
        }
    }
}

/// The seated members in the order of calling; those who were never called are left out.
fn called(roll_call: RollCall<'_>, seated: &[usize]) -> Vec<usize> {
    let times = &roll_call.info().times;
    let was_called = |place: usize| times.is_empty() || times.get(place).is_some_and(Option::is_some);
    seated.iter().copied().filter(|&place| was_called(place)).collect()
}

/// By row from the front, then from the left; ballots without a seat come last.
fn by_row(vote: &Vote<'_>, arrangement: &Arrangement, mut seated: Vec<usize>) -> Vec<usize> {
    let seating = chamber::seat(vote, arrangement);
    let mut at = vec![None; vote.roll_call.votes().len()];
    for wedge in &seating.wedges {
        for (&seat, ballot) in wedge.block.seats.iter().zip(&wedge.ballots) {
            let place = ballot.and_then(|ballot| at.get_mut(ballot));
            if let (Some(at), Some(seat)) = (place, seating.plan.seats.get(seat)) {
                *at = Some((seat.row, seat.x));
            }
        }
    }
    seated.sort_by(|&a, &b| match (at[a], at[b]) {
        (Some(a), Some(b)) => a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    seated
}

/// Parties by how united they voted, the most united first, so that what is contested comes last; inside a party as
/// `by_name` has them. `docs/replay.md` defines it: parties of whom nobody voted come first; then the larger Rice
/// index (for named options, the larger agreement index); then fewer ballots cast; then political order.
fn by_closeness(vote: &Vote<'_>, mut by_name: Vec<usize>) -> Vec<usize> {
    let lines = &vote.summary.parties;
    let mut ranked: Vec<usize> = (0..lines.len()).collect();
    ranked.sort_by(|&a, &b| {
        let key = |line: &PartyLine| (divided(&line.tally), line.tally.num_cast());
        let (a, b) = (key(&lines[a]), key(&lines[b]));
        a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
    });
    let mut ranks = vec![0; lines.len()];
    for (rank, &line) in ranked.iter().enumerate() {
        ranks[line] = rank;
    }
    by_name.sort_by_key(|&place| {
        let party = vote.roll_call.vote(place).and_then(|cast| cast.member.party);
        let line = lines.iter().position(|line| line.party == party);
        line.map_or(usize::MAX, |line| ranks[line])
    });
    by_name
}

/// How divided a group was, from 0 (as one) to 1 (in halves); below 0 where nobody voted.
fn divided(tally: &Tally) -> f64 {
    let line = PartyLine { party: None, tally: tally.clone() };
    let united = if tally.has_choices() { agreement_index(tally) } else { line.rice() };
    united.map_or(-1.0, |united| 1.0 - united)
}

//! What a rule looks at.

use crate::model::{Declared, Position, Tally, Votes};

/// The figures that a rule looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Votes for.
    pub in_favour: Votes,
    /// Votes against.
    pub against: Votes,
    /// Abstentions.
    pub abstain: Votes,
    /// The votes of all who are in the room: those cast, those present without a vote, the chair.
    pub present: Votes,
    /// The votes of all members.
    pub members: Votes,
    /// The same with a vote for each vacant seat.
    pub seats: Votes,
    /// Members who are in the room themselves: a quorum is of persons, and not of votes or proxies.
    pub in_person: u32,
    /// Members.
    pub num_members: u32,
}

/// Answers still to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The votes of those who have not answered.
    pub votes: Votes,
    /// How many of them would answer in person.
    pub in_person: u32,
}

impl Count {
    /// The figures of a tally; a declared result takes the place of the counted one. `vacant` are the seats
    /// without a member that the tally does not have.
    #[must_use]
    pub fn of(tally: &Tally, declared: Option<&Declared>, vacant: u32) -> Self {
        let (in_favour, against, abstain) = match declared {
            Some(declared) => (
                declared.in_favour,
                declared.against,
                declared.abstain.unwrap_or_else(|| tally.votes(Position::Abstain)),
            ),
            None => {
                (tally.votes(Position::For), tally.votes(Position::Against), tally.votes(Position::Abstain))
            }
        };
        let there = [Position::Present, Position::Presiding];
        let cast = in_favour + against + abstain;
        let members: Votes = tally
            .occurring()
            .filter(|(position, _)| *position != Position::Vacant)
            .map(|(_, line)| line.votes)
            .sum();
        let members = members.max(cast);
        let empty = tally.votes(Position::Vacant) + Votes::whole(vacant);
        let voted = if tally.is_weighted() || declared.is_none() {
            tally.num_cast()
        } else {
            u32::try_from(cast.floor()).unwrap_or(u32::MAX).max(tally.num_cast())
        };
        let in_room: u32 = there.iter().map(|&position| tally.members(position)).sum();
        Self {
            in_favour,
            against,
            abstain,
            present: cast + there.iter().map(|&position| tally.votes(position)).sum(),
            members,
            seats: members + empty,
            in_person: (voted + in_room).saturating_sub(tally.num_proxies()),
            num_members: tally.num_members().max(voted),
        }
    }

    /// The same where there are so many members, of whom only those who voted are listed.
    #[must_use]
    pub fn of_seats(self, seats: u32) -> Self {
        let votes = Votes::whole(seats);
        Self {
            members: self.members.max(votes),
            seats: self.seats.max(votes),
            num_members: self.num_members.max(seats),
            ..self
        }
    }

    /// So many members who voted for and against, and nobody else.
    #[must_use]
    pub fn of_votes(in_favour: Votes, against: Votes) -> Self {
        let all = in_favour + against;
        let persons = u32::try_from(all.floor()).unwrap_or(u32::MAX);
        Self {
            in_favour,
            against,
            abstain: Votes::ZERO,
            present: all,
            members: all,
            seats: all,
            in_person: persons,
            num_members: persons,
        }
    }
}

//! Whom the votes of an archive list, and so how many could have taken part.
//!
//! Many publishers list only those who voted. What share that is of the chamber a list cannot say: only its seats
//! can, or members who are listed as absent.

use super::{Archive, Position, RollCall, Tally};

/// Whom the votes of an archive list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// All members: as many from vote to vote, however many of them voted.
    Everyone,
    /// Those who voted: lists grow and shrink with the votes.
    Voters,
    /// The votes do not tell: there is one, or all have as many voters.
    #[default]
    Unknown,
}

/// How many could have taken part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Electorate {
    /// So many members, all of whom are listed.
    Members(u32),
    /// So many seats: the members are not all listed.
    Seats(u32),
}

impl Electorate {
    /// How many.
    #[must_use]
    pub fn number(self) -> u32 {
        match self {
            Self::Members(number) | Self::Seats(number) => number,
        }
    }
}

impl Listing {
    /// Compares neighbouring votes of a chamber. Where all members are listed, as many more did not vote as fewer
    /// voted, and the lists stay as long; where only voters are, lists grow and shrink as the ballots do. Of large
    /// archives some pairs are looked at, evenly spread.
    pub(super) fn of(archive: &Archive) -> Self {
        const MOST_PAIRS: usize = 400;
        // One pair does not show a habit: a list may have been cut.
        const FEWEST_PAIRS_OF_VOTERS: usize = 2;
        let pairs = archive.num_roll_calls().saturating_sub(1);
        let step = pairs.div_ceil(MOST_PAIRS).max(1);
        let (mut compared, mut listed, mut changes) = (0, 0, 0);
        for index in (0..pairs).step_by(step) {
            let (Some(one), Some(other)) = (archive.roll_call(index), archive.roll_call(index + 1)) else {
                continue;
            };
            if one.info().chamber == other.info().chamber {
                let (a, b) = (sizes(one), sizes(other));
                compared += 1;
                listed += (a.0 + a.1).abs_diff(b.0 + b.1);
                changes += a.0.abs_diff(b.0) + a.1.abs_diff(b.1);
            }
        }
        // Of 28 archives, those of all members have at most 0.34 of these, those of voters have 1.
        match changes {
            0 => Self::Unknown,
            _ if listed * 5 <= changes * 3 => Self::Everyone,
            _ if compared >= FEWEST_PAIRS_OF_VOTERS => Self::Voters,
            _ => Self::Unknown,
        }
    }
}

/// Ballots cast, and members listed besides.
fn sizes(roll_call: RollCall<'_>) -> (usize, usize) {
    let positions = || roll_call.ballots().iter().map(|ballot| ballot.position());
    let cast = positions().filter(|position| position.is_cast()).count();
    let vacant = positions().filter(|&position| position == Position::Vacant).count();
    (cast, positions().len() - vacant - cast)
}

impl RollCall<'_> {
    /// Seats of the chamber, where the source or what is known of the chamber says it, and not fewer than members
    /// are listed: then they are those of another chamber or time.
    #[must_use]
    pub fn known_seats(&self) -> Option<u32> {
        let info = self.info();
        let known = || info.known.as_ref().and_then(|chamber| chamber.seats_on(info.date.as_ref()));
        let listed = self.voters().len();
        info.seats.or_else(known).filter(|&seats| listed <= seats as usize)
    }

    /// How many could have taken part; `None` where the list is of those who voted, and the seats are not known.
    #[must_use]
    pub fn electorate(&self, tally: &Tally) -> Option<Electorate> {
        let members = tally.num_members();
        let seats = self.known_seats();
        // Where some are listed who did not vote, all are, unless many seats are left.
        let lists_others = [Position::Absent, Position::NotVoting, Position::Excused, Position::Paired]
            .into_iter()
            .any(|position| tally.members(position) > 0);
        let has_all = |seats: u32| seats - tally.num_seats() <= (seats / 20).max(3);
        match (self.archive().listing(), seats) {
            (Listing::Everyone, _) => Some(Electorate::Members(members)),
            (Listing::Unknown, None) if lists_others => Some(Electorate::Members(members)),
            (Listing::Unknown, Some(seats)) if lists_others && has_all(seats) => {
                Some(Electorate::Members(members))
            }
            (_, seats) => seats.map(Electorate::Seats),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Ballot, Member, RollCallInfo};

    /// Votes of so many for and so many absent, of the first members.
    fn archive(votes: &[(usize, usize)]) -> Archive {
        let mut archive = Archive::default();
        let ids: Vec<_> = (0..20).map(|_| archive.add_member(Member::default())).collect();
        for &(cast, absent) in votes {
            let positions =
                std::iter::repeat_n(Position::For, cast).chain(std::iter::repeat_n(Position::Absent, absent));
            let ballots = ids.iter().copied().zip(positions.map(Ballot::new));
            archive.add_roll_call(RollCallInfo::default(), ballots).expect("members");
        }
        archive
    }

    fn electorate(votes: &[(usize, usize)], seats: Option<u32>) -> Option<Electorate> {
        let mut archive = archive(votes);
        for info in &mut archive.roll_calls {
            info.seats = seats;
        }
        let roll_call = archive.roll_call(0).expect("a vote");
        roll_call.electorate(&roll_call.tally())
    }

    #[test]
    fn lists_that_follow_the_votes_are_of_voters() {
        assert_eq!(Listing::of(&archive(&[(12, 0), (7, 0), (15, 0)])), Listing::Voters);
        // A few who did not vote are listed with them: presidents of sittings, say. 11 of 15.
        assert_eq!(Listing::of(&archive(&[(12, 1), (7, 2), (15, 1)])), Listing::Voters);
        assert_eq!(Listing::of(&archive(&[(12, 8), (7, 13), (15, 5)])), Listing::Everyone);
        // One member fewer in the third.
        assert_eq!(Listing::of(&archive(&[(12, 8), (7, 13), (15, 4)])), Listing::Everyone);
        assert_eq!(Listing::of(&archive(&[(12, 8)])), Listing::Unknown);
        assert_eq!(Listing::of(&archive(&[(12, 8), (5, 3)])), Listing::Unknown, "one list may be cut");
        assert_eq!(Listing::of(&archive(&[(12, 0), (12, 0)])), Listing::Unknown);
    }

    #[test]
    fn who_could_have_taken_part() {
        use Electorate::{Members, Seats};
        assert_eq!(electorate(&[(12, 0)], None), None, "nobody says that others were absent");
        assert_eq!(electorate(&[(12, 3)], None), Some(Members(15)));
        assert_eq!(electorate(&[(12, 3)], Some(18)), Some(Members(15)), "three seats are vacant");
        assert_eq!(electorate(&[(12, 1)], Some(90)), Some(Seats(90)));
        assert_eq!(electorate(&[(12, 0)], Some(90)), Some(Seats(90)));
        assert_eq!(electorate(&[(12, 0), (7, 0)], None), None);
        assert_eq!(electorate(&[(12, 0), (7, 5)], None), Some(Members(12)));
        // Fewer seats than members: they are not those of this vote.
        assert_eq!(electorate(&[(12, 0)], Some(11)), None);
    }
}

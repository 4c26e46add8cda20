//! One roll call of an archive: who voted, and how.
//!
//! Goes in: an [`Archive`]. Comes out: its ballots with their members, and counts of them. Must not know: what they mean.

use std::rc::Rc;
use std::sync::{Arc, Weak};

use super::archive::Span;
use super::{
    Archive, Ballot, ByParty, Count, Electorate, Member, MemberId, Party, PartyId, Position, RollCallInfo,
    Tally, Votes,
};

/// One member's ballot in a roll call.
#[derive(Clone, Copy, Debug)]
pub struct Vote<'a> {
    /// Who.
    pub id: MemberId,
    /// Who, in full.
    pub member: &'a Member,
    /// How.
    pub ballot: Ballot,
}

impl Vote<'_> {
    /// How the member voted.
    #[must_use]
    pub fn position(&self) -> Position {
        self.ballot.position()
    }
}

/// Who voted in a roll call. See [`RollCall::voters_key`].
#[derive(Clone, Debug)]
pub struct VotersKey {
    /// Which list of members is meant: as long as this is held, no other has its address.
    members: Weak<Vec<Member>>,
    voters: Vec<MemberId>,
}

/// A view of one roll call in an archive.
#[derive(Clone, Copy, Debug)]
pub struct RollCall<'a> {
    archive: &'a Archive,
    index: usize,
}

impl<'a> RollCall<'a> {
    /// The one at a place, if there is one.
    pub(super) fn of(archive: &'a Archive, index: usize) -> Option<Self> {
        (index < archive.roll_calls.len()).then_some(Self { archive, index })
    }

    /// What is known of it besides its ballots.
    #[must_use]
    pub fn info(&self) -> &'a RollCallInfo {
        &self.archive.roll_calls[self.index]
    }

    /// The archive it belongs to.
    #[must_use]
    pub fn archive(&self) -> &'a Archive {
        self.archive
    }

    /// Who voted, and how, place by place.
    pub(super) fn columns(&self) -> (&'a [MemberId], &'a [Ballot]) {
        let archive = self.archive;
        let start = if self.index == 0 { 0 } else { archive.spans[self.index - 1].end };
        let Span { roster, end } = archive.spans[self.index];
        (archive.rosters.get(roster), &archive.ballots[start..end])
    }

    /// Its ballots.
    #[must_use]
    pub fn votes(&self) -> impl ExactSizeIterator<Item = Vote<'a>> + use<'a> {
        let (members, (voters, ballots)) = (&self.archive.members, self.columns());
        let pairs = voters.iter().zip(ballots);
        pairs.map(|(&id, &ballot)| Vote { id, member: &members[id.0 as usize], ballot })
    }

    /// Who voted.
    #[must_use]
    pub fn voters(&self) -> &'a [MemberId] {
        self.columns().0
    }

    /// Its ballots without their members, in the same order.
    #[must_use]
    pub fn ballots(&self) -> &'a [Ballot] {
        self.columns().1
    }

    /// Its ballots by the party of their members.
    #[must_use]
    pub fn by_party(&self) -> Rc<ByParty> {
        ByParty::of(*self)
    }

    /// A key that two roll calls have in common where the same members voted in the same order. Others have another, even
    /// those of an archive that is gone.
    #[must_use]
    pub fn voters_key(&self) -> VotersKey {
        VotersKey { members: Arc::downgrade(&self.archive.members), voters: self.voters().to_vec() }
    }

    /// True for roll calls that have this key.
    #[must_use]
    pub fn has_voters(&self, key: &VotersKey) -> bool {
        std::ptr::eq(Arc::as_ptr(&self.archive.members), key.members.as_ptr())
            && are_same(self.voters(), &key.voters)
    }

    /// One ballot, by its place.
    #[must_use]
    pub fn vote(&self, index: usize) -> Option<Vote<'a>> {
        let (voters, ballots) = self.columns();
        let (&id, &ballot) = (voters.get(index)?, ballots.get(index)?);
        Some(Vote { id, member: &self.archive.members[id.0 as usize], ballot })
    }

    /// The count of its ballots.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let ballots = self.ballots();
        if !self.archive.is_weighted {
            return Tally::of(ballots.iter().copied());
        }
        let mut tally = Tally::default();
        for vote in self.votes() {
            tally.add(vote.ballot, vote.member.votes());
        }
        tally
    }

    /// The count of the ballots of each party, in their order, and last of the members of none.
    #[must_use]
    pub fn party_tallies(&self) -> Vec<(Option<PartyId>, Tally)> {
        self.by_party().iter().map(|(party, list)| (party, self.tally_of(list))).collect()
    }

    /// The count of the ballots at some places.
    fn tally_of(&self, places: &[usize]) -> Tally {
        // Room for a count of every kind of ballot is worth it where there are some.
        const FEW: usize = 8;
        if !self.archive.is_weighted && places.len() > FEW {
            let ballots = self.ballots();
            return Tally::of(places.iter().map(|&place| ballots[place]));
        }
        let mut tally = Tally::default();
        for vote in places.iter().filter_map(|&place| self.vote(place)) {
            tally.add(vote.ballot, vote.member.votes());
        }
        tally
    }

    /// True where nobody voted, because the source has no vote: its ballots are the seats that members hold.
    #[must_use]
    pub fn is_composition(&self) -> bool {
        let ballots = self.ballots();
        ballots.iter().find(|ballot| !ballot.is_like(Ballot::new(Position::Vacant))).is_some_and(|ballot| {
            // All are seats, or none.
            ballot.is_like(Ballot::new(Position::Seat))
        })
    }

    /// Seats in the chamber: as declared, or the ballots where those are more or nothing is declared.
    #[must_use]
    pub fn num_seats(&self) -> u32 {
        let rows = u32::try_from(self.votes().len()).unwrap_or(u32::MAX);
        self.info().seats.unwrap_or(rows).max(rows)
    }

    /// The figures that a rule looks at: as declared, else as counted. Where those who did not vote are not listed and
    /// the seats are known, every seat is a member.
    #[must_use]
    pub fn count(&self, tally: &Tally) -> Count {
        let seats = self.known_seats().unwrap_or_else(|| tally.num_seats());
        let vacant = seats.saturating_sub(tally.num_seats());
        let count = Count::of(tally, self.info().declared.as_ref(), vacant);
        match self.electorate(tally) {
            // A composition lists everybody who sits.
            Some(Electorate::Seats(seats)) if !tally.is_weighted() && !self.is_composition() => {
                count.of_seats(seats)
            }
            _ => count,
        }
    }

    /// The party of a member, if any.
    #[must_use]
    pub fn party_of(&self, member: &Member) -> Option<&'a Party> {
        member.party.and_then(|id| self.archive.party(id))
    }

    /// The name of a named option.
    #[must_use]
    pub fn choice_name(&self, position: Position) -> Option<&'a str> {
        match position {
            Position::Choice(id) => self.info().choices.get(usize::from(id.0)).map(String::as_str),
            _ => None,
        }
    }

    /// True where the source names only those in favour: how many were against is not known, and not zero.
    #[must_use]
    pub fn knows_only_for(&self) -> bool {
        self.info().declared.is_none() && self.info().lists_only_for
    }

    /// The votes declared or counted, for and against, and where they come from.
    #[must_use]
    pub fn headline(&self, tally: &Tally) -> (Votes, Votes) {
        match &self.info().declared {
            Some(declared) => (declared.in_favour, declared.against),
            None => (tally.votes(Position::For), tally.votes(Position::Against)),
        }
    }
}

/// True for the same members in the same order. They are compared many at once: votes of a session nearly always have them in
/// common.
fn are_same(some: &[MemberId], others: &[MemberId]) -> bool {
    const AT_ONCE: usize = 32;
    let differing_bits = |(some, other): (&MemberId, &MemberId)| some.0 ^ other.0;
    let chunks_agree = |(some, others): (&[MemberId], &[MemberId])| {
        some.iter().zip(others).map(differing_bits).fold(0, |any, bits| any | bits) == 0
    };
    some.len() == others.len() && some.chunks(AT_ONCE).zip(others.chunks(AT_ONCE)).all(chunks_agree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_other_member_anywhere_makes_another_list() {
        let some: Vec<MemberId> = (0..100).map(MemberId).collect();
        assert!(are_same(&some, &some.clone()) && are_same(&[], &[]));
        assert!(!are_same(&some, &some[..99]) && !are_same(&some[..64], &some[..96]));
        for place in 0..some.len() {
            let mut others = some.clone();
            others[place] = MemberId(100);
            assert!(!are_same(&some, &others), "{place}");
        }
    }

    #[test]
    fn voters_are_the_same_in_the_same_order_of_the_same_members() {
        let mut archive = Archive::default();
        let ids: Vec<MemberId> = (0..3).map(|_| archive.add_member(Member::default())).collect();
        let ballot = Ballot::new(Position::For);
        for order in [[0, 1, 2], [0, 1, 2], [2, 1, 0]] {
            let ballots = order.map(|place: usize| (ids[place], ballot));
            archive.add_roll_call(RollCallInfo::default(), ballots).expect("members exist");
        }
        let key = archive.roll_call(0).expect("three roll calls").voters_key();
        let has = |archive: &Archive| -> Vec<bool> {
            (0..archive.num_roll_calls())
                .filter_map(|index| Some(archive.roll_call(index)?.has_voters(&key)))
                .collect()
        };
        assert_eq!(has(&archive), [true, true, false]);
        assert_eq!(has(&archive.excerpt(1).expect("three roll calls")), [true], "members are shared");
        // Members that are added make a list of its own.
        archive.add_member(Member::default());
        assert_eq!(has(&archive), [false; 3]);
    }
}

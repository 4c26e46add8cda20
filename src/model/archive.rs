//! Many roll calls over shared members, in columns.

use std::sync::{Arc, Weak};

use super::tally::Counts;
use super::{
    Ballot, Count, Declared, MajorityRule, Member, MemberId, Moment, Party, PartyId, Position, RosterId,
    Rosters, Tally, VoteDate, Votes,
};

/// Everything one source holds: members, parties, and any number of roll calls.
///
/// A ballot is one byte, sorted by roll call; who cast it says the roster, which roll calls of the same
/// members share: from one byte a ballot to five.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    /// The parties, in political order where the source gives one, else as first named.
    pub parties: Vec<Party>,
    /// Shared with excerpts.
    members: Arc<Vec<Member>>,
    /// Whether some member casts more or less than one vote.
    is_weighted: bool,
    roll_calls: Vec<RollCallInfo>,
    /// Who voted in each roll call, and where its ballots end.
    spans: Vec<Span>,
    rosters: Rosters,
    ballots: Vec<Ballot>,
}

/// The ballots of one roll call.
#[derive(Clone, Copy, Debug)]
struct Span {
    roster: RosterId,
    end: usize,
}

/// What is known of a roll call besides its ballots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollCallInfo {
    /// The publisher's number or identifier.
    pub id: Option<String>,
    /// What was put to the vote.
    pub title: Option<String>,
    /// The chamber.
    pub chamber: Option<String>,
    /// The day.
    pub date: Option<VoteDate>,
    /// How the vote was taken (`public ballot, called by name`).
    pub procedure: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// The result as announced.
    pub declared: Option<Declared>,
    /// Seats in the chamber, vacant ones included, where the source says it.
    pub seats: Option<u32>,
    /// The rule that decided, where the source says it.
    pub rule: Option<Box<MajorityRule>>,
    /// The options of a vote that is not yes or no.
    pub choices: Vec<String>,
    /// True where the ballots are in the order in which members were called.
    pub in_call_order: bool,
    /// When each member answered, by the place of the ballot; empty where no times are known.
    pub times: Vec<Option<Moment>>,
    /// True where the source names only those in favour: how many were against is not known, and not zero.
    pub lists_only_for: bool,
}

/// Why a roll call cannot join an archive.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// A ballot names a member that the archive does not have.
    #[error("a ballot names member {member}, and the archive has {members}")]
    NoSuchMember {
        /// The member named.
        member: u32,
        /// How many there are.
        members: usize,
    },
    /// The columns are not of one length, or the roll calls do not account for all of them.
    #[error("{voters} voters, {ballots} ballots, and roll calls for {counted}")]
    UnevenColumns {
        /// Voters given.
        voters: usize,
        /// Ballots given.
        ballots: usize,
        /// Ballots that the roll calls have together.
        counted: usize,
    },
}

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

impl Archive {
    /// An archive from columns that are sorted by roll call already: each roll call with the number of its
    /// ballots.
    ///
    /// # Errors
    /// [`ArchiveError::UnevenColumns`] or [`ArchiveError::NoSuchMember`].
    pub fn from_columns(
        parties: Vec<Party>,
        members: Vec<Member>,
        roll_calls: Vec<(RollCallInfo, usize)>,
        voters: &[MemberId],
        ballots: Vec<Ballot>,
    ) -> Result<Self, ArchiveError> {
        let counted = roll_calls.iter().map(|(_, count)| count).sum();
        if voters.len() != ballots.len() || voters.len() != counted {
            return Err(ArchiveError::UnevenColumns {
                voters: voters.len(),
                ballots: ballots.len(),
                counted,
            });
        }
        let mut rosters = Rosters::default();
        let mut from = 0;
        let (infos, of_roll_calls): (Vec<_>, Vec<_>) = roll_calls
            .into_iter()
            .map(|(info, count)| {
                let roster = rosters.intern(&voters[from..from + count]);
                from += count;
                (info, roster)
            })
            .unzip();
        Self::from_rosters(parties, members, infos, &of_roll_calls, rosters, ballots)
    }

    /// The same, where the members of each roll call are a roster. Nothing is copied.
    ///
    /// # Errors
    /// [`ArchiveError::UnevenColumns`] or [`ArchiveError::NoSuchMember`].
    pub fn from_rosters(
        parties: Vec<Party>,
        members: Vec<Member>,
        roll_calls: Vec<RollCallInfo>,
        of_roll_calls: &[RosterId],
        rosters: Rosters,
        ballots: Vec<Ballot>,
    ) -> Result<Self, ArchiveError> {
        if let Some(stranger) = rosters.stranger(members.len()) {
            return Err(ArchiveError::NoSuchMember { member: stranger.0, members: members.len() });
        }
        let mut end = 0;
        let spans: Vec<Span> = of_roll_calls
            .iter()
            .map(|&roster| {
                end += rosters.get(roster).len();
                Span { roster, end }
            })
            .collect();
        if end != ballots.len() || spans.len() != roll_calls.len() {
            return Err(ArchiveError::UnevenColumns { voters: end, ballots: ballots.len(), counted: end });
        }
        let is_weighted = members.iter().any(|member| member.weight.is_some());
        Ok(Self { parties, members: Arc::new(members), is_weighted, roll_calls, spans, rosters, ballots })
    }

    /// Adds a member and says which it is.
    pub fn add_member(&mut self, member: Member) -> MemberId {
        let id = MemberId(u32::try_from(self.members.len()).unwrap_or(u32::MAX));
        self.is_weighted |= member.weight.is_some();
        Arc::make_mut(&mut self.members).push(member);
        id
    }

    /// Adds a roll call with its ballots, in call order where `info.in_call_order` says so.
    ///
    /// # Errors
    /// [`ArchiveError::NoSuchMember`] where a ballot names a member not added before; nothing is added.
    pub fn add_roll_call(
        &mut self,
        info: RollCallInfo,
        ballots: impl IntoIterator<Item = (MemberId, Ballot)>,
    ) -> Result<(), ArchiveError> {
        let before = self.ballots.len();
        let mut voters = Vec::new();
        for (id, ballot) in ballots {
            if id.0 as usize >= self.members.len() {
                self.ballots.truncate(before);
                return Err(ArchiveError::NoSuchMember { member: id.0, members: self.members.len() });
            }
            voters.push(id);
            self.ballots.push(ballot);
        }
        let roster = self.rosters.intern(&voters);
        self.spans.push(Span { roster, end: self.ballots.len() });
        self.roll_calls.push(info);
        Ok(())
    }

    /// Leaves out when members answered, in every roll call.
    pub fn forget_times(&mut self) {
        for info in &mut self.roll_calls {
            info.times.clear();
        }
    }

    /// Every member.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The party with this id, if there is one.
    #[must_use]
    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.get(usize::from(id.0))
    }

    /// The number of roll calls.
    #[must_use]
    pub fn num_roll_calls(&self) -> usize {
        self.roll_calls.len()
    }

    /// One roll call, in the order of the source.
    #[must_use]
    pub fn roll_call(&self, index: usize) -> Option<RollCall<'_>> {
        (index < self.roll_calls.len()).then_some(RollCall { archive: self, index })
    }

    /// An archive of one of its roll calls, with every party and every member; nothing of the others is copied, and the
    /// members are shared.
    #[must_use]
    pub fn excerpt(&self, index: usize) -> Option<Self> {
        let roll_call = self.roll_call(index)?;
        let (voters, ballots) = roll_call.columns();
        let mut rosters = Rosters::default();
        let roster = rosters.intern(voters);
        Some(Self {
            parties: self.parties.clone(),
            members: Arc::clone(&self.members),
            is_weighted: self.is_weighted,
            roll_calls: vec![roll_call.info().clone()],
            spans: vec![Span { roster, end: ballots.len() }],
            rosters,
            ballots: ballots.to_vec(),
        })
    }

    /// Bytes held for ballots alone: how each was, and who cast it.
    #[must_use]
    pub fn ballot_bytes(&self) -> usize {
        self.rosters.bytes() + size_of_val(self.ballots.as_slice())
    }
}

impl<'a> RollCall<'a> {
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
    fn columns(&self) -> (&'a [MemberId], &'a [Ballot]) {
        let archive = self.archive;
        let start = if self.index == 0 { 0 } else { archive.spans[self.index - 1].end };
        let Span { roster, end } = archive.spans[self.index];
        (archive.rosters.get(roster), &archive.ballots[start..end])
    }

    /// Its ballots.
    pub fn votes(&self) -> impl ExactSizeIterator<Item = Vote<'a>> + use<'a> {
        let (members, (voters, ballots)) = (&self.archive.members, self.columns());
        let pairs = voters.iter().zip(ballots);
        pairs.map(|(&id, &ballot)| Vote { id, member: &members[id.0 as usize], ballot })
    }

    /// Its ballots without their members, in the same order.
    #[must_use]
    pub fn ballots(&self) -> &'a [Ballot] {
        self.columns().1
    }

    /// A key that two roll calls have in common where the same members voted in the same order. Others have another, even
    /// those of an archive that is gone.
    #[must_use]
    pub fn voters_key(&self) -> VotersKey {
        let (voters, _) = self.columns();
        VotersKey { members: Arc::downgrade(&self.archive.members), voters: voters.to_vec() }
    }

    /// True for roll calls that have this key.
    #[must_use]
    pub fn has_voters(&self, key: &VotersKey) -> bool {
        std::ptr::eq(Arc::as_ptr(&self.archive.members), key.members.as_ptr())
            && self.columns().0 == key.voters.as_slice()
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
            return Tally::of(ballots);
        }
        let mut tally = Tally::default();
        for vote in self.votes() {
            tally.add(vote.ballot, vote.member.votes());
        }
        tally
    }

    /// The count of the ballots of each party, in their order, and last of the members of none.
    #[must_use]
    pub fn party_tallies(&self) -> Vec<Tally> {
        let parties = self.archive.parties.len();
        let place = |member: &Member| member.party.map_or(parties, |id| usize::from(id.0).min(parties));
        if !self.archive.is_weighted {
            let mut counts = vec![Counts::NONE; parties + 1];
            self.votes().for_each(|vote| counts[place(vote.member)].add(vote.ballot));
            return counts.iter().map(Counts::tally).collect();
        }
        let mut tallies = vec![Tally::default(); parties + 1];
        self.votes().for_each(|vote| tallies[place(vote.member)].add(vote.ballot, vote.member.votes()));
        tallies
    }

    /// Seats in the chamber: as declared, or the ballots where those are more or nothing is declared.
    #[must_use]
    pub fn num_seats(&self) -> u32 {
        let rows = u32::try_from(self.votes().len()).unwrap_or(u32::MAX);
        self.info().seats.unwrap_or(rows).max(rows)
    }

    /// The rule that decides: the source's, else the ordinary one.
    #[must_use]
    pub fn rule(&self) -> MajorityRule {
        self.info().rule.as_deref().copied().unwrap_or_default()
    }

    /// The figures that a rule looks at: as declared, else as counted.
    #[must_use]
    pub fn count(&self, tally: &Tally) -> Count {
        let vacant = self.num_seats().saturating_sub(tally.num_seats());
        Count::of(tally, self.info().declared.as_ref(), vacant)
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

    /// The votes declared or counted, for and against, and where they come from.
    #[must_use]
    pub fn headline(&self, tally: &Tally) -> (Votes, Votes) {
        match &self.info().declared {
            Some(declared) => (declared.in_favour, declared.against),
            None => (tally.votes(Position::For), tally.votes(Position::Against)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roll_calls_of_the_same_members_take_one_byte_a_ballot() {
        let mut archive = Archive::default();
        let ids: Vec<MemberId> = (0..100).map(|_| archive.add_member(Member::default())).collect();
        for vote in 0..10 {
            let ballot = Ballot::new(if vote % 2 == 0 { Position::For } else { Position::Against });
            let info = RollCallInfo { id: Some(vote.to_string()), ..RollCallInfo::default() };
            archive.add_roll_call(info, ids.iter().map(|&id| (id, ballot))).expect("members exist");
        }
        let roster = 100 * size_of::<MemberId>() + size_of::<usize>();
        assert_eq!(archive.ballot_bytes(), 100 * 10 + roster);
        let backwards = ids.iter().rev().map(|&id| (id, Ballot::new(Position::Absent)));
        archive.add_roll_call(RollCallInfo::default(), backwards).expect("members exist");
        assert_eq!(archive.ballot_bytes(), 100 * 11 + 2 * roster);
        let second = archive.roll_call(1).expect("ten roll calls");
        assert_eq!(second.info().id.as_deref(), Some("1"));
        assert_eq!(second.tally().members(Position::Against), 100);
        assert!(archive.roll_call(11).is_none());
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

    #[test]
    fn a_ballot_of_nobody_is_refused_whole() {
        let mut archive = Archive::default();
        let known = archive.add_member(Member::default());
        let ballot = Ballot::new(Position::For);
        let fault = archive.add_roll_call(RollCallInfo::default(), [(known, ballot), (MemberId(9), ballot)]);
        assert_eq!(fault, Err(ArchiveError::NoSuchMember { member: 9, members: 1 }));
        assert_eq!((archive.num_roll_calls(), archive.ballot_bytes()), (0, 0));
    }
}

//! Many roll calls over shared members, in columns.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::{
    Ballot, Declared, Listing, MajorityRule, Member, MemberId, Moment, Party, PartyId, RollCall, RosterId,
    Rosters, SharedChamber, Stated, VoteDate,
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
    pub(super) members: Arc<Vec<Member>>,
    /// Whether some member casts more or less than one vote.
    pub(super) is_weighted: bool,
    pub(super) roll_calls: Vec<RollCallInfo>,
    /// Who voted in each roll call, and where its ballots end.
    pub(super) spans: Vec<Span>,
    pub(super) rosters: Rosters,
    pub(super) ballots: Vec<Ballot>,
    /// Whom the votes list, once somebody has asked.
    pub(super) listing: OnceLock<Listing>,
}

/// The ballots of one roll call.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) roster: RosterId,
    pub(super) end: usize,
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
    /// The result as announced, in numbers.
    pub declared: Option<Declared>,
    /// The result as announced, in words, and the majority that it needed.
    pub stated: Option<Box<Stated>>,
    /// The chamber, where the source says which it is and it is one that is known.
    pub known: Option<SharedChamber>,
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
        let members = Arc::new(members);
        let listing = OnceLock::new();
        Ok(Self { parties, members, is_weighted, roll_calls, spans, rosters, ballots, listing })
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
        self.listing = OnceLock::new();
        Ok(())
    }

    /// Takes the ballots of some members out of every roll call, and answers how many each of them had. The members stay.
    pub fn take_out(&mut self, is_out: &[bool]) -> Vec<usize> {
        let is_out = |member: MemberId| is_out.get(member.0 as usize).copied().unwrap_or(false);
        let mut taken = vec![0; self.members.len()];
        let mut rosters = Rosters::default();
        let mut kept_of: HashMap<RosterId, RosterId> = HashMap::new();
        let (mut from, mut kept) = (0, 0);
        for (span, info) in self.spans.iter_mut().zip(&mut self.roll_calls) {
            let voters = self.rosters.get(span.roster);
            let start = kept;
            for (place, &voter) in (from..span.end).zip(voters) {
                if is_out(voter) {
                    taken[voter.0 as usize] += 1;
                } else {
                    self.ballots[kept] = self.ballots[place];
                    kept += 1;
                }
            }
            if kept - start < span.end - from {
                // Times stand beside the ballots of before.
                info.times.clear();
            }
            let roster = *kept_of.entry(span.roster).or_insert_with(|| {
                let stay: Vec<MemberId> = voters.iter().copied().filter(|&voter| !is_out(voter)).collect();
                rosters.intern(&stay)
            });
            from = span.end;
            *span = Span { roster, end: kept };
        }
        self.ballots.truncate(kept);
        self.rosters = rosters;
        self.listing = OnceLock::new();
        taken
    }

    /// Leaves out when members answered, in every roll call.
    pub fn forget_times(&mut self) {
        for info in &mut self.roll_calls {
            info.times.clear();
        }
    }

    /// Whom its votes list.
    #[must_use]
    pub fn listing(&self) -> Listing {
        *self.listing.get_or_init(|| Listing::of(self))
    }

    /// What is known of each roll call, to be added to.
    pub fn infos_mut(&mut self) -> &mut [RollCallInfo] {
        &mut self.roll_calls
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
        RollCall::of(self, index)
    }

    /// An archive of one of its roll calls, with every party and every member; nothing of the others is copied but whom
    /// they list, and the members are shared.
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
            listing: OnceLock::from(self.listing()),
        })
    }

    /// Bytes held for ballots alone: how each was, and who cast it.
    #[must_use]
    pub fn ballot_bytes(&self) -> usize {
        self.rosters.bytes() + size_of_val(self.ballots.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Position;

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
    fn ballots_that_are_taken_out_leave_the_others_where_they_were() {
        let mut archive = Archive::default();
        let ids: Vec<MemberId> = (0..3).map(|_| archive.add_member(Member::default())).collect();
        let sides = [Position::For, Position::Against, Position::Abstain].map(Ballot::new);
        for turn in 0..2 {
            let ballots = ids.iter().copied().zip(sides.into_iter().cycle().skip(turn));
            archive.add_roll_call(RollCallInfo::default(), ballots).expect("members exist");
        }
        assert_eq!(archive.take_out(&[false, true, false]), [0, 2, 0]);
        let positions = |index: usize| -> Vec<Position> {
            archive.roll_call(index).expect("two").votes().map(|vote| vote.position()).collect()
        };
        assert_eq!(positions(0), [Position::For, Position::Abstain]);
        assert_eq!(positions(1), [Position::Against, Position::For]);
        assert_eq!(archive.ballot_bytes(), 4 + 2 * size_of::<MemberId>() + size_of::<usize>());
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

//! The ballots of a roll call by the party of their members.
//!
//! Goes in: a roll call. Comes out: the places of its ballots, a list for each party, which is found once for roll calls of the
//! same members that follow one another. Must not know: what the ballots say.

use std::cell::RefCell;
use std::rc::Rc;

use super::{PartyId, RollCall, VotersKey};

/// Places of ballots in a roll call, by party.
#[derive(Debug)]
pub struct ByParty {
    voters: VotersKey,
    /// Those of each party of the archive.
    parties: Vec<Vec<usize>>,
    /// Those of the members of none, and of parties that the archive does not have.
    none: Vec<usize>,
}

impl ByParty {
    /// Those of a roll call: of the one before in this thread, where it has the same members.
    pub(super) fn of(roll_call: RollCall<'_>) -> Rc<Self> {
        thread_local! {
            static LAST: RefCell<Option<Rc<ByParty>>> = const { RefCell::new(None) };
        }
        LAST.with_borrow_mut(|last| {
            let known = last.take().filter(|known| known.serves(roll_call));
            Rc::clone(last.insert(known.unwrap_or_else(|| Rc::new(Self::new(roll_call)))))
        })
    }

    fn serves(&self, roll_call: RollCall<'_>) -> bool {
        self.parties.len() == roll_call.archive().parties.len() && roll_call.has_voters(&self.voters)
    }

    fn new(roll_call: RollCall<'_>) -> Self {
        let (mut parties, mut none) = (vec![Vec::new(); roll_call.archive().parties.len()], Vec::new());
        for (place, vote) in roll_call.votes().enumerate() {
            let list = vote.member.party.and_then(|id| parties.get_mut(usize::from(id.0)));
            list.unwrap_or(&mut none).push(place);
        }
        Self { voters: roll_call.voters_key(), parties, none }
    }

    /// Every party of the archive, in its order, and last the members of none; each with the places of its ballots in
    /// their order.
    pub fn iter(&self) -> impl Iterator<Item = (Option<PartyId>, &[usize])> {
        let ids = (0..=u16::MAX).map(|party| Some(PartyId(party)));
        let parties = ids.zip(self.parties.iter().map(Vec::as_slice));
        parties.chain([(None, self.none.as_slice())])
    }

    /// The ballots of a party's members, or of those of none.
    #[must_use]
    pub fn get(&self, party: Option<PartyId>) -> &[usize] {
        let Some(PartyId(party)) = party else { return &self.none };
        self.parties.get(usize::from(party)).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Archive, Ballot, Member, Party, Position, RollCallInfo};

    #[test]
    fn ballots_go_to_their_members_parties_whatever_roll_call_was_asked_before() {
        let [first, second, strange] = [Some(PartyId(0)), Some(PartyId(1)), Some(PartyId(7))];
        let mut archive = Archive { parties: vec![Party::default(), Party::default()], ..Archive::default() };
        let members = [second, None, first, strange, second]
            .map(|party| archive.add_member(Member { party, ..Member::default() }));
        for order in [[0, 1, 2, 3, 4], [3, 4, 1, 0, 2], [3, 4, 1, 0, 2]] {
            let ballots = order.map(|place: usize| (members[place], Ballot::new(Position::For)));
            archive.add_roll_call(RollCallInfo::default(), ballots).expect("members exist");
        }
        let lists = |index: usize| -> Vec<Vec<usize>> {
            let by_party = archive.roll_call(index).expect("three roll calls").by_party();
            assert!(by_party.iter().map(|(party, _)| party).eq([first, second, None]));
            assert!(by_party.iter().all(|(party, list)| by_party.get(party) == list));
            assert!([Some(PartyId(2)), strange].iter().all(|&party| by_party.get(party).is_empty()));
            by_party.iter().map(|(_, list)| list.to_vec()).collect()
        };
        // Whose party the archive does not have is of none.
        let forwards = vec![vec![2], vec![0, 4], vec![1, 3]];
        let mixed = vec![vec![4], vec![1, 3], vec![0, 2]];
        let found = [lists(0), lists(1), lists(2), lists(0)];
        assert_eq!(found, [forwards.clone(), mixed.clone(), mixed, forwards]);
        // A party more makes the stranger one of its own.
        archive.parties.resize(8, Party::default());
        let by_party = archive.roll_call(0).expect("three roll calls").by_party();
        assert_eq!((by_party.get(strange), by_party.get(None)), ([3].as_slice(), [1].as_slice()));
    }
}

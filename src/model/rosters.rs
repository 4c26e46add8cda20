//! Lists of members, each held once.
//!
//! In most archives one vote after the other lists the same members in the same order. Such votes share one
//! roster, and a ballot then takes one byte and not five.

use std::collections::HashMap;

use super::MemberId;

/// One of the lists in [`Rosters`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RosterId(u32);

/// Any number of lists of members.
#[derive(Clone, Debug, Default)]
pub struct Rosters {
    members: Vec<MemberId>,
    /// Where each list ends.
    ends: Vec<usize>,
    /// The first list with each hash. A list whose hash another has is held, and not shared.
    by_hash: HashMap<u64, RosterId>,
}

impl Rosters {
    /// The list of these members in this order: the one that is there, else a new one.
    pub fn intern(&mut self, members: &[MemberId]) -> RosterId {
        let hash = hash(members);
        if let Some(&known) = self.by_hash.get(&hash)
            && self.get(known) == members
        {
            return known;
        }
        let id = RosterId(u32::try_from(self.ends.len()).unwrap_or(u32::MAX));
        self.members.extend_from_slice(members);
        self.ends.push(self.members.len());
        self.by_hash.entry(hash).or_insert(id);
        id
    }

    /// The members of a list; nobody where there is no such list.
    #[must_use]
    pub fn get(&self, id: RosterId) -> &[MemberId] {
        let index = id.0 as usize;
        let Some(&end) = self.ends.get(index) else { return &[] };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.members[start..end]
    }

    /// Every list, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (RosterId, &[MemberId])> {
        (0..self.ends.len() as u32).map(|index| (RosterId(index), self.get(RosterId(index))))
    }

    /// Puts other members in the place of these, in every list.
    pub fn replace(&mut self, with: impl Fn(MemberId) -> MemberId) {
        for member in &mut self.members {
            *member = with(*member);
        }
        self.by_hash.clear();
    }

    /// Bytes held for the lists.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of_val(self.members.as_slice()) + size_of_val(self.ends.as_slice())
    }

    /// True where every member is below `count`; else the first that is not.
    pub(super) fn stranger(&self, count: usize) -> Option<MemberId> {
        self.members.iter().copied().find(|member| member.0 as usize >= count)
    }
}

/// Multiplication spreads the bits, and rotation brings the order of the members in.
fn hash(members: &[MemberId]) -> u64 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    members.iter().fold(members.len() as u64, |hash, member| {
        (hash.rotate_left(23) ^ u64::from(member.0)).wrapping_mul(SPREAD)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(ids: &[u32]) -> Vec<MemberId> {
        ids.iter().copied().map(MemberId).collect()
    }

    #[test]
    fn equal_lists_are_one() {
        let mut rosters = Rosters::default();
        let first = rosters.intern(&list(&[1, 2, 3]));
        let other_order = rosters.intern(&list(&[2, 1, 3]));
        let nobody = rosters.intern(&[]);
        assert_eq!(rosters.intern(&list(&[1, 2, 3])), first);
        assert_eq!(rosters.intern(&[]), nobody);
        assert_eq!(rosters.get(other_order), list(&[2, 1, 3]));
        assert_eq!(rosters.iter().count(), 3);
        assert_eq!(rosters.stranger(3), Some(MemberId(3)));
        rosters.replace(|member| MemberId(member.0 * 10));
        assert_eq!(rosters.get(first), list(&[10, 20, 30]));
        assert_eq!(rosters.get(RosterId(9)), []);
    }
}

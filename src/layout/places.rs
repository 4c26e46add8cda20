//! A set of places in a list.
//!
//! Goes in: numbers from 0 on, below a bound that is known from the start. Comes out: which of them are in the set, the
//! lowest first. Must not know: what stands at the places.

const BITS: usize = u64::BITS as usize;

/// Places, a bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Places(Vec<u64>);

impl Places {
    /// None of the places below `bound`.
    pub(super) fn none(bound: usize) -> Self {
        Self(vec![0; bound.div_ceil(BITS)])
    }

    /// All of the places below `bound`.
    pub(super) fn all(bound: usize) -> Self {
        let mut places = Self(vec![u64::MAX; bound.div_ceil(BITS)]);
        if let (Some(last), rest @ 1..) = (places.0.last_mut(), bound % BITS) {
            *last = (1 << rest) - 1;
        }
        places
    }

    pub(super) fn has(&self, place: usize) -> bool {
        self.0[place / BITS] >> (place % BITS) & 1 == 1
    }

    pub(super) fn add(&mut self, place: usize) {
        self.0[place / BITS] |= 1 << (place % BITS);
    }

    pub(super) fn remove(&mut self, place: usize) {
        self.0[place / BITS] &= !(1 << (place % BITS));
    }

    /// Takes all places of another set of the same bound out.
    pub(super) fn remove_all(&mut self, others: &Self) {
        for (word, others) in self.0.iter_mut().zip(&others.0) {
            *word &= !others;
        }
    }

    /// The places in the set, the lowest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let mut words = self.0.iter();
        let (mut word, mut first) = (words.next().copied().unwrap_or_default(), 0);
        std::iter::from_fn(move || {
            while word == 0 {
                word = *words.next()?;
                first += BITS;
            }
            let place = first + word.trailing_zeros() as usize;
            word &= word - 1;
            Some(place)
        })
    }

    /// Hands every place in the set to `take`, the lowest first: quicker than [`Self::iter`] where all are wanted.
    pub(super) fn for_each(&self, mut take: impl FnMut(usize)) {
        for (word, first) in self.0.iter().zip((0..).step_by(BITS)) {
            let mut left = *word;
            while left != 0 {
                take(first + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }

    /// Adds places from `first` on, a bit each. None of them may be beyond the bound.
    pub(super) fn add_window(&mut self, first: usize, places: u64) {
        let (word, shift) = (first / BITS, first % BITS);
        let next = (places >> 1) >> (BITS - 1 - shift);
        self.0[word] |= places << shift;
        if next != 0 {
            self.0[word + 1] |= next;
        }
    }

    /// The places from `first` on, as many as there are bits.
    pub(super) fn window(&self, first: usize) -> u64 {
        let (word, shift) = (first / BITS, first % BITS);
        let next = self.0.get(word + 1).map_or(0, |next| (next << 1) << (BITS - 1 - shift));
        self.0[word] >> shift | next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_added_and_not_what_was_removed() {
        for bound in [1, 63, 64, 65, 200] {
            let mut thirds = Places::none(bound);
            (0..bound).step_by(3).for_each(|place| thirds.add(place));
            assert_eq!(thirds.iter().collect::<Vec<_>>(), (0..bound).step_by(3).collect::<Vec<_>>());
            let mut handed = Vec::new();
            thirds.for_each(|place| handed.push(place));
            assert!(thirds.iter().eq(handed));
            let mut others = Places::all(bound);
            assert_eq!(others.iter().count(), bound);
            others.remove_all(&thirds);
            assert!((0..bound).all(|place| others.has(place) != thirds.has(place)), "{bound}");
            for first in 0..bound {
                let window = thirds.window(first);
                let expected = (0..BITS).filter(|bit| first + bit < bound && (first + bit) % 3 == 0);
                assert_eq!(window, expected.fold(0, |bits, bit| bits | 1 << bit), "{bound} {first}");
                let mut others = Places::none(bound);
                others.add_window(first, window);
                assert!(
                    others.iter().eq(thirds.iter().filter(|&third| third >= first && third < first + BITS))
                );
            }
            thirds.remove(0);
            assert!(!thirds.has(0));
        }
        assert_eq!(Places::all(0).iter().count(), 0);
    }
}

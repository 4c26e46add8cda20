//! The places around one place, and whether they hang together without it.
//!
//! Goes in: who is whose neighbour, then which places are free. Comes out: the free neighbours of a place, and whether they
//! reach each other through free places near it. Must not know: what for.

use super::places::Places;

/// Places that follow one another, a bit each.
type Few = u64;

/// The neighbours of a place, which are near it in the list too.
#[derive(Clone, Copy, Debug)]
struct Neighbours {
    /// The place of the first bit.
    first: usize,
    places: Few,
}

/// The neighbours of every place, and theirs.
#[derive(Clone, Debug)]
pub(super) struct Surroundings {
    neighbours: Vec<Neighbours>,
    /// Neighbours and theirs, from the same first place on; empty where there are none, and where not all neighbours of a
    /// place fit, as in rows of more than thirty places: nothing can be said of those here.
    around: Vec<Few>,
}

impl Surroundings {
    pub(super) fn new(neighbours: &[Vec<usize>]) -> Self {
        let around = (0..neighbours.len()).map(|place| {
            let near = || neighbours[place].iter().copied();
            let beyond = || near().flat_map(|near| neighbours[near].iter().copied());
            // Those of neighbours are left out where they are too far off.
            let lowest = near().chain(beyond()).min().unwrap_or_default();
            let last = near().max().unwrap_or_default();
            let first = lowest.max((last + 1).saturating_sub(Few::BITS as usize));
            let set = |places: &mut dyn Iterator<Item = usize>| {
                places.fold(0, |set, place| set | bit(place, first))
            };
            let is_whole = near().all(|near| bit(near, first) != 0);
            let around = set(&mut near().chain(beyond()).filter(|&other| other != place));
            (Neighbours { first, places: set(&mut near()) }, if is_whole { around } else { 0 })
        });
        let (neighbours, around) = around.unzip();
        Self { neighbours, around }
    }

    /// True where the free neighbours of a place reach each other through free places near them. Where it is false they
    /// may still do so further away.
    pub(super) fn hang_together(&self, place: usize, free: &Places) -> bool {
        let Neighbours { first, places } = self.neighbours[place];
        if self.around[place] == 0 {
            return places == 0;
        }
        let free = free.window(first) & self.around[place];
        let wanted = free & places;
        let mut reached = wanted & wanted.wrapping_neg();
        let mut to_look_at = reached;
        while to_look_at != 0 && wanted & !reached != 0 {
            let next = to_look_at.trailing_zeros() as usize;
            to_look_at &= to_look_at - 1;
            let new = self.seen_from(first, first + next) & free & !reached;
            reached |= new;
            to_look_at |= new;
        }
        wanted & !reached == 0
    }

    /// Adds the free neighbours of a place to a set; false, and nothing is done, where they are too far from each other.
    pub(super) fn add_free_neighbours(&self, place: usize, free: &Places, to: &mut Places) -> bool {
        let Neighbours { first, places } = self.neighbours[place];
        if self.around[place] == 0 {
            return places == 0;
        }
        to.add_window(first, free.window(first) & places);
        true
    }

    /// The neighbours of a place among those from `first` on.
    fn seen_from(&self, first: usize, place: usize) -> Few {
        let Neighbours { first: start, places } = self.neighbours[place];
        let shifted = |by: usize, shift: fn(Few, u32) -> Option<Few>| shift(places, by as u32).unwrap_or(0);
        if start >= first {
            shifted(start - first, Few::checked_shl)
        } else {
            shifted(first - start, Few::checked_shr)
        }
    }
}

/// The bit of a place among those from `first` on; none where there is none.
fn bit(place: usize, first: usize) -> Few {
    place.checked_sub(first).filter(|&at| at < Few::BITS as usize).map_or(0, |at| 1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places in three rows of three, numbered from 0; each beside those left, right, above and below.
    fn square() -> Vec<Vec<usize>> {
        let beside = |a: usize, b: usize| (a / 3).abs_diff(b / 3) + (a % 3).abs_diff(b % 3) == 1;
        (0..9).map(|a| (0..9).filter(|&b| beside(a, b)).collect()).collect()
    }

    #[test]
    fn neighbours_hang_together_around_a_place_and_not_through_it() {
        let square = Surroundings::new(&square());
        let with = |free: &[usize]| {
            let mut places = Places::none(9);
            for &place in free {
                places.add(place);
            }
            square.hang_together(4, &places)
        };
        assert!(with(&[0, 1, 2, 3, 5, 6, 7, 8]), "all around");
        assert!(with(&[0, 1, 3, 4]), "by the corner");
        assert!(!with(&[1, 3, 4]), "only through the place itself");
        assert!(!with(&[0, 1, 3, 7]), "one of them apart");
        assert!(with(&[1]) && with(&[]) && with(&[0, 2]), "none that could be apart");
    }

    #[test]
    fn neighbours_that_are_far_off_in_the_list_are_asked_elsewhere() {
        // A star: each neighbour beside the middle alone.
        let mut star: Vec<Vec<usize>> = vec![(1..=80).collect()];
        star.extend((1..=80).map(|_| vec![0]));
        let star = Surroundings::new(&star);
        let mut border = Places::none(81);
        assert!(star.add_free_neighbours(3, &Places::all(81), &mut border) && border.iter().eq([0]));
        assert!(!star.add_free_neighbours(0, &Places::all(81), &mut border) && border.iter().eq([0]));
        assert!(!star.hang_together(0, &Places::all(81)) && !star.hang_together(0, &Places::none(81)));
        // A ring: the first and the last place are neighbours.
        let ring: Vec<Vec<usize>> =
            (0..100).map(|place| vec![(place + 99) % 100, (place + 1) % 100]).collect();
        let ring = Surroundings::new(&ring);
        assert!(!ring.hang_together(0, &Places::all(100)) && !ring.hang_together(50, &Places::all(100)));
        let alone = Surroundings::new(&[Vec::new()]);
        assert!(alone.hang_together(0, &Places::all(1)));
    }
}

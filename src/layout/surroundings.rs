//! The seats around one seat, and whether they hang together without it.
//!
//! Goes in: who is whose neighbour, then which seats are free. Comes out: whether the free neighbours of a seat reach each
//! other through free seats near it. Must not know: what for.

/// A set of seats near one seat, by their places in a list of at most as many as it has bits.
type Few = u64;

/// The neighbours of a seat and theirs.
#[derive(Clone, Debug)]
pub(super) struct Surroundings {
    /// The neighbours first; those beyond the size of a set are left out.
    seats: Vec<usize>,
    /// Which of them are neighbours.
    neighbours: Few,
    /// For each of them, which others are its neighbours.
    beside: Vec<Few>,
    /// Whether no neighbour is left out.
    is_whole: bool,
}

impl Surroundings {
    pub(super) fn of(seat: usize, neighbours: &[Vec<usize>]) -> Self {
        let mut seats = neighbours[seat].clone();
        let beyond = neighbours[seat].iter().flat_map(|&near| &neighbours[near]);
        for &other in beyond {
            if other != seat && !seats.contains(&other) {
                seats.push(other);
            }
        }
        seats.truncate(Few::BITS as usize);
        let place_of = |wanted: &usize| seats.iter().position(|other| other == wanted);
        let set =
            |others: &[usize]| others.iter().filter_map(place_of).fold(0, |set, place| set | 1 << place);
        let beside = seats.iter().map(|&other| set(&neighbours[other])).collect();
        let is_whole = neighbours[seat].len() <= seats.len();
        Self { neighbours: set(&neighbours[seat]), beside, seats, is_whole }
    }

    /// True where the free neighbours reach each other through free seats near them. Where it is false they may still
    /// do so further away.
    pub(super) fn hang_together(&self, is_free: &[bool]) -> bool {
        let free = |(place, &seat): (usize, &usize)| Few::from(is_free[seat]) << place;
        let free: Few = self.seats.iter().enumerate().map(free).fold(0, |set, one| set | one);
        let wanted = free & self.neighbours;
        let mut reached = wanted & wanted.wrapping_neg();
        let mut to_look_at = reached;
        while to_look_at != 0 && wanted & !reached != 0 {
            let place = to_look_at.trailing_zeros() as usize;
            to_look_at &= to_look_at - 1;
            let new = self.beside[place] & free & !reached;
            reached |= new;
            to_look_at |= new;
        }
        self.is_whole && wanted & !reached == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seats in three rows of three, numbered from 0; each beside those left, right, above and below.
    fn square() -> Vec<Vec<usize>> {
        let beside = |a: usize, b: usize| (a / 3).abs_diff(b / 3) + (a % 3).abs_diff(b % 3) == 1;
        (0..9).map(|a| (0..9).filter(|&b| beside(a, b)).collect()).collect()
    }

    #[test]
    fn neighbours_hang_together_around_a_seat_and_not_through_it() {
        let middle = Surroundings::of(4, &square());
        let with = |free: &[usize]| {
            let is_free: Vec<bool> = (0..9).map(|seat| free.contains(&seat)).collect();
            middle.hang_together(&is_free)
        };
        assert!(with(&[0, 1, 2, 3, 5, 6, 7, 8]), "all around");
        assert!(with(&[0, 1, 3, 4]), "by the corner");
        assert!(!with(&[1, 3, 4]), "only through the seat itself");
        assert!(!with(&[0, 1, 3, 7]), "one of them apart");
        assert!(with(&[1]) && with(&[]) && with(&[0, 2]), "none that could be apart");
    }

    #[test]
    fn seats_beyond_a_set_are_left_out() {
        // A star: each neighbour beside the middle alone.
        let mut star: Vec<Vec<usize>> = vec![(1..=80).collect()];
        star.extend((1..=80).map(|_| vec![0]));
        let middle = Surroundings::of(0, &star);
        assert_eq!(middle.seats.len(), 64);
        assert!(!middle.hang_together(&[true; 81]) && !middle.hang_together(&[false; 81]));
    }
}

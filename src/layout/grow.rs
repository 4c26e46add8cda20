//! Dealing seats out in connected pieces.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hashbrown::HashMap;

use super::Graph;
use super::places::Places;
use super::surroundings::Surroundings;

/// Seats in the order in which they are dealt out, and which of them are neighbours. Inside, a seat is its place in that
/// order.
#[derive(Clone, Debug)]
pub struct Ground {
    seats: Vec<usize>,
    neighbours: Vec<Vec<usize>>,
    surroundings: Surroundings,
    dealt: Dealt,
}

/// Pieces that were dealt before, each by its size and those of the pieces before it: parties of a session split in few ways,
/// and in the first size of them all the time. Time alone tells whether one was kept.
#[derive(Clone, Debug, Default)]
struct Dealt(Arc<Mutex<HashMap<Box<[usize]>, Places>>>);

impl Dealt {
    /// So many are kept, then all are forgotten.
    const MOST: usize = 2048;

    /// Hands the last piece of these sizes to `take` where it is known, and says whether it is.
    fn hand(&self, sizes: &[usize], take: impl FnOnce(&Places)) -> bool {
        self.known().get(sizes).map(take).is_some()
    }

    fn keep(&self, sizes: &[usize], piece: Places) {
        let mut known = self.known();
        if known.len() >= Self::MOST {
            known.clear();
        }
        known.insert(sizes.into(), piece);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Box<[usize]>, Places>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ground {
    /// The ground of some seats of a graph, in their order.
    #[must_use]
    pub fn new(graph: &Graph, seats: Vec<usize>) -> Self {
        let mut place_of = vec![usize::MAX; graph.num_seats()];
        for (place, &seat) in seats.iter().enumerate() {
            place_of[seat] = place;
        }
        let neighbours: Vec<Vec<usize>> = seats
            .iter()
            .map(|&seat| {
                let places = graph.neighbours(seat).iter().map(|&other| place_of[other]);
                places.filter(|&place| place != usize::MAX).collect()
            })
            .collect();
        let surroundings = Surroundings::new(&neighbours);
        Self { seats, neighbours, surroundings, dealt: Dealt::default() }
    }

    /// Deals the seats out to pieces of the given sizes, so that every piece and what is left after it hang together
    /// wherever the seats did.
    ///
    /// Each piece grows from the first free seat, always by the first of its free neighbours. A seat whose taking
    /// would cut others off from the rest is taken together with them where the piece still has room for them all,
    /// and passed over otherwise. Seats beyond the sizes belong to no piece; sizes beyond the seats get what is left.
    /// Each piece is in the order of the ground.
    ///
    /// The growing from free seat to free seat without disconnecting the rest is the method that the rivals'
    /// angular cut lacks; taking cut-off seats along is what makes it end for every combination of sizes.
    #[must_use]
    pub fn deal(&self, sizes: &[usize]) -> Vec<Vec<usize>> {
        let mut seats = self.deal_in_a_row(sizes).into_iter();
        sizes.iter().map(|&size| seats.by_ref().take(size).collect()).collect()
    }

    /// The seats of all pieces, one piece after the other.
    #[must_use]
    pub fn deal_in_a_row(&self, sizes: &[usize]) -> Vec<usize> {
        let num_seats = self.seats.len();
        let free = Places::all(num_seats);
        let mut dealing = Dealing { ground: self, free, dealt: Vec::with_capacity(num_seats) };
        for (index, &size) in sizes.iter().enumerate() {
            dealing.deal(size, &sizes[..=index]);
        }
        dealing.dealt
    }

    /// The places that taking a free one cuts off from the rest.
    fn cut_off(&self, place: usize, free: &Places) -> Vec<usize> {
        if self.surroundings.hang_together(place, free) {
            return Vec::new();
        }
        let mut left = free.clone();
        left.remove(place);
        let neighbours = &self.neighbours[place];
        let wanted = neighbours.iter().filter(|&&other| left.has(other)).count();
        let mut pieces: Vec<Vec<usize>> = Vec::new();
        for &other in neighbours {
            if !left.has(other) {
                continue;
            }
            // Where the first of them reaches all others, which is nearly always, nobody is cut off.
            let mut met = 0;
            let reaches_all = |place: usize| {
                met += usize::from(neighbours.contains(&place));
                met == wanted
            };
            let Some(piece) = self.flood(other, &mut left, reaches_all) else { return Vec::new() };
            pieces.push(piece);
        }
        pieces.sort_by_key(Vec::len);
        pieces.pop();
        pieces.concat()
    }

    /// Takes the piece around a place out of those that are free, and returns it; nothing once `is_enough` of the places
    /// that it was asked for, one after the other.
    fn flood(
        &self,
        place: usize,
        free: &mut Places,
        mut is_enough: impl FnMut(usize) -> bool,
    ) -> Option<Vec<usize>> {
        free.remove(place);
        let mut piece = vec![place];
        let mut next = 0;
        while let Some(&place) = piece.get(next) {
            if is_enough(place) {
                return None;
            }
            for &other in &self.neighbours[place] {
                if free.has(other) {
                    free.remove(other);
                    piece.push(other);
                }
            }
            next += 1;
        }
        Some(piece)
    }
}

/// Seats while they are dealt out.
struct Dealing<'a> {
    ground: &'a Ground,
    /// The places that are still free.
    free: Places,
    /// The seats that are not.
    dealt: Vec<usize>,
}

impl Dealing<'_> {
    /// Deals out the next piece, of at most as many places as are free: from the first place from which one of this size
    /// can be grown, else, where shape and size allow none, from the first of all with what it cuts off left behind.
    /// `sizes` are those asked for so far, this one last.
    fn deal(&mut self, size: usize, sizes: &[usize]) {
        let ground = self.ground;
        if size >= ground.seats.len() - self.dealt.len() {
            let rest = self.free.clone();
            self.take(&rest);
        } else if !ground.dealt.hand(sizes, |piece| self.take(piece)) {
            // Others that ask need not wait while it grows.
            let piece = self.grown(size);
            self.take(&piece);
            ground.dealt.keep(sizes, piece);
        }
    }

    fn take(&mut self, piece: &Places) {
        self.free.remove_all(piece);
        piece.for_each(|place| self.dealt.push(self.ground.seats[place]));
    }

    fn grown(&self, size: usize) -> Places {
        const MOST_STARTS: usize = 64;
        let grown = |start: usize, anyhow: bool| Growing::new(self, start).grown(size, anyhow);
        let mut starts = self.free.iter().take(MOST_STARTS);
        let whole = starts.find_map(|start| grown(start, false));
        let anyhow = || grown(self.free.iter().next()?, true);
        // Where places are free a piece grows anyhow.
        whole.or_else(anyhow).unwrap_or_else(|| self.free.clone())
    }
}

/// A piece while it grows.
struct Growing<'a> {
    ground: &'a Ground,
    /// What is free beside it.
    free: Places,
    piece: Places,
    size: usize,
    /// The free places that it could grow by.
    border: Places,
}

impl<'a> Growing<'a> {
    fn new(dealing: &Dealing<'a>, start: usize) -> Self {
        let none = Places::none(dealing.ground.seats.len());
        let mut border = none.clone();
        border.add(start);
        Self { ground: dealing.ground, free: dealing.free.clone(), piece: none, size: 0, border }
    }

    /// The piece once it has its size; `None` where it gets stuck before. With `anyhow` it never does, at the price of
    /// cutting others off.
    fn grown(mut self, size: usize, anyhow: bool) -> Option<Places> {
        let surroundings = &self.ground.surroundings;
        while self.size < size {
            // The first of the border cuts nobody off nearly always.
            let first = self.border.iter().next();
            if let Some(place) = first.filter(|&place| surroundings.hang_together(place, &self.free)) {
                self.take(place);
                self.look_around(place);
                continue;
            }
            let room = size - self.size;
            let with_cut_off = |place| (place, self.ground.cut_off(place, &self.free));
            let found = self.border.iter().map(with_cut_off).find(|(_, cut_off)| cut_off.len() < room);
            let alone = || {
                let first = self.border.iter().chain(self.free.iter()).next();
                first.filter(|_| anyhow).map(|place| (place, Vec::new()))
            };
            let (place, cut_off) = found.or_else(alone)?;
            let taken = || std::iter::once(place).chain(cut_off.iter().copied());
            taken().for_each(|place| self.take(place));
            taken().for_each(|place| self.look_around(place));
        }
        Some(self.piece)
    }

    fn take(&mut self, place: usize) {
        self.free.remove(place);
        self.border.remove(place);
        self.piece.add(place);
        self.size += 1;
    }

    /// Brings the free neighbours of a place that was taken into the border.
    fn look_around(&mut self, place: usize) {
        let Ground { neighbours, surroundings, .. } = self.ground;
        if surroundings.add_free_neighbours(place, &self.free, &mut self.border) {
            return;
        }
        for &other in &neighbours[place] {
            if self.free.has(other) {
                self.border.add(other);
            }
        }
    }
}

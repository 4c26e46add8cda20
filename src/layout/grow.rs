//! Dealing seats out in connected pieces.

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
        Self { seats, neighbours, surroundings }
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
        let num_seats = self.seats.len();
        let mut left = Left { ground: self, free: Places::all(num_seats), num_free: num_seats };
        sizes
            .iter()
            .map(|&size| {
                let piece = left.take(size.min(left.num_free));
                let mut seats = Vec::with_capacity(size.min(num_seats));
                seats.extend(piece.iter().map(|place| self.seats[place]));
                seats
            })
            .collect()
    }

    /// Takes the piece around a place out of those that are free, and returns it.
    fn flood(&self, place: usize, free: &mut Places) -> Vec<usize> {
        free.remove(place);
        let mut piece = vec![place];
        let mut next = 0;
        while next < piece.len() {
            for &other in &self.neighbours[piece[next]] {
                if free.has(other) {
                    free.remove(other);
                    piece.push(other);
                }
            }
            next += 1;
        }
        piece
    }
}

/// The places that are still free.
#[derive(Clone)]
struct Left<'a> {
    ground: &'a Ground,
    free: Places,
    num_free: usize,
}

impl Left<'_> {
    /// The next piece: from the first place from which one of this size can be grown, else, where shape and
    /// size allow none, from the first of all with what it cuts off left behind.
    fn take(&mut self, size: usize) -> Places {
        const MOST_STARTS: usize = 64;
        let piece = if size == self.num_free {
            self.free.clone()
        } else {
            let mut starts = self.free.iter().take(MOST_STARTS);
            let whole = starts.find_map(|start| self.grown(start, size, false));
            let anyhow = || self.grown(self.free.iter().next()?, size, true);
            whole.or_else(anyhow).unwrap_or_else(|| Places::none(self.ground.seats.len()))
        };
        self.free.remove_all(&piece);
        self.num_free -= size;
        piece
    }

    /// A piece around `start`; `None` where it gets stuck before it has its size. With `anyhow` it never does, at the
    /// price of cutting others off.
    fn grown(&self, start: usize, size: usize, anyhow: bool) -> Option<Places> {
        let mut growing = Growing::new(self.clone(), start);
        while growing.size < size {
            // Taking the first of the border cuts nobody off nearly always, and that is much cheaper to see than by walking
            // the whole ground: its free neighbours reach each other through places next to them.
            let first = growing.border.iter().next();
            let surroundings = &self.ground.surroundings;
            if let Some(first) = first.filter(|&place| surroundings.hang_together(place, &growing.left.free))
            {
                growing.take(first);
                growing.look_around(first);
                continue;
            }
            let room = size - growing.size;
            let found = growing.border.iter().find_map(|place| growing.left.with_cut_off(place, room));
            let alone = || {
                let first = growing.border.iter().chain(growing.left.free.iter()).next();
                first.filter(|_| anyhow).map(|place| Taken { place, cut_off: Vec::new() })
            };
            let Taken { place, cut_off } = found.or_else(alone)?;
            let taken = || std::iter::once(place).chain(cut_off.iter().copied());
            taken().for_each(|place| growing.take(place));
            taken().for_each(|place| growing.look_around(place));
        }
        Some(growing.piece)
    }

    /// A free place with those that taking it cuts off from the rest; `None` where they are more than `room`.
    fn with_cut_off(&self, place: usize, room: usize) -> Option<Taken> {
        if self.ground.surroundings.hang_together(place, &self.free) {
            return (room > 0).then_some(Taken { place, cut_off: Vec::new() });
        }
        let mut left = self.free.clone();
        left.remove(place);
        let mut pieces: Vec<Vec<usize>> = Vec::new();
        for &other in &self.ground.neighbours[place] {
            if left.has(other) {
                pieces.push(self.ground.flood(other, &mut left));
            }
        }
        pieces.sort_by_key(Vec::len);
        pieces.pop();
        let cut_off = pieces.concat();
        (cut_off.len() < room).then_some(Taken { place, cut_off })
    }
}

/// A place, and those that go with it because they would be left alone.
struct Taken {
    place: usize,
    cut_off: Vec<usize>,
}

/// A piece while it grows.
struct Growing<'a> {
    /// What is free beside it.
    left: Left<'a>,
    piece: Places,
    size: usize,
    /// The free places that it could grow by.
    border: Places,
}

impl<'a> Growing<'a> {
    fn new(left: Left<'a>, start: usize) -> Self {
        let none = Places::none(left.ground.seats.len());
        let mut border = none.clone();
        border.add(start);
        Self { left, piece: none, size: 0, border }
    }

    fn take(&mut self, place: usize) {
        self.left.free.remove(place);
        self.border.remove(place);
        self.piece.add(place);
        self.size += 1;
    }

    /// Brings the free neighbours of a place that was taken into the border.
    fn look_around(&mut self, place: usize) {
        let Ground { neighbours, surroundings, .. } = self.left.ground;
        if surroundings.add_free_neighbours(place, &self.left.free, &mut self.border) {
            return;
        }
        for &other in &neighbours[place] {
            if self.left.free.has(other) {
                self.border.add(other);
            }
        }
    }
}

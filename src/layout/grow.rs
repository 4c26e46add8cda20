//! Dealing seats out in connected pieces.

use super::Graph;

/// Deals `seats` out to pieces of the given sizes, in order, so that every piece and what is left after it
/// hang together wherever the seats did.
///
/// Each piece grows from the first free seat, always by the first of its free neighbours in the order of
/// `rank`. A seat whose taking would cut others off from the rest is taken together with them where the
/// piece still has room for them all, and passed over otherwise. Seats beyond the sizes belong to no piece;
/// sizes beyond the seats get what is left. Each piece is sorted by `rank`.
///
/// The growing from free seat to free seat without disconnecting the rest is the method that the rivals'
/// angular cut lacks; taking cut-off seats along is what makes it end for every combination of sizes.
#[must_use]
pub fn grow<R: Ord + Copy>(
    graph: &Graph,
    seats: &[usize],
    rank: impl Fn(usize) -> R,
    sizes: &[usize],
) -> Vec<Vec<usize>> {
    let is_free = vec![false; graph.num_seats()];
    let mut ground = Ground { graph, is_free, num_free: seats.len() };
    for &seat in seats {
        ground.is_free[seat] = true;
    }
    let mut ordered: Vec<usize> = seats.to_vec();
    ordered.sort_by_key(|&seat| rank(seat));
    sizes
        .iter()
        .map(|&size| {
            let mut piece = ground.grow_one(&ordered, &rank, size.min(ground.num_free));
            piece.sort_by_key(|&seat| rank(seat));
            piece
        })
        .collect()
}

/// The seats that are still free.
struct Ground<'a> {
    graph: &'a Graph,
    is_free: Vec<bool>,
    num_free: usize,
}

impl Ground<'_> {
    /// The next piece: from the first seat from which one of this size can be grown, else, where shape and
    /// size allow none, from the first of all with what it cuts off left behind.
    fn grow_one<R: Ord + Copy>(
        &mut self,
        ordered: &[usize],
        rank: &impl Fn(usize) -> R,
        size: usize,
    ) -> Vec<usize> {
        const MOST_STARTS: usize = 64;
        let free: Vec<usize> = ordered.iter().copied().filter(|&seat| self.is_free[seat]).collect();
        let piece = if size == self.num_free {
            free
        } else {
            let whole = free.iter().take(MOST_STARTS).find_map(|&start| {
                let piece = self.grow_from(start, &free, rank, size, false);
                (piece.len() == size).then_some(piece)
            });
            match (whole, free.first()) {
                (Some(piece), _) => piece,
                (None, Some(&start)) => self.grow_from(start, &free, rank, size, true),
                (None, None) => Vec::new(),
            }
        };
        for &seat in &piece {
            self.is_free[seat] = false;
        }
        self.num_free -= piece.len();
        piece
    }

    /// A piece around `start`, too small where it gets stuck. With `anyhow` it never does, at the price of
    /// cutting others off.
    fn grow_from<R: Ord + Copy>(
        &self,
        start: usize,
        free: &[usize],
        rank: &impl Fn(usize) -> R,
        size: usize,
        anyhow: bool,
    ) -> Vec<usize> {
        let mut ground = Self { graph: self.graph, is_free: self.is_free.clone(), num_free: self.num_free };
        let mut piece: Vec<usize> = Vec::with_capacity(size);
        let mut border = Border::new(rank);
        if size > 0 {
            border.add(start);
        }
        while piece.len() < size {
            let room = size - piece.len();
            let found = border.seats().find_map(|seat| ground.with_cut_off(seat, room));
            let taken = found.or_else(|| {
                let others = free.iter().copied().filter(|&seat| ground.is_free[seat]);
                let first = border.seats().chain(others).next().filter(|_| anyhow);
                first.map(|seat| Taken { seat, cut_off: Vec::new() })
            });
            let Some(taken) = taken else { break };
            for seat in taken.seats() {
                ground.is_free[seat] = false;
                border.remove(seat);
            }
            for seat in taken.seats() {
                for &other in self.graph.neighbours(seat) {
                    if ground.is_free[other] {
                        border.add(other);
                    }
                }
            }
            let before = piece.len();
            piece.extend(taken.seats());
            ground.num_free -= piece.len() - before;
        }
        piece
    }

    /// A free seat with those that taking it cuts off from the rest; `None` where they are more than `room`.
    fn with_cut_off(&self, seat: usize, room: usize) -> Option<Taken> {
        // The free neighbours reach each other through seats next to them nearly always, which is much cheaper to see
        // than by walking the whole chamber.
        if self.graph.surroundings()[seat].hang_together(&self.is_free) {
            return (room > 0).then_some(Taken { seat, cut_off: Vec::new() });
        }
        let mut is_left = self.is_free.clone();
        is_left[seat] = false;
        let mut pieces: Vec<Vec<usize>> = Vec::new();
        for &other in self.graph.neighbours(seat) {
            if is_left[other] {
                pieces.push(self.graph.flood(other, &mut is_left));
            }
        }
        pieces.sort_by_key(Vec::len);
        pieces.pop();
        let cut_off = pieces.concat();
        (cut_off.len() < room).then_some(Taken { seat, cut_off })
    }
}

/// A seat, and those that go with it because they would be left alone.
struct Taken {
    seat: usize,
    cut_off: Vec<usize>,
}

impl Taken {
    fn seats(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.seat).chain(self.cut_off.iter().copied())
    }
}

/// Free seats beside a piece, in order of rank: few, so that a sorted list is the quickest.
struct Border<'a, R, F> {
    rank: &'a F,
    seats: Vec<(R, usize)>,
}

impl<'a, R: Ord + Copy, F: Fn(usize) -> R> Border<'a, R, F> {
    fn new(rank: &'a F) -> Self {
        Self { rank, seats: Vec::new() }
    }

    fn seats(&self) -> impl Iterator<Item = usize> {
        self.seats.iter().map(|&(_, seat)| seat)
    }

    fn place(&self, seat: usize) -> Result<usize, usize> {
        self.seats.binary_search(&((self.rank)(seat), seat))
    }

    fn add(&mut self, seat: usize) {
        if let Err(place) = self.place(seat) {
            self.seats.insert(place, ((self.rank)(seat), seat));
        }
    }

    fn remove(&mut self, seat: usize) {
        if let Ok(place) = self.place(seat) {
            self.seats.remove(place);
        }
    }
}

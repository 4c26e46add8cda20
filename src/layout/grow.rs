//! Dealing seats out in connected pieces.

use std::collections::BTreeSet;

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
    let mut ground = Ground { graph, is_free, num_free: seats.len(), walk: Walk::new(graph.num_seats()) };
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
    walk: Walk,
}

/// Room for walks around one seat, of which there are thousands: no walk clears what another has marked.
#[derive(Clone)]
struct Walk {
    /// The number of the walk.
    number: u32,
    /// For each seat the last walk that it was near in, and the last that reached it.
    near: Vec<u32>,
    reached: Vec<u32>,
    /// Seats reached, those whose neighbours are still to be looked at behind the others.
    way: Vec<usize>,
}

impl Walk {
    fn new(num_seats: usize) -> Self {
        Self { number: 0, near: vec![0; num_seats], reached: vec![0; num_seats], way: Vec::new() }
    }

    /// True where seats reach each other through those next to them that `is_there` allows.
    fn joins(&mut self, graph: &Graph, seats: &[usize], is_there: impl Fn(usize) -> bool) -> bool {
        let Some(&first) = seats.first() else { return true };
        self.number += 1;
        for &seat in seats {
            self.near[seat] = self.number;
            for &next in graph.neighbours(seat) {
                if is_there(next) {
                    self.near[next] = self.number;
                }
            }
        }
        self.way.clear();
        self.way.push(first);
        self.reached[first] = self.number;
        let mut next = 0;
        while next < self.way.len() {
            for &other in graph.neighbours(self.way[next]) {
                if self.near[other] == self.number && self.reached[other] != self.number {
                    self.reached[other] = self.number;
                    self.way.push(other);
                }
            }
            next += 1;
        }
        seats.iter().all(|&seat| self.reached[seat] == self.number)
    }
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
        let mut ground = Self {
            graph: self.graph,
            is_free: self.is_free.clone(),
            num_free: self.num_free,
            walk: Walk::new(self.graph.num_seats()),
        };
        let mut piece: Vec<usize> = Vec::with_capacity(size);
        let mut border: BTreeSet<(R, usize)> = BTreeSet::new();
        if size > 0 {
            border.insert((rank(start), start));
        }
        while piece.len() < size {
            let room = size - piece.len();
            let beside = border.iter().map(|&(_, seat)| seat);
            let mut taken = beside.clone().find_map(|seat| ground.with_cut_off(seat, room));
            if taken.is_none() && anyhow {
                let others = free.iter().copied().filter(|&seat| ground.is_free[seat]);
                taken = beside.chain(others).next().map(|seat| vec![seat]);
            }
            let Some(taken) = taken else { break };
            ground.take(&taken);
            for &seat in &taken {
                border.remove(&(rank(seat), seat));
            }
            for &seat in &taken {
                let free = self.graph.neighbours(seat).iter().filter(|&&other| ground.is_free[other]);
                border.extend(free.map(|&other| (rank(other), other)));
            }
            piece.extend(taken);
        }
        piece
    }

    fn take(&mut self, seats: &[usize]) {
        for &seat in seats {
            self.is_free[seat] = false;
        }
        self.num_free -= seats.len();
    }

    /// A free seat with those that taking it cuts off from the rest; `None` where they are more than `room`.
    fn with_cut_off(&mut self, seat: usize, room: usize) -> Option<Vec<usize>> {
        let around: Vec<usize> =
            self.graph.neighbours(seat).iter().copied().filter(|&other| self.is_free[other]).collect();
        // The free neighbours reach each other through seats next to them nearly always, which is much cheaper to see
        // than by walking the whole chamber.
        let is_free = |other: usize| other != seat && self.is_free[other];
        if around.len() < 2 || self.walk.joins(self.graph, &around, is_free) {
            return (room > 0).then(|| vec![seat]);
        }
        let mut is_left = self.is_free.clone();
        is_left[seat] = false;
        let mut pieces: Vec<Vec<usize>> = Vec::new();
        for &other in &around {
            if is_left[other] {
                pieces.push(self.graph.flood(other, &mut is_left));
            }
        }
        pieces.sort_by_key(Vec::len);
        pieces.pop();
        let cut_off: usize = pieces.iter().map(Vec::len).sum();
        (cut_off < room).then(|| std::iter::once(seat).chain(pieces.into_iter().flatten()).collect())
    }
}

//! Which seats are neighbours.

use super::plan::Seat;

/// The neighbours of each seat: the Gabriel graph (two seats are neighbours where the circle between them
/// holds no third) without edges across open space.
///
/// Source: K. Ruben Gabriel and Robert R. Sokal, “A New Statistical Approach to Geographic Variation
/// Analysis”, *Systematic Zoology* 18 (1969). The graph holds a shortest spanning tree, so a chamber without
/// wide gaps is in one piece.
#[derive(Clone, Debug)]
pub struct Graph {
    neighbours: Vec<Vec<usize>>,
}

/// Neighbours are at most this many seat spacings apart.
const REACH: f64 = 2.5;
/// The same where there are aisles.
const REACH_ACROSS: f64 = 4.5;

impl Graph {
    /// The graph of seats whose nearest two are `spacing` apart.
    #[must_use]
    pub fn new(seats: &[Seat], spacing: f64) -> Self {
        Self::within(seats, REACH * spacing)
    }

    /// The graph of seats with aisles between them: neighbours may be further apart.
    #[must_use]
    pub fn across_aisles(seats: &[Seat], spacing: f64) -> Self {
        Self::within(seats, REACH_ACROSS * spacing)
    }

    fn within(seats: &[Seat], reach: f64) -> Self {
        let cells = Cells::new(seats, reach);
        // Squares are compared: roots of so many distances would take most of the time.
        let squared = |x: f64, y: f64| x * x + y * y;
        let neighbours = (0..seats.len())
            .map(|seat| {
                let a = &seats[seat];
                let is_near = |&other: &usize| {
                    let b = &seats[other];
                    other != seat && squared(a.x - b.x, a.y - b.y) <= reach * reach
                };
                // Whatever lies in a circle through this seat and one within reach is within reach too.
                let near: Vec<usize> = cells.around(a).filter(is_near).collect();
                let is_neighbour = |&other: &usize| {
                    let b = &seats[other];
                    let (x, y) = (f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
                    let radius = squared(a.x - b.x, a.y - b.y) / 4.0;
                    let is_inside = |third: &usize| {
                        let third = &seats[*third];
                        squared(third.x - x, third.y - y) < radius * (1.0 - 2e-6)
                    };
                    !near.iter().any(|third| *third != other && is_inside(third))
                };
                near.iter().copied().filter(is_neighbour).collect()
            })
            .collect();
        Self { neighbours }
    }

    /// The neighbours of a seat.
    #[must_use]
    pub fn neighbours(&self, seat: usize) -> &[usize] {
        &self.neighbours[seat]
    }

    /// The number of seats.
    #[must_use]
    pub fn num_seats(&self) -> usize {
        self.neighbours.len()
    }

    /// The number of pieces that some seats fall into; 0 for none.
    #[must_use]
    pub fn num_pieces(&self, seats: &[usize]) -> usize {
        let mut is_left = vec![false; self.neighbours.len()];
        for &seat in seats {
            is_left[seat] = true;
        }
        let mut pieces = 0;
        for &seat in seats {
            if is_left[seat] {
                pieces += 1;
                self.flood(seat, &mut is_left);
            }
        }
        pieces
    }

    /// Takes the piece around a seat out of those that are left.
    fn flood(&self, seat: usize, is_left: &mut [bool]) {
        is_left[seat] = false;
        let mut piece = vec![seat];
        let mut next = 0;
        while next < piece.len() {
            for &other in &self.neighbours[piece[next]] {
                if is_left[other] {
                    is_left[other] = false;
                    piece.push(other);
                }
            }
            next += 1;
        }
    }
}

/// The distance of the two nearest seats; `None` for fewer than two.
///
pub(super) fn nearest_distance(seats: &[Seat]) -> Option<f64> {
    if seats.len() < 2 {
        return None;
    }
    let distance = |a: &Seat, b: &Seat| libm::hypot(a.x - b.x, a.y - b.y);
    // Any distance that two seats have is an upper bound; neighbours in the list are mostly near.
    let bound = seats.windows(2).map(|pair| distance(&pair[0], &pair[1])).fold(f64::INFINITY, f64::min);
    if bound <= 0.0 || !bound.is_finite() {
        return bound.is_finite().then_some(0.0);
    }
    // Squares far smaller than the chamber would be too many.
    let span = |of: fn(&Seat) -> f64| {
        let (low, high) = seats
            .iter()
            .map(of)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        high - low
    };
    let cells = Cells::new(seats, bound.max(span(|seat| seat.x).max(span(|seat| seat.y)) / 500.0));
    let nearest = |(index, seat): (usize, &Seat)| {
        let others = cells.around(seat).filter(move |&other| other != index);
        others.map(|other| distance(seat, &seats[other])).fold(bound, f64::min)
    };
    Some(seats.iter().enumerate().map(nearest).fold(bound, f64::min))
}

/// Seats sorted into squares, to find those near a point.
struct Cells {
    side: f64,
    left: f64,
    bottom: f64,
    columns: usize,
    rows: usize,
    seats: Vec<Vec<usize>>,
}

impl Cells {
    fn new(seats: &[Seat], side: f64) -> Self {
        let low = |of: fn(&Seat) -> f64| seats.iter().map(of).fold(f64::INFINITY, f64::min);
        let high = |of: fn(&Seat) -> f64| seats.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (left, bottom) = (low(|seat| seat.x), low(|seat| seat.y));
        let count = |extent: f64| if extent.is_finite() { (extent / side) as usize + 1 } else { 1 };
        let (columns, rows) = (count(high(|seat| seat.x) - left), count(high(|seat| seat.y) - bottom));
        let mut cells = Self { side, left, bottom, columns, rows, seats: vec![Vec::new(); columns * rows] };
        for (index, seat) in seats.iter().enumerate() {
            let (column, row) = cells.cell(seat);
            cells.seats[row * columns + column].push(index);
        }
        cells
    }

    fn cell(&self, seat: &Seat) -> (usize, usize) {
        let place = |offset: f64, count: usize| ((offset / self.side) as usize).min(count - 1);
        (place(seat.x - self.left, self.columns), place(seat.y - self.bottom, self.rows))
    }

    fn around(&self, seat: &Seat) -> impl Iterator<Item = usize> {
        let (column, row) = self.cell(seat);
        let columns = column.saturating_sub(1)..=(column + 1).min(self.columns - 1);
        let rows = row.saturating_sub(1)..=(row + 1).min(self.rows - 1);
        rows.flat_map(move |row| columns.clone().map(move |column| row * self.columns + column))
            .flat_map(|cell| self.seats[cell].iter().copied())
    }
}

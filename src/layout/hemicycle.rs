//! Rows of seats on half circles.

use std::f64::consts::{FRAC_PI_2, PI};

/// The most seats a hemicycle is drawn with.
pub const MAX_SEATS: usize = 100_000;

/// One seat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// From −1 (left) to 1 (right).
    pub x: f64,
    /// From 0 (base line) up to 1.
    pub y: f64,
    /// The row, counted from 0 at the front.
    pub row: usize,
    /// The angle from the left end of the base line, from 0 to π.
    pub angle: f64,
}

/// A hemicycle of seats, front row first and each row from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Hemicycle {
    /// The seats.
    pub seats: Vec<Seat>,
    /// The radius at which the two nearest seats touch.
    pub touching_radius: f64,
    /// The radius of the front row.
    pub inner_radius: f64,
    /// The number of rows.
    pub num_rows: usize,
}

/// Rows measured in seat spacings: row `i` has radius `front + i`.
#[derive(Clone, Copy, Debug)]
struct Rows {
    count: usize,
    front: f64,
}

impl Hemicycle {
    /// The hemicycle of `num_seats` seats (at most [`MAX_SEATS`]; more are not drawn).
    ///
    /// Neighbouring rows are one spacing apart and neighbours in a row at least one, measured along the
    /// chord, so no seats overlap up to the touching radius. For a given number of rows the seats that fit
    /// grow one by one with the radius of the front row, so that some radius holds exactly `num_seats`
    /// with one row full to the last seat. The number of rows is the one that leaves the front row
    /// nearest to 0.36 of the outer.
    #[must_use]
    pub fn new(num_seats: usize) -> Self {
        let num_seats = num_seats.min(MAX_SEATS);
        let rows = choose_rows(num_seats);
        // The outer edge of the outer row, at touching size, is at radius 1.
        let spacing = 1.0 / (rows.front + rows.count as f64 - 0.5);
        let mut counts: Vec<usize> = (0..rows.count).map(|row| rows.capacity(row)).collect();
        trim(&mut counts, num_seats);
        let mut seats = Vec::with_capacity(num_seats);
        for (row, &count) in counts.iter().enumerate() {
            let radius = (rows.front + row as f64) * spacing;
            for index in 0..count {
                seats.push(seat_at(radius, row, index, count));
            }
        }
        Self {
            seats,
            touching_radius: spacing / 2.0,
            inner_radius: rows.front * spacing,
            num_rows: rows.count,
        }
    }
}

/// The share of the outer row's radius at which the front row looks right: room for the rostrum, and seats
/// as large as can be.
const INNER_SHARE: f64 = 0.36;
/// Up to here one row looks better than two.
const MOST_IN_ONE_ROW: usize = 10;

fn choose_rows(num_seats: usize) -> Rows {
    if num_seats <= MOST_IN_ONE_ROW {
        return Rows { count: 1, front: radius_of_row(num_seats).max(0.5) };
    }
    let off = |rows: &Rows| (rows.front / (rows.front + rows.count as f64 - 1.0) - INNER_SHARE).abs();
    let mut best: Option<Rows> = None;
    for count in 2.. {
        let Some(rows) = fit(count, num_seats) else { break };
        if best.as_ref().is_none_or(|best| off(&rows) < off(best)) {
            best = Some(rows);
        }
    }
    best.unwrap_or(Rows { count: 1, front: radius_of_row(num_seats) })
}

/// The smallest front radius at which `count` rows hold `num_seats`; `None` where even the smallest front
/// row makes too many.
fn fit(count: usize, num_seats: usize) -> Option<Rows> {
    const SMALLEST_FRONT: f64 = 0.5;
    let total = |front: f64| Rows { count, front }.total();
    let holds = |front: f64| total(front) >= num_seats;
    if total(SMALLEST_FRONT) > num_seats {
        return None;
    }
    let (mut below, mut enough) = (SMALLEST_FRONT, num_seats as f64);
    if holds(below) {
        return Some(Rows { count, front: below });
    }
    // Halving until the two are neighbouring numbers.
    loop {
        let middle = f64::midpoint(below, enough);
        if middle <= below || middle >= enough {
            return Some(Rows { count, front: enough });
        }
        if holds(middle) {
            enough = middle;
        } else {
            below = middle;
        }
    }
}

impl Rows {
    /// Seats that fit in a row with both ends on the base line and chords of at least one spacing.
    fn capacity(&self, row: usize) -> usize {
        let radius = self.front + row as f64;
        let step = 2.0 * libm::asin((0.5 / radius).min(1.0));
        (PI / step) as usize + 1
    }

    fn total(&self) -> usize {
        (0..self.count).map(|row| self.capacity(row)).sum()
    }
}

/// The radius, in spacings, of one row of so many seats that touch.
fn radius_of_row(num_seats: usize) -> f64 {
    if num_seats < 2 { 0.0 } else { 0.5 / libm::sin(FRAC_PI_2 / (num_seats - 1) as f64) }
}

/// Takes seats too many, which two rows that fill at the same radius can make, from the fullest rows.
fn trim(counts: &mut [usize], num_seats: usize) {
    while counts.iter().sum::<usize>() > num_seats {
        match counts.iter_mut().rev().max_by_key(|count| **count) {
            Some(count) if *count > 0 => *count -= 1,
            _ => return,
        }
    }
}

/// Mirror images get the same coordinates to the last bit: the right half is computed from the left.
fn seat_at(radius: f64, row: usize, index: usize, count: usize) -> Seat {
    let middle = 2 * index + 1 == count;
    if middle {
        return Seat { x: 0.0, y: radius, row, angle: FRAC_PI_2 };
    }
    let mirrored = 2 * index + 1 > count;
    let steps = if mirrored { count - 1 - index } else { index } as f64;
    let angle = PI * steps / (count - 1) as f64;
    let (x, y) = (-radius * libm::cos(angle), radius * libm::sin(angle));
    if mirrored { Seat { x: -x, y, row, angle: PI - angle } } else { Seat { x, y, row, angle } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest_distance(seats: &[Seat]) -> f64 {
        let mut nearest = f64::INFINITY;
        for (i, a) in seats.iter().enumerate() {
            for b in &seats[i + 1..] {
                nearest = nearest.min(libm::hypot(a.x - b.x, a.y - b.y));
            }
        }
        nearest
    }

    #[test]
    fn every_size_has_exactly_its_seats_inside_the_half_disc() {
        for num_seats in (0..=1200).chain((1200..=3000).step_by(37)).chain([3000]) {
            let hemicycle = Hemicycle::new(num_seats);
            assert_eq!(hemicycle.seats.len(), num_seats);
            for seat in &hemicycle.seats {
                let radius = libm::hypot(seat.x, seat.y);
                assert!(radius + hemicycle.touching_radius <= 1.0 + 1e-9, "{num_seats}: {seat:?}");
                assert!(seat.y >= -1e-12, "{num_seats}: {seat:?}");
            }
        }
    }

    #[test]
    fn no_two_seats_overlap() {
        for num_seats in (2..=200).chain([349, 435, 577, 650, 705, 751, 1500, 3000]) {
            let hemicycle = Hemicycle::new(num_seats);
            let nearest = nearest_distance(&hemicycle.seats);
            assert!(nearest >= 2.0 * hemicycle.touching_radius - 1e-9, "{num_seats}: {nearest}");
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "mirror images are exact")]
    fn left_and_right_mirror_each_other_to_the_bit() {
        for num_seats in [1, 2, 5, 9, 11, 24, 101, 577, 2980] {
            let seats = Hemicycle::new(num_seats).seats;
            for seat in &seats {
                assert!(seats.iter().any(|other| other.x == -seat.x && other.y == seat.y), "{num_seats}");
            }
        }
    }

    #[test]
    fn small_chambers_have_one_row_and_large_ones_an_open_centre() {
        for num_seats in 1..=10 {
            assert_eq!(Hemicycle::new(num_seats).num_rows, 1);
        }
        for num_seats in 24..=3000 {
            let hemicycle = Hemicycle::new(num_seats);
            let share = hemicycle.inner_radius / (1.0 - hemicycle.touching_radius);
            assert!((0.2..0.6).contains(&share), "{num_seats}: {share}");
        }
    }
}

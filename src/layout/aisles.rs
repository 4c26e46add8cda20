//! Aisles between parties.

use super::plan::{Plan, Seat, round_point};

/// Opens an aisle in each row of a hemicycle wherever two neighbours are of different blocks. `owner` says whose a
/// seat is. The rows of the plan were laid out with room for them. An aisle adds at most `widest` seat spacings to the
/// distance of the seats beside it.
pub(super) fn open_aisles(plan: &mut Plan, owner: &[usize], widest: f64) {
    let spacing = 2.0 * plan.touching_radius;
    let mut start = 0;
    while start < plan.seats.len() {
        let row = plan.seats[start].row;
        let len = plan.seats[start..].iter().take_while(|seat| seat.row == row).count();
        open_row(&mut plan.seats[start..start + len], &owner[start..start + len], spacing, widest);
        start += len;
    }
}

/// The first and the last seat of the row stay where they are.
fn open_row(seats: &mut [Seat], owner: &[usize], spacing: f64, widest: f64) {
    let [first, .., last] = seats else { return };
    let (from, to) = (first.along, last.along);
    let radius = libm::hypot(first.x, first.y);
    let gaps = owner.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let steps = (seats.len() - 1) as f64;
    // What the seats leave of the row goes to its aisles.
    let least = 2.0 * libm::asin((spacing / 2.0 / radius).min(1.0));
    let free = (to - from - steps * least) / gaps.max(1) as f64;
    let aisle = free.min(widest * spacing / radius).max(0.0);
    let step = (to - from - gaps as f64 * aisle) / steps;
    let mut along = from;
    for index in 0..seats.len() {
        if index > 0 {
            along += step + if owner[index] == owner[index - 1] { 0.0 } else { aisle };
        }
        let (x, y) = round_point(radius, along);
        seats[index] = Seat { x, y, along, ..seats[index] };
    }
}

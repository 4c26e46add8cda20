//! Opposing benches: two sides that face each other across a floor, and cross benches at the far end.

use super::options::LayoutError;
use super::plan::{Edge, EdgeLine, Plan, Seat, Section, Table};

/// Who sits on which side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// Below the floor.
    pub government: usize,
    /// Above it.
    pub opposition: usize,
    /// At the right.
    pub cross: usize,
}

/// From front bench to front bench, in seat spacings.
const FLOOR: f64 = 3.6;
/// From the longer side to the cross benches.
const TO_CROSS: f64 = 2.0;
/// Width over height.
const SHAPE: f64 = 1.9;

/// Opposing benches. The sections are government, opposition and cross benches, in this order, empty ones too.
///
/// # Errors
/// [`LayoutError::Rows`] where the larger side has fewer seats than rows.
pub(super) fn lay_out(sides: Sides, rows: Option<usize>) -> Result<Plan, LayoutError> {
    let larger = sides.government.max(sides.opposition).max(1);
    let rows = match rows {
        Some(rows) if rows == 0 || rows > larger => return Err(LayoutError::Rows { rows, most: larger }),
        Some(rows) => rows,
        None => best_rows(sides, larger),
    };
    Ok(plan(sides, rows).scaled())
}

fn best_rows(sides: Sides, larger: usize) -> usize {
    let off = |rows: usize| {
        let cross = if sides.cross > 0 { TO_CROSS + cross_columns(sides.cross, rows) as f64 } else { 0.0 };
        let shape = (larger.div_ceil(rows) as f64 + cross) / (2.0 * rows as f64 + FLOOR);
        libm::log(shape / SHAPE).abs()
    };
    (1..=larger).min_by(|&a, &b| off(a).total_cmp(&off(b))).unwrap_or(1)
}

/// The columns of the cross benches: no higher than the two sides and the floor, and no wider than high.
fn cross_columns(cross: usize, rows: usize) -> usize {
    let highest = (2.0 * rows as f64 + FLOOR) as usize - 1;
    cross.div_ceil(highest).max(libm::sqrt(cross as f64 / 4.0) as usize)
}

fn plan(sides: Sides, rows: usize) -> Plan {
    let mut seats = Vec::new();
    let mut sections = Vec::new();
    let half = FLOOR / 2.0;
    let columns = sides.government.max(sides.opposition).div_ceil(rows);
    for (count, up) in [(sides.government, -1.0), (sides.opposition, 1.0)] {
        let start = seats.len();
        let mut side: Vec<Seat> = (0..count)
            .map(|index| {
                // Whole columns from the speaker's end on, the last one from the front bench.
                let (column, row) = (index / rows, index % rows);
                let (x, y) = (column as f64, up * (half + row as f64));
                Seat { x, y, row, along: x * up }
            })
            .collect();
        side.sort_by_key(|seat| seat.row);
        seats.extend(side);
        let last = count.div_ceil(rows).max(1) as f64 - 1.0;
        let back = up * (half + (rows.min(count.max(1)) - 1) as f64);
        let (from, to) = if up > 0.0 { (0.0, last) } else { (-last, 0.0) };
        let (from, to) = (from - 0.4, to + 0.4);
        // The outer side is at the left of the way: above from left to right, below from right to left.
        let line = EdgeLine::Straight { start: (from * up, back), end: (to * up, back) };
        sections.push(Section { seats: start..seats.len(), edge: Some(Edge::one(from, to, line)) });
    }
    let start = seats.len();
    let x = columns.max(1) as f64 - 1.0 + TO_CROSS;
    cross_benches(sides.cross, rows, x, &mut seats);
    let cross = &seats[start..];
    let right = cross.iter().map(|seat| seat.x).fold(x, f64::max);
    let high = cross.iter().map(|seat| seat.y).fold(0.0, f64::max) + 0.4;
    let line = EdgeLine::Straight { start: (right, high), end: (right, -high) };
    sections.push(Section { seats: start..seats.len(), edge: Some(Edge::one(-high, high, line)) });
    Plan {
        touching_radius: 0.5,
        num_rows: rows,
        sections,
        seats,
        rostrum: (-2.0, 0.0),
        well: None,
        table: Some(Table { x: 0.7, y: 0.0, half_width: 1.2, half_height: 0.5, is_round: false }),
        rows: None,
    }
}

/// Columns of nearly the same height around the middle of the floor, the front one at the left.
fn cross_benches(count: usize, rows: usize, x: f64, seats: &mut Vec<Seat>) {
    let columns = cross_columns(count, rows).max(1);
    for column in 0..columns {
        let here = count / columns + usize::from(column < count % columns);
        seats.extend((0..here).map(|index| {
            let y = (here as f64 - 1.0) / 2.0 - index as f64;
            Seat { x: x + column as f64, y, row: column, along: -y }
        }));
    }
}

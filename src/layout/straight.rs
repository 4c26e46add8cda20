//! Straight rows: the grid, and the classroom with desks in twos.

use super::options::LayoutError;
use super::plan::{Edge, EdgeLine, Plan, RowCourse, Seat, Section, Table};

/// How straight rows are spaced, in seat spacings.
struct Spacing {
    /// Between rows.
    rows: f64,
    /// What an aisle after every second seat adds.
    aisle: f64,
    /// Width over height of the whole.
    shape: f64,
}

/// A grid of `num_seats` seats.
///
/// # Errors
/// [`LayoutError::Rows`] where there are fewer seats than rows.
pub(super) fn grid(num_seats: usize, rows: Option<usize>) -> Result<Plan, LayoutError> {
    lay_out(num_seats, rows, &Spacing { rows: 1.0, aisle: 0.0, shape: 1.9 })
}

/// A classroom of `num_seats` seats.
///
/// # Errors
/// [`LayoutError::Rows`] where there are fewer seats than rows.
pub(super) fn classroom(num_seats: usize, rows: Option<usize>) -> Result<Plan, LayoutError> {
    lay_out(num_seats, rows, &Spacing { rows: 1.3, aisle: 0.9, shape: 1.6 })
}

fn lay_out(num_seats: usize, rows: Option<usize>, spacing: &Spacing) -> Result<Plan, LayoutError> {
    let most = num_seats.max(1);
    let columns = match rows {
        Some(rows) if rows == 0 || rows > most => return Err(LayoutError::Rows { rows, most }),
        Some(rows) => {
            let columns = most.div_ceil(rows);
            // So many columns may fill fewer rows than were asked for; then the back rows are shorter.
            return Ok(plan(&shared_out(num_seats, rows, columns), spacing));
        }
        None => best_columns(most, spacing),
    };
    let mut counts = vec![columns; num_seats / columns];
    if !num_seats.is_multiple_of(columns) {
        counts.push(num_seats % columns);
    }
    Ok(plan(&counts, spacing))
}

/// Seats in exactly so many rows: full rows, and the rest shared out over the ones behind.
fn shared_out(num_seats: usize, rows: usize, columns: usize) -> Vec<usize> {
    let full = (0..rows).rev().find(|&full| {
        let left = num_seats.saturating_sub(full * columns);
        full * columns <= num_seats && left >= rows - full && left <= (rows - full) * columns
    });
    let full = full.unwrap_or(0);
    let (left, behind) = (num_seats - full * columns, rows - full);
    let share = |row: usize| left / behind + usize::from(row < left % behind);
    (0..rows).map(|row| if row < full { columns } else { share(row - full) }).collect()
}

/// The width of a row of so many seats.
fn width(columns: usize, spacing: &Spacing) -> f64 {
    2.0 * place(columns.max(1) - 1, columns.max(1), spacing)
}

/// The number of columns whose chamber is nearest to the shape wanted, with a back row that is full or at least
/// in line with the others where there is one.
fn best_columns(num_seats: usize, spacing: &Spacing) -> usize {
    /// Up to here one row looks better than two.
    const MOST_IN_ONE_ROW: usize = 6;
    if num_seats <= MOST_IN_ONE_ROW {
        return num_seats;
    }
    let fault = |columns: usize| {
        let rows = num_seats.div_ceil(columns);
        let shape = (width(columns, spacing) + 1.0) / ((rows as f64 - 1.0) * spacing.rows + 1.0);
        let rest = num_seats % columns;
        let is_ragged = rest > 0 && (columns - rest) % 2 == 1;
        let missing = if rest > 0 { (columns - rest) as f64 / columns as f64 } else { 0.0 };
        // Desks in twos leave no seat alone.
        let is_odd = spacing.aisle > 0.0 && columns % 2 == 1;
        (libm::log(shape / spacing.shape)).abs()
            + 0.6 * missing
            + if is_ragged { 0.3 } else { 0.0 }
            + if is_odd { 0.5 } else { 0.0 }
    };
    (1..=num_seats).min_by(|&a, &b| fault(a).total_cmp(&fault(b))).unwrap_or(1)
}

/// The places of a row of `count` seats behind rows of `columns`, the same left and right of the middle.
fn places(count: usize, columns: usize, spacing: &Spacing) -> Vec<f64> {
    let full: Vec<f64> = (0..columns).map(|column| place(column, columns, spacing)).collect();
    if count == columns {
        return full;
    }
    if spacing.aisle == 0.0 {
        return (0..count).map(|index| index as f64 - (count as f64 - 1.0) / 2.0).collect();
    }
    // Desks nearest to the middle first; the one seat without a mirror stands in the middle.
    let mut taken: Vec<f64> = Vec::with_capacity(count);
    if count % 2 == 1 {
        taken.push(0.0);
    }
    let mut right: Vec<f64> = full.iter().copied().filter(|&x| x > 1e-9).collect();
    right.sort_by(f64::total_cmp);
    let clear = right.iter().copied().filter(|&x| count.is_multiple_of(2) || x >= 1.0 - 1e-9);
    taken.extend(clear.take(count / 2).flat_map(|x| [-x, x]));
    // Where the seat in the middle took the room of two, the rest go on at the sides.
    let mut beyond = right.last().copied().unwrap_or(0.0);
    while taken.len() < count {
        beyond += 1.0;
        taken.extend([-beyond, beyond]);
    }
    taken.sort_by(f64::total_cmp);
    taken
}

/// The place of a seat in a full row. Desks in twos stand from the middle outward: around an aisle or around a desk;
/// where the seats are odd in number, around a desk of one.
fn place(column: usize, columns: usize, spacing: &Spacing) -> f64 {
    let mirror = columns - 1 - column;
    if column == mirror {
        return 0.0;
    }
    // Seats from the middle: 0 for the innermost.
    let steps = column.max(mirror) - columns.div_ceil(2);
    let from_middle = if columns % 2 == 1 {
        steps as f64 + 1.0 + spacing.aisle * (steps / 2 + 1) as f64
    } else if columns % 4 == 2 {
        steps as f64 + 0.5 + spacing.aisle * steps.div_ceil(2) as f64
    } else {
        steps as f64 + 0.5 + spacing.aisle * (0.5 + (steps / 2) as f64)
    };
    if column < mirror { -from_middle } else { from_middle }
}

fn plan(counts: &[usize], spacing: &Spacing) -> Plan {
    let columns = counts.iter().copied().max().unwrap_or(0);
    let mut seats = Vec::new();
    for (row, &count) in counts.iter().enumerate() {
        let y = row as f64 * spacing.rows;
        seats.extend(places(count, columns, spacing).into_iter().map(|x| Seat { x, y, row, along: x }));
    }
    let half = seats.iter().map(|seat| seat.x).fold(0.0, f64::max);
    let top = counts.len().saturating_sub(1) as f64 * spacing.rows;
    let reach = half.max(0.4);
    // Desks in twos face a teacher's.
    let is_class = spacing.aisle > 0.0;
    let line = EdgeLine::Straight { start: (-reach, top), end: (reach, top) };
    let edge = Edge::one(-reach, reach, line);
    Plan {
        touching_radius: 0.5,
        num_rows: counts.len(),
        sections: vec![Section { seats: 0..seats.len(), edge: Some(edge) }],
        seats,
        rostrum: (0.0, if is_class { -2.6 } else { -1.9 }),
        well: None,
        table: is_class.then_some(Table {
            x: 0.0,
            y: -1.6,
            half_width: 1.3,
            half_height: 0.4,
            is_round: false,
        }),
        rows: Some(RowCourse::Straight((0..counts.len()).map(|row| row as f64 * spacing.rows).collect())),
    }
    .scaled()
}

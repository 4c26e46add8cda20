//! A half circle whose rows go on straight at both ends.

use std::f64::consts::PI;

use super::options::LayoutError;
use super::plan::{Edge, EdgeLine, EdgePiece, Plan, RowCourse, Seat, Section, Well};

/// The length of a leg over the radius of the back row.
const LEG: f64 = 0.8;
/// The front row's radius over the back row's, where the number of rows is free.
const INNER_SHARE: f64 = 0.52;

/// A horseshoe of `num_seats` seats.
///
/// # Errors
/// [`LayoutError::Rows`] where the seats do not make so many rows.
pub(super) fn lay_out(num_seats: usize, rows: Option<usize>) -> Result<Plan, LayoutError> {
    let (front, counts) = match rows {
        Some(rows) => {
            fit(rows, num_seats).ok_or_else(|| LayoutError::Rows { rows, most: most(num_seats) })?
        }
        None => best(num_seats),
    };
    Ok(plan(front, &counts).scaled())
}

fn most(num_seats: usize) -> usize {
    (1..=num_seats.max(1)).take_while(|&rows| fit(rows, num_seats).is_some()).last().unwrap_or(1)
}

fn best(num_seats: usize) -> (f64, Vec<usize>) {
    let off = |(front, counts): &(f64, Vec<usize>)| {
        (front / (front + counts.len() as f64 - 1.0) - INNER_SHARE).abs()
    };
    (1..=num_seats.max(1))
        .map_while(|rows| fit(rows, num_seats))
        .min_by(|a, b| off(a).total_cmp(&off(b)))
        .unwrap_or((1.0, vec![num_seats]))
}

fn length(radius: f64, leg: f64) -> f64 {
    PI * radius + 2.0 * leg
}

/// The smallest front radius at which so many rows hold the seats, and the seats of each row.
fn fit(rows: usize, num_seats: usize) -> Option<(f64, Vec<usize>)> {
    const SMALLEST_FRONT: f64 = 1.3;
    if rows == 0 {
        return None;
    }
    let counts = |front: f64| -> Vec<usize> {
        let leg = LEG * (front + rows as f64 - 1.0);
        (0..rows).map(|row| (length(front + row as f64, leg) + 1e-9) as usize + 1).collect()
    };
    let holds = |front: f64| counts(front).iter().sum::<usize>() >= num_seats;
    if counts(SMALLEST_FRONT).iter().sum::<usize>() > num_seats {
        return (rows == 1).then(|| (SMALLEST_FRONT, vec![num_seats]));
    }
    let (mut below, mut enough) = (SMALLEST_FRONT, num_seats.max(2) as f64);
    for _ in 0..60 {
        let middle = f64::midpoint(below, enough);
        if holds(middle) { enough = middle } else { below = middle }
    }
    let mut counts = counts(enough);
    let mut total: usize = counts.iter().sum();
    while total > num_seats {
        let fullest = counts.iter_mut().rev().max_by_key(|count| **count)?;
        *fullest -= 1;
        total -= 1;
    }
    Some((enough, counts))
}

fn plan(front: f64, counts: &[usize]) -> Plan {
    let back = front + counts.len().saturating_sub(1) as f64;
    let leg = LEG * back;
    // Legs in the measure of angles, such that the middle row has the same length a unit everywhere.
    let leg_along = leg / f64::midpoint(front, back);
    let depths: Vec<f64> = (0..counts.len()).map(|row| front + row as f64).collect();
    let course = RowCourse::Horseshoe { depths, leg, leg_along };
    let mut seats = Vec::new();
    for (row, &count) in counts.iter().enumerate() {
        let radius = front + row as f64;
        let along = |index: usize| {
            let steps = if count > 1 { index as f64 / (count - 1) as f64 } else { 0.5 };
            let way = length(radius, leg) * steps;
            if way < leg { (way / leg - 1.0) * leg_along } else { (way - leg) / radius }
        };
        for index in 0..count {
            // The right half mirrors the left.
            let mirror = count - 1 - index;
            let (place, is_right) = (along(index.min(mirror)), index > mirror);
            let (x, y) = if index == mirror { (0.0, radius) } else { course.point(place, radius) };
            let place = if is_right { PI - place } else { place };
            seats.push(Seat { x: if is_right { -x } else { x }, y, row, along: place });
        }
    }
    let piece = |from: f64, to: f64, line: EdgeLine| EdgePiece { from, to, line };
    let edge = Edge {
        pieces: vec![
            piece(-leg_along, 0.0, EdgeLine::Straight { start: (-back, -leg), end: (-back, 0.0) }),
            piece(0.0, PI, EdgeLine::Arc { centre: (0.0, 0.0), radius: back, start: 0.0, end: PI }),
            piece(PI, PI + leg_along, EdgeLine::Straight { start: (back, 0.0), end: (back, -leg) }),
        ],
    };
    Plan {
        touching_radius: 0.5,
        num_rows: counts.len(),
        sections: vec![Section { seats: 0..seats.len(), edge: Some(edge) }],
        seats,
        rostrum: (0.0, -leg),
        well: Some(Well { x: 0.0, y: -leg * 0.3, radius: front }),
        table: None,
        rows: Some(course),
    }
}

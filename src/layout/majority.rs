//! A line that parts so many seats from the rest.

use std::f64::consts::{PI, TAU};

use super::plan::{Plan, RowCourse};

/// Points of a line from before the front row to behind the back row that has the first `num_seats` seats,
/// counted along the rows from the left, on its left, and touches no seat of radius `seat_radius`. Empty where
/// there is nothing to part, and in shapes that have no one side and other.
///
/// In each row the line passes the middle of the gap between the last seat on the left and the first on the
/// right, heading straight across; between two rows it swings over as gently as the seats allow.
#[must_use]
pub fn majority_line(plan: &Plan, num_seats: usize, seat_radius: f64) -> Vec<(f64, f64)> {
    let seats = &plan.seats;
    let Some(course) = plan.rows.as_ref().filter(|_| num_seats > 0 && num_seats < seats.len()) else {
        return Vec::new();
    };
    let mut in_order: Vec<usize> = (0..seats.len()).collect();
    in_order
        .sort_by(|&a, &b| seats[a].along.total_cmp(&seats[b].along).then(seats[a].row.cmp(&seats[b].row)));
    let mut is_left = vec![false; seats.len()];
    for &seat in &in_order[..num_seats] {
        is_left[seat] = true;
    }
    // Where the line as a whole runs: for rows that have seats on one side only.
    let along = |place: usize| in_order.get(place).map(|&seat| seats[seat].along);
    let middle = match (along(num_seats - 1), along(num_seats)) {
        (Some(last), Some(first)) => f64::midpoint(last, first),
        _ => return Vec::new(),
    };
    let is_straight = matches!(course, RowCourse::Straight(_));
    let mut gaps: Vec<(f64, f64)> = Vec::with_capacity(course.depths().len());
    for (row, &depth) in course.depths().iter().enumerate() {
        let (left, right): (Vec<usize>, Vec<usize>) =
            (0..seats.len()).filter(|&seat| seats[seat].row == row).partition(|&seat| is_left[seat]);
        let place = |seat: Option<&usize>| seat.map(|&seat| seats[seat].along);
        // Beside the end of a row the line keeps as far away as between two seats.
        let alone = 2.0 * plan.touching_radius / if is_straight { 1.0 } else { depth.max(1e-9) };
        let half_step = |end: f64, next: Option<f64>| next.map_or(alone, |next| (end - next).abs() / 2.0);
        // In a wide span the other end of the row is not far beyond: the line keeps to its half of the gap.
        let half_gap = |row: &[usize]| match (course, place(row.first()), place(row.last())) {
            (RowCourse::Round(_), Some(first), Some(last)) => (TAU - (last - first)) / 2.0,
            _ => f64::INFINITY,
        };
        let gap = match (place(left.last()), place(right.first())) {
            (Some(last), Some(first)) => course.between(last, first, depth),
            (Some(last), None) => {
                let beside = middle.max(last + half_step(last, place(left.iter().rev().nth(1))));
                beside.min(last + half_gap(&left))
            }
            (None, Some(first)) => {
                let beside = middle.min(first - half_step(first, place(right.get(1))));
                beside.max(first - half_gap(&right))
            }
            (None, None) => middle,
        };
        gaps.push((depth, gap));
    }
    connect(plan, course, &gaps, seat_radius)
}

/// The line through the gaps, with a short lead-in and lead-out.
fn connect(plan: &Plan, course: &RowCourse, gaps: &[(f64, f64)], seat_radius: f64) -> Vec<(f64, f64)> {
    const STEPS: usize = 12;
    let (Some(&(front, front_along)), Some(&(back, back_along))) = (gaps.first(), gaps.last()) else {
        return Vec::new();
    };
    let lead_out = (1.1 * plan.touching_radius).min(1.35 * seat_radius);
    let lead = match course {
        RowCourse::Straight(_) => front - (1.3 * plan.touching_radius).min(2.0 * seat_radius),
        // In a small chamber the line leaves the middle free.
        _ => front - (2.4 * plan.touching_radius).min(0.35 * front),
    };
    let mut points = vec![course.point(front_along, lead), course.point(front_along, front)];
    for pair in gaps.windows(2) {
        let ((from_depth, from), (to_depth, to)) = (pair[0], pair[1]);
        // How much of the way between two rows the swing takes: all of it, or less where seats are near.
        let swings = [1.0, 0.8, 0.6, 0.45, 0.3, 0.2, 0.1].into_iter().map(|width| {
            (1..=STEPS).map(move |step| {
                let way = step as f64 / STEPS as f64;
                let share = smooth(((way - 0.5) / width + 0.5).clamp(0.0, 1.0));
                course.point(from + (to - from) * share, from_depth + (to_depth - from_depth) * way)
            })
        });
        let mut best: Vec<(f64, f64)> = Vec::new();
        for swing in swings {
            best = swing.collect();
            if best.iter().all(|&at| clears(plan, at, seat_radius)) {
                break;
            }
        }
        points.extend(best);
    }
    points.push(course.point(back_along, back + lead_out));
    points
}

/// From 0 to 1 with level ends.
fn smooth(t: f64) -> f64 {
    (1.0 - libm::cos(PI * t)) / 2.0
}

fn clears(plan: &Plan, (x, y): (f64, f64), seat_radius: f64) -> bool {
    plan.seats.iter().all(|seat| libm::hypot(seat.x - x, seat.y - y) > seat_radius)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_parts_the_seats_and_touches_none() {
        for num_seats in [5, 9, 24, 101, 143, 349, 435, 577, 705] {
            let hemicycle = Plan::hemicycle(num_seats);
            let radius = hemicycle.touching_radius * 0.82;
            for threshold in [1, num_seats / 3, num_seats / 2 + 1, num_seats * 2 / 3, num_seats - 1] {
                let line = majority_line(&hemicycle, threshold.max(1), radius);
                assert!(line.len() > 2, "{num_seats} {threshold}");
                for &at in &line {
                    assert!(clears(&hemicycle, at, radius), "{num_seats} {threshold}");
                }
                // Each row's gap has its seats on the right sides: the line crosses the row once.
                let left = hemicycle
                    .seats
                    .iter()
                    .filter(|seat| {
                        let radius = libm::hypot(seat.x, seat.y);
                        let crossing = line
                            .iter()
                            .min_by(|a, b| {
                                let off = |p: &(f64, f64)| (libm::hypot(p.0, p.1) - radius).abs();
                                off(a).total_cmp(&off(b))
                            })
                            .expect("points");
                        let angle = PI - libm::atan2(crossing.1, crossing.0);
                        let angle = if angle > 1.5 * PI { angle - 2.0 * PI } else { angle };
                        seat.along < angle
                    })
                    .count();
                assert_eq!(left, threshold.max(1), "{num_seats} {threshold}");
            }
        }
        assert!(majority_line(&Plan::hemicycle(5), 0, 0.1).is_empty());
        assert!(majority_line(&Plan::hemicycle(5), 5, 0.1).is_empty());
    }
}

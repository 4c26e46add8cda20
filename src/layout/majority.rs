//! A line that parts so many seats from the rest.

use std::f64::consts::PI;

use super::Hemicycle;

/// Points of a line from inside the front row to outside the back row that has the first `num_seats` seats,
/// counted by angle from the left, on its left, and touches no seat of radius `seat_radius`. Empty where
/// there is nothing to part.
///
/// In each row the line passes the middle of the gap between the last seat on the left and the first on the
/// right, heading outward; between two rows it swings over as gently as the seats allow.
#[must_use]
pub fn majority_line(hemicycle: &Hemicycle, num_seats: usize, seat_radius: f64) -> Vec<(f64, f64)> {
    let seats = &hemicycle.seats;
    if num_seats == 0 || num_seats >= seats.len() {
        return Vec::new();
    }
    let mut by_angle: Vec<usize> = (0..seats.len()).collect();
    by_angle
        .sort_by(|&a, &b| seats[a].angle.total_cmp(&seats[b].angle).then(seats[a].row.cmp(&seats[b].row)));
    let mut is_left = vec![false; seats.len()];
    for &seat in &by_angle[..num_seats] {
        is_left[seat] = true;
    }
    // Where the line as a whole runs: for rows that have seats on one side only.
    let angle_at = |place: usize| by_angle.get(place).map(|&seat| seats[seat].angle);
    let middle = match (angle_at(num_seats - 1), angle_at(num_seats)) {
        (Some(last), Some(first)) => f64::midpoint(last, first),
        _ => return Vec::new(),
    };
    let mut gaps: Vec<(f64, f64)> = Vec::with_capacity(hemicycle.num_rows);
    for row in 0..hemicycle.num_rows {
        let (mut last, mut first, mut radius, mut count) = (None, None, 0.0, 0_usize);
        for (seat, place) in seats.iter().enumerate().filter(|(_, place)| place.row == row) {
            radius = libm::hypot(place.x, place.y);
            count += 1;
            if is_left[seat] {
                last = Some(place.angle);
            } else if first.is_none() {
                first = Some(place.angle);
            }
        }
        let half_step = (hemicycle.to - hemicycle.from) / (count.max(2) - 1) as f64 / 2.0;
        let gap = match (last, first) {
            (Some(last), Some(first)) => f64::midpoint(last, first),
            (Some(last), None) => last + half_step,
            (None, Some(first)) => first - half_step,
            (None, None) => middle,
        };
        gaps.push((radius, gap));
    }
    connect(hemicycle, &gaps, seat_radius)
}

/// The line through the gaps, with a short lead-in and lead-out.
fn connect(hemicycle: &Hemicycle, gaps: &[(f64, f64)], seat_radius: f64) -> Vec<(f64, f64)> {
    const STEPS: usize = 12;
    let (Some(&(front, front_angle)), Some(&(back, back_angle))) = (gaps.first(), gaps.last()) else {
        return Vec::new();
    };
    let (lead_in, lead_out) = (2.4 * hemicycle.touching_radius, 1.1 * hemicycle.touching_radius);
    let mut points = vec![point((front - lead_in).max(0.0), front_angle), point(front, front_angle)];
    for pair in gaps.windows(2) {
        let ((from_radius, from), (to_radius, to)) = (pair[0], pair[1]);
        // How much of the way between two rows the swing takes: all of it, or less where seats are near.
        let swings = [1.0, 0.8, 0.6, 0.45, 0.3, 0.2, 0.1].into_iter().map(|width| {
            (1..=STEPS).map(move |step| {
                let way = step as f64 / STEPS as f64;
                let share = smooth(((way - 0.5) / width + 0.5).clamp(0.0, 1.0));
                point(from_radius + (to_radius - from_radius) * way, from + (to - from) * share)
            })
        });
        let mut best: Vec<(f64, f64)> = Vec::new();
        for swing in swings {
            best = swing.collect();
            if best.iter().all(|&at| clears(hemicycle, at, seat_radius)) {
                break;
            }
        }
        points.extend(best);
    }
    points.push(point(back + lead_out, back_angle));
    points
}

/// From 0 to 1 with level ends.
fn smooth(t: f64) -> f64 {
    (1.0 - libm::cos(PI * t)) / 2.0
}

fn point(radius: f64, angle: f64) -> (f64, f64) {
    (-radius * libm::cos(angle), radius * libm::sin(angle))
}

fn clears(hemicycle: &Hemicycle, (x, y): (f64, f64), seat_radius: f64) -> bool {
    hemicycle.seats.iter().all(|seat| libm::hypot(seat.x - x, seat.y - y) > seat_radius)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_parts_the_seats_and_touches_none() {
        for num_seats in [5, 9, 24, 101, 143, 349, 435, 577, 705] {
            let hemicycle = Hemicycle::new(num_seats);
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
                        seat.angle < angle
                    })
                    .count();
                assert_eq!(left, threshold.max(1), "{num_seats} {threshold}");
            }
        }
        assert!(majority_line(&Hemicycle::new(5), 0, 0.1).is_empty());
        assert!(majority_line(&Hemicycle::new(5), 5, 0.1).is_empty());
    }
}

//! Rows of seats on arcs around one centre: the hemicycle and the full circle.

use std::f64::consts::{FRAC_PI_2, PI};

use super::options::{Aisles, LayoutError, LayoutOptions};
use super::plan::{Edge, EdgeLine, Plan, RowCourse, Seat, Section, Well, round_point};
use super::rows::{INNER_SHARE, Rows, Span, best, best_parted};

/// Free space between the seats at the sides of an aisle, centre to centre, in seat spacings.
pub(super) const AISLE: f64 = 1.9;

/// A hemicycle, or a circle where the span is 360°. Rows and inner radius that are left open are chosen for the
/// best filling and spacing; whatever is chosen, no two seats overlap. In a span that is nearly a circle, rows whose
/// two ends would meet end before they do.
///
/// With aisles between parties there is room for `num_gaps` of them in every row; [`open_aisles`] opens them.
///
/// [`open_aisles`]: super::aisles::open_aisles
///
/// # Errors
/// [`LayoutError`] with the values that would do.
pub(super) fn lay_out(
    num_seats: usize,
    options: &LayoutOptions,
    degrees: f64,
    num_gaps: usize,
) -> Result<Plan, LayoutError> {
    let span = span(degrees, options.aisles, num_gaps)?;
    let rows = match (options.rows, options.inner) {
        (None, inner) => {
            let inner = checked_inner(inner.unwrap_or(INNER_SHARE))?;
            let best = if matches!(span, Span::Parted { .. }) { best_parted } else { best };
            best(num_seats, inner, span).ok_or(LayoutError::Rows { rows: 1, most: 0 })?
        }
        (Some(count), None) => fit(count, num_seats, |_| 1.0, span)?,
        (Some(count), Some(inner)) => {
            let inner = checked_inner(inner)?;
            let closest = fit(count, num_seats, |_| 1.0, span)?;
            let share = closest.inner_share();
            let fault = LayoutError::Inner { inner, most: offered(share) };
            let between = count.saturating_sub(1).max(1) as f64;
            // What is shown to two decimals is met to two decimals.
            if count == 1 || (inner - share).abs() <= 0.01 {
                closest
            } else if inner > share {
                return Err(fault);
            } else {
                // Rows far apart around a small front row may hold too many seats at any size.
                fit(count, num_seats, |front| front * (1.0 / inner - 1.0) / between, span)
                    .map_err(|_| fault)?
            }
        }
    };
    Ok(from_rows(&rows))
}

fn from_rows(rows: &Rows) -> Plan {
    let spacing = rows.spacing();
    let back = rows.radii.last().copied().unwrap_or(0.0);
    // The outer edge of the outer row, at touching size, is at radius 1.
    let scale = 1.0 / (back + spacing / 2.0);
    let from = FRAC_PI_2 - rows.span.angle() / 2.0;
    let mut seats = Vec::with_capacity(rows.num_seats());
    for (row, (&radius, &count)) in rows.radii.iter().zip(&rows.counts).enumerate() {
        match rows.span.of_row(radius) {
            Span::Parted { angle, parts, aisle, is_equal: true } => {
                let places = parted(radius, angle, parts, aisle, count, row % 2 == 1);
                seats.extend(places.into_iter().map(|along| {
                    let (x, y) = round_point(radius * scale, along);
                    Seat { x, y, row, along }
                }));
            }
            span => seats.extend((0..count).map(|index| seat_at(radius * scale, row, index, count, span))),
        }
    }
    let to = from + rows.span.angle();
    let inner_radius = rows.radii.first().copied().unwrap_or(0.0) * scale;
    let line = EdgeLine::Arc { centre: (0.0, 0.0), radius: back * scale, start: from, end: to };
    Plan {
        touching_radius: spacing / 2.0 * scale,
        num_rows: rows.radii.len(),
        sections: vec![Section { seats: 0..seats.len(), edge: Some(Edge::one(from, to, line)) }],
        seats,
        rostrum: (0.0, if rows.span.angle() < PI { inner_radius * 0.4 } else { 0.0 }),
        well: (rows.span.angle() >= PI).then_some(Well { x: 0.0, y: 0.0, radius: inner_radius }),
        table: None,
        rows: Some(RowCourse::Round(rows.radii.iter().map(|radius| radius * scale).collect())),
    }
}

/// The angles of a row's seats in equal parts with aisles between them. Seats that do not divide go to parts
/// that mirror each other; the one that has no mirror goes to the middle part or, where there is none, to the
/// left or the right of the middle.
fn parted(radius: f64, angle: f64, parts: usize, aisle: f64, count: usize, to_right: bool) -> Vec<f64> {
    let wide = (angle - (parts - 1) as f64 * aisle / radius) / parts as f64;
    let mut counts = vec![count / parts; parts];
    let mut left = count % parts;
    // Pairs of parts that mirror each other, from the middle out.
    let mut pairs: Vec<usize> = (0..parts / 2).rev().collect();
    if left % 2 == 1 {
        if parts % 2 == 1 {
            counts[parts / 2] += 1;
        } else {
            counts[if to_right { parts / 2 } else { parts / 2 - 1 }] += 1;
            pairs.remove(0);
        }
        left -= 1;
    }
    for part in pairs.into_iter().take(left / 2) {
        counts[part] += 1;
        counts[parts - 1 - part] += 1;
    }
    let mut places = Vec::with_capacity(count);
    for (part, &seats) in counts.iter().enumerate() {
        let from = FRAC_PI_2 - angle / 2.0 + part as f64 * (wide + aisle / radius);
        places.extend((0..seats).map(|seat| {
            let share = if seats == 1 { 0.5 } else { seat as f64 / (seats - 1) as f64 };
            from + wide * share
        }));
    }
    places
}

fn span(degrees: f64, aisles: Aisles, num_gaps: usize) -> Result<Span, LayoutError> {
    if !(90.0..=360.0).contains(&degrees) {
        return Err(LayoutError::Span { span: degrees });
    }
    // 180 degrees are exactly π, so that both halves are the same to the bit.
    let angle = PI * (degrees / 180.0);
    let parted = |parts: usize, aisle: f64, is_equal: bool| {
        if degrees >= 360.0 {
            return Err(LayoutError::AislesInCircle);
        }
        Ok(if parts < 2 { Span::Open(angle) } else { Span::Parted { angle, parts, aisle, is_equal } })
    };
    match aisles {
        Aisles::None if degrees >= 360.0 => Ok(Span::Closed),
        Aisles::None => Ok(Span::Open(angle)),
        Aisles::Parties => parted(num_gaps + 1, PARTY_AISLE, false),
        Aisles::Sections(parts) => parted(parts, AISLE, true),
    }
}

/// What an aisle between parties adds to the distance of the seats at its sides, in seat spacings.
pub(super) const PARTY_AISLE: f64 = 0.7;

fn checked_inner(inner: f64) -> Result<f64, LayoutError> {
    if (0.01..=0.95).contains(&inner) { Ok(inner) } else { Err(LayoutError::Inner { inner, most: 0.95 }) }
}

/// A value to offer: two decimals, and one that is allowed.
fn offered(inner: f64) -> f64 {
    ((inner * 100.0).round() / 100.0).clamp(0.01, 0.95)
}

fn fit(count: usize, num_seats: usize, gap: impl Fn(f64) -> f64, span: Span) -> Result<Rows, LayoutError> {
    let most = || {
        (1..=num_seats.max(1))
            .rev()
            .find(|&count| Rows::fit(count, num_seats, |_| 1.0, span).is_some())
            .unwrap_or(1)
    };
    if count == 0 || count > num_seats.max(1) {
        return Err(LayoutError::Rows { rows: count, most: most() });
    }
    Rows::fit(count, num_seats, gap, span).ok_or_else(|| LayoutError::Rows { rows: count, most: most() })
}

/// A seat of a row that takes `span`. Mirror images get the same coordinates to the last bit: the right half is computed
/// from the left.
fn seat_at(radius: f64, row: usize, index: usize, count: usize, span: Span) -> Seat {
    if 2 * index + 1 == count {
        return Seat { x: 0.0, y: radius, row, along: FRAC_PI_2 };
    }
    let mirrored = 2 * index + 1 > count;
    let steps = if mirrored { count - 1 - index } else { index } as f64;
    let step = span.step(count);
    let from_end = if span == Span::Closed { (steps + 0.5) * step } else { steps * step };
    let along = FRAC_PI_2 - span.angle() / 2.0 + from_end;
    let (x, y) = round_point(radius, along);
    if mirrored { Seat { x: -x, y, row, along: PI - along } } else { Seat { x, y, row, along } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Occupants, lay_out};

    /// What `lay_out` makes of hemicycle options.
    fn with_options(num_seats: usize, options: &LayoutOptions) -> Result<Plan, LayoutError> {
        lay_out(&Occupants::new(num_seats), options)
    }

    /// The radius of the front row.
    fn inner_radius(plan: &Plan) -> f64 {
        plan.rows.as_ref().expect("rows").depths()[0]
    }

    fn nearest_distance(seats: &[Seat]) -> f64 {
        let mut nearest = f64::INFINITY;
        for (i, a) in seats.iter().enumerate() {
            for b in &seats[i + 1..] {
                nearest = nearest.min(libm::hypot(a.x - b.x, a.y - b.y));
            }
        }
        nearest
    }

    fn sizes() -> impl Iterator<Item = usize> {
        (0..=600).chain((600..=3000).step_by(29)).chain([705, 751, 2980, 3000])
    }

    #[test]
    fn every_size_has_exactly_its_seats_inside_the_half_disc() {
        for num_seats in sizes() {
            let hemicycle = Plan::hemicycle(num_seats);
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
            let hemicycle = Plan::hemicycle(num_seats);
            let nearest = nearest_distance(&hemicycle.seats);
            assert!((nearest - 2.0 * hemicycle.touching_radius).abs() < 1e-9, "{num_seats}: {nearest}");
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "mirror images are exact")]
    fn left_and_right_mirror_each_other_to_the_bit() {
        for num_seats in [1, 2, 5, 9, 11, 24, 101, 577, 2980] {
            let seats = Plan::hemicycle(num_seats).seats;
            for seat in &seats {
                assert!(seats.iter().any(|other| other.x == -seat.x && other.y == seat.y), "{num_seats}");
            }
        }
    }

    /// Filled as square packing and even to within 1.7 %, 1 % from 500 seats on: for every number of seats.
    #[test]
    fn every_size_from_24_is_full_and_even() {
        for num_seats in sizes().filter(|&size| size >= 24) {
            let rows = best(num_seats, INNER_SHARE, Span::Open(PI)).expect("rows");
            let quality = rows.quality();
            let most = if num_seats < 500 { 0.017 } else { 0.01 };
            assert!(quality.fill >= 0.785 && quality.evenness <= most, "{num_seats}: {quality:?}");
        }
    }

    /// The quality computed row by row is that of all pairs of seats.
    #[test]
    fn quality_is_what_it_says() {
        for num_seats in [24, 40, 101, 349] {
            let hemicycle = Plan::hemicycle(num_seats);
            let seats = &hemicycle.seats;
            let nearest: Vec<f64> = (0..seats.len())
                .map(|i| {
                    let distance = |j: usize| libm::hypot(seats[i].x - seats[j].x, seats[i].y - seats[j].y);
                    (0..seats.len()).filter(|&j| j != i).map(distance).fold(f64::INFINITY, f64::min)
                })
                .collect();
            let mean = nearest.iter().sum::<f64>() / nearest.len() as f64;
            let variance =
                nearest.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / nearest.len() as f64;
            let rows = best(num_seats, INNER_SHARE, Span::Open(PI)).expect("rows");
            assert!((rows.quality().evenness - variance.sqrt() / mean).abs() < 2e-3, "{num_seats}");
        }
    }

    #[test]
    fn small_chambers_have_one_row_and_others_an_open_centre() {
        for num_seats in 1..=10 {
            assert_eq!(Plan::hemicycle(num_seats).num_rows, 1);
        }
        for num_seats in sizes().filter(|&size| size >= 110) {
            let hemicycle = Plan::hemicycle(num_seats);
            let share = inner_radius(&hemicycle) / (1.0 - hemicycle.touching_radius);
            assert!((0.2..0.62).contains(&share), "{num_seats}: {share}");
        }
    }

    /// Whatever the options: the exact seats without overlap, or an error whose value does.
    #[test]
    fn options_are_met_or_refused_with_a_value_that_does() {
        for num_seats in [1, 2, 5, 9, 11, 24, 101, 577] {
            for rows in [None, Some(0), Some(1), Some(2), Some(5), Some(12), Some(40), Some(1000)] {
                for span in [45.0, 90.0, 120.0, 180.0, 240.0, 300.0, 350.0, 359.9, 360.0, 400.0, f64::NAN] {
                    for inner in [None, Some(0.0), Some(0.1), Some(0.4), Some(0.7), Some(2.0)] {
                        let mut options = LayoutOptions { rows, span, inner, ..LayoutOptions::default() };
                        for attempt in 0.. {
                            match with_options(num_seats, &options) {
                                Ok(hemicycle) => {
                                    assert_eq!(hemicycle.seats.len(), num_seats, "{options:?}");
                                    let nearest = nearest_distance(&hemicycle.seats);
                                    assert!(
                                        nearest >= 2.0 * hemicycle.touching_radius - 1e-9,
                                        "{num_seats} {options:?}"
                                    );
                                    break;
                                }
                                Err(LayoutError::Span { .. }) => {
                                    assert!(!(90.0..=360.0).contains(&options.span), "{options:?}");
                                    options.span = 360.0;
                                }
                                Err(LayoutError::Rows { most, .. }) => options.rows = Some(most),
                                Err(LayoutError::Inner { most, .. }) => options.inner = Some(most),
                                Err(other) => panic!("{options:?}: {other:?}"),
                            }
                            assert!(attempt < 8, "{num_seats} {rows:?} {span} {inner:?}: {options:?}");
                        }
                    }
                }
            }
        }
    }
}

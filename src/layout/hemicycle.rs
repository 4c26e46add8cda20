//! Rows of seats on arcs around one centre.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use super::rows::{INNER_SHARE, Rows, Span, best};

/// The most seats a hemicycle is drawn with.
pub const MAX_SEATS: usize = 100_000;

/// One seat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// From −1 (left) to 1 (right).
    pub x: f64,
    /// Up; 0 is the level of the centre.
    pub y: f64,
    /// The row, counted from 0 at the front.
    pub row: usize,
    /// The angle from the left over the top: 0 is left of the centre, π/2 above it, π right of it.
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
    /// The angle at which the rows start.
    pub from: f64,
    /// The angle at which they end.
    pub to: f64,
}

/// What a hemicycle is to look like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HemicycleOptions {
    /// The number of rows; `None` for the one that fills and spaces best.
    pub rows: Option<usize>,
    /// The angle of the whole, in degrees: 180 is a half circle, 360 a full one.
    pub span: f64,
    /// The radius of the front row over that of the back row; `None` for what suits the seats.
    pub inner: Option<f64>,
}

impl Default for HemicycleOptions {
    fn default() -> Self {
        Self { rows: None, span: 180.0, inner: None }
    }
}

/// Options that no hemicycle has, with the values that would do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LayoutError {
    /// The span is not from 90° to 360°, or leaves no gap between the two ends of the front row.
    Span {
        /// What was asked for.
        span: f64,
        /// The widest open span that would do; 360 is always possible.
        most: f64,
    },
    /// There are no rows, or more than the seats fill.
    Rows {
        /// What was asked for.
        rows: usize,
        /// The most that would do.
        most: usize,
    },
    /// The front row would have to be smaller than a seat, or rows would overlap.
    Inner {
        /// What was asked for.
        inner: f64,
        /// The largest that would do.
        most: f64,
    },
}

impl Hemicycle {
    /// The hemicycle of `num_seats` seats (at most [`MAX_SEATS`]; more are not drawn).
    #[must_use]
    pub fn new(num_seats: usize) -> Self {
        let options = HemicycleOptions::default();
        // The default options suit every number of seats: a test says so.
        Self::with_options(num_seats, &options).unwrap_or(Self {
            seats: Vec::new(),
            touching_radius: 1.0,
            inner_radius: 0.0,
            num_rows: 0,
            from: 0.0,
            to: PI,
        })
    }

    /// The hemicycle of `num_seats` seats with these options. Rows and inner radius that are left open are
    /// chosen for the best filling and spacing; whatever is chosen, no two seats overlap.
    ///
    /// # Errors
    /// [`LayoutError`] with the values that would do.
    pub fn with_options(num_seats: usize, options: &HemicycleOptions) -> Result<Self, LayoutError> {
        let num_seats = num_seats.min(MAX_SEATS);
        let span = span(options.span)?;
        let rows = match (options.rows, options.inner) {
            (None, inner) => {
                let inner = checked_inner(inner.unwrap_or(INNER_SHARE))?;
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
        let hemicycle = Self::from_rows(&rows);
        hemicycle.check_ends(&rows, options.span)?;
        Ok(hemicycle)
    }

    fn from_rows(rows: &Rows) -> Self {
        let spacing = rows.spacing();
        let back = rows.radii.last().copied().unwrap_or(0.0);
        // The outer edge of the outer row, at touching size, is at radius 1.
        let scale = 1.0 / (back + spacing / 2.0);
        let from = FRAC_PI_2 - rows.span.angle() / 2.0;
        let mut seats = Vec::with_capacity(rows.num_seats());
        for (row, (&radius, &count)) in rows.radii.iter().zip(&rows.counts).enumerate() {
            for index in 0..count {
                seats.push(seat_at(radius * scale, row, index, count, rows.span));
            }
        }
        Self {
            seats,
            touching_radius: spacing / 2.0 * scale,
            inner_radius: rows.radii.first().copied().unwrap_or(0.0) * scale,
            num_rows: rows.radii.len(),
            from,
            to: from + rows.span.angle(),
        }
    }

    /// The two ends of the front row of a wide open span must not meet.
    fn check_ends(&self, rows: &Rows, span: f64) -> Result<(), LayoutError> {
        let Span::Open(angle) = rows.span else { return Ok(()) };
        let gap = 2.0 * self.inner_radius * libm::sin(((TAU - angle) / 2.0).min(FRAC_PI_2));
        if rows.counts.first().is_some_and(|&count| count > 1)
            && angle > PI
            && gap < 2.0 * self.touching_radius - 1e-9
        {
            let needed = 2.0 * libm::asin((self.touching_radius / self.inner_radius).min(1.0));
            let most = ((TAU - needed).to_degrees() - 1.0).floor().max(180.0);
            return Err(LayoutError::Span { span, most });
        }
        Ok(())
    }
}

fn span(degrees: f64) -> Result<Span, LayoutError> {
    if !(90.0..=360.0).contains(&degrees) {
        return Err(LayoutError::Span { span: degrees, most: 360.0 });
    }
    // 180 degrees are exactly π, so that both halves are the same to the bit.
    Ok(if degrees >= 360.0 { Span::Closed } else { Span::Open(PI * (degrees / 180.0)) })
}

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

/// Mirror images get the same coordinates to the last bit: the right half is computed from the left.
fn seat_at(radius: f64, row: usize, index: usize, count: usize, span: Span) -> Seat {
    if 2 * index + 1 == count {
        return Seat { x: 0.0, y: radius, row, angle: FRAC_PI_2 };
    }
    let mirrored = 2 * index + 1 > count;
    let steps = if mirrored { count - 1 - index } else { index } as f64;
    let step = span.step(count);
    let from_end = match span {
        Span::Open(_) => steps * step,
        Span::Closed => (steps + 0.5) * step,
    };
    let angle = FRAC_PI_2 - span.angle() / 2.0 + from_end;
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

    fn sizes() -> impl Iterator<Item = usize> {
        (0..=600).chain((600..=3000).step_by(29)).chain([705, 751, 2980, 3000])
    }

    #[test]
    fn every_size_has_exactly_its_seats_inside_the_half_disc() {
        for num_seats in sizes() {
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
            assert!((nearest - 2.0 * hemicycle.touching_radius).abs() < 1e-9, "{num_seats}: {nearest}");
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
            let hemicycle = Hemicycle::new(num_seats);
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
            assert_eq!(Hemicycle::new(num_seats).num_rows, 1);
        }
        for num_seats in sizes().filter(|&size| size >= 110) {
            let hemicycle = Hemicycle::new(num_seats);
            let share = hemicycle.inner_radius / (1.0 - hemicycle.touching_radius);
            assert!((0.2..0.62).contains(&share), "{num_seats}: {share}");
        }
    }

    /// Whatever the options: the exact seats without overlap, or an error whose value does.
    #[test]
    fn options_are_met_or_refused_with_a_value_that_does() {
        for num_seats in [1, 2, 5, 9, 11, 24, 101, 577] {
            for rows in [None, Some(0), Some(1), Some(2), Some(5), Some(12), Some(40), Some(1000)] {
                for span in [45.0, 90.0, 120.0, 180.0, 240.0, 300.0, 350.0, 360.0, 400.0, f64::NAN] {
                    for inner in [None, Some(0.0), Some(0.1), Some(0.4), Some(0.7), Some(2.0)] {
                        let mut options = HemicycleOptions { rows, span, inner };
                        for attempt in 0.. {
                            match Hemicycle::with_options(num_seats, &options) {
                                Ok(hemicycle) => {
                                    assert_eq!(hemicycle.seats.len(), num_seats, "{options:?}");
                                    let nearest = nearest_distance(&hemicycle.seats);
                                    assert!(
                                        nearest >= 2.0 * hemicycle.touching_radius - 1e-9,
                                        "{num_seats} {options:?}"
                                    );
                                    break;
                                }
                                Err(LayoutError::Span { most, .. }) => options.span = most,
                                Err(LayoutError::Rows { most, .. }) => options.rows = Some(most),
                                Err(LayoutError::Inner { most, .. }) => options.inner = Some(most),
                            }
                            assert!(attempt < 8, "{num_seats} {rows:?} {span} {inner:?}: {options:?}");
                        }
                    }
                }
            }
        }
    }
}

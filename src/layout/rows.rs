//! How many rows, how far apart, and how many seats in each.

use std::f64::consts::TAU;

/// The arc that rows lie on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Span {
    /// Part of a circle: seats stand at both ends of every row.
    Open(f64),
    /// The whole circle.
    Closed,
    /// Part of a circle in `parts` with room for an aisle between two of them.
    Parted {
        angle: f64,
        parts: usize,
        /// What an aisle takes of a row's length, in seat spacings.
        aisle: f64,
        /// True where the parts of a row have seats of their own, the same number in each; false where aisles
        /// are opened later, between any seats of a row.
        is_equal: bool,
    },
}

impl Span {
    pub(super) fn angle(self) -> f64 {
        match self {
            Self::Open(angle) | Self::Parted { angle, .. } => angle,
            Self::Closed => TAU,
        }
    }

    /// The part of the span that a row of this radius, in seat spacings, takes: where the two ends of the row would
    /// come nearer than neighbours, it ends before they do, on both sides by the same angle.
    pub(super) fn of_row(self, radius: f64) -> Self {
        // The chord across the gap between the ends is at least one spacing.
        let widest = TAU - 2.0 * libm::asin((0.5 / radius).min(1.0));
        match self {
            Self::Open(angle) => Self::Open(angle.min(widest)),
            Self::Closed => Self::Closed,
            Self::Parted { angle, parts, aisle, is_equal } => {
                Self::Parted { angle: angle.min(widest), parts, aisle, is_equal }
            }
        }
    }

    /// The angle between neighbours in a row of so many seats. Of a row's own span: see [`Span::of_row`].
    pub(super) fn step(self, count: usize) -> f64 {
        match self {
            Self::Open(angle) | Self::Parted { angle, .. } => angle / count.saturating_sub(1).max(1) as f64,
            Self::Closed => TAU / count.max(1) as f64,
        }
    }

    /// The seats that fit on a radius with chords of at least one seat spacing.
    fn capacity(self, radius: f64) -> usize {
        // A hair of tolerance: a row that holds its seats exactly holds them.
        let fitting = |angle: f64| angle / (2.0 * libm::asin((0.5 / radius).min(1.0))) + 1e-9;
        match self.of_row(radius) {
            Self::Open(angle) => fitting(angle) as usize + 1,
            Self::Closed => fitting(TAU) as usize,
            Self::Parted { angle, parts, aisle, is_equal } => {
                let free = angle - (parts - 1) as f64 * aisle / radius;
                match (free < 0.0, is_equal) {
                    (true, _) => 0,
                    (false, true) => parts * (fitting(free / parts as f64) as usize + 1),
                    (false, false) => fitting(free) as usize + 1,
                }
            }
        }
    }
}

/// Rows measured in seat spacings, the front one first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rows {
    pub(super) radii: Vec<f64>,
    pub(super) counts: Vec<usize>,
    pub(super) span: Span,
}

/// How well rows are filled, and how evenly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quality {
    /// The area of the seats, grown until the nearest two touch, over that of their ring: π/4 is square packing.
    pub(super) fill: f64,
    /// The coefficient of variation of the distance to the nearest neighbour.
    pub(super) evenness: f64,
}

impl Rows {
    /// The smallest front radius at which `count` rows, `gap` apart, hold `num_seats`.
    ///
    /// The seats that fit grow one by one with the radius of the front row, so that at some radius they are
    /// exactly as many as wanted, with one row full to the last seat. `None` where even the smallest front
    /// row makes too many.
    pub(super) fn fit(count: usize, num_seats: usize, gap: impl Fn(f64) -> f64, span: Span) -> Option<Self> {
        const SMALLEST_FRONT: f64 = 0.5;
        if count == 1 && num_seats < 2 {
            return Some(Self { radii: vec![SMALLEST_FRONT], counts: vec![num_seats], span });
        }
        let rows = |front: f64| {
            let gap = gap(front);
            let radii: Vec<f64> = (0..count).map(|row| front + row as f64 * gap).collect();
            let counts = radii.iter().map(|&radius| span.capacity(radius)).collect();
            Self { radii, counts, span }
        };
        if rows(SMALLEST_FRONT).num_seats() > num_seats {
            return None;
        }
        let (mut below, mut enough) = (SMALLEST_FRONT, num_seats.max(2) as f64);
        // Halving until the two are neighbouring numbers.
        loop {
            let middle = f64::midpoint(below, enough);
            if middle <= below || middle >= enough {
                break;
            }
            if rows(middle).num_seats() >= num_seats {
                enough = middle;
            } else {
                below = middle;
            }
        }
        let mut rows = rows(enough);
        rows.trim(num_seats);
        Some(rows)
    }

    pub(super) fn num_seats(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Takes seats too many, which rows that fill at one radius make, from the fullest rows.
    fn trim(&mut self, num_seats: usize) {
        while self.num_seats() > num_seats {
            match self.counts.iter_mut().rev().max_by_key(|count| **count) {
                Some(count) if *count > 0 => *count -= 1,
                _ => return,
            }
        }
    }

    /// The front radius over the outer.
    pub(super) fn inner_share(&self) -> f64 {
        match (self.radii.first(), self.radii.last()) {
            (Some(front), Some(back)) if self.radii.len() > 1 => front / back,
            _ => 1.0,
        }
    }

    /// The distance from each seat to its nearest neighbour, left half of every row. Seats of two rows that are near
    /// across the gap between the ends of a wide span have nearer ones on their own side, which mirrors the other.
    fn nearest_distances(&self) -> Vec<f64> {
        let rows: Vec<Row> = self
            .radii
            .iter()
            .zip(&self.counts)
            .map(|(&radius, &count)| Row::new(self.span, radius, count))
            .collect();
        let mut distances = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let in_row = row.nearest();
            for seat in 0..row.count.div_ceil(2) {
                let mut nearest = if seat == 0 { in_row.min(row.between_ends()) } else { in_row };
                let angle = row.angle(seat);
                for beside in [index.checked_sub(1), Some(index + 1)].into_iter().flatten() {
                    let Some(other) = rows.get(beside) else { continue };
                    let first = (angle - other.angle(0)) / other.step;
                    for place in [libm::floor(first), libm::ceil(first)] {
                        let place = place.clamp(0.0, other.count.saturating_sub(1) as f64);
                        let apart = angle - other.angle(place as usize);
                        let squared = row.radius * row.radius + other.radius * other.radius
                            - 2.0 * row.radius * other.radius * libm::cos(apart);
                        nearest = nearest.min(libm::sqrt(squared.max(0.0)));
                    }
                }
                distances.push(nearest);
            }
        }
        distances
    }

    /// The distance of the two nearest seats.
    pub(super) fn spacing(&self) -> f64 {
        if matches!(self.span, Span::Parted { .. }) {
            // Rows keep their seats a unit apart, beside the aisles too.
            return 1.0;
        }
        let nearest = self.nearest_distances().into_iter().fold(f64::INFINITY, f64::min);
        if nearest.is_finite() { nearest } else { 1.0 }
    }

    pub(super) fn quality(&self) -> Quality {
        let distances = self.nearest_distances();
        let count = distances.len().max(1) as f64;
        let mean = distances.iter().sum::<f64>() / count;
        let variance = distances.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / count;
        let radius = self.spacing() / 2.0;
        let (front, back) = (self.radii[0] - radius, self.radii[self.radii.len() - 1] + radius);
        let ring = self.span.angle() / 2.0 * (back * back - front * front);
        let seats = self.num_seats() as f64 * std::f64::consts::PI * radius * radius;
        Quality { fill: seats / ring, evenness: libm::sqrt(variance) / mean }
    }
}

/// One row, and where its seats are.
struct Row {
    radius: f64,
    count: usize,
    /// The span that it takes.
    span: Span,
    /// The angle from the start of the whole span to its own start.
    start: f64,
    /// The angle between neighbours.
    step: f64,
}

impl Row {
    fn new(whole: Span, radius: f64, count: usize) -> Self {
        let span = whole.of_row(radius);
        Self { radius, count, span, start: (whole.angle() - span.angle()) / 2.0, step: span.step(count) }
    }

    /// The angle of a seat from the start of the whole span.
    fn angle(&self, seat: usize) -> f64 {
        match self.span {
            Span::Open(angle) | Span::Parted { angle, .. } if self.count == 1 => self.start + angle / 2.0,
            Span::Open(_) | Span::Parted { .. } => self.start + seat as f64 * self.step,
            Span::Closed => (seat as f64 + 0.5) * self.step,
        }
    }

    /// The distance between neighbours; infinite for a seat that is alone.
    fn nearest(&self) -> f64 {
        if self.count > 1 { 2.0 * self.radius * libm::sin(self.step / 2.0) } else { f64::INFINITY }
    }

    /// The distance between the two ends; infinite where they are neighbours, and for a seat that is alone.
    fn between_ends(&self) -> f64 {
        match self.span {
            Span::Open(angle) | Span::Parted { angle, .. } if self.count > 1 => {
                2.0 * self.radius * libm::sin(angle / 2.0)
            }
            _ => f64::INFINITY,
        }
    }
}

/// The share of the outer row's radius at which the front row looks right: room for the rostrum, and seats
/// as large as can be.
pub(super) const INNER_SHARE: f64 = 0.36;

/// Rows as good as the best: filled at least as square packing, and even to within what the eye notices.
fn is_good(rows: &Rows) -> bool {
    // A closed ring has no seats at the ends of its rows to fill it as well.
    let least_fill = if rows.span == Span::Closed { 0.74 } else { 0.785 };
    let most_uneven = if rows.num_seats() < 500 { 0.017 } else { 0.01 };
    let quality = rows.quality();
    quality.fill >= least_fill && quality.evenness <= most_uneven
}

/// Up to here one row looks better than two.
const MOST_IN_ONE_ROW: usize = 10;

/// The rows for a number of seats: good ones whose front row is nearest to `inner_share` of the outer. For
/// every number of seats there are some.
pub(super) fn best(num_seats: usize, inner_share: f64, span: Span) -> Option<Rows> {
    /// Up to here rows that are not all full give chambers that full ones do not.
    const MOST_LOOSE: usize = 110;
    /// Front rows outside of this leave no room for the rostrum, or hardly any chamber.
    const INNER_SHARES: std::ops::RangeInclusive<f64> = 0.2..=0.62;
    if num_seats <= MOST_IN_ONE_ROW {
        return Rows::fit(1, num_seats, |_| 1.0, span);
    }
    let mut candidates: Vec<Rows> = Vec::new();
    for count in 1..=num_seats {
        match Rows::fit(count, num_seats, |_| 1.0, span) {
            Some(rows) if rows.num_seats() == num_seats => candidates.push(rows),
            Some(_) => {}
            None => break,
        }
    }
    let off = |rows: &Rows| (rows.inner_share() - inner_share).abs();
    let nearest_good = |mut candidates: Vec<Rows>| {
        candidates.sort_by(|a, b| off(a).total_cmp(&off(b)));
        candidates.into_iter().find(is_good)
    };
    let is_usual = |rows: &Rows| INNER_SHARES.contains(&rows.inner_share());
    let fallback = candidates.iter().min_by(|a, b| off(a).total_cmp(&off(b))).cloned();
    let full = nearest_good(candidates);
    if num_seats > MOST_LOOSE || full.as_ref().is_some_and(is_usual) {
        return full.or(fallback);
    }
    nearest_good(loose(num_seats, span)).filter(is_usual).or(full).or(fallback)
}

/// The rows for a number of seats with aisles: those whose front row is nearest to `inner_share` of the outer.
pub(super) fn best_parted(num_seats: usize, inner_share: f64, span: Span) -> Option<Rows> {
    if num_seats <= MOST_IN_ONE_ROW {
        return Rows::fit(1, num_seats, |_| 1.0, span);
    }
    (2..=num_seats)
        .map_while(|count| Rows::fit(count, num_seats, |_| 1.0, span))
        .take_while(|rows| rows.inner_share() > inner_share / 2.0 || rows.radii.len() == 2)
        .min_by(|a, b| {
            let off = |rows: &Rows| (rows.inner_share() - inner_share).abs();
            off(a).total_cmp(&off(b))
        })
}

/// Rows of a small chamber that are not all full to the last seat: front radii in steps, and in each row the
/// whole number of seats below or above the one that would be even.
fn loose(num_seats: usize, span: Span) -> Vec<Rows> {
    const MOST_ROWS: usize = 6;
    const GAPS: [f64; 3] = [1.0, 1.02, 1.04];
    const EVEN_CHORD: f64 = 1.03;
    let mut found = Vec::new();
    for count in 2..=MOST_ROWS {
        for gap in GAPS {
            for tenths in 12..50 {
                let front = f64::from(tenths) / 10.0;
                let radii: Vec<f64> = (0..count).map(|row| front + row as f64 * gap).collect();
                let even: Vec<f64> = radii
                    .iter()
                    .map(|&radius| span.of_row(radius).angle() * radius / EVEN_CHORD + 1.0)
                    .collect();
                let total: f64 = even.iter().sum();
                if (total - num_seats as f64).abs() > count as f64 * 0.6 {
                    continue;
                }
                for choice in 0..1_usize << count {
                    let up = |row: usize| usize::from(choice >> row & 1 == 1);
                    let counts: Vec<usize> =
                        even.iter().enumerate().map(|(row, &even)| even as usize + up(row)).collect();
                    if counts.iter().sum::<usize>() == num_seats {
                        found.push(Rows { radii: radii.clone(), counts, span });
                    }
                }
            }
        }
    }
    found
}

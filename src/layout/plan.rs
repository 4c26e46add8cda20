//! Where the seats of a chamber are, whatever its shape, and the lines that go with them.

use std::f64::consts::{FRAC_PI_2, PI};
use std::ops::Range;

use super::graph::nearest_distance;

/// One seat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// From left to right.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// The row, counted from 0 at the front.
    pub row: usize,
    /// How far along its row, in the measure of the section's [`Edge`]: parties are dealt out in this order.
    /// In a hemicycle the angle from the left over the top: 0 is left of the centre, π/2 above it.
    pub along: f64,
}

/// The seats of a chamber in the plane.
///
/// The scale is such that the chamber reaches about 1 to either side of `x` = 0; a hemicycle has its centre at
/// the origin and its outer edge, at touching size, at radius 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The seats; those of one section follow each other, front row first.
    pub seats: Vec<Seat>,
    /// The radius at which the two nearest seats touch.
    pub touching_radius: f64,
    /// The number of rows, of the section with the most.
    pub num_rows: usize,
    /// The parts that parties are dealt out over separately: one, but for opposing benches.
    pub sections: Vec<Section>,
    /// Where the presiding officer sits.
    pub rostrum: (f64, f64),
    /// The free round space in the middle, if there is one.
    pub well: Option<Well>,
    /// A table or a desk to draw.
    pub table: Option<Table>,
    /// How rows run, where a line can be drawn between the seats of one side and the other.
    pub rows: Option<RowCourse>,
}

/// Seats that parties are dealt out over, from the start of an edge to its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Places in [`Plan::seats`].
    pub seats: Range<usize>,
    /// The line behind the back row; none where seats have fixed holders.
    pub edge: Option<Edge>,
}

/// A free round space: its centre, and the distance to the nearest seats' centres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Well {
    /// The centre.
    pub x: f64,
    /// See `x`.
    pub y: f64,
    /// The radius.
    pub radius: f64,
}

/// A table or a desk to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Table {
    /// Its middle.
    pub x: f64,
    /// See `x`.
    pub y: f64,
    /// Half its width.
    pub half_width: f64,
    /// Half its height.
    pub half_height: f64,
    /// True where its ends are round.
    pub is_round: bool,
}

/// How the rows of a plan run: from a place along the row and the row's depth to a point.
#[derive(Clone, Debug, PartialEq)]
pub enum RowCourse {
    /// Around the origin: along is the angle, depth the radius.
    Round(Vec<f64>),
    /// Straight: along is x, depth is y.
    Straight(Vec<f64>),
    /// Round with straight legs of this length: depth is the radius.
    Horseshoe {
        /// The depth of each row.
        depths: Vec<f64>,
        /// The length of a leg.
        leg: f64,
        /// The legs in the measure of angles.
        leg_along: f64,
    },
}

impl RowCourse {
    /// The depth of each row, the front one first.
    #[must_use]
    pub fn depths(&self) -> &[f64] {
        match self {
            Self::Round(depths) | Self::Straight(depths) | Self::Horseshoe { depths, .. } => depths,
        }
    }

    /// The place half way between two of a row of this depth.
    pub(super) fn between(&self, a: f64, b: f64, depth: f64) -> f64 {
        let Self::Horseshoe { leg, leg_along, .. } = self else { return f64::midpoint(a, b) };
        let bend = PI * depth;
        let way = |along: f64| {
            if along < 0.0 {
                along / leg_along * leg
            } else if along > PI {
                bend + (along - PI) / leg_along * leg
            } else {
                along * depth
            }
        };
        let middle = f64::midpoint(way(a), way(b));
        if middle < 0.0 {
            middle / leg * leg_along
        } else if middle > bend {
            PI + (middle - bend) / leg * leg_along
        } else {
            middle / depth
        }
    }

    /// The point at a place along a row of this depth.
    #[must_use]
    pub fn point(&self, along: f64, depth: f64) -> (f64, f64) {
        match self {
            Self::Round(_) => round_point(depth, along),
            Self::Straight(_) => (along, depth),
            Self::Horseshoe { leg, leg_along, .. } => {
                if along < 0.0 {
                    (-depth, along / leg_along * leg)
                } else if along > PI {
                    (depth, (PI - along) / leg_along * leg)
                } else {
                    round_point(depth, along)
                }
            }
        }
    }
}

/// The point at an angle from the left over the top.
pub(super) fn round_point(radius: f64, angle: f64) -> (f64, f64) {
    // The cosine of the number next to π/2 is not quite nothing.
    let cos = if (angle - FRAC_PI_2).abs() < 1e-15 { 0.0 } else { -libm::cos(angle) };
    (radius * cos, radius * libm::sin(angle))
}

/// The line behind the back row of a section: party colours and names stand along it.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Its pieces in order; the outer side is at the left of the way.
    pub pieces: Vec<EdgePiece>,
}

/// A piece of an edge between two places along it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EdgePiece {
    /// Where it starts, in the measure of [`Seat::along`].
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Its form.
    pub line: EdgeLine,
}

/// The form of a piece of an edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EdgeLine {
    /// Part of a circle around `centre`; angles from the left over the top.
    Arc {
        /// The centre.
        centre: (f64, f64),
        /// The radius.
        radius: f64,
        /// The angle at the start.
        start: f64,
        /// The angle at the end.
        end: f64,
    },
    /// A straight line.
    Straight {
        /// The start.
        start: (f64, f64),
        /// The end.
        end: (f64, f64),
    },
}

/// A place on an edge with the direction outward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EdgePoint {
    /// The point.
    pub x: f64,
    /// See `x`.
    pub y: f64,
    /// The direction away from the seats, of length 1.
    pub outward: (f64, f64),
}

impl Edge {
    /// An edge of one piece.
    pub(super) fn one(from: f64, to: f64, line: EdgeLine) -> Self {
        Self { pieces: vec![EdgePiece { from, to, line }] }
    }

    /// Where it starts.
    #[must_use]
    pub fn from(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.from)
    }

    /// Where it ends.
    #[must_use]
    pub fn to(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.to)
    }

    /// True where it ends at its start.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        let (start, end) = (self.at(self.from(), 0.0), self.at(self.to(), 0.0));
        self.to() > self.from() && libm::hypot(start.x - end.x, start.y - end.y) < 1e-9
    }

    /// The point at a place along the edge, `out` outside of it.
    #[must_use]
    pub fn at(&self, along: f64, out: f64) -> EdgePoint {
        let piece = self.pieces.iter().find(|piece| along <= piece.to).or(self.pieces.last());
        piece.map_or(EdgePoint { x: 0.0, y: 0.0, outward: (0.0, 1.0) }, |piece| piece.at(along, out))
    }

    /// The parts of the edge between two places, `out` outside of it. Beyond its ends it goes straight on,
    /// or around where it is round.
    #[must_use]
    pub fn between(&self, from: f64, to: f64, out: f64) -> Vec<EdgeLine> {
        let last = self.pieces.len().saturating_sub(1);
        self.pieces
            .iter()
            .enumerate()
            .filter_map(|(index, piece)| {
                let start = if index == 0 { from } else { from.max(piece.from) };
                let end = if index == last { to } else { to.min(piece.to) };
                (end > start).then(|| piece.part(start, end, out))
            })
            .collect()
    }

    /// The length of a unit along, `out` outside of the edge, at a place.
    #[must_use]
    pub fn length_at(&self, along: f64, out: f64) -> f64 {
        let piece = self.pieces.iter().find(|piece| along <= piece.to).or(self.pieces.last());
        piece.map_or(1.0, |piece| piece.length(out) / (piece.to - piece.from).max(1e-12))
    }
}

impl EdgePiece {
    fn at(&self, along: f64, out: f64) -> EdgePoint {
        let share = (along - self.from) / (self.to - self.from);
        match self.line {
            EdgeLine::Arc { centre, radius, start, end } => {
                let angle = start + (end - start) * share;
                let outward = round_point(1.0, angle);
                let (x, y) = round_point(radius + out, angle);
                EdgePoint { x: centre.0 + x, y: centre.1 + y, outward }
            }
            EdgeLine::Straight { start, end } => {
                let (dx, dy) = (end.0 - start.0, end.1 - start.1);
                let length = libm::hypot(dx, dy).max(1e-12);
                let outward = (-dy / length, dx / length);
                EdgePoint {
                    x: start.0 + dx * share + outward.0 * out,
                    y: start.1 + dy * share + outward.1 * out,
                    outward,
                }
            }
        }
    }

    fn part(&self, from: f64, to: f64, out: f64) -> EdgeLine {
        match self.line {
            EdgeLine::Arc { centre, radius, start, end } => {
                let angle = |along: f64| start + (end - start) * (along - self.from) / (self.to - self.from);
                EdgeLine::Arc { centre, radius: radius + out, start: angle(from), end: angle(to) }
            }
            EdgeLine::Straight { .. } => {
                let (start, end) = (self.at(from, out), self.at(to, out));
                EdgeLine::Straight { start: (start.x, start.y), end: (end.x, end.y) }
            }
        }
    }

    fn length(&self, out: f64) -> f64 {
        match self.line {
            EdgeLine::Arc { radius, start, end, .. } => (radius + out) * (end - start).abs(),
            EdgeLine::Straight { start, end } => libm::hypot(end.0 - start.0, end.1 - start.1),
        }
    }
}

/// The rectangle around the centres of seats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The least x.
    pub left: f64,
    /// The greatest x.
    pub right: f64,
    /// The least y.
    pub bottom: f64,
    /// The greatest y.
    pub top: f64,
}

fn stretch(lengths: &mut [f64], scale: f64) {
    for length in lengths {
        *length *= scale;
    }
}

impl Plan {
    /// The rectangle around the centres of the seats; the origin where there are none.
    #[must_use]
    pub fn extent(&self) -> Extent {
        let mut extent = Extent { left: 0.0, right: 0.0, bottom: 0.0, top: 0.0 };
        for (index, seat) in self.seats.iter().enumerate() {
            let join =
                |old: f64, new: f64, pick: fn(f64, f64) -> f64| if index == 0 { new } else { pick(old, new) };
            extent = Extent {
                left: join(extent.left, seat.x, f64::min),
                right: join(extent.right, seat.x, f64::max),
                bottom: join(extent.bottom, seat.y, f64::min),
                top: join(extent.top, seat.y, f64::max),
            };
        }
        extent
    }

    /// Seats measured in any unit, moved and scaled so that they reach from −1 to 1, with the touching radius
    /// that their distances allow.
    pub(super) fn scaled(mut self) -> Self {
        self.touching_radius = nearest_distance(&self.seats).map_or(0.5, |distance| distance / 2.0);
        let extent = self.extent();
        let centre = f64::midpoint(extent.left, extent.right);
        let half = (extent.right - extent.left) / 2.0 + self.touching_radius;
        let tall = extent.top - extent.bottom + 2.0 * self.touching_radius;
        // A chamber much taller than wide is scaled by its height.
        let scale = 1.0 / half.max(tall / 2.0).max(1e-12);
        let place = |(x, y): (f64, f64)| ((x - centre) * scale, y * scale);
        for seat in &mut self.seats {
            (seat.x, seat.y) = place((seat.x, seat.y));
        }
        self.touching_radius *= scale;
        self.rostrum = place(self.rostrum);
        if let Some(well) = &mut self.well {
            (well.x, well.y) = place((well.x, well.y));
            well.radius *= scale;
        }
        if let Some(table) = &mut self.table {
            (table.x, table.y) = place((table.x, table.y));
            table.half_width *= scale;
            table.half_height *= scale;
        }
        let straight = matches!(self.rows, Some(RowCourse::Straight(_)));
        for section in &mut self.sections {
            for piece in section.edge.iter_mut().flat_map(|edge| &mut edge.pieces) {
                piece.line = match piece.line {
                    EdgeLine::Arc { centre, radius, start, end } => {
                        EdgeLine::Arc { centre: place(centre), radius: radius * scale, start, end }
                    }
                    EdgeLine::Straight { start, end } => {
                        EdgeLine::Straight { start: place(start), end: place(end) }
                    }
                };
                if straight {
                    (piece.from, piece.to) = (place((piece.from, 0.0)).0, place((piece.to, 0.0)).0);
                }
            }
        }
        match &mut self.rows {
            Some(RowCourse::Round(depths)) => stretch(depths, scale),
            Some(RowCourse::Straight(depths)) => {
                stretch(depths, scale);
                for seat in &mut self.seats {
                    seat.along = seat.x;
                }
            }
            Some(RowCourse::Horseshoe { depths, leg, .. }) => {
                stretch(depths, scale);
                *leg *= scale;
            }
            None => {}
        }
        self
    }
}

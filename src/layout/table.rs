//! One table with everybody around it.

use std::f64::consts::{FRAC_PI_2, PI};

use super::plan::{Edge, EdgeLine, EdgePiece, Plan, Seat, Section, Table, Well};

/// The straight side over the diameter of an end.
const STRAIGHT: f64 = 1.1;
/// From the edge of the table to the middle of a seat, in seat spacings.
const TO_TABLE: f64 = 0.72;

/// A table with `num_seats` seats around it from the lower left over the top to the lower right, evenly spaced.
/// With a chair, the place in the middle of the near side is kept for the presiding officer.
pub(super) fn lay_out(num_seats: usize, with_chair: bool) -> Plan {
    let places = num_seats + usize::from(with_chair);
    // The way around through the seats' centres is as long as the places, a little more for the curves; a table
    // for a few has a least size.
    let around = (places as f64 * 1.02).max(4.0);
    let radius = around / (2.0 * PI + 4.0 * STRAIGHT);
    let half = STRAIGHT * radius;
    let to_edge = (radius - TO_TABLE).max(radius * 0.4);
    let track = Track { radius, half };
    let step = track.length() / places.max(1) as f64;
    let first = if with_chair { 1.0 } else { 0.5 };
    let seats: Vec<Seat> = (0..num_seats)
        .map(|index| {
            // The right half mirrors the left.
            let mirror = num_seats - 1 - index;
            let along = (index.min(mirror) as f64 + first) * step;
            let (x, y) = track.point(along);
            if index > mirror {
                Seat { x: -x, y, row: 0, along: track.length() - along }
            } else {
                Seat { x: if index == mirror { 0.0 } else { x }, y, row: 0, along }
            }
        })
        .collect();
    Plan {
        touching_radius: 0.5,
        num_rows: 1,
        sections: vec![Section { seats: 0..num_seats, edge: Some(track.edge()) }],
        seats,
        rostrum: (0.0, -radius),
        well: Some(Well { x: 0.0, y: 0.0, radius: to_edge }),
        table: Some(Table {
            x: 0.0,
            y: 0.0,
            half_width: half + to_edge,
            half_height: to_edge,
            is_round: true,
        }),
        rows: None,
    }
    .scaled()
}

/// The way through the seats' centres, clockwise from the middle of the near side.
struct Track {
    radius: f64,
    half: f64,
}

impl Track {
    fn length(&self) -> f64 {
        2.0 * PI * self.radius + 4.0 * self.half
    }

    fn ends(&self) -> [f64; 5] {
        let (half, bend) = (self.half, PI * self.radius);
        [half, half + bend, 3.0 * half + bend, 3.0 * half + 2.0 * bend, 4.0 * half + 2.0 * bend]
    }

    fn pieces(&self) -> [EdgePiece; 5] {
        let (half, radius, ends) = (self.half, self.radius, self.ends());
        let straight = |start: (f64, f64), end: (f64, f64)| EdgeLine::Straight { start, end };
        let bend = |x: f64, start: f64| EdgeLine::Arc { centre: (x, 0.0), radius, start, end: start + PI };
        let piece = |from: f64, to: f64, line: EdgeLine| EdgePiece { from, to, line };
        [
            piece(0.0, ends[0], straight((0.0, -radius), (-half, -radius))),
            piece(ends[0], ends[1], bend(-half, -FRAC_PI_2)),
            piece(ends[1], ends[2], straight((-half, radius), (half, radius))),
            piece(ends[2], ends[3], bend(half, FRAC_PI_2)),
            piece(ends[3], ends[4], straight((half, -radius), (0.0, -radius))),
        ]
    }

    fn edge(&self) -> Edge {
        Edge { pieces: self.pieces().to_vec() }
    }

    fn point(&self, along: f64) -> (f64, f64) {
        let point = self.edge().at(along, 0.0);
        (point.x, point.y)
    }
}

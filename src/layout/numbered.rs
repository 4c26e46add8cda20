//! Numbered seats where a file says they are.

use super::plan::{Plan, Seat, Section};
use crate::model::SeatPlan;

/// The seats of a plan in its order, then `num_more` seats in rows in front of it for members whose seat is not
/// known.
pub(super) fn lay_out(plan: &SeatPlan, num_more: usize) -> Plan {
    let seat = |x: f64, y: f64, row: usize| Seat { x, y, row, along: x };
    let mut seats: Vec<Seat> = plan.seats.iter().map(|planned| seat(planned.x, planned.y, 0)).collect();
    let bare = Plan {
        touching_radius: 0.5,
        num_rows: 1,
        sections: Vec::new(),
        seats: seats.clone(),
        rostrum: (0.0, 0.0),
        well: None,
        table: None,
        rows: None,
    };
    let extent = bare.extent();
    let spacing = super::graph::nearest_distance(&seats).filter(|&nearest| nearest > 0.0).unwrap_or(1.0);
    let middle = f64::midpoint(extent.left, extent.right);
    let columns = (((extent.right - extent.left) / (1.2 * spacing)) as usize).max(10);
    let num_rows = num_more.div_ceil(columns);
    for index in 0..num_more {
        let row = index / columns;
        let here = columns.min(num_more - row * columns);
        let x = middle + ((index % columns) as f64 - (here as f64 - 1.0) / 2.0) * 1.2 * spacing;
        seats.push(seat(x, extent.bottom - (2.4 + 1.2 * row as f64) * spacing, 1 + row));
    }
    let rostrum =
        (middle, extent.bottom - if num_more > 0 { 2.4 + 1.2 * num_rows as f64 } else { 1.5 } * spacing);
    Plan {
        num_rows: 1 + num_rows,
        sections: vec![Section { seats: 0..seats.len(), edge: None }],
        seats,
        rostrum,
        ..bare
    }
    .scaled()
}

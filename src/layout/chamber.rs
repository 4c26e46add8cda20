//! A chamber of any shape, and its parties on their seats.

use std::sync::Arc;

use super::aisles::open_aisles;
use super::benches::Sides;
use super::blocks::{Block, blocks, ground};
use super::grow::Ground;
use super::options::{Aisles, LayoutError, LayoutOption, LayoutOptions, MAX_SEATS, Shape};
use super::{Graph, Plan, benches, hemicycle, horseshoe, numbered, straight, table};

/// Who is to be seated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occupants {
    /// The seats among the rows, vacant ones included.
    pub seats: usize,
    /// The parties that sit among the rows; one more where some seats are vacant.
    pub parties: usize,
    /// Who sits on which side of opposing benches.
    pub sides: Sides,
    /// True where somebody presides, and sits apart.
    pub with_chair: bool,
    /// Members whose seat in a plan is not known.
    pub without_seat: usize,
}

impl Occupants {
    /// So many seats of one party, and nothing more known of them.
    #[must_use]
    pub fn new(seats: usize) -> Self {
        let sides = Sides { government: seats.div_ceil(2), opposition: seats / 2, cross: 0 };
        Self { seats, parties: 1, sides, with_chair: false, without_seat: 0 }
    }
}

/// The seats of a chamber (at most [`MAX_SEATS`]; more are not drawn).
///
/// # Errors
/// [`LayoutError`] with the values that would do, where the options do not suit the seats.
pub fn lay_out(occupants: &Occupants, options: &LayoutOptions) -> Result<Plan, LayoutError> {
    check(options)?;
    let num_seats = occupants.seats.min(MAX_SEATS);
    check_sections(num_seats, options)?;
    match &options.shape {
        Shape::Hemicycle => {
            hemicycle::lay_out(num_seats, options, options.span, occupants.parties.saturating_sub(1))
        }
        Shape::Circle => hemicycle::lay_out(num_seats, options, 360.0, 0),
        Shape::Horseshoe => horseshoe::lay_out(num_seats, options.rows),
        Shape::Benches => benches::lay_out(occupants.sides, options.rows),
        Shape::Classroom => straight::classroom(num_seats, options.rows),
        Shape::Grid => straight::grid(num_seats, options.rows),
        Shape::Table => Ok(table::lay_out(num_seats, occupants.with_chair)),
        Shape::Plan(plan) => Ok(numbered::lay_out(plan, occupants.without_seat)),
    }
}

/// Options that the shape does not have, and sizes that no seat has.
fn check(options: &LayoutOptions) -> Result<(), LayoutError> {
    const SMALLEST_SEAT: f64 = 0.2;
    let asked = [
        (LayoutOption::Rows, options.rows.is_some()),
        (LayoutOption::Span, (options.span - 180.0).abs() > 1e-9 || options.span.is_nan()),
        (LayoutOption::Inner, options.inner.is_some()),
        (LayoutOption::Aisles, options.aisles != Aisles::None),
    ];
    for (option, is_asked) in asked {
        if is_asked && !options.shape.has(option) {
            return Err(LayoutError::NotOfShape { option });
        }
    }
    let size = options.seat_size;
    if (SMALLEST_SEAT..=1.0).contains(&size) { Ok(()) } else { Err(LayoutError::SeatSize { size }) }
}

fn check_sections(num_seats: usize, options: &LayoutOptions) -> Result<(), LayoutError> {
    const MOST_SECTIONS: usize = 24;
    match options.aisles {
        Aisles::Sections(sections) => {
            let most = (num_seats / 2).clamp(1, MOST_SECTIONS);
            if (1..=most).contains(&sections) {
                Ok(())
            } else {
                Err(LayoutError::Sections { sections, most })
            }
        }
        _ => Ok(()),
    }
}

/// A plan with its blocks, and the neighbours of every seat.
#[derive(Clone, Debug)]
pub struct Seated {
    /// The seats.
    pub plan: Arc<Plan>,
    /// Which seats are neighbours.
    pub graph: Graph,
    /// The blocks of each section.
    pub blocks: Vec<Vec<Block>>,
    /// The ground of each block, to be split into bands.
    pub grounds: Vec<Vec<Ground>>,
}

/// Deals the seats of each section out to blocks of the given sizes, and opens the aisles between them where
/// they are wanted.
#[must_use]
pub fn seat_blocks(mut plan: Arc<Plan>, sizes: &[Vec<usize>], aisles: Aisles) -> Seated {
    let neighbours = if aisles == Aisles::None { Graph::new } else { Graph::across_aisles };
    let mut graph = neighbours(&plan.seats, 2.0 * plan.touching_radius);
    let blocks: Vec<Vec<Block>> = plan
        .sections
        .iter()
        .zip(sizes)
        .map(|(section, sizes)| blocks(&plan, section, &graph, sizes))
        .collect();
    if aisles == Aisles::Parties {
        let mut owner = vec![usize::MAX; plan.seats.len()];
        for (index, block) in blocks.iter().flatten().enumerate() {
            block.seats.iter().for_each(|&seat| owner[seat] = index);
        }
        // Wide aisles move rows against each other; where that tears a party, narrower ones do not.
        for widest in [1.2, 0.7, 0.5, 0.3, 0.1] {
            let mut opened = Plan::clone(&plan);
            open_aisles(&mut opened, &owner, widest);
            let opened_graph = neighbours(&opened.seats, 2.0 * opened.touching_radius);
            let is_whole = |block: &Block| opened_graph.num_pieces(&block.seats) <= 1;
            if blocks.iter().flatten().all(is_whole) {
                (plan, graph) = (Arc::new(opened), opened_graph);
                break;
            }
        }
    }
    let grounds = |blocks: &Vec<Block>| blocks.iter().map(|block| ground(&graph, block)).collect();
    let grounds = blocks.iter().map(grounds).collect();
    Seated { plan, graph, blocks, grounds }
}

impl Plan {
    /// The hemicycle of so many seats.
    #[must_use]
    pub fn hemicycle(num_seats: usize) -> Self {
        // The default options suit every number of seats: a test says so.
        lay_out(&Occupants::new(num_seats), &LayoutOptions::default())
            .unwrap_or_else(|_| table::lay_out(0, false))
    }
}

//! How much room a chamber takes: its outline to scale, and the room for party names around it.
//!
//! Goes in: who sits where. Comes out: lengths in units of the plan, and in those of the drawing. Must not know: where in
//! the drawing the chamber comes to lie.

use std::sync::Arc;

use super::recent::Recent;
use super::scene::Weight;
use super::seating::{SamePlan, Seating, Wedge, WedgeKind, is_kept};
use super::words::Vote;
use super::{Arrangement, Style};
use crate::layout::{Edge, EdgeLine, EdgePoint, LayoutOptions, Plan, RowCourse, Shape};

/// No seat is larger than this share of half the chamber's width, however few there are.
const LARGEST_SEAT: f64 = 0.1;
/// From the outer row to the middle of the party colours, in font sizes.
pub(super) const ARC_GAP: f64 = 0.9;
/// From the party colours to the edge of the area, in font sizes: room for names above and below.
const NAME_ROOM: f64 = 2.6;
/// Places tried along an edge; even, so that the middle is one.
const SAMPLES: usize = 32;
/// The size of a seat in a plan of numbered seats, over that of other shapes.
pub(super) const PLANNED_SEAT: f64 = 0.78;

/// Room around the seats, in units of the drawing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rooms {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) above: f64,
    pub(super) below: f64,
}

/// The outline of what is drawn to scale, in units of the plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
    pub(super) top: f64,
}

/// The seat's radius in units of the plan.
pub(super) fn seat_radius(plan: &Plan, arrangement: &Arrangement) -> f64 {
    let size = arrangement.layout.seat_size;
    // In a plan of numbered seats a ring in the party's colour goes around the seat.
    let size = if is_planned(arrangement) { size * PLANNED_SEAT } else { size };
    (plan.touching_radius * size).min(LARGEST_SEAT)
}

/// From the middle of an outer seat to the outer edge of its row, in units of the plan.
pub(super) fn pad(plan: &Plan) -> f64 {
    plan.touching_radius.min(LARGEST_SEAT / LayoutOptions::SEAT_SIZE)
}

pub(super) fn is_planned(arrangement: &Arrangement) -> bool {
    matches!(arrangement.layout.shape, Shape::Plan(_))
}

/// What the outline of a chamber depends on, which is the same in most votes of a session.
#[derive(Debug, PartialEq)]
struct Drawn {
    plan: SamePlan,
    seat: f64,
    has_names_below: bool,
    has_chair: bool,
}

/// What is drawn to scale; with names below, the lowest seats keep their distance from them.
pub(super) fn outline(seating: &Seating, arrangement: &Arrangement, has_names_below: bool) -> Outline {
    static OUTLINES: Recent<Drawn, Outline> = Recent::new();
    let drawn = Drawn {
        plan: SamePlan(Arc::clone(&seating.plan)),
        seat: seat_radius(&seating.plan, arrangement),
        has_names_below,
        has_chair: seating.in_chair.is_some(),
    };
    if is_kept(&seating.plan) { OUTLINES.get_or(drawn, Drawn::outline) } else { drawn.outline() }
}

impl Drawn {
    fn outline(&self) -> Outline {
        let Self { plan: SamePlan(plan), seat, .. } = self;
        let (extent, pad) = (plan.extent(), pad(plan));
        let below = if self.has_names_below { pad } else { *seat };
        let mut outline = Outline {
            left: extent.left - pad,
            right: extent.right + pad,
            bottom: extent.bottom - below,
            top: extent.top + pad,
        };
        let mut include = |x: f64, y: f64, half_width: f64, half_height: f64| {
            outline.left = outline.left.min(x - half_width);
            outline.right = outline.right.max(x + half_width);
            outline.bottom = outline.bottom.min(y - half_height);
            outline.top = outline.top.max(y + half_height);
        };
        for edge in plan.sections.iter().filter_map(|section| section.edge.as_ref()) {
            samples(edge, pad).for_each(|point| include(point.x, point.y, 0.0, 0.0));
        }
        if let Some(table) = plan.table {
            include(table.x, table.y, table.half_width, table.half_height);
        }
        if self.has_chair {
            include(plan.rostrum.0, plan.rostrum.1, *seat, *seat);
        }
        outline
    }
}

/// Points all along an edge, `out` outside of it.
fn samples(edge: &Edge, out: f64) -> impl Iterator<Item = EdgePoint> {
    (0..=SAMPLES).map(move |sample| {
        edge.at(edge.from() + (edge.to() - edge.from()) * sample as f64 / SAMPLES as f64, out)
    })
}

/// Whether an edge faces left, right, up and down somewhere on its way.
type Facing = [bool; 4];

/// That of the sections of a plan.
fn facing(plan: &Arc<Plan>) -> Arc<[Facing]> {
    static FACING: Recent<SamePlan, Arc<[Facing]>> = Recent::new();
    let find = |SamePlan(plan): &SamePlan| {
        let edges = plan.sections.iter().map(|section| section.edge.as_ref());
        edges.map(|edge| edge.map_or_else(Facing::default, facing_of)).collect()
    };
    let question = SamePlan(Arc::clone(plan));
    if is_kept(plan) { FACING.get_or(question, find) } else { find(&question) }
}

fn facing_of(edge: &Edge) -> Facing {
    /// A direction counts from here on.
    const LEAST: f64 = 0.29;
    samples(edge, 0.0).fold(Facing::default(), |facing, EdgePoint { outward: (x, y), .. }| {
        let here = [x < -LEAST, x > LEAST, y > LEAST, y < -LEAST];
        std::array::from_fn(|side| facing[side] || here[side])
    })
}

/// Room for names at the sides that edges face.
pub(super) fn rooms(vote: &Vote<'_>, style: &Style, seating: &Seating, font_size: f64) -> Rooms {
    let mut rooms = Rooms::default();
    let facing = facing(&seating.plan);
    for (index, (section, &[left, right, above, below])) in
        seating.plan.sections.iter().zip(facing.iter()).enumerate()
    {
        let wedges = seating.wedges.iter().filter(|wedge| wedge.section == index);
        let widest = wedges.map(|wedge| label_width(vote, style, wedge, font_size)).fold(0.0, f64::max);
        let Some(edge) = section.edge.as_ref().filter(|_| !section.seats.is_empty()) else { continue };
        let beside = (ARC_GAP + 1.0) * font_size + widest;
        let is_round = matches!(seating.plan.rows, Some(RowCourse::Round(_)));
        // Above a straight edge names on leader lines need room that an arc leaves at its sides.
        let is_straight =
            matches!(edge.pieces.as_slice(), [piece] if matches!(piece.line, EdgeLine::Straight { .. }));
        let over = (ARC_GAP + if is_straight { 1.4 * NAME_ROOM } else { NAME_ROOM }) * font_size;
        if is_round {
            // Names at the sides of a narrow arc lean out too.
            (rooms.left, rooms.right) = (beside, beside);
        }
        let sides = [
            (left, &mut rooms.left, beside),
            (right, &mut rooms.right, beside),
            (above, &mut rooms.above, over),
            (below, &mut rooms.below, over),
        ];
        for (_, room, wanted) in sides.into_iter().filter(|(is_faced, ..)| *is_faced) {
            *room = room.max(wanted);
        }
    }
    rooms
}

fn label_width(vote: &Vote<'_>, style: &Style, wedge: &Wedge, font_size: f64) -> f64 {
    label(vote, wedge.kind).map_or(0.0, |label| style.typeface.width(&label, font_size, Weight::Bold))
}

pub(super) fn label(vote: &Vote<'_>, kind: WedgeKind) -> Option<String> {
    const LONGEST: usize = 14;
    let name = match kind {
        WedgeKind::Party(id) => vote.roll_call.archive().party(id)?.short.clone(),
        WedgeKind::NoParty => vote.lang.text("no-party-short"),
        WedgeKind::Vacant => return None,
    };
    let name = if name.chars().count() <= LONGEST {
        name
    } else {
        name.chars().take(LONGEST - 1).chain(['…']).collect()
    };
    Some(with_seats(vote, kind, name))
}

/// In a composition a party's name stands with its seats.
fn with_seats(vote: &Vote<'_>, kind: WedgeKind, name: String) -> String {
    let party = match kind {
        WedgeKind::Party(id) => Some(id),
        WedgeKind::NoParty | WedgeKind::Vacant => None,
    };
    let line = vote.summary.parties.iter().find(|line| line.party == party);
    match line.filter(|_| vote.summary.composition.is_some()) {
        Some(line) => format!("{name} {}", vote.lang.number(u64::from(line.num_counted()))),
        None => name,
    }
}

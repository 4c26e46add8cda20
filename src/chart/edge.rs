//! The colours and short names of the parties along the back of the chamber.

use std::sync::Arc;

use super::chamber::Frame;
use super::composition::seat_colour;
use super::labels::{self, Course, Placed, TextBox, Wanted};
use super::recent::Recent;
use super::room::{ARC_GAP, label};
use super::scene::{self, Anchor, Group, Item, Line, Rect, Weight};
use super::seating::{SamePlan, Seating, Wedge, WedgeKind, is_kept};
use super::words::Vote;
use super::{Area, Style, text};
use crate::layout::{Edge, EdgeLine};
use crate::model::Rgb;

/// The parties along every edge, and below the chamber those whose names find no place there; names only where there is an
/// area for them.
pub(super) fn parties(
    vote: &Vote<'_>,
    style: &Style,
    seating: &Seating,
    frame: &Frame,
    names_in: Option<Area>,
    font_size: f64,
) -> Group {
    let width = (font_size * 0.42).max(1.0);
    let out = (frame.pad + ARC_GAP * font_size) / frame.scale;
    let mut items = Vec::new();
    let mut wanted: Vec<Name> = Vec::new();
    let mut names: Vec<(Rgb, String)> = Vec::new();
    for wedge in seating.wedges.iter().filter(|wedge| !wedge.block.seats.is_empty()) {
        let Some(label) = label(vote, wedge.kind) else { continue };
        let Some(edge) = seating.plan.sections.get(wedge.section).and_then(|section| section.edge.as_ref())
        else {
            continue;
        };
        let colour = match wedge.kind {
            WedgeKind::Party(id) => {
                style.party(vote.roll_call.archive().party(id).map(|party| (usize::from(id.0), party)))
            }
            _ => style.party(None),
        };
        let of_party = match wedge.kind {
            WedgeKind::Party(id) => Some(id),
            _ => None,
        };
        let colour = seat_colour(vote, of_party, colour, style.ground);
        strip(edge, wedge, frame, out, (width, colour), &mut items);
        wanted.push(Name {
            section: wedge.section,
            along: f64::midpoint(wedge.block.from, wedge.block.to),
            width: style.typeface.width(&label, font_size, Weight::Bold),
            importance: wedge.block.seats.len(),
        });
        names.push((colour, label));
    }
    let id = "parties-arc".to_owned();
    let Some(area) = names_in else { return Group { id, label: None, items } };
    let down_to = |bottom: f64| {
        let question = NamePlaces {
            plan: SamePlan(Arc::clone(&seating.plan)),
            frame: *frame,
            out: out + width / 2.0 / frame.scale,
            bounds: TextBox { left: area.x, top: area.y, right: area.right(), bottom },
            size: font_size,
            wanted: wanted.clone(),
        };
        question.place()
    };
    let mut placed = down_to(area.bottom() + font_size);
    if placed.iter().any(Option::is_none) {
        // Names beside the edge leave the line below to the key.
        placed = down_to(area.bottom() + KEY_TOP * font_size);
    }
    let mut left: Vec<(Rgb, String)> = Vec::new();
    for (name, placed) in names.into_iter().zip(placed) {
        let Some(placed) = placed else {
            left.push(name);
            continue;
        };
        if let Some((from, to)) = placed.leader {
            items.push(Item::Line(Line { from, to, width: 1.0, colour: style.ring }));
        }
        items.push(text(placed.at.x, placed.at.y, placed.anchor, font_size, Weight::Bold, style.ink, name.1));
    }
    if !left.is_empty() {
        items.extend(key(style, &left, area, font_size));
    }
    Group { id, label: None, items }
}

/// The name of a party, to be placed along the edge of its section.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Name {
    section: usize,
    along: f64,
    width: f64,
    importance: usize,
}

/// All that the places of names depend on, which is the same in most votes of a session.
#[derive(Debug, PartialEq)]
struct NamePlaces {
    plan: SamePlan,
    frame: Frame,
    /// From the edge, in units of the plan.
    out: f64,
    bounds: TextBox,
    size: f64,
    wanted: Vec<Name>,
}

impl NamePlaces {
    fn place(self) -> Vec<Option<Placed>> {
        static PLACED: Recent<NamePlaces, Vec<Option<Placed>>> = Recent::new();
        let find = |names: &Self| {
            let wanted = names.wanted.iter().filter_map(|name| {
                let edge = names.plan.0.sections.get(name.section)?.edge.as_ref()?;
                let course = Course { edge, frame: &names.frame, out: names.out };
                let Name { along, width, importance, .. } = *name;
                Some(Wanted { course, along, width, importance })
            });
            labels::place(&names.bounds, names.size, &wanted.collect::<Vec<_>>())
        };
        if is_kept(&self.plan.0) { PLACED.get_or(self, find) } else { find(&self) }
    }
}

/// A party's colour along its part of the edge.
fn strip(
    edge: &Edge,
    wedge: &Wedge,
    frame: &Frame,
    out: f64,
    (width, colour): (f64, Rgb),
    items: &mut Vec<Item>,
) {
    let (from, to) = (wedge.block.from, wedge.block.to);
    let gap_at = |along: f64| width / (edge.length_at(along, out) * frame.scale);
    // At the ends the colour covers the outer seats whole.
    let beyond = |along: f64| {
        if edge.is_closed() {
            -gap_at(along) / 2.0
        } else if matches!(edge.pieces.as_slice(), [piece] if matches!(piece.line, EdgeLine::Arc { .. })) {
            let radius = edge.length_at(along, out) * frame.scale;
            libm::asin((frame.seat_radius / radius).min(1.0))
        } else {
            0.0
        }
    };
    let start = if from <= edge.from() { from - beyond(from) } else { from + gap_at(from) / 2.0 };
    let end = if to >= edge.to() { to + beyond(to) } else { to - gap_at(to) / 2.0 };
    let gap = gap_at(f64::midpoint(from, to));
    // A party of one seat in a large chamber still shows.
    let (start, end) = if end - start < gap { (start - gap / 4.0, start + gap * 0.75) } else { (start, end) };
    for line in edge.between(start, end, out) {
        items.push(match line {
            EdgeLine::Arc { centre, radius, start, end } => Item::Arc(scene::Arc {
                centre: frame.point(centre),
                radius: radius * frame.scale,
                from: start,
                to: end,
                width,
                colour,
            }),
            EdgeLine::Straight { start, end } => {
                Item::Line(Line { from: frame.point(start), to: frame.point(end), width, colour })
            }
        });
    }
}

/// From the bottom of the chamber to the top of the key, in font sizes.
const KEY_TOP: f64 = 0.5;

/// Colours and names in a line below the chamber, for parties whose names find no place beside it.
fn key(style: &Style, parties: &[(Rgb, String)], area: Area, font_size: f64) -> Vec<Item> {
    let size = font_size * 0.92;
    let (side, gap) = (size * 0.7, size * 1.1);
    let width_of = |label: &str| side * 1.5 + style.typeface.width(label, size, Weight::Bold);
    let total =
        |parties: &[(Rgb, String)]| parties.iter().map(|(_, label)| width_of(label) + gap).sum::<f64>() - gap;
    // So many that they do not fit are set smaller.
    let shrink = (area.width / total(parties).max(1.0)).min(1.0);
    let mut x = area.centre_x() - total(parties) * shrink / 2.0;
    let baseline = area.bottom() + size * 1.25;
    let mut items = Vec::with_capacity(2 * parties.len());
    for (colour, label) in parties {
        let square = side * shrink;
        items.push(Item::Rect(Rect {
            x,
            y: baseline - square,
            width: square,
            height: square,
            rounding: 1.0,
            fill: *colour,
        }));
        let at = x + square * 1.5;
        items.push(text(at, baseline, Anchor::Start, size * shrink, Weight::Bold, style.ink, label.clone()));
        x += (width_of(label) + gap) * shrink;
    }
    items
}

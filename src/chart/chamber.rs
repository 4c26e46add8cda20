//! The chamber: seats by party, the number of seats, lines through it.

use std::rc::Rc;

use super::captions::Captions;
use super::edge;
use super::labels::TextBox;
use super::scene::{Group, Item, Mark, Marker, Point, Rect, Seat, Weight};
use super::seating::{self, Seating, Wedge, WedgeKind};
use super::words::{Vote, member_name, position_name};
use super::{Area, Arrangement, Style};
use crate::layout::{EdgeLine, LayoutOptions, RowCourse, Shape};
use crate::model::{Position, Rgb};

/// No seat is larger than this share of half the chamber's width, however few there are.
const LARGEST_SEAT: f64 = 0.1;
/// From the outer row to the middle of the party colours, in font sizes.
pub(super) const ARC_GAP: f64 = 0.9;
/// From the party colours to the edge of the area, in font sizes: room for names above and below.
const NAME_ROOM: f64 = 2.6;

/// A chamber that is laid out but not drawn.
pub(super) struct Chamber<'a> {
    pub(super) arrangement: &'a Arrangement,
    pub(super) seating: Rc<Seating>,
    pub(super) font_size: f64,
    /// Room for party names around the seats.
    rooms: Rooms,
}

/// Places tried along an edge; even, so that the middle is one.
const SAMPLES: usize = 32;

/// Room around the seats.
#[derive(Clone, Copy, Debug, Default)]
struct Rooms {
    left: f64,
    right: f64,
    above: f64,
    below: f64,
}

/// The outline of what is drawn to scale, in the units of the plan.
#[derive(Clone, Copy, Debug)]
struct Outline {
    left: f64,
    right: f64,
    bottom: f64,
    top: f64,
}

/// From the units of a plan to those of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Where the origin of the plan is.
    pub(super) centre: Point,
    /// The length of a unit.
    pub(super) scale: f64,
    pub(super) seat_radius: f64,
    /// From the middle of an outer seat to the outer edge of its row.
    pub(super) pad: f64,
}

impl Frame {
    /// The point of a place in the plan.
    pub(super) fn point(&self, (x, y): (f64, f64)) -> Point {
        Point { x: self.centre.x + x * self.scale, y: self.centre.y - y * self.scale }
    }
}

impl<'a> Chamber<'a> {
    pub(super) fn new(vote: &Vote<'_>, style: &Style, arrangement: &'a Arrangement, font_size: f64) -> Self {
        Self::of(seat(vote, arrangement), vote, style, arrangement, font_size)
    }

    /// The chamber of a seating that was found before.
    pub(super) fn of(
        seating: Rc<Seating>,
        vote: &Vote<'_>,
        style: &Style,
        arrangement: &'a Arrangement,
        font_size: f64,
    ) -> Self {
        let mut rooms = rooms(vote, style, &seating, font_size);
        if rooms.above == 0.0 {
            rooms.above = ARC_GAP * font_size;
        }
        if !arrangement.lines.is_empty() && matches!(seating.plan.rows, Some(RowCourse::Straight(_))) {
            // The number of a line stands below straight rows.
            rooms.below = rooms.below.max(2.0 * font_size);
        }
        Self { arrangement, seating, font_size, rooms }
    }

    /// The seat's radius in units of the plan.
    pub(super) fn seat_radius(&self) -> f64 {
        let size = self.arrangement.layout.seat_size;
        // In a plan of numbered seats a ring in the party's colour goes around the seat.
        let size = if self.is_planned() { size * PLANNED_SEAT } else { size };
        (self.seating.plan.touching_radius * size).min(LARGEST_SEAT)
    }

    /// From the middle of an outer seat to the outer edge of its row, in units of the plan.
    fn pad(&self) -> f64 {
        self.seating.plan.touching_radius.min(LARGEST_SEAT / LayoutOptions::SEAT_SIZE)
    }

    fn is_planned(&self) -> bool {
        matches!(self.arrangement.layout.shape, Shape::Plan(_))
    }

    /// What is drawn to scale.
    fn outline(&self) -> Outline {
        let plan = &self.seating.plan;
        let (extent, pad, seat) = (plan.extent(), self.pad(), self.seat_radius());
        let below = if self.rooms.below > 0.0 { pad } else { seat };
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
            for sample in 0..=SAMPLES {
                let point =
                    edge.at(edge.from() + (edge.to() - edge.from()) * sample as f64 / SAMPLES as f64, pad);
                include(point.x, point.y, 0.0, 0.0);
            }
        }
        if let Some(table) = plan.table {
            include(table.x, table.y, table.half_width, table.half_height);
        }
        if self.seating.in_chair.is_some() {
            include(plan.rostrum.0, plan.rostrum.1, seat, seat);
        }
        outline
    }

    /// The length of a unit that a width allows.
    fn scale_in(&self, width: f64) -> f64 {
        let outline = self.outline();
        (width - self.rooms.left - self.rooms.right) / (outline.right - outline.left)
    }

    /// The height that a chamber as wide as `width` takes.
    pub(super) fn height_for(&self, width: f64) -> f64 {
        let outline = self.outline();
        self.scale_in(width).max(0.0) * (outline.top - outline.bottom) + self.rooms.above + self.rooms.below
    }

    /// Where the plan comes to lie in an area: as large as it allows, at its bottom, in the middle.
    fn frame(&self, area: Area) -> Frame {
        let outline = self.outline();
        let by_height = (area.height - self.rooms.above - self.rooms.below) / (outline.top - outline.bottom);
        let scale = self.scale_in(area.width).min(by_height).max(10.0);
        let free = area.width - self.rooms.left - self.rooms.right - scale * (outline.right - outline.left);
        let centre = Point {
            x: area.x + self.rooms.left + free / 2.0 - outline.left * scale,
            y: area.bottom() - self.rooms.below + outline.bottom * scale,
        };
        Frame { centre, scale, seat_radius: self.seat_radius() * scale, pad: self.pad() * scale }
    }

    /// Draws the chamber as large as the area allows, its lowest seats at the area's bottom.
    pub(super) fn draw(&self, vote: &Vote<'_>, style: &Style, area: Area) -> Vec<Item> {
        let frame = self.frame(area);
        let plan = &self.seating.plan;
        let mut items = Vec::new();
        items.extend(self.table(style, &frame));
        let captions = Captions::new(vote);
        items.push(Item::Group(self.seats(&captions, style, &frame)));
        if plan.sections.iter().any(|section| section.edge.is_some()) {
            items.push(Item::Group(edge::parties(vote, style, &self.seating, &frame, area, self.font_size)));
        }
        let mut taken = Vec::new();
        if let Some(ballot) = self.seating.in_chair {
            taken.push(TextBox::around(frame.point(plan.rostrum), frame.seat_radius * 1.2));
            let colour = Self::party_of(vote, style, ballot);
            let at = frame.point(plan.rostrum);
            let seat = one_seat(&captions, style, Some(ballot), colour, at, frame.seat_radius).collect();
            let label = Some(position_name(vote.roll_call, Position::Presiding, vote.lang));
            items.push(Item::Group(Group { id: "rostrum".to_owned(), label, items: seat }));
        }
        for &line in &self.arrangement.lines {
            if let Some((item, bounds)) = self.majority_line(vote, style, &frame, line) {
                items.push(item);
                taken.extend(bounds);
            }
        }
        items.extend(self.seat_count(vote, style, &frame, &taken));
        if self.seating.without_seat > 0 {
            items.push(self.without_seat(vote, style, &frame));
        }
        items
    }

    /// The colour of the party of a ballot's member.
    fn party_of(vote: &Vote<'_>, style: &Style, ballot: usize) -> Rgb {
        let id = vote.roll_call.vote(ballot).and_then(|vote| vote.member.party);
        style.party(id.and_then(|id| Some((usize::from(id.0), vote.roll_call.archive().party(id)?))))
    }

    fn table(&self, style: &Style, frame: &Frame) -> Option<Item> {
        let table = self.seating.plan.table?;
        let (width, height) = (2.0 * table.half_width * frame.scale, 2.0 * table.half_height * frame.scale);
        let corner = frame.point((table.x - table.half_width, table.y + table.half_height));
        let rounding = if table.is_round { height / 2.0 } else { (height * 0.12).min(6.0) };
        let fill = style.hairline;
        let rect = Item::Rect(Rect { x: corner.x, y: corner.y, width, height, rounding, fill });
        Some(Item::Group(Group { id: "table".to_owned(), label: None, items: vec![rect] }))
    }

    fn seats(&self, captions: &Captions<'_>, style: &Style, frame: &Frame) -> Group {
        let wedges = self.seating.wedges.iter().filter(|wedge| !wedge.block.seats.is_empty());
        let items = wedges.map(|wedge| Item::Group(self.wedge(captions, style, wedge, frame))).collect();
        Group { id: "seats".to_owned(), label: None, items }
    }

    fn wedge(&self, captions: &Captions<'_>, style: &Style, wedge: &Wedge, frame: &Frame) -> Group {
        let vote = captions.vote();
        let archive = vote.roll_call.archive();
        let party = match wedge.kind {
            WedgeKind::Party(id) => archive.party(id).map(|party| (usize::from(id.0), party)),
            _ => None,
        };
        let colour = style.party(party);
        let mut items = Vec::with_capacity(wedge.block.seats.len());
        for (&seat, &ballot) in wedge.block.seats.iter().zip(&wedge.ballots) {
            let Some(place) = self.seating.plan.seats.get(seat) else { continue };
            let centre = frame.point((place.x, place.y));
            if party.is_some() && self.is_planned() {
                let radius = frame.seat_radius / PLANNED_SEAT;
                items.push(Item::Marker(Marker { centre, radius, mark: Mark::Ring, colour }));
            }
            items.extend(one_seat(captions, style, ballot, colour, centre, frame.seat_radius));
        }
        let (id, name) = match wedge.kind {
            WedgeKind::Party(id) => {
                let party = archive.party(id);
                let short = party.map_or("", |party| party.short.as_str());
                (format!("party-{short}"), party.map(|party| party.name.clone()))
            }
            WedgeKind::NoParty => ("party-none".to_owned(), Some(vote.lang.text("no-party"))),
            WedgeKind::Vacant => ("vacant".to_owned(), Some(vote.lang.text("position-vacant"))),
        };
        Group { id, label: name, items }
    }
}

/// Who sits where in a vote: the costly part of a chamber, which does not depend on its size.
pub(super) fn seat(vote: &Vote<'_>, arrangement: &Arrangement) -> Rc<Seating> {
    Rc::new(seating::seat(vote.roll_call, arrangement, vote.summary.seats))
}

/// The size of a seat in a plan of numbered seats, over that of other shapes.
pub(super) const PLANNED_SEAT: f64 = 0.78;

/// Room for names at the sides that edges face.
fn rooms(vote: &Vote<'_>, style: &Style, seating: &Seating, font_size: f64) -> Rooms {
    /// A direction counts from here on.
    const FACING: f64 = 0.29;
    let mut rooms = Rooms::default();
    for (index, section) in seating.plan.sections.iter().enumerate() {
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
        for sample in 0..=SAMPLES {
            let along = edge.from() + (edge.to() - edge.from()) * sample as f64 / SAMPLES as f64;
            let (x, y) = edge.at(along, 0.0).outward;
            rooms.left = if x < -FACING { rooms.left.max(beside) } else { rooms.left };
            rooms.right = if x > FACING { rooms.right.max(beside) } else { rooms.right };
            rooms.above = if y > FACING { rooms.above.max(over) } else { rooms.above };
            rooms.below = if y < -FACING { rooms.below.max(over) } else { rooms.below };
        }
    }
    rooms
}

pub(super) fn label_width(vote: &Vote<'_>, style: &Style, wedge: &Wedge, font_size: f64) -> f64 {
    label(vote, wedge.kind).map_or(0.0, |label| style.typeface.width(&label, font_size, Weight::Bold))
}

pub(super) fn label(vote: &Vote<'_>, kind: WedgeKind) -> Option<String> {
    const LONGEST: usize = 14;
    let name = match kind {
        WedgeKind::Party(id) => vote.roll_call.archive().party(id)?.short.clone(),
        WedgeKind::NoParty => vote.lang.text("no-party-short"),
        WedgeKind::Vacant => return None,
    };
    if name.chars().count() <= LONGEST {
        return Some(name);
    }
    Some(name.chars().take(LONGEST - 1).chain(['…']).collect())
}

/// The seat of a ballot, or a vacant one, with the ring around it where the style has one.
pub(super) fn one_seat(
    captions: &Captions<'_>,
    style: &Style,
    ballot: Option<usize>,
    party_colour: Rgb,
    centre: Point,
    radius: f64,
) -> impl Iterator<Item = Item> {
    let vote = captions.vote();
    let cast = ballot.and_then(|index| Some((index, vote.roll_call.vote(index)?)));
    let position = cast.as_ref().map_or(Position::Vacant, |(_, cast)| cast.position());
    let (marker, ring) = style.marker(position, party_colour, centre, radius);
    let (member, caption) = match &cast {
        Some((index, cast)) => (member_name(cast.member, *index, vote.lang), captions.of(cast)),
        None => (String::new(), captions.vacant()),
    };
    let seat = Seat { marker, ballot, member, caption };
    ring.map(Item::Marker).into_iter().chain([Item::Seat(seat)])
}

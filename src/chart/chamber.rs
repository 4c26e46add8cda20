//! The chamber: seats by party, the number of seats, lines through it.

use std::rc::Rc;

use super::captions::Captions;
use super::composition::seat_colour;
use super::edge;
use super::labels::TextBox;
use super::room::{self, ARC_GAP, Outline, PLANNED_SEAT, Rooms, is_planned};
use super::scene::{Group, Item, Look, Mark, Marker, Point, Rect, SeatPlace, Seats};
use super::seating::{self, Seating, Wedge, WedgeKind};
use super::words::{Vote, position_name};
use super::{Area, Arrangement, Style};
use crate::layout::RowCourse;
use crate::model::{Position, Rgb};

/// A chamber that is laid out but not drawn.
pub(super) struct Chamber<'a> {
    pub(super) arrangement: &'a Arrangement,
    pub(super) seating: Rc<Seating>,
    pub(super) font_size: f64,
    /// Room for party names around the seats.
    rooms: Rooms,
    /// What is drawn to scale.
    outline: Outline,
    /// Whether parties and seats are written.
    has_texts: bool,
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
        let mut rooms = room::rooms(vote, style, &seating, font_size);
        if rooms.above == 0.0 {
            rooms.above = ARC_GAP * font_size;
        }
        if !arrangement.lines.is_empty() && matches!(seating.plan.rows, Some(RowCourse::Straight(_))) {
            // The number of a line stands below straight rows.
            rooms.below = rooms.below.max(2.0 * font_size);
        }
        let outline = room::outline(&seating, arrangement, rooms.below > 0.0);
        Self { arrangement, seating, font_size, rooms, outline, has_texts: true }
    }

    /// The same without a text: the colours of the parties keep their room, and their names have none.
    pub(super) fn without_texts(self) -> Self {
        let room = |side: f64| side.min(2.0 * ARC_GAP * self.font_size);
        let Rooms { left, right, above, below } = self.rooms;
        let rooms = Rooms { left: room(left), right: room(right), above: room(above), below: room(below) };
        Self { rooms, has_texts: false, ..self }
    }

    /// The seat's radius in units of the plan.
    pub(super) fn seat_radius(&self) -> f64 {
        room::seat_radius(&self.seating.plan, self.arrangement)
    }

    /// The length of a unit that a width allows.
    fn scale_in(&self, width: f64) -> f64 {
        let outline = &self.outline;
        (width - self.rooms.left - self.rooms.right) / (outline.right - outline.left)
    }

    /// The height that a chamber as wide as `width` takes.
    pub(super) fn height_for(&self, width: f64) -> f64 {
        let outline = &self.outline;
        self.scale_in(width).max(0.0) * (outline.top - outline.bottom) + self.rooms.above + self.rooms.below
    }

    /// Where the plan comes to lie in an area: as large as it allows, at its bottom, in the middle.
    fn frame(&self, area: Area) -> Frame {
        let outline = &self.outline;
        let by_height = (area.height - self.rooms.above - self.rooms.below) / (outline.top - outline.bottom);
        let scale = self.scale_in(area.width).min(by_height).max(10.0);
        let free = area.width - self.rooms.left - self.rooms.right - scale * (outline.right - outline.left);
        let centre = Point {
            x: area.x + self.rooms.left + free / 2.0 - outline.left * scale,
            y: area.bottom() - self.rooms.below + outline.bottom * scale,
        };
        Frame {
            centre,
            scale,
            seat_radius: self.seat_radius() * scale,
            pad: room::pad(&self.seating.plan) * scale,
        }
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
            let names_in = self.has_texts.then_some(area);
            let parties = edge::parties(vote, style, &self.seating, &frame, names_in, self.font_size);
            items.push(Item::Group(parties));
        }
        let mut taken = Vec::new();
        if let Some(ballot) = self.seating.in_chair {
            taken.push(TextBox::around(frame.point(plan.rostrum), frame.seat_radius * 1.2));
            let colour = Self::party_of(vote, style, ballot);
            let at = frame.point(plan.rostrum);
            let look = Look::of(&captions, style, Some(ballot), colour, frame.seat_radius);
            let places = vec![SeatPlace { ballot: Some(ballot), centre: at }];
            let seat = vec![Item::Seats(Seats { look, places })];
            let label = Some(position_name(vote.roll_call, Position::Presiding, vote.lang));
            items.push(Item::Group(Group { id: "rostrum".to_owned(), label, items: seat }));
        }
        for &line in &self.arrangement.lines {
            if let Some((item, bounds)) = self.majority_line(vote, style, &frame, line) {
                items.push(item);
                taken.extend(bounds);
            }
        }
        if !self.has_texts {
            return items;
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
        let of_party = match wedge.kind {
            WedgeKind::Party(id) => Some(id),
            _ => None,
        };
        let colour = seat_colour(vote, of_party, style.party(party), style.ground);
        let ballots = vote.roll_call.ballots();
        let has_rings = party.is_some() && is_planned(self.arrangement);
        let mut seats = wedge.block.seats.iter();
        // Seats of one party that voted alike look alike, and are neighbours in most orders.
        let cast = |ballot: Option<usize>| ballot.and_then(|ballot| ballots.get(ballot));
        let alike = wedge.ballots.chunk_by(|&a, &b| cast(a) == cast(b)).map(|ballots| {
            let mut look = Look::of(captions, style, ballots[0], colour, frame.seat_radius);
            if has_rings {
                let radius = frame.seat_radius / PLANNED_SEAT;
                look.party_ring = Some(Marker { centre: Point::ORIGIN, radius, mark: Mark::Ring, colour });
            }
            let mut places = Vec::with_capacity(ballots.len());
            for (&ballot, &seat) in ballots.iter().zip(seats.by_ref()) {
                let Some(place) = self.seating.plan.seats.get(seat) else { continue };
                places.push(SeatPlace { ballot, centre: frame.point((place.x, place.y)) });
            }
            Item::Seats(Seats { look, places })
        });
        let items = alike.collect();
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

//! The hemicycle: seats by party, the arc of the parties, their names, and the number of seats.

use std::f64::consts::PI;

use super::labels::{self, Ring, TextBox, Wanted};
use super::scene::{Anchor, Arc, Group, Item, Line, Marker, Path, Point, Seat, Weight};
use super::seating::{self, Wedge, WedgeKind};
use super::words::{Vote, member_name, party_name, position_name};
use super::{Area, Arrangement, Style, text, typeface};
use crate::lang::Message;
use crate::layout::{Hemicycle, majority_line};
use crate::model::Position;

/// The share of the touching radius that a seat is drawn with.
const SEAT_SHARE: f64 = 0.82;
/// No seat is larger than this share of the outer radius, however few there are.
const LARGEST_SEAT: f64 = 0.1;
/// From the outer row to the middle of the arc, in font sizes.
const ARC_GAP: f64 = 0.9;
/// From the arc to the edge of the area, in font sizes: room for names.
const NAME_ROOM: f64 = 2.6;

/// A chamber that is laid out but not drawn.
pub(super) struct Chamber<'a> {
    arrangement: &'a Arrangement,
    hemicycle: Hemicycle,
    wedges: Vec<Wedge>,
    /// The ballot of the member in the chair.
    in_chair: Option<usize>,
    font_size: f64,
    /// The widest party name.
    widest: f64,
}

impl<'a> Chamber<'a> {
    pub(super) fn new(vote: &Vote<'_>, arrangement: &'a Arrangement, font_size: f64) -> Self {
        let in_chair = seating::presiding(vote.roll_call);
        let num_seats = vote.summary.seats as usize - usize::from(in_chair.is_some());
        // Whoever takes options from a user checks them first; here a chamber is drawn in any case.
        let hemicycle = arrangement.hemicycle(num_seats).unwrap_or_else(|_| Hemicycle::new(num_seats));
        let wedges = seating::seat(vote.roll_call, &hemicycle, in_chair, arrangement.order);
        let widest = wedges.iter().map(|wedge| label_width(vote, wedge, font_size)).fold(0.0, f64::max);
        Self { arrangement, hemicycle, wedges, in_chair, font_size, widest }
    }

    /// The seat's radius in shares of the outer radius.
    fn seat_share(&self) -> f64 {
        (self.hemicycle.touching_radius * SEAT_SHARE).min(LARGEST_SEAT)
    }

    /// The outer edge of the back row, in shares of the outer radius: 1 but for small chambers, whose seats
    /// are smaller than they could be.
    fn edge(&self) -> f64 {
        1.0 - self.hemicycle.touching_radius + self.seat_share() / SEAT_SHARE
    }

    /// The level of the rostrum, up from the centre.
    fn rostrum(&self) -> f64 {
        if self.hemicycle.to - self.hemicycle.from < PI { self.hemicycle.inner_radius * 0.4 } else { 0.0 }
    }

    /// How far the chamber reaches below its centre, in shares of the outer radius; less than nothing where
    /// it does not reach down to it.
    fn depth(&self) -> f64 {
        let lowest = self.hemicycle.seats.iter().map(|seat| seat.y).fold(f64::INFINITY, f64::min);
        let lowest = if lowest.is_finite() { lowest } else { 0.0 };
        let lowest = if self.in_chair.is_some() { lowest.min(self.rostrum()) } else { lowest };
        self.seat_share() - lowest
    }

    /// How far it reaches to each side.
    fn reach(&self) -> f64 {
        if self.hemicycle.from <= 0.0 {
            self.edge()
        } else {
            libm::cos(self.hemicycle.from) * self.edge() + self.seat_share()
        }
    }

    /// Room for names above, and below where names stand there too.
    fn name_room(&self) -> f64 {
        let above = (ARC_GAP + NAME_ROOM) * self.font_size;
        if self.hemicycle.from < -0.3 { 2.0 * above } else { above }
    }

    /// The outer radius that a width allows.
    fn radius_in(&self, width: f64) -> f64 {
        (width / 2.0 - (ARC_GAP + 0.75) * self.font_size - self.widest) / self.reach()
    }

    /// The height that a chamber as wide as `width` takes.
    pub(super) fn height_for(&self, width: f64) -> f64 {
        self.radius_in(width).max(0.0) * (self.edge() + self.depth()) + self.name_room()
    }

    /// Draws the chamber as large as the area allows, its lowest seats at the area's bottom.
    pub(super) fn draw(&self, vote: &Vote<'_>, style: &Style, area: Area) -> Vec<Item> {
        let by_height = (area.height - self.name_room()) / (self.edge() + self.depth());
        let radius = self.radius_in(area.width).min(by_height).max(10.0);
        let below = if self.hemicycle.from < -0.3 { (ARC_GAP + NAME_ROOM) * self.font_size } else { 0.0 };
        let frame = Frame {
            centre: Point { x: area.centre_x(), y: area.bottom() - below - self.depth() * radius },
            radius,
            seat_radius: self.seat_share() * radius,
            edge: self.edge() * radius,
        };
        let mut items = draw(vote, style, &self.hemicycle, &self.wedges, &frame, area, self.font_size);
        if let Some(ballot) = self.in_chair {
            let centre = Point { x: frame.centre.x, y: frame.centre.y - self.rostrum() * radius };
            let seat = Item::Seat(one_seat(vote, style, Some(ballot), centre, frame.seat_radius));
            let label = Some(position_name(vote.roll_call, Position::Presiding, vote.lang));
            items.push(Item::Group(Group { id: "rostrum".to_owned(), label, items: vec![seat] }));
        }
        for &line in &self.arrangement.lines {
            items.extend(self.majority_line(vote, style, &frame, line));
        }
        if self.hemicycle.to - self.hemicycle.from >= PI {
            let raised = if self.in_chair.is_some() { frame.seat_radius * 1.8 } else { 0.0 };
            let count = seat_count(vote, style, &self.hemicycle, &frame, raised, self.font_size);
            items.push(Item::Group(count));
        }
        items
    }

    /// A line with so many seats on its left, and the number at its inner end.
    fn majority_line(&self, vote: &Vote<'_>, style: &Style, frame: &Frame, seats: u32) -> Option<Item> {
        let points = majority_line(&self.hemicycle, seats as usize, self.seat_share());
        let on_paper = |&(x, y): &(f64, f64)| Point {
            x: frame.centre.x + x * frame.radius,
            y: frame.centre.y - y * frame.radius,
        };
        let points: Vec<Point> = points.iter().map(on_paper).collect();
        let (&first, &second) = (points.first()?, points.get(1)?);
        let size = self.font_size * 0.92;
        let length = libm::hypot(first.x - second.x, first.y - second.y).max(1e-9);
        let at = Point {
            x: first.x + (first.x - second.x) / length * size * 0.9,
            y: first.y + (first.y - second.y) / length * size * 0.9 + size * 0.35,
        };
        let label = vote.lang.number(u64::from(seats));
        let width = (frame.seat_radius * 0.22).clamp(1.0, 2.5);
        let items = vec![
            Item::Path(Path { points, width, colour: style.ink }),
            text(at.x, at.y, Anchor::Middle, size, Weight::Bold, style.ink, label.clone()),
        ];
        let label = Message::new("majority-line").with("n", seats).text(vote.lang);
        Some(Item::Group(Group { id: format!("line-{seats}"), label: Some(label), items }))
    }
}

fn draw(
    vote: &Vote<'_>,
    style: &Style,
    hemicycle: &Hemicycle,
    wedges: &[Wedge],
    frame: &Frame,
    area: Area,
    font_size: f64,
) -> Vec<Item> {
    let mut items = vec![Item::Group(Group {
        id: "seats".to_owned(),
        label: None,
        items: wedges
            .iter()
            .filter(|wedge| !wedge.block.seats.is_empty())
            .map(|wedge| Item::Group(seats(vote, style, hemicycle, wedge, frame)))
            .collect(),
    })];
    items.push(Item::Group(arc(vote, style, hemicycle, wedges, frame, area, font_size)));
    items
}

struct Frame {
    centre: Point,
    radius: f64,
    seat_radius: f64,
    /// The outer edge of the back row.
    edge: f64,
}

fn label_width(vote: &Vote<'_>, wedge: &Wedge, font_size: f64) -> f64 {
    label(vote, wedge.kind).map_or(0.0, |label| typeface::width(&label, font_size, Weight::Bold))
}

fn label(vote: &Vote<'_>, kind: WedgeKind) -> Option<String> {
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

fn seats(vote: &Vote<'_>, style: &Style, hemicycle: &Hemicycle, wedge: &Wedge, frame: &Frame) -> Group {
    let archive = vote.roll_call.archive();
    let items = wedge
        .block
        .seats
        .iter()
        .zip(&wedge.ballots)
        .map(|(&seat, &ballot)| {
            let place = hemicycle.seats[seat];
            let centre = Point {
                x: frame.centre.x + place.x * frame.radius,
                y: frame.centre.y - place.y * frame.radius,
            };
            Item::Seat(one_seat(vote, style, ballot, centre, frame.seat_radius))
        })
        .collect();
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

/// The seat of a ballot, or a vacant one.
fn one_seat(vote: &Vote<'_>, style: &Style, ballot: Option<usize>, centre: Point, radius: f64) -> Seat {
    let cast = ballot.and_then(|index| Some((index, vote.roll_call.vote(index)?)));
    let position = cast.as_ref().map_or(Position::Vacant, |(_, cast)| cast.position());
    let (mark, colour) = style.seat(position);
    let (member, party, title) = match &cast {
        Some((index, cast)) => {
            let name = member_name(cast.member, *index, vote.lang);
            let short = vote.roll_call.party_of(cast.member).map(|party| party.short.clone());
            let mut how = position_name(vote.roll_call, position, vote.lang);
            if cast.ballot.is_proxy() {
                how = format!("{how}, {}", vote.lang.text("by-proxy"));
            }
            let title = Message::new("seat-title")
                .with("name", &name)
                .with("party", party_name(vote.roll_call, cast.member, vote.lang))
                .with("vote", how)
                .text(vote.lang);
            (name, short.unwrap_or_default(), title)
        }
        None => (String::new(), String::new(), vote.lang.text("vacant-seat")),
    };
    let key = match position {
        Position::Choice(_) => vote.roll_call.choice_name(position).unwrap_or("choice"),
        position => position.key(),
    };
    let marker = Marker { centre, radius, mark, colour };
    Seat { marker, ballot, member, party, vote: key.to_owned(), title }
}

/// The arc of the parties with their short names.
fn arc(
    vote: &Vote<'_>,
    style: &Style,
    hemicycle: &Hemicycle,
    wedges: &[Wedge],
    frame: &Frame,
    area: Area,
    font_size: f64,
) -> Group {
    let radius = frame.edge + ARC_GAP * font_size;
    let width = (font_size * 0.42).max(1.0);
    let gap = width / radius;
    let named: Vec<(&Wedge, String)> = wedges
        .iter()
        .filter(|wedge| !wedge.block.seats.is_empty())
        .filter_map(|wedge| label(vote, wedge.kind).map(|label| (wedge, label)))
        .collect();
    // At the ends the arc covers the outer seats whole.
    let is_closed = hemicycle.to - hemicycle.from >= 2.0 * PI - 1e-9;
    let beyond = if is_closed { -gap / 2.0 } else { libm::asin((frame.seat_radius / radius).min(1.0)) };
    let mut items = Vec::new();
    for (wedge, _) in &named {
        let from = if wedge.block.from <= hemicycle.from {
            hemicycle.from - beyond
        } else {
            wedge.block.from + gap / 2.0
        };
        let to =
            if wedge.block.to >= hemicycle.to { hemicycle.to + beyond } else { wedge.block.to - gap / 2.0 };
        // A party of one seat in a large chamber still shows.
        let (from, to) = if to - from < gap { (from - gap / 4.0, from + gap * 0.75) } else { (from, to) };
        let colour = match wedge.kind {
            WedgeKind::Party(id) => {
                style.party(vote.roll_call.archive().party(id).map(|party| (usize::from(id.0), party)))
            }
            _ => style.party(None),
        };
        items.push(Item::Arc(Arc { centre: frame.centre, radius, from, to, width, colour }));
    }
    let wanted: Vec<Wanted> = named
        .iter()
        .map(|(wedge, label)| Wanted {
            angle: f64::midpoint(wedge.block.from, wedge.block.to),
            width: typeface::width(label, font_size, Weight::Bold),
            importance: wedge.block.seats.len(),
        })
        .collect();
    let bounds =
        TextBox { left: area.x, top: area.y, right: area.right(), bottom: area.bottom() + font_size };
    let ring = Ring { centre: frame.centre, radius: radius + width / 2.0, size: font_size, bounds };
    for ((_, label), placed) in named.iter().zip(labels::place(&ring, &wanted)) {
        let Some(placed) = placed else { continue };
        if let Some((from, to)) = placed.leader {
            items.push(Item::Line(Line { from, to, width: 1.0, colour: style.ring }));
        }
        items.push(text(
            placed.at.x,
            placed.at.y,
            placed.anchor,
            font_size,
            Weight::Bold,
            style.ink,
            label.clone(),
        ));
    }
    Group { id: "parties-arc".to_owned(), label: None, items }
}

/// The number of seats in the open centre, where there is room.
fn seat_count(
    vote: &Vote<'_>,
    style: &Style,
    hemicycle: &Hemicycle,
    frame: &Frame,
    raised: f64,
    font_size: f64,
) -> Group {
    let mut items = Vec::new();
    let room = hemicycle.inner_radius * frame.radius - frame.seat_radius;
    let number = vote.lang.number(u64::from(vote.summary.seats));
    let size = (room * 0.32).min(font_size * 2.9);
    if size >= font_size * 1.2 && typeface::width(&number, size, Weight::Bold) < room * 1.4 {
        let small = (size * 0.4).max(font_size * 0.9);
        let base = frame.centre.y - small * 1.7 - raised;
        items.push(text(frame.centre.x, base, Anchor::Middle, size, Weight::Bold, style.ink, number));
        let label = Message::new("seats-label").with("n", vote.summary.seats).text(vote.lang);
        let y = base + small * 1.55;
        items.push(text(frame.centre.x, y, Anchor::Middle, small, Weight::Regular, style.secondary, label));
    }
    Group { id: "seat-count".to_owned(), label: None, items }
}

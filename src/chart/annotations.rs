//! What stands among the seats of a chamber: their number, lines through them, notes.

use super::chamber::{Chamber, Frame};
use super::labels::TextBox;
use super::room::PLANNED_SEAT;
use super::scene::{Anchor, Group, Item, Path, Point, Weight};
use super::tally::LINE;
use super::words::Vote;
use super::{Style, text};
use crate::lang::Message;
use crate::layout::{RowCourse, Shape, Well, majority_line};

/// The number of seats and what they are, at the sizes that are tried.
struct SeatCount<'a> {
    number: &'a str,
    size: f64,
    lines: Vec<String>,
    small: f64,
}

impl Chamber<'_> {
    /// A line with so many seats on its left, and the number at its inner end; and where these are.
    pub(super) fn majority_line(
        &self,
        vote: &Vote<'_>,
        style: &Style,
        frame: &Frame,
        seats: u32,
    ) -> Option<(Item, [TextBox; 2])> {
        let points = majority_line(&self.seating.plan, seats as usize, self.seat_radius());
        let points: Vec<Point> = points.into_iter().map(|point| frame.point(point)).collect();
        let (&first, &second) = (points.first()?, points.get(1)?);
        let size = self.font_size * 0.92;
        let length = libm::hypot(first.x - second.x, first.y - second.y).max(1e-9);
        let at = Point {
            x: first.x + (first.x - second.x) / length * size * 0.9,
            y: first.y + (first.y - second.y) / length * size * 0.9 + size * 0.35,
        };
        let label = vote.lang.number(u64::from(seats));
        let width = (frame.seat_radius * 0.22).clamp(1.0, 2.5);
        let half = style.typeface.width(&label, size, Weight::Bold) / 2.0;
        let (at, bounds) = self.beside_front(frame, at, half, size);
        let lead = TextBox {
            left: first.x.min(second.x) - width,
            right: first.x.max(second.x) + width,
            top: first.y.min(second.y),
            bottom: first.y.max(second.y),
        };
        let items = vec![
            Item::Path(Path { points, width, colour: style.ink }),
            text(at.x, at.y, Anchor::Middle, size, Weight::Bold, style.ink, label.clone()),
        ];
        let label = Message::new("majority-line").with("n", seats).text(vote.lang);
        let id = format!("line-{seats}");
        Some((Item::Group(Group { id, label: Some(label), items }), [bounds, lead]))
    }

    /// A place for a text of this half width, moved beside the desk and the member in the chair.
    fn beside_front(&self, frame: &Frame, at: Point, half: f64, size: f64) -> (Point, TextBox) {
        let plan = &self.seating.plan;
        let around = |at: Point| TextBox {
            left: at.x - half,
            right: at.x + half,
            top: at.y - size * 0.8,
            bottom: at.y + size * 0.2,
        };
        let chair =
            self.seating.in_chair.map(|_| TextBox::around(frame.point(plan.rostrum), frame.seat_radius));
        let desk = plan.table.map(|table| {
            let middle = frame.point((table.x, table.y));
            let (wide, high) = (table.half_width * frame.scale, table.half_height * frame.scale);
            TextBox {
                left: middle.x - wide,
                right: middle.x + wide,
                top: middle.y - high,
                bottom: middle.y + high,
            }
        });
        let is_straight = matches!(plan.rows, Some(RowCourse::Straight(_)));
        let mut place = at;
        for obstacle in [chair, desk].into_iter().flatten().filter(|_| is_straight) {
            if obstacle.touches(&around(place), size * 0.2) {
                let is_right = at.x >= f64::midpoint(obstacle.left, obstacle.right);
                let beside = half + size * 0.4;
                place.x = if is_right { obstacle.right + beside } else { obstacle.left - beside };
            }
        }
        (place, around(place))
    }

    /// The number of seats in the open centre, as large as there is room beside the member in the chair and the
    /// labels of lines.
    pub(super) fn seat_count(
        &self,
        vote: &Vote<'_>,
        style: &Style,
        frame: &Frame,
        taken: &[TextBox],
    ) -> Option<Item> {
        // The seats of a composition stand in big type already, where they are not those of a coalition.
        let is_said = vote.summary.composition.as_ref().is_some_and(|seats| seats.coalition.is_none());
        let well = self.seating.plan.well.filter(|_| !is_said)?;
        let room = well.radius * frame.scale - frame.seat_radius;
        let number = vote.lang.number(u64::from(vote.summary.seats));
        let label = if vote.summary.draws_named_members { "named-label" } else { "seats-label" };
        let label = Message::new(label).with("n", vote.summary.seats).text(vote.lang);
        let mut items = Vec::new();
        for share in [1.0, 0.8, 0.65, 0.5] {
            let size = (room * 0.32).min(self.font_size * 2.9) * share;
            if size < self.font_size * 1.2 || style.typeface.width(&number, size, Weight::Bold) > room * 1.4 {
                break;
            }
            let small = (size * 0.4).max(self.font_size * 0.9);
            let in_two = style.typeface.wrapped(&label, small, Weight::Regular, room * 1.7, 2);
            // Words that were cut, or broken where they have no space, are better set smaller.
            let in_two = Some(in_two).filter(|lines| lines.join(" ") == label);
            let found = [Some(vec![label.clone()]), in_two].into_iter().flatten().find_map(|lines| {
                let count = SeatCount { number: &number, size, lines, small };
                self.count_texts(style, frame, well, count, taken)
            });
            if let Some(texts) = found {
                items = texts;
                break;
            }
        }
        Some(Item::Group(Group { id: "seat-count".to_owned(), label: None, items }))
    }

    /// The number of seats and the lines under it, where they touch neither seats nor what stands there already.
    fn count_texts(
        &self,
        style: &Style,
        frame: &Frame,
        well: Well,
        count: SeatCount<'_>,
        taken: &[TextBox],
    ) -> Option<Vec<Item>> {
        let SeatCount { number, size, lines, small } = count;
        let centre = frame.point((well.x, well.y));
        // On a table and in a horseshoe the count stands in the middle, else above the rostrum.
        let is_around = self.seating.plan.table.is_some()
            || matches!(self.arrangement.layout.shape, Shape::Circle | Shape::Horseshoe);
        let more = lines.len().saturating_sub(1) as f64 * small * LINE;
        let raised = if self.seating.in_chair.is_some() { frame.seat_radius * 1.8 + more / 2.0 } else { 0.0 };
        let above = if is_around { small * 0.2 } else { small * 1.7 + raised };
        let base = centre.y - above - more / 2.0;
        let below = |(place, line): (usize, String)| {
            (line, small, Weight::Regular, style.secondary, base + small * (1.55 + place as f64 * LINE))
        };
        let first = (number.to_owned(), size, Weight::Bold, style.ink, base);
        let mut widest: f64 = 0.0;
        let mut items = Vec::new();
        for (content, size, weight, colour, y) in
            std::iter::once(first).chain(lines.into_iter().enumerate().map(below))
        {
            let half = style.typeface.width(&content, size, weight) / 2.0;
            let (top, bottom) = (y - size * 0.75, y + size * 0.12);
            // A letter's width of ground on both sides.
            let bounds = TextBox { top, bottom, ..TextBox::around(centre, half + small * 0.5) };
            if !self.is_open(frame, well, &bounds) {
                return None;
            }
            widest = widest.max(half);
            items.push(text(centre.x, y, Anchor::Middle, size, weight, colour, content));
        }
        let bounds = TextBox {
            left: centre.x - widest,
            right: centre.x + widest,
            top: base - size * 0.95,
            bottom: base + small * 1.8 + more,
        };
        (!taken.iter().any(|other| other.touches(&bounds, size * 0.15))).then_some(items)
    }

    /// Whether no seat of the innermost row reaches into a box: it is inside the open centre, or on the table there.
    fn is_open(&self, frame: &Frame, well: Well, bounds: &TextBox) -> bool {
        let centre = frame.point((well.x, well.y));
        // A table is a circle that is drawn out to both sides.
        let (room, straight) = match self.seating.plan.table {
            Some(table) => (table.half_height, table.half_width - table.half_height),
            None => (well.radius - frame.seat_radius / frame.scale, 0.0),
        };
        let (room, straight) = (room * frame.scale, straight * frame.scale);
        let wide = (centre.x - bounds.left).max(bounds.right - centre.x) - straight;
        let high = (centre.y - bounds.top).max(bounds.bottom - centre.y);
        libm::hypot(wide.max(0.0), high) <= room
    }

    /// How many sit in the rows below a plan because it does not have their seats.
    pub(super) fn without_seat(&self, vote: &Vote<'_>, style: &Style, frame: &Frame) -> Item {
        let plan = &self.seating.plan;
        let first =
            plan.seats.iter().filter(|seat| seat.row == 1).map(|seat| seat.y).fold(f64::MIN, f64::max);
        let at = frame.point((0.0, first));
        let content = Message::new("seats-unknown").with("n", self.seating.without_seat).text(vote.lang);
        let size = (self.font_size * 0.92).min(frame.seat_radius * 2.2).max(self.font_size * 0.7);
        let y = at.y - frame.seat_radius / PLANNED_SEAT - size * 0.5;
        text(at.x, y, Anchor::Middle, size, Weight::Regular, style.secondary, content)
    }
}

//! What stands among the seats of a chamber: their number, lines through them, notes.

use super::chamber::{Chamber, Frame};
use super::labels::TextBox;
use super::room::PLANNED_SEAT;
use super::scene::{Anchor, Group, Item, Path, Point, Weight};
use super::words::Vote;
use super::{Style, text};
use crate::lang::Message;
use crate::layout::{RowCourse, Shape, majority_line};

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
        let well = self.seating.plan.well?;
        let centre = frame.point((well.x, well.y));
        let room = well.radius * frame.scale - frame.seat_radius;
        let number = vote.lang.number(u64::from(vote.summary.seats));
        let label = Message::new("seats-label").with("n", vote.summary.seats).text(vote.lang);
        // On a table and in a horseshoe the count stands in the middle, else above the rostrum.
        let is_around = self.seating.plan.table.is_some()
            || matches!(self.arrangement.layout.shape, Shape::Circle | Shape::Horseshoe);
        let raised = if self.seating.in_chair.is_some() { frame.seat_radius * 1.8 } else { 0.0 };
        let mut items = Vec::new();
        for share in [1.0, 0.8, 0.65, 0.5] {
            let size = (room * 0.32).min(self.font_size * 2.9) * share;
            let small = (size * 0.4).max(self.font_size * 0.9);
            let width = style.typeface.width(&number, size, Weight::Bold);
            let wide = width.max(style.typeface.width(&label, small, Weight::Regular));
            if size < self.font_size * 1.2 || width > room * 1.4 {
                break;
            }
            let base = if is_around { centre.y - small * 0.2 } else { centre.y - small * 1.7 - raised };
            let bounds = TextBox {
                left: centre.x - wide / 2.0,
                right: centre.x + wide / 2.0,
                top: base - size * 0.95,
                bottom: base + small * 1.8,
            };
            if taken.iter().any(|other| other.touches(&bounds, size * 0.15)) {
                continue;
            }
            let y = base + small * 1.55;
            items.push(text(centre.x, base, Anchor::Middle, size, Weight::Bold, style.ink, number));
            items.push(text(centre.x, y, Anchor::Middle, small, Weight::Regular, style.secondary, label));
            break;
        }
        Some(Item::Group(Group { id: "seat-count".to_owned(), label: None, items }))
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

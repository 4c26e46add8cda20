//! Seats as elements of a document, each named after its member.
//!
//! A chamber has hundreds of seats, and those of one party that voted alike differ in name and place alone: what else
//! they say is put into markup once.

use std::sync::Arc;

use super::super::element::{drawn_radius, push_paint};
use super::super::markup::{push_escaped, push_number};
use super::said_before::{push_centre, with_name};
use super::{Target, Writer};
use crate::chart::scene::{Caption, Marker, Seat};

/// The markup that a seat shares with those before it.
pub(super) struct Alike {
    caption: Arc<Caption>,
    /// How they are drawn, wherever that is.
    marker: Marker,
    depth: usize,
    /// Up to the identifier.
    start: String,
    /// From the member's name on, up to the place of a circle.
    attributes: String,
    /// Up to the member's name in the title.
    title: String,
    /// The rest of the line.
    end: String,
}

impl Alike {
    fn new(seat: &Seat, depth: usize) -> Self {
        let Seat { marker, caption, .. } = seat;
        let is_circle = is_circle(marker);
        let mut start = String::with_capacity(48);
        (0..depth).for_each(|_| start.push_str("  "));
        start.push_str(if is_circle { "<circle id=\"seat-" } else { "<g id=\"seat-" });
        let mut attributes = String::with_capacity(96);
        attributes.push_str("\" data-party=\"");
        push_escaped(&mut attributes, &caption.party);
        attributes.push_str("\" data-vote=\"");
        push_escaped(&mut attributes, &caption.vote);
        attributes.push_str(if is_circle { "\" cx=\"" } else { "\"" });
        let mut title = String::with_capacity(96);
        if is_circle {
            title.push_str("\" r=\"");
            push_number(&mut title, drawn_radius(marker));
            title.push_str("\" ");
            push_paint(&mut title, marker, &marker.colour.to_string());
        }
        title.push_str("><title>");
        push_escaped(&mut title, &caption.before);
        let mut end = String::with_capacity(96);
        push_escaped(&mut end, &caption.after);
        end.push_str(if is_circle { "</title></circle>\n" } else { "</title>\n" });
        Self { caption: Arc::clone(caption), marker: *marker, depth, start, attributes, title, end }
    }

    fn serves(&self, seat: &Seat, depth: usize) -> bool {
        let marker = Marker { centre: seat.marker.centre, ..self.marker };
        Arc::ptr_eq(&self.caption, &seat.caption) && marker == seat.marker && depth == self.depth
    }
}

/// True where one circle is all of a seat; others are groups, with what stands in the circle.
fn is_circle(marker: &Marker) -> bool {
    marker.mark.core().is_empty()
}

impl Writer<'_> {
    pub(super) fn seat(&mut self, seat: &Seat) {
        if let Target::Page { seat_class, .. } = &self.target {
            let class = seat_class(seat);
            return self.marker(&seat.marker, &format!("class=\"{class}\" "));
        }
        let alike = self.alike.take().filter(|alike| alike.serves(seat, self.depth));
        let alike = alike.unwrap_or_else(|| Alike::new(seat, self.depth));
        let out = &mut self.out;
        out.push_str(&alike.start);
        let id = out.len() - "seat-".len();
        // A vacant seat has no name, and is called so.
        let called = if seat.member.is_empty() { &seat.caption.vote } else { &seat.member };
        with_name(called, |identifier, name| {
            let name = if seat.member.is_empty() { "" } else { name };
            out.push_str(identifier);
            self.ids.claim(out, id);
            out.push_str("\" class=\"seat\" data-member=\"");
            out.push_str(name);
            out.push_str(&alike.attributes);
            if is_circle(&seat.marker) {
                push_centre(out, seat.marker.centre);
            }
            out.push_str(&alike.title);
            out.push_str(name);
            out.push_str(&alike.end);
        });
        if !is_circle(&seat.marker) {
            self.depth += 1;
            self.marker(&seat.marker, "");
            self.depth -= 1;
            self.line("</g>");
        }
        self.alike = Some(alike);
    }
}

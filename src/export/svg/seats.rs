//! Seats as elements of a document, each named after its member.
//!
//! A chamber has hundreds of seats, and those of one party that voted alike differ in name and place alone: what else
//! they say is put into markup once.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use hashbrown::HashMap;

use super::super::element::{drawn_radius, push_paint};
use super::super::markup::{escaped, push_escaped, push_identifier};
use super::super::number::push_number;
use super::said_before::{SEAT_OF, WrittenNames};
use super::{Target, Writer};
use crate::chart::scene::{Caption, Mark, Marker, Seat};
use crate::model::Rgb;

/// The markup that a seat shares with others.
pub(super) struct Alike {
    caption: Arc<Caption>,
    /// How they are drawn, wherever that is.
    marker: Marker,
    depth: usize,
    names: Rc<WrittenNames>,
    /// Up to the identifier.
    start: String,
    /// From the member's name on, up to the place of a circle.
    attributes: String,
    /// Up to the member's name in the title.
    title: String,
    /// The rest of the line.
    end: String,
}

/// What the markup depends on: a caption by its address, which no other has as long as the [`Alike`] holds it, and how
/// seats are drawn.
type Question = (*const Caption, [u64; 2], Mark, Rgb);

impl Alike {
    /// The markup of a seat and those like it: as it was put together before, in this drawing or in another.
    fn of(seat: &Seat, depth: usize) -> Rc<Self> {
        /// So many are kept, then all are forgotten: those of a session are soon there again.
        const MOST: usize = 512;
        thread_local! {
            static KNOWN: RefCell<HashMap<Question, Rc<Alike>>> = RefCell::default();
        }
        let Marker { radius, mark, colour, .. } = seat.marker;
        let question = (Arc::as_ptr(&seat.caption), [radius.to_bits(), depth as u64], mark, colour);
        KNOWN.with_borrow_mut(|known| {
            if known.len() >= MOST {
                known.clear();
            }
            Rc::clone(known.entry(question).or_insert_with(|| Rc::new(Self::new(seat, depth))))
        })
    }

    fn new(seat: &Seat, depth: usize) -> Self {
        let Seat { marker, caption, .. } = seat;
        let is_circle = is_circle(marker);
        let mut start = "  ".repeat(depth);
        start.push_str(if is_circle { "<circle id=\"seat-" } else { "<g id=\"seat-" });
        let mut attributes = "\" data-party=\"".to_owned();
        push_escaped(&mut attributes, &caption.party);
        attributes.push_str("\" data-vote=\"");
        push_escaped(&mut attributes, &caption.vote);
        attributes.push_str(if is_circle { "\" cx=\"" } else { "\"" });
        let mut title = String::new();
        if is_circle {
            title.push_str("\" r=\"");
            push_number(&mut title, drawn_radius(marker));
            title.push_str("\" ");
            push_paint(&mut title, marker, &marker.colour.to_string());
        }
        title.push_str("><title>");
        push_escaped(&mut title, &caption.before);
        let mut end = escaped(&caption.after);
        end.push_str(if is_circle { "</title></circle>\n" } else { "</title>\n" });
        let names = WrittenNames::of(&caption.names);
        Self { caption: Arc::clone(caption), marker: *marker, depth, names, start, attributes, title, end }
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
        let alike = match &mut self.alike {
            Some(alike) if alike.serves(seat, self.depth) => alike,
            other => other.insert(Alike::of(seat, self.depth)),
        };
        let out = &mut self.out;
        out.push_str(&alike.start);
        let id = out.len() - "seat-".len();
        let name = seat.ballot.and_then(|ballot| alike.names.get(ballot));
        if let Some(name) = name {
            alike.names.push(out, name, |out| self.ids.claim(out, id));
        } else {
            // A vacant seat has no name, and is called so.
            push_identifier(out, &seat.caption.vote);
            self.ids.claim(out, id);
            out.push_str(SEAT_OF);
        }
        out.push_str(&alike.attributes);
        if is_circle(&seat.marker) {
            self.places.push_centre(out, seat.marker.centre);
        }
        out.push_str(&alike.title);
        out.push_str(name.map_or("", |name| &name.text));
        out.push_str(&alike.end);
        if !is_circle(&seat.marker) {
            self.depth += 1;
            self.marker(&seat.marker, "");
            self.depth -= 1;
            self.line("</g>");
        }
    }
}

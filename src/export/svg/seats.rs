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
use super::said_before::{Name, SEAT_OF, WrittenNames};
use super::{Target, Writer};
use crate::chart::scene::{Caption, Look, Mark, Marker, Point, SeatPlace, Seats};
use crate::model::Rgb;

/// The markup that a seat shares with others.
struct Alike {
    /// As long as it is here, no other has its address.
    caption: Arc<Caption>,
    /// Whether one circle is all of a seat.
    is_circle: bool,
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

/// What the markup depends on: a caption by its address, and how seats are drawn, wherever that is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Question {
    caption: *const Caption,
    radius: u64,
    depth: usize,
    mark: Mark,
    colour: Rgb,
}

impl Question {
    fn of(look: &Look, depth: usize) -> Self {
        let Marker { radius, mark, colour, .. } = look.marker;
        Self { caption: Arc::as_ptr(&look.caption), radius: radius.to_bits(), depth, mark, colour }
    }
}

impl Alike {
    /// The markup of seats with a look: as it was put together before, in this drawing or in another.
    fn of(look: &Look, depth: usize) -> Rc<Self> {
        /// So many are kept, then all are forgotten: those of a session are soon there again.
        const MOST: usize = 512;
        thread_local! {
            static KNOWN: RefCell<HashMap<Question, Rc<Alike>>> = RefCell::default();
        }
        let question = Question::of(look, depth);
        KNOWN.with_borrow_mut(|known| {
            if known.len() >= MOST {
                known.clear();
            }
            Rc::clone(known.entry(question).or_insert_with(|| Rc::new(Self::new(look, depth))))
        })
    }

    fn new(Look { marker, caption, .. }: &Look, depth: usize) -> Self {
        // Others are groups, with what stands in the circle.
        let is_circle = marker.mark.core().is_empty();
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
        Self { caption: Arc::clone(caption), is_circle, names, start, attributes, title, end }
    }
}

impl Writer<'_> {
    pub(super) fn seats(&mut self, seats: &Seats) {
        if let Target::Page { seat_class, .. } = self.target {
            for seat in seats.iter() {
                self.rings(&seats.look, seat.marker.centre);
                let class = seat_class(&seat);
                self.marker(&seat.marker, &format!("class=\"{class}\" "));
            }
            return;
        }
        let alike = Alike::of(&seats.look, self.depth);
        for place in &seats.places {
            self.rings(&seats.look, place.centre);
            self.seat(place, &alike);
            if !alike.is_circle {
                self.depth += 1;
                self.marker(&Marker { centre: place.centre, ..seats.look.marker }, "");
                self.depth -= 1;
                self.line("</g>");
            }
        }
    }

    fn rings(&mut self, look: &Look, centre: Point) {
        for ring in look.rings_at(centre) {
            self.marker(&ring, "");
        }
    }

    /// The line of a seat, or the first of its lines.
    fn seat(&mut self, seat: &SeatPlace, alike: &Alike) {
        let out = &mut self.out;
        out.push_str(&alike.start);
        let id = out.len() - "seat-".len();
        let name = seat.ballot.and_then(|ballot| alike.names.get(ballot));
        if let Some(name) = name {
            alike.names.push(out, name, |out| self.ids.claim(out, id));
        } else {
            // A vacant seat has no name, and is called so.
            push_identifier(out, &alike.caption.vote);
            self.ids.claim(out, id);
            out.push_str(SEAT_OF);
        }
        out.push_str(&alike.attributes);
        if alike.is_circle {
            self.places.push_centre(out, seat.centre);
        }
        out.push_str(&alike.title);
        out.push_str(name.map_or("", Name::text));
        out.push_str(&alike.end);
    }
}

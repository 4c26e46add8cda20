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
use crate::chart::scene::{Caption, Mark, Marker, Seat};
use crate::model::Rgb;

/// The markup that a seat shares with others.
pub(super) struct Alike {
    question: Question,
    /// As long as it is here, no other has its address.
    _caption: Arc<Caption>,
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
    fn of(seat: &Seat, depth: usize) -> Self {
        let Marker { radius, mark, colour, .. } = seat.marker;
        Self { caption: Arc::as_ptr(&seat.caption), radius: radius.to_bits(), depth, mark, colour }
    }
}

impl Alike {
    /// The markup of a seat and those like it: as it was put together before, in this drawing or in another.
    fn of(seat: &Seat, question: Question) -> Rc<Self> {
        /// So many are kept, then all are forgotten: those of a session are soon there again.
        const MOST: usize = 512;
        thread_local! {
            static KNOWN: RefCell<HashMap<Question, Rc<Alike>>> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| {
            if known.len() >= MOST {
                known.clear();
            }
            Rc::clone(known.entry(question).or_insert_with(|| Rc::new(Self::new(seat, question))))
        })
    }

    fn new(seat: &Seat, question: Question) -> Self {
        let Seat { marker, caption, .. } = seat;
        // Others are groups, with what stands in the circle.
        let is_circle = marker.mark.core().is_empty();
        let mut start = "  ".repeat(question.depth);
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
        Self { question, _caption: Arc::clone(caption), is_circle, names, start, attributes, title, end }
    }
}

impl Writer<'_> {
    pub(super) fn seat(&mut self, seat: &Seat) {
        if let Target::Page { seat_class, .. } = &self.target {
            let class = seat_class(seat);
            return self.marker(&seat.marker, &format!("class=\"{class}\" "));
        }
        let question = Question::of(seat, self.depth);
        let alike = match &mut self.alike {
            Some(alike) if alike.question == question => alike,
            other => other.insert(Alike::of(seat, question)),
        };
        let is_circle = alike.is_circle;
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
        if is_circle {
            self.places.push_centre(out, seat.marker.centre);
        }
        out.push_str(&alike.title);
        out.push_str(name.map_or("", Name::text));
        out.push_str(&alike.end);
        if !is_circle {
            self.depth += 1;
            self.marker(&seat.marker, "");
            self.depth -= 1;
            self.line("</g>");
        }
    }
}

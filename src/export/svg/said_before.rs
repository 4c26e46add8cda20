//! Names and places as they were written before: the votes of a session have the same members and the same seats.
//!
//! Goes in: a list of names, or a point. Comes out: its markup, which depends on nothing else, so that nothing but time
//! tells whether it was kept. Must not know: what is written around it.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use arrayvec::ArrayString;

use super::super::markup::{escaped, identifier};
use super::super::number::push_number;
use crate::chart::scene::{Names, Point};
use crate::model::Position;

/// A name in markup.
pub(super) struct Name {
    /// The end of an identifier, and the attributes after it up to the end of the name.
    attributes: String,
    /// Where the identifier ends in them.
    identifier: usize,
    /// Where the name begins, which is their end.
    text: usize,
}

impl Name {
    fn of(name: &str) -> Self {
        // After a dash, an identifier does not go on with another.
        let mut attributes = identifier(&format!("-{name}")).split_off(1);
        let identifier = attributes.len();
        attributes.push_str(SEAT_OF);
        let text = attributes.len();
        attributes.push_str(&escaped(name));
        Self { attributes, identifier, text }
    }

    /// The name as text.
    pub(super) fn text(&self) -> &str {
        &self.attributes[self.text..]
    }
}

/// True for what stands behind `seat-` in other identifiers, or may: those of seats that nobody has, and of their number in
/// the chamber.
fn is_of_others(identifier: &str) -> bool {
    [Position::Vacant.key(), "count"].iter().any(|other| identifier.starts_with(other))
}

/// From the identifier of a seat to its member's name.
pub(super) const SEAT_OF: &str = "\" class=\"seat\" data-member=\"";

/// The names of a vote's members in markup, by the place of the ballot.
pub(super) struct WrittenNames {
    names: Arc<Names>,
    written: Vec<Name>,
    /// Whether no two of their identifiers are the same, nor one such as something else has.
    are_apart: bool,
}

impl WrittenNames {
    /// Those of a list, found once for all its votes.
    pub(super) fn of(names: &Arc<Names>) -> Rc<Self> {
        thread_local! {
            static LAST: RefCell<Option<Rc<WrittenNames>>> = const { RefCell::new(None) };
        }
        LAST.with_borrow_mut(|last| {
            let known = last.take().filter(|known| Arc::ptr_eq(&known.names, names));
            Rc::clone(last.insert(known.unwrap_or_else(|| Rc::new(Self::new(names)))))
        })
    }

    fn new(names: &Arc<Names>) -> Self {
        let written: Vec<Name> = names.iter().map(Name::of).collect();
        let mut met = HashSet::new();
        let are_apart = written.iter().all(|name| {
            let identifier = &name.attributes[..name.identifier];
            !is_of_others(identifier) && met.insert(identifier)
        });
        Self { names: Arc::clone(names), written, are_apart }
    }

    pub(super) fn get(&self, ballot: usize) -> Option<&Name> {
        self.written.get(ballot)
    }

    /// Adds identifier, class and name of a seat, up to the end of the name; `claim` makes the identifier one that no other
    /// element has, where that is in doubt.
    pub(super) fn push(&self, out: &mut String, name: &Name, claim: impl FnOnce(&mut String)) {
        if self.are_apart {
            return out.push_str(&name.attributes);
        }
        let (identifier, rest) = name.attributes.split_at(name.identifier);
        out.push_str(identifier);
        claim(out);
        out.push_str(rest);
    }
}

/// Places are kept in so many pairs, each in the one that its coordinates say: those of a session are soon there again.
const PAIRS: usize = 1 << 12;

/// A point by the bits of its coordinates, and what is written of it, side by side: there are more places than the nearest
/// memory has room for.
#[derive(Clone, Copy)]
struct Place {
    at: [u64; 2],
    text: ArrayString<28>,
}

impl Place {
    /// Of no point: its coordinates are no numbers.
    const NONE: Self = Self { at: [u64::MAX; 2], text: ArrayString::new_const() };
}

/// The places that a thread has written.
#[derive(Clone)]
pub(super) struct WrittenPlaces(Rc<RefCell<Vec<[Place; 2]>>>);

impl WrittenPlaces {
    pub(super) fn of_thread() -> Self {
        thread_local! {
            static PLACES: WrittenPlaces = WrittenPlaces(Rc::new(RefCell::new(vec![[Place::NONE; 2]; PAIRS])));
        }
        PLACES.with(Self::clone)
    }

    /// Adds a point as the values of the attributes `cx` and `cy`, up to the end of the second.
    pub(super) fn push_centre(&self, out: &mut String, at: Point) {
        let at_bits = [at.x.to_bits(), at.y.to_bits()];
        let mut places = self.0.borrow_mut();
        let pair = &mut places[spread(at_bits)];
        if let Some(known) = pair.iter().find(|place| place.at == at_bits) {
            return out.push_str(&known.text);
        }
        let start = out.len();
        push_number(out, at.x);
        out.push_str("\" cy=\"");
        push_number(out, at.y);
        // The newest comes first, and the oldest goes. Longer ones are beyond any drawing.
        if let Ok(text) = ArrayString::from(&out[start..]) {
            *pair = [Place { at: at_bits, text }, pair[0]];
        }
    }
}

/// Where a point is kept: the first bits of a product, which depend on all of its factors'.
fn spread([x, y]: [u64; 2]) -> usize {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (x.wrapping_mul(ODD).rotate_left(32) ^ y).wrapping_mul(ODD);
    (mixed >> (u64::BITS - PAIRS.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_they_are_however_many() {
        let places = WrittenPlaces::of_thread();
        for _ in 0..2 {
            for n in 0..5 * PAIRS {
                let mut out = String::new();
                places.push_centre(&mut out, Point { x: n as f64 / 4.0, y: -1.0 });
                assert!(out.ends_with("\" cy=\"-1"), "{out}");
                let mut x = String::new();
                push_number(&mut x, n as f64 / 4.0);
                assert!(out.starts_with(&(x + "\"")), "{n}: {out}");
            }
        }
    }

    #[test]
    fn a_place_too_long_to_be_kept_is_written_all_the_same() {
        let places = WrittenPlaces::of_thread();
        for _ in 0..2 {
            let mut out = String::new();
            places.push_centre(&mut out, Point { x: -1e13 + 0.25, y: 1e13 });
            assert_eq!(out, "-9999999999999.75\" cy=\"10000000000000");
        }
    }

    #[test]
    fn the_places_of_a_chamber_are_spread_out() {
        let points = (0..577).map(|n| {
            let angle = f64::from(n) * 0.11;
            [(600.0 + 400.0 * angle.cos()).to_bits(), (800.0 - 350.0 * angle.sin()).to_bits()]
        });
        let mut pairs = vec![0; PAIRS];
        points.map(spread).for_each(|pair| pairs[pair] += 1);
        let crowded: usize = pairs.into_iter().filter(|&places| places > 2).sum();
        assert!(crowded < 40, "{crowded} of 577 places share a pair with more than one other");
    }
}

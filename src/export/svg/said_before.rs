//! Names and places as they were written before: the votes of a session have the same members and the same seats.
//!
//! Goes in: a name, or a point. Comes out: its markup, which depends on nothing else, so that nothing but time tells whether
//! it was kept. Must not know: what is written around it.

use std::cell::RefCell;

use hashbrown::HashMap;

use super::super::markup::{push_escaped, push_identifier, push_number};
use crate::chart::scene::Point;

/// So many names, and as many places, are kept, then all are forgotten: those of a session are soon there again.
const MOST: usize = 4096;

thread_local! {
    static NAMES: RefCell<HashMap<String, Name>> = RefCell::default();
    static PLACES: RefCell<HashMap<[u64; 2], Box<str>>> = RefCell::default();
}

/// A name in markup.
struct Name {
    /// As part of an identifier.
    identifier: Box<str>,
    escaped: Box<str>,
}

/// Hands a name as part of an identifier, and escaped, to `then`.
pub(super) fn with_name<T>(name: &str, then: impl FnOnce(&str, &str) -> T) -> T {
    NAMES.with_borrow_mut(|names| {
        if names.len() >= MOST {
            names.clear();
        }
        let name = names.entry_ref(name).or_insert_with(|| {
            let (mut identifier, mut escaped) = ("-".to_owned(), String::new());
            // An identifier goes on after a dash.
            push_identifier(&mut identifier, name);
            push_escaped(&mut escaped, name);
            Name { identifier: identifier[1..].into(), escaped: escaped.into() }
        });
        then(&name.identifier, &name.escaped)
    })
}

/// Adds a point as the values of the attributes `cx` and `cy`, up to the end of the second.
pub(super) fn push_centre(out: &mut String, at: Point) {
    PLACES.with_borrow_mut(|places| {
        if places.len() >= MOST {
            places.clear();
        }
        let place = places.entry([at.x.to_bits(), at.y.to_bits()]).or_insert_with(|| {
            let mut place = String::new();
            push_number(&mut place, at.x);
            place.push_str("\" cy=\"");
            push_number(&mut place, at.y);
            place.into()
        });
        out.push_str(place);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_is_written() {
        for round in 0..2 {
            for n in 0..MOST + 3 {
                let name = format!("Member <{n}>");
                let expected = (format!("member-{n}-"), format!("Member &lt;{n}&gt;"));
                let found = with_name(&name, |id, text| (id.to_owned(), text.to_owned()));
                assert_eq!(found, expected, "round {round}");
                let mut out = String::new();
                push_centre(&mut out, Point { x: n as f64 / 4.0, y: -1.0 });
                assert!(out.ends_with("\" cy=\"-1"), "{out}");
            }
        }
        let mut out = String::new();
        push_centre(&mut out, Point { x: 0.25, y: 2.0 });
        assert_eq!(out, "0.25\" cy=\"2");
    }
}

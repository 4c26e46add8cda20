//! Seats in a drawing, and what they say.
//!
//! A chamber has hundreds of seats, and those of one party that voted alike differ in place and member alone: what else they
//! are is said once.

use std::sync::Arc;

use super::names::Names;
use super::scene::{Group, Item, Marker, Point};

/// Seats that look alike and say the same of their members.
#[derive(Clone, Debug, PartialEq)]
pub struct Seats {
    /// What they have in common.
    pub look: Look,
    /// Where they are, and whose, in drawing order.
    pub places: Vec<SeatPlace>,
}

/// How seats are drawn, and what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The ring of the party around each in a planned chamber, where parties sit anywhere; as if its centre were the origin.
    pub party_ring: Option<Marker>,
    /// The ring that the style puts around each, inside that one.
    pub ring: Option<Marker>,
    /// The seat itself, as if its centre were the origin.
    pub marker: Marker,
    /// What it says of the member.
    pub caption: Arc<Caption>,
}

/// Where a seat is, and whose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeatPlace {
    /// The place of the ballot in the roll call; `None` for a vacant seat without one.
    pub ballot: Option<usize>,
    /// The middle of the seat.
    pub centre: Point,
}

/// A seat and whom it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat<'a> {
    /// Where and how it is drawn.
    pub marker: Marker,
    /// The place of the ballot in the roll call; `None` for a vacant seat without one.
    pub ballot: Option<usize>,
    /// What it says of the member.
    pub caption: &'a Caption,
}

impl Seats {
    /// One seat after the other, in drawing order.
    pub fn iter(&self) -> impl Iterator<Item = Seat<'_>> {
        let Look { marker, caption, .. } = &self.look;
        let seat = move |&SeatPlace { ballot, centre }: &SeatPlace| {
            let marker = Marker { centre, ..*marker };
            Seat { marker, ballot, caption }
        };
        self.places.iter().map(seat)
    }

    /// The same seats in other looks: neighbours that end in the same stay together.
    fn retold(self, look_of: impl Fn(Look, Option<usize>) -> Look) -> Vec<Self> {
        let mut retold: Vec<Self> = Vec::new();
        for place in self.places {
            let look = look_of(self.look.clone(), place.ballot);
            match retold.last_mut() {
                Some(last) if last.look == look => last.places.push(place),
                _ => retold.push(Self { look, places: vec![place] }),
            }
        }
        retold
    }
}

/// Puts other shapes in the place of some: groups as `change` leaves them, seats in the look that `look_of` gives the seat of a
/// ballot.
pub(super) fn retell(
    items: &mut Vec<Item>,
    change: impl Fn(&mut Group),
    look_of: impl Fn(Look, Option<usize>) -> Look,
) {
    for item in std::mem::take(items) {
        match item {
            Item::Group(mut group) => {
                change(&mut group);
                items.push(Item::Group(group));
            }
            Item::Seats(seats) => items.extend(seats.retold(&look_of).into_iter().map(Item::Seats)),
            other => items.push(other),
        }
    }
}

impl Look {
    /// The rings around a seat, in drawing order.
    pub fn rings_at(&self, centre: Point) -> impl Iterator<Item = Marker> {
        [self.party_ring, self.ring].into_iter().flatten().map(move |ring| Marker { centre, ..ring })
    }
}

impl<'a> Seat<'a> {
    /// Who and how, as a sentence.
    #[must_use]
    pub fn title(&self) -> String {
        let Caption { before, after, .. } = self.caption;
        [before, self.member().unwrap_or_default(), after].concat()
    }

    /// The member's name; `None` for a vacant seat.
    #[must_use]
    pub fn member(&self) -> Option<&'a str> {
        self.ballot.and_then(|ballot| self.caption.names.get(ballot))
    }
}

/// What a seat says of its member: the same for all of one party who voted alike, who share it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The party's short name.
    pub party: String,
    /// The key of the position, or the name of the option; empty while it is not told.
    pub vote: String,
    /// The sentence up to the member's name.
    pub before: String,
    /// The sentence after it.
    pub after: String,
    /// The names of all members of the vote.
    pub names: Arc<Names>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::Mark;
    use crate::model::Rgb;

    #[test]
    fn a_run_falls_apart_where_looks_differ_and_stays_whole_where_they_do_not() {
        let colour = Rgb(1, 2, 3);
        let marker = Marker { centre: Point::ORIGIN, radius: 2.0, mark: Mark::Disc, colour };
        let ring = Marker { radius: 3.0, mark: Mark::Ring, ..marker };
        let look = Look { party_ring: None, ring: Some(ring), marker, caption: Arc::default() };
        let place = |n: usize| SeatPlace { ballot: Some(n), centre: Point { x: n as f64, y: 0.0 } };
        let seats = Seats { look, places: (0..5).map(place).collect() };
        let told = seats.clone().retold(|mut look, ballot| {
            if matches!(ballot, Some(2 | 3)) {
                look.marker.mark = Mark::Ring;
            }
            look
        });
        let sizes: Vec<usize> = told.iter().map(|seats| seats.places.len()).collect();
        assert_eq!(sizes, [2, 2, 1]);
        let centres = |seats: &[Seats]| -> Vec<Point> {
            seats.iter().flat_map(Seats::iter).map(|seat| seat.marker.centre).collect()
        };
        assert_eq!(centres(&told), centres(std::slice::from_ref(&seats)));
        let rings: Vec<Marker> = told[1].look.rings_at(told[1].places[0].centre).collect();
        assert_eq!(rings, [Marker { centre: Point { x: 2.0, y: 0.0 }, ..ring }]);
        assert_eq!(seats.clone().retold(|look, _| look), [seats]);
    }
}

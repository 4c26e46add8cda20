//! How the seats of one party that voted alike are drawn, and what they say.
//!
//! Goes in: a style and a ballot. Comes out: the seat of that ballot, or of any that is like it, with the ring around it
//! where the style has one. Must not know: who sits where.

use std::sync::Arc;

use super::Style;
use super::captions::Captions;
use super::scene::{Caption, Item, Marker, Point, Seat};
use crate::model::{self, Position, Rgb};

/// What seats have in common.
pub(super) struct Look {
    /// As if the seat had its centre at the origin and radius 1.
    marker: Marker,
    ring: Option<Marker>,
    caption: Arc<Caption>,
}

impl Look {
    /// The look of the seat of a ballot, or of a vacant one.
    pub(super) fn of(
        captions: &Captions<'_>,
        style: &Style,
        ballot: Option<usize>,
        party_colour: Rgb,
    ) -> Self {
        let cast = ballot.and_then(|index| captions.vote().roll_call.vote(index));
        let position = cast.as_ref().map_or(Position::Vacant, model::Vote::position);
        let (marker, ring) = style.marker(position, party_colour, Point { x: 0.0, y: 0.0 }, 1.0);
        let caption = cast.as_ref().map_or_else(|| captions.vacant(), |cast| captions.of(cast));
        Self { marker, ring, caption }
    }

    /// Adds the seat of a ballot.
    pub(super) fn draw(&self, ballot: Option<usize>, centre: Point, radius: f64, items: &mut Vec<Item>) {
        if let Some(ring) = &self.ring {
            items.push(Item::Marker(Marker { centre, radius: ring.radius * radius, ..*ring }));
        }
        items.push(Item::Seat(self.seat(ballot, centre, radius)));
    }

    /// The seat of a ballot without a ring.
    pub(super) fn seat(&self, ballot: Option<usize>, centre: Point, radius: f64) -> Seat {
        let marker = Marker { centre, radius: self.marker.radius * radius, ..self.marker };
        Seat { marker, ballot, caption: Arc::clone(&self.caption) }
    }
}

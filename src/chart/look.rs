//! How the seats of one party that voted alike are drawn, and what they say.
//!
//! Goes in: a style and a ballot. Comes out: the look of the seat of that ballot, and of any that is like it. Must not know:
//! who sits where.

use super::Style;
use super::captions::Captions;
use super::scene::{Look, Point};
use crate::model::{self, Position, Rgb};

impl Look {
    /// The look of the seat of a ballot, or of a vacant one, which is of `radius` together with the style's ring.
    pub(super) fn of(
        captions: &Captions<'_>,
        style: &Style,
        ballot: Option<usize>,
        party_colour: Rgb,
        radius: f64,
    ) -> Self {
        let cast = ballot.and_then(|index| captions.vote().roll_call.vote(index));
        let position = cast.as_ref().map_or(Position::Vacant, model::Vote::position);
        let (marker, ring) = style.marker(position, party_colour, Point::ORIGIN, radius);
        let caption = cast.as_ref().map_or_else(|| captions.vacant(), |cast| captions.of(cast));
        Self { party_ring: None, ring, marker, caption }
    }
}

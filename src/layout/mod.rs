//! Where the seats are and who sits in which: pure geometry on the unit half-disc.
//!
//! Goes in: a number of seats and the sizes of blocks. Comes out: positions. Must not know: members, votes,
//! colours, pixels.
//!
//! The half-disc has its centre at the origin and radius 1; `x` runs from −1 (left) to 1 (right), `y` from 0
//! (the base line) up. Seats at the ends of a row have their centres on the base line. All trigonometry is
//! `libm`'s, so that every machine finds the same coordinates.

mod blocks;
mod hemicycle;

pub use blocks::{Block, blocks};
pub use hemicycle::{Hemicycle, MAX_SEATS, Seat};

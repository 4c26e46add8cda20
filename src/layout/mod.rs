//! Where the seats are and who sits in which: pure geometry on the unit disc.
//!
//! Goes in: a number of seats, the sizes of blocks, options. Comes out: positions. Must not know: members,
//! votes, colours, pixels.
//!
//! A hemicycle has its centre at the origin and radius 1; `x` runs from −1 (left) to 1 (right), `y` up.
//! All trigonometry is `libm`'s, so that every machine finds the same coordinates.

mod blocks;
mod graph;
mod grow;
mod hemicycle;
mod majority;
mod rows;

pub use blocks::{Block, bands, blocks};
pub use graph::Graph;
pub use grow::grow;
pub use hemicycle::{Hemicycle, HemicycleOptions, LayoutError, MAX_SEATS, Seat};
pub use majority::majority_line;

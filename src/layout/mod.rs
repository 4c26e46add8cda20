//! Where the seats are and who sits in which: pure geometry on the unit disc.
//!
//! Goes in: a number of seats, the sizes of blocks, options. Comes out: positions. Must not know: members,
//! votes, colours, pixels.
//!
//! A chamber is as wide as from −1 (left) to 1 (right) of `x`, `y` is up; a hemicycle has its centre at the origin
//! and radius 1. All trigonometry is `libm`'s, so that every machine finds the same coordinates.

mod aisles;
mod benches;
mod blocks;
mod chamber;
mod graph;
mod grow;
mod hemicycle;
mod horseshoe;
mod majority;
mod numbered;
mod options;
mod places;
mod plan;
mod rows;
mod straight;
mod surroundings;
mod table;

pub use benches::Sides;
pub use blocks::{Block, blocks, ground};
pub use chamber::{Occupants, Seated, lay_out, seat_blocks};
pub use graph::Graph;
pub use grow::Ground;
pub use majority::majority_line;
pub use options::{Aisles, LayoutError, LayoutOption, LayoutOptions, MAX_SEATS, Shape};
pub use plan::{Edge, EdgeLine, EdgePiece, EdgePoint, Extent, Plan, RowCourse, Seat, Section, Table, Well};

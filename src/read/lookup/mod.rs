//! What is known of chambers and looked up where a file says which one it is of.
//!
//! Goes in: what a file says of its chamber, and the form it is written in. Comes out: seats, name and usual rule.
//! Must not know: tables, trees, ballots.

mod book;
mod chambers;

pub use book::{ChamberFault, Chambers};

//! What is known of chambers and looked up where a file says which one it is of.
//!
//! Goes in: what a file says of its chamber, and the form it is written in. Comes out: seats, name and usual rule.
//! Must not know: tables, trees, ballots.

pub(in crate::read) mod beside;
pub(in crate::read) mod companions;
pub(in crate::read) mod joins;
pub(in crate::read) mod key_index;
pub(in crate::read) mod outcomes;

mod book;
mod chambers;

pub use book::{ChamberFault, Chambers};

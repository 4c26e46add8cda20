//! What is said of a reading besides its votes: problems, refusals, where a mapping is from, what roles are called.
//!
//! Goes in: what a reader found. Comes out: typed problems and errors, each with its sentence. Must not know: how anything is read.

pub(in crate::read) mod error;
pub(in crate::read) mod origin;
pub(in crate::read) mod problem;
pub(in crate::read) mod refusal;
pub(in crate::read) mod role_name;

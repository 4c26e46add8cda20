//! What a reading must answer for: the questions that it leaves open.
//!
//! Goes in: an archive and the mapping it was read with. Comes out: the [`Verdict`] and the [`Question`]s. Must not know: files,
//! tables, how a mapping was found.

mod question;

pub use question::{Choice, Question, Verdict, words_from_text};

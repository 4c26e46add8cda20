//! The live roll call: members are called by name, answers recorded as they are given, nothing is lost.
//!
//! Goes in: a [`Roster`], a rule, and [`Event`]s in the order in which they happen. Comes out: a [`Call`], which
//! says who is next, the tally so far and when the result became certain; a journal on disk that restores it
//! after any interruption; an [`Archive`](crate::model::Archive) and [`Minutes`].
//! Must not know: any interface, words of a vocabulary, drawing, how other files are read.
//!
//! ```text
//! Roster + CallOrder -> Opening -> Recorder: event -> Call::check -> Journal (written, synced) -> Call::apply
//!                                   journal -> scan -> Call (the same state, exactly)
//! ```
//!
//! A [`Recorder`] advances its [`Call`] only once the line is synced, so that what is shown as recorded is on
//! disk; and nothing is ever deleted: undo is a line too.
//!
//! Shortcomings: a question is answered yes or no, not with named options; times are in UTC.

mod call;
mod certainty;
mod event;
mod find;
mod floor;
mod journal;
mod minutes;
mod order;
mod recorder;
mod refusal;
mod result;
mod roster;
mod undo;

pub use call::{Answer, Call, Clerk, Correction, Desk, Difference, Replacement, Round, Signature, Turn};
pub use certainty::Certainty;
pub use event::{Conduct, Event, MemberEntry, MemberNumber, Opening, PartyEntry, Question};
pub use journal::{
    Chain, Condition, Damage, Entry, JournalError, Recovery, Scan, Store, is_journal, scan, scan_file,
};
pub use minutes::{GroupMinutes, Minutes};
pub use order::CallOrder;
pub use recorder::{Clock, RecordError, Recorder, SystemClock};
pub use refusal::Refusal;
pub use roster::Roster;

#[cfg(test)]
mod tests;

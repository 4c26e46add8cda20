//! Calling the roll in the window: the page on which a roll call is prepared, the page on which it is called, and the
//! page on which it is closed, signed and filed.
//!
//! Goes in: members, keys, and what the scribe's thread reports. Comes out: a journal on the disk, and what egui draws.
//! What may happen in a roll call is the business of [`record`](crate::record); how a chamber is drawn, of
//! [`chart`](crate::chart).
//!
//! ```text
//! Setup -> Scribe (a thread: journal) -> Sitting: key -> Deed -> Scribe: written, synced -> Report -> Sitting
//! ```
//!
//! What is shown as recorded is on the disk, and what is not there yet is shown as waiting. So leaving asks nothing,
//! unless a disk that takes nothing would leave answers behind.

mod answers;
mod chamber;
mod clock;
mod closing;
mod command;
mod count;
mod dialog;
mod dialogs;
mod files;
mod hearing;
mod keyboard;
mod keys;
mod leaving;
mod look;
mod members;
mod page;
mod podium;
mod scribe;
mod setup;
mod setup_page;
mod sitting;
pub mod sound;
mod update;

pub use command::{Command, Document};
pub use dialog::Dialog;
pub use files::Offer;
pub use keys::{Keys, Reply};
pub use scribe::Deed;
pub use setup::{MockCall, OrderChoice, RosterSource, Setup};
pub use sitting::Sitting;
pub use update::{Calling, Stage};

pub(super) use command::CALL;
pub(super) use files::Event;
pub(super) use keyboard::typed;
pub(super) use page::show;
pub(super) use update::Preferences;

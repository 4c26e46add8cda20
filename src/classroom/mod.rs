//! A class that plays a parliament: seats dealt to parties and pupils, guesses before the vote, a secret count.
//!
//! Goes in: sizes, parties with their shares, names, a number to draw by. Comes out: a [`Roster`](crate::record::Roster)
//! that a roll call is opened with, and who guessed best. The same input deals the same seats on every machine. Must
//! not know: files, drawing.

mod apportion;
mod draw;
mod guess;
mod parliament;
mod ready;
mod secret;

pub use apportion::largest_remainder;
pub use guess::{Guess, Guessed, ParseGuessError, Standing, standings, told, winners};
pub use parliament::{DealError, MockParliament, MockParty, MockSeat, ParsePartyError, Setup};
pub use ready::ready_parties;
pub use secret::SecretCount;

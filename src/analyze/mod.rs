//! Numbers from a roll call: who won, who took part, how united each party was, who broke ranks.
//!
//! Goes in: a [`RollCall`](crate::model::RollCall). Comes out: a [`Summary`], computed once and read by the chart, the command line
//! and the window. Pure functions; must not know files, drawing or any interface.

mod certainty;
mod composition;
mod indices;
mod party;
mod summary;
mod vote_line;

pub use certainty::certain_after;
pub use composition::{Coalition, Composition, Reach};
pub use indices::{agreement_index, rice_index};
pub use party::{PartyLine, plurality};
pub use summary::{Headline, HeadlineSource, Rebel, Summary};
pub use vote_line::VoteLine;

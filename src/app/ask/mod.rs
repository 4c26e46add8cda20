//! The page on which the window asks what a file does not say, before anything of it is opened.
//!
//! Goes in: a file as it was read, with the [`Question`](crate::read::Question) that it leaves open. Comes out: what its words
//! mean, as the user answers. Must not know: how a file is read, how a chamber is drawn.
//!
//! [`Asking`] is the state of the page, `facts` what the rows say for and against an answer, `page` the drawing, and `answer`
//! the one place where an [`Answer`] changes anything.

mod answer;
mod asking;
mod cards;
mod codes;
mod columns;
mod facts;
mod input;
mod page;

pub use answer::Answer;
pub(super) use answer::leaves_the_window;
pub(super) use asking::Arrived;
pub use asking::Asking;
pub(super) use cards::Thumbnails;
pub(super) use input::Input;
pub(super) use page::show;

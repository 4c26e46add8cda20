//! Bytes to an archive: opens a roll-call file without being told how it is written.
//!
//! Goes in: the bytes of a file and its name. Comes out: a [`Reading`]: the [`Archive`](crate::model::Archive), the [`Mapping`]
//! that was chosen (which column is what, which word is which position), and every [`Problem`].
//! Must not know: how a vote is analysed, drawn or shown.
//!
//! ```text
//! path -> open, folder, beside -> bulk (large tables)
//!                              -> source -> bundle: container (gzip, zip), document (JSON, XML), workbook,
//!                                 journal (a roll call recorded by this program)
//!      -> encoding -> table (delimiter, records)
//!      -> lists (names under positions, as rows)
//!      -> tabular: heading (preamble, header) and footer (totals), or fitting (a mapping that was given)
//!         -> infer (where the ballots are, what parts votes and members, what each other column is)
//!         -> meaning (vocabulary, letters, codes) = Mapping
//!         -> companions, joins (tables beside) -> rows or matrix_rows -> assembly -> Reading
//! ```
//!
//! Nothing is dropped in silence: every record below the header is either read or set aside with a
//! problem, and [`RowCount`] says how many of each. Words that nobody knows become
//! [`Position::Unknown`](crate::model::Position::Unknown), never a guess; where they could turn a result, the reading has a
//! [`Question`] (`audit`), and no figure of that vote is printed.

mod audit;
mod bulk;
mod bundle;
mod composition;
mod document;
mod fitting;
mod folder;
mod infer;
mod journal;
mod lookup;
mod mapping;
mod members;
mod open;
mod preview;
mod reading;
mod report;
mod rows;
mod seat_plan;
mod source;
mod table;
mod tabular;
mod vocabulary;

pub use audit::{About, Choice, Question, Verdict, words_from_text};
pub use document::DocumentFault;
pub use infer::Field;
pub use journal::reading_of_call;
pub use lookup::companions::{CompanionKind, CompanionUse};
pub use lookup::{ChamberFault, Chambers};
pub use mapping::{ColumnChoice, Mapping, Role, Shape, WordChoice};
pub use members::open_members;
pub use open::{Cancel, Options, Progress, load_chambers, load_mapping, mapping_path, open, saved_mapping};
pub use preview::preview;
pub use reading::{Reading, RunnerUp, Ways, read, read_as};
pub use report::error::{Content, Foreign, ReadError};
pub use report::origin::Origin;
pub use report::problem::{Done, Problem, ProblemKind};
pub use report::role_name::role_name;
pub use rows::RowCount;
pub use seat_plan::{SeatPlanError, read_seat_plan};
pub use source::Source;
pub use source::container::ContainerFault;
pub use source::encoding::Encoding;
pub use source::format::Format;
pub use vocabulary::{
    Language, language_of as language_of_words, meanings as meanings_of_word, position as position_of_word,
};

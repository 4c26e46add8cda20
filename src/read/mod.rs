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

mod assembly;
mod audit;
mod beside;
mod bulk;
mod bundle;
mod cells;
mod codebook;
mod codes;
mod companions;
mod composition;
mod container;
mod deciding;
mod document;
mod encoding;
mod error;
mod facts;
mod fitting;
mod folder;
mod format;
mod heading;
mod infer;
mod joins;
mod journal;
mod key_index;
mod letters;
mod listing;
mod lists;
mod lookup;
mod majorities;
mod mapping;
mod matrix;
mod matrix_rows;
mod meaning;
mod member_rows;
mod members;
mod open;
mod origin;
mod outcomes;
mod phrases;
mod preview;
mod problem;
mod profile;
mod reading;
mod refusal;
mod results;
mod role_name;
mod row_rules;
mod rows;
mod saved;
mod seat_plan;
mod source;
mod table;
mod tabular;
mod totals;
mod vocabulary;
mod words;
mod workbook;
mod zip_entries;

pub use audit::{About, Choice, Question, Verdict, words_from_text};
pub use companions::{CompanionKind, CompanionUse};
pub use container::ContainerFault;
pub use document::DocumentFault;
pub use encoding::Encoding;
pub use error::{Content, Foreign, ReadError};
pub use format::Format;
pub use infer::Field;
pub use journal::reading_of_call;
pub use lookup::{ChamberFault, Chambers};
pub use mapping::{ColumnChoice, Mapping, Role, Shape, WordChoice};
pub use members::open_members;
pub use open::{Cancel, Options, Progress, load_chambers, load_mapping, mapping_path, open, saved_mapping};
pub use origin::Origin;
pub use preview::preview;
pub use problem::{Done, Problem, ProblemKind};
pub use reading::{Reading, RunnerUp, Ways, read, read_as};
pub use role_name::role_name;
pub use rows::RowCount;
pub use seat_plan::{SeatPlanError, read_seat_plan};
pub use source::Source;
pub use vocabulary::{
    Language, language_of as language_of_words, meanings as meanings_of_word, position as position_of_word,
};

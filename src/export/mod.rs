//! A vote to files: pictures and a web page, figures and votes as data.
//!
//! Goes in: a [`Scene`](crate::chart::scene::Scene), a summary or votes. Comes out: text or bytes, the same on
//! every machine. Must not know: how a scene is composed, or any interface.

mod composition_csv;
mod document;
mod element;
mod figures;
mod file;
mod file_names;
mod film;
mod fonts;
mod json;
mod markup;
mod minutes;
mod number;
mod outlines;
mod page;
mod palette;
mod paper;
mod pdf;
mod pdf_text;
mod picture;
mod png;
mod popolo;
mod problems;
mod resolution;
mod roles;
mod roll_call_csv;
mod roster_csv;
mod runs;
mod svg;
mod tidy;
mod tree;
mod webp;
mod whole;

pub use composition_csv::composition_csv;
pub use document::{SvgText, svg};
pub use figures::figures_csv;
pub use file::{WriteError, write, write_unsynced};
pub use file_names::FileNames;
pub use film::{Film, FilmError, FilmFormat, FilmProgress, Pace, Shot};
pub use json::{check_json, tally_json, votes_json};
pub use minutes::{minutes_pdf, minutes_text};
pub use page::{PageStyles, web_page};
pub use picture::{ExportFormat, PictureFormat, PictureOptions, picture, pixels};
pub use png::{Effort, Pixels};
pub use popolo::popolo_json;
pub use problems::{problems_csv, safe_cell};
pub use resolution::Resolution;
pub use roles::{Voting, roles_pdf};
pub use roll_call_csv::roll_call_csv;
pub use roster_csv::roster_csv;
pub use tidy::tidy_csv;
pub use tree::RenderError;
pub use whole::is_whole;

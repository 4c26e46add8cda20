//! A scene to a file: SVG text, and pixels made from that SVG.
//!
//! Goes in: a [`Scene`](crate::chart::scene::Scene) or a summary. Comes out: text or bytes, the same on every
//! machine. Must not know: how a scene is composed, or any interface.

mod file;
mod json;
mod minutes;
mod png;
mod popolo;
mod problems;
mod roll_call_csv;
mod svg;
mod tidy;

pub use file::{PictureFormat, WriteError, picture, write};
pub use json::{check_json, tally_json, votes_json};
pub use minutes::minutes_text;
pub use png::{RenderError, pixels, png, png_of_pixels};
pub use popolo::popolo_json;
pub use problems::{problems_csv, safe_cell};
pub use roll_call_csv::roll_call_csv;
pub use svg::svg;
pub use tidy::tidy_csv;

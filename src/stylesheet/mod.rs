//! Style files: a house's colours, fonts, sizes, parts, party names and language as TOML.
//!
//! Goes in: the text of a file such as `house.toml`, or the name of a style that is shipped. Comes out: a [`Style`],
//! a [`Template`], an order and names for parties. Fonts and pictures that a style names are read here. Must not
//! know: votes beyond the names of their parties, how a scene is composed, any interface.
//!
//! [`Style`]: crate::chart::Style
//! [`Template`]: crate::chart::Template

mod error;
mod fonts;
mod palette;
mod parties;
mod picture;
mod setting;
mod sheet;
mod shipped;

pub use error::StyleError;
pub use fonts::{Completed, FontSheet, complete, families};
pub use palette::PaletteSheet;
pub use parties::{PartySheet, dressed};
pub use picture::read_logo;
pub use setting::{ParseSettingError, Setting};
pub use sheet::StyleSheet;
pub use shipped::SHIPPED;

//! SVG text to the tree that pixels, pages and outlines are made from, with the fonts that texts were measured in.

use usvg::Tree;

use super::fonts::options;
use crate::chart::Typeface;
use crate::lang::Message;

/// Why no picture could be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum RenderError {
    /// A library could not do its work.
    Failed {
        /// Its own words.
        cause: String,
    },
    /// The picture would have more pixels than the format or the memory holds.
    TooLarge {
        /// The width in pixels.
        width: f64,
        /// The height in pixels.
        height: f64,
        /// The most pixels that a side may have.
        most: u32,
    },
}

impl RenderError {
    #[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
    pub(super) fn failed(cause: impl ToString) -> Self {
        Self::Failed { cause: cause.to_string() }
    }

    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Failed { cause } => Message::new("error-image").with("cause", cause),
            Self::TooLarge { width, height, most } => Message::new("error-image-too-large")
                .with("width", format!("{width:.0}"))
                .with("height", format!("{height:.0}"))
                .with("most", most.to_string()),
        }
    }
}

/// Reads an SVG document whose texts are set in a typeface.
///
/// # Errors
/// [`RenderError`] where the text is not one.
pub(super) fn tree(svg: &str, typeface: &Typeface) -> Result<Tree, RenderError> {
    Tree::from_str(svg, &options(typeface)).map_err(RenderError::failed)
}

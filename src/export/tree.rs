//! SVG text to the tree that pixels, pages and outlines are made from, with the one font that every output uses.

use std::sync::{Arc, LazyLock};

use usvg::{Options, Tree, fontdb};

use crate::chart::scene::Weight;
use crate::chart::typeface::{FAMILY, font};
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

/// The bundled font and no other, so that a drawing looks the same on every machine.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for weight in [Weight::Regular, Weight::Bold] {
        fonts.load_font_data(font(weight).to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Reads an SVG document.
///
/// # Errors
/// [`RenderError`] where the text is not one.
pub(super) fn tree(svg: &str) -> Result<Tree, RenderError> {
    let options =
        Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(RenderError::failed)
}

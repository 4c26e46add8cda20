//! SVG to PNG, by `resvg`, with the fonts that its texts were measured in.

use resvg::tiny_skia::{Pixmap, Transform};
use usvg::Tree;

use super::fonts::options;
use crate::chart::Typeface;
use crate::lang::Message;

/// Why no picture could be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct RenderError {
    cause: String,
}

impl RenderError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new("error-image").with("cause", &self.cause)
    }
}

/// Draws an SVG document made by [`svg`](fn@super::svg) in a typeface, at `scale` pixels a unit.
///
/// # Errors
/// [`RenderError`] where the document is not one, or the picture would not fit in memory.
pub fn png(svg: &str, typeface: &Typeface, scale: f32) -> Result<Vec<u8>, RenderError> {
    pixmap(svg, typeface, scale)?.encode_png().map_err(|cause| RenderError { cause: cause.to_string() })
}

/// The same as pixels: four bytes each, in rows from the top, with straight alpha; width and height.
///
/// # Errors
/// As [`png`].
pub fn pixels(svg: &str, typeface: &Typeface, scale: f32) -> Result<(Vec<u8>, [u32; 2]), RenderError> {
    let pixmap = pixmap(svg, typeface, scale)?;
    let size = [pixmap.width(), pixmap.height()];
    Ok((pixmap.take_demultiplied(), size))
}

fn pixmap(svg: &str, typeface: &Typeface, scale: f32) -> Result<Pixmap, RenderError> {
    let tree =
        Tree::from_str(svg, &options(typeface)).map_err(|cause| RenderError { cause: cause.to_string() })?;
    let size = tree.size().to_int_size().scale_by(scale);
    let pixmap = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let Some(mut pixmap) = pixmap else {
        return Err(RenderError { cause: format!("{scale} × {:?}", tree.size()) });
    };
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// Opaque pixels, four bytes each in rows from the top, as a PNG.
///
/// # Errors
/// [`RenderError`] where the pixels do not fill the size.
pub fn png_of_pixels(size: [usize; 2], pixels: Vec<u8>) -> Result<Vec<u8>, RenderError> {
    let fault = || RenderError { cause: format!("{} × {}", size[0], size[1]) };
    let [width, height] = size.map(u32::try_from);
    let size = width.ok().zip(height.ok()).and_then(|(w, h)| resvg::tiny_skia::IntSize::from_wh(w, h));
    let pixmap = Pixmap::from_vec(pixels, size.ok_or_else(fault)?).ok_or_else(fault)?;
    pixmap.encode_png().map_err(|cause| RenderError { cause: cause.to_string() })
}

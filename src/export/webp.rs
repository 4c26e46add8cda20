//! Pixels to WebP without loss.

use image_webp::{ColorType, WebPEncoder};

use super::{Pixels, RenderError};

/// The pixels as a WebP.
///
/// # Errors
/// [`RenderError`] where the pixels do not fill the size.
pub(super) fn webp(pixels: &Pixels) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    let (data, has_alpha) = pixels.tightest();
    let colour = if has_alpha { ColorType::Rgba8 } else { ColorType::Rgb8 };
    let [width, height] = pixels.size;
    WebPEncoder::new(&mut bytes).encode(&data, width, height, colour).map_err(RenderError::failed)?;
    Ok(bytes)
}

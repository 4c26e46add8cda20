//! SVG to pixels by `resvg`, and pixels to PNG.

use std::borrow::Cow;

use png::{
    BitDepth, ColorType, Compression, DeflateCompression, Encoder, Filter, PixelDimensions,
    SrgbRenderingIntent, Unit,
};
use resvg::tiny_skia::{Pixmap, Transform};

use super::RenderError;
use super::tree::tree;
use crate::chart::Typeface;

/// What the encoder is to spend its time on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// A small file, for publishing.
    #[default]
    Small,
    /// A quick one, for the clipboard, for screenshots and for many pictures at once.
    Fast,
}

/// What a PNG says besides its pixels.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PngInfo<'a> {
    /// Pixels to a metre of paper; 0 leaves it unsaid.
    pub(super) pixels_per_metre: u32,
    /// What the picture shows, in a few words.
    pub(super) title: &'a str,
    /// The same in full sentences.
    pub(super) description: &'a str,
    /// How much time to take.
    pub(super) effort: Effort,
}

/// Pixels, four bytes each in rows from the top, with straight alpha.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width and height.
    pub size: [u32; 2],
    /// Red, green, blue and alpha of each pixel.
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// Draws an SVG document, its texts in a typeface, at so many pixels, which stretch it where they have another shape.
    ///
    /// # Errors
    /// [`RenderError`] where the document is not one, or the picture would not fit in memory.
    pub fn of_svg(svg: &str, typeface: &Typeface, size: [u32; 2]) -> Result<Self, RenderError> {
        let tree = tree(svg, typeface)?;
        let [width, height] = size;
        let mut pixmap =
            Pixmap::new(width, height).ok_or_else(|| RenderError::failed(format!("{width} × {height}")))?;
        let across = width as f32 / tree.size().width();
        let down = height as f32 / tree.size().height();
        resvg::render(&tree, Transform::from_scale(across, down), &mut pixmap.as_mut());
        Ok(Self { size, rgba: pixmap.take_demultiplied() })
    }

    /// Three bytes a pixel where nothing shows through, four otherwise; true for four.
    pub(super) fn tightest(&self) -> (Cow<'_, [u8]>, bool) {
        let pixels = self.rgba.chunks_exact(4);
        if pixels.clone().all(|pixel| pixel[3] == 255) {
            (pixels.flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(), false)
        } else {
            (Cow::Borrowed(&self.rgba), true)
        }
    }

    /// The pixels as a PNG.
    ///
    /// # Errors
    /// [`RenderError`] where the pixels do not fill the size.
    pub fn png(&self, effort: Effort) -> Result<Vec<u8>, RenderError> {
        self.png_with(PngInfo { effort, ..PngInfo::default() })
    }

    pub(super) fn png_with(&self, info: PngInfo<'_>) -> Result<Vec<u8>, RenderError> {
        let mut bytes = Vec::new();
        let (pixels, has_alpha) = self.tightest();
        let mut encoder = Encoder::new(&mut bytes, self.size[0], self.size[1]);
        encoder.set_color(if has_alpha { ColorType::Rgba } else { ColorType::Rgb });
        encoder.set_depth(BitDepth::Eight);
        encoder.set_source_srgb(SrgbRenderingIntent::RelativeColorimetric);
        match info.effort {
            Effort::Small => {
                // Flat colours are smallest as they are: the usual filters make them half as large again. Above this
                // level it takes three times as long for a twentieth less.
                encoder.set_deflate_compression(DeflateCompression::Level(5));
                encoder.set_filter(Filter::NoFilter);
            }
            Effort::Fast => encoder.set_compression(Compression::Fast),
        }
        if info.pixels_per_metre > 0 {
            let per_metre = info.pixels_per_metre;
            encoder.set_pixel_dims(Some(PixelDimensions {
                xppu: per_metre,
                yppu: per_metre,
                unit: Unit::Meter,
            }));
        }
        for (keyword, text) in [("Title", info.title), ("Description", info.description)] {
            if !text.is_empty() {
                encoder.add_itxt_chunk(keyword.to_owned(), text.to_owned()).map_err(RenderError::failed)?;
            }
        }
        let mut writer = encoder.write_header().map_err(RenderError::failed)?;
        writer.write_image_data(&pixels).map_err(RenderError::failed)?;
        writer.finish().map_err(RenderError::failed)?;
        Ok(bytes)
    }
}

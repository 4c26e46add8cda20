//! A scene as the bytes of a picture file.

use std::path::Path;

use super::RenderError;
use super::document::{SvgText, svg_document, svg_to_draw};
use super::pdf::pdf;
use super::png::{Effort, Pixels, PngInfo};
use super::resolution::Resolution;
use super::webp::webp;
use crate::chart::scene::Scene;

/// What a vote can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A picture, made from a scene alone.
    Picture(PictureFormat),
    /// A web page that answers to pointer and keys, made by [`web_page`](super::web_page).
    Page,
}

/// The format of a picture file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable, with every seat named.
    Svg,
    /// Pixels.
    Png,
    /// A page for print, with texts that can be selected.
    Pdf,
    /// Pixels in fewer bytes, without loss.
    Webp,
}

impl ExportFormat {
    /// Every format, the usual one first.
    pub const ALL: [Self; 5] = [
        Self::Picture(PictureFormat::Svg),
        Self::Picture(PictureFormat::Png),
        Self::Picture(PictureFormat::Pdf),
        Self::Picture(PictureFormat::Webp),
        Self::Page,
    ];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Picture(PictureFormat::Svg) => "svg",
            Self::Picture(PictureFormat::Png) => "png",
            Self::Picture(PictureFormat::Pdf) => "pdf",
            Self::Picture(PictureFormat::Webp) => "webp",
            Self::Page => "html",
        }
    }

    /// The format that a file name asks for by its ending.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// What a picture file needs to know beyond its scene.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PictureOptions {
    /// How many pixels PNG and WebP have.
    pub resolution: Resolution,
    /// How SVG writes texts.
    pub text: SvgText,
    /// What PNG spends its time on.
    pub effort: Effort,
}

/// A scene as the bytes of a picture file: the same bytes on every machine.
///
/// # Errors
/// [`RenderError`] where pixels, page or outlines could not be made.
pub fn picture(
    scene: &Scene,
    format: PictureFormat,
    options: &PictureOptions,
) -> Result<Vec<u8>, RenderError> {
    match format {
        PictureFormat::Svg => svg_document(scene, options.text).map(String::into_bytes),
        PictureFormat::Pdf => pdf(scene),
        PictureFormat::Webp => webp(&pixels(scene, options.resolution)?),
        PictureFormat::Png => pixels(scene, options.resolution)?.png_with(PngInfo {
            pixels_per_metre: options.resolution.pixels_per_metre(),
            title: &scene.title,
            description: &scene.description,
            effort: options.effort,
        }),
    }
}

/// A scene in pixels.
///
/// # Errors
/// [`RenderError`] where they would not fit in memory.
pub fn pixels(scene: &Scene, resolution: Resolution) -> Result<Pixels, RenderError> {
    Pixels::of_svg(&svg_to_draw(scene), &scene.typeface, resolution.pixels(scene)?)
}

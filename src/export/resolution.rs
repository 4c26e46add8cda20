//! How many pixels a picture has, and how large it is on paper.

use super::RenderError;
use crate::chart::scene::{Medium, Scene};

/// Units of a scene in an inch of paper: they are CSS pixels.
pub(super) const UNITS_PER_INCH: f64 = 96.0;
/// The most pixels that a side of a picture may have: what WebP holds, and a square of them fills a gigabyte.
const MOST_PIXELS: u32 = 16_383;

/// How many pixels a picture has for its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolution {
    /// So many pixels to a unit of the scene.
    Scale(f64),
    /// So many pixels to an inch of paper.
    Dpi(f64),
}

impl Default for Resolution {
    fn default() -> Self {
        Self::Scale(1.0)
    }
}

impl Resolution {
    /// The usual one: a pixel a unit on a screen, 300 an inch on paper.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        match scene.medium {
            Medium::Screen => Self::Scale(1.0),
            Medium::Paper => Self::Dpi(300.0),
        }
    }

    fn scale(self) -> f64 {
        match self {
            Self::Scale(scale) => scale,
            Self::Dpi(dpi) => dpi / UNITS_PER_INCH,
        }
    }

    /// Pixels to a metre of paper, as PNG wants them.
    pub(super) fn pixels_per_metre(self) -> u32 {
        (self.scale() * UNITS_PER_INCH / 0.0254).round() as u32
    }

    /// The width and height of a scene in pixels.
    ///
    /// # Errors
    /// [`RenderError::TooLarge`] where a side has more than 16,383.
    pub fn pixels(self, scene: &Scene) -> Result<[u32; 2], RenderError> {
        let [width, height] = [scene.width, scene.height].map(|side| (side * self.scale()).round());
        let most = MOST_PIXELS;
        // A scale that is not a number fails here too.
        if width >= 1.0 && height >= 1.0 && width <= f64::from(most) && height <= f64::from(most) {
            Ok([width as u32, height as u32])
        } else {
            Err(RenderError::TooLarge { width, height, most })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Typeface;
    use crate::lang::Lang;

    fn scene(width: f64, height: f64) -> Scene {
        Scene {
            width,
            height,
            lang: Lang::En,
            title: String::new(),
            description: String::new(),
            background: None,
            medium: Medium::Screen,
            typeface: Typeface::default(),
            items: Vec::new(),
        }
    }

    #[test]
    fn a_unit_is_a_css_pixel() {
        let scene = scene(1200.0, 900.0);
        assert_eq!(Resolution::default().pixels(&scene), Ok([1200, 900]));
        // 96 pixels to 25.4 mm are 3779.5 to the metre.
        assert_eq!(Resolution::default().pixels_per_metre(), 3780);
        assert_eq!(Resolution::Scale(2.0).pixels_per_metre(), 7559);
        // An inch of 300 dots is 11,811 to the metre; 1200 units are 12.5 inches.
        assert_eq!(Resolution::Dpi(300.0).pixels(&scene), Ok([3750, 2813]));
        assert_eq!(Resolution::Dpi(300.0).pixels_per_metre(), 11_811);
    }

    #[test]
    fn a_picture_too_large_is_a_fault_and_no_crash() {
        for scale in [14.0, f64::INFINITY, f64::NAN, 0.0, -1.0] {
            assert!(Resolution::Scale(scale).pixels(&scene(1200.0, 900.0)).is_err(), "{scale}");
        }
    }
}

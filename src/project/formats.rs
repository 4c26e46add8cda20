//! Which options which format has a use for.

use super::RenderOptions;
use crate::export::ExportFormat::{self, Picture};
use crate::export::PictureFormat::{Pdf, Png, Svg, Webp};
use crate::lang::Message;

/// An option that some formats have no use for.
struct Bound {
    option: &'static str,
    is_given: fn(&RenderOptions) -> bool,
    drop: fn(&mut RenderOptions),
    formats: &'static [ExportFormat],
}

const PIXELS: &[ExportFormat] = &[Picture(Png), Picture(Webp)];
const TEXT: &[ExportFormat] = &[Picture(Svg)];
/// A web page has parts and a size of its own, and its reader chooses what colours the seats.
const PICTURES: &[ExportFormat] = &[Picture(Svg), Picture(Png), Picture(Pdf), Picture(Webp)];

const BOUNDS: [Bound; 12] = [
    Bound { option: "--scale", is_given: |o| o.scale.is_some(), drop: |o| o.scale = None, formats: PIXELS },
    Bound { option: "--dpi", is_given: |o| o.dpi.is_some(), drop: |o| o.dpi = None, formats: PIXELS },
    Bound {
        option: "--outline-text",
        is_given: |o| o.outline_text,
        drop: |o| o.outline_text = false,
        formats: TEXT,
    },
    Bound {
        option: "--preset",
        is_given: |o| o.look.preset.is_some(),
        drop: |o| o.look.preset = None,
        formats: PICTURES,
    },
    Bound {
        option: "--size",
        is_given: |o| o.look.size.is_some(),
        drop: |o| o.look.size = None,
        formats: PICTURES,
    },
    Bound {
        option: "--parts",
        is_given: |o| !o.look.parts.is_empty(),
        drop: |o| o.look.parts.clear(),
        formats: PICTURES,
    },
    Bound {
        option: "--show",
        is_given: |o| !o.look.show.is_empty(),
        drop: |o| o.look.show.clear(),
        formats: PICTURES,
    },
    Bound {
        option: "--hide",
        is_given: |o| !o.look.hide.is_empty(),
        drop: |o| o.look.hide.clear(),
        formats: PICTURES,
    },
    Bound {
        option: "--logo",
        is_given: |o| o.look.logo.is_some(),
        drop: |o| o.look.logo = None,
        formats: PICTURES,
    },
    Bound {
        option: "--transparent",
        is_given: |o| o.look.transparent,
        drop: |o| o.look.transparent = false,
        formats: PICTURES,
    },
    Bound {
        option: "--fill",
        is_given: |o| o.look.fill.is_some(),
        drop: |o| o.look.fill = None,
        formats: PICTURES,
    },
    Bound {
        option: "--ring",
        is_given: |o| o.look.ring.is_some(),
        drop: |o| o.look.ring = None,
        formats: PICTURES,
    },
];

/// What a format is called.
fn name(format: ExportFormat) -> &'static str {
    match format {
        Picture(Svg) => "SVG",
        Picture(Png) => "PNG",
        Picture(Pdf) => "PDF",
        Picture(Webp) => "WebP",
        ExportFormat::Page => "HTML",
    }
}

impl RenderOptions {
    /// What to say of the first option that the format has no use for: whoever gave it expects something of it.
    ///
    /// # Errors
    /// That sentence, with the formats that do have a use for it.
    pub fn check_for(&self, format: ExportFormat) -> Result<(), Message> {
        match BOUNDS.iter().find(|bound| (bound.is_given)(self) && !bound.formats.contains(&format)) {
            None => Ok(()),
            Some(bound) => {
                let names: Vec<&str> = bound.formats.iter().copied().map(name).collect();
                Err(Message::new("error-option-of-format")
                    .with("option", bound.option)
                    .with("formats", names.join(", "))
                    .with("ending", format.ending()))
            }
        }
    }

    /// Without the options that the format has no use for.
    #[must_use]
    pub fn for_format(mut self, format: ExportFormat) -> Self {
        for bound in BOUNDS.iter().filter(|bound| !bound.formats.contains(&format)) {
            (bound.drop)(&mut self);
        }
        self
    }
}

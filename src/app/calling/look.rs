//! Colours and sizes of the calling pages: as the window, in large type for a board that a whole chamber reads, in
//! strong contrast.

use egui::{Theme, Ui};

use super::update::Preferences;
use crate::app::theme;
use crate::chart::Style;
use crate::model::{Rgb, Verdict};

/// How the pages look.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// Colours and marks.
    pub(super) style: Style,
    /// Sizes are in points of a page of 1366 by 768; this many points of this page are one of them.
    pub(super) unit: f32,
    /// A board for everybody in the room: what only the clerk needs is left out.
    pub(super) large: bool,
}

impl Look {
    pub(super) fn of(ui: &Ui, preferences: Preferences) -> Self {
        let size = ui.ctx().content_rect().size();
        let unit = (size.x / 1366.0).min(size.y / 768.0).clamp(0.72, 2.5);
        let style = match (preferences.high_contrast, ui.ctx().theme()) {
            (false, _) => theme::style(ui.ctx()),
            (true, Theme::Light) => black_on_white(),
            (true, Theme::Dark) => white_on_black(),
        };
        Self { style, unit, large: preferences.large_type }
    }

    /// A size in points of this page.
    pub(super) fn size(&self, points: f32) -> f32 {
        (points * self.unit).round()
    }

    /// Ground and words of a verdict, loud.
    pub(super) fn verdict(&self, verdict: Verdict) -> (Rgb, Rgb) {
        match verdict {
            Verdict::Adopted => (self.style.in_favour_text, self.style.ground),
            Verdict::Rejected | Verdict::NoQuorum => (self.style.against_text, self.style.ground),
            Verdict::Tied => (self.style.ink, self.style.ground),
        }
    }
}

/// As the style `high-contrast` that is shipped for graphics.
fn black_on_white() -> Style {
    let mut style = Style {
        ground: Rgb(0xFF, 0xFF, 0xFF),
        panel: Rgb(0xFF, 0xFF, 0xFF),
        ink: Rgb(0, 0, 0),
        secondary: Rgb(0x1E, 0x1E, 0x1E),
        hairline: Rgb(0x6A, 0x6A, 0x6A),
        track: Rgb(0xD8, 0xD8, 0xD8),
        in_favour: Rgb(0x00, 0x30, 0x6E),
        in_favour_text: Rgb(0x00, 0x30, 0x6E),
        against: Rgb(0xD9, 0x48, 0x0F),
        against_text: Rgb(0xA8, 0x32, 0x00),
        abstain: Rgb(0xFF, 0xC7, 0x2C),
        ring: Rgb(0x4A, 0x4A, 0x4A),
        dash: Rgb(0, 0, 0),
        ..Style::light()
    };
    style.encoding.glyphs = true;
    style
}

fn white_on_black() -> Style {
    let mut style = Style {
        ground: Rgb(0, 0, 0),
        panel: Rgb(0, 0, 0),
        ink: Rgb(0xFF, 0xFF, 0xFF),
        secondary: Rgb(0xE6, 0xE6, 0xE6),
        hairline: Rgb(0x9A, 0x9A, 0x9A),
        track: Rgb(0x3A, 0x3A, 0x3A),
        in_favour: Rgb(0x1C, 0x6D, 0xA8),
        in_favour_text: Rgb(0x5C, 0xD6, 0xFF),
        against: Rgb(0xFF, 0x7A, 0x45),
        against_text: Rgb(0xFF, 0x8F, 0x61),
        abstain: Rgb(0xFF, 0xE0, 0x66),
        ring: Rgb(0xC8, 0xC8, 0xC8),
        dash: Rgb(0xFF, 0xFF, 0xFF),
        ..Style::dark()
    };
    style.encoding.glyphs = true;
    style
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Proof, TOO_ALIKE, contrast, distance};

    /// Seven to one is what the guidelines for accessible content ask for at their highest level.
    #[test]
    fn strong_contrast_is_strong_and_votes_are_told_apart_by_every_eye() {
        for style in [black_on_white(), white_on_black()] {
            for text in [style.ink, style.secondary, style.in_favour_text] {
                assert!(contrast(text, style.ground) >= 7.0, "{text}");
            }
            assert!(contrast(style.against_text, style.ground) >= 6.5);
            let colours = [style.in_favour, style.against, style.abstain];
            for (place, &a) in colours.iter().enumerate() {
                for &b in &colours[place + 1..] {
                    for proof in [None].into_iter().chain(Proof::ALL.map(Some)) {
                        assert!(distance(a, b, proof) >= TOO_ALIKE, "{proof:?}: {a} and {b}");
                    }
                }
            }
        }
    }
}

//! The colours of a style file. What it leaves out follows from what it gives.

use serde::{Deserialize, Serialize};

use crate::chart::{Style, contrast};
use crate::model::Rgb;

/// Colours that replace those of the style it is based on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PaletteSheet {
    /// The ground of the drawing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Rgb>,
    /// The ground of panels beside it, in the window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panel: Option<Rgb>,
    /// Texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink: Option<Rgb>,
    /// Texts of less weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary: Option<Rgb>,
    /// Lines that part things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hairline: Option<Rgb>,
    /// The empty part of a bar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<Rgb>,
    /// Votes for.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub in_favour: Option<Rgb>,
    /// Votes for, as small text.
    #[serde(rename = "for-text", skip_serializing_if = "Option::is_none")]
    pub in_favour_text: Option<Rgb>,
    /// Votes against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Rgb>,
    /// Votes against, as small text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against_text: Option<Rgb>,
    /// Abstentions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abstain: Option<Rgb>,
    /// Unknown positions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<Rgb>,
    /// The rings of those who did not vote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ring: Option<Rgb>,
    /// Behind the word for a question that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected_ground: Option<Rgb>,
    /// The word for a question that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected_text: Option<Rgb>,
    /// Behind the word for a question that carried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted_ground: Option<Rgb>,
    /// What stands between two figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dash: Option<Rgb>,
    /// Whether parties are in grey, for print in one ink.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grey_parties: Option<bool>,
    /// Named options, in the order of the file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Rgb>,
}

/// The contrast that small texts need, as WCAG 2 has it.
const LEGIBLE: f64 = 4.5;

impl PaletteSheet {
    /// These colours over those of another palette.
    #[must_use]
    pub(super) fn over(self, base: Self) -> Self {
        // A colour given anew takes those that follow from it along.
        let text =
            |given: Option<Rgb>, of: Option<Rgb>, base: Option<Rgb>| given.or(base.filter(|_| of.is_none()));
        Self {
            in_favour_text: text(self.in_favour_text, self.in_favour, base.in_favour_text),
            adopted_ground: text(self.adopted_ground, self.in_favour, base.adopted_ground),
            against_text: text(self.against_text, self.against, base.against_text),
            rejected_ground: text(self.rejected_ground, self.against, base.rejected_ground),
            rejected_text: text(self.rejected_text, self.against, base.rejected_text),
            ground: self.ground.or(base.ground),
            panel: self.panel.or(base.panel),
            ink: self.ink.or(base.ink),
            secondary: self.secondary.or(base.secondary),
            hairline: self.hairline.or(base.hairline),
            track: self.track.or(base.track),
            in_favour: self.in_favour.or(base.in_favour),
            against: self.against.or(base.against),
            abstain: self.abstain.or(base.abstain),
            unknown: self.unknown.or(base.unknown),
            ring: self.ring.or(base.ring),
            dash: self.dash.or(base.dash),
            grey_parties: self.grey_parties.or(base.grey_parties),
            options: if self.options.is_empty() { base.options } else { self.options },
        }
    }

    /// Puts the colours into a style.
    pub(super) fn apply(&self, style: &mut Style) {
        let set = |target: &mut Rgb, colour: Option<Rgb>| *target = colour.unwrap_or(*target);
        set(&mut style.ground, self.ground);
        set(&mut style.ink, self.ink);
        set(&mut style.panel, self.panel);
        set(&mut style.secondary, self.secondary);
        set(&mut style.hairline, self.hairline);
        set(&mut style.track, self.track);
        set(&mut style.in_favour, self.in_favour);
        set(&mut style.against, self.against);
        set(&mut style.abstain, self.abstain);
        set(&mut style.unknown, self.unknown);
        set(&mut style.ring, self.ring);
        set(&mut style.dash, self.dash);
        let (ground, ink) = (style.ground, style.ink);
        if let Some(colour) = self.in_favour {
            style.in_favour_text = legible(colour, ground, ink);
            style.adopted_ground = mixed(ground, colour, 0.12);
            style.in_favour_text = legible(style.in_favour_text, style.adopted_ground, ink);
        }
        if let Some(colour) = self.against {
            style.against_text = legible(colour, ground, ink);
            style.rejected_ground = mixed(ground, colour, 0.12);
            style.rejected_text = legible(style.against_text, style.rejected_ground, ink);
        }
        set(&mut style.in_favour_text, self.in_favour_text);
        set(&mut style.adopted_ground, self.adopted_ground);
        set(&mut style.against_text, self.against_text);
        set(&mut style.rejected_ground, self.rejected_ground);
        set(&mut style.rejected_text, self.rejected_text);
        style.grey_parties = self.grey_parties.unwrap_or(style.grey_parties);
        if !self.options.is_empty() {
            style.options.clone_from(&self.options);
        }
    }
}

/// The colour with so much of another in it.
fn mixed(Rgb(r, g, b): Rgb, Rgb(red, green, blue): Rgb, share: f64) -> Rgb {
    let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    Rgb(mix(r, red), mix(g, green), mix(b, blue))
}

/// The colour with as little ink in it as makes it legible in small type.
fn legible(colour: Rgb, ground: Rgb, ink: Rgb) -> Rgb {
    let with_ink = |step: u32| mixed(colour, ink, f64::from(step) / 20.0);
    (0..=20).map(with_ink).find(|&mixed| contrast(mixed, ground) >= LEGIBLE).unwrap_or(ink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_follow_from_the_colour_of_a_vote() {
        let pale = Rgb(0xF5, 0xB8, 0x8A);
        let mut style = Style::light();
        let sheet = PaletteSheet { against: Some(pale), ..PaletteSheet::default() };
        sheet.apply(&mut style);
        assert_eq!(style.against, pale);
        assert!(contrast(style.against_text, style.ground) >= LEGIBLE);
        assert!(contrast(style.rejected_text, style.rejected_ground) >= LEGIBLE);
        assert_eq!(style.in_favour_text, Style::light().in_favour_text);
    }
}

//! Colours: the tokens of the design, on white and on dark.

use super::scene::Mark;
use crate::model::{ChoiceId, Party, Position, Rgb};

/// The colours of a drawing and of the window around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// The ground of the drawing.
    pub ground: Rgb,
    /// The ground of panels beside it.
    pub panel: Rgb,
    /// Texts.
    pub ink: Rgb,
    /// Texts of less weight.
    pub secondary: Rgb,
    /// Lines that part things.
    pub hairline: Rgb,
    /// The empty part of a bar.
    pub track: Rgb,
    /// Votes for.
    pub in_favour: Rgb,
    /// Votes for, as small text: contrast of at least 4.5 to the ground.
    pub in_favour_text: Rgb,
    /// Votes against.
    pub against: Rgb,
    /// Votes against, as small text: contrast of at least 4.5 to the ground.
    pub against_text: Rgb,
    /// Abstentions.
    pub abstain: Rgb,
    /// Unknown positions.
    pub unknown: Rgb,
    /// The rings of those who did not vote.
    pub ring: Rgb,
    /// Behind the word for a question that failed.
    pub rejected_ground: Rgb,
    /// The word for a question that failed.
    pub rejected_text: Rgb,
    /// Behind the word for a question that carried.
    pub adopted_ground: Rgb,
    /// The dash between two figures.
    pub dash: Rgb,
}

/// Colours of named options, by place.
const OPTIONS: [Rgb; 8] = [
    Rgb(0x00, 0x5F, 0x73),
    Rgb(0xE8, 0x60, 0x3C),
    Rgb(0xF4, 0xB9, 0x42),
    Rgb(0x6A, 0x4C, 0x93),
    Rgb(0x6B, 0xA3, 0x68),
    Rgb(0xC9, 0x5D, 0x8C),
    Rgb(0x4F, 0x86, 0xC6),
    Rgb(0x8C, 0x6D, 0x46),
];

/// Colours of parties that have none of their own, by place.
const PARTIES: [Rgb; 12] = [
    Rgb(0xB2, 0x3A, 0x48),
    Rgb(0x3D, 0x7E, 0xA6),
    Rgb(0x8A, 0x9A, 0x3B),
    Rgb(0xD9, 0x8E, 0x32),
    Rgb(0x6C, 0x4F, 0x91),
    Rgb(0x4B, 0x9B, 0x8E),
    Rgb(0xC7, 0x6B, 0x98),
    Rgb(0x7A, 0x5C, 0x3E),
    Rgb(0x2F, 0x4B, 0x7C),
    Rgb(0xA3, 0xB5, 0xC9),
    Rgb(0x57, 0x8A, 0x4C),
    Rgb(0xE0, 0xB0, 0xA0),
];

impl Style {
    /// On white.
    #[must_use]
    pub fn light() -> Self {
        Self {
            ground: Rgb(0xFF, 0xFF, 0xFF),
            panel: Rgb(0xF6, 0xF8, 0xFA),
            ink: Rgb(0x16, 0x20, 0x2B),
            secondary: Rgb(0x5C, 0x67, 0x73),
            hairline: Rgb(0xE4, 0xE8, 0xEC),
            track: Rgb(0xE7, 0xEB, 0xEF),
            in_favour: Rgb(0x00, 0x5F, 0x73),
            in_favour_text: Rgb(0x00, 0x5F, 0x73),
            against: Rgb(0xE8, 0x60, 0x3C),
            against_text: Rgb(0xC8, 0x45, 0x2F),
            abstain: Rgb(0xF4, 0xB9, 0x42),
            unknown: Rgb(0xD5, 0xDC, 0xE2),
            ring: Rgb(0xB9, 0xC2, 0xCB),
            rejected_ground: Rgb(0xFD, 0xED, 0xE8),
            rejected_text: Rgb(0xB5, 0x3A, 0x26),
            adopted_ground: Rgb(0xE3, 0xF0, 0xF2),
            dash: Rgb(0x9A, 0xA5, 0xB1),
        }
    }

    /// On dark.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            ground: Rgb(0x11, 0x17, 0x1E),
            panel: Rgb(0x18, 0x20, 0x29),
            ink: Rgb(0xE9, 0xEE, 0xF3),
            secondary: Rgb(0x9D, 0xA9, 0xB5),
            hairline: Rgb(0x2A, 0x34, 0x3F),
            track: Rgb(0x2A, 0x34, 0x3F),
            in_favour: Rgb(0x2F, 0x9D, 0xB3),
            in_favour_text: Rgb(0x4F, 0xB6, 0xCA),
            against: Rgb(0xE8, 0x60, 0x3C),
            against_text: Rgb(0xF2, 0x7F, 0x60),
            abstain: Rgb(0xF4, 0xC9, 0x5B),
            unknown: Rgb(0x45, 0x51, 0x5E),
            ring: Rgb(0x5E, 0x6B, 0x79),
            rejected_ground: Rgb(0x3A, 0x22, 0x1D),
            rejected_text: Rgb(0xF2, 0x8F, 0x73),
            adopted_ground: Rgb(0x12, 0x30, 0x38),
            dash: Rgb(0x6B, 0x78, 0x86),
        }
    }

    /// The colour and the mark of a position.
    #[must_use]
    pub fn seat(&self, position: Position) -> (Mark, Rgb) {
        match position {
            Position::For => (Mark::Disc, self.in_favour),
            Position::Against => (Mark::Disc, self.against),
            Position::Abstain => (Mark::Disc, self.abstain),
            Position::Choice(ChoiceId(n)) => (Mark::Disc, OPTIONS[usize::from(n) % OPTIONS.len()]),
            Position::Unknown => (Mark::Disc, self.unknown),
            Position::Present => (Mark::RingDisc, self.ring),
            Position::NotVoting => (Mark::RingPoint, self.ring),
            Position::Excused => (Mark::RingBar, self.ring),
            Position::Paired => (Mark::RingPair, self.ring),
            Position::Presiding => (Mark::RingSquare, self.secondary),
            Position::Absent => (Mark::Ring, self.ring),
            Position::Vacant => (Mark::DottedRing, self.ring),
        }
    }

    /// The colour of a position as small text.
    #[must_use]
    pub fn text(&self, position: Position) -> Rgb {
        match position {
            Position::For => self.in_favour_text,
            Position::Against => self.against_text,
            _ => self.ink,
        }
    }

    /// The colour of a party: its own, else one by its place; mixed with the ink as far as it takes to
    /// stand out from the ground.
    #[must_use]
    pub fn party(&self, party: Option<(usize, &Party)>) -> Rgb {
        // On white even a pale yellow arc is seen; on dark a navy one is not.
        let enough = if luminance(self.ground) > 0.5 { 1.2 } else { 1.9 };
        let Some((index, party)) = party else { return self.ring };
        let own = party.colour.unwrap_or(PARTIES[index % PARTIES.len()]);
        let mixed = |tenths: u16| {
            let mix = |a: u8, b: u8| ((u16::from(a) * (10 - tenths) + u16::from(b) * tenths) / 10) as u8;
            Rgb(mix(own.0, self.ink.0), mix(own.1, self.ink.1), mix(own.2, self.ink.2))
        };
        let stands_out = |colour: &Rgb| contrast(*colour, self.ground) >= enough;
        (0..=5).map(mixed).find(stands_out).unwrap_or(own)
    }
}

/// The contrast of two colours, from 1 to 21, as WCAG 2 defines it.
#[must_use]
pub(super) fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(Rgb(red, green, blue): Rgb) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// A channel of sRGB as light, from 0 to 1.
fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Lab = [f64; 3];

    fn rgb(Rgb(r, g, b): Rgb) -> [f64; 3] {
        [linear(r), linear(g), linear(b)]
    }

    fn apply(matrix: [[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
        matrix.map(|row| (row[0] * v[0] + row[1] * v[1] + row[2] * v[2]).clamp(0.0, 1.0))
    }

    /// CIE L*a*b* under D65, from linear sRGB.
    fn lab(v: [f64; 3]) -> Lab {
        let xyz = apply([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], v);
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let (x, y, z) = (f(xyz[0] / 0.950_47), f(xyz[1]), f(xyz[2] / 1.088_83));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// The full-severity matrices of Machado, Oliveira and Fernandes (2009), and luminance for grey.
    fn simulations() -> [[[f64; 3]; 3]; 5] {
        [
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            [[0.2126, 0.7152, 0.0722]; 3],
        ]
    }

    #[test]
    fn vote_colours_stay_apart_for_every_eye_and_in_grey() {
        let style = Style::light();
        let colours = [style.in_favour, style.against, style.abstain];
        for (kind, matrix) in simulations().into_iter().enumerate() {
            for (i, &a) in colours.iter().enumerate() {
                for &b in &colours[i + 1..] {
                    let (a, b) = (lab(apply(matrix, rgb(a))), lab(apply(matrix, rgb(b))));
                    let distance = (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f64>().sqrt();
                    assert!(distance >= 20.0, "simulation {kind}: {distance:.1}");
                }
            }
        }
    }

    #[test]
    fn small_texts_are_legible_on_both_grounds() {
        for style in [Style::light(), Style::dark()] {
            for ground in [style.ground, style.panel] {
                for text in [style.ink, style.secondary, style.in_favour_text, style.against_text] {
                    assert!(contrast(text, ground) >= 4.5, "{text} on {ground}");
                }
            }
            assert!(contrast(style.rejected_text, style.rejected_ground) >= 4.5);
            assert!(contrast(style.in_favour_text, style.adopted_ground) >= 4.5);
        }
    }
}

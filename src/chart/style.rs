//! How a drawing looks: colours on white and on dark, fonts, sizes, what fills a seat, how a tally is written.

use super::colour::{Proof, contrast, luminance};
use super::scene::{Mark, Marker, Point};
use super::typeface::Typeface;
use crate::model::{ChoiceId, Party, Position, Rgb};

/// How a drawing, and the window around it, look.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// The fonts.
    pub typeface: Typeface,
    /// The sizes of texts.
    pub sizes: Sizes,
    /// What a seat's fill and ring say.
    pub encoding: Encoding,
    /// How a tally is written.
    pub tally: TallyForm,
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
    /// Named options, by place.
    pub options: Vec<Rgb>,
    /// Whether parties are in grey, for print in one ink.
    pub grey_parties: bool,
}

/// What a part of a seat shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum SeatColour {
    /// The colour of the vote
    Vote,
    /// The colour of the party
    Party,
}

/// How a seat says how its member voted, and for which party they sit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Encoding {
    /// What the fill shows.
    pub fill: SeatColour,
    /// What a ring around the seat shows; `None` for no ring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ring: Option<SeatColour>,
    /// Whether for, against and abstained have a check, a cross and a dash on the seat.
    pub glyphs: bool,
    /// Whether votes differ by lines too, on seats without glyphs and on bars: for plain, against rising, abstained
    /// level; options in turn.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub patterns: bool,
}

impl Default for Encoding {
    fn default() -> Self {
        Self { fill: SeatColour::Vote, ring: None, glyphs: false, patterns: false }
    }
}

/// Which of the two figures of a tally stands first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum TallyOrder {
    /// The larger
    #[default]
    Larger,
    /// Those for
    For,
}

/// What stands between the two figures of a tally.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Dash {
    /// An en dash: 119–24
    #[default]
    EnDash,
    /// A hyphen: 119-24
    Hyphen,
    /// A colon: 119:24
    Colon,
    /// A slash: 119/24
    Slash,
}

impl Dash {
    /// The character.
    #[must_use]
    pub fn character(self) -> char {
        match self {
            Self::EnDash => '–',
            Self::Hyphen => '-',
            Self::Colon => ':',
            Self::Slash => '/',
        }
    }
}

/// How a tally is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct TallyForm {
    /// Which figure stands first.
    pub order: TallyOrder,
    /// What stands between them.
    pub dash: Dash,
}

/// The sizes of texts, over those of the design.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sizes {
    /// The headline.
    pub headline: f64,
    /// The line under it, and the turnout.
    pub subtitle: f64,
    /// The figures of the tally.
    pub tally: f64,
    /// The names of parties around the chamber.
    pub labels: f64,
    /// The legend.
    pub legend: f64,
    /// The bars of the parties and the list of rebels.
    pub parties: f64,
    /// Source and credit.
    pub source: f64,
}

impl Sizes {
    /// The least and the most that a size may be.
    pub const RANGE: (f64, f64) = (0.5, 2.0);

    /// Every size with its name in a style file.
    #[must_use]
    pub fn named(&self) -> [(&'static str, f64); 7] {
        [
            ("headline", self.headline),
            ("subtitle", self.subtitle),
            ("tally", self.tally),
            ("labels", self.labels),
            ("legend", self.legend),
            ("parties", self.parties),
            ("source", self.source),
        ]
    }
}

impl Default for Sizes {
    fn default() -> Self {
        Self { headline: 1.0, subtitle: 1.0, tally: 1.0, labels: 1.0, legend: 1.0, parties: 1.0, source: 1.0 }
    }
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

/// The size of a seat inside a ring, over that of the ring.
const RINGED_SEAT: f64 = 0.68;

impl Style {
    /// On white.
    #[must_use]
    pub fn light() -> Self {
        Self {
            typeface: Typeface::default(),
            sizes: Sizes::default(),
            encoding: Encoding::default(),
            tally: TallyForm::default(),
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
            options: OPTIONS.to_vec(),
            grey_parties: false,
        }
    }

    /// On dark.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            typeface: Typeface::default(),
            sizes: Sizes::default(),
            encoding: Encoding::default(),
            tally: TallyForm::default(),
            ground: Rgb(0x11, 0x17, 0x1E),
            panel: Rgb(0x18, 0x20, 0x29),
            ink: Rgb(0xE9, 0xEE, 0xF3),
            secondary: Rgb(0x9D, 0xA9, 0xB5),
            hairline: Rgb(0x2A, 0x34, 0x3F),
            track: Rgb(0x2A, 0x34, 0x3F),
            in_favour: Rgb(0x1B, 0x73, 0x89),
            in_favour_text: Rgb(0x4F, 0xB6, 0xCA),
            against: Rgb(0xF0, 0x80, 0x5E),
            against_text: Rgb(0xF2, 0x7F, 0x60),
            abstain: Rgb(0xFB, 0xE3, 0x9A),
            unknown: Rgb(0x45, 0x51, 0x5E),
            ring: Rgb(0x5E, 0x6B, 0x79),
            rejected_ground: Rgb(0x3A, 0x22, 0x1D),
            rejected_text: Rgb(0xF2, 0x8F, 0x73),
            adopted_ground: Rgb(0x12, 0x30, 0x38),
            dash: Rgb(0x6B, 0x78, 0x86),
            options: OPTIONS.to_vec(),
            grey_parties: false,
        }
    }

    /// The colour and the mark of a position.
    #[must_use]
    pub fn seat(&self, position: Position) -> (Mark, Rgb) {
        match position {
            Position::For => (self.glyph(Mark::DiscCheck, position), self.in_favour),
            Position::Against => (self.glyph(Mark::DiscCross, position), self.against),
            Position::Abstain => (self.glyph(Mark::DiscDash, position), self.abstain),
            Position::Choice(ChoiceId(n)) => {
                let place = usize::from(n) % self.options.len().max(1);
                (self.pattern(position), self.options.get(place).copied().unwrap_or(self.ink))
            }
            Position::Unknown => (Mark::Disc, self.unknown),
            Position::Present => (Mark::RingDisc, self.ring),
            Position::NotVoting => (Mark::RingPoint, self.ring),
            Position::Excused => (Mark::RingBar, self.ring),
            Position::Paired => (Mark::RingPair, self.ring),
            Position::Presiding => (Mark::RingSquare, self.secondary),
            Position::Absent => (Mark::Ring, self.ring),
            Position::Vacant => (Mark::DottedRing, self.ring),
            // In the colour of a party, where it is drawn for one.
            Position::Seat => (Mark::Disc, self.secondary),
        }
    }

    fn glyph(&self, mark: Mark, position: Position) -> Mark {
        if self.encoding.glyphs { mark } else { self.pattern(position) }
    }

    /// The lines of a position, where votes differ by them.
    #[must_use]
    pub fn pattern(&self, position: Position) -> Mark {
        const IN_TURN: [Mark; 4] = [Mark::Disc, Mark::DiscRising, Mark::DiscLevel, Mark::DiscFalling];
        let place = match position {
            Position::Against => 1,
            Position::Abstain => 2,
            Position::Choice(ChoiceId(n)) => usize::from(n) % IN_TURN.len(),
            _ => 0,
        };
        if self.encoding.patterns { IN_TURN[place] } else { Mark::Disc }
    }

    /// The marker of a seat and, where it has one, the ring around it, together of `radius`.
    #[must_use]
    pub fn marker(
        &self,
        position: Position,
        party: Rgb,
        centre: Point,
        radius: f64,
    ) -> (Marker, Option<Marker>) {
        let (mark, by_vote) = self.seat(position);
        let is_cast = mark.is_filled() && position != Position::Unknown;
        let colour = match self.encoding.fill {
            _ if position == Position::Seat => party,
            SeatColour::Party if !matches!(position, Position::Vacant | Position::Unknown) => party,
            _ => by_vote,
        };
        let ring_colour = match self.encoding.ring {
            // A seat in the colour of its party has no vote to tell.
            _ if position == Position::Seat => None,
            Some(SeatColour::Party) if position != Position::Vacant => Some(party),
            Some(SeatColour::Vote) if is_cast => Some(by_vote),
            _ => None,
        };
        let Some(ring) = self.encoding.ring else {
            return (Marker { centre, radius, mark, colour }, None);
        };
        // Seats without a ring keep the size of the others, but those that did not vote fill their place.
        let fills_place = (ring == SeatColour::Vote && !is_cast) || position == Position::Seat;
        let inner = if fills_place { 1.0 } else { RINGED_SEAT };
        let ring = ring_colour.map(|colour| Marker { centre, radius, mark: Mark::Ring, colour });
        (Marker { centre, radius: radius * inner, mark, colour }, ring)
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
        let own = if self.grey_parties { Proof::Grey.simulate(own) } else { own };
        let mixed = |tenths: u16| {
            let mix = |a: u8, b: u8| ((u16::from(a) * (10 - tenths) + u16::from(b) * tenths) / 10) as u8;
            Rgb(mix(own.0, self.ink.0), mix(own.1, self.ink.1), mix(own.2, self.ink.2))
        };
        let stands_out = |colour: &Rgb| contrast(*colour, self.ground) >= enough;
        (0..=5).map(mixed).find(stands_out).unwrap_or(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn fill_and_ring_say_vote_and_party_or_the_reverse() {
        let party = Rgb(1, 2, 3);
        let centre = Point { x: 0.0, y: 0.0 };
        let mut style = Style::light();
        style.encoding =
            Encoding { fill: SeatColour::Vote, ring: Some(SeatColour::Party), glyphs: true, patterns: true };
        let (seat, ring) = style.marker(Position::For, party, centre, 10.0);
        assert_eq!((seat.mark, seat.colour), (Mark::DiscCheck, style.in_favour));
        assert!(seat.radius < 8.0);
        assert_eq!(ring.map(|ring| (ring.mark, ring.colour, ring.radius)), Some((Mark::Ring, party, 10.0)));
        style.encoding =
            Encoding { fill: SeatColour::Party, ring: Some(SeatColour::Vote), ..Encoding::default() };
        let (seat, ring) = style.marker(Position::Against, party, centre, 10.0);
        assert_eq!((seat.mark, seat.colour), (Mark::Disc, party));
        assert_eq!(ring.map(|ring| ring.colour), Some(style.against));
        style.encoding.patterns = true;
        let marks =
            [Position::For, Position::Against, Position::Abstain, Position::Unknown, Position::Absent]
                .map(|position| style.seat(position).0);
        assert_eq!(marks, [Mark::Disc, Mark::DiscRising, Mark::DiscLevel, Mark::Disc, Mark::Ring]);
        style.encoding.patterns = false;
        let (seat, ring) = style.marker(Position::Absent, party, centre, 10.0);
        assert_eq!((seat.mark, seat.colour, ring), (Mark::Ring, party, None));
        let (seat, _) = style.marker(Position::Unknown, party, centre, 10.0);
        assert_eq!(seat.colour, style.unknown, "an unknown vote is not taken for one");
        let (seat, ring) = style.marker(Position::Vacant, party, centre, 10.0);
        assert_eq!((seat.colour, ring), (style.ring, None));
    }
}

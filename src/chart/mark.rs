//! The marks of positions: discs and rings, and what stands in them, so that no position is told by colour alone.

use super::colour::contrast;
use super::scene::Point;
use crate::model::Rgb;

/// How a seat is drawn, so that kinds of not voting differ by more than colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A filled disc: a ballot was cast, or the position is unknown.
    Disc,
    /// An empty ring: absent.
    Ring,
    /// A ring around a point: did not vote.
    RingPoint,
    /// A ring around a disc: present.
    RingDisc,
    /// A ring around a level bar: excused.
    RingBar,
    /// A ring around two points: paired.
    RingPair,
    /// A ring around a square: in the chair.
    RingSquare,
    /// A dotted ring: vacant.
    DottedRing,
    /// A disc with a check on it: for.
    DiscCheck,
    /// A disc with a cross on it: against.
    DiscCross,
    /// A disc with a level dash on it: abstained.
    DiscDash,
    /// A disc with lines that rise to the right.
    DiscRising,
    /// A disc with level lines.
    DiscLevel,
    /// A disc with lines that fall to the right.
    DiscFalling,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 14] = [
        Self::Disc,
        Self::Ring,
        Self::RingPoint,
        Self::RingDisc,
        Self::RingBar,
        Self::RingPair,
        Self::RingSquare,
        Self::DottedRing,
        Self::DiscCheck,
        Self::DiscCross,
        Self::DiscDash,
        Self::DiscRising,
        Self::DiscLevel,
        Self::DiscFalling,
    ];

    /// True for a filled disc, with or without a glyph or lines on it.
    #[must_use]
    pub fn is_filled(self) -> bool {
        matches!(
            self,
            Self::Disc
                | Self::DiscCheck
                | Self::DiscCross
                | Self::DiscDash
                | Self::DiscRising
                | Self::DiscLevel
                | Self::DiscFalling
        )
    }

    /// What stands inside the ring, or on the disc: in shares of the seat's radius.
    #[must_use]
    pub fn core(self) -> &'static [Core] {
        match self {
            Self::Disc | Self::Ring | Self::DottedRing => &[],
            Self::RingPoint => &[Core::Disc { x: 0.0, radius: 0.22 }],
            Self::RingDisc => &[Core::Disc { x: 0.0, radius: 0.5 }],
            Self::RingBar => &[Core::Rect { half_width: 0.45, half_height: 0.11 }],
            Self::RingPair => &[Core::Disc { x: -0.33, radius: 0.2 }, Core::Disc { x: 0.33, radius: 0.2 }],
            Self::RingSquare => &[Core::Rect { half_width: 0.38, half_height: 0.38 }],
            Self::DiscCheck => &[Core::Stroke { points: &[(-0.44, 0.05), (-0.13, 0.36), (0.46, -0.33)] }],
            Self::DiscCross => &[
                Core::Stroke { points: &[(-0.36, -0.36), (0.36, 0.36)] },
                Core::Stroke { points: &[(-0.36, 0.36), (0.36, -0.36)] },
            ],
            Self::DiscDash => &[Core::Stroke { points: &[(-0.45, 0.0), (0.45, 0.0)] }],
            // Chords of a circle a little smaller than the disc, half a radius apart.
            Self::DiscRising => &[
                Core::Hatch { from: (-0.87, 0.16), to: (0.16, -0.87) },
                Core::Hatch { from: (-0.62, 0.62), to: (0.62, -0.62) },
                Core::Hatch { from: (-0.16, 0.87), to: (0.87, -0.16) },
            ],
            Self::DiscLevel => &[
                Core::Hatch { from: (-0.72, -0.5), to: (0.72, -0.5) },
                Core::Hatch { from: (-0.88, 0.0), to: (0.88, 0.0) },
                Core::Hatch { from: (-0.72, 0.5), to: (0.72, 0.5) },
            ],
            Self::DiscFalling => &[
                Core::Hatch { from: (-0.16, -0.87), to: (0.87, 0.16) },
                Core::Hatch { from: (-0.62, -0.62), to: (0.62, 0.62) },
                Core::Hatch { from: (-0.87, -0.16), to: (0.16, 0.87) },
            ],
        }
    }
}

/// A shape inside a ring or on a disc, in shares of the seat's radius, about the seat's centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Core {
    /// A disc.
    Disc {
        /// Its centre, to the right.
        x: f64,
        /// Its radius.
        radius: f64,
    },
    /// A rectangle about the centre.
    Rect {
        /// Half its width.
        half_width: f64,
        /// Half its height.
        half_height: f64,
    },
    /// A line through points, to the right and down, [`GLYPH_WIDTH`] wide with round ends.
    Stroke {
        /// The points.
        points: &'static [(f64, f64)],
    },
    /// A straight line, [`HATCH_WIDTH`] wide.
    Hatch {
        /// One end, to the right and down.
        from: (f64, f64),
        /// The other.
        to: (f64, f64),
    },
}

/// The width of the lines on a hatched disc, in shares of the seat's radius.
pub const HATCH_WIDTH: f64 = 0.17;

/// The width of the lines of a glyph, in shares of the seat's radius.
pub const GLYPH_WIDTH: f64 = 0.26;

/// The width of a ring's line, in shares of the seat's radius.
pub const RING_WIDTH: f64 = 0.19;
/// The number of dashes of a dotted ring.
pub const NUM_DOTS: usize = 10;

/// A mark in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marker {
    /// Its centre.
    pub centre: Point,
    /// Its outer radius.
    pub radius: f64,
    /// How it is drawn.
    pub mark: Mark,
    /// Its colour.
    pub colour: Rgb,
}

impl Marker {
    /// The colour of what stands inside: the ring's own, and on a disc black or white, whichever stands out more.
    #[must_use]
    pub fn core_colour(&self) -> Rgb {
        if !self.mark.is_filled() {
            return self.colour;
        }
        let (dark, light) = (Rgb(0x16, 0x20, 0x2B), Rgb(0xFF, 0xFF, 0xFF));
        if contrast(self.colour, light) >= contrast(self.colour, dark) { light } else { dark }
    }
}

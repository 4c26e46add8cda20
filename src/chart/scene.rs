//! The display list: what is drawn, in what order, in one coordinate system.

use std::sync::Arc as Shared;

use super::colour::contrast;
use super::typeface::Typeface;
use crate::lang::Lang;
use crate::model::Rgb;

/// A drawing: `x` runs right and `y` down, in units that are CSS pixels at the drawing's own size: 96 to an inch.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The language of its texts.
    pub lang: Lang,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in full sentences, for those who cannot see it.
    pub description: String,
    /// The ground; `None` where it is transparent.
    pub background: Option<Rgb>,
    /// What it is made for.
    pub medium: Medium,
    /// The fonts that its texts were measured in and are to be drawn with.
    pub typeface: Typeface,
    /// What is drawn, back to front.
    pub items: Vec<Item>,
}

/// What a drawing is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Medium {
    /// A screen: its size is a number of pixels.
    #[default]
    Screen,
    /// Paper: its size is a length, 96 units an inch.
    Paper,
}

impl Medium {
    /// The units of a scene in a millimetre of paper.
    pub const UNITS_PER_MILLIMETRE: f64 = 96.0 / 25.4;
}

/// A shape, or shapes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Shapes with a name.
    Group(Group),
    /// A filled circle.
    Disc(Disc),
    /// A filled rectangle.
    Rect(Rect),
    /// Part of a circle's line.
    Arc(Arc),
    /// A straight line.
    Line(Line),
    /// A line through points.
    Path(Path),
    /// One line of text.
    Text(Text),
    /// The mark of a position, in a legend.
    Marker(Marker),
    /// A seat.
    Seat(Seat),
    /// A picture.
    Image(Image),
}

/// Shapes with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The name, unique in the scene: `seats`, `party-rn`.
    pub id: String,
    /// What it is, for a reader.
    pub label: Option<String>,
    /// What it holds.
    pub items: Vec<Item>,
}

/// A point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A filled circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Disc {
    /// Its centre.
    pub centre: Point,
    /// Its radius.
    pub radius: f64,
    /// Its colour.
    pub fill: Rgb,
}

/// A filled rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The radius of its corners.
    pub rounding: f64,
    /// Its colour.
    pub fill: Rgb,
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImageFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// SVG.
    Svg,
}

impl ImageFormat {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// A picture that is drawn as it is, as large as its place allows.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Its left edge.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What the bytes are.
    pub format: ImageFormat,
    /// The picture's file.
    pub data: Shared<[u8]>,
    /// What it shows, for those who cannot see it.
    pub label: String,
}

/// Part of a circle's line, from the left over the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The circle's centre.
    pub centre: Point,
    /// The circle's radius.
    pub radius: f64,
    /// The angle it starts at, from 0 (left) to π (right).
    pub from: f64,
    /// The angle it ends at.
    pub to: f64,
    /// Its width.
    pub width: f64,
    /// Its colour.
    pub colour: Rgb,
}

impl Arc {
    /// The point of the line at an angle.
    #[must_use]
    pub fn point(&self, angle: f64) -> Point {
        on_circle(self.centre, self.radius, angle)
    }
}

/// The point at an angle from the left, over the top.
#[must_use]
pub fn on_circle(centre: Point, radius: f64, angle: f64) -> Point {
    Point { x: centre.x - radius * libm::cos(angle), y: centre.y - radius * libm::sin(angle) }
}

/// A straight line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// One end.
    pub from: Point,
    /// The other.
    pub to: Point,
    /// Its width.
    pub width: f64,
    /// Its colour.
    pub colour: Rgb,
}

/// A line through points.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The points.
    pub points: Vec<Point>,
    /// Its width.
    pub width: f64,
    /// Its colour.
    pub colour: Rgb,
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// The cut of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Regular.
    Regular,
    /// Bold.
    Bold,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// A point on the baseline.
    pub at: Point,
    /// Which end of the text stands there.
    pub anchor: Anchor,
    /// The size of the em.
    pub size: f64,
    /// The cut.
    pub weight: Weight,
    /// The colour.
    pub fill: Rgb,
    /// The words.
    pub content: String,
}

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

/// A seat and whom it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Where and how it is drawn.
    pub marker: Marker,
    /// The place of the ballot in the roll call; `None` for a vacant seat without one.
    pub ballot: Option<usize>,
    /// The member's name.
    pub member: String,
    /// The party's short name.
    pub party: String,
    /// The key of the position, or the name of the option.
    pub vote: String,
    /// Who and how, as a sentence.
    pub title: String,
}

impl Scene {
    /// Every seat with its place in drawing order, through all groups.
    pub fn seats(&self) -> impl Iterator<Item = &Seat> {
        let mut seats = Vec::new();
        gather(&self.items, &mut seats);
        seats.into_iter()
    }
}

impl Scene {
    /// Every text in drawing order, through all groups.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let mut texts = Vec::new();
        gather_texts(&self.items, &mut texts);
        texts.into_iter()
    }
}

impl Item {
    /// Every text in it in drawing order, through all groups.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let mut texts = Vec::new();
        gather_texts(std::slice::from_ref(self), &mut texts);
        texts.into_iter()
    }
}

fn gather_texts<'a>(items: &'a [Item], into: &mut Vec<&'a Text>) {
    for item in items {
        match item {
            Item::Group(group) => gather_texts(&group.items, into),
            Item::Text(text) => into.push(text),
            _ => {}
        }
    }
}

fn gather<'a>(items: &'a [Item], into: &mut Vec<&'a Seat>) {
    for item in items {
        match item {
            Item::Group(group) => gather(&group.items, into),
            Item::Seat(seat) => into.push(seat),
            _ => {}
        }
    }
}

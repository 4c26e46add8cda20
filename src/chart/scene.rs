//! The display list: what is drawn, in what order, in one coordinate system.

use std::sync::Arc as Shared;

pub use super::mark::{Core, GLYPH_WIDTH, HATCH_WIDTH, Mark, Marker, NUM_DOTS, RING_WIDTH};
pub use super::names::Names;
pub use super::seat::{Caption, Look, Seat, SeatPlace, Seats};
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
    /// Seats that look alike.
    Seats(Seats),
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

impl Point {
    /// Where both coordinates are zero.
    pub const ORIGIN: Self = Self { x: 0.0, y: 0.0 };
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

impl Scene {
    /// Every seat with its place in drawing order, through all groups.
    pub fn seats(&self) -> impl Iterator<Item = Seat<'_>> {
        let mut seats = Vec::new();
        gather(&self.items, &mut seats);
        seats.into_iter().flat_map(Seats::iter)
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

fn gather<'a>(items: &'a [Item], into: &mut Vec<&'a Seats>) {
    for item in items {
        match item {
            Item::Group(group) => gather(&group.items, into),
            Item::Seats(seats) => into.push(seats),
            _ => {}
        }
    }
}

//! What a graphic is made of: the page, the parts on it and their order, and texts that replace those of the file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::scene::{ImageFormat, Medium};

/// A part of the graphic that can be shown, hidden and moved.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The title of the vote
    Headline,
    /// Chamber, day and procedure, or a text of your own
    Subtitle,
    /// The two figures in big type
    Tally,
    /// The rule that decided, the votes needed, the margin
    Rule,
    /// How many took part
    Turnout,
    /// The chamber, a seat a member
    Chamber,
    /// A line through the chamber where a majority is reached
    MajorityLine,
    /// What each mark means, with counts
    Legend,
    /// How each party voted, as bars
    Parties,
    /// Who voted otherwise than most of their party
    Rebels,
    /// Where the data are from
    Source,
    /// Who made the graphic
    Credit,
    /// A picture of your own
    Logo,
}

impl Part {
    /// Every part, in the usual order.
    pub const ALL: [Self; 13] = [
        Self::Headline,
        Self::Subtitle,
        Self::Tally,
        Self::Rule,
        Self::Turnout,
        Self::Chamber,
        Self::MajorityLine,
        Self::Legend,
        Self::Parties,
        Self::Rebels,
        Self::Source,
        Self::Credit,
        Self::Logo,
    ];

    /// Where the part usually stands.
    fn rank(self) -> usize {
        Self::ALL.iter().position(|&part| part == self).unwrap_or_default()
    }
}

/// What lengths of a page are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Pixels of a screen.
    #[default]
    #[serde(rename = "px")]
    Pixel,
    /// Millimetres of paper.
    #[serde(rename = "mm")]
    Millimetre,
}

/// The page of a graphic.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Page {
    /// What its lengths are counted in.
    #[serde(default)]
    pub unit: Unit,
    /// Its width.
    pub width: f64,
    /// Its height; `None` for as much as the parts take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<f64>,
    /// The empty space at its left and right; a little less above, less than half below.
    pub margin: f64,
    /// The size of its type, over that of the design for 1,200 pixels.
    #[serde(rename = "type")]
    pub type_scale: f64,
    /// Whether it has no ground of its own.
    #[serde(default)]
    pub transparent: bool,
}

/// The width that the design's sizes are for.
const DESIGN_WIDTH: f64 = 1200.0;
/// The margin of the design.
const DESIGN_MARGIN: f64 = 64.0;
/// Below this the small texts are hard to read: a narrow graphic has larger type for its width.
const SMALLEST_SCALE: f64 = 0.62;
/// A graphic lower than this has smaller type for its width.
const LOWEST: f64 = 640.0;

impl Page {
    /// A page of so many pixels, its type as large as suits it.
    #[must_use]
    pub fn pixels(width: f64, height: f64) -> Self {
        let type_scale = (width / DESIGN_WIDTH).max(SMALLEST_SCALE).min(height / LOWEST);
        let margin = DESIGN_MARGIN * type_scale;
        Self {
            unit: Unit::Pixel,
            width,
            height: Some(height),
            margin: margin.min(width / 8.0),
            type_scale,
            transparent: false,
        }
    }

    /// What it is for.
    #[must_use]
    pub fn medium(&self) -> Medium {
        match self.unit {
            Unit::Pixel => Medium::Screen,
            Unit::Millimetre => Medium::Paper,
        }
    }

    /// A length of it in units of a scene.
    pub(super) fn units(&self, length: f64) -> f64 {
        match self.unit {
            Unit::Pixel => length,
            Unit::Millimetre => length * Medium::UNITS_PER_MILLIMETRE,
        }
    }
}

/// Texts of the graphic that replace those of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Texts {
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The line under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Where the data are from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Who made the graphic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// A picture for the graphic.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// What the bytes are.
    pub format: ImageFormat,
    /// The picture's file.
    pub data: Arc<[u8]>,
    /// Its width over its height.
    pub aspect: f64,
    /// What it shows, for those who cannot see it.
    pub label: String,
}

/// What a graphic is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Template {
    /// The page.
    pub page: Page,
    /// The parts on it, from the top. A part that has nothing to show takes no room.
    pub parts: Vec<Part>,
    /// Texts that replace those of the file.
    #[serde(default)]
    pub texts: Texts,
    /// The picture of the part [`Part::Logo`].
    #[serde(skip)]
    pub logo: Option<Logo>,
}

impl Template {
    /// Takes a part away.
    pub fn hide(&mut self, part: Part) {
        self.parts.retain(|&shown| shown != part);
    }

    /// Adds a part where it usually stands; nothing happens where it is shown already.
    pub fn show(&mut self, part: Part) {
        if !self.parts.contains(&part) {
            let at = self.parts.iter().position(|shown| shown.rank() > part.rank());
            self.parts.insert(at.unwrap_or(self.parts.len()), part);
        }
    }

    /// True where it has a part.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}

impl Default for Template {
    /// As for an article.
    fn default() -> Self {
        Preset::Article.template()
    }
}

/// A template that is ready to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// 1,200 pixels wide, as high as it takes
    #[default]
    Article,
    /// A square card for social media, 1,080 pixels
    Square,
    /// An upright card for social media, 1,080 × 1,350 pixels
    Portrait,
    /// A slide, 1,920 × 1,080 pixels
    Slide,
    /// A column of a newspaper, 85 mm wide
    Column,
    /// A page of paper, A4 upright
    Page,
    /// The chamber with tally and legend, without a ground, to lay over something else
    Overlay,
}

impl Preset {
    /// Every one.
    pub const ALL: [Self; 7] =
        [Self::Article, Self::Square, Self::Portrait, Self::Slide, Self::Column, Self::Page, Self::Overlay];

    /// Its name on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Square => "square",
            Self::Portrait => "portrait",
            Self::Slide => "slide",
            Self::Column => "column",
            Self::Page => "page",
            Self::Overlay => "overlay",
        }
    }

    /// What it is made of.
    #[must_use]
    pub fn template(self) -> Template {
        let pixels = |width: f64, height: Option<f64>, margin: f64, type_scale: f64| Page {
            unit: Unit::Pixel,
            width,
            height,
            margin,
            type_scale,
            transparent: self == Self::Overlay,
        };
        let paper = |width: f64, height: Option<f64>, margin: f64, type_scale: f64| Page {
            unit: Unit::Millimetre,
            ..pixels(width, height, margin, type_scale)
        };
        let page = match self {
            Self::Article => pixels(1200.0, None, 64.0, 1.0),
            Self::Square => pixels(1080.0, Some(1080.0), 60.0, 1.2),
            Self::Portrait => pixels(1080.0, Some(1350.0), 60.0, 1.3),
            Self::Slide => pixels(1920.0, Some(1080.0), 88.0, 1.5),
            Self::Column => paper(85.0, None, 2.0, 0.6),
            Self::Page => paper(210.0, Some(297.0), 18.0, 0.74),
            Self::Overlay => pixels(1200.0, None, 24.0, 1.0),
        };
        let without: &[Part] = match self {
            Self::Article | Self::Portrait | Self::Slide => &[Part::Turnout, Part::Rebels],
            Self::Square => &[Part::Turnout, Part::Rebels, Part::Parties],
            // A column is too narrow for a long sentence.
            Self::Column => &[Part::Rule, Part::Turnout, Part::Rebels, Part::Parties],
            Self::Page => &[],
            Self::Overlay => &[
                Part::Headline,
                Part::Subtitle,
                Part::Rule,
                Part::Turnout,
                Part::Rebels,
                Part::Parties,
                Part::Source,
                Part::Credit,
                Part::Logo,
            ],
        };
        let parts = Part::ALL.into_iter().filter(|part| !without.contains(part)).collect();
        Template { page, parts, texts: Texts::default(), logo: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_shown_where_they_usually_stand() {
        let mut template = Preset::Square.template();
        template.show(Part::Turnout);
        template.show(Part::Turnout);
        let at = |part| template.parts.iter().position(|&shown| shown == part);
        assert_eq!(at(Part::Turnout), at(Part::Rule).map(|place| place + 1));
        template.hide(Part::Turnout);
        assert_eq!(template, Preset::Square.template());
    }

    #[test]
    fn paper_is_measured_in_millimetres() {
        let page = Preset::Column.template().page;
        assert!((page.units(page.width) - 321.26).abs() < 0.01);
        assert_eq!(page.medium(), Medium::Paper);
        assert_eq!(Preset::Article.template().page.medium(), Medium::Screen);
    }

    #[test]
    fn a_template_is_a_plain_value() {
        for preset in Preset::ALL {
            let text = toml::to_string(&preset.template()).expect("written");
            let read: Template = toml::from_str(&text).expect("read");
            assert_eq!(read, preset.template(), "{text}");
        }
        assert!(toml::from_str::<Template>("parts = []\ncolour = 1\n[page]\nwidth = 1\n").is_err());
    }
}

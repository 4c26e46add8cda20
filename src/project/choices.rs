//! What single options may be, as texts both ways.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::lang::Message;
use crate::layout::{Aisles, Shape};

/// A shape, or the file of a seat plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutChoice {
    /// A shape that needs nothing else.
    Shape(ShapeName),
    /// A plan of numbered seats in a file.
    Plan(PathBuf),
}

/// The shapes that need nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ShapeName {
    /// Rows on arcs around one centre
    #[default]
    Hemicycle,
    /// Opposing benches
    Benches,
    /// A half circle with straight legs
    Horseshoe,
    /// Rows around the whole centre
    Circle,
    /// Straight rows of desks in twos
    Classroom,
    /// One table with everybody around it
    Table,
    /// Straight rows
    Grid,
}

/// A text that is not a layout.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Message::new("error-layout-shape").with("text", .0))]
pub struct ParseLayoutError(String);

impl Default for LayoutChoice {
    fn default() -> Self {
        Self::Shape(ShapeName::default())
    }
}

impl ShapeName {
    /// Every one with the shape it stands for.
    pub const ALL: [(Self, Shape); 7] = [
        (Self::Hemicycle, Shape::Hemicycle),
        (Self::Benches, Shape::Benches),
        (Self::Horseshoe, Shape::Horseshoe),
        (Self::Circle, Shape::Circle),
        (Self::Classroom, Shape::Classroom),
        (Self::Table, Shape::Table),
        (Self::Grid, Shape::Grid),
    ];
}

impl fmt::Display for LayoutChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(name) => {
                let value = clap::ValueEnum::to_possible_value(name);
                f.write_str(value.as_ref().map_or("", |value| value.get_name()))
            }
            Self::Plan(path) => write!(f, "plan:{}", path.display()),
        }
    }
}

impl FromStr for LayoutChoice {
    type Err = ParseLayoutError;

    fn from_str(text: &str) -> Result<Self, ParseLayoutError> {
        match text.split_once(':') {
            Some(("plan", file)) if !file.is_empty() => Ok(Self::Plan(PathBuf::from(file))),
            _ => clap::ValueEnum::from_str(text, true)
                .map(Self::Shape)
                .map_err(|_| ParseLayoutError(text.to_owned())),
        }
    }
}

/// Where there are aisles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AislesChoice(pub Aisles);

/// A text that says nothing of aisles.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Message::new("error-aisles").with("text", .0))]
pub struct ParseAislesError(String);

impl fmt::Display for AislesChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Aisles::None => f.write_str("none"),
            Aisles::Parties => f.write_str("parties"),
            Aisles::Sections(sections) => write!(f, "{sections}"),
        }
    }
}

impl FromStr for AislesChoice {
    type Err = ParseAislesError;

    fn from_str(text: &str) -> Result<Self, ParseAislesError> {
        match text {
            "none" => Ok(Self(Aisles::None)),
            "parties" => Ok(Self(Aisles::Parties)),
            number => number
                .parse()
                .map(|sections| Self(Aisles::Sections(sections)))
                .map_err(|_| ParseAislesError(text.to_owned())),
        }
    }
}

/// A width and a height, each from 200 to 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// The width.
    pub width: u16,
    /// The height.
    pub height: u16,
}

/// A text that is not a size.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Message::new("error-size").with("text", .0))]
pub struct ParseSizeError(String);

impl fmt::Display for PictureSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

impl FromStr for PictureSize {
    type Err = ParseSizeError;

    fn from_str(text: &str) -> Result<Self, ParseSizeError> {
        let fault = || ParseSizeError(text.to_owned());
        let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(fault)?;
        let side = |text: &str| text.trim().parse().ok().filter(|side| (200..=10_000).contains(side));
        Ok(Self { width: side(width).ok_or_else(fault)?, height: side(height).ok_or_else(fault)? })
    }
}

/// A text that is not a number in a range.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", Message::new("error-number-range").with("text", .text).with("least", .least).with("most", .most))]
pub struct ParseNumberError {
    text: String,
    least: String,
    most: String,
}

/// Reads a number from `LEAST` to `MOST`, both over `PARTS`.
///
/// # Errors
/// [`ParseNumberError`] for what is no number, or beyond them.
pub fn number_from<const LEAST: u16, const MOST: u16, const PARTS: u16>(
    text: &str,
) -> Result<f64, ParseNumberError> {
    let [least, most] = [LEAST, MOST].map(|bound| f64::from(bound) / f64::from(PARTS));
    let number = text.trim().parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| ParseNumberError {
        text: text.to_owned(),
        least: least.to_string(),
        most: most.to_string(),
    })
}

/// In a project these stand as the texts that are typed.
macro_rules! written_as_typed {
    ($($choice:ty),*) => {$(
        impl Serialize for $choice {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $choice {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

written_as_typed!(LayoutChoice, AislesChoice, PictureSize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_written_as_they_are_read() {
        for text in ["hemicycle", "benches", "table", "plan:a b/hall.csv"] {
            assert_eq!(text.parse::<LayoutChoice>().map(|choice| choice.to_string()).as_deref(), Ok(text));
        }
        for text in ["none", "parties", "4"] {
            assert_eq!(text.parse::<AislesChoice>().map(|choice| choice.to_string()).as_deref(), Ok(text));
        }
        assert_eq!(ShapeName::ALL.len(), <ShapeName as clap::ValueEnum>::value_variants().len());
    }

    #[test]
    fn numbers_in_a_range() {
        assert_eq!(number_from::<1, 200, 10>("2.5"), Ok(2.5));
        for text in ["0", "20.1", "NaN", "inf", "two", "-1", ""] {
            assert!(number_from::<1, 200, 10>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn sizes() {
        assert_eq!("1200x900".parse(), Ok(PictureSize { width: 1200, height: 900 }));
        for text in ["1200", "0x900", "1200x99999", "axb", "-1x2", ""] {
            assert!(text.parse::<PictureSize>().is_err(), "{text}");
        }
    }
}

//! What can be typed.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand};

use super::{ClassroomCommand, LookArguments, RecordArguments, ReplayArguments, environment_lang};
use crate::chart::SeatOrder;
use crate::lang::{Lang, Message};
use crate::layout::{Aisles, LayoutOptions};
use crate::model::{MajorityRule, ParseRuleError, Preset};

/// Opens a roll-call file and shows how a chamber voted.
#[derive(Debug, Parser)]
#[command(
    name = "hemicycle",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit codes: 0 fine, 1 the file has a fault, 2 wrong usage."
)]
pub struct Arguments {
    /// What to do; without it, the window opens
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The file to open in the window
    pub file: Option<PathBuf>,

    /// Save a picture of the window to this PNG file once it is drawn, and close
    #[arg(long, value_name = "FILE.png")]
    pub screenshot: Option<PathBuf>,

    /// The page to show of the file
    #[arg(long, value_enum)]
    pub page: Option<PageChoice>,

    /// The size of the window in points
    #[arg(long, value_name = "WxH", default_value = "1440x900")]
    pub window_size: PictureSize,

    /// The language of the window
    #[arg(long, value_parser = interface_lang)]
    pub lang: Option<Lang>,

    /// The colours of the window
    #[arg(long, value_enum)]
    pub theme: Option<ThemeChoice>,
}

/// A page of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum PageChoice {
    /// How each party voted
    Parties,
    /// How each member voted
    Members,
    /// How the chamber is arranged
    Chart,
    /// What could not be read as it stood
    Problems,
    /// How the file is read
    Mapping,
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ThemeChoice {
    /// On white
    Light,
    /// On dark
    Dark,
}

/// What to do without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the result: headline, positions, parties
    Tally {
        /// Which file, and how to read it
        #[command(flatten)]
        input: Input,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
        /// The language of the output
        #[arg(long, value_parser = interface_lang)]
        lang: Option<Lang>,
    },
    /// List the votes of a file: number, date, result, title
    Votes {
        /// Which file, and how to read it
        #[command(flatten)]
        input: Input,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
        /// The language of the output
        #[arg(long, value_parser = interface_lang)]
        lang: Option<Lang>,
    },
    /// Print how a file was read, and every problem; exits with 1 where rows were lost
    Check {
        /// Which file, and how to read it
        #[command(flatten)]
        input: Input,
        /// Write the problems to this CSV file
        #[arg(long, value_name = "OUT.csv")]
        problems: Option<PathBuf>,
        /// Write the mapping beside the file, where it is found by itself, or to this file
        #[arg(long, value_name = "OUT.toml", num_args = 0..=1, require_equals = true)]
        save_mapping: Option<Option<PathBuf>>,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
        /// The language of the output
        #[arg(long, value_parser = interface_lang)]
        lang: Option<Lang>,
    },
    /// Write the votes as data: a row for each member and vote, or Popolo JSON
    Convert {
        /// Which file, and how to read it
        #[command(flatten)]
        input: Input,
        /// The file to write; the ending .csv or .json chooses the format
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The language of the notes
        #[arg(long, value_parser = interface_lang)]
        lang: Option<Lang>,
    },
    /// Print what the graphic shows in full sentences, for those who cannot see it
    Describe {
        /// Which file, and how to read it
        #[command(flatten)]
        input: Input,
        /// The language of the description
        #[arg(long, value_enum)]
        lang: Option<Lang>,
    },
    /// Print the figures of the graphic as CSV, a row for each party, for charting tools
    Figures {
        /// Which file, and how to read it
        #[command(flatten)]
        input: Input,
        /// The file to write instead
        #[arg(short, long, value_name = "OUT.csv")]
        output: Option<PathBuf>,
        /// The language of the header
        #[arg(long, value_enum)]
        lang: Option<Lang>,
    },
    /// Draw the graphic
    Render(Box<RenderArguments>),
    /// Play a vote back as a film: an animated GIF, PNG or WebP, or an MP4 where ffmpeg is installed
    Replay(Box<ReplayArguments>),
    /// Record a roll call: one answer a line, each on the disk before it is confirmed
    Record(Box<RecordArguments>),
    /// A mock parliament for a class: deal seats, tell who guessed best, count a secret ballot
    Classroom {
        /// What to do
        #[command(subcommand)]
        what: ClassroomCommand,
    },
    /// Write the minutes of a roll call from its journal
    Minutes {
        /// The journal
        journal: PathBuf,
        /// The file to write; the ending .pdf or .txt chooses the format
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The language of the minutes
        #[arg(long, value_parser = interface_lang)]
        lang: Option<Lang>,
    },
    /// Check the journal of a roll call; exits with 0 intact, 1 last line torn, 2 damaged
    Verify {
        /// The journal
        journal: PathBuf,
        /// The checksum of the last line, as the minutes give it
        #[arg(long, value_name = "HASH")]
        chain: Option<String>,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
        /// The language of the output
        #[arg(long, value_parser = interface_lang)]
        lang: Option<Lang>,
    },
}

/// Which file, which vote of it, and how to read it.
#[derive(Args, Clone, Debug)]
pub struct Input {
    /// A roll-call file, a folder of them, or - for standard input
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
    /// The vote: its number in the file, else its place in the list; without it, the first
    #[arg(long, value_name = "ID")]
    pub vote: Option<String>,
    /// How to read the file; without it, NAME.hemicycle.toml beside it, else as its content says
    #[arg(long, value_name = "FILE.toml")]
    pub mapping: Option<PathBuf>,
    /// The rule that decides: a name such as an-censure or us-senate-cloture, or a rule such as ">1/2 of members";
    /// without it, the file's own, else more votes for than against
    #[arg(long, value_name = "RULE", value_parser = rule)]
    pub rule: Option<MajorityRule>,
}

/// A rule from its name or its text.
pub(super) fn rule(text: &str) -> Result<MajorityRule, String> {
    text.parse().map_err(|error: ParseRuleError| rule_fault(error.text()).to_string())
}

/// The sentence about a text that is not a rule.
pub(super) fn rule_fault(text: &str) -> Message {
    let names: Vec<&str> = Preset::ALL.into_iter().map(Preset::key).collect();
    Message::new("error-rule").with("text", text).with("names", names.join(", "))
}

impl Input {
    /// A file by itself.
    #[must_use]
    pub fn of(path: PathBuf) -> Self {
        Self { path, vote: None, mapping: None, rule: None }
    }
}

/// What to draw, where to, and how.
#[derive(Args, Debug)]
pub struct RenderArguments {
    /// Which file, and how to read it
    #[command(flatten)]
    pub input: Input,
    /// The file to write; the ending .svg, .png, .pdf, .webp or .html chooses the format. With --all, a name with
    /// {id} in it, such as 'out/{id}.svg'
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Draw every vote of the file
    #[arg(long, conflicts_with = "vote")]
    pub all: bool,
    /// Leave out votes whose file is there
    #[arg(long, requires = "all")]
    pub resume: bool,
    /// The number of threads; without it, one for each core
    #[arg(long, value_name = "N", requires = "all", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// How to draw it
    #[command(flatten)]
    pub options: RenderOptions,
}

/// How to draw the graphic.
#[derive(Args, Clone, Debug)]
pub struct RenderOptions {
    /// Pixels to a unit in PNG and WebP; without it, 1, and for paper 300 to an inch
    #[arg(long, value_name = "FACTOR", value_parser = number_from::<1, 200, 10>, conflicts_with = "dpi")]
    pub scale: Option<f64>,
    /// Pixels to an inch in PNG and WebP, of which a unit is 1/96
    #[arg(long, value_name = "DPI", value_parser = number_from::<10, 2400, 1>)]
    pub dpi: Option<f64>,
    /// Write the texts of an SVG as outlines, which need no font
    #[arg(long)]
    pub outline_text: bool,
    /// Page, parts, texts, style
    #[command(flatten)]
    pub look: LookArguments,
    /// How the chamber is laid out: hemicycle, benches, horseshoe, circle, classroom, table, grid, or plan:FILE
    /// with a CSV (seat, x, y) or an SVG whose elements have seat numbers
    #[arg(long, value_name = "SHAPE", default_value = "hemicycle")]
    pub layout: LayoutChoice,
    /// The number of rows; without it, the one that fills and spaces best
    #[arg(long)]
    pub rows: Option<usize>,
    /// The angle of the chamber in degrees, from 90 to 360
    #[arg(long, default_value_t = 180.0)]
    pub span: f64,
    /// The radius of the front row over that of the back row, from 0.01 to 0.95
    #[arg(long)]
    pub inner: Option<f64>,
    /// Where there are aisles: none, parties, or a number of equal sections
    #[arg(long, value_name = "WHERE", default_value = "none")]
    pub aisles: AislesChoice,
    /// The size of a seat over the size at which seats touch, from 0.2 to 1
    #[arg(long, default_value_t = LayoutOptions::SEAT_SIZE)]
    pub seat_size: f64,
    /// A party on the government's benches, by its short name; may be repeated. Without it, the largest party
    #[arg(long, value_name = "PARTY")]
    pub government: Vec<String>,
    /// A party on the cross benches; may be repeated. Without it, members without a party
    #[arg(long, value_name = "PARTY")]
    pub cross: Vec<String>,
    /// How members sit inside their party
    #[arg(long, value_enum, default_value = "vote")]
    pub order: SeatOrder,
    /// Draw a line after so many seats from the left (289), or half, 3/5 or 2/3 of them; may be repeated
    #[arg(long, value_name = "SEATS")]
    pub majority_line: Vec<String>,
    /// The language of the graphic
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

impl Command {
    /// The language asked for, else the environment's.
    #[must_use]
    pub fn lang(&self) -> Lang {
        let chosen = match self {
            Self::Tally { lang, .. }
            | Self::Check { lang, .. }
            | Self::Votes { lang, .. }
            | Self::Describe { lang, .. }
            | Self::Figures { lang, .. }
            | Self::Convert { lang, .. }
            | Self::Minutes { lang, .. }
            | Self::Verify { lang, .. } => *lang,
            Self::Render(arguments) => arguments.options.lang,
            Self::Classroom { what } => what.lang(),
            Self::Replay(arguments) => arguments.options.lang,
            Self::Record(arguments) => arguments.lang,
        };
        chosen.unwrap_or_else(environment_lang)
    }
}

/// A language that the window and the commands speak.
pub(super) fn interface_lang(text: &str) -> Result<Lang, String> {
    let known = Lang::INTERFACE.into_iter().find(|lang| lang.code() == text);
    known.ok_or_else(|| Lang::INTERFACE.map(Lang::code).join(", "))
}

/// A shape, or the file of a seat plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutChoice {
    /// A shape that needs nothing else.
    Shape(ShapeName),
    /// A plan of numbered seats in a file.
    Plan(PathBuf),
}

/// The shapes that need nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ShapeName {
    /// Rows on arcs around one centre
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AislesChoice(pub Aisles);

/// A text that says nothing of aisles.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Message::new("error-aisles").with("text", .0))]
pub struct ParseAislesError(String);

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
pub(super) struct ParseNumberError {
    text: String,
    least: String,
    most: String,
}

/// Reads a number from `LEAST` to `MOST`, both over `PARTS`.
pub(super) fn number_from<const LEAST: u16, const MOST: u16, const PARTS: u16>(
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
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

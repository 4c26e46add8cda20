//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::{ClassroomCommand, RecordArguments, ReplayArguments, environment_lang};
use crate::lang::{Lang, Message};
use crate::model::{MajorityRule, ParseRuleError, Preset};
use crate::project::{PictureSize, RenderOptions};

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
    /// How the graphic looks
    Style,
    /// What could not be read as it stood
    Problems,
    /// How the file is read
    Mapping,
    /// A roll call of its members, being prepared
    RollCall,
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
    /// Print the result: headline, positions, parties; of a chamber without a vote, its seats
    Tally {
        /// Which file, and how to read it
        #[command(flatten)]
        input: Input,
        /// Parties of a chamber without a vote that are summed, by their short names and with commas between
        #[arg(long, value_name = "PARTIES", value_delimiter = ',')]
        coalition: Vec<String>,
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
        /// Parties of a chamber without a vote that are summed, by their short names and with commas between
        #[arg(long, value_name = "PARTIES", value_delimiter = ',')]
        coalition: Vec<String>,
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
    /// Keep everything that a graphic is made of in one file, which render and the window open
    Project(Box<ProjectArguments>),
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
    /// A roll-call file, a folder of them, a project (NAME.hemicycle), or - for standard input
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
    /// The vote: its number in the file, else its place in the list; without it, the first
    #[arg(long, value_name = "ID")]
    pub vote: Option<String>,
    /// How to read the file; without it, NAME.hemicycle.toml beside it, else as its content says
    #[arg(long, value_name = "FILE.toml")]
    pub mapping: Option<PathBuf>,
    /// What words mean, where the file does not say: '1=for,0=against,9=absent'. May be given several times; the positions are
    /// for, against, abstain, present, not-voting, absent, excused, paired, vacant, unknown, and option:NAME
    #[arg(long, value_name = "WORDS")]
    pub words: Vec<String>,
    /// The column that holds the ballots, where several may: its header, and where several have that, as `check` names it
    #[arg(long, value_name = "COLUMN")]
    pub ballots: Option<String>,
    /// Chambers of your own, with their seats and rules; without it, chambers.toml beside the file
    #[arg(long, value_name = "FILE.toml")]
    pub chambers: Option<PathBuf>,
    /// The rule that decides: a name such as an-censure or us-senate-cloture, or a rule such as ">1/2 of members";
    /// without it, the file's own, else the chamber's, else more votes for than against
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
        Self { path, vote: None, mapping: None, words: Vec::new(), ballots: None, chambers: None, rule: None }
    }
}

/// What to draw, where to, and how.
#[derive(Args, Debug)]
pub struct RenderArguments {
    /// Which file, and how to read it
    #[command(flatten)]
    pub input: Input,
    /// The file to write; the ending .svg, .png, .pdf, .webp or .html chooses the format. With --all, a name with
    /// {id} in it, such as 'out/{id}.svg'. Without it, a project is drawn to NAME.svg beside it
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Draw nothing where a file of the project is no longer as it was
    #[arg(long)]
    pub locked: bool,
    /// Draw every vote of the file
    #[arg(long, conflicts_with = "vote")]
    pub all: bool,
    /// Leave out votes whose file is there, whole
    #[arg(long, requires = "all")]
    pub resume: bool,
    /// The number of threads; without it, one for each core
    #[arg(long, value_name = "N", requires = "all", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// How to draw it
    #[command(flatten)]
    pub options: RenderOptions,
}

/// What to keep in a project, and where.
#[derive(Args, Debug)]
pub struct ProjectArguments {
    /// Which file, and how to read it
    #[command(flatten)]
    pub input: Input,
    /// The file to write, NAME.hemicycle; other files are named in it from its folder
    #[arg(short, long, value_name = "NAME.hemicycle")]
    pub output: PathBuf,
    /// How to draw it
    #[command(flatten)]
    pub options: RenderOptions,
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
            Self::Project(arguments) => arguments.options.lang,
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}

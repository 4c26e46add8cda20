//! Why a file could not be read as a roll call at all.

use crate::lang::Message;
use crate::read::lookup::ChamberFault;
use crate::read::{ContainerFault, DocumentFault, Format};
use crate::record::Damage;

/// A kind of file that is not delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Data of the statistics program R.
    RData,
    /// Compressed in a way that is not read here.
    Compressed,
    /// PDF.
    Pdf,
    /// A web page.
    Html,
    /// None of these, and not text.
    Binary,
}

/// What a document without ballots holds, the more telling the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// Nothing that is known here.
    Nothing,
    /// So many parties or groups.
    Parties(usize),
    /// So many members.
    Members(usize),
    /// The votes of one member over time.
    OneMember,
    /// So many votes with numbers, and nobody who cast them.
    Totals(usize),
}

/// Why a file could not be read. The text names the file, what was found, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum ReadError {
    /// Nothing is at that path.
    NoFile {
        /// The path as given.
        file: String,
    },
    /// The system would not hand out the bytes.
    Unreadable {
        /// The path as given.
        file: String,
        /// What the system said.
        cause: String,
    },
    /// No bytes, or nothing but white space.
    Empty {
        /// The file's name.
        file: String,
    },
    /// Not delimited text.
    NotDelimited {
        /// The file's name.
        file: String,
        /// What it is instead.
        found: Foreign,
    },
    /// A header and nothing below it.
    NoRows {
        /// The file's name.
        file: String,
    },
    /// No column holds votes.
    NoVoteColumn {
        /// The file's name.
        file: String,
        /// The columns there are.
        columns: Vec<String>,
    },
    /// Several votes stand below one another, and nothing tells them apart.
    VotesBelowOneAnother {
        /// The file's name.
        file: String,
        /// How often the average member appears.
        count: usize,
    },
    /// The column that was to hold the ballots cannot.
    NoSuchBallots {
        /// The file's name.
        file: String,
        /// The column that was given.
        column: String,
        /// Those that may hold them.
        columns: Vec<String>,
    },
    /// Counts of votes, and nobody who cast them.
    TotalsOnly {
        /// The file's name.
        file: String,
        /// The columns of counts.
        columns: Vec<String>,
    },
    /// Sums over many votes for each member.
    Aggregates {
        /// The file's name.
        file: String,
        /// The columns of sums.
        columns: Vec<String>,
    },
    /// Members, and not how they voted.
    MembersOnly {
        /// The file's name.
        file: String,
    },
    /// What was voted on, and not who voted how.
    ListOfVotes {
        /// The file's name.
        file: String,
    },
    /// Who was there, and not how they voted.
    Attendance {
        /// The file's name.
        file: String,
        /// The column that says who was there.
        column: String,
    },
    /// More columns than are read.
    TooManyColumns {
        /// The file's name.
        file: String,
        /// How many there are.
        count: usize,
    },
    /// A line that is no row of a table.
    LongLine {
        /// The file's name.
        file: String,
        /// The line, counted from 1.
        line: u64,
        /// How long a row may be.
        megabytes: u64,
    },
    /// More rows or cells than are kept.
    TooManyRows {
        /// The file's name.
        file: String,
        /// How many rows were kept until then.
        count: usize,
    },
    /// A file that is longer than what is read into memory.
    TooLarge {
        /// The file's name.
        file: String,
        /// How much is read.
        megabytes: u64,
    },
    /// A mapping that cannot be understood.
    BadMapping {
        /// The mapping's file.
        file: String,
        /// What is wrong with it.
        cause: String,
    },
    /// A word that was given a meaning, and that the file does not have.
    NoSuchWord {
        /// The file's name.
        file: String,
        /// The word.
        word: String,
        /// The words that the file has.
        words: Vec<String>,
    },
    /// A book of chambers that cannot be used.
    BadChambers {
        /// Its file.
        file: String,
        /// Why.
        fault: ChamberFault,
    },
    /// A mapping of another file: a column that it names is not there.
    MappingMisses {
        /// The file's name.
        file: String,
        /// The column that the mapping names.
        column: String,
    },
    /// A folder in which no file holds votes.
    NoVotesInFolder {
        /// The folder.
        file: String,
        /// How many files were looked at.
        count: usize,
    },
    /// A file of a folder beyond what is read of one.
    BeyondFolder {
        /// The file's name.
        file: String,
        /// How many megabytes of a folder are read.
        megabytes: u64,
    },
    /// More files in a folder than are looked at.
    TooManyFiles {
        /// The folder.
        file: String,
        /// How many are looked at.
        most: usize,
    },
    /// JSON or XML with a mistake in it.
    Broken {
        /// The file's name.
        file: String,
        /// What it sets out to be.
        format: Format,
        /// Where, counted from 1.
        line: u64,
        /// Where in the line, counted from 1.
        column: u64,
        /// What is wrong there.
        fault: DocumentFault,
    },
    /// A document that names nobody who voted.
    NoBallots {
        /// The file's name.
        file: String,
        /// What it holds instead.
        content: Content,
    },
    /// A zip, gzip or spreadsheet that cannot be unpacked.
    Packed {
        /// The file's name.
        file: String,
        /// Why not.
        fault: ContainerFault,
    },
    /// A sheet of a workbook that cannot be read.
    BadSheet {
        /// The workbook, and the sheet where there are several.
        file: String,
        /// What the reader of workbooks says.
        cause: String,
    },
    /// A sheet of a workbook that has the name of another.
    DoubledSheet {
        /// The workbook and the sheet.
        file: String,
    },
    /// A folder so deep in others that it is not looked into.
    FolderTooDeep {
        /// The folder.
        file: String,
        /// How many folders deep is looked.
        most: usize,
    },
    /// A link to a folder elsewhere.
    LinkedFolder {
        /// The link.
        file: String,
    },
    /// Zero bytes in a text: a part of the file was lost.
    ZeroBytes {
        /// The file's name.
        file: String,
        /// The line of the first, counted from 1.
        line: u64,
        /// How many there are in all.
        count: usize,
    },
    /// Somebody wrote to the file while it was read.
    Changed {
        /// The path as given.
        file: String,
    },
    /// A journal whose first line cannot be used.
    BadJournal {
        /// The file's name.
        file: String,
        /// What is wrong with the line.
        damage: Damage,
    },
    /// The reader was told to stop.
    Cancelled {
        /// The file's name.
        file: String,
    },
}

impl ReadError {
    /// The file that it is about, or the folder.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::NoFile { file }
            | Self::Unreadable { file, .. }
            | Self::Empty { file }
            | Self::NotDelimited { file, .. }
            | Self::NoRows { file }
            | Self::NoVoteColumn { file, .. }
            | Self::VotesBelowOneAnother { file, .. }
            | Self::NoSuchBallots { file, .. }
            | Self::TotalsOnly { file, .. }
            | Self::Aggregates { file, .. }
            | Self::MembersOnly { file }
            | Self::ListOfVotes { file }
            | Self::Attendance { file, .. }
            | Self::TooManyColumns { file, .. }
            | Self::LongLine { file, .. }
            | Self::TooManyRows { file, .. }
            | Self::TooLarge { file, .. }
            | Self::BadMapping { file, .. }
            | Self::BadChambers { file, .. }
            | Self::MappingMisses { file, .. }
            | Self::NoSuchWord { file, .. }
            | Self::NoVotesInFolder { file, .. }
            | Self::BeyondFolder { file, .. }
            | Self::TooManyFiles { file, .. }
            | Self::Broken { file, .. }
            | Self::NoBallots { file, .. }
            | Self::Packed { file, .. }
            | Self::BadSheet { file, .. }
            | Self::DoubledSheet { file }
            | Self::FolderTooDeep { file, .. }
            | Self::LinkedFolder { file }
            | Self::ZeroBytes { file, .. }
            | Self::Changed { file }
            | Self::BadJournal { file, .. }
            | Self::Cancelled { file } => file,
        }
    }

    /// True where the file may well hold votes that could not be got at; false where it is something else.
    #[must_use]
    pub fn may_lose_votes(&self) -> bool {
        !matches!(
            self,
            Self::Empty { .. }
                | Self::NotDelimited { .. }
                | Self::NoRows { .. }
                | Self::NoVoteColumn { .. }
                | Self::TotalsOnly { .. }
                | Self::Aggregates { .. }
                | Self::MembersOnly { .. }
                | Self::ListOfVotes { .. }
                | Self::Attendance { .. }
                | Self::NoVotesInFolder { .. }
                | Self::NoBallots { .. }
        )
    }

    /// The sentence to show.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a sentence for each")]
    pub fn message(&self) -> Message {
        match self {
            Self::NoFile { file } => Message::new("error-no-file").with("file", file),
            Self::Unreadable { file, cause } => {
                Message::new("error-unreadable").with("file", file).with("cause", cause)
            }
            Self::Empty { file } => Message::new("error-empty").with("file", file),
            Self::NotDelimited { file, found } => Message::new(match found {
                Foreign::RData => "error-r-data",
                Foreign::Compressed => "error-compressed",
                Foreign::Pdf => "error-pdf",
                Foreign::Html => "error-html",
                Foreign::Binary => "error-binary",
            })
            .with("file", file),
            Self::NoRows { file } => Message::new("error-no-rows").with("file", file),
            Self::NoVoteColumn { file, columns } => {
                Message::new("error-no-vote-column").with("file", file).with("columns", listed(columns))
            }
            Self::NoSuchBallots { file, column, columns } => Message::new("error-no-such-ballots")
                .with("file", file)
                .with("column", column)
                .with("columns", listed(columns)),
            Self::VotesBelowOneAnother { file, count } => {
                Message::new("error-members-repeat").with("file", file).with("count", *count)
            }
            Self::TotalsOnly { file, columns } => {
                Message::new("error-totals-only").with("file", file).with("columns", listed(columns))
            }
            Self::Aggregates { file, columns } => {
                Message::new("error-aggregates").with("file", file).with("columns", listed(columns))
            }
            Self::MembersOnly { file } => Message::new("error-members-only").with("file", file),
            Self::ListOfVotes { file } => Message::new("error-list-of-votes").with("file", file),
            Self::Attendance { file, column } => {
                Message::new("error-attendance").with("file", file).with("column", column)
            }
            Self::TooManyColumns { file, count } => {
                Message::new("error-too-many-columns").with("file", file).with("count", *count)
            }
            Self::LongLine { file, line, megabytes } => Message::new("error-long-line")
                .with("file", file)
                .with("line", line.to_string())
                .with("megabytes", *megabytes),
            Self::TooManyRows { file, count } => {
                Message::new("error-too-many-rows").with("file", file).with("count", *count)
            }
            Self::TooLarge { file, megabytes } => {
                Message::new("error-too-large").with("file", file).with("megabytes", *megabytes)
            }
            Self::BadMapping { file, cause } => {
                Message::new("error-bad-mapping").with("file", file).with("cause", cause)
            }
            Self::BadChambers { fault, .. } => fault.message(),
            Self::MappingMisses { file, column } => {
                Message::new("error-mapping-misses").with("file", file).with("column", column)
            }
            Self::NoSuchWord { file, word, words } => Message::new("error-no-such-word")
                .with("file", file)
                .with("word", word)
                .with("words", listed(words)),
            Self::NoVotesInFolder { file, count } => {
                Message::new("error-no-votes-in-folder").with("file", file).with("count", *count)
            }
            Self::BeyondFolder { file, megabytes } => {
                Message::new("error-beyond-folder").with("file", file).with("megabytes", *megabytes)
            }
            Self::TooManyFiles { file, most } => {
                Message::new("error-too-many-files").with("file", file).with("count", *most)
            }
            Self::Broken { file, format, line, column, fault } => Message::new("error-broken")
                .with("file", file)
                .with("format", format.name())
                .with("line", line.to_string())
                .with("column", column.to_string())
                .with("fault", fault.message()),
            Self::NoBallots { file, content } => match content {
                Content::Nothing => Message::new("error-no-ballots").with("file", file),
                Content::Parties(count) => {
                    Message::new("error-parties-only").with("file", file).with("count", *count)
                }
                Content::Members(count) => {
                    Message::new("error-members-in-document").with("file", file).with("count", *count)
                }
                Content::OneMember => Message::new("error-one-member").with("file", file),
                Content::Totals(count) => {
                    Message::new("error-totals-in-document").with("file", file).with("count", *count)
                }
            },
            Self::Packed { file, fault } => {
                Message::new("error-packed").with("file", file).with("fault", fault.message())
            }
            Self::BadSheet { file, cause } => {
                Message::new("error-bad-sheet").with("file", file).with("cause", cause)
            }
            Self::DoubledSheet { file } => Message::new("error-doubled-sheet").with("file", file),
            Self::FolderTooDeep { file, most } => {
                Message::new("error-folder-too-deep").with("file", file).with("count", *most)
            }
            Self::LinkedFolder { file } => Message::new("error-linked-folder").with("file", file),
            Self::ZeroBytes { file, line, count } => Message::new("error-zero-bytes")
                .with("file", file)
                .with("line", line.to_string())
                .with("count", *count),
            Self::Changed { file } => Message::new("error-changed").with("file", file),
            Self::BadJournal { file, damage } => {
                Message::new("error-bad-journal").with("file", file).with("fault", damage.message())
            }
            Self::Cancelled { file } => Message::new("error-cancelled").with("file", file),
        }
    }
}

/// The first dozen names; a file can have thousands of columns.
fn listed(columns: &[String]) -> String {
    const SHOWN: usize = 12;
    let mut text = columns.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if columns.len() > SHOWN {
        text.push_str(", …");
    }
    text
}

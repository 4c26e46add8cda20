//! Why a file could not be read as a roll call at all.

use crate::lang::Message;

/// A kind of file that is not delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// XLSX, ODS, XLS.
    Spreadsheet,
    /// A zip archive that is not a spreadsheet.
    Zip,
    /// gzip.
    Gzip,
    /// PDF.
    Pdf,
    /// JSON.
    Json,
    /// XML or HTML.
    Xml,
    /// None of these, and not text.
    Binary,
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
    /// A folder is at that path.
    IsFolder {
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
    /// Several columns each hold a vote.
    VoteInEachColumn {
        /// The file's name.
        file: String,
        /// The columns that hold votes.
        columns: Vec<String>,
    },
    /// Several votes stand below one another.
    VotesBelowOneAnother {
        /// The file's name.
        file: String,
        /// The column that tells them apart, where one does.
        column: Option<String>,
        /// How many votes, or how often the average member appears where no column tells.
        count: usize,
    },
}

impl ReadError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoFile { file } => Message::new("error-no-file").with("file", file),
            Self::IsFolder { file } => Message::new("error-is-folder").with("file", file),
            Self::Unreadable { file, cause } => {
                Message::new("error-unreadable").with("file", file).with("cause", cause)
            }
            Self::Empty { file } => Message::new("error-empty").with("file", file),
            Self::NotDelimited { file, found } => Message::new(match found {
                Foreign::Spreadsheet => "error-spreadsheet",
                Foreign::Zip => "error-zip",
                Foreign::Gzip => "error-gzip",
                Foreign::Pdf => "error-pdf",
                Foreign::Json => "error-json",
                Foreign::Xml => "error-xml",
                Foreign::Binary => "error-binary",
            })
            .with("file", file),
            Self::NoRows { file } => Message::new("error-no-rows").with("file", file),
            Self::NoVoteColumn { file, columns } => {
                Message::new("error-no-vote-column").with("file", file).with("columns", listed(columns))
            }
            Self::VoteInEachColumn { file, columns } => Message::new("error-vote-in-each-column")
                .with("file", file)
                .with("count", columns.len())
                .with("columns", listed(columns)),
            Self::VotesBelowOneAnother { file, column: Some(column), count } => {
                Message::new("error-votes-below-one-another")
                    .with("file", file)
                    .with("column", column)
                    .with("count", *count)
            }
            Self::VotesBelowOneAnother { file, column: None, count } => {
                Message::new("error-members-repeat").with("file", file).with("count", *count)
            }
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

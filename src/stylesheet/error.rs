//! What can be wrong with a style.

use crate::lang::Message;

/// Why a style cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum StyleError {
    /// No style is shipped under this name, and no file has it.
    NoSuchStyle {
        /// The name.
        name: String,
        /// The names of those that are shipped.
        shipped: String,
    },
    /// A file that the style names, or the style's own, cannot be read.
    Unreadable {
        /// The file.
        file: String,
        /// The system's own words.
        cause: String,
    },
    /// A key that styles do not have.
    UnknownKey {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// The keys that may stand there.
        known: String,
    },
    /// Text that is not TOML, or a value that its key cannot have.
    Fault {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        cause: String,
    },
    /// A size outside of its range.
    Size {
        /// The file.
        file: String,
        /// Which.
        name: &'static str,
        /// What was found.
        found: String,
    },
    /// No font of this name is installed.
    NoFont {
        /// The family.
        family: String,
        /// Families with names like it.
        near: String,
    },
    /// A file that is no font.
    NotAFont {
        /// The file.
        file: String,
    },
    /// A file that is no PNG, JPEG or SVG.
    NotAPicture {
        /// The file.
        file: String,
    },
}

impl StyleError {
    /// The sentence to show, with what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchStyle { name, shipped } => {
                Message::new("error-no-such-style").with("name", name).with("shipped", shipped)
            }
            Self::Unreadable { file, cause } => {
                Message::new("error-unreadable").with("file", file).with("cause", cause)
            }
            Self::UnknownKey { file, line, key, known } => Message::new("error-style-key")
                .with("file", file)
                .with("line", line.to_string())
                .with("key", key)
                .with("known", known),
            Self::Fault { file, line, cause } => Message::new("error-style-fault")
                .with("file", file)
                .with("line", line.to_string())
                .with("cause", cause),
            Self::Size { file, name, found } => {
                Message::new("error-style-size").with("file", file).with("name", *name).with("found", found)
            }
            Self::NoFont { family, near } if near.is_empty() => {
                Message::new("error-no-font").with("family", family)
            }
            Self::NoFont { family, near } => {
                Message::new("error-no-font-near").with("family", family).with("near", near)
            }
            Self::NotAFont { file } => Message::new("error-not-a-font").with("file", file),
            Self::NotAPicture { file } => Message::new("error-not-a-picture").with("file", file),
        }
    }
}

//! The form in which a file was written.

use serde::{Serialize, Serializer};

/// The form in which a file was written, whatever it was packed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Delimited text.
    #[default]
    Text,
    /// A spreadsheet.
    Workbook,
    /// JSON.
    Json,
    /// XML.
    Xml,
}

impl Format {
    /// The stable name, in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "delimited text",
            Self::Workbook => "spreadsheet",
            Self::Json => "JSON",
            Self::Xml => "XML",
        }
    }
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

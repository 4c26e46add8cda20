//! Why a graphic cannot be drawn.

use crate::lang::Message;
use crate::stylesheet::StyleError;

/// Why a graphic cannot be drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DrawFault {
    /// What was asked for cannot be had.
    #[error("{0}")]
    Usage(Message),
    /// A file that is part of the graphic has a fault.
    #[error("{0}")]
    File(Message),
}

impl DrawFault {
    /// The sentence to show, with what to do.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Usage(message) | Self::File(message) => message,
        }
    }
}

impl From<StyleError> for DrawFault {
    /// Wrong usage where a name is wrong, else a fault of a file.
    fn from(error: StyleError) -> Self {
        match error {
            StyleError::NoSuchStyle { .. } | StyleError::NoFont { .. } => Self::Usage(error.message()),
            _ => Self::File(error.message()),
        }
    }
}

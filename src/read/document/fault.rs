//! What keeps a text from being the JSON or XML that it sets out to be.

use crate::lang::Message;

/// A place in a text, counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u64,
    pub(super) column: u64,
}

impl Place {
    /// The place of a byte.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Self {
            line: before.bytes().filter(|&byte| byte == b'\n').count() as u64 + 1,
            column: before[line_start..].chars().count() as u64 + 1,
        }
    }

    /// The character that stands there.
    pub(super) fn char_in(self, text: &str) -> Option<char> {
        let line = text.split('\n').nth(usize::try_from(self.line).ok()?.checked_sub(1)?)?;
        line.get(usize::try_from(self.column).ok()?.checked_sub(1)?..)?.chars().next()
    }
}

/// What is wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFault {
    /// A comma with nothing behind it.
    TrailingComma,
    /// A comment, which JSON does not have.
    Comment,
    /// Something behind the end.
    Trailing,
    /// The text ends in the middle.
    CutOff,
    /// Nested deeper than any roll call.
    TooDeep,
    /// More values than any roll call has.
    TooLarge,
    /// Half of a character of two halves (a lone surrogate).
    HalfCharacter,
    /// A number too large to hold.
    HugeNumber,
    /// An XML document that defines its own entities, which can grow without end.
    Entities,
    /// A tag that does not fit the one it should close.
    TagMismatch,
    /// This character, or the end, where something else should be.
    Unexpected(Option<char>),
}

impl DocumentFault {
    /// The sentence to show.
    #[must_use]
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::TrailingComma => "fault-trailing-comma",
            Self::Comment => "fault-comment",
            Self::Trailing => "fault-trailing",
            Self::CutOff => "fault-cut-off",
            Self::TooDeep => "fault-too-deep",
            Self::TooLarge => "fault-too-large",
            Self::HalfCharacter => "fault-half-character",
            Self::HugeNumber => "fault-huge-number",
            Self::Entities => "fault-entities",
            Self::TagMismatch => "fault-tag-mismatch",
            Self::Unexpected(Some(found)) => {
                return Message::new("fault-unexpected").with("found", found.to_string());
            }
            Self::Unexpected(None) => "fault-unexpected-end",
        })
    }
}

//! The reading that was chosen: which column is what, and which word is which position.

use serde::{Serialize, Serializer};

use super::Encoding;
use crate::model::Position;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// How the member voted.
    Position,
    /// The member's name in one column.
    Name,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// A name between the first and the last.
    MiddleName,
    /// A second last name, as in Spanish.
    SecondLastName,
    /// The party or group.
    Party,
    /// Its short name.
    PartyShort,
    /// Its colour.
    PartyColour,
    /// The constituency, district or state.
    Constituency,
    /// The number of the seat.
    Seat,
    /// The publisher's identifier of the member.
    Id,
    /// The votes the member casts.
    Weight,
    /// A number that members can be put in order by.
    Score,
    /// The place in the order of calling.
    CallOrder,
    /// Whether, or by whom, the vote was cast by proxy.
    Proxy,
    /// The number of the vote.
    VoteId,
    /// What was put to the vote.
    VoteTitle,
    /// The day.
    VoteDate,
    /// The result in words, which is not a vote.
    Result,
    /// A fact about the member that is not a vote: attendance, sex, office.
    Detail,
}

impl Role {
    const KEYS: [(Self, &'static str); 21] = [
        (Self::Position, "position"),
        (Self::Name, "name"),
        (Self::FirstName, "first-name"),
        (Self::LastName, "last-name"),
        (Self::MiddleName, "middle-name"),
        (Self::SecondLastName, "second-last-name"),
        (Self::Party, "party"),
        (Self::PartyShort, "party-short"),
        (Self::PartyColour, "party-colour"),
        (Self::Constituency, "constituency"),
        (Self::Seat, "seat"),
        (Self::Id, "id"),
        (Self::Weight, "weight"),
        (Self::Score, "score"),
        (Self::CallOrder, "call-order"),
        (Self::Proxy, "proxy"),
        (Self::VoteId, "vote-id"),
        (Self::VoteTitle, "vote-title"),
        (Self::VoteDate, "vote-date"),
        (Self::Result, "result"),
        (Self::Detail, "detail"),
    ];

    /// The stable name, in JSON and in vocabulary files.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::KEYS.iter().find(|(role, _)| *role == self).map_or("", |(_, key)| key)
    }

    /// The role with this [`key`](Self::key).
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::KEYS.iter().find(|(_, known)| *known == key).map(|(role, _)| *role)
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// A column and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnChoice {
    /// The header; the column's number, counted from 1, where the file has no header.
    pub header: String,
    /// What it holds; `None` for a column that was not used.
    pub role: Option<Role>,
}

/// A word of the vote column and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordChoice {
    /// The word as it stands in the file.
    pub word: String,
    /// The position it was taken for.
    pub position: Position,
    /// True where no vocabulary has the word.
    pub is_unknown: bool,
    /// The number of rows with it.
    pub count: u32,
}

/// How a file was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// The encoding.
    pub encoding: Encoding,
    /// The character between cells.
    pub delimiter: char,
    /// The line of the header, counted from 1; `None` where the file has none.
    pub header_line: Option<u64>,
    /// Every column.
    pub columns: Vec<ColumnChoice>,
    /// Every distinct word of the vote column, the most frequent first.
    pub words: Vec<WordChoice>,
    /// The named options, where the vote is not yes or no.
    pub options: Vec<String>,
}

impl Mapping {
    /// The columns with a role, in the file's order.
    pub fn columns_with(&self, role: Role) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, column)| column.role == Some(role)).map(|(i, _)| i)
    }

    /// The first column with a role.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns_with(role).next()
    }

    /// The header of a column.
    #[must_use]
    pub fn header(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| column.header.as_str())
    }
}

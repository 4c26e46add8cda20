//! The reading that was chosen: which column is what, and which word is which position.

pub(in crate::read) mod saved;

use serde::{Serialize, Serializer};

use crate::model::Position;
use crate::read::Encoding;

/// How votes stand in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One vote, a row per member.
    #[default]
    OneVote,
    /// A row per member and vote.
    Long,
    /// A row per member, a column per vote.
    Wide,
    /// A row per vote, a column per member.
    Transposed,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Self; 4] = [Self::OneVote, Self::Long, Self::Wide, Self::Transposed];

    /// The stable name, in JSON and in saved mappings.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OneVote => "one-vote",
            Self::Long => "long",
            Self::Wide => "wide",
            Self::Transposed => "transposed",
        }
    }

    /// The shape with this [`key`](Self::key).
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.key() == key)
    }

    /// True where cells of many columns are votes.
    #[must_use]
    pub fn is_matrix(self) -> bool {
        matches!(self, Self::Wide | Self::Transposed)
    }
}

impl Serialize for Shape {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// How the member voted; in a matrix every column of votes.
    Position,
    /// A column that is marked for those who took the position that its header names.
    Flag,
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
    /// How many seats a party holds, where a row is a party.
    Seats,
    /// The publisher's identifier of the member.
    Id,
    /// The votes the member casts.
    Weight,
    /// A number that members can be put in order by.
    Score,
    /// The place in the order of calling.
    CallOrder,
    /// When the member answered.
    CallTime,
    /// Whether, or by whom, the vote was cast by proxy.
    Proxy,
    /// The number of the vote.
    VoteId,
    /// What was put to the vote.
    VoteTitle,
    /// The day.
    VoteDate,
    /// The year, where the day is spread over columns.
    VoteYear,
    /// The month, where the day is spread over columns.
    VoteMonth,
    /// The day of the month, where the day is spread over columns.
    VoteDay,
    /// The session, term or sitting, which makes numbers of votes unique.
    Session,
    /// The chamber.
    Chamber,
    /// Votes for as declared.
    DeclaredFor,
    /// Votes against as declared.
    DeclaredAgainst,
    /// Abstentions as declared.
    DeclaredAbstain,
    /// The result in words, which is not a vote.
    Result,
    /// The majority that was needed: in words, as a share, or as a number of votes.
    Requirement,
    /// A fact about the member that is not a vote: attendance, sex, office.
    Detail,
}

impl Role {
    const KEYS: [(Self, &'static str); 33] = [
        (Self::Position, "position"),
        (Self::Flag, "flag"),
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
        (Self::Seats, "seats"),
        (Self::Id, "id"),
        (Self::Weight, "weight"),
        (Self::Score, "score"),
        (Self::CallOrder, "call-order"),
        (Self::CallTime, "call-time"),
        (Self::Proxy, "proxy"),
        (Self::VoteId, "vote-id"),
        (Self::VoteTitle, "vote-title"),
        (Self::VoteDate, "vote-date"),
        (Self::VoteYear, "vote-year"),
        (Self::VoteMonth, "vote-month"),
        (Self::VoteDay, "vote-day"),
        (Self::Session, "session"),
        (Self::Chamber, "chamber"),
        (Self::DeclaredFor, "declared-for"),
        (Self::DeclaredAgainst, "declared-against"),
        (Self::DeclaredAbstain, "declared-abstain"),
        (Self::Result, "result"),
        (Self::Requirement, "requirement"),
        (Self::Detail, "detail"),
    ];

    /// Every role, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::KEYS.iter().map(|(role, _)| *role)
    }

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
    /// The number of ballots with it.
    pub count: u32,
}

/// How a file was read: a plain value that can be shown, edited, saved and applied to the next file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// How votes stand in the table.
    pub shape: Shape,
    /// The encoding.
    pub encoding: Encoding,
    /// The character between cells.
    pub delimiter: char,
    /// The line of the header, counted from 1; `None` where the file has none.
    pub header_line: Option<u64>,
    /// Every column.
    pub columns: Vec<ColumnChoice>,
    /// The role of columns that are not among them: the votes or members of the next file's matrix.
    pub rest: Option<Role>,
    /// Every distinct word of the vote column, the most frequent first.
    pub words: Vec<WordChoice>,
    /// The named options, where the vote is not yes or no.
    pub options: Vec<String>,
}

impl Mapping {
    /// A mapping that says what words mean, and leaves the columns to be found out.
    #[must_use]
    pub fn of_words(words: Vec<WordChoice>, options: Vec<String>) -> Self {
        Self { words, options, ..Self::default() }
    }

    /// True for a mapping that says nothing of columns.
    #[must_use]
    pub fn is_of_words(&self) -> bool {
        self.columns.is_empty() && self.rest.is_none()
    }

    /// The same with these words, which go before its own.
    #[must_use]
    pub fn with_words(mut self, words: &[WordChoice], options: &[String]) -> Self {
        self.words.retain(|known| !words.iter().any(|word| word.word == known.word));
        self.words.extend_from_slice(words);
        if !options.is_empty() {
            self.options = options.to_vec();
        }
        self
    }

    /// The position that somebody chose for a word.
    pub(super) fn chosen_position(&self, word: &str) -> Option<Position> {
        let choice = self.words.iter().find(|choice| choice.word == word)?;
        Some(choice.position).filter(|position| *position != Position::Unknown)
    }

    /// The columns with a role, in the file's order.
    pub fn columns_with(&self, role: Role) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, column)| column.role == Some(role)).map(|(i, _)| i)
    }

    /// The first column with a role.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns_with(role).next()
    }

    /// The name of the column that holds the ballots, where they stand in one.
    #[must_use]
    pub fn ballots(&self) -> Option<String> {
        let mut columns = self.columns_with(Role::Position);
        let only = columns.next().filter(|_| columns.next().is_none())?;
        Some(self.column_name(only))
    }

    /// What tells a column from all others: its header, and where others have that too, its number behind it: `vote (4)`.
    #[must_use]
    pub fn column_name(&self, column: usize) -> String {
        let header = self.header(column);
        match self.columns.iter().filter(|other| other.header == header).count() {
            0 | 1 => header.to_owned(),
            _ => format!("{header} ({})", column + 1),
        }
    }

    /// The header of a column.
    #[must_use]
    pub fn header(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| column.header.as_str())
    }
}

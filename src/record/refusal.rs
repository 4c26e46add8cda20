//! Why an event cannot happen now. The text says what to do instead.

use super::MemberNumber;
use crate::lang::Message;
use crate::model::Position;

/// Why an event cannot happen now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum Refusal {
    /// The roll call was opened before.
    OpenedAlready,
    /// Nobody on the roster has this number.
    NoSuchMember(MemberNumber),
    /// The member answered before.
    Answered {
        /// Who.
        name: String,
        /// How.
        position: Position,
    },
    /// The member has not answered, and there is nothing to correct.
    NotAnswered {
        /// Who.
        name: String,
    },
    /// The member was called as often as members are, and did not answer.
    DidNotAnswer {
        /// Who.
        name: String,
    },
    /// The member is in the chair and is not called.
    InTheChair {
        /// Who.
        name: String,
    },
    /// The member is not absent, so cannot come in.
    NotAbsent {
        /// Who.
        name: String,
    },
    /// Nobody can answer in this way.
    NoAnswer(Position),
    /// The correction is no other than the answer.
    SamePosition {
        /// Whose.
        name: String,
        /// Which.
        position: Position,
    },
    /// A correction or a replacement without a reason.
    NoReason,
    /// A member, an officer or an office without a name.
    NoName,
    /// A member's proxy to themselves.
    OwnProxy {
        /// Who.
        name: String,
    },
    /// The member's vote is spoken by somebody already.
    ProxyGiven {
        /// Who.
        name: String,
    },
    /// The member's vote is spoken by nobody.
    NoProxy {
        /// Who.
        name: String,
    },
    /// The member speaks for as many others as members may.
    ProxyLimit {
        /// Who.
        name: String,
        /// How many.
        limit: u32,
    },
    /// A proxy of a proxy.
    ProxyOfProxy {
        /// Who would speak, and is spoken for, or the other way round.
        name: String,
    },
    /// The vote is closed.
    Closed,
    /// The vote is not closed.
    NotClosed,
    /// The record is signed.
    Signed,
    /// There is no tie for the chair to break.
    NoTie,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// Another line has to be undone first.
    NotTheLast {
        /// The line that can be undone.
        last: u64,
    },
    /// Something that happened since depends on it.
    DependedOn,
}

impl Refusal {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::OpenedAlready => Message::new("refusal-opened"),
            Self::NoSuchMember(number) => Message::new("refusal-no-member").with("n", number.0.to_string()),
            Self::Answered { name, position } => {
                Message::new("refusal-answered").with("name", name).with("position", position.key())
            }
            Self::NotAnswered { name } => Message::new("refusal-not-answered").with("name", name),
            Self::DidNotAnswer { name } => Message::new("refusal-did-not-answer").with("name", name),
            Self::InTheChair { name } => Message::new("refusal-chair").with("name", name),
            Self::NotAbsent { name } => Message::new("refusal-not-absent").with("name", name),
            Self::NoAnswer(position) => Message::new("refusal-no-answer").with("position", position.key()),
            Self::SamePosition { name, position } => {
                Message::new("refusal-same").with("name", name).with("position", position.key())
            }
            Self::NoReason => Message::new("refusal-no-reason"),
            Self::NoName => Message::new("refusal-no-name"),
            Self::OwnProxy { name } => Message::new("refusal-own-proxy").with("name", name),
            Self::ProxyGiven { name } => Message::new("refusal-proxy-given").with("name", name),
            Self::NoProxy { name } => Message::new("refusal-no-proxy").with("name", name),
            Self::ProxyLimit { name, limit } => {
                Message::new("refusal-proxy-limit").with("name", name).with("n", *limit)
            }
            Self::ProxyOfProxy { name } => Message::new("refusal-proxy-of-proxy").with("name", name),
            Self::Closed => Message::new("refusal-closed"),
            Self::NotClosed => Message::new("refusal-not-closed"),
            Self::Signed => Message::new("refusal-signed"),
            Self::NoTie => Message::new("refusal-no-tie"),
            Self::NothingToUndo => Message::new("refusal-nothing-to-undo"),
            Self::NothingToRedo => Message::new("refusal-nothing-to-redo"),
            Self::NotTheLast { last } => Message::new("refusal-not-the-last").with("n", last.to_string()),
            Self::DependedOn => Message::new("refusal-depended-on"),
        }
    }
}

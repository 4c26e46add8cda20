//! How a member voted, and the one byte that records it.

use serde::{Serialize, Serializer};

/// Which of a roll call's named options a member chose: an index into
/// [`RollCallInfo::choices`](super::RollCallInfo::choices).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChoiceId(pub u8);

impl ChoiceId {
    /// The most named options one roll call can have.
    pub const MAX_COUNT: usize = 112;
}

/// How a member voted in one roll call.
///
/// Kinds of not voting are kept apart, because each counts differently in some denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Position {
    /// In favour of the question.
    For,
    /// Against the question.
    Against,
    /// Cast a ballot that is neither for nor against.
    Abstain,
    /// Recorded as present, and not as voting.
    Present,
    /// Did not vote; the source does not say whether the member was in the room (tellers and members
    /// who do not vote by office stand here too).
    NotVoting,
    /// Not there.
    Absent,
    /// Not there, with leave.
    Excused,
    /// Did not vote by arrangement with a member of the other side.
    Paired,
    /// In the chair.
    Presiding,
    /// The source does not say how the member voted, or says it in a word nobody knows.
    Unknown,
    /// The seat has no member.
    Vacant,
    /// The member holds a seat, in a source that has no vote: a composition. It never stands beside positions of a
    /// vote.
    Seat,
    /// Chose one of the roll call's named options (electing a speaker, say).
    Choice(ChoiceId),
}

impl Position {
    /// Every position that a ballot of a vote can have, except the named options, in the order in which they are
    /// listed to a reader.
    pub const ALL: [Self; 11] = [
        Self::For,
        Self::Against,
        Self::Abstain,
        Self::Present,
        Self::NotVoting,
        Self::Paired,
        Self::Presiding,
        Self::Unknown,
        Self::Excused,
        Self::Absent,
        Self::Vacant,
    ];

    /// The number of positions in [`Self::ALL`].
    pub const COUNT: usize = Self::ALL.len();

    /// The position's stable name: the key in JSON, in `data-vote`, and in a vocabulary file.
    /// Named options all answer `choice`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Abstain => "abstain",
            Self::Present => "present",
            Self::NotVoting => "not-voting",
            Self::Absent => "absent",
            Self::Excused => "excused",
            Self::Paired => "paired",
            Self::Presiding => "presiding",
            Self::Unknown => "unknown",
            Self::Vacant => "vacant",
            Self::Seat => "seat",
            Self::Choice(_) => "choice",
        }
    }

    /// The position of a vote with this [`key`](Self::key).
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|position| position.key() == key)
    }

    /// True where the member cast a ballot: for, against, an abstention or a named option.
    #[must_use]
    pub fn is_cast(self) -> bool {
        matches!(self, Self::For | Self::Against | Self::Abstain | Self::Choice(_))
    }

    /// Its number: those of [`Self::ALL`] come first, in another order.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::For => 0,
            Self::Against => 1,
            Self::Abstain => 2,
            Self::Present => 3,
            Self::NotVoting => 4,
            Self::Absent => 5,
            Self::Excused => 6,
            Self::Paired => 7,
            Self::Presiding => 8,
            Self::Unknown => 9,
            Self::Vacant => 10,
            Self::Seat => 11,
            Self::Choice(ChoiceId(n)) => Ballot::FIRST_CHOICE + n,
        }
    }

    fn from_code(code: u8) -> Self {
        match code {
            0 => Self::For,
            1 => Self::Against,
            2 => Self::Abstain,
            3 => Self::Present,
            4 => Self::NotVoting,
            5 => Self::Absent,
            6 => Self::Excused,
            7 => Self::Paired,
            8 => Self::Presiding,
            10 => Self::Vacant,
            11 => Self::Seat,
            n if n >= Ballot::FIRST_CHOICE => Self::Choice(ChoiceId(n - Ballot::FIRST_CHOICE)),
            _ => Self::Unknown,
        }
    }
}

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// A position and whether it was cast by proxy, in one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot(u8);

impl Ballot {
    const PROXY: u8 = 0b1000_0000;
    const FIRST_CHOICE: u8 = 16;

    /// Every [code](Self::code) is below this number.
    pub const NUM_CODES: usize = Self::PROXY as usize;

    /// A ballot cast in person.
    ///
    /// A named option beyond [`ChoiceId::MAX_COUNT`] has no code and is recorded as
    /// [`Position::Unknown`].
    #[must_use]
    pub fn new(position: Position) -> Self {
        match position {
            Position::Choice(ChoiceId(n)) if usize::from(n) >= ChoiceId::MAX_COUNT => {
                Self(Position::Unknown.code())
            }
            other => Self(other.code()),
        }
    }

    /// The same ballot, cast by another member on this one's behalf.
    #[must_use]
    pub fn by_proxy(self) -> Self {
        Self(self.0 | Self::PROXY)
    }

    /// How the member voted.
    #[must_use]
    pub fn position(self) -> Position {
        Position::from_code(self.0 & !Self::PROXY)
    }

    /// True for ballots of one [position](Self::position), by proxy or not: quicker than to compare those.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        self.code() == other.code()
    }

    /// The number of its [position](Self::position), named options among them.
    #[must_use]
    pub fn code(self) -> usize {
        usize::from(self.0 & !Self::PROXY)
    }

    /// The byte that records it.
    pub(super) fn byte(self) -> u8 {
        self.0
    }

    /// Whether another member cast it.
    #[must_use]
    pub fn is_proxy(self) -> bool {
        self.0 & Self::PROXY != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ballot_is_one_byte_and_keeps_every_position() {
        assert_eq!(size_of::<Ballot>(), 1);
        let choices = (0..ChoiceId::MAX_COUNT as u8).map(|n| Position::Choice(ChoiceId(n)));
        for position in Position::ALL.into_iter().chain([Position::Seat]).chain(choices) {
            assert_eq!(Ballot::new(position).position(), position);
            assert!(!Ballot::new(position).is_proxy());
            assert_eq!(Ballot::new(position).by_proxy().position(), position);
            assert!(Ballot::new(position).by_proxy().is_proxy());
            let is_like = |other: Position| Ballot::new(position).by_proxy().is_like(Ballot::new(other));
            assert!(is_like(position));
            assert!(Position::ALL.into_iter().all(|other| is_like(other) == (other == position)));
        }
    }

    #[test]
    fn an_option_too_many_is_unknown_not_another_option() {
        let ballot = Ballot::new(Position::Choice(ChoiceId(112)));
        assert_eq!(ballot.position(), Position::Unknown);
    }

    #[test]
    fn keys_are_distinct_and_lead_back() {
        for position in Position::ALL {
            assert_eq!(Position::from_key(position.key()), Some(position));
        }
    }
}

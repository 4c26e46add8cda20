//! How one party voted.

use super::{agreement_index, rice_index};
use crate::model::{PartyId, Position, Tally};

/// One party's part in a roll call.
#[derive(Clone, Debug)]
pub struct PartyLine {
    /// The party; `None` for the members of none.
    pub party: Option<PartyId>,
    /// Its count.
    pub tally: Tally,
}

impl PartyLine {
    /// Its Rice index.
    #[must_use]
    pub fn rice(&self) -> Option<f64> {
        rice_index(&self.tally)
    }

    /// Its agreement index.
    #[must_use]
    pub fn agreement(&self) -> Option<f64> {
        agreement_index(&self.tally)
    }

    /// Ballots that its members cast, or in a composition the seats that they hold.
    #[must_use]
    pub fn num_counted(&self) -> u32 {
        self.tally.num_cast() + self.tally.members(Position::Seat)
    }

    /// Its plurality position.
    #[must_use]
    pub fn plurality(&self) -> Option<Position> {
        plurality(&self.tally)
    }

    /// True where its members who cast a ballot did not all do the same.
    #[must_use]
    pub fn is_split(&self) -> bool {
        self.tally.occurring().filter(|(position, _)| position.is_cast()).count() > 1
    }
}

/// The position that more members of the group took than any other, among for, against, abstain and named
/// options. `None` where nobody cast a ballot or two positions tie: then there is no line to break.
#[must_use]
pub fn plurality(tally: &Tally) -> Option<Position> {
    let cast = || tally.occurring().filter(|(position, _)| position.is_cast());
    let most = cast().map(|(_, line)| line.members).max()?;
    let mut leading = cast().filter(|(_, line)| line.members == most);
    match (leading.next(), leading.next()) {
        (Some((position, _)), None) => Some(position),
        _ => None,
    }
}

//! Seats dealt to parties, and pupils to seats.

use std::collections::HashSet;
use std::str::FromStr;

use super::apportion::largest_remainder;
use super::draw::Lots;
use crate::lang::Message;
use crate::model::{Member, Party, PartyId, Rgb};
use crate::record::Roster;

/// A party of a mock parliament.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MockParty {
    /// Its names and its colour.
    pub party: Party,
    /// Its share of the seats, in any unit.
    pub share: u32,
}

/// A text that is not a party.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a party: {0:?} (SHORT|NAME|#COLOUR|SHARE, such as Owls|The Owls|#4C6A92|28)")]
pub struct ParsePartyError(String);

impl FromStr for MockParty {
    type Err = ParsePartyError;

    /// Reads `Owls|The Owls|#4C6A92|28`.
    fn from_str(text: &str) -> Result<Self, ParsePartyError> {
        let fault = || ParsePartyError(text.to_owned());
        let fields: Vec<&str> = text.split('|').map(str::trim).collect();
        let [short, name, colour, share] = fields.as_slice() else { return Err(fault()) };
        let colour: Rgb = colour.parse().map_err(|_| fault())?;
        let share = share.parse().map_err(|_| fault())?;
        if short.is_empty() || name.is_empty() {
            return Err(fault());
        }
        let party = Party { name: (*name).to_owned(), short: (*short).to_owned(), colour: Some(colour) };
        Ok(Self { party, share })
    }
}

/// What a mock parliament is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// The seats; those beyond the pupils stay vacant. `None` for one a pupil.
    pub size: Option<u32>,
    /// The parties from the left.
    pub parties: Vec<MockParty>,
    /// The pupils' names.
    pub pupils: Vec<String>,
    /// What lots are drawn by.
    pub seed: u64,
}

/// Why no seats can be dealt.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum DealError {
    /// There is nobody to sit.
    NoPupils,
    /// Two have one name: the one who calls could not tell them apart.
    SameName {
        /// The name.
        name: String,
    },
    /// There are more pupils than seats.
    TooFewSeats {
        /// The seats.
        seats: u32,
        /// The pupils.
        pupils: usize,
    },
    /// No party has a share.
    NoParties,
    /// A party has no name.
    NamelessParty {
        /// Which, counted from 1 at the left.
        number: usize,
    },
    /// Two parties have one name: nobody could tell them apart.
    SameParty {
        /// The name.
        name: String,
    },
}

impl DealError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoPupils => Message::new("error-no-pupils"),
            Self::SameName { name } => Message::new("error-same-pupil").with("name", name),
            Self::TooFewSeats { seats, pupils } => {
                Message::new("error-few-seats").with("seats", *seats).with("pupils", *pupils)
            }
            Self::NoParties => Message::new("error-no-parties"),
            Self::NamelessParty { number } => Message::new("error-nameless-party").with("n", *number),
            Self::SameParty { name } => Message::new("error-same-party").with("name", name),
        }
    }
}

/// A seat and who sits on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MockSeat {
    /// The number of the seat, from 1 at the left.
    pub number: u32,
    /// The party, by its place.
    pub party: usize,
    /// The pupil.
    pub pupil: String,
}

/// A mock parliament with its seats dealt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MockParliament {
    /// The parties from the left.
    pub parties: Vec<Party>,
    /// The seats, by number.
    pub seats: Vec<MockSeat>,
    /// Seats without a pupil.
    pub vacant: u32,
}

impl MockParliament {
    /// Deals seats to parties by largest remainders of their shares, then draws a seat for every pupil. The order of
    /// the names does not help anybody: another order with the same number draws other seats.
    ///
    /// # Errors
    /// [`DealError`] where there is nobody to sit, or nowhere.
    pub fn deal(setup: &Setup) -> Result<Self, DealError> {
        let mut pupils: Vec<String> =
            setup.pupils.iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        pupils.retain(|name| !name.is_empty());
        if pupils.is_empty() {
            return Err(DealError::NoPupils);
        }
        let mut known = HashSet::new();
        if let Some(name) = pupils.iter().find(|name| !known.insert(name.to_lowercase())) {
            return Err(DealError::SameName { name: name.clone() });
        }
        let filled = u32::try_from(pupils.len()).unwrap_or(u32::MAX);
        let size = setup.size.unwrap_or(filled);
        if size < filled {
            return Err(DealError::TooFewSeats { seats: size, pupils: pupils.len() });
        }
        let shares: Vec<u32> = setup.parties.iter().map(|party| party.share).collect();
        if shares.iter().all(|&share| share == 0) {
            return Err(DealError::NoParties);
        }
        told_apart(&setup.parties)?;
        Lots::new(setup.seed).shuffle(&mut pupils);
        let counts = largest_remainder(filled, &shares);
        let parties =
            counts.iter().enumerate().flat_map(|(party, &count)| std::iter::repeat_n(party, count as usize));
        let seats = (1..).zip(parties).zip(pupils);
        Ok(Self {
            parties: setup.parties.iter().map(|party| party.party.clone()).collect(),
            seats: seats.map(|((number, party), pupil)| MockSeat { number, party, pupil }).collect(),
            vacant: size - filled,
        })
    }

    /// Whom to call.
    #[must_use]
    pub fn roster(&self) -> Roster {
        let member = |seat: &MockSeat| Member {
            name: seat.pupil.clone(),
            party: u16::try_from(seat.party).ok().map(PartyId),
            seat: Some(seat.number.to_string()),
            ..Member::default()
        };
        Roster {
            parties: self.parties.clone(),
            members: self.seats.iter().map(member).collect(),
            vacant: self.vacant,
        }
    }
}

/// Parties need names, long and short ones of their own.
fn told_apart(parties: &[MockParty]) -> Result<(), DealError> {
    let (mut names, mut shorts) = (HashSet::new(), HashSet::new());
    for (place, MockParty { party, .. }) in parties.iter().enumerate() {
        let (name, short) = (party.name.trim(), party.short.trim());
        if name.is_empty() || short.is_empty() {
            return Err(DealError::NamelessParty { number: place + 1 });
        }
        let is_new = names.insert(name.to_lowercase());
        let is_new_short = shorts.insert(short.to_lowercase());
        if !is_new || !is_new_short {
            let name = if is_new { short } else { name };
            return Err(DealError::SameParty { name: name.to_owned() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(pupils: usize) -> Setup {
        let party = |text: &str| text.parse().expect("a party");
        Setup {
            size: None,
            parties: vec![
                party("Larks|The Larks|#C9772B|50"),
                party("Owls|The Owls|#4C6A92|30"),
                party("Jays|The Jays|#7A5C99|20"),
            ],
            pupils: (1..=pupils).map(|n| format!("Pupil {n:02}")).collect(),
            seed: 7,
        }
    }

    #[test]
    fn everybody_sits_once_and_the_same_lots_seat_them_the_same() {
        let dealt = MockParliament::deal(&setup(25)).expect("dealt");
        // 12.5, 7.5 and 5: whole 12, 7, 5, and the one left to the first of two equal remainders.
        let count = |party| dealt.seats.iter().filter(|seat| seat.party == party).count();
        assert_eq!([0, 1, 2].map(count), [13, 7, 5]);
        let mut names: Vec<&str> = dealt.seats.iter().map(|seat| seat.pupil.as_str()).collect();
        assert_ne!(names, setup(25).pupils, "drawn, not in the order of the list");
        names.sort_unstable();
        assert_eq!(names, setup(25).pupils);
        assert_eq!(MockParliament::deal(&setup(25)).as_ref(), Ok(&dealt));
        let other = Setup { seed: 8, ..setup(25) };
        assert_ne!(MockParliament::deal(&other).expect("dealt").seats, dealt.seats);
    }

    #[test]
    fn a_roster_has_seats_parties_and_vacancies() {
        let dealt = MockParliament::deal(&Setup { size: Some(30), ..setup(25) }).expect("dealt");
        let roster = dealt.roster();
        assert_eq!((roster.members.len(), roster.vacant, roster.parties.len()), (25, 5, 3));
        assert_eq!(roster.members[0].seat.as_deref(), Some("1"));
        assert_eq!(roster.members[24].party, Some(PartyId(2)));
    }

    #[test]
    fn what_cannot_be_dealt_is_said() {
        let with = |change: fn(&mut Setup)| {
            let mut setup = setup(5);
            change(&mut setup);
            MockParliament::deal(&setup)
        };
        assert_eq!(with(|setup| setup.pupils = vec![" ".to_owned()]), Err(DealError::NoPupils));
        assert_eq!(
            with(|setup| setup.pupils.push("pupil  01".to_owned())),
            Err(DealError::SameName { name: "pupil 01".to_owned() })
        );
        assert_eq!(with(|setup| setup.size = Some(4)), Err(DealError::TooFewSeats { seats: 4, pupils: 5 }));
        assert_eq!(with(|setup| setup.parties.clear()), Err(DealError::NoParties));
        assert_eq!(
            with(|setup| setup.parties[1].party.name.clear()),
            Err(DealError::NamelessParty { number: 2 })
        );
        let same = Err(DealError::SameParty { name: "larks ".trim().to_owned() });
        assert_eq!(with(|setup| setup.parties[2].party.short = "larks ".to_owned()), same);
        for text in ["Owls", "Owls|The Owls|blue|3", "|The Owls|#4C6A92|3", "Owls|The Owls|#4C6A92|-1"] {
            assert!(text.parse::<MockParty>().is_err(), "{text}");
        }
    }
}

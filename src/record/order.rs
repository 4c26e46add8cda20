//! The order of calling.
//!
//! Names are compared by the Unicode collation algorithm (root collation of CLDR), by surname. Members have one
//! name in one string: the surname is what stands before a comma, else the words in capitals, else the last word
//! with the particles before it. As in the lists of most chambers, a particle in small letters does not count
//! (*de Courson* stands under C), one with a capital does (*Le Pen* stands under L).

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use super::Roster;
use crate::model::{Member, seat_number};

/// An order of calling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CallOrder {
    /// As the source lists them.
    #[default]
    File,
    /// By surname.
    Name,
    /// By party in political order, those of none last, and by surname inside it.
    Group,
    /// By surname from a letter that was drawn, through the end of the alphabet and on from its start.
    DrawnLetter(String),
    /// By number of the seat; members without one come last.
    Seat,
}

/// A text that is not an order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an order of calling: {0:?} (file, name, group, seat, or drawn:L with a letter)")]
pub struct ParseCallOrderError(String);

impl fmt::Display for CallOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("file"),
            Self::Name => f.write_str("name"),
            Self::Group => f.write_str("group"),
            Self::DrawnLetter(letter) => write!(f, "drawn:{letter}"),
            Self::Seat => f.write_str("seat"),
        }
    }
}

impl FromStr for CallOrder {
    type Err = ParseCallOrderError;

    fn from_str(text: &str) -> Result<Self, ParseCallOrderError> {
        Ok(match text.trim() {
            "file" => Self::File,
            "name" => Self::Name,
            "group" => Self::Group,
            "seat" => Self::Seat,
            other => match other.strip_prefix("drawn:").map(str::trim) {
                Some(letter) if letter.chars().any(char::is_alphabetic) => {
                    Self::DrawnLetter(letter.to_owned())
                }
                _ => return Err(ParseCallOrderError(text.to_owned())),
            },
        })
    }
}

impl CallOrder {
    /// The places of a roster's members in this order; members that compare equal keep the order of the source.
    #[must_use]
    pub fn places(&self, roster: &Roster) -> Vec<usize> {
        let mut places: Vec<usize> = (0..roster.members.len()).collect();
        let members = &roster.members;
        match self {
            Self::File => {}
            Self::Name => sort(&mut places, members, |_| ()),
            Self::Group => {
                let none = roster.parties.len();
                sort(&mut places, members, |member| member.party.map_or(none, |party| usize::from(party.0)));
            }
            Self::DrawnLetter(letter) => {
                sort(&mut places, members, |_| ());
                let Some(collator) = collator(Strength::Primary) else { return places };
                let is_from = |place: &usize| {
                    collator.compare(&sort_name(&members[*place].name), letter) != Ordering::Less
                };
                let first = places.iter().position(is_from).unwrap_or(0);
                places.rotate_left(first);
            }
            Self::Seat => places.sort_by_key(|&place| seat_key(&members[place])),
        }
        places
    }
}

/// Sorts by a key, then by name.
fn sort<K: Ord>(places: &mut [usize], members: &[Member], key: impl Fn(&Member) -> K) {
    let names: Vec<(K, String)> =
        members.iter().map(|member| (key(member), sort_name(&member.name))).collect();
    let collator = collator(Strength::Tertiary);
    places.sort_by(|&a, &b| {
        let by_name = || match &collator {
            Some(collator) => collator.compare(&names[a].1, &names[b].1),
            None => names[a].1.cmp(&names[b].1),
        };
        names[a].0.cmp(&names[b].0).then_with(by_name)
    });
}

fn collator(strength: Strength) -> Option<CollatorBorrowed<'static>> {
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    Collator::try_new(CollatorPreferences::default(), options).ok()
}

/// The words before a last word that belong to the surname.
const PARTICLES: [&str; 36] = [
    "al", "ap", "ben", "bin", "d'", "da", "dal", "das", "de", "del", "della", "den", "der", "des", "di",
    "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "les", "lo", "los", "mac", "san", "st.", "ten",
    "ter", "van", "von", "y", "zu",
];

/// A name as it is sorted: surname, then the rest.
fn sort_name(name: &str) -> String {
    if let Some((surname, rest)) = name.split_once(',') {
        return format!("{} {}", surname.trim(), rest.trim());
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capitals = |word: &&str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
    };
    let capitals: Vec<&str> = words.iter().copied().filter(|word| is_capitals(word)).collect();
    if !capitals.is_empty() && capitals.len() < words.len() {
        let others: Vec<&str> = words.iter().copied().filter(|word| !is_capitals(word)).collect();
        return format!("{} {}", capitals.join(" "), others.join(" "));
    }
    let is_particle = |word: &str| PARTICLES.contains(&word.to_lowercase().replace('’', "'").as_str());
    // The first word is the first name; a single word is all there is. A last word in digits is a number.
    let mut start = words.len().saturating_sub(1);
    while start > 1 && is_particle(words[start - 1]) {
        start -= 1;
    }
    if words.last().is_some_and(|word| word.chars().all(|c| c.is_ascii_digit())) {
        return name.to_owned();
    }
    let (first, surname) = words.split_at(start);
    let surname: Vec<&str> = surname
        .iter()
        .copied()
        .skip_while(|word| is_particle(word) && word.starts_with(char::is_lowercase))
        .collect();
    let surname = surname.join(" ");
    let surname = surname.strip_prefix("d'").or_else(|| surname.strip_prefix("d’")).unwrap_or(&surname);
    format!("{surname} {}", first.join(" "))
}

/// Seats by number, `3` before `3a` before `12`; members without one last.
fn seat_key(member: &Member) -> (bool, u64, String) {
    let Some(seat) = member.seat.as_deref().map(seat_number) else { return (true, 0, String::new()) };
    let digits: String = seat.chars().take_while(char::is_ascii_digit).collect();
    let rest = seat[digits.len()..].to_owned();
    (false, digits.parse().unwrap_or(u64::MAX), rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Party, PartyId};

    fn names(order: &CallOrder, roster: &Roster) -> Vec<String> {
        order.places(roster).into_iter().map(|place| roster.members[place].name.clone()).collect()
    }

    fn roster(names: &[&str]) -> Roster {
        let members = names.iter().map(|&name| Member { name: name.to_owned(), ..Member::default() });
        Roster { members: members.collect(), ..Roster::default() }
    }

    #[test]
    fn surnames_are_collated_and_not_compared_byte_by_byte() {
        let roster = roster(&[
            "Zoé Zola",
            "Émile Étienne",
            "Eva Evers",
            "Mara Le Roux",
            "Charles de Corse",
            "Anna Cöster",
            "DUPONT Jean",
            "Abel, Zita",
            "Jan van der Berg",
            "Yves d’Arc",
            "Ole Ågård",
        ]);
        assert_eq!(
            names(&CallOrder::Name, &roster),
            [
                "Abel, Zita",
                "Ole Ågård",
                "Yves d’Arc",
                "Jan van der Berg",
                "Charles de Corse",
                "Anna Cöster",
                "DUPONT Jean",
                "Émile Étienne",
                "Eva Evers",
                "Mara Le Roux",
                "Zoé Zola",
            ]
        );
    }

    #[test]
    fn a_drawn_letter_starts_the_alphabet() {
        let roster = roster(&["A Abel", "B Baker", "C Élan", "D Ely", "E Fox"]);
        let drawn = |letter: &str| names(&CallOrder::DrawnLetter(letter.to_owned()), &roster).join(", ");
        assert_eq!(drawn("E"), "C Élan, D Ely, E Fox, A Abel, B Baker");
        assert_eq!(drawn("c"), "C Élan, D Ely, E Fox, A Abel, B Baker");
        assert_eq!(drawn("Z"), "A Abel, B Baker, C Élan, D Ely, E Fox");
    }

    #[test]
    fn groups_and_seats() {
        let mut roster = roster(&["A Young", "B Old", "C New", "D Ash"]);
        roster.parties = vec![Party::default(), Party::default()];
        for (member, (party, seat)) in
            roster.members.iter_mut().zip([(Some(1), "12"), (Some(0), "3a"), (None, ""), (Some(1), "003")])
        {
            member.party = party.map(PartyId);
            member.seat = Some(seat.to_owned()).filter(|seat| !seat.is_empty());
        }
        assert_eq!(names(&CallOrder::Group, &roster), ["B Old", "D Ash", "A Young", "C New"]);
        assert_eq!(names(&CallOrder::Seat, &roster), ["D Ash", "B Old", "A Young", "C New"]);
        assert_eq!(names(&CallOrder::File, &roster), ["A Young", "B Old", "C New", "D Ash"]);
    }

    #[test]
    fn orders_are_written_and_read() {
        for text in ["file", "name", "group", "seat", "drawn:K"] {
            assert_eq!(text.parse::<CallOrder>().map(|order| order.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "drawn:", "drawn:7", "alphabet"] {
            assert!(text.parse::<CallOrder>().is_err(), "{text}");
        }
    }
}

//! Keys that are words of a vote: `NoVoteRecorded`, `mk_ids_pro`, `Result.For`, `nombre_contre`.

use crate::model::Position;
use crate::read::mapping::Role;
use crate::read::vocabulary::words::{header_words, plain};
use crate::read::vocabulary::{self, Match};

/// Words around a position in a key that do not change what it means.
const NOISE: [&str; 46] = [
    "vote",
    "votes",
    "voter",
    "voters",
    "voted",
    "voting",
    "votos",
    "voix",
    "member",
    "members",
    "mp",
    "mps",
    "mk",
    "deputies",
    "list",
    "liste",
    "ids",
    "id",
    "result",
    "results",
    "name",
    "names",
    "count",
    "counts",
    "number",
    "num",
    "nb",
    "nombre",
    "total",
    "totals",
    "tally",
    "value",
    "antall",
    "aantal",
    "adet",
    "antal",
    "anzahl",
    "arv",
    "broj",
    "cantidad",
    "liczba",
    "lukumaara",
    "pocet",
    "skaicius",
    "skaits",
    "stevilo",
];

/// Keys of what stands beside the vote and changes nothing of it: corrections announced afterwards.
const ASIDES: [&str; 8] = [
    "mise au point",
    "mises au point",
    "corrections",
    "correction",
    "intentions",
    "intention",
    "rebellions",
    "vote titles",
];

/// The position that a key names, whatever stands around it.
pub(super) fn key_position(key: &str) -> Option<Position> {
    if let Some(position) = vocabulary::position(key) {
        return Some(position);
    }
    vocabulary::position_within(&header_words(key), &NOISE)
}

/// The words of a key without those that change nothing of a position in it: `voters_ne` says `ne`.
pub(super) fn bare_key(key: &str) -> String {
    let words = header_words(key);
    let own: Vec<&str> = words.iter().map(String::as_str).filter(|word| !NOISE.contains(word)).collect();
    own.join(" ")
}

/// True for a key that a count stands under and nothing else: `Number`, `count`, `total`.
pub(super) fn is_count(key: &str) -> bool {
    const COUNTS: [&str; 12] = [
        "count", "counts", "number", "num", "nb", "nombre", "total", "tally", "value", "votes", "votos",
        "antall",
    ];
    let words = header_words(key);
    !words.is_empty() && words.iter().all(|word| COUNTS.contains(&word.as_str()))
}

/// True for a key of what does not count.
pub(super) fn is_aside(key: &str) -> bool {
    let words = header_words(key);
    let all = words.join(" ");
    ASIDES.contains(&all.as_str()) || words.first().is_some_and(|first| ASIDES.contains(&first.as_str()))
}

/// The role that a key names.
pub(super) fn role(key: &str) -> Option<Role> {
    vocabulary::role(key).map(|(role, _)| role)
}

/// True for a key that heads parties or groups.
pub(super) fn is_party(key: &str) -> bool {
    let heads = |key: &str| matches!(role(key), Some(Role::Party | Role::PartyShort));
    let reduced = plain(key);
    heads(key) || heads(reduced.trim_end_matches('s')) || reduced == "parties"
}

/// True for a key that says who a member is.
pub(super) fn is_identity(key: &str) -> bool {
    matches!(
        vocabulary::role(key),
        Some(
            (Role::Name | Role::FirstName | Role::LastName | Role::Id, _)
                | (Role::Constituency, Match::Whole)
        )
    )
}

/// True for a text that looks like a publisher's number rather than a name.
pub(super) fn is_code(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) && !text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_in_keys() {
        for (key, expected) in [
            ("Ayes", Some(Position::For)),
            ("NoVoteRecorded", Some(Position::NotVoting)),
            ("mk_ids_pro", Some(Position::For)),
            ("mk_ids_against", Some(Position::Against)),
            ("Result.Abstention", Some(Position::Abstain)),
            ("nombre_contre", Some(Position::Against)),
            ("enContra", Some(Position::Against)),
            ("AyeTellers", Some(Position::NotVoting)),
            ("pours", Some(Position::For)),
            ("nonVotants", Some(Position::NotVoting)),
            ("total", None),
            ("number", None),
            ("Forum", None),
        ] {
            assert_eq!(key_position(key), expected, "{key}");
        }
    }

    #[test]
    fn corrections_are_asides() {
        for key in ["miseAuPoint", "Intentions", "Intentions.Result.For", "Corrections"] {
            assert!(is_aside(key), "{key}");
        }
        assert!(!is_aside("Result.For"));
    }
}

//! A chair's casting vote among the ballots: it decides a tie, and is no second ballot.
//!
//! Goes in: a word of the vote column. Comes out: which way the casting vote went. Must not know: who cast it, counts.

use super::phrases::words_of;
use super::vocabulary;
use crate::model::{Position, Verdict};

/// What a casting vote is called, as words of [`words_of`].
const NAMES: [&str; 14] = [
    "casting vote",
    "castingvote",
    "deciding vote",
    "tie breaking vote",
    "tiebreaking vote",
    "tie breaker",
    "voix preponderante",
    "stichentscheid",
    "voto de calidad",
    "voto dirimente",
    "voto di qualita",
    "voto de qualidade",
    "voto de minerva",
    "utslagsrost",
];

/// The result that a casting vote makes, where a word is one: `casting vote aye`, `Stichentscheid: Nein`.
pub(super) fn decides(word: &str) -> Option<Verdict> {
    // A name of it, and a word for a side.
    const LENGTHS: std::ops::RangeInclusive<usize> = 12..=80;
    if !LENGTHS.contains(&word.len()) {
        return None;
    }
    let words = words_of(word).join(" ");
    let rest = NAMES.into_iter().find_map(|name| {
        let (before, after) = words.split_once(name)?;
        Some(if after.trim().is_empty() { before.trim().to_owned() } else { after.trim().to_owned() })
    })?;
    match vocabulary::position(&rest)? {
        Position::For => Some(Verdict::Adopted),
        Position::Against => Some(Verdict::Rejected),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_way_a_casting_vote_went() {
        for (word, expected) in [
            ("casting vote aye", Some(Verdict::Adopted)),
            ("Casting Vote - No", Some(Verdict::Rejected)),
            ("Aye (casting vote)", Some(Verdict::Adopted)),
            ("Stichentscheid: Nein", Some(Verdict::Rejected)),
            ("voix prépondérante : pour", Some(Verdict::Adopted)),
            ("casting vote", None),
            ("aye", None),
        ] {
            assert_eq!(decides(word), expected, "{word}");
        }
    }
}

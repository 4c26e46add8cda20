//! Words among the ballots that say how a vote was decided: a chair's casting vote, which is no second ballot, and consensus, which
//! is no ballot of anybody.
//!
//! Goes in: a word of the vote column. Comes out: the result that it makes. Must not know: whose word it is, counts.

use crate::model::{Position, Verdict};
use crate::read::vocabulary;
use crate::read::vocabulary::phrases::words_of;

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

/// Words for consensus: nobody votes for or against, and it carries.
const CONSENSUS: [&str; 10] = [
    "adopted by consensus",
    "by consensus",
    "by unanimous consent",
    "carried by consent",
    "consensus",
    "unanimous consent",
    "par consensus",
    "im konsens",
    "por consenso",
    "per consenso",
];

/// The result that a word makes: `casting vote aye`, `Stichentscheid: Nein`, `Carried by consent`.
pub(in crate::read) fn decides(word: &str) -> Option<Verdict> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 9..=80;
    if !LENGTHS.contains(&word.len()) {
        return None;
    }
    let words = words_of(word).join(" ");
    if CONSENSUS.contains(&words.as_str()) {
        return Some(Verdict::Adopted);
    }
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
    fn consensus_is_a_word_of_the_vocabulary_and_takes_no_side() {
        for word in CONSENSUS {
            assert_eq!(vocabulary::position(word), Some(Position::Unknown), "{word}");
        }
    }

    #[test]
    fn words_that_decide() {
        for (word, expected) in [
            ("casting vote aye", Some(Verdict::Adopted)),
            ("Casting Vote - No", Some(Verdict::Rejected)),
            ("Aye (casting vote)", Some(Verdict::Adopted)),
            ("Stichentscheid: Nein", Some(Verdict::Rejected)),
            ("voix prépondérante : pour", Some(Verdict::Adopted)),
            ("casting vote", None),
            ("Carried by consent", Some(Verdict::Adopted)),
            ("Consensus", Some(Verdict::Adopted)),
            ("aye", None),
        ] {
            assert_eq!(decides(word), expected, "{word}");
        }
    }
}

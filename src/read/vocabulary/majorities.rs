//! Words and numbers for the majority that a vote needed: `assets/vocabulary/majorities.csv`.
//!
//! Goes in: what stands under a header that speaks of a majority needed. Comes out: what it asks for, or nothing where it
//! speaks of no majority. Must not know: where the text stands, counts.

use std::sync::LazyLock;

use crate::model::{
    Amount, Base, Declared, MajorityRule, Requirement, StatedMajority, Threshold, Tie, Votes,
};
use crate::read::vocabulary;
use crate::read::vocabulary::phrases::{Phrases, words_of};
use crate::read::vocabulary::words::header_words;

/// What a phrase says of a majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Share(u32, u32),
    Simple,
    Absolute,
    AbsoluteOfMembers,
    Majority,
    Other,
    Base(Base),
    QuorumCall,
}

static PARTS: LazyLock<Phrases<Part>> = LazyLock::new(|| {
    let rows = vocabulary::rows(include_str!("../../../assets/vocabulary/majorities.csv"));
    Phrases::new(rows.filter_map(|(key, words)| Some((part(key)?, words))))
});

fn part(key: &str) -> Option<Part> {
    Some(match key {
        "simple" => Part::Simple,
        "absolute" => Part::Absolute,
        "absolute-members" => Part::AbsoluteOfMembers,
        "majority" => Part::Majority,
        "other" => Part::Other,
        "quorum-call" => Part::QuorumCall,
        _ => {
            if let Some(base) = Base::ALL.into_iter().find(|base| base.key() == key) {
                Part::Base(base)
            } else {
                let (numerator, denominator) = share(key)?;
                Part::Share(numerator, denominator)
            }
        }
    })
}

/// What a text asks for; `None` where it speaks of no majority.
pub(in crate::read) fn requirement(text: &str) -> Option<Requirement> {
    const LONGEST: usize = 200;
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let words = words_of(text);
    if PARTS.whole(&words) == Some(Part::QuorumCall) {
        return Some(Requirement::QuorumCall);
    }
    let parts: Vec<Part> = PARTS.within(&words).into_iter().map(|found| found.meaning).collect();
    let base = parts.iter().find_map(|part| match part {
        Part::Base(base) => Some(*base),
        _ => None,
    });
    let has = |wanted: Part| parts.contains(&wanted);
    let named_share = parts.iter().find_map(|part| match part {
        Part::Share(numerator, denominator) => Some((*numerator, *denominator)),
        _ => None,
    });
    if let Some((numerator, denominator)) = share_in(text).or(named_share) {
        let threshold = threshold(numerator, denominator);
        return Some(match base {
            Some(base) => Requirement::Rule(rule(threshold, base)),
            None => Requirement::Share(rule(threshold, Base::ForAndAgainst)),
        });
    }
    let more_than_half = |base: Base| Some(Requirement::Rule(rule(Threshold::MAJORITY, base)));
    // `absolute majority` is one phrase: what it begins with does not count beside it.
    if has(Part::Other) {
        Some(Requirement::Other)
    } else if has(Part::Absolute) {
        base.map_or(Some(Requirement::Other), more_than_half)
    } else if has(Part::AbsoluteOfMembers) {
        more_than_half(base.unwrap_or(Base::Members))
    } else if has(Part::Simple) || has(Part::Majority) {
        more_than_half(base.unwrap_or(Base::ForAndAgainst))
    } else {
        None
    }
}

/// The majority that the cells of a vote state: a number of votes, words, or both.
///
/// Where both are there, the number is what is asked for, unless the words ask for just as many of the declared votes:
/// then they say more.
pub(in crate::read) fn stated(
    words: Option<&str>,
    number: Option<&str>,
    declared: Option<&Declared>,
) -> Option<StatedMajority> {
    let worded = words.and_then(|text| Some((text, requirement(text)?)));
    let needed = number.and_then(|text| Some((text, votes_needed(text)?)));
    let (text, requirement) = match (worded, needed) {
        (worded, None) => worded?,
        (None, Some((text, needed))) => (text, Requirement::Rule(number_of(needed, Base::ForAndAgainst))),
        (Some((text, requirement)), Some((_, needed))) => {
            let rule = match requirement {
                Requirement::Rule(rule) | Requirement::Share(rule) => Some(rule),
                Requirement::QuorumCall | Requirement::Other => None,
            };
            let is_as_many = |rule: &MajorityRule| {
                let base = declared.and_then(|declared| match rule.base {
                    Base::ForAndAgainst => Some(declared.in_favour + declared.against),
                    Base::Cast => Some(declared.in_favour + declared.against + declared.abstain?),
                    Base::Present | Base::Members | Base::Seats => None,
                });
                base.is_some_and(|base| rule.threshold.needed(base, Votes::ONE) == needed)
            };
            match rule {
                Some(rule) if is_as_many(&rule) => (text, Requirement::Rule(rule)),
                rule => {
                    let base = rule.map_or(Base::ForAndAgainst, |rule| rule.base);
                    (text, Requirement::Rule(number_of(needed, base)))
                }
            }
        }
    };
    Some(StatedMajority { text: text.to_owned(), requirement })
}

/// True for a header under which a number is that of votes needed. Under `majority` it is as likely a margin.
pub(in crate::read) fn heads_a_number(header: &str) -> bool {
    const NEEDED: [&str; 16] = [
        "required",
        "requires",
        "requis",
        "requise",
        "requises",
        "needed",
        "need",
        "necessary",
        "necessaire",
        "necessarios",
        "necesarios",
        "necessari",
        "erforderlich",
        "notig",
        "nodig",
        "kvorum",
    ];
    let words = header_words(header);
    // A column without a header has its role from what it holds.
    words.iter().all(|word| word.parse::<u32>().is_ok())
        || words.iter().any(|word| NEEDED.contains(&word.as_str()))
}

/// A whole number of votes, at least one.
fn votes_needed(text: &str) -> Option<Votes> {
    let votes = text.trim().parse::<Votes>().ok()?;
    (votes.is_whole() && votes >= Votes::ONE).then_some(votes)
}

/// The rule of so many votes.
fn number_of(needed: Votes, base: Base) -> MajorityRule {
    rule(Threshold { amount: Amount::Number(needed), strict: false }, base)
}

/// A rule without a name. What exactly half does is not said where more votes for than against are asked for.
fn rule(threshold: Threshold, base: Base) -> MajorityRule {
    let tie = if base == Base::ForAndAgainst && threshold == Threshold::MAJORITY {
        Tie::Unsaid
    } else {
        Tie::Fails
    };
    MajorityRule { base, threshold, tie, quorum: None, preset: None }
}

/// A half is exceeded, other shares are reached.
fn threshold(numerator: u32, denominator: u32) -> Threshold {
    if numerator * 2 == denominator {
        Threshold::MAJORITY
    } else {
        Threshold::at_least(numerator, denominator)
    }
}

/// `2/3` as a key of the table.
fn share(key: &str) -> Option<(u32, u32)> {
    let (numerator, denominator) = key.split_once('/')?;
    let pair = (numerator.parse().ok()?, denominator.parse().ok()?);
    (pair.0 > 0 && pair.0 < pair.1).then_some(pair)
}

/// A share in figures somewhere in a text: `2/3`, `⅔`, `60 %`, `50% + 1`.
fn share_in(text: &str) -> Option<(u32, u32)> {
    const SIGNS: [(char, (u32, u32)); 6] =
        [('½', (1, 2)), ('⅔', (2, 3)), ('⅗', (3, 5)), ('¾', (3, 4)), ('⅘', (4, 5)), ('⅝', (5, 8))];
    if let Some((_, share)) = SIGNS.iter().find(|(sign, _)| text.contains(*sign)) {
        return Some(*share);
    }
    let close: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for (place, sign) in close.char_indices().filter(|(_, c)| matches!(c, '/' | '%')) {
        let before = close[..place].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(first) = close[before..place].parse::<u32>() else { continue };
        let after = &close[place + sign.len_utf8()..];
        let length = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let pair = match sign {
            '%' => (first, 100),
            _ => (first, after[..length].parse().unwrap_or_default()),
        };
        if pair.0 > 0 && pair.0 < pair.1 && pair.1 <= 100 {
            return Some(reduced(pair));
        }
    }
    None
}

fn reduced((numerator, denominator): (u32, u32)) -> (u32, u32) {
    let (mut a, mut b) = (numerator, denominator);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    (numerator / a.max(1), denominator / a.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_line_of_the_table_is_understood_and_stands_once() {
        let mut seen = HashSet::new();
        for (key, words) in vocabulary::rows(include_str!("../../../assets/vocabulary/majorities.csv")) {
            assert!(part(key).is_some(), "{key},{words}");
            assert!(seen.insert(words_of(words).join(" ")), "{key},{words} stands twice");
        }
    }

    /// The rule as text; `share …` where it is not said of whom, `other`, `quorum`.
    fn asked(text: &str) -> Option<String> {
        Some(match requirement(text)? {
            Requirement::Rule(rule) => rule.to_string(),
            Requirement::Share(rule) => format!("share {rule}"),
            Requirement::Other => "other".to_owned(),
            Requirement::QuorumCall => "quorum".to_owned(),
        })
    }

    #[test]
    fn words_in_many_languages() {
        for (text, expected) in [
            ("2/3", Some("share 2/3 of for+against tie fails")),
            ("1/2", Some("share >1/2 of for+against tie unsaid")),
            ("60 %", Some("share 3/5 of for+against tie fails")),
            ("50% + 1", Some("share >1/2 of for+against tie unsaid")),
            ("Reforma Constitucional 3/5", Some("share 3/5 of for+against tie fails")),
            ("Two-thirds of members present and voting", Some("2/3 of for+against tie fails")),
            ("two thirds of the members elected", Some("2/3 of members tie fails")),
            ("Simple majority", Some(">1/2 of for+against tie unsaid")),
            ("Simple", Some(">1/2 of for+against tie unsaid")),
            ("Majority", Some(">1/2 of for+against tie unsaid")),
            ("Absolute majority", Some(">1/2 of members tie fails")),
            ("majorité absolue des suffrages exprimés", Some(">1/2 of for+against tie unsaid")),
            ("majorité des membres composants composant l'Assemblée", Some(">1/2 of members tie fails")),
            ("majorité absolue", Some("other")),
            ("Quórum Simple", Some(">1/2 of for+against tie unsaid")),
            ("Zweidrittelmehrheit der Mitglieder", Some("2/3 of members tie fails")),
            ("Mayoría absoluta", Some(">1/2 of members tie fails")),
            ("dos tercios de los presentes", Some("2/3 of present tie fails")),
            ("qualified majority", Some("other")),
            ("unanimity", Some("other")),
            ("QUORUM", Some("quorum")),
            ("Conservative", None),
            ("pour", None),
            ("37", None),
            ("3/2025", None),
            ("", None),
        ] {
            assert_eq!(asked(text).as_deref(), expected, "{text}");
        }
    }

    /// Worked by hand: 302 + 225 = 527, of which more than half are 264; 246 + 0 are not half of 577.
    #[test]
    fn a_number_beside_words() {
        let declared = |in_favour, against| Declared {
            in_favour: Votes::whole(in_favour),
            against: Votes::whole(against),
            abstain: None,
        };
        let asked = |words: Option<&str>, number: Option<&str>, declared: Declared| match stated(
            words,
            number,
            Some(&declared),
        )?
        .requirement
        {
            Requirement::Rule(rule) => Some(rule.to_string()),
            _ => None,
        };
        let of_votes = Some("majorité absolue des suffrages exprimés");
        assert_eq!(
            asked(of_votes, Some("264"), declared(302, 225)).as_deref(),
            Some(">1/2 of for+against tie unsaid")
        );
        let of_members = Some("majorité des membres composant l'Assemblée");
        assert_eq!(
            asked(of_members, Some("288"), declared(246, 0)).as_deref(),
            Some("288 of members tie fails")
        );
        assert_eq!(
            asked(None, Some("99"), declared(50, 129)).as_deref(),
            Some("99 of for+against tie fails")
        );
        assert_eq!(asked(Some("Conservative"), Some("0"), declared(1, 1)), None);
        assert!(heads_a_number("nombre_suffrages_requis") && heads_a_number("12"));
        assert!(!heads_a_number("majority"));
    }
}

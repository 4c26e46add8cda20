//! Rules as people write them: a name, or `>1/2 of members tie fails quorum 1/3`.

use std::fmt;
use std::str::FromStr;

use super::{Amount, Base, MajorityRule, Preset, Threshold, Tie};
use crate::model::Votes;

/// A text that is not a rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a rule: {0:?} (a name such as an-censure, or a rule such as >1/2 of members tie fails quorum 1/3)"
)]
pub struct ParseRuleError(String);

impl ParseRuleError {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share { numerator, denominator } => write!(f, "{numerator}/{denominator}"),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

impl fmt::Display for Threshold {
    /// `>1/2`, `3/5`, `289`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.strict { ">" } else { "" }, self.amount)
    }
}

impl fmt::Display for MajorityRule {
    /// The rule written out, whatever it is called: `>1/2 of for+against tie chair quorum 1/4`. Reads back as the
    /// same rule without its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} tie {}", self.threshold, self.base.key(), self.tie.key())?;
        match self.quorum {
            Some(quorum) => write!(f, " quorum {quorum}"),
            None => Ok(()),
        }
    }
}

impl FromStr for MajorityRule {
    type Err = ParseRuleError;

    /// Reads a preset's name or a threshold (`half`, `>1/2`, `3/5`, `289`, where a share without a sign is enough
    /// when it is reached, and `half` is more than half), then in any order `of` and a base, `tie` and what it
    /// does, `quorum` and a share or number of members. Without them the rule is of the votes for and against,
    /// what a tie does is not said, and there is no quorum; a share of anything but the votes for and against
    /// falls where it is exactly half.
    fn from_str(text: &str) -> Result<Self, ParseRuleError> {
        let fault = || ParseRuleError(text.trim().to_owned());
        let lower = text.to_lowercase().replace(">=", " ").replace('>', " >").replace([',', ';'], " ");
        let lower = lower.replace("> ", ">");
        let mut words = lower.split_whitespace().peekable();
        let first = words.next().ok_or_else(fault)?;
        let mut rule = match Preset::from_key(first) {
            Some(preset) => preset.rule(),
            None => MajorityRule {
                base: Base::ForAndAgainst,
                threshold: threshold(first).ok_or_else(fault)?,
                tie: Tie::Unsaid,
                quorum: None,
                preset: None,
            },
        };
        let mut tie = None;
        while let Some(word) = words.next() {
            rule.preset = None;
            let value = words.next().ok_or_else(fault)?;
            match word {
                "of" => rule.base = base(value).ok_or_else(fault)?,
                "tie" => tie = Some(self::tie(value).ok_or_else(fault)?),
                "quorum" => rule.quorum = Some(threshold(value).ok_or_else(fault)?),
                _ => return Err(fault()),
            }
        }
        if rule.preset.is_none() {
            let unsaid = if rule.base == Base::ForAndAgainst { rule.tie } else { Tie::Fails };
            rule.tie = tie.unwrap_or(unsaid);
        }
        Ok(rule)
    }
}

impl MajorityRule {
    /// The same rule with the name of a preset, where it is that preset's rule.
    #[must_use]
    pub fn named(self, preset: Preset) -> Self {
        let known = preset.rule();
        if (Self { preset: None, ..known }) == (Self { preset: None, ..self }) { known } else { self }
    }
}

fn threshold(word: &str) -> Option<Threshold> {
    const MOST_PARTS: u32 = 1_000_000;
    if matches!(word, "half" | "majority") {
        return Some(Threshold::MAJORITY);
    }
    let (amount, strict) = word.strip_prefix('>').map_or((word, false), |rest| (rest, true));
    let amount = match amount.split_once('/') {
        Some((numerator, denominator)) => {
            let (numerator, denominator): (u32, u32) = (numerator.parse().ok()?, denominator.parse().ok()?);
            let most = if strict { denominator.checked_sub(1)? } else { denominator };
            (1..=most.min(MOST_PARTS)).contains(&numerator).then_some(())?;
            (denominator <= MOST_PARTS).then_some(Amount::Share { numerator, denominator })?
        }
        None => Amount::Number(amount.parse().ok().filter(|&number| number > Votes::ZERO)?),
    };
    Some(Threshold { amount, strict })
}

fn base(word: &str) -> Option<Base> {
    let word = if word == "for-and-against" { "for+against" } else { word };
    Base::ALL.into_iter().find(|base| base.key() == word)
}

fn tie(word: &str) -> Option<Tie> {
    [Tie::Unsaid, Tie::Fails, Tie::Passes, Tie::Chair].into_iter().find(|tie| tie.key() == word)
}

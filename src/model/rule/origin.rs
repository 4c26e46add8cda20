//! Which rule a roll call is judged by, and who says so.

use super::{Amount, Base, MajorityRule};
use crate::model::{Requirement, RollCall, Tally};

/// Who says by which rule a count is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleOrigin {
    /// Whoever looks at it chose it.
    Chosen,
    /// The source gives the rule.
    File,
    /// The source states the majority that was needed, with its base.
    Stated,
    /// The source states the share that was needed, and not of whom.
    StatedShare,
    /// It is what usually decides in this chamber.
    Chamber,
    /// Nobody: it is the ordinary rule of most chambers.
    Ordinary,
    /// The chamber votes under several majorities, or the one that was needed is a share of members who are not all
    /// listed: the count cannot be judged before somebody chooses.
    Open,
}

impl RuleOrigin {
    /// The stable name used in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::File => "file",
            Self::Stated => "stated",
            Self::StatedShare => "stated-share",
            Self::Chamber => "chamber",
            Self::Ordinary => "ordinary",
            Self::Open => "open",
        }
    }
}

impl RollCall<'_> {
    /// The rule that decides: the source's, else the chamber's, else the ordinary one.
    #[must_use]
    pub fn rule(&self) -> MajorityRule {
        self.judged_by(None, &self.tally()).0.unwrap_or_default()
    }

    /// The rule that decides, and who says so: the chosen one, else the source's, else the majority that the source
    /// states, else the chamber's usual one, else the ordinary one. `None` where that is [open](RuleOrigin::Open).
    #[must_use]
    pub fn judged_by(
        &self,
        chosen: Option<MajorityRule>,
        tally: &Tally,
    ) -> (Option<MajorityRule>, RuleOrigin) {
        let info = self.info();
        if chosen.is_some() {
            return (chosen, RuleOrigin::Chosen);
        }
        if let Some(rule) = info.rule.as_deref() {
            return (Some(*rule), RuleOrigin::File);
        }
        let stated = info.stated.as_ref().and_then(|stated| stated.majority.as_ref());
        let (rule, origin) = match stated.map(|majority| majority.requirement) {
            Some(Requirement::Rule(rule)) => (rule, RuleOrigin::Stated),
            Some(Requirement::Share(rule)) => (rule, RuleOrigin::StatedShare),
            Some(Requirement::Other) => return (None, RuleOrigin::Open),
            Some(Requirement::QuorumCall) | None => match &info.known {
                Some(chamber) if chamber.has_several_majorities => return (None, RuleOrigin::Open),
                Some(chamber) if chamber.rule.is_some() => {
                    (chamber.rule.unwrap_or_default(), RuleOrigin::Chamber)
                }
                _ => return (Some(MajorityRule::default()), RuleOrigin::Ordinary),
            },
        };
        let is_share_of_all = matches!(rule.base, Base::Members | Base::Seats)
            && matches!(rule.threshold.amount, Amount::Share { .. });
        if is_share_of_all && self.electorate(tally).is_none() {
            return (None, RuleOrigin::Open);
        }
        (Some(rule), origin)
    }
}

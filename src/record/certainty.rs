//! The moment at which the result became certain.

use crate::model::{Moment, Verdict};

/// When the result became certain, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certainty {
    /// The line of the journal after which no answer still to come could change the result.
    pub seq: u64,
    /// When that was.
    pub time: Moment,
    /// The result.
    pub verdict: Verdict,
}

impl Certainty {
    /// What is certain after a line: what was so before stays so from then on, while the result is the same. A
    /// correction or a late arrival can make a certain result open again.
    pub(super) fn after(
        before: Option<Self>,
        verdict: Option<Verdict>,
        seq: u64,
        time: Moment,
    ) -> Option<Self> {
        let verdict = verdict?;
        before.filter(|before| before.verdict == verdict).or(Some(Self { seq, time, verdict }))
    }
}

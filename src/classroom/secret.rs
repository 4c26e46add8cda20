//! A secret ballot: papers are counted, and nothing is kept of who wrote what.
//!
//! A journal of a roll call holds, in clear, each name with its answer and the time; it must not be used for a secret
//! ballot, and is not. What is kept is three numbers. Papers become rows without names, those for first, so that not even
//! the order in which they were opened is kept.

use crate::model::{Ballot, Position, Tally, Votes};

/// The papers of a secret ballot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecretCount {
    /// For.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Blank, or marked as abstaining.
    pub abstain: u32,
}

impl SecretCount {
    fn lines(self) -> [(Position, u32); 3] {
        [
            (Position::For, self.in_favour),
            (Position::Against, self.against),
            (Position::Abstain, self.abstain),
        ]
    }

    /// The count.
    #[must_use]
    pub fn tally(self) -> Tally {
        let mut tally = Tally::default();
        for (position, count) in self.lines() {
            for _ in 0..count {
                tally.add(Ballot::new(position), Votes::ONE);
            }
        }
        tally
    }

    /// The vote as this program's CSV: a row a paper, without names or parties.
    #[must_use]
    pub fn csv(self, question: &str) -> String {
        let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut text = format!("# title: {question}\nname,vote\n");
        for (position, count) in self.lines() {
            for _ in 0..count {
                text.push(',');
                text.push_str(position.key());
                text.push('\n');
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Source, read};

    #[test]
    fn a_secret_ballot_has_figures_and_no_names() {
        let count = SecretCount { in_favour: 12, against: 9, abstain: 3 };
        let text = count.csv("Shall we\nplant?");
        let reading = read(&Source::new("secret.csv", text)).expect("a vote");
        let vote = reading.roll_call().expect("one vote");
        assert_eq!(vote.info().title.as_deref(), Some("Shall we plant?"));
        assert_eq!(vote.tally(), count.tally());
        assert!(vote.votes().all(|cast| cast.member.name.is_empty() && cast.member.party.is_none()));
    }
}

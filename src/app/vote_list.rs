//! Which votes of an archive are listed, and in which order. No drawing.

use std::sync::Arc;

use crate::analyze::VoteLine;
use crate::model::{MajorityRule, Verdict};
use crate::read::Reading;
use crate::stylesheet::dressed;

/// An archive with the figures of each of its votes.
#[derive(Clone, Debug)]
pub struct VoteList {
    /// The archive.
    pub reading: Arc<Reading>,
    /// A line for each of its roll calls.
    pub lines: Arc<Vec<VoteLine>>,
    /// The rule they are judged by, instead of each by its own.
    pub rule: Option<MajorityRule>,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VoteOrder {
    /// As in the file.
    #[default]
    File,
    /// The last day first.
    Newest,
    /// The first day first.
    Oldest,
    /// The smallest difference first.
    Closest,
}

/// Which results are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResultFilter {
    /// Every vote.
    #[default]
    All,
    /// Those that carried.
    Adopted,
    /// Those that did not, ties too.
    Rejected,
    /// Those that a tenth of the votes or less would have turned.
    Close,
}

/// What is looked for in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteFilter {
    /// Words of the title, number or date.
    pub text: String,
    /// The results.
    pub result: ResultFilter,
    /// The order.
    pub order: VoteOrder,
}

impl VoteList {
    /// Counts every vote of a reading.
    #[must_use]
    pub fn new(mut reading: Reading) -> Self {
        // Parties that the file gives no colour have the one they are known by.
        reading.archive.parties = dressed(&reading.archive.parties, &[]);
        let archive = &reading.archive;
        let lines = (0..archive.num_roll_calls())
            .filter_map(|index| archive.roll_call(index))
            .map(|roll_call| VoteLine::of(roll_call, roll_call.rule()))
            .collect();
        Self { lines: Arc::new(lines), reading: Arc::new(reading), rule: None }
    }

    /// The same votes judged by a rule; without one, each by its own. Nothing is counted again.
    #[must_use]
    pub fn judged(&self, rule: Option<MajorityRule>) -> Self {
        let own = |index| self.reading.archive.roll_call(index).map(|roll_call| roll_call.rule());
        let lines = self.lines.iter().enumerate();
        let lines = lines.map(|(index, line)| line.judged(rule.or_else(|| own(index)).unwrap_or_default()));
        Self { lines: Arc::new(lines.collect()), reading: Arc::clone(&self.reading), rule }
    }

    /// The votes that a filter lets through, in its order.
    #[must_use]
    pub fn listed(&self, filter: &VoteFilter) -> Vec<usize> {
        let text = filter.text.trim().to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut listed: Vec<usize> = (0..self.lines.len())
            .filter(|&index| self.has_result(index, filter.result) && self.has_words(index, &words))
            .collect();
        match filter.order {
            VoteOrder::File => {}
            VoteOrder::Newest => {
                listed.sort_by_cached_key(|&index| std::cmp::Reverse(self.date(index)));
            }
            VoteOrder::Oldest => {
                // Votes without a day come last.
                listed.sort_by_cached_key(|&index| (self.date(index).is_empty(), self.date(index)));
            }
            VoteOrder::Closest => {
                listed.sort_by(|&a, &b| self.lines[a].margin().total_cmp(&self.lines[b].margin()));
            }
        }
        listed
    }

    fn date(&self, index: usize) -> String {
        let info = self.reading.archive.roll_call(index).map(|roll_call| roll_call.info());
        info.and_then(|info| info.date.as_ref()).map(ToString::to_string).unwrap_or_default()
    }

    fn has_result(&self, index: usize, result: ResultFilter) -> bool {
        const CLOSE: f64 = 0.1;
        let line = &self.lines[index];
        match result {
            ResultFilter::All => true,
            ResultFilter::Adopted => line.verdict == Some(Verdict::Adopted),
            ResultFilter::Rejected => matches!(line.verdict, Some(Verdict::Rejected | Verdict::Tied)),
            ResultFilter::Close => line.verdict.is_some() && line.margin() <= CLOSE,
        }
    }

    fn has_words(&self, index: usize, words: &[&str]) -> bool {
        if words.is_empty() {
            return true;
        }
        let Some(info) = self.reading.archive.roll_call(index).map(|roll_call| roll_call.info()) else {
            return false;
        };
        let texts = [info.id.clone(), info.title.clone(), info.date.as_ref().map(ToString::to_string)];
        let text = texts.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
        words.iter().all(|word| text.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Source, read};

    fn archive() -> VoteList {
        let mut text = "vote_id,title,date,member,vote\n".to_owned();
        for (id, title, date, in_favour) in
            [("7", "Water", "2024-03-01", 9), ("8", "Fire and water", "2024-05-01", 5), ("9", "Air", "", 2)]
        {
            for member in 0..10 {
                let vote = if member < in_favour { "yes" } else { "no" };
                text.push_str(&format!("{id},{title},{date},Member {member},{vote}\n"));
            }
        }
        VoteList::new(read(&Source::new("votes.csv", text)).expect("an archive"))
    }

    #[test]
    fn votes_are_found_filtered_and_sorted() {
        let list = archive();
        let listed =
            |text: &str, result, order| list.listed(&VoteFilter { text: text.to_owned(), result, order });
        assert_eq!(listed("", ResultFilter::All, VoteOrder::File), [0, 1, 2]);
        assert_eq!(listed("WATER", ResultFilter::All, VoteOrder::File), [0, 1]);
        assert_eq!(listed("water 2024-05", ResultFilter::All, VoteOrder::File), [1]);
        assert_eq!(listed("9", ResultFilter::All, VoteOrder::File), [2]);
        assert_eq!(listed("", ResultFilter::Adopted, VoteOrder::File), [0]);
        assert_eq!(listed("", ResultFilter::Rejected, VoteOrder::File), [1, 2]);
        assert_eq!(listed("", ResultFilter::Close, VoteOrder::File), [1]);
        assert_eq!(listed("", ResultFilter::All, VoteOrder::Newest), [1, 0, 2]);
        assert_eq!(listed("", ResultFilter::All, VoteOrder::Oldest), [0, 1, 2]);
        assert_eq!(listed("", ResultFilter::All, VoteOrder::Closest), [1, 2, 0]);
    }
}

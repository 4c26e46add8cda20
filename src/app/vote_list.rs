//! Which votes of an archive are listed, and in which order. No drawing.

use std::sync::Arc;

use crate::analyze::VoteLine;
use crate::lang::Message;
use crate::model::{MajorityRule, Verdict, VoteDate};
use crate::read::{Question, Reading};
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
    /// What the file does not say, where a result depends on it.
    pub question: Option<Arc<Question>>,
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
}

/// What is looked for in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteFilter {
    /// Words of the title, number or date.
    pub text: String,
    /// The results.
    pub result: ResultFilter,
    /// The first day, as typed: `2024-03-31`, a month or a year.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The most that may lie between the two sides, in hundredths of what they have together.
    pub margin: Option<u8>,
    /// The order.
    pub order: VoteOrder,
}

/// A text that is no day, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoDate;

/// A day (in any writing that leaves no doubt), a month or a year as the beginning that the texts of its days have;
/// `None` for nothing typed.
///
/// # Errors
/// [`NoDate`] for anything else.
pub(super) fn date_bound(text: &str) -> Result<Option<String>, NoDate> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_number =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = text.split_once('-').is_some_and(|(year, month)| {
        is_number(year, 4) && is_number(month, 2) && ("01"..="12").contains(&month)
    });
    if is_number(text, 4) || is_month {
        return Ok(Some(text.to_owned()));
    }
    match VoteDate::from_text(text) {
        VoteDate::Day(_) => Ok(Some(VoteDate::from_text(text).to_string())),
        VoteDate::Text(_) => Err(NoDate),
    }
}

impl VoteFilter {
    /// What is wrong with the days that were typed, if anything.
    #[must_use]
    pub fn date_fault(&self) -> Option<Message> {
        let (from, to) = match (date_bound(&self.from), date_bound(&self.to)) {
            (Err(NoDate), _) => return Some(Message::new("votes-no-date").with("text", self.from.trim())),
            (_, Err(NoDate)) => return Some(Message::new("votes-no-date").with("text", self.to.trim())),
            (Ok(from), Ok(to)) => (from?, to?),
        };
        // A month is not before its own days.
        let is_before = to < from && !from.starts_with(&to);
        is_before.then(|| Message::new("votes-from-after-to"))
    }
}

impl VoteList {
    /// Counts every vote of a reading.
    #[must_use]
    pub fn new(mut reading: Reading) -> Self {
        // Parties that the file gives no colour have the one they are known by.
        reading.archive.parties = dressed(&reading.archive.parties, &[]);
        let question = reading.question().map(Arc::new);
        let mut lines = VoteLine::of_all(&reading.archive);
        for &vote in question.iter().flat_map(|question| &question.votes) {
            if let Some(line) = lines.get_mut(vote) {
                *line = line.unsettled();
            }
        }
        Self { lines: Arc::new(lines), reading: Arc::new(reading), rule: None, question }
    }

    /// True where the figures of a vote depend on what the file does not say.
    #[must_use]
    pub fn is_unsettled(&self, index: usize) -> bool {
        self.question.as_ref().is_some_and(|question| question.is_about(index))
    }

    /// The same votes judged by a rule; without one, each by its own. Nothing is counted again.
    #[must_use]
    pub fn judged(&self, rule: Option<MajorityRule>) -> Self {
        let lines = self.lines.iter().map(|line| line.judged(rule));
        let (reading, question) = (Arc::clone(&self.reading), self.question.clone());
        Self { lines: Arc::new(lines.collect()), reading, rule, question }
    }

    /// The votes that a filter lets through, in its order.
    #[must_use]
    pub fn listed(&self, filter: &VoteFilter) -> Vec<usize> {
        let text = filter.text.trim().to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        // What is no date is said beside the field, and bounds nothing.
        let bound = |text: &str| date_bound(text).ok().flatten();
        let (from, to) = (bound(&filter.from), bound(&filter.to));
        let mut listed: Vec<usize> = (0..self.lines.len())
            .filter(|&index| self.has_result(index, filter.result) && self.is_within(index, filter.margin))
            .filter(|&index| self.has_date(index, from.as_deref(), to.as_deref()))
            .filter(|&index| self.has_words(index, &words))
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

    /// True where any vote has a calendar day.
    #[must_use]
    pub fn has_days(&self) -> bool {
        (0..self.lines.len()).any(|index| self.day(index).is_some())
    }

    fn day(&self, index: usize) -> Option<String> {
        let roll_call = self.reading.archive.roll_call(index)?;
        roll_call
            .info()
            .date
            .as_ref()
            .filter(|date| matches!(date, VoteDate::Day(_)))
            .map(ToString::to_string)
    }

    /// Votes without a calendar day lie in no stretch of days.
    fn has_date(&self, index: usize, from: Option<&str>, to: Option<&str>) -> bool {
        if from.is_none() && to.is_none() {
            return true;
        }
        self.day(index).is_some_and(|day| {
            from.is_none_or(|from| day.as_str() >= from)
                && to.is_none_or(|to| day.as_str() <= to || day.starts_with(to))
        })
    }

    fn is_within(&self, index: usize, margin: Option<u8>) -> bool {
        let line = &self.lines[index];
        margin.is_none_or(|most| line.verdict.is_some() && line.margin() * 100.0 <= f64::from(most))
    }

    fn has_result(&self, index: usize, result: ResultFilter) -> bool {
        let line = &self.lines[index];
        match result {
            ResultFilter::All => true,
            ResultFilter::Adopted => line.verdict == Some(Verdict::Adopted),
            ResultFilter::Rejected => matches!(line.verdict, Some(Verdict::Rejected | Verdict::Tied)),
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
        let listed = |text: &str, result, order| {
            list.listed(&VoteFilter { text: text.to_owned(), result, order, ..VoteFilter::default() })
        };
        assert_eq!(listed("", ResultFilter::All, VoteOrder::File), [0, 1, 2]);
        assert_eq!(listed("WATER", ResultFilter::All, VoteOrder::File), [0, 1]);
        assert_eq!(listed("water 2024-05", ResultFilter::All, VoteOrder::File), [1]);
        assert_eq!(listed("9", ResultFilter::All, VoteOrder::File), [2]);
        assert_eq!(listed("", ResultFilter::Adopted, VoteOrder::File), [0]);
        assert_eq!(listed("", ResultFilter::Rejected, VoteOrder::File), [1, 2]);
        let within = |margin| list.listed(&VoteFilter { margin, ..VoteFilter::default() });
        assert_eq!(within(Some(0)), [1], "a tie");
        assert_eq!(within(Some(60)), [1, 2], "2 to 8 is a margin of 60 in a hundred");
        assert_eq!(within(None), [0, 1, 2]);
        assert_eq!(listed("", ResultFilter::All, VoteOrder::Newest), [1, 0, 2]);
        assert_eq!(listed("", ResultFilter::All, VoteOrder::Oldest), [0, 1, 2]);
        assert_eq!(listed("", ResultFilter::All, VoteOrder::Closest), [1, 2, 0]);
    }

    #[test]
    fn votes_are_filtered_by_days_months_and_years() {
        let list = archive();
        let between = |from: &str, to: &str| {
            list.listed(&VoteFilter { from: from.to_owned(), to: to.to_owned(), ..VoteFilter::default() })
        };
        assert_eq!(between("2024-03-01", "2024-03-01"), [0], "both ends are within");
        assert_eq!(between("2024-03-02", ""), [1], "a vote without a day lies in no stretch of days");
        assert_eq!(between("", "2024-03"), [0], "to the end of the month");
        assert_eq!(between("2024", "2024"), [0, 1]);
        assert_eq!(between("1.5.2024", " "), [1]);
        assert_eq!(between("2025", ""), [0; 0]);
        assert_eq!(between("soon", ""), [0, 1, 2], "what is no date bounds nothing");
        let fault = |from: &str, to: &str| {
            let filter = VoteFilter { from: from.to_owned(), to: to.to_owned(), ..VoteFilter::default() };
            filter.date_fault().map(|fault| fault.to_string())
        };
        assert_eq!(
            (fault("", ""), fault("2024-03", "2024-03-05"), fault("2024-03-05", "2024-03")),
            (None, None, None)
        );
        assert!(fault("soon", "").is_some_and(|fault| fault.contains("soon")));
        assert!(fault("", "03/04/2024").is_some(), "the third of April, or the fourth of March");
        assert!(fault("2024-13", "").is_some() && fault("2024-02-30", "").is_some());
        assert!(fault("2024-05", "2024-03").is_some());
    }
}

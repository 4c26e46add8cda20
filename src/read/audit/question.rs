//! Questions that only a person can answer, because the file does not say.
//!
//! Goes in: a reading. Comes out: a [`Question`] where an answer would change a headline. Must not know: how answers are given.

use crate::model::{Archive, ChoiceId, Position};
use crate::read::mapping::{Mapping, WordChoice};
use crate::read::reading::Reading;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Its votes were read, and every figure is known.
    Read,
    /// A figure depends on an answer that the file does not give.
    Asks,
    /// It holds a chamber, and no vote.
    Composition,
    /// It holds neither.
    Refused,
}

impl Verdict {
    /// The stable name, in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Asks => "asks",
            Self::Composition => "composition",
            Self::Refused => "refused",
        }
    }
}

/// What a file does not say, and a headline depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub about: About,
    /// The places in the archive of the votes whose headline depends on it, in its order.
    pub votes: Vec<usize>,
    /// Answers that fit, the likeliest first. They are offered, never taken.
    pub choices: Vec<Choice>,
}

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// What words mean that nobody knows: the most frequent first, with how many ballots each.
    Words(Vec<WordChoice>),
    /// Which columns hold the ballots: the names of single columns, as far as ballots stand in one.
    Columns(Vec<String>),
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A position for each word.
    Words(Vec<(String, Position)>),
    /// How the file is read.
    Columns(Box<Mapping>),
}

impl Choice {
    /// The answer as it is typed: `--words '1=for,0=against'`, `--ballots 'Second vote'`; `None` where only a mapping says it.
    #[must_use]
    pub fn argument(&self) -> Option<String> {
        match self {
            Self::Words(words) => {
                let words = words.iter().map(|(word, position)| format!("{word}={}", position.key()));
                Some(format!("--words {}", quoted(&words.collect::<Vec<_>>().join(","))))
            }
            Self::Columns(mapping) => Some(format!("--ballots {}", quoted(&mapping.ballots()?))),
        }
    }

    /// The words with what they would stand for; none for an answer about columns.
    #[must_use]
    pub fn words(&self) -> &[(String, Position)] {
        match self {
            Self::Words(words) => words,
            Self::Columns(_) => &[],
        }
    }

    /// Those words as words of a mapping.
    #[must_use]
    pub fn word_choices(&self) -> Vec<WordChoice> {
        let choice = |(word, position): &(String, Position)| WordChoice {
            word: word.clone(),
            position: *position,
            is_unknown: false,
            count: 0,
        };
        self.words().iter().map(choice).collect()
    }
}

/// A text as one argument of a command line.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// So many answers are offered.
const MOST_CHOICES: usize = 3;

impl Question {
    /// What a reading leaves open: first which columns hold the ballots, then what their words mean.
    #[must_use]
    pub fn of(reading: &Reading) -> Option<Self> {
        Self::of_columns(reading).or_else(|| Self::of_words(&reading.archive, &reading.mapping))
    }

    /// The question of the columns, where as much speaks for several.
    fn of_columns(reading: &Reading) -> Option<Self> {
        if reading.ways.others.is_empty() {
            return None;
        }
        let ways = || [&reading.mapping].into_iter().chain(&reading.ways.others);
        let choice =
            |mapping: &Mapping| Choice::Columns(Box::new(Mapping { words: Vec::new(), ..mapping.clone() }));
        Some(Self {
            about: About::Columns(ways().filter_map(Mapping::ballots).collect()),
            votes: (0..reading.archive.num_roll_calls()).collect(),
            choices: ways().map(choice).take(MOST_CHOICES).collect(),
        })
    }

    /// The question of the words that nobody knows, where their meaning could change a headline: where nobody took a side in
    /// any known word, or the unknown words could turn the result.
    fn of_words(archive: &Archive, mapping: &Mapping) -> Option<Self> {
        let is_open = |choice: &&WordChoice| choice.is_unknown && choice.count > 0 && !choice.word.is_empty();
        let words: Vec<WordChoice> = mapping.words.iter().filter(is_open).cloned().collect();
        let in_file: u64 = words.iter().map(|word| u64::from(word.count)).sum();
        if in_file == 0 {
            return None;
        }
        let is_turned = |&index: &usize| {
            let Some(roll_call) = archive.roll_call(index) else { return false };
            let tally = roll_call.tally();
            let (in_favour, against) = (tally.members(Position::For), tally.members(Position::Against));
            let unknown = u64::from(tally.members(Position::Unknown)).min(in_file);
            unknown > 0 && unknown >= u64::from(in_favour.abs_diff(against))
        };
        let votes: Vec<usize> = (0..archive.num_roll_calls()).filter(is_turned).collect();
        if votes.is_empty() {
            return None;
        }
        let known = |position| mapping.words.iter().any(|word| word.position == position && word.count > 0);
        let choices = choices(&words, known(Position::For), known(Position::Against));
        Some(Self { about: About::Words(words), votes, choices })
    }

    /// The words that it is about; none where it is about columns.
    #[must_use]
    pub fn words(&self) -> &[WordChoice] {
        match &self.about {
            About::Words(words) => words,
            About::Columns(_) => &[],
        }
    }

    /// True where the headline of a vote depends on the answer.
    #[must_use]
    pub fn is_about(&self, index: usize) -> bool {
        self.votes.binary_search(&index).is_ok()
    }
}

/// Answers that fit: the two most frequent words as the two sides, both ways, and the first and third; where a side is known, the
/// most frequent word as the other.
fn choices(words: &[WordChoice], has_for: bool, has_against: bool) -> Vec<Choice> {
    let of = |sides: &[(usize, Position)]| -> Option<Choice> {
        let position =
            |index: usize| sides.iter().find(|(at, _)| *at == index).map(|(_, position)| *position);
        if sides.iter().any(|(at, _)| *at >= words.len()) {
            return None;
        }
        let words = words.iter().enumerate();
        let words =
            words.map(|(index, word)| (word.word.clone(), position(index).unwrap_or(Position::NotVoting)));
        Some(Choice::Words(words.collect()))
    };
    let (yes, no) = (Position::For, Position::Against);
    let offered = match (has_for, has_against) {
        (false, false) => vec![of(&[(0, yes), (1, no)]), of(&[(0, no), (1, yes)]), of(&[(0, yes), (2, no)])],
        (true, false) => vec![of(&[(0, no)]), of(&[(0, Position::Abstain)]), of(&[])],
        (false, true) => vec![of(&[(0, yes)]), of(&[(0, Position::Abstain)]), of(&[])],
        (true, true) => vec![of(&[(0, Position::Abstain)]), of(&[])],
    };
    let mut choices: Vec<Choice> = Vec::new();
    for choice in offered.into_iter().flatten() {
        if choices.len() < MOST_CHOICES && !choices.contains(&choice) {
            choices.push(choice);
        }
    }
    choices
}

/// Reads what words mean as it is typed: `1=for,0=against`. Parts stand between commas, and part at the last `=`, so that a word
/// may hold both. Named options are written `option:NAME`.
///
/// # Errors
/// The part that is not understood.
pub fn words_from_text(text: &str) -> Result<(Vec<WordChoice>, Vec<String>), String> {
    let mut words: Vec<WordChoice> = Vec::new();
    let mut options: Vec<String> = Vec::new();
    let mut before = String::new();
    for part in text.split(',') {
        let part = if before.is_empty() { part.to_owned() } else { format!("{before},{part}") };
        let meant = part.rsplit_once('=').map(|(word, meaning)| (word.trim(), meaning.trim()));
        let position = meant.and_then(|(_, meaning)| match meaning.strip_prefix("option:") {
            Some(option) => {
                let known = options.iter().position(|known| known == option);
                let at = known.unwrap_or_else(|| {
                    options.push(option.to_owned());
                    options.len() - 1
                });
                u8::try_from(at).ok().map(|at| Position::Choice(ChoiceId(at)))
            }
            None => Position::from_key(meaning),
        });
        match (meant, position) {
            (Some((word, _)), Some(position)) => {
                words.push(WordChoice { word: word.to_owned(), position, is_unknown: false, count: 0 });
                before.clear();
            }
            _ => before = part,
        }
    }
    if before.is_empty() { Ok((words, options)) } else { Err(before) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Result<Vec<(String, &'static str)>, String> {
        let (words, _) = words_from_text(text)?;
        Ok(words.into_iter().map(|word| (word.word, word.position.key())).collect())
    }

    #[test]
    fn words_as_they_are_typed() {
        let pair = |word: &str, key| (word.to_owned(), key);
        assert_eq!(typed("1=for,0=against"), Ok(vec![pair("1", "for"), pair("0", "against")]));
        assert_eq!(typed("yes, sir=for"), Ok(vec![pair("yes, sir", "for")]), "a word may hold a comma");
        assert_eq!(typed("a=b=abstain"), Ok(vec![pair("a=b", "abstain")]), "the last sign parts");
        assert_eq!(typed("Emma=option:Emma"), Ok(vec![pair("Emma", "choice")]));
        assert_eq!(typed("1=fur"), Err("1=fur".to_owned()));
        assert_eq!(typed("1=for,2"), Err("2".to_owned()));
    }

    #[test]
    fn answers_that_fit() {
        let word = |text: &str| WordChoice {
            word: text.into(),
            position: Position::Unknown,
            is_unknown: true,
            count: 1,
        };
        let words = [word("1"), word("0"), word("9")];
        let typed = |choices: Vec<Choice>| choices.iter().filter_map(Choice::argument).collect::<Vec<_>>();
        assert_eq!(
            typed(choices(&words, false, false)),
            [
                "--words '1=for,0=against,9=not-voting'",
                "--words '1=against,0=for,9=not-voting'",
                "--words '1=for,0=not-voting,9=against'"
            ]
        );
        let one_side = typed(choices(&words[..1], true, false));
        assert_eq!(one_side, ["--words '1=against'", "--words '1=abstain'", "--words '1=not-voting'"]);
    }
}

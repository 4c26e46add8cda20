//! Questions that only a person can answer, because the file does not say.
//!
//! Goes in: the words of the votes that nobody knows, and the votes. Comes out: a [`Question`] where an answer would change a
//! headline. Must not know: how answers are given.

use crate::model::{Archive, ChoiceId, Position};
use crate::read::mapping::{Mapping, WordChoice};

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

/// What the words of a file mean, where the file does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The words that nobody knows, the most frequent first; with how many ballots each.
    pub words: Vec<WordChoice>,
    /// The places in the archive of the votes whose headline depends on it, in its order.
    pub votes: Vec<usize>,
    /// Answers that fit, the likeliest first. They are offered, never taken.
    pub choices: Vec<Choice>,
}

/// One answer: a position for each word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Each word with what it would stand for.
    pub words: Vec<(String, Position)>,
}

impl Choice {
    /// The answer as it is typed: `1=for,0=against`.
    #[must_use]
    pub fn argument(&self) -> String {
        let words = self.words.iter().map(|(word, position)| format!("{word}={}", position.key()));
        words.collect::<Vec<_>>().join(",")
    }

    /// The answer as words of a mapping.
    #[must_use]
    pub fn word_choices(&self) -> Vec<WordChoice> {
        let choice = |(word, position): &(String, Position)| WordChoice {
            word: word.clone(),
            position: *position,
            is_unknown: false,
            count: 0,
        };
        self.words.iter().map(choice).collect()
    }
}

/// So many answers are offered.
const MOST_CHOICES: usize = 3;

impl Question {
    /// The question of the words that nobody knows, where their meaning could change a headline: where nobody took a side in
    /// any known word, or the unknown words could turn the result.
    #[must_use]
    pub fn of_words(archive: &Archive, mapping: &Mapping) -> Option<Self> {
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
        Some(Self { words, votes, choices })
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
        Some(Choice { words: words.collect() })
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
        let offered: Vec<String> = choices(&words, false, false).iter().map(Choice::argument).collect();
        assert_eq!(
            offered,
            ["1=for,0=against,9=not-voting", "1=against,0=for,9=not-voting", "1=for,0=not-voting,9=against"]
        );
        let offered: Vec<String> = choices(&words[..1], true, false).iter().map(Choice::argument).collect();
        assert_eq!(offered, ["1=against", "1=abstain", "1=not-voting"]);
    }
}

//! What each word of the vote cells means in one table.
//!
//! Goes in: the distinct words with their counts. Comes out: a position for each, and the named options of a
//! vote that is not yes or no. What nobody knows is [`Position::Unknown`] and marked as such.

use hashbrown::HashMap;

use crate::model::{ChoiceId, Position};
use crate::read::mapping::{Mapping, WordChoice};
use crate::read::vocabulary;
use crate::read::vocabulary::codes::Codes;
use crate::read::vocabulary::deciding;
use crate::read::vocabulary::letters::Letters;
use crate::read::vocabulary::words::plain;

/// What each word of the vote cells was taken for.
#[derive(Debug, Default)]
pub(in crate::read) struct Meaning {
    /// Every distinct word, the most frequent first.
    pub(in crate::read) choices: Vec<WordChoice>,
    /// The named options.
    pub(in crate::read) options: Vec<String>,
    by_word: HashMap<String, (Position, bool)>,
}

impl Meaning {
    /// Looks every distinct word up: in the mapping that was given, in the publisher's codes, in the
    /// vocabularies. Where nobody voted for or against in any known word and the unknown words are names that
    /// many rows share, they are the options of a vote that is not yes or no.
    pub(in crate::read) fn of(
        counts: &HashMap<String, usize>,
        codes: Option<Codes>,
        given: Option<&Mapping>,
        may_have_options: bool,
    ) -> Self {
        Self::with(counts, codes, given, may_have_options, |_| None)
    }

    /// The same, where somebody else is asked about what nobody knows, before it becomes an option.
    pub(in crate::read) fn with(
        counts: &HashMap<String, usize>,
        codes: Option<Codes>,
        given: Option<&Mapping>,
        may_have_options: bool,
        besides: impl Fn(&str) -> Option<Position>,
    ) -> Self {
        let mut words: Vec<(&String, usize)> = counts.iter().map(|(word, count)| (word, *count)).collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let letters = Letters::of(words.iter().map(|(word, _)| word.as_str()));
        let is_given = |choice: &&WordChoice| choice.position != Position::Unknown;
        let given_words: HashMap<&str, Position> = given
            .into_iter()
            .flat_map(|given| given.words.iter().filter(is_given))
            .map(|choice| (choice.word.as_str(), choice.position))
            .collect();
        let known = |word: &str| {
            given_words
                .get(word)
                .copied()
                .or_else(|| codes.and_then(|codes| codes.position(word)))
                .or_else(|| vocabulary::position(word))
                // Whoever casts a casting vote is in the chair, and has no ballot besides.
                .or_else(|| deciding::decides(word).map(|_| Position::Presiding))
                .or_else(|| letters.position(word))
                .or_else(|| besides(word))
                .or_else(|| is_dash(word).then_some(Position::Unknown))
        };
        let given_options = given.map(|given| given.options.clone()).unwrap_or_default();
        let options = if !given_options.is_empty() || !may_have_options {
            given_options
        } else {
            named_options(&words, known)
        };
        let by_plain: HashMap<String, usize> =
            options.iter().enumerate().map(|(index, option)| (plain(option), index)).collect();
        let mut by_word = HashMap::new();
        let choices = words
            .iter()
            .map(|&(word, count)| {
                let option = by_plain.get(&plain(word)).filter(|&&option| option < ChoiceId::MAX_COUNT);
                let found =
                    known(word).or_else(|| option.map(|&index| Position::Choice(ChoiceId(index as u8))));
                let position = found.unwrap_or(Position::Unknown);
                by_word.insert(word.clone(), (position, found.is_none()));
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                WordChoice { word: word.clone(), position, is_unknown: found.is_none(), count }
            })
            .collect();
        Self { choices, options, by_word }
    }

    /// What a word means, and whether nobody knows it.
    pub(in crate::read) fn position(&self, word: &str) -> (Position, bool) {
        self.by_word.get(word).copied().unwrap_or((Position::Unknown, true))
    }

    /// True for a word that somebody knows.
    pub(in crate::read) fn knows(&self, word: &str) -> bool {
        self.by_word.get(word).is_some_and(|&(_, is_unknown)| !is_unknown)
    }
}

/// A cell in which nothing is recorded: dashes alone, where they are no minus.
fn is_dash(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…' | '·'))
}

fn named_options(words: &[(&String, usize)], known: impl Fn(&str) -> Option<Position>) -> Vec<String> {
    let is_yes_or_no =
        words.iter().any(|(word, _)| matches!(known(word), Some(Position::For | Position::Against)));
    let unknown: Vec<(&String, usize)> =
        words.iter().copied().filter(|(word, _)| known(word).is_none()).collect();
    let is_name = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let num_named: usize = unknown.iter().map(|(_, count)| count).sum();
    // `Emma` and `emma` are one option, named as most wrote it.
    let mut options: Vec<(String, String)> = Vec::new();
    for (word, _) in &unknown {
        if is_yes_or_no || !is_name(word) || options.len() > ChoiceId::MAX_COUNT {
            return Vec::new();
        }
        let reduced = plain(word);
        if !options.iter().any(|(known, _)| *known == reduced) {
            options.push((reduced, (*word).clone()));
        }
    }
    let has_options = options.len() <= ChoiceId::MAX_COUNT && options.len() < num_named;
    if has_options { options.into_iter().map(|(_, option)| option).collect() } else { Vec::new() }
}

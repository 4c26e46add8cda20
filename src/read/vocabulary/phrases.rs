//! Phrases of a vocabulary, found in a text.
//!
//! Goes in: texts of a vocabulary with what each means, and a text of a file. Comes out: the phrases in it, with their
//! places among its words. Must not know: what they mean.

use std::collections::HashMap;

use crate::read::vocabulary::words::plain;

/// Phrases as they are compared: words in lower case without accents, one space between them.
#[derive(Debug)]
pub(in crate::read) struct Phrases<T> {
    by_words: HashMap<String, T>,
    /// The words of the longest.
    longest: usize,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct Found<T> {
    /// What it means.
    pub(in crate::read) meaning: T,
    /// The first of its words among those of the text.
    pub(in crate::read) first: usize,
}

impl<T: Copy> Phrases<T> {
    pub(in crate::read) fn new(phrases: impl IntoIterator<Item = (T, &'static str)>) -> Self {
        let by_words: HashMap<String, T> =
            phrases.into_iter().map(|(meaning, phrase)| (words_of(phrase).join(" "), meaning)).collect();
        let longest = by_words.keys().map(|phrase| phrase.split(' ').count()).max().unwrap_or_default();
        Self { by_words, longest }
    }

    /// The meaning of a text that is one phrase as a whole.
    pub(in crate::read) fn whole(&self, words: &[String]) -> Option<T> {
        self.by_words.get(&words.join(" ")).copied()
    }

    /// The phrases in a text from its first word to its last, at each place the longest; none lies in another.
    pub(in crate::read) fn within(&self, words: &[String]) -> Vec<Found<T>> {
        let mut found = Vec::new();
        let mut first = 0;
        while first < words.len() {
            let most = self.longest.min(words.len() - first);
            let here = (1..=most)
                .rev()
                .find_map(|length| Some((length, self.whole(&words[first..first + length])?)));
            match here {
                Some((length, meaning)) => {
                    found.push(Found { meaning, first });
                    first += length;
                }
                None => first += 1,
            }
        }
        found
    }
}

/// The words of a text as phrases are compared. An apostrophe is part of a word: `n'a`.
pub(in crate::read) fn words_of(text: &str) -> Vec<String> {
    let reduced = plain(text);
    let parts = reduced.split(|c: char| !c.is_alphanumeric() && c != '\'' && !is_mark(c));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Marks that are part of a letter in scripts whose vowels are written above and below.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{97f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_at_each_place() {
        let phrases = Phrases::new([(1, "veto sustained"), (2, "sustained"), (3, "agreed to")]);
        let found = |text: &str| -> Vec<(i32, usize)> {
            phrases.within(&words_of(text)).iter().map(|found| (found.meaning, found.first)).collect()
        };
        assert_eq!(found("Veto sustained"), [(1, 0)]);
        assert_eq!(found("Point of order SUSTAINED; motion agreed to."), [(2, 3), (3, 5)]);
        assert_eq!(found("agreed"), []);
        assert_eq!(words_of("L'Assemblée n’a pas adopté"), ["l'assemblee", "n'a", "pas", "adopte"]);
    }
}

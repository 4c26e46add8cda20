//! Single letters for votes, which mean something only together: `Y` and `N`, `J` and `N`, `S` and `N`, `O`
//! and `N`, `+` and `-`; and words that mean one thing in one language and another in the next (`Ne`).

use crate::model::Position;
use crate::read::vocabulary::Together;

/// The letters of yes in the languages of the vocabulary.
const YES: [char; 4] = ['y', 'j', 's', 'o'];

/// What single letters mean in one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Letters {
    yes: Option<char>,
    has_no: bool,
    /// Both signs occur.
    has_signs: bool,
    /// What words of several meanings stand for here.
    together: Together,
}

impl Letters {
    /// The letters of a column with these words. Two different letters of yes leave both of them and `N`
    /// without a meaning, unless one is the English `Y`: a one-sided guess would be worse than none.
    pub(in crate::read) fn of<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Self {
        let together = Together::where_needed(words.clone());
        Self { together, ..Self::single(words) }
    }

    fn single<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let single: Vec<char> = words.filter_map(single_character).collect();
        let letters: Vec<char> = single.iter().copied().filter(|c| c.is_alphabetic()).collect();
        let has_signs = single.contains(&PLUS) && single.contains(&MINUS);
        let found: Vec<char> = YES.into_iter().filter(|yes| letters.contains(yes)).collect();
        let others = letters.iter().any(|letter| *letter != 'n' && !found.contains(letter));
        match found.as_slice() {
            ['y', ..] => {
                Self { yes: Some('y'), has_no: letters.contains(&'n'), has_signs, ..Self::default() }
            }
            [yes] => Self { yes: Some(*yes), has_no: letters.contains(&'n'), has_signs, ..Self::default() },
            [] if !others => Self { yes: None, has_no: letters.contains(&'n'), has_signs, ..Self::default() },
            _ => Self { has_signs, ..Self::default() },
        }
    }

    pub(in crate::read) fn position(self, word: &str) -> Option<Position> {
        let Some(letter) = single_character(word) else { return self.together.position(word) };
        if self.has_signs && (letter == PLUS || letter == MINUS) {
            return Some(if letter == PLUS { Position::For } else { Position::Against });
        }
        if self.yes == Some(letter) {
            Some(Position::For)
        } else {
            (self.has_no && letter == 'n').then_some(Position::Against)
        }
    }
}

const PLUS: char = '+';
const MINUS: char = '-';

/// The one character of a word, in lower case; every dash is a minus.
fn single_character(word: &str) -> Option<char> {
    let mut characters = word.trim().chars();
    match (characters.next(), characters.next()) {
        (Some('-' | '−' | '–'), None) => Some(MINUS),
        (Some(character), None) => character.to_lowercase().next(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_mean_something_only_as_a_pair() {
        let position = |words: &[&str], word| Letters::of(words.iter().copied()).position(word);
        assert_eq!(position(&["Y", "N"], "N"), Some(Position::Against));
        assert_eq!(position(&["S", "N", "absent"], "S"), Some(Position::For));
        assert_eq!(position(&["J"], "j"), Some(Position::For));
        assert_eq!(position(&["Y", "N", "X"], "N"), Some(Position::Against));
        assert_eq!(position(&["Y", "N", "X"], "X"), None);
        assert_eq!(position(&["N", "X"], "N"), None, "no letter of yes");
        assert_eq!(position(&["O", "Y"], "O"), None, "two languages");
        assert_eq!(position(&["Y", "N"], "S"), None);
        assert_eq!(position(&["+", "-", "0"], "−"), Some(Position::Against));
        assert_eq!(
            position(&["+", "-", "0"], "0"),
            None,
            "abstained with one publisher, absent with another"
        );
        assert_eq!(position(&["-", "yes"], "-"), None, "no plus");
    }
}

//! Words with a note behind them: `Yea - Proxy`, `Sim (art. 51)`.
//!
//! Goes in: a text of a vote cell. Comes out: the position its word stands for, or the word without its note. Must not know:
//! tables, languages.

use super::positions;
use crate::model::Position;
use crate::read::vocabulary::words::plain;

/// The position that a word stands for, in any of the languages. A note behind the word (`Yea - Proxy`, `Sim (art. 51)`) says
/// nothing of it, unless it takes it back.
#[must_use]
pub fn position(word: &str) -> Option<Position> {
    let found = positions::position(word);
    if found.is_some() || !word.contains(['(', '[', '-', '–', '*']) {
        return found;
    }
    let base = without_note(word);
    if base.len() == word.len() {
        return None;
    }
    // `For (paired)` is a pair, and `Yes (void)` nothing that is known.
    let note = word[base.len()..].trim_matches(|c: char| !c.is_alphanumeric());
    if plain(note).split_whitespace().any(|word| TAKES_BACK.contains(&word)) {
        return None;
    }
    positions::position(note)
        .filter(|position| *position == Position::Paired)
        .or_else(|| positions::position(base))
}

/// Words of a note that take the vote back.
const TAKES_BACK: [&str; 12] = [
    "void",
    "invalid",
    "withdrawn",
    "annulled",
    "annule",
    "nul",
    "ungultig",
    "nulo",
    "nullo",
    "not",
    "corrected",
    "changed",
];

/// Words of a note behind a dash that say how a vote was cast.
const NOTES: [&str; 16] = [
    "proxy",
    "by proxy",
    "remote",
    "remotely",
    "by letter",
    "letter",
    "procuration",
    "par procuration",
    "delegation",
    "par delegation",
    "vollmacht",
    "por poder",
    "poder",
    "por delegacion",
    "teller",
    "electronic",
];

/// The text without a note: what stands in brackets at its end, a mark for a footnote, or behind a dash how the vote was cast.
pub(in crate::read) fn without_note(text: &str) -> &str {
    let trimmed = text.trim_end_matches(['*', '†', '‡', '¹', '²', '³']).trim_end();
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(start) = trimmed.find(open).filter(|&start| start > 0 && trimmed.ends_with(close)) {
            return trimmed[..start].trim_end();
        }
    }
    for dash in ['-', '–', '—'] {
        let parts =
            trimmed.match_indices(dash).map(|(at, mark)| (&trimmed[..at], &trimmed[at + mark.len()..]));
        let mut apart = parts.filter(|(base, note)| base.ends_with(' ') && note.starts_with(' '));
        if let Some((base, note)) = apart.next()
            && NOTES.contains(&plain(note).as_str())
        {
            return base.trim_end();
        }
    }
    if trimmed.is_empty() { text } else { trimmed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_how_and_not_what() {
        for (word, expected) in [
            ("Yea - Proxy", Some(Position::For)),
            ("Sim (art. 51)", Some(Position::For)),
            ("No*", Some(Position::Against)),
            ("For (paired)", Some(Position::Paired)),
            ("Yes (void)", None),
            ("Yes (not counted)", None),
            ("Non - votant", None),
            ("Non-votant", Some(Position::NotVoting)),
            ("(1)", None),
        ] {
            assert_eq!(position(word), expected, "{word}");
        }
        assert_eq!(without_note("Presidente (art. 51 RISF)"), "Presidente");
        assert_eq!(without_note("(x)"), "(x)");
    }
}

//! A text as the runs it is drawn in: each of one font and one direction, from left to right.
//!
//! The outputs shape a text in one font, and look for others when characters are missing; where scripts are mixed that
//! fails as soon as a font makes fewer marks than there are characters. So each run is handed to them by itself, at the
//! place that its width here gives it.
//!
//! Goes in: a text, and the font for each character. Comes out: [`Run`]s. Must not know: sizes, places.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};

use super::face::{FontFace, Glyph};
use super::{is_ignorable, is_right_to_left, runs_right_to_left};

/// A piece of a text in one font and one direction.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// Where the piece begins in the text, in bytes.
    pub start: usize,
    /// The piece, in the order in which it is read.
    pub text: &'a str,
    /// Its font.
    pub face: &'a FontFace,
    /// Whether it runs from right to left.
    pub is_right_to_left: bool,
}

impl Run<'_> {
    /// Its width, in shares of the em.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.face.width(self.text, self.is_right_to_left)
    }

    /// Its glyphs, from left to right.
    #[must_use]
    pub fn glyphs(&self) -> Vec<Glyph> {
        self.face.glyphs(self.text, self.is_right_to_left)
    }
}

/// The runs of a text from left to right; the direction of its first letter is that of the whole.
pub(super) fn runs<'a>(text: &'a str, face_for: impl Fn(char) -> &'a FontFace) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    if !text.chars().any(|c| is_right_to_left(c) || is_direction(c)) {
        split(text, 0..text.len(), false, &face_for, &mut runs);
        return runs;
    }
    let whole = if runs_right_to_left(text) { Level::rtl() } else { Level::ltr() };
    let order = BidiInfo::new(text, Some(whole));
    for paragraph in &order.paragraphs {
        let (levels, pieces) = order.visual_runs(paragraph, paragraph.range.clone());
        for piece in pieces {
            let is_reversed = levels.get(piece.start).is_some_and(Level::is_rtl);
            split(text, piece, is_reversed, &face_for, &mut runs);
        }
    }
    runs
}

/// Adds the pieces of a range of one direction, a font each.
fn split<'a>(
    text: &'a str,
    range: Range<usize>,
    is_right_to_left: bool,
    face_for: &impl Fn(char) -> &'a FontFace,
    into: &mut Vec<Run<'a>>,
) {
    let first = into.len();
    let mut start = range.start;
    let mut current: Option<&FontFace> = None;
    for (at, c) in text[range.clone()].char_indices() {
        if c.is_whitespace() || is_ignorable(c) {
            continue;
        }
        // A mark stays with the letter that it stands on.
        if is_mark(c) && current.is_some_and(|face| face.has(c)) {
            continue;
        }
        let wanted = face_for(c);
        if let Some(face) = current.filter(|face| !face.is_same(wanted)) {
            let at = range.start + at;
            into.push(Run { start, text: &text[start..at], face, is_right_to_left });
            start = at;
        }
        current = Some(wanted);
    }
    if start < range.end {
        let face = current.unwrap_or_else(|| face_for(' '));
        into.push(Run { start, text: &text[start..range.end], face, is_right_to_left });
    }
    if is_right_to_left {
        into[first..].reverse();
    }
}

/// Marks that many scripts share.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Marks that change the direction of what follows.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The words of a text in the order in which they stand from left to right, for a toolkit that shapes words and leaves
/// them in the order in which they are read.
#[must_use]
pub fn in_visual_order(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_right_to_left) {
        return Cow::Borrowed(text);
    }
    let whole = if runs_right_to_left(text) { Level::rtl() } else { Level::ltr() };
    let order = BidiInfo::new(text, Some(whole));
    let mut ordered = String::with_capacity(text.len());
    for paragraph in &order.paragraphs {
        let (levels, pieces) = order.visual_runs(paragraph, paragraph.range.clone());
        for piece in pieces {
            if levels.get(piece.start).is_some_and(Level::is_rtl) {
                words_and_others(&text[piece]).into_iter().rev().for_each(|word| ordered.push_str(&word));
            } else {
                ordered.push_str(&text[piece]);
            }
        }
    }
    Cow::Owned(ordered)
}

/// The words of a run from right to left, and what is between them, each character by itself and as it is mirrored.
fn words_and_others(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_word = false;
    for c in text.chars() {
        let goes_on = is_right_to_left(c) || is_ignorable(c) || is_mark(c);
        match words.last_mut().filter(|_| goes_on && is_word) {
            Some(word) => word.push(c),
            None => words.push(mirrored(c).to_string()),
        }
        is_word = goes_on;
    }
    words
}

fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];
    let other = PAIRS.into_iter().find_map(|(open, close)| match c {
        _ if c == open => Some(close),
        _ if c == close => Some(open),
        _ => None,
    });
    other.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_they_are_seen() {
        assert_eq!(in_visual_order("Członek 7 – é"), "Członek 7 – é");
        assert_eq!(in_visual_order("חבר הכנסת 12"), "12 הכנסת חבר");
        assert_eq!(in_visual_order("EU: חבר הכנסת!"), "EU: הכנסת חבר!");
        assert_eq!(in_visual_order("חבר (הכנסת), EU"), "EU ,(הכנסת) חבר");
    }
}

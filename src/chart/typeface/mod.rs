//! Fonts, and the widths of texts in them: by the shaper and from the bytes that every output draws with.
//!
//! A [`Typeface`] is a family in two cuts with fonts to fall back on for scripts the family lacks. Noto Sans is
//! compiled in and is the default, and so is Noto Sans of other scripts. Must not know: where fonts lie on a disk.

mod face;
mod runs;
mod scripts;
mod widths;
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, LazyLock};

use unicode_segmentation::UnicodeSegmentation as _;

pub use face::{FontFace, Glyph};
pub use runs::{Run, in_visual_order};
pub use scripts::compiled_in_for;
use widths::Widths;
use words::Words;

use super::scene::Weight;

/// The name of the family that is compiled in.
pub const FAMILY: &str = "Noto Sans";

/// The bytes of the family that is compiled in.
#[must_use]
pub fn font(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => notosans::REGULAR_TTF,
        Weight::Bold => notosans::BOLD_TTF,
    }
}

/// A family in two cuts, and what stands in for the characters it lacks. Cheap to clone.
#[derive(Clone)]
pub struct Typeface {
    fonts: Arc<Fonts>,
    /// Of these fonts alone.
    widths: Arc<Widths>,
    /// Of the family's own fonts alone.
    words: Arc<Words>,
}

#[derive(Clone)]
struct Fonts {
    regular: FontFace,
    bold: FontFace,
    /// Asked first, in this order.
    fallback: Vec<FontFace>,
    /// Asked last, after those that are compiled in.
    last: Vec<FontFace>,
}

static NOTO: LazyLock<Typeface> = LazyLock::new(|| {
    let [regular, bold] =
        [Weight::Regular, Weight::Bold].map(|weight| FontFace::compiled_in(FAMILY, font(weight), weight));
    Typeface::new(regular, Some(bold), Vec::new())
});

impl Typeface {
    /// A family; without a bold cut, the regular one is used for bold too.
    #[must_use]
    pub fn new(regular: FontFace, bold: Option<FontFace>, fallback: Vec<FontFace>) -> Self {
        let bold = bold.unwrap_or_else(|| regular.clone());
        Self::of(Fonts { regular, bold, fallback, last: Vec::new() })
    }

    fn of(fonts: Fonts) -> Self {
        Self { fonts: Arc::new(fonts), widths: Arc::default(), words: Arc::default() }
    }

    /// The same family with more to fall back on, before the fonts that are compiled in.
    #[must_use]
    pub fn with_fallback(&self, more: impl IntoIterator<Item = FontFace>) -> Self {
        let mut fonts = Fonts::clone(&self.fonts);
        fonts.fallback.extend(more);
        Self::of(fonts)
    }

    /// The same family with more to ask when everything else lacks a character.
    #[must_use]
    pub fn with_last(&self, more: impl IntoIterator<Item = FontFace>) -> Self {
        let mut fonts = Fonts::clone(&self.fonts);
        fonts.last.extend(more);
        Self::of(fonts)
    }

    /// The name of the family.
    #[must_use]
    pub fn family(&self) -> &str {
        self.fonts.regular.family()
    }

    /// The fonts that were given: regular, bold, then those to fall back on.
    pub fn faces(&self) -> impl Iterator<Item = &FontFace> {
        let Fonts { regular, bold, fallback, last } = &*self.fonts;
        [regular, bold].into_iter().chain(fallback).chain(last)
    }

    /// Where a font stands among those given and those that are compiled in.
    #[must_use]
    pub fn place_of(&self, face: &FontFace) -> Option<usize> {
        let num_given = self.faces().count();
        (0..num_given + scripts::NUM_FACES).find(|&place| match place.checked_sub(num_given) {
            // The font of no character is read for this.
            Some(place) => scripts::is_at(face, place),
            None => self.face_at(place).is_some_and(|other| other.is_same(face)),
        })
    }

    /// The font of a place.
    #[must_use]
    pub fn face_at(&self, place: usize) -> Option<&FontFace> {
        self.faces().nth(place).or_else(|| scripts::face_at(place.checked_sub(self.faces().count())?))
    }

    /// The font that draws a character in a cut: the family's own; else the first fallback to have it, of this cut
    /// where there is one; else the one compiled in for its script; else one of the last resort.
    #[must_use]
    pub fn face_for(&self, c: char, weight: Weight) -> Option<&FontFace> {
        let own = self.own(weight);
        if own.has(c) {
            return Some(own);
        }
        first_with(&self.fonts.fallback, c, weight)
            .or_else(|| compiled_in_for(c, weight))
            .or_else(|| first_with(&self.fonts.last, c, weight))
    }

    /// The characters of a text that no font has, each once.
    #[must_use]
    pub fn missing(&self, text: &str) -> BTreeSet<char> {
        let is_drawn = |c: &char| !c.is_whitespace() && !c.is_control() && !is_ignorable(*c);
        // A text says the same letters again and again.
        let mut seen = [false; 128];
        let is_new = |c: &char| seen.get_mut(*c as usize).is_none_or(|seen| !std::mem::replace(seen, true));
        text.chars()
            .filter(is_drawn)
            .filter(is_new)
            .filter(|&c| self.face_for(c, Weight::Regular).is_none())
            .collect()
    }

    /// The family's own font of a cut.
    #[must_use]
    pub fn own(&self, weight: Weight) -> &FontFace {
        match weight {
            Weight::Regular => &self.fonts.regular,
            Weight::Bold => &self.fonts.bold,
        }
    }

    /// The pieces in which a text is drawn, from left to right.
    #[must_use]
    pub fn runs<'a>(&'a self, text: &'a str, weight: Weight) -> Vec<Run<'a>> {
        let own = self.own(weight);
        if text.is_ascii() {
            return vec![Run { start: 0, text, face: own, is_right_to_left: false }];
        }
        runs::runs(text, |c| self.face_for(c, weight).unwrap_or(own))
    }

    /// The width of a text at a size, in the same units.
    #[must_use]
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let measure = || {
            let by_words = self.words.width(text, weight, self.own(weight));
            by_words.unwrap_or_else(|| self.runs(text, weight).iter().map(Run::width).sum())
        };
        self.widths.get_or(text, weight, measure) * size
    }

    /// The text, cut between characters as readers see them and closed with an ellipsis where it is wider than `most`.
    #[must_use]
    pub fn fitted(&self, text: &str, size: f64, weight: Weight, most: f64) -> String {
        if self.width(text, size, weight) <= most {
            return text.to_owned();
        }
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let shortened = |end: usize| format!("{}…", text[..end].trim_end());
        let fits = ends.partition_point(|&end| self.width(&shortened(end), size, weight) <= most);
        shortened(ends.get(fits.saturating_sub(1)).copied().unwrap_or_default())
    }

    /// The text in lines no wider than `most`, broken between words, and inside those that are wider than a line;
    /// a last line that must hold more is cut.
    #[must_use]
    pub fn wrapped(
        &self,
        text: &str,
        size: f64,
        weight: Weight,
        most: f64,
        most_lines: usize,
    ) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut rest = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        while !rest.is_empty() && lines.len() < most_lines {
            if lines.len() + 1 == most_lines || self.width(&rest, size, weight) <= most {
                lines.push(self.fitted(&rest, size, weight, most));
                break;
            }
            let end = self.line_end(&rest, size, weight, most);
            lines.push(rest[..end].trim_end().to_owned());
            rest = rest[end..].trim_start().to_owned();
        }
        lines
    }

    /// Where the first line of a text that is too wide for one ends.
    fn line_end(&self, text: &str, size: f64, weight: Weight, most: f64) -> usize {
        let fits = |&end: &usize| self.width(text[..end].trim_end(), size, weight) <= most;
        let spaces = text.char_indices().filter(|&(_, c)| c == ' ').map(|(at, _)| at);
        let ideographs = text.char_indices().skip(1).filter(|&(_, c)| breaks_before(c)).map(|(at, _)| at);
        let mut breaks: Vec<usize> = spaces.chain(ideographs).collect();
        breaks.sort_unstable();
        if let Some(&end) = breaks[..breaks.partition_point(fits)].last() {
            return end;
        }
        // A word wider than the line: as much of it as fits, and never nothing.
        let ends: Vec<usize> = text.grapheme_indices(true).skip(1).map(|(at, _)| at).collect();
        let place = ends.partition_point(fits).saturating_sub(1);
        ends.get(place).copied().unwrap_or(text.len())
    }
}

/// The first of some fonts to have a character, of this cut where there is one.
fn first_with(faces: &[FontFace], c: char, weight: Weight) -> Option<&FontFace> {
    let has = |face: &&FontFace| face.has(c);
    faces.iter().filter(|face| face.weight() == weight).find(has).or_else(|| faces.iter().find(has))
}

impl Default for Typeface {
    /// Noto Sans.
    fn default() -> Self {
        NOTO.clone()
    }
}

impl PartialEq for Typeface {
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&FontFace, &FontFace)| a.is_same(b);
        self.faces().count() == other.faces().count() && self.faces().zip(other.faces()).all(same)
    }
}

impl Eq for Typeface {}

impl fmt::Debug for Typeface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.faces().map(FontFace::family)).finish()
    }
}

/// The width of a text in Noto Sans at a size, in the same units.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    NOTO.width(text, size, weight)
}

/// A text in Noto Sans, cut at a character and closed with an ellipsis where it is wider than `most`.
#[must_use]
pub fn fitted(text: &str, size: f64, weight: Weight, most: f64) -> String {
    NOTO.fitted(text, size, weight, most)
}

/// Characters that are never drawn: joiners, marks and isolates of direction, variation selectors.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Characters of scripts that are written from right to left.
#[must_use]
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Characters of scripts that are written without spaces: a line may break before each.
fn breaks_before(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{3fffd}')
}

/// True where the first letter of a text is of a script that runs from right to left.
#[must_use]
pub fn runs_right_to_left(text: &str) -> bool {
    // The bytes that such characters begin with, and a few others.
    let may_begin_one = |byte: u8| matches!(byte, 0xd6..=0xe0 | 0xef..);
    text.bytes().any(may_begin_one) && text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
}

/// A text that runs from right to left, between marks that keep its own order whatever stands around it.
#[must_use]
pub fn directed(text: &str) -> Cow<'_, str> {
    if runs_right_to_left(text) { Cow::Owned(format!("\u{2067}{text}\u{2069}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_parse_and_measure() {
        assert_eq!(Typeface::default().family(), FAMILY);
        let narrow = width("Hemicycle", 13.0, Weight::Regular);
        assert!(narrow > 30.0 && narrow < width("Hemicycle", 13.0, Weight::Bold));
        assert!((width("Hemicycle", 26.0, Weight::Regular) - 2.0 * narrow).abs() < 1e-9);
        assert!(FontFace::read(b"no font", 0, Weight::Regular).is_none());
    }

    #[test]
    fn texts_fit_and_break() {
        let noto = Typeface::default();
        let wrapped =
            |text: &str, most: f64, lines: usize| noto.wrapped(text, 13.0, Weight::Bold, most, lines);
        let text = "Amendement n° 640 et identiques à l’article 8 ter";
        let short = fitted(text, 13.0, Weight::Bold, 120.0);
        assert!(short.ends_with('…') && width(&short, 13.0, Weight::Bold) <= 120.0);
        let lines = wrapped(text, 160.0, 3);
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 13.0, Weight::Bold) <= 160.0));
        assert_eq!(wrapped(text, 160.0, 1).len(), 1);
        assert_eq!(fitted("x", 13.0, Weight::Bold, 0.0), "…");
        assert!(wrapped("", 10.0, 2).is_empty());
    }

    #[test]
    fn words_wider_than_a_line_break_inside() {
        let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
        let lines = Typeface::default().wrapped(word, 13.0, Weight::Bold, 120.0, 9);
        assert_eq!(lines.concat(), word);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line, 13.0, Weight::Bold) <= 120.0));
    }

    #[test]
    fn what_no_font_has_is_named() {
        let noto = Typeface::default();
        assert!(noto.missing("Głosowanie № 7 — Ψήφος, Голосование").is_empty());
        assert!(noto.missing("מליאה, مجلس, लोक सभा, ສະພາ, საკრებულო").is_empty());
        assert_eq!(noto.missing("議会 12"), "議会".chars().collect());
    }

    #[test]
    fn no_character_from_right_to_left_is_passed_over() {
        let all = ('\0'..=char::MAX).filter(|&c| is_right_to_left(c) && c.is_alphabetic());
        let passed_over = all.filter(|&c| !runs_right_to_left(&format!("1 – {c}")));
        assert_eq!(passed_over.collect::<String>(), "");
    }

    #[test]
    fn direction_follows_the_first_letter() {
        assert!(runs_right_to_left("12. הצעת חוק (EU)") && runs_right_to_left("قانون"));
        assert!(!runs_right_to_left("EU הצעת") && !runs_right_to_left("119–24"));
        assert_eq!(directed("abc"), "abc");
        assert_eq!(directed("חוק!"), "\u{2067}חוק!\u{2069}");
    }
}

//! Widths of texts as the sum of their words', where words are measured as they are drawn: texts with other numbers have
//! most of their words in common, and to shape a text takes longer than all else that is done with it.
//!
//! Goes in: a text and its font. Comes out: its width, the same that the shaper finds for the whole. Must not know: sizes,
//! other fonts.
//!
//! Shortcomings: a font that moves letters by what stands on the other side of a space, and by neither the space nor the
//! letters beside it, would be measured as if it did not; so would one that moves a word as far towards the space before it
//! as away from the one behind it. No font that we know does.

use std::sync::{PoisonError, RwLock};

use hashbrown::HashMap;

use super::face::FontFace;
use crate::chart::scene::Weight;

/// Words that were measured, by cut.
#[derive(Default)]
pub(super) struct Words {
    by_cut: RwLock<[HashMap<String, Word>; 2]>,
}

/// The width of a word in units of its font; `None` where it is another between spaces.
type Width = Option<i32>;

/// A word in texts without Latin letters, and in texts with them: the script chooses what a font does.
#[derive(Clone, Copy, Default)]
struct Word {
    in_script: [Option<Width>; 2],
}

impl Words {
    /// So many words of a cut are kept, then all are forgotten.
    const MOST: usize = 8192;
    /// Longer ones are no words.
    const LONGEST: usize = 64;

    /// The width of a text in shares of the em; `None` where it is not of words that can be measured by themselves.
    pub(super) fn width(&self, text: &str, weight: Weight, face: &FontFace) -> Option<f64> {
        // A text in ASCII is set in its own font whatever that has, as `Typeface::runs` does it.
        let is_own = |c: char| (c.is_ascii() || is_plain(c)) && (c == ' ' || face.has(c));
        if !text.is_ascii() && !text.chars().all(is_own) {
            return None;
        }
        let is_latin = text.chars().any(char::is_alphabetic);
        let cut = (weight, is_latin);
        let space = self.word(" ", cut, || face.part_width(" ", is_latin))?;
        let mut width = -space;
        for word in text.split(' ') {
            if word.len() > Self::LONGEST {
                return None;
            }
            width += space + self.word(word, cut, || measured(word, space, face, is_latin))?;
        }
        Some(f64::from(width) / face.em()?)
    }

    /// The width that was found before, or the one that is measured now.
    fn word(&self, word: &str, (weight, is_latin): (Weight, bool), measure: impl FnOnce() -> Width) -> Width {
        let (cut, script) = (usize::from(weight == Weight::Bold), usize::from(is_latin));
        let by_cut = self.by_cut.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(width) = by_cut[cut].get(word).and_then(|word| word.in_script[script]) {
            return width;
        }
        drop(by_cut);
        let width = measure();
        let mut by_cut = self.by_cut.write().unwrap_or_else(PoisonError::into_inner);
        if by_cut[cut].len() >= Self::MOST {
            by_cut[cut].clear();
        }
        by_cut[cut].entry_ref(word).or_default().in_script[script] = Some(width);
        width
    }
}

/// A word shaped alone, where it is as wide between two spaces.
fn measured(word: &str, space: i32, face: &FontFace, is_latin: bool) -> Width {
    let alone = face.part_width(word, is_latin)?;
    let between = face.part_width(&format!(" {word} "), is_latin)?;
    (between == alone + 2 * space).then_some(alone)
}

/// Characters beside those of ASCII that are drawn from left to right, and of which none but the letters is of a script.
fn is_plain(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '«' | '°' | '»' | 'À'..='\u{24f}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '\u{202f}'
    )
}

#[cfg(test)]
mod tests {
    use super::super::{Typeface, compiled_in_for, font};
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_the_shaper_finds_it() {
        let texts = [
            "426 of 577 members took part, 74% turnout",
            "119 – 24",
            "12 – 5 – 3",
            "AVATAR Te To Ty. W. “Yes” (fi ffl) 1 1",
            "Élections à l’Assemblée : 25 × 4 ÷ 2 °C",
            "Łódź Øre Ærø Ĳ ŉ —",
            "  two  spaces ",
            "6\u{a0}June\u{a0}2025",
            "",
            " ",
        ];
        for weight in [Weight::Regular, Weight::Bold] {
            let face = FontFace::compiled_in("Noto Sans", font(weight), weight);
            let words = Words::default();
            for text in texts.into_iter().chain(texts) {
                let found = words.width(text, weight, &face);
                assert_eq!(found, Some(face.width(text, false)), "{text:?}");
            }
        }
    }

    #[test]
    fn no_letter_of_the_compiled_in_fonts_reaches_over_a_space() {
        let letters: Vec<char> = ('!'..='~').chain('À'..='ž').chain("–’”…»".chars()).collect();
        for weight in [Weight::Regular, Weight::Bold] {
            let face = FontFace::compiled_in("Noto Sans", font(weight), weight);
            let words = Words::default();
            for &a in &letters {
                // Each letter with each: as words of one letter in one long text.
                let text: Vec<String> = letters.iter().map(|b| format!("{a} {b} ")).collect();
                let text = text.concat();
                assert_eq!(words.width(&text, weight, &face), Some(face.width(&text, false)), "{a}");
            }
        }
    }

    #[test]
    fn what_another_font_has_is_left_to_it() {
        let hebrew = compiled_in_for('ש', Weight::Regular).expect("compiled in");
        assert!(!hebrew.has('A'));
        assert_eq!(Words::default().width("A – B", Weight::Regular, hebrew), None);
    }

    #[test]
    fn a_text_without_spaces_is_no_word() {
        let face = FontFace::compiled_in("Noto Sans", font(Weight::Regular), Weight::Regular);
        assert_eq!(Words::default().width(&"a".repeat(100), Weight::Regular, &face), None);
    }

    #[test]
    fn other_scripts_are_left_to_the_shaper() {
        let face = FontFace::compiled_in("Noto Sans", font(Weight::Regular), Weight::Regular);
        for text in ["Ψήφος", "מליאה", "e\u{301}", "議会", "a\u{200d}b", "µ"] {
            assert_eq!(Words::default().width(text, Weight::Regular, &face), None, "{text}");
            assert!(Typeface::default().width(text, 10.0, Weight::Regular) > 0.0, "{text}");
        }
    }
}

//! The fonts that are compiled in for scripts that Noto Sans itself lacks: Noto Sans of each, in two cuts
//! (`assets/fonts`).
//!
//! Goes in: a character. Comes out: a font. A font is read when the first character needs it, and never before. Must
//! not know: families that a style names.

use std::sync::OnceLock;

use super::face::FontFace;
use crate::chart::scene::Weight;

/// A script by its blocks of characters, and its fonts.
struct Script {
    family: &'static str,
    blocks: &'static [(char, char)],
    /// Regular and bold; the same where there is one cut alone.
    cuts: [&'static [u8]; 2],
}

macro_rules! font {
    ($file:expr) => {
        include_bytes!(concat!("../../../assets/fonts/", $file))
    };
}

macro_rules! script {
    ($family:literal, $file:literal, $blocks:expr) => {
        Script {
            family: $family,
            blocks: &$blocks,
            cuts: [font!(concat!($file, "-Regular.ttf")), font!(concat!($file, "-Bold.ttf"))],
        }
    };
}

/// In the order of their first characters.
#[rustfmt::skip]
static SCRIPTS: [Script; NUM_SCRIPTS] = [
    script!("Noto Sans Armenian", "NotoSansArmenian", [('\u{530}', '\u{58f}'), ('\u{fb13}', '\u{fb17}')]),
    script!("Noto Sans Hebrew", "NotoSansHebrew", [('\u{590}', '\u{5ff}'), ('\u{fb1d}', '\u{fb4f}')]),
    script!("Noto Sans Arabic", "NotoSansArabic",
        [('\u{600}', '\u{6ff}'), ('\u{750}', '\u{77f}'), ('\u{870}', '\u{8ff}'), ('\u{fb50}', '\u{fdff}'), ('\u{fe70}', '\u{fefc}')]),
    script!("Noto Sans Thaana", "NotoSansThaana", [('\u{780}', '\u{7bf}')]),
    script!("Noto Sans Devanagari", "NotoSansDevanagari", [('\u{900}', '\u{97f}'), ('\u{1cd0}', '\u{1cff}'), ('\u{a8e0}', '\u{a8ff}')]),
    script!("Noto Sans Bengali", "NotoSansBengali", [('\u{980}', '\u{9ff}')]),
    script!("Noto Sans Gurmukhi", "NotoSansGurmukhi", [('\u{a00}', '\u{a7f}')]),
    script!("Noto Sans Gujarati", "NotoSansGujarati", [('\u{a80}', '\u{aff}')]),
    script!("Noto Sans Oriya", "NotoSansOriya", [('\u{b00}', '\u{b7f}')]),
    script!("Noto Sans Tamil", "NotoSansTamil", [('\u{b80}', '\u{bff}')]),
    script!("Noto Sans Telugu", "NotoSansTelugu", [('\u{c00}', '\u{c7f}')]),
    script!("Noto Sans Kannada", "NotoSansKannada", [('\u{c80}', '\u{cff}')]),
    script!("Noto Sans Malayalam", "NotoSansMalayalam", [('\u{d00}', '\u{d7f}')]),
    script!("Noto Sans Sinhala", "NotoSansSinhala", [('\u{d80}', '\u{dff}')]),
    script!("Noto Sans Thai", "NotoSansThai", [('\u{e00}', '\u{e7f}')]),
    script!("Noto Sans Lao", "NotoSansLao", [('\u{e80}', '\u{eff}')]),
    script!("Noto Sans Myanmar", "NotoSansMyanmar", [('\u{1000}', '\u{109f}'), ('\u{a9e0}', '\u{a9ff}'), ('\u{aa60}', '\u{aa7f}')]),
    script!("Noto Sans Georgian", "NotoSansGeorgian", [('\u{10a0}', '\u{10ff}'), ('\u{1c90}', '\u{1cbf}'), ('\u{2d00}', '\u{2d2f}')]),
    script!("Noto Sans Ethiopic", "NotoSansEthiopic", [('\u{1200}', '\u{139f}'), ('\u{2d80}', '\u{2ddf}'), ('\u{ab00}', '\u{ab2f}')]),
    script!("Noto Sans Canadian Aboriginal", "NotoSansCanadianAboriginal", [('\u{1400}', '\u{167f}'), ('\u{18b0}', '\u{18ff}')]),
    script!("Noto Sans Khmer", "NotoSansKhmer", [('\u{1780}', '\u{17ff}'), ('\u{19e0}', '\u{19ff}')]),
    Script {
        family: "Noto Sans Tifinagh",
        blocks: &[('\u{2d30}', '\u{2d7f}')],
        cuts: [font!("NotoSansTifinagh-Regular.ttf"), font!("NotoSansTifinagh-Regular.ttf")],
    },
];

const NUM_SCRIPTS: usize = 22;

/// How many fonts are compiled in for scripts: two cuts of each.
pub(super) const NUM_FACES: usize = 2 * NUM_SCRIPTS;

/// Those that were read, each script's regular cut before its bold one.
static FACES: [OnceLock<FontFace>; NUM_FACES] = [const { OnceLock::new() }; NUM_FACES];

/// The first character that a font here may have: those before are in Noto Sans or nowhere.
const FIRST: char = '\u{530}';

/// The font of a place below [`NUM_FACES`].
pub(super) fn face_at(place: usize) -> Option<&'static FontFace> {
    let script = SCRIPTS.get(place / 2)?;
    let (weight, bytes) = if place.is_multiple_of(2) {
        (Weight::Regular, script.cuts[0])
    } else {
        (Weight::Bold, script.cuts[1])
    };
    Some(FACES.get(place)?.get_or_init(|| FontFace::compiled_in(script.family, bytes, weight)))
}

/// Whether a font is the one of a place; none is read to know it.
pub(super) fn is_at(face: &FontFace, place: usize) -> bool {
    FACES.get(place).and_then(OnceLock::get).is_some_and(|other| other.is_same(face))
}

/// The place of the font of a character's script.
fn place_for(c: char, weight: Weight) -> Option<usize> {
    if c < FIRST {
        return None;
    }
    let is_in = |script: &Script| script.blocks.iter().any(|&(first, last)| (first..=last).contains(&c));
    let script = SCRIPTS.iter().position(is_in)?;
    Some(2 * script + usize::from(weight == Weight::Bold))
}

/// The font that is compiled in for a character, where there is one and it has it.
#[must_use]
pub fn compiled_in_for(c: char, weight: Weight) -> Option<&'static FontFace> {
    face_at(place_for(c, weight)?).filter(|face| face.has(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Damaged or misnamed files are found here: each is read as a file of a user is, and asked for its own script.
    #[test]
    fn every_font_is_what_it_says() {
        for (place, script) in SCRIPTS.iter().enumerate() {
            for (cut, weight) in [Weight::Regular, Weight::Bold].into_iter().enumerate() {
                let face = face_at(2 * place + cut).expect("a place for each");
                let read = FontFace::read(script.cuts[cut], 0, weight).expect(script.family);
                assert_eq!(read.family(), script.family);
                assert_eq!((face.family(), face.weight()), (script.family, weight));
                let (first, last) = script.blocks[0];
                let letters = (first..=last).filter(|c| c.is_alphabetic()).collect::<Vec<char>>();
                let drawn = letters.iter().filter(|&&c| face.has(c)).count();
                // Letters of dead languages may be missing, as Lao's for Pali are.
                assert!(drawn * 4 >= letters.len() * 3, "{}: {drawn} of {}", script.family, letters.len());
            }
        }
    }

    #[test]
    fn no_character_has_two_scripts_and_latin_has_none() {
        let mut blocks: Vec<(char, char)> =
            SCRIPTS.iter().flat_map(|script| script.blocks.iter().copied()).collect();
        blocks.sort_unstable();
        assert!(blocks.windows(2).all(|pair| pair[0].1 < pair[1].0), "{blocks:?}");
        assert_eq!(blocks[0].0, FIRST);
        assert!(compiled_in_for('é', Weight::Bold).is_none());
        assert!(compiled_in_for('漢', Weight::Regular).is_none());
        assert_eq!(compiled_in_for('ש', Weight::Bold).map(FontFace::family), Some("Noto Sans Hebrew"));
    }
}

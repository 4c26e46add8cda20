//! Fonts, and the widths of texts in them: by the shaper and from the bytes that every output draws with.
//!
//! A [`Typeface`] is a family in two cuts with fonts to fall back on for scripts the family lacks. Noto Sans is
//! compiled in and is the default. Must not know: where fonts lie on a disk.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustybuzz::ttf_parser::name_id;
use rustybuzz::{Face, UnicodeBuffer};

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

/// One font of a typeface.
#[derive(Clone)]
pub struct FontFace {
    family: String,
    weight: Weight,
    data: &'static [u8],
    index: u32,
    /// `None` for damaged bytes: texts in them have no width.
    face: Option<Face<'static>>,
}

impl FontFace {
    /// Reads a font, or one of a collection. Bytes that were read once stay in memory, so that reading the same
    /// font again costs nothing. `None` for what is no TrueType or OpenType font with a family name.
    #[must_use]
    pub fn read(bytes: &[u8], index: u32, weight: Weight) -> Option<Self> {
        let data = kept(bytes);
        let face = Face::from_slice(data, index)?;
        let named = |id: u16| {
            let mut names = face.names().into_iter().filter(|name| name.name_id == id && name.is_unicode());
            names.find_map(|name| name.to_string())
        };
        let family = named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY))?;
        Some(Self { family, weight, data, index, face: Some(face) })
    }

    /// A cut of the family that is compiled in.
    fn compiled_in(weight: Weight) -> Self {
        let data = font(weight);
        let face = Face::from_slice(data, 0);
        Self { family: FAMILY.to_owned(), weight, data, index: 0, face }
    }

    /// The name of its family.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Its cut.
    #[must_use]
    pub fn weight(&self) -> Weight {
        self.weight
    }

    /// Its bytes, and its place among them where they hold several.
    #[must_use]
    pub fn data(&self) -> (&'static [u8], u32) {
        (self.data, self.index)
    }

    /// True where it has a glyph for a character.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.face.as_ref().is_some_and(|face| face.glyph_index(c).is_some())
    }

    /// The width of a text, in shares of the em.
    fn width(&self, text: &str) -> f64 {
        let Some(face) = &self.face else { return 0.0 };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        let glyphs = rustybuzz::shape(face, &[], buffer);
        let advance: i32 = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        f64::from(advance) / f64::from(face.units_per_em())
    }

    fn is_same(&self, other: &Self) -> bool {
        std::ptr::eq(self.data, other.data) && self.index == other.index && self.weight == other.weight
    }
}

/// Fonts that were read: the shaper borrows them for as long as the program runs.
fn kept(bytes: &[u8]) -> &'static [u8] {
    static KEPT: Mutex<BTreeSet<&'static [u8]>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(bytes) {
        return known;
    }
    let bytes: &'static [u8] = Vec::leak(bytes.to_vec());
    kept.insert(bytes);
    bytes
}

/// A family in two cuts, and what stands in for the characters it lacks. Cheap to clone.
#[derive(Clone)]
pub struct Typeface {
    fonts: Arc<Fonts>,
}

struct Fonts {
    regular: FontFace,
    bold: FontFace,
    /// In the order in which they are asked.
    fallback: Vec<FontFace>,
}

static NOTO: LazyLock<Typeface> = LazyLock::new(|| {
    let [regular, bold] = [Weight::Regular, Weight::Bold].map(FontFace::compiled_in);
    Typeface::new(regular, Some(bold), Vec::new())
});

impl Typeface {
    /// A family; without a bold cut, the regular one is used for bold too.
    #[must_use]
    pub fn new(regular: FontFace, bold: Option<FontFace>, fallback: Vec<FontFace>) -> Self {
        let bold = bold.unwrap_or_else(|| regular.clone());
        Self { fonts: Arc::new(Fonts { regular, bold, fallback }) }
    }

    /// The same family with more to fall back on.
    #[must_use]
    pub fn with_fallback(&self, more: impl IntoIterator<Item = FontFace>) -> Self {
        let Fonts { regular, bold, fallback } = &*self.fonts;
        let fallback = fallback.iter().cloned().chain(more).collect();
        Self { fonts: Arc::new(Fonts { regular: regular.clone(), bold: bold.clone(), fallback }) }
    }

    /// The name of the family.
    #[must_use]
    pub fn family(&self) -> &str {
        self.fonts.regular.family()
    }

    /// Every font: regular, bold, then those to fall back on.
    pub fn faces(&self) -> impl Iterator<Item = &FontFace> {
        [&self.fonts.regular, &self.fonts.bold].into_iter().chain(&self.fonts.fallback)
    }

    /// The font that draws a character in a cut: the family's own, else the first to have it, of this cut where
    /// there is one.
    #[must_use]
    pub fn face_for(&self, c: char, weight: Weight) -> Option<&FontFace> {
        let own = self.own(weight);
        if own.has(c) {
            return Some(own);
        }
        let has = |face: &&FontFace| face.has(c);
        let fallback = &self.fonts.fallback;
        fallback.iter().filter(|face| face.weight == weight).find(has).or_else(|| fallback.iter().find(has))
    }

    /// The characters of a text that no font has, each once.
    #[must_use]
    pub fn missing(&self, text: &str) -> BTreeSet<char> {
        let is_drawn = |c: &char| !c.is_whitespace() && !c.is_control() && !is_ignorable(*c);
        text.chars().filter(is_drawn).filter(|&c| self.face_for(c, Weight::Regular).is_none()).collect()
    }

    fn own(&self, weight: Weight) -> &FontFace {
        match weight {
            Weight::Regular => &self.fonts.regular,
            Weight::Bold => &self.fonts.bold,
        }
    }

    /// The width of a text at a size, in the same units.
    #[must_use]
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let own = self.own(weight);
        if text.is_ascii() {
            return own.width(text) * size;
        }
        // Pieces of one font and one direction are shaped by themselves, as the outputs do it.
        let mut width = 0.0;
        let mut piece = String::new();
        let mut current: Option<(&FontFace, bool)> = None;
        for c in text.chars() {
            let is_neutral = c.is_whitespace() || is_ignorable(c);
            let wanted = (self.face_for(c, weight).unwrap_or(own), is_right_to_left(c));
            let changes =
                current.is_some_and(|(face, rtl)| !face.is_same(wanted.0) || rtl != wanted.1) && !is_neutral;
            if changes && let Some((face, _)) = current {
                width += face.width(&piece);
                piece.clear();
            }
            if current.is_none() || changes {
                current = Some(wanted);
            }
            piece.push(c);
        }
        width += current.map_or(0.0, |(face, _)| face.width(&piece));
        width * size
    }

    /// The text, cut at a character and closed with an ellipsis where it is wider than `most`.
    #[must_use]
    pub fn fitted(&self, text: &str, size: f64, weight: Weight, most: f64) -> String {
        if self.width(text, size, weight) <= most {
            return text.to_owned();
        }
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
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
        let ends: Vec<usize> = text.char_indices().skip(1).map(|(at, _)| at).collect();
        let place = ends.partition_point(fits).saturating_sub(1);
        ends.get(place).copied().unwrap_or(text.len())
    }
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
fn is_right_to_left(c: char) -> bool {
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
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
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
        assert_eq!(noto.missing("מליאה 12"), "מליאה".chars().collect());
    }

    #[test]
    fn direction_follows_the_first_letter() {
        assert!(runs_right_to_left("12. הצעת חוק (EU)") && runs_right_to_left("قانون"));
        assert!(!runs_right_to_left("EU הצעת") && !runs_right_to_left("119–24"));
        assert_eq!(directed("abc"), "abc");
        assert_eq!(directed("חוק!"), "\u{2067}חוק!\u{2069}");
    }
}

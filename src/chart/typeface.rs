//! The widths of texts in Noto Sans, from the same font that every output draws with.

use std::sync::LazyLock;

use rustybuzz::{Face, UnicodeBuffer};

use super::scene::Weight;

/// The name of the family.
pub const FAMILY: &str = "Noto Sans";

/// The font's bytes.
#[must_use]
pub fn font(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => notosans::REGULAR_TTF,
        Weight::Bold => notosans::BOLD_TTF,
    }
}

static REGULAR: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::from_slice(font(Weight::Regular), 0));
static BOLD: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::from_slice(font(Weight::Bold), 0));

/// The width of a text at a size, in the same units.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = match weight {
        Weight::Regular => &*REGULAR,
        Weight::Bold => &*BOLD,
    };
    // The font is compiled in and is known to parse: a test says so.
    let Some(face) = face else { return 0.0 };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    let glyphs = rustybuzz::shape(face, &[], buffer);
    let advance: i32 = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
    f64::from(advance) * size / f64::from(face.units_per_em())
}

/// The text, cut at a character and closed with an ellipsis where it is wider than `most`.
#[must_use]
pub fn fitted(text: &str, size: f64, weight: Weight, most: f64) -> String {
    if width(text, size, weight) <= most {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let shortened = |end: usize| format!("{}…", text[..end].trim_end());
    let fits = ends.partition_point(|&end| width(&shortened(end), size, weight) <= most);
    shortened(ends.get(fits.saturating_sub(1)).copied().unwrap_or_default())
}

/// The text in lines no wider than `most`, broken between words; a last line that must hold more is cut.
#[must_use]
pub fn wrapped(text: &str, size: f64, weight: Weight, most: f64, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut start = 0;
    while start < words.len() {
        if lines.len() + 1 >= most_lines {
            lines.push(fitted(&words[start..].join(" "), size, weight, most));
            break;
        }
        let fits = (start + 1..=words.len())
            .take_while(|&end| width(&words[start..end].join(" "), size, weight) <= most);
        let end = fits.last().unwrap_or(start + 1);
        lines.push(fitted(&words[start..end].join(" "), size, weight, most));
        start = end;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_parse_and_measure() {
        assert!(REGULAR.is_some() && BOLD.is_some());
        let narrow = width("Hemicycle", 13.0, Weight::Regular);
        assert!(narrow > 30.0 && narrow < width("Hemicycle", 13.0, Weight::Bold));
        assert!((width("Hemicycle", 26.0, Weight::Regular) - 2.0 * narrow).abs() < 1e-9);
    }

    #[test]
    fn texts_fit_and_break() {
        let text = "Amendement n° 640 et identiques à l’article 8 ter";
        let short = fitted(text, 13.0, Weight::Bold, 120.0);
        assert!(short.ends_with('…') && width(&short, 13.0, Weight::Bold) <= 120.0);
        let lines = wrapped(text, 13.0, Weight::Bold, 160.0, 3);
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 13.0, Weight::Bold) <= 160.0));
        assert_eq!(wrapped(text, 13.0, Weight::Bold, 160.0, 1).len(), 1);
        assert_eq!(fitted("x", 13.0, Weight::Bold, 0.0), "…");
        assert!(wrapped("", 13.0, Weight::Bold, 10.0, 2).is_empty());
    }
}

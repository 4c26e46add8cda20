//! Numbers and colours as they stand in SVG and HTML: numbers with at most two decimals, without trailing zeros, and never
//! `-0`.
//!
//! Goes in: a number, or a colour. Comes out: its digits. Must not know: what it measures.

use crate::model::Rgb;

/// A number as a text of its own.
pub(super) fn number(value: f64) -> String {
    let mut text = String::with_capacity(12);
    push_number(&mut text, value);
    text
}

/// The same at the end of a text.
pub(super) fn push_number(out: &mut String, value: f64) {
    let hundredths = rounded(value * 100.0);
    if hundredths < 0 {
        out.push('-');
    }
    let hundredths = hundredths.unsigned_abs();
    let mut digits = itoa::Buffer::new();
    // With a one before them, there are always two digits behind the point.
    let (whole, part) = if hundredths < 100 {
        ("0", &digits.format(hundredths + 100)[1..])
    } else {
        let digits = digits.format(hundredths);
        digits.split_at(digits.len() - 2)
    };
    out.push_str(whole);
    let num_decimals = match (hundredths % 100, hundredths % 10) {
        (0, _) => 0,
        (_, 0) => 1,
        _ => 2,
    };
    if num_decimals > 0 {
        out.push('.');
        out.push_str(&part[..num_decimals]);
    }
}

/// A colour as `#16202B` at the end of a text.
pub(super) fn push_colour(out: &mut String, Rgb(red, green, blue): Rgb) {
    out.push('#');
    for byte in [red, green, blue] {
        for half in [byte >> 4, byte & 15] {
            out.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
        }
    }
}

/// The nearest whole number, halves away from zero, as `f64::round` has it without calling anything.
fn rounded(value: f64) -> i64 {
    let whole = value as i64;
    let rest = value - whole as f64;
    let up = i64::from(rest >= 0.5);
    let down = i64::from(rest <= -0.5);
    whole.saturating_add(up - down)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(1.0), "1");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(12.345), "12.35");
        assert_eq!(number(0.5), "0.5");
        assert_eq!(number(-7.25), "-7.25");
        assert_eq!(number(3.049), "3.05");
        assert_eq!(number(3.01), "3.01");
        assert_eq!(number(-0.3), "-0.3");
        assert_eq!(number(0.0), "0");
        assert_eq!(number(1_200.0), "1200");
        assert_eq!(number(1_002_003.04), "1002003.04");
        assert_eq!(number(f64::MAX), "92233720368547758.07");
    }

    #[test]
    fn every_hundredth_reads_back() {
        for hundredths in -25_000..=25_000 {
            let text = number(f64::from(hundredths) / 100.0);
            let read = text.parse::<f64>().expect("a number") * 100.0;
            assert_eq!(read.round() as i32, hundredths, "{text}");
            assert!(!text.contains('.') || !text.ends_with('0'), "{text}");
        }
    }

    #[test]
    fn a_colour_is_written_as_it_is_said() {
        for colour in [Rgb(0, 0, 0), Rgb(0x16, 0x20, 0x2B), Rgb(255, 160, 9)] {
            let mut out = String::new();
            push_colour(&mut out, colour);
            assert_eq!(out, colour.to_string());
        }
    }
}

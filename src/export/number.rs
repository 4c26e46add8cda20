//! Numbers as they stand in SVG and HTML: at most two decimals, without trailing zeros, and never `-0`.
//!
//! Goes in: a number. Comes out: its digits. Must not know: what it measures. A drawing has hundreds of numbers, and none
//! of their digits is worked out twice.

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
    push_whole(out, hundredths.unsigned_abs() / 100);
    out.push_str(DECIMALS[(hundredths.unsigned_abs() % 100) as usize]);
}

/// A colour as `#16202B` at the end of a text.
pub(super) fn push_colour(out: &mut String, Rgb(red, green, blue): Rgb) {
    out.push('#');
    for byte in [red, green, blue] {
        out.push_str(HEXADECIMAL[usize::from(byte)]);
    }
}

fn push_whole(out: &mut String, number: u64) {
    let (before, last) = (number / 100, (number % 100) as usize);
    if before > 0 {
        push_whole(out, before);
        out.push_str(TWO_DIGITS[last]);
    } else {
        out.push_str(DIGITS[last]);
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

/// `.00` to `.99`.
static HUNDREDTHS: [[u8; 3]; 100] = {
    let mut texts = [*b".00"; 100];
    let mut n = 0;
    while n < 100 {
        texts[n] = [b'.', b'0' + (n / 10) as u8, b'0' + (n % 10) as u8];
        n += 1;
    }
    texts
};

/// What follows the whole of a number with so many hundredths: nothing, or `.5`, or `.25`.
static DECIMALS: [&str; 100] = {
    let mut texts = [""; 100];
    let mut n = 1;
    while n < 100 {
        texts[n] = part(&HUNDREDTHS[n], 0, if n % 10 == 0 { 2 } else { 3 });
        n += 1;
    }
    texts
};

/// `00` to `99`.
static TWO_DIGITS: [&str; 100] = {
    let mut texts = [""; 100];
    let mut n = 0;
    while n < 100 {
        texts[n] = part(&HUNDREDTHS[n], 1, 3);
        n += 1;
    }
    texts
};

/// `0` to `99`.
static DIGITS: [&str; 100] = {
    let mut texts = [""; 100];
    let mut n = 0;
    while n < 100 {
        texts[n] = part(&HUNDREDTHS[n], if n < 10 { 2 } else { 1 }, 3);
        n += 1;
    }
    texts
};

static HEXADECIMAL_DIGITS: [[u8; 2]; 256] = {
    let digits = b"0123456789ABCDEF";
    let mut texts = [[0; 2]; 256];
    let mut n = 0;
    while n < 256 {
        texts[n] = [digits[n / 16], digits[n % 16]];
        n += 1;
    }
    texts
};

/// `00` to `FF`.
static HEXADECIMAL: [&str; 256] = {
    let mut texts = [""; 256];
    let mut n = 0;
    while n < 256 {
        texts[n] = part(&HEXADECIMAL_DIGITS[n], 0, 2);
        n += 1;
    }
    texts
};

/// Some of the characters of a text in ASCII.
const fn part(text: &'static [u8], from: usize, to: usize) -> &'static str {
    let (before, _) = text.split_at(to);
    let (_, part) = before.split_at(from);
    match str::from_utf8(part) {
        Ok(part) => part,
        Err(_) => panic!("the tables are ASCII"),
    }
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
            assert_eq!(read.round(), f64::from(hundredths), "{text}");
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

//! Where the cells of a record are, found eight bytes at a time, in a block without quotation marks.
//!
//! Goes in: a block. Comes out: each line that is not empty, with the ends of its cells.
//! Must not know: what the cells hold.

use super::blocks::PADDING;
use super::texts::word_at;

/// One record of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it starts.
    pub(super) from: usize,
    /// Where it ends, its line end left out.
    pub(super) to: usize,
    /// Its line, counted from the first of the block.
    pub(super) number: u64,
}

/// Goes through the lines of `padded[..length]` and hands each with the ends of its cells to `each`, as long
/// as that wants more. Answers how many line ends there are.
///
/// A carriage return ends a line only before a line feed: who calls has seen to it that no other is there.
pub(super) fn for_each_line(
    padded: &[u8],
    delimiter: u8,
    mut each: impl FnMut(Line, &[usize]) -> bool,
) -> u64 {
    let length = padded.len().saturating_sub(PADDING);
    let (delimiters, line_ends) = (repeated(delimiter), repeated(b'\n'));
    let mut ends: Vec<usize> = Vec::new();
    let (mut from, mut number) = (0, 0);
    let mut base = 0;
    while base < length {
        let word = word_at(padded, base);
        let mut matches = zero_bytes(word ^ delimiters) | zero_bytes(word ^ line_ends);
        while matches != 0 {
            let at = base + (matches.trailing_zeros() / u8::BITS) as usize;
            matches &= matches - 1;
            if padded[at] == delimiter {
                ends.push(at);
                continue;
            }
            let is_crlf = at > from && padded[at - 1] == b'\r';
            let to = at - usize::from(is_crlf);
            if to > from {
                ends.push(to);
                if !each(Line { from, to, number }, &ends) {
                    return number;
                }
            }
            ends.clear();
            number += 1;
            from = at + 1;
        }
        base += PADDING;
    }
    if from < length {
        let to = length - usize::from(padded[length - 1] == b'\r');
        if to > from {
            ends.push(to);
            each(Line { from, to, number }, &ends);
        }
    }
    number
}

/// True where every carriage return stands before a line feed.
pub(super) fn ends_lines_plainly(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1).is_none_or(|&next| next == b'\n'))
}

fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of each byte that is zero, and of no other.
fn zero_bytes(word: u64) -> u64 {
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    !(((word & LOW) + LOW) | word | LOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells_of(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut padded = text.as_bytes().to_vec();
        padded.extend_from_slice(&[0; PADDING]);
        let mut found = Vec::new();
        for_each_line(&padded, b',', |line, ends| {
            let starts = std::iter::once(line.from).chain(ends.iter().map(|end| end + 1));
            let cells = starts.zip(ends).map(|(from, &to)| text[from..to].to_owned()).collect();
            assert_eq!(ends.last(), Some(&line.to));
            found.push((line.number, cells));
            true
        });
        found
    }

    #[test]
    fn cells_are_those_of_the_csv_reader() {
        for text in [
            "a,b,c\nd,e,f\n",
            "a,b\r\nc,d\r\n\r\ne\n\n\n,,\nlonger than a word,é,日本",
            "",
            "\n\n",
            "a",
            ",",
            "a,b\r",
            "01234567,01234567\n0123456,0123456\n",
        ] {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .quoting(false)
                .from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("text").iter().map(str::to_owned).collect())
                .collect();
            let found: Vec<Vec<String>> = cells_of(text).into_iter().map(|(_, cells)| cells).collect();
            assert_eq!(found, expected, "{text:?}");
        }
        let numbers: Vec<u64> = cells_of("a\n\nb\r\n\r\nc").into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [0, 2, 4]);
    }

    #[test]
    fn lone_carriage_returns_are_seen() {
        assert!(ends_lines_plainly(b"a\r\nb\n") && ends_lines_plainly(b"a\r"));
        assert!(!ends_lines_plainly(b"a\rb\n") && !ends_lines_plainly(b"a\r\r\n"));
    }
}

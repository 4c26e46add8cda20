//! Texts as numbers: each distinct text of a few cells gets a code, in the order of first appearance.
//!
//! Must not know: what the cells hold.

use std::ops::Range;

use hashbrown::HashTable;

use super::blocks::PADDING;

/// The bytes of a word.
pub(super) const WORD: usize = size_of::<u64>();

/// A part of a block, from and to.
pub(super) type Piece = (usize, usize);

/// Some pieces of a block that are one text together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pieces<'a> {
    /// The block with its padding.
    pub(super) padded: &'a [u8],
    /// Where its pieces are.
    pub(super) pieces: &'a [Piece],
}

/// A multiplication by it spreads the bits: 2^64 divided by the golden ratio.
pub(super) const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Between two pieces of a text: no byte of UTF-8.
const BORDER: u8 = 0xFF;

impl Pieces<'_> {
    /// Mixes the pieces eight bytes at a time; a piece's length is part of it.
    pub(super) fn hash(&self) -> u64 {
        let mix = |hash: u64, word: u64| (hash.rotate_left(26) ^ word).wrapping_mul(SPREAD);
        let mut hash = 0;
        for &(mut from, to) in self.pieces {
            let length = to - from;
            while to - from >= WORD {
                hash = mix(hash, word_at(self.padded, from));
                from += WORD;
            }
            let rest = word_at(self.padded, from) & below(to - from);
            hash = mix(hash, rest | (length as u64) << 56);
        }
        hash ^ (hash >> 32)
    }

    /// True where a stored text is this one.
    fn equals(&self, texts: &[u8], stored: Range<usize>) -> bool {
        let mut at = stored.start;
        for &(from, to) in self.pieces {
            let end = at + to - from;
            if end >= stored.end || texts[end] != BORDER || self.padded[from..to] != texts[at..end] {
                return false;
            }
            at = end + 1;
        }
        at == stored.end
    }
}

/// Eight bytes; zero beyond the end.
#[inline]
pub(super) fn word_at(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|bytes| bytes.first_chunk()).map_or(0, |word| u64::from_le_bytes(*word))
}

/// The lowest bytes of a word, at most seven.
#[inline]
pub(super) fn below(length: usize) -> u64 {
    (1 << (length * 8)) - 1
}

/// Bytes that may stand in a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    /// The first of them.
    window: (u64, u64),
    /// The bits of those that are compared.
    kept: (u64, u64),
    /// Where all of them are, and how many.
    from: usize,
    length: usize,
}

impl Expected {
    /// What stands at `from` in padded bytes, so long.
    pub(super) fn at(padded: &[u8], from: usize, length: usize) -> Self {
        let (kept, (low, high)) = (KEPT[length.min(PADDING)], window(padded, from).unwrap_or_default());
        Self { window: (low & kept.0, high & kept.1), kept, from, length }
    }

    /// Where it ends, if it starts at `at`; `texts` is what it was found in.
    #[inline]
    pub(super) fn end(&self, padded: &[u8], at: usize, texts: &[u8]) -> Option<usize> {
        let (low, high) = window(padded, at)?;
        let differences = ((low & self.kept.0) ^ self.window.0) | ((high & self.kept.1) ^ self.window.1);
        let end = at + self.length;
        let is_same = differences == 0
            && (self.length <= PADDING
                || padded.get(at..end)? == texts.get(self.from..self.from + self.length)?);
        is_same.then_some(end)
    }
}

/// Sixteen bytes from `at` on, as two words.
#[inline]
fn window(bytes: &[u8], at: usize) -> Option<(u64, u64)> {
    let window = u128::from_le_bytes(*bytes.get(at..at + PADDING)?.first_chunk()?);
    Some((window as u64, (window >> u64::BITS) as u64))
}

/// The bits of a [`window`] that are compared for each length.
const KEPT: [(u64, u64); PADDING + 1] = {
    let mut kept = [(0, 0); PADDING + 1];
    let mut length = 1;
    while length <= PADDING {
        let bits = u128::MAX >> (u128::BITS - 8 * length as u32);
        kept[length] = (bits as u64, (bits >> u64::BITS) as u64);
        length += 1;
    }
    kept
};

/// The high bit of each byte that is zero, and of no other.
#[inline]
pub(super) fn zero_bytes(word: u64) -> u64 {
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    !(((word & LOW) + LOW) | word | LOW)
}

/// The distinct texts seen so far.
#[derive(Debug, Default)]
pub(super) struct Texts {
    codes: HashTable<u32>,
    hashes: Vec<u64>,
    ends: Vec<usize>,
    /// The texts, each piece with a border behind it, and [`PADDING`].
    bytes: Vec<u8>,
}

impl Texts {
    /// The number of texts.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The code of a text, and whether it is new.
    pub(super) fn code(&mut self, text: Pieces<'_>) -> (u32, bool) {
        let hash = text.hash();
        let found = self.codes.find(hash, |&code| {
            self.hashes[code as usize] == hash && text.equals(&self.bytes, range(&self.ends, code))
        });
        if let Some(&code) = found {
            return (code, false);
        }
        let pieces = text.pieces.iter().map(|&(from, to)| &text.padded[from..to]);
        (self.insert(hash, pieces.flat_map(|piece| [piece, &[BORDER]])), true)
    }

    /// The code of a text that another set holds, and whether it is new.
    pub(super) fn code_of(&mut self, other: &Self, code: u32) -> (u32, bool) {
        let (hash, text) = (other.hashes[code as usize], &other.bytes[range(&other.ends, code)]);
        let is_same = |&known: &u32| self.bytes[range(&self.ends, known)] == *text;
        match self.codes.find(hash, is_same) {
            Some(&known) => (known, false),
            None => (self.insert(hash, std::iter::once(text)), true),
        }
    }

    fn insert<'a>(&mut self, hash: u64, text: impl Iterator<Item = &'a [u8]>) -> u32 {
        let code = self.ends.len() as u32;
        self.bytes.truncate(self.ends.last().copied().unwrap_or_default());
        for piece in text {
            self.bytes.extend_from_slice(piece);
        }
        self.ends.push(self.bytes.len());
        self.bytes.extend_from_slice(&[0; PADDING]);
        let hashes = &mut self.hashes;
        hashes.push(hash);
        self.codes.insert_unique(hash, code, |&known| hashes[known as usize]);
        code
    }
}

fn range(ends: &[usize], code: u32) -> Range<usize> {
    let index = code as usize;
    if index == 0 { 0..ends[0] } else { ends[index - 1]..ends[index] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn padded(text: &str) -> Vec<u8> {
        let mut bytes = text.as_bytes().to_vec();
        bytes.extend_from_slice(&[0; PADDING]);
        bytes
    }

    fn code(texts: &mut Texts, cells: &[&str]) -> (u32, bool) {
        let padded = padded(&cells.concat());
        let mut from = 0;
        let pieces: Vec<Piece> = cells
            .iter()
            .map(|cell| {
                from += cell.len();
                (from - cell.len(), from)
            })
            .collect();
        texts.code(Pieces { padded: &padded, pieces: &pieces })
    }

    #[test]
    fn a_text_has_one_code_and_cells_are_not_run_together() {
        let mut texts = Texts::default();
        let cases: [&[&str]; 9] = [
            &["840", "FRA"],
            &["84", "0FRA"],
            &["840FRA", ""],
            &["", ""],
            &["", "a longer text than eight bytes"],
            &["a longer text than eight byte", "s"],
            &["12345678", "12345678"],
            &["1234567", "812345678"],
            &["1234567812345678", ""],
        ];
        for (index, cells) in cases.iter().enumerate() {
            assert_eq!(code(&mut texts, cells), (index as u32, true), "{cells:?}");
        }
        for (index, cells) in cases.iter().enumerate() {
            assert_eq!(code(&mut texts, cells), (index as u32, false), "{cells:?}");
        }
        let mut other = Texts::default();
        assert_eq!(code(&mut other, cases[6]).0, 0);
        assert_eq!([8, 6, 8].map(|code| other.code_of(&texts, code)), [(1, true), (0, false), (1, false)]);
        assert_eq!(other.len(), 2);
    }

    #[test]
    fn many_texts() {
        let mut texts = Texts::default();
        let all: Vec<String> = (0..20_000).map(|n| n.to_string()).collect();
        for (index, text) in all.iter().enumerate() {
            assert_eq!(code(&mut texts, &[text]), (index as u32, true));
        }
        for (index, text) in all.iter().enumerate() {
            assert_eq!(code(&mut texts, &[text]), (index as u32, false));
        }
    }
}

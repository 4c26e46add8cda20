//! A stream of text cut into blocks of whole records.
//!
//! Goes in: bytes. Comes out: blocks that end where a record ends, also where quotation marks hold line ends.
//! Must not know: cells, columns.

use std::io::{self, Read};

use memchr::{memchr, memchr2_iter, memrchr};

/// A record is at most so long: beyond it no block is ever cut.
const LONGEST_RECORD: usize = 16 << 20;
/// So many zero bytes stand behind a block, so that as many can be read from any place in it.
pub(super) const PADDING: usize = 16;

/// Bytes of whole records.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The records, and [`PADDING`].
    padded: Vec<u8>,
    /// Its place among the blocks, counted from 0.
    pub(super) number: usize,
    /// Where it starts in the stream.
    pub(super) offset: u64,
    /// True where a quotation mark is in it.
    pub(super) has_quotes: bool,
}

impl Block {
    /// The records.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.padded[..self.padded.len().saturating_sub(PADDING)]
    }

    /// The records with zeros behind them.
    pub(super) fn padded(&self) -> &[u8] {
        &self.padded
    }
}

/// Why there is no next block.
#[derive(Debug)]
pub(super) enum Stuck {
    /// The stream cannot be read.
    Unreadable(io::Error),
    /// A record is too long, or a quotation mark never closes.
    EndlessRecord,
    /// A byte is zero, which none of a text is.
    ZeroByte,
}

/// A stream that is cut into blocks.
#[derive(Debug)]
pub(super) struct Blocks<R> {
    stream: R,
    /// A block holds at least so many bytes, but for the last.
    least: usize,
    /// What was read beyond the last block.
    rest: Vec<u8>,
    number: usize,
    offset: u64,
    ended: bool,
}

impl<R: Read> Blocks<R> {
    /// Blocks of at least so many bytes of a stream that stands at `offset` of a longer one.
    pub(super) fn new(stream: R, offset: u64, least: usize) -> Self {
        Self { stream, least, rest: Vec::new(), number: 0, offset, ended: false }
    }

    /// Puts the next records into `block`; false where there are none.
    pub(super) fn next(&mut self, block: &mut Block) -> Result<bool, Stuck> {
        let bytes = &mut block.padded;
        bytes.clear();
        bytes.append(&mut self.rest);
        let mut has_quotes;
        let cut = loop {
            let wanted = self.least - bytes.len() % self.least;
            let read = if self.ended { 0 } else { self.read(bytes, wanted)? };
            self.ended |= read < wanted;
            if self.ended {
                has_quotes = memchr(b'"', bytes).is_some();
                break bytes.len();
            }
            has_quotes = memchr(b'"', bytes).is_some();
            if let Some(cut) = last_record_end(bytes, has_quotes) {
                break cut;
            }
            if bytes.len() > LONGEST_RECORD {
                return Err(Stuck::EndlessRecord);
            }
        };
        self.rest.extend_from_slice(&bytes[cut..]);
        bytes.truncate(cut);
        if bytes.is_empty() {
            return Ok(false);
        }
        if memchr(0, bytes).is_some() {
            return Err(Stuck::ZeroByte);
        }
        block.has_quotes = has_quotes && memchr(b'"', bytes).is_some();
        (block.number, block.offset) = (self.number, self.offset);
        self.number += 1;
        self.offset += cut as u64;
        bytes.extend_from_slice(&[0; PADDING]);
        Ok(true)
    }

    fn read(&mut self, bytes: &mut Vec<u8>, wanted: usize) -> Result<usize, Stuck> {
        bytes.reserve(wanted + PADDING);
        self.stream.by_ref().take(wanted as u64).read_to_end(bytes).map_err(Stuck::Unreadable)
    }
}

/// Where the last whole record ends: behind the last line end that is not between quotation marks.
fn last_record_end(bytes: &[u8], has_quotes: bool) -> Option<usize> {
    if !has_quotes {
        return memrchr(b'\n', bytes).map(|end| end + 1);
    }
    let (mut is_quoted, mut end) = (false, None);
    for at in memchr2_iter(b'"', b'\n', bytes) {
        if bytes[at] == b'"' {
            is_quoted = !is_quoted;
        } else if !is_quoted {
            end = Some(at + 1);
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks_of(text: &[u8]) -> Result<Vec<Vec<u8>>, Stuck> {
        let mut blocks = Blocks::new(text, 7, 1 << 20);
        let mut found = Vec::new();
        let mut block = Block::default();
        let mut offset = 7;
        while blocks.next(&mut block)? {
            assert_eq!((block.number, block.offset), (found.len(), offset));
            offset += block.bytes().len() as u64;
            found.push(block.bytes().to_vec());
        }
        Ok(found)
    }

    #[test]
    fn blocks_end_with_records_and_lose_nothing() {
        let mut text: Vec<u8> = (0..200_000).flat_map(|n| format!("{n},yes\n").into_bytes()).collect();
        text.extend_from_slice(b"200000,no");
        let blocks = blocks_of(&text).expect("short records");
        assert!(blocks.len() > 1);
        assert!(blocks[..blocks.len() - 1].iter().all(|block| block.ends_with(b"\n")));
        assert_eq!(blocks.concat(), text);
    }

    #[test]
    fn a_line_end_between_quotation_marks_ends_no_record() {
        let text: Vec<u8> = (0..100_000).flat_map(|n| format!("{n},\"a\nb\"\n").into_bytes()).collect();
        let blocks = blocks_of(&text).expect("short records");
        assert!(blocks.len() > 1 && blocks.iter().all(|block| block.ends_with(b"\"\n")));
        assert_eq!(blocks.concat(), text);
    }

    #[test]
    fn a_zero_byte_is_said_in_whatever_block() {
        let mut text: Vec<u8> = (0..400_000).flat_map(|n| format!("{n},yes\n").into_bytes()).collect();
        for at in [0, 1_100_000, 3_000_000, text.len() - 1] {
            let byte = std::mem::replace(&mut text[at], 0);
            assert!(matches!(blocks_of(&text), Err(Stuck::ZeroByte)), "{at}");
            text[at] = byte;
        }
        assert!(blocks_of(&text).is_ok());
    }

    #[test]
    fn a_record_without_end_is_said() {
        let mut text = b"\"".to_vec();
        text.resize(LONGEST_RECORD + (3 << 20), b'x');
        assert!(matches!(blocks_of(&text), Err(Stuck::EndlessRecord)));
        assert_eq!(blocks_of(b"").expect("nothing").len(), 0);
    }
}

//! One line of a journal and the checksum that ties it to the line before.
//!
//! ```text
//! {"seq":2,"time":"2026-05-12T21:04:05.120Z","event":"answered","member":1,"position":"for","chain":"9f2c…"}
//! ```
//!
//! The checksum is the last member of the object: the SHA-256, in hexadecimal, of the checksum of the line before
//! (64 zeros before the first line) followed by the bytes of the line up to the comma before `"chain"`.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Damage;
use crate::model::Moment;
use crate::record::Event;

/// The checksum of a line, which stands for all lines up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain(String);

impl Chain {
    /// What stands before the first line.
    #[must_use]
    pub fn start() -> Self {
        Self("0".repeat(64))
    }

    /// The checksum of a line after this one.
    fn after(&self, body: &[u8]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(self.0.as_bytes());
        hasher.update(body);
        let mut digits = String::with_capacity(64);
        for byte in hasher.finalize() {
            digits.push_str(&format!("{byte:02x}"));
        }
        Self(digits)
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A line as it was read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, counted from 1.
    pub seq: u64,
    /// When it was written.
    pub time: Moment,
    /// What happened.
    pub event: Event,
}

#[derive(Serialize, Deserialize)]
struct Body {
    seq: u64,
    time: String,
    #[serde(flatten)]
    event: Event,
}

/// What stands between the body of a line and its checksum.
const BEFORE: &str = ",\"chain\":\"";
const BEHIND: &str = "\"}";
const TAIL: usize = BEFORE.len() + 64 + BEHIND.len();

/// The line of an entry with its line break, and its checksum.
pub(super) fn write(entry: &Entry, before: &Chain) -> (Vec<u8>, Chain) {
    let body = Body { seq: entry.seq, time: entry.time.to_string(), event: entry.event.clone() };
    // Numbers and texts alone: this does not fail, and an empty line would be found by whoever reads it.
    let mut line = serde_json::to_string(&body).unwrap_or_default();
    line.pop();
    let chain = before.after(line.as_bytes());
    line.push_str(&format!("{BEFORE}{chain}{BEHIND}\n"));
    (line.into_bytes(), chain)
}

/// Reads a line without its line break.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(line: &[u8], number: u64, before: &Chain) -> Result<(Entry, Chain), Damage> {
    let (body, tail) = line.split_at(line.len().checked_sub(TAIL).ok_or(Damage::NotALine)?);
    let written = tail
        .strip_prefix(BEFORE.as_bytes())
        .and_then(|tail| tail.strip_suffix(BEHIND.as_bytes()))
        .filter(|digits| digits.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
        .ok_or(Damage::NotALine)?;
    let chain = before.after(body);
    if chain.0.as_bytes() != written {
        return Err(Damage::BrokenChain);
    }
    let mut object = body.to_vec();
    object.push(b'}');
    let body: Body = serde_json::from_slice(&object).map_err(|_| Damage::UnknownEvent)?;
    let time = body.time.parse().map_err(|_| Damage::UnknownEvent)?;
    if body.seq != number {
        return Err(Damage::BrokenChain);
    }
    Ok((Entry { seq: body.seq, time, event: body.event }, chain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Position;
    use crate::record::MemberNumber;

    fn entry() -> Entry {
        let event = Event::Answered { member: MemberNumber(7), position: Position::For };
        Entry { seq: 2, time: Moment(1_742_511_599_999), event }
    }

    /// The checksum against `printf '%s' "$before$body" | sha256sum`.
    #[test]
    fn a_line_is_what_the_description_says() {
        let (line, chain) = write(&entry(), &Chain::start());
        let body =
            r#"{"seq":2,"time":"2025-03-20T22:59:59.999Z","event":"answered","member":7,"position":"for""#;
        let expected = "8494a873bf1f5425e7a906ae4cd3a6f69fe7cb8b0a49e3bedde0c90fee66b7f4";
        assert_eq!(String::from_utf8_lossy(&line), format!("{body},\"chain\":\"{expected}\"}}\n"));
        assert_eq!(read(&line[..line.len() - 1], 2, &Chain::start()), Ok((entry(), chain)));
    }

    #[test]
    fn one_changed_byte_is_found() {
        let (line, _) = write(&entry(), &Chain::start());
        for place in 0..line.len() - 1 {
            let mut changed = line[..line.len() - 1].to_vec();
            changed[place] ^= 1;
            assert!(read(&changed, 2, &Chain::start()).is_err(), "byte {place}");
        }
        assert_eq!(read(&line[..line.len() - 1], 3, &Chain::start()), Err(Damage::BrokenChain));
    }
}

//! Bytes to text: which encoding, found by content.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1257,
};
use serde::{Serialize, Serializer};

use crate::read::vocabulary;

/// The encoding a file was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    name: &'static str,
    /// Whether the file starts with a byte-order mark.
    pub has_bom: bool,
}

impl Default for Encoding {
    fn default() -> Self {
        Self { name: UTF_8.name(), has_bom: false }
    }
}

impl Encoding {
    /// The encoding of this name, or of one of its many other names (`latin1`, `cp1250`).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let found = encoding_rs::Encoding::for_label(name.as_bytes())?;
        Some(Self { name: found.name(), has_bom: false })
    }

    /// True for UTF-8.
    pub(in crate::read) fn is_utf_8(self) -> bool {
        self.name == UTF_8.name()
    }

    /// The name of the WHATWG encoding standard (`UTF-8`, `windows-1252`).
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }
}

impl Serialize for Encoding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

/// A file as text.
pub(in crate::read) struct Decoded<'a> {
    pub(in crate::read) text: Cow<'a, str>,
    pub(in crate::read) encoding: Encoding,
    /// Some bytes had no meaning in the encoding and became U+FFFD.
    pub(in crate::read) lossy: bool,
}

/// Decodes by byte-order mark, else UTF-16 by the pattern of its zero bytes, else UTF-8 where valid, else
/// the best guess among the world's legacy encodings.
pub(in crate::read) fn decode(bytes: &[u8]) -> Decoded<'_> {
    decode_as(bytes, None)
}

/// The same, in an encoding that is known.
pub(in crate::read) fn decode_as(bytes: &[u8], known: Option<Encoding>) -> Decoded<'_> {
    let known = known.and_then(|known| encoding_rs::Encoding::for_label(known.name.as_bytes()));
    let (encoding, bom_length) = match encoding_rs::Encoding::for_bom(bytes) {
        Some(found) => found,
        None => match known {
            Some(known) => (known, 0),
            None => (utf_16_without_bom(bytes).unwrap_or_else(|| utf_8_or_legacy(bytes)), 0),
        },
    };
    let (text, lossy) = encoding.decode_without_bom_handling(&bytes[bom_length..]);
    Decoded { text, encoding: Encoding { name: encoding.name(), has_bom: bom_length > 0 }, lossy }
}

/// Text in UTF-16 has a zero byte beside every Latin letter, digit, comma and line end, always on the same side.
fn utf_16_without_bom(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < 4 {
        return None;
    }
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if odd * 10 > pairs * 4 && even * 50 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 4 && odd * 50 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Fewer letters than this do not tell the alphabets of Europe apart: then it is the most usual one.
const FEWEST_LETTERS: usize = 8;

fn utf_8_or_legacy(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    // A file that is UTF-8 but for a few broken bytes is still UTF-8: no legacy text has many valid
    // multi-byte sequences by chance.
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if valid > broken * 4 {
        return UTF_8;
    }
    let guess = if bytes.iter().filter(|byte| !byte.is_ascii()).count() < FEWEST_LETTERS {
        WINDOWS_1252
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    };
    by_words(bytes, guess)
}

/// The alphabets that a few letters do not tell apart.
const ALPHABETS: [&encoding_rs::Encoding; 7] =
    [WINDOWS_1252, WINDOWS_1250, WINDOWS_1251, WINDOWS_1253, WINDOWS_1254, WINDOWS_1257, ISO_8859_2];

/// The guess, unless more of the file's words are known ones (for a position, at the head of a column) in another alphabet: `S\xEC` is
/// *yes* in Western letters, and nothing in Baltic ones.
fn by_words(bytes: &[u8], guess: &'static encoding_rs::Encoding) -> &'static encoding_rs::Encoding {
    const LOOKED_AT: usize = 1 << 16;
    const LONGEST_WORD: usize = 40;
    const MOST_WORDS: usize = 200;
    if !guess.is_single_byte() {
        return guess;
    }
    let parts = bytes[..bytes.len().min(LOOKED_AT)].split(|byte| b",;\t|\"\r\n<>".contains(byte));
    let mut words: Vec<&[u8]> = Vec::new();
    for part in parts.filter(|part| part.len() <= LONGEST_WORD && !part.is_ascii()) {
        if words.len() < MOST_WORDS && !words.contains(&part) {
            words.push(part);
        }
    }
    let is_known = |text: &str| vocabulary::position(text).is_some() || vocabulary::role(text).is_some();
    let known = |encoding: &'static encoding_rs::Encoding| {
        let texts = words.iter().map(|word| encoding.decode_without_bom_handling(word).0);
        texts.filter(|text| is_known(text)).count()
    };
    let (mut best, mut most) = (guess, known(guess));
    for encoding in ALPHABETS {
        let count = known(encoding);
        if count > most {
            (best, most) = (encoding, count);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, &'static str, bool) {
        let decoded = decode(bytes);
        (decoded.text.into_owned(), decoded.encoding.name(), decoded.encoding.has_bom)
    }

    #[test]
    fn finds_each_encoding_by_content() {
        let text = "nom;position\nÉlodie Léger;Pour\nJürgen Groß;Enthaltung\n";
        let utf_16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(decoded(text.as_bytes()), (text.to_owned(), "UTF-8", false));
        assert_eq!(decoded(format!("\u{feff}{text}").as_bytes()), (text.to_owned(), "UTF-8", true));
        assert_eq!(decoded(&utf_16(u16::to_le_bytes)), (text.to_owned(), "UTF-16LE", false));
        assert_eq!(decoded(&utf_16(u16::to_be_bytes)), (text.to_owned(), "UTF-16BE", false));
        let with_bom: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf_16(u16::to_le_bytes)).collect();
        assert_eq!(decoded(&with_bom), (text.to_owned(), "UTF-16LE", true));
        let (latin, _, _) = WINDOWS_1252.encode(text);
        assert_eq!(decoded(&latin), (text.to_owned(), "windows-1252", false));
    }

    /// Few letters, and those of another alphabet by the look of them.
    #[test]
    fn words_for_positions_tell_alphabets_apart() {
        let text =
            "name;vote\nAnna Alba;Sì\nBruno Betulla;No\n".to_owned() + &"Carlo Cipresso;Sì\n".repeat(12);
        let (latin, _, _) = WINDOWS_1252.encode(&text);
        assert_eq!(decoded(&latin), (text.clone(), "windows-1252", false));
        let text = "jméno;hlas\nAnna Bříza;Zdržel se\nBedřich Lípa;Pro\nCyril Topol;Nepřítomen\n";
        let (central, _, _) = WINDOWS_1250.encode(text);
        assert_eq!(decoded(&central), (text.to_owned(), "windows-1250", false));
    }

    #[test]
    fn a_broken_byte_does_not_turn_utf_8_into_latin() {
        let mut bytes = "é,è,à,ç,ù,ô,î,ê\n".repeat(3).into_bytes();
        bytes.push(0xE9);
        assert_eq!(decode(&bytes).encoding.name(), "UTF-8");
        assert!(decode(&bytes).lossy);
    }
}

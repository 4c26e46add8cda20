//! A colour as files give it for a party.

use std::fmt;
use std::str::FromStr;

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A text that is not a colour of the form `#16202B`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a colour: {0:?} (six hexadecimal digits such as #16202B)")]
pub struct ParseRgbError(String);

impl FromStr for Rgb {
    type Err = ParseRgbError;

    /// Reads `#16202B`, with or without the `#`.
    fn from_str(text: &str) -> Result<Self, ParseRgbError> {
        let fault = || ParseRgbError(text.to_owned());
        let digits = text.trim().trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(fault());
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| fault())?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self(red, green, blue))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A drawing says hundreds of colours.
        let mut text = [b'#'; 7];
        for (place, byte) in [self.0, self.1, self.2].into_iter().enumerate() {
            for (half, digit) in [byte >> 4, byte & 15].into_iter().enumerate() {
                text[1 + 2 * place + half] = b"0123456789ABCDEF"[usize::from(digit)];
            }
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl serde::Serialize for Rgb {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Rgb {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_with_and_without_the_hash() {
        assert_eq!("#16202b".parse(), Ok(Rgb(0x16, 0x20, 0x2B)));
        assert_eq!("16202B".parse(), Ok(Rgb(0x16, 0x20, 0x2B)));
        assert_eq!(Rgb(1, 2, 255).to_string(), "#0102FF");
        for text in ["", "#12345", "blue", "#12345é", "#1234567"] {
            assert!(text.parse::<Rgb>().is_err(), "{text}");
        }
    }
}

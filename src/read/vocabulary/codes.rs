//! Codes that mean something only with one publisher, and how that publisher's tables are recognised.
//!
//! A code is used only where the columns or the whole set of codes leave no doubt whose it is: `1` is yes
//! with one publisher and absent with another.

use crate::model::Position;
use crate::read::vocabulary::words::header_words;

/// A publisher's codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Codes {
    /// Voteview and the literature on roll calls: 1 to 3 for, 4 to 6 against, 7 and 8 present, 9 not voting.
    CastCodes,
    /// The Czech chamber of deputies: letters, in files without a header.
    CzechLetters,
}

impl Codes {
    /// True for a header that only one publisher's tables have.
    pub(in crate::read) fn are_named_by(header: &str) -> bool {
        matches!(header_words(header).concat().as_str(), "icpsr" | "castcode")
    }

    /// Whose codes these are, if that is beyond doubt.
    pub(in crate::read) fn of<'a>(
        headers: &[String],
        has_header: bool,
        mut words: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<Self> {
        let is_cast_code = |word: &str| matches!(whole(word).as_bytes(), [b'0'..=b'9']);
        let names = |wanted: &str| headers.iter().any(|header| header_words(header).concat() == wanted);
        if has_header && (names("icpsr") || names("castcode")) {
            return words.all(is_cast_code).then_some(Self::CastCodes);
        }
        let has = |wanted: &[&str]| words.clone().any(|word| wanted.contains(&word));
        let is_czech = !has_header && has(&["A", "B"]) && has(&["@", "K"]);
        let mut all = words.clone();
        (is_czech && all.all(|word| Self::CzechLetters.position(word).is_some()))
            .then_some(Self::CzechLetters)
    }

    /// What a code means. A pair or an announcement is no vote: it counts on neither side.
    pub(in crate::read) fn position(self, word: &str) -> Option<Position> {
        Some(match (self, whole(word)) {
            (Self::CastCodes, "1") | (Self::CzechLetters, "A") => Position::For,
            (Self::CastCodes, "6") | (Self::CzechLetters, "B" | "N") => Position::Against,
            (Self::CastCodes, "2" | "3" | "4" | "5") => Position::Paired,
            (Self::CastCodes, "7" | "8") => Position::Present,
            (Self::CastCodes, "9") | (Self::CzechLetters, "F" | "W") => Position::NotVoting,
            // Not a member at the time.
            (Self::CastCodes, "0") => Position::Unknown,
            // `K` is abstained or did not press a button, which the files do not tell apart.
            (Self::CzechLetters, "C" | "K" | "X") => Position::Abstain,
            (Self::CzechLetters, "M") => Position::Excused,
            (Self::CzechLetters, "@") => Position::Absent,
            _ => return None,
        })
    }
}

/// The party of a code of Voteview, of those that were ever large.
pub(in crate::read) fn party_of_code(code: &str) -> Option<&'static str> {
    match code {
        "1" => Some("Federalist"),
        "13" => Some("Democratic-Republican"),
        "29" => Some("Whig"),
        "340" => Some("Populist"),
        "370" => Some("Progressive"),
        "537" => Some("Farmer-Labor"),
        "100" => Some("Democrat"),
        "200" => Some("Republican"),
        "328" => Some("Independent"),
        _ => None,
    }
}

/// `14226.0` is 14226: numbers that went through a program which knows only fractions.
pub(in crate::read) fn whole(number: &str) -> &str {
    if !number.ends_with('0') {
        return number;
    }
    match number.split_once('.') {
        Some((whole, zeros))
            if !whole.is_empty()
                && !zeros.is_empty()
                && whole.bytes().all(|byte| byte.is_ascii_digit())
                && zeros.bytes().all(|byte| byte == b'0') =>
        {
            whole
        }
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_by_their_columns_or_not_at_all() {
        let of = |headers: &[&str], has_header, words: &[&str]| {
            let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
            Codes::of(&headers, has_header, words.iter().copied())
        };
        assert_eq!(of(&["rollnumber", "icpsr", "cast_code"], true, &["1", "6.0"]), Some(Codes::CastCodes));
        assert_eq!(of(&["icpsr", "vote"], true, &["1", "yes"]), None);
        assert_eq!(of(&["name", "vote"], true, &["1", "6", "9"]), None);
        assert_eq!(of(&["1", "2", "3"], false, &["A", "B", "@"]), Some(Codes::CzechLetters));
        assert_eq!(of(&["1", "2", "3"], false, &["A", "B"]), None);
        assert_eq!(of(&["name", "vote"], true, &["A", "B", "K"]), None);
        assert_eq!(of(&["1", "2"], false, &["A", "B", "K", "yes"]), None);
    }

    #[test]
    fn whole_numbers() {
        for (text, expected) in
            [("14226.0", "14226"), ("1.5", "1.5"), ("3a", "3a"), (".0", ".0"), ("7.", "7.")]
        {
            assert_eq!(whole(text), expected);
        }
    }
}

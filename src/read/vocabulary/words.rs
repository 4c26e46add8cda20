//! Words reduced to what matters for comparing them.

use icu_normalizer::DecomposingNormalizer;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

/// Lower case, without accents, outer punctuation and doubled spaces. A text of punctuation alone is kept.
pub(in crate::read) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return plain_ascii(text);
    }
    let mut reduced = String::with_capacity(text.len());
    for c in DecomposingNormalizer::new_nfd().normalize(text).chars() {
        match c {
            '’' | '‘' | '`' => reduced.push('\''),
            // Between the parts of a Persian word, where others leave a space, stands a mark of no width.
            '\u{a0}' | '\u{202f}' | '\u{200c}' => reduced.push(' '),
            'ß' => reduced.push_str("ss"),
            'ł' | 'Ł' => reduced.push('l'),
            'ø' | 'Ø' => reduced.push('o'),
            'æ' | 'Æ' => reduced.push_str("ae"),
            'œ' | 'Œ' => reduced.push_str("oe"),
            'ð' | 'Ð' | 'đ' | 'Đ' => reduced.push('d'),
            'ı' => reduced.push('i'),
            // At the end of a word; where all letters are capitals nothing tells.
            'ς' => reduced.push('σ'),
            // Persian and Arabic keyboards write one letter in two ways.
            'ي' | 'ى' => reduced.push('ی'),
            'ك' => reduced.push('ک'),
            // Accents; Arabic vowels, hamza over a letter, stretched letters, and marks that turn the writing.
            '\u{300}'..='\u{36f}'
            | '\u{640}'
            | '\u{64b}'..='\u{655}'
            | '\u{200d}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            other => reduced.extend(other.to_lowercase()),
        }
    }
    let spaced = reduced.split_whitespace().collect::<Vec<_>>().join(" ");
    let trimmed = spaced.trim_matches(|c: char| !c.is_alphanumeric());
    if trimmed.is_empty() { spaced } else { trimmed.to_owned() }
}

/// The same for most texts, several times faster.
fn plain_ascii(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.extend(word.bytes().map(|byte| match byte {
            b'`' => '\'',
            other => char::from(other.to_ascii_lowercase()),
        }));
    }
    let trimmed = spaced.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    if trimmed.is_empty() || trimmed.len() == spaced.len() { spaced } else { trimmed.to_owned() }
}

/// The words of a header: `camelCase`, `snake_case`, punctuation and another script (`찬성Votes`) part words.
pub(in crate::read) fn header_words(text: &str) -> Vec<String> {
    let mut parted = String::with_capacity(text.len() + 8);
    let mut previous_is_lower = false;
    // Whether the letter before is a Latin one; `None` where no letter stands there.
    let mut previous_is_latin = None;
    for c in text.chars() {
        let is_latin = c.is_alphabetic().then(|| is_latin(c));
        let turns = previous_is_latin.is_some() && is_latin.is_some() && previous_is_latin != is_latin;
        if c.is_uppercase() && previous_is_lower || turns {
            parted.push(' ');
        }
        previous_is_latin = if is_mark(c) { previous_is_latin } else { is_latin };
        previous_is_lower = c.is_lowercase();
        let is_of_word = c.is_alphanumeric() || is_mark(c) || matches!(c, '\'' | '’' | '\u{200c}');
        parted.push(if is_of_word { c } else { ' ' });
    }
    plain(&parted).split_whitespace().map(str::to_owned).collect()
}

fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// A mark of a letter before it that is no letter itself: accents written by themselves, Hebrew and Arabic vowels,
/// Devanagari's virama and nukta, Thai tones.
fn is_mark(c: char) -> bool {
    CanonicalCombiningClassMapBorrowed::new().get_u8(c) != 0 || matches!(c, '\u{e47}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words() {
        assert_eq!(plain("  ABSTENCIÓN "), "abstencion");
        assert_eq!(plain("Zdržel/a  se"), "zdrzel/a se");
        assert_eq!(plain("S’abstient."), "s'abstient");
        assert_eq!(plain("greiðir ekki atkvæði"), "greidir ekki atkvaedi");
        assert_eq!(plain("Wstrzymał się"), "wstrzymal sie");
        assert_eq!((plain("--").as_str(), plain("?").as_str(), plain("").as_str()), ("--", "?", ""));
    }

    #[test]
    fn the_fast_way_says_the_same() {
        for text in [
            "",
            " ",
            "--",
            "?!",
            " No  vote\trecorded. ",
            "(PASS)",
            "a`b",
            "N/A",
            "\u{b}x\u{c}y",
            "..",
            "'a'",
        ] {
            // A letter beyond ASCII takes the other way, and is taken off again.
            let long_way = plain(&format!("{text} é"));
            let expected = plain(&format!("{text} e"));
            assert_eq!(long_way, expected, "{text:?}");
        }
    }

    #[test]
    fn words_of_headers() {
        assert_eq!(header_words("_ideCadastro"), ["ide", "cadastro"]);
        assert_eq!(header_words("PersonOfficialFirstName"), ["person", "official", "first", "name"]);
        assert_eq!(header_words("place_en_hémicycle"), ["place", "en", "hemicycle"]);
        assert_eq!(header_words("Fraktion/Gruppe"), ["fraktion", "gruppe"]);
        assert_eq!(header_words("UID"), ["uid"]);
        assert_eq!(header_words("찬성Votes"), ["찬성", "votes"].map(plain));
        assert_eq!(header_words("namesموافق"), ["names", "موافق"]);
        assert_eq!(header_words("เห็นด้วยVotes"), ["เห็นด้วย", "votes"].map(plain));
    }
}

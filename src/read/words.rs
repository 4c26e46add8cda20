//! Words reduced to what matters for comparing them.

use icu_normalizer::DecomposingNormalizer;

/// Lower case, without accents, outer punctuation and doubled spaces. A text of punctuation alone is kept.
pub(super) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return plain_ascii(text);
    }
    let mut reduced = String::with_capacity(text.len());
    for c in DecomposingNormalizer::new_nfd().normalize(text).chars() {
        match c {
            '\u{300}'..='\u{36f}' => {}
            '’' | '‘' | '`' => reduced.push('\''),
            '\u{a0}' | '\u{202f}' => reduced.push(' '),
            'ß' => reduced.push_str("ss"),
            'ł' | 'Ł' => reduced.push('l'),
            'ø' | 'Ø' => reduced.push('o'),
            'æ' | 'Æ' => reduced.push_str("ae"),
            'œ' | 'Œ' => reduced.push_str("oe"),
            'ð' | 'Ð' | 'đ' | 'Đ' => reduced.push('d'),
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

/// The words of a header: `camelCase`, `snake_case` and punctuation all part words.
pub(super) fn header_words(text: &str) -> Vec<String> {
    let mut parted = String::with_capacity(text.len() + 8);
    let mut previous_is_lower = false;
    for c in text.chars() {
        if c.is_uppercase() && previous_is_lower {
            parted.push(' ');
        }
        previous_is_lower = c.is_lowercase();
        parted.push(if c.is_alphanumeric() || c == '\'' || c == '’' { c } else { ' ' });
    }
    plain(&parted).split_whitespace().map(str::to_owned).collect()
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
    }
}

//! Texts and names as they stand in SVG and HTML.

/// Adds characters that are ASCII all of them.
fn push_ascii(out: &mut String, characters: &[u8]) {
    out.push_str(str::from_utf8(characters).unwrap_or_default());
}

/// Text as XML or HTML text, or as an attribute in either kind of quotes. Characters that XML forbids become
/// U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    push_escaped(&mut safe, text);
    safe
}

/// Bytes that stand for themselves, and that no character begins with that does not.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut byte = 0;
    while byte < 256 {
        let is_special = matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | b'\'' | ..=b'\x1f' | b'\x7f');
        // What begins the controls from U+0080 on, and the two at the end of the plane.
        plain[byte] = !is_special && !matches!(byte as u8, b'\xc2' | b'\xef');
        byte += 1;
    }
    plain
};

/// The same at the end of a text.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    if text.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
}

/// A name as part of an XML identifier, in small letters: what identifiers may not have becomes `-`, once
/// however many stand together.
pub(super) fn identifier(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    push_identifier(&mut id, name);
    id
}

/// The same at the end of what begins an identifier.
pub(super) fn push_identifier(id: &mut String, name: &str) {
    if name.is_ascii() {
        return push_ascii_identifier(id, name);
    }
    let mut follows_dash = id.ends_with('-');
    let mut add = |c: char| {
        let is_part = is_name_character(c);
        if is_part || !follows_dash {
            id.push(if is_part { c } else { '-' });
        }
        follows_dash = !is_part || c == '-';
    };
    for c in name.chars() {
        if c.is_ascii() { add(c.to_ascii_lowercase()) } else { c.to_lowercase().for_each(&mut add) }
    }
}

/// What each ASCII character becomes in an identifier; nothing where it may not stand there.
const IN_IDENTIFIER: [u8; 128] = {
    let mut becomes = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        let small = byte.to_ascii_lowercase();
        if matches!(small, b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z') {
            becomes[byte as usize] = small;
        }
        byte += 1;
    }
    becomes
};

/// The same for a name in ASCII, as nearly all characters of most names are.
fn push_ascii_identifier(id: &mut String, name: &str) {
    let mut follows_dash = id.ends_with('-');
    for part in name.as_bytes().chunks(64) {
        let mut written = [0; 64];
        let mut length = 0;
        for &byte in part {
            // A dash is written over where another follows it, without asking for each character what it is.
            let becomes = IN_IDENTIFIER[usize::from(byte)];
            written[length] = if becomes == 0 { b'-' } else { becomes };
            length += usize::from(becomes != 0 || !follows_dash);
            follows_dash = matches!(becomes, 0 | b'-');
        }
        push_ascii(id, &written[..length]);
    }
}

/// The letters, digits and marks of XML 1.0's `NameChar`, without colon and full stop, which style sheets and
/// drawing programs take for more than a name.
fn is_name_character(c: char) -> bool {
    matches!(c,
        '-' | '_' | '0'..='9' | 'a'..='z' | 'A'..='Z' | '\u{b7}'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
        | '\u{203f}'..='\u{2040}' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}'
        | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
        | '\u{10000}'..='\u{effff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_complete() {
        assert_eq!(
            escaped("<b a=\"1\" b='2'>&\u{0}\n"),
            "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;\u{fffd} "
        );
    }

    #[test]
    fn identifiers_hold_letters_of_every_script_and_nothing_else() {
        assert_eq!(identifier("seat-Delphine Lingemann"), "seat-delphine-lingemann");
        assert_eq!(identifier("--a__B \t-c."), "--a__b--c-");
        // Of both kinds alike, at any length.
        let long = "Member (of the house), No. 7 ".repeat(9);
        assert_eq!(identifier(&long) + "é", identifier(&(long + "É")));
        assert_eq!(identifier("party-Écologiste & Social (PS)"), "party-écologiste-social-ps-");
        assert_eq!(identifier("seat-习近平"), "seat-习近平");
        // A superscript is a number to Unicode and no part of a name to XML.
        assert_eq!(identifier("a²\"<>.b:c"), "a-b-c");
    }
}

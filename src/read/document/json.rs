//! JSON text to a tree, or the place where it is not JSON.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::fault::{DocumentFault, Place};
use super::node::{MOST_NODES, Node};

/// Reads one JSON value, or several one below the other (JSON lines) as a list.
///
/// # Errors
/// Where and why the text is not strict JSON.
pub(super) fn parse(text: &str) -> Result<Node<'_>, (Place, DocumentFault)> {
    let budget = Cell::new(MOST_NODES);
    let mut values = Vec::new();
    let mut rest = text;
    while !rest.trim_start().is_empty() {
        let start = text.len() - rest.len();
        let mut deserializer = serde_json::Deserializer::from_str(rest);
        let value = match (Seed { budget: &budget }).deserialize(&mut deserializer) {
            Ok(value) => value,
            Err(error) => return Err(fault(text, start, &error)),
        };
        let end = deserializer.into_iter::<serde::de::IgnoredAny>().byte_offset();
        rest = &rest[end..];
        let follows = rest.trim_start().chars().next();
        // Only records follow one another; anything else behind the value is a mistake in it.
        if !matches!((&value, follows), (_, None) | (Node::Object(_), Some('{'))) {
            let offset = text.len() - rest.trim_start().len();
            let fault =
                if follows == Some(',') { DocumentFault::TrailingComma } else { DocumentFault::Trailing };
            return Err((Place::of(text, offset), fault));
        }
        values.push(value);
    }
    Ok(match values.len() {
        1 => values.remove(0),
        _ => Node::List(values),
    })
}

fn fault(text: &str, start: usize, error: &serde_json::Error) -> (Place, DocumentFault) {
    let before = Place::of(text, start);
    let place = Place {
        line: before.line + error.line().max(1) as u64 - 1,
        column: if error.line() <= 1 {
            before.column + (error.column().max(1) as u64) - 1
        } else {
            error.column() as u64
        },
    };
    let found = place.char_in(text);
    let said = error.to_string();
    let says = |words: &str| said.starts_with(words);
    let closes = matches!(found, Some('}' | ']'));
    let fault = if says("recursion limit") {
        DocumentFault::TooDeep
    } else if says(TOO_MANY) {
        DocumentFault::TooLarge
    } else if error.is_eof() {
        DocumentFault::CutOff
    } else if matches!(found, Some('#' | '/')) {
        DocumentFault::Comment
    } else if says("trailing comma") || (closes && (says("expected value") || says("key must be a string"))) {
        DocumentFault::TrailingComma
    } else if says("lone leading surrogate") || says("unexpected end of hex escape") {
        DocumentFault::HalfCharacter
    } else if says("number out of range") {
        DocumentFault::HugeNumber
    } else {
        DocumentFault::Unexpected(found)
    };
    (place, fault)
}

const TOO_MANY: &str = "too many values";

struct Seed<'c> {
    budget: &'c Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        let left = self.budget.get();
        if left == 0 {
            return Err(D::Error::custom(TOO_MANY));
        }
        self.budget.set(left - 1);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(serde_json::Number::from_f64(value).map_or(Node::Null, Node::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Seed { budget: self.budget })? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(key) = entries.next_key_seed(KeySeed)? {
            list.push((key, entries.next_value_seed(Seed { budget: self.budget })?));
        }
        Ok(Node::Object(list))
    }
}

/// A key, borrowed from the text where it has no escapes.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> (u64, u64, DocumentFault) {
        let (place, fault) = parse(text).expect_err("not JSON");
        (place.line, place.column, fault)
    }

    #[test]
    fn keeps_order_and_repeated_keys() {
        let node = parse(r#"{"b": 1, "a": "x", "b": [null, true, 2.5]}"#).expect("JSON");
        let keys: Vec<&str> = node.entries().iter().map(|(key, _)| key.as_ref()).collect();
        assert_eq!(keys, ["b", "a", "b"]);
        assert_eq!(node.text_at(&["b"]).as_deref(), Some("1"), "the first");
    }

    #[test]
    fn whole_numbers_have_no_decimals() {
        let node = parse("[14226.0, 7, -1.5]").expect("JSON");
        let texts: Vec<_> = node.items().iter().filter_map(Node::scalar).collect();
        assert_eq!(texts, ["14226", "7", "-1.5"]);
    }

    #[test]
    fn records_one_below_the_other_are_a_list() {
        assert_eq!(parse("{\"a\":1}\n{\"a\":2}\n").expect("JSON").items().len(), 2);
    }

    #[test]
    fn says_where_and_why_it_is_not_json() {
        assert_eq!(refused("{\"a\": 1},\n"), (1, 9, DocumentFault::TrailingComma));
        assert_eq!(refused("{\n  \"a\": [1, 2,]\n}"), (2, 14, DocumentFault::TrailingComma));
        assert_eq!(refused("{\"a\": 1,}"), (1, 9, DocumentFault::TrailingComma));
        assert_eq!(refused("{\n  # note\n  \"a\": 1}"), (2, 3, DocumentFault::Comment));
        assert_eq!(refused("{\"a\": 1, // note\n\"b\": 2}"), (1, 10, DocumentFault::Comment));
        assert_eq!(refused("api\n{}"), (1, 1, DocumentFault::Unexpected(Some('a'))));
        assert_eq!(refused("{\"a\": [1, 2").2, DocumentFault::CutOff);
        assert_eq!(refused("[\"\\ud800\"]").2, DocumentFault::HalfCharacter);
        assert_eq!(refused("[1e999]").2, DocumentFault::HugeNumber);
        assert_eq!(refused("[1] [2]"), (1, 5, DocumentFault::Trailing));
    }

    #[test]
    fn a_hundred_thousand_levels_are_refused() {
        assert_eq!(refused(&"[".repeat(100_000)).2, DocumentFault::TooDeep);
        assert_eq!(refused(&"{\"a\":".repeat(100_000)).2, DocumentFault::TooDeep);
    }
}

//! A document as a tree: what JSON, XML and packed cells have in common.
//!
//! Comes out of `json`, `xml` and `packed`; goes into `search`. Must not know: votes.

use std::borrow::Cow;

/// More nodes than any roll call has; a bound on memory.
pub(super) const MOST_NODES: usize = 12_000_000;

/// How deep a document may nest.
pub(super) const DEEPEST: usize = 120;

/// The key under which an XML element's own text stands, as converters from XML to JSON write it.
pub(super) const TEXT: &str = "#text";

/// One value. Entries keep their order, and a key may come twice.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read) enum Node<'a> {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// The first value with this key.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The value at the end of a path of keys.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Node<'a>> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    /// The text at the end of a path of keys.
    pub(super) fn text_at(&self, path: &[&str]) -> Option<Cow<'_, str>> {
        self.at(path).and_then(Node::scalar)
    }

    /// The entries of an object; nothing for anything else.
    pub(super) fn entries(&self) -> &[(Cow<'a, str>, Node<'a>)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; a value that stands where a list of one is meant; nothing for null.
    pub(super) fn items(&self) -> &[Node<'a>] {
        match self {
            Self::List(items) => items,
            Self::Null => &[],
            single => std::slice::from_ref(single),
        }
    }

    /// A text, number or truth value as text, trimmed; an object's own text where it has one. Whole numbers
    /// never show decimals: `14226.0` names the same member as `14226`.
    pub(super) fn scalar(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text.trim())),
            Self::Number(number) => {
                let text = number.to_string();
                Some(Cow::Owned(text.strip_suffix(".0").map_or(text.clone(), str::to_owned)))
            }
            Self::Bool(value) => Some(Cow::Borrowed(if *value { "true" } else { "false" })),
            Self::Object(_) => match self.get(TEXT)? {
                Self::Object(_) => None,
                text => text.scalar(),
            },
            Self::Null | Self::List(_) => None,
        }
    }

    /// True for a text, a number or a truth value.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Number(_) | Self::Bool(_))
    }
}

impl Node<'_> {
    /// The same value, holding its own texts.
    pub(super) fn into_owned(self) -> Node<'static> {
        match self {
            Self::Null => Node::Null,
            Self::Bool(value) => Node::Bool(value),
            Self::Number(number) => Node::Number(number),
            Self::Text(text) => Node::Text(Cow::Owned(text.into_owned())),
            Self::List(items) => Node::List(items.into_iter().map(Node::into_owned).collect()),
            Self::Object(entries) => Node::Object(
                entries
                    .into_iter()
                    .map(|(key, value)| (Cow::Owned(key.into_owned()), value.into_owned()))
                    .collect(),
            ),
        }
    }
}

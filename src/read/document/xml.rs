//! XML text to a tree, or the place where it is not XML.
//!
//! An element becomes an object of its attributes and children, children of one name a list; an element with
//! nothing but text becomes that text. Prefixes of namespaces are dropped. Entities that a document defines
//! itself are refused: a few lines of them unfold to gigabytes.

use std::borrow::Cow;
use std::collections::HashMap;

use roxmltree::{Document, Error, ParsingOptions};

use super::fault::{DocumentFault, Place};
use super::node::{DEEPEST, MOST_NODES, Node, TEXT};

/// Reads a document: an object with the root element under its name.
///
/// # Errors
/// Where and why the text is not XML.
pub(super) fn parse(text: &str) -> Result<Node<'static>, (Place, DocumentFault)> {
    if let Some(offset) = text.find("<!ENTITY") {
        return Err((Place::of(text, offset), DocumentFault::Entities));
    }
    check_tags(text)?;
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES as u32, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| fault(text, &error))?;
    let root = document.root_element();
    Ok(Node::Object(vec![(name(root), element(root))]))
}

/// The most attributes of one tag: each is compared with every other.
const MOST_ATTRIBUTES: usize = 1_000;
/// The most namespaces in force over all tags that declare one: each of these tags keeps a list of them.
const MOST_NAMESPACES: usize = 20_000_000;

/// Refuses what nests too deep before anything recurses into it, and what would take more time or memory than it
/// is long.
fn check_tags(text: &str) -> Result<(), (Place, DocumentFault)> {
    // How many namespaces each open element declares.
    let mut open: Vec<usize> = Vec::new();
    let (mut in_force, mut namespaces) = (0_usize, 0_usize);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at..];
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(open, _)| tag.starts_with(open))
            .map(|(_, close)| tag.find(close).map_or(tag.len(), |end| end + close.len()));
        if let Some(length) = skipped {
            rest = &tag[length..];
            continue;
        }
        let place = || Place::of(text, text.len() - tag.len());
        let (end, attributes) = tag_end(tag);
        if tag.starts_with("</") {
            in_force -= open.pop().unwrap_or_default();
        } else if !tag.starts_with("<!") {
            let declared = tag[..end].matches("xmlns").count();
            namespaces += if declared > 0 { in_force + declared } else { 0 };
            if attributes > MOST_ATTRIBUTES || namespaces > MOST_NAMESPACES {
                return Err((place(), DocumentFault::TooLarge));
            }
            if !tag[..end].ends_with("/>") {
                open.push(declared);
                in_force += declared;
            }
            if open.len() > DEEPEST {
                return Err((place(), DocumentFault::TooDeep));
            }
        }
        rest = &tag[end..];
    }
    Ok(())
}

/// Where a tag ends, and how many attributes it has; a `>` in an attribute's quotes does not end it.
fn tag_end(tag: &str) -> (usize, usize) {
    let (mut quote, mut attributes) = (None, 0);
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return (at + 1, attributes),
            (None, b'"' | b'\'') => {
                quote = Some(byte);
                attributes += 1;
            }
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    (tag.len(), attributes)
}

fn fault(text: &str, error: &Error) -> (Place, DocumentFault) {
    let position = error.pos();
    let place = Place { line: u64::from(position.row), column: u64::from(position.col) };
    let fault = match error {
        Error::UnexpectedEndOfStream | Error::UnclosedRootNode => DocumentFault::CutOff,
        Error::NodesLimitReached => DocumentFault::TooLarge,
        Error::UnexpectedCloseTag(..) => DocumentFault::TagMismatch,
        Error::UnknownEntityReference(..) | Error::EntityReferenceLoop(..) => DocumentFault::Entities,
        _ => DocumentFault::Unexpected(place.char_in(text)),
    };
    (place, fault)
}

fn name(node: roxmltree::Node<'_, '_>) -> Cow<'static, str> {
    Cow::Owned(node.tag_name().name().to_owned())
}

fn element(node: roxmltree::Node<'_, '_>) -> Node<'static> {
    let attributes = node.attributes();
    let has_children = node.has_children() && node.children().any(|child| child.is_element());
    if attributes.len() == 0 && !has_children {
        return Node::Text(Cow::Owned(text_of(node)));
    }
    let mut entries: Vec<(Cow<'static, str>, Node<'static>)> = attributes
        .map(|attribute| {
            (Cow::Owned(attribute.name().to_owned()), Node::Text(Cow::Owned(attribute.value().to_owned())))
        })
        .collect();
    let is_mixed =
        node.children().any(|child| child.is_text() && child.text().is_some_and(|t| !t.trim().is_empty()));
    if is_mixed {
        entries.push((Cow::Borrowed(TEXT), Node::Text(Cow::Owned(text_of(node)))));
    }
    let mut places: HashMap<&str, usize> = HashMap::new();
    for child in node.children().filter(roxmltree::Node::is_element) {
        let value = element(child);
        let Some(&place) = places.get(child.tag_name().name()) else {
            places.insert(child.tag_name().name(), entries.len());
            entries.push((name(child), value));
            continue;
        };
        match &mut entries[place].1 {
            Node::List(items) => items.push(value),
            single => {
                let first = std::mem::replace(single, Node::Null);
                *single = Node::List(vec![first, value]);
            }
        }
    }
    Node::Object(entries)
}

/// All the text inside an element, on one line.
fn text_of(node: roxmltree::Node<'_, '_>) -> String {
    let mut text = String::new();
    for inner in node.descendants().filter(roxmltree::Node::is_text) {
        text.push_str(inner.text().unwrap_or_default());
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_become_objects_lists_and_texts() {
        let node = parse(
            "<?xml version=\"1.0\"?>\n<r a='1'><m id='x'>Ann</m><m id='y'>Bo</m><t>A <b>law</b></t></r>",
        )
        .expect("XML");
        let root = node.get("r").expect("the root");
        assert_eq!(root.text_at(&["a"]).as_deref(), Some("1"));
        let members = root.get("m").expect("members").items();
        assert_eq!(members.iter().filter_map(Node::scalar).collect::<Vec<_>>(), ["Ann", "Bo"]);
        assert_eq!(root.text_at(&["t"]).as_deref(), Some("A law"), "text among elements");
    }

    #[test]
    fn a_doctype_is_fine_and_entities_are_not() {
        let harmless =
            "<!DOCTYPE rollcall-vote PUBLIC \"-//X//DTD\" \"http://example.org/vote.dtd\"><r>x</r>";
        assert!(parse(harmless).is_ok());
        let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>";
        assert_eq!(parse(laughs).expect_err("entities").1, DocumentFault::Entities);
    }

    #[test]
    fn depth_is_bounded_and_faults_have_places() {
        let deep = "<a>".repeat(100_000);
        assert_eq!(parse(&deep).expect_err("deep").1, DocumentFault::TooDeep);
        let (place, fault) = parse("<a>\n  <b></c>\n</a>").expect_err("mismatch");
        assert_eq!((place.line, fault), (2, DocumentFault::TagMismatch));
        assert_eq!(parse("<a><b>").expect_err("cut").1, DocumentFault::CutOff);
    }
}

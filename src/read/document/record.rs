//! One member's record in a document: which objects are one, and what they say.

use super::super::mapping::Role;
use super::super::vocabulary;
use super::facts::joined;
use super::node::{Node, TEXT};
use super::search::{Ballot, Paths};
use super::words::{is_code, is_identity};

/// Adds the ballot of a member under a word, with what its group says.
pub(super) fn push(
    mut cells: Vec<(u32, String)>,
    word: &str,
    group: &[(u32, String)],
    out: &mut Vec<Ballot>,
) {
    cells.extend(group.iter().cloned());
    out.push(Ballot { cells, word: Some(word.to_owned()) });
}

/// True for an object that is a member: it says who, and holds no list of others.
pub(super) fn is_record(node: &Node<'_>) -> bool {
    let holds_members = node.entries().iter().any(|(key, value)| match value {
        Node::List(items) => items.iter().any(|item| matches!(item, Node::Object(_))) && !is_detail_list(key),
        _ => false,
    });
    !holds_members && identifies(node, 0) || is_person(node)
}

pub(super) fn identifies(node: &Node<'_>, depth: usize) -> bool {
    node.entries().iter().any(|(key, value)| match value {
        Node::Object(_) if depth < 1 => value.get(TEXT).is_some() || identifies(value, depth + 1),
        _ => value.is_plain() && (key == TEXT || is_identity(key)),
    })
}

/// True for an object with parts of a name or a party: no group has those.
pub(super) fn is_person(node: &Node<'_>) -> bool {
    node.entries().iter().any(|(key, value)| {
        value.is_plain() && matches!(vocabulary::role(key), Some((Role::LastName | Role::FirstName, _)))
    })
}

pub(super) fn is_detail_list(key: &str) -> bool {
    matches!(key, "committees" | "memberships" | "links" | "contact_details" | "identifiers" | "other_names")
}

/// One record of a list.
pub(super) fn record(paths: &mut Paths, item: &Node<'_>, name: &str, key: Option<&str>) -> Ballot {
    let mut cells = Vec::new();
    if let Some(key) = key {
        cells.push((paths.number(if is_code(key) { "id" } else { "name" }), key.to_owned()));
    }
    if item.is_plain() {
        let text = item.scalar().unwrap_or_default().into_owned();
        cells.push((paths.number("name"), text));
    } else {
        flatten(paths, item, "", name, 0, &mut cells);
    }
    Ballot { cells, word: None }
}

/// The plain values in a record and in the objects inside it. An element's own text stands under its name.
pub(super) fn flatten(
    paths: &mut Paths,
    node: &Node<'_>,
    path: &str,
    name: &str,
    depth: usize,
    cells: &mut Vec<(u32, String)>,
) {
    const DEEPEST: usize = 4;
    const MOST_CELLS: usize = 200;
    for (key, value) in node.entries() {
        if cells.len() >= MOST_CELLS {
            return;
        }
        if value.is_plain() {
            let own = if path.is_empty() { name.to_owned() } else { path.to_owned() };
            let path = if key == TEXT { own } else { joined(path, key) };
            cells.push((paths.number(&path), value.scalar().unwrap_or_default().into_owned()));
        } else if matches!(value, Node::Object(_)) && depth < DEEPEST {
            flatten(paths, value, &joined(path, key), key, depth + 1, cells);
        }
    }
}

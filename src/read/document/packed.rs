//! Tables whose cells hold lists or objects: a row per vote, its members packed into a cell.

use std::borrow::Cow;

use super::json;
use super::node::Node;
use crate::read::table::Table;

/// The rows as objects, where some column holds packed values; `None` for any other table.
pub(in crate::read) fn unpack(table: &Table) -> Option<Node<'_>> {
    const SAMPLE: usize = 50;
    let (header, rows) = table.records.split_first()?;
    let is_packed = |cell: &str| matches!(unpacked(cell), Some(Node::List(_) | Node::Object(_)));
    let holds_packed = |column: usize| {
        let cells: Vec<&str> =
            rows.iter().take(SAMPLE).map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).collect();
        !cells.is_empty() && cells.iter().filter(|cell| is_packed(cell)).count() * 10 >= cells.len() * 8
    };
    let packed: Vec<bool> = (0..header.cells.len()).map(holds_packed).collect();
    if !packed.contains(&true) {
        return None;
    }
    let object = |row| -> Node<'_> {
        let row: &crate::read::table::Record = row;
        let entry = |(column, packed): (usize, &bool)| {
            let cell = row.cell(column);
            let value = match (packed, cell.is_empty()) {
                // An empty cell is an empty list, and nobody.
                (true, true) => Some(Node::Null),
                (true, false) => unpacked(cell),
                (false, _) => None,
            };
            (Cow::Borrowed(header.cell(column)), value.unwrap_or(Node::Text(Cow::Borrowed(cell))))
        };
        Node::Object(packed.iter().enumerate().map(entry).collect())
    };
    Some(Node::List(rows.iter().map(object).collect()))
}

/// The members in a cell that holds a list: each with its identifier, if it has one, and its name.
pub(in crate::read) fn listed(cell: &str) -> Option<Vec<(String, String)>> {
    let Some(Node::List(items)) = unpacked(cell) else { return None };
    let text = |item: &Node<'_>, keys: &[&str]| {
        let found = keys.iter().find_map(|key| item.get(key)?.scalar().map(Cow::into_owned));
        found.unwrap_or_default()
    };
    let member = |item: &Node<'_>| match item {
        Node::Object(_) => {
            let name = text(item, &["name", "full_name", "fullName", "display_name", "label"]);
            (text(item, &["id", "member_id", "person_id", "uid"]), name)
        }
        other => (String::new(), other.scalar().map(Cow::into_owned).unwrap_or_default()),
    };
    Some(items.iter().map(member).collect())
}

/// A cell as JSON, or as Python writes the same: in single quotes.
fn unpacked(cell: &str) -> Option<Node<'static>> {
    if !cell.starts_with(['[', '{']) {
        return None;
    }
    let python = || {
        let json = cell
            .replace('\'', "\"")
            .replace("None", "null")
            .replace("True", "true")
            .replace("False", "false");
        json::parse(&json).map(Node::into_owned).ok()
    };
    json::parse(cell).map(Node::into_owned).ok().or_else(python)
}

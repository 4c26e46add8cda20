//! Tables whose cells hold lists or objects: a row per vote, its members packed into a cell.

use std::borrow::Cow;

use super::super::table::Table;
use super::json;
use super::node::Node;

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
        let row: &super::super::table::Record = row;
        let entry = |(column, packed): (usize, &bool)| {
            let cell = row.cell(column);
            let value = if *packed { unpacked(cell) } else { None };
            (Cow::Borrowed(header.cell(column)), value.unwrap_or(Node::Text(Cow::Borrowed(cell))))
        };
        Node::Object(packed.iter().enumerate().map(entry).collect())
    };
    Some(Node::List(rows.iter().map(object).collect()))
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

//! A list of records in a document, as a table.
//!
//! Must not know: parties, seats.

use std::borrow::Cow;

use crate::read::document::Node;
use crate::read::mapping::Role;
use crate::read::table::cells::Cells;
use crate::read::table::{Record, Table};
use crate::read::vocabulary;

type Entries<'a> = [(Cow<'a, str>, Node<'a>)];

/// The table of the first list of records: at the top, or directly below the top, whose own values then stand above the
/// table as comments. What is not a value is left out, but for records in records (`"party": {"name": …}`).
pub(super) fn table(node: &Node<'_>) -> Option<Table> {
    match node {
        Node::List(items) => of_list(items, None),
        Node::Object(entries) => {
            let mut table = entries.iter().find_map(|(key, value)| match value {
                Node::List(items) => of_list(items, Some(key)),
                Node::Object(inner) => inner.iter().find_map(|(key, value)| match value {
                    Node::List(items) => of_list(items, Some(key)),
                    _ => None,
                }),
                _ => None,
            })?;
            let values =
                entries.iter().filter_map(|(key, value)| Some((0, format!("{key}: {}", scalar(value)?))));
            table.comments = values.collect();
            Some(table)
        }
        _ => None,
    }
}

/// The table of a list under a key.
fn of_list(items: &[Node<'_>], key: Option<&str>) -> Option<Table> {
    let mut headers: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<(usize, String)>> = Vec::with_capacity(items.len());
    for item in items {
        let Node::Object(entries) = item else { return None };
        let mut row = Vec::new();
        flatten(entries, "", &mut |header, value| {
            let place = headers.iter().position(|known| *known == header).unwrap_or_else(|| {
                headers.push(header);
                headers.len() - 1
            });
            row.push((place, value));
        });
        rows.push(row);
    }
    if headers.len() < 2 {
        return None;
    }
    // In a list of parties a name is that of a party.
    let is_of_parties = key.and_then(vocabulary::role).is_some_and(|(role, _)| role == Role::Party);
    let says_party = |header: &String| matches!(vocabulary::role(header), Some((Role::Party, _)));
    if is_of_parties && !headers.iter().any(says_party) {
        let is_name = |header: &&mut String| matches!(vocabulary::role(header), Some((Role::Name, _)));
        if let Some(name) = headers.iter_mut().find(is_name) {
            name.insert_str(0, "party ");
        }
    }
    let record = |line: u64, texts: Vec<String>| {
        let cells: Cells = texts.iter().collect();
        Record { line, raw: texts.join(", "), cells }
    };
    let width = headers.len();
    let mut table = Table { delimiter: b',', ..Table::default() };
    table.records.push(record(0, headers));
    for (line, row) in (1..).zip(rows) {
        let mut texts = vec![String::new(); width];
        for (place, value) in row {
            texts[place] = value;
        }
        table.records.push(record(line, texts));
    }
    Some(table)
}

/// Hands the values of a record to `take`, those of a record inside of it under both keys.
fn flatten(entries: &Entries<'_>, above: &str, take: &mut impl FnMut(String, String)) {
    for (key, value) in entries {
        let header = if above.is_empty() { key.to_string() } else { format!("{above} {key}") };
        match value {
            Node::Object(inner) if above.is_empty() => flatten(inner, key, take),
            other => {
                if let Some(text) = scalar(other) {
                    take(header, text);
                }
            }
        }
    }
}

fn scalar(node: &Node<'_>) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.trim().to_owned()),
        Node::Number(number) => {
            let text = number.to_string();
            Some(text.strip_suffix(".0").map_or(text.clone(), str::to_owned))
        }
        Node::Bool(value) => Some(value.to_string()),
        Node::Null | Node::List(_) | Node::Object(_) => None,
    }
}

//! The tags of a document: entries gathered in lists, cells in rows and rows in tables.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagTree};

use super::{Element, Role};
use crate::chart::scene::Item;
use crate::lang::Lang;

/// A list or a table that is not whole yet.
enum Open {
    List(Vec<TagGroup>),
    Table(Vec<(usize, Vec<TagGroup>)>),
}

/// The tags of the elements so far, in reading order.
pub(super) struct Tags {
    tree: TagTree,
    open: Option<Open>,
    /// The element that may go on on the next page.
    last: Option<(Role, Vec<Identifier>)>,
}

impl Tags {
    pub(super) fn new(lang: Lang) -> Self {
        Self { tree: TagTree::new().with_lang(Some(lang.code().to_owned())), open: None, last: None }
    }

    pub(super) fn push(&mut self, element: &Element, identifier: Identifier) {
        match &mut self.last {
            Some((role, identifiers)) if element.continues && *role == element.role => {
                identifiers.push(identifier);
            }
            _ => {
                self.close_element();
                self.last = Some((element.role, vec![identifier]));
            }
        }
        // Texts of headings are needed for their tags: they never go on.
        if let Role::Title | Role::Heading(_) = element.role {
            let title = Some(words(element));
            let level = if let Role::Heading(level) = element.role { level } else { 1 };
            if let Some((_, identifiers)) = self.last.take() {
                self.close_open();
                let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
                self.tree.push(group(TagGroup::new(Tag::Hn(level, title)), identifiers));
            }
        }
    }

    pub(super) fn finish(mut self) -> TagTree {
        self.close_element();
        self.close_open();
        self.tree
    }

    fn close_element(&mut self) {
        let Some((role, identifiers)) = self.last.take() else { return };
        match role {
            Role::Title | Role::Heading(_) | Role::Paragraph => {
                self.close_open();
                self.tree.push(group(TagGroup::new(Tag::P), identifiers));
            }
            Role::Item => {
                let body = group(TagGroup::new(Tag::LBody), identifiers);
                let mut entry = TagGroup::new(Tag::LI);
                entry.push(body);
                if let Some(Open::List(entries)) = &mut self.open {
                    entries.push(entry);
                } else {
                    self.close_open();
                    self.open = Some(Open::List(vec![entry]));
                }
            }
            Role::Cell { row, is_head } => {
                let cell = if is_head {
                    TagGroup::new(Tag::TH(TableHeaderScope::Row))
                } else {
                    TagGroup::new(Tag::TD)
                };
                let cell = group(cell, identifiers);
                if let Some(Open::Table(rows)) = &mut self.open {
                    match rows.last_mut() {
                        Some((last, cells)) if *last == row => cells.push(cell),
                        _ => rows.push((row, vec![cell])),
                    }
                } else {
                    self.close_open();
                    self.open = Some(Open::Table(vec![(row, vec![cell])]));
                }
            }
        }
    }

    fn close_open(&mut self) {
        match self.open.take() {
            None => {}
            Some(Open::List(entries)) => {
                self.tree.push(group(TagGroup::new(Tag::L(ListNumbering::None)), entries));
            }
            Some(Open::Table(rows)) => {
                let rows = rows.into_iter().map(|(_, cells)| group(TagGroup::new(Tag::TR), cells));
                self.tree.push(group(TagGroup::new(Tag::Table), rows));
            }
        }
    }
}

/// What a heading says.
fn words(element: &Element) -> String {
    let words = element.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text.content.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn group(mut group: TagGroup, children: impl IntoIterator<Item = impl Into<Node>>) -> TagGroup {
    for child in children {
        group.push(child);
    }
    group
}

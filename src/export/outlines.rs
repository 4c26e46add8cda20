//! Texts as outlines, by the shaper that every other output is drawn with.

use std::collections::HashMap;

use resvg::tiny_skia::{Path, PathSegment};
use usvg::{Group, Node};

use super::RenderError;
use super::number::number;
use super::tree::tree;
use crate::chart::Typeface;

/// The outlines of the texts of a document: what a `path`'s `d` holds, by the identifier of the text.
pub(super) struct Outlines(HashMap<String, String>);

impl Outlines {
    /// Draws every `text` of an SVG document that has an identifier.
    ///
    /// # Errors
    /// [`RenderError`] where the document is not one.
    pub(super) fn of(document: &str, typeface: &Typeface) -> Result<Self, RenderError> {
        let mut outlines = HashMap::new();
        gather(tree(document, typeface)?.root(), &mut outlines);
        Ok(Self(outlines))
    }

    /// The outline of a text; nothing where no mark of it is seen.
    pub(super) fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

fn gather(group: &Group, into: &mut HashMap<String, String>) {
    for node in group.children() {
        match node {
            Node::Text(text) => {
                let mut outline = String::new();
                trace(text.flattened(), &mut outline);
                into.insert(text.id().to_owned(), outline);
            }
            Node::Group(group) => gather(group, into),
            _ => {}
        }
    }
}

/// Every path in a group, where it stands in the document.
fn trace(group: &Group, into: &mut String) {
    for node in group.children() {
        match node {
            Node::Path(path) => {
                if let Some(placed) = path.data().clone().transform(path.abs_transform()) {
                    write_path(&placed, into);
                }
            }
            Node::Group(group) => trace(group, into),
            _ => {}
        }
    }
}

fn write_path(path: &Path, into: &mut String) {
    let mut points = |command: char, coordinates: &[f32]| {
        into.push(command);
        for (index, &coordinate) in coordinates.iter().enumerate() {
            if index > 0 {
                into.push(' ');
            }
            into.push_str(&number(f64::from(coordinate)));
        }
    };
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => points('M', &[to.x, to.y]),
            PathSegment::LineTo(to) => points('L', &[to.x, to.y]),
            PathSegment::QuadTo(by, to) => points('Q', &[by.x, by.y, to.x, to.y]),
            PathSegment::CubicTo(first, second, to) => {
                points('C', &[first.x, first.y, second.x, second.y, to.x, to.y]);
            }
            PathSegment::Close => points('Z', &[]),
        }
    }
}

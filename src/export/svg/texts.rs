//! Texts of a document: live, as outlines, or run by run.

use super::super::markup::{escaped, push_escaped};
use super::super::number::push_number;
use super::super::runs::{placed, text_in_runs};
use super::Writer;
use crate::chart::scene::{Anchor, Scene, Text, Weight};
use crate::chart::typeface::directed;
use crate::chart::{FontFace, Typeface};

/// The family of a scene, and those that its texts take other characters from.
pub(super) fn families(scene: &Scene) -> String {
    let mut families = vec![scene.typeface.family()];
    let mut met = Vec::new();
    for text in scene.texts().filter(|text| !text.content.is_ascii()) {
        for c in text.content.chars().filter(|&c| c >= FIRST_OF_OTHERS) {
            if !met.contains(&(c, text.weight)) {
                met.push((c, text.weight));
                let family = scene.typeface.face_for(c, text.weight).map(FontFace::family);
                families.extend(family.filter(|family| !families.contains(family)));
            }
        }
    }
    families.join(", ")
}

/// Characters before this one are Latin: every family has them.
const FIRST_OF_OTHERS: char = '\u{370}';

/// The identifier of a text where outlines are made, by its place in the scene.
pub(in crate::export) fn text_id(index: usize) -> String {
    format!("text-{index}")
}

/// What becomes of texts of several fonts or directions.
pub(in crate::export) enum Mixed {
    /// They are written as they are read, for those who know fonts of their own.
    Whole,
    /// Each run is written in its font and at its place.
    InRuns(Typeface),
    /// They are drawn by other means.
    LeftOut(Typeface),
}

impl Writer<'_> {
    /// A text, or its outline.
    pub(super) fn any_text(&mut self, shape: &Text) {
        let index = self.num_texts;
        self.num_texts += 1;
        let Some(outlines) = &self.outlines else { return self.text(shape, "") };
        let Some(outline) = outlines.get(&text_id(index)).filter(|outline| !outline.is_empty()) else {
            return;
        };
        let content = escaped(&shape.content);
        let path = format!("<path d=\"{outline}\" fill=\"{}\"><title>{content}</title></path>", shape.fill);
        self.line(&path);
    }

    pub(in crate::export) fn text(&mut self, shape: &Text, id: &str) {
        let has_space = self.has_spaces && shape.anchor == Anchor::Start;
        match &self.mixed {
            Mixed::Whole => {}
            Mixed::InRuns(typeface) => {
                if let Some(text) = text_in_runs(shape, typeface, id, has_space) {
                    return self.line(&text);
                }
            }
            Mixed::LeftOut(typeface) => {
                if placed(shape, typeface).is_some() {
                    return;
                }
            }
        }
        self.indent();
        let out = &mut self.out;
        out.push_str("<text");
        out.push_str(id);
        out.push_str(if has_space { " xml:space=\"preserve\"" } else { "" });
        for (name, value) in [(" x=\"", shape.at.x), ("\" y=\"", shape.at.y), ("\" font-size=\"", shape.size)]
        {
            out.push_str(name);
            push_number(out, value);
        }
        out.push_str(match shape.weight {
            Weight::Regular => "\"",
            Weight::Bold => "\" font-weight=\"700\"",
        });
        out.push_str(match shape.anchor {
            Anchor::Start => " ",
            Anchor::Middle => " text-anchor=\"middle\" ",
            Anchor::End => " text-anchor=\"end\" ",
        });
        self.fill(shape.fill);
        let out = &mut self.out;
        out.push('>');
        push_escaped(out, &directed(&shape.content));
        out.push_str(if has_space { " </text>\n" } else { "</text>\n" });
    }
}

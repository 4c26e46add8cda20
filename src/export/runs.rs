//! Texts of several fonts or directions, as the runs in which `usvg` is to draw them.
//!
//! Goes in: a text of a scene. Comes out: an element of SVG for this program alone. Must not know: how a text is
//! written for others.

use super::fonts::family_at;
use super::markup::escaped;
use super::number::number;
use crate::chart::Typeface;
use crate::chart::scene::{Anchor, Text, Weight};
use crate::chart::typeface::{Run, is_right_to_left};

/// A run and where it begins at the left.
pub(super) struct PlacedRun<'a> {
    pub(super) run: Run<'a>,
    pub(super) x: f64,
}

/// The runs of a text in the order in which they are read, and where the text ends at the right; `None` where all of it
/// is in the family's own font and from left to right.
pub(super) fn placed<'a>(shape: &'a Text, typeface: &'a Typeface) -> Option<(Vec<PlacedRun<'a>>, f64)> {
    let runs = typeface.runs(&shape.content, shape.weight);
    let own = typeface.own(shape.weight);
    if runs.iter().all(|run| run.face.is_same(own) && !run.is_right_to_left) {
        return None;
    }
    let widths: Vec<f64> = runs.iter().map(|run| run.width() * shape.size).collect();
    let width: f64 = widths.iter().sum();
    let mut x = shape.at.x
        - match shape.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
    let mut placed = Vec::with_capacity(runs.len());
    for (run, width) in runs.into_iter().zip(widths) {
        placed.push(PlacedRun { run, x });
        x += width;
    }
    placed.sort_by_key(|placed| placed.run.start);
    Some((placed, x))
}

/// The element of a text that has to be drawn in runs, each in its font and at its place; `None` where it has not.
/// `attributes` begin with a space.
pub(super) fn text_in_runs(
    shape: &Text,
    typeface: &Typeface,
    attributes: &str,
    has_space: bool,
) -> Option<String> {
    let (placed, _) = placed(shape, typeface)?;
    let mut spans: String = placed
        .iter()
        .map(|PlacedRun { run, x }| {
            let family = typeface.place_of(run.face).map(family_at).unwrap_or_default();
            span(run, *x, shape.size, &family)
        })
        .collect();
    if has_space {
        spans.insert(spans.len() - "</tspan>".len(), ' ');
    }
    let weight = if shape.weight == Weight::Bold { " font-weight=\"700\"" } else { "" };
    Some(format!(
        "<text{attributes} xml:space=\"preserve\" y=\"{}\" font-size=\"{}\"{weight} fill=\"{}\">{spans}</text>",
        number(shape.at.y),
        number(shape.size),
        shape.fill,
    ))
}

/// Stands where a run from right to left begins or ends with a space or a bracket, so that these go with it.
const RIGHT_TO_LEFT_MARK: &str = "\u{200f}";

/// A run at its place.
fn span(run: &Run<'_>, x: f64, size: f64, family: &str) -> String {
    let mark = |c: Option<char>| {
        let goes_with_it = c.is_some_and(|c| c.is_alphabetic() && is_right_to_left(c));
        if run.is_right_to_left && !goes_with_it { RIGHT_TO_LEFT_MARK } else { "" }
    };
    let (before, after) = (mark(run.text.chars().next()), mark(run.text.chars().next_back()));
    let mut shifts = vec![0.0; before.chars().count()];
    shifts.extend(self::shifts(run, size));
    let shifts = match shifts.iter().rposition(|&shift| shift != 0.0) {
        Some(last) => {
            let shifts: Vec<String> = shifts[..=last].iter().map(|&shift| number(shift)).collect();
            format!(" dx=\"{}\"", shifts.join(" "))
        }
        None => String::new(),
    };
    let content = escaped(run.text);
    format!("<tspan x=\"{}\"{shifts} font-family=\"{family}\">{before}{content}{after}</tspan>", number(x))
}

/// By character, how far a cluster is moved right: `usvg` takes the widest glyph of a cluster for its width, and
/// clusters of several glyphs, as they are in the scripts of India, would stand on each other.
fn shifts(run: &Run<'_>, size: f64) -> Vec<f64> {
    let mut shifts = vec![0.0; run.text.chars().count()];
    let glyphs = run.glyphs();
    let mut owed = 0.0;
    for cluster in glyphs.chunk_by(|a, b| a.cluster.start == b.cluster.start) {
        let start = cluster.first().map_or(0, |glyph| glyph.cluster.start);
        let place = run.text.char_indices().take_while(|&(at, _)| at < start).count();
        if let Some(shift) = shifts.get_mut(place) {
            *shift = owed;
        }
        let advance: f64 = cluster.iter().map(|glyph| glyph.advance).sum();
        let widest = cluster.iter().map(|glyph| glyph.advance).fold(0.0, f64::max);
        owed = (advance - widest) * size;
    }
    shifts
}

//! Texts of several fonts or directions on a page of PDF, glyph by glyph: a program that reads the page finds their
//! characters in the order in which they are read, however many glyphs each takes.
//!
//! Goes in: texts of a scene. Comes out: glyphs on a page. Must not know: tags, documents.

use krilla::color::rgb;
use krilla::geom::{Point, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::runs::{PlacedRun, placed};
use crate::chart::scene::{Anchor, Text};
use crate::chart::typeface::Run;
use crate::chart::{FontFace, Typeface};

/// Draws those texts that have to be drawn in runs, `scale` times as large as they are in their scene.
pub(super) fn draw_in_runs<'a>(
    surface: &mut Surface<'_>,
    texts: impl IntoIterator<Item = &'a Text>,
    typeface: &Typeface,
    scale: f32,
) {
    for text in texts {
        let Some((runs, end)) = placed(text, typeface) else { continue };
        let fill = rgb::Color::new(text.fill.0, text.fill.1, text.fill.2).into();
        surface.set_fill(Some(Fill { paint: fill, opacity: NormalizedF32::ONE, ..Fill::default() }));
        surface.set_stroke(None);
        surface.push_transform(&Transform::from_scale(scale, scale));
        let y = text.at.y as f32;
        for PlacedRun { run, x } in &runs {
            draw(surface, run, Point::from_xy(*x as f32, y), text.size as f32);
        }
        if text.anchor == Anchor::Start {
            // What is copied, or read aloud, is to have its words apart.
            let face = typeface.own(text.weight);
            let space = Run { start: 0, text: " ", face, is_right_to_left: false };
            draw(surface, &space, Point::from_xy(end as f32, y), text.size as f32);
        }
        surface.pop();
    }
}

fn draw(surface: &mut Surface<'_>, run: &Run<'_>, at: Point, size: f32) {
    let Some(font) = font(run.face) else { return };
    let glyphs: Vec<KrillaGlyph> = run
        .glyphs()
        .into_iter()
        .map(|glyph| {
            let (x, y) = glyph.offset;
            let id = GlyphId::new(glyph.id);
            KrillaGlyph::new(id, glyph.advance as f32, x as f32, y as f32, 0.0, glyph.cluster, None)
        })
        .collect();
    surface.draw_glyphs(at, &glyphs, font, run.text, size, false);
}

fn font(face: &FontFace) -> Option<Font> {
    let (data, index) = face.data();
    Font::new(data.into(), index)
}

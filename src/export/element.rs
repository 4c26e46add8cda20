//! Elements of SVG that are the same wherever they stand: circles, rings, lengths, pictures.
//!
//! Goes in: a shape of a scene. Comes out: an element or an attribute as text. Must not know: what is written
//! before and after it.

use std::f64::consts::PI;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::markup::escaped;
use super::number::{number, push_number};
use crate::chart::scene::{Image, Mark, Marker, Medium, NUM_DOTS, Point, RING_WIDTH, Scene};

/// Rings are drawn as lines: their radius is to the middle of the line.
pub(super) fn drawn_radius(marker: &Marker) -> f64 {
    match marker.mark {
        mark if mark.is_filled() => marker.radius,
        _ => marker.radius * (1.0 - RING_WIDTH / 2.0),
    }
}

/// Adds how a mark is painted, in a colour as the value of an attribute.
pub(super) fn push_paint(out: &mut String, marker: &Marker, colour: &str) {
    if marker.mark.is_filled() {
        push_fill(out, colour);
        return;
    }
    out.push_str("fill=\"none\" stroke=\"");
    out.push_str(colour);
    out.push_str("\" stroke-width=\"");
    push_number(out, marker.radius * RING_WIDTH);
    if marker.mark == Mark::DottedRing {
        out.push_str("\" stroke-dasharray=\"");
        push_number(out, 2.0 * PI * drawn_radius(marker) / (2 * NUM_DOTS) as f64);
    }
    out.push_str("\" pointer-events=\"all\"");
}

pub(super) fn push_fill(out: &mut String, colour: &str) {
    out.push_str("fill=\"");
    out.push_str(colour);
    out.push('"');
}

/// Adds where a circle is, up to its paint.
pub(super) fn push_place(out: &mut String, centre: Point, radius: f64) {
    for (name, value) in [("cx=\"", centre.x), ("\" cy=\"", centre.y), ("\" r=\"", radius)] {
        out.push_str(name);
        push_number(out, value);
    }
    out.push_str("\" ");
}

/// A length of the whole drawing: in millimetres where it is for paper.
pub(super) fn length(scene: &Scene, units: f64) -> String {
    match scene.medium {
        Medium::Screen => number(units),
        Medium::Paper => format!("{}mm", number(units / Medium::UNITS_PER_MILLIMETRE)),
    }
}

/// A picture with its bytes inside the document. Its media type is that of what was read, never of what it claims.
pub(super) fn image(picture: &Image) -> String {
    format!(
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" aria-label=\"{}\" href=\"data:{};base64,{}\"/>",
        number(picture.x),
        number(picture.y),
        number(picture.width),
        number(picture.height),
        escaped(&picture.label),
        picture.format.media_type(),
        STANDARD.encode(&picture.data),
    )
}

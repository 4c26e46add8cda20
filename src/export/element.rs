//! Elements of SVG that are the same wherever they stand: circles, rings, lengths, pictures.
//!
//! Goes in: a shape of a scene. Comes out: an element or an attribute as text. Must not know: what is written
//! before and after it.

use std::f64::consts::PI;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::markup::{escaped, number};
use crate::chart::scene::{Image, Mark, Marker, Medium, NUM_DOTS, Point, RING_WIDTH, Scene};

/// Rings are drawn as lines: their radius is to the middle of the line.
pub(super) fn drawn_radius(marker: &Marker) -> f64 {
    match marker.mark {
        mark if mark.is_filled() => marker.radius,
        _ => marker.radius * (1.0 - RING_WIDTH / 2.0),
    }
}

pub(super) fn paint(marker: &Marker, colour: &str) -> String {
    let width = number(marker.radius * RING_WIDTH);
    match marker.mark {
        mark if mark.is_filled() => format!("fill=\"{colour}\""),
        Mark::DottedRing => {
            let dash = 2.0 * PI * drawn_radius(marker) / (2 * NUM_DOTS) as f64;
            format!(
                "fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-dasharray=\"{}\" \
                 pointer-events=\"all\"",
                number(dash)
            )
        }
        _ => format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" pointer-events=\"all\""),
    }
}

pub(super) fn circle(attributes: &str, centre: Point, radius: f64, paint: &str) -> String {
    format!(
        "<circle {attributes}cx=\"{}\" cy=\"{}\" r=\"{}\" {paint}/>",
        number(centre.x),
        number(centre.y),
        number(radius)
    )
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

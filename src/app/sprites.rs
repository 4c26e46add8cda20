//! Marks drawn once into a small texture and painted as textured rectangles.
//!
//! A circle a seat through the tessellator does not keep 577 seats at full frame rate without a GPU;
//! one mesh of textured rectangles does.

use std::collections::HashMap;

use egui::{Color32, ColorImage, Context, Rect, TextureHandle, TextureOptions, pos2, vec2};

use crate::chart::scene::{Core, GLYPH_WIDTH, HATCH_WIDTH, Mark, NUM_DOTS, RING_WIDTH};

/// Textures of all marks, one for each size in use.
#[derive(Default)]
pub(super) struct Sprites {
    by_radius: HashMap<u32, TextureHandle>,
}

/// Empty pixels around each mark, so that neighbours never bleed into it.
const MARGIN: usize = 2;
/// Samples along each side of a pixel.
const SAMPLES: usize = 5;
/// Sizes kept before old ones are thrown away: a window being resized makes many.
const MOST_SIZES: usize = 8;

impl Sprites {
    /// The texture of marks with this radius in pixels.
    pub(super) fn texture(&mut self, context: &Context, radius: f32) -> TextureHandle {
        // Quarters of a pixel are as fine as the eye sees.
        let key = (radius * 4.0).round().max(1.0) as u32;
        if self.by_radius.len() >= MOST_SIZES && !self.by_radius.contains_key(&key) {
            self.by_radius.clear();
        }
        let texture = self.by_radius.entry(key).or_insert_with(|| {
            context.load_texture("marks", image(key as f32 / 4.0), TextureOptions::LINEAR)
        });
        texture.clone()
    }
}

/// Where a mark is in its texture, and how large the rectangle around a mark of `radius` pixels is.
pub(super) fn place(mark: Mark, radius: f32) -> (Rect, f32) {
    let cell = cell((radius * 4.0).round().max(1.0) / 4.0) as f32;
    let index = Mark::ALL.iter().position(|&listed| listed == mark).unwrap_or_default() as f32;
    let count = Mark::ALL.len() as f32;
    let uv = Rect::from_min_max(pos2(index / count, 0.0), pos2((index + 1.0) / count, 1.0));
    (uv, cell)
}

/// The side of the square that holds one mark, in pixels.
fn cell(radius: f32) -> usize {
    2 * (radius.ceil() as usize + MARGIN)
}

fn image(radius: f32) -> ColorImage {
    let side = cell(radius);
    let mut image = ColorImage::filled([side * Mark::ALL.len(), side], Color32::TRANSPARENT);
    let width = image.width();
    let middle = side as f32 / 2.0;
    for (index, mark) in Mark::ALL.into_iter().enumerate() {
        for y in 0..side {
            for x in 0..side {
                let mut hits = 0;
                for sample in 0..SAMPLES * SAMPLES {
                    let offset = vec2((sample % SAMPLES) as f32, (sample / SAMPLES) as f32);
                    let point = vec2(x as f32, y as f32) + (offset + vec2(0.5, 0.5)) / SAMPLES as f32;
                    let point = (point - vec2(middle, middle)) / radius;
                    hits += u32::from(covers(mark, f64::from(point.x), f64::from(point.y)));
                }
                let alpha = (hits * 255 / (SAMPLES * SAMPLES) as u32) as u8;
                image.pixels[y * width + index * side + x] = Color32::from_white_alpha(alpha);
            }
        }
    }
    image
}

/// Whether a point lies within `half` of the line between two points.
fn is_near([from, to]: [(f64, f64); 2], point: (f64, f64), half: f64) -> bool {
    let (along, away) = ((to.0 - from.0, to.1 - from.1), (point.0 - from.0, point.1 - from.1));
    let square = along.0 * along.0 + along.1 * along.1;
    let share = ((along.0 * away.0 + along.1 * away.1) / square).clamp(0.0, 1.0);
    (away.0 - share * along.0).hypot(away.1 - share * along.1) <= half
}

/// Whether a mark of radius 1 covers a point; of a disc with a glyph, the glyph alone, which is painted over a disc
/// in a colour of its own.
fn covers(mark: Mark, x: f64, y: f64) -> bool {
    let distance = x.hypot(y);
    let on_ring = (1.0 - RING_WIDTH..=1.0).contains(&distance);
    let in_core = mark.core().iter().any(|core| match *core {
        Core::Disc { x: centre, radius } => (x - centre).hypot(y) <= radius,
        Core::Rect { half_width, half_height } => x.abs() <= half_width && y.abs() <= half_height,
        Core::Stroke { points } => {
            points.windows(2).any(|ends| is_near([ends[0], ends[1]], (x, y), GLYPH_WIDTH / 2.0))
        }
        Core::Hatch { from, to } => is_near([from, to], (x, y), HATCH_WIDTH / 2.0),
    });
    match mark {
        Mark::Disc => distance <= 1.0,
        Mark::DottedRing => {
            let turn = y.atan2(x) / std::f64::consts::TAU + 1.0;
            on_ring && (turn * NUM_DOTS as f64).fract() < 0.5
        }
        mark if mark.is_filled() => in_core,
        _ => on_ring || in_core,
    }
}

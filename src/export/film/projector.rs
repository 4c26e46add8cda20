//! The pictures of a film, each made from the one before it by what changes.

use resvg::tiny_skia::{Pixmap, Transform};
use usvg::{Options, Tree};

use super::Film;
use crate::chart::Replay;
use crate::chart::scene::{Item, Scene, Seat};
use crate::export::RenderError;
use crate::export::document::{part, svg_to_draw};
use crate::export::fonts::options;
use crate::export::svg::Mixed;
use crate::model::Rgb;

/// The groups that say something else in every frame, or nothing before the last one.
const WORDS: [&str; 9] =
    ["tally", "legend", "rule", "parties", "progress", "turnout", "result", "rebels", "source"];
/// How far around a seat belongs to it, in radii: a ring around it, and no other seat's middle.
const REACH: f64 = 1.6;
/// Pixels around a text that its smoothed edges may touch.
const EDGE: i64 = 2;

/// Part of a picture: columns and rows from, and up to without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
}

impl Patch {
    pub(super) fn width(self) -> u32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> u32 {
        self.bottom - self.top
    }

    fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The places of its pixels in a picture of a width, a row after the other.
    pub(super) fn pixels(self, width: u32) -> impl Iterator<Item = usize> {
        (self.top..self.bottom)
            .flat_map(move |y| (self.left..self.right).map(move |x| y as usize * width as usize + x as usize))
    }
}

/// A frame beside the one before it.
pub(super) struct Change<'a> {
    /// The frame: four bytes a pixel, straight alpha.
    pub(super) now: &'a [u8],
    /// The frame before it; `None` for the first.
    pub(super) before: Option<&'a [u8]>,
    /// The width of both in pixels.
    pub(super) width: u32,
    /// What changed; never empty.
    pub(super) patch: Patch,
}

impl Change<'_> {
    /// Whether the pixel at a place is another than before.
    pub(super) fn is_new(&self, place: usize) -> bool {
        let bytes = place * 4..place * 4 + 4;
        self.before.is_none_or(|before| before[bytes.clone()] != self.now[bytes])
    }
}

/// Draws the frames in order.
pub(super) struct Projector<'a> {
    film: &'a Film<'a>,
    pub(super) size: [u32; 2],
    /// What is under pictures that may not be transparent, and under the edges of a video.
    pub(super) ground: Rgb,
    /// The last frame.
    pub(super) still: Pixmap,
    /// The seats as they will be, without words.
    seated: Pixmap,
    /// The frame without words.
    bare: Pixmap,
    /// The frame.
    canvas: Pixmap,
    /// By step, the pixels of the seats that it shows.
    seats: Vec<Vec<u32>>,
    /// The part of the scene that has words.
    words: Scene,
    options: Options<'static>,
    /// What each group of words was drawn from, and where.
    drawn: Vec<(String, Option<Patch>)>,
    step: Option<usize>,
    now: Vec<u8>,
    before: Vec<u8>,
    changed: Option<Patch>,
}

impl<'a> Projector<'a> {
    /// Draws what all frames have in common; on a ground where `is_solid`.
    pub(super) fn new(film: &'a Film<'a>, is_solid: bool) -> Result<Self, RenderError> {
        let mut scene = film.scene.clone();
        if is_solid {
            scene.background.get_or_insert(film.style.ground);
        }
        let size = film.resolution.pixels(&scene)?;
        let options = options(&scene.typeface);
        let draw = |scene: &Scene| pixmap(&svg_to_draw(scene), &options, size);
        let is_words = |item: &Item| matches!(item, Item::Group(group) if WORDS.contains(&group.id.as_str()));
        let mut words = scene.clone();
        words.items.retain(is_words);
        let mut without_words = scene.clone();
        without_words.items.retain(|item| !is_words(item));
        let mut start = film.replay.frame(&scene, film.vote, film.style, 0);
        start.items.retain(|item| !is_words(item));
        let still = draw(&scene)?;
        let seated = draw(&without_words)?;
        let bare = draw(&start)?;
        let seats = pixels_of_seats(film.replay, &scene, size, &bare, &seated);
        let canvas = bare.clone();
        let bytes = still.data().len();
        Ok(Self {
            film,
            size,
            ground: film.style.ground,
            still,
            seated,
            bare,
            canvas,
            seats,
            words,
            options,
            drawn: Vec::new(),
            step: None,
            now: vec![0; bytes],
            before: vec![0; bytes],
            changed: None,
        })
    }

    /// Whether nothing shows through.
    pub(super) fn is_opaque(&self) -> bool {
        self.still.data().chunks_exact(4).all(|pixel| pixel[3] == u8::MAX)
    }

    /// The pictures whose colours occur in the film.
    pub(super) fn pictures(&self) -> [&Pixmap; 2] {
        [&self.still, &self.bare]
    }

    /// Draws the frame of a step, which is not before the one drawn last.
    pub(super) fn show(&mut self, step: usize) -> Result<Change<'_>, RenderError> {
        // What was the frame becomes the one before.
        if let Some(patch) = self.changed {
            copy(&self.now, &mut self.before, patch, self.size[0]);
        }
        let whole = Patch { left: 0, top: 0, right: self.size[0], bottom: self.size[1] };
        let is_first = self.step.is_none();
        let touched = if step >= self.film.replay.len() {
            self.canvas.data_mut().copy_from_slice(self.still.data());
            vec![whole]
        } else {
            let mut touched = self.take_seats(step);
            touched.extend(self.write_words(step)?);
            if is_first { vec![whole] } else { touched }
        };
        self.step = Some(step);
        let width = self.size[0];
        let mut changed: Option<Patch> = None;
        for patch in touched {
            if let Some(patch) = straighten(&self.canvas, &mut self.now, patch, width) {
                changed = Some(changed.map_or(patch, |all| all.around(patch)));
            }
        }
        // Nothing seen has changed: a frame has a pixel all the same.
        let pixel = Patch { left: 0, top: 0, right: 1, bottom: 1 };
        let patch = if is_first { whole } else { changed.unwrap_or(pixel) };
        self.changed = Some(patch);
        Ok(Change { now: &self.now, before: (!is_first).then_some(self.before.as_slice()), width, patch })
    }

    /// Shows the seats of the steps up to this one.
    fn take_seats(&mut self, step: usize) -> Vec<Patch> {
        let width = self.size[0];
        let from = self.step.map_or(0, |shown| shown + 1);
        let mut touched = Vec::new();
        for pixels in self.seats.iter().take(step + 1).skip(from) {
            let mut patch: Option<Patch> = None;
            for &pixel in pixels {
                let (x, y) = (pixel % width, pixel / width);
                let own = Patch { left: x, top: y, right: x + 1, bottom: y + 1 };
                patch = Some(patch.map_or(own, |patch| patch.around(own)));
                let bytes = pixel as usize * 4..pixel as usize * 4 + 4;
                let colour = &self.seated.data()[bytes.clone()];
                self.bare.data_mut()[bytes.clone()].copy_from_slice(colour);
                self.canvas.data_mut()[bytes].copy_from_slice(colour);
            }
            touched.extend(patch);
        }
        touched
    }

    /// Writes the words of a step over those before.
    fn write_words(&mut self, step: usize) -> Result<Vec<Patch>, RenderError> {
        let Film { replay, vote, style, .. } = *self.film;
        let scene = replay.frame(&self.words, vote, style, step);
        self.drawn.resize(scene.items.len(), (String::new(), None));
        let across = self.size[0] as f32 / scene.width as f32;
        let down = self.size[1] as f32 / scene.height as f32;
        let mut trees = Vec::new();
        let mut touched = Vec::new();
        for (item, (text, place)) in scene.items.iter().zip(&mut self.drawn) {
            let document = part(&scene, &[item], Mixed::InRuns(scene.typeface.clone()));
            if document == *text {
                continue;
            }
            let tree = Tree::from_str(&document, &self.options).map_err(RenderError::failed)?;
            *text = document;
            touched.extend(place.take());
            *place = bounds(&tree, across, down, self.size);
            touched.extend(*place);
            trees.push(tree);
        }
        for &patch in &touched {
            copy(self.bare.data(), self.canvas.data_mut(), patch, self.size[0]);
        }
        for tree in trees {
            resvg::render(&tree, Transform::from_scale(across, down), &mut self.canvas.as_mut());
        }
        Ok(touched)
    }
}

fn pixmap(document: &str, options: &Options<'_>, [width, height]: [u32; 2]) -> Result<Pixmap, RenderError> {
    let tree = Tree::from_str(document, options).map_err(RenderError::failed)?;
    let fault = || RenderError::failed(format!("{width} × {height}"));
    let mut pixmap = Pixmap::new(width, height).ok_or_else(fault)?;
    let across = width as f32 / tree.size().width();
    let down = height as f32 / tree.size().height();
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The pixels in which two pictures differ, by the step that shows the nearest seat.
fn pixels_of_seats(
    replay: &Replay,
    scene: &Scene,
    [width, height]: [u32; 2],
    from: &Pixmap,
    to: &Pixmap,
) -> Vec<Vec<u32>> {
    let across = f64::from(width) / scene.width;
    let down = f64::from(height) / scene.height;
    // The nearest seat of each pixel that is near one, with the square of its distance.
    let mut nearest: Vec<(f32, u32)> = vec![(f32::INFINITY, 0); width as usize * height as usize];
    let step_of = |seat: &Seat<'_>| seat.ballot.and_then(|ballot| replay.steps().get(ballot).copied());
    for seat in scene.seats() {
        let step = step_of(&seat).unwrap_or(0) as u32;
        let (x, y) = (seat.marker.centre.x * across, seat.marker.centre.y * down);
        let reach = seat.marker.radius * across * REACH + 1.5;
        let span = |centre: f64, reach: f64, most: u32| {
            let from = (centre - reach).floor().clamp(0.0, f64::from(most));
            let to = (centre + reach).ceil().clamp(0.0, f64::from(most));
            from as u32..to as u32
        };
        for row in span(y, reach, height) {
            for column in span(x, reach, width) {
                let (dx, dy) = (f64::from(column) + 0.5 - x, f64::from(row) + 0.5 - y);
                let distance = (dx * dx + dy * dy) as f32;
                let place = &mut nearest[row as usize * width as usize + column as usize];
                if distance < place.0 {
                    *place = (distance, step);
                }
            }
        }
    }
    let mut seats = vec![Vec::new(); replay.len() + 1];
    let pixels = from.data().chunks_exact(4).zip(to.data().chunks_exact(4)).zip(&nearest);
    for (place, ((before, after), &(distance, step))) in pixels.enumerate() {
        if distance.is_finite()
            && before != after
            && let Some(pixels) = seats.get_mut(step as usize)
        {
            pixels.push(place as u32);
        }
    }
    seats
}

/// Where a drawing has ink, in pixels.
fn bounds(tree: &Tree, across: f32, down: f32, [width, height]: [u32; 2]) -> Option<Patch> {
    let ink = tree.root().abs_layer_bounding_box();
    let low = |value: f32, most: u32| (value.floor() as i64 - EDGE).clamp(0, i64::from(most)) as u32;
    let high = |value: f32, most: u32| (value.ceil() as i64 + EDGE).clamp(0, i64::from(most)) as u32;
    let patch = Patch {
        left: low(ink.left() * across, width),
        top: low(ink.top() * down, height),
        right: high(ink.right() * across, width),
        bottom: high(ink.bottom() * down, height),
    };
    (patch.left < patch.right && patch.top < patch.bottom).then_some(patch)
}

fn copy(from: &[u8], to: &mut [u8], patch: Patch, width: u32) {
    for y in patch.top..patch.bottom {
        let start = (y as usize * width as usize + patch.left as usize) * 4;
        let row = start..start + patch.width() as usize * 4;
        to[row.clone()].copy_from_slice(&from[row]);
    }
}

/// Puts a patch of premultiplied pixels into a picture of straight ones, and answers what of it changed.
fn straighten(from: &Pixmap, to: &mut [u8], patch: Patch, width: u32) -> Option<Patch> {
    let mut changed: Option<Patch> = None;
    let pixels = from.pixels();
    for place in patch.pixels(width) {
        let Some(pixel) = pixels.get(place) else { continue };
        let colour = pixel.demultiply();
        let bytes = [colour.red(), colour.green(), colour.blue(), colour.alpha()];
        let old = &mut to[place * 4..place * 4 + 4];
        if old != bytes {
            old.copy_from_slice(&bytes);
            let (x, y) = (place as u32 % width, place as u32 / width);
            let own = Patch { left: x, top: y, right: x + 1, bottom: y + 1 };
            changed = Some(changed.map_or(own, |changed| changed.around(own)));
        }
    }
    changed
}

//! The 255 colours of a GIF: those that a drawing is made of, and what lies between them where edges are smoothed.

use std::collections::HashMap;

use resvg::tiny_skia::Pixmap;

use crate::model::Rgb;

/// The colours, one place less than the format has: the last stands for what did not change.
const MOST: usize = 255;
/// What did not change.
pub(super) const HOLE: u8 = 255;
/// Colours with more pixels than this, in a picture of a million, are drawn and not smoothed.
const FLAT: usize = 60;
/// Places kept for smoothed edges between two colours neither of which is the ground, and for pictures.
const OTHERS: usize = 48;
/// A colour so near to one in the palette, in all three channels together, needs no place of its own.
const NEAR: u32 = 400;

/// Colours by number.
pub(super) struct Palette {
    colours: Vec<[u8; 3]>,
    known: HashMap<[u8; 3], u8>,
}

impl Palette {
    /// The colours of solid pictures: those of their surfaces, with even steps from each to the ground, then what
    /// occurs most of the others. The same pictures make the same palette.
    pub(super) fn of(pictures: &[&Pixmap], ground: Rgb) -> Self {
        let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
        for picture in pictures {
            for pixel in picture.data().chunks_exact(4) {
                *counts.entry([pixel[0], pixel[1], pixel[2]]).or_default() += 1;
            }
        }
        let pixels: usize = counts.values().sum();
        let mut counts: Vec<([u8; 3], usize)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|&(colour, count)| (std::cmp::Reverse(count), colour));
        let ground = [ground.0, ground.1, ground.2];
        let enough = (pixels * FLAT / 1_000_000).max(8);
        let flat = counts.iter().filter(|(colour, count)| *count >= enough && *colour != ground);
        let flat: Vec<[u8; 3]> = flat.map(|(colour, _)| *colour).collect();
        let flat = apart(&flat, MOST - 1 - OTHERS);
        let steps = ((MOST - 1 - OTHERS) / flat.len().max(1)).clamp(1, 16);
        let mut palette = Self { colours: vec![ground], known: HashMap::new() };
        for colour in flat {
            for step in 1..=steps {
                palette.add(between(ground, colour, step, steps));
            }
        }
        for &(colour, _) in &counts {
            if palette.colours.len() >= MOST {
                break;
            }
            if palette.colours.iter().all(|&known| distance(known, colour) > NEAR) {
                palette.add(colour);
            }
        }
        palette
    }

    fn add(&mut self, colour: [u8; 3]) {
        if self.colours.len() < MOST && !self.colours.contains(&colour) {
            self.colours.push(colour);
        }
    }

    /// The number of the nearest colour.
    pub(super) fn number(&mut self, colour: [u8; 3]) -> u8 {
        let colours = &self.colours;
        *self.known.entry(colour).or_insert_with(|| {
            let nearest = (0..colours.len()).min_by_key(|&place| distance(colours[place], colour));
            nearest.unwrap_or_default() as u8
        })
    }

    /// Red, green and blue of each colour, and black for the hole.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.colours.iter().flatten().copied().collect();
        bytes.resize(256 * 3, 0);
        bytes
    }
}

/// The colours that differ from all before them, at most so many: smoothed edges can be frequent too.
fn apart(colours: &[[u8; 3]], most: usize) -> Vec<[u8; 3]> {
    let mut kept: Vec<[u8; 3]> = Vec::new();
    for &colour in colours {
        if kept.len() < most && kept.iter().all(|&known| distance(known, colour) > 48) {
            kept.push(colour);
        }
    }
    kept
}

fn between(from: [u8; 3], to: [u8; 3], step: usize, steps: usize) -> [u8; 3] {
    let mix = |place: usize| {
        let (from, to) = (usize::from(from[place]), usize::from(to[place]));
        ((from * (steps - step) + to * step + steps / 2) / steps) as u8
    };
    [mix(0), mix(1), mix(2)]
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

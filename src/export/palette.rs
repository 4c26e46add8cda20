//! The colours of a web page: each once, with what it becomes on a dark ground.

use crate::chart::Proof;
use crate::model::Rgb;

/// Colours in pairs, on white and on dark, each under the name of a custom property of CSS.
///
/// Two drawings that differ in their colours alone are written one after the other, the dark one first: the
/// n-th colour of the one belongs to the n-th of the other.
#[derive(Debug, Default)]
pub(super) struct Palette {
    pairs: Vec<(Rgb, Rgb)>,
    /// The colours of the drawing on dark, in the order of drawing.
    dark: Vec<Rgb>,
    /// How many of them have met their fellow; `None` while they are being gathered.
    met: Option<usize>,
}

impl Palette {
    /// From now on colours are those of a drawing on dark.
    pub(super) fn gather_dark(&mut self) {
        self.dark.clear();
        self.met = None;
    }

    /// From now on colours are those of the same drawing on white.
    pub(super) fn meet_light(&mut self) {
        self.met = Some(0);
    }

    /// The next colour of the drawing, as the value of an attribute.
    pub(super) fn next(&mut self, colour: Rgb) -> String {
        let Some(met) = &mut self.met else {
            self.dark.push(colour);
            return String::new();
        };
        let dark = self.dark.get(*met).copied().unwrap_or(colour);
        *met += 1;
        self.pair(colour, dark)
    }

    /// The colour that is `light` on white and `dark` on dark, as the value of an attribute.
    pub(super) fn pair(&mut self, light: Rgb, dark: Rgb) -> String {
        let place = self.pairs.iter().position(|&pair| pair == (light, dark)).unwrap_or_else(|| {
            self.pairs.push((light, dark));
            self.pairs.len() - 1
        });
        format!("var(--c{place})")
    }

    /// The declarations of the colours on white, and of those on dark, as they are or as they look in `proof`.
    pub(super) fn declarations(&self, proof: Option<Proof>) -> [String; 2] {
        let mut declarations = [String::new(), String::new()];
        for (place, &(light, dark)) in self.pairs.iter().enumerate() {
            for (declarations, colour) in declarations.iter_mut().zip([light, dark]) {
                let colour = proof.map_or(colour, |proof| proof.simulate(colour));
                declarations.push_str(&format!("--c{place}:{colour};"));
            }
        }
        declarations
    }
}

//! One font: its bytes, what it is called, which characters it has and how wide a text is in it.
//!
//! Goes in: bytes. Comes out: a [`FontFace`]. Must not know: which font is asked for what.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use rustybuzz::ttf_parser::name_id;
use rustybuzz::{Direction, Face, GlyphBuffer, Script, ShapePlan, UnicodeBuffer, script};

use crate::chart::scene::Weight;

/// Characters that are drawn as one, of one glyph or several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// Where its characters begin in the text, in bytes.
    pub start: usize,
    /// Its width, in shares of the em.
    pub advance: f64,
    /// The width of its widest glyph, in shares of the em.
    pub widest: f64,
}

/// One font of a typeface.
#[derive(Clone)]
pub struct FontFace {
    family: String,
    weight: Weight,
    data: &'static [u8],
    index: u32,
    /// `None` for damaged bytes: texts in them have no width.
    face: Option<Face<'static>>,
    /// How texts of a direction and script are shaped: to find that out takes as long as to shape them.
    plans: Arc<Mutex<Vec<Plan>>>,
}

type Plan = (Direction, Script, Arc<ShapePlan>);

impl FontFace {
    /// Reads a font, or one of a collection. Bytes that were read once stay in memory, so that reading the same
    /// font again costs nothing. `None` for what is no TrueType or OpenType font with a family name.
    #[must_use]
    pub fn read(bytes: &[u8], index: u32, weight: Weight) -> Option<Self> {
        let data = kept(bytes);
        let face = Face::from_slice(data, index)?;
        let named = |id: u16| {
            let mut names = face.names().into_iter().filter(|name| name.name_id == id && name.is_unicode());
            names.find_map(|name| name.to_string())
        };
        let family = named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY))?;
        Some(Self { family, weight, data, index, face: Some(face), plans: Arc::default() })
    }

    /// A font that is compiled in, and its family.
    pub(super) fn compiled_in(family: &str, data: &'static [u8], weight: Weight) -> Self {
        let face = Face::from_slice(data, 0);
        Self { family: family.to_owned(), weight, data, index: 0, face, plans: Arc::default() }
    }

    /// The name of its family.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Its cut.
    #[must_use]
    pub fn weight(&self) -> Weight {
        self.weight
    }

    /// Its bytes, and its place among them where they hold several.
    #[must_use]
    pub fn data(&self) -> (&'static [u8], u32) {
        (self.data, self.index)
    }

    /// True where it has a glyph for a character.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.face.as_ref().is_some_and(|face| face.glyph_index(c).is_some())
    }

    /// The width of a text of one direction, in shares of the em.
    pub(super) fn width(&self, text: &str, is_right_to_left: bool) -> f64 {
        let Some((glyphs, em)) = self.shape(text, is_right_to_left) else { return 0.0 };
        let advance: i32 = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        f64::from(advance) / em
    }

    /// The clusters of a text of one direction, from left to right.
    pub(super) fn clusters(&self, text: &str, is_right_to_left: bool) -> Vec<Cluster> {
        let Some((glyphs, em)) = self.shape(text, is_right_to_left) else { return Vec::new() };
        let mut clusters: Vec<Cluster> = Vec::new();
        for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let (start, advance) = (info.cluster as usize, f64::from(position.x_advance) / em);
            match clusters.last_mut().filter(|cluster| cluster.start == start) {
                Some(cluster) => {
                    cluster.advance += advance;
                    cluster.widest = cluster.widest.max(advance);
                }
                None => clusters.push(Cluster { start, advance, widest: advance.max(0.0) }),
            }
        }
        clusters
    }

    /// The glyphs of a text, and the em in their units.
    fn shape(&self, text: &str, is_right_to_left: bool) -> Option<(GlyphBuffer, f64)> {
        let face = self.face.as_ref()?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if is_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let plan = self.plan(face, buffer.direction(), buffer.script());
        Some((rustybuzz::shape_with_plan(face, &plan, buffer), f64::from(face.units_per_em())))
    }

    /// How texts of a direction and script are shaped.
    fn plan(&self, face: &Face<'static>, direction: Direction, script: Script) -> Arc<ShapePlan> {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let known = plans.iter().find(|(known, of, _)| (*known, *of) == (direction, script));
        if let Some((.., plan)) = known {
            return Arc::clone(plan);
        }
        // Digits alone are of no script.
        let of = (script != script::UNKNOWN).then_some(script);
        let plan = Arc::new(ShapePlan::new(face, direction, of, None, &[]));
        plans.push((direction, script, Arc::clone(&plan)));
        plan
    }

    /// True where both are the same bytes in the same cut.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        std::ptr::eq(self.data, other.data) && self.index == other.index && self.weight == other.weight
    }
}

/// Fonts that were read: the shaper borrows them for as long as the program runs.
fn kept(bytes: &[u8]) -> &'static [u8] {
    static KEPT: Mutex<BTreeSet<&'static [u8]>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(bytes) {
        return known;
    }
    let bytes: &'static [u8] = Vec::leak(bytes.to_vec());
    kept.insert(bytes);
    bytes
}

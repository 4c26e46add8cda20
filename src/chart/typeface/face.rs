//! One font: its bytes, what it is called, which characters it has and how wide a text is in it.
//!
//! Goes in: bytes. Comes out: a [`FontFace`]. Must not know: which font is asked for what.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use rustybuzz::ttf_parser::name_id;
use rustybuzz::{Direction, Face, GlyphBuffer, Script, ShapePlan, UnicodeBuffer, script};

use crate::chart::scene::Weight;

/// A glyph of a text, measured in shares of the em.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// The bytes of the text that it stands for, which it may share with the glyphs beside it.
    pub cluster: Range<usize>,
    /// How far the next one is from it.
    pub advance: f64,
    /// How far it is drawn to the right of its place and above it.
    pub offset: (f64, f64),
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

    /// The glyphs of a text of one direction, from left to right.
    pub(super) fn glyphs(&self, text: &str, is_right_to_left: bool) -> Vec<Glyph> {
        let Some((shaped, em)) = self.shape(text, is_right_to_left) else { return Vec::new() };
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let end = |start: usize| {
            starts.get(starts.partition_point(|&other| other <= start)).copied().unwrap_or(text.len())
        };
        let share = |units: i32| f64::from(units) / em;
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        glyphs
            .map(|(info, position)| Glyph {
                id: info.glyph_id,
                cluster: info.cluster as usize..end(info.cluster as usize),
                advance: share(position.x_advance),
                offset: (share(position.x_offset), share(position.y_offset)),
            })
            .collect()
    }

    /// A text as it is shaped, and the em in the units of that.
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

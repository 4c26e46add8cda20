//! One font: its bytes, what it is called, which characters it has and how wide a text is in it.
//!
//! Goes in: bytes. Comes out: a [`FontFace`]. Must not know: which font is asked for what.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

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
    /// The characters of ASCII that it has, a bit each: they are asked for again and again.
    ascii: OnceLock<u128>,
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
        let (ascii, plans) = (OnceLock::new(), Arc::default());
        Some(Self { family, weight, data, index, face: Some(face), ascii, plans })
    }

    /// A font that is compiled in, and its family.
    pub(super) fn compiled_in(family: &str, data: &'static [u8], weight: Weight) -> Self {
        let face = Face::from_slice(data, 0);
        let (ascii, plans) = (OnceLock::new(), Arc::default());
        Self { family: family.to_owned(), weight, data, index: 0, face, ascii, plans }
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
        let has = |c: char| self.face.as_ref().is_some_and(|face| face.glyph_index(c).is_some());
        if !c.is_ascii() {
            return has(c);
        }
        let ascii = self.ascii.get_or_init(|| {
            let characters = ('\0'..='\u{7f}').filter(|&c| has(c));
            characters.fold(0, |set, c| set | 1 << u32::from(c))
        });
        ascii >> u32::from(c) & 1 == 1
    }

    /// The width of a text of one direction, in shares of the em.
    pub(super) fn width(&self, text: &str, is_right_to_left: bool) -> f64 {
        let Some((glyphs, em)) = self.shape(text, is_right_to_left, None) else { return 0.0 };
        f64::from(advance(&glyphs)) / em
    }

    /// The width of part of a text from left to right, in units of the font; `is_latin` where the whole text has Latin
    /// letters, whatever the part has.
    pub(super) fn part_width(&self, part: &str, is_latin: bool) -> Option<i32> {
        let (glyphs, _) = self.shape(part, false, is_latin.then_some(script::LATIN))?;
        Some(advance(&glyphs))
    }

    /// The units that the em has.
    pub(super) fn em(&self) -> Option<f64> {
        self.face.as_ref().map(|face| f64::from(face.units_per_em()))
    }

    /// The glyphs of a text of one direction, from left to right.
    pub(super) fn glyphs(&self, text: &str, is_right_to_left: bool) -> Vec<Glyph> {
        let Some((shaped, em)) = self.shape(text, is_right_to_left, None) else { return Vec::new() };
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

    /// A text as it is shaped, in the script of its first letter unless another is given; and the em in the units of that.
    fn shape(
        &self,
        text: &str,
        is_right_to_left: bool,
        script: Option<Script>,
    ) -> Option<(GlyphBuffer, f64)> {
        let face = self.face.as_ref()?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if is_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        if let Some(script) = script {
            buffer.set_script(script);
        }
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

/// The sum of the steps from glyph to glyph, in units of the font.
fn advance(glyphs: &GlyphBuffer) -> i32 {
    glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum()
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

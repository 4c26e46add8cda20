//! Fonts: those a style names, by family or by file, and those that stand in for scripts its family lacks.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use fontdb::{Database, FaceInfo, Stretch};
use rustybuzz::ttf_parser;
use serde::{Deserialize, Serialize};

use super::StyleError;
use crate::chart::scene::Weight;
use crate::chart::typeface::FAMILY;
use crate::chart::{FontFace, Typeface};
use crate::lang::Message;

/// The fonts of a style file: a family that is installed, or files. Without either, Noto Sans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct FontSheet {
    /// The name of a family.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// The file of its regular cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regular: Option<PathBuf>,
    /// The file of its bold cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bold: Option<PathBuf>,
    /// Files of fonts for characters that the family lacks, the first to have one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fallback: Vec<PathBuf>,
}

/// The fonts of the system.
static SYSTEM: LazyLock<Database> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    fonts
});

/// The names of the families that are installed, in alphabetical order.
#[must_use]
pub fn families() -> Vec<String> {
    let upright = SYSTEM.faces().filter(|face| is_upright(face));
    let names: BTreeSet<&str> =
        upright.filter_map(|face| face.families.first()).map(|(name, _)| name.as_str()).collect();
    names.into_iter().filter(|name| *name != FAMILY).map(str::to_owned).collect()
}

/// Weights from here on are bold.
const BOLD: fontdb::Weight = fontdb::Weight::SEMIBOLD;

impl FontSheet {
    pub(super) fn over(self, base: Self) -> Self {
        let names_font = self.family.is_some() || self.regular.is_some();
        let (family, regular, bold) = if names_font {
            (self.family, self.regular, self.bold)
        } else {
            (base.family, base.regular, self.bold.or(base.bold))
        };
        let fallback = if self.fallback.is_empty() { base.fallback } else { self.fallback };
        Self { family, regular, bold, fallback }
    }

    /// The typeface; files are found from `folder`.
    pub(super) fn typeface(&self, folder: &Path) -> Result<Typeface, StyleError> {
        let read = |path: &PathBuf, weight| from_file(&folder.join(path), weight);
        let own = match (&self.regular, &self.family) {
            (Some(regular), _) => {
                let bold = self.bold.as_ref().map(|bold| read(bold, Weight::Bold)).transpose()?;
                Typeface::new(read(regular, Weight::Regular)?, bold, Vec::new())
            }
            (None, Some(family)) if !family.eq_ignore_ascii_case(FAMILY) => installed(family)?,
            _ => Typeface::default(),
        };
        let fallback: Result<Vec<FontFace>, StyleError> =
            self.fallback.iter().map(|path| read(path, Weight::Regular)).collect();
        // Noto Sans itself stands in for what another family lacks.
        let noto = Typeface::default();
        let last = if own == noto { Vec::new() } else { noto.faces().cloned().collect() };
        Ok(own.with_fallback(fallback?.into_iter().chain(last)))
    }
}

fn from_file(path: &Path, weight: Weight) -> Result<FontFace, StyleError> {
    let file = path.display().to_string();
    let bytes = std::fs::read(path)
        .map_err(|cause| StyleError::Unreadable { file: file.clone(), cause: cause.to_string() })?;
    FontFace::read(&bytes, 0, weight).ok_or(StyleError::NotAFont { file })
}

/// A family of the system.
fn installed(family: &str) -> Result<Typeface, StyleError> {
    let is_called =
        |face: &&FaceInfo| face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family));
    let faces: Vec<&FaceInfo> = SYSTEM.faces().filter(is_called).filter(|face| is_upright(face)).collect();
    let nearest = |weight: fontdb::Weight, is_bold: bool| {
        let fits = faces.iter().filter(|face| (face.weight >= BOLD) == is_bold);
        fits.min_by_key(|face| (face.weight.0.abs_diff(weight.0), path_of(face)))
    };
    let regular = nearest(fontdb::Weight::NORMAL, false).or_else(|| nearest(fontdb::Weight::BOLD, true));
    let regular = regular.and_then(|face| load(face, Weight::Regular));
    let bold = nearest(fontdb::Weight::BOLD, true).and_then(|face| load(face, Weight::Bold));
    match regular {
        Some(regular) => Ok(Typeface::new(regular, bold, Vec::new())),
        None => Err(StyleError::NoFont { family: family.to_owned(), near: near(family) }),
    }
}

fn is_upright(face: &FaceInfo) -> bool {
    face.style == fontdb::Style::Normal && face.stretch == Stretch::Normal
}

fn path_of(face: &FaceInfo) -> PathBuf {
    match &face.source {
        fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => path.clone(),
        fontdb::Source::Binary(_) => PathBuf::new(),
    }
}

fn load(face: &FaceInfo, weight: Weight) -> Option<FontFace> {
    SYSTEM.with_face_data(face.id, |data, index| FontFace::read(data, index, weight)).flatten()
}

/// Up to six families whose names share a word with this one.
fn near(family: &str) -> String {
    let words: Vec<String> = family.split_whitespace().map(str::to_lowercase).collect();
    let names: BTreeSet<&str> =
        SYSTEM.faces().filter_map(|face| face.families.first()).map(|(name, _)| name.as_str()).collect();
    let is_near = |name: &&&str| words.iter().any(|word| name.to_lowercase().contains(word.as_str()));
    names.iter().filter(is_near).take(6).copied().collect::<Vec<_>>().join(", ")
}

/// A typeface with fonts for every character of some texts, as far as there are any here.
pub struct Completed {
    /// The typeface with the fonts of the system that it needs.
    pub typeface: Typeface,
    /// The families of the system that were taken.
    families: BTreeSet<String>,
    /// The characters that they draw.
    borrowed: BTreeSet<char>,
    /// The characters that no font here has.
    missing: BTreeSet<char>,
}

impl Completed {
    /// What to say of characters that are not drawn, or not on every machine alike.
    #[must_use]
    pub fn notes(&self) -> Vec<Message> {
        let about = |key, characters: &BTreeSet<char>| {
            let first: String = characters.iter().take(12).collect();
            (!characters.is_empty())
                .then(|| Message::new(key).with("n", characters.len()).with("characters", first))
        };
        let families = self.families.iter().cloned().collect::<Vec<_>>().join(", ");
        let borrowed = about("cli-system-font", &self.borrowed).map(|note| note.with("families", families));
        about("cli-no-glyph", &self.missing).into_iter().chain(borrowed).collect()
    }
}

/// The typeface with fonts of the system for the characters of `texts` that neither it has nor those that are compiled
/// in. Fonts called Noto come first, so that two machines that have them draw the same; a style that names files under
/// `fallback` draws the same on every machine.
#[must_use]
pub fn complete(typeface: &Typeface, texts: &str) -> Completed {
    let mut completed = Completed {
        typeface: typeface.clone(),
        families: BTreeSet::new(),
        borrowed: BTreeSet::new(),
        missing: typeface.missing(texts),
    };
    if completed.missing.is_empty() {
        return completed;
    }
    let faces = in_order();
    let mut wanted = std::mem::take(&mut completed.missing);
    while let Some(c) = wanted.pop_first() {
        let fonts = for_character(&faces, c);
        let family = fonts.first().map(|font| font.family().to_owned());
        let more = completed.typeface.with_last(fonts);
        // A font may promise what it does not hold.
        let (Some(family), true) = (family, more.face_for(c, Weight::Regular).is_some()) else {
            completed.missing.insert(c);
            continue;
        };
        completed.typeface = more;
        completed.families.insert(family);
        completed.borrowed.insert(c);
        let (drawn, left): (BTreeSet<char>, BTreeSet<char>) =
            wanted.into_iter().partition(|&c| completed.typeface.face_for(c, Weight::Regular).is_some());
        completed.borrowed.extend(drawn);
        wanted = left;
    }
    completed
}

/// The upright fonts of the system, those to ask first before others.
fn in_order() -> Vec<&'static FaceInfo> {
    let mut faces: Vec<&FaceInfo> = SYSTEM.faces().filter(|face| is_upright(face)).collect();
    faces.sort_by_cached_key(|face| {
        let family = face.families.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let kind =
            if family.starts_with("Noto Sans") { 0 } else { 1 + usize::from(!family.starts_with("Noto")) };
        // Sans before serif and fixed width, as far as names tell.
        let is_sans = family.contains("Sans") && !family.contains("Mono");
        (kind, !is_sans, family, face.weight.0.abs_diff(400), path_of(face))
    });
    faces
}

/// The first family to have a character, in the cuts that it has.
fn for_character(faces: &[&FaceInfo], c: char) -> Vec<FontFace> {
    let regular = faces.iter().find(|face| face.weight < BOLD && has(face, c));
    let Some(regular) = regular.or_else(|| faces.iter().find(|face| has(face, c))) else {
        return Vec::new();
    };
    let family = regular.families.first();
    let bold =
        faces.iter().find(|face| face.weight >= BOLD && face.families.first() == family && has(face, c));
    let found = [(Some(regular), Weight::Regular), (bold, Weight::Bold)];
    found.into_iter().filter_map(|(face, weight)| load(face?, weight)).collect()
}

fn has(face: &FaceInfo, c: char) -> bool {
    let glyph = |data: &[u8], index: u32| {
        ttf_parser::Face::parse(data, index).ok().and_then(|face| face.glyph_index(c)).is_some()
    };
    SYSTEM.with_face_data(face.id, glyph).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::typeface;
    use crate::lang::Lang;

    #[test]
    fn a_font_that_is_not_there_is_a_fault_with_advice() {
        let sheet = FontSheet { family: Some("No Such Family 7".to_owned()), ..FontSheet::default() };
        let fault = sheet.typeface(Path::new("")).expect_err("not installed");
        let text = fault.to_string();
        assert!(text.contains("No Such Family 7") && text.contains("regular ="), "{text}");
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("a.ttf"), b"no font").expect("written");
        let sheet = FontSheet { regular: Some("a.ttf".into()), ..FontSheet::default() };
        assert!(matches!(sheet.typeface(folder.path()), Err(StyleError::NotAFont { .. })));
        let sheet = FontSheet { regular: Some("b.ttf".into()), ..FontSheet::default() };
        assert!(matches!(sheet.typeface(folder.path()), Err(StyleError::Unreadable { .. })));
    }

    #[test]
    fn a_font_file_is_measured_and_drawn_with() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("x.ttf"), notosans::ITALIC_TTF).expect("written");
        let sheet = FontSheet { regular: Some("x.ttf".into()), ..FontSheet::default() };
        let typeface = sheet.typeface(folder.path()).expect("a font");
        let plain = Typeface::default();
        let width = |typeface: &Typeface| typeface.width("Hemicycle", 20.0, Weight::Regular);
        assert!((width(&typeface) - width(&plain)).abs() > 0.1);
        assert_eq!(sheet.typeface(folder.path()).expect("again"), typeface);
    }

    #[test]
    fn what_the_family_has_needs_no_other_font() {
        let texts = "Für Łódź, Ελλάδα, Россия, الجمعية, הכנסת, सभा, สภา, საკრებულო, ԱԺ";
        let completed = complete(&Typeface::default(), texts);
        assert!(completed.notes().is_empty());
        assert_eq!(completed.typeface, Typeface::default(), "no font of the system");
        let notes = complete(&Typeface::default(), "\u{10FFFD}").notes();
        assert_eq!(notes.len(), 1, "a character that nobody has");
        assert!(notes[0].text(Lang::En).contains("fallback ="));
    }

    #[test]
    fn a_style_file_goes_before_the_fonts_compiled_in_and_they_before_the_system() {
        let folder = tempfile::tempdir().expect("a folder");
        let hebrew = typeface::compiled_in_for('ש', Weight::Bold).expect("compiled in");
        std::fs::write(folder.path().join("he.ttf"), hebrew.data().0).expect("written");
        let sheet = FontSheet { fallback: vec!["he.ttf".into()], ..FontSheet::default() };
        let named = sheet.typeface(folder.path()).expect("a font");
        let [own, plain] = [&named, &Typeface::default()]
            .map(|typeface| typeface.face_for('ש', Weight::Regular).expect("Hebrew").clone());
        assert!(!own.is_same(&plain), "the file comes first");
        let system = FontFace::read(notosans::ITALIC_TTF, 0, Weight::Regular).expect("a font");
        let last = Typeface::default().with_last([hebrew.clone(), system]);
        assert!(
            last.face_for('ש', Weight::Regular).expect("Hebrew").is_same(&plain),
            "the system comes last"
        );
    }
}

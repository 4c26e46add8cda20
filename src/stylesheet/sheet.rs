//! The style file itself.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::shipped::{SHIPPED, shipped};
use super::{FontSheet, PaletteSheet, PartySheet, StyleError, read_logo};
use crate::chart::{Arrangement, Encoding, Page, Part, Preset, Sizes, Style, TallyForm, Template};
use crate::lang::Lang;

/// A style as its file has it. What a file leaves out is as in the style it is based on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StyleSheet {
    /// The name of the shipped style it is based on; without it, `default`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The language of the graphic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// Page and parts to start from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<Preset>,
    /// The parts, from the top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<Part>>,
    /// Who made the graphic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The file of a picture: PNG, JPEG or SVG.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<PathBuf>,
    /// The parties from left to right, by any of their names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub party_order: Vec<String>,
    /// The page, instead of the preset's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Page>,
    /// The sizes of texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sizes: Option<Sizes>,
    /// What fill, ring and glyph of a seat say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<Encoding>,
    /// How a tally is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tally: Option<TallyForm>,
    /// The fonts.
    #[serde(skip_serializing_if = "is_default")]
    pub fonts: FontSheet,
    /// The colours.
    #[serde(skip_serializing_if = "is_default")]
    pub palette: PaletteSheet,
    /// Names and colours of parties.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<PartySheet>,
    /// The folder that files are found from: the style file's own.
    #[serde(skip)]
    pub folder: PathBuf,
    /// What to call it where something is wrong.
    #[serde(skip)]
    pub file: String,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl StyleSheet {
    /// The style of this name, or in the file of this path.
    ///
    /// # Errors
    /// [`StyleError::NoSuchStyle`], [`StyleError::Unreadable`], and those of [`StyleSheet::parse`].
    pub fn load(name: &str) -> Result<Self, StyleError> {
        if let Some(sheet) = shipped(name) {
            return Ok(sheet);
        }
        let path = Path::new(name);
        if !path.exists() && path.extension().is_none() {
            let shipped = SHIPPED.map(|(name, _)| name).join(", ");
            return Err(StyleError::NoSuchStyle { name: name.to_owned(), shipped });
        }
        let text = std::fs::read_to_string(path)
            .map_err(|cause| StyleError::Unreadable { file: name.to_owned(), cause: cause.to_string() })?;
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        Ok(Self { folder, ..Self::parse(&text, name)? })
    }

    /// Reads the text of a style; `file` is what faults call it.
    ///
    /// # Errors
    /// [`StyleError::UnknownKey`], [`StyleError::Size`], [`StyleError::Fault`].
    pub fn parse(text: &str, file: &str) -> Result<Self, StyleError> {
        let sheet: Self = toml::from_str(text).map_err(|error| fault(text, file, &error))?;
        sheet.checked(file)
    }

    /// This style out of a file of another kind, if its sizes can be had.
    ///
    /// # Errors
    /// [`StyleError::Size`].
    pub fn checked(self, file: &str) -> Result<Self, StyleError> {
        let (least, most) = Sizes::RANGE;
        let sizes = self.sizes.unwrap_or_default();
        if let Some((name, found)) =
            sizes.named().into_iter().find(|(_, size)| !(least..=most).contains(size))
        {
            return Err(StyleError::Size { file: file.to_owned(), name, found: found.to_string() });
        }
        Ok(Self { file: file.to_owned(), ..self })
    }

    /// The text of a style file that reads as this style.
    #[must_use]
    pub fn to_toml(&self) -> String {
        // Texts, numbers and lists: nothing that TOML cannot hold.
        toml::to_string(self).unwrap_or_default()
    }

    /// With everything that it leaves out from the styles it is based on.
    ///
    /// # Errors
    /// [`StyleError::NoSuchStyle`] for a base that is not shipped.
    pub fn resolved(&self) -> Result<Self, StyleError> {
        let Some(base) = &self.base else { return Ok(self.clone()) };
        let base = shipped(base).ok_or_else(|| StyleError::NoSuchStyle {
            name: base.clone(),
            shipped: SHIPPED.map(|(name, _)| name).join(", "),
        })?;
        Ok(self.clone().over(base.resolved()?))
    }

    /// This style over another: what it leaves out is as there.
    pub(super) fn over(self, base: Self) -> Self {
        let own = self;
        let party = own.party.into_iter().chain(base.party).collect();
        Self {
            base: None,
            language: own.language.or(base.language),
            preset: own.preset.or(base.preset),
            parts: own.parts.or(base.parts),
            credit: own.credit.or(base.credit),
            logo: own.logo.or(base.logo),
            party_order: if own.party_order.is_empty() { base.party_order } else { own.party_order },
            page: own.page.or(base.page),
            sizes: own.sizes.or(base.sizes),
            seats: own.seats.or(base.seats),
            tally: own.tally.or(base.tally),
            fonts: own.fonts.over(base.fonts),
            palette: own.palette.over(base.palette),
            party,
            folder: own.folder,
            file: own.file,
        }
    }

    /// The files that it names: its picture and its fonts.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        let fonts = &self.fonts;
        let named = [&self.logo, &fonts.regular, &fonts.bold].into_iter().flatten().chain(&fonts.fallback);
        named.map(|file| self.folder.join(file)).collect()
    }

    /// The same style with every file that it names, as it is found now, changed.
    #[must_use]
    pub fn map_files(mut self, change: impl Fn(&Path) -> PathBuf) -> Self {
        let fonts = &mut self.fonts;
        let named = [&mut self.logo, &mut fonts.regular, &mut fonts.bold].into_iter().flatten();
        for file in named.chain(&mut fonts.fallback) {
            *file = change(&self.folder.join(&*file));
        }
        self.folder = PathBuf::new();
        self
    }

    /// Colours, fonts and sizes.
    ///
    /// # Errors
    /// Those of [`StyleSheet::resolved`], and fonts that cannot be had.
    pub fn style(&self) -> Result<Style, StyleError> {
        let sheet = self.resolved()?;
        let mut style = Style::light();
        sheet.palette.apply(&mut style);
        style.typeface = sheet.fonts.typeface(&sheet.folder)?;
        style.sizes = sheet.sizes.unwrap_or_default();
        style.encoding = sheet.seats.unwrap_or_default();
        style.tally = sheet.tally.unwrap_or_default();
        Ok(style)
    }

    /// Page, parts, credit and picture: of `preset` where one is given, else of the style's own.
    ///
    /// # Errors
    /// Those of [`StyleSheet::resolved`], and a picture that cannot be read.
    pub fn template(&self, preset: Option<Preset>) -> Result<Template, StyleError> {
        let sheet = self.resolved()?;
        let mut template = preset.or(sheet.preset).unwrap_or_default().template();
        if preset.is_none() {
            template.page = sheet.page.unwrap_or(template.page);
            template.parts = sheet.parts.unwrap_or(template.parts);
        }
        template.texts.credit = sheet.credit;
        template.logo = sheet.logo.map(|logo| read_logo(&sheet.folder.join(logo))).transpose()?;
        Ok(template)
    }

    /// Puts the style's order of the parties into an arrangement.
    ///
    /// # Errors
    /// Those of [`StyleSheet::resolved`].
    pub fn arrange(&self, arrangement: &mut Arrangement) -> Result<(), StyleError> {
        let sheet = self.resolved()?;
        if !sheet.party_order.is_empty() {
            arrangement.party_order = sheet.party_order;
        }
        Ok(())
    }
}

/// A fault of TOML with its line, and the key where it is one that styles do not have.
fn fault(text: &str, file: &str, error: &toml::de::Error) -> StyleError {
    let start = error.span().map_or(0, |span| span.start.min(text.len()));
    let line = text.bytes().take(start).filter(|&byte| byte == b'\n').count() + 1;
    let file = file.to_owned();
    let cause = error.message();
    let unknown = cause.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    match unknown {
        Some((key, rest)) => {
            let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
            StyleError::UnknownKey { file, line, key: key.to_owned(), known: known.join(", ") }
        }
        None => StyleError::Fault { file, line, cause: cause.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Dash, SeatColour, TallyOrder, Unit};
    use crate::model::Rgb;

    const HOUSE: &str = r##"
base = "dark"
language = "de"
preset = "square"
parts = ["headline", "tally", "chamber", "legend", "source", "credit"]
credit = "Grafik: Die Morgenpost"
party-order = ["Die Linke", "SPD"]

[page]
unit = "mm"
width = 120
margin = 4.5
type = 0.8

[sizes]
headline = 1.2

[seats]
fill = "party"
ring = "vote"
glyphs = true

[tally]
order = "for"
dash = "colon"

[fonts]
family = "Noto Sans"

[palette]
for = "#103050"

[[party]]
name = "Die Linke"
short = "LINKE"
colour = "#BE3075"
also = ["Linkspartei"]
"##;

    #[test]
    fn a_house_style_is_read_and_written_and_read_again() {
        let sheet = StyleSheet::parse(HOUSE, "house.toml").expect("a style");
        let again = StyleSheet::parse(&sheet.to_toml(), "house.toml").expect("a style");
        assert_eq!(sheet, again);
        let style = sheet.style().expect("a style");
        assert_eq!((style.ground, style.in_favour), (Style::dark().ground, Rgb(0x10, 0x30, 0x50)));
        assert_eq!(style.encoding.ring, Some(SeatColour::Vote));
        assert_eq!((style.tally.order, style.tally.dash), (TallyOrder::For, Dash::Colon));
        let template = sheet.template(None).expect("a template");
        assert_eq!(
            (template.page.unit, template.page.width, template.page.height),
            (Unit::Millimetre, 120.0, None)
        );
        assert!(!template.shows(Part::Subtitle));
        let card = sheet.template(Some(Preset::Slide)).expect("a template");
        assert_eq!(card.page, Preset::Slide.template().page);
        assert_eq!(card.texts.credit.as_deref(), Some("Grafik: Die Morgenpost"));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let text = "language = \"de\"\n\n[palette]\nfro = \"#112233\"\n";
        let fault = StyleSheet::parse(text, "house.toml").expect_err("a fault");
        let StyleError::UnknownKey { line, key, known, .. } = &fault else { panic!("{fault:?}") };
        assert_eq!((*line, key.as_str()), (4, "fro"));
        assert!(known.contains("for-text"), "{known}");
        assert!(fault.to_string().contains("house.toml"), "{fault}");
    }

    #[test]
    fn values_that_do_not_fit_are_faults_with_their_line() {
        for (text, wanted) in [
            ("[palette]\nfor = \"green\"\n", 2),
            ("language = \"tlh\"\n", 1),
            ("\nparts = [\"headline\", \"heading\"]\n", 2),
            ("[palette\n", 1),
        ] {
            let fault = StyleSheet::parse(text, "house.toml").expect_err("a fault");
            let (StyleError::Fault { line, .. } | StyleError::UnknownKey { line, .. }) = fault else {
                panic!("{fault:?}")
            };
            assert_eq!(line, wanted, "{text}");
        }
        let fault = StyleSheet::parse("[sizes]\ntally = 7\n", "house.toml").expect_err("a fault");
        assert!(matches!(fault, StyleError::Size { name: "tally", .. }), "{fault:?}");
        let fault = StyleSheet::load("chartreuse").expect_err("no such style");
        assert!(fault.to_string().contains("high-contrast"), "{fault}");
    }
}

//! What can be typed about the look of a graphic.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};

use super::options::{Typed, or};
use super::{DrawFault, PictureSize};
use crate::chart::{Dash, Part, Preset, Proof, SeatColour, TallyOrder};
use crate::stylesheet::{SHIPPED, Setting, StyleSheet};

/// Page, parts, texts and style of a graphic.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that is typed or not")]
#[derive(Args, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[command(next_help_heading = "Look")]
pub struct LookArguments {
    /// What the graphic is for
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<Preset>,
    /// Width and height in pixels, instead of the preset's
    #[arg(long, value_name = "WxH")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<PictureSize>,
    /// A style: default, dark, print, high-contrast, green-red, blue-orange, or a file such as house.toml
    #[arg(long, value_name = "NAME|FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// A key of the style with a value of its own, such as palette.for=#103050; may be repeated
    #[arg(long, value_name = "KEY=VALUE")]
    #[serde(skip)]
    pub set: Vec<Setting>,
    /// A whole style: that of a project, of the window, or what the file of the named one held when it was opened.
    #[arg(skip)]
    #[serde(skip)]
    pub sheet: Option<Box<StyleSheet>>,
    /// The parts to show, from the top, with commas between them
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// A part to show besides those of the preset; may be repeated
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub show: Vec<Part>,
    /// A part to leave out; may be repeated
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hide: Vec<Part>,
    /// A headline instead of the title in the file
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A line under the headline instead of chamber and date
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// A source instead of the one in the file
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Who made the graphic
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// A picture for the graphic: PNG, JPEG or SVG
    #[arg(long, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<PathBuf>,
    /// Draw no ground
    #[arg(long)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub transparent: bool,
    /// Draw on dark: the same as --style dark
    #[arg(long, conflicts_with = "style")]
    #[serde(skip)]
    pub dark: bool,
    /// A font that is installed, by the name of its family
    #[arg(long, value_name = "FAMILY")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<String>,
    /// What the fill of a seat shows
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill: Option<SeatColour>,
    /// What a ring around a seat shows
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ring: Option<SeatColour>,
    /// Put a check, a cross or a dash on the seats of those who voted
    #[arg(long)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub glyphs: bool,
    /// Tell votes apart by lines on seats and bars: for plain, against rising, abstained level
    #[arg(long)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub patterns: bool,
    /// Which figure of the tally stands first
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tally_order: Option<TallyOrder>,
    /// What stands between the figures of the tally
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dash: Option<Dash>,
    /// Draw it as other eyes see it, or in grey
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
}

/// The style where none is named.
pub(super) const USUAL: &str = "default";

impl LookArguments {
    /// The style that is asked for.
    ///
    /// # Errors
    /// A style that is not there or has a fault, and keys that styles do not have.
    pub fn style_sheet(&self) -> Result<StyleSheet, DrawFault> {
        let sheet = match (&self.sheet, &self.style) {
            (Some(sheet), _) => sheet.as_ref().clone(),
            (None, Some(name)) => StyleSheet::load(name)?,
            (None, None) => StyleSheet::load(if self.dark { "dark" } else { USUAL })?,
        };
        let mut sheet = sheet.with(&self.set)?;
        if let Some(font) = &self.font {
            sheet.fonts.family = Some(font.clone());
            sheet.fonts.regular = None;
        }
        Ok(sheet)
    }

    /// True where the style is one that every copy of the program has.
    #[must_use]
    pub fn is_shipped(&self) -> bool {
        let name = self.style.as_deref().unwrap_or(USUAL);
        self.sheet.is_none() && self.set.is_empty() && SHIPPED.iter().any(|(shipped, _)| *shipped == name)
    }

    /// The style with all that is said beside it: what a style file holds of this look.
    ///
    /// # Errors
    /// Those of [`LookArguments::style_sheet`].
    pub fn as_style_sheet(&self) -> Result<StyleSheet, DrawFault> {
        let mut sheet = self.style_sheet()?.map_files(Path::to_path_buf);
        let has_base = self.sheet.is_some() || !self.is_shipped();
        if !has_base {
            // A shipped style is named rather than copied.
            let base = Some(self.style.clone().unwrap_or_else(|| USUAL.to_owned()));
            sheet = StyleSheet { base, fonts: sheet.fonts, ..StyleSheet::default() };
        }
        let template = self.shown(&self.style_sheet()?)?;
        let has_parts = !self.parts.is_empty() || !self.show.is_empty() || !self.hide.is_empty();
        let has_page = self.size.is_some() || self.transparent;
        sheet.page = has_page.then_some(template.page).or(sheet.page.filter(|_| self.preset.is_none()));
        sheet.parts = has_parts.then_some(template.parts).or(sheet.parts.filter(|_| self.preset.is_none()));
        sheet.preset = self.preset.or(sheet.preset);
        sheet.credit = self.credit.clone().or(sheet.credit);
        sheet.logo = self.logo.clone().or(sheet.logo);
        let (encoding, tally) = (sheet.resolved()?.seats, sheet.resolved()?.tally);
        if self.fill.is_some() || self.ring.is_some() || self.glyphs || self.patterns {
            let mut seats = encoding.unwrap_or_default();
            self.encode(&mut seats);
            sheet.seats = Some(seats);
        }
        if self.tally_order.is_some() || self.dash.is_some() {
            let mut form = tally.unwrap_or_default();
            form.order = self.tally_order.unwrap_or(form.order);
            form.dash = self.dash.unwrap_or(form.dash);
            sheet.tally = Some(form);
        }
        Ok(sheet)
    }

    /// This look in the style of a file: what a style file can say is said by that one alone.
    #[must_use]
    pub fn in_style(&self, style: String, sheet: StyleSheet) -> Self {
        Self {
            style: Some(style),
            sheet: Some(Box::new(sheet)),
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            source: self.source.clone(),
            proof: self.proof,
            ..Self::default()
        }
    }

    /// The style to change keys of: its own, else one based on the style that is named.
    ///
    /// # Errors
    /// Those of [`LookArguments::style_sheet`].
    pub fn style_to_change(&mut self) -> Result<&mut StyleSheet, DrawFault> {
        if self.sheet.is_none() {
            let sheet = if self.is_shipped() {
                let base = if self.dark {
                    "dark".to_owned()
                } else {
                    self.style.clone().unwrap_or(USUAL.to_owned())
                };
                StyleSheet { base: Some(base), ..StyleSheet::default() }
            } else {
                self.style_sheet()?
            };
            self.set.clear();
            self.sheet = Some(Box::new(sheet));
        }
        // From here on it is no longer what the name stands for.
        (self.style, self.dark) = (None, false);
        Ok(self.sheet.get_or_insert_default())
    }

    /// These, and where they say nothing those of `base`. A style named anew takes the place of the other with all
    /// that was changed of it.
    pub(super) fn over(self, base: Self) -> Self {
        let Self {
            preset,
            size,
            style,
            set,
            sheet,
            parts,
            show,
            hide,
            title,
            subtitle,
            source,
            credit,
            logo,
            transparent,
            dark,
            font,
            fill,
            ring,
            glyphs,
            patterns,
            tally_order,
            dash,
            proof,
        } = self;
        let keeps_style = style.is_none() && sheet.is_none() && !dark;
        Self {
            preset: preset.or(base.preset),
            size: size.or(base.size),
            style: style.or(base.style.filter(|_| keeps_style)),
            set: if keeps_style { base.set.into_iter().chain(set).collect() } else { set },
            sheet: sheet.or(base.sheet.filter(|_| keeps_style)),
            parts: or(parts, base.parts),
            show: or(show, base.show),
            hide: or(hide, base.hide),
            title: title.or(base.title),
            subtitle: subtitle.or(base.subtitle),
            source: source.or(base.source),
            credit: credit.or(base.credit),
            logo: logo.or(base.logo),
            transparent: transparent || base.transparent,
            dark: dark || base.dark && keeps_style,
            font: font.or(base.font),
            fill: fill.or(base.fill),
            ring: ring.or(base.ring),
            glyphs: glyphs || base.glyphs,
            patterns: patterns || base.patterns,
            tally_order: tally_order.or(base.tally_order),
            dash: dash.or(base.dash),
            proof: proof.or(base.proof),
        }
    }

    /// As typed, an argument each. A whole style is its base with every key that differs.
    #[must_use]
    pub fn arguments(&self) -> Vec<String> {
        let Self {
            preset,
            size,
            style,
            set,
            sheet,
            parts,
            show,
            hide,
            title,
            subtitle,
            source,
            credit,
            logo,
            transparent,
            dark,
            font,
            fill,
            ring,
            glyphs,
            patterns,
            tally_order,
            dash,
            proof,
        } = self;
        let mut typed = Typed(Vec::new());
        typed.choice("preset", preset.as_ref());
        typed.value("size", size.as_ref());
        if let (None, Some(sheet)) = (style, sheet) {
            typed.value("style", sheet.base.as_ref());
            typed.values("set", &sheet.settings());
        } else {
            typed.value("style", style.as_ref());
            typed.flag("dark", *dark);
        }
        typed.values("set", set);
        typed.choices("parts", parts);
        typed.choices("show", show);
        typed.choices("hide", hide);
        for (option, text) in
            [("title", title), ("subtitle", subtitle), ("source", source), ("credit", credit), ("font", font)]
        {
            typed.value(option, text.as_ref());
        }
        typed.value("logo", logo.as_ref().map(|path| path.display().to_string()).as_ref());
        typed.flag("transparent", *transparent);
        typed.choice("fill", fill.as_ref());
        typed.choice("ring", ring.as_ref());
        typed.flag("glyphs", *glyphs);
        typed.flag("patterns", *patterns);
        typed.choice("tally-order", tally_order.as_ref());
        typed.choice("dash", dash.as_ref());
        typed.choice("proof", proof.as_ref());
        typed.0
    }

    /// The files that are part of the look, fonts among them.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = self.logo.iter().cloned().collect();
        if let Some(sheet) = &self.sheet {
            files.extend(sheet.files());
        }
        files
    }

    pub(super) fn map_files(mut self, change: impl Fn(&Path) -> PathBuf) -> Self {
        self.logo = self.logo.map(|logo| change(&logo));
        self.sheet = self.sheet.map(|sheet| Box::new(sheet.map_files(change)));
        self
    }
}

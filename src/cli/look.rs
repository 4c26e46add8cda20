//! What can be typed about the look of a graphic, and the style and template that come of it.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, PictureSize};
use crate::chart::{
    Arrangement, Dash, Page, Part, Preset, Proof, SeatColour, Style, TallyOrder, Template, Vote,
};
use crate::lang::{Lang, Message};
use crate::model::Archive;
use crate::stylesheet::{StyleError, StyleSheet, complete, dressed, read_logo};

/// Page, parts, texts and style of a graphic.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Look")]
pub struct LookArguments {
    /// What the graphic is for
    #[arg(long, value_enum)]
    pub preset: Option<Preset>,
    /// Width and height in pixels, instead of the preset's
    #[arg(long, value_name = "WxH")]
    pub size: Option<PictureSize>,
    /// A style: default, dark, print, high-contrast, green-red, blue-orange, or a file such as house.toml
    #[arg(long, value_name = "NAME|FILE")]
    pub style: Option<String>,
    /// The parts to show, from the top, with commas between them
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    pub parts: Vec<Part>,
    /// A part to show besides those of the preset; may be repeated
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    pub show: Vec<Part>,
    /// A part to leave out; may be repeated
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    pub hide: Vec<Part>,
    /// A headline instead of the title in the file
    #[arg(long)]
    pub title: Option<String>,
    /// A line under the headline instead of chamber and date
    #[arg(long)]
    pub subtitle: Option<String>,
    /// A source instead of the one in the file
    #[arg(long)]
    pub source: Option<String>,
    /// Who made the graphic
    #[arg(long)]
    pub credit: Option<String>,
    /// A picture for the graphic: PNG, JPEG or SVG
    #[arg(long, value_name = "FILE")]
    pub logo: Option<PathBuf>,
    /// Draw no ground
    #[arg(long)]
    pub transparent: bool,
    /// Draw on dark: the same as --style dark
    #[arg(long, conflicts_with = "style")]
    pub dark: bool,
    /// A font that is installed, by the name of its family
    #[arg(long, value_name = "FAMILY")]
    pub font: Option<String>,
    /// What the fill of a seat shows
    #[arg(long, value_enum)]
    pub fill: Option<SeatColour>,
    /// What a ring around a seat shows
    #[arg(long, value_enum)]
    pub ring: Option<SeatColour>,
    /// Put a check, a cross or a dash on the seats of those who voted
    #[arg(long)]
    pub glyphs: bool,
    /// Which figure of the tally stands first
    #[arg(long, value_enum)]
    pub tally_order: Option<TallyOrder>,
    /// What stands between the figures of the tally
    #[arg(long, value_enum)]
    pub dash: Option<Dash>,
    /// Draw it as other eyes see it, or in grey
    #[arg(long, value_enum)]
    pub proof: Option<Proof>,
}

/// What the arguments come to.
pub(super) struct Look {
    pub(super) sheet: StyleSheet,
    pub(super) style: Style,
    pub(super) template: Template,
}

/// A fault of a style: wrong usage where a name is wrong, else a fault of a file.
#[allow(clippy::needless_pass_by_value, reason = "taken by `map_err`")]
pub(super) fn failure(error: StyleError) -> Failure {
    match error {
        StyleError::NoSuchStyle { .. } | StyleError::NoFont { .. } => Failure::usage(error.message()),
        _ => Failure::fault(error.message()),
    }
}

impl LookArguments {
    /// The style file that is asked for.
    pub(super) fn sheet(&self) -> Result<StyleSheet, Failure> {
        let name = self.style.as_deref().unwrap_or(if self.dark { "dark" } else { "default" });
        let mut sheet = StyleSheet::load(name).map_err(failure)?;
        if let Some(font) = &self.font {
            sheet.fonts.family = Some(font.clone());
            sheet.fonts.regular = None;
        }
        Ok(sheet)
    }

    /// Style and template.
    pub(super) fn look(&self, sheet: StyleSheet) -> Result<Look, Failure> {
        let mut style = sheet.style().map_err(failure)?;
        style.encoding.fill = self.fill.unwrap_or(style.encoding.fill);
        style.encoding.ring = self.ring.or(style.encoding.ring);
        style.encoding.glyphs |= self.glyphs;
        style.tally.order = self.tally_order.unwrap_or(style.tally.order);
        style.tally.dash = self.dash.unwrap_or(style.tally.dash);
        let template = self.template(&sheet)?;
        Ok(Look { sheet, style, template })
    }

    /// A line through the chamber where one is to be shown and none was asked for.
    pub(super) fn add_line(&self, seats: u32, arrangement: &mut Arrangement) {
        let is_wanted = self.show.contains(&Part::MajorityLine) || self.parts.contains(&Part::MajorityLine);
        let has_line = arrangement.layout.shape.has(crate::layout::LayoutOption::Line);
        if is_wanted && has_line && arrangement.lines.is_empty() && seats > 1 {
            arrangement.lines.push(seats / 2 + 1);
        }
    }

    fn template(&self, sheet: &StyleSheet) -> Result<Template, Failure> {
        let mut template = sheet.template(self.preset).map_err(failure)?;
        if let Some(size) = self.size {
            template.page = Page::pixels(f64::from(size.width), f64::from(size.height));
        }
        template.page.transparent |= self.transparent;
        if !self.parts.is_empty() {
            template.parts.clear();
            for &part in &self.parts {
                if !template.shows(part) {
                    template.parts.push(part);
                }
            }
        }
        self.show.iter().for_each(|&part| template.show(part));
        self.hide.iter().for_each(|&part| template.hide(part));
        let texts = &mut template.texts;
        for (text, given) in [
            (&mut texts.title, &self.title),
            (&mut texts.subtitle, &self.subtitle),
            (&mut texts.source, &self.source),
            (&mut texts.credit, &self.credit),
        ] {
            if given.is_some() {
                text.clone_from(given);
            }
        }
        if let Some(logo) = &self.logo {
            template.logo = Some(read_logo(logo).map_err(failure)?);
        }
        Ok(template)
    }
}

impl Look {
    /// Names and colours of parties as the style, the file and convention have them.
    pub(super) fn dress(&self, archive: &mut Archive) -> Result<(), Failure> {
        archive.parties = dressed(&archive.parties, &self.sheet.resolved().map_err(failure)?.party);
        Ok(())
    }

    /// The style with fonts for every character that will be drawn, and what to say where some have none.
    pub(super) fn completed(&self, vote: &Vote<'_>) -> (Style, Option<Message>) {
        let (typeface, missing) = complete(&self.style.typeface, &drawn(vote, &self.template));
        let note = (!missing.is_empty()).then(|| {
            let characters: String = missing.iter().take(12).collect();
            Message::new("cli-no-glyph").with("n", missing.len()).with("characters", characters)
        });
        (Style { typeface, ..self.style.clone() }, note)
    }
}

/// Everything of a vote that may be drawn as text.
fn drawn(vote: &Vote<'_>, template: &Template) -> String {
    let mut texts = vec![vote.title(), crate::chart::date_line(vote), vote.file.to_owned()];
    let given = &template.texts;
    texts
        .extend([&given.title, &given.subtitle, &given.source, &given.credit].into_iter().flatten().cloned());
    texts.extend(vote.roll_call.info().source.clone());
    texts.extend(crate::chart::outcome_sentence(vote));
    texts.extend(vote.roll_call.archive().parties.iter().map(|party| party.short.clone()));
    texts.extend(
        vote.summary
            .tally
            .occurring()
            .map(|(position, _)| crate::chart::position_name(vote.roll_call, position, vote.lang)),
    );
    let members = vote.roll_call.archive().members();
    let rebels = vote.summary.rebels.iter().filter_map(|rebel| members.get(rebel.member.0 as usize));
    if template.shows(Part::Rebels) {
        texts.extend(rebels.map(|member| member.name.clone()));
    }
    texts.join(" ")
}

/// Says on standard error what the one who draws should know.
pub(super) fn note_on_error(note: &Message, lang: Lang) {
    eprintln!("hemicycle: {}", note.text(lang));
}

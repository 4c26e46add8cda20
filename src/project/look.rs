//! The style and the template that the options come to.

use super::{DrawFault, LookArguments};
use crate::analyze::Summary;
use crate::chart::{Arrangement, Encoding, Page, Part, Style, Template, Vote};
use crate::lang::Message;
use crate::model::Archive;
use crate::stylesheet::{FontSheet, StyleSheet, complete, dressed, read_logo};

/// What the options come to.
pub(super) struct Look {
    pub(super) sheet: StyleSheet,
    pub(super) style: Style,
    pub(super) template: Template,
}

impl LookArguments {
    /// Style and template.
    pub(super) fn look(&self, sheet: StyleSheet) -> Result<Look, DrawFault> {
        let mut style = sheet.style()?;
        self.encode(&mut style.encoding);
        style.tally.order = self.tally_order.unwrap_or(style.tally.order);
        style.tally.dash = self.dash.unwrap_or(style.tally.dash);
        let template = self.template(&sheet)?;
        Ok(Look { sheet, style, template })
    }

    /// A line through the chamber where one is to be shown and none was asked for.
    pub(super) fn add_line(&self, summary: &Summary, arrangement: &mut Arrangement) {
        let seats = summary.seats;
        let is_asked = self.show.contains(&Part::MajorityLine) || self.parts.contains(&Part::MajorityLine);
        let is_wanted = is_asked || self.draws_majority_of(summary);
        let has_line = arrangement.layout.shape.has(crate::layout::LayoutOption::Line);
        if is_wanted && has_line && arrangement.lines.is_empty() && seats > 1 {
            // A rule that counts the whole chamber says where; one that counts those who voted does not.
            let needed = summary.seats_needed().filter(|&needed| needed > 0 && needed < seats);
            arrangement.lines.push(needed.unwrap_or(seats / 2 + 1));
        }
    }

    /// True for a composition, whose majority is drawn unless that is hidden.
    fn draws_majority_of(&self, summary: &Summary) -> bool {
        summary.composition.is_some() && !self.hide.contains(&Part::MajorityLine)
    }

    /// The template of one vote: a composition shows where its majority is.
    pub(super) fn template_of(&self, summary: &Summary, template: &Template) -> Template {
        let mut template = template.clone();
        if self.draws_majority_of(summary) && template.shows(Part::Chamber) {
            template.show(Part::MajorityLine);
        }
        template
    }

    pub(super) fn encode(&self, encoding: &mut Encoding) {
        encoding.fill = self.fill.unwrap_or(encoding.fill);
        encoding.ring = self.ring.or(encoding.ring);
        encoding.glyphs |= self.glyphs;
        encoding.patterns |= self.patterns;
    }

    /// Page and parts of these options in a style, and its colours; no file is read for it.
    ///
    /// # Errors
    /// A style whose base is not there.
    pub fn outline(&self) -> Result<(Template, Style), DrawFault> {
        let mut sheet = self.style_sheet()?.resolved()?;
        sheet.fonts = FontSheet::default();
        let mut style = sheet.style()?;
        self.encode(&mut style.encoding);
        style.tally.order = self.tally_order.unwrap_or(style.tally.order);
        style.tally.dash = self.dash.unwrap_or(style.tally.dash);
        Ok((self.shown(&sheet)?, style))
    }

    fn template(&self, sheet: &StyleSheet) -> Result<Template, DrawFault> {
        let mut template = self.shown(sheet)?;
        let sheet = sheet.resolved()?;
        template.logo = match (&self.logo, &sheet.logo) {
            (Some(logo), _) => Some(read_logo(logo)?),
            (None, Some(logo)) => Some(read_logo(&sheet.folder.join(logo))?),
            (None, None) => None,
        };
        Ok(template)
    }

    /// Page, parts and texts, without the picture.
    pub(super) fn shown(&self, sheet: &StyleSheet) -> Result<Template, DrawFault> {
        let sheet = StyleSheet { logo: None, ..sheet.resolved()? };
        let mut template = sheet.template(self.preset)?;
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
        Ok(template)
    }
}

impl Look {
    /// Names and colours of parties as the style, the file and convention have them.
    pub(super) fn dress(&self, archive: &mut Archive) -> Result<(), DrawFault> {
        archive.parties = dressed(&archive.parties, &self.sheet.resolved()?.party);
        Ok(())
    }

    /// The style with fonts for every character that will be drawn, and what to say where some have none here, or none
    /// that is the same on every machine.
    pub(super) fn completed(&self, vote: &Vote<'_>) -> (Style, Vec<Message>) {
        let completed = complete(&self.style.typeface, &drawn(vote, &self.template));
        let notes = completed.notes();
        (Style { typeface: completed.typeface, ..self.style.clone() }, notes)
    }
}

/// Everything of a vote that may be drawn as text.
fn drawn(vote: &Vote<'_>, template: &Template) -> String {
    let mut texts = vec![vote.title(), crate::chart::date_line(vote), vote.file.to_owned()];
    let given = &template.texts;
    texts
        .extend([&given.title, &given.subtitle, &given.source, &given.credit].into_iter().flatten().cloned());
    texts.extend(vote.roll_call.info().source.clone());
    texts.extend(crate::chart::result_line(vote));
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

//! The colours of positions and of parties, and whether every eye tells them apart.

use egui::{TextEdit, Ui};

use super::sections::choice;
use super::{Work, heading};
use crate::app::state::Commands;
use crate::app::theme::{colour, style};
use crate::app::{Command, Edit, GraphicCommand};
use crate::chart::{Proof, alike_colours, plain_position_name};
use crate::lang::Message;
use crate::model::{Position, Rgb};
use crate::stylesheet::PartySheet;

/// A colour of the palette: what it is called, what it is, and where it is put.
type Colour = (String, Rgb, fn(&mut crate::stylesheet::PaletteSheet) -> &mut Option<Rgb>);

pub(super) fn palette(ui: &mut Ui, work: &mut Work<'_>, commands: &mut Commands) {
    let lang = work.lang;
    heading(ui, lang, "look-colours");
    let position = |position| plain_position_name(position, lang);
    let look = &work.style;
    let colours: [Colour; 7] = [
        (position(Position::For), look.in_favour, |palette| &mut palette.in_favour),
        (position(Position::Against), look.against, |palette| &mut palette.against),
        (position(Position::Abstain), look.abstain, |palette| &mut palette.abstain),
        (position(Position::NotVoting), look.ring, |palette| &mut palette.ring),
        (position(Position::Unknown), look.unknown, |palette| &mut palette.unknown),
        (lang.text("colour-ground"), look.ground, |palette| &mut palette.ground),
        (lang.text("colour-ink"), look.ink, |palette| &mut palette.ink),
    ];
    for (name, before, place) in colours {
        if let Some(after) = row(ui, &name, before) {
            work.change_style(Edit::Run("colour"), |sheet| *place(&mut sheet.palette) = Some(after));
        }
    }
    options(ui, work);
    heading(ui, lang, "look-proof");
    let eyes = [
        (None, "proof-plain"),
        (Some(Proof::Protanopia), "proof-no-red"),
        (Some(Proof::Deuteranopia), "proof-no-green"),
        (Some(Proof::Tritanopia), "proof-no-blue"),
        (Some(Proof::Grey), "proof-in-grey"),
    ];
    let mut eye = work.state.graphic.proof;
    let eyes = eyes.map(|(eye, key)| (eye, lang.text(key)));
    if choice(ui, &lang.text("look-proof"), &mut eye, eyes) {
        commands.send(Command::Graphic(GraphicCommand::See(eye)));
    }
    if let Some(vote) = work.opened.vote(lang) {
        let warning = colour(style(ui.ctx()).against_text);
        for alike in alike_colours(&vote, &work.style) {
            ui.colored_label(warning, alike.message(&vote).text(lang));
        }
    }
}

/// The colours of named options, where the vote has any.
fn options(ui: &mut Ui, work: &mut Work<'_>) {
    let Some(roll_call) = work.opened.roll_call() else { return };
    let colours = work.style.options.clone();
    for (place, name) in roll_call.info().choices.iter().enumerate().take(colours.len()) {
        if let Some(after) = row(ui, name, colours[place]) {
            let mut colours = colours.clone();
            colours[place] = after;
            work.change_style(Edit::Run("colour"), |sheet| sheet.palette.options = colours);
        }
    }
}

/// Names and colours of the parties.
pub(super) fn parties(ui: &mut Ui, work: &mut Work<'_>) {
    let parties = &work.opened.reading().archive.parties;
    if parties.is_empty() {
        return;
    }
    heading(ui, work.lang, "look-parties");
    let sheet =
        work.options.look.style_sheet().ok().and_then(|sheet| sheet.resolved().ok()).unwrap_or_default();
    let dressed = crate::stylesheet::dressed(parties, &sheet.party);
    for (index, (own, party)) in parties.iter().zip(&dressed).enumerate() {
        let shown = work.style.party(Some((index, party)));
        ui.push_id(("party", index), |ui| {
            ui.horizontal(|ui| {
                let mut after = PartySheet {
                    name: party.name.clone(),
                    short: Some(party.short.clone()),
                    colour: party.colour,
                    also: vec![own.name.clone(), own.short.clone()],
                };
                after.also.retain(|name| *name != after.name && Some(name) != after.short.as_ref());
                after.also.dedup();
                let mut is_changed = false;
                if let Some(colour) = swatch(ui, &own.name, shown) {
                    after.colour = Some(colour);
                    is_changed = true;
                }
                let mut short = party.short.clone();
                let says = Message::new("look-party-name").with("party", &own.name).text(work.lang);
                let field = TextEdit::singleline(&mut short).desired_width(56.0);
                if ui.add(field).accessible_name(says).changed() {
                    after.short = Some(short).filter(|short| !short.trim().is_empty());
                    is_changed = true;
                }
                ui.add(egui::Label::new(egui::RichText::new(&party.name).weak()).truncate());
                if is_changed {
                    work.change_style(Edit::Run("party"), |sheet| take(sheet, own, after));
                }
            });
        });
    }
}

/// Puts what a style says of a party in the place of what it said before.
fn take(sheet: &mut crate::stylesheet::StyleSheet, own: &crate::model::Party, after: PartySheet) {
    match sheet.party.iter_mut().find(|known| known.is(own)) {
        Some(known) => *known = after,
        None => sheet.party.push(after),
    }
}

/// A colour with its name and its number; the colour it is changed to.
fn row(ui: &mut Ui, name: &str, before: Rgb) -> Option<Rgb> {
    ui.push_id(name, |ui| {
        ui.horizontal(|ui| {
            let after = swatch(ui, name, before);
            ui.label(name);
            after
        })
        .inner
    })
    .inner
}

/// A colour to pick, and its number to write.
/// A colour that can be picked or written; what it becomes where it changes.
pub(in crate::app) fn swatch(ui: &mut Ui, name: &str, before: Rgb) -> Option<Rgb> {
    let Rgb(red, green, blue) = before;
    let mut picked = [red, green, blue];
    let button = ui.color_edit_button_srgb(&mut picked).accessible_name(name);
    let mut after = button.changed().then_some(Rgb(picked[0], picked[1], picked[2]));
    // What is half written is no colour yet, and stays in the field until it is.
    let id = ui.scope_id().with("written");
    let mut written = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| before.to_string());
    let field = ui.add(TextEdit::singleline(&mut written).desired_width(76.0).char_limit(7));
    let field = field.accessible_name(format!("{name} #"));
    if field.changed() {
        after = written.parse().ok().or(after);
        ui.data_mut(|data| data.insert_temp(id, written));
    }
    if !field.has_focus() {
        ui.data_mut(|data| data.remove::<String>(id));
    }
    after.filter(|&after| after != before)
}

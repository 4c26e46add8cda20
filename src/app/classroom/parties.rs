//! The parties of a class: ready ones, or its own.

use egui::{Button, DragValue, Slider, TextEdit, Ui};

use super::super::look::swatch;
use super::super::theme::bold;
use super::Lesson;
use crate::classroom::{MockParty, ready_parties};
use crate::lang::{Lang, Message};
use crate::model::{Party, Rgb};

/// A new party, before it is given a colour.
const GREY: Rgb = Rgb(0x6B, 0x76, 0x82);

pub(super) fn show(ui: &mut Ui, lesson: &mut Lesson, lang: Lang) {
    ui.horizontal(|ui| {
        let label = ui.label(bold(lang.text("class-parties"), 13.0));
        if !lesson.has_own_parties {
            ui.add(Slider::new(&mut lesson.parties, 2..=6)).labelled_by(label.id);
        }
    });
    let own = ui.checkbox(&mut lesson.has_own_parties, lang.text("class-own-parties"));
    if own.changed() && lesson.has_own_parties && lesson.own_parties.is_empty() {
        // What is there already is quicker to change than to write.
        lesson.own_parties = ready_parties(lesson.parties, lang);
    }
    if !lesson.has_own_parties {
        return;
    }
    let mut removed = None;
    for (place, own) in lesson.own_parties.iter_mut().enumerate() {
        ui.push_id(("own party", place), |ui| {
            if !row(ui, place, own, lang) {
                removed = Some(place);
            }
        });
    }
    if let Some(place) = removed {
        lesson.own_parties.remove(place);
    }
    if ui.button(lang.text("class-party-more")).clicked() {
        let party = Party { colour: Some(GREY), ..Party::default() };
        lesson.own_parties.push(MockParty { party, share: 1 });
    }
}

/// A party in two lines; false where it is to go.
fn row(ui: &mut Ui, place: usize, own: &mut MockParty, lang: Lang) -> bool {
    let mut stays = true;
    let name = |key| Message::new(key).with("n", place + 1).text(lang);
    ui.add_space(4.0);
    let width = ui.available_width();
    ui.horizontal(|ui| {
        let MockParty { party, .. } = &mut *own;
        let short = TextEdit::singleline(&mut party.short).hint_text(lang.text("class-party-short"));
        ui.add(short.desired_width(64.0)).accessible_name(name("class-party-short-n"));
        let hint = lang.text("class-party-name");
        let field = TextEdit::singleline(&mut party.name).hint_text(hint);
        ui.add(field.desired_width(width - 96.0)).accessible_name(name("class-party-name-n"));
    });
    ui.horizontal(|ui| {
        let colour = swatch(ui, &name("class-party-colour-n"), own.party.colour.unwrap_or(GREY));
        own.party.colour = colour.or(own.party.colour);
        let label = ui.label(lang.text("class-party-share"));
        label.clone().on_hover_text(lang.text("class-party-share-hint"));
        let share = ui.add(DragValue::new(&mut own.share).range(0..=10_000));
        share.accessible_name(name("class-party-share-n")).on_hover_text(lang.text("class-party-share-hint"));
        let remove = ui.add(Button::new("×").small()).on_hover_text(name("class-party-remove-n"));
        remove.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name("class-party-remove-n"))
        });
        stays = !remove.clicked();
    });
    stays
}

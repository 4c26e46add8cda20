//! The page on which a lesson is made ready.

use egui::{Button, DragValue, Grid, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::super::state::{Commands, State};
use super::super::theme::{bold, colour, style};
use super::super::{Command, calling};
use super::{Lesson, parties};
use crate::classroom::{DealError, MockParliament, SecretCount};
use crate::export::Voting;
use crate::lang::{Lang, Message};

/// The least and the greatest width of a column.
const COLUMN: (f32, f32) = (260.0, 320.0);
/// Between two columns.
const BETWEEN: f32 = 32.0;

pub(super) fn show(ui: &mut Ui, state: &State, lesson: &mut Lesson, commands: &mut Commands) {
    let lang = state.lang;
    let dealt = lesson.deal(lang);
    let spacing = 2.0 * ui.spacing().item_spacing.x;
    let width = ((ui.available_width() - 2.0 * (BETWEEN + spacing)) / 3.0).clamp(COLUMN.0, COLUMN.1);
    ScrollArea::both().id_salt("classroom").auto_shrink([false, false]).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(bold(lang.text("class-title"), 24.0));
            ui.add_space(16.0);
            if ui.button(lang.text("class-close")).clicked() {
                lesson.is_open = false;
            }
        });
        ui.label(RichText::new(lang.text("class-text")).weak());
        ui.add_space(12.0);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                fields(ui, lesson, lang, commands);
            });
            ui.add_space(BETWEEN);
            ui.vertical(|ui| {
                ui.set_width(width);
                seats(ui, &dealt, lesson, lang, commands);
            });
            ui.add_space(BETWEEN);
            ui.vertical(|ui| {
                ui.set_width(width);
                guesses(ui, state, lesson);
            });
        });
    });
}

fn fields(ui: &mut Ui, lesson: &mut Lesson, lang: Lang, commands: &mut Commands) {
    let width = ui.available_width();
    let label = ui.label(bold(lang.text("class-question"), 13.0));
    ui.add(TextEdit::singleline(&mut lesson.question).desired_width(width)).labelled_by(label.id);
    ui.add_space(8.0);
    let label = ui.label(bold(lang.text("class-pupils"), 13.0));
    let pupils = TextEdit::multiline(&mut lesson.pupils)
        .desired_width(width)
        .desired_rows(if lesson.has_own_parties { 8 } else { 14 });
    let height = if lesson.has_own_parties { 150.0 } else { 260.0 };
    ScrollArea::vertical().id_salt("pupils").max_height(height).show(ui, |ui| {
        ui.add(pupils).labelled_by(label.id);
    });
    ui.add_space(8.0);
    parties::show(ui, lesson, lang);
    ui.add_space(8.0);
    Grid::new("class-numbers").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        let label = ui.label(lang.text("class-vacant"));
        ui.add(DragValue::new(&mut lesson.vacant).range(0..=500)).labelled_by(label.id);
        ui.end_row();
        let label = ui.label(lang.text("class-seed"));
        let seed = ui.add(DragValue::new(&mut lesson.seed).range(0..=u64::MAX)).labelled_by(label.id);
        seed.on_hover_text(lang.text("class-seed-hint"));
        ui.end_row();
    });
    let mut is_secret = lesson.voting == Voting::Secret;
    if ui.checkbox(&mut is_secret, lang.text("class-secret")).changed() {
        lesson.voting = if is_secret { Voting::Secret } else { Voting::Open };
    }
    if is_secret {
        ui.label(RichText::new(lang.text("class-secret-text")).weak().size(11.5));
        papers(ui, lesson, lang, commands);
    }
}

/// The papers of a secret ballot, and the button that opens them as the vote.
fn papers(ui: &mut Ui, lesson: &mut Lesson, lang: Lang, commands: &mut Commands) {
    ui.horizontal(|ui| {
        let SecretCount { in_favour, against, abstain } = &mut lesson.papers;
        for (key, count) in
            [("position-for", in_favour), ("position-against", against), ("position-abstain", abstain)]
        {
            let label = ui.label(lang.text(key));
            ui.add(DragValue::new(count).range(0..=10_000)).labelled_by(label.id);
        }
    });
    let is_counted = lesson.papers != SecretCount::default();
    if ui.add_enabled(is_counted, Button::new(lang.text("class-papers"))).clicked() {
        commands.send(Command::OpenPapers);
    }
}

/// Who sits where, drawn again by a button.
fn seats(
    ui: &mut Ui,
    dealt: &Result<MockParliament, DealError>,
    lesson: &mut Lesson,
    lang: Lang,
    commands: &mut Commands,
) {
    ui.label(bold(lang.text("class-seats"), 13.0));
    let parliament = match dealt {
        Ok(parliament) => parliament,
        Err(error) => {
            ui.label(RichText::new(error.message().text(lang)).weak());
            return;
        }
    };
    ui.horizontal(|ui| {
        if ui.button(lang.text("class-draw")).clicked() {
            lesson.seed = lesson.seed.wrapping_add(1);
        }
        if ui.button(lang.text("class-call")).clicked() {
            let (name, title) = (lang.text("class-title"), lesson.question.clone());
            let call = calling::MockCall { roster: parliament.roster(), name, title };
            commands.send(Command::Calling(calling::Command::SetUpClass(Box::new(call))));
        }
        if ui.button(lang.text("class-save")).on_hover_text(lang.text("class-save-hint")).clicked() {
            commands.send(Command::LessonDialog);
        }
    });
    ui.add_space(6.0);
    let tokens = style(ui.ctx());
    ScrollArea::vertical().id_salt("class-seats").max_height(420.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let mut party_before = None;
        for seat in &parliament.seats {
            let party = parliament.parties.get(seat.party);
            if party_before != Some(seat.party) {
                party_before = Some(seat.party);
                let count = parliament.seats.iter().filter(|other| other.party == seat.party).count();
                let fill = colour(tokens.party(party.map(|party| (seat.party, party))));
                ui.add_space(6.0);
                ui.horizontal(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), egui::Sense::hover());
                    ui.painter().circle_filled(rect.center(), 5.0, fill);
                    let name = party.map_or("", |party| party.name.as_str());
                    ui.label(bold(format!("{name} {count}"), 13.0));
                });
            }
            ui.label(format!("{}  {}", seat.number, seat.pupil));
        }
        if parliament.vacant > 0 {
            let vacant = Message::new("status-vacant").with("n", parliament.vacant).text(lang);
            ui.add_space(6.0);
            ui.weak(vacant);
        }
    });
}

/// What each group expects, and the button that tells who was nearest to the vote that is open.
fn guesses(ui: &mut Ui, state: &State, lesson: &mut Lesson) {
    let lang = state.lang;
    ui.label(bold(lang.text("guesses-title"), 13.0));
    ui.label(RichText::new(lang.text("class-guess-text")).weak());
    ui.add_space(6.0);
    for (place, row) in lesson.guesses.iter_mut().enumerate() {
        let is_wrong = !row[1].trim().is_empty() && Lesson::guess(row).is_none();
        let [group, figures] = row;
        ui.horizontal(|ui| {
            let name = |key| Message::new(key).with("n", place + 1).text(lang);
            let hint = lang.text("guesses-group");
            ui.add(TextEdit::singleline(group).hint_text(hint).desired_width(150.0))
                .accessible_name(name("class-group-n"));
            ui.add(TextEdit::singleline(figures).hint_text("14-9-2").desired_width(90.0))
                .accessible_name(name("class-guess-n"));
        });
        if is_wrong {
            let fault = RichText::new(lang.text("class-guess-fault")).size(11.5);
            ui.colored_label(colour(style(ui.ctx()).against_text), fault);
        }
    }
    if ui.button(lang.text("class-more")).clicked() {
        lesson.guesses.push(<[String; 2]>::default());
    }
    ui.add_space(12.0);
    let has_guess = lesson.guesses.iter().any(|row| Lesson::guess(row).is_some());
    let has_vote = state.opened.is_some();
    let tokens = style(ui.ctx());
    let text = bold(lang.text("class-reveal"), 14.0).color(colour(tokens.ground));
    let reveal = Button::new(text).fill(colour(tokens.ink)).min_size(vec2(160.0, 34.0));
    if ui.add_enabled(has_guess && has_vote, reveal).clicked() {
        lesson.is_revealed = true;
    }
    if !has_vote {
        ui.label(RichText::new(lang.text("class-no-vote")).weak().size(11.5));
    }
}

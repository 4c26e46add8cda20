//! The page on which a roll call is prepared: who is called on the left, what and how on the right.

use egui::{Align, Button, ComboBox, Grid, Layout, ScrollArea, TextEdit, Ui, vec2};

use super::answers::{part, reply_key};
use super::command::{Command, GO};
use super::keys::Reply;
use super::page::with_key;
use super::setup::{OrderChoice, RosterSource, Setup};
use crate::app::Command as WindowCommand;
use crate::app::state::Commands;
use crate::app::theme::{bold, colour, style};
use crate::chart::{preset_name, rule_line, rule_particulars, rule_terms};
use crate::lang::{Lang, Message};
use crate::model::{MajorityRule, Preset};

const WIDEST: f32 = 1080.0;
const FIELD: f32 = 300.0;

pub(super) fn show(ui: &mut Ui, setup: &mut Setup, has_vote: bool, lang: Lang, commands: &mut Commands) {
    let area = ui.available_rect_before_wrap();
    let width = (area.width() - 64.0).min(WIDEST);
    let left = area.center().x - width / 2.0;
    let inner =
        egui::Rect::from_min_size(egui::pos2(left, area.top() + 20.0), vec2(width, area.height() - 28.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
        ui.label(bold(lang.text("calling-title"), 24.0));
        ui.label(egui::RichText::new(lang.text("calling-text")).size(13.0).weak());
        ui.add_space(10.0);
        let foot = 64.0;
        let height = (ui.available_height() - foot).max(120.0);
        ui.allocate_ui(vec2(width, height), |ui| {
            ui.set_min_height(height);
            ui.columns(2, |columns| {
                who(&mut columns[0], setup, has_vote, lang, commands);
                ScrollArea::vertical().id_salt("how").auto_shrink([false, false]).show(
                    &mut columns[1],
                    |ui| {
                        // Columns would spread texts over their width.
                        ui.with_layout(Layout::top_down(Align::Min), |ui| how(ui, setup, lang, commands));
                    },
                );
            });
        });
        foot_line(ui, setup, lang, commands);
    });
}

fn send(commands: &mut Commands, command: Command) {
    commands.send(WindowCommand::Calling(command));
}

/// The roster, and the order in which it is called.
fn who(ui: &mut Ui, setup: &mut Setup, has_vote: bool, lang: Lang, commands: &mut Commands) {
    part(ui, lang.text("calling-roster"));
    ui.horizontal_wrapped(|ui| {
        let is_file = matches!(setup.source, RosterSource::File(_));
        if ui.selectable_label(is_file, lang.text("calling-from-file")).clicked() {
            send(commands, Command::RosterDialog);
        }
        let is_vote = setup.source == RosterSource::Vote;
        let vote = Button::selectable(is_vote, lang.text("calling-from-vote"));
        if ui.add_enabled(has_vote, vote).clicked() {
            send(commands, Command::RosterOfVote);
        }
        let is_text = setup.source == RosterSource::Text;
        if ui.selectable_label(is_text, lang.text("calling-from-text")).clicked() {
            send(commands, Command::RosterOfText);
        }
        if setup.is_waiting {
            ui.spinner();
        }
    });
    if let RosterSource::File(name) = &setup.source {
        ui.weak(name);
    }
    if setup.source == RosterSource::Text {
        let hint = lang.text("calling-names-hint");
        ScrollArea::vertical().id_salt("names").max_height(160.0).show(ui, |ui| {
            let field = TextEdit::multiline(&mut setup.text)
                .hint_text(hint)
                .desired_rows(7)
                .desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(lang.text("calling-names"));
            // While a file is read, the names are not to be typed.
            let is_first = setup.text.is_empty() && !setup.is_waiting;
            if is_first && std::mem::take(&mut setup.wants_focus) {
                response.request_focus();
            }
            if response.changed() {
                setup.take_text();
            }
        });
    }
    ui.add_space(4.0);
    ui.label(bold(setup.roster_line(lang), 15.0));
    ui.add_space(8.0);
    order(ui, setup, lang, commands);
    ui.add_space(4.0);
    preview(ui, setup);
}

fn order(ui: &mut Ui, setup: &mut Setup, lang: Lang, commands: &mut Commands) {
    let name = |order: OrderChoice| {
        lang.text(match order {
            OrderChoice::Group => "calling-order-group",
            OrderChoice::Drawn => "calling-order-drawn",
            OrderChoice::Name => "calling-order-name",
            OrderChoice::Seat => "calling-order-seat",
            OrderChoice::File => "calling-order-file",
        })
    };
    part(ui, lang.text("calling-order"));
    ui.horizontal(|ui| {
        let mut chosen = setup.order;
        let combo =
            ComboBox::from_id_salt("order").width(260.0).selected_text(name(chosen)).show_ui(ui, |ui| {
                for order in OrderChoice::ALL {
                    ui.selectable_value(&mut chosen, order, name(order));
                }
            });
        combo.response.accessible_name(lang.text("calling-order"));
        setup.order = chosen;
        if chosen == OrderChoice::Drawn {
            let field = TextEdit::singleline(&mut setup.letter)
                .desired_width(26.0)
                .char_limit(1)
                .align(egui::Align2::CENTER_CENTER);
            ui.add(field).accessible_name(lang.text("calling-letter"));
            if ui.button(lang.text("calling-draw")).clicked() {
                send(commands, Command::DrawLetter);
            }
        }
    });
}

/// The members as they will be called.
fn preview(ui: &mut Ui, setup: &mut Setup) {
    let places = setup.in_order().to_vec();
    let height = 18.0;
    ScrollArea::vertical().id_salt("in order").auto_shrink([false, false]).show_rows(
        ui,
        height,
        places.len(),
        |ui, rows| {
            for index in rows {
                let Some(member) = places.get(index).and_then(|&place| setup.roster.members.get(place))
                else {
                    continue;
                };
                let party = member.party.and_then(|party| setup.roster.parties.get(usize::from(party.0)));
                ui.horizontal(|ui| {
                    ui.set_height(height);
                    ui.add_sized(
                        vec2(36.0, height),
                        egui::Label::new(egui::RichText::new((index + 1).to_string()).weak()),
                    );
                    ui.label(&member.name);
                    if let Some(party) = party {
                        ui.weak(&party.short);
                    }
                });
            }
        },
    );
}

/// The question, the rule, what members may do, keys, the journal.
fn how(ui: &mut Ui, setup: &mut Setup, lang: Lang, commands: &mut Commands) {
    part(ui, lang.text("calling-question"));
    let question = [
        ("calling-question-title", &mut setup.title),
        ("calling-question-chamber", &mut setup.chamber),
        ("calling-question-number", &mut setup.number),
    ];
    Grid::new("question").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        for (key, text) in question {
            let label = ui.label(lang.text(key));
            let response = ui.add(TextEdit::singleline(text).desired_width(FIELD)).labelled_by(label.id);
            if !setup.is_waiting && std::mem::take(&mut setup.wants_focus) {
                response.request_focus();
            }
            ui.end_row();
        }
    });
    ui.add_space(10.0);
    part(ui, lang.text("majority-rule"));
    rule(ui, setup, lang);
    ui.add_space(10.0);
    part(ui, lang.text("calling-conduct"));
    ui.horizontal(|ui| {
        let label = ui.label(lang.text("calling-proxies"));
        ui.add(egui::DragValue::new(&mut setup.conduct.proxies).range(0..=20)).labelled_by(label.id);
    });
    ui.checkbox(&mut setup.conduct.chair_votes, lang.text("calling-chair-votes"));
    ui.checkbox(&mut setup.conduct.second_call, lang.text("calling-calls-twice"));
    ui.add_space(10.0);
    part(ui, lang.text("calling-keys"));
    ui.horizontal_wrapped(|ui| {
        for (reply, text) in Reply::ALL.into_iter().zip(&mut setup.keys) {
            let name = lang.text(reply_key(reply));
            ui.label(&name);
            let label = Message::new("calling-key-of").with("answer", &name).text(lang);
            let field = TextEdit::singleline(text).desired_width(26.0).char_limit(1);
            ui.add(field.align(egui::Align2::CENTER_CENTER)).accessible_name(label);
        }
    });
    if setup.chosen_keys().is_none() {
        ui.colored_label(colour(style(ui.ctx()).against_text), lang.text("calling-keys-alike"));
    }
    ui.add_space(10.0);
    part(ui, lang.text("calling-journal"));
    ui.horizontal(|ui| {
        let path = setup.journal_path().map(|path| path.display().to_string()).unwrap_or_default();
        let mut text = setup.journal.clone().unwrap_or(path);
        let field = TextEdit::singleline(&mut text).desired_width((ui.available_width() - 96.0).max(120.0));
        if ui.add(field).accessible_name(lang.text("calling-journal")).changed() {
            setup.journal = Some(text);
        }
        if ui.button(lang.text("calling-choose")).clicked() {
            send(commands, Command::JournalDialog);
        }
    });
    ui.label(egui::RichText::new(lang.text("calling-journal-text")).size(12.0).weak());
}

fn rule(ui: &mut Ui, setup: &mut Setup, lang: Lang) {
    let shown = match setup.rule.preset {
        Some(preset) => preset_name(preset, lang),
        None => rule_terms(setup.rule, lang),
    };
    let mut chosen = setup.rule;
    let combo = ComboBox::from_id_salt("call rule").width(340.0).height(380.0).selected_text(shown).show_ui(
        ui,
        |ui| {
            for preset in Preset::ALL {
                ui.selectable_value(&mut chosen, preset.rule(), preset_name(preset, lang));
            }
        },
    );
    combo.response.accessible_name(lang.text("majority-rule"));
    if chosen != setup.rule {
        setup.rule = chosen;
        setup.rule_text.clear();
    }
    ui.horizontal(|ui| {
        let label = ui.label(lang.text("majority-own"));
        let field =
            TextEdit::singleline(&mut setup.rule_text).hint_text(">1/2 of members").desired_width(200.0);
        if ui.add(field).labelled_by(label.id).changed()
            && let Ok(rule) = setup.rule_text.parse::<MajorityRule>()
        {
            setup.rule = rule;
        }
    });
    let mut terms = vec![rule_line(setup.rule, lang)];
    terms.extend(rule_particulars(setup.rule, lang));
    ui.label(egui::RichText::new(terms.join("; ")).size(12.0).weak());
}

/// What is missing, and the way on.
fn foot_line(ui: &mut Ui, setup: &Setup, lang: Lang, commands: &mut Commands) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let text = bold(with_key(ui, "calling-start", GO, lang), 14.0);
        let tokens = style(ui.ctx());
        let start = Button::new(text.color(colour(tokens.ground))).fill(colour(tokens.ink));
        if ui.add(start.min_size(vec2(190.0, 36.0))).clicked() {
            send(commands, Command::Start);
        }
        if ui.button(lang.text("calling-resume")).clicked() {
            send(commands, Command::ResumeDialog);
        }
        if ui.button(lang.text("button-cancel")).clicked() {
            send(commands, Command::Leave);
        }
        if let Some(fault) = &setup.fault {
            let ink = colour(tokens.against_text);
            ui.add(egui::Label::new(bold(fault.text(lang), 13.0).color(ink)).wrap());
        }
    });
}

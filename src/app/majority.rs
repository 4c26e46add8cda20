//! The section about the rule: which one decides, where it stands, and what it makes of this vote.

use egui::{ComboBox, Grid, ScrollArea, TextEdit, Ui};

use super::Command;
use super::opened::Opened;
use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use crate::chart::{
    majority_sentence, preset_name, rule_line, rule_particulars, rule_terms, stated_words, verdict_name,
    votes,
};
use crate::lang::{Lang, Message};
use crate::model::{MajorityRule, Margin, Outcome, Preset, RuleOrigin};

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    if let Some(composition) = &opened.summary.composition {
        ui.label(bold(majority_sentence(composition, lang), 13.0));
        ui.add_space(8.0);
        own_rule(ui, state, commands);
        return;
    }
    if !opened.summary.has_sides() {
        ui.label(lang.text("majority-none"));
        return;
    }
    ScrollArea::vertical().id_salt("majority").auto_shrink([false, false]).show(ui, |ui| {
        heading(ui, lang, "majority-rule");
        let counted = opened.summary.judgement.counted;
        chooser(ui, counted.map(|outcome| outcome.rule), state, commands);
        ui.add_space(4.0);
        own_rule(ui, state, commands);
        ui.add_space(12.0);
        let is_untold = state.playback.as_ref().is_some_and(|playback| !playback.is_told());
        if !is_untold {
            let words = opened.roll_call().and_then(|roll_call| stated_words(roll_call, lang));
            if let Some(words) = words {
                ui.label(words);
                ui.add_space(8.0);
            }
        }
        let Some(outcome) = &counted else {
            if opened.summary.judgement.origin == RuleOrigin::Open {
                ui.label(lang.text("result-open"));
            }
            return;
        };
        ui.label(rule_line(outcome.rule, lang));
        for particular in rule_particulars(outcome.rule, lang) {
            ui.label(particular);
        }
        if let Some(preset) = outcome.rule.preset.filter(|preset| *preset != Preset::MoreForThanAgainst) {
            let source = Message::new("majority-source").with("source", preset.source());
            ui.label(egui::RichText::new(source.text(lang)).weak().size(11.0));
        }
        ui.add_space(16.0);
        if is_untold {
            ui.weak(lang.text("replay-untold"));
        } else {
            figures(ui, outcome, lang);
        }
    });
}

fn heading(ui: &mut Ui, lang: Lang, key: &str) {
    ui.add_space(4.0);
    ui.label(bold(lang.text(key), 12.0));
}

fn chooser(ui: &mut Ui, judged_by: Option<MajorityRule>, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    let shown = match state.rule.and(judged_by) {
        None => lang.text("majority-of-file"),
        Some(rule) => rule.preset.map_or_else(|| rule_terms(rule, lang), |preset| preset_name(preset, lang)),
    };
    let mut chosen = state.rule;
    let combo =
        ComboBox::from_id_salt("rule").width(280.0).height(420.0).selected_text(shown).show_ui(ui, |ui| {
            ui.selectable_value(&mut chosen, None, lang.text("majority-of-file"));
            for preset in Preset::ALL {
                ui.selectable_value(&mut chosen, Some(preset.rule()), preset_name(preset, lang));
            }
        });
    combo.response.accessible_name(lang.text("majority-rule"));
    if chosen != state.rule {
        commands.send(Command::Judge(chosen));
    }
}

/// A rule typed in; it is applied as soon as it is one.
fn own_rule(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let lang = state.lang;
    ui.label(lang.text("majority-own"));
    let mut text = state.rule_text.clone();
    let field = TextEdit::singleline(&mut text).hint_text(">1/2 of members").desired_width(280.0);
    let response = ui.add(field).accessible_name(lang.text("majority-own"));
    if response.changed() {
        commands.send(Command::WriteRule(text.clone()));
    }
    if !text.trim().is_empty() && text.parse::<MajorityRule>().is_err() {
        let names: Vec<&str> = Preset::ALL.into_iter().map(Preset::key).collect();
        let fault = Message::new("error-rule").with("text", text.trim()).with("names", names.join(", "));
        ui.colored_label(colour(style(ui.ctx()).against_text), fault.text(lang));
    }
}

fn figures(ui: &mut Ui, outcome: &Outcome, lang: Lang) {
    let margin = match outcome.margin() {
        Margin::Over(more) => Message::new("margin-over").with("n", votes(lang, more)),
        Margin::Short(short) => Message::new("margin-short").with("n", votes(lang, short)),
    };
    let mut rows = vec![
        ("majority-needed", votes(lang, outcome.needed)),
        ("majority-got", votes(lang, outcome.got)),
        ("majority-margin", margin.text(lang)),
    ];
    if let Some(switches) = outcome.switches_to_flip {
        rows.push(("majority-switches", votes(lang, switches)));
    }
    if let Some(quorum) = outcome.quorum {
        let text = Message::new("majority-quorum-of")
            .with("needed", quorum.needed)
            .with("present", quorum.present)
            .text(lang);
        rows.push(("majority-quorum", text));
    }
    ui.label(bold(verdict_name(outcome.verdict, lang), 20.0));
    ui.add_space(4.0);
    Grid::new("majority-figures").num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
        for (key, value) in rows {
            ui.label(lang.text(key));
            ui.label(bold(value, 13.0));
            ui.end_row();
        }
    });
}

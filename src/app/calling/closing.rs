//! The page of a closed vote: the result, the officers who sign, what is filed.

use egui::{Button, Ui, vec2};

use super::answers::{answer_name, part};
use super::clock::local_time;
use super::command::{Command, Document, GO, SAVE};
use super::dialogs::entered;
use super::look::Look;
use super::page::with_key;
use super::scribe::Deed;
use super::sitting::Sitting;
use crate::app::Command as WindowCommand;
use crate::app::state::Commands;
use crate::app::theme::{bold, colour};
use crate::chart::{result_sentence, verdict_name};
use crate::lang::{Lang, Message};
use crate::model::{Position, Tie, Verdict};
use crate::record::Event;

pub(super) fn show(ui: &mut Ui, sitting: &mut Sitting, look: &Look, lang: Lang, commands: &mut Commands) {
    let outcome = sitting.call.outcome();
    let (fill, _) = look.verdict(outcome.verdict);
    ui.add_space(look.size(4.0));
    let response = ui.label(bold(verdict_name(outcome.verdict, lang), look.size(56.0)).color(colour(fill)));
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Heading, true, verdict_name(outcome.verdict, lang))
    });
    ui.label(egui::RichText::new(result_sentence(&outcome, lang)).size(look.size(15.0)));
    if let Some(position) = sitting.call.casting_vote() {
        let answer = answer_name(Some(position), lang);
        ui.label(bold(Message::new("calling-chair-voted").with("answer", answer).text(lang), 13.0));
    } else if outcome.verdict == Verdict::Tied && outcome.rule.tie == Tie::Chair {
        casting_vote(ui, lang, commands);
    }
    let differences = sitting.call.differences().len();
    if differences > 0 {
        let text = Message::new("calling-num-differences").with("n", differences).text(lang);
        ui.colored_label(colour(look.style.against_text), text);
    }
    ui.add_space(look.size(8.0));
    signatures(ui, sitting, lang, commands);
    ui.add_space(look.size(8.0));
    filing(ui, sitting, look, lang, commands);
    ui.add_space(look.size(6.0));
}

fn casting_vote(ui: &mut Ui, lang: Lang, commands: &mut Commands) {
    ui.horizontal(|ui| {
        ui.label(bold(lang.text("calling-casting"), 13.0));
        for position in [Position::For, Position::Against] {
            if ui.button(answer_name(Some(position), lang)).clicked() {
                let deed = Deed::Event(Event::CastingVote { position });
                commands.send(WindowCommand::Calling(Command::Record(deed)));
            }
        }
    });
}

fn signatures(ui: &mut Ui, sitting: &mut Sitting, lang: Lang, commands: &mut Commands) {
    part(ui, lang.text("calling-signatures"));
    for signed in sitting.call.signatures() {
        let text = Message::new("calling-signed")
            .with("name", &signed.name)
            .with("office", &signed.office)
            .with("time", local_time(signed.time));
        ui.label(text.text(lang));
    }
    ui.horizontal_wrapped(|ui| {
        for (key, text) in
            [("calling-officer", &mut sitting.officer), ("calling-office", &mut sitting.office)]
        {
            let field = egui::TextEdit::singleline(text).hint_text(lang.text(key)).desired_width(200.0);
            let response = ui.add(field).accessible_name(lang.text(key));
            if std::mem::take(&mut sitting.wants_officer) {
                response.request_focus();
            }
        }
        let is_whole = !sitting.officer.trim().is_empty() && !sitting.office.trim().is_empty();
        let sign = ui.add_enabled(is_whole, Button::new(lang.text("calling-sign")));
        if is_whole && (sign.clicked() || entered(ui)) {
            let name = std::mem::take(&mut sitting.officer).trim().to_owned();
            let office = std::mem::take(&mut sitting.office).trim().to_owned();
            let deed = Deed::Event(Event::Signed { name, office });
            commands.send(WindowCommand::Calling(Command::Record(deed)));
        }
    });
    if sitting.call.signatures().is_empty() {
        ui.label(egui::RichText::new(lang.text("calling-sign-text")).weak().size(12.0));
    }
}

fn filing(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang, commands: &mut Commands) {
    part(ui, lang.text("calling-file"));
    ui.horizontal_wrapped(|ui| {
        let all = bold(with_key(ui, "calling-save-all", SAVE, lang), 13.0).color(colour(look.style.ground));
        let all = Button::new(all).fill(colour(look.style.ink)).min_size(vec2(120.0, 30.0));
        if ui.add(all).clicked() {
            commands.send(WindowCommand::Calling(Command::SaveAll));
        }
        if ui.button(with_key(ui, "calling-open-vote", GO, lang)).clicked() {
            commands.send(WindowCommand::Calling(Command::OpenAsVote));
        }
        for document in Document::ALL {
            let key = match document {
                Document::Csv => "calling-save-csv",
                Document::Minutes => "calling-save-minutes",
                Document::Paper => "calling-save-paper",
                Document::Graphic => "calling-save-graphic",
            };
            if ui.button(lang.text(key)).clicked() {
                commands.send(WindowCommand::Calling(Command::SaveDialog(document)));
            }
        }
    });
    let chain = Message::new("minutes-chain")
        .with("lines", sitting.call.log().len().to_string())
        .with("chain", sitting.chain.to_string());
    ui.add(egui::Label::new(egui::RichText::new(chain.text(lang)).size(11.0).weak()).truncate());
}

//! What lies over the calling page: find a name, correct an answer, compare two counts, close the vote, move the
//! journal. Enter agrees, Escape goes back.

use egui::{Button, Id, Key, Modal, ScrollArea, TextEdit, Ui};

use super::answers::{answer_name, reply_key};
use super::command::Command;
use super::dialog::Dialog;
use super::keys::{Keys, Reply};
use super::members;
use super::scribe::Deed;
use super::sitting::Sitting;
use crate::app::Command as WindowCommand;
use crate::app::state::Commands;
use crate::app::theme::bold;
use crate::lang::{Lang, Message};
use crate::model::Position;
use crate::record::{Clerk, Event, MemberNumber};

const WIDTH: f32 = 460.0;
/// Names listed at most.
pub(super) const LISTED: usize = 10;

/// What a dialog leads to.
pub(super) enum Answer {
    /// It stays open.
    Stay,
    /// It goes, and nothing happens.
    Back,
    /// This happens. The dialog goes once it can.
    Do(Command),
}

/// Draws the dialog that is open.
pub(super) fn show(ui: &Ui, sitting: &mut Sitting, keys: Keys, lang: Lang, commands: &mut Commands) {
    let Some(mut dialog) = sitting.dialog.take() else { return };
    let frame = egui::Frame::popup(ui.style()).inner_margin(20).corner_radius(10);
    let mut answer = Answer::Stay;
    let modal = Modal::new(Id::unique("calling dialog")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        answer = contents(ui, &mut dialog, sitting, keys, lang);
        if let Some(note) = &sitting.note {
            ui.add_space(8.0);
            ui.label(bold(note.text(lang), 13.0));
        }
    });
    match answer {
        Answer::Do(command) => {
            // What cannot happen says why, and the dialog stays for another try.
            if matches!(command, Command::Record(_) | Command::Abandon | Command::MoveDialog) {
                sitting.dialog = Some(dialog);
            }
            commands.send(WindowCommand::Calling(command));
        }
        Answer::Stay if !modal.should_close() => sitting.dialog = Some(dialog),
        Answer::Stay | Answer::Back => {}
    }
}

fn contents(ui: &mut Ui, dialog: &mut Dialog, sitting: &Sitting, keys: Keys, lang: Lang) -> Answer {
    match dialog {
        Dialog::Find { text, chosen } => find(ui, text, chosen, sitting, lang),
        Dialog::Correct { member, position, reason } => {
            correct(ui, *member, position, reason, sitting, keys, lang)
        }
        Dialog::Member { member } => members::happened(ui, *member, sitting, lang),
        Dialog::Replace { member, name, reason } => {
            members::replace(ui, *member, name, reason, sitting, lang)
        }
        Dialog::Proxy { member, text, chosen } => members::proxy(ui, *member, text, chosen, sitting, lang),
        Dialog::Newcomer { name, group } => members::newcomer(ui, name, group, sitting, lang),
        Dialog::Differences => differences(ui, sitting, lang),
        Dialog::Close => close(ui, sitting, lang),
        Dialog::Move { path } => move_journal(ui, path, lang),
        Dialog::Abandon => abandon(ui, sitting, lang),
    }
}

/// The head of a dialog.
pub(super) fn title(ui: &mut Ui, text: String) {
    ui.label(bold(text, 16.0));
    ui.add_space(6.0);
}

/// A line of text, with the cursor in it when the dialog opens.
pub(super) fn field(ui: &mut Ui, text: &mut String, name: &str, lang: Lang, wants_focus: bool) {
    let label = lang.text(name);
    let field = TextEdit::singleline(text).hint_text(&label).desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(&label);
    let is_nobody_focused = ui.memory(|memory| memory.focused().is_none());
    if wants_focus && is_nobody_focused {
        response.request_focus();
    }
}

/// The two buttons at the bottom; Enter is the first, Escape the second.
pub(super) fn agree(ui: &mut Ui, key: &str, is_ready: bool, lang: Lang) -> Option<bool> {
    ui.add_space(12.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        let agrees = ui.add_enabled(is_ready, Button::new(bold(lang.text(key), 13.0))).clicked();
        if agrees || (is_ready && entered(ui)) {
            answer = Some(true);
        }
        if ui.button(lang.text("button-cancel")).clicked() {
            answer = Some(false);
        }
    });
    answer
}

/// True where Enter was pressed and no button has the focus, which would take it.
pub(super) fn entered(ui: &Ui) -> bool {
    // A field of one line gives its focus away when Enter is pressed.
    let is_free = ui.memory(|memory| memory.focused().is_none()) || ui.ctx().text_edit_focused();
    is_free && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Members whose name begins as typed; arrows choose, Enter takes.
pub(super) fn choose(
    ui: &mut Ui,
    text: &mut String,
    chosen: &mut usize,
    sitting: &Sitting,
    lang: Lang,
) -> Option<MemberNumber> {
    let before = text.clone();
    let (down, up) = ui.input_mut(|input| {
        let none = egui::Modifiers::NONE;
        (input.consume_key(none, Key::ArrowDown), input.consume_key(none, Key::ArrowUp))
    });
    field(ui, text, "calling-find-hint", lang, true);
    if *text != before {
        *chosen = 0;
    }
    let found = sitting.expected.find(text);
    let listed = found.len().min(LISTED);
    if down {
        *chosen = (*chosen + 1).min(listed.saturating_sub(1));
    }
    if up {
        *chosen = chosen.saturating_sub(1);
    }
    let mut taken = None;
    ui.add_space(4.0);
    for (index, &member) in found.iter().take(LISTED).enumerate() {
        let answer = sitting.expected.desks().get(member.place()).and_then(|desk| desk.answer);
        let mut line = sitting.name(member);
        if let Some((_, party)) = sitting.group(member) {
            line = format!("{line} · {}", party.short);
        }
        // The second clerk is not told what the first one heard.
        if let Some(answer) = answer.filter(|_| sitting.clerk == Clerk::First) {
            line = format!("{line} · {}", answer_name(Some(answer.position), lang));
        }
        if ui.selectable_label(index == *chosen, line).clicked() {
            taken = Some(member);
        }
    }
    if found.len() > LISTED {
        ui.weak(Message::new("calling-more").with("n", found.len() - LISTED).text(lang));
    }
    if !text.trim().is_empty() && found.is_empty() {
        ui.weak(Message::new("line-no-member").with("text", text.trim()).text(lang));
    }
    taken.or_else(|| found.get(*chosen).copied().filter(|_| entered(ui)))
}

fn find(ui: &mut Ui, text: &mut String, chosen: &mut usize, sitting: &Sitting, lang: Lang) -> Answer {
    title(ui, lang.text("calling-find-title"));
    match choose(ui, text, chosen, sitting, lang) {
        Some(member) => Answer::Do(Command::GoTo(Some(member))),
        None => Answer::Stay,
    }
}

/// First the new answer by its key, then the reason.
fn correct(
    ui: &mut Ui,
    member: MemberNumber,
    position: &mut Option<Position>,
    reason: &mut String,
    sitting: &Sitting,
    keys: Keys,
    lang: Lang,
) -> Answer {
    let was = sitting.expected.desks().get(member.place()).and_then(|desk| desk.answer);
    let was = answer_name(was.map(|answer| answer.position), lang);
    let head = Message::new("calling-correct-title").with("name", sitting.name(member)).with("answer", was);
    title(ui, head.text(lang));
    let replies = Reply::ALL.into_iter().filter_map(|reply| Some((reply, reply.position()?)));
    ui.horizontal_wrapped(|ui| {
        for (reply, choice) in replies {
            let name = format!("{} ({})", lang.text(reply_key(reply)), keys.key(reply));
            if ui.selectable_label(*position == Some(choice), name).clicked() {
                *position = Some(choice);
            }
        }
        for choice in [Position::NotVoting, Position::Absent, Position::Excused] {
            if ui.selectable_label(*position == Some(choice), answer_name(Some(choice), lang)).clicked() {
                *position = Some(choice);
            }
        }
    });
    if position.is_none() && !ui.ctx().text_edit_focused() {
        let pressed = ui.input_mut(|input| {
            let pressed = input.events.iter().find_map(|event| match event {
                egui::Event::Key { key, pressed: true, repeat: false, modifiers, .. }
                    if !modifiers.command && !modifiers.alt =>
                {
                    keys.reply(*key)
                }
                _ => None,
            });
            if pressed.is_some() {
                // The letter is not the beginning of the reason.
                input.events.retain(|event| !matches!(event, egui::Event::Text(_)));
            }
            pressed
        });
        *position = pressed.and_then(Reply::position);
    }
    ui.add_space(6.0);
    field(ui, reason, "calling-reason", lang, position.is_some());
    ui.weak(lang.text("calling-correct-text"));
    let is_ready = position.is_some() && !reason.trim().is_empty();
    match (agree(ui, "calling-correct-do", is_ready, lang), *position) {
        (Some(true), Some(position)) => {
            let reason = reason.trim().to_owned();
            Answer::Do(Command::Record(Deed::Event(Event::Corrected { member, position, reason })))
        }
        (Some(false), _) => Answer::Back,
        _ => Answer::Stay,
    }
}

fn differences(ui: &mut Ui, sitting: &Sitting, lang: Lang) -> Answer {
    let differences = sitting.call.differences();
    title(ui, Message::new("calling-num-differences").with("n", differences.len()).text(lang));
    let counted = sitting.call.desks().iter().filter(|desk| desk.second.is_some()).count();
    if counted == 0 {
        ui.label(lang.text("calling-no-second"));
    }
    let mut chosen = None;
    ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        for both in &differences {
            let text = Message::new("calling-difference")
                .with("name", sitting.name(both.member))
                .with("first", answer_name(both.first, lang))
                .with("second", answer_name(both.second, lang));
            // The record can be corrected where somebody answered.
            if ui.add(Button::new(text.text(lang)).frame(false)).clicked() && both.first.is_some() {
                chosen = Some(Dialog::Correct {
                    member: both.member,
                    position: both.second,
                    reason: String::new(),
                });
            }
        }
    });
    ui.add_space(12.0);
    let is_done = ui.button(lang.text("button-dismiss")).clicked() || entered(ui);
    match chosen {
        Some(dialog) => Answer::Do(Command::Ask(Some(dialog))),
        None if is_done => Answer::Back,
        None => Answer::Stay,
    }
}

fn close(ui: &mut Ui, sitting: &Sitting, lang: Lang) -> Answer {
    title(ui, lang.text("calling-close-title"));
    ui.label(Message::new("calling-close-text").with("n", sitting.expected.num_left()).text(lang));
    if sitting.clerk == Clerk::First && !sitting.call.differences().is_empty() {
        let differences = sitting.call.differences().len();
        ui.label(bold(Message::new("calling-num-differences").with("n", differences).text(lang), 13.0));
    }
    match agree(ui, "calling-close-do", true, lang) {
        Some(true) => Answer::Do(Command::Record(Deed::Event(Event::Closed))),
        Some(false) => Answer::Back,
        None => Answer::Stay,
    }
}

fn move_journal(ui: &mut Ui, path: &mut String, lang: Lang) -> Answer {
    title(ui, lang.text("calling-move-title"));
    ui.label(lang.text("calling-move-text"));
    ui.add_space(6.0);
    field(ui, path, "calling-journal", lang, true);
    if ui.button(lang.text("calling-choose")).clicked() {
        return Answer::Do(Command::MoveDialog);
    }
    let is_ready = !path.trim().is_empty();
    match agree(ui, "calling-move-do", is_ready, lang) {
        Some(true) => Answer::Do(Command::Move(path.trim().into())),
        Some(false) => Answer::Back,
        None => Answer::Stay,
    }
}

/// The one question before the window closes: the disk has not taken everything.
fn abandon(ui: &mut Ui, sitting: &Sitting, lang: Lang) -> Answer {
    title(ui, Message::new("calling-not-on-disk").with("n", sitting.waiting.len()).text(lang));
    ui.label(lang.text("calling-abandon-text"));
    ui.add_space(12.0);
    let mut answer = Answer::Stay;
    ui.horizontal(|ui| {
        if ui.button(bold(lang.text("calling-move"), 13.0)).clicked() {
            let path = sitting.path.display().to_string();
            answer = Answer::Do(Command::Ask(Some(Dialog::Move { path })));
        }
        if ui.button(lang.text("button-cancel")).clicked() {
            answer = Answer::Back;
        }
        if ui.button(lang.text("calling-abandon")).clicked() {
            answer = Answer::Do(Command::Abandon);
        }
    });
    answer
}

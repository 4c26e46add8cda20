//! The page on which the roll is called: what is to be read aloud on the left, the count on the right, tools below.

use egui::{CentralPanel, Color32, Frame, Margin, Panel, Ui};

use super::clock::now;
use super::command::{
    CLERK, CLOSE_VOTE, CONTRAST, CORRECT, Command, DIFFERENCES, FIND, LARGE, LEAVE, MEMBER, MOVE, NEWCOMER,
    REDO, TONES, UNDO,
};
use super::dialog::Dialog;
use super::look::Look;
use super::scribe::Deed;
use super::sitting::Sitting;
use super::update::{Calling, Preferences, Stage};
use super::{answers, closing, count, dialogs, podium, setup_page};
use crate::app::Command as WindowCommand;
use crate::app::sprites::Sprites;
use crate::app::state::{Commands, State};
use crate::app::theme::{self, bold, colour};
use crate::lang::{Lang, Message};
use crate::record::{Clerk, Event, Refusal, Round};

/// Draws whichever calling page is shown.
pub(in crate::app) fn show(
    ui: &mut Ui,
    calling: &mut Calling,
    sprites: &mut Sprites,
    state: &State,
    commands: &mut Commands,
) {
    let look = Look::of(ui, calling.preferences);
    theme::dress(ui.visuals_mut(), &look.style);
    let (lang, preferences) = (state.lang, calling.preferences);
    let silent = calling.silent.clone();
    let keys = calling.keys(lang);
    match &mut calling.stage {
        Stage::Away => {}
        Stage::SetUp(setup) => {
            let ground = Frame::new().fill(colour(look.style.ground));
            CentralPanel::default().frame(ground).show(ui, |ui| {
                setup_page::show(ui, setup, state.opened.is_some(), lang, commands);
            });
        }
        Stage::Sitting(sitting) => {
            let sides = Frame::new().fill(colour(look.style.panel));
            let is_closed = sitting.call.closed().is_some();
            if !look.large {
                Panel::bottom("calling tools")
                    .resizable(false)
                    .frame(sides.inner_margin(Margin::symmetric(20, 6)))
                    .show(ui, |ui| tools(ui, sitting, preferences, silent.as_ref(), lang, commands));
            }
            let share = if look.large { 0.3 } else { 0.235 };
            let width = (ui.available_width() * share).clamp(248.0, 560.0).round();
            Panel::right("calling count")
                .exact_size(width)
                .resizable(false)
                .frame(sides.inner_margin(Margin { left: 20, right: 12, top: 12, bottom: 0 }))
                .show(ui, |ui| {
                    count::show(ui, sitting, &look, lang);
                    if look.large {
                        let bottom = egui::Layout::bottom_up(egui::Align::Min);
                        ui.with_layout(bottom, |ui| {
                            ui.add_space(8.0);
                            tool(
                                ui,
                                ("calling-large", LARGE, Some(Command::LargeType(false))),
                                lang,
                                commands,
                            );
                        });
                    } else {
                        answers::show(ui, sprites, sitting, &look, lang, commands);
                    }
                });
            let ground = Frame::new().fill(colour(look.style.ground));
            CentralPanel::default()
                .frame(ground.inner_margin(Margin { left: 32, right: 32, top: 12, bottom: 8 }))
                .show(ui, |ui| {
                    head(ui, sitting, &look, lang);
                    notices(ui, sitting, &look, lang, commands);
                    if is_closed {
                        closing::show(ui, sitting, &look, lang, commands);
                    } else {
                        podium::show(ui, sprites, sitting, &look, keys, lang, commands);
                    }
                    super::chamber::show(ui, &mut calling.seats, sprites, sitting, &look, lang, commands);
                });
            announce(ui, sitting, preferences, lang);
            dialogs::show(ui, sitting, keys, lang, commands);
        }
    }
}

/// The question, and how far the call is.
fn head(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang) {
    let place = match (sitting.clerk, sitting.expected.next()) {
        _ if sitting.call.closed().is_some() => lang.text("calling-closed"),
        (Clerk::Second, _) => lang.text("calling-second-clerk"),
        (_, Some(turn)) => {
            let waits = |round: Round| sitting.expected.turns().filter(|turn| turn.round == round).count();
            let members = sitting.expected.desks().len();
            match turn.round {
                Round::First => Message::new("calling-first-call")
                    .with("n", members - waits(Round::First).min(members))
                    .with("members", members)
                    .text(lang),
                Round::Second => {
                    Message::new("calling-second-call").with("n", waits(Round::Second)).text(lang)
                }
            }
        }
        (_, None) => lang.text("calling-through"),
    };
    let size = look.size(14.0).max(12.0);
    let line = egui::vec2(ui.available_width(), size * 1.6);
    ui.allocate_ui_with_layout(line, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.label(bold(place, size));
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let title = egui::RichText::new(sitting.title(lang)).size(size).weak();
            ui.add(egui::Label::new(title).truncate());
        });
    });
}

/// What must not be overlooked: a disk that takes nothing, a result that is certain, what was refused.
fn notices(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang, commands: &mut Commands) {
    let send = |commands: &mut Commands, command| commands.send(WindowCommand::Calling(command));
    if let Some(fault) = &sitting.stuck {
        not_on_disk(ui, sitting, look, lang, lang.text("calling-stuck"), |ui, ink| {
            ui.label(egui::RichText::new(fault.message().text(lang)).size(12.0).color(ink));
            ui.horizontal_wrapped(|ui| {
                let name = with_key(ui, "calling-move", MOVE, lang);
                if ui.button(name).clicked() {
                    let path = sitting.path.display().to_string();
                    send(commands, Command::Ask(Some(Dialog::Move { path })));
                }
                if ui.button(lang.text("calling-retry")).clicked() {
                    send(commands, Command::Retry);
                }
            });
        });
    }
    if !sitting.waiting.is_empty() {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
    }
    if let Some(seconds) = sitting.silent_seconds(now()) {
        let silent = Message::new("calling-disk-silent").with("n", seconds).text(lang);
        not_on_disk(ui, sitting, look, lang, silent, |_, _| {});
    }
    // A question says itself why it stays.
    if let Some(note) = sitting.note.as_ref().filter(|_| sitting.dialog.is_none()) {
        let frame = Frame::new().fill(colour(look.style.panel)).corner_radius(6);
        frame.inner_margin(Margin::symmetric(12, 6)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(note.text(lang));
        });
        ui.add_space(4.0);
    }
    if sitting.clerk == Clerk::First && sitting.call.closed().is_none() {
        count::certainty_band(ui, sitting, look, lang);
    }
}

/// How many answers are not on the disk, why, and what can be done.
fn not_on_disk(
    ui: &mut Ui,
    sitting: &Sitting,
    look: &Look,
    lang: Lang,
    why: String,
    more: impl FnOnce(&mut Ui, Color32),
) {
    let (fill, ink) = (colour(look.style.against_text), colour(look.style.ground));
    let frame = Frame::new().fill(fill).corner_radius(6).inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let waiting = Message::new("calling-not-on-disk").with("n", sitting.waiting.len()).text(lang);
        ui.label(bold(waiting, look.size(18.0)).color(ink));
        ui.label(egui::RichText::new(why).size(look.size(14.0)).color(ink));
        more(ui, ink);
    });
    ui.add_space(6.0);
}

/// A name with the key that does the same.
pub(super) fn with_key(ui: &Ui, key: &str, shortcut: egui::KeyboardShortcut, lang: Lang) -> String {
    format!("{}  {}", lang.text(key), ui.ctx().format_shortcut(&shortcut))
}

/// A tool: its name, its key, and what it does where it can do anything now.
type Tool = (&'static str, egui::KeyboardShortcut, Option<Command>);

/// The tools, each with its key: those in use all the time in a row, the others in a menu.
fn tools(
    ui: &mut Ui,
    sitting: &Sitting,
    preferences: Preferences,
    silent: Option<&Message>,
    lang: Lang,
    commands: &mut Commands,
) {
    let is_closed = sitting.call.closed().is_some();
    let is_signed = !sitting.call.signatures().is_empty();
    let member = sitting.current().map(|member| Dialog::Member { member });
    let newcomer = Dialog::Newcomer { name: String::new(), group: None };
    let path = sitting.path.display().to_string();
    let ask = |dialog: Option<Dialog>| dialog.map(|dialog| Command::Ask(Some(dialog)));
    let open = |command: Option<Command>| command.filter(|_| !is_closed);
    let unsigned = |command: Option<Command>| command.filter(|_| !is_signed);
    let count = if sitting.clerk == Clerk::First { "calling-second-count" } else { "calling-first-count" };
    let can = |event: Result<Event, Refusal>| event.and_then(|event| sitting.expected.check(&event));
    let (undo, redo) = (can(sitting.expected.undo(sitting.clerk)), can(sitting.expected.redo(sitting.clerk)));
    let row: [Tool; 8] = [
        ("calling-find", FIND, open(ask(Some(Dialog::find())))),
        ("calling-undo", UNDO, undo.ok().map(|()| Command::Record(Deed::Undo(sitting.clerk)))),
        ("calling-redo", REDO, redo.ok().map(|()| Command::Record(Deed::Redo(sitting.clerk)))),
        ("calling-correct", CORRECT, unsigned(ask(sitting.correction()))),
        ("calling-member", MEMBER, open(ask(member))),
        (count, CLERK, unsigned(Some(Command::SwitchClerk))),
        ("calling-differences", DIFFERENCES, ask(Some(Dialog::Differences))),
        ("calling-close", CLOSE_VOTE, open(ask(Some(Dialog::Close)))),
    ];
    let menu: [Tool; 5] = [
        ("calling-newcomer", NEWCOMER, open(ask(Some(newcomer)))),
        ("calling-move", MOVE, ask(Some(Dialog::Move { path }))),
        ("calling-large", LARGE, Some(Command::LargeType(!preferences.large_type))),
        ("calling-contrast", CONTRAST, Some(Command::HighContrast(!preferences.high_contrast))),
        ("calling-leave", LEAVE, Some(Command::Leave)),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        for tool in row {
            self::tool(ui, tool, lang, commands);
        }
        ui.menu_button(egui::RichText::new(lang.text("calling-more-tools")).size(12.0), |ui| {
            for tool in menu {
                if self::tool(ui, tool, lang, commands) {
                    ui.close();
                }
            }
            let mut speaks = preferences.speaks;
            if ui.checkbox(&mut speaks, lang.text("calling-speak")).changed() {
                commands.send(WindowCommand::Calling(Command::Speak(speaks)));
            }
            let mut sounds = preferences.sounds;
            if ui.checkbox(&mut sounds, with_key(ui, "calling-tones", TONES, lang)).changed() {
                commands.send(WindowCommand::Calling(Command::Sound(sounds)));
            }
            if let Some(silent) = silent {
                ui.label(egui::RichText::new(silent.text(lang)).size(12.0).weak());
            }
        });
    });
}

fn tool(ui: &mut Ui, (key, shortcut, command): Tool, lang: Lang, commands: &mut Commands) -> bool {
    let text = egui::RichText::new(lang.text(key)).size(12.0);
    let keys = egui::RichText::new(ui.ctx().format_shortcut(&shortcut)).size(11.0).weak();
    let button = egui::Button::new(text).right_text(keys);
    let is_clicked = ui.add_enabled(command.is_some(), button).clicked();
    if let Some(command) = command.filter(|_| is_clicked) {
        commands.send(WindowCommand::Calling(command));
    }
    is_clicked
}

/// Says to a screen reader what is on the disk now and who is called next; faults at once, and always.
fn announce(ui: &Ui, sitting: &Sitting, preferences: Preferences, lang: Lang) {
    let told = match (&sitting.stuck, sitting.said) {
        (Some(fault), _) => fault.message().text(lang),
        (None, Some((member, position))) if preferences.speaks => {
            let answer = answers::answer_name(position, lang);
            let said = Message::new("calling-said").with("name", sitting.name(member)).with("answer", answer);
            match sitting.current() {
                Some(next) => Message::new("calling-said-next")
                    .with("said", said)
                    .with("next", sitting.name(next))
                    .text(lang),
                None => said.text(lang),
            }
        }
        _ => return,
    };
    let id = ui.make_persistent_id("announcement");
    let is_fault = sitting.stuck.is_some();
    let area = egui::Rect::from_min_size(ui.max_rect().min, egui::vec2(1.0, 1.0));
    ui.interact(area, id, egui::Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(egui::accesskit::Role::Status);
        node.set_live(if is_fault {
            egui::accesskit::Live::Assertive
        } else {
            egui::accesskit::Live::Polite
        });
        node.set_label(told);
    });
}

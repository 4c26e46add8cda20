//! The bar at the top: name, menus, search, export.

use egui::{Align, Button, CornerRadius, Layout, Rect, Sense, Ui, vec2};

use super::classroom::Lesson;
use super::command::{
    CLOSE, COPY_PICTURE, COPY_SVG, CopyFormat, EXPORT, FIND, NEXT, OPEN, PREVIOUS, QUIT, REPLAY,
};
use super::designing::{COPY_COMMAND, SAVE, SAVE_AS};
use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use super::{Command, GraphicCommand, Purpose, Sample, calling, drag};
use crate::lang::{Lang, Message};

/// The height of the bar.
pub(super) const HEIGHT: f32 = 48.0;

pub(super) fn show(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let area = ui.available_rect_before_wrap();
    let menus = ui.scope_builder(
        egui::UiBuilder::new().max_rect(area).layout(Layout::left_to_right(Align::Center)),
        |ui| {
            brand(ui);
            ui.add_space(16.0);
            menus(ui, state, commands)
        },
    );
    if state.is_calling {
        return;
    }
    find(ui, area.with_min_x(menus.inner), area.center().x, state, commands);
    ui.scope_builder(
        egui::UiBuilder::new().max_rect(area).layout(Layout::right_to_left(Align::Center)),
        |ui| {
            export(ui, state, commands);
        },
    );
}

fn brand(ui: &mut Ui) {
    let tokens = style(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(22.0, 14.0), Sense::hover());
    for step in 0..7 {
        let angle = std::f32::consts::PI * step as f32 / 6.0;
        let centre = rect.center_bottom() + vec2(-9.0 * angle.cos(), -2.5 - 9.0 * angle.sin());
        let fill = if step < 3 { tokens.in_favour } else { tokens.against };
        ui.painter().circle_filled(centre, 2.0, colour(fill));
    }
    ui.label(bold("Hemicycle", 15.0));
}

/// Answers where the menus end.
fn menus(ui: &mut Ui, state: &State, commands: &mut Commands) -> f32 {
    let lang = state.lang;
    let has_vote = state.opened.is_some() && !state.is_calling;
    let mut chosen = None;
    let bar = egui::MenuBar::new().ui(ui, |ui| {
        let item = |ui: &mut Ui, key: &str, shortcut: Option<&egui::KeyboardShortcut>, enabled: bool| {
            let mut button = Button::new(lang.text(key));
            if let Some(shortcut) = shortcut {
                button = button.shortcut_text(ui.format_shortcut(shortcut));
            }
            let clicked = ui.add_enabled(enabled, button).clicked();
            if clicked {
                ui.close();
            }
            clicked
        };
        ui.menu_button(lang.text("menu-file"), |ui| {
            for (key, shortcut, enabled, command) in file_items(state) {
                if item(ui, key, shortcut, enabled) {
                    chosen = Some(command);
                }
            }
            ui.menu_button(lang.text("menu-samples"), |ui| {
                for sample in Sample::ALL {
                    if item(ui, sample.keys().0, None, !state.is_calling) {
                        chosen = Some(Command::OpenSample(sample));
                    }
                }
            });
            ui.separator();
            if item(ui, "menu-quit", Some(&QUIT), true) {
                chosen = Some(Command::Quit);
            }
        });
        ui.menu_button(lang.text("menu-view"), |ui| {
            // Neither a composition nor a vote whose result is open has an end to show.
            let has_roll = state.opened.as_ref().is_some_and(|opened| opened.summary.headline.is_some());
            if item(ui, "replay-title", Some(&REPLAY), has_vote && has_roll) {
                chosen = Some(Command::ShowReplay(state.playback.is_none()));
            }
            if item(ui, "class-menu", None, !state.is_calling) {
                let lesson = Lesson { is_open: true, ..state.classroom.clone() };
                chosen = Some(Command::Teach(Box::new(lesson)));
            }
            ui.separator();
            ui.menu_button(lang.text("menu-theme"), |ui| {
                let current = ui.options(|options| options.theme_preference);
                for (key, theme) in [
                    ("theme-system", egui::ThemePreference::System),
                    ("theme-light", egui::ThemePreference::Light),
                    ("theme-dark", egui::ThemePreference::Dark),
                ] {
                    if ui.selectable_label(current == theme, lang.text(key)).clicked() {
                        chosen = Some(Command::UseTheme(theme));
                        ui.close();
                    }
                }
            });
            ui.menu_button(lang.text("menu-language"), |ui| {
                for language in Lang::INTERFACE {
                    if ui.selectable_label(lang == language, language.name()).clicked() {
                        chosen = Some(Command::Speak(language));
                        ui.close();
                    }
                }
            });
        });
        ui.menu_button(lang.text("menu-vote"), |ui| {
            let has_many =
                state.opened.as_ref().is_some_and(|opened| opened.list.lines.len() > 1) && !state.is_calling;
            for (key, shortcut, step) in [("menu-next", &NEXT, 1), ("menu-previous", &PREVIOUS, -1)] {
                if item(ui, key, Some(shortcut), has_many) {
                    chosen = Some(Command::StepVote(step));
                }
            }
        });
        let help = ui.menu_button(lang.text("menu-help"), |ui| {
            if item(ui, "menu-shortcuts", None, true) {
                chosen = Some(Command::Shortcuts(true));
            }
            if item(ui, "menu-about", None, true) {
                chosen = Some(Command::About(true));
            }
        });
        help.response.rect.right()
    });
    if let Some(command) = chosen {
        commands.send(command);
    }
    bar.inner
}

/// The items of the file menu: text, keys, whether it can be chosen, and what it does.
fn file_items(state: &State) -> [(&'static str, Option<&'static egui::KeyboardShortcut>, bool, Command); 12] {
    let is_free = !state.is_calling;
    let has_vote = state.opened.is_some() && is_free;
    let has_problems = state.opened.as_ref().is_some_and(|opened| !opened.reading().problems.is_empty());
    let [save, save_as, copy_command] = [
        GraphicCommand::SaveProject,
        GraphicCommand::Ask(Purpose::SaveProject),
        GraphicCommand::CopyCommandLine,
    ]
    .map(Command::Graphic);
    let [call, resume] = [calling::Command::SetUp, calling::Command::ResumeDialog].map(Command::Calling);
    [
        ("menu-open", Some(&OPEN), is_free, Command::OpenDialog),
        ("menu-call", Some(&calling::CALL), is_free, call),
        ("menu-resume", None, is_free, resume),
        ("menu-mapping", None, has_vote, Command::ShowMapping(true)),
        ("menu-save-project", Some(&SAVE), has_vote, save),
        ("menu-save-project-as", Some(&SAVE_AS), has_vote, save_as),
        ("menu-export", Some(&EXPORT), has_vote, Command::ExportDialog),
        ("menu-copy-picture", Some(&COPY_PICTURE), has_vote, Command::Copy(CopyFormat::Picture)),
        ("menu-copy-svg", Some(&COPY_SVG), has_vote, Command::Copy(CopyFormat::Svg)),
        ("menu-copy-command", Some(&COPY_COMMAND), has_vote, copy_command),
        ("problems-export", None, has_problems, Command::ProblemsDialog),
        ("menu-close", Some(&CLOSE), has_vote, Command::CloseVote),
    ]
}

/// The search field, in the middle of the bar where the window is wide enough; `area` is what the menus leave of it.
fn find(ui: &mut Ui, area: Rect, middle: f32, state: &mut State, commands: &mut Commands) {
    const GAP: f32 = 24.0;
    const EXPORT_ROOM: f32 = 120.0;
    const HANDLE_ROOM: f32 = 56.0;
    let is_asking = state.asking().is_some();
    if state.opened.is_none() && !is_asking {
        return;
    }
    let beside = EXPORT_ROOM + if state.can_drag { HANDLE_ROOM } else { 0.0 };
    let room = (area.width() - GAP - beside).clamp(120.0, 400.0);
    let left = (middle - room / 2.0).max(area.left() + GAP);
    let rect = Rect::from_min_size(egui::pos2(left, area.center().y - 14.0), vec2(room, 28.0));
    let mut text = state.find.clone();
    let hint = state.lang.text("find-hint");
    let shortcut = ui.format_shortcut(&FIND);
    let field = egui::TextEdit::singleline(&mut text)
        .hint_text(&hint)
        .margin(egui::Margin::symmetric(12, 6))
        .desired_width(room);
    let response = ui.add_enabled_ui(!is_asking, |ui| ui.put(rect, field)).inner;
    let response = response.accessible_name(&hint);
    if state.wants_find_focus {
        response.request_focus();
        state.wants_find_focus = false;
    }
    let right = rect.right_center() - vec2(12.0, 0.0);
    let tokens = style(ui.ctx());
    let note = match &state.matches {
        Some(matches) => {
            let found = matches.iter().filter(|&&is_match| is_match).count();
            Message::new("find-count").with("n", found).text(state.lang)
        }
        None => shortcut,
    };
    let font = super::theme::font(crate::chart::scene::Weight::Regular, 11.0);
    ui.painter().text(right, egui::Align2::RIGHT_CENTER, note, font, colour(tokens.secondary));
    if response.changed() {
        commands.send(Command::Find(text));
    }
    // The field gives its focus away when Escape is pressed.
    if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        commands.send(Command::Find(String::new()));
    }
}

fn export(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let is_asking = state.asking().is_some();
    if state.opened.is_none() && !is_asking {
        return;
    }
    let tokens = style(ui.ctx());
    // There is nothing to export before the user has answered.
    let (ink, fill) = if is_asking { (tokens.secondary, tokens.track) } else { (tokens.ground, tokens.ink) };
    let text = bold(state.lang.text("button-export"), 13.0).color(colour(ink));
    let button =
        Button::new(text).fill(colour(fill)).corner_radius(CornerRadius::same(6)).min_size(vec2(92.0, 28.0));
    if ui.add_enabled(!is_asking, button).clicked() {
        commands.send(Command::ExportDialog);
    }
    if state.can_drag && !is_asking {
        drag::handle(ui, state, commands);
    }
}

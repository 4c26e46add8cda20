//! The bar below the chamber that plays the vote back.

use egui::containers::menu::MenuButton;
use egui::{
    Align, Align2, Button, CornerRadius, EventFilter, Key, Layout, Rect, RichText, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::Command;
use super::opened::Opened;
use super::playback::Playback;
use super::state::{Commands, State};
use super::theme::{bold, colour, font, style};
use crate::chart::scene::Weight;
use crate::chart::{RevealOrder, verdict_name};
use crate::lang::{Lang, Message};

/// The height of the panel that holds the bar.
pub(super) const HEIGHT: f32 = 84.0;
/// The height of the bar.
const BAR: f32 = 56.0;
/// The width of title, order and speed.
const WORDS: f32 = 190.0;
/// The width of the count.
const COUNT: f32 = 110.0;
/// The width of the button that makes a film.
const EXPORT: f32 = 104.0;

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &mut State, commands: &mut Commands) {
    let (Some(playback), Some(vote)) = (&state.playback, opened.vote(state.lang)) else { return };
    let tokens = style(ui.ctx());
    let lang = state.lang;
    let area = ui.available_rect_before_wrap();
    let bar = Rect::from_min_size(area.min, vec2(area.width(), BAR));
    let stroke = Stroke::new(1.0, colour(tokens.hairline));
    ui.painter().rect(bar, 8, colour(tokens.panel), stroke, egui::StrokeKind::Inside);
    let inside = bar.shrink2(vec2(14.0, 6.0));
    play_button(ui, inside, playback, lang, commands);
    let words = Rect::from_min_size(inside.min + vec2(42.0, 0.0), vec2(WORDS, inside.height()));
    ui.scope_builder(UiBuilder::new().max_rect(words).layout(Layout::top_down(Align::Min)), |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 1.0);
        ui.label(bold(lang.text("replay-title"), 13.0));
        ui.horizontal(|ui| choices(ui, opened, playback, lang, commands));
    });
    let right = export(ui, inside, state.filming, lang, commands);
    let count = Rect::from_min_max(pos2(right - COUNT, inside.top()), pos2(right, inside.bottom()));
    let figures = playback.replay.figures(&vote, &tokens, playback.shown()).join("–");
    count_lines(ui, count, playback, &figures, lang);
    let rail = Rect::from_min_max(
        pos2(words.right() + 12.0, inside.top()),
        pos2((count.left() - 16.0).max(words.right() + 60.0), inside.bottom()),
    );
    let wants_focus = std::mem::take(&mut state.wants_replay_focus);
    let Some(playback) = &state.playback else { return };
    rail_of(ui, rail, playback, wants_focus, lang, commands);
}

fn play_button(ui: &mut Ui, inside: Rect, playback: &Playback, lang: Lang, commands: &mut Commands) {
    let tokens = style(ui.ctx());
    let centre = pos2(inside.left() + 15.0, inside.center().y);
    let rect = Rect::from_center_size(centre, vec2(30.0, 30.0));
    let response = ui.interact(rect, ui.make_persistent_id("play"), Sense::click());
    let name = lang.text(if playback.is_playing { "replay-pause" } else { "replay-play" });
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let painter = ui.painter();
    painter.circle_filled(centre, 15.0, colour(tokens.ink));
    if response.has_focus() || response.hovered() {
        painter.circle_stroke(centre, 17.0, Stroke::new(1.5, colour(tokens.secondary)));
    }
    let sign = colour(tokens.ground);
    if playback.is_playing {
        for x in [-4.0, 4.0] {
            let bar = Rect::from_center_size(centre + vec2(x, 0.0), vec2(3.5, 12.0));
            painter.rect_filled(bar, CornerRadius::same(1), sign);
        }
    } else {
        let points = vec![centre + vec2(-4.0, -7.0), centre + vec2(7.5, 0.0), centre + vec2(-4.0, 7.0)];
        painter.add(egui::Shape::convex_polygon(points, sign, Stroke::NONE));
    }
    if response.on_hover_text(name).clicked() {
        commands.send(Command::PlayReplay(!playback.is_playing));
    }
}

/// Writes a film, or says how far it is and stops it, at the right end; answers where that starts.
fn export(ui: &mut Ui, inside: Rect, filming: Option<u32>, lang: Lang, commands: &mut Commands) -> f32 {
    let rect = Rect::from_min_max(pos2(inside.right() - EXPORT, inside.top()), inside.max);
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| match filming {
        None => {
            let text = RichText::new(lang.text("film-button")).size(12.5);
            let button = Button::new(text).min_size(vec2(EXPORT - 12.0, 26.0));
            if ui.add(button).on_hover_text(lang.text("film-hint")).clicked() {
                commands.send(Command::FilmDialog);
            }
        }
        Some(percent) => {
            let stop = RichText::new(lang.text("button-stop")).size(12.0);
            if ui.add(Button::new(stop).small()).clicked() {
                commands.send(Command::CancelFilm);
            }
            let told = Message::new("film-progress").with("percent", percent.to_string()).text(lang);
            let bar = egui::ProgressBar::new(percent as f32 / 100.0);
            let shown = ui.add(bar.desired_width(ui.available_width() - 12.0).desired_height(6.0));
            shown.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &told));
            shown.on_hover_text(told);
        }
    });
    rect.left()
}

/// Order, speed and loop, in small type under the title.
fn choices(ui: &mut Ui, opened: &Opened, playback: &Playback, lang: Lang, commands: &mut Commands) {
    ui.spacing_mut().button_padding = vec2(0.0, 0.0);
    ui.spacing_mut().interact_size.y = 16.0;
    let small = |text: String| Button::new(RichText::new(text).size(12.0).weak()).frame(false);
    let orders = opened.roll_call().map(RevealOrder::of).unwrap_or_default();
    let order = lang.text(playback.replay.order().key());
    MenuButton::from_button(small(order)).ui(ui, |ui| {
        for order in orders {
            let chosen = order == playback.replay.order();
            if ui.selectable_label(chosen, lang.text(order.key())).clicked() {
                commands.send(Command::OrderReplay(order));
                ui.close();
            }
        }
    });
    ui.weak("·");
    let speed = |speed: u32| Message::new("replay-speed").with("n", speed.to_string()).text(lang);
    MenuButton::from_button(small(speed(playback.speed))).ui(ui, |ui| {
        for choice in Playback::SPEEDS {
            if ui.selectable_label(choice == playback.speed, speed(choice)).clicked() {
                commands.send(Command::PaceReplay(choice));
                ui.close();
            }
        }
        ui.separator();
        let mut is_looped = playback.is_looped;
        if ui.checkbox(&mut is_looped, lang.text("replay-loop")).changed() {
            commands.send(Command::LoopReplay(is_looped));
        }
    });
}

/// `361 / 575`, and `74–14 so far`.
fn count_lines(ui: &mut Ui, rect: Rect, playback: &Playback, figures: &str, lang: Lang) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Max)), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let (step, len) = (playback.shown(), playback.replay.len());
        ui.label(bold(format!("{step} / {len}"), 13.0));
        let is_certain = playback.replay.certain().is_some_and(|(certain, _)| certain <= step);
        let key = if is_certain { "replay-so-far-certain" } else { "replay-so-far" };
        let line = Message::new(key).with("figures", figures).text(lang);
        ui.label(RichText::new(line).size(12.0).weak());
    });
}

/// The rail with its handle, and where the result became certain.
fn rail_of(
    ui: &mut Ui,
    rect: Rect,
    playback: &Playback,
    wants_focus: bool,
    lang: Lang,
    commands: &mut Commands,
) {
    let tokens = style(ui.ctx());
    let (step, len) = (playback.shown(), playback.replay.len());
    let response = ui.interact(rect, ui.make_persistent_id("rail"), Sense::click_and_drag());
    let line = rect.shrink2(vec2(8.0, 0.0));
    let x_of = |step: usize| line.left() + line.width() * step as f32 / len.max(1) as f32;
    if let Some(at) = response.interact_pointer_pos() {
        let share = ((at.x - line.left()) / line.width().max(1.0)).clamp(0.0, 1.0);
        commands.send(Command::ScrubReplay((share * len as f32).round() as usize));
    }
    if response.clicked() || wants_focus {
        response.request_focus();
    }
    keys(ui, &response, playback, commands);
    let painter = ui.painter();
    let y = line.center().y;
    let bar = |from: f32, to: f32| Rect::from_min_max(pos2(from, y - 2.0), pos2(to, y + 2.0));
    painter.rect_filled(bar(line.left(), line.right()), 2, colour(tokens.track));
    painter.rect_filled(bar(line.left(), x_of(step)), 2, colour(tokens.ink));
    let mut told = lang.text("replay-rail");
    if let Some((certain, _)) = playback.replay.certain() {
        let x = x_of(certain);
        let mark = Stroke::new(2.0, colour(tokens.against_text));
        painter.line_segment([pos2(x, y - 9.0), pos2(x, y + 9.0)], mark);
    }
    // Which result it was is told once it is.
    if let Some((certain, verdict)) = playback.replay.certain().filter(|(certain, _)| *certain <= step) {
        let x = x_of(certain);
        let words = Message::new("replay-certain")
            .with("verdict", verdict_name(verdict, lang))
            .with("n", certain)
            .text(lang);
        let small = font(Weight::Regular, 11.0);
        let (end, at) =
            if certain * 2 > len { (Align2::RIGHT_CENTER, x - 6.0) } else { (Align2::LEFT_CENTER, x + 6.0) };
        let width = painter.layout_no_wrap(words.clone(), small.clone(), colour(tokens.secondary)).size().x;
        if width + 12.0 < line.width() / 2.0 {
            painter.text(pos2(at, y - 13.0), end, &words, small, colour(tokens.secondary));
        }
        told = format!("{told}. {words}");
    }
    let handle = pos2(x_of(step), y);
    painter.circle(handle, 8.0, colour(tokens.ground), Stroke::new(2.0, colour(tokens.ink)));
    if response.has_focus() {
        painter.circle_stroke(handle, 11.0, Stroke::new(1.5, colour(tokens.secondary)));
    }
    response.widget_info(|| WidgetInfo::slider(true, step as f64, &told));
    response.on_hover_text(told);
}

/// Arrows step, Page up and down by ten, Home and End go to the ends, Space plays.
fn keys(ui: &Ui, response: &egui::Response, playback: &Playback, commands: &mut Commands) {
    if !response.has_focus() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    for (key, steps) in [
        (Key::ArrowLeft, -1),
        (Key::ArrowDown, -1),
        (Key::ArrowRight, 1),
        (Key::ArrowUp, 1),
        (Key::PageUp, 10),
        (Key::PageDown, -10),
        (Key::Home, isize::MIN),
        (Key::End, isize::MAX),
    ] {
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key)) {
            commands.send(Command::StepReplay(steps));
        }
    }
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Space)) {
        commands.send(Command::PlayReplay(!playback.is_playing));
    }
}

//! Who is called, in huge type; the keys of the answers; who comes after.

use egui::{Align2, Frame, Margin, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::answers::{answer_name, position_mark, reply_key};
use super::command::{CLOSE_VOTE, Command};
use super::dialog::Dialog;
use super::keys::{Keys, Reply};
use super::look::Look;
use super::page::with_key;
use super::sitting::Sitting;
use crate::app::Command as WindowCommand;
use crate::app::sprites::Sprites;
use crate::app::state::Commands;
use crate::app::theme::{bold, colour, font};
use crate::chart::scene::Weight;
use crate::lang::{Lang, Message};
use crate::record::{Clerk, MemberNumber};

/// The smallest type of a name.
const SMALLEST: f32 = 28.0;
/// Sizes of names come in steps, so that few glyphs are drawn anew.
const STEP: f32 = 4.0;

pub(super) fn show(
    ui: &mut Ui,
    sprites: &mut Sprites,
    sitting: &Sitting,
    look: &Look,
    keys: Keys,
    lang: Lang,
    commands: &mut Commands,
) {
    let Some(member) = sitting.current() else {
        through(ui, sitting, look, lang, commands);
        return;
    };
    name(ui, sitting, member, look);
    particulars(ui, sitting, member, look, lang);
    ui.add_space(look.size(8.0));
    buttons(ui, sprites, look, keys, lang, commands);
    ui.add_space(look.size(6.0));
    following(ui, sitting, look, lang);
    ui.add_space(look.size(4.0));
}

/// The name, as large as the width allows.
fn name(ui: &mut Ui, sitting: &Sitting, member: MemberNumber, look: &Look) {
    let name = sitting.name(member);
    let height = ui.ctx().content_rect().height();
    let most = (height * if look.large { 0.21 } else { 0.135 }).clamp(44.0, 260.0);
    let (width, hundred) = (ui.available_width(), 100.0);
    let natural = look.style.typeface.width(&name, hundred, Weight::Bold).max(1.0) as f32;
    let fitting = (f64::from(width) * 0.98 * hundred / f64::from(natural)) as f32;
    let size = ((most.min(fitting) / STEP).floor() * STEP).max(SMALLEST);
    // One height for all names: what stands below does not jump.
    let room = vec2(width, most * 1.18);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let ink = colour(look.style.ink);
    let galley = ui.painter().layout(name.clone(), font(Weight::Bold, size), ink, width);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &name));
}

/// Group, number in the order, seat, constituency; for whom the member speaks; what they answered already.
fn particulars(ui: &mut Ui, sitting: &Sitting, member: MemberNumber, look: &Look, lang: Lang) {
    let Some(desk) = sitting.expected.desks().get(member.place()) else { return };
    let size = look.size(if look.large { 30.0 } else { 20.0 });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = look.size(10.0);
        if let Some((place, party)) = sitting.group(member) {
            let (rect, _) = ui.allocate_exact_size(vec2(size * 0.7, size * 1.36), Sense::hover());
            let fill = colour(look.style.party(Some((place, party))));
            ui.painter().circle_filled(rect.center(), size * 0.32, fill);
            ui.label(egui::RichText::new(&party.name).size(size));
        }
        let mut facts = Vec::new();
        if let Some(seat) = &desk.member.seat {
            facts.push(Message::new("seat-hint-seat").with("seat", seat).text(lang));
        }
        if let Some(place) = &desk.member.constituency {
            facts.push(place.clone());
        }
        facts.push(Message::new("calling-number").with("n", member.0).text(lang));
        if let Some(weight) = desk.member.weight {
            facts.push(Message::new("calling-weight").with("n", weight.to_string()).text(lang));
        }
        ui.label(egui::RichText::new(facts.join(" · ")).size(size * 0.7).weak());
    });
    let mut lines = Vec::new();
    if let Some(holder) = desk.proxy {
        let name = sitting.name(MemberNumber::at(holder));
        lines.push(Message::new("calling-spoken-by").with("name", name).text(lang));
    }
    let held = sitting.expected.desks().iter().filter(|other| other.proxy == Some(member.place()));
    let held: Vec<&str> = held.map(|other| other.member.name.as_str()).collect();
    if !held.is_empty() {
        lines.push(Message::new("calling-speaks-for").with("names", held.join(", ")).text(lang));
    }
    if let Some(answer) = desk.answer.filter(|_| sitting.clerk == Clerk::First) {
        let answer = answer_name(Some(answer.position), lang);
        lines.push(Message::new("calling-has-answered").with("answer", answer).text(lang));
    }
    for line in lines {
        ui.label(bold(line, look.size(15.0)));
    }
}

/// One button an answer: what it records, and its key.
fn buttons(ui: &mut Ui, sprites: &mut Sprites, look: &Look, keys: Keys, lang: Lang, commands: &mut Commands) {
    let gap = 8.0;
    let count = Reply::ALL.len() as f32;
    let width = ((ui.available_width() - gap * (count - 1.0)) / count).floor();
    let height = look.size(if look.large { 64.0 } else { 50.0 });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for reply in Reply::ALL {
            if button(ui, sprites, vec2(width, height), reply, look, keys, lang) {
                commands.send(WindowCommand::Calling(Command::Reply(reply)));
            }
        }
    });
}

fn button(
    ui: &mut Ui,
    sprites: &mut Sprites,
    size: egui::Vec2,
    reply: Reply,
    look: &Look,
    keys: Keys,
    lang: Lang,
) -> bool {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let (key, name) = (keys.key(reply).to_string(), lang.text(reply_key(reply)));
    let style = &look.style;
    let is_lit = response.hovered() || response.has_focus();
    let fill = colour(if response.is_pointer_button_down_on() { style.track } else { style.panel });
    let edge =
        Stroke::new(if is_lit { 2.0 } else { 1.0 }, colour(if is_lit { style.ink } else { style.hairline }));
    let painter = ui.painter();
    painter.rect(rect, 8, fill, edge, StrokeKind::Inside);
    let radius = (size.y * 0.16).clamp(5.0, 14.0);
    let left = rect.left() + radius + 12.0;
    position_mark(ui, sprites, pos2(left, rect.center().y), radius, reply.position(), look);
    let type_size = (size.y * 0.34).clamp(12.0, 26.0);
    let ink = colour(style.ink);
    let cap = font(Weight::Bold, type_size * 0.9);
    let keycap = Rect::from_center_size(
        pos2(rect.right() - type_size - 4.0, rect.center().y),
        vec2(type_size * 1.5, type_size * 1.5),
    );
    let room = keycap.left() - left - radius - 12.0;
    let natural = style.typeface.width(&name, f64::from(type_size), Weight::Bold) as f32;
    let word = type_size * (room / natural.max(1.0)).min(1.0);
    let painter = ui.painter();
    painter.text(
        pos2(left + radius + 8.0, rect.center().y),
        Align2::LEFT_CENTER,
        &name,
        font(Weight::Bold, word.max(9.0).floor()),
        ink,
    );
    painter.rect(
        keycap,
        5,
        colour(style.ground),
        Stroke::new(1.0, colour(style.secondary)),
        StrokeKind::Inside,
    );
    painter.text(keycap.center(), Align2::CENTER_CENTER, &key, cap, ink);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, format!("{name} ({key})")));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// Who comes after.
fn following(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang) {
    let shown = if look.large { 2 } else { 5 };
    let following = sitting.following();
    if following.is_empty() {
        return;
    }
    let names: Vec<String> = following.iter().take(shown).map(|&member| sitting.name(member)).collect();
    let size = look.size(if look.large { 26.0 } else { 17.0 });
    let then = Message::new("calling-then").with("names", names.join("  ·  ")).text(lang);
    ui.add(egui::Label::new(egui::RichText::new(then).size(size).weak()).truncate());
}

/// Everybody was called.
fn through(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang, commands: &mut Commands) {
    ui.add_space(look.size(10.0));
    let is_first = sitting.clerk == Clerk::First;
    let key = if is_first { "calling-all-called" } else { "calling-all-counted" };
    Frame::new().inner_margin(Margin::symmetric(0, 4)).show(ui, |ui| {
        ui.label(bold(lang.text(key), look.size(44.0)));
        ui.add_space(6.0);
        let (label, command) = if is_first {
            (with_key(ui, "calling-close", CLOSE_VOTE, lang), Command::Ask(Some(Dialog::Close)))
        } else {
            (lang.text("calling-differences"), Command::Ask(Some(Dialog::Differences)))
        };
        let text = bold(label, look.size(18.0)).color(colour(look.style.ground));
        let fill = colour(look.style.ink);
        if ui.add(egui::Button::new(text).fill(fill).min_size(vec2(200.0, look.size(44.0)))).clicked() {
            commands.send(WindowCommand::Calling(command));
        }
    });
    ui.add_space(look.size(8.0));
}

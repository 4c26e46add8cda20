//! The middle panel: the drawing of the vote, with seats that answer to the pointer and the keys.

use std::sync::Arc;

use egui::{EventFilter, Key, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::Command;
use super::opened::{Opened, OpenedId};
use super::painter::{on_screen, paint};
use super::sprites::Sprites;
use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use crate::chart::scene::{Scene, Seat};
use crate::chart::{Arrangement, RevealOrder, Style, Vote, holder_name, party_name, position_name, window};
use crate::lang::{Lang, Message};

/// What the panel keeps between frames: the last drawing and the textures of its marks.
#[derive(Default)]
pub(super) struct Canvas {
    drawn_for: Option<DrawnFor>,
    scene: Option<Scene>,
    /// A moment of the replay, and which.
    moment: Option<(Moment, Scene)>,
    /// The textures of the marks, which the list of members paints with too.
    pub(super) sprites: Sprites,
}

/// What a drawing depends on.
#[derive(Clone, PartialEq)]
struct DrawnFor {
    opened: OpenedId,
    size: Vec2,
    lang: Lang,
    style: Style,
    arrangement: Arrangement,
}

/// Where a replay stands.
type Moment = (RevealOrder, usize);

/// Chambers beyond this size get no node a seat for screen readers: the list of members serves there.
const MOST_NODES: usize = 3000;

/// Draws the panel.
pub(super) fn show(
    ui: &mut Ui,
    canvas: &mut Canvas,
    opened: &Arc<Opened>,
    state: &mut State,
    commands: &mut Commands,
) {
    let Some(vote) = opened.vote(state.lang) else { return };
    let style = style(ui.ctx());
    let size = ui.available_size();
    let wanted = DrawnFor {
        opened: OpenedId::of(opened),
        size,
        lang: state.lang,
        style: style.clone(),
        arrangement: state.arrangement.clone(),
    };
    if canvas.drawn_for.as_ref() != Some(&wanted) {
        canvas.scene = Some(window(&vote, &style, &state.arrangement, f64::from(size.x), f64::from(size.y)));
        canvas.drawn_for = Some(wanted);
        canvas.moment = None;
    }
    let Some(whole) = &canvas.scene else { return };
    let told = state.playback.as_ref().filter(|playback| playback.shown() < playback.replay.len());
    let scene = match told {
        Some(playback) => {
            let moment = (playback.replay.order(), playback.shown());
            if canvas.moment.as_ref().is_none_or(|(drawn, _)| *drawn != moment) {
                let scene = playback.replay.reveal(whole, &vote, &style, moment.1);
                canvas.moment = Some((moment, scene));
            }
            canvas.moment.as_ref().map_or(whole, |(_, scene)| scene)
        }
        None => whole,
    };
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let seats: Vec<Seat<'_>> = scene.seats().collect();
    let origin = rect.min;
    let pointed = response.hover_pos().and_then(|point| seat_at(&seats, point, origin));
    if response.clicked() {
        response.request_focus();
        commands.send(Command::Pin(pointed.and_then(|index| seats[index].ballot)));
        state.cursor = pointed;
    }
    move_cursor(ui, &response, &seats, state, commands);
    response.widget_info(|| {
        let label = Message::new("chamber-name").with("seats", vote.summary.seats).text(state.lang);
        WidgetInfo::labeled(Role::GraphicsDocument, ui.is_enabled(), label)
    });
    describe(ui, &response, scene);
    add_nodes(ui, &response, &seats, state, origin);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0, colour(scene.background.unwrap_or(style.ground)));
    let is_lit = |ballot: Option<usize>| match (&state.matches, ballot) {
        (None, _) => true,
        (Some(matches), Some(index)) => matches.get(index).copied().unwrap_or(false),
        (Some(_), None) => false,
    };
    paint(scene, &painter, &mut canvas.sprites, origin, &is_lit);
    let pinned = state.pinned.and_then(|ballot| seats.iter().position(|seat| seat.ballot == Some(ballot)));
    let cursor = state.cursor.filter(|_| response.has_focus());
    for index in [pinned, pointed, cursor].into_iter().flatten() {
        let Some(seat) = seats.get(index) else { continue };
        let centre = on_screen(seat.marker.centre, origin);
        painter.circle_stroke(centre, seat.marker.radius as f32 + 1.5, Stroke::new(2.0, colour(style.ink)));
    }
    // One card at a time: what the pointer or the keys are on, else what is pinned.
    if let Some(seat) = pointed.filter(|_| pointed != pinned).and_then(|index| seats.get(index)) {
        response.on_hover_ui_at_pointer(|ui| seat_text(ui, &vote, seat, state));
    } else if let Some(seat) = cursor.or(pinned).and_then(|index| seats.get(index)) {
        card(ui, &vote, seat, state, origin, rect);
    }
}

/// The seat at a point: the nearest within a little more than its radius.
fn seat_at(seats: &[Seat<'_>], point: Pos2, origin: Pos2) -> Option<usize> {
    let distance = |seat: &Seat<'_>| on_screen(seat.marker.centre, origin).distance(point);
    let nearest = (0..seats.len()).min_by(|&a, &b| distance(&seats[a]).total_cmp(&distance(&seats[b])))?;
    (distance(&seats[nearest]) <= seats[nearest].marker.radius as f32 * 1.25).then_some(nearest)
}

/// Arrow keys go to the nearest seat in their direction; Enter pins it, Escape lets go.
fn move_cursor(
    ui: &Ui,
    response: &egui::Response,
    seats: &[Seat<'_>],
    state: &mut State,
    commands: &mut Commands,
) {
    if !response.has_focus() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    for (key, direction) in [
        (Key::ArrowLeft, vec2(-1.0, 0.0)),
        (Key::ArrowRight, vec2(1.0, 0.0)),
        (Key::ArrowUp, vec2(0.0, -1.0)),
        (Key::ArrowDown, vec2(0.0, 1.0)),
    ] {
        if ui.input(|input| input.key_pressed(key)) {
            state.cursor = match state.cursor {
                Some(index) => Some(nearest_in(seats, index, direction).unwrap_or(index)),
                None => (!seats.is_empty()).then_some(0),
            };
        }
    }
    if ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space)) {
        commands
            .send(Command::Pin(state.cursor.and_then(|index| seats.get(index)).and_then(|seat| seat.ballot)));
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.send(Command::Pin(None));
        state.cursor = None;
    }
}

fn nearest_in(seats: &[Seat<'_>], from: usize, direction: Vec2) -> Option<usize> {
    let start = seats.get(from)?.marker.centre;
    let cost = |seat: &Seat<'_>| {
        let step = vec2((seat.marker.centre.x - start.x) as f32, (seat.marker.centre.y - start.y) as f32);
        let along = step.dot(direction);
        let across = step.dot(direction.rot90()).abs();
        (along > 0.5).then_some(along + 2.5 * across)
    };
    let candidates = (0..seats.len()).filter_map(|index| Some((index, cost(&seats[index])?)));
    candidates.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

/// The drawing in full sentences, for screen readers.
fn describe(ui: &Ui, response: &egui::Response, scene: &Scene) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(scene.description.clone()));
}

/// One node a seat, by which screen readers and tests find it.
fn add_nodes(ui: &mut Ui, response: &egui::Response, seats: &[Seat<'_>], state: &State, origin: Pos2) {
    if seats.len() > MOST_NODES {
        return;
    }
    for (index, seat) in seats.iter().enumerate() {
        let side = Vec2::splat(seat.marker.radius as f32 * 2.0);
        let rect = Rect::from_center_size(on_screen(seat.marker.centre, origin), side);
        let node = ui.interact(rect, response.id.with(("seat", index)), Sense::hover());
        let is_pinned = seat.ballot.is_some() && seat.ballot == state.pinned;
        node.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_pinned, seat.title()));
    }
}

/// A card beside a seat, on the side where there is more room.
fn card(ui: &Ui, vote: &Vote<'_>, seat: &Seat<'_>, state: &State, origin: Pos2, rect: Rect) {
    let centre = on_screen(seat.marker.centre, origin);
    let gap = seat.marker.radius as f32 + 10.0;
    let (pivot, at) = if centre.x > rect.center().x {
        (egui::Align2::RIGHT_CENTER, centre - vec2(gap, 0.0))
    } else {
        (egui::Align2::LEFT_CENTER, centre + vec2(gap, 0.0))
    };
    egui::Area::new(ui.make_persistent_id("seat card"))
        .order(egui::Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .interactable(false)
        .constrain_to(rect)
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| seat_text(ui, vote, seat, state));
        });
}

/// Name, party, vote where a replay does not keep it, and what else the file says of the member.
fn seat_text(ui: &mut Ui, vote: &Vote<'_>, seat: &Seat<'_>, state: &State) {
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
    ui.spacing_mut().item_spacing.y = 2.0;
    let roll_call = vote.roll_call;
    let Some((index, cast)) = seat.ballot.and_then(|index| Some((index, roll_call.vote(index)?))) else {
        ui.label(bold(seat.title(), 13.0));
        return;
    };
    let style = style(ui.ctx());
    ui.label(bold(holder_name(vote, cast.member, index), 14.0));
    ui.label(party_name(roll_call, cast.member, vote.lang));
    if state.keeps(index) {
        ui.label(bold("…", 13.0));
    } else if vote.summary.composition.is_none() {
        let mut how = position_name(roll_call, cast.position(), vote.lang);
        if cast.ballot.is_proxy() {
            how = format!("{how}, {}", vote.lang.text("by-proxy"));
        }
        ui.label(bold(how, 13.0).color(colour(style.text(cast.position()))));
    }
    if let Some(place) = &cast.member.constituency {
        ui.weak(Message::new("seat-hint-constituency").with("place", place).text(vote.lang));
    }
    if let Some(number) = &cast.member.seat {
        ui.weak(Message::new("seat-hint-seat").with("seat", number).text(vote.lang));
    }
}

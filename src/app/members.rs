//! The list of members with their votes: the accessible twin of the drawing.

use egui::{Sense, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use super::Command;
use super::command::MemberOrder;
use super::opened::Opened;
use super::painter::paint_marker;
use super::sprites::Sprites;
use super::state::{Commands, State};
use super::theme::{bold, style, written};
use crate::chart::{Vote, holder_name, position_name};
use crate::model::Position;

pub(super) fn show(
    ui: &mut Ui,
    sprites: &mut Sprites,
    opened: &Opened,
    state: &State,
    commands: &mut Commands,
) {
    let Some(vote) = opened.vote(state.lang) else { return };
    let rows = rows(&vote, state);
    let tokens = style(ui.ctx());
    ui.push_id("members", |ui| {
        ui.style_mut().interaction.selectable_labels = false;
        TableBuilder::new(ui)
            .striped(false)
            .sense(Sense::click())
            .column(Column::remainder().clip(true))
            .column(Column::exact(64.0).clip(true))
            .column(Column::exact(92.0).clip(true))
            .header(24.0, |mut header| {
                for (key, order) in [
                    ("column-member", MemberOrder::Name),
                    ("column-group", MemberOrder::Party),
                    ("column-vote", MemberOrder::Vote),
                ] {
                    header.col(|ui| {
                        if order == MemberOrder::Vote && vote.summary.composition.is_some() {
                            return;
                        }
                        let is_order = state.member_order == order;
                        let text = bold(vote.lang.text(key).to_uppercase(), 10.5).weak();
                        if ui.add(egui::Button::new(text).frame(false).selected(is_order)).clicked() {
                            let order = if is_order { MemberOrder::File } else { order };
                            commands.send(Command::SortMembers(order));
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(24.0, rows.len(), |mut row| {
                    let line = &rows[row.index()];
                    row.set_selected(state.pinned == Some(line.ballot));
                    row.col(|ui| {
                        written(ui, &line.name, false);
                    });
                    row.col(|ui| {
                        written(ui, &line.party, true);
                    });
                    row.col(|ui| {
                        ui.horizontal_centered(|ui| {
                            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::hover());
                            if let Some(position) = line.position {
                                let (mark, colour) = tokens.seat(position);
                                paint_marker(ui.painter(), sprites, rect.center(), 5.5, mark, colour);
                            }
                            written(ui, &line.vote, false);
                        });
                    });
                    if row.response().clicked() {
                        let pin = (state.pinned != Some(line.ballot)).then_some(line.ballot);
                        commands.send(Command::Pin(pin));
                    }
                });
            });
    });
}

struct Row {
    ballot: usize,
    name: String,
    party: String,
    vote: String,
    /// `None` where a replay does not tell it yet.
    position: Option<Position>,
}

/// The members that match what is looked for, in the order chosen.
fn rows(vote: &Vote<'_>, state: &State) -> Vec<Row> {
    let is_vote = vote.summary.composition.is_none();
    let is_match = |index: usize| {
        state.matches.as_ref().is_none_or(|matches| matches.get(index).copied().unwrap_or(false))
    };
    let mut rows: Vec<Row> = vote
        .roll_call
        .votes()
        .enumerate()
        .filter(|(index, _)| is_match(*index))
        .map(|(index, cast)| (index, cast, Some(cast.position()).filter(|_| !state.keeps(index))))
        .map(|(index, cast, position)| Row {
            ballot: index,
            name: holder_name(vote, cast.member, index),
            party: vote.roll_call.party_of(cast.member).map(|party| party.short.clone()).unwrap_or_default(),
            vote: match position {
                _ if !is_vote => String::new(),
                None => "…".to_owned(),
                Some(position) => position_name(vote.roll_call, position, vote.lang),
            },
            position: position.filter(|_| is_vote),
        })
        .collect();
    match state.member_order {
        MemberOrder::File => {}
        MemberOrder::Name => rows.sort_by_cached_key(|row| row.name.to_lowercase()),
        MemberOrder::Party => {
            rows.sort_by_cached_key(|row| (row.party.to_lowercase(), row.name.to_lowercase()));
        }
        MemberOrder::Vote => rows.sort_by_cached_key(|row| (row.position, row.name.to_lowercase())),
    }
    rows
}

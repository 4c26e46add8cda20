//! The table of parties: members, ballots cast, unity, and a bar of the votes.

use egui::{Align, Color32, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart, Plot, PlotBounds};

use super::Command;
use super::coalition;
use super::opened::Opened;
use super::state::{Commands, State};
use super::theme::{bold, colour, font, style, written};
use crate::analyze::PartyLine;
use crate::chart::scene::Weight;
use crate::chart::typeface;
use crate::chart::{Style, Vote, member_name, plain_position_name, position_name};
use crate::lang::{Lang, Message};
use crate::model::Position;

/// The height of a party's row.
const ROW: f32 = 44.0;
/// From the top of a row to the middle of its bar.
const BAR_Y: f32 = 31.0;
/// The thickness of a bar.
const BAR: f32 = 6.0;
/// Room at the right for the scroll bar.
const SCROLL_ROOM: f32 = 12.0;
/// The headings of the columns of figures.
const COLUMNS: [&str; 3] = ["column-seats", "column-voted", "column-unity"];
/// The size of headings.
const HEADING: f32 = 10.5;
/// Between two columns.
const BETWEEN: f32 = 14.0;
/// Members listed as breaking ranks; the rest are counted.
const SHOWN: usize = 60;
/// Below this a party counts as split.
const SPLIT: f64 = 0.995;

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    let Some(vote) = opened.vote(state.lang) else { return };
    if let Some(composition) = &opened.summary.composition {
        return coalition::show(ui, &vote, composition, state, commands);
    }
    let tokens = style(ui.ctx());
    header(ui, &vote);
    egui::ScrollArea::vertical().id_salt("parties").auto_shrink([false, false]).show(ui, |ui| {
        let lines = &opened.summary.parties;
        // The scroll bar stands beside the figures, not over them.
        let size = vec2(ui.available_width() - SCROLL_ROOM, ROW * lines.len() as f32);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        bars(ui, rect, &vote, &tokens, lines);
        for (index, line) in lines.iter().enumerate() {
            let top = rect.top() + ROW * index as f32;
            let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), ROW));
            party_row(ui, row, &vote, &tokens, line, state, commands);
        }
        ui.add_space(20.0);
        split_parties(ui, &vote, lines);
        rebels(ui, &vote);
    });
}

/// The right edges of the columns of figures, each as wide as its heading.
fn right_edges(row: Rect, lang: Lang) -> [f32; 3] {
    let width = |key: &str| {
        let heading = lang.text(key).to_uppercase();
        typeface::width(&heading, f64::from(HEADING), Weight::Bold) as f32 + BETWEEN
    };
    let third = row.right();
    let second = third - width(COLUMNS[2]);
    [second - width(COLUMNS[1]), second, third]
}

fn header(ui: &mut Ui, vote: &Vote<'_>) {
    let size = vec2(ui.available_width() - SCROLL_ROOM, 22.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let tokens = style(ui.ctx());
    let text = |ui: &mut Ui, x: f32, align: egui::Align2, key: &str| {
        let words = vote.lang.text(key).to_uppercase();
        let font = font(Weight::Bold, HEADING);
        ui.painter().text(pos2(x, rect.center().y), align, words, font, colour(tokens.secondary));
    };
    text(ui, rect.left(), egui::Align2::LEFT_CENTER, "column-group");
    let edges = right_edges(rect, vote.lang);
    for (x, key) in edges.into_iter().zip(COLUMNS) {
        text(ui, x, egui::Align2::RIGHT_CENTER, key);
    }
    let unity = Rect::from_min_max(pos2(edges[1] + BETWEEN, rect.top()), rect.max);
    ui.interact(unity, ui.make_persistent_id("unity"), Sense::hover())
        .on_hover_text(vote.lang.text("unity-hint"));
}

/// One plot behind all rows: each party's ballots as shares of its members.
fn bars(ui: &mut Ui, rect: Rect, vote: &Vote<'_>, tokens: &Style, lines: &[PartyLine]) {
    let height = f64::from(rect.height()).max(1.0);
    let y = |index: usize| -(f64::from(ROW) * index as f64 + f64::from(BAR_Y));
    let bar = |index: usize, length: f64, fill: Color32, name: String| {
        Bar::new(y(index), length).width(f64::from(BAR)).fill(fill).stroke(Stroke::NONE).name(name)
    };
    let track: Vec<Bar> =
        (0..lines.len()).map(|index| bar(index, 1.0, colour(tokens.track), String::new())).collect();
    let mut charts = vec![BarChart::new("track", track).horizontal().allow_hover(false)];
    let positions: Vec<Position> =
        vote.summary.tally.occurring().map(|(position, _)| position).filter(|p| p.is_cast()).collect();
    let mut stacked: Vec<BarChart> = Vec::new();
    for position in positions {
        let (_, fill) = tokens.seat(position);
        let name = position_name(vote.roll_call, position, vote.lang);
        let chart: Vec<Bar> = lines
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let members = line.tally.members(position);
                let share = f64::from(members) / f64::from(line.tally.num_members().max(1));
                bar(index, share, colour(fill), format!("{name} {members}"))
            })
            .collect();
        let below: Vec<&BarChart> = stacked.iter().collect();
        let chart = BarChart::new(name, chart)
            .horizontal()
            .element_formatter(Box::new(|bar, _| bar.name.clone()))
            .stack_on(&below);
        stacked.push(chart);
    }
    charts.extend(stacked);
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        let response = Plot::new("party bars")
            .width(rect.width())
            .height(rect.height())
            .set_margin_fraction(vec2(0.0, 0.0))
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .cursor_color(Color32::TRANSPARENT)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .sense(Sense::hover())
            .show(ui, |plot| {
                plot.set_plot_bounds(PlotBounds::from_min_max([0.0, -height], [1.0, 0.0]));
                for chart in charts {
                    plot.bar_chart(chart);
                }
            });
        response
            .response
            .widget_info(|| WidgetInfo::labeled(Role::GraphicsDocument, true, vote.lang.text("party-bars")));
    });
}

fn party_row(
    ui: &mut Ui,
    row: Rect,
    vote: &Vote<'_>,
    tokens: &Style,
    line: &PartyLine,
    state: &State,
    commands: &mut Commands,
) {
    let party = line.party.and_then(|id| vote.roll_call.archive().party(id));
    let name = party.map_or_else(|| vote.lang.text("no-party"), |party| party.name.clone());
    let short = party.map_or_else(String::new, |party| party.short.clone());
    let fill = tokens.party(line.party.map(|id| usize::from(id.0)).zip(party));
    let head = Rect::from_min_size(row.min, vec2(row.width(), BAR_Y - BAR));
    let response =
        ui.interact(head, ui.make_persistent_id(("party", line.party.map(|id| id.0))), Sense::click());
    let unity = line.agreement();
    let shown_unity = unity.map_or_else(|| "—".to_owned(), |unity| vote.lang.percent(unity));
    let members = vote.lang.number(u64::from(line.tally.num_members()));
    let cast = vote.lang.number(u64::from(line.tally.num_cast()));
    response.widget_info(|| {
        let counts: Vec<String> = line
            .tally
            .occurring()
            .map(|(position, count)| {
                format!("{} {}", position_name(vote.roll_call, position, vote.lang), count.members)
            })
            .collect();
        let label = format!("{name}: {members}; {}", counts.join(", "));
        WidgetInfo::selected(Role::Button, true, state.find == short && !short.is_empty(), label)
    });
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(head.expand2(vec2(6.0, 0.0)), 4, colour(tokens.hairline));
    }
    let middle = row.top() + 13.0;
    ui.painter().circle_filled(pos2(row.left() + 5.0, middle), 5.0, colour(fill));
    let edges = right_edges(row, vote.lang);
    let name_area =
        Rect::from_min_max(pos2(row.left() + 20.0, row.top()), pos2(edges[0] - 30.0, row.top() + 26.0));
    let shown_name = typeface::in_visual_order(&name);
    ui.scope_builder(
        UiBuilder::new().max_rect(name_area).layout(Layout::left_to_right(Align::Center)),
        |ui| {
            ui.add(
                egui::Label::new(egui::RichText::new(&*shown_name).size(12.5)).truncate().selectable(false),
            )
        },
    );
    let is_split = unity.is_some_and(|unity| unity < SPLIT);
    let figures = [
        (members, Weight::Regular, tokens.ink),
        (cast, Weight::Regular, tokens.ink),
        if is_split {
            (shown_unity, Weight::Bold, tokens.against_text)
        } else {
            (shown_unity, Weight::Regular, tokens.ink)
        },
    ];
    for (x, (text, weight, ink)) in edges.into_iter().zip(figures) {
        let at = pos2(x, middle);
        ui.painter().text(at, egui::Align2::RIGHT_CENTER, text, font(weight, 12.5), colour(ink));
    }
    if response.clicked() && !short.is_empty() {
        let find = if state.find == short { String::new() } else { short };
        commands.send(Command::Find(find));
    }
}

/// `EPR 8–8–1 · DEM 6–3–3`: parties whose members did not all do the same.
fn split_parties(ui: &mut Ui, vote: &Vote<'_>, lines: &[PartyLine]) {
    let split: Vec<String> = lines
        .iter()
        .filter(|line| line.is_split())
        .filter_map(|line| {
            let party = vote.roll_call.archive().party(line.party?)?;
            let counts: Vec<String> = [Position::For, Position::Against, Position::Abstain]
                .into_iter()
                .map(|position| line.tally.members(position).to_string())
                .collect();
            Some(format!("{} {}", typeface::in_visual_order(&party.short), counts.join("–")))
        })
        .collect();
    if split.is_empty() || !vote.summary.has_sides() {
        return;
    }
    ui.label(bold(vote.lang.text("split-groups"), 12.0));
    let order = [Position::For, Position::Against, Position::Abstain]
        .map(|position| plain_position_name(position, vote.lang).to_lowercase());
    ui.weak(split.join(" · ")).on_hover_text(order.join("–"));
    ui.add_space(8.0);
}

/// Who voted otherwise than most of their party.
fn rebels(ui: &mut Ui, vote: &Vote<'_>) {
    let rebels = &vote.summary.rebels;
    if rebels.is_empty() {
        return;
    }
    ui.label(bold(Message::new("rebels-heading").with("n", rebels.len()).text(vote.lang), 12.0));
    for rebel in rebels.iter().take(SHOWN) {
        let index = rebel.member.0 as usize;
        let Some(member) = vote.roll_call.archive().members().get(index) else { continue };
        let party = vote.roll_call.party_of(member).map_or("", |party| party.short.as_str());
        let name = member_name(member, index, vote.lang);
        let position = position_name(vote.roll_call, rebel.position, vote.lang);
        written(ui, &format!("{name}, {party}: {position}"), true);
    }
    if rebels.len() > SHOWN {
        ui.weak(Message::new("more-rows").with("n", rebels.len() - SHOWN).text(vote.lang));
    }
    ui.add_space(16.0);
}

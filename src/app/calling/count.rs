//! The running count: figures, who is left, the rule, the quorum, and the moment the result became certain.

use egui::{Frame, Margin, Rect, Sense, Ui, pos2, vec2};

use super::clock::local_time;
use super::look::Look;
use super::sitting::Sitting;
use crate::app::theme::{bold, colour, font};
use crate::chart::scene::Weight;
use crate::chart::{plain_position_name, result_sentence, rule_line, rule_particulars, verdict_name, votes};
use crate::lang::{Lang, Message};
use crate::model::{Position, Rgb, Tally};
use crate::record::{Clerk, Round};

pub(super) fn show(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang) {
    let call = &sitting.call;
    let is_first = sitting.clerk == Clerk::First;
    let tally = if is_first { call.tally() } else { sitting.second_tally() };
    figures(ui, &tally, look, lang);
    others(ui, &tally, look, lang);
    ui.add_space(look.size(6.0));
    if !is_first {
        let counted = call.desks().iter().filter(|desk| desk.second.is_some()).count();
        left(ui, call.desks().len() - counted, call.desks().len(), look, lang);
        let text = egui::RichText::new(lang.text("calling-second-text")).size(look.size(13.0)).weak();
        ui.label(text);
        ui.add_space(look.size(6.0));
        return;
    }
    if call.closed().is_none() {
        let silent = call.turns().filter(|turn| turn.round == Round::Second).count();
        if silent > 0 {
            let text = Message::new("calling-silent").with("n", silent).text(lang);
            ui.label(egui::RichText::new(text).size(look.size(13.0).max(11.0)));
        }
        left(ui, call.num_left(), call.desks().len(), look, lang);
    }
    rule(ui, sitting, look, lang);
    ui.add_space(look.size(6.0));
}

/// The two figures in big type, for always on the left: while they count they must not change places.
fn figures(ui: &mut Ui, tally: &Tally, look: &Look, lang: Lang) {
    let style = &look.style;
    let sides = [(Position::For, style.in_favour_text), (Position::Against, style.against_text)];
    let texts = sides.map(|(position, fill)| (votes(lang, tally.votes(position)), position, fill));
    let width = ui.available_width() - 8.0;
    let whole = format!("{}–{}", texts[0].0, texts[1].0);
    let natural = style.typeface.width(&whole, 100.0, Weight::Bold).max(1.0) as f32;
    let most = look.size(if look.large { 150.0 } else { 76.0 });
    let size = (most.min(width * 100.0 / natural) / 4.0).floor() * 4.0;
    let name_size = look.size(if look.large { 22.0 } else { 13.0 });
    let (rect, response) = ui.allocate_exact_size(vec2(width, size * 1.05 + name_size * 1.5), Sense::hover());
    let dash = style.typeface.width("–", f64::from(size), Weight::Bold) as f32;
    let widths = [&texts[0].0, &texts[1].0]
        .map(|text| style.typeface.width(text, f64::from(size), Weight::Bold) as f32);
    let left = rect.center().x - (widths[0] + dash + widths[1]) / 2.0;
    let y = rect.top() + size * 0.52;
    let painter = ui.painter();
    let big = font(Weight::Bold, size);
    let middle = egui::Align2::LEFT_CENTER;
    painter.text(pos2(left, y), middle, &texts[0].0, big.clone(), colour(texts[0].2));
    painter.text(pos2(left + widths[0], y), middle, "–", big.clone(), colour(style.dash));
    painter.text(pos2(left + widths[0] + dash, y), middle, &texts[1].0, big, colour(texts[1].2));
    let names = texts.each_ref().map(|(_, position, fill)| (plain_position_name(*position, lang), *fill));
    let below = rect.top() + size * 1.05;
    let small = font(Weight::Bold, name_size);
    let place =
        [(left + widths[0], egui::Align2::RIGHT_TOP), (left + widths[0] + dash, egui::Align2::LEFT_TOP)];
    for ((name, fill), (x, align)) in names.iter().zip(place) {
        painter.text(pos2(x, below), align, name, small.clone(), colour(*fill));
    }
    let told = texts.map(|(figure, position, _)| format!("{} {figure}", plain_position_name(position, lang)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, told.join(", ")));
}

/// Everything that is neither for nor against nor still to come.
fn others(ui: &mut Ui, tally: &Tally, look: &Look, lang: Lang) {
    let is_other =
        |position: Position| !matches!(position, Position::For | Position::Against | Position::Unknown);
    let parts: Vec<String> = tally
        .occurring()
        .filter(|(position, line)| is_other(*position) && line.members > 0)
        .map(|(position, line)| {
            format!("{} {}", plain_position_name(position, lang), lang.number(u64::from(line.members)))
        })
        .collect();
    if !parts.is_empty() {
        let text =
            egui::RichText::new(parts.join(" · ")).size(look.size(if look.large { 20.0 } else { 14.0 }));
        ui.vertical_centered(|ui| ui.label(text));
    }
}

/// How many are left, with a bar.
fn left(ui: &mut Ui, left: usize, members: usize, look: &Look, lang: Lang) {
    let size = look.size(if look.large { 22.0 } else { 15.0 });
    let text = Message::new("calling-left").with("n", left).with("members", members).text(lang);
    ui.label(bold(text, size));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, look.size(6.0)), Sense::hover());
    let share = (members - left.min(members)) as f32 / members.max(1) as f32;
    ui.painter().rect_filled(rect, 3, colour(look.style.track));
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, 3, colour(look.style.ink));
    ui.add_space(look.size(6.0));
}

/// What the rule asks for and how it stands; the quorum.
fn rule(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang) {
    let outcome = sitting.call.outcome();
    let size = look.size(if look.large { 18.0 } else { 13.0 }).max(11.0);
    let line = |ui: &mut Ui, text: String| ui.label(egui::RichText::new(text).size(size));
    if sitting.call.closed().is_some() {
        line(ui, result_sentence(&outcome, lang));
    } else {
        line(ui, rule_line(outcome.rule, lang));
        let needed = Message::new("calling-needed")
            .with("needed", votes(lang, outcome.needed))
            .with("got", votes(lang, outcome.got));
        line(ui, needed.text(lang));
    }
    if let Some(quorum) = outcome.quorum {
        let key = if quorum.is_met() { "calling-quorum-met" } else { "calling-quorum-open" };
        let text = Message::new(key).with("present", quorum.present).with("needed", quorum.needed);
        ui.label(bold(text.text(lang), size));
    } else {
        for particular in rule_particulars(outcome.rule, lang) {
            line(ui, particular);
        }
    }
    let certain = match sitting.call.certain() {
        Some(certain) => Message::new("calling-certain-since")
            .with("time", local_time(certain.time))
            .with("verdict", verdict_name(certain.verdict, lang))
            .text(lang),
        None => lang.text("calling-uncertain"),
    };
    ui.label(bold(certain, size));
}

/// The result that no answer still to come can change, loud and in nobody's way.
pub(super) fn certainty_band(ui: &mut Ui, sitting: &Sitting, look: &Look, lang: Lang) {
    let Some(certain) = sitting.call.certain() else { return };
    let (fill, ink) = look.verdict(certain.verdict);
    band(ui, fill, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(bold(verdict_name(certain.verdict, lang), look.size(24.0)).color(colour(ink)));
            let text = Message::new("calling-certain").with("time", local_time(certain.time)).text(lang);
            ui.label(egui::RichText::new(text).size(look.size(15.0)).color(colour(ink)));
        });
    });
}

/// A strip across the page.
pub(super) fn band(ui: &mut Ui, fill: Rgb, contents: impl FnOnce(&mut Ui)) {
    Frame::new().fill(colour(fill)).corner_radius(6).inner_margin(Margin::symmetric(14, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui);
    });
}

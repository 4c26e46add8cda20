//! The answers given so far, the newest first; above them what is still on its way to the disk.

use egui::{Align2, Pos2, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::clock::local_time;
use super::command::Command;
use super::dialog::Dialog;
use super::keys::Reply;
use super::look::Look;
use super::scribe::Deed;
use super::sitting::Sitting;
use crate::app::Command as WindowCommand;
use crate::app::painter::paint_marker;
use crate::app::sprites::Sprites;
use crate::app::state::Commands;
use crate::app::theme::{bold, colour, font};
use crate::chart::plain_position_name;
use crate::chart::scene::{Mark, Weight};
use crate::lang::{Lang, Message};
use crate::model::{Moment, Position};
use crate::record::{Call, Clerk, Event, MemberNumber};

/// The word on the button of a reply.
pub(super) fn reply_key(reply: Reply) -> &'static str {
    match reply {
        Reply::For => "calling-for",
        Reply::Against => "calling-against",
        Reply::Abstain => "calling-abstain",
        Reply::Present => "calling-present",
        Reply::NoAnswer => "calling-no-answer",
    }
}

/// The word for an answer, or for none.
pub(super) fn answer_name(position: Option<Position>, lang: Lang) -> String {
    position.map_or_else(|| lang.text("calling-no-answer"), |position| plain_position_name(position, lang))
}

/// The mark of a position, or the ring of none.
pub(super) fn position_mark(
    ui: &Ui,
    sprites: &mut Sprites,
    centre: Pos2,
    radius: f32,
    position: Option<Position>,
    look: &Look,
) {
    let (mark, fill) = match position {
        Some(position) => look.style.seat(position),
        None => (Mark::Ring, look.style.ring),
    };
    if mark.is_filled() && mark != Mark::Disc {
        paint_marker(ui.painter(), sprites, centre, radius, Mark::Disc, fill);
        let core = crate::chart::scene::Marker {
            centre: crate::chart::scene::Point { x: 0.0, y: 0.0 },
            radius: f64::from(radius),
            mark,
            colour: fill,
        };
        paint_marker(ui.painter(), sprites, centre, radius, mark, core.core_colour());
    } else {
        paint_marker(ui.painter(), sprites, centre, radius, mark, fill);
    }
}

/// One line of the list.
struct Line {
    member: MemberNumber,
    position: Option<Position>,
    /// `None` while it is not on the disk.
    time: Option<Moment>,
    is_corrected: bool,
}

pub(super) fn show(
    ui: &mut Ui,
    sprites: &mut Sprites,
    sitting: &Sitting,
    look: &Look,
    lang: Lang,
    commands: &mut Commands,
) {
    ui.separator();
    let lines = lines(sitting);
    if lines.is_empty() {
        ui.label(egui::RichText::new(lang.text("calling-no-answers")).weak());
        return;
    }
    let height = look.size(24.0).max(20.0);
    ScrollArea::vertical().id_salt("answers").auto_shrink([false, false]).show_rows(
        ui,
        height,
        lines.len(),
        |ui, rows| {
            for line in &lines[rows] {
                row(ui, sprites, sitting, line, height, look, lang, commands);
            }
        },
    );
}

fn lines(sitting: &Sitting) -> Vec<Line> {
    let waiting = sitting.waiting.iter().rev().filter_map(|waiting| {
        let (member, position) = match &waiting.deed {
            Deed::Event(
                Event::Answered { member, position }
                | Event::Corrected { member, position, .. }
                | Event::SecondCount { member, position },
            ) => (*member, Some(*position)),
            Deed::Event(Event::NoAnswer { member }) => (*member, None),
            _ => return None,
        };
        Some(Line { member, position, time: None, is_corrected: false })
    });
    let call = &sitting.call;
    let given: Vec<Line> = match sitting.clerk {
        Clerk::First => record(call),
        Clerk::Second => {
            let heard = call.desks().iter().enumerate().rev();
            heard
                .filter_map(|(place, desk)| {
                    let (position, member) = (Some(desk.second?), MemberNumber::at(place));
                    Some(Line { member, position, time: Some(Moment::default()), is_corrected: false })
                })
                .collect()
        }
    };
    waiting.chain(given).collect()
}

/// The answers of the record, and the members who were called and gave none, the newest first.
fn record(call: &Call) -> Vec<Line> {
    let mut lines: Vec<(u64, Line)> = Vec::new();
    for (member, answer) in call.voices() {
        let is_corrected = call.corrections().iter().any(|kept| kept.place == member.place());
        let (position, time) = (Some(answer.position), Some(answer.time));
        lines.push((answer.seq, Line { member, position, time, is_corrected }));
    }
    let mut silent = vec![None; call.desks().len()];
    for entry in call.log() {
        let Event::NoAnswer { member } = entry.event else { continue };
        if let Some(last) = silent.get_mut(member.place()) {
            *last = Some((entry.seq, entry.time));
        }
    }
    for (place, (desk, last)) in call.desks().iter().zip(silent).enumerate() {
        // Where the last line was undone, the member is open again.
        if let Some((seq, time)) = last.filter(|_| desk.answer.is_none() && desk.passes > 0) {
            let member = MemberNumber::at(place);
            lines.push((seq, Line { member, position: None, time: Some(time), is_corrected: false }));
        }
    }
    lines.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    lines.into_iter().map(|(_, line)| line).collect()
}

#[expect(clippy::too_many_arguments, reason = "a row is drawn in one go")]
fn row(
    ui: &mut Ui,
    sprites: &mut Sprites,
    sitting: &Sitting,
    line: &Line,
    height: f32,
    look: &Look,
    lang: Lang,
    commands: &mut Commands,
) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width() - 4.0, height - 4.0), Sense::click());
    let style = &look.style;
    let answer = answer_name(line.position, lang);
    let size = look.size(13.0).max(11.0);
    let name = sitting.name(line.member);
    let time = match line.time {
        None if sitting.stuck.is_some() => lang.text("calling-waiting"),
        None => lang.text("calling-writing"),
        Some(Moment(0)) => String::new(),
        Some(time) => local_time(time),
    };
    let is_lit = response.hovered() || response.has_focus();
    if is_lit {
        ui.painter().rect_filled(rect, 4, colour(style.track));
    }
    let y = rect.center().y;
    let radius = size * 0.38;
    position_mark(ui, sprites, pos2(rect.left() + radius + 2.0, y), radius, line.position, look);
    let ink = colour(if line.time.is_some() { style.ink } else { style.secondary });
    let time_ink = colour(if line.time.is_some() { style.secondary } else { style.against_text });
    let painter = ui.painter();
    let clock = painter.text(
        pos2(rect.right() - 4.0, y),
        Align2::RIGHT_CENTER,
        &time,
        font(Weight::Regular, size * 0.85),
        time_ink,
    );
    let mut word = answer.clone();
    if line.is_corrected {
        word = Message::new("calling-corrected").with("answer", word).text(lang);
    }
    let colour_of = line.position.map_or(style.secondary, |position| style.text(position));
    let right = clock.left().min(rect.right() - 4.0) - 8.0;
    let word = painter.text(
        pos2(right, y),
        Align2::RIGHT_CENTER,
        word,
        font(Weight::Bold, size * 0.92),
        colour(colour_of),
    );
    let left = rect.left() + 2.0 * radius + 10.0;
    let room = f64::from((word.left() - left - 8.0).max(10.0));
    let shown = style.typeface.fitted(&name, f64::from(size), Weight::Regular, room);
    painter.text(pos2(left, y), Align2::LEFT_CENTER, shown, font(Weight::Regular, size), ink);
    response.widget_info(|| {
        let label = Message::new("calling-said").with("name", &name).with("answer", &answer).text(lang);
        let label = if time.is_empty() { label } else { format!("{label} {time}") };
        WidgetInfo::labeled(egui::Role::Button, true, label)
    });
    if line.time.is_none() || sitting.clerk == Clerk::Second {
        return;
    }
    // An answer is corrected; whoever gave none is called again.
    let (hint, command) = match line.position {
        Some(_) => {
            let dialog = Dialog::Correct { member: line.member, position: None, reason: String::new() };
            ("calling-correct-hint", Command::Ask(Some(dialog)))
        }
        None => ("calling-call-now", Command::GoTo(Some(line.member))),
    };
    if response.on_hover_text(lang.text(hint)).clicked() {
        commands.send(WindowCommand::Calling(command));
    }
}

/// A title of a part in small bold type.
pub(super) fn part(ui: &mut Ui, text: String) {
    ui.label(bold(text, 13.0));
}

//! The list of what could not be read as it stood.

use egui::{Stroke, Ui};

use super::Command;
use super::opened::Opened;
use super::state::{Commands, State};
use super::theme::{bold, colour, style};
use crate::lang::{Lang, Message};
use crate::read::Problem;

pub(super) fn show(ui: &mut Ui, opened: &Opened, state: &State, commands: &mut Commands) {
    let problems = &opened.reading().problems;
    let lang = state.lang;
    let rows = Message::new("cli-row-count")
        .with("read", opened.reading().rows.read)
        .with("aside", opened.reading().rows.set_aside)
        .with("present", opened.reading().rows.present);
    ui.weak(rows.text(lang));
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text("menu-mapping")).clicked() {
            commands.send(Command::ShowMapping(true));
        }
        if ui.add_enabled(!problems.is_empty(), egui::Button::new(lang.text("problems-export"))).clicked() {
            commands.send(Command::ProblemsDialog);
        }
    });
    ui.add_space(8.0);
    if problems.is_empty() {
        ui.label(Message::new("status-problems").with("n", 0_u32).text(lang));
        return;
    }
    let tokens = style(ui.ctx());
    egui::ScrollArea::vertical().id_salt("problems").auto_shrink([false, false]).show(ui, |ui| {
        // A file of nothing but faults has as many problems as rows: more than anybody reads.
        const SHOWN: usize = 500;
        for problem in problems.iter().take(SHOWN) {
            ui.label(bold(place(problem, lang), 12.0));
            ui.label(problem.message().text(lang));
            let done = problem.done_message().text(lang);
            ui.weak(match problem.times_message() {
                Some(times) => format!("{done} · {}", times.text(lang)),
                None => done,
            });
            ui.add_space(6.0);
            let line = ui.cursor();
            let width = ui.available_width();
            ui.painter().hline(
                line.left()..=line.left() + width,
                line.top(),
                Stroke::new(1.0, colour(tokens.hairline)),
            );
            ui.add_space(8.0);
        }
        if problems.len() > SHOWN {
            ui.weak(Message::new("more-rows").with("n", problems.len() - SHOWN).text(lang));
        }
    });
}

fn place(problem: &Problem, lang: Lang) -> String {
    match (problem.row, &problem.column) {
        (Some(row), Some(column)) => {
            Message::new("problem-where").with("line", row.to_string()).with("column", column).text(lang)
        }
        (Some(row), None) => Message::new("problem-where-line").with("line", row.to_string()).text(lang),
        (None, _) => lang.text("problem-where-file"),
    }
}

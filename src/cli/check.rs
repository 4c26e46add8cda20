//! `hemicycle check`: how a file was read, and every problem.

use std::path::Path;

use super::{FAULT, FINE, Failure, open_for, print};
use crate::chart::{delimiter_name, plain_position_name};
use crate::export::check_json;
use crate::lang::{Lang, Message};
use crate::read::{Problem, Reading, Role};

pub(super) fn run(input: &Path, json: bool, lang: Lang) -> Result<u8, Failure> {
    let reading = open_for(input, json, lang)?;
    if json {
        print(&format!("{:#}\n", check_json(&reading)));
    } else {
        print(&text(&reading, lang));
    }
    Ok(if reading.rows.set_aside > 0 { FAULT } else { FINE })
}

fn text(reading: &Reading, lang: Lang) -> String {
    let mapping = &reading.mapping;
    let mut lines = vec![reading.file.clone()];
    let mut fact = |label: &str, value: String| lines.push(format!("  {:<12}{value}", lang.text(label)));
    fact("cli-encoding", mapping.encoding.name().to_owned());
    fact("cli-delimiter", delimiter_name(mapping.delimiter, lang));
    fact(
        "cli-header",
        match mapping.header_line {
            Some(line) => Message::new("cli-header-line").with("line", line.to_string()).text(lang),
            None => lang.text("cli-no-header"),
        },
    );
    let rows = Message::new("cli-row-count")
        .with("read", reading.rows.read)
        .with("aside", reading.rows.set_aside)
        .with("present", reading.rows.present);
    fact("cli-rows", rows.text(lang));
    lines.push(format!("  {}", lang.text("cli-columns")));
    for (index, column) in mapping.columns.iter().enumerate() {
        lines.push(format!("    {:>3}  {:<28} {}", index + 1, column.header, role_name(column.role, lang)));
    }
    lines.push(format!("  {}", lang.text("cli-words")));
    for word in &mapping.words {
        let taken_for = match (word.position, mapping.options.contains(&word.word)) {
            (_, true) => word.word.clone(),
            (position, false) => plain_position_name(position, lang),
        };
        let doubt = if word.is_unknown { " (?)" } else { "" };
        lines.push(format!("    {:>6}  {:<28} {taken_for}{doubt}", word.count, word.word));
    }
    if reading.problems.is_empty() {
        lines.push(format!("  {}: {}", lang.text("cli-problem-list"), lang.text("cli-no-problems")));
    } else {
        lines.push(format!("  {}", lang.text("cli-problem-list")));
        lines.extend(reading.problems.iter().map(|problem| format!("    {}", sentence(problem, lang))));
    }
    lines.join("\n") + "\n"
}

/// `faults.csv:12, column “vote”: …`
fn sentence(problem: &Problem, lang: Lang) -> String {
    let mut place = problem.file.clone();
    if let Some(row) = problem.row {
        place = format!("{place}:{row}");
    }
    if let Some(column) = &problem.column {
        place = format!("{place}, {}", Message::new("cli-column").with("column", column).text(lang));
    }
    format!("{place}: {}. {}.", problem.message().text(lang), problem.done_message().text(lang))
}

fn role_name(role: Option<Role>, lang: Lang) -> String {
    lang.text(match role {
        Some(Role::Position) => "role-position",
        Some(Role::Name) => "role-name",
        Some(Role::FirstName) => "role-first-name",
        Some(Role::LastName) => "role-last-name",
        Some(Role::MiddleName) => "role-middle-name",
        Some(Role::SecondLastName) => "role-second-last-name",
        Some(Role::Party) => "role-party",
        Some(Role::PartyShort) => "role-party-short",
        Some(Role::PartyColour) => "role-party-colour",
        Some(Role::Constituency) => "role-constituency",
        Some(Role::Seat) => "role-seat",
        Some(Role::Id) => "role-id",
        Some(Role::Weight) => "role-weight",
        Some(Role::Score) => "role-score",
        Some(Role::CallOrder) => "role-call-order",
        Some(Role::Proxy) => "role-proxy",
        Some(Role::VoteId) => "role-vote-id",
        Some(Role::VoteTitle) => "role-vote-title",
        Some(Role::VoteDate) => "role-vote-date",
        Some(Role::Result) => "role-result",
        Some(Role::Detail) => "role-detail",
        None => "role-none",
    })
}

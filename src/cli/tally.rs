//! `hemicycle tally`: the result in a terminal.

use super::{FINE, Failure, Given, chosen, note_problems, open_for, print, with_vote};
use crate::chart::{
    Vote, date_line, member_name, outcome_sentence, position_name, rows_sentence, rule_particulars,
    tally_text, verdict_name, votes,
};
use crate::export::tally_json;
use crate::lang::{Lang, Message};
use crate::model::{Agreement, Position};
use crate::read::Reading;

pub(super) fn run(input: &Given, json: bool, lang: Lang) -> Result<u8, Failure> {
    let reading = open_for(input, json, lang)?;
    note_problems(&reading, lang);
    let index = chosen(&reading, input, lang)?;
    with_vote(&reading, index, input.rule, lang, |vote| {
        if json {
            print(&format!("{:#}\n", tally_json(vote.roll_call, vote.summary)));
        } else {
            print(&text(vote));
        }
        Ok(())
    })?;
    Ok(FINE)
}

/// Prints the result of a reading: for a terminal in place of the window.
pub fn print_tally(reading: &Reading, lang: Lang) {
    let printed: Result<(), Failure> = with_vote(reading, 0, None, lang, |vote| {
        print(&text(vote));
        Ok(())
    });
    // A reading without a roll call has nothing to print.
    printed.ok();
}

fn text(vote: &Vote<'_>) -> String {
    let (summary, lang) = (vote.summary, vote.lang);
    let mut lines = vec![vote.title()];
    let date = date_line(vote);
    if !date.is_empty() {
        lines.push(date);
    }
    lines.push(String::new());
    lines.push(headline(vote));
    let cast = votes(lang, summary.took_part);
    let took_part = Message::new("took-part").with("cast", cast).with("members", summary.members).text(lang);
    let turnout = Message::new("turnout").with("percent", lang.percent(summary.turnout())).text(lang);
    lines.push(format!("{took_part} {}, {turnout}", lang.text("took-part-label")));
    lines.push(declared_note(vote));
    lines.push(String::new());
    for (position, line) in summary.tally.occurring() {
        let name = position_name(vote.roll_call, position, lang);
        lines.push(format!("{name:<16}{:>7}", lang.number(u64::from(line.members))));
    }
    lines.push(String::new());
    lines.extend(party_table(vote));
    if !summary.rebels.is_empty() {
        lines.push(String::new());
        lines.extend(rebels(vote));
    }
    let mut text = lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

/// `119–24 (against–for): rejected, more votes for than against; 48 votes changed …`
fn headline(vote: &Vote<'_>) -> String {
    let (summary, lang) = (vote.summary, vote.lang);
    let figures = tally_text(&summary.headline, lang);
    if summary.headline.only_for {
        return format!("{figures}  {}", lang.text("only-for-named"));
    }
    let Some(outcome) = summary.outcome else {
        let names: Vec<String> = summary
            .options
            .iter()
            .take(2)
            .map(|&(position, _)| position_name(vote.roll_call, position, lang))
            .collect();
        return format!("{figures}  {}", names.join("–"));
    };
    let (in_favour, against) = (lang.text("tally-for"), lang.text("tally-against"));
    let sides = if summary.headline.against > summary.headline.in_favour {
        format!("{against}–{in_favour}")
    } else {
        format!("{in_favour}–{against}")
    };
    let verdict = verdict_name(outcome.verdict, lang);
    let sentence = outcome_sentence(vote).unwrap_or_default();
    let particulars = rule_particulars(outcome.rule, lang);
    let mut lines = vec![format!("{figures}  {sides}"), verdict, sentence];
    lines.extend((!particulars.is_empty()).then(|| particulars.join("; ")));
    lines.join("\n")
}

/// How the declared result stands to the counted one.
fn declared_note(vote: &Vote<'_>) -> String {
    let (summary, lang) = (vote.summary, vote.lang);
    let rows = || rows_sentence(vote);
    match summary.agreement {
        Agreement::NotDeclared => lang.text("counted-rows"),
        Agreement::Yes => lang.text("declared-rows-agree"),
        Agreement::No => format!("{} {}", lang.text("declared-differ"), rows()),
        Agreement::ExplainedByUnknown => {
            let unknown = summary.tally.members(Position::Unknown);
            let explained = Message::new("cli-agrees-explained").with("n", unknown).text(lang);
            format!("{} {}; {explained}", lang.text("declared-rows"), rows())
        }
    }
}

fn party_table(vote: &Vote<'_>) -> Vec<String> {
    let (summary, lang) = (vote.summary, vote.lang);
    let positions: Vec<Position> = summary.tally.occurring().map(|(position, _)| position).collect();
    let names: Vec<String> = positions.iter().map(|&p| position_name(vote.roll_call, p, lang)).collect();
    let widths: Vec<usize> = names.iter().map(|name| name.chars().count().max(5) + 2).collect();
    let name_width = 28;
    let mut header = format!("{:<name_width$}{:>9}", lang.text("cli-group"), lang.text("cli-members"));
    for (name, width) in names.iter().zip(&widths) {
        header.push_str(&padded(name, *width));
    }
    header.push_str(&padded(&lang.text("cli-rice"), 8));
    header.push_str(&padded(&lang.text("cli-unity"), 11));
    let mut lines = vec![header];
    for line in &summary.parties {
        let party = line.party.and_then(|id| vote.roll_call.archive().party(id));
        let name = party.map_or_else(|| lang.text("no-party"), |party| party.name.clone());
        let mut row = format!("{:<name_width$}{:>9}", cut(&name, name_width - 1), line.tally.num_members());
        for (&position, width) in positions.iter().zip(&widths) {
            row.push_str(&padded(&line.tally.members(position).to_string(), *width));
        }
        let index = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| format!("{value:.2}"));
        row.push_str(&padded(&index(line.rice()), 8));
        row.push_str(&padded(&index(line.agreement()), 11));
        lines.push(row);
    }
    lines
}

fn rebels(vote: &Vote<'_>) -> Vec<String> {
    let lang = vote.lang;
    let mut lines = vec![format!("{}:", lang.text("cli-rebels"))];
    for rebel in &vote.summary.rebels {
        let Some(member) = vote.roll_call.archive().members().get(rebel.member.0 as usize) else { continue };
        let party = vote.roll_call.party_of(member).map_or("", |party| party.short.as_str());
        let name = member_name(member, rebel.member.0 as usize, lang);
        let position = position_name(vote.roll_call, rebel.position, lang);
        lines.push(format!("  {name}, {party}: {position}"));
    }
    lines
}

/// Right-aligned by characters.
fn padded(text: &str, width: usize) -> String {
    format!("{text:>width$}")
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

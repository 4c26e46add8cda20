//! `hemicycle tally`: the result in a terminal.

use super::{
    FINE, Failure, Given, Judged, chosen, note_origin, note_problems, open_for, origin_note, print, settled,
    with_vote,
};
use crate::analyze::Headline;
use crate::chart::{
    SeatFigure, Vote, date_line, member_name, outcome_sentence, position_name, result_word, rows_sentence,
    rule_particulars, stated_words, tally_text, turnout_line,
};
use crate::export::tally_json;
use crate::lang::{Lang, Message};
use crate::model::{Agreement, Position};
use crate::read::{Origin, Reading};

pub(super) fn run(input: &Given, coalition: &[String], json: bool, lang: Lang) -> Result<u8, Failure> {
    let reading = open_for(input, json, lang)?;
    if json {
        note_origin(&reading, lang);
    }
    note_problems(&reading, lang);
    let index = chosen(&reading, input, lang)?;
    settled(&reading, Some(index), json, lang)?;
    with_vote(&reading, index, Judged::of(input, coalition), lang, |vote| {
        if json {
            let mut figures = tally_json(vote.roll_call, vote.summary);
            figures["origin"] = reading.origin.key().into();
            print(&format!("{figures:#}\n"));
        } else {
            print(&text(vote, &reading.origin));
        }
        Ok(())
    })?;
    Ok(FINE)
}

/// Prints the result of a reading: for a terminal in place of the window.
pub fn print_tally(reading: &Reading, lang: Lang) {
    let printed: Result<(), Failure> = with_vote(reading, 0, Judged::default(), lang, |vote| {
        print(&text(vote, &reading.origin));
        Ok(())
    });
    // A reading without a roll call has nothing to print.
    printed.ok();
}

fn text(vote: &Vote<'_>, origin: &Origin) -> String {
    let (summary, lang) = (vote.summary, vote.lang);
    let mut lines = vec![vote.title()];
    let date = date_line(vote);
    if !date.is_empty() {
        lines.push(date);
    }
    lines.push(String::new());
    let Some(two) = &summary.headline else {
        lines.extend(seats(vote));
        lines.extend(origin_note(origin).map(|note| note.text(lang)));
        return joined(&lines);
    };
    lines.push(headline(vote, two));
    lines.extend(turnout_line(vote));
    lines.push(declared_note(vote));
    lines.extend(origin_note(origin).map(|note| note.text(lang)));
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
    joined(&lines)
}

fn joined(lines: &[String]) -> String {
    let mut text = lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

/// The seats of a composition: how many, the majority, and those of each party.
fn seats(vote: &Vote<'_>) -> Vec<String> {
    let (summary, lang) = (vote.summary, vote.lang);
    let figure = SeatFigure::of(vote);
    let mut lines: Vec<String> =
        figure.map(|SeatFigure { seats, name }| format!("{seats}  {name}")).into_iter().collect();
    lines.extend(outcome_sentence(vote));
    lines.push(String::new());
    lines.push(format!("{:<NAME_WIDTH$}{:>9}", lang.text("cli-group"), lang.text("position-seat")));
    let mut parties: Vec<_> = summary.parties.iter().filter(|line| line.num_counted() > 0).collect();
    parties.sort_by_key(|line| std::cmp::Reverse(line.num_counted()));
    let share = |seats: u32| lang.percent(f64::from(seats) / f64::from(summary.seats.max(1)));
    let mut row = |name: &str, seats: u32, mark: &str| {
        let name = cut(name, NAME_WIDTH - 1);
        let number = lang.number(u64::from(seats));
        lines.push(format!("{name:<NAME_WIDTH$}{number:>9}{:>9} {mark}", share(seats)));
    };
    for line in parties {
        let party = line.party.and_then(|id| vote.roll_call.archive().party(id));
        let name = party.map_or_else(|| lang.text("no-party"), |party| party.name.clone());
        let coalition = summary.composition.as_ref().and_then(|composition| composition.coalition.as_ref());
        let is_chosen = coalition
            .is_some_and(|coalition| line.party.is_some_and(|party| coalition.parties.contains(&party)));
        row(&name, line.num_counted(), if is_chosen { "+" } else { "" });
    }
    if summary.vacant_seats() > 0 {
        row(&lang.text("position-vacant"), summary.vacant_seats(), "");
    }
    lines
}

/// The width of the names of parties.
const NAME_WIDTH: usize = 28;

/// `119–24 (against–for): rejected, more votes for than against; 48 votes changed …`
fn headline(vote: &Vote<'_>, two: &Headline) -> String {
    let (summary, lang) = (vote.summary, vote.lang);
    let figures = tally_text(two, lang);
    if two.only_for {
        let mut lines = vec![format!("{figures}  {}", lang.text("only-for-named"))];
        lines.extend(result_word(vote));
        lines.extend(stated_words(vote.roll_call, lang));
        return lines.join("\n");
    }
    if !summary.has_sides() {
        let names: Vec<String> = summary
            .options
            .iter()
            .take(2)
            .map(|&(position, _)| position_name(vote.roll_call, position, lang))
            .collect();
        let mut lines = vec![format!("{figures}  {}", names.join("–"))];
        lines.extend(result_word(vote));
        return lines.join("\n");
    }
    let (in_favour, against) = (lang.text("tally-for"), lang.text("tally-against"));
    let sides = if two.against > two.in_favour {
        format!("{against}–{in_favour}")
    } else {
        format!("{in_favour}–{against}")
    };
    let mut lines = vec![format!("{figures}  {sides}")];
    lines.extend(result_word(vote));
    lines.extend(stated_words(vote.roll_call, lang));
    lines.extend(outcome_sentence(vote));
    if let Some(outcome) = summary.judgement.counted {
        let particulars = rule_particulars(outcome.rule, lang);
        lines.extend((!particulars.is_empty()).then(|| particulars.join("; ")));
    }
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
    let mut header = format!("{:<NAME_WIDTH$}{:>9}", lang.text("cli-group"), lang.text("cli-members"));
    for (name, width) in names.iter().zip(&widths) {
        header.push_str(&padded(name, *width));
    }
    header.push_str(&padded(&lang.text("cli-rice"), 8));
    header.push_str(&padded(&lang.text("cli-unity"), 11));
    let mut lines = vec![header];
    for line in &summary.parties {
        let party = line.party.and_then(|id| vote.roll_call.archive().party(id));
        let name = party.map_or_else(|| lang.text("no-party"), |party| party.name.clone());
        let mut row = format!("{:<NAME_WIDTH$}{:>9}", cut(&name, NAME_WIDTH - 1), line.tally.num_members());
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

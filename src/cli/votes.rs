//! `hemicycle votes`: the list of the votes in a file.

use super::{FINE, Failure, Given, chosen, note_origin, open_for, print, question_message, settled};
use crate::analyze::Summary;
use crate::chart::{figures_text, rule_line, verdict_name};
use crate::export::votes_json;
use crate::lang::{Lang, Message};
use crate::model::{Judgement, MajorityRule, RollCall};
use crate::read::Reading;

pub(super) fn run(input: &Given, json: bool, lang: Lang) -> Result<u8, Failure> {
    let reading = open_for(input, json, lang)?;
    note_origin(&reading, lang);
    let index = input.vote.as_ref().map(|_| chosen(&reading, input, lang)).transpose()?;
    // A list of many votes leaves out the figures of those that are open; of one vote there is nothing else to say.
    let question = reading.question();
    let are_all_open =
        question.as_ref().is_some_and(|question| question.votes.len() == reading.archive.num_roll_calls());
    if index.is_some() || are_all_open {
        settled(&reading, index, json, lang)?;
    }
    if let Some(question) = question.filter(|_| !json) {
        eprintln!("hemicycle: {}", question_message(&reading, &question).text(lang));
    }
    let votes: Vec<RollCall<'_>> = match index {
        Some(index) => reading.archive.roll_call(index).into_iter().collect(),
        None => (0..reading.archive.num_roll_calls()).filter_map(|n| reading.archive.roll_call(n)).collect(),
    };
    if json {
        print(&format!("{:#}\n", votes_json(&reading, &votes, input.rule)));
    } else {
        print(&text(&reading, &votes, input.rule, lang));
    }
    Ok(FINE)
}

fn text(reading: &Reading, votes: &[RollCall<'_>], rule: Option<MajorityRule>, lang: Lang) -> String {
    const LONGEST_TITLE: usize = 80;
    let question = reading.question().filter(|_| votes.len() == reading.archive.num_roll_calls());
    let is_open = |place: usize| question.as_ref().is_some_and(|question| question.is_about(place));
    let all = votes.iter().enumerate();
    let lines: Vec<[String; 5]> = all.map(|(place, &vote)| line(vote, rule, is_open(place), lang)).collect();
    let mut widths = [0; 5];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = format!("{}\n", reading.file);
    for [id, date, tally, verdict, title] in &lines {
        let title: String = title.chars().take(LONGEST_TITLE).collect();
        let line = format!(
            "  {id:<a$}  {date:<b$}  {tally:>c$}  {verdict:<d$}  {title}",
            a = widths[0],
            b = widths[1],
            c = widths[2],
            d = widths[3]
        );
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let settled: Vec<RollCall<'_>> =
        votes.iter().enumerate().filter(|(place, _)| !is_open(*place)).map(|(_, vote)| *vote).collect();
    for rule in rules(&settled, rule) {
        let rule = Message::new("description-rule").with("rule", rule_line(rule, lang));
        text.push_str(&format!("{}\n", rule.text(lang)));
    }
    text
}

/// The rules by which results that the source does not state were judged, in the order of the votes.
fn rules(votes: &[RollCall<'_>], chosen: Option<MajorityRule>) -> Vec<MajorityRule> {
    const MOST: usize = 4;
    let mut rules = Vec::new();
    for judgement in votes.iter().map(|&vote| Judgement::of(vote, &vote.tally(), chosen)) {
        if let Some(counted) = judgement.counted.filter(|_| judgement.stated.is_none())
            && !rules.contains(&counted.rule)
            && rules.len() < MOST
        {
            rules.push(counted.rule);
        }
    }
    rules
}

/// A vote as a line; no figures of one whose headline depends on what the file does not say.
fn line(vote: RollCall<'_>, rule: Option<MajorityRule>, is_open: bool, lang: Lang) -> [String; 5] {
    let info = vote.info();
    let (tally, verdict) = if is_open {
        ("?".to_owned(), lang.text("cli-asks"))
    } else {
        let summary = Summary::of(vote, rule);
        let verdict = summary.judgement.result.map_or(String::new(), |result| verdict_name(result, lang));
        (figures_text(summary.headline.as_ref(), summary.seats, lang), verdict)
    };
    [
        info.id.clone().unwrap_or_default(),
        info.date.as_ref().map(ToString::to_string).unwrap_or_default(),
        tally,
        verdict,
        info.title.clone().unwrap_or_default(),
    ]
}

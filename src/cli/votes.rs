//! `hemicycle votes`: the list of the votes in a file.

use super::{FINE, Failure, Given, chosen, open_for, print};
use crate::analyze::Summary;
use crate::chart::{tally_text, verdict_name};
use crate::export::votes_json;
use crate::lang::Lang;
use crate::model::{MajorityRule, RollCall};
use crate::read::Reading;

pub(super) fn run(input: &Given, json: bool, lang: Lang) -> Result<u8, Failure> {
    let reading = open_for(input, json, lang)?;
    let votes: Vec<RollCall<'_>> = match &input.vote {
        Some(_) => reading.archive.roll_call(chosen(&reading, input, lang)?).into_iter().collect(),
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
    let lines: Vec<[String; 5]> = votes.iter().map(|&vote| line(vote, rule, lang)).collect();
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
    text
}

fn line(vote: RollCall<'_>, rule: Option<MajorityRule>, lang: Lang) -> [String; 5] {
    let (info, summary) = (vote.info(), Summary::of(vote, rule.unwrap_or_else(|| vote.rule())));
    let verdict = summary.outcome.map_or(String::new(), |outcome| verdict_name(outcome.verdict, lang));
    [
        info.id.clone().unwrap_or_default(),
        info.date.as_ref().map(ToString::to_string).unwrap_or_default(),
        tally_text(&summary.headline, lang),
        verdict,
        info.title.clone().unwrap_or_default(),
    ]
}

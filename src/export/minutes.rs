//! The minutes of a roll call as plain text, for a terminal, a mail or a file.

use crate::chart::{plain_position_name, result_sentence, rule_line, rule_particulars, verdict_name, votes};
use crate::lang::{Lang, Message};
use crate::model::Moment;
use crate::record::Minutes;

/// The longest line of names.
const WIDTH: usize = 96;

/// The minutes in a language. Times are in UTC and say so.
#[must_use]
pub fn minutes_text(minutes: &Minutes, lang: Lang) -> String {
    let parts = [
        head(minutes, lang),
        result(minutes, lang),
        groups(minutes, lang),
        changes(minutes, lang),
        signatures(minutes, lang),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect();
    parts.join("\n\n") + "\n"
}

fn clock(time: Moment) -> String {
    format!("{} UTC", time.time_of_day())
}

fn fact(lang: Lang, label: &str, value: &str) -> String {
    Message::new("minutes-fact").with("label", lang.text(label)).with("value", value).text(lang)
}

fn head(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let question = &minutes.opening.question;
    let mut lines = vec![lang.text("minutes-title")];
    lines.push(question.title.clone().unwrap_or_else(|| lang.text("untitled")));
    let about = [question.chamber.clone(), question.number.clone(), Some(lang.day(&minutes.opened.day()))];
    lines.push(about.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    let mut facts = vec![("minutes-opened", Some(clock(minutes.opened)))];
    if let Some((first, last)) = minutes.answered {
        facts.push(("minutes-answers", Some(format!("{} – {}", clock(first), clock(last)))));
    }
    facts.push(("minutes-closed", minutes.closed.map(clock)));
    facts.push(("minutes-order", Some(minutes.opening.order.clone())));
    facts.push(("minutes-chair", minutes.chair.clone()));
    lines.push(String::new());
    lines.extend(facts.into_iter().filter_map(|(label, value)| Some(fact(lang, label, &value?))));
    lines
}

fn result(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let outcome = &minutes.outcome;
    let mut rule = vec![rule_line(outcome.rule, lang)];
    rule.extend(rule_particulars(outcome.rule, lang));
    let mut lines = vec![
        fact(lang, "minutes-rule", &format!("{} [{}]", rule.join("; "), minutes.opening.rule)),
        fact(lang, "minutes-result", &verdict_name(outcome.verdict, lang)),
        result_sentence(outcome, lang),
    ];
    for (position, line) in minutes.tally.occurring() {
        let mut count = lang.number(u64::from(line.members));
        if minutes.tally.is_weighted() {
            count = format!("{count} ({})", votes(lang, line.votes));
        }
        lines.push(format!("  {:<16}{count:>7}", plain_position_name(position, lang)));
    }
    if let Some(position) = minutes.casting_vote {
        lines.push(fact(lang, "minutes-casting", &plain_position_name(position, lang)));
    }
    if let Some(certain) = minutes.certain {
        let text = Message::new("minutes-certain")
            .with("time", clock(certain.time))
            .with("line", certain.seq.to_string())
            .with("verdict", verdict_name(certain.verdict, lang));
        lines.push(text.text(lang));
    }
    lines
}

fn groups(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for group in &minutes.groups {
        let name = if group.name.is_empty() { lang.text("no-party") } else { group.name.clone() };
        lines.push(name);
        for (position, names) in &group.positions {
            let head = format!("  {} ({}): ", plain_position_name(*position, lang), names.len());
            lines.extend(wrapped(&head, names));
        }
    }
    lines
}

/// Names behind a head, on as many lines as they take.
fn wrapped(head: &str, names: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = head.to_owned();
    for (index, name) in names.iter().enumerate() {
        let piece = if index + 1 < names.len() { format!("{name}, ") } else { name.clone() };
        if line.chars().count() + piece.chars().count() > WIDTH && !line.trim().is_empty() && index > 0 {
            lines.push(std::mem::replace(&mut line, "    ".to_owned()).trim_end().to_owned());
        }
        line.push_str(&piece);
    }
    lines.push(line);
    lines
}

fn changes(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let name = |position| plain_position_name(position, lang);
    let mut lines = Vec::new();
    for (member, kept) in &minutes.corrections {
        let text = Message::new("minutes-correction")
            .with("time", clock(kept.time))
            .with("name", member)
            .with("from", name(kept.from))
            .with("to", name(kept.to))
            .with("reason", &kept.reason)
            .with("line", kept.seq.to_string());
        lines.push(text.text(lang));
    }
    for (member, kept) in &minutes.replacements {
        let text = Message::new("minutes-replacement")
            .with("time", clock(kept.time))
            .with("name", member)
            .with("before", &kept.before)
            .with("reason", &kept.reason)
            .with("line", kept.seq.to_string());
        lines.push(text.text(lang));
    }
    for (from, to) in &minutes.proxies {
        lines.push(Message::new("minutes-proxy").with("from", from).with("to", to).text(lang));
    }
    if !minutes.undone.is_empty() {
        let undone: Vec<String> = minutes.undone.iter().map(ToString::to_string).collect();
        lines.push(fact(lang, "minutes-undone", &undone.join(", ")));
    }
    if !minutes.differences.is_empty() {
        lines.push(fact(lang, "minutes-differences", &minutes.differences.join(", ")));
    }
    lines
}

fn signatures(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = minutes
        .signatures
        .iter()
        .map(|signed| {
            Message::new("minutes-signed")
                .with("name", &signed.name)
                .with("office", &signed.office)
                .with("time", clock(signed.time))
                .text(lang)
        })
        .collect();
    let chain = Message::new("minutes-chain")
        .with("lines", minutes.lines.to_string())
        .with("chain", minutes.chain.to_string());
    lines.push(chain.text(lang));
    lines
}

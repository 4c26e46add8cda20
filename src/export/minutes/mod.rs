//! The minutes of a roll call in words: as plain text and as a document of paper.

mod pdf;
mod text;

pub use pdf::minutes_pdf;
pub use text::minutes_text;

use crate::chart::{plain_position_name, result_sentence, rule_line, rule_particulars, verdict_name, votes};
use crate::lang::{Lang, Message};
use crate::model::Moment;
use crate::record::Minutes;

/// A label and what it says.
type Fact = (String, String);

fn clock(time: Moment) -> String {
    format!("{} UTC", time.time_of_day())
}

fn title(minutes: &Minutes, lang: Lang) -> String {
    minutes.opening.question.title.clone().unwrap_or_else(|| lang.text("untitled"))
}

/// Chamber, number and day.
fn about(minutes: &Minutes, lang: Lang) -> String {
    let question = &minutes.opening.question;
    let about = [question.chamber.clone(), question.number.clone(), Some(lang.day(&minutes.opened.day()))];
    about.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// When it was, in which order, who was in the chair.
fn circumstances(minutes: &Minutes, lang: Lang) -> Vec<Fact> {
    let mut facts = vec![("minutes-opened", Some(clock(minutes.opened)))];
    if let Some((first, last)) = minutes.answered {
        facts.push(("minutes-answers", Some(format!("{} – {}", clock(first), clock(last)))));
    }
    facts.push(("minutes-closed", minutes.closed.map(clock)));
    facts.push(("minutes-order", Some(minutes.opening.order.clone())));
    facts.push(("minutes-chair", minutes.chair.clone()));
    facts.into_iter().filter_map(|(label, value)| Some((lang.text(label), value?))).collect()
}

/// The rule and what it makes of the vote.
fn ruling(minutes: &Minutes, lang: Lang) -> Vec<Fact> {
    let outcome = &minutes.outcome;
    let mut rule = vec![rule_line(outcome.rule, lang)];
    rule.extend(rule_particulars(outcome.rule, lang));
    let rule = format!("{} [{}]", rule.join("; "), minutes.opening.rule);
    vec![
        (lang.text("minutes-rule"), rule),
        (lang.text("minutes-result"), verdict_name(outcome.verdict, lang)),
    ]
}

fn sentence(minutes: &Minutes, lang: Lang) -> String {
    result_sentence(&minutes.outcome, lang)
}

/// Each position that occurs with its count.
fn counts(minutes: &Minutes, lang: Lang) -> Vec<Fact> {
    let count = |(position, line): (_, crate::model::TallyLine)| {
        let mut count = lang.number(u64::from(line.members));
        if minutes.tally.is_weighted() {
            count = format!("{count} ({})", votes(lang, line.votes));
        }
        (plain_position_name(position, lang), count)
    };
    minutes.tally.occurring().map(count).collect()
}

fn casting_vote(minutes: &Minutes, lang: Lang) -> Option<Fact> {
    let position = minutes.casting_vote?;
    Some((lang.text("minutes-casting"), plain_position_name(position, lang)))
}

/// Since when the result was certain.
fn certainty(minutes: &Minutes, lang: Lang) -> Option<String> {
    let certain = minutes.certain?;
    let message = Message::new("minutes-certain")
        .with("time", clock(certain.time))
        .with("line", certain.seq.to_string())
        .with("verdict", verdict_name(certain.verdict, lang));
    Some(message.text(lang))
}

/// Corrections, replacements, proxies, what was undone, what two clerks heard differently: a sentence each.
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
        lines.push(fact(lang, &(lang.text("minutes-undone"), undone.join(", "))));
    }
    if !minutes.differences.is_empty() {
        let differences = minutes.differences.join(", ");
        lines.push(fact(lang, &(lang.text("minutes-differences"), differences)));
    }
    lines
}

fn signatures(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let signed = |signed: &crate::record::Signature| {
        Message::new("minutes-signed")
            .with("name", &signed.name)
            .with("office", &signed.office)
            .with("time", clock(signed.time))
            .text(lang)
    };
    minutes.signatures.iter().map(signed).collect()
}

/// How many lines the journal has, and the checksum of the last.
fn chain(minutes: &Minutes, lang: Lang) -> String {
    Message::new("minutes-chain")
        .with("lines", minutes.lines.to_string())
        .with("chain", minutes.chain.to_string())
        .text(lang)
}

fn fact(lang: Lang, (label, value): &Fact) -> String {
    Message::new("minutes-fact").with("label", label).with("value", value).text(lang)
}

//! The minutes as plain text, for a terminal, a mail or a file.

use super::{
    about, casting_vote, certainty, chain, changes, circumstances, counts, fact, ruling, sentence,
    signatures, title,
};
use crate::chart::plain_position_name;
use crate::lang::Lang;
use crate::record::Minutes;

/// The longest line of names.
const WIDTH: usize = 96;

/// The minutes in a language. Times are in UTC and say so.
#[must_use]
pub fn minutes_text(minutes: &Minutes, lang: Lang) -> String {
    let mut end = signatures(minutes, lang);
    end.push(chain(minutes, lang));
    let parts =
        [head(minutes, lang), result(minutes, lang), groups(minutes, lang), changes(minutes, lang), end];
    let parts: Vec<String> =
        parts.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect();
    parts.join("\n\n") + "\n"
}

fn head(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let mut lines =
        vec![lang.text("minutes-title"), title(minutes, lang), about(minutes, lang), String::new()];
    lines.extend(circumstances(minutes, lang).iter().map(|pair| fact(lang, pair)));
    lines
}

fn result(minutes: &Minutes, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = ruling(minutes, lang).iter().map(|pair| fact(lang, pair)).collect();
    lines.push(sentence(minutes, lang));
    lines.extend(counts(minutes, lang).iter().map(|(name, count)| format!("  {name:<16}{count:>7}")));
    lines.extend(casting_vote(minutes, lang).map(|pair| fact(lang, &pair)));
    lines.extend(certainty(minutes, lang));
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

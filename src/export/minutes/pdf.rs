//! The minutes as a document of A4 pages.

use super::{
    about, casting_vote, certainty, chain, changes, circumstances, counts, fact, ruling, sentence,
    signatures, title,
};
use crate::chart::scene::Weight;
use crate::chart::{Style, Typeface, plain_position_name, verdict_name};
use crate::export::RenderError;
use crate::export::paper::{Flow, Paper, Role};
use crate::lang::{Lang, Message};
use crate::record::Minutes;

/// Sizes of type, in points.
const TITLE: f64 = 18.0;
const BODY: f64 = 10.0;
const SMALL: f64 = 8.0;
/// Where the second column starts, in points from the margin.
const COLUMN: f64 = 112.0;

/// The minutes in a language as a tagged PDF by PDF/UA-1, its texts set in a typeface. The same minutes make the same
/// bytes. Times are in UTC and say so.
///
/// # Errors
/// [`RenderError`] where the pages could not be made.
pub fn minutes_pdf(minutes: &Minutes, lang: Lang, typeface: &Typeface) -> Result<Vec<u8>, RenderError> {
    let style = Style { typeface: typeface.clone(), ..Style::light() };
    let (kind, title) = (lang.text("minutes-title-case"), title(minutes, lang));
    let whole = fact(lang, &(kind.clone(), title.clone()));
    let mut flow = Flow::new(&style, whole.clone(), lang);
    flow.lines(Role::Paragraph, &kind, BODY, Weight::Regular, style.secondary);
    flow.lines(Role::Title, &title, TITLE, Weight::Bold, style.ink);
    flow.lines(Role::Paragraph, &about(minutes, lang), BODY, Weight::Regular, style.secondary);
    flow.space(10.0);
    for (label, value) in circumstances(minutes, lang) {
        flow.columns(Role::Paragraph, &label, &value, BODY, COLUMN);
    }
    result(&mut flow, &style, minutes, lang);
    heading(&mut flow, &style, "minutes-by-group", lang);
    for group in &minutes.groups {
        let name = if group.name.is_empty() { lang.text("no-party") } else { group.name.clone() };
        flow.space(5.0);
        flow.keep(44.0);
        flow.outlined(Role::Heading(3), &name, BODY + 1.0, Weight::Bold, style.ink);
        for (position, names) in &group.positions {
            let label = format!("{} ({})", plain_position_name(*position, lang), names.len());
            flow.names(&label, names, BODY, COLUMN);
        }
    }
    let changes = changes(minutes, lang);
    if !changes.is_empty() {
        heading(&mut flow, &style, "minutes-changes", lang);
        for change in changes {
            flow.lines(Role::Item, &change, BODY, Weight::Regular, style.ink);
        }
    }
    heading(&mut flow, &style, "minutes-signatures", lang);
    sign(&mut flow, &style, minutes, lang);
    heading(&mut flow, &style, "minutes-check", lang);
    flow.lines(Role::Paragraph, &chain(minutes, lang), SMALL, Weight::Regular, style.ink);
    flow.space(3.0);
    flow.lines(Role::Paragraph, &lang.text("minutes-verify"), BODY, Weight::Regular, style.ink);
    let command = format!("hemicycle verify JOURNAL --chain {}", minutes.chain);
    flow.lines(Role::Paragraph, &command, SMALL, Weight::Regular, style.ink);
    Paper { style: &style, lang, title: whole }.write(&flow.leaves())
}

fn heading(flow: &mut Flow<'_>, style: &Style, key: &str, lang: Lang) {
    flow.space(14.0);
    flow.keep(60.0);
    flow.rule();
    flow.space(6.0);
    flow.outlined(Role::Heading(2), &lang.text(key), BODY + 3.0, Weight::Bold, style.ink);
    flow.space(3.0);
}

fn result(flow: &mut Flow<'_>, style: &Style, minutes: &Minutes, lang: Lang) {
    heading(flow, style, "minutes-result", lang);
    let verdict = verdict_name(minutes.outcome.verdict, lang);
    flow.lines(Role::Paragraph, &verdict, TITLE, Weight::Bold, style.ink);
    flow.lines(Role::Paragraph, &sentence(minutes, lang), BODY, Weight::Regular, style.ink);
    flow.space(4.0);
    // The result that it makes stands above.
    for (label, value) in ruling(minutes, lang).into_iter().take(1) {
        flow.columns(Role::Paragraph, &label, &value, BODY, COLUMN);
    }
    if let Some((label, value)) = casting_vote(minutes, lang) {
        flow.columns(Role::Paragraph, &label, &value, BODY, COLUMN);
    }
    flow.space(4.0);
    for (row, (name, count)) in counts(minutes, lang).into_iter().enumerate() {
        flow.row(row, &name, &count, BODY, COLUMN);
    }
    if let Some(certain) = certainty(minutes, lang) {
        flow.space(4.0);
        flow.lines(Role::Paragraph, &certain, BODY, Weight::Bold, style.ink);
    }
}

/// Who signed in the journal, and room for signatures by hand.
fn sign(flow: &mut Flow<'_>, style: &Style, minutes: &Minutes, lang: Lang) {
    let signed = signatures(minutes, lang);
    if minutes.closed.is_none() {
        let open = Message::new("minutes-not-closed").text(lang);
        flow.lines(Role::Paragraph, &open, BODY, Weight::Bold, style.against_text);
    }
    if signed.is_empty() {
        flow.lines(Role::Paragraph, &lang.text("minutes-unsigned"), BODY, Weight::Regular, style.secondary);
    }
    for line in signed {
        flow.keep(48.0);
        flow.lines(Role::Item, &line, BODY, Weight::Regular, style.ink);
        flow.space(24.0);
        flow.rule_of(200.0);
        flow.space(4.0);
    }
}

//! One roll call as the CSV of this program's own: what is known of the vote above the header, a row for each
//! member, in call order with times where those are known. Opens again to the same tally under the same rule.

use super::problems::safe_cell;
use super::tidy::{weight_text, word};
use crate::model::{Member, RollCall, Vote};

/// One column: its header, and what it says of a ballot and its place.
type Column<'a> = (&'static str, Box<dyn Fn(usize, &Vote<'a>) -> String + 'a>);

/// The roll call as CSV text. Cells that a spreadsheet would take for a formula begin with an apostrophe.
#[must_use]
pub fn roll_call_csv(roll_call: RollCall<'_>) -> String {
    let mut text = preamble(roll_call);
    let votes: Vec<Vote<'_>> = roll_call.votes().collect();
    let mut columns = columns(roll_call);
    columns.retain(|(header, cell)| {
        matches!(*header, "name" | "vote")
            || votes.iter().enumerate().any(|(place, vote)| !cell(place, vote).is_empty())
    });
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    writer.write_record(columns.iter().map(|(header, _)| *header)).ok();
    for (place, vote) in votes.iter().enumerate() {
        writer.write_record(columns.iter().map(|(_, cell)| safe_cell(&cell(place, vote)))).ok();
    }
    text.push_str(&String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default());
    text
}

/// The lines above the header.
fn preamble(roll_call: RollCall<'_>) -> String {
    let info = roll_call.info();
    let declared = |figure: fn(&crate::model::Declared) -> Option<crate::model::Votes>| {
        info.declared.as_ref().and_then(figure).map(|votes| votes.to_string())
    };
    let stated = info.stated.as_deref();
    let rule = info.rule.as_deref().map(|rule| rule.key());
    let lines = [
        ("number", info.id.clone()),
        ("title", info.title.clone()),
        ("chamber", info.chamber.clone()),
        ("date", info.date.as_ref().map(ToString::to_string)),
        ("procedure", info.procedure.clone()),
        ("source", info.source.clone()),
        ("rule", rule),
        ("result", stated.map(|stated| stated.text.clone()).filter(|text| !text.is_empty())),
        ("majority", stated.and_then(|stated| Some(stated.majority.as_ref()?.text.clone()))),
        ("seats", info.seats.map(|seats| seats.to_string())),
        ("for", declared(|declared| Some(declared.in_favour))),
        ("against", declared(|declared| Some(declared.against))),
        ("abstentions", declared(|declared| declared.abstain)),
    ];
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = String::new();
    for (label, value) in lines.into_iter().filter_map(|(label, value)| Some((label, value?))) {
        text.push_str(&format!("# {label}: {}\n", one_line(&value)));
    }
    for party in &roll_call.archive().parties {
        // The bar parts the fields of this line.
        let field = |text: &str| one_line(&text.replace('|', "/"));
        let mut line = format!("# party: {} | {}", field(&party.short), field(&party.name));
        if let Some(colour) = party.colour {
            line.push_str(&format!(" | {colour}"));
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn columns(roll_call: RollCall<'_>) -> Vec<Column<'_>> {
    let info = roll_call.info();
    let of_member = |get: fn(&Member) -> Option<String>| {
        Box::new(move |_: usize, vote: &Vote<'_>| get(vote.member).unwrap_or_default())
    };
    let order = move |place: usize, _: &Vote<'_>| {
        // Where times are known, those without one were never called.
        let was_called = info.times.is_empty() || info.times.get(place).is_some_and(Option::is_some);
        if info.in_call_order && was_called { (place + 1).to_string() } else { String::new() }
    };
    let time = move |place: usize, _: &Vote<'_>| {
        info.times.get(place).copied().flatten().map(|time| time.to_string()).unwrap_or_default()
    };
    vec![
        ("order", Box::new(order)),
        ("answered at", Box::new(time)),
        ("id", of_member(|member| member.key.clone())),
        ("name", of_member(|member| Some(member.name.clone()))),
        (
            "group",
            Box::new(move |_, vote| {
                roll_call.party_of(vote.member).map(|party| party.short.clone()).unwrap_or_default()
            }),
        ),
        ("constituency", of_member(|member| member.constituency.clone())),
        ("seat", of_member(|member| member.seat.clone())),
        ("weight", Box::new(|_, vote| weight_text(vote.member))),
        ("vote", Box::new(move |_, vote| word(roll_call, vote.position()).to_owned())),
        ("proxy", Box::new(|_, vote| if vote.ballot.is_proxy() { "yes".to_owned() } else { String::new() })),
    ]
}

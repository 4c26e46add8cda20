//! Roll calls as tidy CSV: a row for each member and vote, under headers that this program and others read.
//!
//! What is the same for a whole vote is repeated in each of its rows, as tidy data have it. Columns with
//! nothing in them are left out.

use std::collections::HashSet;

use super::problems::safe_cell;
use crate::model::{Archive, Member, MemberId, Position, RollCall, Vote};

/// One column: its header, and what it says of a ballot.
struct Column<'a> {
    header: &'static str,
    cell: Box<dyn Fn(&Row<'a>) -> String + 'a>,
}

struct Row<'a> {
    roll_call: RollCall<'a>,
    vote_id: &'a str,
    vote: Vote<'a>,
}

/// The roll calls as CSV text. Cells that a spreadsheet would take for a formula begin with an apostrophe.
#[must_use]
pub fn tidy_csv(roll_calls: &[RollCall<'_>]) -> String {
    let ids = vote_ids(roll_calls);
    let rows = || {
        roll_calls.iter().zip(&ids).flat_map(|(&roll_call, vote_id)| {
            roll_call.votes().map(move |vote| Row { roll_call, vote_id, vote })
        })
    };
    let keys = roll_calls.first().map(|roll_call| member_ids(roll_call.archive())).unwrap_or_default();
    let mut columns = columns(&keys);
    columns.retain(|column| is_always(column.header) || rows().any(|row| !(column.cell)(&row).is_empty()));
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    writer.write_record(columns.iter().map(|column| column.header)).ok();
    for row in rows() {
        writer.write_record(columns.iter().map(|column| safe_cell(&(column.cell)(&row)))).ok();
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn is_always(header: &str) -> bool {
    matches!(header, "vote_id" | "member_id" | "name" | "position")
}

fn columns(keys: &[String]) -> Vec<Column<'_>> {
    let info = |get: fn(&crate::model::RollCallInfo) -> Option<String>| {
        Box::new(move |row: &Row<'_>| get(row.roll_call.info()).unwrap_or_default())
    };
    let member = |get: fn(&Member) -> Option<String>| {
        Box::new(move |row: &Row<'_>| get(row.vote.member).unwrap_or_default())
    };
    let party = |get: fn(&crate::model::Party) -> String| {
        Box::new(move |row: &Row<'_>| row.roll_call.party_of(row.vote.member).map(get).unwrap_or_default())
    };
    vec![
        Column { header: "vote_id", cell: Box::new(|row| row.vote_id.to_owned()) },
        Column { header: "vote_title", cell: info(|info| info.title.clone()) },
        Column { header: "vote_date", cell: info(|info| info.date.as_ref().map(ToString::to_string)) },
        Column { header: "chamber", cell: info(|info| info.chamber.clone()) },
        Column { header: "declared_for", cell: info(|info| info.declared.map(|d| d.in_favour.to_string())) },
        Column {
            header: "declared_against",
            cell: info(|info| info.declared.map(|d| d.against.to_string())),
        },
        Column {
            header: "declared_abstain",
            cell: info(|info| info.declared.and_then(|d| d.abstain).map(|votes| votes.to_string())),
        },
        Column { header: "member_id", cell: Box::new(|row| key(keys, row.vote.id).to_owned()) },
        Column { header: "name", cell: member(|member| Some(member.name.clone())) },
        Column { header: "party", cell: party(|party| party.name.clone()) },
        Column { header: "party_short", cell: party(|party| party.short.clone()) },
        Column {
            header: "party_colour",
            cell: party(|party| party.colour.map(|c| c.to_string()).unwrap_or_default()),
        },
        Column { header: "constituency", cell: member(|member| member.constituency.clone()) },
        Column { header: "seat", cell: member(|member| member.seat.clone()) },
        Column { header: "weight", cell: Box::new(|row| weight_text(row.vote.member)) },
        Column {
            header: "position",
            cell: Box::new(|row| word(row.roll_call, row.vote.position()).to_owned()),
        },
        Column {
            header: "proxy",
            cell: Box::new(|row| if row.vote.ballot.is_proxy() { "yes".to_owned() } else { String::new() }),
        },
    ]
}

/// A weight where it is not one, with all its decimals: `1.125` could be eleven hundred and twenty-five.
pub(super) fn weight_text(member: &Member) -> String {
    match member.weight {
        Some(weight) if weight.is_whole() => weight.to_string(),
        Some(weight) => {
            let text = weight.to_string();
            let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            format!("{text}{}", "0".repeat(6 - decimals.min(6)))
        }
        None => String::new(),
    }
}

/// The word for a position that every reader of this program knows; the name of an option.
pub(super) fn word(roll_call: RollCall<'_>, position: Position) -> &str {
    match position {
        Position::NotVoting => "not voting",
        other => roll_call.choice_name(other).unwrap_or(other.key()),
    }
}

/// An identifier for each vote: its own where no other has it, else with its place in the list.
pub(super) fn vote_ids(roll_calls: &[RollCall<'_>]) -> Vec<String> {
    let mut taken = HashSet::new();
    roll_calls
        .iter()
        .enumerate()
        .map(|(index, roll_call)| {
            let own = roll_call.info().id.clone().filter(|id| !id.trim().is_empty());
            let id = own.unwrap_or_else(|| (index + 1).to_string());
            unique(id, index + 1, &mut taken)
        })
        .collect()
}

/// An identifier for each member: the publisher's, else one of our own. Members of one person keep one.
pub(super) fn member_ids(archive: &Archive) -> Vec<String> {
    let mut taken: HashSet<String> =
        archive.members().iter().filter_map(|member| member.key.clone()).collect();
    let id = |(index, member): (usize, &Member)| match &member.key {
        Some(key) => key.clone(),
        None => unique(format!("member-{}", index + 1), index + 1, &mut taken),
    };
    archive.members().iter().enumerate().map(id).collect()
}

pub(super) fn key(keys: &[String], member: MemberId) -> &str {
    keys.get(member.0 as usize).map_or("", String::as_str)
}

fn unique(mut id: String, number: usize, taken: &mut HashSet<String>) -> String {
    while !taken.insert(id.clone()) {
        id = format!("{id}-{number}");
    }
    id
}

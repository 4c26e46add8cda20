//! Roll calls as Popolo JSON, the open standard for people, organisations and votes.
//!
//! One object: `persons`, `organizations`, and `vote_events` with a `votes` list each
//! (<https://www.popoloproject.com>). Positions that the standard has no word for keep this program's.

use serde_json::{Map, Value, json};

use super::tidy::{key, member_ids, vote_ids, word};
use crate::model::{Archive, Position, RollCall, Verdict};

/// The roll calls as one Popolo object.
#[must_use]
pub fn popolo_json(roll_calls: &[RollCall<'_>]) -> Value {
    let Some(archive) = roll_calls.first().map(RollCall::archive) else { return json!({}) };
    let keys = member_ids(archive);
    let ids = vote_ids(roll_calls);
    json!({
        "persons": persons(archive, &keys),
        "organizations": organizations(archive),
        "vote_events": roll_calls
            .iter()
            .zip(&ids)
            .map(|(&roll_call, id)| vote_event(roll_call, id, &keys))
            .collect::<Vec<_>>(),
    })
}

fn persons(archive: &Archive, keys: &[String]) -> Vec<Value> {
    let mut seen = std::collections::HashSet::new();
    let members = archive.members().iter().zip(keys).filter(|(_, key)| seen.insert(key.as_str()));
    members
        .map(|(member, key)| {
            without_nulls(json!({
                "id": key,
                "name": member.name,
                "constituency": member.constituency,
                "seat": member.seat,
            }))
        })
        .collect()
}

fn organizations(archive: &Archive) -> Vec<Value> {
    let party = |(index, party): (usize, &crate::model::Party)| {
        without_nulls(json!({
            "id": party_id(index),
            "name": party.name,
            "abbreviation": party.short,
            "classification": "party",
            "color": party.colour.map(|colour| colour.to_string()),
        }))
    };
    archive.parties.iter().enumerate().map(party).collect()
}

fn party_id(index: usize) -> String {
    format!("party-{}", index + 1)
}

fn vote_event(roll_call: RollCall<'_>, id: &str, keys: &[String]) -> Value {
    let info = roll_call.info();
    let counts = info.declared.map(|declared| {
        let mut counts = vec![
            json!({ "option": "yes", "value": declared.in_favour }),
            json!({ "option": "no", "value": declared.against }),
        ];
        counts.extend(declared.abstain.map(|votes| json!({ "option": "abstain", "value": votes })));
        counts
    });
    let votes: Vec<Value> = roll_call
        .votes()
        .map(|vote| {
            without_nulls(json!({
                "voter_id": key(keys, vote.id),
                "option": option(roll_call, vote.position()),
                "group_id": vote.member.party.map(|party| party_id(usize::from(party.0))),
                "weight": vote.member.weight.map(|weight| weight.to_string()),
                "proxy": vote.ballot.is_proxy().then_some("yes"),
            }))
        })
        .collect();
    without_nulls(json!({
        "id": id,
        "motion": info.title.as_ref().map(|title| json!({ "text": title })),
        "result": info.stated.as_deref().map(|stated| match stated.result {
            Some(Verdict::Adopted) => "pass",
            Some(Verdict::Rejected) => "fail",
            _ => &stated.text,
        }),
        "requirement": info.stated.as_deref().and_then(|stated| Some(&stated.majority.as_ref()?.text)),
        "start_date": info.date.as_ref().map(ToString::to_string),
        "chamber": info.chamber,
        "counts": counts,
        "votes": votes,
    }))
}

/// The standard's words where it has them.
fn option(roll_call: RollCall<'_>, position: Position) -> &str {
    match position {
        Position::For => "yes",
        Position::Against => "no",
        other => word(roll_call, other),
    }
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            Value::Object(entries.into_iter().filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>())
        }
        other => other,
    }
}

//! Figures for programs: the objects that `hemicycle tally --json` and `hemicycle check --json` print.

use serde_json::{Map, Value, json};

use crate::analyze::{PartyLine, Summary};
use crate::model::{Declared, MajorityRule, Margin, Outcome, Position, RollCall, Tally};
use crate::read::{Format, Problem, Reading};

/// The result of one roll call.
#[must_use]
pub fn tally_json(roll_call: RollCall<'_>, summary: &Summary) -> Value {
    let info = roll_call.info();
    let mut object = json!({
        "vote": {
            "id": info.id,
            "title": info.title,
            "date": info.date.as_ref().map(ToString::to_string),
        },
        "members": summary.members,
        "seats": summary.seats,
        "headline": {
            "for": summary.headline.in_favour,
            "against": (!summary.headline.only_for).then_some(summary.headline.against),
            "source": summary.headline.source.key(),
        },
        "positions": positions(roll_call, &summary.tally),
        "declared": info.declared.map(declared),
        "agrees": summary.agreement.key(),
        "turnout": { "took_part": summary.took_part, "members": summary.members },
        "outcome": summary.outcome.map(|outcome| json!({
            "result": outcome.verdict.key(),
            "rule": outcome.rule.key(),
            "terms": outcome.rule.to_string(),
            "base": outcome.base,
            "needed": outcome.needed,
            "for": outcome.got,
            "margin": margin(&outcome),
            "quorum": outcome.quorum,
            "switches_to_flip": outcome.switches_to_flip,
        })),
        "parties": summary.parties.iter().map(|line| party(roll_call, line)).collect::<Vec<_>>(),
        "rebels": rebels(roll_call, summary),
    });
    if summary.tally.is_weighted() {
        object["weights"] = weights(roll_call, &summary.tally);
    }
    object
}

/// How many votes for there were beyond those needed; negative where there were too few.
fn margin(outcome: &Outcome) -> Value {
    match outcome.margin() {
        Margin::Over(more) => json!(more),
        Margin::Short(short) if short.is_whole() => json!(-i64::try_from(short.floor()).unwrap_or(i64::MAX)),
        Margin::Short(short) => json!(-short.as_f64()),
    }
}

fn party(roll_call: RollCall<'_>, line: &PartyLine) -> Value {
    let party = line.party.and_then(|id| roll_call.archive().party(id));
    json!({
        "name": party.map(|party| &party.name),
        "short": party.map(|party| &party.short),
        "members": line.tally.num_members(),
        "positions": positions(roll_call, &line.tally),
        "rice": line.rice(),
        "agreement": line.agreement(),
    })
}

/// Members by position; named options under `choices`.
fn positions(roll_call: RollCall<'_>, tally: &Tally) -> Value {
    by_position(roll_call, tally, |position| json!(tally.members(position)))
}

/// Votes by position, where members carry weights.
fn weights(roll_call: RollCall<'_>, tally: &Tally) -> Value {
    by_position(roll_call, tally, |position| json!(tally.votes(position)))
}

fn by_position(roll_call: RollCall<'_>, tally: &Tally, figure: impl Fn(Position) -> Value) -> Value {
    let mut object = Map::new();
    let mut choices = Map::new();
    for (position, _) in tally.occurring() {
        match roll_call.choice_name(position) {
            Some(name) => choices.insert(name.to_owned(), figure(position)),
            None => object.insert(position.key().to_owned(), figure(position)),
        };
    }
    if !choices.is_empty() {
        object.insert("choices".to_owned(), Value::Object(choices));
    }
    Value::Object(object)
}

fn rebels(roll_call: RollCall<'_>, summary: &Summary) -> Vec<Value> {
    let key = |position: Position| roll_call.choice_name(position).unwrap_or(position.key()).to_owned();
    summary
        .rebels
        .iter()
        .filter_map(|rebel| {
            let member = roll_call.archive().members().get(rebel.member.0 as usize)?;
            Some(json!({
                "name": member.name,
                "party": roll_call.party_of(member).map(|party| &party.short),
                "position": key(rebel.position),
                "party_line": key(rebel.line),
            }))
        })
        .collect()
}

/// The list of votes of a file, judged by `rule`, else each by its own.
#[must_use]
pub fn votes_json(reading: &Reading, votes: &[RollCall<'_>], rule: Option<MajorityRule>) -> Value {
    let vote = |roll_call: &RollCall<'_>| {
        let (info, summary) =
            (roll_call.info(), Summary::of(*roll_call, rule.unwrap_or_else(|| roll_call.rule())));
        json!({
            "id": info.id,
            "title": info.title,
            "date": info.date.as_ref().map(ToString::to_string),
            "members": summary.members,
            "positions": positions(*roll_call, &summary.tally),
            "declared": info.declared.map(declared),
            "agrees": summary.agreement.key(),
            "result": summary.outcome.map(|outcome| outcome.verdict.key()),
        })
    };
    json!({
        "file": reading.file,
        "shape": reading.mapping.shape,
        "votes": votes.iter().map(vote).collect::<Vec<_>>(),
    })
}

fn declared(declared: Declared) -> Value {
    json!({ "for": declared.in_favour, "against": declared.against, "abstain": declared.abstain })
}

/// How a file was read, and every problem.
#[must_use]
pub fn check_json(reading: &Reading) -> Value {
    let mapping = &reading.mapping;
    json!({
        "file": reading.file,
        "format": reading.format,
        "shape": mapping.shape,
        "votes": reading.archive.num_roll_calls(),
        "companions": reading.companions,
        "encoding": mapping.encoding,
        "byte_order_mark": mapping.encoding.has_bom,
        "delimiter": (reading.format == Format::Text).then_some(mapping.delimiter),
        "header_line": mapping.header_line,
        "columns": mapping.columns.iter().enumerate().map(|(index, column)| json!({
            "index": index + 1,
            "header": column.header,
            "role": column.role,
        })).collect::<Vec<_>>(),
        "words": mapping.words.iter().map(|word| json!({
            "word": word.word,
            "position": word.position,
            "known": !word.is_unknown,
            "count": word.count,
        })).collect::<Vec<_>>(),
        "options": mapping.options,
        "rows": reading.rows,
        "blank_rows": reading.blank_rows,
        "problems": reading.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn problem(problem: &Problem) -> Value {
    let mut object = json!(problem);
    object["message"] = json!(format!("{}. {}.", problem.message(), problem.done_message()));
    object
}

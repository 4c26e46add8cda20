//! Figures for programs: the objects that `hemicycle tally --json` and `hemicycle check --json` print.

use serde_json::{Map, Value, json};

use crate::analyze::{Composition, PartyLine, Reach, Summary};
use crate::model::{
    Declared, Electorate, MajorityRule, Margin, Outcome, PartyId, Position, RollCall, Tally, Verdict,
    VoteKind, Votes,
};
use crate::read::{Format, Problem, Reading};

/// The result of one roll call, or the seats of a composition, in which there is none.
#[must_use]
pub fn tally_json(roll_call: RollCall<'_>, summary: &Summary) -> Value {
    let info = roll_call.info();
    let Some(headline) = summary.headline else { return composition_json(roll_call, summary) };
    // Nobody is for or against anything in a quorum call.
    let side = |votes: Votes| if summary.kind == VoteKind::QuorumCall { Votes::ZERO } else { votes };
    let mut object = json!({
        "vote": {
            "id": info.id,
            "title": info.title,
            "date": info.date.as_ref().map(ToString::to_string),
        },
        "members": summary.members,
        "seats": summary.known_seats.or((!summary.draws_named_members).then_some(summary.seats)),
        "headline": {
            "for": side(headline.in_favour),
            "against": (!headline.only_for).then(|| side(headline.against)),
            "source": headline.source.key(),
        },
        "positions": positions(roll_call, &summary.tally),
        "declared": info.declared.map(declared),
        "agrees": summary.agreement.key(),
        "turnout": turnout(summary),
        "outcome": outcome(roll_call, summary),
        "parties": summary.parties.iter().map(|line| party(roll_call, line)).collect::<Vec<_>>(),
        "rebels": rebels(roll_call, summary),
    });
    if summary.tally.is_weighted() {
        object["weights"] = weights(roll_call, &summary.tally);
    }
    object
}

/// How many took part, and of whom; `null` where only those who voted are listed.
fn turnout(summary: &Summary) -> Value {
    let known = summary.electorate.filter(|_| summary.turnout().is_some());
    let members = known.filter(|known| matches!(known, Electorate::Members(_)));
    json!({
        "took_part": summary.took_part,
        "of": known.map(Electorate::number),
        "members": members.map(Electorate::number),
        "named": summary.members,
    })
}

/// What became of the vote: what leads, what the source states, what the count gives. `null` for an election of which
/// the source states nothing.
fn outcome(roll_call: RollCall<'_>, summary: &Summary) -> Value {
    let judgement = &summary.judgement;
    let stated = roll_call.info().stated.as_deref();
    if summary.kind == VoteKind::Options && stated.is_none() {
        return Value::Null;
    }
    let counted = judgement.counted;
    json!({
        "kind": summary.kind.key(),
        "result": judgement.result.map(Verdict::key),
        "stated": stated.map(|stated| json!({
            "result": judgement.stated.map(Verdict::key),
            "text": stated.text,
            "majority": stated.majority.as_ref().map(|majority| &majority.text),
        })),
        "counted": counted.map(|counted| counted.verdict.key()),
        "agrees": judgement.agrees,
        "elected": judgement.elected.and_then(|elected| roll_call.choice_name(elected)),
        "rule": counted.map(|counted| counted.rule.key()),
        "rule_from": judgement.origin.key(),
        "terms": counted.map(|counted| counted.rule.to_string()),
        "base": counted.map(|counted| counted.base),
        "needed": counted.map(|counted| counted.needed),
        "for": counted.map(|counted| counted.got),
        "margin": counted.map(|counted| margin(&counted)),
        "quorum": counted.and_then(|counted| counted.quorum),
        "switches_to_flip": counted.and_then(|counted| counted.switches_to_flip),
    })
}

/// The seats of a chamber by party, the majority, and what a coalition has: no figure of a vote.
fn composition_json(roll_call: RollCall<'_>, summary: &Summary) -> Value {
    let info = roll_call.info();
    let party_of = |id: PartyId| roll_call.archive().party(id);
    let seats = |line: &PartyLine| {
        let party = line.party.and_then(party_of);
        json!({
            "name": party.map(|party| &party.name),
            "short": party.map(|party| &party.short),
            "colour": party.and_then(|party| party.colour),
            "seats": line.num_counted(),
        })
    };
    let coalition = |composition: &Composition| {
        let coalition = composition.coalition.as_ref()?;
        let names = coalition.parties.iter().filter_map(|&id| party_of(id)).map(|party| &party.short);
        let reach = composition.reach(coalition.seats);
        let (over, short) = match reach {
            Reach::Over(over) => (over, 0),
            Reach::Short(short) => (0, short),
        };
        Some(json!({
            "parties": names.collect::<Vec<_>>(),
            "seats": coalition.seats,
            "has_majority": reach.has_majority(),
            "over": over,
            "short": short,
        }))
    };
    json!({
        "composition": {
            "id": info.id,
            "title": info.title,
            "date": info.date.as_ref().map(ToString::to_string),
            "chamber": info.chamber,
        },
        "seats": summary.seats,
        "vacant": summary.vacant_seats(),
        "majority": summary.composition.as_ref().map(|composition| composition.majority),
        "parties": summary.parties.iter().filter(|line| line.num_counted() > 0).map(seats).collect::<Vec<_>>(),
        "coalition": summary.composition.as_ref().and_then(coalition),
    })
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

/// The list of votes of a file, judged by `rule`, else each by its own; the compositions of a file without a vote stand in a
/// list of theirs.
#[must_use]
pub fn votes_json(reading: &Reading, votes: &[RollCall<'_>], rule: Option<MajorityRule>) -> Value {
    let question = reading.question();
    // Of a single vote that was asked for, it is known already that nothing is open.
    let are_all = votes.len() == reading.archive.num_roll_calls();
    let is_open =
        |place: usize| are_all && question.as_ref().is_some_and(|question| question.is_about(place));
    let vote = |(place, roll_call): (usize, &RollCall<'_>)| {
        let info = roll_call.info();
        if is_open(place) {
            // No figure that depends on an answer the file does not give.
            return json!({
                "id": info.id,
                "title": info.title,
                "date": info.date.as_ref().map(ToString::to_string),
                "asks": true,
            });
        }
        let summary = Summary::of(*roll_call, rule);
        json!({
            "id": info.id,
            "title": info.title,
            "date": info.date.as_ref().map(ToString::to_string),
            "members": summary.members,
            "positions": positions(*roll_call, &summary.tally),
            "declared": info.declared.map(declared),
            "agrees": summary.agreement.key(),
            "result": summary.judgement.result.map(Verdict::key),
            "stated": summary.judgement.stated.map(Verdict::key),
            "rule": summary.judgement.counted.map(|counted| counted.rule.key()),
        })
    };
    let (compositions, votes): (Vec<_>, Vec<_>) = votes.iter().partition(|vote| vote.is_composition());
    let mut object = json!({
        "file": reading.file,
        "shape": reading.mapping.shape,
        "votes": votes.into_iter().enumerate().map(vote).collect::<Vec<_>>(),
    });
    if !compositions.is_empty() {
        let seats = |roll_call: &RollCall<'_>| tally_json(*roll_call, &Summary::of(*roll_call, rule));
        object["compositions"] = compositions.into_iter().map(seats).collect();
    }
    object
}

fn declared(declared: Declared) -> Value {
    json!({ "for": declared.in_favour, "against": declared.against, "abstain": declared.abstain })
}

/// How a file was read, and every problem.
#[must_use]
pub fn check_json(reading: &Reading) -> Value {
    let mapping = &reading.mapping;
    let is_composition = reading.is_composition();
    json!({
        "file": reading.file,
        "verdict": reading.verdict().key(),
        "format": reading.format,
        "origin": reading.origin.key(),
        "mapping_files": reading.origin.files(),
        "shape": (!is_composition).then_some(mapping.shape),
        "votes": if is_composition { 0 } else { reading.archive.num_roll_calls() },
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
        "runner_up": reading.ways.runner_up.as_ref().map(|other| json!({
            "ballots": other.mapping.ballots(),
            "shape": other.mapping.shape,
            "behind_in": other.behind_in.key(),
        })),
        "problems": reading.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn problem(problem: &Problem) -> Value {
    let mut object = json!(problem);
    object["message"] = json!(format!("{}. {}.", problem.message(), problem.done_message()));
    object
}

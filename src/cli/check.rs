//! `hemicycle check`: how a file was read, and every problem.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{FAULT, FINE, Failure, Given, open, open_for, print, question_message};
use crate::chart::{delimiter_name, plain_position_name};
use crate::export::{check_json, problems_csv, write};
use crate::lang::{Lang, Message};
use crate::model::{Judgement, MajorityRule, Position, RollCall, RuleOrigin};
use crate::read::{
    About, Choice, CompanionKind, CompanionUse, Field, Format, Mapping, Origin, Problem, Reading, RunnerUp,
    Shape, Verdict, mapping_path, role_name,
};

/// What to write besides.
#[derive(Clone, Copy)]
pub(super) struct Outputs<'a> {
    pub(super) problems: Option<&'a Path>,
    /// The mapping: beside the file where no place is given.
    pub(super) mapping: Option<&'a Option<PathBuf>>,
}

pub(super) fn run(input: &Given, json: bool, outputs: Outputs<'_>, lang: Lang) -> Result<u8, Failure> {
    let reading = open_for(input, json, lang)?;
    let save = |path: &Path, bytes: &[u8], key: &'static str| {
        write(path, bytes).map_err(|error| Failure::fault(error.message()))?;
        eprintln!("hemicycle: {}", Message::new(key).with("file", path.display().to_string()).text(lang));
        Ok::<(), Failure>(())
    };
    if let Some(path) = outputs.problems {
        save(path, problems_csv(&reading, lang).as_bytes(), "cli-problems-saved")?;
    }
    if let Some(place) = outputs.mapping {
        // What is kept says which columns hold the ballots, and so is an answer.
        if let Some(question) = reading.question().filter(|asked| matches!(asked.about, About::Columns(_))) {
            return Err(Failure::fault(question_message(&reading, &question)));
        }
        let path = place.clone().unwrap_or_else(|| mapping_path(&input.path));
        save(&path, reading.mapping.to_toml().as_bytes(), "cli-mapping-saved")?;
    }
    if json {
        let mut answer = check_json(&reading);
        let mut questions = questions(input, &reading);
        questions.extend(question_of_rule(&reading, input.rule));
        answer["questions"] = json!(questions);
        print(&format!("{answer:#}\n"));
    } else {
        print(&text(&reading, lang));
    }
    let asks = reading.verdict() == Verdict::Asks;
    Ok(if reading.lost_votes() || asks { FAULT } else { FINE })
}

/// The questions with their choices, and what each would make of the first votes that depend on it.
fn questions(input: &Given, reading: &Reading) -> Vec<Value> {
    const MOST_TALLIES: usize = 5;
    let Some(question) = reading.question() else { return Vec::new() };
    let votes: Vec<usize> = question.votes.iter().copied().take(MOST_TALLIES).collect();
    let choice = |choice: &Choice| {
        let mut answered = input.clone();
        let change = match choice {
            Choice::Words(words) => {
                answered.words.0.extend(choice.word_choices());
                let words = words.iter().map(|(word, position)| (word.clone(), json!(position.key())));
                ("words", Value::Object(words.collect()))
            }
            Choice::Columns(mapping) => {
                answered.mapping = Some(Mapping::clone(mapping));
                ("mapping", json!(mapping.to_toml()))
            }
        };
        let tallies = open(&answered).map(|reading| headlines(&reading, &votes)).unwrap_or_default();
        let mut shown = json!({ "tallies": tallies, "with": choice.argument() });
        shown[change.0] = change.1;
        shown
    };
    let (about, asked) = match &question.about {
        About::Words(words) => {
            let words = words.iter().map(|word| json!({ "word": word.word, "count": word.count }));
            ("words", words.collect::<Vec<_>>())
        }
        About::Columns(columns) => ("columns", columns.iter().map(|column| json!(column)).collect()),
    };
    let id = |index: usize| reading.archive.roll_call(index).and_then(|vote| vote.info().id.clone());
    let mut shown = json!({
        "id": about,
        "about": about,
        "why": question_message(reading, &question).to_string(),
        "votes": question.votes.iter().map(|&index| json!({ "place": index + 1, "id": id(index) })).collect::<Vec<_>>(),
        "choices": question.choices.iter().map(choice).collect::<Vec<_>>(),
    });
    shown[about] = Value::Array(asked);
    vec![shown]
}

/// The question by which rule votes are judged, where neither the file nor what is known of the chamber says it: with it the figures
/// stand, and the outcome is open.
fn question_of_rule(reading: &Reading, chosen: Option<MajorityRule>) -> Option<Value> {
    const RULES: [&str; 3] = [">1/2", "3/5", "2/3"];
    const MOST_OUTCOMES: usize = 5;
    let of_vote = |index: usize| {
        let vote = reading.archive.roll_call(index)?;
        let judgement = Judgement::of(vote, &vote.tally(), chosen);
        let is_open = judgement.origin == RuleOrigin::Open && judgement.stated.is_none();
        is_open.then_some((index, vote))
    };
    let open: Vec<(usize, RollCall<'_>)> =
        (0..reading.archive.num_roll_calls()).filter_map(of_vote).collect();
    if open.is_empty() {
        return None;
    }
    let choice = |text: &str| {
        let rule: MajorityRule = text.parse().ok()?;
        let outcome = |&(index, vote): &(usize, RollCall<'_>)| {
            let counted = Judgement::of(vote, &vote.tally(), Some(rule)).counted;
            json!({ "place": index + 1, "result": counted.map(|counted| counted.verdict.key()) })
        };
        let outcomes: Vec<Value> = open.iter().take(MOST_OUTCOMES).map(outcome).collect();
        Some(json!({ "rule": rule.to_string(), "outcomes": outcomes, "with": format!("--rule '{text}'") }))
    };
    let id = |vote: RollCall<'_>| vote.info().id.clone();
    Some(json!({
        "id": "rule",
        "about": "rule",
        "why": Message::new("result-open").to_string(),
        "votes": open.iter().map(|&(index, vote)| json!({ "place": index + 1, "id": id(vote) })).collect::<Vec<_>>(),
        "choices": RULES.into_iter().filter_map(choice).collect::<Vec<_>>(),
    }))
}

/// For and against in some votes.
fn headlines(reading: &Reading, votes: &[usize]) -> Vec<Value> {
    let of_vote = |&index: &usize| {
        let tally = reading.archive.roll_call(index)?.tally();
        let count = |position| tally.members(position);
        Some(json!({ "place": index + 1, "for": count(Position::For), "against": count(Position::Against) }))
    };
    votes.iter().filter_map(of_vote).collect()
}

fn text(reading: &Reading, lang: Lang) -> String {
    let mapping = &reading.mapping;
    let mut lines = vec![reading.file.clone()];
    let mut fact = |label: &str, value: String| lines.push(format!("  {:<12}{value}", lang.text(label)));
    fact("cli-format", format_name(reading.format, lang));
    if reading.format != Format::Workbook {
        fact("cli-encoding", mapping.encoding.name().to_owned());
    }
    if reading.format == Format::Text {
        fact("cli-delimiter", delimiter_name(mapping.delimiter, lang));
    }
    if matches!(reading.format, Format::Text | Format::Workbook) {
        let header = match mapping.header_line {
            Some(line) => Message::new("cli-header-line").with("line", line.to_string()).text(lang),
            None => lang.text("cli-no-header"),
        };
        fact("cli-header", header);
    }
    fact("cli-origin", origin_text(&reading.origin, lang));
    fact("cli-shape", shape_text(reading, lang));
    let rows = Message::new("cli-row-count")
        .with("read", reading.rows.read)
        .with("aside", reading.rows.set_aside)
        .with("present", reading.rows.present);
    fact("cli-rows", rows.text(lang));
    lines.push(format!("  {}", lang.text("cli-columns")));
    for (index, column) in mapping.columns.iter().enumerate() {
        lines.push(format!("    {:>3}  {:<28} {}", index + 1, column.header, role_name(column.role, lang)));
    }
    if !reading.companions.is_empty() {
        lines.push(format!("  {}", lang.text("cli-companions")));
        lines.extend(reading.companions.iter().map(|used| format!("    {}", companion_text(used, lang))));
    }
    if !mapping.words.is_empty() {
        lines.push(format!("  {}", lang.text("cli-words")));
    }
    for word in &mapping.words {
        let taken_for = match (word.position, mapping.options.contains(&word.word)) {
            (_, true) => word.word.clone(),
            (position, false) => plain_position_name(position, lang),
        };
        let doubt = if word.is_unknown { " (?)" } else { "" };
        lines.push(format!("    {:>6}  {:<28} {taken_for}{doubt}", word.count, word.word));
    }
    if let Some(question) = reading.question() {
        lines.push(format!("  {}", question_message(reading, &question).text(lang)));
        lines.extend(question.choices.iter().filter_map(Choice::argument).map(|with| format!("    {with}")));
    }
    lines.extend(reading.ways.runner_up.as_ref().map(|other| format!("  {}", runner_up_text(other, lang))));
    if reading.problems.is_empty() {
        lines.push(format!("  {}: {}", lang.text("cli-problem-list"), lang.text("cli-no-problems")));
    } else {
        lines.push(format!("  {}", lang.text("cli-problem-list")));
        lines.extend(reading.problems.iter().map(|problem| format!("    {}", sentence(problem, lang))));
    }
    lines.join("\n") + "\n"
}

/// `Less speaks for “Status” as the column of the ballots: its header does not say vote (--ballots 'Status').`
fn runner_up_text(other: &RunnerUp, lang: Lang) -> String {
    let key = match (other.mapping.ballots(), other.mapping.shape) {
        (Some(_), _) => "cli-runner-up",
        (None, Shape::Transposed) => "cli-runner-up-transposed",
        (None, _) => "cli-runner-up-wide",
    };
    let behind = lang.text(match other.behind_in {
        Field::Breaks => "behind-breaks",
        Field::Totals => "behind-totals",
        Field::Sides => "behind-sides",
        Field::Words => "behind-words",
        Field::Header => "behind-header",
        Field::Grid => "behind-grid",
        Field::Left => "behind-left",
        Field::Simple => "behind-simple",
    });
    let column = other.mapping.ballots().unwrap_or_default();
    Message::new(key).with("column", column).with("behind", behind).text(lang)
}

fn origin_text(origin: &Origin, lang: Lang) -> String {
    match origin {
        Origin::Inferred => lang.text("origin-inferred"),
        Origin::Remembered => lang.text("origin-remembered"),
        Origin::Beside { files } => Message::new("origin-beside").with("files", files.join(", ")).text(lang),
        Origin::Given => lang.text("origin-given"),
    }
}

fn format_name(format: Format, lang: Lang) -> String {
    match format {
        Format::Text => lang.text("format-text"),
        Format::Workbook => lang.text("format-workbook"),
        Format::Json | Format::Xml => format.name().to_owned(),
    }
}

/// `498 votes, a row for each member and vote`
fn shape_text(reading: &Reading, lang: Lang) -> String {
    if reading.is_composition() {
        return lang.text("shape-composition");
    }
    let shape = lang.text(match reading.mapping.shape {
        Shape::OneVote => return lang.text("shape-one-vote"),
        Shape::Long => "shape-long",
        Shape::Wide => "shape-wide",
        Shape::Transposed => "shape-transposed",
    });
    let count = Message::new("cli-num-votes").with("n", reading.archive.num_roll_calls()).text(lang);
    format!("{count}, {shape}")
}

/// `members from mps.csv, by its column “mp”`
fn companion_text(used: &CompanionUse, lang: Lang) -> String {
    let kind = lang.text(match used.kind {
        CompanionKind::Chambers => {
            return Message::new("companion-chambers").with("file", &used.file).text(lang);
        }
        CompanionKind::Members => "companion-members",
        CompanionKind::RollCalls => "companion-roll-calls",
        CompanionKind::Parties => "companion-parties",
    });
    Message::new("cli-companion")
        .with("kind", kind)
        .with("file", &used.file)
        .with("key", &used.key)
        .text(lang)
}

/// `faults.csv:12, column “vote”: …`
fn sentence(problem: &Problem, lang: Lang) -> String {
    let mut place = problem.file.clone();
    if let Some(row) = problem.row {
        place = format!("{place}:{row}");
    }
    if let Some(column) = &problem.column {
        place = format!("{place}, {}", Message::new("cli-column").with("column", column).text(lang));
    }
    // What the causes of unread files say is a sentence already.
    let message = problem.message().text(lang);
    let message = message.trim_end_matches('.');
    let times = problem.times_message().map_or(String::new(), |times| format!(" ({})", times.text(lang)));
    format!("{place}: {message}{times}. {}.", problem.done_message().text(lang))
}

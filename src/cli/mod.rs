//! The command line: the same capabilities as the window, without one.
//!
//! Goes in: arguments. Comes out: text on standard output, faults on standard error, and an exit code: 0
//! fine, 1 the file has a fault, 2 wrong usage (`verify` has its own). Must not know: egui.

mod arguments;
mod batch;
mod check;
mod classroom;
mod convert;
mod describe;
mod given;
mod minutes;
mod project;
mod record;
mod record_line;
mod render;
mod replay;
mod tally;
mod verify;
mod votes;

pub use arguments::{Arguments, Command, Input, PageChoice, ProjectArguments, RenderArguments, ThemeChoice};
pub use classroom::{ClassroomCommand, DealArguments, GuessArguments, SecretArguments};
pub use record::RecordArguments;
pub use replay::ReplayArguments;
pub use tally::print_tally;

use given::{Given, given};

use std::io::Write as _;
use std::process::ExitCode;

use crate::analyze::Summary;
use crate::chart::{Vote, with_coalition};
use crate::lang::{Lang, Message};
use crate::model::{MajorityRule, RollCall};
use crate::project::DrawFault;
use crate::read::{self, About, Choice, Options, Origin, Question, ReadError, Reading};

/// Everything went well.
pub const FINE: u8 = 0;
/// The file, or the place to write to, has a fault.
pub const FAULT: u8 = 1;
/// The command was not understood.
pub const USAGE: u8 = 2;

/// A sentence for standard error and the code to end with.
#[derive(Debug)]
pub struct Failure {
    message: Message,
    code: u8,
}

impl Failure {
    fn fault(message: Message) -> Self {
        Self { message, code: FAULT }
    }

    fn usage(message: Message) -> Self {
        Self { message, code: USAGE }
    }
}

impl From<DrawFault> for Failure {
    fn from(fault: DrawFault) -> Self {
        match fault {
            DrawFault::Usage(message) => Self::usage(message),
            DrawFault::File(message) => Self::fault(message),
        }
    }
}

/// Runs a command and answers the exit code.
#[must_use]
pub fn run(command: &Command) -> ExitCode {
    let lang = command.lang();
    let result = match command {
        Command::Tally { input, coalition, json, .. } => {
            given(input, lang).and_then(|input| tally::run(&input, coalition, *json, lang))
        }
        Command::Votes { input, json, .. } => given(input, lang).and_then(|i| votes::run(&i, *json, lang)),
        Command::Check { input, json, problems, save_mapping, .. } => {
            let outputs = check::Outputs { problems: problems.as_deref(), mapping: save_mapping.as_ref() };
            given(input, lang).and_then(|input| check::run(&input, *json, outputs, lang))
        }
        Command::Convert { input, output, .. } => {
            given(input, lang).and_then(|input| convert::run(&input, output, lang))
        }
        Command::Describe { input, coalition, lang: own } => {
            given(input, lang).and_then(|input| describe::describe(&input, coalition, input.lang(*own, lang)))
        }
        Command::Figures { input, output, lang: own } => given(input, lang)
            .and_then(|input| describe::figures(&input, output.as_deref(), input.lang(*own, lang))),
        Command::Render(arguments) => render::run(arguments, lang),
        Command::Project(arguments) => project::run(arguments, lang),
        Command::Replay(arguments) => replay::run(arguments, lang),
        Command::Record(arguments) => record::run(arguments, lang),
        Command::Classroom { what } => classroom::run(what, lang),
        Command::Minutes { journal, output, .. } => minutes::run(journal, output, lang),
        Command::Verify { journal, chain, json, .. } => verify::run(journal, chain.as_deref(), *json, lang),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("hemicycle: {}", failure.message.text(lang));
            ExitCode::from(failure.code)
        }
    }
}

/// The language of the environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; on Windows and macOS, which rarely set them,
/// else that of the system.
#[must_use]
pub fn environment_lang() -> Lang {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|variable| std::env::var(variable).ok().filter(|value| !value.is_empty()));
    #[cfg(any(windows, target_os = "macos"))]
    let name = name.or_else(sys_locale::get_locale);
    Lang::from_locale_name(&name.unwrap_or_default())
}

fn open(input: &Given) -> Result<Reading, Failure> {
    read::open(&input.path, &options(input)).map_err(|error| Failure::fault(error.message()))
}

/// How the input is read.
fn options(input: &Given) -> Options {
    let (words, named) = input.words.clone();
    Options {
        mapping: input.mapping.clone(),
        words,
        named,
        ballots: input.ballots.clone(),
        chambers: input.chambers.clone(),
        ..Options::default()
    }
}

/// A failure that says what to choose, where figures depend on an answer that the file does not give: of one vote, or of any.
fn settled(reading: &Reading, index: Option<usize>, json: bool, lang: Lang) -> Result<(), Failure> {
    let question = reading.question().filter(|question| index.is_none_or(|index| question.is_about(index)));
    let Some(question) = question else { return Ok(()) };
    let message = question_message(reading, &question);
    if json {
        print(&format!("{:#}\n", serde_json::json!({ "verdict": "asks", "error": message.text(lang) })));
    }
    Err(Failure::fault(message))
}

/// What the file does not say, and how to say it.
fn question_message(reading: &Reading, question: &Question) -> Message {
    const SHOWN: usize = 8;
    let example = question.choices.first().and_then(Choice::argument);
    let message = match &question.about {
        About::Words(words) => {
            let shown: Vec<&str> = words.iter().take(SHOWN).map(|word| word.word.as_str()).collect();
            Message::new("error-asks").with("words", shown.join(", ")).with("n", words.len())
        }
        About::Columns(columns) if columns.len() > 1 => {
            Message::new("error-asks-columns").with("columns", columns.join(", "))
        }
        About::Columns(_) => Message::new("error-asks-shape"),
    };
    message
        .with("file", &reading.file)
        .with("votes", question.votes.len())
        .with("example", example.unwrap_or_default())
}

/// The same, and a fault goes to standard output as an object where a program reads the answer.
fn open_for(input: &Given, json: bool, lang: Lang) -> Result<Reading, Failure> {
    open(input).inspect_err(|failure| {
        if json {
            print(&format!("{:#}\n", serde_json::json!({ "error": failure.message.text(lang) })));
        }
    })
}

/// The place of the vote that was asked for; the first where none was, and a note where there are others.
fn chosen(reading: &Reading, input: &Given, lang: Lang) -> Result<usize, Failure> {
    let count = reading.archive.num_roll_calls();
    let Some(vote) = &input.vote else {
        if count > 1 {
            let note = Message::new("cli-first-vote").with("file", &reading.file).with("n", count);
            eprintln!("hemicycle: {}", note.text(lang));
        }
        return Ok(0);
    };
    reading.find(vote).ok_or_else(|| {
        let near = reading.near(vote).join(", ");
        let message = Message::new("error-no-such-vote")
            .with("vote", vote)
            .with("file", &reading.file)
            .with("count", count)
            .with("near", near);
        Failure::usage(message)
    })
}

/// A roll call of a reading.
fn roll_call(reading: &Reading, index: usize) -> Result<RollCall<'_>, Failure> {
    let fault = || Failure::fault(ReadError::NoRows { file: reading.file.clone() }.message());
    reading.archive.roll_call(index).ok_or_else(fault)
}

/// What the numbers of a roll call depend on besides its ballots.
#[derive(Clone, Copy, Default)]
struct Judged<'a> {
    /// The rule that decides; its own where none is given.
    rule: Option<MajorityRule>,
    /// The parties of a composition that are summed.
    coalition: &'a [String],
}

impl<'a> Judged<'a> {
    /// As asked for; a project's coalition where none is.
    fn of(input: &'a Given, coalition: &'a [String]) -> Self {
        let coalition = if coalition.is_empty() { &input.options.coalition } else { coalition };
        Self { rule: input.rule, coalition }
    }
}

/// Hands a roll call of a reading with its numbers to `then`.
fn with_vote<T>(
    reading: &Reading,
    index: usize,
    judged: Judged<'_>,
    lang: Lang,
    then: impl FnOnce(&Vote<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let roll_call = roll_call(reading, index)?;
    let summary = Summary::of(roll_call, judged.rule);
    let summary = with_coalition(summary, roll_call, judged.coalition).map_err(Failure::usage)?;
    then(&Vote { roll_call, summary: &summary, lang, file: &reading.file })
}

/// Prints to standard output. A reader that went away is no fault of ours.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).ok();
}

/// Says on standard error what the reader of the output should know of how a file was read.
fn note_reading(reading: &Reading, lang: Lang) {
    note_origin(reading, lang);
    note_problems(reading, lang);
}

/// Says on standard error that a file was read as another one beside it says, where it was: nobody asked for that.
fn note_origin(reading: &Reading, lang: Lang) {
    if let Some(note) = origin_note(&reading.origin) {
        eprintln!("hemicycle: {}", note.text(lang));
    }
}

/// What is said of where a mapping is from; nothing where it was found out from the file, or given.
fn origin_note(origin: &Origin) -> Option<Message> {
    match origin {
        Origin::Inferred | Origin::Given => None,
        Origin::Remembered => Some(Message::new("origin-note-remembered")),
        Origin::Beside { files } => Some(Message::new("origin-note-beside").with("files", files.join(", "))),
    }
}

/// Says on standard error that a file has problems, where it has.
fn note_problems(reading: &Reading, lang: Lang) {
    if !reading.problems.is_empty() {
        let note = Message::new("cli-problems").with("n", reading.problems.len()).with("file", &reading.file);
        eprintln!("hemicycle: {}", note.text(lang));
    }
}

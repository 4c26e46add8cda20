//! The command line: the same capabilities as the window, without one.
//!
//! Goes in: arguments. Comes out: text on standard output, faults on standard error, and an exit code: 0
//! fine, 1 the file has a fault, 2 wrong usage. Must not know: egui.

mod arguments;
mod check;
mod render;
mod tally;

pub use arguments::{
    AislesChoice, Arguments, Command, LayoutChoice, PictureSize, RenderArguments, ShapeName, ThemeChoice,
};
pub use tally::print_tally;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use crate::analyze::Summary;
use crate::chart::Vote;
use crate::lang::{Lang, Message};
use crate::model::{MajorityRule, RollCall};
use crate::read::{ReadError, Reading, Source, read};

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

/// Runs a command and answers the exit code.
#[must_use]
pub fn run(command: &Command) -> ExitCode {
    let lang = command.lang();
    let result = match command {
        Command::Tally { input, json, .. } => tally::run(input, *json, lang),
        Command::Check { input, json, .. } => check::run(input, *json, lang),
        Command::Render(arguments) => render::run(arguments, lang),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("hemicycle: {}", failure.message.text(lang));
            ExitCode::from(failure.code)
        }
    }
}

/// The language of the environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
#[must_use]
pub fn environment_lang() -> Lang {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|variable| std::env::var(variable).ok().filter(|value| !value.is_empty()));
    Lang::from_locale_name(&name.unwrap_or_default())
}

fn open(path: &Path) -> Result<Reading, Failure> {
    Source::open(path).and_then(|source| read(&source)).map_err(|error| Failure::fault(error.message()))
}

/// The same, and a fault goes to standard output as an object where a program reads the answer.
fn open_for(path: &Path, json: bool, lang: Lang) -> Result<Reading, Failure> {
    open(path).inspect_err(|failure| {
        if json {
            print(&format!("{:#}\n", serde_json::json!({ "error": failure.message.text(lang) })));
        }
    })
}

/// Reads a file and hands its roll call with its numbers to `then`.
fn with_vote<T>(
    reading: &Reading,
    lang: Lang,
    then: impl FnOnce(&Vote<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let roll_call: RollCall<'_> = reading
        .roll_call()
        .ok_or_else(|| Failure::fault(ReadError::NoRows { file: reading.file.clone() }.message()))?;
    let summary = Summary::of(roll_call, MajorityRule::default());
    then(&Vote { roll_call, summary: &summary, lang, file: &reading.file })
}

/// Prints to standard output. A reader that went away is no fault of ours.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).ok();
}

/// Says on standard error that a file has problems, where it has.
fn note_problems(reading: &Reading, lang: Lang) {
    if !reading.problems.is_empty() {
        let note = Message::new("cli-problems").with("n", reading.problems.len()).with("file", &reading.file);
        eprintln!("hemicycle: {}", note.text(lang));
    }
}

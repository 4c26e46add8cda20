//! `hemicycle record`: a roll call without a window, one answer a line.
//!
//! Every line that asks for something is answered by one line: `ok SEQ` once it is synced to the disk, or
//! `error LINE: …` with what to do, and then nothing was recorded.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::record_line::{Instruction, parse};
use super::{FAULT, FINE, Failure, arguments, minutes, print, print_tally};
use crate::chart::{tally_text, verdict_name};
use crate::export::{roll_call_csv, write};
use crate::lang::{Lang, Message};
use crate::model::MajorityRule;
use crate::read::{Options, ReadError, open_members, reading_of_call};
use crate::record::{
    Call, CallOrder, Conduct, JournalError, Minutes, Opening, Question, RecordError, Recorder, Recovery,
    Roster, SystemClock,
};

/// A roll call to record.
#[derive(Args, Debug)]
pub struct RecordArguments {
    /// Who is called: any file of an earlier vote, a table of members, or a list of names
    pub roster: PathBuf,
    /// The journal: started, or gone on with where it is there already
    #[arg(long, value_name = "FILE")]
    pub journal: PathBuf,
    /// Read answers from standard input, one a line: the name, a tab and the answer, or the number in the order of
    /// calling instead of the name, or the answer alone for whoever is next
    #[arg(long, required = true)]
    pub stdin: bool,
    /// The order of calling: file, name, group, seat, or drawn:L with the letter to start from
    #[arg(long, default_value = "group")]
    pub order: CallOrder,
    /// The rule that decides: a name such as an or council, or a rule such as ">1/2 of members"
    #[arg(long, value_name = "RULE", value_parser = arguments::rule)]
    pub rule: Option<MajorityRule>,
    /// What is put to the vote
    #[arg(long)]
    pub title: Option<String>,
    /// The number of the vote
    #[arg(long)]
    pub number: Option<String>,
    /// The chamber
    #[arg(long)]
    pub chamber: Option<String>,
    /// How many votes of others a member may speak
    #[arg(long, default_value_t = Conduct::default().proxies)]
    pub proxies: u32,
    /// The member in the chair is called too
    #[arg(long)]
    pub chair_votes: bool,
    /// Those who do not answer are not called a second time
    #[arg(long)]
    pub no_second_call: bool,
    /// At the end, write the vote to this CSV file
    #[arg(long, value_name = "OUT.csv")]
    pub csv: Option<PathBuf>,
    /// At the end, write the minutes to this file; the ending .pdf or .txt chooses the format
    #[arg(long, value_name = "OUT")]
    pub minutes: Option<PathBuf>,
    /// The language of what is said
    #[arg(long, value_parser = super::arguments::interface_lang)]
    pub lang: Option<Lang>,
}

type Live = Recorder<SystemClock>;

pub(super) fn run(arguments: &RecordArguments, lang: Lang) -> Result<u8, Failure> {
    arguments.minutes.as_deref().map_or(Ok(()), minutes::check)?;
    let (mut recorder, recovery) = start(arguments)?;
    note_recovery(&recovery, lang);
    let resumed = recorder.call().log().len() > 1;
    if resumed {
        let left = recorder.call().num_left();
        let lines = recorder.call().log().len();
        eprintln!(
            "hemicycle: {}",
            Message::new("record-resumed").with("lines", lines).with("left", left).text(lang)
        );
    }
    let refused = listen(&mut recorder, lang)?;
    finish(&recorder, arguments, lang)?;
    Ok(if refused { FAULT } else { FINE })
}

/// Goes on with the journal where there is one, else starts it.
fn start(arguments: &RecordArguments) -> Result<(Live, Recovery), Failure> {
    let fault = |error: JournalError| Failure::fault(error.message());
    let opening = opening(arguments)?;
    match Recorder::resume(&arguments.journal, SystemClock) {
        Ok((recorder, recovery)) => {
            if is_same_roster(recorder.call(), &opening) {
                return Ok((recorder, recovery));
            }
            let message = Message::new("record-other-roster")
                .with("journal", arguments.journal.display().to_string())
                .with("roster", arguments.roster.display().to_string());
            Err(Failure::fault(message))
        }
        Err(
            JournalError::NoFile { .. } | JournalError::Unopened { .. } | JournalError::NotAJournal { .. },
        ) => Recorder::create(&arguments.journal, opening, SystemClock).map_err(fault),
        Err(error) => Err(fault(error)),
    }
}

fn opening(arguments: &RecordArguments) -> Result<Opening, Failure> {
    let fault = |error: ReadError| Failure::fault(error.message());
    let reading = open_members(&arguments.roster, &Options::default()).map_err(fault)?;
    let no_rows = || fault(ReadError::NoRows { file: reading.file.clone() });
    let roll_call = reading.roll_call().ok_or_else(no_rows)?;
    let roster = Roster::of_roll_call(roll_call);
    if roster.members.is_empty() {
        return Err(no_rows());
    }
    let question = Question {
        title: arguments.title.clone(),
        number: arguments.number.clone(),
        chamber: arguments.chamber.clone().or_else(|| roll_call.info().chamber.clone()),
    };
    let conduct = Conduct {
        proxies: arguments.proxies,
        chair_votes: arguments.chair_votes,
        second_call: !arguments.no_second_call,
    };
    let rule = arguments.rule.unwrap_or_else(|| roll_call.rule());
    Ok(Opening::new(&roster, &arguments.order, question, rule, conduct))
}

/// True where the journal was started with these members, in whatever order.
fn is_same_roster(call: &Call, opening: &Opening) -> bool {
    let names = |opening: &Opening| {
        let mut names: Vec<String> = opening.members.iter().map(|member| member.name.clone()).collect();
        names.sort_unstable();
        names
    };
    names(call.opening()) == names(opening)
}

fn note_recovery(recovery: &Recovery, lang: Lang) {
    let Some(line) = recovery.line else { return };
    let message = match &recovery.kept {
        Some(kept) => Message::new("record-recovered").with("file", kept.display().to_string()),
        None => Message::new("record-line-break"),
    };
    eprintln!("hemicycle: {}", message.with("line", line.to_string()).text(lang));
}

/// Takes lines until there are no more. True where one was refused.
fn listen(recorder: &mut Live, lang: Lang) -> Result<bool, Failure> {
    let stdin = std::io::stdin();
    let is_terminal = stdin.is_terminal();
    let mut refused = false;
    let mut bytes = Vec::new();
    let mut input = stdin.lock();
    for number in 1_u64.. {
        if is_terminal {
            prompt(recorder.call(), lang);
        }
        bytes.clear();
        let read = input.read_until(b'\n', &mut bytes).map_err(|error| {
            let fault = ReadError::Unreadable { file: lang.text("record-stdin"), cause: error.to_string() };
            Failure::fault(fault.message())
        })?;
        if read == 0 {
            break;
        }
        let line = String::from_utf8_lossy(&bytes);
        match parse(&line, recorder.call()) {
            Ok(None) => {}
            Ok(Some(instruction)) => match follow(recorder, instruction) {
                Ok(seq) => print(&format!("ok {seq}\n")),
                Err(error) => {
                    refused = true;
                    say_error(number, &error.message(), lang);
                }
            },
            Err(message) => {
                refused = true;
                say_error(number, &message, lang);
            }
        }
    }
    Ok(refused)
}

fn say_error(number: u64, message: &Message, lang: Lang) {
    print(&format!("error {number}: {}\n", message.text(lang)));
}

fn follow(recorder: &mut Live, instruction: Instruction) -> Result<u64, RecordError> {
    match instruction {
        Instruction::Event(event) => recorder.record(event),
        Instruction::Undo(clerk) => recorder.undo(clerk),
        Instruction::Redo(clerk) => recorder.redo(clerk),
        Instruction::Move(path) => recorder.move_to(&path),
    }
}

/// Who is next, for a clerk at a terminal.
fn prompt(call: &Call, lang: Lang) {
    let text = match call.next() {
        Some(turn) => {
            let name = call.desks().get(turn.member.place()).map_or("", |desk| &desk.member.name);
            Message::new("record-next")
                .with("name", name)
                .with("n", turn.member.0.to_string())
                .with("left", call.num_left())
                .text(lang)
        }
        None => lang.text("record-all-called"),
    };
    let mut err = std::io::stderr().lock();
    // A prompt that cannot be shown is no reason to stop.
    write!(err, "{text} ").and_then(|()| err.flush()).ok();
}

/// Prints the tally and writes what was asked for.
fn finish(recorder: &Live, arguments: &RecordArguments, lang: Lang) -> Result<(), Failure> {
    let call = recorder.call();
    let file = recorder.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reading = reading_of_call(&file, call).map_err(|error| Failure::fault(error.message()))?;
    print_tally(&reading, lang);
    if let Some(certain) = call.certain() {
        let certain = Message::new("record-certain")
            .with("verdict", verdict_name(certain.verdict, lang))
            .with("line", certain.seq.to_string())
            .with("time", certain.time.to_string());
        print(&format!("{}\n", certain.text(lang)));
    }
    if call.closed().is_none() {
        print(&format!("{}\n", Message::new("record-open").with("n", call.num_left()).text(lang)));
    }
    let save = |path: &Path, text: &str| {
        write(path, text.as_bytes()).map_err(|error| Failure::fault(error.message()))?;
        eprintln!(
            "hemicycle: {}",
            Message::new("exported").with("file", path.display().to_string()).text(lang)
        );
        Ok::<(), Failure>(())
    };
    if let (Some(path), Some(roll_call)) = (&arguments.csv, reading.roll_call()) {
        save(path, &roll_call_csv(roll_call))?;
    }
    if let Some(path) = &arguments.minutes {
        minutes::save(&Minutes::of(call, recorder.chain().clone()), path, lang)?;
    }
    Ok(())
}

/// The figures of a roll call in one word: `119–24`.
pub(super) fn figures(call: &Call, lang: Lang) -> Option<String> {
    let reading = reading_of_call("", call).ok()?;
    let roll_call = reading.roll_call()?;
    let summary = crate::analyze::Summary::of(roll_call, None);
    summary.headline.map(|headline| tally_text(&headline, lang))
}

//! `hemicycle classroom`: a mock parliament for a class.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::given::given;
use super::{FINE, Failure, Input, Judged, arguments, chosen, note_reading, open, print, with_vote};
use crate::chart::{Typeface, figures_text};
use crate::classroom::{
    Guessed, MockParliament, MockParty, SecretCount, Setup, ready_parties, standings, told, winners,
};
use crate::export::{Voting, roles_pdf, roster_csv, write};
use crate::lang::{Lang, Message};
use crate::read::ReadError;
use crate::stylesheet::complete;

/// What a class does.
#[derive(Debug, Subcommand)]
pub enum ClassroomCommand {
    /// Deal seats to parties and pupils; writes roster.csv, to call the roll with, and roles.pdf, cards to cut out
    Deal(DealArguments),
    /// Say which group's guess was nearest to a vote
    Guess(GuessArguments),
    /// Write a secret ballot as a vote: figures, and no names
    Secret(SecretArguments),
}

/// Seats to deal.
#[derive(Args, Debug)]
pub struct DealArguments {
    /// The pupils' names, one a line
    #[arg(long, value_name = "NAMES.txt")]
    pub pupils: PathBuf,
    /// What is put to the vote
    #[arg(long)]
    pub question: String,
    /// The seats; those beyond the pupils stay vacant. Without it, one a pupil
    #[arg(long, value_name = "N")]
    pub size: Option<u32>,
    /// How many of the ready parties there are
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(2..=6))]
    pub parties: u8,
    /// A party of your own instead, from the left: 'SHORT|NAME|#COLOUR|SHARE'; may be repeated
    #[arg(long, value_name = "PARTY")]
    pub party: Vec<MockParty>,
    /// What lots are drawn by: the same number seats the same pupils the same
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// The cards are for a secret ballot
    #[arg(long)]
    pub secret: bool,
    /// The folder to write to; it is made where it is not there
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
    /// The language of the cards
    #[arg(long, value_parser = arguments::interface_lang)]
    pub lang: Option<Lang>,
}

/// Guesses of a vote.
#[derive(Args, Debug)]
pub struct GuessArguments {
    /// Which file, and how to read it
    #[command(flatten)]
    pub input: Input,
    /// A group's guess: GROUP=FOR-AGAINST or GROUP=FOR-AGAINST-ABSTAINED; may be repeated
    #[arg(long, value_name = "GUESS", required = true)]
    pub guess: Vec<Guessed>,
    /// The language of the output
    #[arg(long, value_parser = arguments::interface_lang)]
    pub lang: Option<Lang>,
}

/// A secret ballot.
#[derive(Args, Debug)]
pub struct SecretArguments {
    /// What was put to the vote
    #[arg(long)]
    pub question: String,
    /// Papers for
    #[arg(long = "for", value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub in_favour: u32,
    /// Papers against
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub against: u32,
    /// Blank papers
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub abstain: u32,
    /// The file to write
    #[arg(short, long, value_name = "OUT.csv")]
    pub output: PathBuf,
    /// The language of the output
    #[arg(long, value_parser = arguments::interface_lang)]
    pub lang: Option<Lang>,
}

impl ClassroomCommand {
    pub(super) fn lang(&self) -> Option<Lang> {
        match self {
            Self::Deal(arguments) => arguments.lang,
            Self::Guess(arguments) => arguments.lang,
            Self::Secret(arguments) => arguments.lang,
        }
    }
}

pub(super) fn run(command: &ClassroomCommand, lang: Lang) -> Result<u8, Failure> {
    match command {
        ClassroomCommand::Deal(arguments) => deal(arguments, lang),
        ClassroomCommand::Guess(arguments) => guess(arguments, lang),
        ClassroomCommand::Secret(arguments) => secret(arguments, lang),
    }
}

fn deal(arguments: &DealArguments, lang: Lang) -> Result<u8, Failure> {
    let file = || arguments.pupils.display().to_string();
    let names = std::fs::read_to_string(&arguments.pupils).map_err(|error| {
        Failure::fault(ReadError::Unreadable { file: file(), cause: error.to_string() }.message())
    })?;
    let setup = Setup {
        size: arguments.size,
        parties: if arguments.party.is_empty() {
            ready_parties(usize::from(arguments.parties), lang)
        } else {
            arguments.party.clone()
        },
        pupils: names.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect(),
        seed: arguments.seed,
    };
    let parliament = MockParliament::deal(&setup).map_err(|error| Failure::fault(error.message()))?;
    let voting = if arguments.secret { Voting::Secret } else { Voting::Open };
    let parties = parliament.parties.iter().map(|party| party.name.as_str());
    let words: Vec<&str> = [arguments.question.as_str(), names.as_str()].into_iter().chain(parties).collect();
    let completed = complete(&Typeface::default(), &words.join(" ").replace('\n', " "));
    super::minutes::say(&completed, lang);
    let roles = roles_pdf(&parliament, &arguments.question, voting, lang, &completed.typeface)
        .map_err(|error| Failure::fault(error.message()))?;
    std::fs::create_dir_all(&arguments.output).map_err(|error| {
        let message = Message::new("error-write").with("file", arguments.output.display().to_string());
        Failure::fault(message.with("cause", error.to_string()))
    })?;
    for (name, bytes) in [("roster.csv", roster_csv(&parliament.roster()).into_bytes()), ("roles.pdf", roles)]
    {
        save(&arguments.output.join(name), &bytes, lang)?;
    }
    Ok(FINE)
}

fn save(path: &std::path::Path, bytes: &[u8], lang: Lang) -> Result<(), Failure> {
    write(path, bytes).map_err(|error| Failure::fault(error.message()))?;
    let written = Message::new("exported").with("file", path.display().to_string());
    eprintln!("hemicycle: {}", written.text(lang));
    Ok(())
}

fn guess(arguments: &GuessArguments, lang: Lang) -> Result<u8, Failure> {
    let input = given(&arguments.input, lang)?;
    let reading = open(&input)?;
    note_reading(&reading, lang);
    let index = chosen(&reading, &input, lang)?;
    with_vote(&reading, index, Judged::of(&input, &[]), lang, |vote| {
        let mut lines =
            vec![vote.title(), figures_text(vote.summary.headline.as_ref(), vote.summary.seats, lang)];
        let standings = standings(&arguments.guess, told(vote.roll_call));
        lines.push(winners(&standings).text(lang));
        lines.extend(standings.iter().map(|standing| standing.message().text(lang)));
        print(&(lines.join("\n") + "\n"));
        Ok(FINE)
    })
}

fn secret(arguments: &SecretArguments, lang: Lang) -> Result<u8, Failure> {
    let &SecretArguments { in_favour, against, abstain, .. } = arguments;
    let count = SecretCount { in_favour, against, abstain };
    save(&arguments.output, count.csv(&arguments.question).as_bytes(), lang)?;
    Ok(FINE)
}

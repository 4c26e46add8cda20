//! `hemicycle convert`: the votes as data that other programs read.

use std::path::Path;

use super::{FINE, Failure, Given, chosen, note_problems, open};
use crate::export::{popolo_json, tidy_csv, write};
use crate::lang::{Lang, Message};
use crate::model::RollCall;

pub(super) fn run(input: &Given, output: &Path, lang: Lang) -> Result<u8, Failure> {
    let file = || output.display().to_string();
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let to_csv = match ending.as_deref() {
        Some("csv") => true,
        Some("json") => false,
        _ => return Err(Failure::usage(Message::new("error-convert-format").with("file", file()))),
    };
    let reading = open(input)?;
    note_problems(&reading, lang);
    let votes: Vec<RollCall<'_>> = match &input.vote {
        Some(_) => reading.archive.roll_call(chosen(&reading, input, lang)?).into_iter().collect(),
        None => (0..reading.archive.num_roll_calls()).filter_map(|n| reading.archive.roll_call(n)).collect(),
    };
    let text = if to_csv { tidy_csv(&votes) } else { format!("{:#}\n", popolo_json(&votes)) };
    write(output, text.as_bytes()).map_err(|error| Failure::fault(error.message()))?;
    let rows: usize = votes.iter().map(|vote| vote.votes().len()).sum();
    let note =
        Message::new("cli-converted").with("file", file()).with("votes", votes.len()).with("rows", rows);
    eprintln!("{}", note.text(lang));
    Ok(FINE)
}

//! `hemicycle convert`: the votes as data that other programs read.

use std::path::Path;

use super::{FINE, Failure, Given, chosen, note_reading, open, settled};
use crate::export::{composition_csv, popolo_json, tidy_csv, write};
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
    note_reading(&reading, lang);
    let index = input.vote.as_ref().map(|_| chosen(&reading, input, lang)).transpose()?;
    settled(&reading, index, false, lang)?;
    let votes: Vec<RollCall<'_>> = match index {
        Some(index) => reading.archive.roll_call(index).into_iter().collect(),
        None => (0..reading.archive.num_roll_calls()).filter_map(|n| reading.archive.roll_call(n)).collect(),
    };
    if reading.is_composition() {
        if !to_csv {
            return Err(Failure::usage(
                Message::new("error-convert-composition").with("file", &reading.file),
            ));
        }
        write(output, composition_csv(&votes).as_bytes()).map_err(|error| Failure::fault(error.message()))?;
        eprintln!("{}", Message::new("exported").with("file", file()).text(lang));
        return Ok(FINE);
    }
    let text = if to_csv { tidy_csv(&votes) } else { format!("{:#}\n", popolo_json(&votes)) };
    write(output, text.as_bytes()).map_err(|error| Failure::fault(error.message()))?;
    let rows: usize = votes.iter().map(|vote| vote.votes().len()).sum();
    let note =
        Message::new("cli-converted").with("file", file()).with("votes", votes.len()).with("rows", rows);
    eprintln!("{}", note.text(lang));
    Ok(FINE)
}

//! `hemicycle describe` and `hemicycle figures`: the graphic in sentences and in numbers.

use std::path::Path;

use super::{FINE, Failure, Given, Judged, chosen, note_origin, open, print, settled, with_vote};
use crate::chart::description;
use crate::export::{figures_csv, write};
use crate::lang::Lang;
use crate::project::DrawFault;
use crate::read::Reading;
use crate::stylesheet::dressed;

/// Prints the description of the graphic.
pub(super) fn describe(input: &Given, coalition: &[String], lang: Lang) -> Result<u8, Failure> {
    let reading = open(input)?;
    note_origin(&reading, lang);
    let index = chosen(&reading, input, lang)?;
    settled(&reading, Some(index), false, lang)?;
    with_vote(&reading, index, Judged::of(input, coalition), lang, |vote| {
        print(&format!("{}\n", description(vote)));
        Ok(FINE)
    })
}

/// Prints the figures, or writes them to a file.
pub(super) fn figures(input: &Given, output: Option<&Path>, lang: Lang) -> Result<u8, Failure> {
    let mut reading: Reading = open(input)?;
    note_origin(&reading, lang);
    // The names and colours of the graphic: a project's own, else the usual.
    let sheet = input.options.look.style_sheet()?.resolved().map_err(DrawFault::from)?;
    reading.archive.parties = dressed(&reading.archive.parties, &sheet.party);
    let index = chosen(&reading, input, lang)?;
    settled(&reading, Some(index), false, lang)?;
    let text = with_vote(&reading, index, Judged::of(input, &[]), lang, |vote| Ok(figures_csv(vote)))?;
    match output {
        Some(path) => write(path, text.as_bytes()).map_err(|error| Failure::fault(error.message()))?,
        None => print(&text),
    }
    Ok(FINE)
}

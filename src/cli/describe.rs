//! `hemicycle describe` and `hemicycle figures`: the graphic in sentences and in numbers.

use std::path::Path;

use super::look::failure;
use super::{FINE, Failure, Input, chosen, open, print, with_vote};
use crate::chart::description;
use crate::export::{figures_csv, write};
use crate::lang::Lang;
use crate::read::Reading;
use crate::stylesheet::{StyleSheet, dressed};

/// Prints the description of the graphic.
pub(super) fn describe(input: &Input, lang: Lang) -> Result<u8, Failure> {
    let reading = open(input)?;
    let index = chosen(&reading, input, lang)?;
    with_vote(&reading, index, input.rule, lang, |vote| {
        print(&format!("{}\n", description(vote)));
        Ok(FINE)
    })
}

/// Prints the figures, or writes them to a file.
pub(super) fn figures(input: &Input, output: Option<&Path>, lang: Lang) -> Result<u8, Failure> {
    let mut reading: Reading = open(input)?;
    // The colours of the graphic, where no style is asked for.
    let sheet = StyleSheet::load("default").and_then(|sheet| sheet.resolved()).map_err(failure)?;
    reading.archive.parties = dressed(&reading.archive.parties, &sheet.party);
    let index = chosen(&reading, input, lang)?;
    let text = with_vote(&reading, index, input.rule, lang, |vote| Ok(figures_csv(vote)))?;
    match output {
        Some(path) => write(path, text.as_bytes()).map_err(|error| Failure::fault(error.message()))?,
        None => print(&text),
    }
    Ok(FINE)
}

//! `hemicycle render`: the graphic to a file.

use std::path::PathBuf;

use super::given::{Given, given, note_on_error};
use super::{FINE, Failure, RenderArguments, batch, chosen, note_reading, open, roll_call, settled};
use crate::export::{ExportFormat, write};
use crate::lang::{Lang, Message};
use crate::project::{Drawer, is_project};

pub(super) fn run(arguments: &RenderArguments, environment: Lang) -> Result<u8, Failure> {
    let out = output(arguments)?;
    let file = || out.display().to_string();
    let format = ExportFormat::of(&out)
        .ok_or_else(|| Failure::usage(Message::new("error-render-format").with("file", file())))?;
    let input = given(&arguments.input, environment)?;
    if let (true, Some(change)) = (arguments.locked, input.changes.first()) {
        return Err(Failure::fault(change.message(&arguments.input.path)));
    }
    // What a project says for other formats is no mistake of who asks for this one.
    let Given { options: saved, rule, .. } = input.clone();
    let drawer = Drawer::new(arguments.options.clone().over(saved.for_format(format)), rule, environment)?;
    let mut reading = open(&input)?;
    note_reading(&reading, drawer.lang());
    drawer.dress(&mut reading.archive)?;
    let index = if arguments.all { None } else { Some(chosen(&reading, &input, drawer.lang())?) };
    if let Some(index) = index {
        settled(&reading, Some(index), false, drawer.lang())?;
    }
    if arguments.all {
        return batch::run(arguments, (&out, format), &drawer, &reading);
    }
    let index = index.unwrap_or_default();
    let drawn = drawer.draw(roll_call(&reading, index)?, &reading.file, format)?;
    for note in &drawn.notes {
        note_on_error(note, drawer.lang());
    }
    write(&out, &drawn.bytes).map_err(|error| Failure::fault(error.message()))?;
    eprintln!("{}", drawn.made.with("file", file()).text(drawer.lang()));
    Ok(FINE)
}

/// Where to: beside a project, where no place is given.
fn output(arguments: &RenderArguments) -> Result<PathBuf, Failure> {
    let input = &arguments.input.path;
    match &arguments.output {
        Some(output) => Ok(output.clone()),
        None if is_project(input) && !arguments.all => Ok(input.with_extension("svg")),
        None => Err(Failure::usage(Message::new("error-no-output"))),
    }
}

//! `hemicycle render`: the graphic to a file.

use super::drawer::Drawer;
use super::look::note_on_error;
use super::{FINE, Failure, RenderArguments, batch, chosen, note_problems, open};
use crate::export::{ExportFormat, write};
use crate::lang::{Lang, Message};

pub(super) fn run(arguments: &RenderArguments, environment: Lang) -> Result<u8, Failure> {
    let out = &arguments.output;
    let file = || out.display().to_string();
    let format = ExportFormat::of(out)
        .ok_or_else(|| Failure::usage(Message::new("error-render-format").with("file", file())))?;
    let sheet = arguments.options.look.sheet()?;
    let drawer = Drawer::new(&arguments.options, sheet, arguments.input.rule, format, environment)?;
    let mut reading = open(&arguments.input)?;
    note_problems(&reading, drawer.lang);
    drawer.dress(&mut reading)?;
    if arguments.all {
        return batch::run(arguments, &drawer, &reading);
    }
    let index = chosen(&reading, &arguments.input, drawer.lang)?;
    let drawn = drawer.draw(&reading, index)?;
    for note in &drawn.notes {
        note_on_error(note, drawer.lang);
    }
    write(out, &drawn.bytes).map_err(|error| Failure::fault(error.message()))?;
    eprintln!("{}", drawn.made.with("file", file()).text(drawer.lang));
    Ok(FINE)
}

//! `hemicycle render`: the graphic to a file.

use super::{FINE, Failure, RenderArguments, chosen, note_problems, open, with_vote};
use crate::chart::{Arrangement, Style, Texts, graphic, layout_fault};
use crate::export::{PictureFormat, picture, write};
use crate::lang::{Lang, Message};
use crate::layout::HemicycleOptions;

pub(super) fn run(arguments: &RenderArguments, lang: Lang) -> Result<u8, Failure> {
    let out = &arguments.output;
    let file = || out.display().to_string();
    let format = PictureFormat::of(out)
        .ok_or_else(|| Failure::usage(Message::new("error-render-format").with("file", file())))?;
    let reading = open(&arguments.input)?;
    note_problems(&reading, lang);
    let style = if arguments.dark { Style::dark() } else { Style::light() };
    let texts = Texts { title: arguments.title.clone() };
    let (width, height) = (f64::from(arguments.size.width), f64::from(arguments.size.height));
    let index = chosen(&reading, &arguments.input, lang)?;
    let scene = with_vote(&reading, index, lang, |vote| {
        let arrangement = arrangement(arguments, vote.summary.seats)?;
        Ok(graphic(vote, &style, &arrangement, &texts, width, height))
    })?;
    let bytes = picture(&scene, format).map_err(|error| Failure::fault(error.message()))?;
    write(out, &bytes).map_err(|error| Failure::fault(error.message()))?;
    let note = Message::new("cli-rendered")
        .with("file", file())
        .with("width", arguments.size.width.to_string())
        .with("height", arguments.size.height.to_string());
    eprintln!("{}", note.text(lang));
    Ok(FINE)
}

/// The arrangement asked for, if the chamber can have it.
fn arrangement(arguments: &RenderArguments, seats: u32) -> Result<Arrangement, Failure> {
    let hemicycle = HemicycleOptions { rows: arguments.rows, span: arguments.span, inner: arguments.inner };
    let lines: Result<Vec<u32>, Failure> =
        arguments.majority_line.iter().map(|text| line(text, seats)).collect();
    let arrangement = Arrangement { hemicycle, order: arguments.order, lines: lines? };
    match arrangement.hemicycle(seats as usize) {
        Ok(_) => Ok(arrangement),
        Err(error) => Err(Failure::usage(layout_fault(&error))),
    }
}

fn line(text: &str, seats: u32) -> Result<u32, Failure> {
    let wanted = match text {
        "half" => Some(seats / 2 + 1),
        "3/5" => Some((seats * 3).div_ceil(5)),
        "2/3" => Some((seats * 2).div_ceil(3)),
        number => number.parse().ok(),
    };
    wanted.filter(|&line| line > 0 && line < seats).ok_or_else(|| {
        Failure::usage(Message::new("error-majority-line").with("text", text).with("seats", seats))
    })
}

//! `hemicycle render`: the graphic to a file.

use super::{FINE, Failure, RenderArguments, note_problems, open, with_vote};
use crate::chart::{Style, Texts, graphic};
use crate::export::{PictureFormat, picture, write};
use crate::lang::{Lang, Message};

pub(super) fn run(arguments: &RenderArguments, lang: Lang) -> Result<u8, Failure> {
    let out = &arguments.output;
    let format = PictureFormat::of(out).ok_or_else(|| {
        Failure::usage(Message::new("error-render-format").with("file", out.display().to_string()))
    })?;
    let reading = open(&arguments.input)?;
    note_problems(&reading, lang);
    let style = if arguments.dark { Style::dark() } else { Style::light() };
    let texts = Texts { title: arguments.title.clone() };
    let (width, height) = (f64::from(arguments.size.width), f64::from(arguments.size.height));
    let scene = with_vote(&reading, lang, |vote| Ok(graphic(vote, &style, &texts, width, height)))?;
    let bytes = picture(&scene, format).map_err(|error| Failure::fault(error.message()))?;
    write(out, &bytes).map_err(|error| Failure::fault(error.message()))?;
    let note = Message::new("cli-rendered")
        .with("file", out.display().to_string())
        .with("width", arguments.size.width.to_string())
        .with("height", arguments.size.height.to_string());
    eprintln!("{}", note.text(lang));
    Ok(FINE)
}

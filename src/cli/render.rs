//! `hemicycle render`: the graphic to a file.

use std::sync::Arc;

use super::{
    FINE, Failure, LayoutChoice, RenderArguments, ShapeName, chosen, note_problems, open, with_vote,
};
use crate::chart::{Arrangement, Style, Texts, Vote, graphic, without_seat};
use crate::export::{PictureFormat, picture, write};
use crate::lang::{Lang, Message};
use crate::layout::{LayoutOptions, Shape};
use crate::read::{Source, read_seat_plan};

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
    let scene = with_vote(&reading, index, arguments.input.rule, lang, |vote| {
        let arrangement = arrangement(arguments, vote)?;
        let without = without_seat(vote.roll_call, &arrangement);
        if !without.is_empty() {
            let names = without.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
            let note = Message::new("cli-without-seat").with("n", without.len()).with("names", names);
            eprintln!("hemicycle: {}", note.text(lang));
        }
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
fn arrangement(arguments: &RenderArguments, vote: &Vote<'_>) -> Result<Arrangement, Failure> {
    let seats = vote.summary.seats;
    let lines: Result<Vec<u32>, Failure> =
        arguments.majority_line.iter().map(|text| line(text, seats)).collect();
    let layout = LayoutOptions {
        shape: shape(&arguments.layout)?,
        rows: arguments.rows,
        span: arguments.span,
        inner: arguments.inner,
        aisles: arguments.aisles.0,
        seat_size: arguments.seat_size,
    };
    let (government, cross) = (arguments.government.clone(), arguments.cross.clone());
    let arrangement = Arrangement { layout, order: arguments.order, lines: lines?, government, cross };
    arrangement.check(vote.roll_call, seats).map_err(Failure::usage)?;
    Ok(arrangement)
}

fn shape(choice: &LayoutChoice) -> Result<Shape, Failure> {
    Ok(match choice {
        LayoutChoice::Shape(ShapeName::Hemicycle) => Shape::Hemicycle,
        LayoutChoice::Shape(ShapeName::Benches) => Shape::Benches,
        LayoutChoice::Shape(ShapeName::Horseshoe) => Shape::Horseshoe,
        LayoutChoice::Shape(ShapeName::Circle) => Shape::Circle,
        LayoutChoice::Shape(ShapeName::Classroom) => Shape::Classroom,
        LayoutChoice::Shape(ShapeName::Table) => Shape::Table,
        LayoutChoice::Shape(ShapeName::Grid) => Shape::Grid,
        LayoutChoice::Plan(path) => {
            let source = Source::open(path).map_err(|error| Failure::fault(error.message()))?;
            let plan = read_seat_plan(&source).map_err(|error| Failure::fault(error.message()))?;
            Shape::Plan(Arc::new(plan))
        }
    })
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

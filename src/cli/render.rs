//! `hemicycle render`: the graphic to a file.

use std::sync::Arc;

use super::look::{failure, note_on_error};
use super::{
    FINE, Failure, LayoutChoice, RenderArguments, ShapeName, chosen, note_problems, open, with_vote,
};
use crate::chart::scene::Scene;
use crate::chart::{Arrangement, Vote, alike_colours, graphic, proof, without_seat};
use crate::export::{
    ExportFormat, PageStyles, PictureFormat, PictureOptions, Resolution, SvgText, picture, web_page, write,
};
use crate::lang::{Lang, Message};
use crate::layout::{LayoutOptions, Shape};
use crate::read::{Source, read_seat_plan};

pub(super) fn run(arguments: &RenderArguments, environment: Lang) -> Result<u8, Failure> {
    let out = &arguments.output;
    let file = || out.display().to_string();
    let format = ExportFormat::of(out)
        .ok_or_else(|| Failure::usage(Message::new("error-render-format").with("file", file())))?;
    check_options(arguments, format)?;
    let sheet = arguments.look.sheet()?;
    let lang = arguments.lang.or(sheet.language).unwrap_or(environment);
    let mut look = arguments.look.look(sheet)?;
    let mut reading = open(&arguments.input)?;
    note_problems(&reading, lang);
    look.dress(&mut reading.archive)?;
    let index = chosen(&reading, &arguments.input, lang)?;
    let (bytes, note) = with_vote(&reading, index, arguments.input.rule, lang, |vote| {
        let mut arrangement = arrangement(arguments, vote)?;
        look.sheet.arrange(&mut arrangement).map_err(failure)?;
        arguments.look.add_line(vote.summary.seats, &mut arrangement);
        look.complete_fonts(vote);
        note_without_seat(vote, &arrangement);
        for alike in alike_colours(vote, &look.style) {
            note_on_error(&alike.message(vote), lang);
        }
        match format {
            ExportFormat::Page => {
                let styles = PageStyles { proof: arguments.look.proof, ..PageStyles::of(&look.style) };
                let page = web_page(vote, &look.template.texts, &arrangement, &styles);
                Ok((page.into_bytes(), Message::new("cli-rendered-page")))
            }
            ExportFormat::Picture(format) => {
                let scene = graphic(vote, &look.style, &arrangement, &look.template);
                let scene = arguments.look.proof.map_or_else(|| scene.clone(), |eye| proof(&scene, eye));
                draw(arguments, format, &scene)
            }
        }
    })?;
    write(out, &bytes).map_err(|error| Failure::fault(error.message()))?;
    eprintln!("{}", note.with("file", file()).text(lang));
    Ok(FINE)
}

/// Options that the format has no use for are a mistake of the caller, who expects something of them.
fn check_options(arguments: &RenderArguments, format: ExportFormat) -> Result<(), Failure> {
    use PictureFormat::{Png, Svg, Webp};
    let has_pixels = matches!(format, ExportFormat::Picture(Png | Webp));
    let idle = [
        ("--scale", arguments.scale.is_some() && !has_pixels, "PNG, WebP"),
        ("--dpi", arguments.dpi.is_some() && !has_pixels, "PNG, WebP"),
        ("--outline-text", arguments.outline_text && format != ExportFormat::Picture(Svg), "SVG"),
    ];
    match idle.into_iter().find(|(_, is_idle, _)| *is_idle) {
        None => Ok(()),
        Some((option, _, formats)) => Err(Failure::usage(
            Message::new("error-option-of-format")
                .with("option", option)
                .with("formats", formats)
                .with("ending", format.ending()),
        )),
    }
}

fn note_without_seat(vote: &Vote<'_>, arrangement: &Arrangement) {
    let without = without_seat(vote.roll_call, arrangement);
    if !without.is_empty() {
        let names = without.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
        let note = Message::new("cli-without-seat").with("n", without.len()).with("names", names);
        note_on_error(&note, vote.lang);
    }
}

/// The picture, and what to say of it.
fn draw(
    arguments: &RenderArguments,
    format: PictureFormat,
    scene: &Scene,
) -> Result<(Vec<u8>, Message), Failure> {
    let options = PictureOptions {
        resolution: match (arguments.dpi, arguments.scale) {
            (Some(dpi), _) => Resolution::Dpi(dpi),
            (None, Some(scale)) => Resolution::Scale(scale),
            (None, None) => Resolution::of(scene),
        },
        text: if arguments.outline_text { SvgText::Outlines } else { SvgText::Live },
        ..PictureOptions::default()
    };
    let [width, height] =
        options.resolution.pixels(scene).map_err(|error| Failure::usage(error.message()))?;
    let bytes = picture(scene, format, &options).map_err(|error| Failure::fault(error.message()))?;
    let note =
        Message::new("cli-rendered").with("width", width.to_string()).with("height", height.to_string());
    Ok((bytes, note))
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
    let arrangement = Arrangement {
        layout,
        order: arguments.order,
        lines: lines?,
        government,
        cross,
        party_order: Vec::new(),
    };
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

//! A vote drawn as the options say: what `render` writes, for one vote or many.

use std::sync::Arc;

use super::look::{Look, failure};
use super::{Failure, LayoutChoice, RenderOptions, ShapeName, with_vote};
use crate::chart::scene::Scene;
use crate::chart::{Arrangement, Style, Vote, alike_colours, graphic, proof, without_seat};
use crate::export::{
    ExportFormat, PageStyles, PictureFormat, PictureOptions, Resolution, SvgText, picture, web_page,
};
use crate::lang::{Lang, Message};
use crate::layout::{LayoutOptions, Shape};
use crate::model::MajorityRule;
use crate::read::{Reading, Source, read_seat_plan};
use crate::stylesheet::StyleSheet;

/// Draws votes of one file in one way. Threads may share it.
pub(super) struct Drawer<'a> {
    options: &'a RenderOptions,
    rule: Option<MajorityRule>,
    format: ExportFormat,
    look: Look,
    /// Read once: it may be a plan in a file.
    shape: Shape,
    /// The language of the graphic.
    pub(super) lang: Lang,
}

/// A vote as the bytes of a file.
pub(super) struct Drawn {
    pub(super) bytes: Vec<u8>,
    /// What was made, for the file's name to be added.
    pub(super) made: Message,
    /// What the one who draws should know.
    pub(super) notes: Vec<Message>,
}

impl<'a> Drawer<'a> {
    /// Reads style, pictures and seat plan; the language is the options', else the style's, else `environment`.
    pub(super) fn new(
        options: &'a RenderOptions,
        sheet: StyleSheet,
        rule: Option<MajorityRule>,
        format: ExportFormat,
        environment: Lang,
    ) -> Result<Self, Failure> {
        check_options(options, format)?;
        let lang = options.lang.or(sheet.language).unwrap_or(environment);
        let look = options.look.look(sheet)?;
        Ok(Self { options, rule, format, look, shape: shape(&options.layout)?, lang })
    }

    /// Gives the parties of a file the names and colours of the style.
    pub(super) fn dress(&self, reading: &mut Reading) -> Result<(), Failure> {
        self.look.dress(&mut reading.archive)
    }

    /// What a vote is drawn with, and what the one who draws should know.
    fn dressed(&self, vote: &Vote<'_>) -> Result<(Style, Arrangement, Vec<Message>), Failure> {
        let mut arrangement = self.arrangement(vote)?;
        self.look.sheet.arrange(&mut arrangement).map_err(failure)?;
        self.options.look.add_line(vote.summary.seats, &mut arrangement);
        let (style, missing) = self.look.completed(vote);
        let mut notes: Vec<Message> = missing.into_iter().chain(seatless(vote, &arrangement)).collect();
        notes.extend(alike_colours(vote, &style).iter().map(|alike| alike.message(vote)));
        Ok((style, arrangement, notes))
    }

    /// Hands a vote with its graphic to `then`, and what the one who draws should know.
    pub(super) fn with_graphic<T>(
        &self,
        reading: &Reading,
        index: usize,
        then: impl FnOnce(&Vote<'_>, &Style, &Arrangement, &Scene) -> Result<T, Failure>,
    ) -> Result<(T, Vec<Message>), Failure> {
        with_vote(reading, index, self.rule, self.lang, |vote| {
            let (style, arrangement, notes) = self.dressed(vote)?;
            let scene = graphic(vote, &style, &arrangement, &self.look.template);
            Ok((then(vote, &style, &arrangement, &scene)?, notes))
        })
    }

    /// Draws one vote, by its place in the file.
    pub(super) fn draw(&self, reading: &Reading, index: usize) -> Result<Drawn, Failure> {
        with_vote(reading, index, self.rule, self.lang, |vote| {
            let (style, arrangement, notes) = self.dressed(vote)?;
            let (bytes, made) = match self.format {
                ExportFormat::Page => {
                    let styles = PageStyles { proof: self.options.look.proof, ..PageStyles::of(&style) };
                    let page = web_page(vote, &self.look.template.texts, &arrangement, &styles);
                    (page.into_bytes(), Message::new("cli-rendered-page"))
                }
                ExportFormat::Picture(format) => {
                    let scene = graphic(vote, &style, &arrangement, &self.look.template);
                    let scene = match self.options.look.proof {
                        Some(eye) => proof(&scene, eye),
                        None => scene,
                    };
                    self.picture(format, &scene)?
                }
            };
            Ok(Drawn { bytes, made, notes })
        })
    }

    /// The picture, and what to say of it.
    fn picture(&self, format: PictureFormat, scene: &Scene) -> Result<(Vec<u8>, Message), Failure> {
        let options = PictureOptions {
            resolution: self.options.resolution(scene),
            text: if self.options.outline_text { SvgText::Outlines } else { SvgText::Live },
            ..PictureOptions::default()
        };
        let [width, height] =
            options.resolution.pixels(scene).map_err(|error| Failure::usage(error.message()))?;
        let bytes = picture(scene, format, &options).map_err(|error| Failure::fault(error.message()))?;
        let made =
            Message::new("cli-rendered").with("width", width.to_string()).with("height", height.to_string());
        Ok((bytes, made))
    }

    /// The arrangement asked for, if the chamber can have it.
    fn arrangement(&self, vote: &Vote<'_>) -> Result<Arrangement, Failure> {
        let (options, seats) = (self.options, vote.summary.seats);
        let lines: Result<Vec<u32>, Failure> =
            options.majority_line.iter().map(|text| line(text, seats)).collect();
        let layout = LayoutOptions {
            shape: self.shape.clone(),
            rows: options.rows,
            span: options.span,
            inner: options.inner,
            aisles: options.aisles.0,
            seat_size: options.seat_size,
        };
        let (government, cross) = (options.government.clone(), options.cross.clone());
        let arrangement = Arrangement {
            layout,
            order: options.order,
            lines: lines?,
            government,
            cross,
            party_order: Vec::new(),
        };
        arrangement.check(vote.roll_call, seats).map_err(Failure::usage)?;
        Ok(arrangement)
    }
}

impl RenderOptions {
    /// How many pixels are asked for.
    pub(super) fn resolution(&self, scene: &Scene) -> Resolution {
        match (self.dpi, self.scale) {
            (Some(dpi), _) => Resolution::Dpi(dpi),
            (None, Some(scale)) => Resolution::Scale(scale),
            (None, None) => Resolution::of(scene),
        }
    }
}

/// Options that the format has no use for are a mistake of the caller, who expects something of them.
fn check_options(options: &RenderOptions, format: ExportFormat) -> Result<(), Failure> {
    use PictureFormat::{Png, Svg, Webp};
    let has_pixels = matches!(format, ExportFormat::Picture(Png | Webp));
    let idle = [
        ("--scale", options.scale.is_some() && !has_pixels, "PNG, WebP"),
        ("--dpi", options.dpi.is_some() && !has_pixels, "PNG, WebP"),
        ("--outline-text", options.outline_text && format != ExportFormat::Picture(Svg), "SVG"),
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

/// Says who has no seat in the plan, where somebody has none.
fn seatless(vote: &Vote<'_>, arrangement: &Arrangement) -> Option<Message> {
    let without = without_seat(vote.roll_call, arrangement);
    let names = without.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    let note = Message::new("cli-without-seat").with("n", without.len()).with("names", names);
    (!without.is_empty()).then_some(note)
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

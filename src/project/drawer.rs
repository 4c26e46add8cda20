//! A vote drawn as the options say: what is shown, exported, and rendered, one vote or many.

use std::sync::Arc;

use super::look::Look;
use super::{DrawFault, LayoutChoice, RenderOptions, ShapeName};
use crate::analyze::Summary;
use crate::chart::scene::Scene;
use crate::chart::{
    Arrangement, Style, Template, Vote, alike_colours, graphic, proof, with_coalition, without_seat,
};
use crate::export::{
    ExportFormat, PageStyles, PictureFormat, PictureOptions, Resolution, SvgText, picture, web_page,
};
use crate::lang::{Lang, Message};
use crate::layout::Shape;
use crate::model::{Archive, MajorityRule, RollCall};
use crate::read::{Source, read_seat_plan};

/// Draws votes of one file in one way. Threads may share it.
pub struct Drawer {
    options: RenderOptions,
    rule: Option<MajorityRule>,
    look: Look,
    /// Read once: it may be a plan in a file.
    shape: Shape,
    lang: Lang,
}

/// A vote as the bytes of a file.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was made, for the file's name to be added.
    pub made: Message,
    /// What the one who draws should know.
    pub notes: Vec<Message>,
}

/// How one vote is drawn.
struct Manner {
    template: Template,
    arrangement: Arrangement,
    style: Style,
    notes: Vec<Message>,
}

impl Drawer {
    /// Reads style, pictures and seat plan; the language is the options', else the style's, else `environment`.
    ///
    /// # Errors
    /// What cannot be had, and files with faults.
    pub fn new(
        options: RenderOptions,
        rule: Option<MajorityRule>,
        environment: Lang,
    ) -> Result<Self, DrawFault> {
        let shape = match &options.layout {
            None => Shape::default(),
            Some(LayoutChoice::Shape(name)) => shape_of(*name),
            Some(LayoutChoice::Plan(path)) => {
                let source = Source::open(path).map_err(|error| DrawFault::File(error.message()))?;
                let plan = read_seat_plan(&source).map_err(|error| DrawFault::File(error.message()))?;
                Shape::Plan(Arc::new(plan))
            }
        };
        Self::in_shape(options, shape, rule, environment)
    }

    /// The same with a shape that is at hand already, whatever file it is from.
    ///
    /// # Errors
    /// Those of [`Drawer::new`].
    pub fn in_shape(
        options: RenderOptions,
        shape: Shape,
        rule: Option<MajorityRule>,
        environment: Lang,
    ) -> Result<Self, DrawFault> {
        let sheet = options.look.style_sheet()?;
        let lang = options.lang.or(sheet.language).unwrap_or(environment);
        let look = options.look.look(sheet)?;
        Ok(Self { options, rule, look, shape, lang })
    }

    /// The language of the graphic.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The style of the graphic.
    #[must_use]
    pub fn style(&self) -> &Style {
        &self.look.style
    }

    /// Gives the parties of an archive the names and colours of the style.
    ///
    /// # Errors
    /// A style whose base is not there.
    pub fn dress(&self, archive: &mut Archive) -> Result<(), DrawFault> {
        self.look.dress(archive)
    }

    /// Draws one roll call of `file` as the bytes of a format.
    ///
    /// # Errors
    /// Options that the format or the chamber has no use for, and pictures that cannot be made.
    pub fn draw(
        &self,
        roll_call: RollCall<'_>,
        file: &str,
        format: ExportFormat,
    ) -> Result<Drawn, DrawFault> {
        self.options.check_for(format).map_err(DrawFault::Usage)?;
        let summary = self.summary(roll_call)?;
        let vote = Vote { roll_call, summary: &summary, lang: self.lang, file };
        let manner = self.manner(&vote)?;
        let (bytes, made) = match format {
            ExportFormat::Page => {
                let styles = PageStyles { proof: self.options.look.proof, ..PageStyles::of(&manner.style) };
                let page = web_page(&vote, &self.look.template.texts, &manner.arrangement, &styles);
                (page.into_bytes(), Message::new("cli-rendered-page"))
            }
            ExportFormat::Picture(format) => self.picture(format, &self.composed(&vote, &manner))?,
        };
        Ok(Drawn { bytes, made, notes: manner.notes })
    }

    /// The graphic of one roll call of `file` before it is any format, and what the one who draws should know.
    ///
    /// # Errors
    /// Options that the chamber cannot have.
    pub fn scene(&self, roll_call: RollCall<'_>, file: &str) -> Result<(Scene, Vec<Message>), DrawFault> {
        let summary = self.summary(roll_call)?;
        let vote = Vote { roll_call, summary: &summary, lang: self.lang, file };
        let manner = self.manner(&vote)?;
        Ok((self.composed(&vote, &manner), manner.notes))
    }

    /// Hands a roll call of `file` with its graphic to `then`, and answers besides what the one who draws should
    /// know.
    ///
    /// # Errors
    /// Options that the chamber cannot have, and those of `then`.
    pub fn with_graphic<T>(
        &self,
        roll_call: RollCall<'_>,
        file: &str,
        then: impl FnOnce(&Vote<'_>, &Style, &Arrangement, &Scene) -> Result<T, DrawFault>,
    ) -> Result<(T, Vec<Message>), DrawFault> {
        let summary = self.summary(roll_call)?;
        let vote = Vote { roll_call, summary: &summary, lang: self.lang, file };
        let manner = self.manner(&vote)?;
        let scene = graphic(&vote, &manner.style, &manner.arrangement, &manner.template);
        Ok((then(&vote, &manner.style, &manner.arrangement, &scene)?, manner.notes))
    }

    /// How many pixels are asked for.
    #[must_use]
    pub fn resolution(&self, scene: &Scene) -> Resolution {
        match (self.options.dpi, self.options.scale) {
            (Some(dpi), _) => Resolution::Dpi(dpi),
            (None, Some(scale)) => Resolution::Scale(scale),
            (None, None) => Resolution::of(scene),
        }
    }

    /// The arrangement of a roll call's chamber, its lines counted out.
    ///
    /// # Errors
    /// What the chamber cannot have.
    pub fn arrangement_of(&self, roll_call: RollCall<'_>) -> Result<Arrangement, DrawFault> {
        let summary = self.summary(roll_call)?;
        self.arrangement(&Vote { roll_call, summary: &summary, lang: self.lang, file: "" })
    }

    fn summary(&self, roll_call: RollCall<'_>) -> Result<Summary, DrawFault> {
        let summary = Summary::of(roll_call, self.rule);
        with_coalition(summary, roll_call, &self.options.coalition).map_err(DrawFault::Usage)
    }

    fn manner(&self, vote: &Vote<'_>) -> Result<Manner, DrawFault> {
        let mut arrangement = self.arrangement(vote)?;
        self.look.sheet.arrange(&mut arrangement)?;
        self.options.look.add_line(vote.summary, &mut arrangement);
        let (style, mut notes) = self.look.completed(vote);
        notes.extend(seatless(vote, &arrangement));
        notes.extend(alike_colours(vote, &style).iter().map(|alike| alike.message(vote)));
        let template = self.options.look.template_of(vote.summary, &self.look.template);
        Ok(Manner { template, arrangement, style, notes })
    }

    fn composed(&self, vote: &Vote<'_>, manner: &Manner) -> Scene {
        let scene = graphic(vote, &manner.style, &manner.arrangement, &manner.template);
        match self.options.look.proof {
            Some(eye) => proof(&scene, eye),
            None => scene,
        }
    }

    /// The picture, and what to say of it.
    fn picture(&self, format: PictureFormat, scene: &Scene) -> Result<(Vec<u8>, Message), DrawFault> {
        let options = PictureOptions {
            resolution: self.resolution(scene),
            text: if self.options.outline_text { SvgText::Outlines } else { SvgText::Live },
            ..PictureOptions::default()
        };
        let [width, height] =
            options.resolution.pixels(scene).map_err(|error| DrawFault::Usage(error.message()))?;
        let bytes = picture(scene, format, &options).map_err(|error| DrawFault::File(error.message()))?;
        let made =
            Message::new("cli-rendered").with("width", width.to_string()).with("height", height.to_string());
        Ok((bytes, made))
    }

    /// The arrangement asked for, if the chamber can have it.
    fn arrangement(&self, vote: &Vote<'_>) -> Result<Arrangement, DrawFault> {
        let seats = vote.summary.seats;
        let lines: Result<Vec<u32>, DrawFault> =
            self.options.majority_line.iter().map(|text| line(text, vote)).collect();
        let arrangement = Arrangement { lines: lines?, ..self.options.arrangement(self.shape.clone()) };
        arrangement.check(vote.roll_call, seats).map_err(DrawFault::Usage)?;
        Ok(arrangement)
    }
}

/// Says who has no seat in the plan, where somebody has none.
fn seatless(vote: &Vote<'_>, arrangement: &Arrangement) -> Option<Message> {
    let without = without_seat(vote.roll_call, arrangement);
    let names = without.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    let note = Message::new("cli-without-seat").with("n", without.len()).with("names", names);
    (!without.is_empty()).then_some(note)
}

fn shape_of(name: ShapeName) -> Shape {
    ShapeName::ALL.into_iter().find(|(known, _)| *known == name).map_or(Shape::default(), |(_, shape)| shape)
}

fn line(text: &str, vote: &Vote<'_>) -> Result<u32, DrawFault> {
    let seats = vote.summary.seats;
    let wanted = match text {
        "rule" => vote.summary.seats_needed(),
        "half" => Some(seats / 2 + 1),
        "3/5" => Some((seats * 3).div_ceil(5)),
        "2/3" => Some((seats * 2).div_ceil(3)),
        number => number.parse().ok(),
    };
    wanted.filter(|&line| line > 0 && line < seats).ok_or_else(|| {
        DrawFault::Usage(Message::new("error-majority-line").with("text", text).with("seats", seats))
    })
}

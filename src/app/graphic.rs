//! The graphic that leaves the window: how it is drawn beside what the chamber's arrangement says, what was changed of
//! it and can be undone, and where it is kept. No drawing.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::opened::Opened;
use super::state::State;
use crate::chart::scene::{Medium, Scene};
use crate::chart::{Arrangement, Part, Proof, Replay};
use crate::export::{ExportFormat, Film, FilmError, FilmFormat, Pace, PictureFormat};
use crate::lang::{Lang, Message};
use crate::layout::Shape;
use crate::model::RollCall;
use crate::project::{DrawFault, Drawer, RenderOptions};
use crate::read::Mapping;

/// Pixels to a unit of an exported graphic: sharp on every screen, and in print to 15 centimetres.
pub(super) const SCREEN_SCALE: f64 = 2.0;
/// Two changes of one kind within this many seconds are one.
const RUN: f64 = 1.0;
/// The most that can be undone.
const MOST_EDITIONS: usize = 200;

/// How the graphic is drawn, and where it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graphic {
    /// Page, parts, texts, style, language. The chamber is as [`State::arrangement`] says.
    pub options: RenderOptions,
    /// The file of the seat plan, where the chamber has one.
    pub plan: Option<PathBuf>,
    /// How the file is read, where that was said rather than found out.
    pub mapping: Option<Mapping>,
    /// The file of the project.
    pub project: Option<PathBuf>,
    /// Where it was exported to last.
    pub output: Option<PathBuf>,
    /// The eyes that the preview is seen with.
    pub proof: Option<Proof>,
    /// Headlines and the lines under them that were written for other votes of the archive.
    headlines: BTreeMap<usize, (Option<String>, Option<String>)>,
}

impl Graphic {
    /// What stays when another file is opened: the look of the house, and not what was written about a vote.
    pub(super) fn of_another_file(&self) -> Self {
        let mut options = self.options.clone();
        (options.look.title, options.look.subtitle, options.look.source) = (None, None, None);
        Self { options, proof: self.proof, mapping: self.mapping.clone(), ..Self::default() }
    }

    /// Puts away what was written about one vote, and takes what was written about another. True where there was
    /// any.
    pub(super) fn turn_to(&mut self, from: usize, to: usize) -> bool {
        let look = &mut self.options.look;
        let before = (look.title.take(), look.subtitle.take());
        let has_texts = before != (None, None);
        if has_texts {
            self.headlines.insert(from, before);
        }
        let after = self.headlines.remove(&to);
        let changes = has_texts || after.is_some();
        (look.title, look.subtitle) = after.unwrap_or_default();
        changes
    }
}

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// One that is undone by itself.
    Step,
    /// One of a run, such as letters typed or a colour dragged, which is undone as one.
    Run(&'static str),
}

/// The graphic at a moment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Edition {
    pub(super) options: RenderOptions,
    pub(super) plan: Option<PathBuf>,
    pub(super) arrangement: Arrangement,
}

/// What can be undone, and done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Edition>,
    future: Vec<Edition>,
    /// The run that goes on, and when it last did.
    run: Option<(&'static str, f64)>,
}

impl History {
    /// True where something can be undone.
    #[must_use]
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// True where something that was undone can be done again.
    #[must_use]
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Keeps what was before a change, at a time in seconds.
    pub(super) fn keep(&mut self, before: Edition, edit: Edit, now: f64) {
        let goes_on = match (edit, self.run) {
            (Edit::Run(kind), Some((last, at))) => kind == last && now - at < RUN,
            _ => false,
        };
        if !goes_on {
            self.past.push(before);
            let too_many = self.past.len().saturating_sub(MOST_EDITIONS);
            self.past.drain(..too_many);
        }
        self.future.clear();
        self.run = match edit {
            Edit::Run(kind) => Some((kind, now)),
            Edit::Step => None,
        };
    }

    pub(super) fn undo(&mut self, current: Edition) -> Option<Edition> {
        let before = self.past.pop()?;
        self.future.push(current);
        self.run = None;
        Some(before)
    }

    pub(super) fn redo(&mut self, current: Edition) -> Option<Edition> {
        let after = self.future.pop()?;
        self.past.push(current);
        self.run = None;
        Some(after)
    }
}

/// Everything that a thread needs to make the graphic.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    opened: Arc<Opened>,
    pub(super) options: RenderOptions,
    shape: Shape,
    lang: Lang,
}

impl Draft {
    /// The bytes of a file.
    pub(super) fn bytes(&self, format: ExportFormat) -> Result<Vec<u8>, Message> {
        self.with(|drawer, roll_call, file| Ok(drawer.draw(roll_call, file, format)?.bytes))
    }

    /// The scene, and what the one who draws should know.
    pub(super) fn scene(&self) -> Result<(Scene, Vec<Message>), Message> {
        self.with(Drawer::scene)
    }

    /// A film of the replay.
    pub(super) fn film(
        &self,
        replay: &Replay,
        pace: Pace,
        format: FilmFormat,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Result<Vec<u8>, FilmError>, Message> {
        self.with(|drawer, roll_call, file| {
            let made = drawer.with_graphic(roll_call, file, |vote, style, _, scene| {
                let resolution = drawer.resolution(scene);
                let film = Film { replay, vote, style, scene, resolution, pace };
                Ok(film.make(format, progress))
            });
            Ok(made?.0)
        })
    }

    fn with<T>(
        &self,
        then: impl FnOnce(&Drawer, RollCall<'_>, &str) -> Result<T, DrawFault>,
    ) -> Result<T, Message> {
        let rule = self.opened.list.rule;
        let drawer = Drawer::in_shape(self.options.clone(), self.shape.clone(), rule, self.lang)
            .map_err(DrawFault::message)?;
        let reading = self.opened.reading();
        let Some(mut archive) = reading.archive.excerpt(self.opened.index) else {
            return Err(crate::read::ReadError::NoRows { file: reading.file.clone() }.message());
        };
        drawer.dress(&mut archive).map_err(DrawFault::message)?;
        let Some(roll_call) = archive.roll_call(0) else {
            return Err(crate::read::ReadError::NoRows { file: reading.file.clone() }.message());
        };
        then(&drawer, roll_call, &reading.file).map_err(DrawFault::message)
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    pub(super) fn opened(&self) -> &Arc<Opened> {
        &self.opened
    }
}

impl State {
    /// The graphic as it would be exported in a format; none of a vote whose result depends on what the file does not say.
    pub(super) fn draft(&self, format: ExportFormat) -> Option<Draft> {
        let opened = Arc::clone(self.opened.as_ref().filter(|opened| opened.question().is_none())?);
        let mut options = self.graphic.options.clone();
        options = options.arranged(&self.arrangement, self.graphic.plan.as_deref());
        let look = &mut options.look;
        // Lines that are drawn through the chamber are drawn in the graphic, whatever parts were chosen before.
        if !look.parts.is_empty()
            && !self.arrangement.lines.is_empty()
            && !look.parts.contains(&Part::MajorityLine)
        {
            look.parts.push(Part::MajorityLine);
        }
        // The majority of a composition is drawn, unless its line was taken away.
        if opened.summary.composition.is_some() && self.arrangement.lines.is_empty() {
            look.hide.push(Part::MajorityLine);
        }
        // A style that is not there is said where the graphic is drawn.
        let medium = look.outline().map_or(Medium::Screen, |(template, _)| template.page.medium());
        let language = look.style_sheet().ok().and_then(|sheet| sheet.resolved().ok()?.language);
        options.lang = options.lang.or(language).or(Some(self.lang));
        let has_pixels = matches!(format, ExportFormat::Picture(PictureFormat::Png | PictureFormat::Webp));
        if has_pixels && medium == Medium::Screen && options.scale.is_none() && options.dpi.is_none() {
            options.scale = Some(SCREEN_SCALE);
        }
        let options = options.for_format(format);
        Some(Draft { opened, options, shape: self.arrangement.layout.shape.clone(), lang: self.lang })
    }

    pub(super) fn edition(&self) -> Edition {
        Edition {
            options: self.graphic.options.clone(),
            plan: self.graphic.plan.clone(),
            arrangement: self.arrangement.clone(),
        }
    }

    /// Puts the graphic as it was at another moment.
    pub(super) fn put(&mut self, edition: Edition) {
        self.graphic.options = edition.options;
        self.graphic.plan = edition.plan;
        if edition.arrangement != self.arrangement {
            self.arrange(edition.arrangement);
        }
    }

    /// Draws the graphic in another way.
    pub(super) fn redraw(&mut self, options: RenderOptions, edit: Edit, now: f64) {
        if options != self.graphic.options {
            self.history.keep(self.edition(), edit, now);
            self.graphic.options = options;
        }
    }
}

/// Where to and in which format: a name without an ending that is known gets that of SVG.
pub(super) fn export_path(path: &Path) -> (PathBuf, ExportFormat) {
    if let Some(format) = ExportFormat::of(path) {
        return (path.to_owned(), format);
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".svg");
    (PathBuf::from(name), ExportFormat::Picture(PictureFormat::Svg))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(title: &str) -> Edition {
        let mut options = RenderOptions::default();
        options.look.title = Some(title.to_owned());
        Edition { options, plan: None, arrangement: Arrangement::default() }
    }

    #[test]
    fn a_run_is_undone_as_one_and_a_step_by_itself() {
        let mut history = History::default();
        history.keep(edition("a"), Edit::Run("title"), 1.0);
        history.keep(edition("b"), Edit::Run("title"), 1.5);
        history.keep(edition("c"), Edit::Step, 1.6);
        history.keep(edition("d"), Edit::Run("title"), 1.7);
        history.keep(edition("e"), Edit::Run("title"), 9.0);
        let mut current = edition("f");
        for before in ["e", "d", "c", "a"] {
            let found = history.undo(current).expect("more to undo");
            assert_eq!(found, edition(before));
            current = found;
        }
        assert!(!history.has_past() && history.has_future());
        let found = history.redo(current).expect("more to do");
        assert_eq!(found, edition("c"));
        history.keep(found, Edit::Step, 20.0);
        assert!(!history.has_future(), "another way was taken");
    }
}

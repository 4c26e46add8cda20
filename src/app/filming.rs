//! A film of the replay, made on a thread of its own that tells how far it is and can be stopped.

use std::ops::ControlFlow;
use std::path::PathBuf;

use super::Command;
use super::graphic::Draft;
use super::update::App;
use super::work::{Event, Worker};
use crate::chart::Replay;
use crate::export::{ExportFormat, FilmError, FilmFormat, Pace, PictureFormat, write};
use crate::lang::Message;
use crate::read::Cancel;

/// Why there is no film.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FilmFault {
    /// It was stopped.
    Cancelled,
    /// It could not be made or written.
    Failed(Message),
}

impl Worker {
    /// A name with an ending that is not a film's gets one.
    pub(super) fn film(&self, draft: Draft, replay: Replay, pace: Pace, path: PathBuf, cancel: Cancel) {
        let worker = self.clone();
        self.start("film", move || {
            let (path, format) = if let Some(format) = FilmFormat::of(&path) {
                (path, format)
            } else {
                let mut name = path.into_os_string();
                name.push(".gif");
                (PathBuf::from(name), FilmFormat::Gif)
            };
            let mut told = 0;
            let made = draft.film(&replay, pace, format, &mut |done, all| {
                let percent = (done * 100 / all.max(1)) as u32;
                if percent > told {
                    told = percent;
                    worker.tell(Event::Filming(percent));
                }
                if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            Some(Event::Filmed(match made {
                Ok(Ok(bytes)) => {
                    write(&path, &bytes).map(|()| path).map_err(|error| FilmFault::Failed(error.message()))
                }
                Ok(Err(FilmError::Cancelled)) => Err(FilmFault::Cancelled),
                Ok(Err(error)) => Err(FilmFault::Failed(error.message())),
                Err(fault) => Err(FilmFault::Failed(fault)),
            }))
        });
    }
}

impl App {
    pub(super) fn film(&mut self, command: Command) {
        match command {
            Command::Film(path) => self.make_film(path),
            Command::CancelFilm => self.film_cancel.cancel(),
            _ => {}
        }
    }

    /// Makes a film of the replay; one at a time.
    fn make_film(&mut self, path: PathBuf) {
        let Some(playback) = self.state.playback.as_ref().filter(|_| self.state.filming.is_none()) else {
            return;
        };
        // Frames are pictures of pixels.
        let Some(draft) = self.state.draft(ExportFormat::Picture(PictureFormat::Png)) else { return };
        let (replay, pace) = (playback.replay.clone(), playback.pace());
        self.film_cancel = Cancel::default();
        self.worker.film(draft, replay, pace, path, self.film_cancel.clone());
        self.state.filming = Some(0);
    }

    /// The film was written, or not.
    pub(super) fn filmed(&mut self, result: Result<PathBuf, FilmFault>) {
        self.state.filming = None;
        self.state.note = match result {
            Ok(path) => Some(Message::new("exported").with("file", path.display().to_string())),
            Err(FilmFault::Cancelled) => Some(Message::new("film-cancelled")),
            Err(FilmFault::Failed(fault)) => {
                self.state.fault = Some(fault);
                None
            }
        };
    }
}

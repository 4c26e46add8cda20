//! Opening files: what is coming takes the place of what is open once it is there, and not before.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::ask::{Arrived, Input};
use super::opened::Opened;
use super::update::App;
use super::vote_list::VoteList;
use crate::export::write;
use crate::lang::Message;
use crate::read::{About, Cancel, Mapping, ReadError, Source, mapping_path};

/// A file that is being read.
#[derive(Debug, Default)]
pub(super) struct Coming {
    path: Option<PathBuf>,
    /// How it is read, where that was said.
    mapping: Option<Mapping>,
    /// Whether it is the file that is open, read in another way.
    is_same: bool,
    /// Whether the user has answered what it leaves open, or chose to leave that open.
    is_answered: bool,
}

impl Coming {
    /// A file whose votes the user has been asked about.
    pub(super) fn answered(path: Option<PathBuf>, mapping: Option<Mapping>) -> Self {
        Self { path, mapping, is_same: false, is_answered: true }
    }

    /// The same, about which there may still be something to ask.
    pub(super) fn asked_again(path: Option<PathBuf>, mapping: Mapping) -> Self {
        Self { is_answered: false, ..Self::answered(path, Some(mapping)) }
    }

    /// True where the user must answer what the file leaves open.
    fn asks(&self) -> bool {
        !self.is_same && !self.is_answered
    }
}

impl App {
    /// Reads a file, as a mapping says where there is one.
    pub(super) fn read_path(&mut self, path: PathBuf, mapping: Option<Mapping>) {
        let coming = Coming { path: Some(path.clone()), mapping, ..Coming::default() };
        let name = path.display().to_string();
        self.read_with(name, coming, move || Ok(Input::Path(path)));
    }

    /// Reads what is in memory.
    pub(super) fn read_source(
        &mut self,
        name: String,
        source: impl FnOnce() -> Result<Source, ReadError> + Send + 'static,
    ) {
        self.read_with(name, Coming::default(), move || Ok(Input::Memory(Arc::new(source()?))));
    }

    pub(super) fn read_with(
        &mut self,
        name: String,
        coming: Coming,
        input: impl FnOnce() -> Result<Input, ReadError> + Send + 'static,
    ) {
        self.cancel.cancel();
        self.cancel = Cancel::default();
        self.request += 1;
        self.after_reading.clear();
        let wanted = (coming.mapping.clone(), coming.asks());
        self.coming = Some(coming);
        self.state.reading = Some(name);
        self.state.progress = None;
        self.state.is_beginning = false;
        self.worker.read(self.request, self.cancel.clone(), wanted, input);
    }

    /// True where the user must answer a question about the file that is coming, of which these are votes.
    pub(super) fn is_to_ask(&self, list: &VoteList) -> bool {
        list.question.is_some() && self.coming.as_ref().is_some_and(Coming::asks)
    }

    /// What was coming is there.
    pub(super) fn arrive(&mut self) {
        let Some(Coming { path, mapping, is_same, is_answered: _ }) = self.coming.take() else { return };
        if !is_same {
            self.state.path = path;
            self.state.graphic = self.state.graphic.of_another_file();
            self.state.history = super::graphic::History::default();
            self.state.shows_mapping = false;
            self.state.preview.clear();
        }
        self.state.graphic.mapping = mapping;
    }

    pub(super) fn show_mapping(&mut self, open: bool) {
        self.state.shows_mapping = open;
        if let (true, Some(path), Some(opened)) = (open, &self.state.path, &self.state.opened) {
            self.worker.preview_rows(path.clone(), opened.list.clone());
        }
    }

    pub(super) fn remap(&mut self, mapping: Option<Mapping>) {
        let Some(path) = self.state.path.clone() else {
            self.state.note = Some(Message::new("mapping-no-file"));
            return;
        };
        let name = path.display().to_string();
        let coming = Coming { path: Some(path.clone()), mapping, is_same: true, is_answered: false };
        self.read_with(name, coming, move || Ok(Input::Path(path)));
    }

    pub(super) fn save_mapping(&mut self) {
        let (Some(path), Some(opened)) = (&self.state.path, &self.state.opened) else {
            self.state.note = Some(Message::new("mapping-no-file"));
            return;
        };
        let to = mapping_path(path);
        let (mapping, opened_question) = (opened.reading().mapping.clone(), opened.list.question.clone());
        let written = write(&to, mapping.to_toml().as_bytes()).map_err(|error| error.message());
        if written.is_ok() {
            self.state.graphic.mapping = crate::read::saved_mapping(path).ok().flatten();
        }
        self.say_written(&to, written);
        let asks = opened_question.as_deref().map(|question| &question.about);
        if let Some(About::Columns(_)) = asks {
            // What is kept is an answer.
            self.remap(Some(mapping));
        }
    }

    pub(super) fn say_written(&mut self, path: &std::path::Path, written: Result<(), Message>) {
        match written {
            Ok(()) => {
                self.state.note = Some(Message::new("exported").with("file", path.display().to_string()));
            }
            Err(fault) => self.state.fault = Some(fault),
        }
    }

    /// The whole file is read, or is not to be.
    pub(super) fn whole(&mut self, context: &Context, result: Result<Arrived, ReadError>) {
        self.state.reading = None;
        match result {
            Ok(Arrived::Question(asking)) => {
                self.coming = None;
                self.state.ask(asking);
            }
            Ok(Arrived::Votes(list)) if self.state.is_beginning && self.state.complete(list.clone()) => {
                self.go_on(context);
            }
            Ok(Arrived::Votes(list)) => {
                let file = list.reading.file.clone();
                match Opened::new(list, 0) {
                    Some(opened) => {
                        self.arrive();
                        self.state.open(opened);
                        self.go_on(context);
                    }
                    None => self.state.fault = Some(ReadError::NoRows { file }.message()),
                }
            }
            Err(error) => {
                // A part of the votes is not to be taken for all of them.
                if self.state.is_beginning {
                    self.state.close();
                }
                self.state.fault = Some(error.message());
            }
        }
    }

    /// Stops waiting for the file that is being read; what of it is there already stays.
    pub(super) fn cancel_reading(&mut self) {
        self.stop_reading();
        let file = self.state.reading.take();
        if let (true, Some(file)) = (self.state.is_beginning, file) {
            self.state.note = Some(Message::new("reading-stopped").with("file", file));
        }
    }

    /// Stops the reader; what it still sends is of a request that is over, and what was to follow does not.
    pub(super) fn stop_reading(&mut self) {
        self.cancel.cancel();
        self.request += 1;
        self.coming = None;
        self.after_reading.clear();
    }

    /// Does what was to be done once the file is open.
    fn go_on(&mut self, context: &Context) {
        for command in std::mem::take(&mut self.after_reading) {
            self.apply(context, command);
        }
    }
}

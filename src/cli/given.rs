//! The file that a command is given: votes, or a project that says which votes and how they are read and drawn.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Failure, Input};
use crate::lang::{Lang, Message};
use crate::model::{MajorityRule, Position};
use crate::project::{Change, Project, RenderOptions, is_project};
use crate::read::{Chambers, Mapping, WordChoice, load_chambers, load_mapping, words_from_text};

/// What a command reads, with all that a project says filled in.
#[derive(Clone, Debug)]
pub(super) struct Given {
    /// The file of the votes.
    pub(super) path: PathBuf,
    pub(super) vote: Option<String>,
    pub(super) mapping: Option<Mapping>,
    /// What words mean, and the named options among them.
    pub(super) words: (Vec<WordChoice>, Vec<String>),
    /// The column that holds the ballots.
    pub(super) ballots: Option<String>,
    pub(super) chambers: Option<Arc<Chambers>>,
    pub(super) rule: Option<MajorityRule>,
    /// How the project draws; nothing where there is no project.
    pub(super) options: RenderOptions,
    /// What of the project is no longer as it was.
    pub(super) changes: Vec<Change>,
}

impl Given {
    /// The language of what is made: the one asked for, else the project's, else the environment's.
    pub(super) fn lang(&self, asked: Option<Lang>, environment: Lang) -> Lang {
        asked.or(self.options.lang).unwrap_or(environment)
    }
}

/// What the input comes to. What is typed goes before what a project says; that its files have changed is said on
/// standard error.
pub(super) fn given(input: &Input, lang: Lang) -> Result<Given, Failure> {
    let Input { path, vote, mapping, words, ballots, chambers, rule } = input.clone();
    let words = words_of(&words)?;
    let chambers = chambers.as_deref().map(load_chambers).transpose();
    let chambers = chambers.map_err(|error| Failure::fault(error.message()))?;
    let mapping = mapping.as_deref().map(load_mapping).transpose();
    let mapping = mapping.map_err(|error| Failure::fault(error.message()))?;
    if !is_project(&path) {
        let (options, changes) = (RenderOptions::default(), Vec::new());
        return Ok(Given { path, vote, mapping, words, ballots, chambers, rule, options, changes });
    }
    let project = Project::load(&path).map_err(|error| Failure::fault(error.message()))?;
    let changes = project.changes().map_err(|error| Failure::fault(error.message()))?;
    for change in &changes {
        note_on_error(&change.message(&path), lang);
    }
    Ok(Given {
        path: project.data,
        vote: vote.or(project.vote),
        mapping: mapping.or(project.mapping),
        words,
        ballots,
        chambers,
        rule: rule.or(project.rule),
        options: project.options,
        changes,
    })
}

/// What the words that were typed mean.
fn words_of(texts: &[String]) -> Result<(Vec<WordChoice>, Vec<String>), Failure> {
    words_from_text(&texts.join(",")).or_else(|part| {
        if texts.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let positions = Position::ALL.map(Position::key).join(", ");
        Err(Failure::usage(Message::new("error-words").with("part", part).with("positions", positions)))
    })
}

/// Says on standard error what the one who draws should know.
pub(super) fn note_on_error(note: &Message, lang: Lang) {
    eprintln!("hemicycle: {}", note.text(lang));
}

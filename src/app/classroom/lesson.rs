//! What a lesson is made of, and its files.

use std::path::{Path, PathBuf};

use super::super::work::{Event, Worker};
use crate::chart::Typeface;
use crate::classroom::{
    DealError, Guessed, MockParliament, SecretCount, Setup, Standing, ready_parties, standings, told,
};
use crate::export::{Voting, roles_pdf, roster_csv, write};
use crate::lang::{Lang, Message};
use crate::model::RollCall;
use crate::read::Source;
use crate::stylesheet::complete;

/// The groups that the page starts with room for.
const GROUPS: usize = 3;

/// A lesson in the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Whether its page is shown.
    pub is_open: bool,
    /// What is put to the vote.
    pub question: String,
    /// The pupils' names, one a line.
    pub pupils: String,
    /// How many of the ready parties there are.
    pub parties: usize,
    /// Seats without a pupil.
    pub vacant: u32,
    /// What lots are drawn by.
    pub seed: u64,
    /// How the class votes.
    pub voting: Voting,
    /// The papers of a secret ballot.
    pub papers: SecretCount,
    /// The groups and what they guess, as written.
    pub guesses: Vec<[String; 2]>,
    /// Whether the board shows who guessed best.
    pub is_revealed: bool,
}

impl Default for Lesson {
    fn default() -> Self {
        Self {
            is_open: false,
            question: String::new(),
            pupils: String::new(),
            parties: 4,
            vacant: 0,
            seed: 1,
            voting: Voting::Open,
            papers: SecretCount::default(),
            guesses: vec![<[String; 2]>::default(); GROUPS],
            is_revealed: false,
        }
    }
}

impl Lesson {
    /// The parliament that it makes.
    ///
    /// # Errors
    /// [`DealError`] where nobody can be seated.
    pub fn deal(&self, lang: Lang) -> Result<MockParliament, DealError> {
        let pupils: Vec<String> =
            self.pupils.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        let filled = u32::try_from(pupils.len()).unwrap_or(u32::MAX);
        let size = Some(filled.saturating_add(self.vacant));
        MockParliament::deal(&Setup {
            size,
            parties: ready_parties(self.parties, lang),
            pupils,
            seed: self.seed,
        })
    }

    /// The papers as a file of this program, which opens as a vote.
    pub(in crate::app) fn counted(&self, lang: Lang) -> Source {
        Source::new(lang.text("class-papers-file"), self.papers.csv(&self.question))
    }

    /// Whether the board fills the window.
    #[must_use]
    pub fn shows_board(&self) -> bool {
        self.is_open && self.is_revealed
    }

    /// The guess of a row; `None` where there is none.
    pub(super) fn guess([group, figures]: &[String; 2]) -> Option<Guessed> {
        format!("{group}={figures}").parse().ok()
    }

    /// The groups by how near they are to a vote.
    #[must_use]
    pub fn standings(&self, roll_call: RollCall<'_>) -> Vec<Standing> {
        let guesses: Vec<Guessed> = self.guesses.iter().filter_map(Self::guess).collect();
        standings(&guesses, told(roll_call))
    }

    /// Writes roster and cards into a folder, and answers where the roster is.
    fn save(&self, folder: &Path, lang: Lang) -> Result<PathBuf, Message> {
        let parliament = self.deal(lang).map_err(|error| error.message())?;
        let parties = parliament.parties.iter().map(|party| party.name.as_str());
        let words: Vec<&str> =
            [self.question.as_str(), self.pupils.as_str()].into_iter().chain(parties).collect();
        let (typeface, _) = complete(&Typeface::default(), &words.join(" ").replace('\n', " "));
        let roles = roles_pdf(&parliament, &self.question, self.voting, lang, &typeface)
            .map_err(|error| error.message())?;
        let roster = folder.join("roster.csv");
        for (path, bytes) in
            [(&roster, roster_csv(&parliament.roster()).into_bytes()), (&folder.join("roles.pdf"), roles)]
        {
            write(path, &bytes).map_err(|error| error.message())?;
        }
        Ok(roster)
    }
}

impl Worker {
    pub(in crate::app) fn save_lesson(&self, lesson: Lesson, folder: PathBuf, lang: Lang) {
        self.start("write a roster", move || Some(Event::Exported(lesson.save(&folder, lang))));
    }
}

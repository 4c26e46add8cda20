//! What a lesson is made of, and its files.

use std::path::{Path, PathBuf};

use super::super::work::{Event, Worker};
use crate::chart::Typeface;
use crate::classroom::{
    DealError, Guessed, MockParliament, MockParty, SecretCount, Setup, Standing, ready_parties, standings,
    told,
};
use crate::export::{Voting, roles_pdf, roster_csv, write};
use crate::lang::{Lang, Message};
use crate::model::{Party, RollCall};
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
    /// Whether the class has parties of its own instead.
    pub has_own_parties: bool,
    /// Those, from the left. A party without a short name goes by its name.
    pub own_parties: Vec<MockParty>,
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
            has_own_parties: false,
            own_parties: Vec::new(),
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
    /// The parties, from the left.
    fn all_parties(&self, lang: Lang) -> Vec<MockParty> {
        if !self.has_own_parties {
            return ready_parties(self.parties, lang);
        }
        let trimmed = |own: &MockParty| {
            let (name, short) = (own.party.name.trim(), own.party.short.trim());
            let short = if short.is_empty() { name } else { short };
            let party = Party { name: name.to_owned(), short: short.to_owned(), colour: own.party.colour };
            MockParty { party, share: own.share }
        };
        self.own_parties.iter().map(trimmed).collect()
    }

    /// The parliament that it makes.
    ///
    /// # Errors
    /// [`DealError`] where nobody can be seated.
    pub fn deal(&self, lang: Lang) -> Result<MockParliament, DealError> {
        let pupils: Vec<String> =
            self.pupils.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        let filled = u32::try_from(pupils.len()).unwrap_or(u32::MAX);
        let size = Some(filled.saturating_add(self.vacant));
        MockParliament::deal(&Setup { size, parties: self.all_parties(lang), pupils, seed: self.seed })
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

    /// Writes roster and cards into a folder, with the papers of a secret ballot once they are counted, and answers where
    /// the roster is.
    fn save(&self, folder: &Path, lang: Lang) -> Result<PathBuf, Message> {
        let parliament = self.deal(lang).map_err(|error| error.message())?;
        let parties = parliament.parties.iter().map(|party| party.name.as_str());
        let words: Vec<&str> =
            [self.question.as_str(), self.pupils.as_str()].into_iter().chain(parties).collect();
        let typeface = complete(&Typeface::default(), &words.join(" ").replace('\n', " ")).typeface;
        let roles = roles_pdf(&parliament, &self.question, self.voting, lang, &typeface)
            .map_err(|error| error.message())?;
        let roster = folder.join("roster.csv");
        let mut files = vec![
            (roster.clone(), roster_csv(&parliament.roster()).into_bytes()),
            (folder.join("roles.pdf"), roles),
        ];
        if self.voting == Voting::Secret && self.papers != SecretCount::default() {
            files.push((folder.join("secret.csv"), self.papers.csv(&self.question).into_bytes()));
        }
        for (path, bytes) in files {
            write(&path, &bytes).map_err(|error| error.message())?;
        }
        Ok(roster)
    }
}

impl Worker {
    pub(in crate::app) fn save_lesson(&self, lesson: Lesson, folder: PathBuf, lang: Lang) {
        self.start("write a roster", move || Some(Event::Exported(lesson.save(&folder, lang))));
    }
}

//! The state of the page: the file without an answer, what each answer would make of it, and what was chosen.
//!
//! Goes in: a reading with its question. Comes out: a mapping that answers it. Must not know: drawing, commands.

use std::path::PathBuf;
use std::sync::Arc;

use super::facts::{Fact, Spread, facts, largest_parties, option, spreads};
use super::input::Input;
use crate::app::opened::Opened;
use crate::app::vote_list::VoteList;
use crate::chart::delimiter_name;
use crate::lang::{Lang, Message};
use crate::model::{ChoiceId, Position, Tally};
use crate::read::{About, Choice, Format, Mapping, Options, Question, Reading, Role, Shape, WordChoice};

/// What became of a file that was to be read.
#[derive(Debug)]
pub(in crate::app) enum Arrived {
    /// Its votes, to be opened.
    Votes(VoteList),
    /// What is to be asked before.
    Question(Box<Asking>),
}

/// The rows of the file that are shown.
const ROWS: usize = 3;

/// A file about which the user is asked.
#[derive(Debug)]
pub struct Asking {
    pub(super) input: Input,
    /// The file without an answer.
    pub(super) list: VoteList,
    question: Arc<Question>,
    /// The same with each code as an option of its own, from the place `first_code` on.
    coded: Option<Reading>,
    first_code: usize,
    /// How often each code occurs.
    pub(super) spreads: Vec<Spread>,
    /// The answers that fit, each with what it makes of the votes.
    pub(super) cards: Vec<Card>,
    /// The first rows, as they stand in the file.
    pub(super) rows: Vec<Vec<String>>,
    /// The vote that is shown, by its place in the archive.
    pub(super) vote: usize,
    /// The answer that was chosen.
    chosen: Option<usize>,
    /// How the file is read, as the menus say.
    pub(super) wanted: Mapping,
    /// Whether the columns are found out again for each answer: those of the first reading do not fit it.
    is_of_words: bool,
    /// The vote that was open before.
    pub(super) before: Option<Arc<Opened>>,
}

/// An answer, and what it makes of the votes.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) choice: Choice,
    list: VoteList,
    /// The vote that is shown.
    pub(super) opened: Arc<Opened>,
    facts: Vec<Fact>,
}

/// A code in the vote that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Code {
    /// The ballots of this vote with it.
    pub(super) here: Option<u32>,
    /// Of the two largest parties, those with it and all.
    pub(super) of_parties: Option<[(u32, u32); 2]>,
    pub(super) spread: Spread,
}

impl Asking {
    /// Reads the file once for each answer that fits, and once to count the codes.
    pub(in crate::app) fn new(
        input: Input,
        list: VoteList,
        question: &Arc<Question>,
        options: &Options,
    ) -> Self {
        let options = Options { cancel: options.cancel.clone(), ..Options::default() };
        let base = &list.reading.mapping;
        let count = list.reading.archive.num_roll_calls();
        let first_code = base.options.len();
        let (words, named) = coded_words(base, question);
        let read = |words: &[WordChoice], named: &[String], is_of_words: bool| {
            let reading = input.read(Some(answered(base, words, named, is_of_words)), &options).ok()?;
            (reading.archive.num_roll_calls() == count).then_some(reading)
        };
        let by_columns = if input.is_folder() { None } else { read(&words, &named, false) };
        let is_of_words = by_columns.is_none();
        let coded = by_columns.or_else(|| read(&words, &named, true));
        let spreads = coded.as_ref().map_or_else(Vec::new, |coded| {
            spreads(&coded.archive, &question.votes, first_code, question.words().len())
        });
        let vote = question.votes.first().copied().unwrap_or_default();
        let sides = [Position::For, Position::Against];
        let is_known = |word: &WordChoice| word.count > 0 && sides.contains(&word.position);
        let has_known_side = base.words.iter().any(is_known);
        let card = |(place, choice): (usize, &Choice)| {
            let reading = match choice {
                Choice::Words(_) => read(&choice.word_choices(), &base.options, is_of_words)?,
                Choice::Columns(mapping) => input.read(Some(Mapping::clone(mapping)), &options).ok()?,
            };
            let list = VoteList::new(reading);
            let facts = facts(question, place, &spreads, &list.lines, has_known_side);
            let opened = Arc::new(Opened::new(list.clone(), vote)?);
            Some(Card { choice: choice.clone(), list, opened, facts })
        };
        let cards = question.choices.iter().enumerate().filter_map(card).collect();
        let rows = input.first_rows(&list.reading, ROWS);
        let wanted = base.clone();
        let question = Arc::clone(question);
        Self {
            input,
            list,
            question,
            coded,
            first_code,
            spreads,
            cards,
            rows,
            vote,
            chosen: None,
            wanted,
            is_of_words,
            before: None,
        }
    }

    /// What the file does not say.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The answer that was chosen, by its place.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// The vote that is shown, by its place in the archive.
    #[must_use]
    pub fn vote(&self) -> usize {
        self.vote
    }

    /// True where every code has a meaning.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        match self.question.about {
            About::Words(_) => self.num_open() == 0,
            About::Columns(_) => self.chosen.is_some(),
        }
    }

    /// How many codes have no meaning yet.
    fn num_open(&self) -> usize {
        self.codes_wanted().filter(|word| word.is_unknown).count()
    }

    /// The codes, as the menus have them.
    fn codes_wanted(&self) -> impl Iterator<Item = &WordChoice> {
        self.wanted.words.iter().filter(|word| self.is_asked(word))
    }

    /// True for a word that the question is about.
    pub(super) fn is_asked(&self, word: &WordChoice) -> bool {
        self.question.words().iter().any(|asked| asked.word == word.word)
    }

    /// Takes an answer that fits; the menus follow it.
    pub(super) fn choose(&mut self, place: usize) {
        let Some(card) = self.cards.get(place) else { return };
        for (word, position) in card.choice.words() {
            if let Some(wanted) = self.wanted.words.iter_mut().find(|wanted| wanted.word == *word) {
                (wanted.position, wanted.is_unknown) = (*position, false);
            }
        }
        self.chosen = Some(place);
    }

    /// Takes what the menus say; no answer that fits is chosen any more.
    pub(super) fn mean(&mut self, wanted: Mapping) {
        self.wanted = wanted;
        self.chosen = None;
    }

    /// Shows another vote that the question is about.
    pub(super) fn show_vote(&mut self, vote: usize) {
        if !self.question.is_about(vote) {
            return;
        }
        self.vote = vote;
        for card in &mut self.cards {
            if let Some(opened) = Opened::new(card.list.clone(), vote) {
                card.opened = Arc::new(opened);
            }
        }
    }

    /// How the file is read, as was answered.
    pub(super) fn answer(&self) -> Mapping {
        let card = self.chosen.and_then(|place| self.cards.get(place));
        if let Some(Card { choice: Choice::Columns(mapping), .. }) = card {
            return Mapping::clone(mapping);
        }
        let words: Vec<WordChoice> = self.codes_wanted().cloned().collect();
        answered(&self.list.reading.mapping, &words, &self.wanted.options, self.is_of_words)
    }

    /// How the file is read where the question is left open: nothing is said of columns that are asked about.
    pub(super) fn left_open(&self) -> Option<Mapping> {
        let base = &self.list.reading.mapping;
        let is_of_words = matches!(self.question.about, About::Words(_));
        is_of_words.then(|| answered(base, &[], &base.options, self.is_of_words))
    }

    /// A code in the vote that is shown, by its place among those of the question.
    pub(super) fn code(&self, place: usize) -> Code {
        let position = option(self.first_code + place);
        let spread = self.spreads.get(place).copied().unwrap_or_default();
        let roll_call = self.coded.as_ref().and_then(|coded| coded.archive.roll_call(self.vote));
        let Some(roll_call) = roll_call else { return Code { here: None, of_parties: None, spread } };
        let of_parties = largest_parties(roll_call.archive(), &[self.vote]).map(|parties| {
            let tallies = roll_call.party_tallies();
            parties.map(|party| {
                let of_party = tallies.iter().find(|(id, _)| *id == Some(party));
                let count = |tally: &Tally| (tally.members(position), tally.num_seats());
                of_party.map_or((0, 0), |(_, tally)| count(tally))
            })
        });
        Code { here: Some(roll_call.tally().members(position)), of_parties, spread }
    }

    /// The two largest parties of the vote that is shown: name and place in the archive.
    pub(super) fn parties(&self) -> Option<[(String, usize); 2]> {
        let archive = &self.list.reading.archive;
        let parties = largest_parties(archive, &[self.vote])?;
        Some(parties.map(|id| {
            (archive.party(id).map(|party| party.name.clone()).unwrap_or_default(), usize::from(id.0))
        }))
    }

    /// The vote of a column: where each vote has one, its own, else that which is shown. Only votes that the question is about.
    pub(super) fn vote_of_column(&self, column: usize) -> Option<usize> {
        let mapping = &self.wanted;
        if mapping.columns.get(column)?.role != Some(Role::Position) {
            return None;
        }
        if self.list.reading.mapping.shape != Shape::Wide {
            return Some(self.vote);
        }
        let place = mapping.columns_with(Role::Position).position(|other| other == column)?;
        let archive = &self.list.reading.archive;
        let header = mapping.header(column);
        let is_named = |vote: &usize| {
            let info = archive.roll_call(*vote).map(|roll_call| roll_call.info());
            info.is_some_and(|info| {
                [&info.id, &info.title].iter().any(|name| name.as_deref() == Some(header))
            })
        };
        let is_at = |vote: &usize| is_named(vote);
        let vote =
            Some(place).filter(is_at).or_else(|| (0..archive.num_roll_calls()).find(is_at)).unwrap_or(place);
        self.question.is_about(vote).then_some(vote)
    }

    /// What a vote is called.
    pub(super) fn vote_name(&self, vote: usize, lang: Lang) -> String {
        let info = self.list.reading.archive.roll_call(vote).map(|roll_call| roll_call.info());
        let name = info.and_then(|info| info.title.clone().or_else(|| info.id.clone()));
        name.unwrap_or_else(|| lang.text("untitled"))
    }

    /// What the file is called while it is read.
    pub(super) fn name(&self) -> String {
        self.input.path().map_or_else(|| self.list.reading.file.clone(), |path| path.display().to_string())
    }

    /// The file that keeps the answer; `None` where nothing does.
    pub(super) fn kept_in(&self) -> Option<PathBuf> {
        self.input.kept_in()
    }

    /// What the status bar says of the file meanwhile: its name, its size, that nothing is open.
    pub(in crate::app) fn about(&self, lang: Lang) -> String {
        let reading = &self.list.reading;
        let rows = Message::new("ask-rows").with("n", reading.rows.present).text(lang);
        let columns = Message::new("ask-columns").with("n", reading.mapping.columns.len()).text(lang);
        let mut parts = vec![reading.file.clone(), rows];
        if reading.format == Format::Text {
            parts.extend([columns, delimiter_name(reading.mapping.delimiter, lang)]);
        }
        parts.push(lang.text("ask-nothing-opened"));
        parts.join(" · ")
    }

    /// What has no answer yet, in words.
    pub(in crate::app) fn open_words(&self, lang: Lang) -> String {
        if let About::Columns(_) = self.question.about {
            let key = if self.is_answered() { "ask-column-chosen" } else { "ask-column-open" };
            return lang.text(key);
        }
        Message::new("ask-open-words").with("n", self.num_open()).text(lang)
    }
}

impl Card {
    /// The facts about it and the vote that is shown.
    pub(super) fn facts(&self) -> Vec<Fact> {
        let mut facts = self.facts.clone();
        let tally = &self.opened.summary.tally;
        let (n, members) =
            (tally.num_members() - tally.num_cast().min(tally.num_members()), tally.num_members());
        // More than a third of a chamber away is worth a line.
        if 3 * n > members && facts.len() < 4 {
            let end = facts.len().saturating_sub(1);
            facts.insert(end, Fact::Away { n, members });
        }
        facts
    }
}

/// How a file is read where some words were answered.
fn answered(base: &Mapping, words: &[WordChoice], options: &[String], is_of_words: bool) -> Mapping {
    let mapping = base.clone().with_words(words, options);
    if is_of_words { Mapping::of_words(mapping.words, mapping.options) } else { mapping }
}

/// Each code as an option of its own, after the options that there are.
fn coded_words(base: &Mapping, question: &Question) -> (Vec<WordChoice>, Vec<String>) {
    let mut named = base.options.clone();
    let mut words = Vec::new();
    for word in question.words() {
        let Some(place) =
            u8::try_from(named.len()).ok().filter(|&place| usize::from(place) < ChoiceId::MAX_COUNT)
        else {
            break;
        };
        named.push(word.word.clone());
        words.push(WordChoice {
            position: Position::Choice(ChoiceId(place)),
            is_unknown: false,
            ..word.clone()
        });
    }
    (words, named)
}

//! Votes found in documents to members and ballots of an archive.

use hashbrown::HashMap;

use super::super::assembly::{Assembly, PartyFacts, RollCallNumber};
use super::super::columns::is_no;
use super::super::mapping::{ColumnChoice, Mapping, Role, WordChoice};
use super::super::meaning::Meaning;
use super::super::problem::Problems;
use super::super::{Done, ProblemKind};
use super::directory::{Directory, Group};
use super::facts::info;
use super::graph::LINK;
use super::publisher::OWN_WORD;
use super::roles::Roles;
use super::search::{Ballot, Event, Paths, Search};
use crate::model::{Ballot as Cast, Member, PartyId, Position, Score, Votes};

/// What the documents of one source become.
#[derive(Debug)]
pub(super) struct Assembling<'a> {
    pub(super) assembly: Assembly,
    pub(super) problems: Problems,
    pub(super) directory: &'a Directory,
    /// What was chosen for columns and words.
    pub(super) given: Option<&'a Mapping>,
    /// Every column and every word, over all documents.
    pub(super) columns: Vec<ColumnChoice>,
    pub(super) words: Vec<WordChoice>,
    word_places: HashMap<String, usize>,
    pub(super) options: Vec<String>,
    /// Which vote and which member each ballot was, to say so where it is not counted.
    pub(super) labels: Vec<(RollCallNumber, String)>,
    pub(super) present: u64,
}

impl<'a> Assembling<'a> {
    pub(super) fn new(problems: Problems, directory: &'a Directory, given: Option<&'a Mapping>) -> Self {
        Self {
            assembly: Assembly::new(),
            problems,
            directory,
            given,
            columns: Vec::new(),
            words: Vec::new(),
            word_places: HashMap::new(),
            options: Vec::new(),
            labels: Vec::new(),
            present: 0,
        }
    }

    /// Adds every vote of a document.
    pub(super) fn add(&mut self, search: Search<'_>) {
        const SAMPLE: usize = 20_000;
        const MOST_CELLS: usize = 4_000_000;
        // In one vote each member stands once, which tells identifiers from other numbers.
        let Some(largest) = search.events.iter().max_by_key(|event| event.ballots.len()) else { return };
        let sample = SAMPLE.min(MOST_CELLS / search.paths.names.len().max(1)).max(1);
        let step = largest.ballots.len().div_ceil(sample).max(1);
        let roles = Roles::choose(&search.paths, largest.ballots.iter().step_by(step), self.given);
        self.note_columns(&search.paths, &roles);
        for event in search.events {
            for event in split(event, &roles) {
                self.add_vote(&event, &search.paths, &roles);
            }
        }
    }

    fn note_columns(&mut self, paths: &Paths, roles: &Roles) {
        for (path, role) in paths.names.iter().zip(&roles.by_column) {
            let is_known = self.columns.iter().any(|column| column.header == *path);
            if !is_known && path != OWN_WORD {
                self.columns.push(ColumnChoice { header: path.clone(), role: *role });
            }
        }
    }

    fn add_vote(&mut self, event: &Event, paths: &Paths, roles: &Roles) {
        let own_word = paths.names.iter().position(|path| path.ends_with(OWN_WORD));
        let words: Vec<String> = event.ballots.iter().map(|ballot| word(ballot, roles, own_word)).collect();
        let meaning = meaning(&words, roles, self.given);
        let mut facts = info(&event.facts);
        if !meaning.options.is_empty() {
            // For and against are no options of an election.
            facts.declared = None;
        }
        facts.choices.clone_from(&meaning.options);
        facts.lists_only_for = event.lists_only_for;
        let label = facts.id.clone().or_else(|| facts.title.clone());
        if event.lists_only_for {
            self.report(ProblemKind::OnlyForListed, Done::Kept, None, label.as_deref().unwrap_or_default());
        }
        let number = self.assembly.roll_call(facts);
        let mut parties: HashMap<String, Option<PartyId>> = HashMap::new();
        for (ballot, word) in event.ballots.iter().zip(&words) {
            self.present += 1;
            let mut member = self.member(ballot, roles);
            // One number in two parties is two members, one of them misnumbered: both voted.
            if let Some(key) = member.key.clone() {
                let party = *parties.entry(key.clone()).or_insert(member.party);
                if party != member.party {
                    self.report(ProblemKind::SameName, Done::Kept, None, &labelled(label.as_deref(), &key));
                    member.name = if member.name.is_empty() { key } else { member.name };
                    member.key = None;
                }
            }
            let shown = if member.name.is_empty() {
                member.key.clone().unwrap_or_default()
            } else {
                member.name.clone()
            };
            let (position, is_unknown) = meaning.position(word);
            if member.name.is_empty() && member.key.is_none() && member.constituency.is_none() {
                self.report(ProblemKind::NoName, Done::Kept, None, &labelled(label.as_deref(), word));
            }
            if word.is_empty() {
                self.report(
                    ProblemKind::BlankPosition,
                    Done::KeptUnknown,
                    None,
                    &labelled(label.as_deref(), &shown),
                );
            } else if is_unknown {
                self.report(ProblemKind::UnknownWord, Done::KeptUnknown, None, word);
            }
            self.note_word(word, position, is_unknown, &meaning.options);
            let cast = Cast::new(position);
            let is_proxy = cell(ballot, roles.column(Role::Proxy)).is_some_and(|text| !is_no(text));
            let cast = if is_proxy { cast.by_proxy() } else { cast };
            let id = self.assembly.member(member);
            self.assembly.ballot(number, id, cast);
            self.labels.push((number, shown));
        }
    }

    fn report(&mut self, kind: ProblemKind, done: Done, column: Option<&str>, found: &str) {
        self.problems.add(kind, done, None, column, found);
    }

    fn note_word(&mut self, word: &str, position: Position, is_unknown: bool, options: &[String]) {
        if word.is_empty() {
            return;
        }
        for option in options {
            if !self.options.contains(option) {
                self.options.push(option.clone());
            }
        }
        if let Some(&place) = self.word_places.get(word) {
            self.words[place].count += 1;
        } else {
            self.word_places.insert(word.to_owned(), self.words.len());
            self.words.push(WordChoice { word: word.to_owned(), position, is_unknown, count: 1 });
        }
    }

    fn member(&mut self, ballot: &Ballot, roles: &Roles) -> Member {
        let text = |role| cell(ballot, roles.column(role)).map(one_line);
        let key = text(Role::Id).filter(|key| key.chars().any(char::is_alphanumeric));
        let name = text(Role::Name).unwrap_or_else(|| {
            let parts = [Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
            parts.into_iter().filter_map(text).collect::<Vec<_>>().join(" ")
        });
        let known = key.as_ref().and_then(|key| self.directory.persons.get(key));
        let name = match known {
            Some(person) if name.len() < person.name.len() => person.name.clone(),
            _ => name,
        };
        let party = text(Role::Party).or_else(|| known.and_then(|person| person.party.clone()));
        let colour = text(Role::PartyColour);
        let party = self.party(party.as_deref(), text(Role::PartyShort).as_deref(), colour.as_deref());
        Member {
            name,
            party,
            key,
            constituency: text(Role::Constituency)
                .or_else(|| known.and_then(|person| person.constituency.clone())),
            seat: text(Role::Seat).or_else(|| known.and_then(|person| person.seat.clone())),
            weight: text(Role::Weight)
                .and_then(|text| text.parse::<Votes>().ok())
                .filter(|w| *w != Votes::ONE),
            score: text(Role::Score).and_then(|text| Score::from_text(&text)),
        }
    }

    fn party(&mut self, name: Option<&str>, short: Option<&str>, colour: Option<&str>) -> Option<PartyId> {
        let full = name.or(short)?;
        let known = self.directory.groups.get(full).or_else(|| self.directory.groups.get(short?));
        let none = Group::default();
        let known = known.unwrap_or(&none);
        let colour = colour.and_then(|text| text.parse().ok()).or(known.colour);
        let facts = PartyFacts {
            key: Some(full),
            name: if known.name.is_empty() { full } else { &known.name },
            short: short.unwrap_or(&known.short),
            colour,
        };
        self.assembly.party(facts)
    }
}

/// The votes of a list in which each record says which vote it belongs to.
fn split(event: Event, roles: &Roles) -> Vec<Event> {
    let dividing = [Role::VoteId, Role::VoteTitle, Role::VoteDate].into_iter().find_map(|role| {
        let column = roles.column(role)?;
        let first = cell(event.ballots.first()?, Some(column));
        let differs = event.ballots.iter().any(|ballot| cell(ballot, Some(column)) != first);
        differs.then_some(column)
    });
    let Some(column) = dividing.filter(|_| members_repeat(&event, roles)) else { return vec![event] };
    let repeats = {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for ballot in &event.ballots {
            *seen.entry(cell(ballot, Some(column)).unwrap_or_default().to_owned()).or_default() += 1;
        }
        seen.values().filter(|count| **count > 1).sum::<usize>() * 2 > event.ballots.len()
    };
    if !repeats {
        return vec![event];
    }
    let mut events: Vec<Event> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for ballot in event.ballots {
        let id = cell(&ballot, Some(column)).unwrap_or_default().to_owned();
        let place = *places.entry(id).or_insert_with(|| {
            let fact = |role: Role, key: &str| {
                let value = cell(&ballot, roles.column(role))?.to_owned();
                Some(super::facts::Fact {
                    path: key.to_owned(),
                    key: key.to_owned(),
                    above: String::new(),
                    value,
                    depth: 0,
                })
            };
            let facts = [(Role::VoteId, "vote_id"), (Role::VoteTitle, "title"), (Role::VoteDate, "date")];
            let facts = facts.into_iter().filter_map(|(role, key)| fact(role, key)).collect();
            events.push(Event { facts, ..Event::default() });
            events.len() - 1
        });
        events[place].ballots.push(ballot);
    }
    events
}

/// True where the same members stand in many of the records.
fn members_repeat(event: &Event, roles: &Roles) -> bool {
    let columns: Vec<Option<usize>> = match roles.column(Role::Id) {
        Some(column) => vec![Some(column)],
        None => [Role::Name, Role::FirstName, Role::LastName].map(|role| roles.column(role)).to_vec(),
    };
    let who = |ballot: &Ballot| -> Vec<String> {
        columns.iter().map(|&column| cell(ballot, column).unwrap_or_default().to_owned()).collect()
    };
    let distinct: hashbrown::HashSet<Vec<String>> = event.ballots.iter().map(who).collect();
    distinct.len() * 10 <= event.ballots.len() * 9
}

fn labelled(vote: Option<&str>, text: &str) -> String {
    vote.map_or_else(|| text.to_owned(), |vote| format!("{vote}: {text}"))
}

fn cell(ballot: &Ballot, column: Option<usize>) -> Option<&str> {
    let column = column? as u32;
    let (_, text) = ballot.cells.iter().find(|(known, _)| *known == column)?;
    Some(text.as_str()).filter(|text| !text.is_empty())
}

fn word(ballot: &Ballot, roles: &Roles, own_word: Option<usize>) -> String {
    let own =
        cell(ballot, own_word).or_else(|| cell(ballot, roles.position).filter(|_| ballot.word.is_none()));
    own.map(str::to_owned).or_else(|| ballot.word.clone()).unwrap_or_default()
}

/// What each word of one vote means. Keys of lists say more than a word alone (`mk_ids_pro`, and `+` beside
/// `-`): they become words that vocabularies have.
fn meaning(words: &[String], roles: &Roles, given: Option<&Mapping>) -> Meaning {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        *counts.entry(word.clone()).or_default() += 1;
    }
    // Signs are the names of lists here: in a column they could be anything.
    let are_lists = roles.position.is_none();
    Meaning::with(&counts, None, given, true, |word| {
        super::words::key_position(word).or(match word {
            LINK | "+" if are_lists => Some(Position::For),
            "-" if are_lists => Some(Position::Against),
            "0" if are_lists => Some(Position::Abstain),
            _ => None,
        })
    })
}

fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

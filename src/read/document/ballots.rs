//! Votes with members below them to an archive: the rows of candidates, handed to the reader of rows that tables go
//! through.
//!
//! Goes in: the candidates that are read, and who the members and parties are that they name by a number. Comes out:
//! an archive with its problems. Must not know: how candidates were found.

use hashbrown::HashMap;

use super::candidate::Candidate;
use super::cells::{LINK, Source};
use super::choice::Rows;
use super::directory::Directory;
use super::publisher::OWN_WORD;
use super::roles::cells_of;
use super::schema::Schema;
use super::votes;
use crate::model::{Archive, RollCallInfo};
use crate::read::lookup::companions::Companions;
use crate::read::mapping::{ColumnChoice, Mapping, Role, Shape};
use crate::read::report::problem::Problems;
use crate::read::rows::meaning::Meaning;
use crate::read::rows::{self, Input, Output, VotesAbove};
use crate::read::table::Record;
use crate::read::table::cells::Cells;
use crate::read::table::heading::Heading;
use crate::read::{Done, Encoding, ProblemKind};

/// What candidates became.
pub(super) struct Read {
    pub(super) archive: Archive,
    pub(super) mapping: Mapping,
    pub(super) rows: rows::RowCount,
    /// How else they may be read.
    pub(super) others: Vec<Mapping>,
}

/// The column that words stand in where they are keys.
const WORD: &str = "vote";

/// What is known of a member besides the row, in the order of the columns that are added for it.
const KNOWN: [Role; 5] = [Role::Party, Role::PartyShort, Role::PartyColour, Role::Constituency, Role::Seat];

/// Reads candidates of the same votes.
pub(super) fn read(
    schema: &Schema,
    candidates: &[Candidate<'_, '_>],
    directory: &Directory,
    given: Option<&Mapping>,
    encoding: Encoding,
    problems: &mut Problems,
) -> Read {
    let first = &candidates[0];
    let rows = Rows::of(schema, candidates);
    let mut words: HashMap<String, usize> = HashMap::new();
    for ballot in &rows.ballots {
        *words.entry(first.word(ballot).to_owned()).or_default() += 1;
    }
    words.remove("");
    let meaning = first.meaning(&words, given);
    let votes = vote_infos(schema, first, &rows, &meaning, problems);
    let mut table = Columns::of(first, &rows, directory);
    table.part_misnumbered(&rows.vote_of, &votes.infos, problems);
    let records = table.records(&rows, &votes.infos);
    let shape = if votes.infos.len() == 1 { Shape::OneVote } else { Shape::Long };
    let mapping = Mapping {
        shape,
        encoding,
        delimiter: ',',
        header_line: None,
        columns: table.choices.clone(),
        rest: None,
        words: meaning.choices.clone(),
        options: meaning.options.clone(),
    };
    let input = Input {
        heading: Heading { info: RollCallInfo::default(), parties: Vec::new(), header: None, first_row: 0 },
        header: None,
        rows: &records,
        footer: &[],
        mapping: &mapping,
        meaning: &meaning,
        companions: &Companions::default(),
        above: Some(VotesAbove { vote_of: &votes.vote_of, infos: &votes.infos }),
    };
    let Output { archive, rows, mut word_counts } = rows::read(input, problems);
    let mut mapping = crate::read::tabular::with_word_counts(mapping, &mut word_counts);
    // What was added is in no file.
    mapping.columns.truncate(table.num_own);
    mapping.columns.retain(|column| !column.header.ends_with(OWN_WORD));
    let others = others(first, &mapping);
    Read { archive, mapping, rows, others }
}

/// The same mapping with the votes in another column that may as well hold them.
fn others(first: &Candidate<'_, '_>, mapping: &Mapping) -> Vec<Mapping> {
    let with = |path: &String| {
        let mut other = Mapping { words: Vec::new(), ..mapping.clone() };
        for column in &mut other.columns {
            if column.role == Some(Role::Position) || column.header == *path {
                column.role = (column.header == *path).then_some(Role::Position);
            }
        }
        other
    };
    first.roles.tied.iter().filter_map(|&column| first.paths.names.get(column)).map(with).collect()
}

/// The votes that are read, and the vote of each row among them.
struct Votes {
    infos: Vec<RollCallInfo>,
    vote_of: Vec<u32>,
}

/// What is known of each vote. A vote without rows is one where it looks like the others.
fn vote_infos(
    schema: &Schema,
    first: &Candidate<'_, '_>,
    rows: &Rows,
    meaning: &Meaning,
    problems: &mut Problems,
) -> Votes {
    let items = &first.anchor.levels[first.votes].items;
    let mut has_rows = vec![false; items.len()];
    let mut only_links = vec![first.source == Source::Link; items.len()];
    for (ballot, &vote) in rows.ballots.iter().zip(&rows.vote_of) {
        has_rows[vote as usize] = true;
        only_links[vote as usize] &= first.word(ballot) == LINK;
    }
    let model = (0..items.len()).find(|&item| has_rows[item]).map(|item| items[item].node);
    let mut numbers = vec![0; items.len()];
    let mut infos = Vec::new();
    for (item, number) in numbers.iter_mut().enumerate() {
        let is_vote = has_rows[item] || model.is_some_and(|model| votes::is_like(items[item].node, model));
        if !is_vote {
            continue;
        }
        *number = infos.len() as u32;
        let mut info = votes::info(schema, &first.anchor, first.votes, item);
        if !meaning.options.is_empty() {
            // For and against are no options of an election.
            info.declared = None;
        }
        info.choices.clone_from(&meaning.options);
        info.lists_only_for = has_rows[item] && only_links[item];
        if info.lists_only_for {
            let label = votes::label(&info).unwrap_or_default();
            problems.add(ProblemKind::OnlyForListed, Done::Kept, None, None, label);
        }
        infos.push(info);
    }
    let vote_of = rows.vote_of.iter().map(|&vote| numbers[vote as usize]).collect();
    Votes { infos, vote_of }
}

/// The columns of the rows, with those added for what is known besides.
struct Columns {
    choices: Vec<ColumnChoice>,
    /// How many of them are in the document.
    num_own: usize,
    cells: Vec<Vec<String>>,
    id: Option<usize>,
    name: Option<usize>,
    party: usize,
}

impl Columns {
    fn of(first: &Candidate<'_, '_>, rows: &Rows, directory: &Directory) -> Self {
        let num_own = rows.paths.names.len();
        let mut columns: Vec<ColumnChoice> = rows
            .paths
            .names
            .iter()
            .enumerate()
            .map(|(number, path)| {
                let role = first.roles.by_column.get(number).copied().flatten();
                ColumnChoice { header: path.clone(), role }
            })
            .collect();
        let has_words = rows.ballots.iter().any(|ballot| ballot.word.is_some());
        if has_words {
            for column in &mut columns {
                column.role = column.role.filter(|role| *role != Role::Position);
            }
        }
        let own = |role: Role| columns.iter().position(|column| column.role == Some(role));
        let (id, name) = (own(Role::Id), own(Role::Name));
        let roles = KNOWN.map(|role| (role, own(role)));
        let name_column = name.unwrap_or(num_own + KNOWN.len());
        let has_parts = own(Role::LastName).is_some() || own(Role::FirstName).is_some();
        let width = num_own + KNOWN.len() + 2;
        let mut cells = Vec::with_capacity(rows.ballots.len());
        for ballot in &rows.ballots {
            let mut texts: Vec<String> = cells_of(ballot, width).iter().map(str::to_owned).collect();
            if has_words {
                first.word(ballot).clone_into(&mut texts[width - 1]);
            }
            let text = |column: Option<usize>| column.map_or("", |column| texts[column].as_str()).to_owned();
            let known = directory.persons.get(&text(id));
            let [party, short, colour, constituency, seat] = roles.map(|(_, column)| text(column));
            let of_person = |own: String, known: Option<&String>| {
                if own.is_empty() { known.cloned().unwrap_or_default() } else { own }
            };
            let party = of_person(party, known.and_then(|person| person.party.as_ref()));
            let group = [&party, &short].into_iter().find_map(|code| directory.groups.get(code));
            let constituency = of_person(constituency, known.and_then(|person| person.constituency.as_ref()));
            let seat = of_person(seat, known.and_then(|person| person.seat.as_ref()));
            let (party, short, colour) = match group {
                Some(group) => (
                    if group.name.is_empty() { party } else { group.name.clone() },
                    if short.is_empty() { group.short.clone() } else { short },
                    if colour.is_empty() {
                        group.colour.map_or(String::new(), |c| c.to_string())
                    } else {
                        colour
                    },
                ),
                None => (party, short, colour),
            };
            for (number, value) in [party, short, colour, constituency, seat].into_iter().enumerate() {
                let column = roles[number].1.unwrap_or(num_own + number);
                texts[column] = value;
            }
            if let Some(person) = known
                && !has_parts
                && texts[name_column].len() < person.name.len()
            {
                texts[name_column].clone_from(&person.name);
            }
            cells.push(texts);
        }
        let added = KNOWN.into_iter().chain([Role::Name, Role::Position]);
        columns.extend(added.enumerate().map(|(number, role)| {
            let is_used = cells.iter().any(|cells: &Vec<String>| !cells[num_own + number].is_empty());
            let header = if role == Role::Position { WORD } else { role.key() };
            let role = Some(role).filter(|role| is_used || (*role == Role::Position && has_words));
            ColumnChoice { header: header.to_owned(), role }
        }));
        let party = roles[0].1.unwrap_or(num_own);
        Self { choices: columns, num_own, cells, id, name: Some(name_column), party }
    }

    /// One number in two parties is two members, one of them misnumbered: both voted.
    fn part_misnumbered(&mut self, vote_of: &[u32], infos: &[RollCallInfo], problems: &mut Problems) {
        let (Some(id), Some(name)) = (self.id, self.name) else { return };
        let mut parties: HashMap<(u32, String), String> = HashMap::new();
        for (cells, &vote) in self.cells.iter_mut().zip(vote_of) {
            let key = cells[id].clone();
            if key.is_empty() {
                continue;
            }
            let party = parties.entry((vote, key.clone())).or_insert_with(|| cells[self.party].clone());
            if *party != cells[self.party] {
                let label = infos.get(vote as usize).and_then(votes::label);
                let found = label.map_or_else(|| key.clone(), |label| format!("{label}: {key}"));
                problems.add(ProblemKind::SameName, Done::Kept, None, None, &found);
                if cells[name].is_empty() {
                    cells[name] = key;
                }
                cells[id].clear();
            }
        }
    }

    fn records(&mut self, rows: &Rows, infos: &[RollCallInfo]) -> Vec<Record> {
        let mut records = Vec::with_capacity(self.cells.len());
        for (cells, &vote) in std::mem::take(&mut self.cells).into_iter().zip(&rows.vote_of) {
            let label = infos.get(vote as usize).filter(|_| infos.len() > 1).and_then(votes::label);
            let own = cells.iter().take(self.num_own).chain(cells.last()).filter(|cell| !cell.is_empty());
            let text = own.map(String::as_str).collect::<Vec<_>>().join(", ");
            let raw = label.map_or_else(|| text.clone(), |label| format!("{label}: {text}"));
            records.push(Record { line: 0, raw, cells: cells.iter().collect::<Cells>() });
        }
        records
    }
}

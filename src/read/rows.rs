//! Rows to members and ballots. Every row is read or set aside with a problem.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::columns::{Columns, is_no};
use super::heading::Heading;
use super::mapping::{Mapping, Role, WordChoice};
use super::problem::Problems;
use super::table::Record;
use super::totals::is_total;
use super::words::plain;
use super::{Done, ProblemKind, vocabulary};
use crate::model::{Archive, Ballot, ChoiceId, Member, MemberId, Party, PartyId, Position, Score, Votes};

/// How many records stood below the header, and what became of them: `read + set_aside == present`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowCount {
    /// Records with at least one cell that is not blank.
    pub present: u64,
    /// Those that became a member with a ballot.
    pub read: u64,
    /// Those that did not; each has a [`Problem`](super::Problem).
    pub set_aside: u64,
}

/// What each word of the vote column was taken for.
pub(super) struct Words {
    pub(super) choices: Vec<WordChoice>,
    pub(super) options: Vec<String>,
    by_word: HashMap<String, (Position, bool)>,
}

impl Words {
    /// Looks every distinct word up. Where nobody voted for or against in any known word and the unknown
    /// words are names that many rows share, they are the options of a vote that is not yes or no.
    pub(super) fn choose(columns: &Columns, position_column: usize) -> Self {
        let profile = &columns.profiles[position_column];
        let counts = &profile.counts;
        let known = |word: &str| vocabulary::position(word).or_else(|| profile.letters.position(word));
        let mut words: Vec<(&String, usize)> = counts.iter().map(|(word, count)| (word, *count)).collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let unknown: Vec<&String> =
            words.iter().map(|(word, _)| *word).filter(|word| known(word).is_none()).collect();
        let is_yes_or_no =
            words.iter().any(|(word, _)| matches!(known(word), Some(Position::For | Position::Against)));
        let is_name = |word: &&String| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        let num_named: usize = unknown.iter().map(|word| counts[*word]).sum();
        // `Emma` and `emma` are one option, named as most wrote it.
        let mut options: Vec<(String, String)> = Vec::new();
        for word in &unknown {
            if !options.iter().any(|(plain_word, _)| *plain_word == plain(word)) {
                options.push((plain(word), (*word).clone()));
            }
        }
        let has_options = !is_yes_or_no
            && unknown.iter().all(is_name)
            && options.len() <= ChoiceId::MAX_COUNT
            && options.len() < num_named;
        if !has_options {
            options.clear();
        }
        let mut by_word = HashMap::new();
        let choices = words
            .iter()
            .map(|&(word, count)| {
                let reduced = plain(word);
                let option = options.iter().position(|(option, _)| *option == reduced);
                let found =
                    known(word).or_else(|| option.map(|index| Position::Choice(ChoiceId(index as u8))));
                let position = found.unwrap_or(Position::Unknown);
                by_word.insert(word.clone(), (position, found.is_none()));
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                WordChoice { word: word.clone(), position, is_unknown: found.is_none(), count }
            })
            .collect();
        Self { choices, options: options.into_iter().map(|(_, option)| option).collect(), by_word }
    }
}

/// Reads the rows into an archive of one roll call, and counts the words of the rows that were read.
pub(super) fn read(
    heading: Heading,
    header: Option<&Record>,
    rows: &[Record],
    footer: &[Record],
    mapping: &mut Mapping,
    words: &Words,
    problems: &mut Problems,
) -> (Archive, RowCount) {
    let mut reader = RowReader {
        mapping,
        words,
        header,
        problems,
        thousands: mapping.column(Role::Weight).is_some_and(|column| parts_thousands(rows, column)),
        parties: Parties::new(heading.parties),
        archive: Archive::default(),
        ballots: Vec::new(),
        seen: HashSet::new(),
        seen_names: HashMap::new(),
        word_counts: HashMap::new(),
    };
    for row in rows {
        reader.read_row(row);
    }
    for row in footer {
        reader.report(row, ProblemKind::TotalRow, Done::SetAside, None, row.raw.trim());
    }
    let RowReader { parties, mut archive, mut ballots, word_counts, .. } = reader;
    // Words of rows that were set aside, a repeated header say, are no words of the vote.
    mapping.words.retain_mut(|choice| {
        choice.count = word_counts.get(&choice.word).copied().unwrap_or_default();
        choice.count > 0
    });
    archive.parties = parties.list;
    let read = ballots.len() as u64;
    let mut info = heading.info;
    info.choices.clone_from(&words.options);
    if mapping.column(Role::CallOrder).is_some() {
        ballots.sort_by_key(|ballot| ballot.called);
        info.in_call_order = true;
    }
    let ballots = ballots.into_iter().map(|ballot| (ballot.member, ballot.ballot));
    // Every member named was added just above.
    archive.add_roll_call(info, ballots).ok();
    let present = (rows.len() + footer.len()) as u64;
    (archive, RowCount { present, read, set_aside: present - read })
}

struct RowReader<'a> {
    mapping: &'a Mapping,
    words: &'a Words,
    header: Option<&'a Record>,
    problems: &'a mut Problems,
    /// Whether points and commas in weights part thousands.
    thousands: bool,
    parties: Parties,
    archive: Archive,
    ballots: Vec<ReadBallot>,
    /// The identifiers read so far.
    seen: HashSet<String>,
    /// How many rows were read with each word.
    word_counts: HashMap<String, u32>,
    /// Whole rows by name and party: the raw text of the first one.
    seen_names: HashMap<(String, Option<PartyId>), String>,
}

struct ReadBallot {
    member: MemberId,
    ballot: Ballot,
    /// The place in the call order; rows without one come last.
    called: u64,
}

impl RowReader<'_> {
    fn read_row(&mut self, row: &Record) {
        let Some(position_column) = self.mapping.column(Role::Position) else { return };
        if let Some(kind) = self.fault_of(row, position_column) {
            return self.report(row, kind, Done::SetAside, None, row.raw.trim());
        }
        let mut member = self.member(row);
        let word = row.cell(position_column);
        let position = self.words.by_word.get(word).map_or(Position::Unknown, |&(position, _)| position);
        member.party = self.party(row);
        if self.is_duplicate(row, &member) {
            let id = self.mapping.column(Role::Id);
            return self.report(row, ProblemKind::DuplicateMember, Done::SetAside, id, row.raw.trim());
        }
        self.check_name(row, &member, position);
        if word.is_empty() {
            self.report(row, ProblemKind::BlankPosition, Done::KeptUnknown, Some(position_column), "");
        } else if self.words.by_word.get(word).is_none_or(|&(_, is_unknown)| is_unknown) {
            self.report(row, ProblemKind::UnknownWord, Done::KeptUnknown, Some(position_column), word);
        }
        if row.cells.iter().skip(self.mapping.columns.len()).any(|cell| !cell.trim().is_empty()) {
            self.report(row, ProblemKind::LongRow, Done::KeptWithout, None, row.raw.trim());
        }
        *self.word_counts.entry(word.to_owned()).or_default() += 1;
        let ballot = Ballot::new(position);
        let ballot = if self.is_proxy(row) { ballot.by_proxy() } else { ballot };
        let called = self.called(row);
        let member = self.archive.add_member(member);
        self.ballots.push(ReadBallot { member, ballot, called });
    }

    /// Why a row is no member's, if so.
    fn fault_of(&self, row: &Record, position_column: usize) -> Option<ProblemKind> {
        let is_same = |header: &Record| {
            let width = row.cells.len().max(header.cells.len());
            (0..width).all(|column| plain(row.cell(column)) == plain(header.cell(column)))
        };
        if self.header.is_some_and(is_same) {
            return Some(ProblemKind::RepeatedHeader);
        }
        let name = self.name(row);
        let word = row.cell(position_column);
        let has_vote = self.words.by_word.get(word).is_some_and(|&(_, is_unknown)| !is_unknown);
        if self.has_names() && !has_vote && (is_total(&name) || (name.is_empty() && is_total(row.cell(0)))) {
            return Some(ProblemKind::TotalRow);
        }
        if row.cells.len() <= position_column {
            return Some(ProblemKind::ShortRow);
        }
        let is_vacant = vocabulary::position(row.cell(position_column)) == Some(Position::Vacant);
        if self.has_names() && name.is_empty() && row.cell(position_column).is_empty() && !is_vacant {
            return Some(ProblemKind::NoName);
        }
        None
    }

    fn has_names(&self) -> bool {
        [Role::Name, Role::FirstName, Role::LastName]
            .into_iter()
            .any(|role| self.mapping.column(role).is_some())
    }

    fn name(&self, row: &Record) -> String {
        if let Some(column) = self.mapping.column(Role::Name) {
            return one_line(row.cell(column));
        }
        let parts = [Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
        let parts =
            parts.into_iter().filter_map(|role| self.mapping.column(role)).map(|column| row.cell(column));
        one_line(&parts.collect::<Vec<_>>().join(" "))
    }

    fn member(&mut self, row: &Record) -> Member {
        let text = |role| {
            let cell = row.cell(self.mapping.column(role)?);
            (!cell.is_empty()).then(|| one_line(cell))
        };
        let mut places: Vec<String> = Vec::new();
        for column in self.mapping.columns_with(Role::Constituency) {
            let place = one_line(row.cell(column));
            if !place.is_empty() && !places.contains(&place) {
                places.push(place);
            }
        }
        Member {
            name: self.name(row),
            party: None,
            key: text(Role::Id).filter(|key| key.chars().any(char::is_alphanumeric) && plain(key) != "n/a"),
            constituency: (!places.is_empty()).then(|| places.join(", ")),
            seat: text(Role::Seat),
            weight: self.weight(row),
            score: self.mapping.column(Role::Score).and_then(|column| Score::from_text(row.cell(column))),
        }
    }

    fn weight(&mut self, row: &Record) -> Option<Votes> {
        let column = self.mapping.column(Role::Weight)?;
        let cell = row.cell(column);
        let number = bare_number(cell);
        let number = if self.thousands { number.replace([',', '.', '\''], "") } else { number };
        if let Ok(weight) = number.parse::<Votes>() {
            return (weight != Votes::ONE).then_some(weight);
        }
        self.report(row, ProblemKind::BadWeight, Done::KeptWithout, Some(column), cell);
        None
    }

    fn called(&mut self, row: &Record) -> u64 {
        let Some(column) = self.mapping.column(Role::CallOrder) else { return 0 };
        let cell = row.cell(column);
        let whole = cell
            .split_once('.')
            .map_or(cell, |(whole, rest)| if rest.bytes().all(|digit| digit == b'0') { whole } else { cell });
        if let Ok(place) = whole.parse::<u64>() {
            return place;
        }
        self.report(row, ProblemKind::BadCallOrder, Done::KeptWithout, Some(column), cell);
        u64::MAX
    }

    fn party(&mut self, row: &Record) -> Option<PartyId> {
        let text = |role| self.mapping.column(role).map(|column| one_line(row.cell(column)));
        let (name, short) = (text(Role::Party), text(Role::PartyShort));
        let colour = text(Role::PartyColour).and_then(|text| text.parse().ok());
        let full = name.clone().filter(|name| !name.is_empty()).or_else(|| short.clone())?;
        if full.is_empty() {
            return None;
        }
        Some(self.parties.find_or_add(&full, short.filter(|short| !short.is_empty()), colour))
    }

    fn is_proxy(&self, row: &Record) -> bool {
        let column = self.mapping.column(Role::Proxy);
        column.is_some_and(|column| !is_no(row.cell(column)))
    }

    /// Whether a row is a member that was read before: the same identifier, or without identifiers the very
    /// same row.
    fn is_duplicate(&mut self, row: &Record, member: &Member) -> bool {
        if let Some(key) = &member.key {
            return !self.seen.insert(key.clone());
        }
        // A first name and a vote are too little to tell two pupils apart by.
        let tells_apart = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 2;
        let first = self.seen_names.get(&(member.name.clone(), member.party));
        tells_apart && !member.name.is_empty() && first.is_some_and(|first| first.trim() == row.raw.trim())
    }

    fn check_name(&mut self, row: &Record, member: &Member, position: Position) {
        if !self.has_names() || position == Position::Vacant {
            return;
        }
        let column = self.mapping.column(Role::Name).or_else(|| self.mapping.column(Role::LastName));
        if member.name.is_empty() {
            return self.report(row, ProblemKind::NoName, Done::Kept, column, row.raw.trim());
        }
        if !member.name.chars().any(char::is_alphabetic) {
            self.report(row, ProblemKind::NumberForName, Done::Kept, column, &member.name);
        }
        let first = self.seen_names.insert((member.name.clone(), member.party), row.raw.clone());
        if first.is_some() && member.key.is_none() {
            self.report(row, ProblemKind::SameName, Done::Kept, column, &member.name);
        }
    }

    fn report(&mut self, row: &Record, kind: ProblemKind, done: Done, column: Option<usize>, found: &str) {
        let header = column.map(|column| self.mapping.header(column));
        self.problems.add(kind, done, Some(row.line), header, found);
    }
}

/// Line breaks and runs of spaces in a cell become one space.
fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number without spaces and the sign of percent.
fn bare_number(cell: &str) -> String {
    cell.chars().filter(|c| !c.is_whitespace() && *c != '%').collect()
}

/// True where every point or comma in a column of numbers has three digits behind it, as thousands have:
/// weights with three decimals throughout begin with a nought.
fn parts_thousands(rows: &[Record], column: usize) -> bool {
    let marked: Vec<String> = rows
        .iter()
        .map(|row| bare_number(row.cell(column)))
        .filter(|cell| cell.contains(['.', ',', '\'']))
        .collect();
    let is_thousands = |cell: &String| {
        let groups: Vec<&str> = cell.split(['.', ',', '\'']).collect();
        !groups[0].starts_with('0') && groups[1..].iter().all(|group| group.len() == 3)
    };
    !marked.is_empty() && marked.iter().all(is_thousands)
}

/// The parties so far, found by full or short name.
struct Parties {
    list: Vec<Party>,
    by_name: HashMap<String, PartyId>,
}

impl Parties {
    fn new(introduced: Vec<Party>) -> Self {
        let mut parties = Self { list: Vec::new(), by_name: HashMap::new() };
        for party in introduced {
            let id = parties.next_id();
            for name in [&party.name, &party.short] {
                parties.by_name.entry(name.clone()).or_insert(id);
            }
            parties.list.push(party);
        }
        parties
    }

    fn next_id(&self) -> PartyId {
        PartyId(u16::try_from(self.list.len()).unwrap_or(u16::MAX))
    }

    fn find_or_add(
        &mut self,
        name: &str,
        short: Option<String>,
        colour: Option<crate::model::Rgb>,
    ) -> PartyId {
        if let Some(&id) = self.by_name.get(name) {
            return id;
        }
        let id = self.next_id();
        let short = short.unwrap_or_else(|| abbreviated(name));
        self.list.push(Party { name: name.to_owned(), short, colour });
        self.by_name.insert(name.to_owned(), id);
        id
    }
}

/// A short name: the name itself where short or one word, else the initials of its capitalised words.
fn abbreviated(name: &str) -> String {
    const SHORT_ENOUGH: usize = 10;
    if name.chars().count() <= SHORT_ENOUGH || !name.contains(' ') {
        return name.to_owned();
    }
    let words = name.split(|c: char| c.is_whitespace() || c == '-' || c == '/');
    let initials: String =
        words.filter_map(|word| word.chars().next().filter(|c| c.is_uppercase() || c.is_numeric())).collect();
    if initials.chars().count() >= 2 { initials } else { name.to_owned() }
}

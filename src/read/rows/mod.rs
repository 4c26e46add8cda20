//! Rows to members and ballots, where a row is one member's vote. Every row is read or set aside with a
//! problem.

pub(in crate::read) mod assembly;
pub(in crate::read) mod facts;
pub(in crate::read) mod matrix_rows;
pub(in crate::read) mod meaning;
pub(in crate::read) mod member_rows;
pub(in crate::read) mod row_rules;

use hashbrown::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use serde::Serialize;

use crate::model::{Archive, Ballot, Member, MemberId, Moment, PartyId, Position, RollCallInfo, Verdict};
use crate::read::lookup::companions::Companions;
use crate::read::mapping::{Mapping, Role, Shape};
use crate::read::report::problem::Problems;
use crate::read::rows::assembly::{Assembled, Assembly, PartyFacts, RollCallNumber};
use crate::read::rows::facts::{RoleIndex, contradiction, state};
use crate::read::rows::meaning::Meaning;
use crate::read::rows::member_rows::MemberReader;
use crate::read::rows::row_rules::{RowRules, is_no};
use crate::read::table::Record;
use crate::read::table::heading::Heading;
use crate::read::vocabulary::codes::whole;
use crate::read::vocabulary::{deciding, results};
use crate::read::{Done, ProblemKind, table::totals};

/// How many records stood below the header, and what became of them: `read + set_aside == present`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowCount {
    /// Records with at least one cell that is not blank.
    pub present: u64,
    /// Those that were read: in a table of one vote or of many below one another each is a ballot, in a
    /// matrix each is a member with a ballot in many votes, or a vote with the ballots of many members.
    pub read: u64,
    /// Those that did not; each has a [`Problem`](crate::read::Problem).
    pub set_aside: u64,
}

/// The parts of a table, and what is known of it.
pub(super) struct Input<'a> {
    pub(super) heading: Heading,
    pub(super) header: Option<&'a Record>,
    pub(super) rows: &'a [Record],
    /// Rows at the end that are the source's own count.
    pub(super) footer: &'a [Record],
    pub(super) mapping: &'a Mapping,
    pub(super) meaning: &'a Meaning,
    pub(super) companions: &'a Companions,
    /// The votes that the rows stand below, where the source says it by its form.
    pub(super) above: Option<VotesAbove<'a>>,
}

/// The votes of a source in which rows stand below them, in their order, also those without rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct VotesAbove<'a> {
    /// The vote of each row, by its place among the votes.
    pub(super) vote_of: &'a [u32],
    pub(super) infos: &'a [RollCallInfo],
}

/// What the rows became.
pub(super) struct Output {
    pub(super) archive: Archive,
    pub(super) rows: RowCount,
    /// How many ballots were read with each word.
    pub(super) word_counts: HashMap<String, u32>,
}

/// Reads a table in which a row is one member's vote.
pub(super) fn read(input: Input<'_>, problems: &mut Problems) -> Output {
    let Input { heading, header, rows, footer, mapping, meaning, companions, above } = input;
    let mut assembly = Assembly::new();
    assembly.reserve(rows.len());
    introduce_parties(&heading, &mut assembly);
    let votes_above: Vec<RollCallNumber> =
        above.iter().flat_map(|above| above.infos).map(|info| assembly.roll_call(info.clone())).collect();
    let mut reader = RowReader {
        members: MemberReader::new(mapping, rows, companions),
        rules: RowRules::new(mapping, meaning, header),
        companions,
        problems,
        assembly,
        of_table: RollCallInfo { choices: meaning.options.clone(), ..heading.info },
        roll_calls: HashMap::new(),
        firsts: HashMap::new(),
        called: Vec::new(),
        seen: HashMap::new(),
        word_counts: HashMap::new(),
        hasher: RandomState::new(),
    };
    for (place, row) in rows.iter().enumerate() {
        let vote = above.and_then(|above| votes_above.get(*above.vote_of.get(place)? as usize));
        reader.read_row(row, vote.copied());
    }
    for row in footer {
        let stated = reader.rules.result_in(row).map(str::to_owned);
        if let Some(word) = stated {
            reader.state(row, &word, results::result(&word));
        }
        reader.report(row, ProblemKind::TotalRow, Done::SetAside, None, row.raw.trim());
    }
    // The sums below several votes are of none of them.
    if let (Some(declared), 1) =
        (totals::declared(footer, |word| reader.rules.known_position(word)), reader.assembly.num_roll_calls())
        && let Some(info) = reader.assembly.info_mut(RollCallNumber(0))
    {
        info.declared = info.declared.or(Some(declared));
    }
    reader.finish((rows.len() + footer.len()) as u64)
}

/// Parties named above the header come first, in their order.
pub(super) fn introduce_parties(heading: &Heading, assembly: &mut Assembly) {
    for party in &heading.parties {
        let facts = PartyFacts {
            name: &party.name,
            short: &party.short,
            colour: party.colour,
            ..PartyFacts::default()
        };
        assembly.party(facts);
    }
}

struct RowReader<'a> {
    members: MemberReader<'a>,
    rules: RowRules<'a>,
    companions: &'a Companions,
    problems: &'a mut Problems,
    assembly: Assembly,
    /// What the lines above the header say, which is so of every vote.
    of_table: RollCallInfo,
    roll_calls: HashMap<String, RollCallNumber>,
    /// The first row of each vote.
    firsts: HashMap<RollCallNumber, &'a Record>,
    /// Ballots of a vote with a call order wait here until they are sorted: place, member, ballot, time.
    called: Vec<(u64, RollCallNumber, MemberId, Ballot, Option<Moment>)>,
    /// Who has a ballot in which vote: the hash of the first row, and how many there are.
    seen: HashMap<(RollCallNumber, Who), (u64, u32)>,
    /// How many rows were read with each word.
    word_counts: HashMap<String, u32>,
    hasher: RandomState,
}

/// Who cast a ballot: by the publisher's key, else by what is known of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Who {
    Key(String),
    Named(String, Option<PartyId>, Option<String>),
}

impl Who {
    /// `None` for a member of whom nothing is known.
    pub(super) fn of(member: &Member) -> Option<Self> {
        match &member.key {
            Some(key) => Some(Self::Key(key.clone())),
            None if member.name.is_empty() => None,
            None => Some(Self::Named(member.name.clone(), member.party, member.constituency.clone())),
        }
    }
}

impl<'a> RowReader<'a> {
    /// Reads a row, of a vote that is known by what the row stands in, or of the one that it names.
    fn read_row(&mut self, row: &'a Record, vote: Option<RollCallNumber>) {
        if let Some(kind) = self.rules.fault_of(row) {
            if let Some(word) = self.rules.result_in(row).map(str::to_owned) {
                self.state(row, &word, results::result(&word));
            }
            return self.report(row, kind, Done::SetAside, None, row.raw.trim());
        }
        let roll_call = vote.unwrap_or_else(|| self.roll_call(row));
        let member = self.members.member(row, &mut self.assembly, self.problems);
        let (word, position, is_unknown) = self.rules.position_of(row);
        let Some(namesakes) = self.namesakes(roll_call, row, &member) else {
            let id = self.rules.roles.column(Role::Id);
            return self.report(row, ProblemKind::DuplicateMember, Done::SetAside, id, row.raw.trim());
        };
        if let Some((kind, column)) = self.rules.name_fault(&member, position) {
            let found = if kind == ProblemKind::NoName { row.raw.trim() } else { &member.name };
            self.report(row, kind, Done::Kept, column, found);
        }
        if namesakes > 0 && self.rules.roles.has_names() && position != Position::Vacant {
            self.report(row, ProblemKind::SameName, Done::Kept, self.rules.name_column(), &member.name);
        }
        if let Some(result) = deciding::decides(&word) {
            self.state(row, &word, Some(result));
        }
        let column = self.rules.vote_column();
        if word.is_empty() {
            self.report(row, ProblemKind::BlankPosition, Done::KeptUnknown, column, "");
        } else if is_unknown {
            self.report(row, ProblemKind::UnknownWord, Done::KeptUnknown, column, &word);
        }
        if self.rules.is_long(row) {
            self.report(row, ProblemKind::LongRow, Done::KeptWithout, None, row.raw.trim());
        }
        match self.word_counts.get_mut(&word) {
            Some(count) => *count += 1,
            None => {
                self.word_counts.insert(word, 1);
            }
        }
        let ballot = Ballot::new(position);
        let ballot = if self.is_proxy(row) { ballot.by_proxy() } else { ballot };
        let member = self.assembly.namesake(member, namesakes);
        match self.called(row) {
            None => self.assembly.ballot(roll_call, member, ballot),
            Some(called) => {
                let time = self.members.roles.view(row).text(Role::CallTime);
                let time = time.and_then(|text| text.parse().ok());
                self.called.push((called, roll_call, member, ballot, time));
            }
        }
    }

    /// Notes what a row says of the result of its vote, where nothing is known of it.
    fn state(&mut self, row: &Record, word: &str, result: Option<Verdict>) {
        let Some(&number) = self.roll_calls.get(&self.rules.vote_key(row)) else { return };
        if let Some(info) = self.assembly.info_mut(number) {
            state(info, word, result);
        }
    }

    /// The vote that a row belongs to.
    fn roll_call(&mut self, row: &'a Record) -> RollCallNumber {
        let key = self.rules.vote_key(row);
        if let Some(&number) = self.roll_calls.get(&key) {
            if self.firsts.get(&number).is_some_and(|first| self.rules.differ_in_facts(first, row)) {
                self.compare_facts(number, row);
            }
            return number;
        }
        let number = self.assembly.roll_call(self.rules.vote_info(row, &self.of_table, self.companions));
        self.roll_calls.insert(key, number);
        self.firsts.insert(number, row);
        number
    }

    /// Says what a row says of its vote, and its first row does not.
    fn compare_facts(&mut self, number: RollCallNumber, row: &Record) {
        let other = self.rules.vote_info(row, &self.of_table, self.companions);
        let differs = self.assembly.info(number).and_then(|first| contradiction(first, &other));
        if let Some(found) = differs {
            self.report(row, ProblemKind::FactsDiffer, Done::Kept, None, &found);
        }
    }

    /// The place in the call order; `None` where the table has none.
    fn called(&mut self, row: &Record) -> Option<u64> {
        let column = self.rules.roles.column(Role::CallOrder)?;
        if self.rules.mapping.shape != Shape::OneVote {
            return None;
        }
        let cell = row.cell(column);
        if cell.trim().is_empty() {
            // Never called: behind all who were.
            return Some(u64::MAX);
        }
        if let Ok(place) = whole(cell).parse::<u64>() {
            return Some(place);
        }
        self.report(row, ProblemKind::BadCallOrder, Done::KeptWithout, Some(column), cell);
        Some(u64::MAX)
    }

    fn is_proxy(&self, row: &Record) -> bool {
        let column = self.rules.roles.column(Role::Proxy);
        column.is_some_and(|column| !is_no(row.cell(column)))
    }

    /// How many other members there are in the vote of whom the same is known; `None` where a row is a member
    /// that was read before: the same identifier, or without identifiers the very same row.
    fn namesakes(&mut self, roll_call: RollCallNumber, row: &Record, member: &Member) -> Option<u32> {
        let hash = self.hasher.hash_one(row.raw.trim());
        let Some(who) = Who::of(member) else { return Some(0) };
        let tells_apart = tells_apart(row, &self.rules.roles);
        match self.seen.get_mut(&(roll_call, who.clone())) {
            None => {
                self.seen.insert((roll_call, who), (hash, 1));
                Some(0)
            }
            Some(_) if member.key.is_some() => None,
            Some((first, _)) if tells_apart && *first == hash => None,
            Some((_, count)) => {
                *count += 1;
                Some(*count - 1)
            }
        }
    }

    fn finish(mut self, present: u64) -> Output {
        if !self.called.is_empty() {
            self.called.sort_by_key(|(called, ..)| *called);
            let mut times = Vec::new();
            for (_, roll_call, member, ballot, time) in std::mem::take(&mut self.called) {
                self.assembly.ballot(roll_call, member, ballot);
                times.push(time);
            }
            let has_times = times.iter().any(Option::is_some);
            for &number in self.roll_calls.values() {
                if let Some(info) = self.assembly.info_mut(number) {
                    info.in_call_order = true;
                    info.times = if has_times { times.clone() } else { Vec::new() };
                }
            }
        }
        let added = self.assembly.num_ballots() as u64;
        let Assembled { mut archive, duplicates } = self.assembly.finish();
        if !duplicates.is_empty() {
            // Ballots were taken out, and times no longer stand beside theirs.
            archive.forget_times();
        }
        // Rows are looked at one by one above; this finds who stands under two parties in one vote.
        for duplicate in &duplicates {
            let name = archive.members().get(duplicate.member.0 as usize).map_or("", |member| &member.name);
            self.problems.add(ProblemKind::DuplicateMember, Done::SetAside, None, None, name);
        }
        let read = added - duplicates.len() as u64;
        let rows = RowCount { present, read, set_aside: present - read };
        Output { archive, rows, word_counts: self.word_counts }
    }

    fn report(&mut self, row: &Record, kind: ProblemKind, done: Done, column: Option<usize>, found: &str) {
        let header = column.map(|column| self.rules.mapping.header(column));
        self.problems.add(kind, done, Some(row.line), header, found);
    }
}

/// True where the same row twice is the same member: something in it is one member's alone. A name, a party and a vote may be
/// those of two.
pub(super) fn tells_apart(row: &Record, roles: &RoleIndex) -> bool {
    let own = [Role::Constituency, Role::Seat, Role::CallOrder, Role::CallTime, Role::Score];
    let used = [
        Role::Name,
        Role::FirstName,
        Role::LastName,
        Role::Party,
        Role::PartyShort,
        Role::VoteId,
        Role::VoteTitle,
        Role::VoteDate,
    ];
    let known = used
        .into_iter()
        .flat_map(|role| roles.columns(role))
        .filter(|&column| !row.cell(column).is_empty())
        .count();
    let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    own.into_iter().any(|role| roles.columns(role).any(|column| !row.cell(column).is_empty()))
        || filled > known + 2
}

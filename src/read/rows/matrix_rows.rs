//! Matrices of votes to members and ballots: rows are members and columns votes, or the other way round.
//! Every row is read or set aside with a problem; a blank cell is no ballot.

use hashbrown::{HashMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};

use crate::model::{Ballot, Declared, Member, MemberId, Position, RollCallInfo, Score, VoteDate, Votes};
use crate::read::lookup::companions::Companions;
use crate::read::mapping::{Mapping, Role, Shape};
use crate::read::report::problem::Problems;
use crate::read::rows::assembly::{Assembled, Assembly, PartyFacts, RollCallNumber};
use crate::read::rows::facts::{one_line, state};
use crate::read::rows::meaning::Meaning;
use crate::read::rows::member_rows::MemberReader;
use crate::read::rows::{Input, Output, RowCount, introduce_parties};
use crate::read::table::Record;
use crate::read::table::matrix::{VoteLines, are_parties, names_line};
use crate::read::vocabulary::words::plain;
use crate::read::{Done, ProblemKind, vocabulary, vocabulary::deciding, vocabulary::results};

/// Reads a matrix with these header lines.
pub(in crate::read) fn read(input: Input<'_>, lines: &[Record], problems: &mut Problems) -> Output {
    let Input { heading, rows, footer, mapping, meaning, companions, .. } = input;
    let mut assembly = Assembly::new();
    introduce_parties(&heading, &mut assembly);
    let mut reader = MatrixReader {
        members: MemberReader::new(mapping, rows, companions),
        votes: mapping.columns_with(Role::Position).collect(),
        is_vote: mapping.columns_with(Role::Position).collect(),
        mapping,
        meaning,
        companions,
        lines,
        problems,
        assembly,
        of_table: RollCallInfo { choices: meaning.options.clone(), ..heading.info },
        word_counts: HashMap::new(),
        hasher: RandomState::new(),
        read: 0,
    };
    if mapping.shape == Shape::Transposed {
        reader.read_transposed(rows);
    } else {
        reader.read_wide(rows, footer);
    }
    for row in footer {
        reader.report(row, ProblemKind::TotalRow, None);
    }
    let present = (rows.len() + footer.len()) as u64;
    let MatrixReader { assembly, word_counts, read, .. } = reader;
    // Members and votes are looked at above, so that no ballot stands twice.
    let Assembled { archive, .. } = assembly.finish();
    Output { archive, rows: RowCount { present, read, set_aside: present - read }, word_counts }
}

struct MatrixReader<'a> {
    members: MemberReader<'a>,
    votes: Vec<usize>,
    /// Whether a column is one of them.
    is_vote: HashSet<usize>,
    mapping: &'a Mapping,
    meaning: &'a Meaning,
    companions: &'a Companions,
    lines: &'a [Record],
    problems: &'a mut Problems,
    assembly: Assembly,
    of_table: RollCallInfo,
    word_counts: HashMap<String, u32>,
    hasher: RandomState,
    read: u64,
}

impl MatrixReader<'_> {
    fn read_wide(&mut self, rows: &[Record], footer: &[Record]) {
        let about = VoteLines::of(self.lines, &self.votes);
        let votes: Vec<RollCallNumber> = self
            .votes
            .clone()
            .into_iter()
            .map(|column| {
                let info = self.vote_of_column(column, about);
                self.assembly.roll_call(info)
            })
            .collect();
        let mut seen: HashMap<MemberId, u64> = HashMap::new();
        let mut declared: Vec<(Position, &Record)> =
            footer.iter().filter_map(|row| self.counted(row)).collect();
        for row in rows {
            if let Some(kind) = self.fault_of_member(row) {
                self.report(row, kind, None);
                declared.extend(self.counted(row));
                self.state_results(row, &votes);
                continue;
            }
            let member = self.members.member(row, &mut self.assembly, self.problems);
            let Some(member) = self.new_member(&member, row, &mut seen) else {
                self.report(row, ProblemKind::DuplicateMember, self.members.roles.column(Role::Id));
                continue;
            };
            self.read += 1;
            for (&column, &vote) in self.votes.clone().iter().zip(&votes) {
                if let Some(ballot) = self.ballot(row, column, vote) {
                    self.assembly.ballot(vote, member, ballot);
                }
            }
        }
        for row in footer {
            self.state_results(row, &votes);
        }
        for (&column, &vote) in self.votes.clone().iter().zip(&votes) {
            self.declare(&declared, column, vote);
        }
    }

    /// What the header says of a vote.
    fn vote_of_column(&self, column: usize, about: VoteLines) -> RollCallInfo {
        let text = |line: Option<usize>| {
            let cell = self.lines.get(line?)?.cell(column);
            (!cell.is_empty()).then(|| one_line(cell))
        };
        let mut info = self.of_table.clone();
        let id = text(about.id).unwrap_or_else(|| self.mapping.header(column).to_owned());
        info.title = text(about.title).or_else(|| id.contains(' ').then(|| id.clone()));
        info.id = Some(id);
        info.date = text(about.date).map(|day| VoteDate::from_text(&day)).or(info.date);
        self.companions.complete_vote(&mut info);
        info
    }

    /// Why a row of a wide table is no member's, if so.
    fn fault_of_member(&self, row: &Record) -> Option<ProblemKind> {
        let is_header = |line: &Record| {
            self.votes.iter().all(|&column| plain(row.cell(column)) == plain(line.cell(column)))
                && self.votes.iter().any(|&column| !row.cell(column).is_empty())
        };
        if self.lines.iter().any(is_header) {
            return Some(ProblemKind::RepeatedHeader);
        }
        let filled = || self.votes.iter().map(|&column| row.cell(column)).filter(|cell| !cell.is_empty());
        let known = filled().filter(|word| self.meaning.knows(word)).count();
        let name = self.members.roles.view(row).name();
        let is_nobody = self.members.roles.has_names() && name.is_empty();
        let is_total = crate::read::table::totals::is_total(&name);
        if known * 2 < filled().count() && (is_nobody || is_total || self.counted(row).is_some()) {
            return Some(ProblemKind::TotalRow);
        }
        if crate::read::table::totals::is_result(&name) || self.is_of_results(row) {
            return Some(ProblemKind::TotalRow);
        }
        if is_nobody && filled().count() == 0 {
            return Some(ProblemKind::NoName);
        }
        None
    }

    /// A row of the source's own counts: the position it counts is named before the numbers.
    fn counted<'r>(&self, row: &'r Record) -> Option<(Position, &'r Record)> {
        let is_label = |column: &usize| !self.is_vote.contains(column);
        let mut labels = (0..row.cells.len()).filter(is_label).map(|column| row.cell(column));
        let position = labels.find_map(crate::read::table::totals::counted_by)?;
        let is_number = |column: &&usize| row.cell(**column).parse::<Votes>().is_ok();
        (self.votes.iter().filter(is_number).count() * 2 > self.votes.len()).then_some((position, row))
    }

    /// A row that says what became of each vote: `Result,PASS,FAIL`.
    fn is_of_results(&self, row: &Record) -> bool {
        let is_label = |column: &usize| !self.is_vote.contains(column);
        let mut labels = (0..row.cells.len()).filter(is_label).map(|column| row.cell(column));
        let mut words = self.votes.iter().map(|&column| row.cell(column)).filter(|cell| !cell.is_empty());
        let has_words = words.clone().next().is_some();
        has_words && labels.any(results::is_label) && words.all(|word| results::result(word).is_some())
    }

    /// Notes the results of such a row.
    fn state_results(&mut self, row: &Record, votes: &[RollCallNumber]) {
        if !self.is_of_results(row) {
            return;
        }
        for (&column, &vote) in self.votes.iter().zip(votes) {
            let word = row.cell(column);
            if let Some(info) = self.assembly.info_mut(vote).filter(|_| !word.is_empty()) {
                state(info, word, results::result(word));
            }
        }
    }

    fn declare(&mut self, declared: &[(Position, &Record)], column: usize, vote: RollCallNumber) {
        let count = |wanted: Position| {
            let row = declared.iter().find(|(position, _)| *position == wanted)?.1;
            row.cell(column).parse::<Votes>().ok()
        };
        let (Some(in_favour), Some(against)) = (count(Position::For), count(Position::Against)) else {
            return;
        };
        if let Some(info) = self.assembly.info_mut(vote) {
            info.declared = Some(Declared { in_favour, against, abstain: count(Position::Abstain) });
        }
    }

    /// The member of a row; `None` where the row was read before.
    fn new_member(
        &mut self,
        member: &Member,
        row: &Record,
        seen: &mut HashMap<MemberId, u64>,
    ) -> Option<MemberId> {
        let hash = self.hasher.hash_one(row.raw.trim());
        let (has_key, has_name) = (member.key.is_some(), !member.name.is_empty());
        for nth in 0.. {
            let id = self.assembly.namesake(member.clone(), nth);
            match seen.get(&id) {
                Some(&first) if has_key || (has_name && first == hash) => return None,
                Some(_) => {}
                None => {
                    if nth > 0 {
                        let name =
                            Some(self.mapping.header(self.members.roles.column(Role::Name).unwrap_or(0)));
                        self.problems.add(
                            ProblemKind::SameName,
                            Done::Kept,
                            Some(row.line),
                            name,
                            &member.name,
                        );
                    }
                    seen.insert(id, hash);
                    return Some(id);
                }
            }
        }
        None
    }

    fn read_transposed(&mut self, rows: &[Record]) {
        let members = self.members_of_columns();
        let mut seen: HashSet<Vec<&str>> = HashSet::new();
        for row in rows {
            let filled = self.votes.iter().map(|&column| row.cell(column)).filter(|cell| !cell.is_empty());
            if filled.count() == 0 {
                self.report(row, ProblemKind::NoBallots, None);
                continue;
            }
            // The very same row again is the same vote again.
            let cells: Vec<&str> = (0..row.cells.len()).map(|column| row.cell(column)).collect();
            if !seen.insert(cells) {
                self.report(row, ProblemKind::DuplicateVote, None);
                continue;
            }
            let view = self.members.roles.view(row);
            let mut info = self.of_table.clone();
            view.complete(&mut info);
            self.companions.complete_vote(&mut info);
            let vote = self.assembly.roll_call(info);
            self.read += 1;
            for (&column, &member) in self.votes.clone().iter().zip(&members) {
                if let Some(ballot) = self.ballot(row, column, vote) {
                    self.assembly.ballot(vote, member, ballot);
                }
            }
        }
    }

    /// The members that head the columns, with what the other lines of the header say of them.
    fn members_of_columns(&mut self) -> Vec<MemberId> {
        let is_label = |column: &usize| !self.is_vote.contains(column);
        let names = names_line(self.lines, &self.votes);
        // The role of each line, by the word before it.
        let roles: Vec<Option<Role>> = self
            .lines
            .iter()
            .map(|line| {
                let labels = (0..line.cells.len()).filter(is_label).map(|column| line.cell(column));
                labels.filter_map(vocabulary::role).map(|(role, _)| role).next()
            })
            .collect();
        // Without a header, members are called by the number of their column.
        let head = |column: usize| {
            self.lines.get(names).map_or_else(|| self.mapping.header(column), |line| line.cell(column))
        };
        let heads: Vec<&str> = self.votes.iter().map(|&column| head(column)).collect();
        let are_parties = self.lines.len() == 1 && are_parties(&heads);
        let mut seen: HashMap<MemberId, u32> = HashMap::new();
        let mut members = Vec::new();
        for (index, &column) in self.votes.iter().enumerate() {
            let text = |wanted: Role| {
                let line = roles
                    .iter()
                    .enumerate()
                    .position(|(line, role)| line != names && *role == Some(wanted))?;
                Some(one_line(self.lines[line].cell(column))).filter(|text| !text.is_empty())
            };
            let name = one_line(heads[index]);
            let party = text(Role::Party).or_else(|| text(Role::PartyShort));
            let party = if are_parties { Some(name.clone()) } else { party };
            let member = Member {
                party: party.and_then(|name| {
                    self.assembly.party(PartyFacts { name: &name, ..PartyFacts::default() })
                }),
                constituency: text(Role::Constituency),
                seat: text(Role::Seat),
                key: text(Role::Id),
                name,
                weight: None,
                score: text(Role::Score).and_then(|text| Score::from_text(&text)),
            };
            let mut id = self.assembly.namesake(member.clone(), 0);
            let times = seen.entry(id).or_default();
            *times += 1;
            if *times > 1 {
                // Two columns are two members, also where they are called the same.
                let member = Member { key: None, ..member };
                id = self.assembly.namesake(member, *times - 1);
            }
            members.push(id);
        }
        members
    }

    /// The ballot in a cell; none where it is blank.
    fn ballot(&mut self, row: &Record, column: usize, vote: RollCallNumber) -> Option<Ballot> {
        let word = row.cell(column);
        if word.is_empty() {
            return None;
        }
        if let (Some(result), Some(info)) = (deciding::decides(word), self.assembly.info_mut(vote)) {
            state(info, word, Some(result));
        }
        let (position, is_unknown) = self.meaning.position(word);
        match self.word_counts.get_mut(word) {
            Some(count) => *count += 1,
            None => {
                self.word_counts.insert(word.to_owned(), 1);
            }
        }
        if is_unknown {
            let header = self.mapping.header(column).to_owned();
            self.problems.add(
                ProblemKind::UnknownWord,
                Done::KeptUnknown,
                Some(row.line),
                Some(&header),
                word,
            );
        }
        Some(Ballot::new(position))
    }

    fn report(&mut self, row: &Record, kind: ProblemKind, column: Option<usize>) {
        let header = column.map(|column| self.mapping.header(column));
        self.problems.add(kind, Done::SetAside, Some(row.line), header, row.raw.trim());
    }
}

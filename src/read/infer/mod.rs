//! One inference for every table: where its ballots are, what tells votes and members apart, and what each other column is.
//!
//! Goes in: headers and rows. Comes out: [`Columns`]. Few [`place`]s are tried, each with few [`keys`]; each is applied to the
//! rows, held to the laws and judged by the same [`evidence`], compared field by field. What is not where ballots stand or what
//! tells them apart is derived from that (`derive.rs`): what the vote determines is of the vote, what the member determines is of the
//! member, and the header names it among what it can be.
//! Must not know: files, tables beside, what a word means in one publisher's files.

pub(in crate::read) mod ballot_words;
mod block;
mod by_content;
pub(in crate::read) mod coded;
mod derive;
mod evidence;
mod heads;
mod keys;
pub(in crate::read) mod limits;
mod marks;
mod member_keys;
mod place;
mod tried;

use ballot_words::{BallotWords, Kind, Lexicon};
pub(in crate::read) use ballot_words::{is_code, is_yes_or_no};
use coded::{Coded, Groups};
pub use evidence::Field;
use evidence::{Evidence, Frame, Grid, Sides, Totals};
pub(in crate::read) use heads::names_a_motion;
use heads::{Head, Says, Sure};
pub(in crate::read) use keys::is_part_of_number;
use keys::{Breaks, Keys, Search};
pub(in crate::read) use marks::mark;
pub(in crate::read) use place::Place;

use crate::model::{Position, VoteDate};
use crate::read::audit::{Ledger, laws};
use crate::read::mapping::{ColumnChoice, Role, Shape, WordChoice};
use crate::read::table::Record;
use crate::read::table::profile::{Profile, is_number};
use crate::read::vocabulary::{self, Together};

/// What the lines above a table, or its name, say that it is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) enum Titled {
    /// Nothing.
    #[default]
    No,
    /// What was voted on.
    Vote,
    /// Who was there.
    Attendance,
}

/// A table to be judged.
#[derive(Debug)]
pub(in crate::read) struct Question<'a> {
    /// A header for each column; its number where there is none.
    pub(in crate::read) headers: Vec<String>,
    /// True where the table has a header.
    pub(in crate::read) has_header: bool,
    /// Its lines, where a matrix has several.
    pub(in crate::read) lines: &'a [Record],
    /// The rows below it.
    pub(in crate::read) rows: &'a [Record],
    /// What it is of, where something above it says so.
    pub(in crate::read) titled: Titled,
    /// Words that were given a meaning.
    pub(in crate::read) words: &'a [WordChoice],
}

/// The columns of a table with their roles. The votes may be missing: the caller says so.
#[derive(Debug, Default)]
pub(in crate::read) struct Columns {
    /// Each column and what it is.
    pub(in crate::read) choices: Vec<ColumnChoice>,
    /// What its cells are like.
    pub(in crate::read) profiles: Vec<Profile>,
    /// Where the ballots are.
    pub(in crate::read) place: Place,
    /// How votes stand in the table.
    pub(in crate::read) shape: Shape,
    /// How often the average member stands in a table of several votes that nothing tells apart.
    pub(in crate::read) unclear: Option<usize>,
    /// Other ways to read it, for which as much speaks and which give other ballots: a tie is never broken by place.
    pub(in crate::read) others: Vec<Columns>,
    /// The best way that less speaks for, and in what.
    pub(in crate::read) runner_up: Option<(Box<Columns>, Field)>,
}

/// One way to read a table.
#[derive(Clone, Debug)]
struct Candidate {
    place: Place,
    shape: Shape,
    keys: Option<Keys>,
    evidence: Evidence,
}

/// Finds out what each column is.
pub(in crate::read) fn infer(question: &Question<'_>) -> Columns {
    let heads: Vec<Head> = question.headers.iter().map(|text| Head::of(text, question.has_header)).collect();
    let table = Coded::of(question.rows, heads.len());
    let of_few = table.columns.iter().filter(|column| column.distinct() <= limits::MOST_WORDS);
    let texts = of_few.flat_map(|column| column.texts.iter().copied());
    let lexicon = Lexicon { given: question.words, together: Together::where_needed(texts) };
    let judge = Judge { lexicon, question, table: &table, heads: &heads };
    let (candidates, unclear) = judge.candidates();
    let profiles: Vec<Profile> = table.columns.iter().map(Profile::of).collect();
    // The first of those that are equally good: their order is that of the table.
    let Some(best) = candidates.iter().min_by(|a, b| a.evidence.cmp(&b.evidence)) else {
        return Columns { unclear, ..judge.columns(None, &profiles) }.with(profiles);
    };
    let differing = candidates.iter().filter(|other| judge.differ(best, other));
    let (tied, behind): (Vec<&Candidate>, Vec<&Candidate>) =
        differing.partition(|other| other.evidence == best.evidence);
    let runner_up = behind.into_iter().min_by(|a, b| a.evidence.cmp(&b.evidence));
    let runner_up = runner_up.map(|other| {
        (Box::new(judge.columns(Some(other), &profiles)), best.evidence.decided_by(&other.evidence))
    });
    let others = tied.into_iter().map(|other| judge.columns(Some(other), &profiles)).collect();
    Columns { others, runner_up, ..judge.columns(Some(best), &profiles) }.with(profiles)
}

impl Columns {
    fn with(self, profiles: Vec<Profile>) -> Self {
        Self { profiles, ..self }
    }
}

/// A position as far as it is cast; nothing for whoever is away, however that is called.
pub(in crate::read) fn cast(position: Position) -> Option<Position> {
    matches!(position, Position::For | Position::Against | Position::Abstain | Position::Choice(_))
        .then_some(position)
}

struct Judge<'a> {
    lexicon: Lexicon<'a>,
    question: &'a Question<'a>,
    table: &'a Coded<'a>,
    heads: &'a [Head],
}

impl Judge<'_> {
    /// Every way to read the table that no law excludes.
    fn candidates(&self) -> (Vec<Candidate>, Option<usize>) {
        let mut candidates = Vec::new();
        let mut unclear = None;
        let places =
            place::Finder::new(self.table, self.heads, self.question.has_header, self.lexicon).places();
        let is_positions: Vec<usize> = places
            .iter()
            .filter(|found| {
                matches!(found.place, Place::Column(_) | Place::Marks(_)) && found.words.has_sides
            })
            .flat_map(|found| found.place.columns())
            .collect();
        for found in &places {
            // What a register of attendance says in yes and no, or in codes, is who was there.
            let is_attendance = self.question.titled == Titled::Attendance && found.words.kind > Kind::Sides;
            match &found.place {
                Place::Nothing => {}
                _ if is_attendance => {}
                Place::Column(_) | Place::Marks(_) => {
                    let mut taken = found.place.columns();
                    taken.extend(is_positions.iter().copied());
                    let has_word = matches!(found.place, Place::Column(_));
                    match Search::new(self.table, self.heads, &taken, has_word).find() {
                        keys::Found::Unclear(times) => unclear = unclear.or(Some(times)),
                        // The best keys of a place; what the others would read is the same rows in another order.
                        keys::Found::Keys(keys) => {
                            candidates.extend(keys.into_iter().find_map(|keys| self.of_rows(found, keys)));
                        }
                    }
                }
                Place::Columns(block) => candidates.extend(self.of_block(found, block)),
            }
        }
        // Totals that no reading fits speak against none of them.
        if candidates.iter().all(|candidate| candidate.evidence.totals != Totals::Fit) {
            for candidate in &mut candidates {
                candidate.evidence.totals = Totals::None;
            }
        }
        (candidates, unclear)
    }

    /// What each column is where ballots are read as a candidate has them; without the profiles.
    fn columns(&self, candidate: Option<&Candidate>, profiles: &[Profile]) -> Columns {
        let place = candidate.map_or(Place::Nothing, |candidate| candidate.place.clone());
        let shape = candidate.map_or(Shape::OneVote, |candidate| candidate.shape);
        let roles = derive::roles(&derive::Known {
            table: self.table,
            heads: self.heads,
            profiles,
            place: &place,
            shape,
            keys: candidate.and_then(|candidate| candidate.keys.as_ref()),
        });
        let headers = self.question.headers.iter().zip(roles);
        let choices = headers.map(|(header, role)| ColumnChoice { header: header.clone(), role }).collect();
        Columns { choices, place, shape, ..Columns::default() }
    }

    /// True for two candidates that read other ballots.
    fn differ(&self, one: &Candidate, other: &Candidate) -> bool {
        match (&one.place, &other.place) {
            (Place::Column(one), Place::Column(other)) => {
                let said = |column: usize, row: usize| {
                    let cells = &self.table.columns[column];
                    let text = cells.texts.get(cells.codes[row] as usize);
                    text.map(|text| self.lexicon.position(text).map(cast).ok_or(*text))
                };
                (0..self.table.rows).any(|row| said(*one, row) != said(*other, row))
            }
            (places, others) => places != others || one.shape != other.shape,
        }
    }

    /// A reading in which a row is a ballot.
    fn of_rows(&self, found: &place::Found, keys: Keys) -> Option<Candidate> {
        let totals = match &found.place {
            Place::Column(column) => {
                let position =
                    |text: &str| self.lexicon.position(text).or_else(|| found.words.letters.position(text));
                let counts = evidence::counts(self.table, *column, &keys.of_votes, position);
                evidence::totals(self.table, self.heads, &keys.of_votes, &counts)
            }
            _ => Totals::None,
        };
        let evidence = Evidence {
            breaks: keys.breaks,
            totals,
            sides: evidence::sides_of_rows(self.table, self.heads, &keys),
            words: found.words.kind,
            header: found.says,
            grid: if found.left > 0 && keys.votes.is_empty() {
                // The cells beside it that say the same are left empty.
                Grid::Sparse
            } else if keys.votes.is_empty() {
                self.filled(&found.place)
            } else {
                evidence::grid(keys.density())
            },
            left: found.left > 0,
            simple: keys.votes.len() + keys.members.len(),
        };
        let shape = if keys.votes.is_empty() { Shape::OneVote } else { Shape::Long };
        let is_fact = keys.votes.is_empty() && !self.may_be_one_vote(found);
        // Parties with numbers under positions: whether 1 is a mark, or one member, is not known.
        let is_number = |column: &usize| self.table.columns[*column].texts.iter().all(|text| is_number(text));
        let is_party =
            |column: &usize| self.heads[*column].is(Role::Party) || self.heads[*column].is(Role::PartyShort);
        let are_totals = matches!(&found.place, Place::Marks(columns) if columns.iter().all(is_number))
            && !keys.members.is_empty()
            && keys.members.iter().all(is_party);
        if are_totals {
            return None;
        }
        // Rows that name nobody, and change their title: a list of votes.
        let is_list = evidence.sides == Sides::Neither && keys.members.is_empty();
        (!is_fact && !is_list).then_some(Candidate {
            place: found.place.clone(),
            shape,
            keys: Some(keys),
            evidence,
        })
    }

    /// How many rows of one vote have a ballot.
    fn filled(&self, place: &Place) -> Grid {
        match place {
            Place::Column(column) => {
                let filled = self.table.columns[*column].filled();
                evidence::grid((filled * 100).checked_div(self.table.rows).unwrap_or(100))
            }
            _ => Grid::Full,
        }
    }

    /// Plain yes and no under a header that says nothing of a vote are facts about members or things, unless what was voted on
    /// is named: by the header, or for all rows alike.
    fn may_be_one_vote(&self, found: &place::Found) -> bool {
        if found.words.kind == Kind::Sides
            || found.says < Says::Nothing
            || self.question.titled == Titled::Vote
        {
            return true;
        }
        let head =
            |column: &usize| heads::names_a_vote(&self.heads[*column].text) && self.question.has_header;
        let is_title = |column: usize| {
            let (cells, head) = (&self.table.columns[column], &self.heads[column]);
            let names_vote = cells.texts.first().is_some_and(|text| {
                text.ends_with(['?', '？']) || names_a_motion(text) || text.split_whitespace().count() > 2
            });
            let is_headed = head.names(Role::VoteTitle) || head.names(Role::VoteId);
            cells.is_constant() && (is_headed || head.role.is_none() && names_vote)
        };
        // Without any header, what stands beside names is what they answered.
        let columns = found.place.columns();
        columns.iter().any(head) || (0..self.heads.len()).any(is_title) || !self.question.has_header
    }

    /// The readings of a block of columns: rows are members, or rows are votes.
    fn of_block(&self, found: &place::Found, block: &[usize]) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let labels = self.labels(block);
        let has_days = self.has_days(block);
        let sides_of = |block: &[usize], shape: Shape| {
            let frame = Frame { table: self.table, heads: self.heads, block, labels: &labels, has_days };
            if shape == Shape::Wide { frame.wide() } else { frame.transposed() }
        };
        let wide: Vec<usize> =
            block.iter().copied().filter(|&column| !self.heads[column].is_of_member()).collect();
        // What speaks of a vote heads no member.
        let is_head = |column: &usize| {
            self.heads[*column].role.is_none_or(|(_, found)| found == vocabulary::Match::Part)
        };
        let speaks =
            |column: &usize| matches!(self.heads[*column].says, Says::Vote | Says::Part | Says::Else);
        let transposed: Vec<usize> =
            block.iter().copied().filter(|column| is_head(column) && !speaks(column)).collect();
        // Beside the title or the number of one vote, the column that is called the vote is it, and the others are of other votes.
        let names_vote = |column: usize| !block.contains(&column) && self.heads[column].is_of_vote();
        let is_called = |column: &&usize| self.heads[**column].says == Says::Vote;
        let is_one_vote = wide.iter().filter(is_called).count() == 1 && (0..self.heads.len()).any(names_vote);
        if wide.len() >= limits::FEW_COLUMNS && !is_one_vote {
            let sides = sides_of(&wide, Shape::Wide);
            let breaks = self.breaks_of_rows(&wide, Shape::Wide);
            candidates.extend(self.matrix(found, wide, Shape::Wide, sides, breaks));
        }
        if transposed.len() >= limits::FEW_COLUMNS {
            let sides = sides_of(&transposed, Shape::Transposed);
            let breaks = self.breaks_of_rows(&transposed, Shape::Transposed);
            candidates.extend(self.matrix(found, transposed, Shape::Transposed, sides, breaks));
        }
        candidates
    }

    fn matrix(
        &self,
        found: &place::Found,
        block: Vec<usize>,
        shape: Shape,
        sides: Sides,
        breaks: Breaks,
    ) -> Option<Candidate> {
        let words = BallotWords::of(block.iter().map(|&column| &self.table.columns[column]), self.lexicon);
        let filled: usize = block.iter().map(|&column| self.table.columns[column].filled()).sum();
        let cells = block.len() * self.table.rows;
        // Many doubles make it another kind of table.
        // A known publisher's codes are words.
        let kind = if found.words.kind == Kind::Sides && words.kind > Kind::YesNo {
            Kind::Sides
        } else {
            words.kind
        };
        if breaks == Breaks::Many || sides == Sides::Neither && kind > Kind::Sides {
            return None;
        }
        let texts: Vec<&str> = block.iter().map(|&column| self.heads[column].text.as_str()).collect();
        let name_votes = self.question.titled == Titled::Vote
            || heads::look_like_votes(&texts) != Sure::No
            || found.says < Says::Nothing
            || !self.question.has_header;
        // A few plain answers of one person are facts, unless what heads them is voted on.
        if shape == Shape::Wide && kind > Kind::Sides && block.len() <= limits::FEW_COLUMNS && !name_votes {
            return None;
        }
        let is_of_parties = shape == Shape::Wide && block::stands_by_party(self.table, self.heads, &block);
        if kind > Kind::YesNo && sides != Sides::Both && !is_of_parties {
            return None;
        }
        let evidence = Evidence {
            breaks,
            totals: Totals::None,
            sides,
            words: kind,
            header: found.says,
            grid: evidence::grid((filled * 100).checked_div(cells).unwrap_or(100)),
            left: false,
            simple: 1,
        };
        Some(Candidate { place: Place::Columns(block), shape, keys: None, evidence })
    }

    /// How far the rows of a matrix stand for the same member, or the same vote, twice.
    fn breaks_of_rows(&self, block: &[usize], shape: Shape) -> Breaks {
        let leading: Vec<usize> = (0..self.heads.len()).filter(|column| !block.contains(column)).collect();
        if shape == Shape::Wide {
            return Search::new(self.table, self.heads, block, false).breaks_of_one_vote();
        }
        let with = |wanted: &dyn Fn(&Head) -> bool| -> Vec<usize> {
            leading.iter().copied().filter(|&column| wanted(&self.heads[column])).collect()
        };
        let ids = with(&|head| head.is(Role::VoteId));
        if ids.is_empty() {
            return Breaks::None;
        }
        let is_part = |head: &Head| {
            matches!(head.role, Some((Role::VoteTitle | Role::VoteDate | Role::Session | Role::Chamber, _)))
        };
        let keys: Vec<usize> = ids.into_iter().chain(with(&is_part)).collect();
        let doubles = self.table.rows - Groups::of(self.table, &keys).count;
        Breaks::of(laws::one_ballot(&Ledger::of_rows(doubles, self.table.rows)).as_ref())
    }

    /// What the labels before further lines of the header say: `Party` before a line of parties.
    fn labels(&self, block: &[usize]) -> Vec<Role> {
        if self.question.lines.len() < 2 {
            return Vec::new();
        }
        let of_line = |line: &Record| {
            let leading = (0..self.heads.len()).filter(|column| !block.contains(column));
            let filled: Vec<&str> =
                leading.map(|column| line.cell(column)).filter(|cell| !cell.is_empty()).collect();
            match filled.as_slice() {
                [only] => vocabulary::role(only).map(|(role, _)| role),
                _ => None,
            }
        };
        self.question.lines.iter().filter_map(of_line).collect()
    }

    fn has_days(&self, block: &[usize]) -> bool {
        let is_day =
            |line: &Record, column: usize| matches!(VoteDate::from_text(line.cell(column)), VoteDate::Day(_));
        let lines = self.question.lines.iter();
        lines
            .filter(|_| !block.is_empty())
            .any(|line| block.iter().filter(|&&column| is_day(line, column)).count() * 2 > block.len())
    }
}

//! What was seen of each law while a table was read one way: how often it was broken, of how many, and where first.
//!
//! Goes in: a finished [`Reading`], or what a way to read a table makes of its rows (`infer`). Comes out: a [`Ledger`], which every law
//! is a function of. Must not know: what a breach leads to.

use hashbrown::HashMap;
use rayon::prelude::*;

use crate::model::{Agreement, Judgement, Position, RollCall, Votes};
use crate::read::mapping::Role;
use crate::read::reading::Reading;
use crate::read::report::problem::ProblemKind;

/// What was seen of one law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Seen {
    /// How often it was broken.
    pub(in crate::read) count: usize,
    /// Of how many cases.
    pub(in crate::read) of: usize,
    /// Each breach in words, in the order of the file; empty where it has none.
    pub(in crate::read) words: Vec<String>,
}

impl Seen {
    /// The breaches among these cases.
    fn of<'a>(votes: &[RollCall<'a>], breach: impl Fn(RollCall<'a>) -> Option<String> + Sync + Send) -> Self {
        let words: Vec<String> = votes.par_iter().filter_map(|&vote| breach(vote)).collect();
        Self { count: words.len(), of: votes.len(), words }
    }
}

/// What was seen of every law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Ledger {
    /// Rows of a member who has a ballot in that vote already, of all rows. None are left in an archive: readers set them aside, and
    /// say so.
    pub(in crate::read) doubles: Seen,
    /// Rows that say of their vote what its first row does not, of all rows.
    pub(in crate::read) facts: Seen,
    /// Votes with far fewer ballots than the others of the same body, of those with enough others to tell.
    pub(in crate::read) sizes: Seen,
    /// Votes whose own totals are not what their ballots come to, of those that state any.
    pub(in crate::read) totals: Seen,
    /// Votes whose stated result is not what the count gives under their rule, of those that state one.
    pub(in crate::read) outcomes: Seen,
    /// Votes with more members than seats, of those that state how many seats there are.
    pub(in crate::read) seats: Seen,
    /// Votes with a single ballot.
    pub(in crate::read) alone: Seen,
    /// Single ballots whose row states how many voted.
    pub(in crate::read) rows_of_lists: Seen,
    /// Rows that are neither read nor set aside, of those present.
    pub(in crate::read) rows: Seen,
}

impl Ledger {
    /// That of a way to read a table in which so many rows are second ballots, and so many of its totals differ.
    pub(in crate::read) fn of_rows(doubles: usize, rows: usize) -> Self {
        Self { doubles: Seen { count: doubles, of: rows, ..Seen::default() }, ..Self::default() }
    }

    /// The same, with the totals that differ.
    pub(in crate::read) fn with_totals(self, differ: usize, of: usize) -> Self {
        Self { totals: Seen { count: differ, of, ..Seen::default() }, ..self }
    }

    /// That of a reading.
    pub(in crate::read) fn of(reading: &Reading) -> Self {
        let archive = &reading.archive;
        let votes: Vec<RollCall<'_>> =
            (0..archive.num_roll_calls()).filter_map(|index| archive.roll_call(index)).collect();
        let of_many = votes.len() > 1;
        let among = |wanted: fn(&RollCall<'_>) -> bool| -> Vec<RollCall<'_>> {
            votes.iter().copied().filter(|vote| wanted(vote)).collect()
        };
        let name = |vote: RollCall<'_>| {
            let info = vote.info();
            let name = info.id.as_deref().or(info.title.as_deref()).filter(|_| of_many);
            name.map_or(String::new(), |name| format!("{name}: "))
        };
        let rows = &reading.rows;
        let is_alone = |vote: &RollCall<'_>| vote.votes().len() == 1;
        Self {
            doubles: reported(reading, ProblemKind::DuplicateMember),
            facts: reported(reading, ProblemKind::FactsDiffer),
            sizes: sizes(&votes, name),
            totals: Seen::of(&among(|vote| vote.info().declared.is_some()), |vote| {
                totals_differ(vote).map(|text| name(vote) + &text)
            }),
            outcomes: Seen::of(&among(|vote| vote.info().stated.is_some()), |vote| {
                outcome_differs(vote).map(|text| name(vote) + &text)
            }),
            seats: Seen::of(&among(|vote| vote.info().seats.is_some()), |vote| {
                too_few_seats(vote).map(|text| name(vote) + &text)
            }),
            alone: Seen {
                count: votes.iter().filter(|vote| is_alone(vote)).count(),
                of: votes.len(),
                words: Vec::new(),
            },
            rows_of_lists: Seen {
                count: usize::from(is_row_of_list(reading)),
                of: votes.len(),
                words: Vec::new(),
            },
            rows: Seen {
                count: rows.present.abs_diff(rows.read + rows.set_aside) as usize,
                of: rows.present as usize,
                words: Vec::new(),
            },
        }
    }
}

/// What an engine found in the rows and listed, of all rows.
fn reported(reading: &Reading, kind: ProblemKind) -> Seen {
    let found = || reading.problems.iter().filter(|problem| problem.kind == kind);
    Seen {
        count: found().map(|problem| problem.times as usize).sum(),
        of: reading.rows.present as usize,
        words: found().map(|problem| problem.found.clone()).collect(),
    }
}

/// The votes of each chamber that have less than half as many ballots as the one in the middle, where nearly all have as many as
/// that: `12: 151 < 349`.
fn sizes(votes: &[RollCall<'_>], name: impl Fn(RollCall<'_>) -> String) -> Seen {
    const FEWEST_VOTES: usize = 20;
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    // In the order of the file.
    let mut of_chambers: Vec<Vec<RollCall<'_>>> = Vec::new();
    for vote in votes {
        let place = *places.entry(vote.info().chamber.as_deref()).or_insert(of_chambers.len());
        if place == of_chambers.len() {
            of_chambers.push(Vec::new());
        }
        of_chambers[place].push(*vote);
    }
    let mut seen = Seen::default();
    for votes in of_chambers.iter().filter(|votes| votes.len() >= FEWEST_VOTES) {
        let mut sizes: Vec<usize> = votes.iter().map(|vote| vote.votes().len()).collect();
        sizes.sort_unstable();
        let usual = sizes[sizes.len() / 2];
        let is_usual = |size: &&usize| size.abs_diff(usual) * 10 <= usual;
        if sizes.iter().filter(is_usual).count() * 20 < sizes.len() * 19 {
            continue;
        }
        seen.of += votes.len();
        let few = votes.iter().filter(|vote| vote.votes().len() * 2 < usual);
        seen.words.extend(few.map(|&vote| format!("{}{} < {usual}", name(vote), vote.votes().len())));
    }
    seen.count = seen.words.len();
    seen
}

/// True for one ballot whose row states how many voted: the row is a vote of a list, and its word is no ballot.
pub(in crate::read) fn is_row_of_list(reading: &Reading) -> bool {
    let states = |role| reading.mapping.column(role).is_some();
    let has_one = reading.roll_call().is_some_and(|vote| vote.votes().len() == 1);
    let is_only = reading.archive.num_roll_calls() == 1;
    is_only && has_one && states(Role::DeclaredFor) && states(Role::DeclaredAgainst)
}

/// `119–24 ≠ 118–24`: what the source declares, and what its rows give.
fn totals_differ(vote: RollCall<'_>) -> Option<String> {
    let tally = vote.tally();
    let (in_favour, against) = vote.headline(&tally);
    let shown = |a: Votes, b: Votes| format!("{a}–{b}");
    let counted = shown(tally.votes(Position::For), tally.votes(Position::Against));
    let differs = Agreement::between(vote.info().declared.as_ref(), &tally) == Agreement::No;
    differs.then(|| format!("{} ≠ {counted}", shown(in_favour, against)))
}

/// `Rejected ≠ 119–24, adopted (majority)`: the stated result, and what the count gives under which rule.
fn outcome_differs(vote: RollCall<'_>) -> Option<String> {
    let tally = vote.tally();
    let judgement = Judgement::of(vote, &tally, None);
    let (stated, counted) = (vote.info().stated.as_ref()?, judgement.counted?);
    let (in_favour, against) = vote.headline(&tally);
    let (verdict, rule) = (counted.verdict.key(), counted.rule);
    (judgement.agrees == Some(false))
        .then(|| format!("{} ≠ {in_favour}–{against}, {verdict} ({rule})", stated.text))
}

/// `100 < 143`: the seats that the source states, and the members that it lists.
fn too_few_seats(vote: RollCall<'_>) -> Option<String> {
    let members = vote.tally().num_seats();
    let seats = vote.info().seats?;
    (seats < members).then(|| format!("{seats} < {members}"))
}

//! Which anchors of a document are read, and together with which others.
//!
//! Goes in: a tree. Comes out: a [`Choice`]: votes with their members below them, the best first, and the anchors
//! that a table may be made of. Anchors below one vote that name the same members compete, and one is read; those
//! that name others add up. Must not know: archives.

use hashbrown::{HashMap, HashSet};

use super::anchor::Anchor;
use super::candidate::{Candidate, Refused};
use super::cells::{Ballot, Paths, Source};
use super::grouping::Common;
use super::links;
use super::node::Node;
use super::schema::Schema;
use super::subject;
use crate::read::mapping::Mapping;

/// What a document may be read as.
#[derive(Debug, Default)]
pub(super) struct Choice<'n, 'a> {
    /// Votes with members below them, the best first; the others name other members of the same votes.
    pub(super) nested: Vec<Candidate<'n, 'a>>,
    /// The best has words for and against, and a member has one ballot in a vote.
    pub(super) is_certain: bool,
    /// Rows with votes beside one another, or with members above their votes.
    pub(super) tables: Vec<Anchor<'n, 'a>>,
    /// Items with sides of a vote, and nobody on any of them.
    pub(super) void: Option<Anchor<'n, 'a>>,
    /// Rows have words of a vote, and nothing says whose they are.
    pub(super) has_history: bool,
}

/// Chooses.
pub(super) fn choose<'n, 'a>(schema: &Schema, root: &'n Node<'a>, given: Option<&Mapping>) -> Choice<'n, 'a> {
    if let Some(anchor) = links::graph(schema, root)
        && let Ok(graph) = Candidate::with(schema, &anchor, Source::Link, given)
    {
        return Choice { nested: vec![graph], is_certain: true, ..Choice::default() };
    }
    let places = (0..schema.places.len()).filter(|&place| schema.places[place].repeats);
    let all: Vec<Anchor<'n, 'a>> = places.map(|place| Anchor::at(schema, place, root)).collect();
    let mut choice = Choice::default();
    let (mut candidates, mut refused) = (Vec::new(), Vec::new());
    for anchor in all.iter().filter(|anchor| !anchor.rows().is_empty()) {
        match Candidate::of(schema, anchor, given) {
            Ok(candidate) => candidates.push(candidate),
            Err(reason) => {
                choice.has_history |= reason == Refused::NoMembers && anchor.rows().len() > 1;
                refused.push((anchor, reason));
            }
        }
    }
    // Rows that name their vote stand below it.
    if candidates.iter().all(|candidate| !candidate.evidence.has_sides) {
        let of_rows = refused.iter().filter(|(_, reason)| *reason != Refused::NoWords);
        let linked = of_rows.filter_map(|(anchor, _)| links::below_votes(schema, anchor, &all));
        candidates.extend(linked.filter_map(|anchor| Candidate::of(schema, &anchor, given).ok()));
    }
    let tables = refused.into_iter().filter(|(anchor, reason)| may_be_table(schema, anchor, *reason));
    choice.tables = tables.map(|(anchor, _)| anchor.clone()).collect();
    if let Some(best) = best_of(&candidates) {
        let evidence = candidates[best].evidence;
        choice.is_certain = evidence.keeps_law && evidence.has_sides;
        choice.nested = together(schema, candidates, best);
    }
    choice.void = all.into_iter().find(|anchor| is_void(schema, anchor));
    choice
}

/// True for rows that a table may be made of: those of a matrix, those with votes beside one another, and those
/// whose members stand above them.
fn may_be_table(schema: &Schema, anchor: &Anchor<'_, '_>, reason: Refused) -> bool {
    let bottom = anchor.bottom();
    match reason {
        Refused::NotNested => true,
        Refused::NoMembers => (1..=bottom).any(|level| {
            let subject = subject::of(schema, anchor, level);
            let is_named_above = anchor.levels[level].items.iter().all(|item| item.key.is_some());
            subject.are_members() || (is_named_above && subject.votes > 0)
        }),
        Refused::NoWords => {
            let place = anchor.levels[bottom].place;
            schema.places[place]
                .below
                .iter()
                .any(|&below| schema.places[below].keys().is_some_and(|keys| keys.common == Common::Words))
        }
    }
}

/// Sides of a vote, each without anybody.
fn is_void(schema: &Schema, anchor: &Anchor<'_, '_>) -> bool {
    let level = &anchor.levels[anchor.bottom()];
    schema.places[level.place].keys().is_some_and(super::grouping::Keys::are_sides)
}

/// The candidate with the most evidence; of those with the same, the one with more rows, and the first.
fn best_of(candidates: &[Candidate<'_, '_>]) -> Option<usize> {
    let weight = |number: &usize| {
        let candidate = &candidates[*number];
        (candidate.evidence, candidate.anchor.rows().len(), std::cmp::Reverse(candidate.anchor.levels.len()))
    };
    // Who was absent is no vote by itself.
    let is_vote = |number: &usize| {
        let candidate = &candidates[*number];
        candidate.evidence.has_sides || !matches!(candidate.source, Source::Name(..))
    };
    (0..candidates.len()).rev().filter(is_vote).max_by_key(weight)
}

/// The best, and those that name other members of the same votes.
fn together<'n, 'a>(
    schema: &Schema,
    mut candidates: Vec<Candidate<'n, 'a>>,
    best: usize,
) -> Vec<Candidate<'n, 'a>> {
    let mut found = vec![candidates.swap_remove(best)];
    let of_votes = |candidate: &Candidate<'_, '_>| candidate.anchor.levels[candidate.votes].place;
    candidates.retain(|candidate| {
        candidate.votes == found[0].votes
            && of_votes(candidate) == of_votes(&found[0])
            && candidate.evidence.words > 0
            && candidate.evidence.keeps_law
    });
    candidates
        .sort_by_key(|candidate| std::cmp::Reverse((candidate.evidence, candidate.anchor.rows().len())));
    if candidates.is_empty() {
        return found;
    }
    let mut seen: HashSet<(u32, String)> = voters(schema, &found[0]).into_iter().collect();
    for candidate in candidates {
        let others = voters(schema, &candidate);
        let again = others.iter().filter(|voter| seen.contains(*voter)).count();
        let are_named_alike = candidate.names_like(&found[0]);
        if again * 50 <= others.len() && are_named_alike && !others.is_empty() {
            seen.extend(others);
            found.push(candidate);
        }
    }
    found
}

/// Everybody in every vote.
fn voters(schema: &Schema, candidate: &Candidate<'_, '_>) -> Vec<(u32, String)> {
    let mut paths: Paths = candidate.paths.clone();
    let layout = candidate.layout(schema);
    let mut who = |row: usize| {
        let ballot: Ballot = layout.ballot(&candidate.anchor, row, &mut paths);
        (candidate.vote_of[row], candidate.who(&ballot))
    };
    let rows = (0..candidate.vote_of.len()).filter(|&row| !candidate.competing[row]);
    rows.map(&mut who).filter(|(_, who)| !who.is_empty()).collect()
}

/// Several candidates of the same votes as one set of rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) paths: Paths,
    pub(super) ballots: Vec<Ballot>,
    /// The vote of each.
    pub(super) vote_of: Vec<u32>,
    /// How many rows were not read, because they say something else of the same members.
    pub(super) num_competing: usize,
}

impl Rows {
    /// The rows of all candidates, vote by vote in the order of each candidate.
    pub(super) fn of(schema: &Schema, candidates: &[Candidate<'_, '_>]) -> Self {
        let mut rows = Self { paths: candidates[0].paths.clone(), ..Self::default() };
        let are_several = candidates.len() > 1;
        for candidate in candidates {
            let mut own = candidate.paths.clone();
            let layout = candidate.layout(schema);
            let mut columns: HashMap<u32, Option<u32>> = HashMap::new();
            for row in 0..candidate.vote_of.len() {
                if candidate.competing[row] {
                    rows.num_competing += 1;
                    continue;
                }
                let mut ballot = layout.ballot(&candidate.anchor, row, &mut own);
                if are_several {
                    ballot.word = Some(candidate.word(&ballot).to_owned());
                }
                let paths = &mut rows.paths;
                let first = &candidates[0].roles;
                // What is the same of a member stands in one column, whatever each list calls it.
                let mut column_of = |column: usize| {
                    let role = candidate.roles.by_column.get(column).copied().flatten();
                    let same = role.and_then(|role| first.column(role)).map(|column| column as u32);
                    same.or_else(|| paths.number(&own.names[column]))
                };
                ballot.cells.retain_mut(|(column, _)| {
                    let known = columns.entry(*column).or_insert_with(|| column_of(*column as usize));
                    *column = known.unwrap_or_default();
                    known.is_some()
                });
                rows.ballots.push(ballot);
                rows.vote_of.push(candidate.vote_of[row]);
            }
        }
        rows
    }
}

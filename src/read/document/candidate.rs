//! One way to read an anchor as votes, and what speaks for it.
//!
//! Goes in: an [`Anchor`] and where the words of the vote may stand. Comes out: a [`Candidate`], the rows with a
//! vote above each, held to the law that a member has one ballot in a vote.
//! Must not know: other candidates.

use hashbrown::{HashMap, HashSet};

use super::anchor::Anchor;
use super::cells::{Ballot, LINK, Layout, Paths, Source};
use super::node::Node;
use super::roles::Roles;
use super::schema::Schema;
use super::sources::sources;
use super::subject::{self, Subject};
use super::words::key_position;
use crate::model::Position;
use crate::read::mapping::{Mapping, Role};
use crate::read::rows::meaning::Meaning;
use crate::read::vocabulary;

/// How far a candidate can be believed, the better the greater; compared field by field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Evidence {
    /// Somebody voted for or against.
    pub(super) has_sides: bool,
    /// No member stands twice in a vote.
    pub(super) keeps_law: bool,
    /// The file's own totals fit. That they do not says nothing: they may count others.
    pub(super) fits_totals: bool,
    /// Members are known by a header or as what is left beside words (2), by recurring in many votes (1).
    pub(super) members: u8,
    /// Words for (2), against (2), and none unknown (1); 0 where no word is known.
    pub(super) words: u8,
    /// In powers of four.
    pub(super) rows: u32,
    /// The header says vote.
    pub(super) header: u8,
}

/// One way to read an anchor.
#[derive(Debug)]
pub(super) struct Candidate<'n, 'a> {
    pub(super) anchor: Anchor<'n, 'a>,
    /// The level whose items are votes.
    pub(super) votes: usize,
    pub(super) source: Source,
    pub(super) is_named_by_key: bool,
    pub(super) paths: Paths,
    pub(super) roles: Roles,
    /// What each word means that stands in a key.
    pub(super) keys: HashMap<String, Position>,
    /// The vote of each row.
    pub(super) vote_of: Vec<u32>,
    /// Rows that say something else of the same members: attendance, sponsors.
    pub(super) competing: Vec<bool>,
    pub(super) evidence: Evidence,
}

/// Why an anchor cannot be read as votes whose members stand below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It has no words of a vote.
    NoWords,
    /// It has, and nobody whose they are.
    NoMembers,
    /// Members stand above their votes, or votes beside one another.
    NotNested,
}

/// So many rows are looked at to choose. Fewer, at a fixed stride, miss whole votes where every member has a row in each.
const SAMPLE: usize = 20_000;
/// So many rows are held to the law.
const MOST_ROWS: usize = 200_000;

impl<'n, 'a> Candidate<'n, 'a> {
    /// The candidates of an anchor, or why there are none.
    pub(super) fn of(
        schema: &Schema,
        anchor: &Anchor<'n, 'a>,
        given: Option<&Mapping>,
    ) -> Result<Self, Refused> {
        let mut best: Result<Self, Refused> = Err(Refused::NoWords);
        for source in sources(schema, anchor) {
            let found = Self::with(schema, anchor, source, given);
            best = match (best, found) {
                (Ok(known), Ok(found)) if found.evidence > known.evidence => Ok(found),
                (Ok(known), _) => Ok(known),
                (Err(_), Ok(found)) => Ok(found),
                (Err(known), Err(found)) => Err(if found == Refused::NoWords { known } else { found }),
            };
        }
        best
    }

    /// The candidate whose words stand there.
    pub(super) fn with(
        schema: &Schema,
        anchor: &Anchor<'n, 'a>,
        source: Source,
        given: Option<&Mapping>,
    ) -> Result<Self, Refused> {
        let bottom = anchor.bottom();
        let votes = vote_level(schema, anchor, source.level(bottom));
        let mut candidate = Self {
            anchor: anchor.clone(),
            votes,
            source,
            is_named_by_key: is_named_by_key(schema, anchor, votes),
            paths: Paths::default(),
            roles: Roles::default(),
            keys: HashMap::new(),
            vote_of: Vec::new(),
            competing: Vec::new(),
            evidence: Evidence::default(),
        };
        candidate.take_keys(schema);
        candidate.weigh(schema, given)?;
        Ok(candidate)
    }

    /// How rows become ballots.
    pub(super) fn layout<'s>(&'s self, schema: &'s Schema) -> Layout<'s> {
        Layout { schema, votes: self.votes, source: &self.source, is_named_by_key: self.is_named_by_key }
    }

    /// What a word means that the vocabularies do not have, because it is part of a key or a sign.
    pub(super) fn position_of_key(&self, word: &str) -> Option<Position> {
        self.keys.get(word).copied().or_else(|| key_position(word)).or(match self.source {
            Source::Link if word == LINK => Some(Position::For),
            _ => None,
        })
    }

    fn take_keys(&mut self, schema: &Schema) {
        let Source::Key(level) = self.source else { return };
        let Some(keys) = schema.places[self.anchor.levels[level].place].keys() else { return };
        let known = keys.names().filter_map(|key| Some((key.clone(), keys.position(key)?)));
        self.keys.extend(known);
    }

    fn weigh(&mut self, schema: &Schema, given: Option<&Mapping>) -> Result<(), Refused> {
        let num_rows = self.anchor.rows().len();
        self.number_votes();
        let largest = self.rows_of_largest_vote();
        let step = largest.len().div_ceil(SAMPLE).max(1);
        let mut paths = Paths::default();
        let layout = self.layout(schema);
        let sample: Vec<Ballot> =
            largest.iter().step_by(step).map(|&row| layout.ballot(&self.anchor, row, &mut paths)).collect();
        let roles = Roles::choose(&paths, &sample, given);
        let is_columned = self.source == Source::Column;
        if is_columned && roles.position.is_none() {
            return Err(Refused::NoWords);
        }
        (self.paths, self.roles) = (paths, roles);
        let rows: Vec<usize> = (0..num_rows.min(MOST_ROWS)).collect();
        let mut paths = std::mem::take(&mut self.paths);
        let layout = self.layout(schema);
        let ballots: Vec<Ballot> =
            rows.iter().map(|&row| layout.ballot(&self.anchor, row, &mut paths)).collect();
        self.paths = paths;
        self.roles.by_column.resize(self.paths.names.len(), None);
        let members = self.weigh_members(schema, &ballots)?;
        self.set_empty_sides_aside(&ballots);
        self.set_competing_aside(schema, &ballots, given);
        if self.merges_groups(schema, &ballots) {
            self.votes -= 1;
            self.is_named_by_key = is_named_by_key(schema, &self.anchor, self.votes);
            self.competing.clear();
            return self.weigh(schema, given);
        }
        let (doubles, counted) = self.doubles(&ballots);
        let is_long = self.votes == 0 && is_columned && self.roles.parts_votes;
        if doubles * 10 > counted * 4 || is_long || (is_columned && self.holds_votes(schema, &ballots)) {
            return Err(Refused::NotNested);
        }
        let (words, sides) = self.weigh_words(&ballots, given);
        self.evidence = Evidence {
            has_sides: words >= 2,
            keeps_law: doubles * 50 <= counted,
            fits_totals: self.fits_totals(&sides),
            members,
            words,
            rows: (counted.max(1) as u32).ilog2() / 2,
            header: self.weigh_header(schema),
        };
        Ok(())
    }

    fn number_votes(&mut self) {
        let bottom = self.anchor.bottom();
        let vote = |row: usize| self.anchor.above(bottom, row, self.votes) as u32;
        self.vote_of = (0..self.anchor.rows().len()).map(vote).collect();
        self.competing.resize(self.vote_of.len(), false);
    }

    fn rows_of_largest_vote(&self) -> Vec<usize> {
        let mut counts: Vec<usize> = vec![0; self.anchor.levels[self.votes].items.len()];
        for &vote in &self.vote_of {
            counts[vote as usize] += 1;
        }
        // The first of those that are as large.
        let largest = counts.iter().enumerate().rev().max_by_key(|(_, count)| **count).map_or(0, |(n, _)| n);
        (0..self.vote_of.len()).filter(|&row| self.vote_of[row] as usize == largest).collect()
    }

    /// A side that holds nobody is no member.
    fn set_empty_sides_aside(&mut self, ballots: &[Ballot]) {
        if self.source != Source::Key(self.anchor.bottom()) {
            return;
        }
        for (row, ballot) in ballots.iter().enumerate() {
            let is_side = matches!(self.anchor.rows()[row].node, Node::Object(_));
            self.competing[row] |= is_side && self.who(ballot).is_empty();
        }
    }

    /// Lists beside those of the vote that say something else of the same members are not read: `sponsors`
    /// beside `yes` and `no`.
    fn set_competing_aside(&mut self, schema: &Schema, ballots: &[Ballot], given: Option<&Mapping>) {
        for level in self.votes + 1..=self.anchor.bottom() {
            let is_keyed = schema.places[self.anchor.levels[level].place].keys().is_some();
            if !is_keyed
                || (level == self.anchor.bottom() && (self.is_named_by_key || self.source == Source::Text))
            {
                continue;
            }
            self.compare_keys(level, ballots, given);
        }
    }

    fn compare_keys(&mut self, level: usize, ballots: &[Ballot], given: Option<&Mapping>) {
        let bottom = self.anchor.bottom();
        let mut order: Vec<&str> = Vec::new();
        let mut rows_of: HashMap<&str, Vec<usize>> = HashMap::new();
        for row in 0..ballots.len() {
            let item = &self.anchor.levels[level].items[self.anchor.above(bottom, row, level)];
            let Some(key) = item.key else { continue };
            rows_of.entry(key).or_insert_with(|| {
                order.push(key);
                Vec::new()
            });
            rows_of.entry(key).or_default().push(row);
        }
        // Those with words of the vote first, and of them those with most rows.
        let weight = |key: &&str| {
            let rows = &rows_of[*key];
            let is_word = |row: &&usize| {
                let word = self.word(&ballots[**row]);
                let position = self.position(word, given);
                matches!(position, Some(Position::For | Position::Against))
            };
            let sides = rows.iter().filter(is_word).count();
            (std::cmp::Reverse(sides), std::cmp::Reverse(rows.len()))
        };
        let mut ranked = order.clone();
        ranked.sort_by_key(weight);
        let mut seen: HashSet<(u32, String)> = HashSet::new();
        let mut competing = Vec::new();
        for key in ranked {
            let rows = &rows_of[key];
            let who: Vec<(u32, String)> =
                rows.iter().map(|&row| (self.vote_of[row], self.who(&ballots[row]))).collect();
            let again = who.iter().filter(|who| !who.1.is_empty() && seen.contains(*who)).count();
            if again * 2 > who.len() {
                competing.extend(rows.iter().copied());
            } else {
                seen.extend(who);
            }
        }
        for row in competing {
            self.competing[row] = true;
        }
    }

    /// Items that say nothing of a vote and share no member are groups of one vote, and not votes.
    fn merges_groups(&self, schema: &Schema, ballots: &[Ballot]) -> bool {
        let items = &self.anchor.levels[self.votes].items;
        if self.votes == 0 || items.len() < 2 || self.anchor.named_votes.is_some() {
            return false;
        }
        let Subject { votes, is_named, .. } = subject::of(schema, &self.anchor, self.votes);
        if votes > 0 || !is_named {
            return false;
        }
        let bottom = self.anchor.bottom();
        let mut seen: HashSet<(usize, String)> = HashSet::new();
        ballots.iter().enumerate().filter(|(row, _)| !self.competing[*row]).all(|(row, ballot)| {
            let who = self.who(ballot);
            who.is_empty() || seen.insert((self.anchor.above(bottom, row, self.votes - 1), who))
        })
    }

    /// How many rows are of a member who has one in that vote before, and how many rows there are.
    fn doubles(&self, ballots: &[Ballot]) -> (usize, usize) {
        let mut seen: HashSet<(u32, String)> = HashSet::new();
        let (mut doubles, mut counted) = (0, 0);
        for (row, ballot) in ballots.iter().enumerate().filter(|(row, _)| !self.competing[*row]) {
            let who = self.who(ballot);
            counted += 1;
            doubles += usize::from(!who.is_empty() && !seen.insert((self.vote_of[row], who)));
        }
        (doubles, counted)
    }

    /// Who cast a ballot: the identifier, else what is known of the name, and the party where that is all.
    pub(super) fn who(&self, ballot: &Ballot) -> String {
        let text =
            |role: Role| self.roles.column(role).and_then(|column| ballot.cell(column)).unwrap_or_default();
        let id = text(Role::Id);
        if !id.is_empty() {
            return id.to_owned();
        }
        let parts = [Role::Name, Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName];
        let name = parts.map(text).join(" ").trim().to_owned();
        if name.is_empty() { text(Role::Constituency).to_owned() } else { name }
    }

    /// True where members are known by the same as those of another candidate.
    pub(super) fn names_like(&self, other: &Self) -> bool {
        let by_id = |candidate: &Self| candidate.roles.column(Role::Id).is_some();
        by_id(self) == by_id(other)
    }

    /// The word of a ballot.
    pub(super) fn word<'b>(&self, ballot: &'b Ballot) -> &'b str {
        let own = ballot.word.as_deref();
        own.or_else(|| ballot.cell(self.roles.position?)).unwrap_or_default()
    }

    fn position(&self, word: &str, given: Option<&Mapping>) -> Option<Position> {
        let chosen = given.and_then(|given| given.chosen_position(word));
        chosen.or_else(|| vocabulary::position(word)).or_else(|| self.position_of_key(word))
    }

    /// What the words of all the votes mean.
    pub(super) fn meaning(&self, words: &HashMap<String, usize>, given: Option<&Mapping>) -> Meaning {
        Meaning::with(words, None, given, true, |word| self.position_of_key(word))
    }
}

/// The level whose items are votes: the nearest above the rows and their words that is no group.
fn vote_level(schema: &Schema, anchor: &Anchor<'_, '_>, below: usize) -> usize {
    if let Some(level) = anchor.named_votes.filter(|&level| level < below) {
        return level;
    }
    (0..below).rev().find(|&level| level == 0 || !subject::of(schema, anchor, level).is_group).unwrap_or(0)
}

/// True where each row of a vote stands under a key of its own.
fn is_named_by_key(schema: &Schema, anchor: &Anchor<'_, '_>, votes: usize) -> bool {
    let bottom = anchor.bottom();
    let Some(keys) = schema.places[anchor.levels[bottom].place].keys() else { return false };
    if keys.are_sides() {
        return false;
    }
    let mut seen: HashSet<(usize, &str)> = HashSet::new();
    anchor.rows().iter().enumerate().all(|(row, item)| {
        let vote = anchor.above(bottom, row, votes);
        item.key.is_some_and(|key| seen.insert((vote, key)))
    })
}

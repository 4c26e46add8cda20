//! What speaks for a candidate: how its members are known, its words, the file's own totals, its header.
//!
//! Goes in: a [`Candidate`] with its rows. Comes out: fields of its evidence, or why it is none. Must not know: other candidates.

use hashbrown::{HashMap, HashSet};

use super::candidate::{Candidate, Refused};
use super::cells::{Ballot, Source};
use super::facts;
use super::schema::Schema;
use super::subject::{self, last_key};
use super::words::{is_code, is_party, role};
use crate::model::Position;
use crate::read::mapping::{Mapping, Role};
use crate::read::table::profile::is_number;
use crate::read::vocabulary::{self, Match};

impl Candidate<'_, '_> {
    /// How members are known.
    pub(super) fn weigh_members(&mut self, schema: &Schema, ballots: &[Ballot]) -> Result<u8, Refused> {
        let bottom = self.anchor.bottom();
        let name = schema.name(self.anchor.levels[bottom].place);
        let is_columned = self.source == Source::Column;
        let is_list_of_parties = is_columned && is_party(name) && !self.roles.names_persons();
        let has_plain_rows = self.anchor.rows().iter().all(|item| item.node.is_plain());
        match self.source {
            Source::Link => return Ok(2),
            Source::Text => return self.weigh_keys(schema),
            Source::Key(_) | Source::Cell(..) | Source::Name(..) if has_plain_rows => return Ok(2),
            _ if self.roles.is_named && !is_list_of_parties => return Ok(2),
            _ if is_list_of_parties => return Err(Refused::NoMembers),
            _ => {}
        }
        if let Some(column) = self.recurring_column(ballots) {
            self.roles.by_column[column] = Some(Role::Id);
            return Ok(1);
        }
        let has_name = self.roles.column(Role::Name).is_some();
        if has_name && !self.roles.parts_votes { Ok(1) } else { Err(Refused::NoMembers) }
    }

    /// Keys over words name members, unless the items that hold them are members, and the keys their votes.
    fn weigh_keys(&self, schema: &Schema) -> Result<u8, Refused> {
        let above = self.anchor.bottom() - 1;
        let holders = subject::of(schema, &self.anchor, above);
        if holders.are_members() {
            return Err(Refused::NotNested);
        }
        let keys: HashSet<&str> = self.anchor.rows().iter().filter_map(|item| item.key).collect();
        // `{"outcome": "PASS", "ayes": 7, "noes": 0}` says what became of a vote.
        let says_of_vote = |key: &&&str| role(key).is_some() || vocabulary::counted_position(key).is_some();
        let num_headers = keys.iter().filter(says_of_vote).count();
        let are_numbers = keys.iter().all(|key| is_day_or_number(key));
        // `{"Ann": {"2024-01-01": "yes"}}`: days are not members.
        if are_numbers && holders.votes == 0 && holders.is_named {
            return Err(Refused::NotNested);
        }
        if num_headers * 2 > keys.len() { Err(Refused::NoMembers) } else { Ok(2) }
    }

    /// A column in which each row of a vote has a text of its own, and votes have the same.
    fn recurring_column(&self, ballots: &[Ballot]) -> Option<usize> {
        const FEWEST_VOTES: usize = 2;
        let num_votes = self.anchor.levels[self.votes].items.len();
        if num_votes < FEWEST_VOTES {
            return None;
        }
        // A number beside words of which each vote has each once counts them: `{"option": "yes", "value": 7}`.
        let mut words: HashSet<(u32, &str)> = HashSet::new();
        let pairs = ballots.iter().zip(&self.vote_of).map(|(ballot, vote)| (*vote, self.word(ballot)));
        let words_stand_once = pairs.filter(|pair| words.insert(*pair)).count() == ballots.len();
        let recurs = |column: usize| {
            let mut in_vote: HashSet<(u32, &str)> = HashSet::new();
            let mut texts: HashSet<&str> = HashSet::new();
            let mut filled = 0;
            for (ballot, vote) in ballots.iter().zip(&self.vote_of) {
                let Some(text) = ballot.cell(column) else { continue };
                filled += 1;
                in_vote.insert((*vote, text));
                texts.insert(text);
            }
            let path = &self.paths.names[column];
            if matches!(role(last_key(path)), Some(Role::VoteId | Role::VoteTitle | Role::VoteDate)) {
                return false;
            }
            let is_headed =
                vocabulary::says_number(path) || matches!(role(path), Some(Role::Name | Role::Id));
            let are_counts = words_stand_once && texts.iter().all(|text| is_number(text)) && !is_headed;
            let is_own = !are_counts && in_vote.len() * 50 >= filled * 49 && filled * 10 >= ballots.len() * 9;
            is_own && texts.len() * 3 <= filled * 2
        };
        (0..self.roles.by_column.len())
            .find(|&column| self.roles.by_column[column].is_none() && recurs(column))
    }

    /// How surely the words are about a vote, and the votes for, against and abstaining that they come to in each.
    pub(super) fn weigh_words(&self, ballots: &[Ballot], given: Option<&Mapping>) -> (u8, Vec<[u64; 3]>) {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for ballot in ballots {
            *counts.entry(self.word(ballot).to_owned()).or_default() += 1;
        }
        counts.remove("");
        let meaning = self.meaning(&counts, given);
        let mut sides = vec![[0; 3]; self.anchor.levels[self.votes].items.len()];
        let (mut known, mut unknown) = (false, false);
        for (row, ballot) in ballots.iter().enumerate().filter(|(row, _)| !self.competing[*row]) {
            let position = meaning.position(self.word(ballot)).0;
            let side =
                [Position::For, Position::Against, Position::Abstain].iter().position(|p| *p == position);
            if let Some(side) = side {
                sides[self.vote_of[row] as usize][side] += 1;
            }
            known |= position != Position::Unknown;
            unknown |= position == Position::Unknown;
        }
        let has = |side: usize| sides.iter().any(|of_vote| of_vote[side] > 0);
        let words = 2 * (u8::from(has(0)) + u8::from(has(1))) + u8::from(known && !unknown);
        (words, sides)
    }

    /// True where each row of an item names another vote, and other items the same votes: the items are members, and their
    /// votes stand below them.
    pub(super) fn holds_votes(&self, schema: &Schema, ballots: &[Ballot]) -> bool {
        let items = self.anchor.levels[self.votes].items.len();
        let names = [Role::Name, Role::FirstName, Role::LastName];
        if items < 2 || names.into_iter().any(|role| self.roles.column(role).is_some()) {
            return false;
        }
        let above = subject::of(schema, &self.anchor, self.votes);
        let parts = |column: usize| {
            let mut in_item: HashSet<(u32, &str)> = HashSet::new();
            let mut texts: HashSet<&str> = HashSet::new();
            let mut filled = 0;
            for (ballot, item) in ballots.iter().zip(&self.vote_of) {
                let Some(text) = ballot.cell(column) else { continue };
                filled += 1;
                in_item.insert((*item, text));
                texts.insert(text);
            }
            let stands_once = in_item.len() * 50 >= filled * 49 && filled * 10 >= ballots.len() * 9;
            stands_once && texts.len() > 1 && texts.len() * 2 <= filled && filled > items
        };
        (0..self.paths.names.len()).any(|column| {
            match vocabulary::role(last_key(&self.paths.names[column])) {
                Some((Role::VoteId, _) | (Role::VoteDate, Match::Whole)) => parts(column),
                // `title` may be that of a member.
                Some((Role::VoteTitle, _)) => above.are_members() && parts(column),
                _ => false,
            }
        })
    }

    /// True where most votes that declare a result have it counted.
    pub(super) fn fits_totals(&self, sides: &[[u64; 3]]) -> bool {
        const SAMPLE: usize = 200;
        let items = &self.anchor.levels[self.votes].items;
        let (mut fit, mut differ) = (0, 0);
        for (item, counted) in items.iter().zip(sides).take(SAMPLE) {
            let Some(declared) = facts::declared(&facts::facts(item.node)) else { continue };
            let is_empty = counted[0] + counted[1] == 0;
            let fits = declared.in_favour.floor() == counted[0] && declared.against.floor() == counted[1];
            fit += usize::from(fits && !is_empty);
            differ += usize::from(!fits || is_empty);
        }
        fit > 0 && fit >= differ
    }

    /// Whether the header of the words says vote.
    pub(super) fn weigh_header(&self, schema: &Schema) -> u8 {
        let of = |name: &str| match vocabulary::role(name) {
            Some((Role::Position, Match::Whole)) => 2,
            Some((Role::Position, Match::Part)) | None => 1,
            Some(_) => 0,
        };
        match &self.source {
            Source::Column => self.roles.position.map_or(0, |column| of(&self.paths.names[column])),
            Source::Key(_) | Source::Link | Source::Name(..) => 2,
            Source::Cell(_, path) => of(path),
            Source::Text => of(schema.name(self.anchor.levels[self.anchor.bottom()].place)),
        }
    }
}

/// True for a key of digits and what stands between the numbers of a day.
fn is_day_or_number(key: &str) -> bool {
    is_code(key) && key.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | ':' | ' ' | 'T'))
}

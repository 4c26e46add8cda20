//! What the items of a level are: votes, members, or groups of members inside a vote.
//!
//! Goes in: a level of an [`Anchor`]. Comes out: how much speaks for the one and the other, by the headers of its
//! cells, its name, and its keys. Must not know: ballots.

use super::anchor::Anchor;
use super::schema::Schema;
use super::words::{is_code, is_count, is_party, key_position, role};
use crate::read::mapping::Role;
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Field, Match};

/// What speaks for votes, and what for members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) votes: u32,
    pub(super) members: u32,
    /// Named like a party, or by nothing that tells one vote from another.
    pub(super) is_group: bool,
    /// Each item has a name that is no number.
    pub(super) is_named: bool,
}

/// So many items are looked at.
const SAMPLE: usize = 20;

/// Names of lists of members.
const MEMBERS: [&str; 12] = [
    "person",
    "people",
    "member",
    "mp",
    "mep",
    "deputy",
    "deputies",
    "depute",
    "acteur",
    "councillor",
    "senator",
    "voter",
];

/// Names of lists of votes.
const VOTES: [&str; 12] = [
    "vote",
    "division",
    "rollcall",
    "roll call",
    "scrutin",
    "vote event",
    "voting",
    "motion",
    "votation",
    "decision",
    "votering",
    "voteringer",
];

/// What the items of a level are.
pub(super) fn of(schema: &Schema, anchor: &Anchor<'_, '_>, level: usize) -> Subject {
    let place = anchor.levels[level].place;
    let name = schema.name(place);
    let items = &anchor.levels[level].items;
    let mut paths: Vec<String> = Vec::new();
    let mut num_named = 0;
    let sample: Vec<_> = items.iter().step_by(items.len().div_ceil(SAMPLE).max(1)).collect();
    for item in &sample {
        let mut is_named = item.key.is_some_and(|key| !is_code(key));
        anchor.cells(schema, level, item, &mut |path, text| {
            let is_near = path.bytes().filter(|byte| *byte == b'.').count() <= 1;
            if is_near && !text.is_empty() && !paths.iter().any(|known| known == path) {
                paths.push(path.to_owned());
            }
            is_named |= matches!(role(last_key(path)), Some(Role::Name)) && !is_code(&text);
        });
        num_named += usize::from(is_named);
    }
    let mut subject = Subject { is_named: num_named == sample.len(), ..Subject::default() };
    let singular = vocabulary_word(name);
    subject.votes += 2 * u32::from(VOTES.contains(&singular.as_str()));
    subject.members += 2 * u32::from(MEMBERS.contains(&singular.as_str()));
    let (mut has_day, mut has_id, mut has_party) = (false, false, false);
    for path in &paths {
        let key = last_key(path);
        has_day |= matches!(role(key), Some(Role::VoteDate | Role::VoteTitle));
        has_id |= matches!(role(key), Some(Role::Id | Role::VoteId));
        has_party |= matches!(role(key), Some(Role::Party | Role::PartyShort));
        let counted =
            if is_count(key) { last_key(path.trim_end_matches(key).trim_end_matches('.')) } else { key };
        subject.votes += u32::from(key_position(counted).is_some());
        subject.weigh(key);
    }
    has_id |= items.iter().all(|item| item.key.is_some());
    subject.is_group = !has_day && (is_party(name) || !has_id || has_party);
    subject
}

impl Subject {
    fn weigh(&mut self, key: &str) {
        match vocabulary::role(key) {
            Some((Role::VoteTitle | Role::VoteDate | Role::VoteId, Match::Whole)) => self.votes += 2,
            Some((Role::VoteTitle | Role::VoteDate | Role::VoteId | Role::Session | Role::Result, _)) => {
                self.votes += 1;
            }
            Some((Role::FirstName | Role::LastName, _) | (Role::Name, Match::Whole)) => self.members += 2,
            Some((Role::Name | Role::Party | Role::PartyShort | Role::Constituency | Role::Seat, _)) => {
                self.members += 1;
            }
            Some((Role::Id, Match::Whole)) if !matches!(key, "id" | "uid" | "_id") => self.members += 1,
            _ => {}
        }
        if matches!(vocabulary::label(key), Some(Field::Title | Field::Date)) {
            self.votes += 1;
        }
    }

    /// True where they are members rather than votes.
    pub(super) fn are_members(self) -> bool {
        self.members > self.votes
    }
}

/// The last key of a path.
pub(super) fn last_key(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// A name as it is called in the singular.
fn vocabulary_word(name: &str) -> String {
    let words = header_words(name).join(" ");
    words.strip_suffix('s').unwrap_or(&words).to_owned()
}

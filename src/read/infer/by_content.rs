//! Columns that no header names, by what stands in them: names, a party, a title, a number.
//!
//! Goes in: the [`Roles`] found by headers. Comes out: roles for what is left. Must not know: words for positions, how a place was
//! chosen.

use super::derive::{Level, Roles};
use super::heads::{Sure, look_like_members};
use super::keys::Keys;
use crate::model::VoteDate;
use crate::read::mapping::{Role, Shape};
use crate::read::table::profile::Profile;
use crate::read::vocabulary;

impl Roles<'_> {
    /// Without a header for them: the members' key is their name or number; the party is a column of few texts that many
    /// members share; days and long texts that the vote determines are its day and title.
    pub(super) fn take_by_content(&mut self) {
        if self.known.shape == Shape::Transposed {
            self.take_title_by_content();
            return;
        }
        self.take_member_keys();
        let names = [Role::Name, Role::LastName, Role::FirstName];
        if !names.into_iter().any(|role| self.has(role)) {
            self.take_name();
        }
        if !self.has(Role::Party) && !self.has(Role::PartyShort) {
            self.take_party();
        }
        self.take_title_by_content();
    }

    /// The columns that tell members apart and have no role yet: names, or numbers.
    fn take_member_keys(&mut self) {
        let Some(keys) = self.known.keys else { return };
        let is_told = !keys.votes.is_empty() || self.has_header();
        for &column in keys.members.iter().filter(|_| is_told) {
            if self.roles[column].is_some() {
                continue;
            }
            let is_name = look_like_members(&self.known.table.columns[column].texts) != Sure::No;
            let role = match keys.members.as_slice() {
                [first, _] if is_name && *first == column => Role::FirstName,
                [_, last] if is_name && *last == column => Role::LastName,
                _ if is_name => Role::Name,
                _ => Role::Id,
            };
            if !self.has(role) {
                self.roles[column] = Some(role);
            }
        }
        if !self.has_header() && !keys.votes.is_empty() {
            self.take_other_name(keys);
        }
    }

    /// Without a header, a second column of texts that members determine and that tells most of them apart is the other part
    /// of their name.
    fn take_other_name(&mut self, keys: &Keys) {
        let Some(name) = self.roles.iter().position(|role| *role == Some(Role::Name)) else { return };
        let is_other = |&column: &usize| {
            let cells = &self.known.table.columns[column];
            let has_letters =
                cells.texts.iter().all(|text| text.chars().any(char::is_alphabetic) && !text.contains("://"));
            let has_digit = cells.texts.iter().any(|text| text.contains(|c: char| c.is_ascii_digit()));
            let of_member =
                keys.of_members.determine(cells).is_known() && self.level(column) == Level::Member;
            self.roles[column].is_none()
                && has_letters
                && !has_digit
                && of_member
                && cells.distinct() * 2 > keys.of_members.count
        };
        if let Some(other) = (0..self.width()).find(is_other) {
            let (first, last) = (name.min(other), name.max(other));
            (self.roles[first], self.roles[last]) = (Some(Role::FirstName), Some(Role::LastName));
        }
        let is_number = |&column: &usize| {
            let cells = &self.known.table.columns[column];
            let of_member =
                keys.of_members.determine(cells).is_known() && cells.distinct() == keys.of_members.count;
            self.roles[column].is_none() && self.known.profiles[column].is_numeric() && of_member
        };
        if let (false, Some(number)) = (self.has(Role::Id), (0..self.width()).find(is_number)) {
            self.roles[number] = Some(Role::Id);
        }
    }

    fn take_name(&mut self) {
        let rows = self.known.table.rows;
        let best = (0..self.width())
            .filter(|&column| self.roles[column].is_none() && self.known.heads[column].role.is_none())
            .filter(|&column| {
                let profile = &self.known.profiles[column];
                let is_name = !profile.is_numeric() && !profile.are_links() && profile.position_words == 0;
                self.is_mostly_distinct(column) && is_name && profile.filled * 2 > rows
            })
            .max_by_key(|&column| {
                let profile = &self.known.profiles[column];
                (profile.spaced, profile.counts.len(), usize::MAX - column)
            });
        // A table of countries, cities or parties names its members by them.
        let by_role = |wanted: Role| {
            (0..self.width())
                .find(|&column| self.roles[column] == Some(wanted) && self.is_mostly_distinct(column))
        };
        if let Some(column) = best.or_else(|| by_role(Role::Constituency)) {
            self.roles[column] = Some(Role::Name);
        }
    }

    fn take_party(&mut self) {
        let is_shared = |profile: &Profile| {
            let distinct = profile.counts.len();
            let are_names =
                profile.counts.keys().all(|cell| cell.chars().count() > 1 && !cell.contains("://"));
            (2..=40).contains(&distinct)
                && distinct * 3 <= profile.filled
                && !profile.is_numeric()
                && profile.position_words == 0
                && are_names
        };
        let of_member = |column: usize| match self.known.keys {
            Some(keys) if !keys.votes.is_empty() => {
                let depends = keys.of_members.determine(&self.known.table.columns[column]);
                depends.exceptions * 5 <= depends.chances && self.level(column) == Level::Member
            }
            _ => true,
        };
        let found = (0..self.width())
            .filter(|&column| self.roles[column].is_none() && self.known.heads[column].role.is_none())
            .filter(|&column| self.known.heads[column].says == super::heads::Says::Nothing)
            .find(|&column| {
                let profile = &self.known.profiles[column];
                is_shared(profile) && profile.filled * 2 > self.known.table.rows && of_member(column)
            });
        if let Some(column) = found {
            self.roles[column] = Some(Role::Party);
        }
    }

    /// What the vote determines and no header names: the first column of days is its day, the first of long texts its title.
    fn take_title_by_content(&mut self) {
        let has_many = self.known.shape == Shape::Transposed
            || self.known.keys.is_some_and(|keys| !keys.votes.is_empty());
        let is_one = self.known.shape == Shape::OneVote;
        if !has_many && !is_one {
            return;
        }
        for column in 0..self.width() {
            let (profile, head) = (&self.known.profiles[column], &self.known.heads[column]);
            let is_free = self.roles[column].is_none() && head.role.is_none() && profile.filled > 0;
            let is_of_vote = if is_one {
                self.known.table.columns[column].is_constant()
            } else {
                self.level(column) == Level::Vote
            };
            if !is_free || !is_of_vote || profile.are_links() {
                continue;
            }
            let are_days =
                profile.counts.keys().all(|cell| matches!(VoteDate::from_text(cell), VoteDate::Day(_)));
            let first = profile.counts.keys().next().map_or("", String::as_str);
            let is_question = first.ends_with(['?', '？']);
            let is_text = profile.spaced * 2 > profile.filled && (!is_one || is_question);
            if are_days && !self.has(Role::VoteDate) && !self.has_header() {
                self.roles[column] = Some(Role::VoteDate);
            } else if is_text && !self.has(Role::VoteTitle) && (!self.has_header() || is_question) {
                self.roles[column] = Some(Role::VoteTitle);
            }
        }
        self.take_number_by_content();
    }

    /// Rows that are votes are numbered by a column of numbers without a header.
    fn take_number_by_content(&mut self) {
        if self.known.shape != Shape::Transposed || self.has(Role::VoteId) {
            return;
        }
        let is_labelled = |column: &usize| {
            let is_free = self.roles[*column].is_none() && self.known.profiles[*column].filled > 0;
            is_free && vocabulary::label(&self.known.heads[*column].text) == Some(vocabulary::Field::Id)
        };
        if let Some(column) = (0..self.width()).find(is_labelled) {
            self.roles[column] = Some(Role::VoteId);
            return;
        }
        let rows = self.known.table.rows;
        let found = (0..self.width()).find(|&column| {
            let profile = &self.known.profiles[column];
            let is_free = self.roles[column].is_none() && self.known.heads[column].role.is_none();
            let is_each = profile.counts.len() == rows && profile.filled == rows;
            is_free && is_each && !profile.are_links() && profile.spaced * 2 < rows.max(1)
        });
        if let Some(column) = found {
            self.roles[column] = Some(Role::VoteId);
        }
    }
}

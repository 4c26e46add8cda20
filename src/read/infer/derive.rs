//! What each column is that neither holds ballots nor tells them apart: derived, never searched.
//!
//! Goes in: where ballots stand and what tells them apart. Comes out: a role for each column that has one. What the vote
//! determines is of the vote; the header names what it is among what it can be; where no header helps, the cells do.
//! Must not know: words for positions, how a place was chosen.

use super::coded::{Coded, Groups};
use super::heads::Head;
use super::keys::Keys;
use super::place::Place;
use crate::model::{Position, Verdict};
use crate::read::mapping::{Role, Shape};
use crate::read::rows::row_rules::is_no;
use crate::read::table::profile::Profile;
use crate::read::vocabulary::majorities;
use crate::read::vocabulary::results;
use crate::read::vocabulary::{self, Match};

/// Roles that only one column can have.
const UNIQUE: [Role; 18] = [
    Role::Name,
    Role::MiddleName,
    Role::FirstName,
    Role::LastName,
    Role::SecondLastName,
    Role::Party,
    Role::PartyShort,
    Role::PartyColour,
    Role::Seat,
    Role::Id,
    Role::Weight,
    Role::Score,
    Role::CallOrder,
    Role::CallTime,
    Role::Proxy,
    Role::DeclaredFor,
    Role::DeclaredAgainst,
    Role::DeclaredAbstain,
];

/// What a column is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// The vote: it is the same in all of its rows.
    Vote,
    /// The member, or the ballot.
    Member,
    /// Either: one vote, and a column that says the same throughout.
    Either,
}

/// What is known of a table before its columns have roles.
pub(super) struct Known<'a> {
    pub(super) table: &'a Coded<'a>,
    pub(super) heads: &'a [Head],
    pub(super) profiles: &'a [Profile],
    pub(super) place: &'a Place,
    pub(super) shape: Shape,
    pub(super) keys: Option<&'a Keys>,
}

/// The role of each column.
pub(super) fn roles(known: &Known<'_>) -> Vec<Option<Role>> {
    let mut roles = Roles { known, roles: vec![None; known.heads.len()] };
    let role = if matches!(known.place, Place::Marks(_)) { Role::Flag } else { Role::Position };
    for column in known.place.columns() {
        roles.roles[column] = Some(role);
    }
    roles.take_keys();
    roles.take_headed();
    roles.take_result();
    roles.take_declared();
    roles.take_seats();
    roles.mend_names();
    roles.take_by_content();
    roles.roles
}

pub(super) struct Roles<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) roles: Vec<Option<Role>>,
}

impl Roles<'_> {
    pub(super) fn has(&self, role: Role) -> bool {
        self.roles.contains(&Some(role))
    }

    pub(super) fn width(&self) -> usize {
        self.roles.len()
    }

    pub(super) fn has_header(&self) -> bool {
        self.known.heads.iter().any(|head| head.role.is_some())
    }

    /// What a column is of.
    pub(super) fn level(&self, column: usize) -> Level {
        let cells = &self.known.table.columns[column];
        match (self.known.shape, self.known.keys) {
            // A table without votes may be of members or of votes.
            _ if *self.known.place == Place::Nothing => Level::Either,
            (Shape::Transposed, _) => Level::Vote,
            (Shape::Wide, _) => Level::Member,
            (_, Some(keys)) if !keys.votes.is_empty() => {
                let depends = keys.of_votes.determine(cells);
                if depends.holds() { Level::Vote } else { Level::Member }
            }
            _ if cells.distinct() <= 1 => Level::Either,
            _ => Level::Member,
        }
    }

    /// The columns that tell votes apart: their own role where one title or day does, else the number of the vote.
    fn take_keys(&mut self) {
        let Some(keys) = self.known.keys else { return };
        let is_alone = keys.votes.len() == 1;
        for &column in &keys.votes {
            let own = self.known.heads[column].role.map(|(role, _)| role);
            let own = own.filter(|role| is_alone && matches!(role, Role::VoteTitle | Role::VoteDate));
            self.roles[column] = Some(own.unwrap_or(Role::VoteId));
        }
    }

    /// Gives each column the role that its header names, whole headers before partial ones, each unique role to one column, and
    /// only where the cells can be that.
    fn take_headed(&mut self) {
        for wanted in [Match::Whole, Match::Part] {
            for column in 0..self.width() {
                let Some((role, matched)) = self.known.heads[column].role else { continue };
                if matched != wanted
                    || self.roles[column].is_some()
                    || self.known.profiles[column].filled == 0
                {
                    continue;
                }
                let role = self.fitting(role, matched, column);
                if let Some(role) = role.filter(|role| !UNIQUE.contains(role) || !self.has(*role)) {
                    self.roles[column] = Some(role);
                }
            }
        }
    }

    /// The role a header names, corrected by what the cells are and what they are of.
    fn fitting(&self, role: Role, matched: Match, column: usize) -> Option<Role> {
        let profile = &self.known.profiles[column];
        let level = self.level(column);
        let is_member_key = self.known.keys.is_some_and(|keys| keys.members.contains(&column));
        // Where rows are votes, an identifier is the vote's, and a name its title.
        if self.known.shape == Shape::Transposed {
            return self.fitting_of_vote(role, column);
        }
        let fits = match role {
            Role::VoteTitle
            | Role::VoteYear
            | Role::VoteMonth
            | Role::VoteDay
            | Role::Session
            | Role::Chamber
            | Role::Result
            | Role::Requirement
            | Role::DeclaredFor
            | Role::DeclaredAgainst
            | Role::DeclaredAbstain
                if level == Level::Member =>
            {
                false
            }
            Role::Name | Role::FirstName | Role::LastName | Role::Party | Role::Id | Role::VoteId
                if profile.are_links() =>
            {
                false
            }
            // Another number of the vote would only divide it.
            Role::VoteId => {
                let votes = self.known.keys.map_or(0, |keys| keys.votes.len());
                votes == 0 && level == Level::Either
            }
            // A second column with votes, or one without any.
            Role::Position => false,
            // `MP` and `person` head names in one file, numbers in another.
            Role::Name if profile.is_numeric() => {
                return (is_member_key || self.is_mostly_distinct(column)).then_some(Role::Id);
            }
            Role::Name if matched == Match::Part && !is_member_key => {
                let has = |role| self.known.heads.iter().any(|head| head.is(role));
                let is_in_parts = has(Role::FirstName) && has(Role::LastName);
                !is_in_parts && profile.counts.len() * 10 >= self.num_members(profile.filled) * 6
            }
            // A flag, or the name of whoever cast the vote: blank or no for somebody.
            Role::Proxy => {
                profile.filled < self.known.table.rows || profile.counts.keys().any(|cell| is_no(cell))
            }
            Role::Id => is_member_key || self.is_mostly_distinct(column) && self.tells_members_apart(column),
            // `last_means`, `first_year`.
            Role::FirstName | Role::MiddleName | Role::LastName | Role::SecondLastName => {
                !profile.is_numeric()
            }
            // An hour or a minute is no day; what varies within a vote is not its day.
            Role::VoteDate => {
                let are_days = !profile.is_numeric() || profile.counts.keys().all(|cell| cell.len() >= 8);
                are_days && level != Level::Member
            }
            // A weight is declared by its whole header, and never withdrawn because of some cells.
            Role::Weight => matched == Match::Whole && profile.numeric > 0,
            Role::Score
            | Role::CallOrder
            | Role::DeclaredFor
            | Role::DeclaredAgainst
            | Role::DeclaredAbstain => profile.is_numeric(),
            Role::Result | Role::Requirement => self.says_of_vote(role, matched, column),
            Role::Party => !(self.is_mostly_distinct(column) && profile.filled > 8 && profile.is_numeric()),
            _ => true,
        };
        fits.then_some(role)
    }

    /// True where the cells under a header for a result, or for the majority needed, can be that.
    pub(super) fn says_of_vote(&self, role: Role, matched: Match, column: usize) -> bool {
        let (profile, header) = (&self.known.profiles[column], &self.known.heads[column].text);
        let mut texts = profile.counts.keys();
        match (role, matched) {
            (Role::Result, Match::Whole) => results::stated_by(header).is_some() || !profile.is_numeric(),
            // `bills_passed`
            (Role::Result, Match::Part) => texts.all(|text| results::result(text).is_some()),
            _ => {
                let is_number = profile.is_numeric() && majorities::heads_a_number(header);
                is_number || texts.any(|text| majorities::requirement(text).is_some())
            }
        }
    }

    /// The role of a column of a table whose rows are votes.
    fn fitting_of_vote(&self, role: Role, column: usize) -> Option<Role> {
        let profile = &self.known.profiles[column];
        let is_number = vocabulary::label(&self.known.heads[column].text) == Some(vocabulary::Field::Id);
        match role {
            Role::VoteId | Role::Id if !self.has(Role::VoteId) && !profile.are_links() => Some(Role::VoteId),
            Role::CallOrder if is_number && !self.has(Role::VoteId) => Some(Role::VoteId),
            Role::Name | Role::LastName if !self.has(Role::VoteTitle) => Some(Role::VoteTitle),
            Role::VoteDate if profile.is_numeric() && !profile.counts.keys().all(|cell| cell.len() >= 8) => {
                None
            }
            Role::DeclaredFor | Role::DeclaredAgainst | Role::DeclaredAbstain => {
                profile.is_numeric().then_some(role)
            }
            Role::Result | Role::Requirement => self.says_of_vote(role, Match::Whole, column).then_some(role),
            Role::VoteTitle
            | Role::VoteDate
            | Role::VoteYear
            | Role::VoteMonth
            | Role::VoteDay
            | Role::Session
            | Role::Chamber
            | Role::Detail => Some(role),
            _ => None,
        }
    }

    /// True where one text never stands for two members: an id of something else repeats among them.
    pub(super) fn tells_members_apart(&self, column: usize) -> bool {
        let Some(keys) = self.known.keys else { return true };
        if keys.members.is_empty() || keys.votes.is_empty() {
            return true;
        }
        let groups = Groups::of(self.known.table, &[column]);
        keys.of_members.determine(&self.known.table.columns[column]).holds()
            && groups.count * 10 >= keys.of_members.count * 8
    }

    pub(super) fn num_members(&self, otherwise: usize) -> usize {
        match self.known.keys {
            Some(keys) if !keys.votes.is_empty() => keys.of_members.count,
            _ => otherwise,
        }
    }

    /// True where (nearly) every member has a text of its own.
    pub(super) fn is_mostly_distinct(&self, column: usize) -> bool {
        let distinct = self.known.profiles[column].counts.len();
        match self.known.keys {
            Some(keys) if !keys.votes.is_empty() => {
                let members = keys.of_members.count;
                distinct * 10 >= members * 8 && distinct * 10 <= members * 12 + 10
            }
            _ => self.known.profiles[column].is_mostly_distinct(),
        }
    }

    /// A column of nothing but words for a result says what became of the vote, where no other does: under a header that can speak
    /// of it (`decision`, `status`), and under any where some were adopted and some rejected.
    fn take_result(&mut self) {
        const MOST: usize = 12;
        let is_result = |&column: &usize| {
            let words = &self.known.profiles[column].counts;
            let results: Vec<_> = words.keys().map(|word| results::exact(word)).collect();
            let has = |result| results.contains(&Some(result));
            let is_clear = results::is_label(&self.known.heads[column].text)
                || has(Verdict::Adopted) && has(Verdict::Rejected);
            let is_of_vote = self.level(column) != Level::Member && self.known.shape != Shape::Wide;
            is_of_vote && (1..=MOST).contains(&results.len()) && !results.contains(&None) && is_clear
        };
        if self.has(Role::Result) {
            return;
        }
        let free = (0..self.width()).filter(|&column| self.roles[column].is_none());
        let mut found = free.filter(is_result);
        // Two such columns: one may be of another vote, or of the bill.
        if let (Some(column), None) = (found.next(), found.next()) {
            self.roles[column] = Some(Role::Result);
        }
    }

    /// Counts beside the vote are the declared result, where their headers say so and they are of the vote.
    fn take_declared(&mut self) {
        for column in 0..self.width() {
            let profile = &self.known.profiles[column];
            let head = &self.known.heads[column];
            let role = match vocabulary::counted_position(&head.text) {
                Some(Position::For) => Role::DeclaredFor,
                Some(Position::Against) => Role::DeclaredAgainst,
                Some(Position::Abstain) => Role::DeclaredAbstain,
                _ => continue,
            };
            let is_free = self.roles[column].is_none() && profile.is_numeric() && profile.filled > 0;
            // What is declared of one vote is the same in every row; `No` above 1, 2, 3 numbers the rows.
            let is_of_vote = self.level(column) != Level::Member && self.known.shape != Shape::Wide;
            if is_free && is_of_vote && !self.has(role) && self.has_header() {
                self.roles[column] = Some(role);
            }
        }
    }

    /// Where a row is a party, its seats are the votes that it casts.
    fn take_seats(&mut self) {
        let names = [Role::Name, Role::FirstName, Role::LastName, Role::Weight];
        let party = self.roles.iter().position(|role| *role == Some(Role::Party));
        let is_key = party.is_some_and(|party| self.known.keys.is_some_and(|keys| keys.members == [party]));
        if !is_key || names.into_iter().any(|role| self.has(role)) {
            return;
        }
        let are_seats = |&column: &usize| {
            let is_free = matches!(self.roles[column], None | Some(Role::Seat | Role::Seats));
            is_free
                && self.known.profiles[column].is_numeric()
                && vocabulary::says_seats(&self.known.heads[column].text)
        };
        if let Some(column) = (0..self.width()).find(are_seats) {
            self.roles[column] = Some(Role::Weight);
        }
    }

    /// `nom` beside `prénom` is the last name and `nome` beside `cognome` the first, unless it repeats them; `nombre` beside no
    /// last name is the whole name.
    fn mend_names(&mut self) {
        let column = |role| self.roles.iter().position(|&known| known == Some(role));
        let (name, first, last) = (column(Role::Name), column(Role::FirstName), column(Role::LastName));
        let repeats = |whole: usize, part: usize| {
            let (whole, part) = (&self.known.table.columns[whole], &self.known.table.columns[part]);
            let text = |cells: &'_ super::coded::Column<'_>, row: usize| {
                cells.texts.get(cells.codes[row] as usize).copied().unwrap_or_default().to_owned()
            };
            let repeated =
                (0..self.known.table.rows).filter(|&row| text(whole, row).contains(&text(part, row)));
            repeated.count() * 2 > self.known.table.rows
        };
        match (name, first, last) {
            (Some(name), Some(first), None) if !repeats(name, first) => {
                self.roles[name] = Some(Role::LastName);
            }
            (Some(name), None, Some(last)) if !repeats(name, last) => {
                self.roles[name] = Some(Role::FirstName);
            }
            (None, Some(first), None) => self.roles[first] = Some(Role::Name),
            _ => {}
        }
    }
}

//! Which column of a table beside joins it to the votes, and whether any does.
//!
//! Goes in: what the votes want to know, and a table. Comes out: a [`Fit`]: the key and how sure it is.
//! Must not know: what becomes of the rows found.

use hashbrown::HashSet;

use crate::model::Verdict;
use crate::read::lookup::companions::{Beside, By, CompanionKind, Joined, Wanted};
use crate::read::lookup::key_index::KeyIndex;
use crate::read::lookup::outcomes;
use crate::read::mapping::Role;
use crate::read::rows::facts::{RoleIndex, View};
use crate::read::table::Record;
use crate::read::table::matrix::are_names;
use crate::read::vocabulary::codes::whole;
use crate::read::vocabulary::words::{header_words, plain};
use crate::read::vocabulary::{self, Field};

/// So many hundredths of the keys stand once; those that do not are not joined.
const UNIQUE: usize = 98;
/// A join covers so many hundredths of what is wanted.
const COVERED: usize = 90;

/// How well a column of a table beside fits.
#[derive(Debug)]
pub(in crate::read) struct Fit {
    pub(in crate::read) score: u32,
    pub(in crate::read) column: usize,
    /// The columns that are part of the key besides: of the votes, and of the table.
    with: Vec<(usize, usize)>,
    by: By,
    /// Where a table without a header has what is wanted.
    roles: Vec<(usize, Role)>,
    /// What its codes of a result mean.
    results: Vec<(String, Verdict)>,
    /// The rows by key, where they have been looked at already.
    index: Option<KeyIndex>,
}

impl Fit {
    fn by(by: By, score: u32, column: usize) -> Self {
        Self { score, column, with: Vec::new(), by, roles: Vec::new(), results: Vec::new(), index: None }
    }

    /// The columns of the table that are the key.
    fn columns(&self) -> impl Iterator<Item = usize> + Clone {
        std::iter::once(self.column).chain(self.with.iter().map(|&(_, other)| other))
    }

    /// The fit where the key names (nearly) every row once, and covers the keys that are wanted.
    fn checked(self, table: &Beside, keys: &HashSet<String>) -> Option<Self> {
        let index = KeyIndex::of(&table.rows, |row, key| put_key(key, row, self.columns()));
        let is_there = |key: &&String| index.has(key, |row| is_key(key, &table.rows[row], self.columns()));
        let covered = keys.iter().filter(is_there).count();
        let is_unique = index.distinct() * 100 >= table.rows.len() * UNIQUE;
        let covers = covered * 100 >= keys.len() * COVERED && covered > 0;
        (is_unique && covers).then_some(Self { index: Some(index), ..self })
    }

    pub(in crate::read) fn join(self, mut table: Beside, kind: CompanionKind) -> Joined {
        for &(column, role) in &self.roles {
            table.columns[column].role = Some(role);
        }
        // The key names the row: it is no name of a vote or party besides.
        if kind != CompanionKind::Members {
            table.columns[self.column].role = None;
        }
        let roles = RoleIndex::of(&table.columns).with_results(self.results.clone());
        let key_columns: Vec<usize> = self.columns().collect();
        let index = self.index.unwrap_or_else(|| {
            KeyIndex::of(&table.rows, |row, key| match self.by {
                By::Key | By::Number => put_key(key, row, key_columns.iter().copied()),
                By::Name => key.push_str(&plain(&roles.view(row).name())),
            })
        });
        let with = self.with.iter().map(|&(own, _)| own).collect();
        Joined { roles, rows: table.rows, key_columns, with, by: self.by, index }
    }
}

impl Joined {
    /// The row with a key.
    pub(in crate::read) fn row(&self, key: &str) -> Option<View<'_>> {
        let row = self.index.row(key, |row| match self.by {
            By::Key | By::Number => is_key(key, &self.rows[row], self.key_columns.iter().copied()),
            By::Name => plain(&self.roles.view(&self.rows[row]).name()) == key,
        })?;
        Some(self.roles.view(self.rows.get(row)?))
    }
}

/// Puts the cells of some columns of a row together.
pub(in crate::read) fn put_key(key: &mut String, row: &Record, columns: impl Iterator<Item = usize>) {
    for (place, column) in columns.enumerate() {
        if place > 0 {
            key.push('-');
        }
        key.push_str(whole(row.cell(column)));
    }
}

/// True where the cells of some columns of a row are a key together.
fn is_key(key: &str, row: &Record, columns: impl Iterator<Item = usize>) -> bool {
    let mut rest = Some(key);
    for (place, column) in columns.enumerate() {
        rest = rest.and_then(|rest| if place > 0 { rest.strip_prefix('-') } else { Some(rest) });
        rest = rest.and_then(|rest| rest.strip_prefix(whole(row.cell(column))));
    }
    rest == Some("")
}

fn key_of(row: &Record, columns: impl Iterator<Item = usize>) -> String {
    let mut key = String::new();
    put_key(&mut key, row, columns);
    key
}

impl Wanted<'_> {
    fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|choice| choice.role == Some(role))
    }

    fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    fn has_names(&self) -> bool {
        [Role::Name, Role::FirstName, Role::LastName].into_iter().any(|role| self.has(role))
    }

    /// The members of the votes in a table: by identifier, else by name.
    pub(in crate::read) fn members_in(&self, table: &Beside) -> Option<Fit> {
        let tells = |role: Role| table.has(role) && !self.has(role);
        let tells_party = (table.has(Role::Party) || table.has(Role::PartyShort))
            && !self.has(Role::Party)
            && !self.has(Role::PartyShort);
        let tells_name = table.has_names() && !self.has_names();
        if !tells_party && !tells_name && !tells(Role::Constituency) && !tells(Role::Seat) {
            return None;
        }
        let by_key = self.column(Role::Id).and_then(|column| {
            let keys: HashSet<&str> = self.profiles[column].counts.keys().map(|key| whole(key)).collect();
            let header = &self.columns[column].header;
            best(table, &keys, |other| {
                let is_same = header_words(header) == header_words(&table.columns[other].header);
                let is_id = table.columns[other].role == Some(Role::Id)
                    || matches!(vocabulary::role(&table.columns[other].header), Some((Role::Id, _)));
                let is_person = table.has_names() && !table.is_titled();
                if is_same {
                    3
                } else if is_person && (is_id || is_wordy(&keys)) {
                    1 + u32::from(shares_word(header, &table.file))
                } else {
                    0
                }
            })
        });
        if by_key.is_some() {
            return by_key.map(|(score, column)| Fit::by(By::Key, score * 2 + 1, column));
        }
        if let Some(fit) = self.column(Role::Id).and_then(|column| self.members_of_session(column, table)) {
            return Some(fit);
        }
        let own = RoleIndex::of(self.columns);
        if !own.has_names() || !table.has_names() || !(tells_party || tells(Role::Constituency)) {
            return None;
        }
        let names: HashSet<String> = self.rows.iter().map(|row| plain(&own.view(row).name())).collect();
        let roles = RoleIndex::of(&table.columns);
        let mut there: HashSet<String> = HashSet::new();
        let is_unique = table.rows.iter().all(|row| there.insert(plain(&roles.view(row).name())));
        let covered = names.iter().filter(|name| there.contains(*name)).count();
        let column = roles.column(Role::Name).or_else(|| roles.column(Role::LastName))?;
        let covers = covered * 100 >= names.len() * COVERED;
        (is_unique && covers).then(|| Fit::by(By::Name, 2, column))
    }

    /// The members in a table that has a row for each of them and session: joined by the columns of one
    /// header together.
    fn members_of_session(&self, column: usize, table: &Beside) -> Option<Fit> {
        let same = |own: usize| {
            let words = header_words(&self.columns[own].header);
            (0..table.columns.len()).find(|&other| header_words(&table.columns[other].header) == words)
        };
        let is_of_session = |own: &usize| {
            matches!(self.columns[*own].role, Some(Role::VoteId | Role::Session | Role::Chamber))
        };
        let with: Vec<(usize, usize)> =
            (0..self.columns.len()).filter(is_of_session).filter_map(|own| Some((own, same(own)?))).collect();
        let fit = Fit { with, ..Fit::by(By::Key, 6, same(column)?) };
        let own = |row: &Record| {
            let besides = fit.with.iter().map(|&(own, _)| own);
            key_of(row, std::iter::once(column).chain(besides))
        };
        let keys: HashSet<String> = self.rows.iter().map(own).collect();
        if fit.with.is_empty() { None } else { fit.checked(table, &keys) }
    }

    /// The votes in a table whose columns number them together, under the same headers.
    fn votes_of_session(&self, table: &Beside) -> Option<Fit> {
        let own = self.columns.iter().enumerate().filter(|(_, choice)| choice.role == Some(Role::VoteId));
        let both: Option<Vec<(usize, usize)>> = own
            .map(|(own, choice)| {
                let words = header_words(&choice.header);
                let is_same = |other: &usize| header_words(&table.columns[*other].header) == words;
                Some((own, (0..table.columns.len()).find(is_same)?))
            })
            .collect();
        let both = both.filter(|both| both.len() > 1)?;
        let fit = Fit { with: both[1..].to_vec(), ..Fit::by(By::Key, 6, both[0].1) };
        let own = |row: &Record| key_of(row, both.iter().map(|&(own, _)| own));
        let keys: HashSet<String> = self.rows.iter().map(own).collect();
        fit.checked(table, &keys)
    }

    /// The votes in a table.
    pub(in crate::read) fn votes_in(&self, table: &Beside) -> Option<Fit> {
        let (header, numbers) = &self.votes;
        if numbers.is_empty() && table.has_header {
            return self.votes_of_session(table);
        }
        if numbers.is_empty() {
            return None;
        }
        if !table.has_header {
            return self.votes_without_header(table);
        }
        let facts = [Role::VoteTitle, Role::VoteDate, Role::DeclaredFor, Role::Result];
        let tells = facts.into_iter().any(|role| table.has(role)) || table.has(Role::Name);
        let is_people = table.has_names() && !table.is_titled() && !table.has(Role::VoteTitle);
        if !tells || is_people {
            return None;
        }
        let is_about_votes = facts.into_iter().any(|role| table.has(role));
        let fit = |keys: &HashSet<&str>| {
            best(table, keys, |other| {
                let text = &table.columns[other].header;
                let is_same = header_words(header) == header_words(text);
                let is_number = matches!(table.columns[other].role, Some(Role::Id | Role::VoteId))
                    || matches!(vocabulary::role(text), Some((Role::Id | Role::VoteId, _)))
                    || vocabulary::label(text) == Some(Field::Id);
                if is_same {
                    4
                } else if is_about_votes && (is_number || is_wordy(keys)) {
                    2
                } else {
                    u32::from(is_number && shares_word(header, &table.file))
                }
            })
        };
        let keys: HashSet<&str> = numbers.iter().map(|number| whole(number)).collect();
        // `vote1`, `vote30`: the same word before every number.
        let digits: HashSet<&str> = numbers.iter().map(|number| number_of(number)).collect();
        let words: HashSet<&str> =
            numbers.iter().map(|number| &number[..number.len() - number_of(number).len()]).collect();
        let is_numbered = words.len() == 1 && digits.len() == keys.len() && !words.contains("");
        if let Some((score, column)) = fit(&keys) {
            return Some(Fit::by(By::Key, score, column));
        }
        let (score, column) = is_numbered.then(|| fit(&digits)).flatten()?;
        Some(Fit::by(By::Number, score, column))
    }

    /// A table without a header tells of votes where its numbers are those of the votes, and where four
    /// counts that stand side by side are the fifth together: for, against, abstained, did not vote, voted.
    fn votes_without_header(&self, table: &Beside) -> Option<Fit> {
        let keys: HashSet<&str> = self.votes.1.iter().map(|number| whole(number)).collect();
        let (score, column) = best(table, &keys, |_| 1)?;
        let first = counts_that_add_up(&table.rows, table.columns.len())?;
        let mut roles = vec![
            (first, Role::DeclaredFor),
            (first + 1, Role::DeclaredAgainst),
            (first + 2, Role::DeclaredAbstain),
        ];
        let is_day =
            |cell: &String| matches!(crate::model::VoteDate::from_text(cell), crate::model::VoteDate::Day(_));
        let all = || table.profiles.iter().enumerate();
        if let Some((column, _)) =
            all().find(|(_, profile)| profile.filled > 0 && profile.counts.keys().all(is_day))
        {
            roles.push((column, Role::VoteDate));
        }
        if let Some((column, _)) =
            all().max_by_key(|(_, profile)| profile.spaced).filter(|(_, p)| p.spaced > 0)
        {
            roles.push((column, Role::VoteTitle));
        }
        let mut results = Vec::new();
        if let Some(outcome) = outcomes::in_totals(&table.rows, table.columns.len(), first) {
            roles.push((outcome.needed, Role::Requirement));
            roles.push((outcome.result, Role::Result));
            results.extend(outcome.codes);
        }
        Some(Fit { roles, results, ..Fit::by(By::Key, score, column) })
    }
}

/// The first of four columns of counts that stand side by side and are the fifth together, in nearly every
/// row: for, against, abstained, did not vote, and all who were there.
pub(in crate::read) fn counts_that_add_up(rows: &[Record], width: usize) -> Option<usize> {
    const FEWEST_ROWS: usize = 5;
    const MOST_COLUMNS: usize = 64;
    let number = |row: &Record, column: usize| row.cell(column).parse::<u32>().ok();
    let adds_up = |first: usize| {
        let right = rows.iter().filter(|row| {
            let parts: Option<Vec<u32>> = (first..first + 4).map(|column| number(row, column)).collect();
            let sum = parts.map(|parts| parts.iter().fold(0_u32, |sum, part| sum.saturating_add(*part)));
            sum.is_some_and(|sum| sum > 0 && number(row, first + 4) == Some(sum))
        });
        right.count() * 100 >= rows.len() * COVERED
    };
    if rows.len() < FEWEST_ROWS {
        return None;
    }
    (0..width.min(MOST_COLUMNS).saturating_sub(4)).find(|&first| adds_up(first))
}

/// The parties of the votes in a table.
pub(in crate::read) fn parties_in(table: &Beside, texts: &HashSet<String>) -> Option<Fit> {
    const MOST_PARTIES: usize = 500;
    let tells = table.has(Role::PartyColour) || table.has(Role::Party) || table.has(Role::Name);
    if !tells || table.rows.len() > MOST_PARTIES || texts.len() < 2 {
        return None;
    }
    let keys: HashSet<&str> = texts.iter().map(String::as_str).collect();
    let (score, column) = best(table, &keys, |_| u32::from(is_wordy(&keys)))?;
    Some(Fit::by(By::Key, score, column))
}

/// The column that is unique, covers the keys and fits best by `score`; none where two fit equally well.
fn best(table: &Beside, keys: &HashSet<&str>, score: impl Fn(usize) -> u32) -> Option<(u32, usize)> {
    let mut fits: Vec<(u32, usize)> = (0..table.columns.len())
        .filter(|&column| {
            let profile = &table.profiles[column];
            let is_unique = profile.counts.len() * 100 >= profile.filled * UNIQUE;
            is_unique && profile.filled * 100 >= table.rows.len() * COVERED
        })
        .filter(|&column| {
            let there: HashSet<&str> = table.profiles[column].counts.keys().map(|key| whole(key)).collect();
            let wanted = keys.iter().filter(|key| !key.is_empty());
            let covered = wanted.clone().filter(|key| there.contains(**key)).count();
            covered > 0 && covered * 100 >= wanted.count() * COVERED
        })
        .map(|column| (score(column), column))
        .filter(|(score, _)| *score > 0)
        .collect();
    fits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    match fits.as_slice() {
        [] => None,
        [first, second, ..] if first.0 == second.0 => None,
        [first, ..] => Some(*first),
    }
}

impl Beside {
    fn has(&self, role: Role) -> bool {
        self.columns.iter().any(|choice| choice.role == Some(role))
    }

    fn has_names(&self) -> bool {
        [Role::Name, Role::FirstName, Role::LastName].into_iter().any(|role| self.has(role))
    }

    /// True where what a header calls names are sentences.
    fn is_titled(&self) -> bool {
        const LONGEST_NAME: usize = 25;
        let name = self.columns.iter().position(|choice| choice.role == Some(Role::Name));
        name.is_some_and(|column| {
            let counts = &self.profiles[column].counts;
            let length: usize = counts.keys().map(|name| name.chars().count()).sum();
            length > LONGEST_NAME * counts.len().max(1) && !are_names(counts.keys().map(String::as_str))
        })
    }
}

/// Keys that cannot be equal by chance: most have letters.
fn is_wordy(keys: &HashSet<&str>) -> bool {
    let wordy = keys.iter().filter(|key| key.chars().any(char::is_alphabetic)).count();
    wordy * 2 > keys.len()
}

/// `motionId` and `motions.csv` speak of the same thing.
fn shares_word(header: &str, file: &str) -> bool {
    const SHORTEST: usize = 4;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_long = |word: &String| word.chars().count() >= SHORTEST;
    let words: Vec<String> = header_words(stem).into_iter().filter(is_long).collect();
    header_words(header).iter().filter(|word| is_long(word)).any(|word| {
        words.iter().any(|known| known.starts_with(word.as_str()) || word.starts_with(known.as_str()))
    })
}

/// The number in `vote1033`.
pub(in crate::read) fn number_of(text: &str) -> &str {
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if start < text.len() { &text[start..] } else { text }
}

//! Tables beside the table of votes: members, roll calls and parties, joined by key.
//!
//! Goes in: the columns of the table of votes, and tables that may belong to it. Comes out: [`Companions`],
//! which complete members, parties and votes while rows are read. A join is made only where its key is
//! unique in the table beside and covers nearly all that is wanted, and where one table fits better than
//! every other; else it is not made. Joins go from the votes outward and are never followed further, so
//! they cannot be cyclic.
//! Must not know: where tables come from, words for positions.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::assembly::{Assembly, PartyFacts};
use super::codes::{party_of_code, whole};
use super::facts::{RoleIndex, View, one_line};
use super::mapping::{ColumnChoice, Role};
use super::matrix::are_names;
use super::profile::Profile;
use super::table::Record;
use super::vocabulary::{self, Field};
use super::words::{header_words, plain};
use crate::model::{PartyId, RollCallInfo};

/// What a table beside tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CompanionKind {
    /// Who the members are.
    Members,
    /// What was voted on.
    RollCalls,
    /// What the parties are called.
    Parties,
}

/// A table beside that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompanionUse {
    /// The file it is in.
    pub file: String,
    /// What it tells.
    pub kind: CompanionKind,
    /// The column of it that is the key.
    pub key: String,
}

/// A table that may belong to the votes.
#[derive(Debug)]
pub(super) struct Beside {
    pub(super) file: String,
    pub(super) columns: Vec<ColumnChoice>,
    pub(super) profiles: Vec<Profile>,
    pub(super) rows: Vec<Record>,
    pub(super) has_header: bool,
}

/// What the table of votes wants to know.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    pub(super) columns: &'a [ColumnChoice],
    pub(super) profiles: &'a [Profile],
    pub(super) rows: &'a [Record],
    /// The votes by number: their header, where they have one, and the numbers.
    pub(super) votes: (String, Vec<String>),
    /// The only vote, where its file is called by its number and nothing else says it.
    pub(super) called: Option<String>,
    /// The publisher's codes for parties are those of Voteview.
    pub(super) has_party_codes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Key,
    Name,
}

/// A table beside, with its rows found by key.
#[derive(Debug)]
struct Joined {
    roles: RoleIndex,
    rows: Vec<Record>,
    key_column: usize,
    by: By,
    index: HashMap<String, usize>,
}

impl Joined {
    fn row(&self, key: &str) -> Option<View<'_>> {
        let row = self.rows.get(*self.index.get(key)?)?;
        Some(self.roles.view(row))
    }
}

/// The tables beside that were joined.
#[derive(Debug, Default)]
pub(super) struct Companions {
    pub(super) used: Vec<CompanionUse>,
    members: Option<Joined>,
    roll_calls: Option<Joined>,
    parties: Option<Joined>,
    has_party_codes: bool,
    called: Option<String>,
}

/// So many hundredths of the keys stand once; those that do not are not joined.
const UNIQUE: usize = 98;
/// A join covers so many hundredths of what is wanted.
const COVERED: usize = 90;

impl Companions {
    /// Joins what fits.
    pub(super) fn join(wanted: &Wanted<'_>, mut beside: Vec<Beside>) -> Self {
        let mut companions = Self {
            has_party_codes: wanted.has_party_codes,
            called: wanted.called.clone(),
            ..Self::default()
        };
        for kind in [CompanionKind::Members, CompanionKind::RollCalls, CompanionKind::Parties] {
            let party_texts = companions.party_texts(wanted);
            let fits: Vec<(Fit, usize)> = beside
                .iter()
                .enumerate()
                .filter_map(|(index, table)| {
                    let fit = match kind {
                        CompanionKind::Members => wanted.members_in(table),
                        CompanionKind::RollCalls => wanted.votes_in(table),
                        CompanionKind::Parties => parties_in(table, &party_texts),
                    };
                    Some((fit?, index))
                })
                .collect();
            let Some(best) = fits.iter().map(|(fit, _)| fit.score).max() else { continue };
            let mut of_best = fits.into_iter().filter(|(fit, _)| fit.score == best);
            // Two tables that fit equally well: neither is taken.
            let (Some((fit, index)), None) = (of_best.next(), of_best.next()) else { continue };
            let table = beside.remove(index);
            companions.used.push(CompanionUse {
                file: table.file.clone(),
                kind,
                key: table.columns.get(fit.column).map_or(String::new(), |column| column.header.clone()),
            });
            let joined = Some(fit.join(table, kind));
            match kind {
                CompanionKind::Members => companions.members = joined,
                CompanionKind::RollCalls => companions.roll_calls = joined,
                CompanionKind::Parties => companions.parties = joined,
            }
        }
        companions
    }

    /// The row of a member in the table of members.
    pub(super) fn member(&self, view: View<'_>) -> Option<View<'_>> {
        let members = self.members.as_ref()?;
        match members.by {
            By::Key => members.row(&view.key()?),
            By::Name => members.row(&plain(&view.name())),
        }
    }

    /// The party that the views name, completed from the table of parties.
    pub(super) fn party(&self, views: &[View<'_>], assembly: &mut Assembly) -> Option<PartyId> {
        let text = |role| views.iter().find_map(|view| view.text(role));
        let (name, short) = (text(Role::Party), text(Role::PartyShort));
        let colour = text(Role::PartyColour).and_then(|text| text.parse().ok());
        let code = name.as_deref().or(short.as_deref())?;
        if self.has_party_codes
            && let Some(known) = party_of_code(whole(code))
        {
            return assembly.party(PartyFacts {
                key: Some(whole(code)),
                name: known,
                ..PartyFacts::default()
            });
        }
        let row = self.parties.as_ref().and_then(|parties| {
            let found = [short.as_deref(), name.as_deref()].into_iter().flatten();
            found.filter_map(|text| parties.row(text)).next()
        });
        let Some(row) = row else {
            let facts = PartyFacts {
                name: name.as_deref().unwrap_or_default(),
                short: short.as_deref().unwrap_or_default(),
                colour,
                ..PartyFacts::default()
            };
            return assembly.party(facts);
        };
        let full = row.text(Role::Party).or_else(|| row.text(Role::Name)).or(name.clone());
        let key = self.parties.as_ref().map_or(0, |parties| parties.key_column);
        let short =
            short.or_else(|| row.text(Role::PartyShort)).unwrap_or_else(|| one_line(row.row.cell(key)));
        assembly.party(PartyFacts {
            name: full.as_deref().unwrap_or(&short),
            short: &short,
            colour: colour.or_else(|| row.text(Role::PartyColour).and_then(|text| text.parse().ok())),
            ..PartyFacts::default()
        })
    }

    /// Adds what the table of roll calls says of a vote.
    pub(super) fn complete_vote(&self, info: &mut RollCallInfo) {
        let Some(roll_calls) = &self.roll_calls else { return };
        let Some(id) = info.id.clone().or_else(|| self.called.clone()) else { return };
        let row = roll_calls.row(&id).or_else(|| roll_calls.row(number_of(&id)));
        if let Some(row) = row {
            row.complete(info);
            info.title = info.title.take().or_else(|| row.text(Role::Name));
            info.id = Some(id);
        }
    }

    fn party_texts(&self, wanted: &Wanted<'_>) -> HashSet<String> {
        let own = |role| wanted.columns.iter().position(|choice| choice.role == Some(role));
        let mut texts = HashSet::new();
        if let Some(column) = own(Role::Party).or_else(|| own(Role::PartyShort)) {
            texts.extend(wanted.profiles[column].counts.keys().cloned());
        } else if let Some(members) = &self.members {
            for row in &members.rows {
                let view = members.roles.view(row);
                texts.extend(view.text(Role::Party).or_else(|| view.text(Role::PartyShort)));
            }
        }
        texts
    }
}

/// How well a column of a table beside fits.
#[derive(Clone, Debug)]
struct Fit {
    score: u32,
    column: usize,
    by: By,
    /// Where a table without a header has what is wanted.
    roles: Vec<(usize, Role)>,
}

impl Fit {
    fn join(self, mut table: Beside, kind: CompanionKind) -> Joined {
        for &(column, role) in &self.roles {
            table.columns[column].role = Some(role);
        }
        // The key names the row: it is no name of a vote or party besides.
        if kind != CompanionKind::Members {
            table.columns[self.column].role = None;
        }
        let roles = RoleIndex::of(&table.columns);
        let mut index = HashMap::new();
        let mut twice = Vec::new();
        for (number, row) in table.rows.iter().enumerate() {
            let key = match self.by {
                By::Key => whole(row.cell(self.column)).to_owned(),
                By::Name => plain(&roles.view(row).name()),
            };
            if index.insert(key.clone(), number).is_some() {
                twice.push(key);
            }
        }
        for key in twice {
            index.remove(&key);
        }
        Joined { roles, rows: table.rows, key_column: self.column, by: self.by, index }
    }
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
    fn members_in(&self, table: &Beside) -> Option<Fit> {
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
            return by_key.map(|(score, column)| Fit {
                score: score * 2 + 1,
                column,
                by: By::Key,
                roles: Vec::new(),
            });
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
        (is_unique && covered * 100 >= names.len() * COVERED).then(|| Fit {
            score: 2,
            column,
            by: By::Name,
            roles: Vec::new(),
        })
    }

    /// The votes in a table.
    fn votes_in(&self, table: &Beside) -> Option<Fit> {
        let (header, numbers) = &self.votes;
        if numbers.is_empty() {
            return None;
        }
        if !table.has_header {
            return self.votes_without_header(table);
        }
        let told = [Role::VoteTitle, Role::VoteDate, Role::DeclaredFor];
        let tells = told.into_iter().any(|role| table.has(role)) || table.has(Role::Name);
        let is_people = table.has_names() && !table.is_titled() && !table.has(Role::VoteTitle);
        if !tells || is_people {
            return None;
        }
        let is_about_votes = told.into_iter().any(|role| table.has(role));
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
        let (score, column) = fit(&keys).or_else(|| is_numbered.then(|| fit(&digits)).flatten())?;
        Some(Fit { score, column, by: By::Key, roles: Vec::new() })
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
        Some(Fit { score, column, by: By::Key, roles })
    }
}

/// The first of four columns of counts that stand side by side and are the fifth together, in nearly every
/// row: for, against, abstained, did not vote, and all who were there.
pub(super) fn counts_that_add_up(rows: &[Record], width: usize) -> Option<usize> {
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
fn parties_in(table: &Beside, texts: &HashSet<String>) -> Option<Fit> {
    const MOST_PARTIES: usize = 500;
    let tells = table.has(Role::PartyColour) || table.has(Role::Party) || table.has(Role::Name);
    if !tells || table.rows.len() > MOST_PARTIES || texts.len() < 2 {
        return None;
    }
    let keys: HashSet<&str> = texts.iter().map(String::as_str).collect();
    let (score, column) = best(table, &keys, |_| u32::from(is_wordy(&keys)))?;
    Some(Fit { score, column, by: By::Key, roles: Vec::new() })
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
fn number_of(text: &str) -> &str {
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if start < text.len() { &text[start..] } else { text }
}

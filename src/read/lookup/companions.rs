//! Tables beside the table of votes: members, roll calls and parties, joined by key.
//!
//! Goes in: the columns of the table of votes, and tables that may belong to it. Comes out: [`Companions`],
//! which complete members, parties and votes while rows are read. A join is made only where its key is
//! unique in the table beside and covers nearly all that is wanted, and where one table fits better than
//! every other; else it is not made. Joins go from the votes outward and are never followed further, so
//! they cannot be cyclic.
//! Must not know: where tables come from, words for positions.

use hashbrown::{HashMap, HashSet};

use serde::Serialize;

use crate::model::{Archive, Member, PartyId, RollCallInfo};
use crate::read::lookup::joins::{Fit, number_of, parties_in};
use crate::read::lookup::key_index::KeyIndex;
use crate::read::mapping::{ColumnChoice, Role};
use crate::read::report::problem::Problems;
use crate::read::rows::assembly::{Assembly, PartyFacts};
use crate::read::rows::facts::{RoleIndex, View, one_line};
use crate::read::table::profile::Profile;
use crate::read::table::{Record, Table};
use crate::read::vocabulary::codes::{party_of_code, whole};
use crate::read::vocabulary::words::plain;
use crate::read::{Done, ProblemKind};

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
    /// What chambers there are besides those that come with the program.
    Chambers,
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
#[derive(Clone, Debug)]
pub(in crate::read) struct Beside {
    pub(in crate::read) file: String,
    pub(in crate::read) columns: Vec<ColumnChoice>,
    pub(in crate::read) profiles: Vec<Profile>,
    pub(in crate::read) rows: Vec<Record>,
    pub(in crate::read) has_header: bool,
}

/// What the table of votes wants to know.
#[derive(Debug)]
pub(in crate::read) struct Wanted<'a> {
    pub(in crate::read) columns: &'a [ColumnChoice],
    pub(in crate::read) profiles: &'a [Profile],
    pub(in crate::read) rows: &'a [Record],
    /// The votes by number: their header, where they have one, and the numbers.
    pub(in crate::read) votes: (String, Vec<String>),
    /// The only vote, where its file is called by its number and nothing else says it.
    pub(in crate::read) called: Option<String>,
    /// The publisher's codes for parties are those of Voteview.
    pub(in crate::read) has_party_codes: bool,
}

/// Finds the tables that may belong to a table of votes.
pub(in crate::read) type TablesBeside<'a> = dyn Fn(&Table) -> Vec<Beside> + Sync + 'a;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum By {
    /// The publisher's identifier.
    Key,
    /// The name.
    Name,
    /// The number behind the word that all identifiers begin with.
    Number,
}

/// A table beside, with its rows found by key.
#[derive(Debug)]
pub(in crate::read) struct Joined {
    pub(in crate::read) roles: RoleIndex,
    pub(in crate::read) rows: Vec<Record>,
    pub(in crate::read) key_columns: Vec<usize>,
    /// The columns of the votes that are part of the key besides.
    pub(in crate::read) with: Vec<usize>,
    pub(in crate::read) by: By,
    pub(in crate::read) index: KeyIndex,
}

/// The tables beside that were joined.
#[derive(Debug, Default)]
pub(in crate::read) struct Companions {
    pub(in crate::read) used: Vec<CompanionUse>,
    members: Option<Joined>,
    roll_calls: Option<Joined>,
    parties: Option<Joined>,
    has_party_codes: bool,
    called: Option<String>,
    pub(in crate::read) officers: Officers,
}

/// Those whom the table of members puts into a chamber of their own, in which there are few: a president, who announces a position
/// and does not vote.
#[derive(Debug, Default)]
pub(in crate::read) struct Officers {
    /// Their keys, each with what that chamber is called.
    by_key: HashMap<String, String>,
}

impl Officers {
    fn of(members: &Joined) -> Self {
        // One in twenty: the smallest chamber of a parliament is a fifth of the other.
        const FEW: usize = 20;
        let (Some(column), By::Key) = (members.roles.column(Role::Chamber), members.by) else {
            return Self::default();
        };
        let Some(&key) = members.key_columns.first() else { return Self::default() };
        let mut sizes: HashMap<&str, usize> = HashMap::new();
        for row in &members.rows {
            *sizes.entry(row.cell(column)).or_default() += 1;
        }
        let is_of_few = |row: &&Record| {
            let chamber = row.cell(column);
            !chamber.is_empty() && sizes[chamber] * FEW <= members.rows.len()
        };
        let (few, many): (Vec<&Record>, Vec<&Record>) = members.rows.iter().partition(is_of_few);
        let own_key = |row: &&Record| whole(row.cell(key)).to_owned();
        let mut by_key: HashMap<String, String> =
            few.iter().map(|row| (own_key(row), row.cell(column).to_owned())).collect();
        for row in &many {
            // Who sat in a chamber besides is a member.
            by_key.remove(whole(row.cell(key)));
        }
        Self { by_key }
    }

    /// Takes their ballots out of the votes of other chambers, and says so.
    pub(in crate::read) fn take_out(&self, archive: &mut Archive, problems: &mut Problems) {
        if self.by_key.is_empty() {
            return;
        }
        let votes = (0..archive.num_roll_calls()).filter_map(|index| archive.roll_call(index));
        let voting: HashSet<String> = votes.filter_map(|vote| vote.info().chamber.clone()).collect();
        let chamber_of = |member: &Member| {
            let chamber = self.by_key.get(member.key.as_deref()?)?;
            Some(chamber.as_str()).filter(|chamber| !voting.is_empty() && !voting.contains(*chamber))
        };
        let is_out: Vec<bool> = archive.members().iter().map(|member| chamber_of(member).is_some()).collect();
        let ballots = archive.take_out(&is_out);
        for (member, _) in ballots.iter().enumerate().filter(|(_, ballots)| **ballots > 0) {
            let member = &archive.members()[member];
            let found = format!("{}, {}", member.name, chamber_of(member).unwrap_or_default());
            problems.add(ProblemKind::NotOfChamber, Done::NotCounted, None, None, &found);
        }
    }
}

impl Companions {
    /// Joins what fits.
    pub(in crate::read) fn join(wanted: &Wanted<'_>, mut beside: Vec<Beside>) -> Self {
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
                        CompanionKind::Chambers => None,
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
                CompanionKind::Members => {
                    companions.officers = joined.as_ref().map(Officers::of).unwrap_or_default();
                    companions.members = joined;
                }
                CompanionKind::RollCalls => companions.roll_calls = joined,
                CompanionKind::Parties => companions.parties = joined,
                CompanionKind::Chambers => {}
            }
        }
        companions
    }

    /// The row of a member in the table of members.
    pub(in crate::read) fn member(&self, view: View<'_>) -> Option<View<'_>> {
        let members = self.members.as_ref()?;
        match members.by {
            By::Name => members.row(&plain(&view.name())),
            By::Key | By::Number => {
                let mut key = view.key()?;
                for &column in &members.with {
                    key.push('-');
                    key.push_str(whole(view.row.cell(column)));
                }
                members.row(&key)
            }
        }
    }

    /// The party that the views name, completed from the table of parties.
    pub(in crate::read) fn party(&self, views: &[View<'_>], assembly: &mut Assembly) -> Option<PartyId> {
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
            let mut found = [short.as_deref(), name.as_deref()].into_iter().flatten();
            found.find_map(|text| parties.row(text))
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
        let key = self
            .parties
            .as_ref()
            .map_or(0, |parties| parties.key_columns.first().copied().unwrap_or_default());
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
    pub(in crate::read) fn complete_vote(&self, info: &mut RollCallInfo) {
        let Some(roll_calls) = &self.roll_calls else { return };
        let Some(id) = info.id.clone().or_else(|| self.called.clone()) else { return };
        let key = if roll_calls.by == By::Number { number_of(&id) } else { &id };
        if let Some(row) = roll_calls.row(key) {
            row.complete(info);
            info.title = info.title.take().or_else(|| row.text(Role::Name));
            info.id = Some(id);
        }
    }

    /// Forgets the table of members, which is large where votes are many.
    pub(in crate::read) fn forget_members(&mut self) {
        self.members = None;
    }

    /// The columns of the votes that a member's row in the table of members is found by, besides the key.
    pub(in crate::read) fn member_columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.members.iter().flat_map(|members| members.with.iter().copied())
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

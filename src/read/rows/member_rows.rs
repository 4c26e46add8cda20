//! Rows to members: what a row says of one, completed by the tables beside.
//!
//! Must not know: how the member voted.

use hashbrown::HashSet;

use crate::model::{Member, Score, Votes};
use crate::read::lookup::companions::Companions;
use crate::read::mapping::{Mapping, Role, Shape};
use crate::read::report::problem::Problems;
use crate::read::rows::assembly::Assembly;
use crate::read::rows::facts::{RoleIndex, View};
use crate::read::table::Record;
use crate::read::{Done, ProblemKind};

/// Turns rows into members, with the help of the tables beside.
pub(in crate::read) struct MemberReader<'a> {
    pub(in crate::read) roles: RoleIndex,
    companions: &'a Companions,
    mapping: &'a Mapping,
    /// Whether points and commas in weights part thousands.
    thousands: bool,
    /// Whether each row is a party, which is its own member.
    are_parties: bool,
}

impl<'a> MemberReader<'a> {
    pub(in crate::read) fn new(mapping: &'a Mapping, rows: &[Record], companions: &'a Companions) -> Self {
        let roles = RoleIndex::of(&mapping.columns);
        // Numbers of documents have no marks between thousands.
        let is_text = rows.first().is_none_or(|row| row.line > 0);
        let thousands =
            roles.column(Role::Weight).is_some_and(|column| is_text && parts_thousands(rows, column));
        let are_parties = are_parties(&roles, rows, mapping);
        Self { roles, companions, mapping, thousands, are_parties }
    }

    /// What a row and the tables beside say of a member.
    pub(in crate::read) fn member(
        &self,
        row: &Record,
        assembly: &mut Assembly,
        problems: &mut Problems,
    ) -> Member {
        let view = self.roles.view(row);
        let weight = self.weight(row, problems);
        let beside = self.companions.member(view);
        self.complete(view, beside, weight, assembly)
    }

    fn complete(
        &self,
        view: View<'_>,
        beside: Option<View<'_>>,
        weight: Option<Votes>,
        assembly: &mut Assembly,
    ) -> Member {
        let views = || std::iter::once(view).chain(beside);
        let text = |role| views().find_map(|view| view.text(role));
        let name = views().map(View::name).find(|name| !name.is_empty());
        let of_party = || text(Role::Party).or_else(|| text(Role::PartyShort)).filter(|_| self.are_parties);
        let name = name.or_else(of_party).unwrap_or_default();
        Member {
            name,
            party: self.companions.party(&views().collect::<Vec<_>>(), assembly),
            key: view.key(),
            constituency: views().find_map(View::constituency),
            seat: text(Role::Seat),
            weight,
            score: text(Role::Score).and_then(|text| Score::from_text(&text)),
        }
    }

    fn weight(&self, row: &Record, problems: &mut Problems) -> Option<Votes> {
        let column = self.roles.column(Role::Weight)?;
        let cell = row.cell(column);
        let number = bare_number(cell);
        let number = if self.thousands { number.replace([',', '.', '\''], "") } else { number };
        if let Ok(weight) = number.parse::<Votes>() {
            return (weight != Votes::ONE).then_some(weight);
        }
        let header = self.mapping.header(column);
        problems.add(ProblemKind::BadWeight, Done::KeptWithout, Some(row.line), Some(header), cell);
        None
    }
}

/// True where nothing but their party names the members of one vote, and no party stands twice.
fn are_parties(roles: &RoleIndex, rows: &[Record], mapping: &Mapping) -> bool {
    if roles.has_names() || roles.has(Role::Id) || mapping.shape != Shape::OneVote {
        return false;
    }
    let Some(column) = roles.column(Role::Party).or_else(|| roles.column(Role::PartyShort)) else {
        return false;
    };
    let mut seen = HashSet::new();
    rows.len() > 1 && rows.iter().all(|row| !row.cell(column).is_empty() && seen.insert(row.cell(column)))
}

/// A number without spaces and the sign of percent.
fn bare_number(cell: &str) -> String {
    cell.chars().filter(|c| !c.is_whitespace() && *c != '%').collect()
}

/// True where every point or comma in a column of numbers has three digits behind it, as thousands have:
/// weights with three decimals throughout begin with a nought.
fn parts_thousands(rows: &[Record], column: usize) -> bool {
    let marked: Vec<String> = rows
        .iter()
        .map(|row| bare_number(row.cell(column)))
        .filter(|cell| cell.contains(['.', ',', '\'']))
        .collect();
    let is_thousands = |cell: &String| {
        let groups: Vec<&str> = cell.split(['.', ',', '\'']).collect();
        !groups[0].starts_with('0') && groups[1..].iter().all(|group| group.len() == 3)
    };
    !marked.is_empty() && marked.iter().all(is_thousands)
}

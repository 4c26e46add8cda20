//! A list of members with their parties.

use hashbrown::HashMap;

use super::{Composed, Headed, Headline, alone};
use crate::model::{Ballot, Position, VoteDate};
use crate::read::mapping::{Mapping, Role};
use crate::read::report::problem::Problems;
use crate::read::rows::assembly::Assembly;
use crate::read::rows::member_rows::MemberReader;
use crate::read::rows::{RowCount, Who, introduce_parties};
use crate::read::table::profile::Profile;
use crate::read::table::totals::{is_total, without_footer};
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Match};
use crate::read::{Done, ProblemKind};

/// The roles that name a member.
const MEMBER: [Role; 11] = [
    Role::Name,
    Role::FirstName,
    Role::MiddleName,
    Role::LastName,
    Role::SecondLastName,
    Role::Party,
    Role::PartyShort,
    Role::PartyColour,
    Role::Constituency,
    Role::Seat,
    Role::Id,
];

/// Reads a table with a row for each member of a chamber.
pub(super) fn read(headed: &Headed<'_>, problems: &mut Problems) -> Option<Composed> {
    const FEWEST: usize = 2;
    let used = headed.used(&MEMBER);
    let has = |role: Role| used.iter().any(|&(_, used)| used == role);
    let says = |role: Role| headed.columns.iter().any(|column| column.role == Some((role, Match::Whole)));
    let has_names = says(Role::Name) || (says(Role::LastName) || says(Role::FirstName));
    let has_parties = has(Role::Party) || has(Role::PartyShort);
    let num_members = without_footer(headed.rows);
    if !has_names || !has_parties || num_members < FEWEST || headed.columns.iter().any(is_no_fact_of_a_member)
    {
        return None;
    }
    let mapping = Mapping { columns: headed.choices(&used), ..Mapping::default() };
    let (companions, rows) = (alone(), &headed.rows[..num_members]);
    let reader = MemberReader::new(&mapping, rows, &companions);
    let mut names: HashMap<String, usize> = HashMap::new();
    for row in rows {
        *names.entry(reader.roles.view(row).name()).or_default() += 1;
    }
    // Members who stand there again and again are those of several votes, days or speeches.
    let are_names = names.keys().filter(|name| name.chars().any(char::is_alphabetic)).count();
    let repeated = num_members - names.len();
    if repeated > (num_members / 10).max(1) || are_names * 10 < names.len() * 9 {
        return None;
    }
    let mut assembly = Assembly::new();
    introduce_parties(&headed.heading, &mut assembly);
    let number = assembly.roll_call(headed.heading.info.clone());
    let mut seen: HashMap<Who, (&str, u32)> = HashMap::new();
    let mut set_aside = 0;
    for (place, row) in headed.rows.iter().enumerate() {
        let mut aside = |kind: ProblemKind| {
            set_aside += 1;
            problems.add(kind, Done::SetAside, Some(row.line), None, row.raw.trim());
        };
        let name = reader.roles.view(row).name();
        if place >= num_members || is_total(&name) {
            aside(ProblemKind::TotalRow);
            continue;
        }
        if name.is_empty() {
            aside(ProblemKind::NoName);
            continue;
        }
        let is_vacant = vocabulary::position(&name) == Some(Position::Vacant);
        let member = reader.member(row, &mut assembly, problems);
        let mut nth = 0;
        if let Some(who) = Who::of(&member).filter(|_| !is_vacant) {
            match seen.get_mut(&who) {
                None => {
                    seen.insert(who, (row.raw.as_str(), 0));
                }
                Some((first, _)) if member.key.is_some() || *first == row.raw => {
                    problems.add(
                        ProblemKind::DuplicateMember,
                        Done::SetAside,
                        Some(row.line),
                        None,
                        row.raw.trim(),
                    );
                    set_aside += 1;
                    continue;
                }
                Some((_, count)) => {
                    *count += 1;
                    nth = *count;
                    problems.add(ProblemKind::SameName, Done::Kept, Some(row.line), None, &member.name);
                }
            }
        }
        let position = if is_vacant { Position::Vacant } else { Position::Seat };
        let member = assembly.namesake(member, nth);
        assembly.ballot(number, member, Ballot::new(position));
    }
    let present = headed.rows.len() as u64;
    let rows = RowCount { present, read: present - set_aside, set_aside };
    Some(Composed { archive: assembly.finish().archive, rows, used })
}

/// True for a column that makes the table something else: how members voted, who was there on a day, what a candidate
/// won.
fn is_no_fact_of_a_member(column: &Headline) -> bool {
    /// Headers of registers and of elections, in the languages of the vocabulary that has them.
    const OTHERS: [&str; 24] = [
        "attendance",
        "attended",
        "present",
        "presence",
        "presente",
        "presenza",
        "asistencia",
        "presenca",
        "anwesend",
        "anwesenheit",
        "voted",
        "hasvoted",
        "share",
        "voteshare",
        "percent",
        "percentage",
        "stimmen",
        "stimmenanteil",
        "voix",
        "pourcentage",
        "votos",
        "porcentaje",
        "voti",
        "percentuale",
    ];
    let Headline { header, role, profile } = column;
    let words = header_words(header);
    let is_day = matches!(VoteDate::from_text(header), VoteDate::Day(_));
    let is_vote = matches!(role, Some((Role::Position | Role::Flag | Role::Result | Role::VoteId, _)));
    let is_candidate =
        words.iter().any(|word| ["candidat", "kandidat"].iter().any(|stem| word.starts_with(stem)));
    let won = ["elected", "winner", "won"].iter().any(|won| words.iter().any(|word| word == won));
    is_day
        || is_vote
        || is_candidate
        || profile.is_attendance()
        || OTHERS.contains(&words.concat().as_str())
        || (won && Profile::has_two_sides(profile))
        || header.trim() == "%"
}

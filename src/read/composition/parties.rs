//! A table of parties with the number of their seats.

use hashbrown::{HashMap, HashSet};

use super::{Composed, Headed, alone};
use crate::model::{Ballot, Member, Position, RollCallInfo, VoteDate};
use crate::read::mapping::Role;
use crate::read::report::problem::Problems;
use crate::read::rows::assembly::{Assembly, RollCallNumber};
use crate::read::rows::facts::RoleIndex;
use crate::read::rows::{RowCount, introduce_parties};
use crate::read::table::Record;
use crate::read::table::totals::is_total;
use crate::read::vocabulary::words::{header_words, plain};
use crate::read::vocabulary::{self, Match};
use crate::read::{Done, ProblemKind};

/// More seats than any chamber has: such numbers are votes, or members of the parties themselves.
const MOST_SEATS: u64 = 10_000;

/// The roles that name a party.
const PARTY: [Role; 3] = [Role::Party, Role::PartyShort, Role::PartyColour];

/// What may tell one chamber, day or election from another.
const TELLS_APART: [Role; 7] = [
    Role::Chamber,
    Role::VoteDate,
    Role::VoteYear,
    Role::Session,
    Role::VoteTitle,
    Role::VoteId,
    Role::Detail,
];

/// A row that counts.
#[derive(Clone, Copy)]
struct Entry<'a> {
    row: &'a Record,
    seats: u32,
}

/// Reads a table with a row for each party: a composition, or one for each chamber, day or column of seats.
pub(super) fn read(headed: &Headed<'_>, problems: &mut Problems) -> Option<Composed> {
    let party = headed.column(Role::Party).or_else(|| headed.column(Role::PartyShort))?;
    let columns = seat_columns(headed)?;
    let groups = groups(headed, party, columns[0])?;
    let mut used: Vec<(usize, Role)> = headed.used(&PARTY);
    used.extend(columns.iter().map(|&column| (column, Role::Seats)));
    used.extend(groups.by.iter().filter_map(|&column| Some((column, headed.columns[column].role?.0))));
    let roles = RoleIndex::of(&headed.choices(&used));
    let mut assembly = Assembly::new();
    introduce_parties(&headed.heading, &mut assembly);
    let mut of_rows: Vec<(ProblemKind, &Record, usize)> = Vec::new();
    for rows in &groups.rows {
        for &column in &columns {
            let Sorted { entries, total, aside } = sorted(rows, party, column);
            of_rows.extend(aside.iter().map(|&(kind, row)| (kind, row, column)));
            let sum: u64 = entries.iter().map(|entry| u64::from(entry.seats)).sum();
            if sum == 0 || sum > MOST_SEATS {
                return None;
            }
            let mut info = info(headed, &groups, rows, (columns.len() > 1).then_some(column));
            if let Some((row, total)) = total.filter(|&(_, total)| u64::from(total) != sum) {
                let found = format!("{total} ≠ {sum}");
                let header = headed.columns[column].header.as_str();
                problems.add(ProblemKind::SeatsDiffer, Done::Kept, Some(row.line), Some(header), &found);
                // Seats beyond those of the parties are vacant.
                info.seats = info.seats.or(Some(total)).filter(|&seats| u64::from(seats) > sum);
            }
            let number = assembly.roll_call(info);
            for entry in entries {
                seat(entry, party, number, &roles, &mut assembly);
            }
        }
    }
    // A row is set aside once, however many columns of seats there are.
    let mut lines: HashSet<u64> = HashSet::new();
    for (kind, row, column) in of_rows {
        let found = if kind == ProblemKind::BadSeats { row.cell(column) } else { row.raw.trim() };
        let header = (kind == ProblemKind::BadSeats).then(|| headed.columns[column].header.as_str());
        if lines.insert(row.line) {
            problems.add(kind, Done::SetAside, Some(row.line), header, found);
        }
    }
    let (present, set_aside) = (headed.rows.len() as u64, lines.len() as u64);
    let rows = RowCount { present, read: present - set_aside, set_aside };
    Some(Composed { archive: assembly.finish().archive, rows, used })
}

/// Adds the seats of a row.
fn seat(entry: Entry<'_>, party: usize, number: RollCallNumber, roles: &RoleIndex, assembly: &mut Assembly) {
    let is_vacant = vocabulary::position(entry.row.cell(party)) == Some(Position::Vacant);
    let (party, position) = match is_vacant {
        _ if entry.seats == 0 => return,
        true => (None, Position::Vacant),
        false => (alone().party(&[roles.view(entry.row)], assembly), Position::Seat),
    };
    for _ in 0..entry.seats {
        let member = assembly.member(Member { party, ..Member::default() });
        assembly.ballot(number, member, Ballot::new(position));
    }
}

/// The columns of seats. The one that is called so, else all that differ by a number only (`Seats 2019`, `Seats 2024`).
/// Of two that are called so, and are not the same, neither is known to be meant.
fn seat_columns(headed: &Headed<'_>) -> Option<Vec<usize>> {
    let is_given = headed.columns.iter().any(|column| column.role == Some((Role::Seats, Match::Whole)));
    let is_dated = |header: &str| {
        let words = header_words(header);
        let others: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()))
            .collect();
        others.len() < words.len() && vocabulary::role(&others.join(" ")) == Some((Role::Seats, Match::Whole))
    };
    let with_seats = |place: &usize| {
        let column = &headed.columns[*place];
        let is_called = if is_given {
            column.role == Some((Role::Seats, Match::Whole))
        } else {
            is_dated(&column.header)
        };
        is_called && holds_numbers(headed.rows, *place)
    };
    let mut found: Vec<usize> = (0..headed.columns.len()).filter(with_seats).collect();
    if is_given && found.len() > 1 {
        let first = found[0];
        let is_same = |&other: &usize| headed.rows.iter().all(|row| row.cell(other) == row.cell(first));
        if !found.iter().all(is_same) {
            return None;
        }
        found.truncate(1);
    }
    (!found.is_empty()).then_some(found)
}

/// True where nine of ten cells with something in them are numbers of seats; of a few cells, all but one.
fn holds_numbers(rows: &[Record], column: usize) -> bool {
    let filled = rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.trim().is_empty());
    let (mut all, mut numbers) = (0, 0);
    for cell in filled {
        all += 1;
        numbers += usize::from(number(cell).is_some());
    }
    numbers > 1 && (numbers * 10 >= all * 9 || numbers + 1 == all) || (numbers == 1 && all == 1)
}

/// A number of seats: `40`, `1 234`, `40.0`; nothing and a dash are none.
fn number(cell: &str) -> Option<u32> {
    let digits: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.is_empty() || digits.chars().all(|c| matches!(c, '-' | '–' | '—' | '−')) {
        return Some(0);
    }
    let digits = digits.strip_suffix(".0").unwrap_or(&digits);
    let mut groups = digits.split([',', '.', '\'', '’']);
    let first = groups.next()?;
    let mut whole = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        whole.push_str(group);
    }
    whole.bytes().all(|byte| byte.is_ascii_digit()).then(|| whole.parse().ok()).flatten()
}

/// The rows of a table as compositions.
struct Groups<'a> {
    rows: Vec<Vec<&'a Record>>,
    /// The columns that tell them apart.
    by: Vec<usize>,
}

/// The rows in which each party stands once; where a party repeats, by what tells one composition from another. Seats by
/// constituency are summed. `None` where the same party stands in several rows and nothing says why.
fn groups<'a>(headed: &Headed<'a>, party: usize, seats: usize) -> Option<Groups<'a>> {
    let all: Vec<&Record> = headed.rows.iter().collect();
    let is_party = |row: &&&Record| !is_total(row.cell(party)) && !row.cell(seats).trim().is_empty();
    let repeats = |rows: &[&Record], besides: Option<usize>| {
        let mut seen = HashSet::new();
        rows.iter().filter(is_party).any(|row| {
            let place = besides.map(|column| plain(row.cell(column))).unwrap_or_default();
            !seen.insert((plain(row.cell(party)), place))
        })
    };
    if !repeats(&all, None) {
        return Some(Groups { rows: vec![all], by: Vec::new() });
    }
    let tells_apart = |place: &usize| {
        let column = &headed.columns[*place];
        match column.role {
            Some((Role::Detail, _)) | None => is_year(column.profile.counts.keys().map(String::as_str)),
            Some((role, _)) => TELLS_APART.contains(&role),
        }
    };
    let by: Vec<usize> = (0..headed.columns.len()).filter(tells_apart).collect();
    let mut places: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut rows: Vec<Vec<&Record>> = Vec::new();
    for row in headed.rows {
        let key: Vec<&str> = by.iter().map(|&column| row.cell(column)).collect();
        let place = *places.entry(key).or_insert_with(|| {
            rows.push(Vec::new());
            rows.len() - 1
        });
        rows[place].push(row);
    }
    let constituency = headed.column(Role::Constituency);
    let is_clear = |rows: &Vec<&Record>| {
        !repeats(rows, None) || constituency.is_some_and(|column| !repeats(rows, Some(column)))
    };
    rows.iter().all(is_clear).then_some(Groups { rows, by })
}

/// True for years.
fn is_year<'a>(mut cells: impl Iterator<Item = &'a str>) -> bool {
    cells.all(|cell| cell.parse::<u16>().is_ok_and(|year| (1700..2200).contains(&year)))
}

/// Rows that count, the row of their sum, and rows that are neither.
struct Sorted<'a> {
    entries: Vec<Entry<'a>>,
    total: Option<(&'a Record, u32)>,
    aside: Vec<(ProblemKind, &'a Record)>,
}

fn sorted<'a>(rows: &[&'a Record], party: usize, column: usize) -> Sorted<'a> {
    let mut sorted = Sorted { entries: Vec::new(), total: None, aside: Vec::new() };
    for &row in rows {
        let name = row.cell(party).trim();
        let label = if name.is_empty() { row.cell(0) } else { name };
        match number(row.cell(column)) {
            Some(seats) if is_total(label) => {
                sorted.total = Some((row, seats));
                sorted.aside.push((ProblemKind::TotalRow, row));
            }
            Some(seats) if !name.is_empty() => sorted.entries.push(Entry { row, seats }),
            Some(_) => sorted.aside.push((ProblemKind::NoName, row)),
            None => sorted.aside.push((ProblemKind::BadSeats, row)),
        }
    }
    sorted
}

/// What is known of one of the compositions of a table.
fn info(headed: &Headed<'_>, groups: &Groups<'_>, rows: &[&Record], column: Option<usize>) -> RollCallInfo {
    let mut info = headed.heading.info.clone();
    for &by in &groups.by {
        let Some(cell) = rows.first().map(|row| row.cell(by).trim().to_owned()) else { continue };
        match headed.columns[by].role {
            Some((Role::Chamber, _)) => info.chamber = Some(cell),
            Some((Role::VoteTitle, _)) => info.title = Some(cell),
            Some((Role::VoteId | Role::Session, _)) => info.id = Some(cell),
            _ => info.date = Some(VoteDate::from_text(&cell)),
        }
    }
    if let Some(column) = column {
        info.id = Some(headed.columns[column].header.clone());
    }
    info
}

//! Lists of names under the positions they took: a row for each vote with its members packed into a cell for each side, or the
//! lists of the sides beside one another.
//!
//! Goes in: a [`Table`]. Comes out: the same as a table with a row for each ballot, or nothing where it is of another kind. Must
//! not know: roles, shapes, what becomes of the rows.

use std::borrow::Cow;

use hashbrown::HashSet;

use crate::model::Position;
use crate::read::document::listed;
use crate::read::infer::mark;
use crate::read::mapping::Role;
use crate::read::table::profile::is_number;
use crate::read::table::{Record, Table};
use crate::read::vocabulary;
use crate::read::vocabulary::words::plain;

/// The header is looked for in so many records.
const SEARCHED: usize = 12;

/// A member in a list.
struct Listed<'a> {
    id: Cow<'a, str>,
    name: Cow<'a, str>,
}

/// The ballots of a table whose cells are lists of names under positions.
pub(in crate::read) fn unpivot(table: &Table) -> Option<Table> {
    let header = (0..table.records.len().min(SEARCHED)).find(|&index| heads_lists(&table.records[index]))?;
    let (above, below) = table.records.split_at(header);
    // Below another header it is a row.
    if above.iter().any(|record| record.cells.iter().filter(|cell| !cell.is_empty()).count() > 1) {
        return None;
    }
    let (head, rows) = below.split_first()?;
    // Counts of the sides may stand beside their lists.
    let named: Vec<(usize, Position)> = sides(head)
        .filter_map(|(column, side)| Some((column, side?)))
        .filter(|&(column, _)| !holds_counts(rows, column))
        .collect();
    let has = |wanted| named.iter().any(|(_, side)| *side == wanted);
    let has_sides = has(Position::For) && has(Position::Against);
    let named: Vec<usize> = named.iter().map(|(column, _)| *column).collect();
    let heads: HashSet<String> = named.iter().map(|&column| plain(head.cell(column))).collect();
    let hold_names = named.iter().all(|&column| holds_names(rows, column));
    if rows.is_empty() || heads.len() < named.len() || !has_sides || !hold_names {
        return None;
    }
    let leading: Vec<usize> = (0..head.cells.len()).filter(|column| !named.contains(column)).collect();
    let is_of_votes = leading.iter().any(|&column| {
        let role = vocabulary::role(head.cell(column)).map(|(role, _)| role);
        matches!(role, Some(Role::VoteId | Role::VoteTitle | Role::VoteDate))
    });
    let separator = separator(rows, &named);
    if !is_of_votes && separator.is_some() {
        return None;
    }
    let mut lists = named;
    if is_of_votes {
        lists.extend(lists_under_other_words(rows, &lists, &leading, separator));
        lists.sort_unstable();
    }
    let kept: Vec<usize> = if is_of_votes {
        leading.into_iter().filter(|column| !lists.contains(column)).collect()
    } else {
        Vec::new()
    };
    let mut records: Vec<Record> = above.to_vec();
    let headers = kept.iter().map(|&column| head.cell(column)).chain(["member id", "name", "vote"]);
    records.push(record(head, headers));
    for row in rows {
        for &column in &lists {
            for member in members(row.cell(column), separator) {
                let cells = kept.iter().map(|&column| row.cell(column));
                records.push(record(row, cells.chain([&*member.id, &*member.name, head.cell(column)])));
            }
        }
    }
    Some(Table { records, ..table.clone() })
}

/// For each column the position that its header names, or those who took it.
fn sides(head: &Record) -> impl Iterator<Item = (usize, Option<Position>)> {
    let people = |word: &str| match word {
        "supporters" | "proponents" | "in support" => Some(Position::For),
        "opposers" | "opponents" | "in opposition" | "objectors" => Some(Position::Against),
        _ => None,
    };
    let headers = || head.cells.iter();
    let named = vocabulary::counted_positions(headers().collect::<Vec<_>>().into_iter()).collect::<Vec<_>>();
    let sides = headers().zip(named).map(move |(header, named)| named.or_else(|| people(&plain(header))));
    sides.enumerate()
}

fn heads_lists(record: &Record) -> bool {
    let has = |wanted| sides(record).any(|(_, side)| side == Some(wanted));
    has(Position::For) && has(Position::Against)
}

/// True where every filled cell of a column is a number.
fn holds_counts(rows: &[Record], column: usize) -> bool {
    let mut filled = rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(is_number)
}

/// True where the cells of a column are texts, and neither counts, marks nor votes.
fn holds_names(rows: &[Record], column: usize) -> bool {
    let filled = || rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let is_other =
        |cell: &&str| is_number(cell) || mark(cell).is_some() || vocabulary::position(cell).is_some();
    filled().filter(is_other).count() * 10 <= filled().count()
}

/// What parts the names in a cell; `None` where each cell is one name, or a list in brackets.
fn separator(rows: &[Record], columns: &[usize]) -> Option<&'static str> {
    let cells = || {
        rows.iter()
            .flat_map(|row| columns.iter().map(|&column| row.cell(column)))
            .filter(|cell| !cell.is_empty())
    };
    let share = |part: &str| cells().filter(|cell| cell.contains(part)).count();
    let all = cells().count();
    let is_listed = |cell: &&str| cell.starts_with('[');
    if cells().filter(is_listed).count() * 2 > all {
        return None;
    }
    // A comma parts a first name from a last one where it stands once in each name.
    ["; ", ";", " | ", "|", "\n"].into_iter().find(|part| share(part) * 4 >= all.max(1)).or_else(|| {
        let several = cells().filter(|cell| cell.matches(", ").count() > 1).count();
        (several * 4 >= all.max(1)).then_some(", ")
    })
}

/// The members in a cell.
fn members<'a>(cell: &'a str, separator: Option<&str>) -> Vec<Listed<'a>> {
    if cell.trim().is_empty() {
        return Vec::new();
    }
    if let Some(list) = listed(cell) {
        return list.into_iter().map(|(id, name)| Listed { id: id.into(), name: name.into() }).collect();
    }
    let one = |name: &'a str| Listed { id: "".into(), name: name.trim().into() };
    match separator {
        Some(separator) => cell.split(separator).map(one).filter(|member| !member.name.is_empty()).collect(),
        None => vec![one(cell)],
    }
}

/// Columns under words nobody knows whose members are those of the other lists, each on one side only: `Sat hjá`.
fn lists_under_other_words(
    rows: &[Record],
    lists: &[usize],
    leading: &[usize],
    separator: Option<&str>,
) -> Vec<usize> {
    let names = |row: &Record, column: usize| -> Vec<String> {
        members(row.cell(column), separator).into_iter().map(|member| member.name.into_owned()).collect()
    };
    let known: HashSet<String> =
        rows.iter().flat_map(|row| lists.iter().flat_map(|&column| names(row, column))).collect();
    let is_list = |&column: &usize| {
        let (mut of_members, mut all, mut twice) = (0, 0, 0);
        for row in rows {
            let sides: HashSet<String> = lists.iter().flat_map(|&list| names(row, list)).collect();
            for name in names(row, column) {
                all += 1;
                of_members += usize::from(known.contains(&name));
                twice += usize::from(sides.contains(&name));
            }
        }
        all > 0 && of_members * 2 >= all && twice * 20 <= all
    };
    leading.iter().copied().filter(is_list).collect()
}

fn record<'a>(origin: &Record, cells: impl Iterator<Item = &'a str>) -> Record {
    Record { line: origin.line, raw: origin.raw.clone(), cells: cells.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ballots(text: &str) -> Option<Vec<Vec<String>>> {
        let table = unpivot(&Table::parse(text))?;
        let cells = |record: &Record| record.cells.iter().map(str::to_owned).collect();
        Some(table.records.iter().map(cells).collect())
    }

    #[test]
    fn members_packed_into_cells() {
        let found = ballots("vote_id,Yes,No,Zzz\n1,A B; C D,E F,\n2,A B,C D,E F\n").expect("lists");
        assert_eq!(found[0], ["vote_id", "member id", "name", "vote"]);
        assert_eq!(found[1..4], [["1", "", "A B", "Yes"], ["1", "", "C D", "Yes"], ["1", "", "E F", "No"]]);
        assert_eq!(found[6], ["2", "", "E F", "Zzz"], "who is under a word nobody knows is not lost");
        let listed = ballots(
            "vote_id,sponsors,Yes,No\n1,\"[\"\"A B\"\"]\",\"[\"\"A B\"\",\"\"C D\"\"]\",\"[\"\"E F\"\"]\"\n",
        );
        let listed = listed.expect("lists");
        assert_eq!(listed.len(), 4, "sponsors are on a side already: {listed:?}");
    }

    #[test]
    fn lists_beside_one_another() {
        let found = ballots(
            "Supporters,IsMember?,,Opposers,IsMember?\nAlder,True,,Dogwood,False\nBirch,False,,Elm,True\nCedar,True,,,\n",
        );
        let found = found.expect("lists");
        assert_eq!(found.len(), 6);
        assert_eq!(found[1], ["", "Alder", "Supporters"]);
    }

    #[test]
    fn counts_and_marks_are_no_lists() {
        assert!(ballots("vote_id,Yes,No\n1,40,30\n2,20,50\n").is_none());
        assert!(ballots("name,Yes,No\nAnn,x,\nBo,,x\n").is_none());
    }
}

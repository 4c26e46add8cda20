//! Which column is what: by header words first, by content where those say nothing.

use super::division::{Divided, Divider};
use super::finding::{Finder, Found};
use super::mapping::{ColumnChoice, Role};
use super::profile::Profile;
use super::roles::Chooser;
use super::table::Record;
use super::vocabulary::{self, Match};
use super::words::plain;
use crate::model::Position;

/// A cell that denies a flag.
pub(super) fn is_no(cell: &str) -> bool {
    let cell = plain(cell);
    matches!(cell.as_str(), "" | "-" | "--" | "0" | "n" | "false")
        || vocabulary::position(&cell) == Some(Position::Against)
}

/// The columns of a table with their roles. The votes may be missing: the caller says so.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) choices: Vec<ColumnChoice>,
    pub(super) profiles: Vec<Profile>,
    /// Where the votes are.
    pub(super) found: Found,
    /// Whether the rows are one vote or several below one another.
    pub(super) divided: Divided,
}

/// More columns than any roll call has; a bound on memory.
pub(super) const MOST_COLUMNS: usize = 50_000;

/// The headers of a table; a column without one is called by its number.
pub(super) fn headers(header: Option<&Record>, rows: &[Record]) -> Vec<String> {
    let width = match header {
        Some(header) => header.cells.len(),
        None => rows.iter().map(|record| record.cells.len()).max().unwrap_or(0),
    };
    (0..width.min(MOST_COLUMNS))
        .map(|column| match header.map(|header| header.cell(column)) {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => (column + 1).to_string(),
        })
        .collect()
}

/// Chooses what each column is.
pub(super) fn choose(headers: Vec<String>, has_header: bool, rows: &[Record]) -> Columns {
    let width = headers.len();
    let profiles: Vec<Profile> = (0..width).map(|column| Profile::of(rows, column)).collect();
    let by_header: Vec<Option<(Role, Match)>> = if has_header {
        headers.iter().map(|text| vocabulary::role(text)).collect()
    } else {
        vec![None; width]
    };
    let finder = Finder { headers: &headers, by_header: &by_header, profiles: &profiles, rows, has_header };
    let found = finder.find();
    let (ballots, role) = match &found {
        Found::Nothing => (Vec::new(), Role::Position),
        Found::Column(column) => (vec![*column], Role::Position),
        Found::Columns(columns) => (columns.clone(), Role::Position),
        Found::Flags(columns) => (columns.clone(), Role::Flag),
    };
    let divided = match &found {
        Found::Column(_) | Found::Flags(_) => {
            Divider { by_header: &by_header, profiles: &profiles, rows, ballots: &ballots, has_header }
                .divide()
        }
        Found::Nothing | Found::Columns(_) => Divided::No,
    };
    let has_many_votes = matches!(found, Found::Columns(_)) || divided != Divided::No;
    let is_matrix = matches!(found, Found::Columns(_));
    let roles = vec![None; width];
    let mut chooser = Chooser { headers, profiles, by_header, roles, division: None, has_many_votes };
    for &column in &ballots {
        chooser.roles[column] = Some(role);
    }
    if let Divided::By(division) = &divided {
        chooser.take_division(division, rows, has_header);
    }
    chooser.choose_by_header(rows.len());
    if !is_matrix {
        let is_ballots = |column: &usize| role == Role::Flag || chooser.profiles[*column].has_two_sides();
        let is_one_vote = !has_many_votes && ballots.iter().any(is_ballots);
        chooser.choose_declared(is_one_vote);
    }
    if chooser.division.is_some() {
        chooser.drop_what_is_not_of_the_vote(rows);
    }
    chooser.mend_names(rows);
    chooser.choose_by_content(rows);
    let Chooser { headers, profiles, roles, .. } = chooser;
    let choices =
        headers.into_iter().zip(roles).map(|(header, role)| ColumnChoice { header, role }).collect();
    Columns { choices, profiles, found, divided }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::Table;

    fn roles(text: &str) -> Vec<Option<&'static str>> {
        let table = Table::parse(text);
        let headers = headers(table.records.first(), &table.records[1..]);
        let columns = choose(headers, true, &table.records[1..]);
        columns.choices.iter().map(|choice| choice.role.map(Role::key)).collect()
    }

    #[test]
    fn names_in_one_or_several_columns() {
        assert_eq!(
            roles("prenom,nom,groupe,vote\nA,B,X,Pour\nC,D,X,Contre\n"),
            [Some("first-name"), Some("last-name"), Some("party"), Some("position")]
        );
        assert_eq!(roles("nombre,voto\nA B,Sí\nC D,No\n"), [Some("name"), Some("position")]);
        assert_eq!(
            roles(
                "Id,Nombre,ApellidoPaterno,ApellidoMaterno,NombreCompleto,Voto\n1,A,B,C,A B C,Sí\n2,D,E,F,D E F,No\n"
            ),
            [
                Some("id"),
                Some("first-name"),
                Some("last-name"),
                Some("second-last-name"),
                Some("name"),
                Some("position")
            ]
        );
    }

    #[test]
    fn a_column_of_row_numbers_declares_nothing() {
        let text = "No;Member;Answer;Ayes\n1;Ann Alm;Aye;2\n2;Bo Berg;No;2\n3;Cy Dahl;Aye;2\n";
        let declared = |role: Option<&str>| role.is_some_and(|role| role.starts_with("declared"));
        let found = roles(text);
        assert_eq!(
            found.iter().copied().map(declared).collect::<Vec<_>>(),
            [false, false, false, true],
            "{found:?}"
        );
    }

    #[test]
    fn a_number_under_a_name_header_is_an_id() {
        assert_eq!(
            roles("person,name,vote\n300002,Sen. A,Yea\n300011,Sen. B,Nay\n"),
            [Some("id"), Some("name"), Some("position")]
        );
    }

    #[test]
    fn the_finer_of_two_views_of_one_vote() {
        let text =
            "name,description,option_meaning_1\nA A,pro,for\nB B,proti,against\nC C,zdržel se,against\n";
        assert_eq!(roles(text), [Some("name"), Some("position"), None]);
    }

    #[test]
    fn a_result_is_not_a_vote_and_several_votes_are_several() {
        assert_eq!(roles("title,result\nA bill,Agreed\nB bill,No\n"), [Some("vote-title"), Some("result")]);
        let table = Table::parse("name,v1,v2,v3\nA,yes,no,yes\nB,no,no,yes\n");
        let headers = headers(table.records.first(), &table.records[1..]);
        let columns = choose(headers, true, &table.records[1..]);
        assert_eq!(columns.found, Found::Columns(vec![1, 2, 3]));
    }

    #[test]
    fn without_known_headers_content_decides() {
        let text = "who,where,what\nAnn Roe,North,yes\nBob Doe,North,no\nCid Poe,North,yes\n\
                    Dan Low,South,yes\nEve Coe,South,no\nFay Moe,South,yes\n";
        assert_eq!(roles(text), [Some("name"), Some("party"), Some("position")]);
    }
}

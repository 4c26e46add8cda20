//! Rows that are no member's: the source's own sums.

use crate::model::{Declared, Position, Votes};
use crate::read::mapping::Role;
use crate::read::table::Record;
use crate::read::table::profile::is_number;
use crate::read::vocabulary::codes::whole;
use crate::read::vocabulary::results;
use crate::read::vocabulary::words::plain;
use crate::read::vocabulary::{self, Match};

/// A table has at least so many members above its footer; one of nothing else is a table of totals.
const FEWEST_MEMBERS: usize = 2;

/// And no more rows than this are sums: more that look like it are rows of another kind.
const MOST_SUMS: usize = 24;

/// A sum has at most so many labels; a row with more words for positions is a vote.
const MOST_LABELS: usize = 2;

/// So many rows above a footer are compared with its first.
const COMPARED: usize = 100;

/// A name that is the label of a sum.
pub(in crate::read) fn is_total(name: &str) -> bool {
    const TOTALS: [&str; 41] = [
        "total",
        "totals",
        "sum",
        "summe",
        "somme",
        "suma",
        "soma",
        "gesamt",
        "insgesamt",
        "totale",
        "totales",
        "totaux",
        "totaal",
        "totalt",
        "summa",
        "sammanlagt",
        "ialt",
        "yhteensa",
        "kokku",
        "kopa",
        "razem",
        "lacznie",
        "celkem",
        "celkom",
        "spolu",
        "osszesen",
        "skupaj",
        "skupno",
        "ukupno",
        "всього",
        "разом",
        "итого",
        "всего",
        "общо",
        "вкупно",
        "укупно",
        "συνολο",
        "toplam",
        "合計",
        "总计",
        "합계",
    ];
    let plain = plain(name);
    let first = plain.split_whitespace().next().unwrap_or_default();
    TOTALS.contains(&first) || plain.starts_with("grand total") || plain.starts_with("gesamt")
}

/// `Razem za`, `celkem proti`: a word for a sum, and a position.
fn sums_position(words: &str) -> bool {
    let rest = |(first, rest): (&str, &str)| is_total(first) && vocabulary::position(rest).is_some();
    words.split_once(' ').is_some_and(rest)
}

/// A label without the words that say it is that of a sum: `Yes` of `Total Yes`.
fn without_totals(label: &str) -> String {
    label.split_whitespace().filter(|word| !is_total(word)).collect::<Vec<_>>().join(" ")
}

/// The position that the label of a sum counts: `Total Yes`, `For`, `Summa Ja`.
pub(in crate::read) fn counted_by(label: &str) -> Option<Position> {
    let rest = || {
        let counted = without_totals(label);
        let is_sum = !counted.is_empty() && counted.len() < label.trim().len();
        // `Nos` are several of `No`.
        let of_one = || counted.strip_suffix('s').and_then(vocabulary::position);
        is_sum.then(|| vocabulary::position(&counted).or_else(of_one)).flatten()
    };
    vocabulary::counted_position(label).or_else(rest)
}

/// A name that is the label of a result: `Result`, before `PASS`.
pub(in crate::read) fn is_result(name: &str) -> bool {
    vocabulary::role(name) == Some((Role::Result, Match::Whole)) || results::is_label(name)
}

/// The rows at the end that are the source's own count: a label of a sum or of a position, and numbers.
/// Answers how many rows stand above them.
pub(in crate::read) fn without_footer(rows: &[Record]) -> usize {
    let is_footer = |row: &&Record| {
        let cells: Vec<&str> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
        if cells.len() > 1 && is_result(cells[0]) {
            return true;
        }
        let (numbers, labels): (Vec<&str>, Vec<&str>) = cells.iter().partition(|cell| is_number(cell));
        let is_label = |label: &&str| {
            let words = plain(label);
            let all_known =
                words.split_whitespace().all(|word| is_total(word) || vocabulary::position(word).is_some());
            all_known || sums_position(&words) || is_total(&words) || vocabulary::label(label).is_some()
        };
        !numbers.is_empty() && (1..=MOST_LABELS).contains(&labels.len()) && labels.iter().all(is_label)
    };
    let num_footer = rows.iter().rev().take(MOST_SUMS + 1).take_while(is_footer).count();
    // `2,100094,no` is a row like those above it, and no sum: texts and numbers stand where theirs do.
    let form = |row: &Record| -> Vec<u8> {
        let kind = |cell: &str| if cell.is_empty() { 0 } else { 1 + u8::from(is_number(cell)) };
        let mut kinds: Vec<u8> = row.cells.iter().map(kind).collect();
        kinds.truncate(kinds.iter().rposition(|kind| *kind > 0).map_or(0, |last| last + 1));
        kinds
    };
    let first = rows.len() - num_footer;
    let is_footer_like_above = || {
        // Notes stand beside some rows: a row that begins with a number is compared with more than one.
        let begins_with_number = rows[first].cells.iter().next().is_some_and(is_number);
        let compared = if begins_with_number { COMPARED } else { 1 };
        let above = &rows[first.saturating_sub(compared)..first];
        above.iter().any(|row| form(row) == form(&rows[first]))
    };
    let is_like_above =
        first > 0 && first < rows.len() && !is_result(rows[first].cell(0)) && is_footer_like_above();
    let is_plausible = num_footer <= MOST_SUMS && num_footer + FEWEST_MEMBERS <= rows.len() && !is_like_above;
    if is_plausible { rows.len() - num_footer } else { rows.len() }
}

/// The rows without notes at the end, which fill one cell: they say nothing of what the columns are.
pub(in crate::read) fn without_notes(rows: &[Record]) -> &[Record] {
    let filled = |row: &Record| row.cells.iter().filter(|cell| !cell.is_empty()).take(2).count();
    let widest = rows.first().map_or(0, |row| row.cells.len());
    let notes = rows.iter().rev().take_while(|row| filled(row) < 2).count();
    if widest > 2 { &rows[..rows.len() - notes] } else { rows }
}

/// What the rows of a footer declare of the vote above them, each a position and a number: `Total Yes,,158`. Nothing where one
/// of the sides is missing.
pub(in crate::read) fn declared(
    footer: &[Record],
    position: impl Fn(&str) -> Option<Position>,
) -> Option<Declared> {
    let total = |row: &Record| {
        let (numbers, labels): (Vec<&str>, Vec<&str>) =
            row.cells.iter().filter(|cell| !cell.is_empty()).partition(|cell| is_number(cell));
        let ([number], [label]) = (numbers.as_slice(), labels.as_slice()) else { return None };
        Some((position(&without_totals(label))?, whole(number).parse::<Votes>().ok()?))
    };
    let totals: Vec<(Position, Votes)> = footer.iter().filter_map(total).collect();
    let of = |wanted| totals.iter().find(|(position, _)| *position == wanted).map(|&(_, votes)| votes);
    Some(Declared {
        in_favour: of(Position::For)?,
        against: of(Position::Against)?,
        abstain: of(Position::Abstain),
    })
}

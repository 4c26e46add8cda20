//! Tables with many columns of votes: how many lines their header has, and what each says.
//!
//! Goes in: the records and the columns of votes. Comes out: the lines of the header. Must not know: who votes how.

use hashbrown::HashSet;
use std::ops::Range;

use crate::model::VoteDate;
use crate::read::infer::Columns;
use crate::read::table::Record;
use crate::read::vocabulary;
use crate::read::vocabulary::letters::Letters;

/// More lines than any header has.
const MOST_HEADER_LINES: usize = 8;

/// The records around `header` that head the columns of votes: their cells there are filled, and are no votes.
pub(in crate::read) fn header_lines(
    records: &[Record],
    header: Option<usize>,
    columns: &Columns,
    votes: &[usize],
) -> Range<usize> {
    let Some(header) = header else { return 0..0 };
    let words = votes.iter().flat_map(|&column| columns.profiles[column].counts.keys());
    let letters = Letters::of(words.map(String::as_str));
    let is_header = |record: &Record| {
        let cells = || votes.iter().map(|&column| record.cell(column)).filter(|cell| !cell.is_empty());
        let filled = cells().count();
        let is_vote = |cell: &&str| vocabulary::position(cell).or_else(|| letters.position(cell)).is_some();
        // What heads a column does not stand in it again, as codes do.
        let is_repeated = |column: &&usize| {
            let counts = &columns.profiles[**column].counts;
            counts.get(record.cell(**column)).is_some_and(|&count| count > 1)
        };
        let repeated = votes.iter().filter(is_repeated).count();
        filled * 2 >= votes.len() && cells().filter(is_vote).count() * 5 < filled && repeated * 5 < filled
    };
    let mut lines = header..header + 1;
    while lines.end < records.len()
        && lines.end < header + MOST_HEADER_LINES
        && is_header(&records[lines.end])
    {
        lines.end += 1;
    }
    while lines.start > 0
        && lines.end - lines.start < MOST_HEADER_LINES
        && is_header(&records[lines.start - 1])
    {
        lines.start -= 1;
    }
    lines
}

/// The lowest filled cell of a column.
fn lowest(lines: &[Record], column: usize) -> Option<&str> {
    lines.iter().rev().map(|line| line.cell(column)).find(|cell| !cell.is_empty())
}

/// The headers of a matrix: over votes the line with their numbers, over the other columns the line that
/// names most of them, and the lowest filled cell where that line is blank.
pub(in crate::read) fn headers(lines: &[Record], width: usize, votes: &[usize]) -> Vec<String> {
    let of_votes = VoteLines::of(lines, votes).id;
    let is_vote: HashSet<usize> = votes.iter().copied().collect();
    let leading = || (0..width).filter(|column| !is_vote.contains(column));
    let known =
        |line: &Record| leading().filter(|&column| vocabulary::role(line.cell(column)).is_some()).count();
    let of_leading = (0..lines.len()).max_by_key(|&line| (known(&lines[line]), std::cmp::Reverse(line)));
    (0..width)
        .map(|column| {
            let line = if is_vote.contains(&column) { of_votes } else { of_leading };
            let cell = line.map(|line| lines[line].cell(column)).filter(|cell| !cell.is_empty());
            cell.or_else(|| lowest(lines, column)).map_or_else(|| (column + 1).to_string(), str::to_owned)
        })
        .collect()
}

/// Two to five words with capitals and without digits.
pub(in crate::read) fn are_names<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut names) = (0, 0);
    for text in texts {
        all += 1;
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_name = (2..=5).contains(&words.len())
            && !text.contains(|c: char| c.is_ascii_digit())
            && words[0].starts_with(char::is_uppercase)
            && words[words.len() - 1].starts_with(char::is_uppercase);
        names += usize::from(is_name);
    }
    all > 0 && names * 10 > all * 6
}

/// True where the columns are parties rather than members: short names, capitals together or digits in many.
pub(in crate::read) fn are_parties(heads: &[&str]) -> bool {
    const MOST_PARTIES: usize = 40;
    let spaced = heads.iter().filter(|head| head.contains(' ')).count();
    let is_short_name = |head: &&&str| {
        let capitals = head.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
        capitals || head.contains(|c: char| c.is_ascii_digit())
    };
    let short = heads.iter().filter(is_short_name).count();
    (2..=MOST_PARTIES).contains(&heads.len()) && spaced * 5 <= heads.len() && short * 10 >= heads.len() * 3
}

/// The line with the names of the members: the first of those with the most different texts in letters.
pub(in crate::read) fn names_line(lines: &[Record], members: &[usize]) -> usize {
    let distinct = |line: &Record| {
        let cells: HashSet<&str> = members.iter().map(|&column| line.cell(column)).collect();
        let letters = cells.iter().filter(|cell| cell.chars().any(char::is_alphabetic)).count();
        if letters * 2 > cells.len() { cells.len() } else { 0 }
    };
    let best = (0..lines.len()).max_by_key(|&line| (distinct(&lines[line]), std::cmp::Reverse(line)));
    best.unwrap_or_default()
}

/// Which line of a header of several lines says what of the votes below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct VoteLines {
    pub(in crate::read) id: Option<usize>,
    pub(in crate::read) title: Option<usize>,
    pub(in crate::read) date: Option<usize>,
}

impl VoteLines {
    /// The line with the most different texts is the number, the shorter of two; another with many and long
    /// texts the title; one of days the day.
    pub(in crate::read) fn of(lines: &[Record], votes: &[usize]) -> Self {
        let mut found = Self::default();
        let mut texts: Vec<(usize, usize, usize)> = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let cells: Vec<&str> =
                votes.iter().map(|&column| line.cell(column)).filter(|cell| !cell.is_empty()).collect();
            let is_day = |cell: &&&str| matches!(VoteDate::from_text(cell), VoteDate::Day(_));
            if !cells.is_empty() && cells.iter().filter(is_day).count() * 10 >= cells.len() * 8 {
                found.date = found.date.or(Some(index));
            } else {
                let distinct = cells.iter().collect::<HashSet<_>>().len();
                let length = cells.iter().map(|cell| cell.chars().count()).sum();
                texts.push((index, distinct, length));
            }
        }
        let most = texts.iter().map(|&(_, distinct, _)| distinct).max().unwrap_or_default();
        let distinct_enough = |text: &&(usize, usize, usize)| text.1 * 10 >= most * 9;
        found.id = texts.iter().filter(distinct_enough).min_by_key(|text| text.2).map(|text| text.0);
        let others = texts.iter().filter(|text| Some(text.0) != found.id && text.1 * 2 >= most);
        found.title = others.max_by_key(|text| text.2).map(|text| text.0);
        found
    }
}

//! The votes needed and the result in a table of totals without a header, found by what they do.
//!
//! Goes in: rows, and the column of the votes for. Comes out: which column is the number of votes needed, which the
//! code of the result, and what the codes mean; nothing where the rows contradict that. Must not know: other columns,
//! whose table it is.

use crate::model::Verdict;
use crate::read::table::Record;

/// Columns that tell what became of votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct Outcomes {
    /// The number of votes needed.
    pub(in crate::read) needed: usize,
    /// The code of the result.
    pub(in crate::read) result: usize,
    /// What the codes mean.
    pub(in crate::read) codes: [(String, Verdict); 2],
}

/// So many hundredths of the rows bear it out. Others are votes that were declared void, or slips.
const BORNE_OUT: usize = 99;

/// Looks for a column of numbers and one of two codes such that one code stands where the votes for reach the number
/// and the other where they do not. `first` is the column of the votes for; the numbers stand behind it.
pub(in crate::read) fn in_totals(rows: &[Record], width: usize, first: usize) -> Option<Outcomes> {
    const MOST_COLUMNS: usize = 64;
    let width = width.min(MOST_COLUMNS);
    let mut found = Vec::new();
    for needed in first + 5..width {
        let reached: Vec<Option<bool>> = rows.iter().map(|row| is_reached(row, first, needed)).collect();
        for result in (first + 5..width).filter(|&result| result != needed) {
            if let Some([adopted, rejected]) = codes(rows, &reached, result) {
                let codes =
                    [(adopted.to_owned(), Verdict::Adopted), (rejected.to_owned(), Verdict::Rejected)];
                found.push(Outcomes { needed, result, codes });
            }
        }
    }
    // Two that fit equally well: neither is taken.
    found.pop().filter(|_| found.is_empty())
}

/// Whether the votes for reach the number needed, where both are numbers and the number is one of votes.
fn is_reached(row: &Record, first: usize, needed: usize) -> Option<bool> {
    let number = |column: usize| row.cell(column).parse::<u32>().ok();
    let (in_favour, all, needed) = (number(first)?, number(first + 4)?, number(needed)?);
    (needed > 0 && needed <= all.max(1)).then_some(in_favour >= needed)
}

/// The code where the number was reached and the code where it was not.
fn codes<'r>(rows: &'r [Record], reached: &[Option<bool>], result: usize) -> Option<[&'r str; 2]> {
    const LONGEST_CODE: usize = 3;
    const FEWEST: usize = 3;
    let mut counts: Vec<(&str, [usize; 2])> = Vec::new();
    for (row, reached) in rows.iter().zip(reached) {
        let (code, Some(reached)) = (row.cell(result), *reached) else { continue };
        let is_code = code.len() <= LONGEST_CODE && code.chars().all(char::is_alphabetic) && !code.is_empty();
        if !is_code {
            return None;
        }
        let place = counts.iter().position(|(known, _)| *known == code).unwrap_or_else(|| {
            counts.push((code, [0, 0]));
            counts.len() - 1
        });
        counts[place].1[usize::from(reached)] += 1;
        if counts.len() > 2 {
            return None;
        }
    }
    let &[(one, [one_short, one_reached]), (other, [other_short, other_reached])] = counts.as_slice() else {
        return None;
    };
    let all = one_short + one_reached + other_short + other_reached;
    let fits = |right: usize, few: usize| {
        few >= FEWEST && right * 100 >= all * BORNE_OUT && all * 100 >= rows.len() * 90
    };
    if fits(one_reached + other_short, one_reached.min(other_short)) {
        Some([one, other])
    } else if fits(one_short + other_reached, one_short.min(other_reached)) {
        Some([other, one])
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::Table;

    /// Number, for, against, abstained, did not vote, all; votes needed, kind, result.
    fn rows(slips: usize) -> Vec<Record> {
        let mut text = String::new();
        for vote in 0..200 {
            let in_favour = vote % 20;
            let result = if (in_favour >= 11) == (vote >= slips) { "A" } else { "R" };
            text.push_str(&format!("{vote},{in_favour},{},1,0,21,11,N,{result}\n", 20 - in_favour));
        }
        Table::parse(&text).records
    }

    #[test]
    fn codes_are_understood_by_the_votes_needed() {
        let fair = rows(0);
        let codes = [("A".to_owned(), Verdict::Adopted), ("R".to_owned(), Verdict::Rejected)];
        assert_eq!(in_totals(&fair, 9, 1), Some(Outcomes { needed: 6, result: 8, codes }));
        assert!(in_totals(&rows(1), 9, 1).is_some(), "one slip in 200");
        assert_eq!(in_totals(&rows(40), 9, 1), None);
        assert_eq!(in_totals(&fair[..4], 9, 1), None, "too few to tell");
    }
}

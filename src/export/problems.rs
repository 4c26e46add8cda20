//! The problems of a reading as CSV, for a spreadsheet.

use crate::lang::Lang;
use crate::read::Reading;

/// Every problem, a line each. Cells that a spreadsheet would take for a formula begin with an apostrophe.
#[must_use]
pub fn problems_csv(reading: &Reading, lang: Lang) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = [
        "problems-csv-file",
        "problems-csv-row",
        "problems-csv-column",
        "problems-csv-problem",
        "problems-csv-found",
        "problems-csv-times",
        "problems-csv-done",
    ];
    // Writing into memory does not fail.
    writer.write_record(header.map(|key| lang.text(key))).ok();
    for problem in &reading.problems {
        let cells = [
            problem.file.clone(),
            problem.row.map(|row| row.to_string()).unwrap_or_default(),
            problem.column.clone().unwrap_or_default(),
            problem.message().text(lang),
            problem.found.clone(),
            problem.times.to_string(),
            problem.done_message().text(lang),
        ];
        writer.write_record(cells.iter().map(|cell| safe_cell(cell))).ok();
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
#[must_use]
pub fn safe_cell(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && !is_number { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_safe_and_numbers_left() {
        for (cell, expected) in
            [("=1+1", "'=1+1"), ("-cmd", "'-cmd"), ("@x", "'@x"), ("-5", "-5"), ("a=b", "a=b"), ("", "")]
        {
            assert_eq!(safe_cell(cell), expected);
        }
    }
}

//! The first rows of a table as they stand in the file, for somebody who looks over how it was read.

use csv::ReaderBuilder;

use crate::read::{Format, Mapping, Reading, Source, source::encoding};

/// The bytes looked at.
const LOOKED_AT: usize = 1 << 18;

/// The cells of the first rows below the header; none where the file is no delimited text.
#[must_use]
pub fn preview(source: &Source, reading: &Reading, num_rows: usize) -> Vec<Vec<String>> {
    if reading.format != Format::Text {
        return Vec::new();
    }
    let start = &source.bytes[..source.bytes.len().min(LOOKED_AT)];
    rows(&encoding::decode(start).text, &reading.mapping, num_rows)
}

fn rows(text: &str, mapping: &Mapping, num_rows: usize) -> Vec<Vec<String>> {
    let Ok(delimiter) = u8::try_from(mapping.delimiter) else { return Vec::new() };
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let below = mapping.header_line.unwrap_or(0);
    reader
        .records()
        .map_while(Result::ok)
        .filter(|record| record.position().is_some_and(|position| position.line() > below))
        .filter(|record| !record.get(0).is_some_and(|cell| cell.starts_with('#')))
        .filter(|record| record.iter().any(|cell| !cell.trim().is_empty()))
        .take(num_rows)
        .map(|record| record.iter().map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn the_rows_below_the_header_are_shown_as_they_stand() {
        let text =
            "# chamber: Council\nA title\nName;Group;Vote\nAnn;Left;yes\n\n\"B; C\";Right;no\nDan;Left;yes\n";
        let source = Source::new("vote.csv", text);
        let reading = read(&source).expect("a vote");
        let shown = preview(&source, &reading, 2);
        assert_eq!(shown, [vec!["Ann", "Left", "yes"], vec!["B; C", "Right", "no"]]);
    }
}

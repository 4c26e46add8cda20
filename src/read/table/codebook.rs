//! What a file itself says that its codes mean: `Y = yes; N = no; X = abstained` above or below the rows.
//!
//! Goes in: the records of a table. Comes out: words with their positions. Must not know: where the votes are, who gave a mapping.

use crate::model::Position;
use crate::read::mapping::{Mapping, WordChoice};
use crate::read::table::{Record, Table};
use crate::read::vocabulary;

/// It stands among so many records at the beginning, or at the end.
const SEARCHED: usize = 40;
/// A line of it has at most so many codes.
const MOST_CODES: usize = 24;
/// A longer text is no code.
const LONGEST_CODE: usize = 12;

/// How a table is read, with what its own codebook says behind what was given; `None` where it has none.
pub(in crate::read) fn with_codebook(given: Option<&Mapping>, table: &Table) -> Option<Mapping> {
    let mut words = of_records(&table.records);
    if words.is_empty() {
        return None;
    }
    let mut mapping = given.cloned().unwrap_or_default();
    words.retain(|word| mapping.words.iter().all(|known| known.word != word.word));
    mapping.words.extend(words);
    Some(mapping)
}

/// The words of the codebook. Nothing where one code has two meanings, or no code stands for a side.
fn of_records(records: &[Record]) -> Vec<WordChoice> {
    let last = records.len().saturating_sub(SEARCHED).max(SEARCHED.min(records.len()));
    let searched = records.iter().take(SEARCHED).chain(&records[last..]);
    let pairs: Vec<(&str, Position)> = searched.filter_map(of_record).flatten().collect();
    let is_of_two =
        |(code, position): &(&str, Position)| pairs.iter().any(|(c, p)| c == code && p != position);
    let has_side = pairs.iter().any(|(_, position)| matches!(position, Position::For | Position::Against));
    if pairs.len() < 2 || !has_side || pairs.iter().any(is_of_two) {
        return Vec::new();
    }
    let mut words: Vec<WordChoice> = Vec::new();
    for (code, position) in pairs {
        if words.iter().all(|known| known.word != code) {
            words.push(WordChoice { word: code.to_owned(), position, is_unknown: false, count: 0 });
        }
    }
    words
}

/// The codes of a record that holds nothing else.
fn of_record(record: &Record) -> Option<Vec<(&str, Position)>> {
    let cells = || record.cells.iter().filter(|cell| !cell.is_empty());
    if cells().take(MOST_CODES + 1).count() > MOST_CODES || !cells().all(|cell| cell.contains('=')) {
        return None;
    }
    let parts = cells().flat_map(|cell| cell.split([';', ',', '|'])).filter(|part| !part.trim().is_empty());
    let pair = |part| {
        let (code, meaning) = str::split_once(part, '=')?;
        let (code, meaning) = (code.trim(), meaning.trim());
        let is_code = (1..=LONGEST_CODE).contains(&code.chars().count());
        Some((code, vocabulary::position(meaning).filter(|_| is_code)?))
    };
    parts.map(pair).collect::<Option<Vec<_>>>().filter(|pairs| !pairs.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(String, &'static str)> {
        let words = of_records(&Table::parse(text).records);
        words.into_iter().map(|word| (word.word, word.position.key())).collect()
    }

    #[test]
    fn a_line_of_codes_above_or_below() {
        let pair = |code: &str, key| (code.to_owned(), key);
        let expected = vec![pair("1", "for"), pair("0", "against"), pair("9", "absent")];
        assert_eq!(codes("name,vote\nAnn,1\nBo,0\n\n\"1 = yes; 0 = no; 9 = absent\"\n"), expected);
        assert_eq!(codes("1 = yes,0 = no,9 = absent\n\nname,vote\nAnn,1\nBo,0\n"), expected);
        assert_eq!(codes("name,vote\nAnn,1\nBo,0\n1=yes,\n0=no,\n9=absent,\n"), expected);
    }

    #[test]
    fn what_is_no_codebook() {
        for text in [
            "name,vote\nAnn,yes\nBo,no\n\"E = mc2; 0 = no\"\n",
            "name,vote\nAnn,1\nBo,0\n\"8 = absent; 9 = excused\"\n",
            "name,vote\nAnn,1\nBo,0\n\"1 = yes; 1 = no\"\n",
            "name,vote\nAnn,1\nBo,0\n1 = yes\n",
        ] {
            assert_eq!(codes(text), [], "{text}");
        }
    }
}

//! What stands above the rows: comments, titles, `label: value` lines, and the header.

use crate::model::{Declared, Party, Rgb, RollCallInfo, Stated, VoteDate, Votes};
use crate::read::Role;
use crate::read::infer::names_a_motion;
use crate::read::table::{Record, Table};
use crate::read::vocabulary::{self, Field, Match};
use crate::read::{
    Done, ProblemKind, report::problem::Problems, vocabulary::majorities, vocabulary::results,
};

/// A table with its heading taken off.
#[derive(Clone, Debug)]
pub(in crate::read) struct Heading {
    /// What the lines above the header say of the vote.
    pub(in crate::read) info: RollCallInfo,
    /// Parties that those lines introduce, in their order.
    pub(in crate::read) parties: Vec<Party>,
    /// The index of the header among the records.
    pub(in crate::read) header: Option<usize>,
    /// The index of the first row.
    pub(in crate::read) first_row: usize,
}

impl Heading {
    /// True where the lines above the header name what was voted on: by a number, a question or a word for it.
    pub(in crate::read) fn names_a_vote(&self) -> bool {
        let is_of_vote = |title: &String| title.ends_with(['?', '？']) || names_a_motion(title);
        self.info.id.is_some() || self.info.title.as_ref().is_some_and(is_of_vote)
    }
}

/// The header is looked for in this many records.
const SEARCHED: usize = 40;

/// Where the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum HeaderAt {
    /// To be found out.
    Unknown,
    /// The record with this index.
    Record(usize),
    /// There is none.
    Nowhere,
}

/// Reads the heading.
pub(in crate::read) fn read(table: &Table, header: HeaderAt, problems: &mut Problems) -> Heading {
    let header = match header {
        HeaderAt::Unknown => find_header(&table.records),
        HeaderAt::Record(index) => Some(index),
        HeaderAt::Nowhere => None,
    };
    let first_row = header.map_or_else(|| first_full_row(&table.records), |header| header + 1);
    let above = table.records[..header.unwrap_or(first_row)].iter();
    let mut preamble = Preamble::default();
    for (line, text) in &table.comments {
        preamble.add(*line, text, true, problems);
    }
    for record in above {
        preamble.add_record(record, table.delimiter, problems);
    }
    let Preamble { mut info, parties, in_favour, against, abstain, result, needed } = preamble;
    match (in_favour, against) {
        (Some(in_favour), Some(against)) => info.declared = Some(Declared { in_favour, against, abstain }),
        (None, None) => {}
        // Half a result declares nothing.
        (Some(half), None) | (None, Some(half)) => {
            problems.add(ProblemKind::BadMetadata, Done::Ignored, None, None, &half.to_string());
        }
    }
    let is_number = |text: &&String| text.parse::<Votes>().is_ok();
    let majority = majorities::stated(
        needed.iter().find(|text| !is_number(text)).map(String::as_str),
        needed.iter().find(is_number).map(String::as_str),
        info.declared.as_ref(),
    );
    let text = result.unwrap_or_default();
    info.stated = Stated { result: results::result(&text), text, majority }.some().map(Box::new);
    Heading { info, parties, header, first_row }
}

/// The record with the most known headers in it. Without one, the first full record where it is a header by
/// contrast: no numbers above a column of numbers, or no word for a position above rows that have them.
fn find_header(records: &[Record]) -> Option<usize> {
    const SURE: i32 = 3;
    let width = usual_width(records);
    let best = records
        .iter()
        .take(SEARCHED)
        .enumerate()
        .filter(|(_, record)| record.cells.len() > 1 && !is_labelled(record, width))
        .filter(|(index, record)| !stands_again(*index, record, records, false))
        .map(|(index, record)| (header_score(record), std::cmp::Reverse(index)))
        .max();
    if let Some((score, std::cmp::Reverse(index))) = best
        && score >= SURE
    {
        return Some(index);
    }
    let first = first_full_row(records);
    let candidate = records.get(first)?;
    if candidate.cells.len() < 2 {
        let is_vote = vocabulary::role(candidate.cell(0)) == Some((Role::Position, Match::Whole));
        return is_vote.then_some(first);
    }
    let below: Vec<&Record> = records[first + 1..].iter().take(SEARCHED).collect();
    // A known word or a question in it makes a header more likely.
    let is_likely = header_score(candidate) > 0 || candidate.cells.iter().any(|cell| cell.ends_with('?'));
    let share = if is_likely { 5 } else { 8 };
    let is_mostly = |count: usize| count > 0 && count * 10 >= below.len() * share;
    let is_value = |cell: &str| is_number(cell) || cell.trim().parse::<Rgb>().is_ok();
    let numbers_below = (0..candidate.cells.len())
        .any(|column| is_mostly(below.iter().filter(|record| is_value(record.cell(column))).count()));
    let has_no_number = !candidate.cells.iter().any(is_value);
    let words_below = is_mostly(below.iter().filter(|record| num_position_words(record) > 0).count());
    let has_no_word = num_position_words(candidate) == 0;
    let contrasts = (numbers_below && has_no_number) || (words_below && has_no_word);
    // `Pour;Contre;Abstention`: no member takes two positions.
    let positions: std::collections::HashSet<_> =
        candidate.cells.iter().filter_map(vocabulary::position).collect();
    let heads_a_matrix = positions.len() > 1 && has_no_number;
    if !heads_a_matrix && stands_again(first, candidate, records, header_score(candidate) == 0) {
        return None;
    }
    (contrasts || heads_a_matrix || stands_apart(candidate, &below)).then_some(first)
}

/// True for a record two of whose cells stand again in other records: a row, whatever its words. A header that is repeated whole is
/// still one.
fn stands_again(index: usize, record: &Record, records: &[Record], with_numbers: bool) -> bool {
    let others = || records.iter().take(SEARCHED * 2).enumerate().filter(|(other, _)| *other != index);
    let is_same =
        |other: &Record| (0..record.cells.len()).all(|column| record.cell(column) == other.cell(column));
    let again = (0..record.cells.len()).filter(|&column| {
        // Numbers at the head of votes may stand as counts below.
        let cell = record.cell(column);
        !cell.is_empty()
            && (with_numbers || !is_number(cell))
            && others().any(|(_, other)| other.cell(column) == cell && !is_same(other))
    });
    again.take(2).count() == 2
}

/// The table with its header first, where rows stand above it: a table that was sorted, header and all. Rows have as many cells as
/// those below, and words for positions among them.
pub(in crate::read) fn with_header_first(table: &Table) -> Option<Table> {
    let header = find_header(&table.records).filter(|&header| header > 0)?;
    let filled = |record: &Record| record.cells.iter().filter(|cell| !cell.is_empty()).count();
    let width = usual_width(&table.records);
    let head = &table.records[header];
    let is_row = |record: &Record| {
        filled(record) >= 2
            && filled(record) + 1 >= width
            && num_position_words(record) > 0
            && filled(head) + 1 >= width
    };
    let has_words_below = table.records[header + 1..]
        .iter()
        .take(SEARCHED)
        .filter(|record| num_position_words(record) > 0)
        .count();
    let above = table.records[..header].iter().filter(|record| is_row(record)).count();
    // Several lines of a header hold no words for positions; one may.
    if above * 2 <= header || above == 0 || has_words_below == 0 && header + 1 < table.records.len() {
        return None;
    }
    let mut table = table.clone();
    let head = table.records.remove(header);
    table.records.insert(0, head);
    Some(table)
}

/// `Subject,Street lamps` above a wider table says what was voted on.
fn is_labelled(record: &Record, width: usize) -> bool {
    let filled = record.cells.iter().filter(|cell| !cell.is_empty()).count();
    filled <= 2 && filled < width && vocabulary::label(record.cell(0)).is_some()
}

/// How many cells most records fill.
fn usual_width(records: &[Record]) -> usize {
    let mut widths: Vec<usize> =
        records.iter().map(|record| record.cells.iter().filter(|cell| !cell.is_empty()).count()).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}

/// True where the columns below say the same few things again and again, and the record says none of them.
fn stands_apart(candidate: &Record, below: &[&Record]) -> bool {
    const FEWEST_ROWS: usize = 5;
    const FEWEST_COLUMNS: usize = 3;
    let (mut repeating, mut apart) = (0, 0);
    for column in 0..candidate.cells.len() {
        let cells: std::collections::HashSet<&str> = below.iter().map(|record| record.cell(column)).collect();
        if below.len() >= FEWEST_ROWS && cells.len() * 2 <= below.len() {
            repeating += 1;
            apart +=
                usize::from(!candidate.cell(column).is_empty() && !cells.contains(candidate.cell(column)));
        }
    }
    repeating >= FEWEST_COLUMNS && apart * 10 >= repeating * 9
}

/// Two for a header known whole, one in part, two more for the vote; one less for a word that is a position,
/// and for one that stands several times (`absent` heads one column, and not six).
fn header_score(record: &Record) -> i32 {
    let cells: Vec<&str> = record.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let mut times: std::collections::HashMap<&str, i32> = std::collections::HashMap::new();
    for cell in &cells {
        *times.entry(cell).or_default() += 1;
    }
    // `Result,Passed,Lost` ends a table; above one, `passed` heads a column beside others.
    let mut others = cells.iter().filter(|cell| results::result(cell).is_none());
    if cells.len() > 1
        && others.next().is_some_and(|label| results::is_label(label))
        && others.next().is_none()
    {
        return 0;
    }
    let repeated: i32 = times
        .iter()
        .filter(|&(cell, &times)| times > 1 && vocabulary::position(cell).is_some())
        .map(|(_, times)| *times)
        .sum();
    let known: i32 = times
        .iter()
        .filter(|&(cell, &times)| times == 1 || vocabulary::position(cell).is_none())
        .filter_map(|(cell, times)| Some((vocabulary::role(cell)?, *times)))
        .map(|(found, times)| {
            times
                * match found {
                    (Role::Position, Match::Whole) => 4,
                    (_, Match::Whole) => 2,
                    (_, Match::Part) => 1,
                }
        })
        .sum();
    let num_positions = i32::try_from(num_position_words(record)).unwrap_or(i32::MAX);
    known.saturating_sub(num_positions).saturating_sub(repeated)
}

fn num_position_words(record: &Record) -> usize {
    let is_position = |cell: &str| vocabulary::position(cell).is_some() && vocabulary::role(cell).is_none();
    record.cells.iter().filter(|cell| is_position(cell)).count()
}

fn is_number(cell: &str) -> bool {
    cell.trim().parse::<f64>().is_ok()
}

/// The first record with two filled cells, or as wide as most where the table is one column wide.
fn first_full_row(records: &[Record]) -> usize {
    let mut widths: Vec<usize> = records.iter().map(|record| record.cells.len()).collect();
    widths.sort_unstable();
    let modal = widths.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map_or(0, |run| run[0]);
    let num_filled = |record: &Record| record.cells.iter().filter(|cell| !cell.is_empty()).count();
    let is_full =
        |record: &Record| if modal > 1 { num_filled(record) > 1 } else { record.cells.len() >= modal };
    records.iter().position(is_full).unwrap_or(0)
}

#[derive(Default)]
struct Preamble {
    info: RollCallInfo,
    parties: Vec<Party>,
    in_favour: Option<Votes>,
    against: Option<Votes>,
    abstain: Option<Votes>,
    result: Option<String>,
    /// The majority needed, in words or as a number.
    needed: Vec<String>,
}

impl Preamble {
    fn add_record(&mut self, record: &Record, delimiter: u8, problems: &mut Problems) {
        let first = record.cell(0);
        let rest_is_blank = record.cells.iter().skip(1).all(str::is_empty);
        let text = if rest_is_blank {
            first.trim_start_matches('#').trim().to_owned()
        } else if record.cells.iter().skip(2).all(str::is_empty) && vocabulary::label(first).is_some() {
            format!("{first}: {}", record.cell(1))
        } else {
            record.raw.trim().trim_matches(char::from(delimiter)).to_owned()
        };
        self.add(record.line, &text, first.starts_with('#'), problems);
    }

    /// Takes one line: `label: value` where the label is known, else, where it is not a comment, a title.
    fn add(&mut self, line: u64, text: &str, is_comment: bool, problems: &mut Problems) {
        let labelled = text
            .split_once([':', '='])
            .and_then(|(label, value)| Some((vocabulary::label(label)?, value.trim())));
        if let Some((field, value)) = labelled {
            if !value.is_empty() && !self.set(field, value) {
                problems.add(ProblemKind::BadMetadata, Done::Ignored, Some(line), None, text);
            }
        } else if !is_comment && self.info.title.is_none() && text.chars().any(char::is_alphabetic) {
            self.info.title = Some(text.to_owned());
        }
    }

    /// False where the value is not of the field's kind.
    fn set(&mut self, field: Field, value: &str) -> bool {
        let owned = || Some(value.to_owned());
        let votes = || value.split_whitespace().collect::<String>().parse::<Votes>().ok();
        match field {
            Field::Id => self.info.id = owned(),
            Field::Title => self.info.title = owned(),
            Field::Date => self.info.date = Some(VoteDate::from_text(value)),
            Field::Chamber => self.info.chamber = owned(),
            Field::Procedure => self.info.procedure = owned(),
            Field::Source => self.info.source = owned(),
            Field::Seats => {
                self.info.seats = value.parse().ok().filter(|&seats: &u32| seats <= MOST_SEATS);
                return self.info.seats.is_some();
            }
            Field::For => {
                self.in_favour = votes();
                return self.in_favour.is_some();
            }
            Field::Against => {
                self.against = votes();
                return self.against.is_some();
            }
            Field::Abstain => {
                self.abstain = votes();
                return self.abstain.is_some();
            }
            Field::Party => return self.introduce(value),
            Field::Rule => {
                self.info.rule = value.parse().ok().map(Box::new);
                return self.info.rule.is_some();
            }
            Field::Result => self.result = owned(),
            Field::Requirement => self.needed.extend(owned()),
        }
        true
    }

    /// `SHORT | full name | #RRGGBB`, the last two optional.
    fn introduce(&mut self, value: &str) -> bool {
        let mut parts = value.split('|').map(str::trim);
        let short = parts.next().unwrap_or_default().to_owned();
        let name = parts.next().filter(|name| !name.is_empty()).unwrap_or(&short).to_owned();
        let colour = match parts.next() {
            None => None,
            Some(text) => match text.parse() {
                Ok(colour) => Some(colour),
                Err(_) => return false,
            },
        };
        if short.is_empty() {
            return false;
        }
        self.parties.push(Party { name, short, colour });
        true
    }
}

/// More seats than any chamber has, and few enough to draw.
const MOST_SEATS: u32 = 100_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(text: &str) -> (Heading, Vec<crate::read::Problem>) {
        let mut problems = Problems::new("test.csv");
        let heading = read(&Table::parse(text), HeaderAt::Unknown, &mut problems);
        (heading, problems.into_list())
    }

    #[test]
    fn a_preamble_of_labels_and_a_title() {
        let (heading, problems) = heading(
            "Division Number: 293\r\nDivision Date: 15/01/2019\r\n\r\nA bill, second reading\r\n\
             Aye Count: 202\r\nNoes Count: 432\r\n\r\nMembers recorded\r\n\
             Member,Party,Constituency,Vote\r\nA,X,Here,Aye\r\n",
        );
        assert_eq!(heading.info.id.as_deref(), Some("293"));
        assert_eq!(heading.info.title.as_deref(), Some("A bill, second reading"));
        assert_eq!(heading.info.date.map(|date| date.to_string()).as_deref(), Some("2019-01-15"));
        let declared = heading.info.declared.expect("declared");
        assert_eq!((declared.in_favour, declared.against), (Votes::whole(202), Votes::whole(432)));
        assert_eq!((heading.header, heading.first_row, problems.len()), (Some(6), 7, 0));
    }

    #[test]
    fn comments_survive_a_spreadsheet() {
        let (heading, problems) = heading(
            "# title: Pizza or pasta?,,\n\"# source: us, the pupils\",,\n# seats: many,,\n\
             # party: RED | The Reds | #C00000,,\nname,group,vote\nA,RED,yes\n",
        );
        assert_eq!(heading.info.title.as_deref(), Some("Pizza or pasta?"));
        assert_eq!(heading.info.source.as_deref(), Some("us, the pupils"));
        assert_eq!(heading.parties.len(), 1);
        assert_eq!(problems.len(), 1, "seats: many");
    }

    #[test]
    fn headers_by_word_by_contrast_and_none() {
        assert_eq!(heading("nimi,puolue,\u{e4}\u{e4}ni\nA,X,Jaa\nB,X,Ei\n").0.header, Some(0));
        assert_eq!(heading("who,what\nA,yes\nB,no\n").0.header, Some(0));
        assert_eq!(heading("A,X,yes\nB,Y,no\n").0.header, None);
    }
}

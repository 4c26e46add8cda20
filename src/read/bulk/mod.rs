//! Large files of many votes, a row for each member and vote: read in blocks on every core.
//!
//! Goes in: a path. Comes out: a [`Reading`], the same that the reader of small tables would give, in a
//! fraction of the time and memory; or nothing, for a file of another kind.
//! Must not know: what a row is worth ([`RowRules`] does), where tables beside come from.
//!
//! ```text
//! beginning and samples -> table -> columns, words, companions     (as for every table)
//! file -> blocks -> parser, one a thread: cells -> codes           (lines, texts)
//!      -> gather, in the order of the file: codes, runs of one vote, rosters
//!      -> finish: each vote, member, word and roster once; single records only where something is odd (fetch)
//! ```
//!
//! Every vote that lists the same members in the same order shares a roster: a ballot is a byte. What the
//! columns are is told by the beginning and by samples from all over the file; every row is read.

mod blocks;
mod fetch;
mod finish;
mod gather;
mod guess;
mod lines;
mod parser;
mod sample;
mod texts;
mod workers;

#[cfg(test)]
mod tests;

use std::path::Path;

use finish::{Finished, Known};
use gather::{Gathered, Row};
use guess::Segment;
use parser::{Plan, Stretch};
use sample::sample;
use workers::{Stopped, gather};

use crate::read::infer::{Place, is_part_of_number};
use crate::read::lookup::companions::{Beside, Companions, TablesBeside};
use crate::read::mapping::{Mapping, Role, Shape};
use crate::read::open::Options;
use crate::read::reading::Reading;
use crate::read::report::origin::Origin;
use crate::read::report::problem::Problems;
use crate::read::rows::assembly::Assembly;
use crate::read::rows::facts::OF_VOTE;
use crate::read::rows::introduce_parties;
use crate::read::rows::meaning::Meaning;
use crate::read::rows::row_rules::RowRules;
use crate::read::table::Record;
use crate::read::table::codebook;
use crate::read::table::totals::without_footer;
use crate::read::tabular::{self, About, Laid};
use crate::read::vocabulary::codes::Codes;
use crate::read::vocabulary::deciding;
use crate::read::vocabulary::words::plain;
use crate::read::{Format, ReadError};

/// What is large, and how it is cut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    /// A smaller file is read whole.
    least: u64,
    /// So much of the beginning tells what the columns are.
    head: u64,
    /// The length of each sample from the rest that tells it too.
    sample: u64,
    /// The length of a block.
    block: usize,
}

impl Sizes {
    /// True for the length of a file that is read in bulk.
    pub(super) fn are_those_of(&self, length: u64) -> bool {
        length >= self.least
    }
}

impl Default for Sizes {
    fn default() -> Self {
        Self { least: 1 << 20, head: 1 << 18, sample: 1 << 13, block: 1 << 19 }
    }
}

/// Opens a file in bulk; `None` where it is another kind of file, or too small.
///
/// # Errors
/// [`ReadError::Unreadable`] and [`ReadError::Cancelled`].
pub(super) fn open(
    path: &Path,
    sizes: Sizes,
    given: Option<&Mapping>,
    options: &Options,
    beside: &TablesBeside<'_>,
) -> Result<Option<Reading>, ReadError> {
    let unreadable = |cause: std::io::Error| ReadError::Unreadable {
        file: path.display().to_string(),
        cause: cause.to_string(),
    };
    let Some(sampled) = sample(path, sizes, given).map_err(unreadable)? else { return Ok(None) };
    let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let told = codebook::with_codebook(given, &sampled.table);
    let given = told.as_ref().or(given);
    let about = About { file: &file, encoding: sampled.encoding, given, beside, is_headed: false };
    let mut problems = Problems::new(&file);
    // Whoever has so many votes mostly has tables beside.
    let read_tables = || beside(&sampled.table);
    let (tables, laid) = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().spawn_scoped(scope, read_tables);
        let laid = tabular::lay_out(&sampled.table, &about, &mut problems);
        (thread.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(read_tables), laid)
    });
    let Ok(mut laid) = laid else { return Ok(None) };
    let Some(word) = bulk_word(&laid) else { return Ok(None) };
    let presumed = if given.is_none_or(Mapping::is_of_words) { presume_parts(&mut laid) } else { Vec::new() };
    let (rows, _) = laid.rows.split_at(without_footer(laid.rows));
    let footer = &laid.rows[rows.len()..];
    let counts = tabular::word_counts(&laid.columns, &[word]);
    let codes = codes_of(&laid, counts.keys().map(String::as_str));
    let elects = tabular::is_election(&laid, rows, file.as_str(), &counts);
    let meaning = Meaning::of(&counts, codes, given, elects);
    let mapping = tabular::mapping(&laid, &meaning, &about, sampled.table.delimiter);
    let mut companions = join(&laid, &mapping, rows, codes, file.as_str(), tables);
    options.cancel.check(&file)?;
    if let Some(first) = &options.first {
        let head = sampled.head_rows(&laid);
        first(tabular::read_rows(&laid, head, &meaning, mapping.clone(), &companions, &about));
    }
    let ways = tabular::ways(&laid, &about, sampled.table.delimiter);
    let is_inferred = given.is_none_or(Mapping::is_of_words);
    let plan = Plan::of(&laid, (&mapping, is_inferred), &companions, word, sampled.table.delimiter);
    let start = sampled.start_of(laid.rows);
    let gathered = match gather(path, start, &plan, (sampled.length, sizes.block), options) {
        Ok(gathered) => gathered,
        Err(Stopped::Unreadable(cause)) => return Err(unreadable(cause)),
        Err(Stopped::Cancelled) => return Err(ReadError::Cancelled { file }),
        // The other reader says what is the matter.
        Err(Stopped::Unfit) => return Ok(None),
    };
    let footer = footer_places(&gathered, footer, sampled.table.delimiter);
    let counts = gathered.word_counts(&footer);
    // What decides is of one vote, and here a word is one of many.
    if counts.keys().any(|word| deciding::decides(word).is_some()) {
        return Ok(None);
    }
    let codes = codes_of(&laid, counts.keys().map(String::as_str));
    let meaning = Meaning::of(&counts, codes, given, elects);
    if !confirm_parts(&mut laid, &presumed, &gathered, sampled.table.delimiter) {
        // The number of a vote is another, and other tables may tell of it.
        let mapping = tabular::mapping(&laid, &meaning, &about, sampled.table.delimiter);
        companions = join(&laid, &mapping, rows, codes, file.as_str(), beside(&sampled.table));
    }
    let mapping = tabular::mapping(&laid, &meaning, &about, sampled.table.delimiter);
    let mut assembly = Assembly::new();
    introduce_parties(&laid.heading, &mut assembly);
    let mut of_table = laid.heading.info.clone();
    of_table.choices.clone_from(&meaning.options);
    let known = Known {
        path,
        rules: RowRules::new(&mapping, &meaning, laid.header.last()),
        meaning: &meaning,
        of_table,
        delimiter: sampled.table.delimiter,
    };
    let blank_rows = sampled.blank_rows_above(laid.rows);
    let (used, officers) = (std::mem::take(&mut companions.used), std::mem::take(&mut companions.officers));
    let finished =
        finish::finish(gathered, &known, companions, &footer, assembly, &mut problems).map_err(unreadable)?;
    let Some(finished) = finished else { return Ok(None) };
    let Finished { mut archive, rows, blank_rows: blank, mut word_counts } = finished;
    officers.take_out(&mut archive, &mut problems);
    Ok(Some(Reading {
        file,
        format: Format::Text,
        archive,
        mapping: tabular::with_word_counts(mapping, &mut word_counts),
        origin: Origin::default(),
        companions: used,
        rows,
        blank_rows: blank_rows + blank,
        problems: problems.into_list(),
        ways,
    }))
}

/// Joins the tables beside.
fn join(
    laid: &Laid<'_>,
    mapping: &Mapping,
    rows: &[Record],
    codes: Option<Codes>,
    file: &str,
    tables: Vec<Beside>,
) -> Companions {
    let info = &laid.heading.info;
    let wanted = tabular::wanted(&laid.columns, mapping, rows, laid.header, codes, info, file);
    Companions::join(&wanted, tables)
}

/// Takes chambers and sessions for parts of the number of a vote: whether they are, the whole file tells. Answers
/// the columns with what they were.
fn presume_parts(laid: &mut Laid<'_>) -> Vec<(usize, Option<Role>)> {
    let is_numbered = laid.columns.choices.iter().any(|choice| choice.role == Some(Role::VoteId));
    let mut presumed = Vec::new();
    for (column, choice) in laid.columns.choices.iter_mut().enumerate() {
        let is_part = matches!(choice.role, Some(Role::Session | Role::Chamber));
        if is_part && is_numbered && laid.columns.profiles[column].counts.len() > 1 {
            presumed.push((column, choice.role.replace(Role::VoteId)));
        }
    }
    presumed
}

/// Gives the columns their roles back that are no parts of the number; true where all are.
fn confirm_parts(
    laid: &mut Laid<'_>,
    presumed: &[(usize, Option<Role>)],
    gathered: &Gathered,
    delimiter: u8,
) -> bool {
    if presumed.is_empty() {
        return true;
    }
    // Cells are enough, and the texts are needed once more.
    let bare = |row: &Row| Record::bare(&row.raw, row.line, delimiter);
    let rows: Vec<Record> = gathered.vote_rows.iter().map(bare).collect();
    let is_presumed = |column: usize| presumed.iter().any(|(other, _)| *other == column);
    let choices = &mut laid.columns.choices;
    let mut votes: Vec<usize> = (0..choices.len())
        .filter(|&column| choices[column].role == Some(Role::VoteId) && !is_presumed(column))
        .collect();
    let mut are_all = true;
    for &(column, role) in presumed {
        if is_part_of_number(&rows, &votes, column, gathered.num_records() as usize) {
            votes.push(column);
        } else {
            choices[column].role = role;
            are_all = false;
        }
    }
    are_all
}

/// Whose codes the words are.
fn codes_of<'a>(laid: &Laid<'_>, words: impl Iterator<Item = &'a str> + Clone) -> Option<Codes> {
    let headers: Vec<String> = laid.columns.choices.iter().map(|choice| choice.header.clone()).collect();
    Codes::of(&headers, !laid.header.is_empty(), words)
}

/// The column with the words, where the table is of the kind that is read in bulk.
fn bulk_word(laid: &Laid<'_>) -> Option<usize> {
    let has = |role| laid.columns.choices.iter().any(|choice| choice.role == Some(role));
    let tells_members = has(Role::Id) || has(Role::Name) || has(Role::LastName);
    match laid.columns.place {
        Place::Column(word) if laid.shape == Shape::Long && tells_members && !has(Role::Proxy) => Some(word),
        _ => None,
    }
}

impl Plan {
    fn of(
        laid: &Laid<'_>,
        (mapping, is_inferred): (&Mapping, bool),
        companions: &Companions,
        word: usize,
        delimiter: u8,
    ) -> Self {
        let of = |roles: &[Role]| -> Vec<usize> {
            roles.iter().flat_map(|&role| mapping.columns_with(role)).collect()
        };
        let names =
            of(&[Role::Name, Role::FirstName, Role::MiddleName, Role::LastName, Role::SecondLastName]);
        let id = of(&[Role::Id]);
        let mut member = of(&[
            Role::Party,
            Role::PartyShort,
            Role::PartyColour,
            Role::Constituency,
            Role::Seat,
            Role::Weight,
            Role::Score,
        ]);
        member.extend(names.iter().chain(&id).copied());
        member.extend(companions.member_columns());
        let vote = of(&[Role::VoteId]);
        let mut vote = if vote.is_empty() { of(&[Role::VoteTitle, Role::VoteDate]) } else { vote };
        if is_inferred {
            // What is so of a vote as a whole is compared with the record before, too.
            vote.extend(of(&OF_VOTE));
        }
        let (member_in_vote, member) = member.into_iter().partition(|column| vote.contains(column));
        let (vote, member, width) = (stretches(vote), stretches(member), mapping.columns.len());
        Self {
            delimiter,
            width,
            segments: Segment::all(width, &vote, &member, word),
            vote,
            member,
            member_in_vote: stretches(member_in_vote),
            names: if names.is_empty() { id } else { names },
            word,
            header_word: laid.header.last().map(|header| plain(header.cell(word))),
        }
    }
}

/// Columns that stand side by side, together.
fn stretches(mut columns: Vec<usize>) -> Vec<Stretch> {
    columns.sort_unstable();
    columns.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for column in columns {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => stretches.push((column, column)),
        }
    }
    stretches
}

/// The places of the records at the end that are the source's own sums.
fn footer_places(gathered: &Gathered, footer: &[Record], delimiter: u8) -> Vec<(u64, String)> {
    let blank: hashbrown::HashSet<u64> = gathered
        .irregular
        .iter()
        .filter(|row| Record::bare(&row.raw, row.line, delimiter).is_blank())
        .map(|row| row.ordinal)
        .collect();
    let places = (0..gathered.num_records()).rev().filter(|ordinal| !blank.contains(ordinal));
    footer.iter().rev().zip(places).map(|(record, ordinal)| (ordinal, record.raw.clone())).collect()
}

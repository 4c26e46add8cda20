//! What a reader could not take as it stood, and what it did about it.

use hashbrown::HashMap;

use serde::Serialize;

use crate::lang::Message;
use crate::read::ReadError;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// A word in the vote column that no vocabulary has.
    UnknownWord,
    /// An empty cell in the vote column.
    BlankPosition,
    /// A row without a name in a file that has names.
    NoName,
    /// A number where a name should be.
    NumberForName,
    /// A row that ends before the vote column.
    ShortRow,
    /// A row with more cells than the header.
    LongRow,
    /// The same member again.
    DuplicateMember,
    /// Two rows with one name and one party, told apart by nothing but their votes or details.
    SameName,
    /// Somebody whom the table of members puts into no chamber that votes: a president.
    NotOfChamber,
    /// The same vote again: every cell of the row is the same.
    DuplicateVote,
    /// A vote in which nobody has a ballot.
    NoBallots,
    /// A row of totals among the members.
    TotalRow,
    /// A row with a heading for the rows below it.
    HeadingRow,
    /// The header again.
    RepeatedHeader,
    /// A weight that is not a number.
    BadWeight,
    /// A place in the call order that is not a whole number.
    BadCallOrder,
    /// Bytes that are not text in the file's encoding.
    UndecodableBytes,
    /// Zero bytes in a line of text.
    ZeroBytes,
    /// A quotation mark that is never closed.
    UnclosedQuote,
    /// A line above the header whose value cannot be used.
    BadMetadata,
    /// The declared result is not what the rows give.
    DeclaredDiffers,
    /// The result that the source states is not what the count gives under the rule.
    StatedDiffers,
    /// A row says of its vote what another row of it does not say.
    FactsDiffer,
    /// Far fewer ballots than in the other votes of the same body.
    FewBallots,
    /// Rows of the source that were neither read nor listed here.
    RowsUnread,
    /// Only the members in favour are in the file.
    OnlyForListed,
    /// A file inside a folder or an archive that could not be read.
    UnreadFile,
    /// Several files of one name in an archive.
    SameFileName,
    /// A number of seats that is none.
    BadSeats,
    /// The seats of the parties are not what the row of their sum says.
    SeatsDiffer,
    /// Fewer seats declared than rows.
    TooFewSeats,
    /// The last line of a journal was not written to its end.
    TornLine,
    /// A line of a journal is not as it was written.
    DamagedLine,
}

/// What was done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// The row was not counted.
    SetAside,
    /// What the member announced was not counted.
    NotCounted,
    /// The member was kept, with the position unknown.
    KeptUnknown,
    /// The row was kept without the part in question.
    KeptWithout,
    /// The row was kept as it is.
    Kept,
    /// The line above the header was ignored.
    Ignored,
}

/// One thing that could not be taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line of the file, counted from 1, where one line is concerned.
    pub row: Option<u64>,
    /// The header of the column, or its number, where one is concerned.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// The text found, at most 80 characters.
    pub found: String,
    /// How often it was found; where more than once, `row` is the first.
    pub times: u64,
    /// What was done.
    pub done: Done,
    /// Why a file inside a folder or an archive was not read, where one was not.
    #[serde(skip)]
    pub cause: Option<Box<ReadError>>,
}

impl Problem {
    /// A file of a folder, a zip or a workbook that was left out.
    pub(in crate::read) fn unread(cause: ReadError) -> Self {
        Self {
            file: cause.file().to_owned(),
            row: None,
            column: None,
            kind: ProblemKind::UnreadFile,
            found: cause.to_string(),
            times: 1,
            done: Done::Ignored,
            cause: Some(Box::new(cause)),
        }
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        if let Some(cause) = &self.cause {
            return Message::new("problem-unread-file").with("found", cause.message());
        }
        Message::new(match self.kind {
            ProblemKind::UnknownWord => "problem-unknown-word",
            ProblemKind::BlankPosition => "problem-blank-position",
            ProblemKind::NoName => "problem-no-name",
            ProblemKind::NumberForName => "problem-number-for-name",
            ProblemKind::ShortRow => "problem-short-row",
            ProblemKind::LongRow => "problem-long-row",
            ProblemKind::DuplicateMember => "problem-duplicate-member",
            ProblemKind::SameName => "problem-same-name",
            ProblemKind::NotOfChamber => "problem-not-of-chamber",
            ProblemKind::DuplicateVote => "problem-duplicate-vote",
            ProblemKind::NoBallots => "problem-no-ballots",
            ProblemKind::TotalRow => "problem-total-row",
            ProblemKind::HeadingRow => "problem-heading-row",
            ProblemKind::RepeatedHeader => "problem-repeated-header",
            ProblemKind::BadWeight => "problem-bad-weight",
            ProblemKind::BadCallOrder => "problem-bad-call-order",
            ProblemKind::UndecodableBytes => "problem-undecodable-bytes",
            ProblemKind::ZeroBytes => "problem-zero-bytes",
            ProblemKind::UnclosedQuote => "problem-unclosed-quote",
            ProblemKind::BadMetadata => "problem-bad-metadata",
            ProblemKind::DeclaredDiffers => "problem-declared-differs",
            ProblemKind::StatedDiffers => "problem-stated-differs",
            ProblemKind::FactsDiffer => "problem-facts-differ",
            ProblemKind::FewBallots => "problem-few-ballots",
            ProblemKind::RowsUnread => "problem-rows-unread",
            ProblemKind::OnlyForListed => "problem-only-for-listed",
            ProblemKind::UnreadFile => "problem-unread-file",
            ProblemKind::SameFileName => "problem-same-file-name",
            ProblemKind::BadSeats => "problem-bad-seats",
            ProblemKind::SeatsDiffer => "problem-seats-differ",
            ProblemKind::TooFewSeats => "problem-too-few-seats",
            ProblemKind::TornLine => "problem-torn-line",
            ProblemKind::DamagedLine => "problem-damaged-line",
        })
        .with("found", &self.found)
    }

    /// How often it was found, where more than once: `3,421 times`.
    #[must_use]
    pub fn times_message(&self) -> Option<Message> {
        (self.times > 1).then(|| Message::new("problem-times").with("n", self.times))
    }

    /// What was done, as a sentence.
    #[must_use]
    pub fn done_message(&self) -> Message {
        Message::new(match self.done {
            Done::SetAside => "done-set-aside",
            Done::NotCounted => "done-not-counted",
            Done::KeptUnknown => "done-kept-unknown",
            Done::KeptWithout => "done-kept-without",
            Done::Kept => "done-kept",
            Done::Ignored => "done-ignored",
        })
    }
}

/// The problems of one file, gathered while it is read.
#[derive(Debug)]
pub(in crate::read) struct Problems {
    file: String,
    list: Vec<Problem>,
    /// Those of which no row was lost.
    known: HashMap<(ProblemKind, Done, String), Known>,
}

/// How often a problem was found, and how often it was handed over to be listed.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    times: u64,
    listed: u64,
}

/// The same problem of which no row was lost is listed so often, with how often it was found.
pub(in crate::read) const MOST_OF_ONE: u64 = 1;

impl Problems {
    pub(in crate::read) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), list: Vec::new(), known: HashMap::new() }
    }

    pub(in crate::read) fn add(
        &mut self,
        kind: ProblemKind,
        done: Done,
        row: Option<u64>,
        column: Option<&str>,
        found: &str,
    ) {
        let text = shortened(found);
        // Rows of a document stand on no line.
        let row = row.filter(|&line| line > 0);
        if done != Done::SetAside {
            let known = self.known.entry((kind, done, text.clone())).or_default();
            known.times += 1;
            known.listed += 1;
            if known.listed > MOST_OF_ONE {
                return;
            }
        }
        self.list.push(Problem {
            file: self.file.clone(),
            row,
            column: column.map(str::to_owned),
            kind,
            found: text,
            times: 1,
            done,
            cause: None,
        });
    }

    /// Counts more of a problem that is listed often enough.
    pub(in crate::read) fn count(&mut self, kind: ProblemKind, done: Done, found: &str, times: u64) {
        self.known.entry((kind, done, shortened(found))).or_default().times += times;
    }

    /// The problems by line, those of the file as a whole last.
    pub(in crate::read) fn into_list(mut self) -> Vec<Problem> {
        for problem in self.list.iter_mut().filter(|problem| problem.done != Done::SetAside) {
            let known = self.known.get(&(problem.kind, problem.done, problem.found.clone()));
            problem.times = known.map_or(1, |known| known.times);
        }
        self.list.sort_by_key(|problem| problem.row.unwrap_or(u64::MAX));
        self.list
    }
}

/// The beginning of a text.
fn shortened(found: &str) -> String {
    const LONGEST: usize = 80;
    let mut text: String = found.chars().take(LONGEST).collect();
    if text.len() < found.len() {
        text.push('…');
    }
    text
}

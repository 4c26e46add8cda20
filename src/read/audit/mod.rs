//! What a reading must answer for: the laws that it breaks, and the questions that it leaves open.
//!
//! Goes in: a reading, whatever path made it. Comes out: the same with a [`Problem`](crate::read::Problem) for each breach, or a refusal where a
//! law excludes it; the [`Verdict`] and the [`Question`]s. The [`laws`] over a [`Ledger`] are also what `infer` chooses by. Must not
//! know: files, tables, how a mapping was found.

pub(super) mod laws;
mod ledger;
mod question;

pub(super) use ledger::{Ledger, is_row_of_list};
pub use question::{About, Choice, Question, Verdict, words_from_text};

use self::laws::{Breach, LAWS, Law, Weight};
use crate::read::lookup::Chambers;
use crate::read::reading::Reading;
use crate::read::report::origin::Origin;
use crate::read::report::problem::Problems;
use crate::read::{Done, ProblemKind, ReadError};

/// Looks up which chambers the votes are of, and holds the reading to every law.
///
/// # Errors
/// A refusal where a law excludes the reading. A mapping that was given is not refused: whoever gave it knows better.
pub(super) fn audit(mut reading: Reading, chambers: &Chambers) -> Result<Reading, ReadError> {
    chambers.recognise(&mut reading.archive, &reading.mapping);
    let ledger = Ledger::of(&reading);
    let mut problems = Problems::new(&reading.file);
    for breach in LAWS.iter().filter_map(|law| law(&ledger)) {
        // Doubles were set aside, and said.
        let is_settled = breach.law == Law::OneBallot;
        if breach.weight == Weight::Excludes && !is_settled && reading.origin != Origin::Given {
            return Err(refusal(&breach, reading.file));
        }
        say(&breach, &mut problems);
    }
    reading.problems.extend(problems.into_list());
    Ok(reading)
}

fn refusal(breach: &Breach<'_>, file: String) -> ReadError {
    match breach.law {
        Law::BallotOrVote => ReadError::ListOfVotes { file },
        _ => ReadError::VotesBelowOneAnother { file, count: breach.seen.count },
    }
}

fn say(breach: &Breach<'_>, problems: &mut Problems) {
    let (kind, done) = match breach.law {
        Law::Totals => (ProblemKind::DeclaredDiffers, Done::Kept),
        Law::Outcome => (ProblemKind::StatedDiffers, Done::Kept),
        Law::Seats => (ProblemKind::TooFewSeats, Done::Ignored),
        Law::Sizes => (ProblemKind::FewBallots, Done::Kept),
        Law::NothingLeft => {
            let found = format!("{} / {}", breach.seen.count, breach.seen.of);
            problems.add(ProblemKind::RowsUnread, Done::Ignored, None, None, &found);
            return;
        }
        // Readers list each row that they set aside, or that says something else of its vote; and a given mapping may read votes of
        // one ballot.
        Law::OneBallot | Law::OneVote | Law::Several | Law::BallotOrVote => return,
    };
    for text in &breach.seen.words {
        problems.add(kind, done, None, None, text);
    }
}

//! A journal's bytes to its lines, and to what is wrong with them.
//!
//! Lines are written one at a time, each synced before the next. What a crash can leave is therefore one line
//! that is not whole, at the end: *torn*. Anything else that does not fit is *damage*: a line that was changed,
//! lost or put in.

use std::path::Path;

use super::line::{self, Chain, Entry};
use super::{JournalError, file_fault};
use crate::lang::Message;
use crate::model::MajorityRule;
use crate::record::{Call, Event, Refusal};

/// What is wrong with a line that is not torn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not a line of a journal.
    NotALine,
    /// It does not follow from the line before: it was changed, or a line is missing or was put in.
    BrokenChain,
    /// It holds an event that this version does not know.
    UnknownEvent,
    /// The roll call is judged by a rule that this version does not know.
    UnknownRule(String),
    /// Its event cannot have happened then.
    Impossible(Refusal),
}

impl Damage {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotALine => Message::new("damage-not-a-line"),
            Self::BrokenChain => Message::new("damage-chain"),
            Self::UnknownEvent => Message::new("damage-unknown"),
            Self::UnknownRule(rule) => Message::new("damage-rule").with("rule", rule),
            Self::Impossible(refusal) => Message::new("damage-impossible").with("cause", refusal.message()),
        }
    }
}

/// What state a journal is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every line is whole and follows from the one before.
    Intact,
    /// The last line was not written to its end: it was never confirmed.
    Torn {
        /// Its number.
        line: u64,
    },
    /// A line is not as it was written.
    Damaged {
        /// Its number.
        line: u64,
        /// What is wrong with it.
        damage: Damage,
    },
}

/// What the bytes of a journal hold.
#[derive(Clone, Debug)]
pub struct Scan {
    /// The roll call as far as the journal is sound; `None` where not even the first line is.
    pub call: Option<Call>,
    /// The number of sound lines.
    pub lines: u64,
    /// The checksum of the last sound line.
    pub chain: Chain,
    /// How many bytes the sound lines take; where only the line break behind the last is missing, one more than
    /// there are.
    pub sound: usize,
    /// Whether there is more, and what.
    pub condition: Condition,
}

/// True for bytes that begin like a journal.
#[must_use]
pub fn is_journal(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(96)];
    start.starts_with(b"{\"seq\":1,\"time\":\"")
        && start.windows(16).any(|part| part == b"\"event\":\"opened\"")
}

/// Reads a journal from its bytes.
#[must_use]
pub fn scan(bytes: &[u8]) -> Scan {
    let mut found =
        Scan { call: None, lines: 0, chain: Chain::start(), sound: 0, condition: Condition::Intact };
    while found.sound < bytes.len() {
        let rest = &bytes[found.sound..];
        let end = rest.iter().position(|&byte| byte == b'\n');
        let number = found.lines + 1;
        let read = line::read(&rest[..end.unwrap_or(rest.len())], number, &found.chain)
            .and_then(|(entry, chain)| take(&mut found.call, entry).map(|()| chain));
        match read {
            Ok(chain) => {
                found.chain = chain;
                found.lines = number;
                found.sound += end.unwrap_or(rest.len()) + 1;
            }
            Err(damage) => {
                found.condition = if is_torn(rest, end) {
                    Condition::Torn { line: number }
                } else {
                    Condition::Damaged { line: number, damage }
                };
                return found;
            }
        }
    }
    if found.sound > bytes.len() {
        // The line is whole but for its line break.
        found.condition = Condition::Torn { line: found.lines };
    }
    found
}

/// True where nothing but part of one line is left: without its line break, or with bytes that a file system
/// gave back as zeros.
fn is_torn(rest: &[u8], end: Option<usize>) -> bool {
    match end {
        None => true,
        Some(end) => end + 1 == rest.len() && rest[..end].contains(&0),
    }
}

fn take(call: &mut Option<Call>, entry: Entry) -> Result<(), Damage> {
    match (call, entry) {
        (Some(call), entry) => call.apply(entry).map_err(Damage::Impossible),
        (call @ None, entry) => {
            let Event::Opened(opening) = &entry.event else { return Err(Damage::NotALine) };
            if opening.version > crate::record::event::VERSION {
                return Err(Damage::UnknownEvent);
            }
            if opening.rule.parse::<MajorityRule>().is_err() {
                return Err(Damage::UnknownRule(opening.rule.clone()));
            }
            *call = Some(Call::open((**opening).clone(), entry));
            Ok(())
        }
    }
}

/// Reads a journal from its file, without changing or locking it.
///
/// # Errors
/// [`JournalError::NoFile`], [`JournalError::NotAJournal`], and what the system says.
pub fn scan_file(path: &Path) -> Result<Scan, JournalError> {
    let bytes = std::fs::read(path).map_err(|error| file_fault(path, &error))?;
    let found = scan(&bytes);
    if found.call.is_none() && !is_journal(&bytes) {
        return Err(JournalError::NotAJournal { file: path.display().to_string() });
    }
    Ok(found)
}

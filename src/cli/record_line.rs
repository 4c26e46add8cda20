//! A line of a roll call on standard input.
//!
//! `NAME<tab>ANSWER` answers for a member, whose number in the order of calling may stand for the name; `ANSWER`
//! alone answers for whoever is next. An answer is any word for a vote that the readers of files know, a key of
//! the window (`f`, `a`, `b`, `p`), or `-` or `n` for no answer. What begins with `!` does something else; blank
//! lines and lines that begin with `#` are passed over.

use std::path::PathBuf;

use crate::lang::Message;
use crate::model::Position;
use crate::read::position_of_word;
use crate::record::{Call, Clerk, Event, MemberEntry, MemberNumber};

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Instruction {
    Event(Event),
    Undo(Clerk),
    Redo(Clerk),
    Move(PathBuf),
}

/// Reads a line; `None` for one that asks for nothing.
///
/// # Errors
/// What to write instead.
pub(super) fn parse(line: &str, call: &Call) -> Result<Option<Instruction>, Message> {
    let line = line.trim_end_matches(['\n', '\r']);
    if line.trim().is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let mut fields = line.split('\t').map(str::trim);
    let first = fields.next().unwrap_or_default();
    let rest: Vec<&str> = fields.collect();
    if let Some(command) = first.strip_prefix('!') {
        return self::command(command, &rest, call).map(Some);
    }
    let (member, word) = match rest.as_slice() {
        [] => {
            let turn = call.next().ok_or_else(|| Message::new("line-nobody-next"))?;
            (turn.member, first)
        }
        [word, ..] => (member(first, call)?, *word),
    };
    if is_no_answer(word) {
        return Ok(Some(Instruction::Event(Event::NoAnswer { member })));
    }
    let position = position(word)?;
    Ok(Some(Instruction::Event(Event::Answered { member, position })))
}

fn command(command: &str, rest: &[&str], call: &Call) -> Result<Instruction, Message> {
    let event = match (command, rest) {
        ("undo", []) => return Ok(Instruction::Undo(Clerk::First)),
        ("redo", []) => return Ok(Instruction::Redo(Clerk::First)),
        ("second-undo", []) => return Ok(Instruction::Undo(Clerk::Second)),
        ("second-redo", []) => return Ok(Instruction::Redo(Clerk::Second)),
        ("move", [path]) => return Ok(Instruction::Move(PathBuf::from(path))),
        ("correct", [who, word, reason]) => Event::Corrected {
            member: member(who, call)?,
            position: position(word)?,
            reason: (*reason).to_owned(),
        },
        ("arrived", [who]) => Event::Arrived { member: member(who, call)? },
        ("joined", [name]) => Event::Joined { member: joined(name, None, call) },
        ("joined", [name, group]) => Event::Joined { member: joined(name, Some(group), call) },
        ("replaced", [who, name, reason]) => Event::Replaced {
            member: member(who, call)?,
            name: (*name).to_owned(),
            reason: (*reason).to_owned(),
        },
        ("proxy", [from, to]) => Event::ProxyGiven { from: member(from, call)?, to: member(to, call)? },
        ("proxy-withdrawn", [from]) => Event::ProxyWithdrawn { from: member(from, call)? },
        ("presiding", []) => Event::Presides { member: None },
        ("presiding", [who]) => Event::Presides { member: Some(member(who, call)?) },
        ("second", [who, word]) => {
            Event::SecondCount { member: member(who, call)?, position: position(word)? }
        }
        ("casting", [word]) => Event::CastingVote { position: position(word)? },
        ("close", []) => Event::Closed,
        ("sign", [name, office]) => Event::Signed { name: (*name).to_owned(), office: (*office).to_owned() },
        _ => return Err(Message::new("line-no-command").with("text", command)),
    };
    Ok(Instruction::Event(event))
}

fn joined(name: &str, group: Option<&str>, call: &Call) -> MemberEntry {
    let party = group.and_then(|group| call.parties().iter().position(|party| party.short == group));
    MemberEntry {
        name: name.to_owned(),
        party: party.and_then(|place| u16::try_from(place).ok()),
        ..MemberEntry::default()
    }
}

/// The member with this number or name; a beginning of a name will do where only one has it.
fn member(text: &str, call: &Call) -> Result<MemberNumber, Message> {
    if let Ok(number) = text.parse() {
        return Ok(MemberNumber(number));
    }
    let exact = call.named(text);
    let found = if exact.is_empty() { call.find(text) } else { exact };
    match found.as_slice() {
        [member] => Ok(*member),
        [] => Err(Message::new("line-no-member").with("text", text)),
        several => {
            const SHOWN: usize = 6;
            let name = |member: &MemberNumber| {
                let name = call.desks().get(member.place()).map_or("", |desk| &desk.member.name);
                format!("{} {name}", member.0)
            };
            let names = several.iter().take(SHOWN).map(name).collect::<Vec<_>>().join(", ");
            Err(Message::new("line-several-members").with("text", text).with("names", names))
        }
    }
}

fn is_no_answer(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "-" | "n" | "no answer" | "no-answer" | "skip")
}

fn position(word: &str) -> Result<Position, Message> {
    let known = match word.to_lowercase().as_str() {
        "f" => Some(Position::For),
        "a" => Some(Position::Against),
        "b" => Some(Position::Abstain),
        "p" => Some(Position::Present),
        other => Position::from_key(other).or_else(|| position_of_word(word)),
    };
    known.ok_or_else(|| Message::new("line-no-word").with("text", word))
}

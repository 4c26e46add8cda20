//! A roll call that is under way in the window: what is on the disk, what waits for it, and whose turn it is.
//!
//! Goes in: what the clerk does, and the reports of the [`Scribe`]. Comes out: who is called, and two states of the
//! call: [`call`](Sitting::call) as it is on the disk, and [`expected`](Sitting::expected) with what is on its way
//! there. Must not know: drawing, keys.

use std::collections::VecDeque;
use std::path::PathBuf;

use super::dialog::Dialog;
use super::keys::Reply;
use super::scribe::{Deed, Report, Scribe, Started, Waiting};
use super::sound::Tone;
use crate::lang::{Lang, Message};
use crate::model::{Ballot, Moment, Position, Tally};
use crate::record::{Call, Chain, Clerk, Entry, Event, JournalError, MemberNumber, Recovery, Refusal};

/// A disk that has not answered for so many seconds is spoken of.
const SILENT: u64 = 2;

/// A roll call under way.
#[derive(Debug)]
pub struct Sitting {
    scribe: Scribe,
    /// Where the journal is.
    pub path: PathBuf,
    /// The checksum of its last line.
    pub chain: Chain,
    /// The roll call as it is on the disk.
    pub call: Call,
    /// The same with what waits for the disk.
    pub(super) expected: Call,
    /// What waits for the disk, in order.
    pub(super) waiting: VecDeque<Waiting>,
    next_id: u64,
    /// Who is called out of turn.
    pub(super) at: Option<MemberNumber>,
    /// Which clerk is at the keys.
    pub clerk: Clerk,
    /// Whom the second clerk passed over.
    passed: Vec<MemberNumber>,
    /// Why the disk takes nothing.
    pub stuck: Option<JournalError>,
    /// What was refused, or found and mended, until the next key.
    pub note: Option<Message>,
    /// What is asked.
    pub dialog: Option<Dialog>,
    /// An officer's name, as it is typed.
    pub(super) officer: String,
    /// Their office.
    pub(super) office: String,
    /// Whether the officer's name wants the cursor: the vote was just closed.
    pub(super) wants_officer: bool,
    /// The last answer in words, for those who listen.
    pub(super) said: Option<(MemberNumber, Option<Position>)>,
    /// What is to be heard of what happened since this was last asked for.
    tones: Vec<Tone>,
}

impl Sitting {
    /// The state after the journal was opened.
    pub(super) fn new(scribe: Scribe, started: Started) -> Self {
        let Started { call, path, chain, recovery, is_resumed } = started;
        let note = recovered(&recovery).or_else(|| is_resumed.then(|| resumed(&call)));
        Self {
            scribe,
            path,
            chain,
            expected: call.clone(),
            call,
            waiting: VecDeque::new(),
            next_id: 0,
            at: None,
            clerk: Clerk::First,
            passed: Vec::new(),
            stuck: None,
            note,
            dialog: None,
            officer: String::new(),
            office: String::new(),
            wants_officer: false,
            said: None,
            tones: Vec::new(),
        }
    }

    /// Who is called: whoever was chosen out of turn, else whoever is next.
    #[must_use]
    pub fn current(&self) -> Option<MemberNumber> {
        match self.clerk {
            Clerk::First => self.at.or_else(|| self.expected.next().map(|turn| turn.member)),
            Clerk::Second => self.at.or_else(|| self.uncounted().next()),
        }
    }

    /// Those who are called after the one who is called now.
    pub(super) fn following(&self) -> Vec<MemberNumber> {
        let current = self.current();
        let turns: Vec<MemberNumber> = match self.clerk {
            Clerk::First => self.expected.turns().map(|turn| turn.member).collect(),
            Clerk::Second => self.uncounted().collect(),
        };
        turns.into_iter().filter(|&member| Some(member) != current).collect()
    }

    /// Those whom the second clerk has not counted, in order; those passed over come last.
    fn uncounted(&self) -> impl Iterator<Item = MemberNumber> + '_ {
        let is_open = |member: &MemberNumber| {
            let desk = self.expected.desks().get(member.place());
            let in_chair =
                self.expected.chair() == Some(*member) && !self.expected.opening().conduct.chair_votes;
            desk.is_some_and(|desk| desk.second.is_none()) && !in_chair
        };
        let all = (0..self.expected.desks().len()).map(MemberNumber::at);
        let fresh = all.filter(|member| !self.passed.contains(member));
        fresh.chain(self.passed.iter().copied()).filter(is_open)
    }

    /// For how many seconds a disk that does not refuse has not taken a line either; `None` where that is not long.
    pub(super) fn silent_seconds(&self, now: Moment) -> Option<u64> {
        let oldest = self.waiting.front().filter(|_| self.stuck.is_none())?;
        Some(now.0.saturating_sub(oldest.time.0) / 1000).filter(|&seconds| seconds >= SILENT)
    }

    /// How many lines are not on the disk yet.
    #[must_use]
    pub fn num_waiting(&self) -> usize {
        self.waiting.len()
    }

    /// What the second clerk counted.
    pub(super) fn second_tally(&self) -> Tally {
        let mut tally = Tally::default();
        for desk in self.call.desks() {
            tally.add(Ballot::new(desk.second.unwrap_or(Position::Unknown)), desk.member.votes());
        }
        tally
    }

    /// Records a reply of whoever is called. An answer that is there already is corrected instead, which asks for
    /// the reason.
    pub(super) fn reply(&mut self, reply: Reply, now: Moment) {
        let Some(member) = self.current() else { return };
        let answered = self.expected.desks().get(member.place()).is_some_and(|desk| desk.answer.is_some());
        if self.clerk == Clerk::First && answered {
            let position = reply.position();
            self.dialog = Some(Dialog::Correct { member, position, reason: String::new() });
            return;
        }
        let event = match (self.clerk, reply.position()) {
            (Clerk::First, Some(position)) => Event::Answered { member, position },
            (Clerk::First, None) => Event::NoAnswer { member },
            (Clerk::Second, Some(position)) => Event::SecondCount { member, position },
            (Clerk::Second, None) => {
                self.passed.retain(|&passed| passed != member);
                self.passed.push(member);
                self.at = None;
                return;
            }
        };
        self.record(Deed::Event(event), now);
        self.at = None;
    }

    /// Hands a deed to the scribe where it can happen, and says why not where it cannot. True where it was handed
    /// over.
    pub(super) fn record(&mut self, deed: Deed, now: Moment) -> bool {
        self.note = None;
        let waiting = Waiting { id: self.next_id, time: now, deed };
        match expect(&mut self.expected, &waiting) {
            Ok(()) => {
                self.next_id += 1;
                self.scribe.write(waiting.clone());
                self.waiting.push_back(waiting);
                true
            }
            Err(refusal) => {
                self.refuse(&refusal);
                false
            }
        }
    }

    /// The same, and closes the question that led to it where it was handed over.
    pub(super) fn record_and_close(&mut self, deed: Deed, now: Moment) {
        if self.record(deed, now) {
            self.dialog = None;
        }
    }

    /// Goes so many names on in the order of calling, or back where negative, without recording anything.
    pub(super) fn step(&mut self, step: isize) {
        let Some(current) = self.current() else { return };
        let is_open = |place: usize| {
            let desk = self.expected.desks().get(place);
            match self.clerk {
                Clerk::First => {
                    self.expected.ballot(MemberNumber::at(place)).position() == Position::Unknown
                        && desk.is_some_and(|desk| desk.answer.is_none())
                }
                Clerk::Second => desk.is_some_and(|desk| desk.second.is_none()),
            }
        };
        let open: Vec<usize> = (0..self.expected.desks().len()).filter(|&place| is_open(place)).collect();
        let at = open.partition_point(|&place| place < current.place());
        let found = open.get(at.saturating_add_signed(step).min(open.len().saturating_sub(1)));
        self.at = found.map(|&place| MemberNumber::at(place));
    }

    /// Calls somebody out of turn, or goes on with whoever is next.
    pub(super) fn go_to(&mut self, member: Option<MemberNumber>) {
        self.at = member;
        self.note = None;
    }

    /// Puts the other clerk at the keys.
    pub(super) fn switch_clerk(&mut self) {
        self.clerk = if self.clerk == Clerk::First { Clerk::Second } else { Clerk::First };
        (self.at, self.note, self.dialog) = (None, None, None);
    }

    /// Asks for the journal to go on elsewhere.
    pub(super) fn move_to(&mut self, path: PathBuf) {
        self.scribe.move_to(path);
    }

    /// Tries at once what the disk refused.
    pub(super) fn retry(&mut self) {
        self.scribe.retry();
    }

    /// Takes what the scribe says.
    pub(super) fn take(&mut self, report: Report) {
        match report {
            Report::Written { id, entry, chain } => {
                self.waiting.retain(|waiting| waiting.id != id);
                self.stuck = None;
                self.told(&entry);
                self.follow(*entry, chain);
            }
            Report::Refused { id, refusal } => {
                self.waiting.retain(|waiting| waiting.id != id);
                self.refuse(&refusal);
                self.expect_again();
            }
            Report::Stuck(error) => {
                self.stuck = Some(error);
                self.tones.push(Tone::Stuck);
            }
            Report::Moved { path, entry, chain } => {
                self.stuck = None;
                self.note = Some(Message::new("calling-moved").with("file", path.display().to_string()));
                self.path = path;
                self.follow(*entry, chain);
            }
            Report::NotMoved(error) => self.note = Some(error.message()),
            Report::Started(_) | Report::NotStarted(_) => {}
        }
    }

    /// Nothing was recorded: says why.
    fn refuse(&mut self, refusal: &Refusal) {
        self.note = Some(refusal.message());
        self.tones.push(Tone::Refused);
    }

    /// What is to be heard now: of an answer only once its line is on the disk.
    pub(super) fn take_tones(&mut self) -> Vec<Tone> {
        std::mem::take(&mut self.tones)
    }

    /// A line is on the disk: it counts.
    fn follow(&mut self, entry: Entry, chain: Chain) {
        self.chain = chain;
        let was_open = self.call.certain_verdict().is_none();
        self.tones.push(tone(&entry.event));
        if let Err(refusal) = self.call.apply(entry) {
            // The scribe holds the same state and let it through.
            self.note = Some(refusal.message());
        }
        if was_open && self.call.certain_verdict().is_some() {
            self.tones.push(Tone::Certain);
        }
        self.expect_again();
    }

    fn expect_again(&mut self) {
        self.expected = self.call.clone();
        for waiting in &self.waiting {
            // The scribe will say so in turn.
            expect(&mut self.expected, waiting).ok();
        }
        let is_there = |member: &MemberNumber| member.place() < self.expected.desks().len();
        self.at = self.at.filter(is_there);
    }

    fn told(&mut self, entry: &Entry) {
        self.wants_officer |= entry.event == Event::Closed;
        self.said = match &entry.event {
            Event::Answered { member, position }
            | Event::Corrected { member, position, .. }
            | Event::SecondCount { member, position } => Some((*member, Some(*position))),
            Event::NoAnswer { member } => Some((*member, None)),
            _ => self.said,
        };
    }

    /// The correction to ask for: of whoever was chosen, else of whoever answered last.
    pub(super) fn correction(&self) -> Option<Dialog> {
        let has_answered = |member: &MemberNumber| {
            self.call.desks().get(member.place()).is_some_and(|desk| desk.answer.is_some())
        };
        let last = || self.call.voices().last().map(|(member, _)| *member);
        let member = self.at.filter(has_answered).or_else(last)?;
        Some(Dialog::Correct { member, position: None, reason: String::new() })
    }

    /// A member's name.
    pub(super) fn name(&self, member: MemberNumber) -> String {
        let desk = self.expected.desks().get(member.place());
        desk.map_or_else(String::new, |desk| desk.member.name.clone())
    }

    /// A member's group: its place among the parties and its name, where there is one.
    pub(super) fn group(&self, member: MemberNumber) -> Option<(usize, &crate::model::Party)> {
        let party = self.expected.desks().get(member.place())?.member.party?;
        let place = usize::from(party.0);
        Some((place, self.expected.parties().get(place)?))
    }

    /// The title of the question.
    pub(super) fn title(&self, lang: Lang) -> String {
        self.call.opening().question.title.clone().unwrap_or_else(|| lang.text("untitled"))
    }
}

/// What is heard of a line.
fn tone(event: &Event) -> Tone {
    match event {
        Event::Answered { position, .. }
        | Event::Corrected { position, .. }
        | Event::SecondCount { position, .. }
        | Event::CastingVote { position } => match position {
            Position::For => Tone::For,
            Position::Against => Tone::Against,
            Position::Abstain => Tone::Abstain,
            Position::Present => Tone::Present,
            _ => Tone::Noted,
        },
        Event::NoAnswer { .. } => Tone::NoAnswer,
        Event::Undone { .. } => Tone::Undone,
        Event::Redone { .. } => Tone::Redone,
        _ => Tone::Noted,
    }
}

/// Does to a state what a deed will do once it is written.
fn expect(call: &mut Call, waiting: &Waiting) -> Result<(), Refusal> {
    let event = match &waiting.deed {
        Deed::Event(event) => event.clone(),
        Deed::Undo(clerk) => call.undo(*clerk)?,
        Deed::Redo(clerk) => call.redo(*clerk)?,
    };
    let seq = call.log().last().map_or(1, |entry| entry.seq + 1);
    call.apply(Entry { seq, time: waiting.time, event })
}

/// What was found and mended when the journal was opened again.
fn recovered(recovery: &Recovery) -> Option<Message> {
    let line = recovery.line?;
    let message = match &recovery.kept {
        Some(kept) => Message::new("record-recovered").with("file", kept.display().to_string()),
        None => Message::new("record-line-break"),
    };
    Some(message.with("line", line.to_string()))
}

fn resumed(call: &Call) -> Message {
    Message::new("record-resumed").with("lines", call.log().len()).with("left", call.num_left())
}

#[cfg(test)]
mod tests;

//! The state machine of a roll call: lines of a journal go in, what the chamber needs to know comes out.
//!
//! Pure: no clock, no file. Whatever order of lines [`check`](Call::check) lets through leads to one state.

use super::floor::Floor;
use super::undo::History;
use super::{Certainty, Entry, Event, MemberNumber, Opening, Refusal};
use crate::model::{Member, Moment, Outcome, Party, Position, Tally, Verdict};

/// Which of two clerks. The second hears the answers too, and counts for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clerk {
    /// Whose answers are the record.
    First,
    /// Whose answers are compared with it.
    Second,
}

/// Which call of the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// Everybody.
    First,
    /// Those who did not answer.
    Second,
}

/// Who is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Their number.
    pub member: MemberNumber,
    /// In which call.
    pub round: Round,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How: as corrected last.
    pub position: Position,
    /// Whether another member spoke it.
    pub by_proxy: bool,
    /// The line of the journal in which it was given first: answers sort by it in the order of voices.
    pub seq: u64,
    /// When it was given.
    pub time: Moment,
}

/// One member in a roll call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// Who sits there.
    pub member: Member,
    /// Their answer.
    pub answer: Option<Answer>,
    /// How often they were called and did not answer.
    pub passes: u8,
    /// The place of the member who speaks for them.
    pub proxy: Option<usize>,
    /// What the second clerk heard.
    pub second: Option<Position>,
}

impl Desk {
    pub(super) fn new(member: Member) -> Self {
        Self { member, ..Self::default() }
    }

    pub(super) fn name(&self) -> String {
        self.member.name.clone()
    }

    /// Refuses where the member answered.
    pub(super) fn unanswered(&self) -> Result<(), Refusal> {
        match self.answer {
            Some(answer) => Err(Refusal::Answered { name: self.name(), position: answer.position }),
            None => Ok(()),
        }
    }
}

/// A corrected answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The line of the journal.
    pub seq: u64,
    /// When.
    pub time: Moment,
    /// Whose answer, by place.
    pub place: usize,
    /// What it was.
    pub from: Position,
    /// What it became.
    pub to: Position,
    /// Why.
    pub reason: String,
}

/// A member in whose place somebody else sat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The line of the journal.
    pub seq: u64,
    /// When.
    pub time: Moment,
    /// Whose seat, by place.
    pub place: usize,
    /// Who sat there before.
    pub before: String,
    /// Why.
    pub reason: String,
}

/// An officer's signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The line of the journal.
    pub seq: u64,
    /// When.
    pub time: Moment,
    /// Who.
    pub name: String,
    /// In which office.
    pub office: String,
}

/// A member of whom the two clerks heard different answers, or only one heard any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Who.
    pub member: MemberNumber,
    /// What the first clerk recorded.
    pub first: Option<Position>,
    /// What the second clerk heard.
    pub second: Option<Position>,
}

/// A roll call under way, or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    opening: Opening,
    parties: Vec<Party>,
    opened: Moment,
    /// Every line, also those undone.
    log: Vec<Entry>,
    history: History,
    floor: Floor,
}

impl Call {
    /// The roll call that an opening line starts.
    #[must_use]
    pub fn open(opening: Opening, entry: Entry) -> Self {
        Self {
            parties: opening.parties.iter().map(super::PartyEntry::party).collect(),
            floor: first_floor(&opening),
            opened: entry.time,
            opening,
            log: vec![entry],
            history: History::default(),
        }
    }

    /// How it started.
    #[must_use]
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// When it started.
    #[must_use]
    pub fn opened(&self) -> Moment {
        self.opened
    }

    /// The parties.
    #[must_use]
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    /// The members, in the order of calling.
    #[must_use]
    pub fn desks(&self) -> &[Desk] {
        &self.floor.desks
    }

    /// Every line of the journal, also those undone.
    #[must_use]
    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    /// Whether an event can happen now.
    ///
    /// # Errors
    /// A [`Refusal`] that says what to do instead.
    pub fn check(&self, event: &Event) -> Result<(), Refusal> {
        match event {
            Event::Undone { .. } | Event::Redone { .. } => self.retold(event).map(|_| ()),
            other => self.floor.check(other),
        }
    }

    /// Takes the next line of the journal.
    ///
    /// # Errors
    /// The [`Refusal`] of [`check`](Self::check); the state is then as before.
    pub fn apply(&mut self, entry: Entry) -> Result<(), Refusal> {
        match &entry.event {
            Event::Undone { .. } | Event::Redone { .. } => {
                (self.history, self.floor) = self.retold(&entry.event)?;
            }
            event => {
                self.floor.check(event)?;
                self.floor.apply(event, entry.seq, entry.time);
                if let Some(clerk) = event.clerk() {
                    self.history.did(clerk, entry.seq);
                }
            }
        }
        self.log.push(entry);
        Ok(())
    }

    /// History and floor with one line more or less.
    fn retold(&self, event: &Event) -> Result<(History, Floor), Refusal> {
        if !self.floor.signatures.is_empty() {
            return Err(Refusal::Signed);
        }
        let mut history = self.history.clone();
        match event {
            Event::Undone { entry } => history.undo(*entry)?,
            Event::Redone { entry } => history.redo(*entry)?,
            _ => {}
        }
        let mut floor = first_floor(&self.opening);
        for seq in history.effective() {
            let Some(line) = self.line(seq) else { continue };
            // What a line needs may be what is being undone.
            floor.check(&line.event).map_err(|_| Refusal::DependedOn)?;
            floor.apply(&line.event, line.seq, line.time);
        }
        Ok((history, floor))
    }

    fn line(&self, seq: u64) -> Option<&Entry> {
        let place = self.log.binary_search_by_key(&seq, |entry| entry.seq).ok()?;
        self.log.get(place)
    }

    /// The event that undoes a clerk's last one.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`].
    pub fn undo(&self, clerk: Clerk) -> Result<Event, Refusal> {
        self.history.last_done(clerk).map(|entry| Event::Undone { entry }).ok_or(Refusal::NothingToUndo)
    }

    /// The event that brings back what a clerk undid last.
    ///
    /// # Errors
    /// [`Refusal::NothingToRedo`].
    pub fn redo(&self, clerk: Clerk) -> Result<Event, Refusal> {
        self.history.last_undone(clerk).map(|entry| Event::Redone { entry }).ok_or(Refusal::NothingToRedo)
    }

    /// Who is called now; `None` once everybody was.
    #[must_use]
    pub fn next(&self) -> Option<Turn> {
        self.turns().next()
    }

    /// Those still to be called, in order: the rest of the first call, then the second.
    pub fn turns(&self) -> impl Iterator<Item = Turn> + '_ {
        let of = move |round: Round, passes: u8| {
            (0..self.floor.desks.len())
                .filter(move |&place| self.floor.is_open(place) && self.floor.desks[place].passes == passes)
                .map(move |place| Turn { member: MemberNumber::at(place), round })
        };
        of(Round::First, 0).chain(of(Round::Second, 1))
    }

    /// Members whose answer is still to come.
    #[must_use]
    pub fn num_left(&self) -> usize {
        (0..self.floor.desks.len()).filter(|&place| self.floor.is_open(place)).count()
    }

    /// The count so far; members whose answer is still to come stand at [`Position::Unknown`].
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.floor.tally()
    }

    /// The result as far as it goes, with the quorum.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome { verdict: self.floor.verdict(), ..self.floor.rule.judge(&self.floor.count()) }
    }

    /// When the result became certain; `None` while an answer still to come can change it.
    #[must_use]
    pub fn certain(&self) -> Option<Certainty> {
        self.floor.certain
    }

    /// The result that is certain now.
    #[must_use]
    pub fn certain_verdict(&self) -> Option<Verdict> {
        self.floor.certain.map(|certain| certain.verdict)
    }

    /// A member's ballot as it stands.
    #[must_use]
    pub fn ballot(&self, member: MemberNumber) -> crate::model::Ballot {
        self.floor.ballot(member.place())
    }

    /// Who is in the chair.
    #[must_use]
    pub fn chair(&self) -> Option<MemberNumber> {
        self.floor.chair.map(MemberNumber::at)
    }

    /// Those who answered, in the order in which they did.
    #[must_use]
    pub fn voices(&self) -> Vec<(MemberNumber, Answer)> {
        let desks = self.floor.desks.iter().enumerate();
        let mut voices: Vec<(MemberNumber, Answer)> =
            desks.filter_map(|(place, desk)| Some((MemberNumber::at(place), desk.answer?))).collect();
        voices.sort_by_key(|(_, answer)| answer.seq);
        voices
    }

    /// Corrected answers, in order.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.floor.corrections
    }

    /// Members in whose place somebody else sat.
    #[must_use]
    pub fn replacements(&self) -> &[Replacement] {
        &self.floor.replacements
    }

    /// The chair's vote in a tie.
    #[must_use]
    pub fn casting_vote(&self) -> Option<Position> {
        self.floor.casting_vote
    }

    /// When the vote was closed.
    #[must_use]
    pub fn closed(&self) -> Option<Moment> {
        self.floor.closed
    }

    /// The officers who signed.
    #[must_use]
    pub fn signatures(&self) -> &[Signature] {
        &self.floor.signatures
    }

    /// Members of whom the clerks heard different answers, or whom only one of them heard. Empty where there is no
    /// second count.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let desks = &self.floor.desks;
        if desks.iter().all(|desk| desk.second.is_none()) {
            return Vec::new();
        }
        let both = desks.iter().enumerate().map(|(place, desk)| Difference {
            member: MemberNumber::at(place),
            first: desk.answer.map(|answer| answer.position),
            second: desk.second,
        });
        both.filter(|both| both.first != both.second).collect()
    }
}

fn first_floor(opening: &Opening) -> Floor {
    Floor {
        desks: opening.members.iter().map(|member| Desk::new(member.member())).collect(),
        conduct: opening.conduct,
        vacant: opening.vacant,
        rule: opening.majority_rule(),
        ..Floor::default()
    }
}

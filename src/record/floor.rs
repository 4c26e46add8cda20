//! The floor of the chamber: who answered what, who is in the chair, who speaks for whom. What an event does to
//! it, and why it may not.

use super::call::{Answer, Correction, Desk, Replacement, Signature};
use super::event::Conduct;
use super::{Certainty, Event, MemberNumber, Refusal};
use crate::model::{Ballot, Count, MajorityRule, Moment, Open, Position, Tally, Verdict, Votes};

/// The state that events lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Floor {
    pub(super) desks: Vec<Desk>,
    pub(super) conduct: Conduct,
    pub(super) vacant: u32,
    pub(super) rule: MajorityRule,
    pub(super) chair: Option<usize>,
    pub(super) corrections: Vec<Correction>,
    pub(super) replacements: Vec<Replacement>,
    pub(super) casting_vote: Option<Position>,
    pub(super) closed: Option<Moment>,
    pub(super) signatures: Vec<Signature>,
    pub(super) certain: Option<Certainty>,
}

impl Floor {
    /// The times a member is called.
    fn calls(&self) -> u8 {
        if self.conduct.second_call { 2 } else { 1 }
    }

    fn is_in_chair(&self, place: usize) -> bool {
        self.chair == Some(place) && !self.conduct.chair_votes
    }

    /// True for a member whose answer is still to come.
    pub(super) fn is_open(&self, place: usize) -> bool {
        let Some(desk) = self.desks.get(place) else { return false };
        self.closed.is_none()
            && desk.answer.is_none()
            && desk.passes < self.calls()
            && !self.is_in_chair(place)
    }

    /// A member's ballot as it stands: unknown while it is still to come.
    pub(super) fn ballot(&self, place: usize) -> Ballot {
        match self.desks.get(place).and_then(|desk| desk.answer) {
            _ if self.is_in_chair(place) => Ballot::new(Position::Presiding),
            Some(answer) if answer.by_proxy => Ballot::new(answer.position).by_proxy(),
            Some(answer) => Ballot::new(answer.position),
            None if self.is_open(place) => Ballot::new(Position::Unknown),
            None => Ballot::new(Position::NotVoting),
        }
    }

    /// The count, with answers still to come as unknown.
    pub(super) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (place, desk) in self.desks.iter().enumerate() {
            tally.add(self.ballot(place), desk.member.votes());
        }
        tally
    }

    pub(super) fn count(&self) -> Count {
        Count::of(&self.tally(), None, self.vacant)
    }

    pub(super) fn open(&self) -> Open {
        let mut open = Open { votes: Votes::ZERO, in_person: 0 };
        for (place, desk) in self.desks.iter().enumerate().filter(|(place, _)| self.is_open(*place)) {
            open.votes += desk.member.votes();
            open.in_person += u32::from(self.desks[place].proxy.is_none());
        }
        open
    }

    /// The result as far as it goes; the chair's vote decides a tie that is the chair's.
    pub(super) fn verdict(&self) -> Verdict {
        match (self.rule.verdict(&self.count()), self.casting_vote) {
            (Verdict::Tied, Some(Position::For)) => Verdict::Adopted,
            (Verdict::Tied, Some(_)) => Verdict::Rejected,
            (verdict, _) => verdict,
        }
    }

    fn desk(&self, member: MemberNumber) -> Result<(usize, &Desk), Refusal> {
        let place = member.place();
        self.desks.get(place).map(|desk| (place, desk)).ok_or(Refusal::NoSuchMember(member))
    }

    /// Whether an event can happen now.
    pub(super) fn check(&self, event: &Event) -> Result<(), Refusal> {
        if !self.signatures.is_empty() && !matches!(event, Event::Signed { .. } | Event::Moved) {
            return Err(Refusal::Signed);
        }
        let is_after_close = matches!(
            event,
            Event::Corrected { .. }
                | Event::SecondCount { .. }
                | Event::CastingVote { .. }
                | Event::Signed { .. }
                | Event::Moved
        );
        if self.closed.is_some() && !is_after_close {
            return Err(Refusal::Closed);
        }
        match event {
            Event::Opened(_) => Err(Refusal::OpenedAlready),
            Event::Answered { member, position } => {
                answerable(*position)?;
                self.check_open(*member)
            }
            Event::NoAnswer { member } => self.check_open(*member),
            Event::Corrected { member, position, reason } => {
                self.check_correction(*member, *position, reason)
            }
            Event::Arrived { member } => self.check_arrival(*member),
            Event::Joined { member } => named(&member.name),
            Event::Replaced { member, name, reason } => {
                let (_, desk) = self.desk(*member)?;
                named(name)?;
                reasoned(reason)?;
                desk.unanswered()
            }
            Event::ProxyGiven { from, to } => self.check_proxy(*from, *to),
            Event::ProxyWithdrawn { from } => {
                let (_, desk) = self.desk(*from)?;
                desk.unanswered()?;
                desk.proxy.map(|_| ()).ok_or_else(|| Refusal::NoProxy { name: desk.name() })
            }
            Event::Presides { member: None } | Event::Closed | Event::Moved => Ok(()),
            Event::Presides { member: Some(member) } => {
                let (_, desk) = self.desk(*member)?;
                if self.conduct.chair_votes { Ok(()) } else { desk.unanswered() }
            }
            Event::SecondCount { member, position } => {
                answerable(*position)?;
                self.desk(*member).map(|_| ())
            }
            Event::CastingVote { position } => {
                let decides = self.rule.tie == crate::model::Tie::Chair
                    && self.rule.verdict(&self.count()) == Verdict::Tied;
                match (self.closed, position) {
                    (None, _) => Err(Refusal::NotClosed),
                    (_, Position::For | Position::Against) if decides => Ok(()),
                    (_, Position::For | Position::Against) => Err(Refusal::NoTie),
                    (_, other) => Err(Refusal::NoAnswer(*other)),
                }
            }
            Event::Signed { name, office } => {
                named(name)?;
                named(office)?;
                self.closed.map(|_| ()).ok_or(Refusal::NotClosed)
            }
            // Undo and redo are not of the floor: see `Call`.
            Event::Undone { .. } => Err(Refusal::NothingToUndo),
            Event::Redone { .. } => Err(Refusal::NothingToRedo),
        }
    }

    fn check_open(&self, member: MemberNumber) -> Result<(), Refusal> {
        let (place, desk) = self.desk(member)?;
        desk.unanswered()?;
        if self.is_in_chair(place) {
            return Err(Refusal::InTheChair { name: desk.name() });
        }
        if desk.passes >= self.calls() {
            return Err(Refusal::DidNotAnswer { name: desk.name() });
        }
        Ok(())
    }

    fn check_correction(
        &self,
        member: MemberNumber,
        position: Position,
        reason: &str,
    ) -> Result<(), Refusal> {
        answerable(position)?;
        reasoned(reason)?;
        let (_, desk) = self.desk(member)?;
        match desk.answer {
            None => Err(Refusal::NotAnswered { name: desk.name() }),
            Some(answer) if answer.position == position => {
                Err(Refusal::SamePosition { name: desk.name(), position })
            }
            Some(_) => Ok(()),
        }
    }

    fn check_arrival(&self, member: MemberNumber) -> Result<(), Refusal> {
        let (place, desk) = self.desk(member)?;
        let is_away = desk.answer.is_some_and(|answer| !is_there(answer.position));
        let gave_up = desk.answer.is_none() && desk.passes >= self.calls() && !self.is_in_chair(place);
        if is_away || gave_up { Ok(()) } else { Err(Refusal::NotAbsent { name: desk.name() }) }
    }

    fn check_proxy(&self, from: MemberNumber, to: MemberNumber) -> Result<(), Refusal> {
        let ((giver_place, giver), (holder_place, holder)) = (self.desk(from)?, self.desk(to)?);
        giver.unanswered()?;
        if giver_place == holder_place {
            return Err(Refusal::OwnProxy { name: giver.name() });
        }
        if giver.proxy.is_some() {
            return Err(Refusal::ProxyGiven { name: giver.name() });
        }
        let held = |place: usize| self.desks.iter().filter(|desk| desk.proxy == Some(place)).count();
        if holder.proxy.is_some() {
            return Err(Refusal::ProxyOfProxy { name: holder.name() });
        }
        if held(giver_place) > 0 {
            return Err(Refusal::ProxyOfProxy { name: giver.name() });
        }
        if held(holder_place) >= self.conduct.proxies as usize {
            return Err(Refusal::ProxyLimit { name: holder.name(), limit: self.conduct.proxies });
        }
        Ok(())
    }

    /// Does what an event says; one that [`check`](Self::check) refuses changes nothing that matters.
    pub(super) fn apply(&mut self, event: &Event, seq: u64, time: Moment) {
        match event {
            Event::Answered { member, position } => {
                if let Some(desk) = self.desks.get_mut(member.place()) {
                    let by_proxy = desk.proxy.is_some() && can_be_by_proxy(*position);
                    desk.answer = Some(Answer { position: *position, by_proxy, seq, time });
                }
            }
            Event::NoAnswer { member } => {
                if let Some(desk) = self.desks.get_mut(member.place()) {
                    desk.passes += 1;
                }
            }
            Event::Corrected { member, position, reason } => {
                let place = member.place();
                if let Some(answer) = self.desks.get_mut(place).and_then(|desk| desk.answer.as_mut()) {
                    let from = std::mem::replace(&mut answer.position, *position);
                    answer.by_proxy &= can_be_by_proxy(*position);
                    let reason = reason.clone();
                    self.corrections.push(Correction { seq, time, place, from, to: *position, reason });
                }
            }
            Event::Arrived { member } => {
                let again = self.calls() - 1;
                if let Some(desk) = self.desks.get_mut(member.place()) {
                    desk.answer = None;
                    desk.passes = again;
                }
            }
            Event::Joined { member } => self.desks.push(Desk::new(member.member())),
            Event::Replaced { member, name, reason } => {
                let place = member.place();
                if let Some(desk) = self.desks.get_mut(place) {
                    let before = std::mem::replace(&mut desk.member.name, name.clone());
                    // The identifier was the other person's.
                    desk.member.key = None;
                    let reason = reason.clone();
                    self.replacements.push(Replacement { seq, time, place, before, reason });
                }
            }
            Event::ProxyGiven { from, to } => self.set_proxy(*from, Some(to.place())),
            Event::ProxyWithdrawn { from } => self.set_proxy(*from, None),
            Event::Presides { member } => self.chair = member.map(MemberNumber::place),
            Event::SecondCount { member, position } => {
                if let Some(desk) = self.desks.get_mut(member.place()) {
                    desk.second = Some(*position);
                }
            }
            Event::CastingVote { position } => self.casting_vote = Some(*position),
            Event::Closed => self.closed = Some(time),
            Event::Signed { name, office } => {
                self.signatures.push(Signature { seq, time, name: name.clone(), office: office.clone() });
            }
            Event::Opened(_) | Event::Undone { .. } | Event::Redone { .. } | Event::Moved => {}
        }
        let verdict = self.rule.certain(&self.count(), self.open());
        self.certain = Certainty::after(self.certain, verdict, seq, time);
    }

    fn set_proxy(&mut self, from: MemberNumber, to: Option<usize>) {
        if let Some(desk) = self.desks.get_mut(from.place()) {
            desk.proxy = to;
        }
    }
}

/// True for a position that somebody in the room takes.
fn is_there(position: Position) -> bool {
    position.is_cast() || matches!(position, Position::Present | Position::Paired)
}

fn answerable(position: Position) -> Result<(), Refusal> {
    match position {
        Position::For
        | Position::Against
        | Position::Abstain
        | Position::Present
        | Position::NotVoting
        | Position::Absent
        | Position::Excused
        | Position::Paired => Ok(()),
        Position::Presiding | Position::Unknown | Position::Vacant | Position::Seat | Position::Choice(_) => {
            Err(Refusal::NoAnswer(position))
        }
    }
}

fn reasoned(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::NoReason) } else { Ok(()) }
}

fn named(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() { Err(Refusal::NoName) } else { Ok(()) }
}

/// True for an answer that another member can give: who gave a proxy and comes all the same takes it back first.
fn can_be_by_proxy(position: Position) -> bool {
    position.is_cast() || position == Position::Present
}

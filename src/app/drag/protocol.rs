//! Who says what, and when, while something is dragged from a window of X11 to another: the source's part of the
//! [XDND protocol](https://freedesktop.org/wiki/Specifications/XDND/), version 5, as a state machine.
//!
//! Goes in: where the pointer is, what the target said, that the button is up. Comes out: what to tell the target.
//! Must not know: a connection, a clock, what is dragged.

use super::Reception;

/// The version of the protocol that is spoken.
pub(super) const VERSION: u8 = 5;
/// Windows that speak an older version cannot be spoken with.
const OLDEST: u8 = 3;

/// A window that takes what is dropped on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The window.
    pub(super) window: u32,
    /// The window that its messages go to: itself, or one that stands in for it.
    pub(super) mailbox: u32,
    /// The version that both sides speak.
    pub(super) version: u8,
}

impl Target {
    /// A window that says it speaks up to a version; `None` where that is too old.
    pub(super) fn new(window: u32, mailbox: u32, newest: u32) -> Option<Self> {
        let version = newest.min(u32::from(VERSION)) as u8;
        (version >= OLDEST).then_some(Self { window, mailbox, version })
    }
}

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing that takes anything.
    Nothing,
    /// The window that the drag comes from.
    Own,
    /// A window that takes drops.
    Target(Target),
}

/// What the source hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// The pointer is there, at a point of the screen.
    At(Place, [i16; 2]),
    /// The button is up.
    Released,
    /// The window says whether it would take it.
    Status { window: u32, accepts: bool },
    /// The window says whether it took it.
    Finished { window: u32, accepted: bool },
    /// The user calls it off.
    Cancelled,
    /// The window has said nothing for too long.
    Silence,
}

/// What the source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Say {
    Enter(Target),
    Position(Target, [i16; 2]),
    Leave(Target),
    Drop(Target),
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Taken(Target),
    NotTaken,
    Unanswered(Target),
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The button is down.
    Carried,
    /// The button is up, and the target has not said yet what it makes of the last place.
    LetGo,
    /// The target is taking it.
    Dropped,
    Ended(End),
}

/// A target that was entered.
#[derive(Clone, Copy, Debug)]
struct Visit {
    target: Target,
    /// The place that it was told last.
    at: [i16; 2],
    /// It has not answered to that yet, and is told nothing more until it does.
    is_asked: bool,
    /// Where the pointer went meanwhile.
    next: Option<[i16; 2]>,
    /// What it answered last.
    reception: Reception,
}

/// A drag, from the first move to the end.
#[derive(Debug)]
pub(super) struct Session {
    phase: Phase,
    visit: Option<Visit>,
    is_over_own: bool,
}

impl Session {
    pub(super) fn new() -> Self {
        Self { phase: Phase::Carried, visit: None, is_over_own: true }
    }

    /// True while the pointer is to be followed.
    pub(super) fn is_carried(&self) -> bool {
        self.phase == Phase::Carried
    }

    /// True once it is for the target to take it.
    pub(super) fn is_dropped(&self) -> bool {
        self.phase == Phase::Dropped
    }

    /// How it ended, once it has.
    pub(super) fn end(&self) -> Option<End> {
        match self.phase {
            Phase::Ended(end) => Some(end),
            _ => None,
        }
    }

    /// What the window under the pointer makes of it.
    pub(super) fn reception(&self) -> Reception {
        self.visit.map_or(Reception::Nothing, |visit| visit.reception)
    }

    /// The version that the window speaks which was entered last.
    pub(super) fn version(&self) -> u8 {
        self.visit.map_or(VERSION, |visit| visit.target.version)
    }

    /// Takes in what was heard, and answers what to say.
    pub(super) fn hear(&mut self, heard: Heard) -> Vec<Say> {
        match (heard, self.phase) {
            (Heard::At(place, at), Phase::Carried) => self.moved(place, at),
            (Heard::Released, Phase::Carried) => self.let_go(),
            (Heard::Status { window, accepts }, Phase::Carried | Phase::LetGo) => {
                self.answered(window, accepts)
            }
            (Heard::Finished { window, accepted }, Phase::Dropped) => {
                if let Some(target) = self.visited(window) {
                    self.phase = Phase::Ended(if accepted { End::Taken(target) } else { End::NotTaken });
                }
                Vec::new()
            }
            (Heard::Cancelled, Phase::Carried | Phase::LetGo) => self.leave(End::Cancelled),
            (Heard::Silence, Phase::LetGo) => self.leave(End::NotTaken),
            (Heard::Silence, Phase::Dropped) => {
                let end = self.visit.map_or(End::NotTaken, |visit| End::Unanswered(visit.target));
                self.phase = Phase::Ended(end);
                Vec::new()
            }
            // What comes too late, or too early, says nothing.
            _ => Vec::new(),
        }
    }

    fn visited(&self, window: u32) -> Option<Target> {
        self.visit.map(|visit| visit.target).filter(|target| target.window == window)
    }

    fn moved(&mut self, place: Place, at: [i16; 2]) -> Vec<Say> {
        self.is_over_own = place == Place::Own;
        let target = match place {
            Place::Target(target) => Some(target),
            Place::Nothing | Place::Own => None,
        };
        if let Some(visit) = self.visit.as_mut().filter(|visit| Some(visit.target) == target) {
            if visit.is_asked {
                visit.next = Some(at);
                return Vec::new();
            }
            if visit.at == at {
                return Vec::new();
            }
            (visit.at, visit.is_asked) = (at, true);
            return vec![Say::Position(visit.target, at)];
        }
        let mut said: Vec<Say> =
            self.visit.take().map(|visit| Say::Leave(visit.target)).into_iter().collect();
        if let Some(target) = target {
            said.extend([Say::Enter(target), Say::Position(target, at)]);
            self.visit =
                Some(Visit { target, at, is_asked: true, next: None, reception: Reception::Nothing });
        }
        said
    }

    fn answered(&mut self, window: u32, accepts: bool) -> Vec<Say> {
        let Some(visit) = self.visit.as_mut().filter(|visit| visit.target.window == window) else {
            return Vec::new();
        };
        visit.is_asked = false;
        visit.reception = if accepts { Reception::Accepts } else { Reception::Refuses };
        if let Some(at) = visit.next.take().filter(|&at| at != visit.at) {
            (visit.at, visit.is_asked) = (at, true);
            return vec![Say::Position(visit.target, at)];
        }
        if self.phase == Phase::LetGo { self.hand_over() } else { Vec::new() }
    }

    fn let_go(&mut self) -> Vec<Say> {
        self.phase = Phase::LetGo;
        match self.visit {
            None => self.leave(if self.is_over_own { End::Cancelled } else { End::NotTaken }),
            Some(visit) if visit.is_asked => Vec::new(),
            Some(_) => self.hand_over(),
        }
    }

    fn hand_over(&mut self) -> Vec<Say> {
        match self.visit {
            Some(visit) if visit.reception == Reception::Accepts => {
                self.phase = Phase::Dropped;
                vec![Say::Drop(visit.target)]
            }
            _ => self.leave(End::NotTaken),
        }
    }

    fn leave(&mut self, end: End) -> Vec<Say> {
        self.phase = Phase::Ended(end);
        self.visit.take().map(|visit| Say::Leave(visit.target)).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: Target = Target { window: 7, mailbox: 7, version: 5 };
    const SLIDES: Target = Target { window: 9, mailbox: 12, version: 4 };

    fn over(target: Target, x: i16) -> Heard {
        Heard::At(Place::Target(target), [x, 5])
    }

    fn status(target: Target, accepts: bool) -> Heard {
        Heard::Status { window: target.window, accepts }
    }

    fn finished(target: Target, accepted: bool) -> Heard {
        Heard::Finished { window: target.window, accepted }
    }

    /// Hears one after the other and holds what is said to what the protocol wants.
    fn play(script: &[(Heard, &[Say])]) -> Session {
        let mut session = Session::new();
        for (step, (heard, said)) in script.iter().enumerate() {
            assert_eq!(session.hear(*heard), *said, "step {step}: {heard:?}");
        }
        session
    }

    #[test]
    fn a_window_that_takes_it_gets_it() {
        let session = play(&[
            (Heard::At(Place::Own, [1, 5]), &[]),
            (over(FILES, 2), &[Say::Enter(FILES), Say::Position(FILES, [2, 5])]),
            (status(FILES, true), &[]),
            (over(FILES, 2), &[]),
            (over(FILES, 3), &[Say::Position(FILES, [3, 5])]),
            (status(FILES, true), &[]),
            (Heard::Released, &[Say::Drop(FILES)]),
            (over(SLIDES, 4), &[]),
            (Heard::Cancelled, &[]),
            (finished(SLIDES, true), &[]),
            (finished(FILES, true), &[]),
        ]);
        assert_eq!(session.end(), Some(End::Taken(FILES)));
    }

    #[test]
    fn a_window_is_told_one_place_at_a_time_and_the_last_before_the_drop() {
        let session = play(&[
            (over(FILES, 1), &[Say::Enter(FILES), Say::Position(FILES, [1, 5])]),
            (over(FILES, 2), &[]),
            (over(FILES, 3), &[]),
            (Heard::Released, &[]),
            (status(SLIDES, true), &[]),
            (status(FILES, false), &[Say::Position(FILES, [3, 5])]),
            (status(FILES, true), &[Say::Drop(FILES)]),
        ]);
        assert!(session.is_dropped() && session.end().is_none());
    }

    #[test]
    fn a_window_that_refuses_is_left_without_a_drop() {
        let mut session = play(&[
            (over(FILES, 1), &[Say::Enter(FILES), Say::Position(FILES, [1, 5])]),
            (status(FILES, false), &[]),
        ]);
        assert_eq!(session.reception(), Reception::Refuses);
        assert_eq!(session.hear(Heard::Released), [Say::Leave(FILES)]);
        assert_eq!(session.end(), Some(End::NotTaken));
    }

    #[test]
    fn the_way_from_one_window_to_another_leaves_the_first() {
        let mut session = play(&[
            (over(FILES, 1), &[Say::Enter(FILES), Say::Position(FILES, [1, 5])]),
            (status(FILES, true), &[]),
            (over(SLIDES, 2), &[Say::Leave(FILES), Say::Enter(SLIDES), Say::Position(SLIDES, [2, 5])]),
        ]);
        assert_eq!(session.reception(), Reception::Nothing, "the answer was the other window's");
        assert_eq!(session.hear(status(FILES, true)), [], "nor does a late one count");
        assert_eq!(session.reception(), Reception::Nothing);
        assert_eq!(session.hear(Heard::At(Place::Nothing, [3, 5])), [Say::Leave(SLIDES)]);
        assert_eq!(session.hear(Heard::Released), []);
        assert_eq!(session.end(), Some(End::NotTaken));
    }

    #[test]
    fn escape_and_the_own_window_end_it_quietly() {
        let session = play(&[
            (over(FILES, 1), &[Say::Enter(FILES), Say::Position(FILES, [1, 5])]),
            (Heard::Cancelled, &[Say::Leave(FILES)]),
            (Heard::Released, &[]),
        ]);
        assert_eq!(session.end(), Some(End::Cancelled));
        let session = play(&[(Heard::At(Place::Own, [1, 5]), &[]), (Heard::Released, &[])]);
        assert_eq!(session.end(), Some(End::Cancelled));
    }

    #[test]
    fn a_window_that_says_nothing_is_not_waited_for() {
        let session = play(&[
            (over(FILES, 1), &[Say::Enter(FILES), Say::Position(FILES, [1, 5])]),
            (Heard::Silence, &[]),
            (Heard::Released, &[]),
            (Heard::Silence, &[Say::Leave(FILES)]),
        ]);
        assert_eq!(session.end(), Some(End::NotTaken));
        let session = play(&[
            (over(FILES, 1), &[Say::Enter(FILES), Say::Position(FILES, [1, 5])]),
            (status(FILES, true), &[]),
            (Heard::Released, &[Say::Drop(FILES)]),
            (Heard::Silence, &[]),
        ]);
        assert_eq!(session.end(), Some(End::Unanswered(FILES)));
    }

    #[test]
    fn versions_meet_at_the_older_one() {
        assert_eq!(Target::new(7, 7, 2), None);
        assert_eq!(Target::new(7, 7, 4).map(|target| target.version), Some(4));
        assert_eq!(Target::new(7, 7, 9).map(|target| target.version), Some(5));
    }
}

//! The course of a drag on Wayland: what the compositor's word about it comes to.
//!
//! Goes in: what was heard, and when. Comes out: how the file would be received, and how the drag ended. Must not know:
//! a connection, a clock, what is dragged.

use std::time::{Duration, Instant};

use crate::app::drag::{Outcome, Reception};

/// How long the target may take to take the file, since it last asked for anything.
const TAKE: Duration = Duration::from_secs(20);
/// How long the compositor may stay silent after the button came up in the window itself.
const ANSWER: Duration = Duration::from_millis(500);
/// Some compositors take the drag away from a window before they say that it was let go over it.
const JUST: Duration = Duration::from_millis(100);

/// What is heard of a drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// The pointer is over the window that the drag comes from.
    OwnEntered,
    /// It is no longer.
    OwnLeft,
    /// What is under the pointer would take one of the types, or none.
    Target { takes: bool },
    /// What would come of letting go, if anything.
    Action { copies: bool },
    /// The button came up in the window itself, as if nothing were dragged.
    Released,
    /// It was let go where it would be taken.
    Dropped,
    /// The target asks for the file.
    Asked,
    /// The target has taken it.
    Finished,
    /// It was called off, or let go where nothing takes it, or not taken after all.
    Cancelled,
}

/// Where the pointer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Own,
    /// It left the own window at that time.
    Left(Instant),
    Elsewhere,
}

/// A drag, from the first move to the end.
#[derive(Debug)]
pub(super) struct Course {
    place: Place,
    takes: bool,
    copies: bool,
    /// When the button came up in the window itself.
    released: Option<Instant>,
    /// When the target last said anything, once it was let go there.
    dropped: Option<Instant>,
    outcome: Option<Outcome>,
}

impl Course {
    /// It starts over the own window.
    pub(super) fn new() -> Self {
        Self { place: Place::Own, takes: false, copies: false, released: None, dropped: None, outcome: None }
    }

    /// True while it is in the hand.
    pub(super) fn is_carried(&self) -> bool {
        self.dropped.is_none() && self.outcome.is_none()
    }

    /// How the file would be received where the pointer is.
    pub(super) fn reception(&self) -> Reception {
        match (self.takes, self.copies) {
            (false, _) => Reception::Nothing,
            (true, false) => Reception::Refuses,
            (true, true) => Reception::Accepts,
        }
    }

    /// How it ended, once it has.
    pub(super) fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    pub(super) fn hear(&mut self, heard: Heard, now: Instant) {
        if self.outcome.is_some() {
            return;
        }
        match heard {
            Heard::OwnEntered => (self.place, self.takes) = (Place::Own, false),
            Heard::OwnLeft => self.place = Place::Left(now),
            Heard::Target { takes } => {
                self.takes = takes;
                if takes {
                    self.place = Place::Elsewhere;
                }
            }
            Heard::Action { copies } => {
                self.copies = copies;
                // With what was under the pointer goes what would come of it, and not every compositor says more.
                self.takes &= copies;
            }
            Heard::Released => {
                self.released.get_or_insert(now);
            }
            Heard::Dropped => self.dropped = Some(now),
            Heard::Asked => self.dropped = self.dropped.map(|_| now),
            Heard::Finished => self.outcome = Some(Outcome::Taken(None)),
            Heard::Cancelled => self.outcome = Some(self.cancelled(now)),
        }
    }

    /// The user calls it off. Once it was let go, it is for the target to say what becomes of it.
    pub(super) fn call_off(&mut self) {
        if self.is_carried() {
            self.outcome = Some(Outcome::Cancelled);
        }
    }

    /// Time passes, and nothing was heard.
    pub(super) fn wait(&mut self, now: Instant) {
        let is_over = |since: Option<Instant>, patience| {
            since.is_some_and(|since| now.duration_since(since) > patience)
        };
        if is_over(self.dropped, TAKE) {
            self.outcome.get_or_insert(Outcome::Unanswered(None));
        } else if self.is_carried() && is_over(self.released, ANSWER) {
            // The compositor never had it: the button came up before it could begin.
            self.outcome = Some(Outcome::Cancelled);
        }
    }

    /// The compositor has one word for whatever is not taken. Over the own window, and over one that would have taken
    /// it, only the user can have ended it; elsewhere it is taken for let go.
    fn cancelled(&self, now: Instant) -> Outcome {
        let is_own = match self.place {
            Place::Own => true,
            Place::Left(left) => now.duration_since(left) < JUST,
            Place::Elsewhere => false,
        };
        let is_called_off = is_own || self.reception() == Reception::Accepts;
        if self.dropped.is_none() && is_called_off { Outcome::Cancelled } else { Outcome::NotTaken }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAKES: Heard = Heard::Target { takes: true };
    const NOTHING: Heard = Heard::Target { takes: false };
    const COPIES: Heard = Heard::Action { copies: true };

    /// Hears one after the other, at so many milliseconds from the start.
    fn play(script: &[(u64, Heard)]) -> Course {
        let (start, mut course) = (Instant::now(), Course::new());
        for &(at, heard) in script {
            course.hear(heard, start + Duration::from_millis(at));
        }
        course
    }

    #[test]
    fn a_window_that_takes_it_gets_it() {
        let mut course = play(&[(0, Heard::OwnEntered), (5, Heard::OwnLeft), (9, TAKES)]);
        assert_eq!(course.reception(), Reception::Refuses, "it knows the type, and does nothing with it");
        course.hear(COPIES, Instant::now());
        assert_eq!(course.reception(), Reception::Accepts);
        assert!(course.is_carried());
        course.hear(Heard::Dropped, Instant::now());
        assert!(!course.is_carried() && course.outcome().is_none());
        course.hear(Heard::Asked, Instant::now());
        course.hear(Heard::Finished, Instant::now());
        assert_eq!(course.outcome(), Some(&Outcome::Taken(None)));
        course.hear(Heard::Cancelled, Instant::now());
        assert_eq!(course.outcome(), Some(&Outcome::Taken(None)), "what comes too late says nothing");
    }

    #[test]
    fn what_ended_it_is_told_apart_as_well_as_it_can_be() {
        let ends = |script: &[(u64, Heard)]| play(script).outcome().cloned();
        let own = [(0, Heard::OwnEntered), (900, Heard::Cancelled)];
        assert_eq!(ends(&own), Some(Outcome::Cancelled));
        let own_taken_away = [(0, Heard::OwnEntered), (900, Heard::OwnLeft), (901, Heard::Cancelled)];
        assert_eq!(ends(&own_taken_away), Some(Outcome::Cancelled));
        let nothing = [(0, Heard::OwnLeft), (900, Heard::Cancelled)];
        assert_eq!(ends(&nothing), Some(Outcome::NotTaken));
        let left_a_target =
            [(0, Heard::OwnLeft), (1, TAKES), (2, COPIES), (9, NOTHING), (9, Heard::Cancelled)];
        assert_eq!(ends(&left_a_target), Some(Outcome::NotTaken));
        let escape = [(0, Heard::OwnLeft), (1, TAKES), (2, COPIES), (9, Heard::Cancelled)];
        assert_eq!(ends(&escape), Some(Outcome::Cancelled), "let go there, it would have been dropped");
        let left_in_silence = [
            (1, TAKES),
            (2, COPIES),
            (9, Heard::Action { copies: false }),
            (9, COPIES),
            (99, Heard::Cancelled),
        ];
        assert_eq!(ends(&left_in_silence), Some(Outcome::NotTaken));
        let refused = [(0, Heard::OwnLeft), (1, TAKES), (9, Heard::Cancelled)];
        assert_eq!(ends(&refused), Some(Outcome::NotTaken));
        let after_all = [(1, TAKES), (2, COPIES), (3, Heard::Dropped), (4, Heard::Cancelled)];
        assert_eq!(ends(&after_all), Some(Outcome::NotTaken));
    }

    #[test]
    fn escape_ends_what_is_carried_and_not_what_was_dropped() {
        let mut course = play(&[(1, TAKES), (2, COPIES)]);
        course.call_off();
        assert_eq!(course.outcome(), Some(&Outcome::Cancelled));
        let mut course = play(&[(1, TAKES), (2, COPIES), (3, Heard::Dropped)]);
        course.call_off();
        assert_eq!(course.outcome(), None);
    }

    #[test]
    fn silence_is_not_waited_out() {
        let now = Instant::now();
        let mut course = play(&[(1, TAKES), (2, COPIES), (3, Heard::Dropped)]);
        course.wait(now + TAKE);
        course.hear(Heard::Asked, now + TAKE);
        course.wait(now + TAKE + TAKE);
        assert_eq!(course.outcome(), None, "it has asked meanwhile");
        course.wait(now + TAKE + TAKE + ANSWER);
        assert_eq!(course.outcome(), Some(&Outcome::Unanswered(None)));
        let mut course = Course::new();
        course.wait(now + TAKE + TAKE);
        assert_eq!(course.outcome(), None, "it may be carried about for long");
        course.hear(Heard::Released, now);
        course.hear(Heard::Released, now + ANSWER);
        course.wait(now + ANSWER + JUST);
        assert_eq!(course.outcome(), Some(&Outcome::Cancelled));
    }
}

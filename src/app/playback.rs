//! The replay of the vote that is open: where it stands and how it moves on.

use crate::chart::{Arrangement, Replay, RevealOrder, Vote};
use crate::export::Pace;

/// How many answers a second are shown at single speed.
const STEPS_A_SECOND: f64 = 1.0;

/// A replay in the window.
#[derive(Clone, Debug)]
pub struct Playback {
    /// Which ballots show after how many steps.
    pub replay: Replay,
    /// The step that is shown.
    pub step: usize,
    /// Whether it moves on by itself.
    pub is_playing: bool,
    /// How fast: so many answers a second.
    pub speed: u32,
    /// Whether it starts again at the end.
    pub is_looped: bool,
    /// The share of the next step that has passed.
    share: f64,
    /// When it moved on last, in the window's seconds.
    moved: Option<f64>,
}

impl Playback {
    /// The speeds to choose from.
    pub const SPEEDS: [u32; 7] = [1, 2, 4, 8, 16, 32, 64];

    /// Stands at the end of the vote, where all is told; playing starts from the beginning.
    pub(super) fn new(vote: &Vote<'_>, arrangement: &Arrangement) -> Self {
        let order = RevealOrder::of(vote.roll_call).first().copied().unwrap_or_default();
        let replay = Replay::new(vote, arrangement, order);
        Self {
            step: replay.len(),
            replay,
            is_playing: false,
            speed: 8,
            is_looped: false,
            share: 0.0,
            moved: None,
        }
    }

    /// The same of another vote, or of one that is drawn in another way.
    pub(super) fn renewed(&self, vote: &Vote<'_>, arrangement: &Arrangement) -> Self {
        let orders = RevealOrder::of(vote.roll_call);
        let order = Some(self.replay.order()).filter(|order| orders.contains(order));
        let order = order.or(orders.first().copied()).unwrap_or_default();
        let replay = Replay::new(vote, arrangement, order);
        let is_at_end = self.step >= self.replay.len();
        let step = if is_at_end { replay.len() } else { self.step.min(replay.len()) };
        Self { replay, step, ..self.clone() }
    }

    pub(super) fn play(&mut self, playing: bool) {
        if playing && self.step >= self.replay.len() {
            self.step = 0;
        }
        (self.is_playing, self.share, self.moved) = (playing, 0.0, None);
    }

    pub(super) fn scrub(&mut self, step: usize) {
        self.step = step.min(self.replay.len());
        self.share = 0.0;
    }

    pub(super) fn step_by(&mut self, steps: isize) {
        self.is_playing = false;
        self.scrub(self.step.saturating_add_signed(steps));
    }

    /// Moves on to a time in the window's seconds.
    pub(super) fn advance(&mut self, now: f64) {
        let passed = (now - self.moved.unwrap_or(now)).clamp(0.0, 1.0);
        self.moved = Some(now);
        self.share += passed * f64::from(self.speed) * STEPS_A_SECOND;
        let whole = self.share.floor();
        self.share -= whole;
        self.step += whole as usize;
        if self.step >= self.replay.len() {
            if self.is_looped && self.step > self.replay.len() + self.pause() {
                self.step = 0;
            } else if !self.is_looped {
                self.step = self.replay.len();
                self.is_playing = false;
            }
        }
    }

    /// The step to draw.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.step.min(self.replay.len())
    }

    /// Whether all is told.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.shown() >= self.replay.len()
    }

    /// Whether it does not tell yet how a member voted, by the place of the ballot.
    #[must_use]
    pub fn keeps(&self, ballot: usize) -> bool {
        !self.replay.shows(ballot, self.shown())
    }

    /// How long and how smooth a film of it is: as fast as it plays, but neither a flash nor an evening.
    pub(super) fn pace(&self) -> Pace {
        let seconds = self.replay.len() as f64 / (f64::from(self.speed) * STEPS_A_SECOND);
        Pace { seconds: seconds.clamp(2.0, 120.0), ..Pace::default() }
    }

    /// How many steps a loop rests at the end: two seconds.
    fn pause(&self) -> usize {
        2 * self.speed as usize
    }
}

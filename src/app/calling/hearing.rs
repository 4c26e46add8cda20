//! What the calling page lets be heard: which tone, and when there is none.

use super::files::Event;
use super::sound::{Player, Tone};
use super::update::{Calling, Stage};
use crate::app::work;
use crate::lang::Message;

impl Calling {
    /// Turns tones on, with one to hear, or off. The page says so: a silent answer says nothing.
    pub(super) fn sound(&mut self, on: bool) {
        self.preferences.sounds = on;
        self.silent = None;
        // A new player: it says again whether it is heard.
        self.player = None;
        if let Stage::Sitting(sitting) = &mut self.stage {
            let note = if on { "calling-tones-on" } else { "calling-tones-off" };
            sitting.note = Some(Message::new(note));
        }
        if on {
            self.play(Tone::Noted);
        }
    }

    /// Plays what the roll call lets be heard, where that is wanted.
    pub(super) fn play_tones(&mut self) {
        let Stage::Sitting(sitting) = &mut self.stage else { return };
        for tone in sitting.take_tones() {
            if self.preferences.sounds {
                self.play(tone);
            }
        }
    }

    fn play(&mut self, tone: Tone) {
        if self.player.is_none() {
            let report = self.worker.reporter(|heard| work::Event::Calling(Event::Heard(heard)));
            match Player::start(report) {
                Ok(player) => self.player = Some(player),
                Err(cause) => self.silence(&cause.to_string()),
            }
        }
        if let Some(player) = &self.player {
            player.play(tone);
        }
    }

    /// Says that no tone can be heard, and why.
    pub(super) fn silence(&mut self, cause: &str) {
        let silent = Message::new("calling-tones-silent").with("cause", cause.to_owned());
        if let Stage::Sitting(sitting) = &mut self.stage {
            sitting.note = Some(silent.clone());
        }
        self.silent = Some(silent);
    }
}

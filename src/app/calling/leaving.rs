//! Leaving a roll call: at once where everything is on the disk, else as soon as it is, and only when told so where the
//! disk takes nothing.

use std::time::{Duration, Instant};

use egui::{Context, ViewportCommand};

use super::dialog::Dialog;
use super::files;
use super::update::{Calling, Stage};

/// A disk is asked about once it has taken longer than this.
const PATIENCE: Duration = Duration::from_millis(400);

/// What is left once the disk has taken everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaving {
    /// The window, or only the page.
    closes_window: bool,
    since: Instant,
    /// It was asked what to do.
    is_asked: bool,
}

impl Calling {
    /// True where closing the window would leave behind what the disk has not taken. The window then closes by itself
    /// when it has; where that takes long, it is asked what to do.
    pub(in crate::app) fn holds_the_window(&mut self) -> bool {
        self.holds(true)
    }

    fn holds(&mut self, closes_window: bool) -> bool {
        let holds = self.sitting().is_some_and(|sitting| !sitting.waiting.is_empty()) && !self.is_abandoned;
        if holds && self.leaving.is_none_or(|leaving| leaving.closes_window != closes_window) {
            self.leaving = Some(Leaving { closes_window, since: Instant::now(), is_asked: false });
        }
        holds
    }

    /// Goes on with leaving: asks, or leaves.
    pub(in crate::app) fn go_on_leaving(&mut self, context: &Context) {
        let Some(leaving) = &mut self.leaving else { return };
        let Stage::Sitting(sitting) = &mut self.stage else {
            self.leaving = None;
            return;
        };
        let is_asking = sitting.dialog == Some(Dialog::Abandon);
        if sitting.waiting.is_empty() {
            if is_asking {
                sitting.dialog = None;
            }
            let closes_window = leaving.closes_window;
            self.leaving = None;
            self.depart(closes_window, context);
        } else if leaving.is_asked {
            if !is_asking {
                // Whoever was asked stays, or moves the journal first.
                self.leaving = None;
            }
        } else if sitting.stuck.is_some() || leaving.since.elapsed() >= PATIENCE {
            leaving.is_asked = true;
            sitting.dialog = Some(Dialog::Abandon);
            context.request_repaint();
        } else {
            context.request_repaint_after(PATIENCE / 4);
        }
    }

    /// Leaves what the disk has not taken.
    pub(super) fn abandon(&mut self, context: &Context) {
        self.is_abandoned = true;
        context.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Leaves the page, or asks.
    pub(super) fn leave(&mut self) {
        if !self.holds(false) {
            self.leave_page();
        }
    }

    fn depart(&mut self, closes_window: bool, context: &Context) {
        if closes_window {
            context.send_viewport_cmd(ViewportCommand::Close);
        } else {
            self.leave_page();
        }
    }

    /// Leaves the page; the journal stays as it is.
    pub(super) fn leave_page(&mut self) {
        self.let_go();
        if let Some(home) = &self.home {
            self.offer = None;
            files::look_for_last(&self.worker, home);
        }
    }

    /// Lets go of the journal, once everything that waits is written.
    pub(in crate::app) fn let_go(&mut self) {
        self.stage = Stage::Away;
        self.starting = None;
    }
}

#[cfg(test)]
mod tests;

//! Which lines can be undone and redone: a stack for each clerk.

use super::call::Clerk;
use super::{Event, Refusal};

/// What was done and undone, by sequence number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History {
    done: [Vec<u64>; 2],
    undone: [Vec<u64>; 2],
}

impl Event {
    /// Whose undo takes the event back; `None` for what is never undone.
    pub(super) fn clerk(&self) -> Option<Clerk> {
        match self {
            Self::SecondCount { .. } => Some(Clerk::Second),
            Self::Answered { .. }
            | Self::NoAnswer { .. }
            | Self::Corrected { .. }
            | Self::Arrived { .. }
            | Self::Joined { .. }
            | Self::Replaced { .. }
            | Self::ProxyGiven { .. }
            | Self::ProxyWithdrawn { .. }
            | Self::Presides { .. }
            | Self::CastingVote { .. }
            | Self::Closed => Some(Clerk::First),
            Self::Opened(_)
            | Self::Undone { .. }
            | Self::Redone { .. }
            | Self::Signed { .. }
            | Self::Moved => None,
        }
    }
}

impl History {
    /// The line that a clerk's undo takes back.
    pub(super) fn last_done(&self, clerk: Clerk) -> Option<u64> {
        self.done[clerk as usize].last().copied()
    }

    /// The line that a clerk's redo brings back.
    pub(super) fn last_undone(&self, clerk: Clerk) -> Option<u64> {
        self.undone[clerk as usize].last().copied()
    }

    /// A line that can be undone was added: what was undone before stays so.
    pub(super) fn did(&mut self, clerk: Clerk, seq: u64) {
        self.done[clerk as usize].push(seq);
        self.undone[clerk as usize].clear();
    }

    /// Takes the last line back.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`] and [`Refusal::NotTheLast`].
    pub(super) fn undo(&mut self, seq: u64) -> Result<(), Refusal> {
        let (done, undone) = (&mut self.done, &mut self.undone);
        let lasts = done.iter().filter_map(|stack| stack.last().copied());
        let Some(last) = lasts.max() else { return Err(Refusal::NothingToUndo) };
        let place = done.iter().position(|stack| stack.last() == Some(&seq));
        let place = place.ok_or(Refusal::NotTheLast { last })?;
        done[place].pop();
        undone[place].push(seq);
        Ok(())
    }

    /// Brings the line undone last back.
    ///
    /// # Errors
    /// [`Refusal::NothingToRedo`].
    pub(super) fn redo(&mut self, seq: u64) -> Result<(), Refusal> {
        let place = self.undone.iter().position(|stack| stack.last() == Some(&seq));
        let place = place.ok_or(Refusal::NothingToRedo)?;
        self.undone[place].pop();
        self.done[place].push(seq);
        Ok(())
    }

    /// The lines that count, in order.
    pub(super) fn effective(&self) -> Vec<u64> {
        let mut lines: Vec<u64> = self.done.iter().flatten().copied().collect();
        lines.sort_unstable();
        lines
    }
}

//! The time on the calling page: of the key press, shown as the clock on the wall shows it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::model::Moment;
use crate::record::{Clock, SystemClock};

/// Now.
pub(super) fn now() -> Moment {
    SystemClock.now()
}

/// A clock that stands at the moment of the key press whose line is being written, however long the line waited
/// for the disk.
#[derive(Clone, Debug, Default)]
pub(super) struct PressClock(Arc<AtomicU64>);

impl PressClock {
    /// Sets the clock.
    pub(super) fn set(&self, moment: Moment) {
        self.0.store(moment.0, Ordering::Relaxed);
    }
}

impl Clock for PressClock {
    fn now(&mut self) -> Moment {
        match self.0.load(Ordering::Relaxed) {
            0 => now(),
            moment => Moment(moment),
        }
    }
}

/// A time of day as the clock on the wall shows it: `23:47:05`. In UTC where the system does not tell its time zone.
#[must_use]
pub(super) fn local_time(moment: Moment) -> String {
    zoned(moment).map_or_else(|| moment.time_of_day(), |local| local.strftime("%H:%M:%S").to_string())
}

/// Day and time for the name of a file: `2026-05-12-2347`.
#[must_use]
pub(super) fn stamp(moment: Moment) -> String {
    zoned(moment).map_or_else(|| moment.0.to_string(), |local| local.strftime("%Y-%m-%d-%H%M").to_string())
}

fn zoned(moment: Moment) -> Option<jiff::ZonedDateTime> {
    let milliseconds = i64::try_from(moment.0).ok()?;
    let timestamp = jiff::Timestamp::from_millisecond(milliseconds).ok()?;
    Some(timestamp.to_zoned_datetime(jiff::tz::TimeZone::system()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_time_of_its_key_press() {
        let set = PressClock::default();
        let mut clock = set.clone();
        set.set(Moment(1_742_511_599_999));
        assert_eq!(clock.now(), Moment(1_742_511_599_999));
        set.set(Moment(0));
        assert!(clock.now() > Moment(1_742_511_599_999), "the time of the machine");
    }

    #[test]
    fn the_time_has_the_form_of_a_clock() {
        let text = local_time(Moment(1_742_511_599_999));
        // Zones are whole quarters of an hour from UTC.
        assert!(text.ends_with(":59") && text.len() == 8, "{text}");
        assert!(stamp(Moment(1_742_511_599_999)).starts_with("2025-03-2"));
    }
}

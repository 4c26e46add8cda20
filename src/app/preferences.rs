//! What the window remembers from one start to the next.
//!
//! Goes in and comes out: a plain value that is kept with the window's own settings. Must not know: votes, files.

use egui::ThemePreference;
use serde::{Deserialize, Serialize};

use super::calling;
use crate::lang::Lang;

/// What is remembered from one start to the next.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Preferences {
    /// The language; that of the environment until one is chosen.
    pub lang: Option<Lang>,
    /// Light, dark, or as the system.
    pub theme: ThemePreference,
    /// Of the pages on which the roll is called.
    pub calling: calling::Preferences,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { lang: None, theme: ThemePreference::System, calling: calling::Preferences::default() }
    }
}

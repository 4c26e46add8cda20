//! Which key records which answer.

use egui::Key;
use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::model::Position;

/// What one key records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A vote for.
    For,
    /// A vote against.
    Against,
    /// An abstention.
    Abstain,
    /// In the room, without a vote.
    Present,
    /// Called, and no answer: called again in the second call.
    NoAnswer,
}

impl Reply {
    /// Every reply, in the order of the buttons.
    pub const ALL: [Self; 5] = [Self::For, Self::Against, Self::Abstain, Self::Present, Self::NoAnswer];

    /// The position that it is; `None` for no answer.
    #[must_use]
    pub fn position(self) -> Option<Position> {
        match self {
            Self::For => Some(Position::For),
            Self::Against => Some(Position::Against),
            Self::Abstain => Some(Position::Abstain),
            Self::Present => Some(Position::Present),
            Self::NoAnswer => None,
        }
    }
}

/// The keys of the five replies: capital letters or digits, all different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keys(pub [char; 5]);

impl Keys {
    /// The first letters of the words in a language, as far as they differ.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        Self(match lang {
            // Pour, contre, abstention, présent, non-réponse.
            Lang::Fr => ['P', 'C', 'A', 'R', 'N'],
            _ => ['F', 'A', 'B', 'P', 'N'],
        })
    }

    /// The key of a reply.
    #[must_use]
    pub fn key(self, reply: Reply) -> char {
        self.0[reply as usize]
    }

    /// Gives a reply another key.
    pub fn set(&mut self, reply: Reply, key: char) {
        self.0[reply as usize] = key.to_ascii_uppercase();
    }

    /// True where every reply has a key of its own that a keyboard has.
    #[must_use]
    pub fn are_apart(self) -> bool {
        let is_key = |key: &char| key.is_ascii_uppercase() || key.is_ascii_digit();
        let mut keys = self.0.to_vec();
        keys.sort_unstable();
        keys.dedup();
        keys.len() == self.0.len() && keys.iter().all(is_key)
    }

    /// The reply that a key stands for.
    #[must_use]
    pub fn reply(self, key: Key) -> Option<Reply> {
        Reply::ALL.into_iter().find(|&reply| Key::from_name(&self.key(reply).to_string()) == Some(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_keys_of_its_own() {
        for lang in Lang::INTERFACE {
            let keys = Keys::of(lang);
            assert!(keys.are_apart());
            for reply in Reply::ALL {
                let key = Key::from_name(&keys.key(reply).to_string()).expect("a key");
                assert_eq!(keys.reply(key), Some(reply));
            }
        }
        assert_eq!(Keys::of(Lang::Fr).reply(Key::P), Some(Reply::For));
        assert_eq!(Keys::of(Lang::En).reply(Key::P), Some(Reply::Present));
        assert_eq!(Keys::of(Lang::En).reply(Key::Z), None);
    }

    #[test]
    fn keys_are_chosen_and_kept_apart() {
        let mut keys = Keys::of(Lang::En);
        keys.set(Reply::For, '1');
        assert_eq!(keys.reply(Key::Num1), Some(Reply::For));
        assert!(keys.are_apart());
        keys.set(Reply::Against, '1');
        assert!(!keys.are_apart());
        keys.set(Reply::Against, '/');
        assert!(!keys.are_apart());
    }
}

//! How wide texts are, found once each: a graphic is fitted by measuring the same texts at several sizes, and the votes
//! of an archive have most of their words in common.
//!
//! Goes in: a text and how to measure it. Comes out: its width in shares of the em. Must not know: fonts.

use std::cell::RefCell;

use hashbrown::HashMap;
use thread_local::ThreadLocal;

use crate::chart::scene::Weight;

/// Texts that were measured, by cut. Every thread keeps its own: one lock for them all
/// would be asked for thousands of times a second.
#[derive(Default)]
pub(super) struct Widths {
    by_cut: ThreadLocal<RefCell<[Known; 2]>>,
}

type Known = HashMap<Box<str>, f64>;

impl Widths {
    /// So many texts of a cut are kept by a thread, then all are forgotten: what is drawn now is measured again soon.
    const MOST: usize = 8192;
    /// Longer texts are seldom met twice.
    const LONGEST: usize = 400;

    /// The width that was found before, or the one that is measured now.
    pub(super) fn get_or(&self, text: &str, weight: Weight, measure: impl FnOnce() -> f64) -> f64 {
        let cut = usize::from(weight == Weight::Bold);
        let by_cut = self.by_cut.get_or_default();
        let kept = by_cut.borrow()[cut].get(text).copied();
        if let Some(width) = kept {
            return width;
        }
        let width = measure();
        if text.len() <= Self::LONGEST {
            let known = &mut by_cut.borrow_mut()[cut];
            if known.len() >= Self::MOST {
                known.clear();
            }
            known.insert(text.into(), width);
        }
        width
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_text_is_measured_once_in_each_cut() {
        let widths = Widths::default();
        let measured = Cell::new(0);
        let width = |text: &str, weight| {
            widths.get_or(text, weight, || {
                measured.set(measured.get() + 1);
                text.len() as f64
            })
        };
        assert!((width("abc", Weight::Bold) + width("abc", Weight::Bold) - 6.0).abs() < 1e-9);
        assert!((width("abc", Weight::Regular) - 3.0).abs() < 1e-9);
        for number in 0..Widths::MOST {
            width(&number.to_string(), Weight::Regular);
        }
        width("abc", Weight::Bold);
        assert_eq!(measured.get(), 2 + Widths::MOST);
        width("abc", Weight::Regular);
        assert_eq!(measured.get(), 3 + Widths::MOST, "forgotten when others took its room");
    }
}

//! The last few answers to a question that is costly and asked again and again: the votes of a session have the
//! same chamber.
//!
//! Goes in: a question and how to answer it. Comes out: the answer, found once. Answers depend on their question
//! alone, so that nothing but time tells whether one was kept.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Questions with their answers, the newest last: `MOST` of them, which is those of a few windows and threads unless another
/// number is given.
pub(super) struct Recent<Q, A, const MOST: usize = 8> {
    kept: Mutex<VecDeque<(Q, A)>>,
}

impl<Q: PartialEq, A: Clone, const MOST: usize> Recent<Q, A, MOST> {
    pub(super) const fn new() -> Self {
        Self { kept: Mutex::new(VecDeque::new()) }
    }

    /// The answer that was found before, or the one that is found now. Threads that ask the same at once may each
    /// find it; none waits for another.
    pub(super) fn get_or(&self, question: Q, find: impl FnOnce(&Q) -> A) -> A {
        if let Some(answer) = self.known(&question) {
            return answer;
        }
        let answer = find(&question);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == MOST {
            kept.pop_front();
        }
        kept.push_back((question, answer.clone()));
        answer
    }

    fn known(&self, question: &Q) -> Option<A> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().rev().find(|(known, _)| known == question).map(|(_, answer)| answer.clone())
    }
}

/// The last answer alone, for one thread: what was measured is drawn next.
pub(super) struct Last<Q, A>(RefCell<Option<(Q, A)>>);

impl<Q: PartialEq, A: Clone> Last<Q, A> {
    pub(super) const fn new() -> Self {
        Self(RefCell::new(None))
    }

    /// The answer that was found before, where this was the question, or the one that is found now.
    pub(super) fn get_or(&self, question: Q, find: impl FnOnce() -> A) -> A {
        let mut last = self.0.borrow_mut();
        let known = last.take().filter(|(known, _)| *known == question);
        let (_, answer) = last.insert(known.unwrap_or_else(|| (question, find())));
        answer.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_once_and_forgotten_in_time() {
        let recent: Recent<usize, usize> = Recent::new();
        let mut found = 0;
        let mut ask = |question: usize| {
            recent.get_or(question, |question| {
                found += 1;
                question * question
            })
        };
        assert_eq!((ask(3), ask(3), ask(4), ask(3)), (9, 9, 16, 9));
        for question in 10..20 {
            ask(question);
        }
        assert_eq!(ask(3), 9);
        assert_eq!(found, 13, "two, ten more, and the first again");
    }
    #[test]
    fn the_last_answer_is_kept_until_another_question() {
        let last: Last<usize, usize> = Last::new();
        let mut found = 0;
        let mut ask = |question: usize| {
            last.get_or(question, || {
                found += 1;
                question * question
            })
        };
        assert_eq!((ask(3), ask(3), ask(4), ask(3)), (9, 9, 16, 9));
        assert_eq!(found, 3);
    }
}

//! What a seat says: who sits there, of which party, and how the member voted.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::words::{Vote, member_name, party_name, position_name};
use crate::lang::Message;
use crate::model::{self, PartyId, Position};

/// Stands for the name while a phrase is put into words; no text has this character, which is none.
const NAME: &str = "\u{fdd0}";

/// The titles of the seats of one vote. A chamber has hundreds of seats and a few dozen phrases: each is put into
/// words once.
pub(super) struct SeatTitles<'a> {
    vote: &'a Vote<'a>,
    phrases: RefCell<BTreeMap<Phrase, String>>,
}

/// What a phrase depends on: party, position, and whether the ballot was given by proxy.
type Phrase = (Option<PartyId>, Position, bool);

impl<'a> SeatTitles<'a> {
    pub(super) fn new(vote: &'a Vote<'a>) -> Self {
        Self { vote, phrases: RefCell::default() }
    }

    /// The vote that is told.
    pub(super) fn vote(&self) -> &'a Vote<'a> {
        self.vote
    }

    /// The name of the member of a ballot, and the whole title.
    pub(super) fn of(&self, ballot: usize, cast: &model::Vote<'_>) -> (String, String) {
        let name = member_name(cast.member, ballot, self.vote.lang);
        let phrase = (cast.member.party, cast.position(), cast.ballot.is_proxy());
        let mut phrases = self.phrases.borrow_mut();
        let words = phrases.entry(phrase).or_insert_with(|| self.words(cast));
        let title = words.replacen(NAME, &name, 1);
        (name, title)
    }

    fn words(&self, cast: &model::Vote<'_>) -> String {
        let Vote { roll_call, lang, .. } = *self.vote;
        let mut how = position_name(roll_call, cast.position(), lang);
        if cast.ballot.is_proxy() {
            how = format!("{how}, {}", lang.text("by-proxy"));
        }
        Message::new("seat-title")
            .with("name", NAME)
            .with("party", party_name(roll_call, cast.member, lang))
            .with("vote", how)
            .text(lang)
    }
}

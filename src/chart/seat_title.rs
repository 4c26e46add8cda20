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
    /// What stands before the name and after it.
    phrases: RefCell<BTreeMap<Phrase, [String; 2]>>,
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
        let [before, after] = phrases.entry(phrase).or_insert_with(|| self.words(cast));
        let title = [before, name.as_str(), after].concat();
        (name, title)
    }

    fn words(&self, cast: &model::Vote<'_>) -> [String; 2] {
        let Vote { roll_call, lang, .. } = *self.vote;
        let mut how = position_name(roll_call, cast.position(), lang);
        if cast.ballot.is_proxy() {
            how = format!("{how}, {}", lang.text("by-proxy"));
        }
        let words = Message::new("seat-title")
            .with("name", NAME)
            .with("party", party_name(roll_call, cast.member, lang))
            .with("vote", how)
            .text(lang);
        let (before, after) = words.split_once(NAME).unwrap_or(("", words.as_str()));
        [before.to_owned(), after.to_owned()]
    }
}

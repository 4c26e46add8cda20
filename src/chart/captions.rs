//! What seats say beside their member's name: of which party, and how the member voted.
//!
//! Goes in: a vote, then one ballot after the other. Comes out: the caption of the ballot's seat. A chamber has hundreds of
//! seats and a few dozen captions: each is put into words once. Must not know: where a seat is, how it is drawn.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::scene::Caption;
use super::words::{Vote, party_name, position_name};
use crate::lang::Message;
use crate::model::{self, PartyId, Position};

/// What stands for name, party and vote while the sentence is put into words; no text has these characters, which are
/// none.
const NAME: char = '\u{fdd0}';
const PARTY: char = '\u{fdd1}';
const VOTE: char = '\u{fdd2}';

/// The captions of one vote.
pub(super) struct Captions<'a> {
    vote: &'a Vote<'a>,
    /// The sentence before the name and after it, with places for party and vote.
    sentence: [String; 2],
    known: RefCell<BTreeMap<Key, Arc<Caption>>>,
    /// The one asked for last: seats of one party that voted alike are neighbours.
    last: RefCell<Option<(Key, Arc<Caption>)>>,
}

/// What a caption depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A seat without a member.
    Vacant,
    /// A party, a position, and whether the ballot was given by proxy.
    Told(Option<PartyId>, Position, bool),
    /// A party, and nothing of how its member voted.
    Untold(Option<PartyId>),
}

impl<'a> Captions<'a> {
    pub(super) fn new(vote: &'a Vote<'a>) -> Self {
        let words = Message::new("seat-title")
            .with("name", NAME.to_string())
            .with("party", PARTY.to_string())
            .with("vote", VOTE.to_string())
            .text(vote.lang);
        let (before, after) = words.split_once(NAME).unwrap_or(("", words.as_str()));
        let sentence = [before.to_owned(), after.to_owned()];
        Self { vote, sentence, known: RefCell::default(), last: RefCell::default() }
    }

    /// The vote that is told.
    pub(super) fn vote(&self) -> &'a Vote<'a> {
        self.vote
    }

    /// The caption of a seat that nobody has.
    pub(super) fn vacant(&self) -> Arc<Caption> {
        self.get_or(Key::Vacant, || Caption {
            vote: Position::Vacant.key().to_owned(),
            after: self.vote.lang.text("vacant-seat"),
            ..Caption::default()
        })
    }

    /// The caption of the seat of a ballot.
    pub(super) fn of(&self, cast: &model::Vote<'_>) -> Arc<Caption> {
        let key = Key::Told(cast.member.party, cast.position(), cast.ballot.is_proxy());
        self.get_or(key, || {
            let Vote { roll_call, lang, .. } = *self.vote;
            let mut how = position_name(roll_call, cast.position(), lang);
            if cast.ballot.is_proxy() {
                how = format!("{how}, {}", lang.text("by-proxy"));
            }
            let vote = match cast.position() {
                Position::Choice(_) => roll_call.choice_name(cast.position()).unwrap_or("choice"),
                position => position.key(),
            };
            Caption { vote: vote.to_owned(), ..self.sentence(cast.member, &how) }
        })
    }

    /// The caption of a seat whose ballot is not told yet: it ends in an ellipsis.
    pub(super) fn untold(&self, member: &model::Member) -> Arc<Caption> {
        self.get_or(Key::Untold(member.party), || self.sentence(member, "…"))
    }

    fn get_or(&self, key: Key, find: impl FnOnce() -> Caption) -> Arc<Caption> {
        let mut last = self.last.borrow_mut();
        if let Some((_, caption)) = last.as_ref().filter(|(asked, _)| *asked == key) {
            return Arc::clone(caption);
        }
        let mut known = self.known.borrow_mut();
        let caption = known.entry(key).or_insert_with(|| Arc::new(find()));
        Arc::clone(&last.insert((key, Arc::clone(caption))).1)
    }

    fn sentence(&self, member: &model::Member, how: &str) -> Caption {
        let Vote { roll_call, lang, .. } = *self.vote;
        let party = party_name(roll_call, member, lang);
        let filled = |part: &String| {
            let mut text = String::with_capacity(part.len() + party.len() + how.len());
            for c in part.chars() {
                match c {
                    PARTY => text.push_str(&party),
                    VOTE => text.push_str(how),
                    other => text.push(other),
                }
            }
            text
        };
        let [before, after] = self.sentence.each_ref().map(filled);
        let party = roll_call.party_of(member).map_or_else(String::new, |party| party.short.clone());
        Caption { party, vote: String::new(), before, after }
    }
}

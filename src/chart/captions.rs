//! What seats say beside their member's name: of which party, and how the member voted.
//!
//! Goes in: a vote, then one ballot after the other. Comes out: the caption of the ballot's seat. A chamber has hundreds of
//! seats and a few dozen captions, and the votes of a session have most of them in common: each is put into words once.
//! Must not know: where a seat is, how it is drawn.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use hashbrown::HashMap;

use super::names::Names;
use super::scene::Caption;
use super::words::{Vote, party_name, position_name};
use crate::lang::{Lang, Message};
use crate::model::{self, Party, PartyId, Position};

/// What stands for name, party and vote while the sentence is put into words; no text has these characters, which are
/// none.
const NAME: char = '\u{fdd0}';
const PARTY: char = '\u{fdd1}';
const VOTE: char = '\u{fdd2}';

/// The captions of one vote.
pub(super) struct Captions<'a> {
    vote: &'a Vote<'a>,
    book: Rc<Book>,
}

/// The captions of all votes that have what they mention in common.
struct Book {
    lang: Lang,
    names: Arc<Names>,
    is_composition: bool,
    parties: Vec<Party>,
    choices: Vec<String>,
    /// The sentence before the name and after it.
    sentence: [Vec<Piece>; 2],
    known: RefCell<HashMap<Key, Arc<Caption>>>,
}

impl Book {
    /// The book of a vote: that of the vote before, where it serves.
    fn of(vote: &Vote<'_>) -> Rc<Self> {
        thread_local! {
            static LAST: RefCell<Option<Rc<Book>>> = const { RefCell::new(None) };
        }
        let names = Names::of(vote);
        LAST.with_borrow_mut(|last| {
            let known = last.take().filter(|book| book.serves(vote, &names));
            Rc::clone(last.insert(known.unwrap_or_else(|| Rc::new(Self::new(vote, names)))))
        })
    }

    fn new(vote: &Vote<'_>, names: Arc<Names>) -> Self {
        let is_composition = vote.summary.composition.is_some();
        let words = Message::new(if is_composition { "seat-title-composition" } else { "seat-title" })
            .with("name", NAME.to_string())
            .with("party", PARTY.to_string())
            .with("vote", VOTE.to_string());
        let words = words.text(vote.lang);
        let (before, after) = words.split_once(NAME).unwrap_or(("", words.as_str()));
        Self {
            lang: vote.lang,
            names,
            is_composition,
            parties: vote.roll_call.archive().parties.clone(),
            choices: vote.roll_call.info().choices.clone(),
            sentence: [pieces(before), pieces(after)],
            known: RefCell::default(),
        }
    }

    fn serves(&self, vote: &Vote<'_>, names: &Arc<Names>) -> bool {
        self.lang == vote.lang
            && Arc::ptr_eq(&self.names, names)
            && self.is_composition == vote.summary.composition.is_some()
            && self.parties == vote.roll_call.archive().parties
            && self.choices == vote.roll_call.info().choices
    }
}

/// A piece of a sentence.
enum Piece {
    Words(String),
    Party,
    Vote,
}

/// What a caption depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
        Self { vote, book: Book::of(vote) }
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
            names: Arc::clone(&self.book.names),
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
        Arc::clone(self.book.known.borrow_mut().entry(key).or_insert_with(|| Arc::new(find())))
    }

    fn sentence(&self, member: &model::Member, how: &str) -> Caption {
        let Vote { roll_call, lang, .. } = *self.vote;
        let party = party_name(roll_call, member, lang);
        let filled = |pieces: &Vec<Piece>| {
            let mut text = String::with_capacity(64);
            for piece in pieces {
                text.push_str(match piece {
                    Piece::Words(words) => words,
                    Piece::Party => &party,
                    Piece::Vote => how,
                });
            }
            text
        };
        let [before, after] = self.book.sentence.each_ref().map(filled);
        let party = roll_call.party_of(member).map_or_else(String::new, |party| party.short.clone());
        Caption { party, vote: String::new(), before, after, names: Arc::clone(&self.book.names) }
    }
}

/// A sentence as words and places to be filled.
fn pieces(sentence: &str) -> Vec<Piece> {
    let piece = |text: &str| match text.chars().next() {
        Some(PARTY) => Piece::Party,
        Some(VOTE) => Piece::Vote,
        _ => Piece::Words(text.to_owned()),
    };
    let with_places = sentence.split_inclusive([PARTY, VOTE]).flat_map(|part| {
        let place = part.char_indices().next_back().filter(|&(_, c)| matches!(c, PARTY | VOTE));
        let (words, place) = part.split_at(place.map_or(part.len(), |(at, _)| at));
        [words, place]
    });
    with_places.filter(|text| !text.is_empty()).map(piece).collect()
}

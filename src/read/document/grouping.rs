//! Keys that may be data: words of a vote, names of members, parties, numbers of votes.
//!
//! Goes in: the entries of objects that stand at one place. Comes out: [`Keys`], sets of keys whose values have one
//! form, so that each key is a cell of what stands below it. Whether the key is data or a header is not decided
//! here: what is plain stays a cell of its object as well.
//! Must not know: which of them is the vote.

use hashbrown::{HashMap, HashSet};

use super::likeness::Likeness;
use super::node::Node;
use super::words::{bare_key, is_aside, key_position, role};
use crate::model::Position;
use crate::read::mapping::{Mapping, Role};
use crate::read::table::profile::is_number;
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Match, Together};

/// The values of one key in all the objects at a place.
#[derive(Debug)]
pub(super) struct Entry<'n, 'a> {
    pub(super) key: &'n str,
    /// Without nulls.
    pub(super) values: Vec<&'n Node<'a>>,
    /// Some value is an object or a list.
    pub(super) is_container: bool,
    /// The key stands twice in one object.
    pub(super) comes_twice: bool,
}

impl<'n> Entry<'n, '_> {
    pub(super) fn new(key: &'n str) -> Self {
        Self { key, values: Vec::new(), is_container: false, comes_twice: false }
    }
}

/// What several keys have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Common {
    /// They are words of a vote, with members below them: `yes`, `councillors_against`.
    Sides,
    /// Their values are words: `{"Ann": "yes", "Bo": "no"}`.
    Words,
    /// Their values have one form.
    Form,
}

/// Several keys that may be data.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    pub(super) common: Common,
    /// The values are lists of cells: `{"Ann": ["Red", "North", "yes"]}`.
    pub(super) are_rows: bool,
    /// Each key, with the position that it names, where it names one.
    names: HashMap<String, Option<Position>>,
}

impl Keys {
    fn new(common: Common, names: impl IntoIterator<Item = (String, Option<Position>)>) -> Self {
        Self { common, are_rows: false, names: names.into_iter().collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The keys, in no order.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.names.keys()
    }

    /// True for one of the keys.
    pub(super) fn has(&self, key: &str) -> bool {
        self.names.contains_key(key)
    }

    /// The position that a key names, as far as its neighbours show what part of it is a word of the vote.
    pub(super) fn position(&self, key: &str) -> Option<Position> {
        self.names.get(key).copied().flatten()
    }

    /// True where the keys are words of a vote.
    pub(super) fn are_sides(&self) -> bool {
        self.common == Common::Sides
    }
}

/// The sets of keys that may be data, in the objects under a name, which may be items of a list.
pub(super) fn groups(
    entries: &[Entry<'_, '_>],
    name: &str,
    are_items: bool,
    given: Option<&Mapping>,
) -> Vec<Keys> {
    if entries.len() < 2 {
        return Vec::new();
    }
    let (taken, found) = (HashSet::new(), Vec::new());
    let mut grouping = Grouping { entries, name, are_items, given, taken, found };
    grouping.find_rows();
    grouping.find_sides();
    grouping.find_compounds();
    grouping.find_forms();
    grouping.find_words();
    grouping.found
}

struct Grouping<'e, 'n, 'a> {
    entries: &'e [Entry<'n, 'a>],
    name: &'e str,
    are_items: bool,
    given: Option<&'e Mapping>,
    taken: HashSet<&'n str>,
    found: Vec<Keys>,
}

/// Keys, each with the position it stands for, if it does.
type Meanings = Vec<(String, Option<Position>)>;

impl<'n, 'a> Grouping<'_, 'n, 'a> {
    fn take(&mut self, keys: Keys) {
        let own = self.entries.iter().map(|entry| entry.key).filter(|key| keys.has(key));
        self.taken.extend(own);
        self.found.push(keys);
    }

    fn is_free(&self, entry: &Entry<'n, 'a>) -> bool {
        entry.is_container && !self.taken.contains(entry.key)
    }

    fn position_of_word(&self, word: &str) -> Option<Position> {
        self.given.and_then(|given| given.chosen_position(word)).or_else(|| vocabulary::position(word))
    }

    /// The position that a key names by itself, or that was chosen for it. Signs mean something only together:
    /// `+` beside `-`.
    fn position_of_key(&self, key: &str) -> Option<Position> {
        let chosen = self.given.and_then(|given| given.chosen_position(key));
        chosen.or_else(|| key_position(key)).or_else(|| {
            let sign = match key {
                "+" => Position::For,
                "-" => Position::Against,
                "0" => Position::Abstain,
                _ => return None,
            };
            let has = |sign: &str| self.entries.iter().any(|entry| entry.key == sign);
            (has("+") && has("-")).then_some(sign)
        })
    }

    /// `{"Ann": ["Red", "North", "yes"], …}`: in one place of every list stands a word.
    fn find_rows(&mut self) {
        let lists = || self.entries.iter().filter(|entry| entry.is_container);
        let width =
            lists().next().and_then(|entry| entry.values.first()).map_or(0, |list| list.items().len());
        let is_row = |value: &&Node<'_>| {
            let is_cell = |cell: &Node<'_>| cell.is_plain() || *cell == Node::Null;
            matches!(value, Node::List(cells) if cells.len() == width && cells.iter().all(is_cell))
        };
        let rows: Vec<&Node<'_>> = lists().flat_map(|entry| entry.values.iter().copied()).collect();
        if width < 2 || rows.len() < 2 || !rows.iter().all(is_row) {
            return;
        }
        let is_word = |row: &&&Node<'_>, slot: usize| {
            let text = row.items()[slot].scalar();
            text.is_some_and(|text| self.position_of_word(&text).is_some())
        };
        let holds_words = |slot: usize| rows.iter().filter(|row| is_word(row, slot)).count() * 2 > rows.len();
        if (0..width).any(holds_words) {
            let names = lists().map(|entry| (entry.key.to_owned(), None));
            let keys = Keys { are_rows: true, ..Keys::new(Common::Form, names) };
            self.take(keys);
        }
    }

    /// Lists of members under words: `{"yes": […], "no": […], "Sat hjá": […]}`. Where some of the words are known,
    /// an unknown one beside them over a value of the same form is one too.
    fn find_sides(&mut self) {
        let known: Vec<(&Entry<'n, 'a>, Position)> = self
            .entries
            .iter()
            .filter(|entry| self.is_free(entry))
            .filter_map(|entry| Some((entry, self.position_of_key(entry.key)?)))
            .collect();
        let decides = known.iter().any(|(_, position)| is_side(*position));
        let all_hold_others = self.entries.iter().all(|entry| entry.is_container || entry.values.is_empty());
        let says_vote = || role(self.name) == Some(Role::Position) && !self.have_words_of_their_own();
        let are_options = all_hold_others && (!known.is_empty() || says_vote());
        if !decides && known.len() < 2 && !are_options {
            return;
        }
        // A few parties among many may be called like words of a vote.
        let holds_list = |entry: &Entry<'_, '_>| Likeness::of(&entry.values).hold_lists();
        let num_containers = self.entries.iter().filter(|entry| self.is_free(entry)).count();
        if known.len() * 2 < num_containers && !self.entries.iter().any(holds_list) {
            return;
        }
        let of_known: Vec<Likeness<'_>> =
            known.iter().map(|(entry, _)| Likeness::of(&entry.values)).collect();
        let holds_names = of_known.iter().any(Likeness::has_texts);
        let is_like_known = |entry: &Entry<'_, '_>| {
            let own = Likeness::of(&entry.values);
            if of_known.is_empty() {
                own.are_lists()
            } else {
                of_known.iter().any(|known| known.is_like(&own))
            }
        };
        let phrases: Vec<String> = self.entries.iter().map(|entry| bare_key(entry.key)).collect();
        let together = Together::where_needed(phrases.iter().map(String::as_str));
        let names: Vec<(String, Option<Position>)> = self
            .entries
            .iter()
            .zip(&phrases)
            .filter_map(|(entry, phrase)| {
                // `ne` beside `ano`.
                let of_key = self.position_of_key(entry.key);
                let position = of_key.or_else(|| together.position(phrase).filter(|_| entry.is_container));
                let is_one = match position {
                    // A text for a list of one.
                    Some(_) if !entry.is_container => holds_names && self.are_members(entry),
                    Some(_) => self.is_free(entry),
                    None => {
                        let is_no_header = all_hold_others || !is_header(entry.key);
                        self.is_free(entry) && is_no_header && is_like_known(entry)
                    }
                };
                is_one.then(|| (entry.key.to_owned(), position))
            })
            .collect();
        if names.len() > 1 || (decides && !names.is_empty()) {
            self.take(Keys::new(Common::Sides, names));
        }
    }

    /// True for texts that name members: no counts, no words of a vote.
    fn are_members(&self, entry: &Entry<'_, '_>) -> bool {
        let is_name = |text: &str| {
            text.chars().any(char::is_alphabetic)
                && !text.contains("://")
                && !matches!(text, "true" | "false")
                && self.position_of_word(text).is_none()
        };
        !entry.values.is_empty()
            && entry.values.iter().all(|value| value.scalar().is_some_and(|text| is_name(&text)))
    }

    /// True where the items below the keys say themselves how they voted.
    fn have_words_of_their_own(&self) -> bool {
        let says = |node: &Node<'_>| {
            node.items().iter().take(3).any(|item| {
                item.entries()
                    .iter()
                    .any(|(key, value)| value.is_plain() && role(key) == Some(Role::Position))
            })
        };
        self.entries.iter().flat_map(|entry| &entry.values).take(20).any(|value| says(value))
    }

    /// Lists of members under words within compound keys: `raadsleden_voor`, `members_against`. What the keys share
    /// is taken off, and what is left is looked up.
    fn find_compounds(&mut self) {
        const LONGEST_STEM: usize = 4;
        let free: Vec<(&Entry<'n, 'a>, Vec<String>)> = self
            .entries
            .iter()
            .filter(|entry| self.is_free(entry))
            .map(|entry| (entry, header_words(entry.key)))
            .collect();
        let mut best: Option<(usize, Meanings)> = None;
        for (_, words) in &free {
            for length in 1..words.len().min(LONGEST_STEM + 1) {
                for is_first in [true, false] {
                    let stem = part(words, length, is_first).0;
                    let of_stem: Meanings = free
                        .iter()
                        .filter(|(_, words)| words.len() > length && part(words, length, is_first).0 == stem)
                        .map(|(entry, words)| {
                            let rest = part(words, length, is_first).1.join(" ");
                            (entry.key.to_owned(), self.position_of_word(&rest))
                        })
                        .collect();
                    let known = of_stem.iter().filter(|(_, position)| position.is_some()).count();
                    let decides = of_stem.iter().any(|(_, position)| position.is_some_and(is_side));
                    // `Per Ås` and `Una Ås` share a name; one of them is a word in some language by chance.
                    let are_words = known * 2 > of_stem.len();
                    if of_stem.len() > 1
                        && decides
                        && are_words
                        && best.as_ref().is_none_or(|(most, _)| known > *most)
                    {
                        best = Some((known, of_stem));
                    }
                }
            }
        }
        if let Some((_, names)) = best {
            self.take(Keys::new(Common::Sides, names));
            self.find_compounds();
        }
    }

    /// Objects or lists of one form: parties, members or votes by name or number.
    fn find_forms(&mut self) {
        // A document of votes has few forms; one with thousands is compared with the first of them only.
        const MOST_FORMS: usize = 128;
        let free: Vec<&Entry<'n, 'a>> = self.entries.iter().filter(|entry| self.is_free(entry)).collect();
        let mut alike: Vec<(Likeness<'_>, Vec<String>)> = Vec::new();
        for entry in free {
            let own = Likeness::of(&entry.values);
            match alike.iter_mut().take(MOST_FORMS).find(|(known, _)| known.is_like(&own)) {
                Some((known, keys)) => {
                    known.add(own);
                    keys.push(entry.key.to_owned());
                }
                None => alike.push((own, vec![entry.key.to_owned()])),
            }
        }
        for (likeness, mut keys) in alike {
            // `{"voter": {…}, "proxy": {…}}` are parts of one record.
            if !likeness.are_lists() && !likeness.hold_lists() {
                keys.retain(|key| !is_header(key));
            }
            if keys.len() < 2 {
                continue;
            }
            self.take(Keys::new(Common::Form, keys.into_iter().map(|key| (key, None))));
        }
    }

    /// True for a few cells that say one vote in other words each: `{"voteNo": "for", "voteDe": "Ja"}`.
    fn say_the_same(&self, cells: &[&Entry<'n, 'a>], names: &[&str]) -> bool {
        const MOST_VIEWS: usize = 4;
        let views: Vec<&Entry<'n, 'a>> =
            cells.iter().copied().filter(|entry| names.contains(&entry.key)).collect();
        let Some((first, others)) = views.split_first() else { return false };
        let is_same = |a: &Node<'_>, b: &Node<'_>| {
            let position = |node: &Node<'_>| self.position_of_word(&node.scalar()?);
            position(a) == position(b)
        };
        let is_blank = |node: &Node<'_>| node.scalar().is_none_or(|text| text.trim().is_empty());
        let is_view = |other: &&Entry<'n, 'a>| {
            let pairs = || first.values.iter().zip(&other.values);
            first.values.len() == other.values.len()
                && pairs().all(|(a, b)| is_same(a, b))
                && pairs().all(|(a, b)| a.scalar() != b.scalar() || is_blank(a))
        };
        (1..MOST_VIEWS).contains(&others.len()) && others.iter().all(is_view)
    }

    /// A dictionary of words: `{"Ann": "yes", "Bo": "no"}`, by itself or among other cells of its object.
    fn find_words(&mut self) {
        let cells: Vec<&Entry<'n, 'a>> =
            self.entries.iter().filter(|entry| !entry.is_container && !entry.values.is_empty()).collect();
        // What `Ne` means, the words beside it tell.
        let together = together(&cells);
        let is_known = |text: &str| self.position_of_word(text).or_else(|| together.position(text)).is_some();
        let is_wordy = |entry: &Entry<'_, '_>| {
            let values = entry.values.iter();
            let known = values.filter(|value| value.scalar().is_some_and(|text| is_known(&text)));
            known.count() * 2 > entry.values.len()
        };
        // `{"outcome": "PASS", "ayes": 7, "noes": 0}` counts the votes of a vote.
        let is_number = |value: &&Node<'_>| value.scalar().is_some_and(|text| is_number(&text));
        let counts = |entry: &&&Entry<'_, '_>| {
            key_position(entry.key).is_some_and(is_side) && entry.values.iter().all(is_number)
        };
        if cells.iter().filter(counts).count() > 1 {
            return;
        }
        let wordy: Vec<bool> = cells.iter().map(|entry| is_wordy(entry)).collect();
        let num_wordy = wordy.iter().filter(|is_wordy| **is_wordy).count();
        let are_few = few_texts(&cells);
        let says_vote = !self.are_items && role(self.name) == Some(Role::Position);
        // Nothing but words, or nothing but codes and unknown words where the name says vote.
        let is_whole = are_few && (num_wordy * 2 > cells.len() || (says_vote && cells.len() > 2));
        let names: Vec<&str> = if is_whole {
            cells.iter().map(|entry| entry.key).collect()
        } else {
            let is_one = |entry: &Entry<'_, '_>| !is_header(entry.key);
            cells
                .iter()
                .zip(wordy)
                .filter(|(entry, wordy)| *wordy && is_one(entry))
                .map(|(e, _)| e.key)
                .collect()
        };
        // `positionText` beside `dissent`: what one of them is headed as, it is, and the other is a fact.
        let is_headed_vote = |key: &&str| {
            matches!(vocabulary::role(key), Some((Role::Position, _))) && vocabulary::position(key).is_none()
        };
        if !is_whole && names.iter().any(is_headed_vote) {
            return;
        }
        let num_headers = names.iter().filter(|key| is_header(key)).count();
        let is_dictionary = num_headers * 2 < names.len() && !self.say_the_same(&cells, &names);
        if names.len() > 1 && is_dictionary {
            self.found.push(Keys::new(Common::Words, names.into_iter().map(|key| (key.to_owned(), None))));
        }
    }
}

/// What the words in some cells have in common.
fn together(cells: &[&Entry<'_, '_>]) -> Together {
    const MOST: usize = 24;
    let mut texts: Vec<String> = Vec::new();
    for value in cells.iter().flat_map(|entry| &entry.values) {
        let text = value.scalar().unwrap_or_default();
        if texts.len() < MOST && !texts.iter().any(|known| *known == text) {
            texts.push(text.into_owned());
        }
    }
    Together::where_needed(texts.iter().map(String::as_str))
}

/// True where few different texts stand in the cells, none of them long.
fn few_texts(cells: &[&Entry<'_, '_>]) -> bool {
    const MOST: usize = 12;
    const LONGEST: usize = 60;
    let mut seen: HashSet<String> = HashSet::new();
    cells.iter().flat_map(|entry| &entry.values).all(|value| {
        let text = value.scalar().unwrap_or_default();
        let is_known = seen.contains(text.as_ref());
        if !is_known && text.len() <= LONGEST {
            seen.insert(text.into_owned());
            return seen.len() <= MOST;
        }
        is_known
    })
}

/// For or against.
fn is_side(position: Position) -> bool {
    matches!(position, Position::For | Position::Against)
}

/// A key that heads a cell of some kind, and so is no word or name.
fn is_header(key: &str) -> bool {
    let is_known =
        matches!(vocabulary::role(key), Some((_, Match::Whole))) || vocabulary::label(key).is_some();
    is_aside(key) || (is_known && key_position(key).is_none())
}

/// The first or the last words, and the others.
fn part(words: &[String], length: usize, is_first: bool) -> (&[String], &[String]) {
    if is_first {
        words.split_at(length)
    } else {
        let (rest, stem) = words.split_at(words.len() - length);
        (stem, rest)
    }
}

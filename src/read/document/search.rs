//! Finds the votes in a tree: where the ballots are, and which of them belong together.
//!
//! Ballots come as a list of records with a word in each (`{"name": …, "vote": "yes"}`), as lists of members
//! under words (`{"yes": […], "no": […]}`, also by groups), or as an object of words by member (`{"Ann": "yes"}`).
//! A vote is the nearest object around them that is an item of a list, unless that is a party's.

use hashbrown::HashMap;
use std::borrow::Cow;

use super::super::mapping::{Mapping, Role};
use super::super::vocabulary;
use super::facts::{Fact, KEY, facts, inherited, joined};
use super::form::{are_alike, is_group, is_like, key_fact, named_options, side_of};
use super::node::Node;
use super::record::{flatten, is_record, push, record};
use super::roles::Roles;
use super::words::{is_aside, is_code, is_party, role};
use crate::model::Position;

/// One member's ballot as the document has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ballot {
    /// The cells by column.
    pub(super) cells: Vec<(u32, String)>,
    /// The word of the list it stands in, where it has no word of its own.
    pub(super) word: Option<String>,
}

/// A vote with its ballots.
#[derive(Clone, Debug, Default)]
pub(super) struct Event {
    pub(super) facts: Vec<Fact>,
    pub(super) ballots: Vec<Ballot>,
    /// True where those who were not in favour are not in the document.
    pub(super) lists_only_for: bool,
}

/// The columns of the ballots of one document, by the path that leads to each.
#[derive(Clone, Debug, Default)]
pub(super) struct Paths {
    pub(super) names: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Paths {
    /// The column of a path. Where keys are data rather than names, paths have no end: those beyond have none.
    pub(super) fn number(&mut self, path: &str) -> u32 {
        const MOST_PATHS: usize = 2_000;
        if let Some(&number) = self.numbers.get(path) {
            return number;
        }
        if self.names.len() >= MOST_PATHS {
            return u32::MAX;
        }
        let number = self.names.len() as u32;
        self.names.push(path.to_owned());
        self.numbers.insert(path.to_owned(), number);
        number
    }
}

/// Everything that looks like a vote.
#[derive(Debug, Default)]
pub(super) struct Search<'g> {
    pub(super) paths: Paths,
    pub(super) events: Vec<Event>,
    /// True where records have a word each and do not say whose it is: the history of one member.
    pub(super) has_history: bool,
    /// What was chosen for columns and words.
    given: Option<&'g Mapping>,
}

/// Ballots that no vote holds yet.
#[derive(Debug, Default)]
struct Open {
    ballots: Vec<Ballot>,
    /// True also for a vote without any ballot.
    is_vote: bool,
}

impl Open {
    fn append(&mut self, mut other: Self) {
        self.ballots.append(&mut other.ballots);
        self.is_vote |= other.is_vote;
    }
}

/// The objects around a value, innermost first.
#[derive(Clone, Copy)]
struct Around<'n> {
    node: &'n Node<'n>,
    up: Option<&'n Around<'n>>,
}

/// How a value stands in what holds it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place<'k> {
    Root,
    /// An item of a list, or of an object of alike objects under this key.
    Item(Option<&'k str>),
    Inside,
}

/// Every vote in a document.
pub(super) fn search<'g>(root: &Node<'_>, given: Option<&'g Mapping>) -> Search<'g> {
    let mut search = Search { given, ..Search::default() };
    let open = search.visit(root, "", Place::Root, None);
    if open.is_vote || !open.ballots.is_empty() {
        search.events.push(Event { facts: facts(root), ballots: open.ballots, lists_only_for: false });
    }
    search
}

impl Search<'_> {
    fn visit(&mut self, node: &Node<'_>, name: &str, place: Place<'_>, up: Option<&Around<'_>>) -> Open {
        if is_aside(name) {
            return Open::default();
        }
        match node {
            Node::List(items) => self.list(items, name, up),
            Node::Object(entries) if are_alike(entries) => {
                let open = self.alike(node, name, up);
                self.close(node, name, place, open, up)
            }
            Node::Object(_) => {
                let open = self.object(node, name, up);
                self.close(node, name, place, open, up)
            }
            _ => Open::default(),
        }
    }

    /// The position of a word: the one chosen for it, else the vocabulary's.
    fn position(&self, word: &str) -> Option<Position> {
        self.given.and_then(|given| given.chosen_position(word)).or_else(|| vocabulary::position(word))
    }

    /// Ballots reach a vote, or a group whose name they take along.
    fn close(
        &mut self,
        node: &Node<'_>,
        name: &str,
        place: Place<'_>,
        open: Open,
        up: Option<&Around<'_>>,
    ) -> Open {
        let Place::Item(key) = place else { return open };
        if !open.is_vote && open.ballots.is_empty() {
            return open;
        }
        let mut own = facts(node);
        if let Some(key) = key {
            own.push(key_fact(key));
        }
        if is_group(&own, name) {
            let extras = self.group_cells(&own, name);
            let mut open = open;
            for ballot in &mut open.ballots {
                ballot.cells.extend(extras.iter().cloned());
            }
            return open;
        }
        let (mut around, mut level) = (up, 0);
        while let Some(outer) = around {
            own.append(&mut inherited(outer.node, level));
            (around, level) = (outer.up, level + 1);
        }
        self.events.push(Event { facts: own, ballots: open.ballots, lists_only_for: false });
        Open::default()
    }

    fn list(&mut self, items: &[Node<'_>], name: &str, up: Option<&Around<'_>>) -> Open {
        let first = self.events.len();
        let mut open = Open::default();
        // Where in the events each item's stand.
        let mut ends = Vec::with_capacity(items.len());
        for item in items {
            open.append(self.visit(item, name, Place::Item(None), up));
            ends.push(self.events.len());
        }
        if self.events.len() > first {
            self.add_empty(items, first, &ends);
            return open;
        }
        if open.is_vote || !open.ballots.is_empty() {
            return open;
        }
        self.sides(items)
            .or_else(|| self.records(items, name))
            .or_else(|| self.rows(items, up))
            .unwrap_or_default()
    }

    /// Beside votes with ballots, an item of the same form without any is a vote too.
    fn add_empty(&mut self, items: &[Node<'_>], first: usize, ends: &[usize]) {
        let mut starts = vec![first];
        starts.extend_from_slice(ends);
        let has_votes = |index: usize| starts[index + 1] > starts[index];
        let Some(model) = (0..items.len()).find(|&index| has_votes(index)).map(|index| &items[index]) else {
            return;
        };
        if (0..items.len()).all(has_votes) {
            return;
        }
        let mut found: std::vec::IntoIter<Event> = self.events.split_off(first).into_iter();
        for (index, item) in items.iter().enumerate() {
            let count = starts[index + 1] - starts[index];
            self.events.extend(found.by_ref().take(count));
            if count == 0 && is_like(item, model) {
                self.events.push(Event { facts: facts(item), ..Event::default() });
            }
        }
    }

    /// An object of objects that are alike is a list with names.
    fn alike(&mut self, node: &Node<'_>, name: &str, up: Option<&Around<'_>>) -> Open {
        let around = Around { node, up };
        let first = self.events.len();
        let mut open = Open::default();
        for (key, value) in node.entries() {
            open.append(self.visit(value, name, Place::Item(Some(key)), Some(&around)));
        }
        if self.events.len() > first || open.is_vote || !open.ballots.is_empty() {
            return open;
        }
        let keyed: Vec<(Option<&str>, &Node<'_>)> =
            node.entries().iter().map(|(key, value)| (Some(key.as_ref()), value)).collect();
        self.records_of(&keyed, name).unwrap_or_default()
    }

    fn object(&mut self, node: &Node<'_>, name: &str, up: Option<&Around<'_>>) -> Open {
        let around = Around { node, up };
        let mut open = Open::default();
        let mut sides = Vec::new();
        for (key, value) in node.entries() {
            let is_side =
                matches!(value, Node::List(_) | Node::Object(_)) && side_of(key, node, self.given).is_some();
            if is_side {
                sides.push((key.as_ref(), value));
            } else if matches!(value, Node::List(_) | Node::Object(_)) {
                open.append(self.visit(value, key, Place::Inside, Some(&around)));
            }
        }
        let named = named_options(node, name, self.given);
        let given = self.given;
        // Empty sides count: a group may have abstained as one.
        let decides = |(key, value): &(Cow<'_, str>, Node<'_>)| {
            !value.is_plain() && matches!(side_of(key, node, given), Some(Position::For | Position::Against))
        };
        let is_vote = !named.is_empty() || (!sides.is_empty() && node.entries().iter().any(decides));
        if is_vote || !open.ballots.is_empty() {
            for (key, value) in sides.into_iter().chain(named) {
                self.descend(value, key, key, &[], &mut open.ballots);
            }
            open.is_vote |= is_vote;
        }
        if !open.is_vote && open.ballots.is_empty() {
            open.ballots = self.words_by_member(node, name);
        }
        open
    }

    /// Lists of members whose word stands beside them: `[{"option": "yes", "voters": […]}, …]`.
    fn sides(&mut self, items: &[Node<'_>]) -> Option<Open> {
        const MOST_KEYS: usize = 100;
        let is_side = |key: &str, item: &Node<'_>| {
            let position = item.text_at(&[key]).and_then(|text| self.position(&text));
            position.is_some_and(|position| position != Position::Unknown)
        };
        // One key says it of all.
        let key = items
            .first()?
            .entries()
            .iter()
            .take(MOST_KEYS)
            .map(|(key, _)| key.as_ref())
            .find(|key| !is_party(key) && items.iter().all(|item| is_side(key, item)))?;
        let words: Vec<Option<String>> =
            items.iter().map(|item| item.text_at(&[key]).map(Cow::into_owned)).collect();
        let decides = |word: &Option<String>| {
            let position = word.as_deref().and_then(|word| self.position(word));
            matches!(position, Some(Position::For | Position::Against))
        };
        if items.len() < 2 || !words.iter().any(decides) {
            return None;
        }
        let mut ballots = Vec::new();
        for (item, word) in items.iter().zip(&words) {
            let Some(word) = word else { continue };
            for (key, value) in item.entries().iter().filter(|(_, value)| matches!(value, Node::List(_))) {
                self.descend(value, word, key, &[], &mut ballots);
            }
        }
        (!ballots.is_empty()).then_some(Open { ballots, is_vote: true })
    }

    /// A list of records of members with a word in each.
    fn records(&mut self, items: &[Node<'_>], name: &str) -> Option<Open> {
        let keyed: Vec<(Option<&str>, &Node<'_>)> = items.iter().map(|item| (None, item)).collect();
        self.records_of(&keyed, name)
    }

    fn records_of(&mut self, items: &[(Option<&str>, &Node<'_>)], name: &str) -> Option<Open> {
        const SAMPLE: usize = 400;
        let num_objects = items.iter().filter(|(_, item)| matches!(item, Node::Object(_))).count();
        if num_objects == 0 || num_objects * 10 < items.len() * 9 {
            return None;
        }
        let step = items.len().div_ceil(SAMPLE);
        let mut paths = Paths::default();
        let sample: Vec<Ballot> =
            items.iter().step_by(step).map(|(key, item)| record(&mut paths, item, name, *key)).collect();
        let roles = Roles::choose(&paths, sample.iter(), self.given);
        roles.position?;
        // A list of parties with a word beside each is not a list of members.
        self.has_history |= !roles.names_members() && items.len() > 1;
        if !roles.names_members() || (is_party(name) && !roles.names_persons()) {
            return None;
        }
        let ballots = items.iter().map(|(key, item)| record(&mut self.paths, item, name, *key)).collect();
        Some(Open { ballots, is_vote: true })
    }

    /// A table as lists of cells, its header above or beside it.
    fn rows(&mut self, items: &[Node<'_>], up: Option<&Around<'_>>) -> Option<Open> {
        let is_row = |item: &Node<'_>| matches!(item, Node::List(cells) if cells.len() > 1);
        if items.len() < 2 || !items.iter().all(is_row) {
            return None;
        }
        let cells = |row: &Node<'_>| -> Vec<String> {
            row.items().iter().map(|cell| cell.scalar().unwrap_or_default().into_owned()).collect()
        };
        let width = items[0].items().len();
        let beside = up.and_then(|around| {
            around.node.entries().iter().find_map(|(_, value)| match value {
                Node::List(names) if names.len() == width && names.iter().all(Node::is_plain) => {
                    Some(cells(value))
                }
                _ => None,
            })
        });
        let (header, rows) = match beside {
            Some(header) => (header, items),
            None => (cells(&items[0]), &items[1..]),
        };
        let ballot = |paths: &mut Paths, row: &Node<'_>| Ballot {
            cells: header.iter().zip(cells(row)).map(|(path, cell)| (paths.number(path), cell)).collect(),
            word: None,
        };
        let mut paths = Paths::default();
        let sample: Vec<Ballot> = rows.iter().take(400).map(|row| ballot(&mut paths, row)).collect();
        let roles = Roles::choose(&paths, sample.iter(), self.given);
        (roles.position.is_some() && roles.names_members()).then(|| Open {
            ballots: rows.iter().map(|row| ballot(&mut self.paths, row)).collect(),
            is_vote: true,
        })
    }

    /// The members under one word.
    fn descend(
        &mut self,
        value: &Node<'_>,
        word: &str,
        name: &str,
        group: &[(u32, String)],
        out: &mut Vec<Ballot>,
    ) {
        match value {
            Node::List(items) => {
                for item in items {
                    if item.is_plain() {
                        let Some(text) = item.scalar().filter(|text| !text.is_empty()) else { continue };
                        let column = self.paths.number(if is_code(&text) { "id" } else { "name" });
                        push(vec![(column, text.into_owned())], word, group, out);
                    } else {
                        self.descend(item, word, name, group, out);
                    }
                }
            }
            // One member where others have a list: `{"votant": {…}}` beside `{"votant": [{…}, {…}]}`.
            Node::Object(entries) if matches!(entries.as_slice(), [(_, Node::Object(_))]) => {
                for (key, inner) in entries {
                    self.descend(inner, word, key, group, out);
                }
            }
            Node::Object(_) if is_record(value) && !is_party(name) => {
                let mut cells = Vec::new();
                flatten(&mut self.paths, value, "", name, 0, &mut cells);
                push(cells, word, group, out);
            }
            Node::Object(entries) => {
                let mut own = facts(value);
                let are_groups = entries.len() > 1
                    && entries
                        .iter()
                        .all(|(key, value)| matches!(value, Node::List(_)) && role(key).is_none());
                own.retain(|fact| fact.depth == 0);
                let mut group = group.to_vec();
                group.extend(self.group_cells(&own, name));
                for (key, inner) in
                    entries.iter().filter(|(_, inner)| matches!(inner, Node::List(_) | Node::Object(_)))
                {
                    if are_groups {
                        let mut group = group.clone();
                        group.push((self.paths.number("group"), key.clone().into_owned()));
                        self.descend(inner, word, key, &group, out);
                    } else {
                        self.descend(inner, word, key, &group, out);
                    }
                }
            }
            _ => {}
        }
    }

    /// What a group's own facts say of the party of its members.
    fn group_cells(&mut self, own: &[Fact], name: &str) -> Vec<(u32, String)> {
        let tells = |fact: &&Fact| {
            matches!(
                role(&fact.key),
                Some(Role::Party | Role::PartyShort | Role::PartyColour | Role::Constituency)
            )
        };
        let mut cells: Vec<(u32, String)> = own
            .iter()
            .filter(tells)
            .map(|fact| (self.paths.number(&joined(name, &fact.key)), fact.value.clone()))
            .collect();
        if cells.is_empty() && is_party(name) {
            const NAMES: [&str; 9] =
                ["name", "label", "libelle", "nom", "short", "code", "identifier", "id", KEY];
            let named =
                NAMES.iter().find_map(|key| own.iter().find(|fact| fact.key.eq_ignore_ascii_case(key)));
            if let Some(fact) = named {
                cells.push((self.paths.number("group"), fact.value.clone()));
            }
        }
        cells
    }

    /// `{"Ann": "yes", …}`, and `{"Ann": ["Red", "North", "yes"], …}`.
    fn words_by_member(&mut self, node: &Node<'_>, name: &str) -> Vec<Ballot> {
        const FEWEST: usize = 5;
        let entries = node.entries();
        if entries.len() < FEWEST
            || entries.iter().filter(|(key, _)| role(key).is_some()).count() * 5 > entries.len()
        {
            return Vec::new();
        }
        let slots = entries[0].1.items().len();
        let is_tuple = matches!(entries[0].1, Node::List(_));
        let is_word = |slot: usize| {
            let words = entries.iter().filter(|(_, value)| {
                let cell = value.items().get(slot).and_then(Node::scalar);
                cell.is_some_and(|text| self.position(&text).is_some())
            });
            words.count() * 10 >= entries.len() * 9
        };
        let is_alike = |value: &Node<'_>| {
            matches!(value, Node::List(_)) == is_tuple
                && value.items().len() == slots
                && value.items().iter().all(|cell| cell.is_plain() || *cell == Node::Null)
        };
        let Some(slot) = (0..slots).find(|&slot| is_word(slot)) else { return Vec::new() };
        if !entries.iter().all(|(_, value)| is_alike(value)) {
            return Vec::new();
        }
        let are_codes = entries.iter().filter(|(key, _)| is_code(key)).count() * 2 > entries.len();
        let column = match role(name) {
            Some(Role::Name | Role::Id | Role::Constituency) => name,
            _ if are_codes => "id",
            _ => "name",
        };
        let column = self.paths.number(column);
        let cell = |node: &Node<'_>| node.scalar().unwrap_or_default().into_owned();
        entries
            .iter()
            .map(|(key, value)| {
                let mut cells = vec![(column, key.clone().into_owned())];
                for (index, item) in value.items().iter().enumerate().filter(|(index, _)| *index != slot) {
                    cells.push((self.paths.number(&(index + 1).to_string()), cell(item)));
                }
                Ballot { cells, word: Some(value.items().get(slot).map(cell).unwrap_or_default()) }
            })
            .collect()
    }
}

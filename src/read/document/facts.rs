//! What a document says of a vote besides its ballots.

use std::collections::HashSet;

use super::node::{Node, TEXT};
use super::outcome;
use super::subject::last_key;
use super::words::{is_aside, is_count, key_position, role};
use crate::model::{Declared, Position, RollCallInfo, VoteDate, Votes};
use crate::read::lookup::Chambers;
use crate::read::mapping::Role;
use crate::read::table::totals::is_total;
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Field, Match};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// The keys that lead to it, joined by points.
    pub(super) path: String,
    /// The last of them, and the one before.
    pub(super) key: String,
    pub(super) above: String,
    pub(super) value: String,
    /// How deep it stands; what is inherited from outside the vote stands deepest.
    pub(super) depth: usize,
}

/// The key of the name under which a vote stands in an object of votes.
pub(super) const KEY: &str = "#key";

/// How deep facts are looked for.
const DEEPEST_FACT: usize = 4;

/// More facts than a vote has; a bound for hostile documents.
const MOST_FACTS: usize = 2_000;

/// What stands deeper than this is inherited.
pub(super) const INHERITED: usize = 100;

/// The plain values in an object and in the objects inside it, but not in its lists.
pub(super) fn facts(node: &Node<'_>) -> Vec<Fact> {
    let mut found = Vec::new();
    gather(node, "", "", 0, &mut found);
    found
}

/// The plain values that stand directly in an enclosing object.
pub(super) fn inherited(node: &Node<'_>, level: usize) -> Vec<Fact> {
    const MOST_ENTRIES: usize = 64;
    let mut found = Vec::new();
    if node.entries().len() <= MOST_ENTRIES {
        for (key, value) in node.entries().iter().filter(|(_, value)| value.is_plain()) {
            push(key, "", "", value, INHERITED + level, &mut found);
        }
    }
    found
}

fn gather(node: &Node<'_>, path: &str, above: &str, depth: usize, found: &mut Vec<Fact>) {
    for (key, value) in node.entries() {
        if found.len() >= MOST_FACTS {
            return;
        }
        if is_aside(key) {
            continue;
        }
        if value.scalar().is_some() {
            push(key, path, above, value, depth, found);
        }
        match value {
            Node::Object(_) if depth < DEEPEST_FACT => {
                gather(value, &joined(path, key), key, depth + 1, found);
            }
            Node::List(items) => counts(items, key, depth, found),
            _ => {}
        }
    }
}

fn push(key: &str, path: &str, above: &str, value: &Node<'_>, depth: usize, found: &mut Vec<Fact>) {
    let Some(text) = value.scalar().filter(|text| !text.is_empty()) else { return };
    let (path, key) = if key == TEXT { (path.to_owned(), above) } else { (joined(path, key), key) };
    let (key, above) = (key.to_owned(), above.to_owned());
    found.push(Fact { path, key, above, value: text.into_owned(), depth });
}

/// `votes: [{option: "yes", value: 9}, …]`: sums by position, over all groups where there is no line for all.
fn counts(items: &[Node<'_>], key: &str, depth: usize, found: &mut Vec<Fact>) {
    let line = |item: &Node<'_>| -> Option<(String, u64, bool)> {
        let entries = item.entries();
        // A member's own ballot is no count.
        if entries.iter().any(|(key, _)| matches!(role(key), Some(Role::Id | Role::LastName | Role::Name))) {
            return None;
        }
        let word = entries.iter().filter_map(|(_, value)| value.scalar()).find(|text| {
            matches!(vocabulary::position(text), Some(Position::For | Position::Against | Position::Abstain))
        })?;
        let number = |(key, value): &(std::borrow::Cow<'_, str>, Node<'_>)| {
            is_count(key).then(|| value.scalar()).flatten().and_then(|text| text.parse().ok())
        };
        let has_group =
            entries.iter().any(|(key, value)| super::words::is_party(key) && *value != Node::Null);
        Some((word.into_owned(), entries.iter().find_map(number)?, has_group))
    };
    let lines: Vec<(String, u64, bool)> = items.iter().filter_map(line).collect();
    let has_overall = lines.iter().any(|(_, _, has_group)| !has_group);
    let mut seen = HashSet::new();
    for (word, _, _) in lines.iter().filter(|(word, _, _)| seen.insert(word.as_str())) {
        let of_word = lines.iter().filter(|(other, _, group)| other == word && !(has_overall && *group));
        let sum: u64 = of_word.map(|(_, count, _)| count).fold(0, |sum, count| sum.saturating_add(*count));
        let path = format!("{key}.{word}");
        if !found.iter().any(|fact| fact.path == path) {
            found.push(Fact {
                path,
                key: word.clone(),
                above: key.to_owned(),
                value: sum.to_string(),
                depth: depth + 1,
            });
        }
    }
}

pub(super) fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// What a roll call's facts say in the terms of the model.
pub(super) fn info(facts: &[Fact]) -> RollCallInfo {
    let best = |rank: &dyn Fn(&Fact) -> Option<usize>| -> Option<String> {
        facts
            .iter()
            .filter_map(|fact| Some((fact.depth * 8 + rank(fact)?, fact)))
            .min_by_key(|(rank, _)| *rank)
            .map(|(_, fact)| fact.value.clone())
    };
    let seats = best(&|fact| (field(&fact.key) == Some(Field::Seats)).then_some(0));
    let declared = declared(facts);
    let name = best(&|fact| (field(&fact.key) == Some(Field::Chamber)).then_some(0));
    let texts = facts.iter().map(|fact| (fact.key.as_str(), fact.value.as_str()));
    RollCallInfo {
        stated: outcome::stated(facts, declared.as_ref()).map(Box::new),
        known: Chambers::shipped().of_document(name.as_deref(), texts),
        id: best(&id_rank),
        title: best(&title_rank),
        date: best(&|fact| day_rank(fact)).map(|text| VoteDate::from_text(&text)),
        chamber: best(&|fact| {
            let is_spelled_out = fact.value.chars().count() > 2;
            (field(&fact.key) == Some(Field::Chamber) && is_spelled_out).then_some(0)
        }),
        procedure: best(&|fact| {
            (is_whole(&fact.key, Field::Procedure) && fact.value.contains(' ')).then_some(0)
        }),
        declared,
        seats: seats.and_then(|text| text.parse().ok()),
        ..RollCallInfo::default()
    }
}

/// The field that the last words of a key name.
fn field(key: &str) -> Option<Field> {
    let words = header_words(key);
    (0..words.len()).find_map(|dropped| vocabulary::label(&words[dropped..].join(" ")))
}

fn is_whole(key: &str, wanted: Field) -> bool {
    vocabulary::label(key) == Some(wanted)
}

fn id_rank(fact: &Fact) -> Option<usize> {
    let words = header_words(&fact.key).concat();
    match words.as_str() {
        "id" | "uid" | "identifier" => Some(1),
        "key" if fact.key == KEY => Some(7),
        "number" | "numero" | "nr" | "nummer" | "ref" => Some(3),
        _ => match vocabulary::role(&fact.key) {
            Some((Role::VoteId, Match::Whole)) => Some(0),
            Some((Role::VoteId, Match::Part)) => Some(4),
            Some((Role::Id, Match::Part)) => Some(5),
            _ => (is_whole(&fact.key, Field::Id)).then_some(3),
        },
    }
    .filter(|_| fact.value.chars().count() <= 80 && fact.depth < INHERITED)
}

fn title_rank(fact: &Fact) -> Option<usize> {
    let is_text = fact.value.contains(' ') && fact.value.chars().any(char::is_alphabetic);
    let with_above = format!("{} {}", fact.above, fact.key);
    let rank = if is_whole(&fact.key, Field::Title) || is_whole(&with_above, Field::Title) {
        1
    } else {
        match vocabulary::role(&fact.key) {
            Some((Role::VoteTitle, Match::Whole)) => 2,
            Some((Role::VoteTitle, Match::Part)) => 4,
            _ if field(&fact.key) == Some(Field::Title) => 3,
            _ => return None,
        }
    };
    is_text.then_some(rank)
}

fn day_rank(fact: &Fact) -> Option<usize> {
    const OTHER_DAYS: [&str; 12] = [
        "birth",
        "naissance",
        "death",
        "updated",
        "update",
        "modified",
        "created",
        "sync",
        "published",
        "agrement",
        "end",
        "fin",
    ];
    let words = header_words(&fact.key);
    if words.iter().any(|word| OTHER_DAYS.contains(&word.as_str())) {
        return None;
    }
    let is_named = field(&fact.key) == Some(Field::Date);
    let is_day = matches!(VoteDate::from_text(&fact.value), VoteDate::Day(_));
    match (is_named, is_day) {
        (true, true) => Some(0),
        (true, false) => fact.value.chars().any(|c| c.is_ascii_digit()).then_some(6),
        (false, _) => None,
    }
}

/// The result as announced: the outermost numbers under words for and against. Where several parts stand side by side (two
/// constituencies, two chambers) it is the part for the whole, else their sum.
pub(super) fn declared(facts: &[Fact]) -> Option<Declared> {
    let sides: Vec<Side<'_>> = facts.iter().filter_map(Side::of).collect();
    if let Some(whole) = of_parts(&sides) {
        return Some(whole);
    }
    let number = |wanted: Position| -> Option<Votes> {
        let of_position = sides.iter().filter(|side| side.position == wanted);
        of_position.min_by_key(|side| side.depth).map(|side| side.votes)
    };
    match (number(Position::For), number(Position::Against)) {
        (Some(in_favour), Some(against)) => {
            Some(Declared { in_favour, against, abstain: number(Position::Abstain) })
        }
        (None, None) => facts.iter().find_map(told),
        _ => None,
    }
}

/// A number under a word for a position.
struct Side<'f> {
    position: Position,
    votes: Votes,
    depth: usize,
    /// The keys that lead to where it stands.
    inside: &'f str,
}

impl<'f> Side<'f> {
    fn of(fact: &'f Fact) -> Option<Self> {
        let is_count = is_count(&fact.key);
        let position = key_position(if is_count { &fact.above } else { &fact.key })?;
        let without = |path: &'f str| path.rsplit_once('.').map_or("", |(above, _)| above);
        let inside = without(&fact.path);
        let inside = if is_count { without(inside) } else { inside };
        Some(Self { position, votes: whole(&fact.value)?, depth: fact.depth, inside })
    }
}

/// What parts that stand side by side come to together; `None` where there is one, or all say the same.
fn of_parts(sides: &[Side<'_>]) -> Option<Declared> {
    let depth = sides.iter().filter(|side| side.position == Position::For).map(|side| side.depth).min()?;
    let of_depth = || sides.iter().filter(|side| side.depth == depth);
    let mut places: Vec<&str> = Vec::new();
    for side in of_depth() {
        if !places.contains(&side.inside) {
            places.push(side.inside);
        }
    }
    let part = |place: &str| {
        let of = |wanted| {
            of_depth().find(|side| side.inside == place && side.position == wanted).map(|side| side.votes)
        };
        let (in_favour, against) = (of(Position::For)?, of(Position::Against)?);
        Some(Declared { in_favour, against, abstain: of(Position::Abstain) })
    };
    let (places, parts): (Vec<&str>, Vec<Declared>) =
        places.into_iter().filter_map(|place| Some((place, part(place)?))).unzip();
    let above = |place: &str| place.rsplit_once('.').map_or("", |(above, _)| above).to_owned();
    let are_siblings = places.windows(2).all(|pair| above(pair[0]) == above(pair[1]));
    if parts.len() < 2 || !are_siblings || parts.windows(2).all(|pair| pair[0] == pair[1]) {
        return None;
    }
    if let Some(named) = places.iter().position(|place| is_total(last_key(place))) {
        return Some(parts[named]);
    }
    let sum = |parts: &mut dyn Iterator<Item = &Declared>| {
        parts.fold(Declared { in_favour: Votes::ZERO, against: Votes::ZERO, abstain: None }, |sum, part| {
            Declared {
                in_favour: sum.in_favour + part.in_favour,
                against: sum.against + part.against,
                abstain: match (sum.abstain, part.abstain) {
                    (None, None) => None,
                    (a, b) => Some(a.unwrap_or(Votes::ZERO) + b.unwrap_or(Votes::ZERO)),
                },
            }
        })
    };
    // One of them may be the sum of the others, whatever it is called.
    let is_sum = |whole: &usize| {
        let others = &mut parts.iter().enumerate().filter(|(other, _)| other != whole).map(|(_, part)| part);
        let of_others = sum(others);
        (of_others.in_favour, of_others.against) == (parts[*whole].in_favour, parts[*whole].against)
    };
    match (0..parts.len()).find(is_sum).filter(|_| parts.len() > 2) {
        Some(whole) => Some(parts[whole]),
        None => Some(sum(&mut parts.iter())),
    }
}

/// `Nomination Confirmed (99-0)`.
fn told(fact: &Fact) -> Option<Declared> {
    let is_result = header_words(&fact.key)
        .iter()
        .any(|word| vocabulary::role(word) == Some((Role::Result, Match::Whole)));
    let (_, figures) = fact.value.strip_suffix(')').filter(|_| is_result)?.rsplit_once('(')?;
    let (in_favour, against) = figures.split_once(['-', '–'])?;
    Some(Declared { in_favour: whole(in_favour)?, against: whole(against)?, abstain: None })
}

fn whole(text: &str) -> Option<Votes> {
    text.bytes().all(|digit| digit.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

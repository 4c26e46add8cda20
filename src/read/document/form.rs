//! The forms that objects around ballots have: sides of a vote, candidates, groups, items that are alike.

use std::borrow::Cow;

use super::super::mapping::{Mapping, Role};
use super::facts::{Fact, KEY};
use super::node::Node;
use super::record::is_record;
use super::words::{is_party, key_position, role};
use crate::model::Position;

/// The position that a key of an object names, or that was chosen for it. Signs mean something only together: `+`
/// beside `-`.
pub(super) fn side_of(key: &str, node: &Node<'_>, given: Option<&Mapping>) -> Option<Position> {
    let chosen = given.and_then(|given| given.chosen_position(key));
    chosen.or_else(|| key_position(key)).or_else(|| {
        let sign = match key {
            "+" => Position::For,
            "-" => Position::Against,
            "0" => Position::Abstain,
            _ => return None,
        };
        (node.get("+").is_some() && node.get("-").is_some()).then_some(sign)
    })
}

/// The candidates of an election: lists of members under names, beside lists of those present or not voting.
pub(super) fn named_options<'n>(
    node: &'n Node<'n>,
    name: &str,
    given: Option<&Mapping>,
) -> Vec<(&'n str, &'n Node<'n>)> {
    let entries = node.entries();
    let all_lists = entries.len() > 1 && entries.iter().all(|(_, value)| matches!(value, Node::List(_)));
    let is_known = |key: &str| side_of(key, node, given).is_some();
    let is_votes = entries.iter().any(|(key, _)| is_known(key)) || role(name) == Some(Role::Position);
    if !all_lists || !is_votes {
        return Vec::new();
    }
    let has_members = |value: &Node<'_>| value.items().iter().all(is_record) && !value.items().is_empty();
    entries
        .iter()
        .filter(|(key, value)| !is_known(key) && role(key).is_none() && has_members(value))
        .map(|(key, value)| (key.as_ref(), value))
        .collect()
}

/// True for an item that is a party of the vote around it, or a list of one side, and no vote of its own.
pub(super) fn is_group(own: &[Fact], name: &str) -> bool {
    let near = || own.iter().filter(|fact| fact.depth <= 1);
    let has = |wanted: &[Role]| near().any(|fact| role(&fact.key).is_some_and(|role| wanted.contains(&role)));
    let has_day = has(&[Role::VoteDate, Role::VoteTitle]);
    let has_id =
        near().any(|fact| fact.key == KEY || matches!(role(&fact.key), Some(Role::Id | Role::VoteId)));
    !has_day && (is_party(name) || !has_id || has(&[Role::Party, Role::PartyShort]))
}

/// True for an object of several objects with the same keys.
pub(super) fn are_alike(entries: &[(Cow<'_, str>, Node<'_>)]) -> bool {
    let [(_, first), rest @ ..] = entries else { return false };
    let is_named =
        entries.iter().any(|(key, _)| key_position(key).is_some() || matches!(key.as_ref(), "+" | "-"));
    !rest.is_empty()
        && !is_named
        && first.entries().len() > 1
        && rest.iter().all(|(_, value)| is_like(value, first))
}

/// True for an object with most of the keys of another.
pub(super) fn is_like(node: &Node<'_>, model: &Node<'_>) -> bool {
    const MOST_KEYS: usize = 500;
    let longest = node.entries().len().max(model.entries().len());
    // No record has so many keys: they are names themselves.
    if longest > MOST_KEYS {
        return false;
    }
    let shared = node.entries().iter().filter(|(key, _)| model.get(key).is_some()).count();
    matches!(node, Node::Object(_)) && shared * 10 >= longest * 6
}

pub(super) fn key_fact(key: &str) -> Fact {
    Fact { path: KEY.to_owned(), key: KEY.to_owned(), above: String::new(), value: key.to_owned(), depth: 0 }
}

//! Graphs of nodes and links: a link from a member to a motion is a vote for it.
//!
//! Those who are not linked may have been against, absent or abstaining: the graph does not say, and the
//! number of votes against stays unknown.

use std::collections::{HashMap, HashSet};

use super::super::mapping::Role;
use super::super::vocabulary;
use super::super::words::header_words;
use super::facts::facts;
use super::node::Node;
use super::search::{Ballot, Event, Paths, Search};

/// The word of a link that has none of its own.
pub(super) const LINK: &str = "link";

/// The votes of a graph, if the document is one and some of its nodes are motions.
pub(super) fn search(root: &Node<'_>) -> Option<Search<'static>> {
    let nodes = root.get("nodes")?.items();
    let links = ["links", "edges"].into_iter().find_map(|key| root.get(key))?.items();
    let by_id: HashMap<String, &Node<'_>> =
        nodes.iter().filter_map(|node| Some((node.text_at(&["id"])?.into_owned(), node))).collect();
    let ends = |key: &str| -> Option<Vec<String>> {
        links.iter().map(|link| Some(link.text_at(&[key])?.into_owned())).collect()
    };
    let (sources, targets) = (ends("source")?, ends("target")?);
    // `Bill` is also somebody's name: a side is motions where nearly all of its nodes say so.
    let are_motions = |ids: &[String]| {
        let ids: HashSet<&String> = ids.iter().collect();
        let motions = ids.iter().filter(|id| by_id.get(**id).is_some_and(|node| is_motion(node))).count();
        motions * 10 >= ids.len() * 9
    };
    let (members, motions) = match (are_motions(&sources), are_motions(&targets)) {
        (false, true) => (sources, targets),
        (true, false) => (targets, sources),
        _ => return None,
    };
    let mut by_motion: HashMap<String, Vec<(String, &Node<'_>)>> = HashMap::new();
    for ((member, motion), link) in members.into_iter().zip(motions).zip(links) {
        by_motion.entry(motion).or_default().push((member, link));
    }
    if by_motion.is_empty() {
        return None;
    }
    let mut found = Search::default();
    let order = nodes
        .iter()
        .filter_map(|node| node.text_at(&["id"]))
        .filter(|id| by_motion.contains_key(id.as_ref()));
    for id in order {
        let mut event = Event {
            facts: by_id.get(id.as_ref()).map(|node| facts(node)).unwrap_or_default(),
            lists_only_for: true,
            ..Event::default()
        };
        for (member, link) in by_motion.get(id.as_ref()).into_iter().flatten() {
            let word =
                facts(link).into_iter().map(|fact| fact.value).find(|v| vocabulary::position(v).is_some());
            event.lists_only_for &= word.is_none();
            let mut ballot =
                Ballot { word: Some(word.unwrap_or_else(|| LINK.to_owned())), ..Ballot::default() };
            fill(&mut ballot, &mut found.paths, member, by_id.get(member));
            event.ballots.push(ballot);
        }
        found.events.push(event);
    }
    Some(found)
}

fn fill(ballot: &mut Ballot, paths: &mut Paths, id: &str, node: Option<&&Node<'_>>) {
    let known = node.map(|node| facts(node)).unwrap_or_default();
    if known.is_empty() {
        ballot.cells.push((paths.number("id"), id.to_owned()));
    }
    ballot.cells.extend(known.into_iter().map(|fact| (paths.number(&fact.path), fact.value)));
}

/// True for a node that says of itself that it is voted on.
fn is_motion(node: &Node<'_>) -> bool {
    node.entries().iter().filter_map(|(_, value)| value.scalar()).any(|text| {
        let words = header_words(&text);
        let role = words.first().and_then(|first| vocabulary::role(first)).map(|(role, _)| role);
        words.len() <= 3 && matches!(role, Some(Role::VoteTitle | Role::VoteId | Role::Position))
    })
}

//! Records that name others of the same document: ballots that name their vote, links between members and motions.
//!
//! Goes in: the lists of a document. Comes out: an [`Anchor`] with the votes that rows name as the level above them.
//! Must not know: where words of a vote stand.

use hashbrown::{HashMap, HashSet};

use super::anchor::{Anchor, Item};
use super::node::Node;
use super::schema::Schema;
use super::subject::{self, last_key};
use super::words::role;
use crate::read::mapping::Role;
use crate::read::vocabulary;
use crate::read::vocabulary::words::header_words;

/// Keys of identifiers, the one that others name first.
const IDS: [&str; 8] = ["pk", "id", "_id", "uid", "uuid", "identifier", "key", "slug"];

/// Words of a key that say only that it is an identifier.
const NOISE: [&str; 9] = ["id", "pk", "ref", "uid", "key", "no", "number", "nr", "fk"];

/// The votes of a graph of nodes and links, where nodes say that they are motions: a link from a member to a motion is
/// a vote for it, unless it has a word of its own.
pub(super) fn graph<'n, 'a>(schema: &Schema, root: &'n Node<'a>) -> Option<Anchor<'n, 'a>> {
    let nodes = root.get("nodes")?.items();
    let name = ["links", "edges"].into_iter().find(|key| root.get(key).is_some())?;
    let place = (0..schema.places.len())
        .find(|&place| schema.places[place].name() == name && schema.path(place).len() == 2)?;
    let mut anchor = Anchor::at(schema, place, root);
    let by_id: HashMap<String, &'n Node<'a>> =
        nodes.iter().filter_map(|node| Some((node.text_at(&["id"])?.into_owned(), node))).collect();
    let ends = |key: &str| -> Option<Vec<String>> {
        anchor.rows().iter().map(|link| Some(link.node.text_at(&[key])?.into_owned())).collect()
    };
    let (sources, targets) = (ends("source")?, ends("target")?);
    // `Bill` is also somebody's name: a side is motions where nearly all of its nodes say so.
    let are_motions = |ids: &[String]| {
        let ids: HashSet<&String> = ids.iter().collect();
        let motions = ids.iter().filter(|id| by_id.get(**id).is_some_and(|node| is_motion(node))).count();
        !ids.is_empty() && motions * 10 >= ids.len() * 9
    };
    let (members, motions) = match (are_motions(&sources), are_motions(&targets)) {
        (false, true) => (sources, targets),
        (true, false) => (targets, sources),
        _ => return None,
    };
    let named: HashSet<&String> = motions.iter().collect();
    let votes: Vec<&'n Node<'a>> = nodes
        .iter()
        .filter(|node| node.text_at(&["id"]).is_some_and(|id| named.contains(&id.into_owned())))
        .collect();
    for (row, member) in members.iter().enumerate() {
        anchor.set_linked(row, by_id.get(member).copied());
    }
    anchor.put_above(place, &votes, |vote| vote.text_at(&["id"]).map(std::borrow::Cow::into_owned), &motions);
    Some(anchor)
}

/// True for a node that says of itself that it is voted on.
fn is_motion(node: &Node<'_>) -> bool {
    node.entries().iter().filter_map(|(_, value)| value.scalar()).any(|text| {
        let words = header_words(&text);
        let role = words.first().and_then(|first| vocabulary::role(first)).map(|(role, _)| role);
        words.len() <= 3 && matches!(role, Some(Role::VoteTitle | Role::VoteId | Role::Position))
    })
}

/// The rows of an anchor below the votes that one of their cells names.
pub(super) fn below_votes<'n, 'a>(
    schema: &Schema,
    rows: &Anchor<'n, 'a>,
    lists: &[Anchor<'n, 'a>],
) -> Option<Anchor<'n, 'a>> {
    let own = rows.levels[rows.bottom()].place;
    let texts = texts_by_path(schema, rows);
    for list in lists {
        let place = list.levels[list.bottom()].place;
        if place == own || list.rows().is_empty() {
            continue;
        }
        let Some(id) = identifier(list.rows()) else { continue };
        let ids: HashSet<String> = list.rows().iter().filter_map(|item| id_of(item, &id)).collect();
        let names = (0..texts.len()).filter(|&path| is_named_after(&texts[path].0, schema, place));
        let found = names.into_iter().find(|&path| {
            let texts = &texts[path].1;
            texts.len() == rows.rows().len() && texts.iter().all(|text| ids.contains(text))
        });
        let Some(path) = found else { continue };
        let subject = subject::of(schema, list, list.bottom());
        if subject.are_members() {
            continue;
        }
        let mut joined = rows.clone();
        let votes: Vec<&'n Node<'a>> = list.rows().iter().map(|item| item.node).collect();
        joined.put_above(place, &votes, |vote| id_text(vote, &id), &texts[path].1);
        return Some(joined);
    }
    None
}

/// The texts of every path in the rows that all of them have.
fn texts_by_path(schema: &Schema, rows: &Anchor<'_, '_>) -> Vec<(String, Vec<String>)> {
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    let bottom = rows.bottom();
    for (number, item) in rows.rows().iter().enumerate() {
        rows.cells(schema, bottom, item, &mut |path, text| {
            if number == 0 {
                texts.push((path.to_owned(), Vec::new()));
            }
            if let Some((_, of_path)) = texts.iter_mut().find(|(known, _)| known == path)
                && of_path.len() == number
            {
                of_path.push(text.into_owned());
            }
        });
        texts.retain(|(_, of_path)| of_path.len() == number + 1);
    }
    texts
}

/// The key of the items' identifiers, each of which stands once.
fn identifier(items: &[Item<'_, '_>]) -> Option<String> {
    IDS.iter().find_map(|key| {
        let ids: Option<HashSet<String>> = items.iter().map(|item| id_text(item.node, key)).collect();
        ids.filter(|ids| ids.len() == items.len()).map(|_| (*key).to_owned())
    })
}

fn id_of(item: &Item<'_, '_>, key: &str) -> Option<String> {
    id_text(item.node, key)
}

fn id_text(node: &Node<'_>, key: &str) -> Option<String> {
    node.text_at(&[key]).map(std::borrow::Cow::into_owned)
}

/// True for a path that says which list it names: `fields.votation` and `vote_event_id` beside a list of them.
fn is_named_after(path: &str, schema: &Schema, place: usize) -> bool {
    let singular = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    let kind = schema.places[place].kind.as_ref().map(|kind| last_key(&kind.text).to_owned());
    let list: Vec<String> = header_words(kind.as_deref().unwrap_or_else(|| schema.name(place)))
        .iter()
        .map(|word| singular(word))
        .collect();
    let own: Vec<String> = header_words(last_key(path))
        .iter()
        .filter(|word| !NOISE.contains(&word.as_str()))
        .map(|word| singular(word))
        .collect();
    let is_vote = matches!(role(last_key(path)), Some(Role::VoteId));
    !list.is_empty() && ((!own.is_empty() && (own == list || own.concat() == list.concat())) || is_vote)
}

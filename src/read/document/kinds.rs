//! Lists that mix records of several kinds (`{"model": "vote", …}` beside `{"model": "member", …}`), parted by the
//! key that says which kind each is.
//!
//! Must not know: what the kinds are.

use hashbrown::{HashMap, HashSet};

use super::node::Node;
use super::schema::Kind;

/// So many kinds at most.
const MOST_KINDS: usize = 40;
/// So many records of each kind are compared.
const SAMPLE: usize = 40;

/// What records of every kind may have: numbers, places and what wraps the others.
const ENVELOPE: [&str; 22] = [
    "id",
    "_id",
    "pk",
    "uid",
    "uuid",
    "guid",
    "key",
    "url",
    "uri",
    "href",
    "self",
    "links",
    "slug",
    "created",
    "updated",
    "created_at",
    "updated_at",
    "version",
    "attributes",
    "fields",
    "relationships",
    "properties",
];

/// The items by kind, in the order in which kinds first come; all together where they are of one kind.
pub(super) fn part<'n, 'a>(items: &[&'n Node<'a>]) -> Vec<(Option<Kind>, Vec<&'n Node<'a>>)> {
    let all_objects = items.len() > 1 && items.iter().all(|item| matches!(item, Node::Object(_)));
    let found = if all_objects { dividing_key(items) } else { None };
    let Some(key) = found else { return vec![(None, items.to_vec())] };
    let mut parts: Vec<(Option<Kind>, Vec<&'n Node<'a>>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for item in items {
        let text = item.text_at(&[&key]).unwrap_or_default().into_owned();
        let place = *places.entry(text.clone()).or_insert_with(|| {
            parts.push((Some(Kind { key: key.clone(), text }), Vec::new()));
            parts.len() - 1
        });
        parts[place].1.push(item);
    }
    parts
}

/// The key whose text says which other keys a record has.
fn dividing_key(items: &[&Node<'_>]) -> Option<String> {
    let step = items.len().div_ceil(2_000);
    let mut candidates: Vec<&str> = items[0]
        .entries()
        .iter()
        .filter(|(key, value)| matches!(value, Node::Text(_)) && !ENVELOPE.contains(&key.as_ref()))
        .map(|(key, _)| key.as_ref())
        .collect();
    // Records that all have the same keys are of one kind; this is nearly always so, and seen at once.
    let first = keys_of(items[0]);
    let mixes = items.iter().step_by(step).any(|item| keys_of(item).is_disjoint_beyond_envelope(&first));
    if !mixes {
        return None;
    }
    candidates.retain(|key| items.iter().all(|item| matches!(item.get(key), Some(Node::Text(_)))));
    candidates.into_iter().find(|key| divides(items, key)).map(str::to_owned)
}

/// The keys of a record, and of the objects in it.
struct RecordKeys<'n> {
    keys: HashSet<(&'n str, &'n str)>,
    lists: HashSet<&'n str>,
}

fn keys_of<'n>(node: &'n Node<'_>) -> RecordKeys<'n> {
    const MOST_KEYS: usize = 200;
    let mut found = RecordKeys { keys: HashSet::new(), lists: HashSet::new() };
    for (key, value) in node.entries().iter().take(MOST_KEYS) {
        match value {
            Node::Object(inner) => {
                found
                    .keys
                    .extend(inner.iter().take(MOST_KEYS).map(|(name, _)| (key.as_ref(), name.as_ref())));
            }
            Node::List(_) => {
                found.keys.insert(("", key));
                found.lists.insert(key);
            }
            _ => {
                found.keys.insert(("", key));
            }
        }
    }
    found
}

impl RecordKeys<'_> {
    fn own(&self) -> impl Iterator<Item = &(&str, &str)> {
        self.keys.iter().filter(|(above, key)| !(above.is_empty() && ENVELOPE.contains(key)))
    }

    /// True where two records share nothing but what records of every kind have. A text that says the kind is
    /// shared.
    fn is_disjoint_beyond_envelope(&self, other: &RecordKeys<'_>) -> bool {
        let shared = self.own().filter(|key| other.keys.contains(*key)).count();
        let smaller = self.own().count().min(other.own().count());
        smaller > 1 && shared <= 1 && self.lists.is_disjoint(&other.lists)
    }
}

/// True where the records of each kind share most of their keys, and those of two kinds next to none.
fn divides(items: &[&Node<'_>], key: &str) -> bool {
    let mut by_text: HashMap<String, Vec<RecordKeys<'_>>> = HashMap::new();
    for item in items {
        let text = item.text_at(&[key]).unwrap_or_default().into_owned();
        if by_text.len() >= MOST_KINDS && !by_text.contains_key(&text) {
            return false;
        }
        let sample = by_text.entry(text).or_default();
        if sample.len() < SAMPLE {
            sample.push(keys_of(item));
        }
    }
    let samples: Vec<&Vec<RecordKeys<'_>>> = by_text.values().collect();
    let is_one_kind = |sample: &Vec<RecordKeys<'_>>| {
        let first = &sample[0];
        sample.iter().all(|other| {
            let shared = first.keys.intersection(&other.keys).count();
            shared * 10 >= first.keys.len().max(other.keys.len()) * 6
        })
    };
    let apart = |a: usize, b: usize| samples[a][0].is_disjoint_beyond_envelope(&samples[b][0]);
    samples.len() > 1
        && samples.iter().all(|sample| is_one_kind(sample))
        && (0..samples.len()).all(|a| (0..a).all(|b| apart(a, b)))
}

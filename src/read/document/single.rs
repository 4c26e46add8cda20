//! Lists of one, which converters from XML write as the one item itself.
//!
//! Where a key holds a list in one place and an object in another, under the same key above, the object is
//! made a list too: a party whose only member voted against is read like the others.

use std::borrow::Cow;
use std::collections::HashSet;

use super::node::Node;

/// Makes lists of single objects whose like are lists elsewhere in the document.
pub(super) fn unify(root: &mut Node<'_>) {
    let mut lists = HashSet::new();
    collect(root, "", &mut lists);
    if !lists.is_empty() {
        wrap(root, "", &lists);
    }
}

fn collect(node: &Node<'_>, above: &str, lists: &mut HashSet<(String, String)>) {
    match node {
        Node::List(items) => items.iter().for_each(|item| collect(item, above, lists)),
        Node::Object(entries) => {
            for (key, value) in entries {
                let is_list =
                    matches!(value, Node::List(items) if matches!(items.first(), Some(Node::Object(_))));
                if is_list && !lists.contains(&(above.to_owned(), key.to_string())) {
                    lists.insert((above.to_owned(), key.to_string()));
                }
                collect(value, key, lists);
            }
        }
        _ => {}
    }
}

fn wrap(node: &mut Node<'_>, above: &str, lists: &HashSet<(String, String)>) {
    match node {
        Node::List(items) => items.iter_mut().for_each(|item| wrap(item, above, lists)),
        Node::Object(entries) => {
            for (key, value) in entries {
                let key: &Cow<'_, str> = key;
                wrap(value, key, lists);
                let is_single = matches!(value, Node::Object(_));
                if is_single && lists.contains(&(above.to_owned(), key.to_string())) {
                    let single = std::mem::replace(value, Node::Null);
                    *value = Node::List(vec![single]);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::json;
    use super::*;

    #[test]
    fn a_single_item_is_a_list_where_others_are() {
        let text = r#"[{"pours": {"votant": [{"a": 1}, {"a": 2}]}}, {"pours": {"votant": {"a": 3}}}, {"contres": {"votant": {"a": 4}}}]"#;
        let mut node = json::parse(text).expect("JSON");
        unify(&mut node);
        let votant = |index: usize, side: &str| node.items()[index].at(&[side, "votant"]).cloned();
        assert!(matches!(votant(1, "pours"), Some(Node::List(items)) if items.len() == 1));
        assert!(matches!(votant(2, "contres"), Some(Node::Object(_))), "nothing says that it is a list");
    }
}

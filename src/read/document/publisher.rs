//! Codes of publishers that no vocabulary can have, because elsewhere they mean something else.
//!
//! A publisher is known by the form of its documents, and what it says is held against its own totals.

use std::borrow::Cow;

use super::node::Node;

/// Writes a publisher's codes as words, where the document is one of theirs.
pub(super) fn spell_out(node: &mut Node<'_>) {
    match node {
        Node::List(items) if items.iter().any(is_europarl) => {
            let all_agree = items.iter().all(agrees);
            items.iter_mut().filter(|_| all_agree).for_each(spell_out_europarl);
        }
        Node::List(items) => items.iter_mut().for_each(spell_out),
        Node::Object(_) if is_europarl(node) && agrees(node) => spell_out_europarl(node),
        Node::Object(entries) => {
            spell_out_causes(entries);
            for (_, value) in entries {
                spell_out(value);
            }
        }
        _ => {}
    }
}

/// Archives of the European Parliament's votes with `{"m": 840, "v": "F", "g": "EPP"}` for each member.
const EUROPARL: [(&str, &str, &str); 3] =
    [("F", "for", "FOR"), ("A", "against", "AGAINST"), ("B", "abstention", "ABSTENTION")];

fn is_europarl(node: &Node<'_>) -> bool {
    let is_ballot = |ballot: &Node<'_>| ["m", "v", "g"].iter().all(|key| ballot.get(key).is_some());
    node.at(&["totals", "for"]).is_some()
        && node.at(&["totals", "against"]).is_some()
        && node
            .get("votes")
            .is_some_and(|votes| !votes.items().is_empty() && votes.items().iter().all(is_ballot))
}

/// The codes name no more members than the totals say; some may be missing.
fn agrees(node: &Node<'_>) -> bool {
    let votes = node.get("votes").map_or(&[][..], Node::items);
    EUROPARL.iter().all(|(code, total, _)| {
        let named = votes.iter().filter(|vote| vote.text_at(&["v"]).as_deref() == Some(code)).count();
        let said = node.text_at(&["totals", total]).and_then(|text| text.parse::<usize>().ok());
        said.is_none_or(|said| named <= said)
    })
}

fn spell_out_europarl(node: &mut Node<'_>) {
    let Node::Object(entries) = node else { return };
    if !entries.iter().any(|(key, _)| key == "chamber") {
        entries.push((Cow::Borrowed("chamber"), Node::Text(Cow::Borrowed("European Parliament"))));
    }
    let votes = entries.iter_mut().filter(|(key, _)| key == "votes").map(|(_, value)| value);
    for vote in
        votes.filter_map(|votes| if let Node::List(items) = votes { Some(items) } else { None }).flatten()
    {
        let Node::Object(cells) = vote else { continue };
        for (key, value) in cells {
            match key.as_ref() {
                "m" => *key = Cow::Borrowed("member_id"),
                "g" => *key = Cow::Borrowed("group"),
                "v" => {
                    *key = Cow::Borrowed("vote");
                    let code = value.scalar().unwrap_or_default().into_owned();
                    if let Some((_, _, word)) = EUROPARL.iter().find(|(known, _, _)| *known == code) {
                        *value = Node::Text(Cow::Borrowed(word));
                    }
                }
                _ => {}
            }
        }
    }
}

/// The Assemblée nationale says why a member did not vote: `PSE` in the chair of the sitting, `PAN` president
/// of the house, `MG` member of the government. The word becomes the member's own.
fn spell_out_causes(entries: &mut Vec<(Cow<'_, str>, Node<'_>)>) {
    let cause = entries
        .iter()
        .find(|(key, _)| key == "causePositionVote")
        .and_then(|(_, value)| value.scalar().map(Cow::into_owned));
    if let Some(cause) = cause.filter(|cause| matches!(cause.as_str(), "PSE" | "PAN" | "MG")) {
        entries.push((Cow::Borrowed(OWN_WORD), Node::Text(Cow::Owned(format!("nonVotant {cause}")))));
    }
}

/// The key of a word that goes before the word of the list a member stands in.
pub(super) const OWN_WORD: &str = "#word";

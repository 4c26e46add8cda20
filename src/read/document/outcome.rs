//! What a document says of the result of a vote, and of the majority that it needed.
//!
//! Goes in: the facts of a vote. Comes out: the result in words, with the majority. Must not know: ballots, counts.

use super::facts::{Fact, INHERITED};
use crate::model::{Declared, Stated, Verdict};
use crate::read::mapping::Role;
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Match};
use crate::read::{vocabulary::majorities, vocabulary::results};

/// The result that the facts state. Of several the one that stands least deep and says most: `sort.code` before
/// `sort.libelle`, a word that is known before one that is not.
pub(super) fn stated(facts: &[Fact], declared: Option<&Declared>) -> Option<Stated> {
    let of_vote = || facts.iter().filter(|fact| fact.depth < INHERITED && !is_of_bill(fact));
    let results = of_vote().filter_map(|fact| {
        let header = results::stated_by(&fact.key);
        // `status` may be that of a bill; a word for the result of a vote, and nothing else, is not.
        let is_status = header_words(&fact.key).concat() == "status";
        let says = if is_status { results::exact(&fact.value) } else { results::result(&fact.value) };
        let is_labelled = results::is_label(&fact.key) && says.is_some();
        let is_known = header.is_some() || heads(fact, Role::Result) || is_labelled;
        is_known.then(|| (fact, results::result_under(header, &fact.value)))
    });
    let found: Option<(&Fact, Option<Verdict>)> =
        results.min_by_key(|(fact, result)| (result.is_none(), fact.depth));
    let (text, result) = match found {
        Some((fact, result)) => (text_of(fact, result, facts), result),
        None => (String::new(), None),
    };
    let needed = || of_vote().filter(|fact| heads(fact, Role::Requirement));
    let is_number = |fact: &&Fact| fact.value.bytes().all(|byte| byte.is_ascii_digit());
    let number = needed().filter(is_number).find(|fact| majorities::heads_a_number(&fact.key));
    let words = needed().find(|fact| !is_number(fact) && majorities::requirement(&fact.value).is_some());
    let majority = majorities::stated(
        words.map(|fact| fact.value.as_str()),
        number.map(|fact| fact.value.as_str()),
        declared,
    );
    Stated { result, text, majority }.some()
}

/// The words of a result; of a flag (`is_accepted: true`) its key with them.
fn text_of(fact: &Fact, result: Option<Verdict>, facts: &[Fact]) -> String {
    if result.is_some() && results::result(&fact.value).is_none() {
        return format!("{}: {}", fact.key, fact.value);
    }
    // A code and its words, side by side: the words say more.
    if !is_part(&fact.key) {
        return fact.value.clone();
    }
    let is_longer = |other: &&Fact| {
        other.path != fact.path
            && other.above == fact.above
            && is_part(&other.key)
            && other.depth == fact.depth
            && other.value.len() > fact.value.len()
            && results::result(&other.value) == result
    };
    let longer = facts.iter().find(is_longer).filter(|_| result.is_some());
    longer.unwrap_or(fact).value.clone()
}

/// True where the key of a fact, or the one above it (`sort.code`), heads this.
fn heads(fact: &Fact, wanted: Role) -> bool {
    let words = header_words(&fact.key);
    // The last words of a key count: `vote_result`, `nbrSuffragesRequis`.
    let is_head = |words: &[String]| {
        (0..words.len())
            .any(|dropped| vocabulary::role(&words[dropped..].join(" ")) == Some((wanted, Match::Whole)))
    };
    is_head(&words) || (is_part(&fact.key) && is_head(&header_words(&fact.above)))
}

/// True for a key that heads a part of what the key above it heads: `code`, `libelle`.
fn is_part(key: &str) -> bool {
    const PARTS: [&str; 7] = ["code", "libelle", "label", "text", "name", "value", "type"];
    PARTS.contains(&header_words(key).join(" ").as_str())
}

/// True for what is said of the bill, and not of the vote.
fn is_of_bill(fact: &Fact) -> bool {
    const BILLS: [&str; 9] =
        ["bill", "law", "act", "document", "dossier", "proposal", "amendment", "nomination", "history"];
    let words = header_words(&fact.path);
    let around = words.len() - header_words(&fact.key).len().min(words.len());
    words[..around].iter().any(|word| BILLS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Requirement;
    use crate::read::{Source, read};

    /// The stated result of the one vote of a document: result, words, majority.
    fn of(document: &str) -> Option<(Option<Verdict>, String, Option<String>)> {
        let reading = read(&Source::new("test.json", document)).expect("a vote");
        let info = reading.roll_call().expect("one vote").info();
        let stated = info.stated.as_ref()?;
        let majority = stated.majority.as_ref().map(|majority| match majority.requirement {
            Requirement::Rule(rule) | Requirement::Share(rule) => rule.to_string(),
            Requirement::QuorumCall => "quorum".to_owned(),
            Requirement::Other => "other".to_owned(),
        });
        Some((stated.result, stated.text.clone(), majority))
    }

    const VOTES: &str = r#""votes": {"Yea": [{"id": "1", "name": "A"}, {"id": "2", "name": "B"}],
        "Nay": [{"id": "3", "name": "C"}]}"#;

    #[test]
    fn results_under_their_keys() {
        for (facts, expected) in [
            (r#""result": "Failed", "requires": "2/3""#, Some((Some(Verdict::Rejected), "Failed"))),
            (
                r#""vote_result": "Cloture Motion Rejected""#,
                Some((Some(Verdict::Rejected), "Cloture Motion Rejected")),
            ),
            (r#""is_accepted": true"#, Some((Some(Verdict::Adopted), "is_accepted: true"))),
            (r#""vedtatt": false"#, Some((Some(Verdict::Rejected), "vedtatt: false"))),
            (r#""result": "pending""#, Some((None, "pending"))),
            (r#""bill": {"result": "Passed", "number": 5}"#, None),
            (r#""title": "The motion was carried""#, None),
        ] {
            let found = of(&format!("{{\"id\": \"9\", {facts}, {VOTES}}}"));
            let found = found.map(|(result, text, _)| (result, text));
            let expected = expected.map(|(result, text)| (result, text.to_owned()));
            assert_eq!(found, expected, "{facts}");
        }
        let (_, _, majority) =
            of(&format!("{{\"result\": \"Failed\", \"requires\": \"2/3\", {VOTES}}}")).expect("stated");
        assert_eq!(majority.as_deref(), Some("2/3 of for+against tie fails"));
    }

    #[test]
    fn a_code_with_its_words() {
        let facts = r#""numero": "1000", "typeVote": {"codeTypeVote": "MOC",
            "typeMajorite": "majorité des membres composant l'Assemblée"},
            "sort": {"code": "rejeté", "libelle": "L'Assemblée nationale n'a pas adopté"},
            "syntheseVote": {"nombreVotants": "2", "nbrSuffragesRequis": "289"}"#;
        let (result, text, majority) = of(&format!("{{{facts}, {VOTES}}}")).expect("stated");
        assert_eq!(result, Some(Verdict::Rejected));
        assert_eq!(text, "L'Assemblée nationale n'a pas adopté");
        assert_eq!(majority.as_deref(), Some("289 of members tie fails"));
    }
}

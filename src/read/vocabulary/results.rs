//! Words for the result of a vote: `assets/vocabulary/results.csv`.
//!
//! Goes in: a text under a header that speaks of a result. Comes out: adopted, rejected, tied, no quorum, or nothing.
//! Must not know: where the text stands, counts.

use std::sync::LazyLock;

use crate::model::{Position, Verdict};
use crate::read::Role;
use crate::read::infer::mark;
use crate::read::vocabulary::phrases::{Found, Phrases, words_of};
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Match};

static RESULTS: LazyLock<Phrases<Verdict>> = LazyLock::new(|| {
    let rows = vocabulary::rows(include_str!("../../../assets/vocabulary/results.csv"));
    Phrases::new(rows.filter_map(|(key, words)| Some((verdict(key)?, words))))
});

fn verdict(key: &str) -> Option<Verdict> {
    [Verdict::Adopted, Verdict::Rejected, Verdict::Tied, Verdict::NoQuorum]
        .into_iter()
        .find(|verdict| verdict.key() == key)
}

/// A longer text is no result, but about one.
const MOST_WORDS: usize = 24;

/// What the words of a result come to. `Cloture Motion Rejected`, `L'Assemblée nationale n'a pas adopté`, `Nomination
/// Confirmed (99-0)`; of several the last decides.
pub(in crate::read) fn result(text: &str) -> Option<Verdict> {
    const LONGEST: usize = 400;
    if text.len() > LONGEST {
        return None;
    }
    let words = words_of(text);
    if let Some(whole) = RESULTS.whole(&words) {
        return Some(whole);
    }
    if words.len() > MOST_WORDS || words.iter().any(|word| is_of_bills_life(word)) {
        return None;
    }
    let Found { meaning, first } = RESULTS.within(&words).pop()?;
    Some(if is_negated(&words[..first]) { turned_round(meaning) } else { meaning })
}

/// The same for a text that is nothing else.
pub(in crate::read) fn exact(text: &str) -> Option<Verdict> {
    RESULTS.whole(&words_of(text))
}

/// What a cell says under a header that states a result itself: `is_accepted`, `passed`, `vedtatt`.
pub(in crate::read) fn result_under(header: Option<Verdict>, cell: &str) -> Option<Verdict> {
    match (header, mark(cell)) {
        (Some(stated), Some(true)) => Some(stated),
        (Some(stated), Some(false)) if !cell.trim().is_empty() => Some(turned_round(stated)),
        (Some(stated), None) => match vocabulary::position(cell) {
            Some(Position::For) => Some(stated),
            Some(Position::Against) => Some(turned_round(stated)),
            _ => result(cell),
        },
        _ => result(cell),
    }
}

/// The result that a header states.
pub(in crate::read) fn stated_by(header: &str) -> Option<Verdict> {
    const AROUND: [&str; 8] = ["is", "was", "has", "been", "vote", "motion", "bill", "question"];
    let words: Vec<String> =
        header_words(header).into_iter().filter(|word| !AROUND.contains(&word.as_str())).collect();
    RESULTS.whole(&words).filter(|verdict| matches!(verdict, Verdict::Adopted | Verdict::Rejected))
}

/// True for a word that heads the result of a vote: a label before `PASS`.
pub(in crate::read) fn is_label(text: &str) -> bool {
    const LABELS: [&str; 6] =
        ["decision", "status", "verdict", "vote result", "motion result", "final result"];
    matches!(vocabulary::role(text), Some((Role::Result, Match::Whole)))
        || LABELS.contains(&header_words(text).join(" ").as_str())
}

fn turned_round(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Adopted => Verdict::Rejected,
        Verdict::Rejected => Verdict::Adopted,
        other => other,
    }
}

/// True where the words before a result end in one of negation, whatever auxiliaries stand between.
fn is_negated(before: &[String]) -> bool {
    const NEGATIONS: [&str; 23] = [
        "not", "never", "no", "non", "pas", "nicht", "niet", "ikke", "inte", "ej", "ekki", "nao", "nie",
        "ne", "ni", "nu", "nem", "ei", "nije", "не", "δεν", "לא", "لم",
    ];
    const BETWEEN: [&str; 48] = [
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "a", "ont", "est", "sont",
        "ete", "etait", "ist", "sind", "wird", "werden", "wurde", "wurden", "es", "fue", "fueron", "ha",
        "han", "sido", "se", "foi", "foram", "e", "stato", "stata", "stati", "er", "ble", "blev", "blevet",
        "har", "je", "byl", "byla", "bylo", "zostal", "zostala", "zostalo", "fost",
    ];
    let word = before.iter().rev().find(|word| !BETWEEN.contains(&word.as_str()));
    word.is_some_and(|word| NEGATIONS.contains(&word.as_str()) || word.ends_with("n't"))
}

/// Words of what becomes of a bill once votes are over.
fn is_of_bills_life(word: &str) -> bool {
    const LIFE: [&str; 9] =
        ["law", "signed", "enacted", "chaptered", "vetoed", "governor", "effective", "assent", "enrolled"];
    LIFE.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_line_of_the_table_is_understood_and_stands_once() {
        let mut seen = HashSet::new();
        for (key, words) in vocabulary::rows(include_str!("../../../assets/vocabulary/results.csv")) {
            assert!(verdict(key).is_some(), "{key},{words}");
            assert!(seen.insert(words_of(words).join(" ")), "{key},{words} stands twice");
            assert_eq!(result(words), verdict(key), "{key},{words}");
        }
    }

    #[test]
    fn words_and_sentences_in_many_languages() {
        use Verdict::{Adopted, NoQuorum, Rejected, Tied};
        for (text, expected) in [
            ("PASS", Some(Adopted)),
            ("Passed", Some(Adopted)),
            ("Carried", Some(Adopted)),
            ("Lost", Some(Rejected)),
            ("Negatived", Some(Rejected)),
            ("Agreed to", Some(Adopted)),
            ("Not agreed to", Some(Rejected)),
            ("Motion Agreed to", Some(Adopted)),
            ("Cloture Motion Rejected", Some(Rejected)),
            ("Cloture on the Motion to Proceed Not Agreed to", Some(Rejected)),
            ("Veto Sustained", Some(Rejected)),
            ("Veto Overridden", Some(Adopted)),
            ("Point of Order Sustained", Some(Adopted)),
            ("Decision of Chair Not Sustained", Some(Rejected)),
            ("Nomination Confirmed (99-0)", Some(Adopted)),
            ("Not Guilty", Some(Rejected)),
            ("Motion to table failed", Some(Rejected)),
            ("The motion wasn't carried", Some(Rejected)),
            ("Amendment rejected, motion carried", Some(Adopted)),
            ("Not approved", Some(Rejected)),
            ("adopté", Some(Adopted)),
            ("L'Assemblée nationale a adopté", Some(Adopted)),
            ("L'Assemblée nationale n'a pas adopté", Some(Rejected)),
            ("L’amendement n’est pas adopté.", Some(Rejected)),
            ("Rejeté", Some(Rejected)),
            ("Abgelehnt", Some(Rejected)),
            ("Der Antrag wurde nicht angenommen", Some(Rejected)),
            ("No ha sido aprobada", Some(Rejected)),
            ("APROBADO", Some(Adopted)),
            ("EMPATE", Some(Tied)),
            ("Sin Quórum", Some(NoQuorum)),
            ("Respinta", Some(Rejected)),
            ("Não aprovado", Some(Rejected)),
            ("Aangenomen", Some(Adopted)),
            ("Niet aangenomen", Some(Rejected)),
            ("Forkastet", Some(Rejected)),
            ("Przyjęto", Some(Adopted)),
            ("Neprijaté", Some(Rejected)),
            ("Nepřijato", Some(Rejected)),
            ("Отклонён", Some(Rejected)),
            ("Не принято", Some(Rejected)),
            ("Κατά", None),
            ("可決", Some(Adopted)),
            ("否決", Some(Rejected)),
            ("未通过", Some(Rejected)),
            ("ไม่ผ่าน", Some(Rejected)),
            ("No. 5 adopted", Some(Adopted)),
            // What becomes of a bill, who was elected, and sentences about something else.
            ("Law", None),
            ("Passed by both houses, signed by the governor", None),
            ("In committee", None),
            ("Withdrawn", None),
            ("McCarthy", None),
            ("for", None),
            ("yes", None),
            ("", None),
        ] {
            assert_eq!(result(text), expected, "{text}");
        }
    }

    #[test]
    fn headers_that_state_a_result() {
        use Verdict::{Adopted, Rejected};
        assert_eq!([stated_by("is_accepted"), stated_by("vedtatt"), stated_by("rejected")], {
            [Some(Adopted), Some(Adopted), Some(Rejected)]
        });
        assert_eq!([stated_by("result"), stated_by("name")], [None; 2]);
        let under = |header: &str, cell: &str| result_under(stated_by(header), cell);
        assert_eq!([under("is_accepted", "1"), under("is_accepted", "0")], [Some(Adopted), Some(Rejected)]);
        assert_eq!([under("rejected", "true"), under("passed", "False")], [Some(Rejected); 2]);
        assert_eq!([under("passed", ""), under("result", "1")], [None; 2]);
    }
}

//! A rule in words, and what it made of a count.

use super::majority_sentence;
use super::recent::Recent;
use super::words::{Vote, result_word, verdict_name, votes};
use crate::analyze::HeadlineSource;
use crate::lang::{Lang, Message};
use crate::model::{
    Amount, Base, Judgement, MajorityRule, Margin, Outcome, Position, Preset, RuleOrigin, Threshold, Tie,
    Verdict, Votes,
};

/// What a rule asks for: `more than half of all members`.
#[must_use]
pub fn rule_terms(rule: MajorityRule, lang: Lang) -> String {
    if rule.base == Base::ForAndAgainst && rule.threshold == Threshold::MAJORITY {
        return lang.text("rule-more-for-than-against");
    }
    let strict = rule.threshold.strict;
    let base = lang.text(match rule.base {
        Base::ForAndAgainst => "rule-of-for-against",
        Base::Cast => "rule-of-cast",
        Base::Present => "rule-of-present",
        Base::Members => "rule-of-members",
        Base::Seats => "rule-of-seats",
    });
    match rule.threshold.amount {
        Amount::Number(number) => {
            let key = if strict { "rule-more-than-number" } else { "rule-at-least-number" };
            Message::new(key).with("n", votes(lang, number)).text(lang)
        }
        amount @ Amount::Share { .. } if amount == Amount::HALF && strict => {
            Message::new("rule-more-than-half").with("base", base).text(lang)
        }
        amount @ Amount::Share { .. } => {
            let key = if strict { "rule-more-than-share" } else { "rule-at-least-share" };
            Message::new(key).with("share", share(amount, lang)).with("base", base).text(lang)
        }
    }
}

fn share(amount: Amount, lang: Lang) -> String {
    match amount {
        Amount::Share { numerator: 1, denominator: 2 } => lang.text("rule-half"),
        Amount::Share { numerator: 2, denominator: 3 } => lang.text("rule-two-thirds"),
        Amount::Share { numerator: 3, denominator: 4 } => lang.text("rule-three-quarters"),
        Amount::Share { numerator: 3, denominator: 5 } => lang.text("rule-three-fifths"),
        other => other.to_string(),
    }
}

/// What a tie does, and the quorum, as far as the rule says something of them.
#[must_use]
pub fn rule_particulars(rule: MajorityRule, lang: Lang) -> Vec<String> {
    let tie = match rule.tie {
        Tie::Unsaid => None,
        Tie::Fails => Some("rule-tie-fails"),
        Tie::Passes => Some("rule-tie-passes"),
        Tie::Chair => Some("rule-tie-chair"),
    };
    let is_half = rule.threshold == Threshold::MAJORITY;
    let tie = tie.filter(|_| is_half).map(|key| lang.text(key));
    let quorum = rule.quorum.map(|quorum| {
        let terms = match (quorum.amount, quorum.strict) {
            (Amount::Number(number), _) => {
                return Message::new("rule-quorum-number").with("n", votes(lang, number)).text(lang);
            }
            (Amount::HALF, true) => lang.text("rule-quorum-majority"),
            (amount, _) => share(amount, lang),
        };
        Message::new("rule-quorum").with("terms", terms).text(lang)
    });
    tie.into_iter().chain(quorum).collect()
}

/// The name of a chamber's rule.
#[must_use]
pub fn preset_name(preset: Preset, lang: Lang) -> String {
    lang.text(match preset {
        Preset::MoreForThanAgainst => "rule-ordinary",
        Preset::AssembleeNationale => "rule-an",
        Preset::AssembleeCensure => "rule-an-censure",
        Preset::FrenchCongress => "rule-an-constitution",
        Preset::UsHouse => "rule-us-house",
        Preset::UsHouseOverride => "rule-us-house-override",
        Preset::UsSenate => "rule-us-senate",
        Preset::UsSenateCloture => "rule-us-senate-cloture",
        Preset::UsSenateOverride => "rule-us-senate-override",
        Preset::Bundestag => "rule-bundestag",
        Preset::BundestagMembers => "rule-bundestag-members",
        Preset::BundestagConstitution => "rule-bundestag-constitution",
        Preset::Commons => "rule-commons",
        Preset::EuropeanParliament => "rule-ep",
        Preset::EuropeanParliamentMembers => "rule-ep-members",
        Preset::Council => "rule-council",
        Preset::FrenchCouncil => "rule-council-fr",
        Preset::Class => "rule-class",
    })
}

/// A rule in a line: its name where it has one, and what it asks for.
#[must_use]
pub fn rule_line(rule: MajorityRule, lang: Lang) -> String {
    let terms = rule_terms(rule, lang);
    match rule.preset {
        None | Some(Preset::MoreForThanAgainst) => capitalised(&terms),
        Some(preset) => {
            let name = preset_name(preset, lang);
            Message::new("rule-named").with("name", name).with("terms", terms).text(lang)
        }
    }
}

/// The sentence under the tally: the rule, the votes needed, those for, the margin, and how many votes cast
/// otherwise would have turned the result. Where the source states a result that the count does not give, it says so
/// instead; where the rule is open, that it is. Nothing for what is no question, and where nothing is known; of a
/// composition, how many seats make a majority, and how a coalition stands to it.
#[must_use]
pub fn outcome_sentence(vote: &Vote<'_>) -> Option<String> {
    /// It is wanted more than once for a graphic: threads draw a vote each.
    static SENTENCES: Recent<(Outcome, bool, Lang), String> = Recent::new();
    if let Some(composition) = &vote.summary.composition {
        return Some(majority_sentence(composition, vote.lang));
    }
    let judgement = &vote.summary.judgement;
    let stated = judgement.stated.map(|stated| verdict_name(stated, vote.lang));
    let Some(outcome) = shown_outcome(judgement) else {
        return match stated {
            Some(_) => Some(vote.lang.text("result-stated")),
            None if vote.summary.has_sides() && judgement.origin == RuleOrigin::Open => {
                Some(vote.lang.text("result-open"))
            }
            None => None,
        };
    };
    if stated.is_some() && judgement.stated != Some(outcome.verdict) {
        return Some(stated_otherwise(&outcome, judgement, vote.lang));
    }
    // Where some positions are not known and no result is declared, another number could turn it.
    let is_declared =
        vote.summary.headline.is_some_and(|headline| headline.source == HeadlineSource::Declared);
    let is_sure = is_declared || vote.summary.tally.members(Position::Unknown) == 0;
    Some(SENTENCES.get_or((outcome, is_sure, vote.lang), |&(outcome, is_sure, lang)| {
        let sentence = result_sentence(&outcome, lang);
        match switches(&outcome, lang).filter(|_| is_sure) {
            Some(switches) => Message::new("result-and-switches")
                .with("result", sentence)
                .with("switches", switches)
                .text(lang),
            None => sentence,
        }
    }))
}

/// The same behind the word for the result, for a drawing that says it nowhere else: `Rejected. At least …`.
#[must_use]
pub fn result_line(vote: &Vote<'_>) -> Option<String> {
    match (result_word(vote), outcome_sentence(vote)) {
        (Some(result), Some(sentence)) => Some(
            Message::new("result-line").with("result", result).with("sentence", sentence).text(vote.lang),
        ),
        (word, sentence) => word.or(sentence),
    }
}

/// What was counted, for a sentence. The name of a rule that nobody chose is the chamber's, which the graphic says
/// already.
pub(super) fn shown_outcome(judgement: &Judgement) -> Option<Outcome> {
    let outcome = judgement.counted?;
    let is_named = matches!(judgement.origin, RuleOrigin::Chosen | RuleOrigin::File);
    let preset = outcome.rule.preset.filter(|_| is_named);
    Some(Outcome { rule: MajorityRule { preset, ..outcome.rule }, ..outcome })
}

/// What is said where the source states another result than the count gives.
fn stated_otherwise(outcome: &Outcome, judgement: &Judgement, lang: Lang) -> String {
    if judgement.agrees == Some(false) {
        return Message::new("result-stated-differs")
            .with("rule", rule_line(outcome.rule, lang))
            .with("counted", verdict_name(outcome.verdict, lang))
            .text(lang);
    }
    // A majority that is only usual explains nothing, and its figures would be read as those that decided.
    lang.text(if outcome.verdict == Verdict::Tied { "result-stated-tie" } else { "result-stated-majority" })
}

/// The rule, the votes needed, those for, and the margin.
#[must_use]
pub fn result_sentence(outcome: &Outcome, lang: Lang) -> String {
    if let (Verdict::NoQuorum, Some(quorum)) = (outcome.verdict, outcome.quorum) {
        return Message::new("result-no-quorum")
            .with("rule", rule_line(outcome.rule, lang))
            .with("needed", quorum.needed)
            .with("present", quorum.present)
            .text(lang);
    }
    let margin = match outcome.margin() {
        Margin::Over(more) if more == Votes::ZERO => lang.text("margin-exact"),
        Margin::Over(more) => Message::new("margin-over").with("n", votes(lang, more)).text(lang),
        Margin::Short(short) => Message::new("margin-short").with("n", votes(lang, short)).text(lang),
    };
    Message::new("result-sentence")
        .with("rule", rule_line(outcome.rule, lang))
        .with("needed", votes(lang, outcome.needed))
        .with("got", votes(lang, outcome.got))
        .with("margin", margin)
        .text(lang)
}

/// How many votes cast otherwise would have turned the result; nothing where weights leave no whole number.
fn switches(outcome: &Outcome, lang: Lang) -> Option<String> {
    let switches = outcome.switches_to_flip.filter(|switches| switches.is_whole())?;
    Some(Message::new("switches").with("n", switches.floor()).text(lang))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(rule: &str, lang: Lang) -> String {
        rule_line(rule.parse().expect("a rule"), lang)
    }

    /// Shares and bases stand in the case and with the article that each language wants.
    #[test]
    fn a_rule_is_a_phrase_in_every_language() {
        for (lang, qualified, absolute) in [
            (Lang::En, "At least two thirds of all members", "More than half of those present"),
            (Lang::Fr, "Au moins les deux tiers des membres", "Plus de la moitié des présents"),
            (Lang::De, "Mindestens zwei Drittel aller Mitglieder", "Mehr als die Hälfte der Anwesenden"),
            (Lang::Es, "Al menos dos tercios de todos los miembros", "Más de la mitad de los presentes"),
            (Lang::It, "Almeno due terzi di tutti i membri", "Più della metà dei presenti"),
            (Lang::Pt, "Pelo menos dois terços de todos os membros", "Mais de metade dos presentes"),
            (Lang::Nl, "Ten minste twee derde van alle leden", "Meer dan de helft van de aanwezigen"),
            (Lang::Pl, "Co najmniej dwie trzecie wszystkich członków", "Ponad połowa obecnych"),
            (Lang::Sv, "Minst två tredjedelar av alla ledamöter", "Mer än hälften av de närvarande"),
        ] {
            assert_eq!(line("2/3 of members", lang), qualified);
            assert_eq!(line(">1/2 of present", lang), absolute);
        }
    }

    #[test]
    fn a_tie_and_a_quorum_are_said_apart() {
        let rule: MajorityRule = "half of cast tie chair quorum 1/3".parse().expect("a rule");
        assert_eq!(
            rule_particulars(rule, Lang::De),
            ["bei Stimmengleichheit entscheidet der Vorsitz", "Beschlussfähigkeit: 1/3 der Mitglieder"]
        );
    }
}

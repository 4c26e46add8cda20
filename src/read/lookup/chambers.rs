//! Which chamber a vote is of, and what follows from that.

use std::collections::HashMap;

use hashbrown::HashSet;

use super::book::{Chambers, Known};
use crate::model::{
    Amount, Archive, Base, MajorityRule, Requirement, RollCallInfo, SharedChamber, Threshold, Tie,
};
use crate::read::mapping::Mapping;
use crate::read::vocabulary::words::{header_words, plain};

/// The form of a file: what stands in it besides the name of a chamber.
#[derive(Debug, Default)]
struct Form {
    /// Headers by their words.
    columns: HashSet<String>,
    /// Words of the vote.
    ballots: HashSet<String>,
}

impl Chambers {
    /// Notes in every roll call which chamber it is of, where the file says so or has the form of its publisher, and
    /// what the majority that it states asks for there.
    pub(crate) fn recognise(&self, archive: &mut Archive, mapping: &Mapping) {
        let form = Form {
            columns: mapping.columns.iter().map(|column| header_words(&column.header).concat()).collect(),
            ballots: mapping.words.iter().map(|word| plain(&word.word)).collect(),
        };
        let of_form: Vec<&Known> = self.known.iter().filter(|known| known.has_form(&form)).collect();
        // Votes of a file are of few chambers.
        let mut met: HashMap<(Option<String>, Option<String>), Option<usize>> = HashMap::new();
        for info in archive.infos_mut() {
            let found = if let Some(known) = &info.known {
                self.known.iter().position(|other| other.chamber.key == known.key)
            } else {
                let hint = hint(info).filter(|_| of_form.len() > 1 && info.chamber.is_none());
                *met.entry((info.chamber.clone(), hint)).or_insert_with_key(|(name, hint)| {
                    let found = self.find(name.as_deref(), hint.as_deref(), &of_form)?;
                    self.known.iter().position(|other| std::ptr::eq(other, found))
                })
            };
            if let Some(known) = found.map(|place| &self.known[place]) {
                known.tell(info);
            }
        }
    }

    /// The chamber of a document in which these keys stand with these texts, where they are those of its publisher.
    pub(crate) fn of_document<'t>(
        &self,
        name: Option<&str>,
        facts: impl Iterator<Item = (&'t str, &'t str)> + Clone,
    ) -> Option<SharedChamber> {
        let columns = facts.clone().map(|(key, _)| header_words(key).concat()).collect();
        let form = Form { columns, ballots: HashSet::new() };
        // Few texts can be addresses, and many chambers are asked.
        let texts: Vec<&str> = facts.map(|(_, text)| text).filter(|text| text.contains('.')).collect();
        let is_theirs = |known: &&Known| {
            let has = |address: &String| texts.iter().any(|text| text.contains(address.as_str()));
            known.has_form(&form) || known.addresses.iter().any(has)
        };
        let of_publisher: Vec<&Known> = self.known.iter().filter(is_theirs).collect();
        let found = self.find(name, None, &of_publisher)?;
        Some(SharedChamber::clone(&found.chamber))
    }

    /// The chamber of this name; else, among those of a publisher, the one of this short name, or the only one.
    fn find<'a>(
        &'a self,
        name: Option<&str>,
        hint: Option<&str>,
        of_publisher: &[&'a Known],
    ) -> Option<&'a Known> {
        let name = name.map(plain);
        if let Some(found) =
            name.as_ref().and_then(|name| self.known.iter().find(|known| known.names.contains(name)))
        {
            return Some(found);
        }
        match (of_publisher, &name) {
            ([only], None) => Some(only),
            (_, Some(name)) => only(of_publisher.iter().filter(|known| known.short.contains(name))),
            (_, None) => {
                let parts: Vec<String> = hint?.split(['-', '/', '_', ' ']).map(plain).collect();
                let is_named = |known: &&&Known| known.short.iter().any(|short| parts.contains(short));
                only(of_publisher.iter().filter(is_named))
            }
        }
    }
}

/// Where else a vote may name its chamber: in its number (`117-Senate-59`), and in the first word of its title
/// (`Senate Vote #116`).
fn hint(info: &RollCallInfo) -> Option<String> {
    let first = info.title.as_ref().and_then(|title| title.split_whitespace().next());
    let parts = [info.id.as_deref(), first].into_iter().flatten().collect::<Vec<_>>();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The only one of some; none where there are two.
fn only<'a, 'b>(mut found: impl Iterator<Item = &'b &'a Known>) -> Option<&'a Known>
where
    'a: 'b,
{
    match (found.next(), found.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

impl Known {
    fn has_form(&self, form: &Form) -> bool {
        let stands = |sets: &[Vec<String>], known: &HashSet<String>| {
            sets.iter().any(|set| !set.is_empty() && set.iter().all(|text| known.contains(text)))
        };
        stands(&self.columns, &form.columns) || stands(&self.ballots, &form.ballots)
    }

    /// Adds what is known of the chamber to a roll call of it.
    fn tell(&self, info: &mut RollCallInfo) {
        let is_full_name = info.chamber.as_ref().is_some_and(|name| self.names.contains(&plain(name)));
        if !is_full_name {
            info.chamber = Some(self.chamber.name.clone());
        }
        info.known = Some(SharedChamber::clone(&self.chamber));
        let Some(majority) = info.stated.as_mut().and_then(|stated| stated.majority.as_mut()) else { return };
        let by_words = || self.majorities.iter().find(|(words, _)| *words == plain(&majority.text));
        let rule = match majority.requirement {
            Requirement::QuorumCall => None,
            Requirement::Other => by_words().map(|&(_, rule)| rule),
            Requirement::Share(rule) => {
                let share = rule.threshold.to_string();
                let of_share = || self.majorities.iter().find(|(words, _)| *words == share);
                by_words().or_else(of_share).map(|&(_, rule)| rule).or_else(|| self.usual(rule))
            }
            Requirement::Rule(rule) => by_words().map(|&(_, rule)| rule).or_else(|| self.usual(rule)),
        };
        if let Some(rule) = rule {
            majority.requirement = Requirement::Rule(rule);
        }
    }

    /// The usual rule, where what is stated is more votes for than against and so is it: it knows ties and quorum too.
    fn usual(&self, stated: MajorityRule) -> Option<MajorityRule> {
        let is_ordinary =
            |rule: &MajorityRule| rule.base == Base::ForAndAgainst && rule.threshold == Threshold::MAJORITY;
        let is_bare = stated.quorum.is_none() && stated.tie == Tie::Unsaid;
        let is_share = matches!(stated.threshold.amount, Amount::Share { .. });
        self.chamber.rule.filter(|usual| is_share && is_bare && is_ordinary(&stated) && is_ordinary(usual))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Stated, StatedMajority, VoteDate};
    use crate::read::ColumnChoice;

    fn info(chamber: Option<&str>, majority: Option<(&str, Requirement)>) -> RollCallInfo {
        let majority =
            majority.map(|(text, requirement)| StatedMajority { text: text.to_owned(), requirement });
        RollCallInfo {
            chamber: chamber.map(str::to_owned),
            date: Some(VoteDate::from_text("2023-07-01")),
            stated: Stated { majority, ..Stated::default() }.some().map(Box::new),
            ..RollCallInfo::default()
        }
    }

    fn recognised(info: RollCallInfo, headers: &[&str]) -> RollCallInfo {
        let mut archive = Archive::default();
        archive.add_roll_call(info, []).expect("nobody votes");
        let columns = headers.iter().map(|header| ColumnChoice { header: (*header).to_owned(), role: None });
        let mapping = Mapping { columns: columns.collect(), ..Mapping::default() };
        Chambers::shipped().recognise(&mut archive, &mapping);
        archive.roll_call(0).expect("a vote").info().clone()
    }

    fn key(info: &RollCallInfo) -> Option<&str> {
        info.known.as_ref().map(|chamber| chamber.key.as_str())
    }

    #[test]
    fn a_chamber_is_known_by_its_name() {
        for (name, expected) in [
            ("Assemblée nationale", Some("fr-an")),
            ("DEUTSCHER BUNDESTAG", Some("de-bundestag")),
            ("European Parliament", Some("eu-ep")),
            ("Senate", None),
            ("Class 7b", None),
        ] {
            let recognised = recognised(info(Some(name), None), &[]);
            assert_eq!(key(&recognised), expected, "{name}");
            assert_eq!(recognised.chamber.as_deref(), Some(name), "as the file has it");
        }
    }

    #[test]
    fn a_short_name_is_understood_by_its_publisher() {
        let voteview = ["congress", "chamber", "rollnumber", "icpsr", "cast_code", "prob"];
        let senate = recognised(info(Some("Senate"), None), &voteview);
        assert_eq!(
            (key(&senate), senate.chamber.as_deref()),
            (Some("us-senate"), Some("United States Senate"))
        );
        let by_id = RollCallInfo { id: Some("117-House-5".to_owned()), ..info(None, None) };
        assert_eq!(key(&recognised(by_id, &voteview)), Some("us-house"));
        assert_eq!(key(&recognised(info(None, None), &voteview)), None, "one of the two");
        let facts = [("number", "5"), ("source_url", "http://clerk.house.gov/evs/2025/roll010.xml")];
        let found = Chambers::shipped().of_document(Some("h"), facts.into_iter()).expect("an address");
        assert_eq!(found.key, "us-house");
    }

    #[test]
    fn what_is_stated_has_the_meaning_that_it_has_there() {
        let share = |text: &str| Requirement::Share(text.parse().expect("a rule"));
        let rule = |info: &RollCallInfo| {
            info.stated.as_ref().and_then(|stated| stated.rule()).map(MajorityRule::key)
        };
        let cloture = recognised(info(Some("United States Senate"), Some(("3/5", share("3/5")))), &[]);
        assert_eq!(rule(&cloture).as_deref(), Some("us-senate-cloture"));
        let half = recognised(info(Some("United States Senate"), Some(("1/2", share("half")))), &[]);
        assert_eq!(rule(&half).as_deref(), Some("us-senate"));
        let words =
            ("majorité absolue des suffrages exprimés", Requirement::Rule("half".parse().expect("a rule")));
        let french = recognised(info(Some("Assemblée nationale"), Some(words)), &[]);
        assert_eq!(rule(&french).as_deref(), Some("an"));
        let seats = french.known.as_ref().and_then(|chamber| chamber.seats_on(french.date.as_ref()));
        assert_eq!(seats, Some(577));
    }
}

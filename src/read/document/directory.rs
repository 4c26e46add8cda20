//! Who the members and parties are that votes name by a number.
//!
//! A list of persons or of parties beside the votes: in the same document, in another file of the same zip or
//! folder, or in one beside the file that was opened.

use hashbrown::HashMap;

use super::facts::{Fact, facts};
use super::node::Node;
use super::words::is_party;
use crate::model::Rgb;
use crate::read::mapping::Role;
use crate::read::vocabulary::words::header_words;
use crate::read::vocabulary::{self, Match};

/// What is known of a member by identifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Person {
    pub(in crate::read) name: String,
    pub(in crate::read) party: Option<String>,
    pub(in crate::read) constituency: Option<String>,
    pub(in crate::read) seat: Option<String>,
}

/// What is known of a party by identifier or code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Group {
    pub(in crate::read) name: String,
    pub(in crate::read) short: String,
    pub(in crate::read) colour: Option<Rgb>,
}

/// The members and parties that documents describe.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct Directory {
    pub(in crate::read) persons: HashMap<String, Person>,
    pub(in crate::read) groups: HashMap<String, Group>,
    /// How many records were about a member or a party.
    num_records: usize,
}

/// Keys of lists of persons, which may have nothing but a number and a name.
const PERSONS: [&str; 14] = [
    "persons",
    "person",
    "people",
    "members",
    "mps",
    "mp",
    "meps",
    "mep",
    "deputies",
    "deputes",
    "acteurs",
    "acteur",
    "representatives",
    "senators",
];

impl Directory {
    /// Adds what a document tells; true where it tells of any member or party.
    pub(in crate::read) fn add(&mut self, node: &Node<'_>) -> bool {
        let before = self.num_records;
        self.visit(node, "", None);
        self.num_records > before
    }

    fn visit(&mut self, node: &Node<'_>, name: &str, key: Option<&str>) {
        match node {
            Node::List(items) => {
                for item in items {
                    self.visit(item, name, None);
                }
            }
            Node::Object(entries) => {
                if self.add_deputy(node) || self.add_entry(node, name, key) {
                    self.num_records += 1;
                    return;
                }
                // Only what looks like a record has a meaning under its key.
                let are_records = entries.iter().all(|(_, value)| matches!(value, Node::Object(_)));
                for (inner, value) in entries {
                    if are_records && entries.len() > 1 {
                        self.visit(value, name, Some(inner));
                    } else {
                        self.visit(value, inner, None);
                    }
                }
            }
            _ => {}
        }
    }

    /// The Assemblée nationale's deputies and groups.
    fn add_deputy(&mut self, node: &Node<'_>) -> bool {
        let Some(uid) = node.text_at(&["uid"]).filter(|uid| uid.len() > 2) else { return false };
        if let Some(identity) = node.at(&["etatCivil", "ident"]) {
            let text = |key: &str| identity.text_at(&[key]).unwrap_or_default();
            let name = format!("{} {}", text("prenom"), text("nom")).trim().to_owned();
            let mandates = node.at(&["mandats", "mandat"]).map_or(&[][..], Node::items);
            let seated = mandates
                .iter()
                .rev()
                .find(|mandate| mandate.text_at(&["typeOrgane"]).as_deref() == Some("ASSEMBLEE"));
            let at = |path: &[&str]| {
                seated.and_then(|mandate| mandate.text_at(path)).map(std::borrow::Cow::into_owned)
            };
            let person = Person {
                name,
                party: None,
                constituency: at(&["election", "lieu", "departement"]),
                seat: at(&["mandature", "placeHemicycle"]),
            };
            self.persons.insert(uid.into_owned(), person);
            return true;
        }
        if let (Some(name), Some(_)) = (node.text_at(&["libelle"]), node.get("codeType")) {
            let short = ["libelleAbrev", "libelleAbrege"].into_iter().find_map(|key| node.text_at(&[key]));
            let group = Group {
                short: short.unwrap_or_default().into_owned(),
                name: name.into_owned(),
                colour: node.text_at(&["couleurAssociee"]).and_then(|text| text.parse().ok()),
            };
            self.groups.insert(uid.into_owned(), group);
            return true;
        }
        false
    }

    fn add_entry(&mut self, node: &Node<'_>, list: &str, key: Option<&str>) -> bool {
        let facts = facts(node);
        let text = |role: Role| value_of(&facts, role);
        let identifier = text(Role::Id).or_else(|| key.map(str::to_owned));
        let name = match (text(Role::FirstName), text(Role::LastName)) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            // `nom` beside `prénom` is the last name.
            (Some(first), None) => text(Role::Name).map(|last| format!("{first} {last}")),
            _ => text(Role::Name),
        };
        let has_parts = text(Role::FirstName).is_some() || text(Role::LastName).is_some();
        let plural = header_words(list).join(" ");
        let is_person = has_parts || PERSONS.contains(&plural.as_str());
        if is_person && let (Some(identifier), Some(name)) = (identifier.clone(), name.clone()) {
            let person = Person {
                name,
                party: text(Role::Party).or_else(|| text(Role::PartyShort)),
                constituency: text(Role::Constituency),
                seat: text(Role::Seat),
            };
            self.persons.entry(identifier).or_insert(person);
            return true;
        }
        let colour = text(Role::PartyColour);
        let is_group =
            is_party(list) || plural == "organizations" || plural == "organisations" || colour.is_some();
        let label = label_of(&facts).or(name);
        let code = code_of(&facts).or(identifier);
        if is_group && let (Some(code), Some(label)) = (code, label) {
            let short = short_of(&facts).unwrap_or_default();
            self.groups.entry(code).or_insert(Group {
                name: label,
                short,
                colour: colour.and_then(|text| text.parse().ok()),
            });
            return true;
        }
        false
    }
}

fn value_of(facts: &[Fact], role: Role) -> Option<String> {
    let found = |wanted: Match| {
        facts
            .iter()
            .filter(|fact| fact.depth <= 2 && vocabulary::role(&fact.key) == Some((role, wanted)))
            .min_by_key(|fact| fact.depth)
    };
    let part = || if role == Role::Name { None } else { found(Match::Part) };
    found(Match::Whole).or_else(part).map(|fact| fact.value.clone())
}

fn named(facts: &[Fact], keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| {
        let fact = facts.iter().find(|fact| fact.depth == 0 && header_words(&fact.key).concat() == *key)?;
        Some(fact.value.clone())
    })
}

fn label_of(facts: &[Fact]) -> Option<String> {
    named(facts, &["label", "libelle", "name", "nom", "fullname"])
}

fn code_of(facts: &[Fact]) -> Option<String> {
    named(facts, &["code", "uid", "id"])
}

fn short_of(facts: &[Fact]) -> Option<String> {
    named(facts, &["abbrev", "abbreviation", "short", "shortlabel", "shortname", "sigle", "code"])
}

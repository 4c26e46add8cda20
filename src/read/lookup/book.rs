//! The book of chambers: `assets/chambers.toml`, and what somebody adds to it.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use crate::lang::Message;
use crate::model::{Chamber, MajorityRule, SeatsOverTime, SharedChamber};
use crate::read::vocabulary::words::{header_words, plain};

/// Why a book of chambers cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChamberFault {
    /// The file cannot be read.
    #[error("{file}: {cause}")]
    Unreadable {
        /// The file.
        file: String,
        /// The system's own words.
        cause: String,
    },
    /// Text that is not TOML, or a key or value that chambers do not have.
    #[error("{file}: {cause}")]
    Fault {
        /// The file.
        file: String,
        /// What is wrong, with its line.
        cause: String,
    },
}

impl ChamberFault {
    /// The sentence for a reader.
    #[must_use]
    pub fn message(&self) -> Message {
        let (key, file, cause) = match self {
            Self::Unreadable { file, cause } => ("error-chambers-unreadable", file, cause),
            Self::Fault { file, cause } => ("error-chambers", file, cause),
        };
        Message::new(key).with("file", file).with("cause", cause)
    }
}

/// A chamber as it stands in the book.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    /// The stable key.
    key: String,
    /// Its name in its own language.
    name: String,
    /// Its names in other languages, and longer ones. Each tells it by itself.
    #[serde(default)]
    names: Vec<String>,
    /// What it is called where its form or publisher tells it already: `House`, `h`.
    #[serde(default)]
    short: Vec<String>,
    /// First day, last day (empty where it is so still), seats.
    #[serde(default)]
    seats: Vec<(String, String, u32)>,
    /// What usually decides.
    rule: Option<String>,
    /// What a stated share or words for a majority ask for here: `"3/5" = "us-senate-cloture"`.
    #[serde(default)]
    majorities: HashMap<String, String>,
    /// Whether it votes under several majorities.
    #[serde(default)]
    several_majorities: bool,
    /// What it calls those for and those against.
    words: Option<[String; 2]>,
    /// The language of these words, as a code of two letters.
    lang: Option<String>,
    /// Where this is known from.
    source: String,
    /// Headers, or keys of documents, that stand together in files of its publisher and in no others.
    #[serde(default)]
    columns: Vec<Vec<String>>,
    /// Words of the vote that stand together in files of its publisher and in no others.
    #[serde(default)]
    ballots: Vec<Vec<String>>,
    /// Parts of addresses that stand in files of its publisher.
    #[serde(default)]
    addresses: Vec<String>,
}

/// A file of chambers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    #[serde(default)]
    chamber: Vec<Entry>,
}

/// A chamber, and what tells it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) chamber: SharedChamber,
    pub(super) names: Vec<String>,
    pub(super) short: Vec<String>,
    /// By a share as a rule writes it (`2/3`, `>1/2`), or by words as they are compared.
    pub(super) majorities: Vec<(String, MajorityRule)>,
    /// Headers by their words, in sets.
    pub(super) columns: Vec<Vec<String>>,
    /// Words as they are compared, in sets.
    pub(super) ballots: Vec<Vec<String>>,
    pub(super) addresses: Vec<String>,
}

/// The chambers that are known.
#[derive(Clone, Debug)]
pub struct Chambers {
    pub(super) known: Vec<Known>,
}

static SHIPPED: LazyLock<Arc<Chambers>> = LazyLock::new(|| {
    // A fault leaves the book empty; a test rules faults out.
    let book = parse(include_str!("../../../assets/chambers.toml"), "chambers.toml");
    Arc::new(Chambers { known: book.unwrap_or_default() })
});

impl Default for Chambers {
    fn default() -> Self {
        Self::clone(&SHIPPED)
    }
}

impl Chambers {
    /// Those that come with the program.
    #[must_use]
    pub fn shipped() -> Arc<Self> {
        Arc::clone(&SHIPPED)
    }

    /// Those that come with the program and those of a text, which come first: one with the key of another takes its
    /// place.
    ///
    /// # Errors
    /// [`ChamberFault::Fault`].
    pub fn with(text: &str, file: &str) -> Result<Self, ChamberFault> {
        let mut known = parse(text, file)?;
        let own: Vec<String> = known.iter().map(|known| known.chamber.key.clone()).collect();
        known.extend(SHIPPED.known.iter().filter(|known| !own.contains(&known.chamber.key)).cloned());
        Ok(Self { known })
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// True where there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

fn parse(text: &str, file: &str) -> Result<Vec<Known>, ChamberFault> {
    let fault = |cause: String| ChamberFault::Fault { file: file.to_owned(), cause };
    let book: Book = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
    book.chamber.into_iter().map(|entry| known(entry).map_err(fault)).collect()
}

fn known(entry: Entry) -> Result<Known, String> {
    let rule = |text: &str| {
        text.parse::<MajorityRule>().map_err(|error| format!("chamber {:?}: {error}", entry.key))
    };
    let plain_all = |texts: &[String]| texts.iter().map(|text| plain(text)).collect::<Vec<_>>();
    let mut majorities = Vec::new();
    for (words, text) in &entry.majorities {
        majorities.push((plain(words), rule(text)?));
    }
    majorities.sort_by(|a, b| a.0.cmp(&b.0));
    let bound = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let seats = entry.seats.iter().map(|(from, to, seats)| SeatsOverTime {
        from: bound(from),
        to: bound(to),
        seats: *seats,
    });
    let chamber = Chamber {
        key: entry.key.clone(),
        name: entry.name.clone(),
        seats: seats.collect(),
        rule: entry.rule.as_deref().map(rule).transpose()?,
        has_several_majorities: entry.several_majorities,
        words: entry.lang.clone().zip(entry.words.clone()),
        source: entry.source.clone(),
    };
    let header_sets = |sets: &[Vec<String>]| {
        let reduced = |set: &Vec<String>| set.iter().map(|text| header_words(text).concat()).collect();
        sets.iter().map(reduced).collect::<Vec<Vec<String>>>()
    };
    let mut names = plain_all(&entry.names);
    names.push(plain(&entry.name));
    Ok(Known {
        chamber: Arc::new(chamber),
        names,
        short: plain_all(&entry.short),
        majorities,
        columns: header_sets(&entry.columns),
        ballots: entry.ballots.iter().map(|set| plain_all(set)).collect(),
        addresses: entry.addresses,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_book_is_sound() {
        let known = parse(include_str!("../../../assets/chambers.toml"), "chambers.toml").expect("sound");
        assert!(known.len() >= 60, "{}", known.len());
        let mut names: BTreeMap<&str, &str> = BTreeMap::new();
        let mut keys: BTreeSet<&str> = BTreeSet::new();
        for known in &known {
            let chamber = &known.chamber;
            assert!(keys.insert(&chamber.key), "{} twice", chamber.key);
            assert!(!chamber.source.is_empty(), "{}", chamber.key);
            for name in &known.names {
                assert!(!known.short.contains(name), "{}: {name} tells it, or does not", chamber.key);
                let other = names.insert(name, &chamber.key);
                assert!(other.is_none(), "{name} is {} and {other:?}", chamber.key);
            }
            for seats in &chamber.seats {
                assert!((5..=1_000).contains(&seats.seats), "{}", chamber.key);
                for bound in [&seats.from, &seats.to].into_iter().flatten() {
                    let is_day = bound.split('-').all(|part| part.parse::<u32>().is_ok());
                    assert!(matches!(bound.len(), 4 | 7 | 10) && is_day, "{}: {bound}", chamber.key);
                }
            }
            let mut times: Vec<_> = chamber.seats.iter().collect();
            times.sort_by(|a, b| a.from.cmp(&b.from));
            for pair in times.windows(2) {
                assert!(pair[0].to < pair[1].from, "{}: two numbers at a time", chamber.key);
            }
        }
    }

    #[test]
    fn somebody_can_add_to_it() {
        let text = "[[chamber]]\nkey = 'orchard'\nname = 'Council of Orchard Valley'\nsource = 'its charter'\n\
                    seats = [['', '', 9]]\nrule = '2/3 of members'\n";
        let book = Chambers::with(text, "chambers.toml").expect("sound");
        assert_eq!(book.len(), Chambers::shipped().len() + 1);
        let own = &book.known[0].chamber;
        assert_eq!((own.name.as_str(), own.seats[0].seats), ("Council of Orchard Valley", 9));
        let again = "[[chamber]]\nkey = 'fr-an'\nname = 'Assemblée nationale'\nsource = 'x'\n";
        assert_eq!(Chambers::with(again, "x").map(|book| book.len()), Ok(Chambers::shipped().len()));
        for wrong in ["[[chamber]]\nkey = 'x'\n", "[[chamber]]\nkey='x'\nname='X'\nsource='x'\nrule='most'\n"]
        {
            assert!(matches!(Chambers::with(wrong, "mine.toml"), Err(ChamberFault::Fault { .. })));
        }
    }
}

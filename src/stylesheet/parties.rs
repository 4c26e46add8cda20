//! What parties are called and coloured: by a style, and by the convention of their country.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::model::{Party, Rgb};

/// How a style calls and colours a party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PartySheet {
    /// The name in full.
    pub name: String,
    /// The short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Its colour.
    #[serde(alias = "color", skip_serializing_if = "Option::is_none")]
    pub colour: Option<Rgb>,
    /// Other names that files have for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl PartySheet {
    /// True where it means this party: by any of its names, whatever their case and signs.
    #[must_use]
    pub fn is(&self, party: &Party) -> bool {
        PlainNames::of(self).are_of(&plain_names(party))
    }
}

/// The parties of a country as they call themselves, with the colours they are known by.
#[derive(Debug, Deserialize)]
struct Country {
    /// Short name, colour, name, other names.
    parties: Vec<Vec<String>>,
}

/// The names of a party as they are compared.
struct PlainNames {
    /// In full.
    full: Vec<String>,
    short: Option<String>,
}

impl PlainNames {
    fn of(sheet: &PartySheet) -> Self {
        let full = [&sheet.name].into_iter().chain(&sheet.also).map(|name| plain(name)).collect();
        Self { full, short: sheet.short.as_deref().map(plain) }
    }

    /// True where the party with this name and short name has one of these.
    fn are_of(&self, names: &[String; 2]) -> bool {
        self.full.iter().chain(&self.short).any(|known| !known.is_empty() && names.contains(known))
    }
}

/// The name and the short name of a party as they are compared.
fn plain_names(party: &Party) -> [String; 2] {
    [plain(&party.name), plain(&party.short)]
}

/// A party of the book, and its names as they are compared.
type Entry = (PartySheet, PlainNames);

/// `assets/parties.toml`: every country with its parties.
static BOOK: LazyLock<BTreeMap<String, Vec<Entry>>> = LazyLock::new(|| {
    // A fault leaves the book empty; a test rules faults out.
    let countries: BTreeMap<String, Country> =
        toml::from_str(include_str!("../../assets/parties.toml")).unwrap_or_default();
    let parties = |country: Country| {
        let entries = country.parties.iter().filter_map(|line| entry(line));
        let with_names = |sheet: PartySheet| {
            let names = PlainNames::of(&sheet);
            (sheet, names)
        };
        entries.map(with_names).collect()
    };
    countries.into_iter().map(|(code, country)| (code, parties(country))).collect()
});

fn entry(line: &[String]) -> Option<PartySheet> {
    let [short, colour, name, also @ ..] = line else { return None };
    Some(PartySheet {
        name: name.clone(),
        short: Some(short.clone()),
        colour: Some(colour.parse().ok()?),
        also: also.to_vec(),
    })
}

/// Names as they are compared: letters and digits in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The parties as a style calls and colours them. A party that the style says nothing of keeps its names; where the
/// file gives it no colour either, it takes the one it is known by, if its country can be told from the parties
/// beside it.
#[must_use]
pub fn dressed(parties: &[Party], style: &[PartySheet]) -> Vec<Party> {
    let known = country(parties);
    parties
        .iter()
        .map(|party| {
            let own = style.iter().find(|sheet| sheet.is(party));
            let names = plain_names(party);
            let public = known.and_then(|known| known.iter().find(|(_, known)| known.are_of(&names)));
            Party {
                name: own.map_or(&party.name, |own| &own.name).clone(),
                short: own.and_then(|own| own.short.as_ref()).unwrap_or(&party.short).clone(),
                colour: own
                    .and_then(|own| own.colour)
                    .or(party.colour)
                    .or(public.and_then(|(public, _)| public.colour)),
            }
        })
        .collect()
}

/// The parties of the country that most of these are from. A short name alone says little: half of the parties, and
/// two at least, must be of one country; a party by itself is known by its full name.
fn country(parties: &[Party]) -> Option<&'static [Entry]> {
    let names: Vec<[String; 2]> = parties.iter().map(plain_names).collect();
    let mut best: Option<(usize, usize, &'static [Entry])> = None;
    for sheets in BOOK.values() {
        let matches =
            names.iter().filter(|names| sheets.iter().any(|(_, known)| known.are_of(names))).count();
        let by_name = names
            .iter()
            .filter(|[name, _]| sheets.iter().any(|(_, known)| known.full.contains(name)))
            .count();
        let is_enough =
            if parties.len() == 1 { by_name == 1 } else { matches >= 2 && 2 * matches >= parties.len() };
        if is_enough && best.is_none_or(|(most, names, _)| (matches, by_name) > (most, names)) {
            best = Some((matches, by_name, sheets));
        }
    }
    best.map(|(.., sheets)| sheets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn parties(names: &[(&str, &str)]) -> Vec<Party> {
        let party = |&(short, name): &(&str, &str)| Party {
            name: name.to_owned(),
            short: short.to_owned(),
            colour: None,
        };
        names.iter().map(party).collect()
    }

    #[test]
    fn the_book_is_sound() {
        let text = include_str!("../../assets/parties.toml");
        let countries: BTreeMap<String, Country> = toml::from_str(text).expect("sound");
        assert!(countries.len() >= 15, "{}", countries.len());
        for (code, country) in &countries {
            let mut names = BTreeSet::new();
            for line in &country.parties {
                let entry = entry(line).unwrap_or_else(|| panic!("{code}: {line:?}"));
                let own: BTreeSet<String> = [&entry.name]
                    .into_iter()
                    .chain(&entry.short)
                    .chain(&entry.also)
                    .map(|n| plain(n))
                    .collect();
                for name in own {
                    assert!(names.insert(name.clone()), "{code}: {name} twice");
                }
            }
        }
    }

    #[test]
    fn the_country_decides_between_parties_of_one_name() {
        let german = parties(&[("CDU/CSU", "CDU/CSU"), ("SPD", "SPD"), ("AfD", "AfD"), ("GRÜNE", "x")]);
        let colours: Vec<_> = dressed(&german, &[]).into_iter().map(|party| party.colour).collect();
        assert!(colours.iter().all(Option::is_some), "{colours:?}");
        let portuguese =
            parties(&[("PS", "Partido Socialista"), ("PSD", "Partido Social Democrata"), ("CH", "Chega")]);
        let french = parties(&[("PS", "Parti socialiste"), ("RN", "Rassemblement national"), ("LR", "x")]);
        let [a, b] = [portuguese, french].map(|parties| dressed(&parties, &[])[0].colour);
        assert!(a.is_some() && b.is_some() && a != b);
        let invented = parties(&[("PS", "The Larks"), ("B", "The Bees"), ("C", "The Cats")]);
        assert!(dressed(&invented, &[]).iter().all(|party| party.colour.is_none()));
    }

    #[test]
    fn the_style_comes_before_the_file_and_the_file_before_convention() {
        let mut found = parties(&[("SPD", "SPD"), ("CDU", "CDU"), ("FDP", "FDP")]);
        found[1].colour = Some(Rgb(9, 9, 9));
        let style = [PartySheet {
            name: "Sozialdemokraten".to_owned(),
            short: Some("SPD".to_owned()),
            colour: Some(Rgb(1, 2, 3)),
            also: Vec::new(),
        }];
        let dressed = dressed(&found, &style);
        assert_eq!(dressed[0].name, "Sozialdemokraten");
        assert_eq!(dressed[0].colour, Some(Rgb(1, 2, 3)));
        assert_eq!((dressed[1].name.as_str(), dressed[1].colour), ("CDU", Some(Rgb(9, 9, 9))));
        assert!(dressed[2].colour.is_some_and(|Rgb(red, green, blue)| red > 200 && green > 200 && blue < 80));
    }
}

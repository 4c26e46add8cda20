//! The texts of each language, read once.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use hashbrown::HashMap;
use unic_langid::LanguageIdentifier;

use super::{Arg, Lang};

type Bundle = FluentBundle<FluentResource>;

/// The texts of one language.
struct Table {
    bundle: Bundle,
    /// Those that mention nothing, ready to be shown: most of what is said.
    plain: HashMap<&'static str, String>,
}

impl Table {
    fn of(lang: Lang) -> &'static Self {
        static TABLES: [OnceLock<Table>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
        TABLES[lang as usize].get_or_init(|| Self::read(lang))
    }

    fn read(lang: Lang) -> Self {
        let bundle = bundle(lang);
        let plain = keys(texts(lang)).filter_map(|key| {
            let mut faults = Vec::new();
            let pattern = bundle.get_message(key)?.value()?;
            let text = bundle.format_pattern(pattern, None, &mut faults).into_owned();
            faults.is_empty().then_some((key, text))
        });
        Self { plain: plain.collect(), bundle }
    }
}

/// The keys of texts, one after the other.
fn keys(texts: &str) -> impl Iterator<Item = &str> {
    let lines = texts.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key))
}

fn texts(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../assets/lang/en.ftl"),
        Lang::Fr => include_str!("../../assets/lang/fr.ftl"),
        Lang::De => include_str!("../../assets/lang/de.ftl"),
        Lang::Es => include_str!("../../assets/lang/es.ftl"),
        Lang::It => include_str!("../../assets/lang/it.ftl"),
        Lang::Pt => include_str!("../../assets/lang/pt.ftl"),
        Lang::Nl => include_str!("../../assets/lang/nl.ftl"),
        Lang::Pl => include_str!("../../assets/lang/pl.ftl"),
        Lang::Sv => include_str!("../../assets/lang/sv.ftl"),
    }
}

/// The text of `key` in `lang`. What only the window and the command line say is in English where the language is
/// not one of theirs. A key that the table does not have, which a test rules out, is shown as it is.
pub(super) fn format(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    if let Some(text) = Table::of(lang).plain.get(key) {
        return text.clone();
    }
    let found = [lang, Lang::En].into_iter().find_map(|lang| {
        let bundle = &Table::of(lang).bundle;
        Some((bundle, bundle.get_message(key)?.value()?))
    });
    let Some((bundle, pattern)) = found else { return key.to_owned() };
    let values: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Count(count) => FluentValue::from(*count),
                Arg::Message(message) => FluentValue::from(message.text(lang)),
            };
            (*name, value)
        })
        .collect();
    bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
}

fn bundle(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    // Fluent takes plain functions here: one a language.
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| number(Lang::En, value),
        Lang::Fr => |value, _| number(Lang::Fr, value),
        Lang::De => |value, _| number(Lang::De, value),
        Lang::Es => |value, _| number(Lang::Es, value),
        Lang::It => |value, _| number(Lang::It, value),
        Lang::Pt => |value, _| number(Lang::Pt, value),
        Lang::Nl => |value, _| number(Lang::Nl, value),
        Lang::Pl => |value, _| number(Lang::Pl, value),
        Lang::Sv => |value, _| number(Lang::Sv, value),
    }));
    // A fault in a text leaves the other texts readable; a test rules faults out.
    let resource = FluentResource::try_new(texts(lang).to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

fn number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value >= 0.0 => Some(lang.number(number.value as u64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    fn all_keys(texts: &str) -> BTreeSet<&str> {
        keys(texts).collect()
    }

    /// The second text of a key would take the place of the first, wherever that is said.
    #[test]
    fn no_key_stands_twice() {
        for lang in Lang::ALL {
            let mut met = BTreeSet::new();
            let twice: Vec<&str> = keys(texts(lang)).filter(|key| !met.insert(*key)).collect();
            assert_eq!(twice, [""; 0], "{lang:?}");
        }
    }

    /// The keys that a graphic and a web page say: those that their sources name, but for faults, warnings and words
    /// of the reader.
    fn graphic_keys() -> BTreeSet<&'static str> {
        let mut sources = String::new();
        for folder in ["src/chart", "src/export/page"] {
            read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
        }
        let others = ["error-", "warning-", "proof-", "delimiter-"];
        let is_said = |key: &&str| {
            sources.contains(&format!("\"{key}\"")) && !others.iter().any(|other| key.starts_with(other))
        };
        let is_of_figures = |key: &&str| key.starts_with("figures-") || key.starts_with("percent");
        all_keys(texts(Lang::En)).into_iter().filter(|key| is_said(key) || is_of_figures(key)).collect()
    }

    #[test]
    fn every_language_is_well_formed_and_has_every_message() {
        for lang in Lang::ALL {
            assert!(FluentResource::try_new(texts(lang).to_owned()).is_ok(), "{lang:?}");
            let wanted =
                if Lang::INTERFACE.contains(&lang) { all_keys(texts(Lang::En)) } else { graphic_keys() };
            assert_eq!(all_keys(texts(lang)), wanted, "{lang:?}");
        }
        assert!(graphic_keys().len() > 100);
        assert!(graphic_keys().contains("page-find") && graphic_keys().contains("rule-ep-members"));
    }

    /// The arguments a text mentions are the same in every language.
    #[test]
    fn every_language_mentions_the_same_arguments() {
        let arguments = |texts: &'static str| -> BTreeSet<(&str, &str)> {
            let mut found = BTreeSet::new();
            let mut key = "";
            for line in texts.lines() {
                if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                    key = line.split(" =").next().unwrap_or_default();
                }
                for piece in line.split('$').skip(1) {
                    let end = piece.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(piece.len());
                    found.insert((key, &piece[..end]));
                }
            }
            found
        };
        let english = arguments(texts(Lang::En));
        for lang in Lang::ALL {
            let known = all_keys(texts(lang));
            let wanted: BTreeSet<_> =
                english.iter().copied().filter(|(key, _)| known.contains(key)).collect();
            assert_eq!(arguments(texts(lang)), wanted, "{lang:?}");
        }
    }

    #[test]
    fn what_mentions_something_is_not_said_without_it() {
        let table = Table::of(Lang::Fr);
        assert_eq!(table.plain.get("no-party"), Some(&format(Lang::Fr, "no-party", &[])));
        assert!(!table.plain.contains_key("and-others"));
        assert!(format(Lang::Fr, "and-others", &[("n", Arg::from(2_u32))]).contains('2'));
    }

    #[test]
    fn plurals_follow_the_language() {
        let say = |lang, n: u32| format(lang, "and-others", &[("n", Arg::from(n))]);
        assert_eq!(
            [1, 2, 5, 22].map(|n| say(Lang::Pl, n)),
            ["i 1 mniejszy klub", "i 2 mniejsze kluby", "i 5 mniejszych klubów", "i 22 mniejsze kluby",]
        );
        assert_eq!(
            [1, 2].map(|n| say(Lang::De, n)),
            ["und 1 kleinere Fraktion", "und 2 kleinere Fraktionen"]
        );
    }

    /// Every key that the sources name is in the table, and every key of the table is named.
    #[test]
    fn the_table_and_the_sources_name_the_same_keys() {
        let mut sources = String::new();
        read_sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut sources);
        let known = all_keys(texts(Lang::En));
        for opening in ["Message::new(\"", ".text(\"", "say(\""] {
            for piece in sources.split(opening).skip(1) {
                let key = piece.split('"').next().unwrap_or_default();
                assert!(known.contains(key), "{key} is not in assets/lang");
            }
        }
        for key in known {
            assert!(sources.contains(&format!("\"{key}\"")), "{key} is in assets/lang and never used");
        }
    }

    fn read_sources(folder: &Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).expect("the source folder is readable").flatten() {
            let path = entry.path();
            if path.is_dir() {
                read_sources(&path, into);
            } else {
                into.push_str(&std::fs::read_to_string(&path).expect("a source file is readable"));
            }
        }
    }
}

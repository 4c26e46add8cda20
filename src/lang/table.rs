//! The Fluent bundles, one a language, built once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Arg, Lang};

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> =
    LazyLock::new(|| bundle(Lang::En, include_str!("../../assets/lang/en.ftl")));
static FRENCH: LazyLock<Bundle> =
    LazyLock::new(|| bundle(Lang::Fr, include_str!("../../assets/lang/fr.ftl")));

/// The text of `key` in `lang`. A key that the table does not have, which a test rules out, is shown as it is.
pub(super) fn format(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    let bundle: &Bundle = match lang {
        Lang::En => &ENGLISH,
        Lang::Fr => &FRENCH,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
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

fn bundle(lang: Lang, texts: &str) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    // Fluent takes plain functions here: one a language.
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| number(Lang::En, value),
        Lang::Fr => |value, _| number(Lang::Fr, value),
    }));
    // A fault in a text leaves the other texts readable; a test rules faults out.
    let resource = FluentResource::try_new(texts.to_owned()).unwrap_or_else(|(resource, _)| resource);
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

    const TEXTS: [&str; 2] =
        [include_str!("../../assets/lang/en.ftl"), include_str!("../../assets/lang/fr.ftl")];

    fn keys(texts: &str) -> BTreeSet<&str> {
        texts
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
            .collect()
    }

    #[test]
    fn every_language_is_well_formed_and_has_every_message() {
        for texts in TEXTS {
            assert!(FluentResource::try_new(texts.to_owned()).is_ok());
        }
        assert_eq!(keys(TEXTS[0]), keys(TEXTS[1]));
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
        assert_eq!(arguments(TEXTS[0]), arguments(TEXTS[1]));
    }

    /// Every key that the sources name is in the table, and every key of the table is named.
    #[test]
    fn the_table_and_the_sources_name_the_same_keys() {
        let mut sources = String::new();
        read_sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut sources);
        let known = keys(TEXTS[0]);
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

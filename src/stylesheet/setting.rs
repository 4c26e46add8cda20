//! Single keys of a style, as they are typed: `palette.for="#103050"`.

use std::fmt;
use std::str::FromStr;

use super::{StyleError, StyleSheet};
use crate::lang::Message;

/// What faults of settings are said to stand in.
const OPTION: &str = "--set";

/// A key of a style file with a value of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The key, and before it the table it stands in.
    path: Vec<String>,
    value: toml::Value,
}

/// A text without a key or without a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Message::new("error-setting").with("text", .0))]
pub struct ParseSettingError(String);

impl FromStr for Setting {
    type Err = ParseSettingError;

    /// Reads `KEY=VALUE`. The value is TOML; what is not is a text, so that quotation marks can be left out.
    fn from_str(text: &str) -> Result<Self, ParseSettingError> {
        let fault = || ParseSettingError(text.to_owned());
        let (key, value) = text.split_once('=').ok_or_else(fault)?;
        let path: Vec<String> = key.split('.').map(|part| part.trim().to_owned()).collect();
        if path.len() > 2 || path.iter().any(String::is_empty) {
            return Err(fault());
        }
        let parsed = toml::from_str::<toml::Table>(&format!("value = {value}"));
        // More than one key is no value either.
        let parsed = parsed.ok().filter(|table| table.len() == 1).and_then(|mut table| table.remove("value"));
        Ok(Self { path, value: parsed.unwrap_or_else(|| value.to_owned().into()) })
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.path.join("."), self.value)
    }
}

impl StyleSheet {
    /// This style with keys of its own, as a style file with these keys would have it that is based on this one.
    ///
    /// # Errors
    /// Those of [`StyleSheet::parse`], and of a base that is not shipped.
    pub fn with(self, settings: &[Setting]) -> Result<Self, StyleError> {
        if settings.is_empty() {
            return Ok(self);
        }
        let mut keys = toml::Table::new();
        for Setting { path, value } in settings {
            match path.as_slice() {
                [table, key] => {
                    let table = keys.entry(table.clone()).or_insert_with(|| toml::Table::new().into());
                    if let Some(table) = table.as_table_mut() {
                        table.insert(key.clone(), value.clone());
                    }
                }
                path => {
                    keys.insert(path.concat(), value.clone());
                }
            }
        }
        let own = Self::parse(&toml::to_string(&keys).unwrap_or_default(), OPTION)?;
        // Both may name files, each from its own folder.
        let rooted = self.resolved()?.map_files(std::path::Path::to_path_buf);
        Ok(own.resolved()?.over(rooted))
    }

    /// Everything that it says itself, besides its base: laid over the base they make this style again.
    #[must_use]
    pub fn settings(&self) -> Vec<Setting> {
        let mut sheet = self.clone().map_files(std::path::Path::to_path_buf);
        sheet.base = None;
        let mut settings = Vec::new();
        for (key, value) in toml::Table::try_from(&sheet).unwrap_or_default() {
            match value {
                toml::Value::Table(table) => settings.extend(
                    table.into_iter().map(|(inner, value)| Setting { path: vec![key.clone(), inner], value }),
                ),
                value => settings.push(Setting { path: vec![key], value }),
            }
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rgb;

    fn settings(texts: &[&str]) -> Vec<Setting> {
        texts.iter().map(|text| text.parse().expect("a setting")).collect()
    }

    #[test]
    fn values_are_toml_or_texts() {
        let own =
            settings(&["palette.for=#103050", "credit=The Daily = best", "sizes.tally=1.5", "credit=\"x\""]);
        let sheet = StyleSheet::load("dark").and_then(|sheet| sheet.with(&own)).expect("a style");
        assert_eq!(sheet.palette.in_favour, Some(Rgb(0x10, 0x30, 0x50)));
        assert_eq!(sheet.palette.in_favour_text, None, "it follows from the colour");
        assert_eq!(sheet.palette.ground, Some(Rgb(0x11, 0x17, 0x1E)));
        assert_eq!(sheet.credit.as_deref(), Some("x"), "the last one counts");
        assert!((sheet.sizes.expect("sizes").tally - 1.5).abs() < f64::EPSILON);
        for text in ["palette.for", "=x", "a.b.c=1", "palette.=1"] {
            assert!(text.parse::<Setting>().is_err(), "{text}");
        }
        let fault = StyleSheet::default().with(&settings(&["palette.fro=#112233"])).expect_err("no such key");
        assert!(matches!(&fault, StyleError::UnknownKey { key, .. } if key == "fro"), "{fault:?}");
    }

    #[test]
    fn the_settings_of_a_style_over_its_base_are_the_style() {
        let text = "base = \"print\"\nlanguage = \"de\"\nparty-order = [\"B\", \"A\"]\n[page]\nwidth = 90\nmargin = 4.0\n\
                    type = 0.7\nunit = \"mm\"\n[palette]\nfor = \"#224466\"\noptions = [\"#010203\"]\n\
                    [[party]]\nname = \"It's \\\"A\\\"\"\ncolour = \"#445566\"\nalso = [\"a, b\"]\n";
        let sheet = StyleSheet::parse(text, "house.toml").expect("a style");
        let typed: Vec<String> = sheet.settings().iter().map(ToString::to_string).collect();
        let read: Vec<&str> = typed.iter().map(String::as_str).collect();
        assert_eq!(settings(&read), sheet.settings(), "{typed:?}");
        let again = StyleSheet::load("print").and_then(|base| base.with(&settings(&read))).expect("a style");
        let plain = |sheet: &StyleSheet| sheet.resolved().expect("resolved").to_toml();
        assert_eq!(plain(&again), plain(&sheet));
    }
}

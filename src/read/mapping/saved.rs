//! Mappings as text: what `NAME.hemicycle.toml` holds.
//!
//! Goes in: a [`Mapping`], or the text of one. Comes out: the other. Must not know: files, tables.

use serde::{Deserialize, Serialize};

use crate::model::{ChoiceId, Position};
use crate::read::mapping::{ColumnChoice, Mapping, Role, Shape, WordChoice};
use crate::read::{Encoding, ReadError};

/// The text, as `toml` sees it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Saved {
    shape: Option<String>,
    encoding: Option<String>,
    delimiter: Option<String>,
    header_line: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    options: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    column: Vec<SavedColumn>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    word: Vec<SavedWord>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedColumn {
    header: String,
    role: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedWord {
    word: String,
    position: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<String>,
}

/// The header that stands for all columns not named.
const ANY: &str = "*";
/// The role of a column that is not used.
const NONE: &str = "none";

impl Mapping {
    /// The mapping as TOML. The votes of a matrix stand as one line, `header = "*"`, since the next file has
    /// others.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let is_rest = |role: Option<Role>| role.is_some() && role == self.rest;
        // The n-th column of a name is found again by those before it.
        let has_a_used_name = |column: &ColumnChoice| {
            let used = |other: &ColumnChoice| other.header == column.header && other.role.is_some();
            self.columns.iter().any(used)
        };
        let mut column: Vec<SavedColumn> = self
            .columns
            .iter()
            .filter(|column| !is_rest(column.role) && (has_a_used_name(column) || self.rest.is_some()))
            .map(|column| SavedColumn {
                header: column.header.clone(),
                role: column.role.map_or(NONE, Role::key).to_owned(),
            })
            .collect();
        if let Some(rest) = self.rest {
            column.push(SavedColumn { header: ANY.to_owned(), role: rest.key().to_owned() });
        }
        let saved = Saved {
            shape: Some(self.shape.key().to_owned()),
            encoding: Some(self.encoding.name().to_owned()),
            delimiter: Some(self.delimiter.to_string()),
            header_line: self.header_line,
            options: self.options.clone(),
            column,
            word: self.words.iter().map(|word| self.saved_word(word)).collect(),
        };
        // Strings and numbers only: nothing that TOML cannot hold.
        toml::to_string(&saved).unwrap_or_default()
    }

    fn saved_word(&self, word: &WordChoice) -> SavedWord {
        let option = match word.position {
            Position::Choice(ChoiceId(n)) => self.options.get(usize::from(n)).cloned(),
            _ => None,
        };
        SavedWord { word: word.word.clone(), position: word.position.key().to_owned(), option }
    }

    /// Reads a mapping; `file` names its text in faults.
    ///
    /// # Errors
    /// [`ReadError::BadMapping`], which says what is wrong and where.
    pub fn from_toml(text: &str, file: &str) -> Result<Self, ReadError> {
        let fault = |cause: String| ReadError::BadMapping { file: file.to_owned(), cause };
        let saved: Saved = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
        let mut mapping = Self { options: saved.options, header_line: saved.header_line, ..Self::default() };
        if let Some(key) = &saved.shape {
            mapping.shape = Shape::from_key(key).ok_or_else(|| fault(format!("shape = {key:?}")))?;
        }
        if let Some(name) = &saved.encoding {
            mapping.encoding =
                Encoding::from_name(name).ok_or_else(|| fault(format!("encoding = {name:?}")))?;
        }
        mapping.delimiter = match saved.delimiter.as_deref().map(str::as_bytes) {
            None => ',',
            Some([delimiter]) if delimiter.is_ascii() => char::from(*delimiter),
            Some(_) => return Err(fault(format!("delimiter = {:?}", saved.delimiter.unwrap_or_default()))),
        };
        for SavedColumn { header, role: key } in saved.column {
            let role = Role::from_key(&key);
            if role.is_none() && key != NONE {
                return Err(fault(format!("header = {header:?}, role = {key:?}")));
            }
            if header == ANY {
                mapping.rest = role;
            } else {
                mapping.columns.push(ColumnChoice { header, role });
            }
        }
        for SavedWord { word, position: key, option } in saved.word {
            let option = option.and_then(|option| mapping.options.iter().position(|known| *known == option));
            let position = match (option, Position::from_key(&key)) {
                (Some(option), _) if option < ChoiceId::MAX_COUNT => Position::Choice(ChoiceId(option as u8)),
                (_, Some(position)) => position,
                _ => return Err(fault(format!("word = {word:?}, position = {key:?}"))),
            };
            mapping.words.push(WordChoice { word, position, is_unknown: false, count: 0 });
        }
        Ok(mapping)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping() -> Mapping {
        let column = |header: &str, role| ColumnChoice { header: header.to_owned(), role };
        let word = |word: &str, position| WordChoice {
            word: word.to_owned(),
            position,
            is_unknown: false,
            count: 0,
        };
        Mapping {
            shape: Shape::Wide,
            delimiter: '\t',
            header_line: Some(3),
            columns: vec![column("Name", Some(Role::Name)), column("Shoe \"size\"", None)],
            rest: Some(Role::Position),
            words: vec![
                word("yup", Position::For),
                word("", Position::Absent),
                word("emma", Position::Choice(ChoiceId(1))),
            ],
            options: vec!["Liam".to_owned(), "Emma".to_owned()],
            ..Mapping::default()
        }
    }

    #[test]
    fn a_mapping_survives_its_text() {
        let text = mapping().to_toml();
        assert_eq!(Mapping::from_toml(&text, "x.toml"), Ok(mapping()), "{text}");
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, named) in [
            ("shape = \"square\"", "square"),
            ("delimiter = \";;\"", ";;"),
            ("[[column]]\nheader = \"A\"\nrole = \"surname\"", "surname"),
            ("[[word]]\nword = \"A\"\nposition = \"perhaps\"", "perhaps"),
            ("shapes = \"long\"", "shapes"),
            ("shape = ", "1"),
        ] {
            let error = Mapping::from_toml(text, "x.toml").expect_err(text).to_string();
            assert!(error.contains(named) && error.contains("x.toml"), "{error}");
        }
    }
}

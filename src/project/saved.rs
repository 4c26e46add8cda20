//! A project as the text of its file.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{DrawFault, LookArguments, Project, RenderOptions, rule_text};
use crate::lang::Message;
use crate::read::{Mapping, ReadError};
use crate::stylesheet::{StyleError, StyleSheet};

/// The version of the form that is written here.
const VERSION: u32 = 1;

/// Why a project cannot be opened or made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum ProjectError {
    /// The file is not there or cannot be read.
    Unreadable {
        /// The file.
        file: String,
        /// The system's own words.
        cause: String,
    },
    /// Text that is no project, with the line.
    Fault {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        cause: String,
    },
    /// It was written by a later version of the program.
    Later {
        /// The file.
        file: String,
        /// The version of its form.
        found: u32,
    },
    /// The file of the votes is not there.
    NoData {
        /// The project.
        file: String,
        /// The file of the votes.
        data: String,
    },
    /// The votes are from no file.
    NoFile,
    /// The mapping in it has a fault.
    Mapping(ReadError),
    /// The style in it has a fault.
    Style(StyleError),
    /// What is to be kept cannot be drawn.
    Draw(DrawFault),
}

impl ProjectError {
    /// The sentence to show, with what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable { file, cause } => {
                Message::new("error-unreadable").with("file", file).with("cause", cause)
            }
            Self::Fault { file, line, cause } => Message::new("error-project-fault")
                .with("file", file)
                .with("line", line.to_string())
                .with("cause", cause),
            Self::Later { file, found } => {
                Message::new("error-project-later").with("file", file).with("found", found.to_string())
            }
            Self::NoData { file, data } => {
                Message::new("error-project-data").with("file", file).with("data", data)
            }
            Self::NoFile => Message::new("error-project-no-file"),
            Self::Mapping(error) => error.message(),
            Self::Style(error) => error.message(),
            Self::Draw(fault) => fault.clone().message(),
        }
    }
}

/// The text, as `toml` sees it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    hemicycle: u32,
    data: SavedData,
    /// The other files that are part of the graphic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    file: Vec<SavedFile>,
    #[serde(default)]
    drawing: RenderOptions,
    #[serde(default)]
    look: LookArguments,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mapping: Option<toml::Table>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    style: Option<StyleSheet>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedData {
    file: String,
    sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vote: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedFile {
    file: String,
    sha256: String,
}

/// What stands at the top of the file for who opens it with an editor.
const HEADING: &str = "# A graphic of Hemicycle: open it in the window, or draw it with: hemicycle render FILE.hemicycle -o NAME.svg\n";

impl Project {
    /// The text of the project's file at `path`, which names other files from its own folder.
    #[must_use]
    pub fn to_toml(&self, path: &Path) -> String {
        let folder = path.parent().unwrap_or(Path::new(""));
        let near = |file: &Path| PathBuf::from(relative(file, folder));
        let mut options = self.options.clone().map_files(near);
        let mut look = std::mem::take(&mut options.look);
        let saved = Saved {
            hemicycle: VERSION,
            data: SavedData {
                file: relative(&self.data, folder),
                sha256: self.sha256.clone(),
                vote: self.vote.clone(),
                rule: self.rule.map(rule_text),
            },
            file: self
                .files
                .iter()
                .map(|(file, sha256)| SavedFile { file: relative(file, folder), sha256: sha256.clone() })
                .collect(),
            style: look.sheet.take().map(|sheet| *sheet),
            drawing: options,
            look,
            mapping: self.mapping.as_ref().and_then(|mapping| toml::from_str(&mapping.to_toml()).ok()),
        };
        // Texts, numbers and lists: nothing that TOML cannot hold.
        format!("{HEADING}{}", toml::to_string(&saved).unwrap_or_default())
    }

    /// Reads the text of the project's file at `path`.
    ///
    /// # Errors
    /// [`ProjectError::Fault`], [`ProjectError::Later`], and faults of the mapping and of the style in it.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ProjectError> {
        let file = path.display().to_string();
        let fault = |at: Option<usize>, cause: String| {
            let before = text.bytes().take(at.unwrap_or_default());
            let line = before.filter(|&byte| byte == b'\n').count() + 1;
            ProjectError::Fault { file: file.clone(), line, cause }
        };
        // What a later version wrote need not make sense to this one beyond its number.
        let version = toml::from_str::<toml::Table>(text).ok();
        let version = version.and_then(|table| table.get("hemicycle")?.as_integer());
        if let Some(found) =
            version.and_then(|found| u32::try_from(found).ok()).filter(|&found| found > VERSION)
        {
            return Err(ProjectError::Later { file, found });
        }
        let saved: Saved = toml::from_str(text)
            .map_err(|error| fault(error.span().map(|span| span.start), error.message().to_owned()))?;
        let rule = saved.data.rule.as_deref().map(str::parse).transpose();
        let rule = rule.map_err(|error: crate::model::ParseRuleError| {
            fault(text.find("\nrule").map(|at| at + 1), error.to_string())
        })?;
        let mapping = saved.mapping.map(|table| {
            Mapping::from_toml(&toml::to_string(&table).unwrap_or_default(), &file)
                .map_err(ProjectError::Mapping)
        });
        let style = saved.style.map(|sheet| sheet.checked(&file).map_err(ProjectError::Style));
        let folder = path.parent().unwrap_or(Path::new(""));
        let from_here = |file: &Path| folder.join(file);
        let sheet = style.transpose()?.map(Box::new);
        let options = RenderOptions { look: LookArguments { sheet, ..saved.look }, ..saved.drawing };
        Ok(Self {
            data: from_here(Path::new(&saved.data.file)),
            sha256: saved.data.sha256,
            vote: saved.data.vote,
            rule,
            mapping: mapping.transpose()?,
            options: options.map_files(from_here),
            files: saved
                .file
                .into_iter()
                .map(|SavedFile { file, sha256 }| (from_here(Path::new(&file)), sha256))
                .collect(),
        })
    }
}

/// A path as it is found from a folder, with strokes between its folders on every system.
#[must_use]
pub fn relative(given: &Path, folder: &Path) -> String {
    let whole = |path: &Path| {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
    };
    // A link to a file keeps its own name: the graphic may say it.
    let file = match (given.parent(), given.file_name()) {
        (Some(parent), Some(name)) => whole(parent).join(name),
        _ => whole(given),
    };
    let folder = whole(folder);
    let shared = file.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    // On another drive there is no way from here to there, and the system's own name for a whole way is nobody else's.
    if shared == 0 {
        let written = std::path::absolute(given).unwrap_or_else(|_| given.to_owned());
        return written.to_string_lossy().into_owned();
    }
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = file.components().skip(shared).map(|part| match part {
        Component::Normal(name) => name.to_string_lossy().into_owned(),
        other => other.as_os_str().to_string_lossy().into_owned(),
    });
    up.chain(down).collect::<Vec<_>>().join("/")
}

//! A project: everything that a graphic is made of.

use std::path::{Path, PathBuf};

use super::{Change, ProjectError, RenderOptions, fingerprint};
use crate::lang::Lang;
use crate::model::{MajorityRule, Preset};
use crate::read::{Mapping, Reading};

/// The ending of a project's file.
pub const ENDING: &str = "hemicycle";

/// True where a file is a project, by its ending.
#[must_use]
pub fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// A rule as it is read again: by its name, else written out.
#[must_use]
pub fn rule_text(rule: MajorityRule) -> String {
    rule.preset.map_or_else(|| rule.to_string(), |preset: Preset| preset.key().to_owned())
}

/// Everything that a graphic is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// The file of the votes, or a folder of them.
    pub data: PathBuf,
    /// The SHA-256 that it had.
    pub sha256: String,
    /// Which vote of it; without it, the first.
    pub vote: Option<String>,
    /// The rule that decides, instead of the vote's own.
    pub rule: Option<MajorityRule>,
    /// How the file is read, where that was said.
    pub mapping: Option<Mapping>,
    /// How it is drawn. Its style is a shipped one by name, or whole.
    pub options: RenderOptions,
    /// The other files that are part of it, with the SHA-256 that each had.
    pub files: Vec<(PathBuf, String)>,
}

impl Project {
    /// The project of a vote in the file at `path`, of which `reading` was made. What depends on the machine is
    /// settled: the language, and the keys of a style that is not shipped.
    ///
    /// # Errors
    /// Files that are not there, and [`ProjectError::NoFile`] for standard input.
    pub fn new(
        path: &Path,
        reading: &Reading,
        options: RenderOptions,
        environment: Lang,
    ) -> Result<Self, ProjectError> {
        if path == Path::new("-") {
            return Err(ProjectError::NoFile);
        }
        let mut options = options;
        let sheet = options.look.style_sheet().map_err(ProjectError::Draw)?;
        options.lang = options.lang.or(sheet.language).or(Some(environment));
        if !options.look.is_shipped() {
            options.look.sheet = Some(Box::new(sheet.map_files(Path::to_path_buf)));
            options.look.style = None;
            options.look.dark = false;
            options.look.set.clear();
        } else if options.look.dark {
            options.look.style = Some("dark".to_owned());
            options.look.dark = false;
        }
        let hash = |file: &Path| {
            fingerprint(file).map_err(|cause| ProjectError::Unreadable {
                file: file.display().to_string(),
                cause: cause.to_string(),
            })
        };
        // Tables beside the votes complete them; those inside of a folder or an archive are part of it already.
        let folder = path.parent().unwrap_or(Path::new(""));
        let beside = reading.companions.iter().map(|used| folder.join(&used.file));
        let beside = beside.filter(|file| !path.is_dir() && file.is_file());
        let mut files = Vec::new();
        for file in beside.chain(options.files()) {
            if !files.iter().any(|(known, _)| *known == file) {
                let sha256 = hash(&file)?;
                files.push((file, sha256));
            }
        }
        Ok(Self {
            sha256: hash(path)?,
            data: path.to_owned(),
            vote: None,
            rule: None,
            mapping: None,
            options,
            files,
        })
    }

    /// Opens the file of a project.
    ///
    /// # Errors
    /// Those of [`Project::parse`], and a file that cannot be read.
    pub fn load(path: &Path) -> Result<Self, ProjectError> {
        let text = std::fs::read_to_string(path).map_err(|cause| ProjectError::Unreadable {
            file: path.display().to_string(),
            cause: cause.to_string(),
        })?;
        let project = Self::parse(&text, path)?;
        if !project.data.exists() {
            return Err(ProjectError::NoData {
                file: path.display().to_string(),
                data: project.data.display().to_string(),
            });
        }
        Ok(project)
    }

    /// What is no longer as it was when the project was made.
    ///
    /// # Errors
    /// [`ProjectError::Unreadable`] for a file that is there and cannot be read.
    pub fn changes(&self) -> Result<Vec<Change>, ProjectError> {
        let data = (&self.data, &self.sha256);
        let mut changes = Vec::new();
        for (file, was) in [data].into_iter().chain(self.files.iter().map(|(file, was)| (file, was))) {
            if !file.exists() {
                changes.push(Change::Gone(file.clone()));
                continue;
            }
            let is = fingerprint(file).map_err(|cause| ProjectError::Unreadable {
                file: file.display().to_string(),
                cause: cause.to_string(),
            })?;
            if !is.eq_ignore_ascii_case(was) {
                changes.push(Change::Content(file.clone()));
            }
        }
        Ok(changes)
    }
}

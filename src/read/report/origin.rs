//! Where it is from how a file was read. Must not know: what a mapping says.

/// Where the mapping of a reading is from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Found out from the file.
    #[default]
    Inferred,
    /// What was answered when the file, or one like it, was open in the window before.
    Remembered,
    /// Kept in files beside.
    Beside {
        /// The names of these files, each once.
        files: Vec<String>,
    },
    /// Given with the file: by an argument, a project, or in the window.
    Given,
}

impl Origin {
    /// One word for programs: `inferred`, `remembered`, `beside` or `given`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Inferred => "inferred",
            Self::Remembered => "remembered",
            Self::Beside { .. } => "beside",
            Self::Given => "given",
        }
    }

    /// The files beside that it is from.
    #[must_use]
    pub fn files(&self) -> &[String] {
        match self {
            Self::Beside { files } => files,
            _ => &[],
        }
    }

    /// That of two files read as one: what somebody chose for either goes before what was found out.
    pub(in crate::read) fn and(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Beside { files }, Self::Beside { files: others }) => {
                let new: Vec<String> = others.into_iter().filter(|file| !files.contains(file)).collect();
                files.extend(new);
            }
            (own, other) if other.rank() > own.rank() => *self = other,
            _ => {}
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Inferred => 0,
            Self::Remembered => 1,
            Self::Beside { .. } => 2,
            Self::Given => 3,
        }
    }
}

//! The samples, in the binary, so that an installed program has them too.

use crate::read::Source;

/// A bundled file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Scrutin 1102 of the Assemblée nationale, 20 March 2025.
    Founding,
    /// 25 pupils with invented names.
    Classroom,
    /// A file with faults.
    Faults,
    /// The seats of an invented parliament, without a vote.
    Parliament,
}

impl Sample {
    /// Every sample, in the order of the welcome page.
    pub const ALL: [Self; 4] = [Self::Founding, Self::Classroom, Self::Faults, Self::Parliament];

    /// The file.
    #[must_use]
    pub fn source(self) -> Source {
        match self {
            Self::Founding => Source::new(
                "2025-03-20-scrutin-1102.csv",
                include_bytes!("../../sample_data/2025-03-20-scrutin-1102.csv"),
            ),
            Self::Classroom => Source::new(
                "classroom-illustrative.csv",
                include_bytes!("../../sample_data/classroom-illustrative.csv"),
            ),
            Self::Faults => Source::new(
                "faults-illustrative.csv",
                include_bytes!("../../sample_data/faults-illustrative.csv"),
            ),
            Self::Parliament => Source::new(
                "parliament-illustrative.csv",
                include_bytes!("../../sample_data/parliament-illustrative.csv"),
            ),
        }
    }

    /// The keys of its name and of a line about it.
    pub(super) fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Founding => ("sample-founding", "sample-founding-text"),
            Self::Classroom => ("sample-classroom", "sample-classroom-text"),
            Self::Faults => ("sample-faults", "sample-faults-text"),
            Self::Parliament => ("sample-parliament", "sample-parliament-text"),
        }
    }
}

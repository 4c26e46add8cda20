//! The rules of chambers, each with the article it stands in.

use super::{Base, MajorityRule, Threshold, Tie};

/// A chamber's rule for a kind of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// More votes for than against, in a chamber of which nothing is known: what a tie does is not said.
    MoreForThanAgainst,
    /// Assemblée nationale: ordinary questions.
    AssembleeNationale,
    /// Assemblée nationale: a motion of censure.
    AssembleeCensure,
    /// Congress of the French Parliament: revision of the Constitution.
    FrenchCongress,
    /// US House of Representatives: ordinary questions.
    UsHouse,
    /// US House of Representatives: a bill over the President's veto.
    UsHouseOverride,
    /// US Senate: ordinary questions.
    UsSenate,
    /// US Senate: to close debate.
    UsSenateCloture,
    /// US Senate: a bill over the President's veto.
    UsSenateOverride,
    /// Bundestag: ordinary questions.
    Bundestag,
    /// Bundestag: the majority of its members (`Kanzlermehrheit`).
    BundestagMembers,
    /// Bundestag: amendment of the Basic Law.
    BundestagConstitution,
    /// House of Commons of the United Kingdom.
    Commons,
    /// European Parliament: ordinary questions.
    EuropeanParliament,
    /// European Parliament: a majority of its component Members.
    EuropeanParliamentMembers,
    /// A council in England and Wales.
    Council,
    /// A municipal council in France.
    FrenchCouncil,
    /// A class, a club, a meeting.
    Class,
}

impl Preset {
    /// Every preset, chamber by chamber.
    pub const ALL: [Self; 18] = [
        Self::MoreForThanAgainst,
        Self::AssembleeNationale,
        Self::AssembleeCensure,
        Self::FrenchCongress,
        Self::UsHouse,
        Self::UsHouseOverride,
        Self::UsSenate,
        Self::UsSenateCloture,
        Self::UsSenateOverride,
        Self::Bundestag,
        Self::BundestagMembers,
        Self::BundestagConstitution,
        Self::Commons,
        Self::EuropeanParliament,
        Self::EuropeanParliamentMembers,
        Self::Council,
        Self::FrenchCouncil,
        Self::Class,
    ];

    /// The stable name: on the command line, in JSON and in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MoreForThanAgainst => "more-for-than-against",
            Self::AssembleeNationale => "an",
            Self::AssembleeCensure => "an-censure",
            Self::FrenchCongress => "an-constitution",
            Self::UsHouse => "us-house",
            Self::UsHouseOverride => "us-house-override",
            Self::UsSenate => "us-senate",
            Self::UsSenateCloture => "us-senate-cloture",
            Self::UsSenateOverride => "us-senate-override",
            Self::Bundestag => "bundestag",
            Self::BundestagMembers => "bundestag-members",
            Self::BundestagConstitution => "bundestag-constitution",
            Self::Commons => "commons",
            Self::EuropeanParliament => "ep",
            Self::EuropeanParliamentMembers => "ep-members",
            Self::Council => "council",
            Self::FrenchCouncil => "council-fr",
            Self::Class => "class",
        }
    }

    /// The preset with this [`key`](Self::key).
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.key() == key)
    }

    /// The rule.
    ///
    /// A quorum stands here only where every vote counts it. Where it has to be asked for (Assemblée nationale,
    /// Rules, article 61; Bundestag, Rules of Procedure, § 45; European Parliament), or is of persons whom lists
    /// of votes do not name (House of Commons, Standing Order No. 41: forty with the tellers and the chair), it
    /// can be added: `an quorum >1/2`.
    #[must_use]
    pub fn rule(self) -> MajorityRule {
        let (base, threshold, tie, quorum) = match self {
            Self::MoreForThanAgainst => (Base::ForAndAgainst, Threshold::MAJORITY, Tie::Unsaid, None),
            Self::AssembleeNationale | Self::Bundestag | Self::EuropeanParliament | Self::Class => {
                (Base::ForAndAgainst, Threshold::MAJORITY, Tie::Fails, None)
            }
            Self::AssembleeCensure | Self::EuropeanParliamentMembers => {
                (Base::Members, Threshold::MAJORITY, Tie::Fails, None)
            }
            Self::FrenchCongress => (Base::ForAndAgainst, Threshold::at_least(3, 5), Tie::Fails, None),
            Self::UsHouse => {
                (Base::ForAndAgainst, Threshold::MAJORITY, Tie::Fails, Some(Threshold::MAJORITY))
            }
            Self::UsHouseOverride | Self::UsSenateOverride => {
                (Base::ForAndAgainst, Threshold::at_least(2, 3), Tie::Fails, Some(Threshold::MAJORITY))
            }
            Self::UsSenate | Self::FrenchCouncil => {
                (Base::ForAndAgainst, Threshold::MAJORITY, Tie::Chair, Some(Threshold::MAJORITY))
            }
            Self::UsSenateCloture => (Base::Members, Threshold::at_least(3, 5), Tie::Fails, None),
            Self::BundestagMembers => (Base::Seats, Threshold::MAJORITY, Tie::Fails, None),
            Self::BundestagConstitution => (Base::Seats, Threshold::at_least(2, 3), Tie::Fails, None),
            Self::Commons => (Base::ForAndAgainst, Threshold::MAJORITY, Tie::Chair, None),
            Self::Council => {
                (Base::ForAndAgainst, Threshold::MAJORITY, Tie::Chair, Some(Threshold::at_least(1, 4)))
            }
        };
        MajorityRule { base, threshold, tie, quorum, preset: Some(self) }
    }

    /// Where the rule stands.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::MoreForThanAgainst => "the ordinary rule of most chambers",
            Self::AssembleeNationale => "Règlement de l’Assemblée nationale, article 68",
            Self::AssembleeCensure => "Constitution du 4 octobre 1958, article 49, alinéa 2",
            Self::FrenchCongress => "Constitution du 4 octobre 1958, article 89, alinéa 3",
            Self::UsHouse => {
                "US Constitution, Article I, Section 5, Clause 1; Rules of the House, Rule XX, clause 1(c)"
            }
            Self::UsHouseOverride | Self::UsSenateOverride => {
                "US Constitution, Article I, Section 7, Clause 2; Missouri Pacific Railway v. Kansas, \
                 248 U.S. 276 (1919)"
            }
            Self::UsSenate => "US Constitution, Article I, Section 3, Clause 4, and Section 5, Clause 1",
            Self::UsSenateCloture => "Standing Rules of the Senate, Rule XXII, paragraph 2",
            Self::Bundestag => {
                "Grundgesetz, Artikel 42 Absatz 2; Geschäftsordnung des Bundestages, § 48 Absatz 2"
            }
            Self::BundestagMembers => "Grundgesetz, Artikel 63 Absatz 2 und Artikel 121",
            Self::BundestagConstitution => "Grundgesetz, Artikel 79 Absatz 2 und Artikel 121",
            Self::Commons => "practice of the House: the Speaker’s casting vote (Erskine May)",
            Self::EuropeanParliament => {
                "Treaty on the Functioning of the European Union, Article 231; Rules of Procedure, tied votes"
            }
            Self::EuropeanParliamentMembers => {
                "Treaty on European Union, Article 17(7); Treaty on the Functioning of the European Union, \
                 Article 294(7)"
            }
            Self::Council => "Local Government Act 1972, Schedule 12, paragraphs 6 and 39",
            Self::FrenchCouncil => {
                "Code général des collectivités territoriales, articles L. 2121-17 et L. 2121-20"
            }
            Self::Class => "Robert’s Rules of Order Newly Revised, 12th edition, 44:1 and 44:12",
        }
    }
}

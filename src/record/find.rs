//! Members by name: as a clerk types it.

use super::{Call, MemberNumber};

impl Call {
    /// Members with a name, or a word of one, that begins like this, whatever its case and accents.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<MemberNumber> {
        let wanted = folded(text);
        let begins = |name: &str| {
            let name = folded(name);
            name.starts_with(&wanted) || name.split_whitespace().any(|word| word.starts_with(&wanted))
        };
        self.members_where(|name| !wanted.is_empty() && begins(name))
    }

    /// Members with this very name, whatever its case and accents.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<MemberNumber> {
        let wanted = folded(name);
        self.members_where(|name| folded(name) == wanted)
    }

    fn members_where(&self, holds: impl Fn(&str) -> bool) -> Vec<MemberNumber> {
        let desks = self.desks().iter().enumerate();
        desks.filter(|(_, desk)| holds(&desk.member.name)).map(|(place, _)| MemberNumber::at(place)).collect()
    }
}

/// Small letters without accents, single spaces.
fn folded(text: &str) -> String {
    let decomposed = icu_normalizer::DecomposingNormalizer::new_nfd().normalize(text).into_owned();
    let bare: String = decomposed.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    bare.to_lowercase().replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

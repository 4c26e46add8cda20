//! The styles that come with the program.

use super::StyleSheet;

/// Their names and the texts of their files.
pub const SHIPPED: [(&str, &str); 6] = [
    ("default", include_str!("../../assets/styles/default.toml")),
    ("dark", include_str!("../../assets/styles/dark.toml")),
    ("print", include_str!("../../assets/styles/print.toml")),
    ("high-contrast", include_str!("../../assets/styles/high-contrast.toml")),
    ("green-red", include_str!("../../assets/styles/green-red.toml")),
    ("blue-orange", include_str!("../../assets/styles/blue-orange.toml")),
];

/// The style of this name. A fault in one, which a test rules out, leaves it out.
pub(super) fn shipped(name: &str) -> Option<StyleSheet> {
    let (_, text) = SHIPPED.into_iter().find(|(shipped, _)| *shipped == name)?;
    StyleSheet::parse(text, name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Proof, Style, TOO_ALIKE, contrast, distance};

    #[test]
    fn default_and_dark_are_the_windows_own() {
        let style = |name: &str| StyleSheet::load(name).expect("shipped").style().expect("a style");
        assert_eq!(style("default"), Style::light());
        assert_eq!(style("dark"), Style::dark());
    }

    #[test]
    fn votes_are_told_apart_in_every_style_by_every_eye_and_in_grey() {
        for (name, _) in SHIPPED {
            let style = StyleSheet::load(name).expect("shipped").style().expect("a style");
            let colours = [style.in_favour, style.against, style.abstain];
            for (place, &a) in colours.iter().enumerate() {
                for &b in &colours[place + 1..] {
                    for proof in [None].into_iter().chain(Proof::ALL.map(Some)) {
                        let distance = distance(a, b, proof);
                        assert!(
                            distance >= TOO_ALIKE,
                            "{name}, {proof:?}: {a} and {b} are {distance:.1} apart"
                        );
                    }
                }
            }
            for text in [style.ink, style.secondary, style.in_favour_text, style.against_text] {
                assert!(contrast(text, style.ground) >= 4.5, "{name}: {text}");
            }
        }
    }
}

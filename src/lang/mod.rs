//! The words a person reads, in each language: the one translation table.
//!
//! Goes in: the key of a message and its arguments. Comes out: a sentence, with numbers, plurals and dates
//! in the locale's form. The texts are in `assets/lang/*.ftl` (Fluent); plural rules come from Fluent,
//! number and date forms from ICU. Must not know: anything of votes, files or drawing.

mod message;
mod table;

pub use message::{Arg, Message};

use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::{Locale, locale};

/// A language of the graphics; of the interface, those of [`Lang::INTERFACE`].
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
    /// Swedish.
    Sv,
}

impl Lang {
    /// Every language of the graphic.
    pub const ALL: [Self; 9] =
        [Self::En, Self::Fr, Self::De, Self::Es, Self::It, Self::Pt, Self::Nl, Self::Pl, Self::Sv];
    /// The languages that the window and the other commands speak too.
    pub const INTERFACE: [Self; 2] = [Self::En, Self::Fr];

    /// The BCP 47 code, as in an SVG's `lang`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Es => "es",
            Self::It => "it",
            Self::Pt => "pt",
            Self::Nl => "nl",
            Self::Pl => "pl",
            Self::Sv => "sv",
        }
    }

    /// The language's own name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::It => "Italiano",
            Self::Pt => "Português",
            Self::Nl => "Nederlands",
            Self::Pl => "Polski",
            Self::Sv => "Svenska",
        }
    }

    /// The language of the interface for a POSIX locale name (`fr_FR.UTF-8`), English where it is none of ours.
    #[must_use]
    pub fn from_locale_name(name: &str) -> Self {
        let code = name.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::INTERFACE.into_iter().find(|lang| lang.code() == code).unwrap_or_default()
    }

    /// The text of a message without arguments.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        table::format(self, key, &[])
    }

    /// A whole number in the locale's form.
    #[must_use]
    pub fn number(self, n: u64) -> String {
        // No language of ours groups the digits of numbers so small, and a drawing is full of them.
        if n < 1000 {
            return itoa::Buffer::new().format(n).to_owned();
        }
        match DecimalFormatter::try_new(self.locale().into(), DecimalFormatterOptions::default()) {
            Ok(formatter) => formatter.format(&Decimal::from(n)).to_string(),
            Err(_) => n.to_string(),
        }
    }

    /// A share from 0 to 1 as a whole percentage in the locale's form. Only nothing is 0 % and only everything is
    /// 100 %: 498 of 499 are more than 99 %.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        let percent = (share * 100.0).round().max(0.0) as u64;
        let message = match percent {
            0 if share > 0.0 => Message::new("percent-under").with("n", 1_u32),
            100 if share < 1.0 => Message::new("percent-over").with("n", 99_u32),
            _ => Message::new("percent").with("n", percent),
        };
        message.text(self)
    }

    /// A day written out: `20 March 2025`, `20 mars 2025`.
    #[must_use]
    pub fn day(self, day: &Date<Iso>) -> String {
        match DateTimeFormatter::try_new(self.locale().into(), YMD::long()) {
            Ok(formatter) => formatter.format(day).to_string(),
            Err(_) => format!("{day:?}"),
        }
    }

    fn locale(self) -> Locale {
        match self {
            Self::En => locale!("en-GB"),
            Self::Fr => locale!("fr"),
            Self::De => locale!("de"),
            Self::Es => locale!("es"),
            Self::It => locale!("it"),
            Self::Pt => locale!("pt"),
            Self::Nl => locale!("nl"),
            Self::Pl => locale!("pl"),
            Self::Sv => locale!("sv"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_have_the_form_of_the_place() {
        assert_eq!(Lang::En.number(26_000_000), "26,000,000");
        assert_eq!(Lang::Fr.number(26_000_000), "26\u{202f}000\u{202f}000");
        assert_eq!(Lang::En.percent(0.259), "26%");
        assert_eq!(Lang::Fr.percent(0.259), "26\u{202f}%");
        assert_eq!(Lang::En.percent(498.0 / 499.0), ">99%");
        assert_eq!((Lang::En.percent(1.0), Lang::En.percent(0.994)), ("100%".to_owned(), "99%".to_owned()));
        assert_eq!(Lang::De.percent(1.0 / 499.0), "<\u{a0}1\u{a0}%");
        assert_eq!((Lang::En.percent(0.0), Lang::En.percent(0.006)), ("0%".to_owned(), "1%".to_owned()));
        let day = Date::try_new_iso(2025, 3, 20).expect("a day");
        assert_eq!(Lang::En.day(&day), "20 March 2025");
        assert_eq!(Lang::Fr.day(&day), "20 mars 2025");
        for (lang, number, written) in [
            (Lang::De, "26.000.000", "20. März 2025"),
            (Lang::Es, "26.000.000", "20 de marzo de 2025"),
            (Lang::It, "26.000.000", "20 marzo 2025"),
            (Lang::Pt, "26.000.000", "20 de março de 2025"),
            (Lang::Nl, "26.000.000", "20 maart 2025"),
            (Lang::Pl, "26\u{a0}000\u{a0}000", "20 marca 2025"),
            (Lang::Sv, "26\u{a0}000\u{a0}000", "20 mars 2025"),
        ] {
            assert_eq!((lang.number(26_000_000).as_str(), lang.day(&day).as_str()), (number, written));
        }
        // Four digits stand together in Spanish, Portuguese of Portugal and Polish, and apart in German.
        assert_eq!((Lang::Es.number(1234).as_str(), Lang::Pl.number(1234).as_str()), ("1234", "1234"));
        assert_eq!(Lang::De.number(1234), "1.234");
    }

    #[test]
    fn the_language_follows_the_locale_name() {
        assert_eq!(Lang::from_locale_name("fr_CA.UTF-8"), Lang::Fr);
        assert_eq!(Lang::from_locale_name("C"), Lang::En);
        assert_eq!(Lang::from_locale_name(""), Lang::En);
    }
}

//! What the header of a column says, and what the headers of a block of columns look like.
//!
//! Goes in: headers. Comes out: what each says of votes, and whether several look like votes or like members. Must not know:
//! cells.

use crate::model::VoteDate;
use crate::read::mapping::Role;
use crate::read::table::matrix::are_parties;
use crate::read::vocabulary::words::{header_words, plain};
use crate::read::vocabulary::{self, Match};

/// What a header says of votes, the surest first: the fifth field of the order of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::read) enum Says {
    /// That this is the vote.
    Vote,
    /// Part of it does: `vote text`, `V1`.
    Part,
    /// Nothing.
    Nothing,
    /// That it is something else: a party's line, attendance, a result.
    Else,
}

/// A header.
#[derive(Clone, Debug)]
pub(in crate::read) struct Head {
    /// As it stands in the file; the column's number where it has none.
    pub(in crate::read) text: String,
    /// The role it names.
    pub(in crate::read) role: Option<(Role, Match)>,
    /// What it says of votes.
    pub(in crate::read) says: Says,
}

impl Head {
    /// A header; `is_there` is false where the file has none.
    pub(in crate::read) fn of(text: &str, is_there: bool) -> Self {
        // `voteValueId` is a code of the vote, and tells nobody apart.
        let is_of_ballot = |role| role == Some((Role::Id, Match::Part)) && speaks_of_the_vote(text);
        let role = vocabulary::role(text).filter(|_| is_there);
        let role = role.filter(|&role| !is_of_ballot(Some(role)));
        let says = if is_there { says(text, role) } else { Says::Nothing };
        Self { text: text.to_owned(), role, says }
    }

    /// True where the whole header names this role.
    pub(in crate::read) fn is(&self, role: Role) -> bool {
        self.role == Some((role, Match::Whole))
    }

    /// True where the header names this role, or part of it does.
    pub(in crate::read) fn names(&self, role: Role) -> bool {
        matches!(self.role, Some((known, _)) if known == role)
    }

    /// True where the header names a fact about a member.
    pub(in crate::read) fn is_of_member(&self) -> bool {
        matches!(
            self.role,
            Some((
                Role::Name
                    | Role::FirstName
                    | Role::LastName
                    | Role::MiddleName
                    | Role::SecondLastName
                    | Role::Party
                    | Role::PartyShort
                    | Role::Constituency
                    | Role::Id
                    | Role::Seat,
                Match::Whole
            ))
        )
    }

    /// True where the header names a fact about a vote.
    pub(in crate::read) fn is_of_vote(&self) -> bool {
        matches!(self.role, Some((Role::VoteId | Role::VoteTitle | Role::VoteDate, Match::Whole)))
    }
}

fn says(text: &str, role: Option<(Role, Match)>) -> Says {
    match role {
        // `party vote`, `previous vote`: somebody else's, or another one.
        Some((Role::Position, Match::Part))
            if vocabulary::is_of_another(text) || vocabulary::is_of_stage(text) =>
        {
            Says::Else
        }
        _ if is_short(text) && speaks_of_the_vote(text) && vocabulary::is_of_stage(text) => Says::Else,
        Some((Role::Position, Match::Whole)) => Says::Vote,
        Some((Role::Position, Match::Part)) => Says::Part,
        // What names votes heads them.
        Some((Role::VoteId | Role::VoteTitle | Role::VoteDate | Role::Session, _)) => {
            if is_numbered_vote(text) { Says::Part } else { Says::Nothing }
        }
        Some((_, Match::Whole) | (Role::Seats, _)) => Says::Else,
        // `Party` in a name or title is chance: `Ann Alm (Orchard Party)`.
        None if vocabulary::is_of_another(text) && !is_name(text) && !text.contains(['(', ',']) => Says::Else,
        _ if is_numbered_vote(text) => Says::Part,
        // A part of a header may be chance, above all in names and titles.
        Some(_) | None => Says::Nothing,
    }
}

/// A header of few words; a title has more.
fn is_short(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    header_words(text).len() <= MOST_WORDS
}

/// True where a word of a header is that for the vote: `vote`, not `voter`.
fn speaks_of_the_vote(text: &str) -> bool {
    let is_vote = |word: &String| vocabulary::role(word) == Some((Role::Position, Match::Whole));
    header_words(text).iter().any(is_vote)
}

/// `V1`, `vote 12`, `rc-7`, `rollcall3`.
fn is_numbered_vote(text: &str) -> bool {
    let words = plain(text);
    let stem = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let stem = stem.trim_end_matches(|c: char| !c.is_alphanumeric());
    stem.len() < words.len()
        && matches!(stem, "v" | "vote" | "rc" | "rollcall" | "roll call" | "scrutin" | "division")
}

/// How surely something is the case: a field of evidence is the sum of two of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum Sure {
    /// It is not.
    No = 0,
    /// It may be.
    Maybe = 1,
    /// It is.
    Yes = 2,
}

/// Whether texts look like names of members: two to five words with capitals and without digits, or few letters together
/// as countries and parties have.
pub(in crate::read) fn look_like_members(texts: &[&str]) -> Sure {
    let share = |is: &dyn Fn(&str) -> bool| texts.iter().filter(|text| is(text)).count() * 10;
    let most = texts.len() * 6;
    if texts.is_empty() || share(&names_a_motion) > texts.len() * 3 {
        return Sure::No;
    }
    if share(&is_name) > most {
        return Sure::Yes;
    }
    // Parties: `D66`, `50PLUS`.
    let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
    if share(&has_letters) > most && are_parties(texts) {
        return Sure::Maybe;
    }
    let is_one_word = |text: &str| {
        let has_digit = text.contains(|c: char| c.is_ascii_digit());
        let words = text.split_whitespace().count();
        !has_digit && words <= 5 && text.chars().any(char::is_alphabetic) && !text.ends_with('?')
    };
    if share(&is_one_word) > most { Sure::Maybe } else { Sure::No }
}

/// Two to five words with capitals and without digits; a party in parentheses behind them is no part of it. Scripts without
/// capitals have them throughout.
pub(in crate::read) fn is_name(text: &str) -> bool {
    let bare = text.split(['(', '[']).next().unwrap_or_default().trim();
    let words: Vec<&str> = bare.split_whitespace().collect();
    let is_capital = |word: &&str| {
        let first = word.chars().find(|c| c.is_alphabetic());
        first.is_some_and(|c| c.is_uppercase() || !c.is_lowercase())
    };
    let is_enough = if text.len() > bare.len() { 1 } else { 2 };
    (is_enough..=5).contains(&words.len())
        && !bare.contains(|c: char| c.is_ascii_digit())
        && words.first().is_some_and(is_capital)
        && words.last().is_some_and(is_capital)
}

/// Whether texts look like what is voted on: numbers, days, questions, motions; long texts may be.
pub(in crate::read) fn look_like_votes(texts: &[&str]) -> Sure {
    let share = |is: &dyn Fn(&str) -> bool| texts.iter().filter(|text| is(text)).count() * 10;
    let most = texts.len() * 6;
    if texts.is_empty() {
        return Sure::No;
    }
    if share(&|text| names_a_vote(text)) > most {
        return Sure::Yes;
    }
    let is_long = |text: &str| text.split_whitespace().count() > 1 && text.chars().count() >= 12;
    if share(&is_long) > most { Sure::Maybe } else { Sure::No }
}

/// A number, an id with digits, a day, a question or a motion.
pub(in crate::read) fn names_a_vote(text: &str) -> bool {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    has_digit
        || text.ends_with(['?', '？'])
        || names_a_motion(text)
        || matches!(VoteDate::from_text(text), VoteDate::Day(_))
}

/// True where a word of the text is one for what is voted on: act, motion, Antrag.
pub(in crate::read) fn names_a_motion(text: &str) -> bool {
    header_words(text).iter().any(|word| vocabulary::is_motion(word))
}

/// The form of a header: letters and digits as one each. `RC-12` and `RC-7` are of one form.
pub(in crate::read) fn form(text: &str) -> String {
    let mut form = String::new();
    for c in text.chars() {
        let kind = if c.is_ascii_digit() {
            '9'
        } else if c.is_alphabetic() {
            'a'
        } else {
            c
        };
        if !(matches!(kind, '9' | 'a') && form.ends_with(kind)) {
            form.push(kind);
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_headers_say_of_votes() {
        for (text, expected) in [
            ("vote", Says::Vote),
            ("Position", Says::Vote),
            ("vote_text", Says::Part),
            ("V12", Says::Part),
            ("RC-7", Says::Part),
            ("party vote", Says::Else),
            ("rebel", Says::Else),
            ("attendance", Says::Else),
            ("party", Says::Else),
            ("Street Lamps Act", Says::Nothing),
            ("Ann Alm", Says::Nothing),
            ("2024-03-01", Says::Nothing),
            ("loves_land", Says::Nothing),
        ] {
            assert_eq!(Head::of(text, true).says, expected, "{text}");
        }
    }

    #[test]
    fn heads_of_members_and_of_votes() {
        let members = |texts: &[&str]| look_like_members(texts);
        assert_eq!(members(&["Ann Alm", "Bo Berg"]), Sure::Yes);
        assert_eq!(members(&["Alder (R-TN)", "Birch (D-WI)"]), Sure::Yes);
        assert_eq!(members(&["AT", "BE", "BG"]), Sure::Maybe);
        assert_eq!(members(&["Lamps Act", "Street Benches Act"]), Sure::No);
        assert_eq!(members(&["101", "102"]), Sure::No);
        let votes = |texts: &[&str]| look_like_votes(texts);
        assert_eq!(votes(&["1", "2"]), Sure::Yes);
        assert_eq!(votes(&["2024-03-01", "1.4.2024"]), Sure::Yes);
        assert_eq!(votes(&["Shall it pass?"]), Sure::Yes);
        assert_eq!(votes(&["Ann", "Bo"]), Sure::No);
        assert_eq!((form("RC-12"), form("RC-7")), ("a-9".to_owned(), "a-9".to_owned()));
    }
}

//! What the roles of columns are called.

use crate::lang::Lang;
use crate::read::Role;

/// The name of a role; of `None`, the word for a column that is not used.
#[must_use]
pub fn role_name(role: Option<Role>, lang: Lang) -> String {
    lang.text(match role {
        Some(Role::Position) => "role-position",
        Some(Role::Flag) => "role-flag",
        Some(Role::Name) => "role-name",
        Some(Role::FirstName) => "role-first-name",
        Some(Role::LastName) => "role-last-name",
        Some(Role::MiddleName) => "role-middle-name",
        Some(Role::SecondLastName) => "role-second-last-name",
        Some(Role::Party) => "role-party",
        Some(Role::PartyShort) => "role-party-short",
        Some(Role::PartyColour) => "role-party-colour",
        Some(Role::Constituency) => "role-constituency",
        Some(Role::Seat) => "role-seat",
        Some(Role::Seats) => "role-seats",
        Some(Role::Id) => "role-id",
        Some(Role::Weight) => "role-weight",
        Some(Role::Score) => "role-score",
        Some(Role::CallOrder) => "role-call-order",
        Some(Role::CallTime) => "role-call-time",
        Some(Role::Proxy) => "role-proxy",
        Some(Role::VoteId) => "role-vote-id",
        Some(Role::VoteTitle) => "role-vote-title",
        Some(Role::VoteDate) => "role-vote-date",
        Some(Role::VoteYear) => "role-vote-year",
        Some(Role::VoteMonth) => "role-vote-month",
        Some(Role::VoteDay) => "role-vote-day",
        Some(Role::Session) => "role-session",
        Some(Role::Chamber) => "role-chamber",
        Some(Role::DeclaredFor) => "role-declared-for",
        Some(Role::DeclaredAgainst) => "role-declared-against",
        Some(Role::DeclaredAbstain) => "role-declared-abstain",
        Some(Role::Result) => "role-result",
        Some(Role::Requirement) => "role-requirement",
        Some(Role::Detail) => "role-detail",
        None => "role-none",
    })
}

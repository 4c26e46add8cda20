//! Who is to be called.

use crate::model::{Member, Party, PartyId, Position, RollCall};

/// The members of a chamber, before they are put in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The parties, in political order.
    pub parties: Vec<Party>,
    /// The members, in the order of the source. Every one has a name.
    pub members: Vec<Member>,
    /// Seats without a member.
    pub vacant: u32,
}

impl Roster {
    /// The members of an earlier vote; how they voted is left out. A member without a name is called by their
    /// number in the file.
    #[must_use]
    pub fn of_roll_call(roll_call: RollCall<'_>) -> Self {
        let is_member = |position: Position| position != Position::Vacant;
        let members: Vec<Member> = roll_call
            .votes()
            .enumerate()
            .filter(|(_, vote)| is_member(vote.position()))
            .map(|(index, vote)| {
                let mut member = vote.member.clone();
                if member.name.trim().is_empty() {
                    member.name = format!("#{}", index + 1);
                }
                member
            })
            .collect();
        let seated = u32::try_from(members.len()).unwrap_or(u32::MAX);
        Self {
            parties: roll_call.archive().parties.clone(),
            vacant: roll_call.num_seats().saturating_sub(seated),
            members,
        }
    }

    /// Names that were pasted or typed, one a line, each with its group behind a tab, a semicolon or a vertical
    /// bar where it has one. Blank lines are left out.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut roster = Self::default();
        for line in text.lines() {
            let mut parts = line.split(['\t', ';', '|']).map(str::trim);
            let Some(name) = parts.next().filter(|name| !name.is_empty()) else { continue };
            let party = parts.next().filter(|group| !group.is_empty()).map(|group| roster.party(group));
            roster.members.push(Member { name: name.to_owned(), party, ..Member::default() });
        }
        roster
    }

    /// The party with this name, added where it is new.
    fn party(&mut self, name: &str) -> PartyId {
        let known = self.parties.iter().position(|party| party.short == name);
        let place = known.unwrap_or_else(|| {
            self.parties.push(Party { name: name.to_owned(), short: name.to_owned(), colour: None });
            self.parties.len() - 1
        });
        PartyId(u16::try_from(place).unwrap_or(u16::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_names_with_and_without_groups() {
        let roster = Roster::of_text("Ann Roe\tLarks\n\n  Bo Doe ; Owls\nCy Poe\nDi Moe | Larks\n");
        let names: Vec<(&str, Option<u16>)> = roster
            .members
            .iter()
            .map(|member| (member.name.as_str(), member.party.map(|party| party.0)))
            .collect();
        assert_eq!(names, [("Ann Roe", Some(0)), ("Bo Doe", Some(1)), ("Cy Poe", None), ("Di Moe", Some(0))]);
        assert_eq!(roster.parties.len(), 2);
    }
}

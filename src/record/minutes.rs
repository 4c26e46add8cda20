//! The minutes of a roll call: what is printed, signed and filed. A value without words of any language.

use super::{Call, Certainty, Chain, Correction, Opening, Replacement, Signature};
use crate::model::{Moment, Outcome, PartyId, Position, Tally};

/// How one group voted, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupMinutes {
    /// The group; `None` for members of none.
    pub party: Option<PartyId>,
    /// The name of the group, empty for members of none.
    pub name: String,
    /// Each position that somebody of the group took, with their names in the order of calling.
    pub positions: Vec<(Position, Vec<String>)>,
}

/// The minutes of a roll call, closed or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// The question, the chamber, the rule as it was written, the order of calling, what members could do.
    pub opening: Opening,
    /// When the roll call was opened.
    pub opened: Moment,
    /// When the first member answered, and when the last did.
    pub answered: Option<(Moment, Moment)>,
    /// When the vote was closed.
    pub closed: Option<Moment>,
    /// When the result became certain.
    pub certain: Option<Certainty>,
    /// The count.
    pub tally: Tally,
    /// The result under the rule, with the chair's vote where it decided.
    pub outcome: Outcome,
    /// The chair's vote in a tie.
    pub casting_vote: Option<Position>,
    /// Who was in the chair, of those on the roster.
    pub chair: Option<String>,
    /// The groups in political order, members of none last.
    pub groups: Vec<GroupMinutes>,
    /// Members whose vote another spoke: whose, and by whom.
    pub proxies: Vec<(String, String)>,
    /// Corrections with the member's name.
    pub corrections: Vec<(String, Correction)>,
    /// Replacements with the new name.
    pub replacements: Vec<(String, Replacement)>,
    /// The lines that were undone, by number.
    pub undone: Vec<u64>,
    /// The members of whom two clerks heard different answers.
    pub differences: Vec<String>,
    /// The officers who signed.
    pub signatures: Vec<Signature>,
    /// The lines of the journal.
    pub lines: u64,
    /// The checksum of the last line: whoever has the journal can compare it.
    pub chain: Chain,
}

impl Minutes {
    /// The minutes of a roll call whose journal ends with this checksum.
    #[must_use]
    pub fn of(call: &Call, chain: Chain) -> Self {
        let name = |place: usize| call.desks().get(place).map_or("", |desk| &desk.member.name).to_owned();
        let voices = call.voices();
        let first = voices.first().map(|(_, answer)| answer.time);
        let by_proxy = call.desks().iter().filter(|desk| desk.answer.is_some_and(|answer| answer.by_proxy));
        let undone = call.log().iter().filter_map(|entry| match entry.event {
            super::Event::Undone { entry } => Some(entry),
            _ => None,
        });
        Self {
            opening: call.opening().clone(),
            opened: call.opened(),
            answered: first.zip(voices.last().map(|(_, answer)| answer.time)),
            closed: call.closed(),
            certain: call.certain(),
            tally: call.tally(),
            outcome: call.outcome(),
            casting_vote: call.casting_vote(),
            chair: call.chair().map(|member| name(member.place())),
            groups: groups(call),
            proxies: by_proxy
                .filter_map(|desk| Some((desk.member.name.clone(), name(desk.proxy?))))
                .collect(),
            corrections: call.corrections().iter().map(|kept| (name(kept.place), kept.clone())).collect(),
            replacements: call.replacements().iter().map(|kept| (name(kept.place), kept.clone())).collect(),
            undone: undone.collect(),
            differences: call.differences().iter().map(|both| name(both.member.place())).collect(),
            signatures: call.signatures().to_vec(),
            lines: call.log().len() as u64,
            chain,
        }
    }
}

fn groups(call: &Call) -> Vec<GroupMinutes> {
    let parties = call.parties();
    let keys = (0..parties.len()).map(|place| Some(PartyId(u16::try_from(place).unwrap_or(u16::MAX))));
    keys.chain([None])
        .map(|party| {
            let is_in = |of: Option<PartyId>| of.filter(|id| usize::from(id.0) < parties.len()) == party;
            let names = |position: Position| -> Vec<String> {
                let desks = call.desks().iter().enumerate().filter(|(_, desk)| is_in(desk.member.party));
                desks
                    .filter(|(place, _)| call.ballot(super::MemberNumber::at(*place)).position() == position)
                    .map(|(_, desk)| desk.member.name.clone())
                    .collect()
            };
            let positions = Position::ALL.map(|position| (position, names(position)));
            GroupMinutes {
                party,
                name: party
                    .and_then(|id| parties.get(usize::from(id.0)))
                    .map_or_else(String::new, |party| party.name.clone()),
                positions: positions.into_iter().filter(|(_, names)| !names.is_empty()).collect(),
            }
        })
        .filter(|group| !group.positions.is_empty())
        .collect()
}

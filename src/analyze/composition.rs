//! A chamber without a vote: how many seats make a majority, and what some parties have together.
//!
//! Goes in: a roll call that [is a composition](RollCall::is_composition), and the parties that were chosen. Comes out:
//! numbers of seats. Must not know: files, drawing.

use crate::model::{Base, MajorityRule, PartyId, Position, RollCall, Tally};

/// The seats of a chamber that is shown without a vote. Those of each party are in [`Summary::parties`](super::Summary).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composition {
    /// All seats, vacant ones among them.
    pub seats: u32,
    /// The fewest seats that make a majority: more than half of all, or what a rule asks for that counts all members or
    /// all seats.
    pub majority: u32,
    /// The parties that were chosen, together.
    pub coalition: Option<Coalition>,
}

/// Parties that are summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// The parties, in the archive's order.
    pub parties: Vec<PartyId>,
    /// Their seats.
    pub seats: u32,
}

/// How the seats of a coalition stand to those of a majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A majority, and so many seats more than it needs.
    Over(u32),
    /// So many seats short of a majority.
    Short(u32),
}

impl Reach {
    /// True where they make a majority.
    #[must_use]
    pub fn has_majority(self) -> bool {
        matches!(self, Self::Over(_))
    }
}

impl Composition {
    /// The numbers of a roll call with this tally; `None` for one that is a vote.
    pub(super) fn of(roll_call: RollCall<'_>, tally: &Tally, chosen: Option<MajorityRule>) -> Option<Self> {
        if !roll_call.is_composition() {
            return None;
        }
        let seats = roll_call.num_seats();
        let rule = chosen.or_else(|| roll_call.info().rule.as_deref().copied());
        let counts_all = |rule: &MajorityRule| matches!(rule.base, Base::Members | Base::Seats);
        let needed = rule.filter(counts_all).map(|rule| rule.judge(&roll_call.count(tally)).needed);
        // Seats are whole: a rule of a number of votes with decimals needs the next.
        let needed = needed.map(|votes| votes.floor() + u64::from(!votes.is_whole()));
        let majority = needed.and_then(|needed| u32::try_from(needed).ok()).unwrap_or(seats / 2 + 1);
        Some(Self { seats, majority, coalition: None })
    }

    /// The same with the parties of these names chosen, short or long, in whatever case; nothing is chosen without names.
    ///
    /// # Errors
    /// The first name that no party has.
    pub(super) fn joined(mut self, roll_call: RollCall<'_>, names: &[String]) -> Result<Self, String> {
        let mut parties = Vec::with_capacity(names.len());
        for name in names {
            let found = roll_call.archive().parties.iter().position(|party| party.is_called(name));
            let id = found.and_then(|place| u16::try_from(place).ok()).map(PartyId);
            parties.push(id.ok_or_else(|| name.clone())?);
        }
        parties.sort_unstable();
        parties.dedup();
        let held = |party: Option<PartyId>| party.is_some_and(|party| parties.contains(&party));
        let votes = roll_call.votes().filter(|vote| vote.position() == Position::Seat);
        let count = votes.filter(|vote| held(vote.member.party)).count();
        let seats = u32::try_from(count).unwrap_or(u32::MAX);
        self.coalition = (!parties.is_empty()).then_some(Coalition { parties, seats });
        Ok(self)
    }

    /// How so many seats stand to a majority.
    #[must_use]
    pub fn reach(&self, seats: u32) -> Reach {
        match seats.checked_sub(self.majority) {
            Some(over) => Reach::Over(over),
            None => Reach::Short(self.majority - seats),
        }
    }

    /// True for a party that is outside of the coalition that was chosen.
    #[must_use]
    pub fn leaves_out(&self, party: Option<PartyId>) -> bool {
        self.coalition
            .as_ref()
            .is_some_and(|coalition| party.is_none_or(|party| !coalition.parties.contains(&party)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::Summary;
    use crate::read::{Source, read};

    /// A rule of those who voted, of whom there are none.
    const ORDINARY: &str = ">1/2 of for+against";

    fn summary(text: &str, rule: &str, coalition: &[&str]) -> Result<Summary, String> {
        let reading = read(&Source::new("test.csv", text)).expect("a composition");
        let names: Vec<String> = coalition.iter().map(|&name| name.to_owned()).collect();
        let roll_call = reading.roll_call().expect("one");
        Summary::of(roll_call, Some(rule.parse().expect("a rule"))).with_coalition(roll_call, &names)
    }

    /// Worked by hand: of 85 seats 43 are more than half.
    #[test]
    fn a_majority_is_more_than_half_of_all_seats() {
        let text = "party,seats\nRed,40\nBlue,35\nGreen,10\n";
        let found = |coalition: &[&str]| {
            let summary = summary(text, ORDINARY, coalition).expect("known parties");
            let composition = summary.composition.expect("a composition");
            let seats = composition.coalition.as_ref().map(|coalition| coalition.seats);
            (composition.seats, composition.majority, seats, composition.reach(seats.unwrap_or_default()))
        };
        assert_eq!(found(&[]), (85, 43, None, Reach::Short(43)));
        assert_eq!(found(&["Blue", "green"]), (85, 43, Some(45), Reach::Over(2)));
        assert_eq!(found(&["Red"]), (85, 43, Some(40), Reach::Short(3)));
        assert_eq!(found(&["Red", "RED"]), (85, 43, Some(40), Reach::Short(3)), "named twice, counted once");
        assert_eq!(summary(text, ORDINARY, &["Pink"]).map(|_| ()), Err("Pink".to_owned()));
    }

    #[test]
    fn a_rule_of_all_members_or_seats_says_another_number() {
        let text = "# seats: 90\nparty,seats\nRed,40\nBlue,35\nGreen,10\n";
        let majority = |rule: &str| {
            summary(text, rule, &[]).expect("no parties").composition.expect("a composition").majority
        };
        assert_eq!(majority(ORDINARY), 46, "of 90 seats, five of them vacant");
        assert_eq!(majority("2/3 of seats"), 60);
        assert_eq!(majority(">1/2 of members"), 43, "of 85 members");
        assert_eq!(majority("2/3 of cast"), 46, "nobody voted: such a rule says nothing of seats");
    }

    #[test]
    fn a_composition_has_no_figures_of_a_vote() {
        let summary = summary("party,seats\nRed,2\nBlue,1\n", ORDINARY, &[]).expect("no parties");
        assert!(
            summary.headline.is_none() && summary.judgement.result.is_none() && summary.rebels.is_empty()
        );
        assert!(summary.parties.iter().all(|line| line.rice().is_none() && line.plurality().is_none()));
    }
}

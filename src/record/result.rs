//! A roll call as a vote like any other.

use super::{Call, Clerk, Desk, MemberNumber};
use crate::model::{
    Archive, ArchiveError, Ballot, Declared, MemberId, Moment, Party, Position, RollCallInfo, VoteDate,
};

impl Call {
    /// The roll call as an archive with one vote: the answers in the order of voices with their times, then the
    /// members who gave none, in the order of calling. The result is declared once the vote is closed; until then
    /// the answers still to come are unknown.
    ///
    /// # Errors
    /// None in practice: every ballot is of a member of the roster.
    pub fn archive(&self) -> Result<Archive, ArchiveError> {
        let voices = self.voices();
        let mut order: Vec<(usize, Option<Moment>)> =
            voices.iter().map(|(member, answer)| (member.place(), Some(answer.time))).collect();
        let silent = (0..self.desks().len()).filter(|&place| self.desks()[place].answer.is_none());
        order.extend(silent.map(|place| (place, None)));
        let members = self.desks().iter().map(|desk| desk.member.clone()).collect();
        let ballots = order.iter().map(|&(place, _)| self.ballot(MemberNumber::at(place))).collect();
        let voters: Vec<MemberId> =
            order.iter().map(|&(place, _)| MemberId(u32::try_from(place).unwrap_or(u32::MAX))).collect();
        let info = self.info(order.iter().map(|&(_, time)| time).collect());
        let parties: Vec<Party> = self.parties().to_vec();
        Archive::from_columns(parties, members, vec![(info, order.len())], &voters, ballots)
    }

    /// The roll call as it stands for a clerk, with every member in the order of calling, whoever answered first: the
    /// ballot of a member keeps its place while answers come in. For the second clerk it is what they heard.
    ///
    /// # Errors
    /// None in practice: every ballot is of a member of the roster.
    pub fn standing(&self, clerk: Clerk) -> Result<Archive, ArchiveError> {
        let num_members = self.desks().len();
        let members = self.desks().iter().map(|desk| desk.member.clone()).collect();
        let ballot = |(place, desk): (usize, &Desk)| match clerk {
            Clerk::First => self.ballot(MemberNumber::at(place)),
            Clerk::Second => Ballot::new(desk.second.unwrap_or(Position::Unknown)),
        };
        let ballots = self.desks().iter().enumerate().map(ballot).collect();
        let voters: Vec<MemberId> =
            (0..num_members).map(|place| MemberId(u32::try_from(place).unwrap_or(u32::MAX))).collect();
        let info = self.info(Vec::new());
        Archive::from_columns(self.parties().to_vec(), members, vec![(info, num_members)], &voters, ballots)
    }

    fn info(&self, times: Vec<Option<Moment>>) -> RollCallInfo {
        let question = &self.opening().question;
        let tally = self.tally();
        let seated = u32::try_from(self.desks().len()).unwrap_or(u32::MAX);
        RollCallInfo {
            id: question.number.clone(),
            title: question.title.clone(),
            chamber: question.chamber.clone(),
            date: Some(VoteDate::Day(self.opened().day())),
            procedure: None,
            source: None,
            declared: self.closed().map(|_| Declared {
                in_favour: tally.votes(Position::For),
                against: tally.votes(Position::Against),
                abstain: Some(tally.votes(Position::Abstain)),
            }),
            seats: Some(seated.saturating_add(self.opening().vacant)),
            rule: Some(Box::new(self.opening().majority_rule())),
            in_call_order: true,
            times,
            ..RollCallInfo::default()
        }
    }
}

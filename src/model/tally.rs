//! Counting positions.

use super::{Ballot, ChoiceId, Position, Votes};

/// How many members stand at one position, and how many votes they cast together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TallyLine {
    /// Members.
    pub members: u32,
    /// Their votes: the same number unless members carry weights.
    pub votes: Votes,
}

impl TallyLine {
    fn add(&mut self, members: u32, votes: Votes) {
        self.members += members;
        self.votes += votes;
    }
}

/// The count of a roll call, or of one party in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those of [`Position::ALL`] and that of the seats of a composition, by code.
    lines: [TallyLine; Position::COUNT + 1],
    choices: Vec<TallyLine>,
    proxies: u32,
}

impl Tally {
    /// The count of ballots that are one vote each.
    #[must_use]
    pub fn of(ballots: impl IntoIterator<Item = Ballot>) -> Self {
        // How many there are of each kind: quicker to add to than a tally. Few kinds occur.
        let mut counts = [0_u32; 1 << u8::BITS];
        let mut met: Vec<Ballot> = Vec::with_capacity(8);
        for ballot in ballots {
            let count = &mut counts[usize::from(ballot.byte())];
            if *count == 0 {
                met.push(ballot);
            }
            *count += 1;
        }
        let mut tally = Self::default();
        for ballot in met {
            let count = counts[usize::from(ballot.byte())];
            tally.add_all(ballot, count, Votes::whole(count));
        }
        tally
    }

    /// Counts one more ballot of a member who casts `votes`.
    pub fn add(&mut self, ballot: Ballot, votes: Votes) {
        self.add_all(ballot, 1, votes);
    }

    fn add_all(&mut self, ballot: Ballot, members: u32, votes: Votes) {
        let position = ballot.position();
        let is_there = position.is_cast() || matches!(position, Position::Present | Position::Presiding);
        self.proxies += if ballot.is_proxy() && is_there { members } else { 0 };
        match position {
            Position::Choice(ChoiceId(n)) => {
                let n = usize::from(n);
                if self.choices.len() <= n {
                    self.choices.resize(n + 1, TallyLine::default());
                }
                self.choices[n].add(members, votes);
            }
            position => self.lines[index(position)].add(members, votes),
        }
    }

    /// The line of one position.
    #[must_use]
    pub fn line(&self, position: Position) -> TallyLine {
        match position {
            Position::Choice(ChoiceId(n)) => self.choices.get(usize::from(n)).copied().unwrap_or_default(),
            position => self.lines[index(position)],
        }
    }

    /// Members at one position.
    #[must_use]
    pub fn members(&self, position: Position) -> u32 {
        self.line(position).members
    }

    /// Votes cast at one position.
    #[must_use]
    pub fn votes(&self, position: Position) -> Votes {
        self.line(position).votes
    }

    /// The positions that occur, in the order of [`Position::ALL`] with named options first; of a composition its seats.
    pub fn occurring(&self) -> impl Iterator<Item = (Position, TallyLine)> {
        let choices = (0..self.choices.len()).map(|n| Position::Choice(ChoiceId(n as u8)));
        choices
            .chain(Position::ALL)
            .chain([Position::Seat])
            .map(|position| (position, self.line(position)))
            .filter(|(_, line)| line.members > 0)
    }

    /// Members counted: every ballot except vacant seats.
    #[must_use]
    pub fn num_members(&self) -> u32 {
        self.num_seats() - self.members(Position::Vacant)
    }

    /// Ballots counted, vacant seats among them.
    #[must_use]
    pub fn num_seats(&self) -> u32 {
        self.every_line().map(|line| line.members).sum()
    }

    /// Members who cast a ballot: for, against, an abstention or a named option.
    #[must_use]
    pub fn num_cast(&self) -> u32 {
        let cast = Position::ALL.into_iter().filter(|position| position.is_cast());
        cast.map(|position| self.members(position)).sum::<u32>() + self.num_choosing()
    }

    /// Members who voted or were present through another member: they were not there themselves.
    #[must_use]
    pub fn num_proxies(&self) -> u32 {
        self.proxies
    }

    /// True where any member's votes are not exactly one.
    #[must_use]
    pub fn is_weighted(&self) -> bool {
        self.every_line().any(|line| line.votes != Votes::whole(line.members))
    }

    /// True where somebody chose a named option.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        self.num_choosing() > 0
    }

    fn num_choosing(&self) -> u32 {
        self.choices.iter().map(|line| line.members).sum()
    }

    fn every_line(&self) -> impl Iterator<Item = &TallyLine> {
        self.lines.iter().chain(&self.choices)
    }
}

fn index(position: Position) -> usize {
    usize::from(position.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_members_votes_and_options_apart() {
        let mut tally = Tally::default();
        tally.add(Ballot::new(Position::For), Votes::whole(3));
        tally.add(Ballot::new(Position::For).by_proxy(), Votes::ONE);
        tally.add(Ballot::new(Position::Vacant), Votes::ONE);
        tally.add(Ballot::new(Position::Choice(ChoiceId(2))), Votes::ONE);
        assert_eq!(tally.members(Position::For), 2);
        assert_eq!(tally.votes(Position::For), Votes::whole(4));
        assert_eq!((tally.num_seats(), tally.num_members(), tally.num_cast()), (4, 3, 3));
        assert!(tally.is_weighted() && tally.has_choices());
        let occurring: Vec<Position> = tally.occurring().map(|(position, _)| position).collect();
        assert_eq!(occurring, [Position::Choice(ChoiceId(2)), Position::For, Position::Vacant]);
    }

    #[test]
    fn many_at_once_count_as_one_by_one() {
        let choice = Ballot::new(Position::Choice(ChoiceId(3))).by_proxy();
        let ballots: Vec<Ballot> =
            Position::ALL.into_iter().map(Ballot::new).chain([choice, choice]).collect();
        let mut one_by_one = Tally::default();
        for &ballot in &ballots {
            one_by_one.add(ballot, Votes::ONE);
        }
        assert_eq!(Tally::of(ballots), one_by_one);
    }
}

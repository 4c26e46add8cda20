//! Everything the chart and the tables say of a roll call.

use std::collections::HashSet;

use super::{Composition, PartyLine};
use crate::model::{
    Agreement, Ballot, Base, Electorate, Judgement, MajorityRule, MemberId, Position, RollCall, Tally,
    VoteKind, Votes,
};

/// Where the headline figures come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadlineSource {
    /// The source declares them.
    Declared,
    /// The rows were counted.
    Counted,
}

impl HeadlineSource {
    /// The stable name used in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Counted => "counted",
        }
    }
}

/// The two figures in big type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Votes for; for named options, the votes of the leading one; in a quorum call, those present.
    pub in_favour: Votes,
    /// Votes against; for named options, the votes of the second; in a quorum call, all the others.
    pub against: Votes,
    /// Where they come from.
    pub source: HeadlineSource,
    /// True where the source names only those in favour: the second figure is not known, and not zero.
    pub only_for: bool,
}

/// A member who took another position than the plurality of their party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rebel {
    /// Who.
    pub member: MemberId,
    /// The position taken.
    pub position: Position,
    /// The position of the party's plurality.
    pub line: Position,
}

/// The numbers of one roll call.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The count of all ballots.
    pub tally: Tally,
    /// The figures in big type; `None` for a composition, in which nobody voted, and for an [unsettled](Self::unsettled)
    /// vote.
    pub headline: Option<Headline>,
    /// The seats of a chamber without a vote; `None` for a vote.
    pub composition: Option<Composition>,
    /// Question, election, quorum call or composition.
    pub kind: VoteKind,
    /// The leading named options with their votes, most first; of a quorum call the positions with their members.
    /// Empty for a yes-or-no vote.
    pub options: Vec<(Position, Votes)>,
    /// What became of it.
    pub judgement: Judgement,
    /// The declared result against the counted one.
    pub agreement: Agreement,
    /// Members: ballots except vacant seats.
    pub members: u32,
    /// Seats that are drawn: as declared, or all ballots.
    pub seats: u32,
    /// Seats of the chamber, where the source or what is known of the chamber says it.
    pub known_seats: Option<u32>,
    /// True where the seats that are drawn are the members that the source names, and are not known to be those of the
    /// chamber.
    pub draws_named_members: bool,
    /// How many could have taken part; `None` where the list is of those who voted.
    pub electorate: Option<Electorate>,
    /// Members who took part: as declared for, against and abstaining, else the ballots cast.
    pub took_part: Votes,
    /// Each party, in the archive's order, members of none last.
    pub parties: Vec<PartyLine>,
    /// Members who cast a ballot other than their party's plurality, in ballot order. A party whose first
    /// two positions tie has no line, and members of no party have none to break.
    pub rebels: Vec<Rebel>,
}

impl Summary {
    /// The seats that the votes needed fill, or that make a majority of a composition; `None` where the rule does not count the whole chamber, or where votes
    /// are not one a seat.
    #[must_use]
    pub fn seats_needed(&self) -> Option<u32> {
        if let Some(composition) = &self.composition {
            return Some(composition.majority);
        }
        let outcome = self.judgement.counted?;
        let is_of_all = matches!(outcome.rule.base, Base::Members | Base::Seats);
        let is_counted = outcome.needed.is_whole() && !self.tally.is_weighted();
        u32::try_from(outcome.needed.floor()).ok().filter(|_| is_of_all && is_counted)
    }

    /// Counts a roll call and judges it under `chosen`, else under its own rule.
    #[must_use]
    pub fn of(roll_call: RollCall<'_>, chosen: Option<MajorityRule>) -> Self {
        let tally = roll_call.tally();
        let declared = roll_call.info().declared;
        let parties = party_lines(roll_call);
        let kind = VoteKind::of(roll_call, &tally);
        let options = options(&tally, kind);
        let composition = Composition::of(roll_call, &tally, chosen);
        let headline = composition.is_none().then(|| headline(roll_call, &tally, &options, kind));
        let took_part = match declared {
            _ if kind == VoteKind::QuorumCall => Votes::whole(tally.members(Position::Present)),
            Some(declared) => {
                let abstained = declared.abstain.unwrap_or_else(|| tally.votes(Position::Abstain));
                declared.in_favour + declared.against + abstained
            }
            None => Votes::whole(tally.num_cast()),
        };
        let (seats, known_seats) = (roll_call.num_seats(), roll_call.known_seats());
        let electorate = roll_call.electorate(&tally);
        let lists_all = matches!(electorate, Some(Electorate::Members(_)));
        // Fewer seats than members: they are those of another chamber or time.
        let is_contradicted = roll_call.info().seats.is_some() && known_seats.is_none();
        Self {
            kind,
            headline,
            composition,
            judgement: Judgement::of(roll_call, &tally, chosen),
            options,
            agreement: Agreement::between(declared.as_ref(), &tally),
            members: tally.num_members(),
            seats,
            known_seats,
            draws_named_members: (!lists_all || is_contradicted) && known_seats != Some(seats),
            electorate,
            took_part,
            rebels: rebels(roll_call, &parties),
            parties,
            tally,
        }
    }

    /// The same with parties of a composition summed: those of these names, short or long, in whatever case. A vote has no
    /// coalition.
    ///
    /// # Errors
    /// The first name that no party of the composition has.
    pub fn with_coalition(self, roll_call: RollCall<'_>, names: &[String]) -> Result<Self, String> {
        let composition = self.composition.map(|composition| composition.joined(roll_call, names));
        Ok(Self { composition: composition.transpose()?, ..self })
    }

    /// The same where so many positions are not known that another count could turn the result: no figures and no outcome,
    /// but those that the source itself gives.
    #[must_use]
    pub fn unsettled(self) -> Self {
        let is_declared = |headline: &Headline| headline.source == HeadlineSource::Declared;
        if self.headline.as_ref().is_none_or(is_declared) {
            return self;
        }
        let judgement =
            Judgement { result: self.judgement.stated, counted: None, agrees: None, ..self.judgement };
        Self { headline: None, judgement, ..self }
    }

    /// True for a vote whose figures are not known.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        self.headline.is_none() && self.composition.is_none()
    }

    /// True where votes are for or against: a question of which both sides, or one, are known.
    #[must_use]
    pub fn has_sides(&self) -> bool {
        self.kind == VoteKind::Question
    }

    /// The numbers while only some ballots are known: tally, parties and rebels count the others as
    /// [`Position::Unknown`]. Headline, outcome and turnout stay those of the whole vote: who keeps it from a reader
    /// keeps these too.
    #[must_use]
    pub fn so_far(&self, roll_call: RollCall<'_>, knows: impl Fn(usize) -> bool) -> Self {
        let mut tally = Tally::default();
        let mut parties: Vec<PartyLine> = self
            .parties
            .iter()
            .map(|line| PartyLine { party: line.party, tally: Tally::default() })
            .collect();
        for (place, vote) in roll_call.votes().enumerate() {
            let known = knows(place) || vote.position() == Position::Vacant;
            let ballot = if known { vote.ballot } else { Ballot::new(Position::Unknown) };
            tally.add(ballot, vote.member.votes());
            if let Some(line) = parties.iter_mut().find(|line| line.party == vote.member.party) {
                line.tally.add(ballot, vote.member.votes());
            }
        }
        let mut rebels = rebels(roll_call, &parties);
        let known: HashSet<MemberId> = roll_call
            .votes()
            .enumerate()
            .filter(|(place, _)| knows(*place))
            .map(|(_, vote)| vote.id)
            .collect();
        rebels.retain(|rebel| known.contains(&rebel.member));
        Self { tally, parties, rebels, ..self.clone() }
    }

    /// The share of those who could have taken part that did, above 0 and at most 1; `None` where that is not known:
    /// only those who voted are listed, or more are declared than there are.
    #[must_use]
    pub fn turnout(&self) -> Option<f64> {
        let all = f64::from(self.electorate?.number());
        let took_part = self.took_part.as_f64();
        (all > 0.0 && took_part <= all).then(|| took_part / all)
    }

    /// Seats without a member: those declared beyond the rows, and those the rows call vacant.
    #[must_use]
    pub fn vacant_seats(&self) -> u32 {
        self.seats - self.members
    }
}

/// The two figures in big type.
pub(super) fn headline(
    roll_call: RollCall<'_>,
    tally: &Tally,
    options: &[(Position, Votes)],
    kind: VoteKind,
) -> Headline {
    let declared = roll_call.info().declared;
    if let (None, VoteKind::Options, [first, rest @ ..]) = (declared, kind, options) {
        return Headline {
            in_favour: first.1,
            against: rest.first().map_or(Votes::ZERO, |second| second.1),
            source: HeadlineSource::Counted,
            only_for: false,
        };
    }
    if kind == VoteKind::QuorumCall {
        let in_favour = tally.votes(Position::Present);
        let all: Votes = options.iter().map(|(_, votes)| *votes).sum();
        let against = all - in_favour;
        return Headline { in_favour, against, source: HeadlineSource::Counted, only_for: false };
    }
    let (in_favour, against) = roll_call.headline(tally);
    let source = if declared.is_some() { HeadlineSource::Declared } else { HeadlineSource::Counted };
    let only_for = roll_call.knows_only_for();
    Headline { in_favour, against, source, only_for }
}

/// The options of a vote that has no sides, the one with most votes first.
pub(super) fn options(tally: &Tally, kind: VoteKind) -> Vec<(Position, Votes)> {
    let is_option = |position: Position| match kind {
        VoteKind::Question | VoteKind::Composition => false,
        VoteKind::Options => matches!(position, Position::Choice(_)),
        VoteKind::QuorumCall => position != Position::Vacant,
    };
    let mut options: Vec<(Position, Votes)> = tally
        .occurring()
        .filter(|&(position, _)| is_option(position))
        .map(|(position, line)| (position, line.votes))
        .collect();
    match kind {
        // Those who were there come first, however many they are.
        VoteKind::QuorumCall => options.sort_by_key(|&(position, _)| position != Position::Present),
        _ => options.sort_by_key(|&(position, votes)| (std::cmp::Reverse(votes), position)),
    }
    options
}

fn party_lines(roll_call: RollCall<'_>) -> Vec<PartyLine> {
    let lines = roll_call.party_tallies().into_iter().map(|(party, tally)| PartyLine { party, tally });
    lines.filter(|line| line.tally.num_seats() > 0).collect()
}

fn rebels(roll_call: RollCall<'_>, parties: &[PartyLine]) -> Vec<Rebel> {
    let (by_party, voters, ballots) = (roll_call.by_party(), roll_call.voters(), roll_call.ballots());
    let mut rebels: Vec<(usize, Rebel)> = Vec::new();
    // A party of one mind has no rebels, and most are.
    for line in parties.iter().filter(|line| line.party.is_some() && line.is_split()) {
        let Some(plurality) = line.plurality() else { continue };
        let usual = Ballot::new(plurality);
        let others = by_party.get(line.party).iter().filter(|&&place| !ballots[place].is_like(usual));
        rebels.extend(others.filter_map(|&place| {
            let rebel = Rebel { member: voters[place], position: ballots[place].position(), line: plurality };
            rebel.position.is_cast().then_some((place, rebel))
        }));
    }
    rebels.sort_unstable_by_key(|&(place, _)| place);
    rebels.into_iter().map(|(_, rebel)| rebel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Verdict;
    use crate::read::{Source, read};

    fn summary(text: &str) -> Summary {
        let reading = read(&Source::new("test.csv", text)).expect("a roll call");
        Summary::of(reading.roll_call().expect("one vote"), None)
    }

    #[test]
    fn the_declared_result_leads_and_the_rows_stand_beside() {
        let summary = summary(
            "# for: 3\n# against: 1\n# seats: 6\nname,party,vote\nA,X,for\nB,X,for\nC,Y,unknown\nD,Y,against\nE,Y,absent\n",
        );
        let headline = summary.headline.expect("a vote");
        assert_eq!(headline.source, HeadlineSource::Declared);
        assert_eq!(headline.in_favour, Votes::whole(3));
        assert_eq!(summary.tally.members(Position::For), 2);
        assert_eq!(summary.agreement, Agreement::ExplainedByUnknown);
        assert_eq!((summary.members, summary.seats, summary.vacant_seats()), (5, 6, 1));
        assert_eq!(summary.took_part, Votes::whole(4));
        assert!(summary.turnout().is_some_and(|turnout| (turnout - 0.8).abs() < 1e-9));
    }

    #[test]
    fn rebels_break_a_plurality_and_a_tie_has_no_rebels() {
        let summary = summary(
            "name,party,vote\nA,X,for\nB,X,for\nC,X,against\nD,X,abstain\nE,Y,for\nF,Y,against\nG,,against\nH,Y,absent\n",
        );
        let rebels: Vec<(u32, &str)> =
            summary.rebels.iter().map(|rebel| (rebel.member.0, rebel.position.key())).collect();
        assert_eq!(rebels, [(2, "against"), (3, "abstain")]);
        assert_eq!(summary.parties.len(), 3, "two parties and the members of none");
        assert_eq!(summary.parties[2].party, None);
    }

    /// Worked by hand: of five members three are known, X 1–1 and Y none.
    #[test]
    fn part_of_a_vote_counts_the_others_as_unknown() {
        let text = "name,party,vote\nA,X,for\nB,X,for\nC,X,against\nD,Y,against\nE,Y,absent\n";
        let reading = read(&Source::new("test.csv", text)).expect("a roll call");
        let roll_call = reading.roll_call().expect("one vote");
        let whole = Summary::of(roll_call, None);
        let part = whole.so_far(roll_call, |place| [0, 2, 4].contains(&place));
        let count = |position| part.tally.members(position);
        assert_eq!(
            [Position::For, Position::Against, Position::Absent, Position::Unknown].map(count),
            [1, 1, 1, 2]
        );
        assert_eq!(part.parties[0].tally.num_members(), 3);
        assert_eq!(part.parties[0].agreement(), Some(0.25), "one for, one against");
        assert_eq!(part.parties[1].agreement(), None);
        assert!(part.rebels.is_empty(), "one against one is no line to break");
        let all = whole.so_far(roll_call, |_| true);
        assert_eq!((&all.tally, all.rebels.len()), (&whole.tally, 1));
    }

    /// Worked by hand: two for, one against, and two words that nobody knows, which could turn it.
    #[test]
    fn of_a_vote_that_unknown_words_could_turn_no_figure_is_shown_but_a_declared_one() {
        let rows = "name,party,vote\nA,X,for\nB,X,for\nC,X,against\nD,Y,zz\nE,Y,zz\n";
        let open = summary(rows).unsettled();
        assert!(open.is_unsettled() && open.headline.is_none());
        assert_eq!((open.judgement.result, open.judgement.counted), (None, None));
        assert_eq!(open.turnout(), summary(rows).turnout());
        let declared = summary(&format!("# for: 3\n# against: 2\n{rows}")).unsettled();
        assert_eq!(declared.headline.map(|headline| headline.in_favour), Some(Votes::whole(3)));
        assert!(!declared.is_unsettled() && declared.judgement.result.is_some());
    }

    #[test]
    fn named_options_have_a_leader_and_no_verdict() {
        let summary = summary(
            "Election of the Speaker\nname,party,vote\nA,X,Jeffries\nB,X,Jeffries\nC,X,Jeffries\nD,Y,McCarthy\nE,Y,McCarthy\nF,Y,Present\nG,X,Jeffries\n",
        );
        let headline = summary.headline.expect("a vote");
        assert_eq!(headline.in_favour, Votes::whole(4));
        assert_eq!(headline.against, Votes::whole(2));
        assert_eq!((summary.judgement.result, summary.kind), (None, VoteKind::Options));
        assert_eq!(summary.options.len(), 2);
    }

    #[test]
    fn a_tie_is_a_tie() {
        let summary = summary("name,vote\nA,yes\nB,no\n");
        assert_eq!(summary.judgement.result, Some(Verdict::Tied));
    }
}

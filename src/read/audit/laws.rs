//! The laws that every roll call keeps, each as one function over a [`Ledger`]: called to choose how a table is read, and called again
//! to say what the reading breaks.
//!
//! Must not know: where a ledger is from, files, words.

use super::ledger::{Ledger, Seen};

/// One exception in so many is still a rule: 24 doubled rows in 34 votes of the Argentine Cámara, a party changed in 144 of
/// 20,609 rows of the Bundestag. What goes beyond is another kind of table.
pub(in crate::read) const EXCEPTIONS: usize = 50;

/// A law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Law {
    /// A member has one ballot in a vote.
    OneBallot,
    /// Title, day, result and totals are one in all rows of a vote.
    OneVote,
    /// Votes of a body have about as many ballots.
    Sizes,
    /// The file's own totals agree with the count.
    Totals,
    /// The stated result is what the count gives under the rule.
    Outcome,
    /// Members are no more than seats.
    Seats,
    /// A vote is of several members.
    Several,
    /// A row that states how many voted is a vote, and no ballot.
    BallotOrVote,
    /// Every row is read, or said.
    NothingLeft,
}

/// What a breach leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum Weight {
    /// It is said.
    Says,
    /// It speaks against this way to read the table.
    Ranks,
    /// It cannot be read this way.
    Excludes,
}

/// A law that is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct Breach<'l> {
    pub(in crate::read) law: Law,
    pub(in crate::read) seen: &'l Seen,
    pub(in crate::read) weight: Weight,
}

/// Every law, in the order in which breaches are said.
pub(in crate::read) const LAWS: [fn(&Ledger) -> Option<Breach<'_>>; 9] =
    [one_ballot, one_vote, several, ballot_or_vote, nothing_left, totals, seats, outcome, sizes];

fn broken(law: Law, seen: &Seen, weight: Weight) -> Option<Breach<'_>> {
    (seen.count > 0).then_some(Breach { law, seen, weight })
}

/// A member has one ballot in a vote. A few who have two are doubles; many make it several votes.
pub(in crate::read) fn one_ballot(ledger: &Ledger) -> Option<Breach<'_>> {
    let seen = &ledger.doubles;
    let weight = if seen.count * EXCEPTIONS <= seen.of { Weight::Ranks } else { Weight::Excludes };
    broken(Law::OneBallot, seen, weight)
}

/// What is so of a vote as a whole is the same in all its rows. What varies is mostly not of the vote, which `infer` sees; a few rows
/// that say something else are said.
fn one_vote(ledger: &Ledger) -> Option<Breach<'_>> {
    broken(Law::OneVote, &ledger.facts, Weight::Says)
}

/// Votes of a body have about as many ballots. Far fewer are what a list looks like that was cut.
fn sizes(ledger: &Ledger) -> Option<Breach<'_>> {
    let seen = &ledger.sizes;
    if seen.count * EXCEPTIONS <= seen.of { broken(Law::Sizes, seen, Weight::Says) } else { None }
}

/// The totals that the file states are those of its ballots. Where most are not, another reading may be right; tellers, pairs and lists
/// of those who dissented leave differences in right ones.
pub(in crate::read) fn totals(ledger: &Ledger) -> Option<Breach<'_>> {
    let seen = &ledger.totals;
    let weight = if seen.count * 2 > seen.of { Weight::Ranks } else { Weight::Says };
    broken(Law::Totals, seen, weight)
}

/// The result that the file states is what the count gives under the rule. It leads all the same.
fn outcome(ledger: &Ledger) -> Option<Breach<'_>> {
    broken(Law::Outcome, &ledger.outcomes, Weight::Says)
}

/// No more members than seats. The number of seats then is of another day, and is left out.
fn seats(ledger: &Ledger) -> Option<Breach<'_>> {
    broken(Law::Seats, &ledger.seats, Weight::Says)
}

/// Several votes, each of one ballot, are rows that nothing puts together: what parts them is not the number of a vote.
fn several(ledger: &Ledger) -> Option<Breach<'_>> {
    const FEWEST: usize = 3;
    let seen = &ledger.alone;
    if seen.count == seen.of && seen.of >= FEWEST {
        broken(Law::Several, seen, Weight::Excludes)
    } else {
        None
    }
}

/// A single ballot whose row states how many voted is a vote of a list, and its word no ballot.
fn ballot_or_vote(ledger: &Ledger) -> Option<Breach<'_>> {
    broken(Law::BallotOrVote, &ledger.rows_of_lists, Weight::Excludes)
}

/// Every row is read or set aside.
fn nothing_left(ledger: &Ledger) -> Option<Breach<'_>> {
    broken(Law::NothingLeft, &ledger.rows, Weight::Says)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(count: usize, of: usize) -> Seen {
        Seen { count, of, words: Vec::new() }
    }

    #[test]
    fn doubles_within_one_in_fifty_are_exceptions() {
        let weight = |doubles, rows| one_ballot(&Ledger::of_rows(doubles, rows)).map(|breach| breach.weight);
        assert_eq!(weight(0, 100), None);
        assert_eq!(weight(2, 100), Some(Weight::Ranks));
        assert_eq!(weight(3, 100), Some(Weight::Excludes));
    }

    #[test]
    fn a_vote_of_far_fewer_is_an_exception() {
        let says = |count, of| sizes(&Ledger { sizes: seen(count, of), ..Ledger::default() }).is_some();
        assert!(says(1, 50) && !says(0, 50));
        assert!(!says(2, 50), "many small votes are votes of committees");
    }

    #[test]
    fn votes_of_one_ballot_each_are_no_votes() {
        let excludes = |count, of| several(&Ledger { alone: seen(count, of), ..Ledger::default() }).is_some();
        assert!(excludes(3, 3));
        assert!(!excludes(2, 2), "two votes of a council of one are possible");
        assert!(!excludes(3, 4), "a vote of several is one");
    }

    #[test]
    fn totals_that_mostly_differ_speak_against_a_reading() {
        let weight = |differ, of| {
            let ledger = Ledger::of_rows(0, 10).with_totals(differ, of);
            totals(&ledger).map(|breach| breach.weight)
        };
        assert_eq!([weight(0, 4), weight(1, 4), weight(2, 4), weight(3, 4)], {
            [None, Some(Weight::Says), Some(Weight::Says), Some(Weight::Ranks)]
        });
    }
}

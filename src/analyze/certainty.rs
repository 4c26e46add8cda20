//! The moment at which a result became certain, in a vote whose ballots are in call order.

use crate::model::{Count, MajorityRule, Open, Position, RollCall, Tally, Verdict, Votes};

/// The result that no later answer could change, and after how many ballots it was so; `None` for a vote that is
/// not in call order. Where times are known, members without one were never called, and are counted from the start.
///
/// Judged by the ballots alone: a declared result is not known before the end.
#[must_use]
pub fn certain_after(roll_call: RollCall<'_>, rule: MajorityRule) -> Option<(usize, Verdict)> {
    let info = roll_call.info();
    if !info.in_call_order {
        return None;
    }
    let was_called =
        |place: usize| info.times.is_empty() || info.times.get(place).is_some_and(Option::is_some);
    let whole = roll_call.tally();
    let vacant = roll_call.num_seats().saturating_sub(whole.num_seats());
    let all = Count::of(&whole, None, vacant);
    let (mut so_far, mut open) = (Tally::default(), Open { votes: Votes::ZERO, in_person: 0 });
    for (place, vote) in roll_call.votes().enumerate() {
        if was_called(place) && vote.position() != Position::Vacant {
            open.votes += vote.member.votes();
            open.in_person += u32::from(!vote.ballot.is_proxy());
        } else {
            so_far.add(vote.ballot, vote.member.votes());
        }
    }
    let judge = |so_far: &Tally, open: Open| {
        let heard = Count::of(so_far, None, 0);
        let count = Count { members: all.members, seats: all.seats, num_members: all.num_members, ..heard };
        rule.certain(&count, open)
    };
    if let Some(verdict) = judge(&so_far, open) {
        return Some((0, verdict));
    }
    for (place, vote) in roll_call.votes().enumerate() {
        if !was_called(place) || vote.position() == Position::Vacant {
            continue;
        }
        so_far.add(vote.ballot, vote.member.votes());
        open.votes = open.votes - vote.member.votes();
        open.in_person -= u32::from(!vote.ballot.is_proxy());
        if let Some(verdict) = judge(&so_far, open) {
            return Some((place + 1, verdict));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Source, read};

    fn certain(words: &str, rule: &str) -> Option<(usize, Verdict)> {
        let mut text = "order,name,vote\n".to_owned();
        for (place, word) in words.split_whitespace().enumerate() {
            text.push_str(&format!("{},Member {place},{word}\n", place + 1));
        }
        let reading = read(&Source::new("test.csv", text)).expect("a vote");
        certain_after(reading.roll_call().expect("one vote"), rule.parse().expect("a rule"))
    }

    /// Worked by hand: with three of five for, the other two cannot tie.
    #[test]
    fn certain_as_soon_as_nobody_can_change_it() {
        assert_eq!(certain("for against for for against", "half"), Some((4, Verdict::Adopted)));
        assert_eq!(certain("for for for against against", "half"), Some((3, Verdict::Adopted)));
        assert_eq!(certain("against absent for against against", "half"), Some((5, Verdict::Rejected)));
        assert_eq!(
            certain("against abstain against against for", ">1/2 of members"),
            Some((3, Verdict::Rejected))
        );
        assert_eq!(certain("for against for against", "half"), Some((4, Verdict::Tied)));
    }
}

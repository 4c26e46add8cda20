//! Who guessed best.

use std::str::FromStr;

use crate::lang::Message;
use crate::model::{Position, RollCall};

/// The counts that a group expects, in members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// For.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Abstentions; `None` where the group says nothing of them.
    pub abstain: Option<u32>,
}

/// A group and its guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guessed {
    /// The group.
    pub group: String,
    /// Its guess.
    pub guess: Guess,
}

/// Where a group stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The rank, from 1; groups that are as near share one, and the ranks they fill are left out.
    pub rank: u32,
    /// The group and its guess.
    pub guessed: Guessed,
    /// How far off it is.
    pub distance: u32,
}

/// A text that is not a guess.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a guess: {0:?} (GROUP=FOR-AGAINST or GROUP=FOR-AGAINST-ABSTAINED, such as Owls=14-9-2)")]
pub struct ParseGuessError(String);

impl FromStr for Guessed {
    type Err = ParseGuessError;

    /// Reads `Owls=14-9-2`; a dash of any length or a colon parts the figures.
    fn from_str(text: &str) -> Result<Self, ParseGuessError> {
        let fault = || ParseGuessError(text.to_owned());
        let (group, figures) = text.rsplit_once('=').ok_or_else(fault)?;
        let figures: Result<Vec<u32>, _> =
            figures.split(['-', '–', '—', ':']).map(|figure| figure.trim().parse()).collect();
        let (in_favour, against, abstain) = match figures.map_err(|_| fault())?.as_slice() {
            [in_favour, against] => (*in_favour, *against, None),
            [in_favour, against, abstain] => (*in_favour, *against, Some(*abstain)),
            _ => return Err(fault()),
        };
        let group = group.trim();
        if group.is_empty() {
            return Err(fault());
        }
        Ok(Self { group: group.to_owned(), guess: Guess { in_favour, against, abstain } })
    }
}

/// What is guessed of a vote: members for, against and abstaining, as declared where that is declared, else as the rows
/// have them.
#[must_use]
pub fn told(roll_call: RollCall<'_>) -> [u32; 3] {
    let tally = roll_call.tally();
    let [in_favour, against, abstain] =
        [Position::For, Position::Against, Position::Abstain].map(|position| tally.members(position));
    let Some(declared) = roll_call.info().declared else { return [in_favour, against, abstain] };
    let whole = |votes: crate::model::Votes| u32::try_from(votes.floor()).unwrap_or(u32::MAX);
    [whole(declared.in_favour), whole(declared.against), declared.abstain.map_or(abstain, whole)]
}

impl Guess {
    /// How far it is from counts for, against and of abstentions: their differences, added up. An abstention that was
    /// not guessed counts as nobody.
    #[must_use]
    pub fn distance(self, counts: [u32; 3]) -> u32 {
        let guessed = [self.in_favour, self.against, self.abstain.unwrap_or_default()];
        let apart = counts.into_iter().zip(guessed).map(|(count, guess)| count.abs_diff(guess));
        apart.fold(0, u32::saturating_add)
    }
}

impl Standing {
    /// The standing in a line.
    #[must_use]
    pub fn message(&self) -> Message {
        let Guessed { group, guess } = &self.guessed;
        let abstain = guess.abstain.map(|abstain| format!("–{abstain}")).unwrap_or_default();
        Message::new("guess-line")
            .with("rank", self.rank.to_string())
            .with("group", group)
            .with("guess", format!("{}–{}{abstain}", guess.in_favour, guess.against))
            .with("distance", self.distance)
    }
}

/// Who was nearest.
#[must_use]
pub fn winners(standings: &[Standing]) -> Message {
    let nearest = standings.iter().filter(|standing| standing.rank == 1);
    let groups: Vec<&str> = nearest.map(|standing| standing.guessed.group.as_str()).collect();
    Message::new("guess-won").with("n", groups.len()).with("groups", groups.join(", "))
}

/// The groups, the nearest first; those that are as near stay in their order and share a rank.
#[must_use]
pub fn standings(guesses: &[Guessed], counts: [u32; 3]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = guesses
        .iter()
        .map(|guessed| Standing {
            rank: 0,
            guessed: guessed.clone(),
            distance: guessed.guess.distance(counts),
        })
        .collect();
    standings.sort_by_key(|standing| standing.distance);
    for place in 0..standings.len() {
        let shares = place > 0 && standings[place].distance == standings[place - 1].distance;
        let rank = if shares { standings[place - 1].rank } else { place as u32 + 1 };
        standings[place].rank = rank;
    }
    standings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Source, read};

    #[test]
    fn the_declared_result_is_what_was_guessed() {
        let told_of = |text: &str| {
            let reading = read(&Source::new("vote.csv", text)).expect("a vote");
            told(reading.roll_call().expect("one vote"))
        };
        let rows = "name,vote\nA,for\nB,against\nC,abstain\nD,unknown\nE,absent\n";
        assert_eq!(told_of(rows), [1, 1, 1]);
        assert_eq!(told_of(&format!("# for: 2\n# against: 1\n{rows}")), [2, 1, 1]);
    }

    /// Worked by hand for 13–9–2.
    #[test]
    fn the_nearest_wins_and_a_tie_is_shared() {
        let guesses: Vec<Guessed> = ["Owls=14-9-1", "Larks=13:9", "Jays = 20–4–0", "Wrens=12-9-2"]
            .into_iter()
            .map(|text| text.parse().expect("a guess"))
            .collect();
        let told: Vec<(u32, String, u32)> = standings(&guesses, [13, 9, 2])
            .into_iter()
            .map(|standing| (standing.rank, standing.guessed.group, standing.distance))
            .collect();
        let expected = [(1, "Wrens", 1), (2, "Owls", 2), (2, "Larks", 2), (4, "Jays", 14)];
        assert_eq!(told, expected.map(|(rank, group, distance)| (rank, group.to_owned(), distance)));
    }

    #[test]
    fn what_is_no_guess_is_said() {
        for text in ["", "Owls", "Owls=", "Owls=3", "=3-4", "Owls=3-4-5-6", "Owls=a-b", "Owls=3--4"] {
            assert!(text.parse::<Guessed>().is_err(), "{text}");
        }
    }
}

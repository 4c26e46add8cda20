//! What the rows of a file say for an answer, and against it. Counts alone: nothing here says how likely an answer is.
//!
//! Goes in: the ballots with each code as an option of its own, and the votes as an answer makes them. Comes out: sentences.
//! Must not know: how they are drawn.

use crate::analyze::{Headline, VoteLine};
use crate::lang::{Lang, Message};
use crate::model::{Archive, ChoiceId, PartyId, Position, Tally, Votes};
use crate::read::{Choice, Question};

/// How often a code occurs in the votes that depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Spread {
    /// Its ballots.
    pub(super) ballots: u64,
    /// The same over all ballots.
    pub(super) share: f64,
    /// Its share of the ballots of the two largest parties, where there are two.
    pub(super) of_parties: Option<[f64; 2]>,
    /// How far the two parties lie apart in it, on the average of the votes, from 0 to 1.
    pub(super) apart: Option<f64>,
}

/// The two parties with most ballots in some votes; `None` where there are not two.
pub(super) fn largest_parties(archive: &Archive, votes: &[usize]) -> Option<[PartyId; 2]> {
    let mut ballots = vec![0_u64; archive.parties.len()];
    for roll_call in votes.iter().filter_map(|&vote| archive.roll_call(vote)) {
        for (party, places) in roll_call.by_party().iter() {
            if let Some(count) = party.and_then(|id| ballots.get_mut(usize::from(id.0))) {
                *count += places.len() as u64;
            }
        }
    }
    let mut parties: Vec<(u64, PartyId)> = ballots.into_iter().zip((0..=u16::MAX).map(PartyId)).collect();
    parties.retain(|(count, _)| *count > 0);
    parties.sort_by_key(|&(count, id)| (std::cmp::Reverse(count), id));
    match parties[..] {
        [(_, first), (_, second), ..] => Some([first, second]),
        _ => None,
    }
}

/// How often each of `num_codes` codes occurs, which are options from the place `first` on.
pub(super) fn spreads(archive: &Archive, votes: &[usize], first: usize, num_codes: usize) -> Vec<Spread> {
    let parties = largest_parties(archive, votes);
    let mut all = 0_u64;
    let mut found = vec![Counts::default(); num_codes];
    let mut of_parties = [0_u64; 2];
    for roll_call in votes.iter().filter_map(|&vote| archive.roll_call(vote)) {
        let tally = roll_call.tally();
        all += u64::from(tally.num_seats());
        let tallies = parties.map(|parties| {
            let tallies = roll_call.party_tallies();
            parties.map(|party| {
                tallies.iter().find(|(id, _)| *id == Some(party)).map(|(_, tally)| tally.clone())
            })
        });
        let sizes =
            tallies.as_ref().map(|two| two.each_ref().map(|one| one.as_ref().map_or(0, Tally::num_seats)));
        for (total, size) in of_parties.iter_mut().zip(sizes.unwrap_or_default()) {
            *total += u64::from(size);
        }
        for (index, counts) in found.iter_mut().enumerate() {
            let position = option(first + index);
            counts.ballots += u64::from(tally.members(position));
            let Some(two) = &tallies else { continue };
            let mut shares = [0.0; 2];
            for ((side, one), share) in two.iter().enumerate().zip(&mut shares) {
                let Some(one) = one.as_ref().filter(|one| one.num_seats() > 0) else { continue };
                counts.of_parties[side] += u64::from(one.members(position));
                *share = f64::from(one.members(position)) / f64::from(one.num_seats());
            }
            counts.apart += f64::abs(shares[0] - shares[1]);
        }
    }
    let over = |count: u64, all: u64| if all == 0 { 0.0 } else { count as f64 / all as f64 };
    let spread = |counts: Counts| Spread {
        ballots: counts.ballots,
        share: over(counts.ballots, all),
        of_parties: parties.map(|_| [0, 1].map(|side| over(counts.of_parties[side], of_parties[side]))),
        apart: parties.map(|_| counts.apart / votes.len().max(1) as f64),
    };
    found.into_iter().map(spread).collect()
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    ballots: u64,
    of_parties: [u64; 2],
    apart: f64,
}

/// The option of a place.
pub(super) fn option(place: usize) -> Position {
    u8::try_from(place).map_or(Position::Unknown, |place| Position::Choice(ChoiceId(place)))
}

/// What the rows say of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fact {
    /// The side of this code is the larger one in so many votes; `None` for all that are for.
    Larger { word: Option<String>, n: usize, votes: usize },
    /// A code for those who took no side is rare.
    Rare { word: String, spread: Spread },
    /// The parties differ in the codes of the two sides, by so much.
    Differ { words: [String; 2], apart: f64 },
    /// Few votes would have carried.
    FewCarried { n: usize, votes: usize },
    /// All votes would have carried, with so small a share of the two sides against.
    AllCarried { votes: usize, against: f64 },
    /// A code for those who took no side is as frequent as a side.
    Frequent { word: String, share: f64 },
    /// The parties differ in a code for those who took no side, more than in that of a side.
    ApartAside { word: String, apart: f64, side: String, of_side: f64 },
    /// So many would not have taken a side here.
    Away { n: u32, members: u32 },
    /// The rows say the same of an answer before this one, by its place.
    Mirror { before: usize },
    /// The file says it nowhere.
    Unsaid,
}

/// A code below this share of the ballots is rare.
const RARE: f64 = 0.2;
/// From this difference on parties differ.
const DIFFER: f64 = 0.2;
/// So many facts are shown for an answer.
const MOST: usize = 4;

impl Fact {
    /// True where it speaks for the answer, false where it speaks against it.
    pub(super) fn supports(&self) -> bool {
        matches!(self, Self::Larger { .. } | Self::Rare { .. } | Self::Differ { .. })
    }

    /// The fact in words.
    pub(super) fn text(&self, lang: Lang) -> String {
        let points = |apart: f64| (apart * 100.0).round() as u64;
        let message = match self {
            Self::Larger { word: Some(word), n, votes } => {
                Message::new("ask-fact-larger").with("word", word).with("n", *n).with("votes", *votes)
            }
            Self::Larger { word: None, n, votes } => {
                Message::new("ask-fact-larger-for").with("n", *n).with("votes", *votes)
            }
            Self::Rare { word, spread: Spread { of_parties: Some([a, b]), .. } } => {
                Message::new("ask-fact-rare-parties")
                    .with("word", word)
                    .with("one", lang.percent(*a))
                    .with("other", lang.percent(*b))
            }
            Self::Rare { word, spread } => {
                Message::new("ask-fact-rare").with("word", word).with("share", lang.percent(spread.share))
            }
            Self::Differ { words: [one, other], apart } => Message::new("ask-fact-differ")
                .with("one", one)
                .with("other", other)
                .with("points", points(*apart)),
            Self::FewCarried { n, votes } => Message::new("ask-fact-few").with("n", *n).with("votes", *votes),
            Self::AllCarried { votes, against } => {
                Message::new("ask-fact-all").with("votes", *votes).with("share", lang.percent(*against))
            }
            Self::Frequent { word, share } => {
                Message::new("ask-fact-frequent").with("word", word).with("share", lang.percent(*share))
            }
            Self::ApartAside { word, apart, side, of_side } => Message::new("ask-fact-apart")
                .with("word", word)
                .with("points", points(*apart))
                .with("side", side)
                .with("less", points(*of_side)),
            Self::Away { n, members } => {
                Message::new("ask-fact-away").with("n", *n).with("members", *members)
            }
            Self::Mirror { before } => Message::new("ask-fact-mirror").with("n", *before + 1),
            Self::Unsaid => Message::new("ask-fact-unsaid"),
        };
        message.text(lang)
    }
}

/// What the rows say of the answer at a place among those of a question: `lines` are the votes as it makes them.
pub(super) fn facts(
    question: &Question,
    place: usize,
    spreads: &[Spread],
    lines: &[VoteLine],
    has_known_side: bool,
) -> Vec<Fact> {
    let Some(choice) = question.choices.get(place) else { return Vec::new() };
    let mut facts = Vec::from_iter(results(question, choice, lines, has_known_side));
    let with_spread = |(word, position): &(String, Position)| {
        let at = question.words().iter().position(|known| known.word == *word)?;
        Some((word.clone(), *position, *spreads.get(at)?))
    };
    let codes: Vec<(String, Position, Spread)> = choice.words().iter().filter_map(with_spread).collect();
    let is_side = |position: Position| matches!(position, Position::For | Position::Against);
    let sides: Vec<&(String, Position, Spread)> = codes.iter().filter(|code| is_side(code.1)).collect();
    let aside: Vec<&(String, Position, Spread)> = codes.iter().filter(|code| !is_side(code.1)).collect();
    if let Some((word, _, spread)) = aside.first() {
        let rare = Fact::Rare { word: word.clone(), spread: *spread };
        let frequent = Fact::Frequent { word: word.clone(), share: spread.share };
        facts.push(if spread.share < RARE { rare } else { frequent });
    }
    let less = sides.iter().filter_map(|side| Some((side, side.2.apart?)));
    let less = less.min_by(|a, b| a.1.total_cmp(&b.1));
    let more = aside.iter().filter_map(|code| Some((code, code.2.apart?)));
    let more = more.max_by(|a, b| a.1.total_cmp(&b.1));
    match (less, more, sides.as_slice()) {
        (Some((side, of_side)), Some((code, apart)), _) if apart >= of_side + DIFFER / 2.0 => {
            facts.push(Fact::ApartAside { word: code.0.clone(), apart, side: side.0.clone(), of_side });
        }
        (Some((_, apart)), _, [one, other]) if apart >= DIFFER => {
            facts.push(Fact::Differ { words: [one.0.clone(), other.0.clone()], apart });
        }
        _ => {}
    }
    let turned = |before: &Choice| is_turned(before, choice) && !has_known_side;
    match question.choices.iter().take(place).position(turned) {
        Some(before) => facts.push(Fact::Mirror { before }),
        None => facts.push(Fact::Unsaid),
    }
    // What speaks for it comes first, and the last word is what the rows cannot say.
    facts.sort_by_key(|fact| !fact.supports());
    if facts.len() > MOST {
        facts.retain(|fact| !matches!(fact, Fact::Differ { .. }));
    }
    facts.truncate(MOST);
    facts
}

/// The fact about the results that an answer gives, where they say something.
fn results(question: &Question, choice: &Choice, lines: &[VoteLine], has_known_side: bool) -> Option<Fact> {
    let headlines: Vec<Headline> =
        question.votes.iter().filter_map(|&vote| lines.get(vote)?.headline).collect();
    let votes = headlines.len();
    let n = headlines.iter().filter(|headline| headline.in_favour > headline.against).count();
    let lost = headlines.iter().filter(|headline| headline.against > headline.in_favour).count();
    let in_favour: Votes = headlines.iter().map(|headline| headline.in_favour).sum();
    let against: Votes = headlines.iter().map(|headline| headline.against).sum();
    let share_against = against.as_f64() / (in_favour + against).as_f64().max(1.0);
    if n == votes && votes > 2 && share_against <= RARE {
        return Some(Fact::AllCarried { votes, against: share_against });
    }
    if 2 * n < votes || n == 0 {
        // Ties are neither.
        return (lost > n).then_some(Fact::FewCarried { n, votes });
    }
    let mut words = choice.words().iter().filter(|(_, position)| *position == Position::For);
    let word = match (words.next(), words.next()) {
        (Some((word, _)), None) if !has_known_side => Some(word.clone()),
        _ => None,
    };
    Some(Fact::Larger { word, n, votes })
}

/// True for two answers that differ only in which side is which.
fn is_turned(one: &Choice, other: &Choice) -> bool {
    let turned = |position: Position| match position {
        Position::For => Position::Against,
        Position::Against => Position::For,
        position => position,
    };
    let (one, other) = (one.words(), other.words());
    let pairs = || one.iter().zip(other);
    one.len() == other.len()
        && pairs().all(|(a, b)| a.0 == b.0 && turned(a.1) == b.1)
        && pairs().any(|(a, b)| a.1 != b.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(text: &str) -> Choice {
        let (words, _) = crate::read::words_from_text(text).expect("words");
        Choice::Words(words.into_iter().map(|word| (word.word, word.position)).collect())
    }

    #[test]
    fn answers_that_the_rows_cannot_tell_apart() {
        let first = choice("1=for,0=against,9=not-voting");
        assert!(is_turned(&first, &choice("1=against,0=for,9=not-voting")));
        for other in ["1=for,0=against,9=not-voting", "1=for,0=not-voting,9=against", "1=against,0=for"] {
            assert!(!is_turned(&first, &choice(other)), "{other}");
        }
        assert!(!is_turned(&choice("9=absent"), &choice("9=absent")));
    }
}

//! What a drawing says of a chamber without a vote: the number of its seats or of a coalition's, and the majority.
//!
//! Goes in: a vote whose summary is a composition. Comes out: words and figures. Must not know: where they are drawn.

use super::words::{Vote, party_name_of};
use crate::analyze::{Composition, Reach, Summary};
use crate::lang::{Lang, Message};
use crate::model::{PartyId, Rgb, RollCall};

/// A figure in big type that stands alone, and the words under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatFigure {
    /// The seats of the coalition, or where none was chosen all seats.
    pub seats: String,
    /// The short names of the parties of the coalition, or the word for seats.
    pub name: String,
}

impl SeatFigure {
    /// The figure of a composition; `None` for a vote.
    #[must_use]
    pub fn of(vote: &Vote<'_>) -> Option<Self> {
        let composition = vote.summary.composition.as_ref()?;
        let figure = |seats: u32, name: String| Self { seats: vote.lang.number(u64::from(seats)), name };
        Some(match &composition.coalition {
            None => {
                let name = Message::new("seats-label").with("n", composition.seats).text(vote.lang);
                figure(composition.seats, name)
            }
            Some(coalition) => {
                let archive = vote.roll_call.archive();
                let shorts: Vec<&str> = coalition
                    .parties
                    .iter()
                    .filter_map(|&id| Some(archive.party(id)?.short.as_str()))
                    .collect();
                figure(coalition.seats, shorts.join(" + "))
            }
        })
    }
}

/// `Majority: 361 of 720 seats`, or how the coalition stands to it.
#[must_use]
pub fn majority_sentence(composition: &Composition, lang: Lang) -> String {
    let (seats, majority) = (composition.seats, composition.majority);
    let Some(coalition) = &composition.coalition else {
        return Message::new("majority-of-seats").with("seats", seats).with("majority", majority).text(lang);
    };
    let (key, difference) = match composition.reach(coalition.seats) {
        Reach::Over(more) => ("coalition-majority", more),
        Reach::Short(short) => ("coalition-short", short),
    };
    Message::new(key)
        .with("n", coalition.seats)
        .with("seats", seats)
        .with("majority", majority)
        .with("difference", difference)
        .text(lang)
}

/// A summary with parties of its composition summed: those of these names, short or long.
///
/// # Errors
/// A name that no party has, and names for a vote, which has no coalition.
pub fn with_coalition(
    summary: Summary,
    roll_call: RollCall<'_>,
    names: &[String],
) -> Result<Summary, Message> {
    if names.is_empty() {
        return Ok(summary);
    }
    if summary.composition.is_none() {
        return Err(Message::new("error-coalition-of-vote"));
    }
    summary.with_coalition(roll_call, names).map_err(|name| {
        let known: Vec<&str> = roll_call.archive().parties.iter().map(|party| party.short.as_str()).collect();
        Message::new("error-no-such-party").with("name", name).with("parties", known.join(", "))
    })
}

/// The whole drawing of a composition in full sentences, for those who cannot see it.
pub(super) fn description(vote: &Vote<'_>, composition: &Composition) -> String {
    let lang = vote.lang;
    let mut lines: Vec<_> = vote.summary.parties.iter().collect();
    lines.sort_by_cached_key(|line| std::cmp::Reverse(line.num_counted()));
    let seats = |line: &&crate::analyze::PartyLine| {
        format!("{} {}", party_name_of(vote, line.party), lang.number(u64::from(line.num_counted())))
    };
    let mut list: Vec<String> = lines.iter().filter(|line| line.num_counted() > 0).map(seats).collect();
    if vote.summary.vacant_seats() > 0 {
        let vacant = lang.number(u64::from(vote.summary.vacant_seats()));
        list.push(format!("{} {vacant}", lang.text("position-vacant")));
    }
    let chosen: Vec<String> = composition
        .coalition
        .iter()
        .flat_map(|coalition| &coalition.parties)
        .map(|&party| party_name_of(vote, Some(party)))
        .collect();
    let sentence = majority_sentence(composition, lang);
    let sentence = if chosen.is_empty() { sentence } else { format!("{}: {sentence}", chosen.join(" + ")) };
    Message::new("description-composition")
        .with("title", vote.title())
        .with("seats", composition.seats)
        .with("list", list.join("; "))
        .with("majority", sentence)
        .text(lang)
}

/// The colour of a party's seats: where a coalition was chosen, those outside of it are faded into the ground.
pub(super) fn seat_colour(vote: &Vote<'_>, party: Option<PartyId>, colour: Rgb, ground: Rgb) -> Rgb {
    /// How much of the ground is mixed in, in percent.
    const FADED: u16 = 75;
    let composition = vote.summary.composition.as_ref();
    if !composition.is_some_and(|composition| composition.leaves_out(party)) {
        return colour;
    }
    let mix = |a: u8, b: u8| ((u16::from(a) * (100 - FADED) + u16::from(b) * FADED) / 100) as u8;
    Rgb(mix(colour.0, ground.0), mix(colour.1, ground.1), mix(colour.2, ground.2))
}

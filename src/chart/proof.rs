//! A drawing as other eyes see it, and in grey; and a warning where colours that mean different things look alike.

use super::colour::{self, Proof};
use super::recent::Recent;
use super::scene::{Item, Scene, Seats};
use super::words::{Vote, position_name};
use super::{SeatColour, Style};
use crate::lang::Message;
use crate::model::{Position, Rgb};

/// The distance below which two colours of votes are too alike.
pub const TOO_ALIKE: f64 = 20.0;

/// The scene with every colour as it looks in `proof`. Pictures in it stay as they are.
#[must_use]
pub fn proof(scene: &Scene, proof: Proof) -> Scene {
    let mut seen = scene.clone();
    seen.background = seen.background.map(|colour| proof.simulate(colour));
    recolour(&mut seen.items, proof);
    seen
}

fn recolour(items: &mut [Item], proof: Proof) {
    for item in items {
        let colour: &mut Rgb = match item {
            Item::Group(group) => {
                recolour(&mut group.items, proof);
                continue;
            }
            Item::Seats(Seats { look, .. }) => {
                for marker in look.party_ring.iter_mut().chain(&mut look.ring).chain([&mut look.marker]) {
                    marker.colour = proof.simulate(marker.colour);
                }
                continue;
            }
            Item::Image(_) => continue,
            Item::Disc(disc) => &mut disc.fill,
            Item::Rect(rect) => &mut rect.fill,
            Item::Arc(arc) => &mut arc.colour,
            Item::Line(line) => &mut line.colour,
            Item::Path(path) => &mut path.colour,
            Item::Text(text) => &mut text.fill,
            Item::Marker(marker) => &mut marker.colour,
        };
        *colour = proof.simulate(*colour);
    }
}

/// Two positions of a vote whose colours are hard to tell apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlikeColours {
    /// The positions.
    pub positions: [Position; 2],
    /// Their colours.
    pub colours: [Rgb; 2],
    /// Where they are most alike; `None` for every eye.
    pub proof: Option<Proof>,
    /// Their distance there, CIE76.
    pub distance: f64,
}

impl AlikeColours {
    /// The warning in words, with what to do.
    #[must_use]
    pub fn message(&self, vote: &Vote<'_>) -> Message {
        let name = |position| position_name(vote.roll_call, position, vote.lang);
        let eye = Message::new(match self.proof {
            None => "proof-every-eye",
            Some(Proof::Protanopia) => "proof-protanopia",
            Some(Proof::Deuteranopia) => "proof-deuteranopia",
            Some(Proof::Tritanopia) => "proof-tritanopia",
            Some(Proof::Grey) => "proof-grey",
        });
        let [first, second] = self.positions;
        Message::new("warning-alike-colours")
            .with("first", name(first))
            .with("second", name(second))
            .with("firstcolour", self.colours[0].to_string())
            .with("secondcolour", self.colours[1].to_string())
            .with("proof", eye)
            .with("distance", format!("{:.0}", self.distance))
            .with("least", format!("{TOO_ALIKE:.0}"))
    }
}

/// The pairs of positions in a vote that a style colours too much alike for some eye or in grey, each once with the
/// place where they are most alike. Those whose seats differ by a glyph or by lines are told apart by these; empty where
/// seats do not show the vote by colour at all.
#[must_use]
pub fn alike_colours(vote: &Vote<'_>, style: &Style) -> Vec<AlikeColours> {
    let shows_votes =
        style.encoding.fill == SeatColour::Vote || style.encoding.ring == Some(SeatColour::Vote);
    if !shows_votes {
        return Vec::new();
    }
    let positions: Vec<Position> = vote
        .summary
        .tally
        .occurring()
        .map(|(position, _)| position)
        .filter(|position| position.is_cast())
        .collect();
    let mut found = Vec::new();
    for (place, &first) in positions.iter().enumerate() {
        for &second in &positions[place + 1..] {
            let [(mark, colour), (other_mark, other_colour)] = [style.seat(first), style.seat(second)];
            if mark != other_mark {
                continue;
            }
            let colours = [colour, other_colour];
            let (proof, distance) = nearest(colours);
            if distance < TOO_ALIKE {
                found.push(AlikeColours { positions: [first, second], colours, proof, distance });
            }
        }
    }
    found
}

/// Where two colours are most alike, and how much. What every eye sees alike is said so.
pub(super) fn nearest(colours: [Rgb; 2]) -> (Option<Proof>, f64) {
    static NEAREST: Recent<[Rgb; 2], (Option<Proof>, f64)> = Recent::new();
    NEAREST.get_or(colours, |colours| found_nearest(*colours))
}

fn found_nearest([a, b]: [Rgb; 2]) -> (Option<Proof>, f64) {
    let plain = colour::distance(a, b, None);
    if plain < TOO_ALIKE {
        return (None, plain);
    }
    Proof::ALL
        .into_iter()
        .map(|proof| (Some(proof), colour::distance(a, b, Some(proof))))
        .fold((None, plain), |least, next| if next.1 < least.1 { next } else { least })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vote_colours_stay_apart_for_every_eye_and_in_grey() {
        for style in [Style::light(), Style::dark()] {
            let colours = [style.in_favour, style.against, style.abstain];
            for (place, &a) in colours.iter().enumerate() {
                for &b in &colours[place + 1..] {
                    let (proof, distance) = nearest([a, b]);
                    assert!(distance >= TOO_ALIKE, "{a} and {b} in {proof:?}: {distance:.1}");
                }
            }
        }
    }

    #[test]
    fn traffic_light_colours_are_found_out() {
        let (proof, distance) = nearest([Rgb(0x2E, 0x9E, 0x4F), Rgb(0xD0, 0x4A, 0x3A)]);
        assert!(distance < TOO_ALIKE && proof.is_some(), "{proof:?} {distance}");
        assert_eq!(nearest([Rgb(9, 9, 9), Rgb(12, 12, 12)]).0, None);
    }
}

//! A chamber that fills while the roll is called: seats stay where they are, and show an answer once there is one.

use super::Style;
use super::captions::Captions;
use super::look::Look;
use super::scene::{Item, Mark, Marker, Scene};
use super::words::Vote;
use crate::model::Position;

/// Brings the seats of a drawing up to a later state of the same vote, whose ballots stand at the same places. The
/// seat of a member whose answer is still to come is a quiet ring, and its title ends in an ellipsis.
pub fn fill(scene: &mut Scene, vote: &Vote<'_>, style: &Style) {
    scene.description = vote.title();
    fill_items(&mut scene.items, &Captions::new(vote), style);
}

fn fill_items(items: &mut [Item], captions: &Captions<'_>, style: &Style) {
    let vote = captions.vote();
    for item in items {
        match item {
            Item::Group(group) => fill_items(&mut group.items, captions, style),
            Item::Seat(seat) => {
                let Some(cast) = seat.ballot.and_then(|ballot| vote.roll_call.vote(ballot)) else { continue };
                if cast.position() == Position::Unknown {
                    (seat.marker.mark, seat.marker.colour) = (Mark::Ring, style.hairline);
                    seat.caption = captions.untold(cast.member);
                } else {
                    let Marker { centre, radius, .. } = seat.marker;
                    *seat =
                        Look::of(captions, style, seat.ballot, style.ring).seat(seat.ballot, centre, radius);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::Summary;
    use crate::chart::{Arrangement, SeatOrder, diagram};
    use crate::lang::Lang;
    use crate::read::{Source, read};

    fn drawn(votes: [&str; 3], with: impl FnOnce(&Vote<'_>) -> Scene) -> Scene {
        let [a, b, c] = votes;
        let text = format!("name,party,vote\nZoe Ash,Larks,{a}\nBo Elm,Owls,{b}\nCy Fir,Larks,{c}\n");
        let reading = read(&Source::new("test.csv", text)).expect("a vote");
        let roll_call = reading.roll_call().expect("one vote");
        let summary = Summary::of(roll_call, roll_call.rule());
        with(&Vote { roll_call, summary: &summary, lang: Lang::En, file: "test.csv" })
    }

    #[test]
    fn seats_stay_where_they_are_and_show_answers_one_by_one() {
        let style = Style::light();
        let arrangement = Arrangement { order: SeatOrder::Name, ..Arrangement::default() };
        let mut scene = drawn(["unknown", "unknown", "for"], |vote| {
            let mut scene = diagram(vote, &style, &arrangement, 600.0, 400.0, 12.0);
            fill(&mut scene, vote, &style);
            scene
        });
        let of = |scene: &Scene, ballot: usize| {
            scene.seats().find(|seat| seat.ballot == Some(ballot)).expect("seated").clone()
        };
        let before = [of(&scene, 0), of(&scene, 1), of(&scene, 2)];
        assert_eq!(before[0].marker.mark, Mark::Ring);
        assert!(before[0].title().starts_with("Zoe Ash, Larks") && before[0].title().ends_with('…'));
        assert_eq!((before[2].marker.colour, before[2].caption.vote.as_str()), (style.in_favour, "for"));
        scene = drawn(["against", "unknown", "for"], |vote| {
            fill(&mut scene, vote, &style);
            scene
        });
        let after = [of(&scene, 0), of(&scene, 1), of(&scene, 2)];
        assert_eq!((after[0].marker.mark, after[0].marker.colour), (Mark::Disc, style.against));
        assert_eq!(after[0].title(), "Zoe Ash, Larks: Against");
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before.marker.centre, after.marker.centre);
        }
        assert_eq!(before[1], after[1]);
        // An answer that is undone is a quiet ring again.
        scene = drawn(["unknown", "unknown", "for"], |vote| {
            fill(&mut scene, vote, &style);
            scene
        });
        assert_eq!(of(&scene, 0), before[0]);
    }
}

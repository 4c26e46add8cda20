//! A chamber that fills while the roll is called: seats stay where they are, and show an answer once there is one.

use super::Style;
use super::captions::Captions;
use super::scene::{Group, Item, Look, Mark, Marker, Scene};
use super::seat::retell;
use super::words::Vote;
use crate::model::Position;

/// Brings the seats of a drawing up to a later state of the same vote, whose ballots stand at the same places. The
/// seat of a member whose answer is still to come is a quiet ring, and its title ends in an ellipsis.
pub fn fill(scene: &mut Scene, vote: &Vote<'_>, style: &Style) {
    scene.description = vote.title();
    fill_items(&mut scene.items, &Captions::new(vote), style);
}

fn fill_items(items: &mut Vec<Item>, captions: &Captions<'_>, style: &Style) {
    let fill_group = |group: &mut Group| fill_items(&mut group.items, captions, style);
    retell(items, fill_group, |look, ballot| filled(look, ballot, captions, style));
}

/// The look of the seat of a ballot as far as it is known.
fn filled(look: Look, ballot: Option<usize>, captions: &Captions<'_>, style: &Style) -> Look {
    let Some(cast) = ballot.and_then(|ballot| captions.vote().roll_call.vote(ballot)) else { return look };
    if cast.position() == Position::Unknown {
        let marker = Marker { mark: Mark::Ring, colour: style.hairline, ..look.marker };
        return Look { marker, caption: captions.untold(cast.member), ..look };
    }
    let Look { marker, caption, .. } = Look::of(captions, style, ballot, style.ring, look.marker.radius);
    Look { marker, caption, ..look }
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
        let summary = Summary::of(roll_call, None);
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
            let seat = scene.seats().find(|seat| seat.ballot == Some(ballot)).expect("seated");
            (seat.marker, seat.title(), seat.caption.vote.clone())
        };
        let before = [of(&scene, 0), of(&scene, 1), of(&scene, 2)];
        let (quiet, title, _) = &before[0];
        assert_eq!(quiet.mark, Mark::Ring);
        assert!(title.starts_with("Zoe Ash, Larks") && title.ends_with('…'), "{title}");
        assert_eq!((before[2].0.colour, before[2].2.as_str()), (style.in_favour, "for"));
        scene = drawn(["against", "unknown", "for"], |vote| {
            fill(&mut scene, vote, &style);
            scene
        });
        let after = [of(&scene, 0), of(&scene, 1), of(&scene, 2)];
        let (marker, title, _) = &after[0];
        assert_eq!((marker.mark, marker.colour), (Mark::Disc, style.against));
        assert_eq!(title, "Zoe Ash, Larks: Against");
        for ((before, ..), (after, ..)) in before.iter().zip(&after) {
            assert_eq!(before.centre, after.centre);
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

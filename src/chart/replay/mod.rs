//! A vote played back: members show how they voted one after the other, and the figures count.
//!
//! Goes in: a vote, an arrangement, an order. Comes out: which ballots show after which step, the figures then, and the
//! drawing of that moment. Must not know: time, windows, files.

mod order;
mod reveal;

pub use order::RevealOrder;

use super::scene::Scene;
use super::words::{Vote, votes};
use super::{Arrangement, Style, tally};
use crate::analyze::{Summary, certain_after};
use crate::model::{RollCall, Tally, Verdict};

use reveal::Moment;

/// Which ballots show after how many steps. Step 0 shows none of those that are called, the last step all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    order: RevealOrder,
    /// By the place of the ballot: the step that shows it; 0 for one that shows from the start.
    steps: Vec<usize>,
    len: usize,
    certain: Option<(usize, Verdict)>,
}

impl Replay {
    /// A vote in an order; in the order of calling, members who were never called show from the start, and vacant
    /// seats always do.
    #[must_use]
    pub fn new(vote: &Vote<'_>, arrangement: &Arrangement, order: RevealOrder) -> Self {
        let roll_call = vote.roll_call;
        let places = order.places(vote, arrangement);
        let mut steps = vec![0; roll_call.votes().len()];
        for (index, &place) in places.iter().enumerate() {
            if let Some(step) = steps.get_mut(place) {
                *step = index + 1;
            }
        }
        let certain =
            vote.summary.judgement.counted.filter(|_| order == RevealOrder::Called).and_then(|outcome| {
                let (ballots, verdict) = certain_after(roll_call, outcome.rule)?;
                let step = steps.iter().take(ballots).copied().max().unwrap_or_default();
                Some((step, verdict))
            });
        Self { order, len: places.len(), steps, certain }
    }

    /// The order.
    #[must_use]
    pub fn order(&self) -> RevealOrder {
        self.order
    }

    /// The number of steps.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// True where nobody is to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// After which step no later one could change the result, and which it is; only where members show in the order
    /// in which they were called.
    #[must_use]
    pub fn certain(&self) -> Option<(usize, Verdict)> {
        self.certain
    }

    /// Whether a ballot shows after a step.
    #[must_use]
    pub fn shows(&self, ballot: usize, step: usize) -> bool {
        self.steps.get(ballot).is_none_or(|&shown| shown <= step)
    }

    /// The count after a step.
    #[must_use]
    pub fn tally(&self, roll_call: RollCall<'_>, step: usize) -> Tally {
        let mut tally = Tally::default();
        for (place, vote) in roll_call.votes().enumerate() {
            if self.shows(place, step) {
                tally.add(vote.ballot, vote.member.votes());
            }
        }
        tally
    }

    /// The two figures after a step, in the order of the figures in big type: `74–14`.
    #[must_use]
    pub fn figures(&self, vote: &Vote<'_>, style: &Style, step: usize) -> [String; 2] {
        let so_far = self.tally(vote.roll_call, step);
        tally::side_positions(vote, style)
            .map(|side| votes(vote.lang, side.map_or_else(Default::default, |side| so_far.votes(side))))
    }

    /// By the place of each ballot, the step that shows it; 0 for one that shows from the start.
    #[must_use]
    pub fn steps(&self) -> &[usize] {
        &self.steps
    }

    /// The numbers after a step, by [`Summary::so_far`].
    #[must_use]
    pub fn summary(&self, vote: &Vote<'_>, step: usize) -> Summary {
        vote.summary.so_far(vote.roll_call, |ballot| self.shows(ballot, step))
    }

    /// The drawing after a step: seats that do not show yet are quiet rings, the figures, the legend and the bars
    /// count what shows, and the result is not told before the end. After the last step it is the drawing itself.
    #[must_use]
    pub fn reveal(&self, scene: &Scene, vote: &Vote<'_>, style: &Style, step: usize) -> Scene {
        let mut scene = scene.clone();
        if step < self.len {
            Moment::new(self, vote, style, step).hide(&mut scene);
        }
        scene
    }

    /// The same as a picture of a film, which has no bar of a window beside it: where the rule will stand, how many
    /// have shown and whether the result is certain; along the lower edge, a line as long as what has passed, with a
    /// mark where the result became certain.
    #[must_use]
    pub fn frame(&self, scene: &Scene, vote: &Vote<'_>, style: &Style, step: usize) -> Scene {
        let mut scene = scene.clone();
        if step < self.len {
            Moment::new(self, vote, style, step).film(&mut scene);
        }
        scene
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Item, Mark, Marker};
    use super::*;
    use crate::lang::Lang;
    use crate::read::{Source, read};

    const TEXT: &str = "# seats: 7\norder,name,party,vote\n1,Zoe Ash,Larks,for\n2,Bo Elm,Owls,against\n\
         3,Cy Birch,Larks,for\n4,Al Oak,Owls,abstain\n5,Di Yew,Larks,for\n6,Ed Fir,Owls,absent\n";

    fn with(order: RevealOrder, test: impl FnOnce(&Replay, &Vote<'_>, &Scene)) {
        let reading = read(&Source::new("test.csv", TEXT)).expect("a vote");
        let roll_call = reading.roll_call().expect("one vote");
        let summary = Summary::of(roll_call, None);
        let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "test.csv" };
        let arrangement = Arrangement::default();
        let scene = crate::chart::window(&vote, &Style::light(), &arrangement, 900.0, 700.0);
        test(&Replay::new(&vote, &arrangement, order), &vote, &scene);
    }

    fn order_of(replay: &Replay) -> Vec<usize> {
        (1..=replay.len())
            .filter_map(|step| {
                (0..6).find(|&ballot| replay.shows(ballot, step) && !replay.shows(ballot, step - 1))
            })
            .collect()
    }

    #[test]
    fn members_show_in_each_order() {
        with(RevealOrder::Called, |replay, _, _| assert_eq!(order_of(replay), [0, 1, 2, 3, 4, 5]));
        // Ash, Birch, Elm, Fir, Oak, Yew.
        with(RevealOrder::Name, |replay, _, _| assert_eq!(order_of(replay), [0, 2, 1, 5, 3, 4]));
        // Larks: Ash, Birch, Yew; Owls: Elm, Fir, Oak.
        with(RevealOrder::Party, |replay, _, _| assert_eq!(order_of(replay), [0, 2, 4, 1, 5, 3]));
        with(RevealOrder::Row, |replay, _, scene| {
            let x = |ballot: usize| {
                let seat = scene.seats().find(|seat| seat.ballot == Some(ballot)).expect("seated");
                seat.marker.centre.x
            };
            // A chamber of seven has one row here: from left to right.
            let order = order_of(replay);
            assert_eq!(order.len(), 6);
            assert!(order.windows(2).all(|pair| x(pair[0]) < x(pair[1])), "{order:?}");
        });
    }

    /// Worked by hand: after four answers it is 2–1 with two to come, which may both be against; after five it is 3–1
    /// with one.
    #[test]
    fn certainty_stands_at_its_step_in_the_order_of_calling_alone() {
        with(RevealOrder::Called, |replay, _, _| {
            assert_eq!(replay.certain(), Some((5, Verdict::Adopted)));
        });
        with(RevealOrder::Name, |replay, _, _| assert_eq!(replay.certain(), None));
    }

    #[test]
    fn a_moment_tells_what_shows_and_no_more() {
        with(RevealOrder::Called, |replay, vote, scene| {
            let style = Style::light();
            assert_eq!(replay.figures(vote, &style, 2), ["1", "1"]);
            let moment = replay.reveal(scene, vote, &style, 2);
            let words: Vec<&str> = moment.texts().map(|text| text.content.as_str()).collect();
            assert!(!words.contains(&"Adopted"), "{words:?}");
            assert!(!words.contains(&"3"), "no figure of the end: {words:?}");
            let told: Vec<bool> = (0..6)
                .map(|ballot| {
                    let seat = moment.seats().find(|seat| seat.ballot == Some(ballot)).expect("seated");
                    !seat.caption.vote.is_empty()
                })
                .collect();
            assert_eq!(told, [true, true, false, false, false, false]);
            let title = moment.seats().find(|seat| seat.ballot == Some(4)).expect("seated").title();
            assert!(title.starts_with("Di Yew, Larks") && !title.contains("For"), "{title}");
            assert_eq!(&replay.reveal(scene, vote, &style, 6), scene, "the end is the drawing itself");
        });
    }

    fn with_text(
        text: &str,
        style: &Style,
        order: RevealOrder,
        test: impl FnOnce(&Replay, &Vote<'_>, &Scene),
    ) {
        let reading = read(&Source::new("test.csv", text)).expect("a vote");
        let roll_call = reading.roll_call().expect("one vote");
        let summary = Summary::of(roll_call, None);
        let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "test.csv" };
        let arrangement = Arrangement::default();
        let scene = crate::chart::graphic(&vote, style, &arrangement, &crate::chart::Template::default());
        test(&Replay::new(&vote, &arrangement, order), &vote, &scene);
    }

    /// Owls are divided 1–1 (Rice 0), Jays 2–1 (one third), Larks and Wrens are as one, the Wrens fewer; nobody of
    /// the Finches voted.
    #[test]
    fn the_contested_come_last() {
        let text = "name,party,vote\nA,Owls,for\nB,Owls,against\nC,Jays,for\nD,Jays,for\nE,Jays,against\n\
                    F,Larks,for\nG,Larks,for\nH,Wrens,against\nI,Finches,absent\nK,Larks,absent\n";
        with_text(text, &Style::light(), RevealOrder::Closeness, |replay, _, _| {
            assert_eq!(replay.len(), 10);
            let places = |range: std::ops::RangeInclusive<usize>| -> Vec<usize> {
                range.map(|step| replay.steps().iter().position(|&s| s == step).expect("a step")).collect()
            };
            assert_eq!(places(1..=10), [8, 7, 5, 6, 9, 2, 3, 4, 0, 1]);
        });
    }

    #[test]
    fn a_frame_says_how_far_it_is_and_the_last_is_the_still() {
        with_text(TEXT, &Style::light(), RevealOrder::Called, |replay, vote, scene| {
            let style = Style::light();
            let words = |step: usize| -> Vec<String> {
                replay.frame(scene, vote, &style, step).texts().map(|text| text.content.clone()).collect()
            };
            assert!(words(2).contains(&"2 of 6".to_owned()), "{:?}", words(2));
            let certain = "Adopted, whatever is still to come · 5 of 6".to_owned();
            assert!(words(5).contains(&certain) && !words(4).contains(&certain), "{:?}", words(5));
            assert!(!words(5).iter().any(|word| word.contains("needed")), "{:?}", words(5));
            assert_eq!(&replay.frame(scene, vote, &style, 6), scene);
            // The bars grow: after two answers one is for, one against; at the end three and two.
            let bars = |step: usize| -> Vec<f64> {
                let scene = replay.frame(scene, vote, &style, step);
                let parties = scene.items.iter().find_map(|item| match item {
                    Item::Group(group) if group.id == "parties" => Some(&group.items),
                    _ => None,
                });
                parties
                    .expect("bars")
                    .iter()
                    .filter_map(
                        |item| if let Item::Rect(rect) = item { Some(rect.width.round()) } else { None },
                    )
                    .collect()
            };
            let (early, late) = (bars(2), bars(6));
            assert_eq!((early.len(), late.len()), (2, 3), "{early:?} {late:?}");
            assert!((late[0] / early[0] - 3.0).abs() < 0.05, "{early:?} {late:?}");
        });
    }

    /// Seats and the rings around them, vacant seats left out.
    fn markers(items: &[Item], into: &mut Vec<Marker>) {
        for item in items {
            match item {
                Item::Group(group) if group.id != "legend" => markers(&group.items, into),
                Item::Marker(marker) => into.push(*marker),
                Item::Seats(seats) => {
                    for seat in seats.iter() {
                        let rings = seats.look.rings_at(seat.marker.centre);
                        let own = Some(seat.marker).filter(|marker| marker.mark != Mark::DottedRing);
                        into.extend(rings.chain(own));
                    }
                }
                _ => {}
            }
        }
    }

    #[test]
    fn rings_and_colons_tell_nothing_early() {
        let mut style = Style::light();
        style.encoding.fill = crate::chart::SeatColour::Party;
        style.encoding.ring = Some(crate::chart::SeatColour::Vote);
        style.tally.dash = crate::chart::Dash::Colon;
        with_text(TEXT, &style, RevealOrder::Called, |replay, vote, scene| {
            let start = replay.frame(scene, vote, &style, 0);
            let mut shown = Vec::new();
            markers(&start.items, &mut shown);
            assert_eq!(shown.len(), 6, "a ring of the vote would tell who has voted");
            assert!(shown.iter().all(|marker| marker.colour == style.hairline), "{shown:?}");
            let is_like_first = |marker: &Marker| Marker { centre: shown[0].centre, ..*marker } == shown[0];
            assert!(shown.iter().all(is_like_first), "{shown:?}");
            let big: Vec<&str> =
                start.texts().filter(|text| text.size > 60.0).map(|text| text.content.as_str()).collect();
            assert_eq!(big, ["0", ":", "0"]);
        });
    }
}

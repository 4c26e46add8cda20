//! A vote played back: members show how they voted one after the other, and the figures count.

use super::scene::{Item, Mark, Scene};
use super::words::{Vote, member_name, party_name, votes};
use super::{Arrangement, Style, chamber, tally};
use crate::analyze::certain_after;
use crate::lang::Message;
use crate::model::{Position, RollCall, Tally, Verdict};
use crate::record::{CallOrder, Roster};

/// In which order members show how they voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RevealOrder {
    /// As they were called.
    Called,
    /// By surname.
    #[default]
    Name,
    /// By party in political order, and by surname inside it.
    Party,
    /// From the front row to the back, each from the left.
    Row,
}

impl RevealOrder {
    /// Those that a vote can be played back in, the best first.
    #[must_use]
    pub fn of(roll_call: RollCall<'_>) -> Vec<Self> {
        let called = roll_call.info().in_call_order.then_some(Self::Called);
        called.into_iter().chain([Self::Name, Self::Party, Self::Row]).collect()
    }
}

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
        let seated: Vec<usize> = roll_call
            .votes()
            .enumerate()
            .filter(|(_, vote)| vote.position() != Position::Vacant)
            .map(|(place, _)| place)
            .collect();
        let by = |order: CallOrder| -> Vec<usize> {
            let places = order.places(&Roster::of_roll_call(roll_call));
            places.into_iter().filter_map(|place| seated.get(place).copied()).collect()
        };
        let places = match order {
            RevealOrder::Called => called(roll_call, &seated),
            RevealOrder::Name => by(CallOrder::Name),
            RevealOrder::Party => by(CallOrder::Group),
            RevealOrder::Row => by_row(vote, arrangement, seated),
        };
        let mut steps = vec![0; roll_call.votes().len()];
        for (index, &place) in places.iter().enumerate() {
            if let Some(step) = steps.get_mut(place) {
                *step = index + 1;
            }
        }
        let certain = vote.summary.outcome.filter(|_| order == RevealOrder::Called).and_then(|outcome| {
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

    /// The drawing after a step: seats that do not show yet are quiet rings, the figures and the legend count what
    /// shows, and the result is not told before the end. After the last step it is the drawing itself.
    #[must_use]
    pub fn reveal(&self, scene: &Scene, vote: &Vote<'_>, style: &Style, step: usize) -> Scene {
        let mut scene = scene.clone();
        if step >= self.len {
            return scene;
        }
        scene.description = vote.title();
        let so_far = self.tally(vote.roll_call, step);
        let frame = Frame {
            replay: self,
            vote,
            style,
            step,
            figures: self.figures(vote, style, step).into(),
            counts: legend_counts(vote, &so_far),
        };
        frame.hide(&mut scene.items);
        scene
    }
}

/// The seated members in the order of calling; those who were never called are left out.
fn called(roll_call: RollCall<'_>, seated: &[usize]) -> Vec<usize> {
    let times = &roll_call.info().times;
    let was_called = |place: usize| times.is_empty() || times.get(place).is_some_and(Option::is_some);
    seated.iter().copied().filter(|&place| was_called(place)).collect()
}

/// By row from the front, then from the left; ballots without a seat come last.
fn by_row(vote: &Vote<'_>, arrangement: &Arrangement, mut seated: Vec<usize>) -> Vec<usize> {
    let seating = chamber::seat(vote, arrangement);
    let mut at = vec![None; vote.roll_call.votes().len()];
    for wedge in &seating.wedges {
        for (&seat, ballot) in wedge.block.seats.iter().zip(&wedge.ballots) {
            let place = ballot.and_then(|ballot| at.get_mut(ballot));
            if let (Some(at), Some(seat)) = (place, seating.plan.seats.get(seat)) {
                *at = Some((seat.row, seat.x));
            }
        }
    }
    seated.sort_by(|&a, &b| match (at[a], at[b]) {
        (Some(a), Some(b)) => a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    seated
}

/// The counts of the legend in its order, vacant seats left out.
fn legend_counts(vote: &Vote<'_>, so_far: &Tally) -> Vec<String> {
    let listed = vote.summary.tally.occurring().filter(|(position, _)| *position != Position::Vacant);
    listed.map(|(position, _)| vote.lang.number(u64::from(so_far.members(position)))).collect()
}

/// One moment of a replay.
struct Frame<'a> {
    replay: &'a Replay,
    vote: &'a Vote<'a>,
    style: &'a Style,
    step: usize,
    figures: Vec<String>,
    counts: Vec<String>,
}

impl Frame<'_> {
    fn hide(&self, items: &mut [Item]) {
        for item in items {
            match item {
                Item::Group(group) => match group.id.as_str() {
                    "tally" => {
                        group.label = None;
                        rewrite(&mut group.items, &self.figures, |index| Some(index).filter(|&i| i < 2));
                    }
                    // A name and a count by turns.
                    "legend" => {
                        rewrite(&mut group.items, &self.counts, |index| {
                            (index % 2 == 1).then_some(index / 2)
                        });
                    }
                    "turnout" | "result" | "rule" => group.items.clear(),
                    _ => self.hide(&mut group.items),
                },
                Item::Seat(seat) => {
                    let Some(ballot) = seat.ballot.filter(|&ballot| !self.replay.shows(ballot, self.step))
                    else {
                        continue;
                    };
                    (seat.marker.mark, seat.marker.colour) = (Mark::Ring, self.style.hairline);
                    seat.vote.clear();
                    seat.title = self.untold(ballot);
                }
                _ => {}
            }
        }
    }

    /// Who sits there, and not how they voted.
    fn untold(&self, ballot: usize) -> String {
        let Vote { roll_call, lang, .. } = *self.vote;
        let Some(vote) = roll_call.vote(ballot) else { return String::new() };
        Message::new("seat-title")
            .with("name", member_name(vote.member, ballot, lang))
            .with("party", party_name(roll_call, vote.member, lang))
            .with("vote", "…")
            .text(lang)
    }
}

/// Gives texts new words: `which` answers, by the place of the text, which words.
fn rewrite(items: &mut [Item], words: &[String], which: impl Fn(usize) -> Option<usize>) {
    let texts = items.iter_mut().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    for (index, text) in texts.enumerate() {
        if let Some(word) = which(index).and_then(|place| words.get(place)) {
            text.content.clone_from(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::Summary;
    use crate::lang::Lang;
    use crate::read::{Source, read};

    const TEXT: &str = "# seats: 7\norder,name,party,vote\n1,Zoe Ash,Larks,for\n2,Bo Elm,Owls,against\n\
         3,Cy Birch,Larks,for\n4,Al Oak,Owls,abstain\n5,Di Yew,Larks,for\n6,Ed Fir,Owls,absent\n";

    fn with(order: RevealOrder, test: impl FnOnce(&Replay, &Vote<'_>, &Scene)) {
        let reading = read(&Source::new("test.csv", TEXT)).expect("a vote");
        let roll_call = reading.roll_call().expect("one vote");
        let summary = Summary::of(roll_call, roll_call.rule());
        let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "test.csv" };
        let arrangement = Arrangement::default();
        let scene = super::super::window(&vote, &Style::light(), &arrangement, 900.0, 700.0);
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
                    !seat.vote.is_empty()
                })
                .collect();
            assert_eq!(told, [true, true, false, false, false, false]);
            let title = moment.seats().find(|seat| seat.ballot == Some(4)).expect("seated").title.clone();
            assert!(title.starts_with("Di Yew, Larks") && !title.contains("For"), "{title}");
            assert_eq!(&replay.reveal(scene, vote, &style, 6), scene, "the end is the drawing itself");
        });
    }
}

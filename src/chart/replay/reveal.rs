//! A drawing as it is at one moment of a replay.

use super::super::captions::Captions;
use super::super::scene::{Anchor, Group, Item, Look, Mark, Rect, Scene};
use super::super::seat::retell;
use super::super::words::{Vote, verdict_name};
use super::super::{SeatColour, Style, party_bars};
use super::Replay;
use crate::analyze::Summary;
use crate::lang::Message;
use crate::model::Position;

/// The height of the line along the lower edge of a film, over the height of the picture.
const LINE: f64 = 0.006;

/// One moment of a replay.
pub(super) struct Moment<'a> {
    replay: &'a Replay,
    vote: &'a Vote<'a>,
    style: &'a Style,
    step: usize,
    so_far: Summary,
    figures: [String; 2],
    /// The counts of the legend in its order, vacant seats left out.
    counts: Vec<String>,
    /// What stands in the place of the rule.
    told: Option<String>,
    captions: Captions<'a>,
}

impl<'a> Moment<'a> {
    pub(super) fn new(replay: &'a Replay, vote: &'a Vote<'a>, style: &'a Style, step: usize) -> Self {
        let tally = replay.tally(vote.roll_call, step);
        let listed = vote.summary.tally.occurring().filter(|(position, _)| *position != Position::Vacant);
        let count = |(position, _)| vote.lang.number(u64::from(tally.members(position)));
        Self {
            replay,
            vote,
            style,
            step,
            so_far: replay.summary(vote, step),
            figures: replay.figures(vote, style, step),
            counts: listed.map(count).collect(),
            told: None,
            captions: Captions::new(vote),
        }
    }

    /// Hides what is not known yet.
    pub(super) fn hide(&self, scene: &mut Scene) {
        scene.description = self.vote.title();
        self.items(&mut scene.items);
    }

    /// Hides what is not known yet, and says how far it is.
    pub(super) fn film(mut self, scene: &mut Scene) {
        self.told = Some(self.sentence());
        self.hide(scene);
        scene.items.push(self.line(scene.width, scene.height));
    }

    /// `361 of 575`, and whether the result is certain.
    fn sentence(&self) -> String {
        let lang = self.vote.lang;
        let certain = self.replay.certain().filter(|(step, _)| *step <= self.step);
        let message = match certain {
            Some((_, verdict)) => {
                Message::new("replay-frame-certain").with("verdict", verdict_name(verdict, lang))
            }
            None => Message::new("replay-frame"),
        };
        message.with("n", self.step).with("all", self.replay.len()).text(lang)
    }

    fn line(&self, width: f64, height: f64) -> Item {
        let thick = (height * LINE).max(2.0);
        let at = |step: usize| width * step as f64 / self.replay.len().max(1) as f64;
        let rect = |x: f64, width: f64, height_of: f64, fill| {
            Item::Rect(Rect { x, y: height - height_of, width, height: height_of, rounding: 0.0, fill })
        };
        let mut items = vec![
            rect(0.0, width, thick, self.style.track),
            rect(0.0, at(self.step), thick, self.style.secondary),
        ];
        if let Some((step, _)) = self.replay.certain() {
            items.push(rect(at(step) - thick / 2.0, thick, thick * 2.0, self.style.against_text));
        }
        Item::Group(Group { id: "progress".to_owned(), label: None, items })
    }

    fn items(&self, items: &mut Vec<Item>) {
        retell(items, |group| self.group(group), |look, ballot| self.seat(look, ballot));
    }

    /// The look of the seat of a ballot.
    fn seat(&self, mut look: Look, ballot: Option<usize>) -> Look {
        let Some(ballot) = ballot.filter(|&ballot| !self.replay.shows(ballot, self.step)) else {
            return look;
        };
        (look.marker.mark, look.marker.colour) = (Mark::Ring, self.style.hairline);
        if let Some(vote) = self.vote.roll_call.vote(ballot) {
            look.caption = self.captions.untold(vote.member);
        }
        // Only those who voted have a ring of the vote, and a smaller seat inside it.
        let tells_vote = self.style.encoding.ring == Some(SeatColour::Vote);
        if let Some(ring) = look.ring.take_if(|_| tells_vote) {
            look.marker.radius = ring.radius;
        }
        look
    }

    fn group(&self, group: &mut Group) {
        match group.id.as_str() {
            "tally" => {
                group.label = None;
                rewrite(&mut group.items, &self.figures, |index| Some(index).filter(|&place| place < 2));
            }
            // A name and a count by turns.
            "legend" => {
                rewrite(&mut group.items, &self.counts, |index| (index % 2 == 1).then_some(index / 2));
            }
            "parties" => party_bars::retell(&mut group.items, self.vote, self.style, &self.so_far.parties),
            "rule" => self.tell(&mut group.items),
            "source" => self.cut_source(&mut group.items),
            "turnout" | "result" | "rebels" => group.items.clear(),
            _ => self.items(&mut group.items),
        }
    }

    /// The sentence in place of the first line of the rule; the other lines go.
    fn tell(&self, items: &mut Vec<Item>) {
        items.truncate(usize::from(self.told.is_some()));
        if let (Some(Item::Text(text)), Some(told)) = (items.first_mut(), &self.told) {
            text.content.clone_from(told);
        }
    }

    /// Takes off the end of the source's lines what they say of the declared result.
    fn cut_source(&self, items: &mut [Item]) {
        let lang = self.vote.lang;
        let mut texts: Vec<&mut String> = items
            .iter_mut()
            .filter_map(|item| if let Item::Text(text) = item { Some(&mut text.content) } else { None })
            .collect();
        let whole: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
        let whole = whole.join(" ");
        let ends = ["declared-rows", "declared-differ"].map(|key| whole.find(&lang.text(key)));
        let Some(mut left) = ends.into_iter().flatten().min() else { return };
        for text in &mut texts {
            // The space between two lines is counted too.
            let length = text.len() + 1;
            if left < text.len() {
                text.truncate(left);
                text.truncate(text.trim_end().len());
            }
            left = left.saturating_sub(length);
        }
    }
}

/// Gives texts new words: `which` answers, by the place of the text, which words. What stands between two figures
/// may be a text too, in their middle, and stays.
fn rewrite(items: &mut [Item], words: &[String], which: impl Fn(usize) -> Option<usize>) {
    let texts = items.iter_mut().filter_map(|item| match item {
        Item::Text(text) if text.anchor != Anchor::Middle => Some(text),
        _ => None,
    });
    for (index, text) in texts.enumerate() {
        if let Some(word) = which(index).and_then(|place| words.get(place)) {
            text.content.clone_from(word);
        }
    }
}

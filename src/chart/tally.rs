//! The result in big type: two figures, the larger first, and the words under them.

use super::scene::{Anchor, Group, Item, Rect, Weight};
use super::words::{self, Vote, position_name, verdict_name, votes};
use super::{Dash, Style, TallyOrder, text};
use crate::lang::Message;
use crate::model::{Position, Rgb, Verdict, Votes};

/// One side of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its votes.
    pub votes: String,
    /// What it is called.
    pub name: String,
    /// Its colour in big type.
    pub colour: Rgb,
    /// Its colour in small type.
    pub text_colour: Rgb,
}

/// The two sides, in the style's order.
#[must_use]
pub fn sides(vote: &Vote<'_>, style: &Style) -> [Side; 2] {
    let summary = vote.summary;
    let number = |count: Votes| votes(vote.lang, count);
    if summary.outcome.is_some() || summary.headline.only_for {
        let in_favour = Side {
            votes: number(summary.headline.in_favour),
            name: vote.lang.text("tally-for"),
            colour: style.in_favour,
            text_colour: style.in_favour_text,
        };
        let against = Side {
            votes: if summary.headline.only_for {
                words::UNKNOWN.to_owned()
            } else {
                number(summary.headline.against)
            },
            name: vote.lang.text("tally-against"),
            colour: style.against,
            text_colour: style.against_text,
        };
        return match side_positions(vote, style) {
            [Some(Position::Against), _] => [against, in_favour],
            _ => [in_favour, against],
        };
    }
    [0, 1].map(|place| match summary.options.get(place) {
        Some(&(position, count)) => {
            let (_, colour) = style.seat(position);
            let name = position_name(vote.roll_call, position, vote.lang);
            Side { votes: number(count), name, colour, text_colour: style.ink }
        }
        None => {
            Side { votes: "0".to_owned(), name: String::new(), colour: style.ring, text_colour: style.ink }
        }
    })
}

/// The positions that the two sides count, in the style's order.
#[must_use]
pub fn side_positions(vote: &Vote<'_>, style: &Style) -> [Option<Position>; 2] {
    let summary = vote.summary;
    if summary.outcome.is_some() || summary.headline.only_for {
        let is_larger = summary.headline.against > summary.headline.in_favour;
        return if is_larger && style.tally.order == TallyOrder::Larger {
            [Some(Position::Against), Some(Position::For)]
        } else {
            [Some(Position::For), Some(Position::Against)]
        };
    }
    [0, 1].map(|place| summary.options.get(place).map(|(position, _)| *position))
}

/// The figures, centred on the dash at `centre_x` with their baseline at `y`.
pub(super) fn figures(vote: &Vote<'_>, style: &Style, centre_x: f64, y: f64, size: f64) -> Group {
    let [first, second] = sides(vote, style);
    let gap = size * 0.2;
    let name_size = size * 0.167;
    let name_y = y + size * 0.31;
    let (left, right) = (centre_x - gap, centre_x + gap);
    let most = size * 3.0;
    let name = |side: &Side| style.typeface.fitted(&side.name, name_size, Weight::Bold, most);
    let items = vec![
        text(left, y, Anchor::End, size, Weight::Bold, first.colour, first.votes.clone()),
        between(style, centre_x, y, size),
        text(right, y, Anchor::Start, size, Weight::Bold, second.colour, second.votes.clone()),
        text(left, name_y, Anchor::End, name_size, Weight::Bold, first.text_colour, name(&first)),
        text(right, name_y, Anchor::Start, name_size, Weight::Bold, second.text_colour, name(&second)),
    ];
    let label = format!("{}{}{}", first.votes, style.tally.dash.character(), second.votes);
    Group { id: "tally".to_owned(), label: Some(label), items }
}

/// What stands between the figures.
fn between(style: &Style, centre_x: f64, y: f64, size: f64) -> Item {
    let half = match style.tally.dash {
        Dash::EnDash => 0.145,
        Dash::Hyphen => 0.09,
        Dash::Colon | Dash::Slash => {
            let (size, sign) = (size * 0.8, style.tally.dash.character());
            let rise = if style.tally.dash == Dash::Colon { size * 0.1 } else { 0.0 };
            return text(centre_x, y - rise, Anchor::Middle, size, Weight::Regular, style.dash, sign);
        }
    };
    let (width, height) = (2.0 * half * size, size * 0.055);
    Item::Rect(Rect {
        x: centre_x - half * size,
        y: y - size * 0.3,
        width,
        height,
        rounding: 0.0,
        fill: style.dash,
    })
}

/// How far the figures reach to each side of the dash.
pub(super) fn half_width(vote: &Vote<'_>, style: &Style, size: f64) -> f64 {
    let reach = |side: &Side| {
        let name = style.typeface.width(&side.name, size * 0.167, Weight::Bold).min(size * 3.0);
        style.typeface.width(&side.votes, size, Weight::Bold).max(name)
    };
    size * 0.2 + sides(vote, style).iter().map(reach).fold(0.0, f64::max)
}

/// `149 of 575`, the share, and what they are: big line, then small ones.
#[must_use]
pub fn turnout_lines(vote: &Vote<'_>) -> (String, Vec<String>) {
    let (summary, lang) = (vote.summary, vote.lang);
    let cast = votes(lang, summary.took_part);
    let big = Message::new("took-part").with("cast", cast).with("members", summary.members).text(lang);
    let share = Message::new("turnout").with("percent", lang.percent(summary.turnout())).text(lang);
    (big, vec![lang.text("took-part-label"), share])
}

/// The width of the pill with the verdict; nothing for a vote on named options.
pub(super) fn pill_width(vote: &Vote<'_>, style: &Style, size: f64) -> Option<f64> {
    let verdict = vote.summary.outcome?.verdict;
    Some(style.typeface.width(&verdict_name(verdict, vote.lang), size, Weight::Bold) + size * 2.8)
}

/// The verdict in a pill, its left edge at `x` and its top at `y`.
pub(super) fn pill(vote: &Vote<'_>, style: &Style, x: f64, y: f64, size: f64) -> Vec<Item> {
    let (Some(outcome), Some(width)) = (vote.summary.outcome, pill_width(vote, style, size)) else {
        return Vec::new();
    };
    let (ground, colour) = match outcome.verdict {
        Verdict::Adopted => (style.adopted_ground, style.in_favour_text),
        Verdict::Rejected => (style.rejected_ground, style.rejected_text),
        Verdict::Tied | Verdict::NoQuorum => (style.track, style.ink),
    };
    let word = verdict_name(outcome.verdict, vote.lang);
    let height = size * 2.15;
    vec![
        Item::Rect(Rect { x, y, width, height, rounding: height / 2.0, fill: ground }),
        text(x + width / 2.0, y + size * 1.44, Anchor::Middle, size, Weight::Bold, colour, word),
    ]
}

/// The lines of the [sentence](super::outcome_sentence) on rule, votes needed and margin, under the figures.
pub(super) fn rule_lines(
    sentence: Option<&str>,
    style: &Style,
    size: f64,
    width: f64,
    most_lines: usize,
) -> Vec<String> {
    let Some(sentence) = sentence else { return Vec::new() };
    let wrapped = |text: &str, most: usize| style.typeface.wrapped(text, size, Weight::Regular, width, most);
    // Where one line is too short, they break after the rule and its votes, before what would have turned it.
    match sentence.split_once("; ") {
        Some((result, switches)) if wrapped(sentence, 2).len() > 1 && most_lines > 1 => {
            let more = wrapped(switches, most_lines / 2);
            let mut lines = wrapped(&format!("{result};"), most_lines - more.len());
            lines.extend(more);
            lines
        }
        _ => wrapped(sentence, most_lines),
    }
}

/// Lines in the middle, the first with its baseline at `y`; nothing where there are none.
pub(super) fn centred_lines(
    id: &str,
    lines: Vec<String>,
    style: &Style,
    centre_x: f64,
    y: f64,
    size: f64,
) -> Option<Item> {
    let line = |(place, line): (usize, String)| {
        let y = y + place as f64 * size * LINE;
        text(centre_x, y, Anchor::Middle, size, Weight::Regular, style.secondary, line)
    };
    let items: Vec<Item> = lines.into_iter().enumerate().map(line).collect();
    let group = Group { id: id.to_owned(), label: None, items };
    (!group.items.is_empty()).then_some(Item::Group(group))
}

/// The distance of such lines, over their size.
pub(super) const LINE: f64 = 1.38;

//! The result in big type: two figures, the larger first, and the words under them.

use super::scene::{Anchor, Group, Item, Rect, Weight};
use super::words::{self, Vote, position_name, result_word, votes};
use super::{Dash, SeatFigure, Style, TallyOrder, text};
use crate::lang::Message;
use crate::model::{Electorate, Position, Rgb, Verdict, VoteKind, Votes};

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

/// The two sides, in the style's order; `None` for a composition, in which nobody voted.
#[must_use]
pub fn sides(vote: &Vote<'_>, style: &Style) -> Option<[Side; 2]> {
    let summary = vote.summary;
    let headline = summary.headline?;
    let number = |count: Votes| votes(vote.lang, count);
    if summary.has_sides() {
        let [for_name, against_name] = side_names(vote);
        let in_favour = Side {
            votes: number(headline.in_favour),
            name: for_name,
            colour: style.in_favour,
            text_colour: style.in_favour_text,
        };
        let against = Side {
            votes: if headline.only_for { words::UNKNOWN.to_owned() } else { number(headline.against) },
            name: against_name,
            colour: style.against,
            text_colour: style.against_text,
        };
        return Some(match side_positions(vote, style) {
            [Some(Position::Against), _] => [against, in_favour],
            _ => [in_favour, against],
        });
    }
    Some([0, 1].map(|place| match summary.options.get(place) {
        Some(&(position, count)) => {
            let (_, colour) = style.seat(position);
            let name = position_name(vote.roll_call, position, vote.lang);
            Side { votes: number(count), name, colour, text_colour: style.ink }
        }
        None => {
            Side { votes: "0".to_owned(), name: String::new(), colour: style.ring, text_colour: style.ink }
        }
    }))
}

/// What those for and those against are called: as the chamber calls them, where the graphic speaks its language.
fn side_names(vote: &Vote<'_>) -> [String; 2] {
    let known = vote.roll_call.info().known.as_ref();
    match known.and_then(|chamber| chamber.words.as_ref()) {
        Some((lang, words)) if lang == vote.lang.code() => words.clone(),
        _ => [vote.lang.text("tally-for"), vote.lang.text("tally-against")],
    }
}

/// The positions that the two sides count, in the style's order.
#[must_use]
pub fn side_positions(vote: &Vote<'_>, style: &Style) -> [Option<Position>; 2] {
    let summary = vote.summary;
    let Some(headline) = summary.headline else { return [None; 2] };
    if summary.has_sides() {
        let is_larger = headline.against > headline.in_favour;
        return if is_larger && style.tally.order == TallyOrder::Larger {
            [Some(Position::Against), Some(Position::For)]
        } else {
            [Some(Position::For), Some(Position::Against)]
        };
    }
    [0, 1].map(|place| summary.options.get(place).map(|(position, _)| *position))
}

/// The size of the words under the figures, over that of the figures.
const NAME: f64 = 0.167;
/// The most that the words under one figure take, over its size.
const MOST: f64 = 3.0;
/// The same for the words under a figure that stands alone.
const MOST_ALONE: f64 = 7.0;

/// The figures, centred on the dash at `centre_x` with their baseline at `y`; the one figure of a composition in the middle.
pub(super) fn figures(vote: &Vote<'_>, style: &Style, centre_x: f64, y: f64, size: f64) -> Group {
    let id = "tally".to_owned();
    let Some([first, second]) = sides(vote, style) else {
        let figure = lone_figure(vote);
        let label = figure.as_ref().map(|figure| format!("{} {}", figure.seats, figure.name));
        let items = figure.map(|figure| seat_figure(&figure, style, centre_x, y, size)).unwrap_or_default();
        return Group { id, label, items };
    };
    let gap = size * 0.2;
    let name_size = size * NAME;
    let name_y = y + size * 0.31;
    let (left, right) = (centre_x - gap, centre_x + gap);
    let most = size * MOST;
    let name = |side: &Side| style.typeface.fitted(&side.name, name_size, Weight::Bold, most);
    let items = vec![
        text(left, y, Anchor::End, size, Weight::Bold, first.colour, first.votes.clone()),
        between(style, centre_x, y, size),
        text(right, y, Anchor::Start, size, Weight::Bold, second.colour, second.votes.clone()),
        text(left, name_y, Anchor::End, name_size, Weight::Bold, first.text_colour, name(&first)),
        text(right, name_y, Anchor::Start, name_size, Weight::Bold, second.text_colour, name(&second)),
    ];
    let label = format!("{}{}{}", first.votes, style.tally.dash.character(), second.votes);
    Group { id, label: Some(label), items }
}

/// What stands in the middle where there are no two figures: the seats of a composition, or that the figures of a vote are
/// not known.
fn lone_figure(vote: &Vote<'_>) -> Option<SeatFigure> {
    let unknown = || SeatFigure { seats: words::NO_FIGURES.to_owned(), name: words::unknown_positions(vote) };
    SeatFigure::of(vote).or_else(|| vote.summary.is_unsettled().then(unknown))
}

/// Seats in big type with the words under them.
fn seat_figure(figure: &SeatFigure, style: &Style, centre_x: f64, y: f64, size: f64) -> Vec<Item> {
    let name_size = size * NAME;
    let name = style.typeface.fitted(&figure.name, name_size, Weight::Bold, size * MOST_ALONE);
    let line = |y: f64, size: f64, colour: Rgb, content: String| {
        text(centre_x, y, Anchor::Middle, size, Weight::Bold, colour, content)
    };
    vec![
        line(y, size, style.ink, figure.seats.clone()),
        line(y + size * 0.31, name_size, style.secondary, name),
    ]
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
    let wide = |figure: &str, name: &str, most: f64| {
        let name = style.typeface.width(name, size * NAME, Weight::Bold).min(size * most);
        style.typeface.width(figure, size, Weight::Bold).max(name)
    };
    match sides(vote, style) {
        Some(sides) => {
            let reach = sides.iter().map(|side| wide(&side.votes, &side.name, MOST));
            size * 0.2 + reach.fold(0.0, f64::max)
        }
        None => lone_figure(vote).map_or(0.0, |figure| wide(&figure.seats, &figure.name, MOST_ALONE) / 2.0),
    }
}

/// `149 of 575`, what they are, and the share: big line, then small ones. Where it is not known how many could have
/// taken part, the members that the file names; `None` where nobody was to vote.
#[must_use]
pub fn turnout_lines(vote: &Vote<'_>) -> Option<(String, Vec<String>)> {
    let (summary, lang) = (vote.summary, vote.lang);
    summary.headline?;
    let (Some(electorate), Some(turnout)) = (summary.electorate, summary.turnout()) else {
        let label = Message::new("named-members-label").with("n", summary.members).text(lang);
        return Some((lang.number(u64::from(summary.members)), vec![label]));
    };
    let cast = votes(lang, summary.took_part);
    let big = Message::new("took-part").with("cast", cast).with("members", electorate.number()).text(lang);
    let label = lang.text(match (electorate, summary.kind) {
        (_, VoteKind::QuorumCall) => "were-present-label",
        (Electorate::Members(_), _) => "took-part-label",
        (Electorate::Seats(_), _) => "took-part-of-seats-label",
    });
    let share = Message::new("turnout").with("percent", lang.percent(turnout)).text(lang);
    Some((big, vec![label, share]))
}

/// The same in a line.
#[must_use]
pub fn turnout_line(vote: &Vote<'_>) -> Option<String> {
    let (took_part, more) = turnout_lines(vote)?;
    let mut more = more.into_iter();
    let took = format!("{took_part} {}", more.next().unwrap_or_default());
    Some(match more.next() {
        Some(turnout) => {
            Message::new("turnout-line").with("took", took).with("turnout", turnout).text(vote.lang)
        }
        None => took,
    })
}

/// The width of the pill with the result; nothing where none leads.
pub(super) fn pill_width(vote: &Vote<'_>, style: &Style, size: f64) -> Option<f64> {
    Some(style.typeface.width(&pill_word(vote, style, size)?, size, Weight::Bold) + size * 2.8)
}

/// The word in the pill, no longer than there is room.
fn pill_word(vote: &Vote<'_>, style: &Style, size: f64) -> Option<String> {
    const MOST: f64 = 16.0;
    Some(style.typeface.fitted(&result_word(vote)?, size, Weight::Bold, size * MOST))
}

/// The result in a pill, its left edge at `x` and its top at `y`.
pub(super) fn pill(vote: &Vote<'_>, style: &Style, x: f64, y: f64, size: f64) -> Vec<Item> {
    let (Some(word), Some(width)) = (pill_word(vote, style, size), pill_width(vote, style, size)) else {
        return Vec::new();
    };
    let (ground, colour) = match vote.summary.judgement.result {
        Some(Verdict::Adopted) => (style.adopted_ground, style.in_favour_text),
        Some(Verdict::Rejected) => (style.rejected_ground, style.rejected_text),
        // A tie, no quorum, and who was elected: no side has won.
        _ => (style.track, style.ink),
    };
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

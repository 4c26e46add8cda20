//! The graphic for print and screens: headline, tally, chamber, legend, how each party voted, source.

use super::chamber::Chamber;
use super::scene::{Anchor, Group, Item, Line, Point, Rect, Scene, Weight};
use super::words::{Vote, date_line, description, rows_sentence};
use super::{Area, Arrangement, Style, legend, party_bars, tally, text, typeface};
use crate::lang::Message;
use crate::model::Agreement;

/// Texts of the graphic that replace those of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// The headline.
    pub title: Option<String>,
}

/// The width the sizes below are for.
const DESIGN_WIDTH: f64 = 1200.0;
/// The width of the chamber where bars stand beside it.
const CHAMBER_SHARE: f64 = 0.7;
/// Below this the small texts are hard to read: a narrow graphic has larger type for its width.
const SMALLEST_SCALE: f64 = 0.62;
/// A graphic lower than this has smaller type for its width.
const LOWEST: f64 = 640.0;

/// Composes the graphic. Type and spacing scale with the width; the chamber takes the height that is left.
/// A graphic too low for bars below the chamber has them at its right.
#[must_use]
pub fn graphic(
    vote: &Vote<'_>,
    style: &Style,
    arrangement: &Arrangement,
    texts: &Texts,
    width: f64,
    height: f64,
) -> Scene {
    // A tall, narrow graphic keeps its texts legible; a low one keeps room for the chamber.
    let scale = (width / DESIGN_WIDTH).max(SMALLEST_SCALE).min(height / LOWEST);
    let margin = 64.0 * scale;
    let page = Area { x: margin, y: 0.0, width: width - 2.0 * margin, height };
    let title = texts.title.clone().unwrap_or_else(|| vote.title());
    let mut items = Vec::new();
    let top = heading(vote, style, &title, page, scale, &mut items);
    let bottom = source(vote, style, page, scale, &mut items);
    let body = Area { x: page.x, y: top, width: page.width, height: bottom - top };
    let bar_size = 15.0 * scale;
    let num_bars = party_bars::num_bars(vote);
    let rows_below = num_bars.div_ceil(2).min(8);
    let bars_height = bar_size * (party_bars::HEADING + party_bars::ROW * rows_below as f64);
    let is_low = body.height - bars_height < 0.5 * width;
    // Beside a narrow chamber there is no room for bars.
    let is_narrow = body.width * (1.0 - CHAMBER_SHARE) < bar_size * 14.0;
    if num_bars == 0 || (is_low && is_narrow) {
        result(vote, style, arrangement, body, scale, &mut items);
    } else if is_low {
        let left = Area { width: body.width * CHAMBER_SHARE, ..body };
        result(vote, style, arrangement, left, scale, &mut items);
        let x = body.x + body.width * CHAMBER_SHARE + 32.0 * scale;
        let rows = num_bars as f64;
        let wanted = bar_size * (party_bars::HEADING + party_bars::ROW * rows);
        let room = body.height - 24.0 * scale;
        let used = wanted.min(room);
        let area = Area {
            x,
            y: body.y + (room - used) / 2.0,
            width: body.right() - x,
            height: used + bar_size * 0.1,
        };
        items.push(Item::Group(party_bars::party_bars(vote, style, area, bar_size, 1)));
    } else {
        let above = Area { height: body.height - bars_height - 16.0 * scale, ..body };
        result(vote, style, arrangement, above, scale, &mut items);
        let area = Area { y: above.bottom() + 16.0 * scale, height: bars_height, ..body };
        items.push(Item::Group(party_bars::party_bars(vote, style, area, bar_size, 2)));
    }
    Scene {
        width,
        height,
        lang: vote.lang,
        description: description(vote),
        title,
        background: style.ground,
        items,
    }
}

/// Accent, headline and the line under it. Answers where the next part starts.
fn heading(
    vote: &Vote<'_>,
    style: &Style,
    title: &str,
    page: Area,
    scale: f64,
    items: &mut Vec<Item>,
) -> f64 {
    let (top, size, small) = (52.0 * scale, 36.0 * scale, 17.0 * scale);
    let mut group = vec![Item::Rect(Rect {
        x: page.x,
        y: top,
        width: 56.0 * scale,
        height: 6.0 * scale,
        rounding: 0.0,
        fill: style.ink,
    })];
    let mut y = top + 51.0 * scale;
    // A long headline is set smaller before it takes a third line.
    let size = [1.0, 0.85, 0.72]
        .map(|share| size * share)
        .into_iter()
        .find(|&size| typeface::wrapped(title, size, Weight::Bold, page.width, 9).len() <= 2)
        .unwrap_or(size * 0.72);
    for line in typeface::wrapped(title, size, Weight::Bold, page.width, 3) {
        group.push(text(page.x, y, Anchor::Start, size, Weight::Bold, style.ink, line));
        y += size * 1.25;
    }
    let line = typeface::fitted(&date_line(vote), small, Weight::Regular, page.width);
    if !line.is_empty() {
        group.push(text(
            page.x,
            y - 6.0 * scale,
            Anchor::Start,
            small,
            Weight::Regular,
            style.secondary,
            line,
        ));
        y += small;
    }
    items.push(Item::Group(Group { id: "headline".to_owned(), label: None, items: group }));
    y
}

/// The tally above the chamber, the legend below it, together in the middle of the area's height.
fn result(
    vote: &Vote<'_>,
    style: &Style,
    arrangement: &Arrangement,
    area: Area,
    scale: f64,
    items: &mut Vec<Item>,
) {
    let size = (108.0 * scale).min(area.height * 0.2);
    let legend_size = 16.0 * scale;
    let legend_lines = legend::num_lines(vote, area.width, legend_size);
    let legend_height = legend_size * (1.6 + 1.9 * legend_lines as f64);
    let small = 15.0 * scale;
    let sentence = tally::sentence(vote, small, area.width);
    let sentence_height =
        small * (tally::SENTENCE_LINE * sentence.len() as f64 + if sentence.is_empty() { 0.0 } else { 0.6 });
    let tally_height = size * 1.26 + sentence_height;
    let chamber = Chamber::new(vote, arrangement, 12.5 * scale);
    let room = area.height - tally_height - legend_height;
    let height = chamber.height_for(area.width).min(room);
    let top = area.y + (room - height) / 2.0;
    let baseline = top + size * 0.92;
    items.push(Item::Group(tally::figures(vote, style, area.centre_x(), baseline, size)));
    let sentence_y = baseline + size * 0.31 + small * 1.6;
    items.extend(tally::sentence_group(&sentence, style, area.centre_x(), sentence_y, small));
    let chamber_area = Area { y: top + tally_height, height, ..area };
    items.extend(chamber.draw(vote, style, chamber_area));
    let y = chamber_area.bottom() + legend_size * 2.3;
    let (group, _) = legend::legend(vote, style, area.centre_x(), y, area.width, legend_size);
    items.push(Item::Group(group));
}

/// The source line. Answers where it starts.
fn source(vote: &Vote<'_>, style: &Style, page: Area, scale: f64, items: &mut Vec<Item>) -> f64 {
    let size = 14.0 * scale;
    let made = vote.lang.text("made-with");
    let made_width = typeface::width(&made, size, Weight::Regular);
    let lines =
        typeface::wrapped(&source_line(vote), size, Weight::Regular, page.width - made_width - 3.0 * size, 2);
    let last = page.bottom() - 27.0 * scale;
    let first = last - size * 1.4 * lines.len().saturating_sub(1) as f64;
    let rule_y = first - size * 1.9;
    let mut group = vec![
        Item::Line(Line {
            from: Point { x: page.x, y: rule_y },
            to: Point { x: page.right(), y: rule_y },
            width: 1.0,
            colour: style.hairline,
        }),
        text(page.right(), first, Anchor::End, size, Weight::Regular, style.secondary, made),
    ];
    for (index, line) in lines.into_iter().enumerate() {
        let y = first + size * 1.4 * index as f64;
        group.push(text(page.x, y, Anchor::Start, size, Weight::Regular, style.secondary, line));
    }
    items.push(Item::Group(Group { id: "source".to_owned(), label: None, items: group }));
    rule_y - 12.0 * scale
}

fn source_line(vote: &Vote<'_>) -> String {
    let source = match &vote.roll_call.info().source {
        Some(source) => Message::new("source-line").with("source", source),
        None => Message::new("source-file").with("file", vote.file),
    };
    let mut line = source.text(vote.lang);
    if matches!(vote.summary.agreement, Agreement::ExplainedByUnknown | Agreement::No) {
        let key = if vote.summary.agreement == Agreement::No { "declared-differ" } else { "declared-rows" };
        line = format!("{line}. {} {}", vote.lang.text(key), rows_sentence(vote));
    }
    line
}

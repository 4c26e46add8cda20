//! Below a hairline: where the data are from, who made the graphic, and a picture.

use super::scene::{Anchor, Group, Image, Item, Line, Point, Weight};
use super::template::{Logo, Part};
use super::words::{Vote, rows_sentence_as};
use super::{Area, Style, text};
use crate::lang::Message;
use crate::model::Agreement;

/// What stands in the footer, measured for a width.
pub(super) struct Footer<'a> {
    size: f64,
    source: Vec<String>,
    credit: Vec<String>,
    /// Whether the credit stands below the source, for want of width.
    is_stacked: bool,
    logo: Option<(&'a Logo, f64, f64)>,
}

const LEADING: f64 = 1.4;
/// From the hairline to the first baseline, in font sizes.
const ABOVE: f64 = 1.9;
const BELOW: f64 = 0.3;

impl<'a> Footer<'a> {
    /// Measures the parts of the footer: the credit at the right of the source where both have room.
    pub(super) fn new(
        vote: &Vote<'_>,
        style: &Style,
        parts: &[Part],
        texts: &super::Texts,
        logo: Option<&'a Logo>,
        width: f64,
        size: f64,
    ) -> Self {
        let has = |part| parts.contains(&part);
        let logo = logo.filter(|_| has(Part::Logo)).map(|logo| {
            let most = width * 0.35;
            let height = (size * 2.4).min(most / logo.aspect);
            (logo, height * logo.aspect, height)
        });
        let beside_logo = width - logo.map_or(0.0, |(_, wide, _)| wide + size * 1.5);
        let typeface = &style.typeface;
        let credit = if has(Part::Credit) { credit_line(vote, texts) } else { String::new() };
        let credit_width = typeface.width(&credit, size, Weight::Regular);
        let source = if has(Part::Source) { source_line(vote, style, texts) } else { String::new() };
        let source_width = beside_logo - if credit.is_empty() { 0.0 } else { credit_width + size * 3.0 };
        let wrapped = |content: &str, width: f64, most| {
            typeface.wrapped(content, size, Weight::Regular, width.max(size), most)
        };
        let beside = wrapped(&source, source_width, 9);
        let is_stacked =
            !credit.is_empty() && (source_width < width * 0.4 || (beside.len() > 2 && width < size * 60.0));
        let source =
            if is_stacked { wrapped(&source, beside_logo, 6) } else { wrapped(&source, source_width, 6) };
        let credit =
            if is_stacked { wrapped(&credit, beside_logo, 3) } else { wrapped(&credit, beside_logo, 1) };
        Self { size, source, credit, is_stacked, logo }
    }

    fn num_lines(&self) -> usize {
        if self.is_stacked {
            self.source.len() + self.credit.len()
        } else {
            self.source.len().max(self.credit.len())
        }
    }

    /// The height it takes; nothing where nothing is in it.
    pub(super) fn height(&self) -> f64 {
        let lines = self.num_lines();
        let texts = if lines == 0 { 0.0 } else { self.size * (ABOVE + BELOW + LEADING * (lines - 1) as f64) };
        let picture = self.logo.map_or(0.0, |(_, _, height)| height + self.size * 0.9);
        texts.max(picture)
    }

    /// Draws it from the top of an area.
    pub(super) fn draw(&self, style: &Style, area: Area) -> Vec<Item> {
        let mut items = vec![Item::Line(Line {
            from: Point { x: area.x, y: area.y },
            to: Point { x: area.right(), y: area.y },
            width: (self.size / 14.0).max(0.5),
            colour: style.hairline,
        })];
        let mut right = area.right();
        if let Some((logo, width, height)) = self.logo {
            right -= width;
            items.push(picture(logo, right, area.y + self.size * 0.8, width, height));
            right -= self.size * 1.5;
        }
        let y = |line: usize| area.y + self.size * (ABOVE + LEADING * line as f64);
        let line = |x: f64, line: usize, anchor: Anchor, content: &String| {
            text(x, y(line), anchor, self.size, Weight::Regular, style.secondary, content.clone())
        };
        let source = self
            .source
            .iter()
            .enumerate()
            .map(|(place, content)| line(area.x, place, Anchor::Start, content));
        let source: Vec<Item> = source.collect();
        let credit = self.credit.iter().enumerate().map(|(place, content)| {
            if self.is_stacked {
                line(area.x, self.source.len() + place, Anchor::Start, content)
            } else {
                line(right, place, Anchor::End, content)
            }
        });
        let credit: Vec<Item> = credit.collect();
        for (id, part) in [("source", source), ("credit", credit)] {
            if !part.is_empty() {
                items.push(Item::Group(Group { id: id.to_owned(), label: None, items: part }));
            }
        }
        items
    }
}

/// A picture in its place.
pub(super) fn picture(logo: &Logo, x: f64, y: f64, width: f64, height: f64) -> Item {
    let image = Image {
        x,
        y,
        width,
        height,
        format: logo.format,
        data: logo.data.clone(),
        label: logo.label.clone(),
    };
    let items = vec![Item::Image(image)];
    Item::Group(Group { id: "logo".to_owned(), label: None, items })
}

/// Who made the graphic, as it is written.
#[must_use]
pub fn credit_line(vote: &Vote<'_>, texts: &super::Texts) -> String {
    texts.credit.clone().unwrap_or_else(|| vote.lang.text("made-with"))
}

/// Where the data are from, and what the rows say where they do not give the declared result.
#[must_use]
pub fn source_line(vote: &Vote<'_>, style: &Style, texts: &super::Texts) -> String {
    let source = match (&texts.source, &vote.roll_call.info().source) {
        (Some(source), _) | (None, Some(source)) => Message::new("source-line").with("source", source),
        (None, None) => Message::new("source-file").with("file", vote.file),
    };
    let mut line = source.text(vote.lang);
    if matches!(vote.summary.agreement, Agreement::ExplainedByUnknown | Agreement::No) {
        let key = if vote.summary.agreement == Agreement::No { "declared-differ" } else { "declared-rows" };
        let end = if line.ends_with(['.', '!', '?', '…']) { "" } else { "." };
        line = format!("{line}{end} {} {}", vote.lang.text(key), rows_sentence_as(vote, style.tally));
    }
    line
}

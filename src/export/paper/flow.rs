//! Texts one below the other, over as many pages as they take.

use super::{Element, HEIGHT, Leaf, Role, UNITS, WIDTH};
use crate::chart::Style;
use crate::chart::scene::{Anchor, Item, Line, Point, Text, Weight};
use crate::lang::{Lang, Message};
use crate::model::Rgb;

/// The margins, in points.
const MARGIN: f64 = 57.0;
/// The lower margin, with the line at the foot of the page in it.
const FOOT: f64 = 62.0;
/// The distance of two lines, over their size.
const LEADING: f64 = 1.4;
/// The size of the line at the foot.
const FOOT_SIZE: f64 = 8.0;
/// No text has more lines.
const MOST_LINES: usize = 100_000;

/// A document in the making. Lengths are in points.
pub(in crate::export) struct Flow<'a> {
    style: &'a Style,
    title: String,
    lang: Lang,
    leaves: Vec<Leaf>,
    /// How far down the last page is full.
    y: f64,
}

impl<'a> Flow<'a> {
    /// A document with a title for the foot of its pages.
    pub(in crate::export) fn new(style: &'a Style, title: String, lang: Lang) -> Self {
        Self { style, title, lang, leaves: vec![Leaf::default()], y: MARGIN }
    }

    /// The pages, each with title and number at its foot.
    pub(in crate::export) fn leaves(mut self) -> Vec<Leaf> {
        let all = self.leaves.len();
        let secondary = self.style.secondary;
        let y = HEIGHT - FOOT + 30.0;
        for (place, leaf) in self.leaves.iter_mut().enumerate() {
            let number = Message::new("page-number").with("n", place + 1).with("all", all).text(self.lang);
            let room = WIDTH - 2.0 * MARGIN - 90.0;
            let title = self.style.typeface.fitted(&self.title, FOOT_SIZE, Weight::Regular, room);
            let foot =
                |x, anchor, content| text(x, y, anchor, FOOT_SIZE, Weight::Regular, secondary, content);
            leaf.margin.push(foot(MARGIN, Anchor::Start, title));
            leaf.margin.push(foot(WIDTH - MARGIN, Anchor::End, number));
        }
        self.leaves
    }

    /// Leaves room, but not at the top of a page.
    pub(in crate::export) fn space(&mut self, points: f64) {
        if self.y > MARGIN {
            self.y += points;
        }
    }

    /// Starts a page where the last one has less room than this.
    pub(in crate::export) fn keep(&mut self, points: f64) {
        if self.y + points > HEIGHT - FOOT {
            self.turn();
        }
    }

    fn turn(&mut self) {
        self.leaves.push(Leaf::default());
        self.y = MARGIN;
    }

    /// A hairline over the whole width.
    pub(in crate::export) fn rule(&mut self) {
        // What starts a page is parted from nothing.
        if self.y <= MARGIN {
            return;
        }
        self.rule_of(WIDTH - 2.0 * MARGIN);
    }

    /// A hairline from the left.
    pub(in crate::export) fn rule_of(&mut self, width: f64) {
        let end = |x: f64| Point { x: x * UNITS, y: self.y * UNITS };
        let (from, to) = (end(MARGIN), end(MARGIN + width));
        let colour = self.style.secondary;
        let line = Item::Line(Line { from, to, width: 0.5 * UNITS, colour });
        if let Some(leaf) = self.leaves.last_mut() {
            leaf.ornaments.push(line);
        }
    }

    /// A text over the whole width.
    pub(in crate::export) fn lines(
        &mut self,
        role: Role,
        content: &str,
        size: f64,
        weight: Weight,
        ink: Rgb,
    ) {
        self.element(role, content, size, weight, ink, None);
    }

    /// The same with a place in the outline.
    pub(in crate::export) fn outlined(
        &mut self,
        role: Role,
        content: &str,
        size: f64,
        weight: Weight,
        ink: Rgb,
    ) {
        self.element(role, content, size, weight, ink, Some(content.to_owned()));
    }

    fn element(
        &mut self,
        role: Role,
        content: &str,
        size: f64,
        weight: Weight,
        ink: Rgb,
        outline: Option<String>,
    ) {
        let width = WIDTH - 2.0 * MARGIN;
        let lines = self.style.typeface.wrapped(content, size, weight, width, MOST_LINES);
        let lines = lines.into_iter().map(|line| vec![(MARGIN, weight, ink, line)]).collect();
        self.place(role, lines, size, outline);
    }

    /// A label and what it says beside it.
    pub(in crate::export) fn columns(
        &mut self,
        role: Role,
        label: &str,
        value: &str,
        size: f64,
        column: f64,
    ) {
        let width = WIDTH - 2.0 * MARGIN - column;
        let values = self.style.typeface.wrapped(value, size, Weight::Regular, width, MOST_LINES);
        self.beside(role, label, values, size, column);
    }

    /// A label and names beside it, none of them broken.
    pub(in crate::export) fn names(&mut self, label: &str, names: &[String], size: f64, column: f64) {
        let width = WIDTH - 2.0 * MARGIN - column;
        let measure = |text: &str| self.style.typeface.width(text, size, Weight::Regular);
        let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0.0);
        for (place, name) in names.iter().enumerate() {
            let comma = if place + 1 < names.len() { "," } else { "" };
            let name = self.style.typeface.fitted(name, size, Weight::Regular, width - size);
            let piece = format!("{name}{comma}");
            let (wide, gap) = (measure(&piece), measure("\u{a0}"));
            if !line.is_empty() && used + gap + wide > width {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += gap;
            }
            line.push_str(&piece);
            used += wide;
        }
        lines.push(line);
        self.beside(Role::Paragraph, label, lines, size, column);
    }

    fn beside(&mut self, role: Role, label: &str, values: Vec<String>, size: f64, column: f64) {
        let (ink, secondary) = (self.style.ink, self.style.secondary);
        let labels = self.style.typeface.wrapped(label, size, Weight::Regular, column - size, MOST_LINES);
        let count = labels.len().max(values.len());
        let (mut labels, mut values) = (labels.into_iter(), values.into_iter());
        let lines = (0..count)
            .map(|_| {
                let label = labels.next().map(|line| (MARGIN, Weight::Regular, secondary, line));
                let value = values.next().map(|line| (MARGIN + column, Weight::Regular, ink, line));
                label.into_iter().chain(value).collect()
            })
            .collect();
        self.place(role, lines, size, None);
    }

    /// A row of a table: what it is of, and a number.
    pub(in crate::export) fn row(&mut self, row: usize, name: &str, value: &str, size: f64, column: f64) {
        self.keep(size * LEADING);
        let y = self.y;
        let (ink, right) = (self.style.ink, MARGIN + column + 60.0);
        let name = self.style.typeface.fitted(name, size, Weight::Regular, column);
        for (is_head, item) in [
            (true, text(MARGIN, y + size, Anchor::Start, size, Weight::Regular, ink, name)),
            (false, text(right, y + size, Anchor::End, size, Weight::Bold, ink, value.to_owned())),
        ] {
            self.push(Element {
                role: Role::Cell { row, is_head },
                items: vec![item],
                continues: false,
                outline: None,
            });
        }
        self.y = y + size * LEADING;
    }

    /// Lines of pieces one below the other, the rest on the next page where there is no room.
    fn place(
        &mut self,
        role: Role,
        lines: Vec<Vec<(f64, Weight, Rgb, String)>>,
        size: f64,
        mut outline: Option<String>,
    ) {
        let mut items = Vec::new();
        let mut continues = false;
        for line in lines {
            if self.y + size * LEADING > HEIGHT - FOOT {
                let (done, outline) = (std::mem::take(&mut items), outline.take());
                if !done.is_empty() {
                    self.push(Element { role, items: done, continues, outline });
                    continues = true;
                }
                self.turn();
            }
            let baseline = self.y + size;
            items.extend(line.into_iter().map(|(x, weight, ink, content)| {
                text(x, baseline, Anchor::Start, size, weight, ink, content)
            }));
            self.y += size * LEADING;
        }
        if !items.is_empty() {
            self.push(Element { role, items, continues, outline });
        }
    }

    fn push(&mut self, element: Element) {
        if let Some(leaf) = self.leaves.last_mut() {
            leaf.elements.push(element);
        }
    }
}

/// A line of text, in points.
pub(in crate::export) fn text(
    x: f64,
    y: f64,
    anchor: Anchor,
    size: f64,
    weight: Weight,
    fill: Rgb,
    content: String,
) -> Item {
    Item::Text(Text {
        at: Point { x: x * UNITS, y: y * UNITS },
        anchor,
        size: size * UNITS,
        weight,
        fill,
        content,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(leaf: &Leaf) -> Vec<(f64, f64, String)> {
        let items = leaf.elements.iter().flat_map(|element| &element.items);
        let words = items.filter_map(|item| match item {
            Item::Text(text) => Some((text.at.x / UNITS, text.at.y / UNITS, text.content.clone())),
            _ => None,
        });
        words.collect()
    }

    #[test]
    fn no_name_is_lost_between_pages() {
        let style = Style::light();
        let mut flow = Flow::new(&style, "A roll call".to_owned(), Lang::En);
        let names: Vec<String> = (0..900).map(|n| format!("Member Number{n:03}")).collect();
        flow.lines(Role::Title, "A roll call", 18.0, Weight::Bold, style.ink);
        flow.names("Against (900)", &names, 10.0, 112.0);
        flow.row(0, "Against", "900", 10.0, 112.0);
        let leaves = flow.leaves();
        assert!(leaves.len() > 2, "{} pages", leaves.len());
        let mut told = String::new();
        for (place, leaf) in leaves.iter().enumerate() {
            for (x, y, content) in words(leaf) {
                assert!(x >= MARGIN && y > MARGIN && y < HEIGHT - FOOT, "{content} at {x}, {y}");
                let width = style.typeface.width(&content, 10.0, Weight::Regular);
                let is_name = content.starts_with("Member");
                assert!(!is_name || x + width <= WIDTH - MARGIN + 0.1, "{content} is too wide");
                if is_name {
                    told.push_str(&content);
                    told.push(' ');
                }
            }
            let number = format!("{} of {}", place + 1, leaves.len());
            let has_number =
                leaf.margin.iter().any(|item| matches!(item, Item::Text(text) if text.content == number));
            assert!(has_number, "{number}");
            assert_eq!(leaf.elements.first().is_some_and(|element| element.continues), place > 0);
        }
        assert_eq!(told.trim_end(), names.join(", "));
    }

    #[test]
    fn a_heading_stays_with_what_it_is_of() {
        let style = Style::light();
        let mut flow = Flow::new(&style, "A".to_owned(), Lang::En);
        for _ in 0..50 {
            flow.lines(Role::Paragraph, "A line", 10.0, Weight::Regular, style.ink);
        }
        let before = flow.leaves.len();
        flow.keep(60.0);
        flow.outlined(Role::Heading(2), "Signatures", 13.0, Weight::Bold, style.ink);
        assert_eq!((before, flow.leaves.len()), (1, 2));
        assert_eq!(words(&flow.leaves()[1])[0].2, "Signatures");
    }
}

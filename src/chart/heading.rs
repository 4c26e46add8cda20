//! The headline with its accent, and the line under it.

use super::scene::{Anchor, Group, Item, Rect, Weight};
use super::typeface::runs_right_to_left;
use super::{Area, Style, text};

/// A text in lines of one size.
pub(super) struct Block {
    lines: Vec<String>,
    size: f64,
    weight: Weight,
    leading: f64,
    is_right_to_left: bool,
}

/// Capitals rise so far above the baseline, in font sizes.
const CAPITALS: f64 = 0.72;
/// Letters hang so far below it.
const DESCENT: f64 = 0.25;
const ACCENT_HEIGHT: f64 = 6.0;
const ACCENT_GAP: f64 = 19.0;

impl Block {
    /// A headline: a long one is set smaller before it takes more lines, and never cut before the sixth.
    pub(super) fn headline(content: &str, style: &Style, size: f64, width: f64) -> Self {
        const STEPS: [(f64, usize); 7] =
            [(1.0, 2), (0.85, 2), (0.72, 2), (0.72, 3), (0.6, 3), (0.52, 4), (0.45, 6)];
        Self::fitting(content, style, size, width, Weight::Bold, 1.22, &STEPS)
    }

    /// A smaller text under it.
    pub(super) fn subtitle(content: &str, style: &Style, size: f64, width: f64) -> Self {
        const STEPS: [(f64, usize); 4] = [(1.0, 2), (0.9, 2), (0.85, 3), (0.8, 4)];
        // Lines break after a dot between two facts, and do not show it there.
        let content = content.replace(" · ", "\u{a0}· ");
        let mut block = Self::fitting(&content, style, size, width, Weight::Regular, 1.38, &STEPS);
        let last = block.lines.len().saturating_sub(1);
        for line in block.lines.iter_mut().take(last) {
            *line = line.trim_end_matches(['·', '\u{a0}', ' ']).to_owned();
        }
        block
    }

    fn fitting(
        content: &str,
        style: &Style,
        size: f64,
        width: f64,
        weight: Weight,
        leading: f64,
        steps: &[(f64, usize)],
    ) -> Self {
        let set = |&(share, most): &(f64, usize)| {
            (size * share, style.typeface.wrapped(content, size * share, weight, width, most + 1), most)
        };
        let fits = |(_, lines, most): &(f64, Vec<String>, usize)| lines.len() <= *most;
        let last = steps.last().map_or((1.0, 1), |&step| step);
        let (size, lines, _) = steps.iter().map(set).find(fits).unwrap_or_else(|| {
            let lines = style.typeface.wrapped(content, size * last.0, weight, width, last.1);
            (size * last.0, lines, last.1)
        });
        let lines = balanced(content, style, size, weight, width, lines);
        Self { lines, size, weight, leading, is_right_to_left: runs_right_to_left(content) }
    }

    /// The height it takes.
    pub(super) fn height(&self) -> f64 {
        let more = self.lines.len().saturating_sub(1) as f64;
        if self.lines.is_empty() { 0.0 } else { (CAPITALS + DESCENT + more * self.leading) * self.size }
    }

    /// Draws it from the top of an area: at its left, or at its right where it runs that way.
    pub(super) fn draw(&self, fill: crate::model::Rgb, area: Area) -> Vec<Item> {
        let (x, anchor) =
            if self.is_right_to_left { (area.right(), Anchor::End) } else { (area.x, Anchor::Start) };
        let line = |(index, line): (usize, &String)| {
            let y = area.y + (CAPITALS + index as f64 * self.leading) * self.size;
            text(x, y, anchor, self.size, self.weight, fill, line.clone())
        };
        self.lines.iter().enumerate().map(line).collect()
    }
}

/// As many lines, of about one length.
fn balanced(
    content: &str,
    style: &Style,
    size: f64,
    weight: Weight,
    width: f64,
    lines: Vec<String>,
) -> Vec<String> {
    if lines.len() < 2 || lines.last().is_some_and(|line| line.ends_with('…')) {
        return lines;
    }
    let (mut low, mut high, mut best) = (width / 2.0, width, lines);
    for _ in 0..8 {
        let middle = f64::midpoint(low, high);
        let tried = style.typeface.wrapped(content, size, weight, middle, best.len() + 1);
        if tried.len() <= best.len() {
            (high, best) = (middle, tried);
        } else {
            low = middle;
        }
    }
    best
}

/// The height of the accent above a headline, with the space below it.
pub(super) fn accent_height(scale: f64) -> f64 {
    (ACCENT_HEIGHT + ACCENT_GAP) * scale
}

/// The headline below its accent.
pub(super) fn headline(block: &Block, style: &Style, area: Area, scale: f64) -> Item {
    let width = 56.0 * scale;
    let accent = Item::Rect(Rect {
        x: if block.is_right_to_left { area.right() - width } else { area.x },
        y: area.y,
        width,
        height: ACCENT_HEIGHT * scale,
        rounding: 0.0,
        fill: style.ink,
    });
    let below = Area { y: area.y + accent_height(scale), ..area };
    let items = [accent].into_iter().chain(block.draw(style.ink, below)).collect();
    Item::Group(Group { id: "headline".to_owned(), label: None, items })
}

/// The line under the headline.
pub(super) fn subtitle(block: &Block, style: &Style, area: Area) -> Item {
    let items = block.draw(style.secondary, area);
    Item::Group(Group { id: "subtitle".to_owned(), label: None, items })
}

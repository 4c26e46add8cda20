//! The chamber alone, without headline, tally or legend; and as small as a thumb, without a text.

use super::chamber::Chamber;
use super::scene::{Item, Medium, Scene};
use super::words::{Vote, description};
use super::{Area, Arrangement, Style};

/// Draws the chamber in the middle of `width` by `height`, its party names in type of `font_size`.
#[must_use]
pub fn diagram(
    vote: &Vote<'_>,
    style: &Style,
    arrangement: &Arrangement,
    width: f64,
    height: f64,
    font_size: f64,
) -> Scene {
    let chamber = Chamber::new(vote, style, arrangement, font_size);
    let margin = font_size;
    let room = (height - 2.0 * margin - font_size).max(1.0);
    let wide = (width - 2.0 * margin).max(1.0);
    let used = chamber.height_for(wide).min(room);
    let area = Area { x: margin, y: margin + (room - used) / 2.0, width: wide, height: used };
    let items = chamber.draw(vote, style, area);
    Scene { background: Some(style.ground), ..on_screen(vote, style, [width, height], items) }
}

/// Draws the chamber in a few square centimetres: seats and the colours of the parties, and no text.
#[must_use]
pub fn thumbnail(
    vote: &Vote<'_>,
    style: &Style,
    arrangement: &Arrangement,
    width: f64,
    height: f64,
) -> Scene {
    /// What the width of the colours and the room around them go by.
    const FONT_SIZE: f64 = 6.0;
    let chamber = Chamber::new(vote, style, arrangement, FONT_SIZE).without_texts();
    let used = chamber.height_for(width).min(height);
    let area = Area { x: 0.0, y: height - used, width, height: used };
    on_screen(vote, style, [width, height], chamber.draw(vote, style, area))
}

/// A drawing of a vote for the screen, on no ground of its own.
pub(super) fn on_screen(
    vote: &Vote<'_>,
    style: &Style,
    [width, height]: [f64; 2],
    items: Vec<Item>,
) -> Scene {
    Scene {
        width,
        height,
        lang: vote.lang,
        title: vote.title(),
        description: description(vote),
        background: None,
        medium: Medium::Screen,
        typeface: style.typeface.clone(),
        items,
    }
}

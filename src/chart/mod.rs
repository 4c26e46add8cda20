//! A vote, its numbers, its seats and a style make a [`Scene`](scene::Scene): the one drawing that the window
//! shows and every export writes.
//!
//! Goes in: a [`Vote`]: a roll call with its summary and a language. Comes out: a display list with texts
//! measured and placed. Must not know: egui, SVG, pixels of a screen.
//!
//! Shortcomings: a font that is variable is drawn in its default cut.

mod annotations;
mod arrangement;
mod captions;
mod chamber;
mod colour;
mod composition;
mod diagram;
mod edge;
mod filling;
mod fit;
mod footer;
mod graphic;
mod heading;
mod labels;
mod legend;
mod look;
mod mark;
mod names;
mod party_bars;
mod planned;
mod proof;
mod rebels;
mod recent;
mod replay;
mod room;
mod rule_words;
pub mod scene;
mod seat;
mod seating;
mod style;
mod tally;
mod template;
pub mod typeface;
mod window;
mod words;

pub use arrangement::{Arrangement, SeatOrder, layout_fault, without_seat};
pub use colour::{Proof, contrast, distance};
pub use composition::{SeatFigure, majority_sentence, with_coalition};
pub use diagram::{diagram, thumbnail};
pub use filling::fill;
pub use footer::{credit_line, source_line};
pub use graphic::graphic;
pub use proof::{AlikeColours, TOO_ALIKE, alike_colours, proof};
pub use replay::{Replay, RevealOrder};
pub use rule_words::{
    outcome_sentence, preset_name, result_line, result_sentence, rule_line, rule_particulars, rule_terms,
};
pub use style::{Dash, Encoding, SeatColour, Sizes, Style, TallyForm, TallyOrder};
pub use tally::{Side, side_positions, sides, turnout_line, turnout_lines};
pub use template::{Logo, Page, Part, Preset, Template, Texts, Unit};
pub use typeface::{FontFace, Typeface};
pub use window::window;
pub use words::{
    NO_FIGURES, Vote, date_line, date_text, delimiter_name, description, figures_text, holder_name,
    member_name, party_name, plain_position_name, position_name, provenance, result_word, rows_sentence,
    stated_words, tally_text, unknown_positions, verdict_name, votes,
};

use scene::{Anchor, Item, Point, Text, Weight};

use crate::model::Rgb;

/// A rectangle to draw in.
#[derive(Clone, Copy, Debug)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Area {
    fn centre_x(&self) -> f64 {
        self.x + self.width / 2.0
    }

    fn right(&self) -> f64 {
        self.x + self.width
    }

    fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// A line of text as an item.
fn text(
    x: f64,
    y: f64,
    anchor: Anchor,
    size: f64,
    weight: Weight,
    fill: Rgb,
    content: impl Into<String>,
) -> Item {
    Item::Text(Text { at: Point { x, y }, anchor, size, weight, fill, content: content.into() })
}

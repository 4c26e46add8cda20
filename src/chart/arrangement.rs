//! How a chamber is arranged: its rows, the order inside a party, and lines through it.

use crate::lang::Message;
use crate::layout::{Hemicycle, HemicycleOptions, LayoutError};

/// How members sit inside their party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum SeatOrder {
    /// Front rows first: for, against, abstained, then those who did not vote
    #[default]
    Vote,
    /// By name, the same in every vote
    Name,
    /// By the number of the seat, the same in every vote
    Seat,
}

/// How a chamber is arranged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// Rows, span and inner radius.
    pub hemicycle: HemicycleOptions,
    /// How members sit inside their party.
    pub order: SeatOrder,
    /// Lines that have so many seats on their left.
    pub lines: Vec<u32>,
}

impl Arrangement {
    /// The seats of a chamber of this size.
    ///
    /// # Errors
    /// [`LayoutError`] where the options do not suit the number of seats.
    pub fn hemicycle(&self, num_seats: usize) -> Result<Hemicycle, LayoutError> {
        Hemicycle::with_options(num_seats, &self.hemicycle)
    }
}

/// What is wrong with an arrangement, and the value that would do.
#[must_use]
pub fn layout_fault(error: &LayoutError) -> Message {
    match *error {
        LayoutError::Span { span, most } => {
            Message::new("error-layout-span").with("span", plain(span)).with("most", plain(most))
        }
        LayoutError::Rows { rows, most } => {
            Message::new("error-layout-rows").with("rows", rows.to_string()).with("most", most.to_string())
        }
        LayoutError::Inner { inner, most } => {
            Message::new("error-layout-inner").with("inner", plain(inner)).with("most", plain(most))
        }
    }
}

/// At most two decimals.
fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

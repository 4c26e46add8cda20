//! How a chamber is arranged: its shape, the order inside a party, and lines through it.

use crate::lang::Message;
use crate::layout::{LayoutError, LayoutOption, LayoutOptions, Shape};
use crate::model::{Party, RollCall};

use super::{planned, seating};

/// How members sit inside their party.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum SeatOrder {
    /// Front rows first: for, against, abstained, then those who did not vote
    #[default]
    Vote,
    /// By name, the same in every vote
    Name,
    /// By the number of the seat, the same in every vote
    Seat,
    /// By the score in the file, from the lowest on the left
    Score,
}

/// How a chamber is arranged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// Shape, rows, span, inner radius, aisles, seat size.
    pub layout: LayoutOptions,
    /// How members sit inside their party.
    pub order: SeatOrder,
    /// Lines that have so many seats on their left.
    pub lines: Vec<u32>,
    /// The short names of the parties on the government's benches; none for the largest party.
    pub government: Vec<String>,
    /// The short names of the parties on the cross benches; none for members without a party.
    pub cross: Vec<String>,
    /// The parties of a composition that are summed, by any of their names; the seats of the others are faded.
    pub coalition: Vec<String>,
    /// The parties from left to right, by any of their names; those not named keep the file's order, after them.
    pub party_order: Vec<String>,
}

impl Arrangement {
    /// Takes another shape, and lets go of options that it does not have.
    pub fn take_shape(&mut self, shape: Shape) {
        let plain = LayoutOptions { shape, seat_size: self.layout.seat_size, ..LayoutOptions::default() };
        let keep = |option| plain.shape.has(option) && self.layout.shape.has(option);
        let layout = LayoutOptions {
            span: if keep(LayoutOption::Span) { self.layout.span } else { plain.span },
            ..plain.clone()
        };
        if !keep(LayoutOption::Line) {
            self.lines.clear();
        }
        self.layout = layout;
    }

    /// The side of opposing benches that a party sits on: 0 government, 1 opposition, 2 cross benches.
    #[must_use]
    pub fn side_of(&self, roll_call: RollCall<'_>, party: &Party) -> usize {
        let is_named = |names: &[String]| names.iter().any(|name| party.is_called(name));
        if is_named(&self.cross) {
            2
        } else if self.government.is_empty() {
            usize::from(seating::largest(roll_call).is_none_or(|largest| largest.name != party.name))
        } else {
            usize::from(!is_named(&self.government))
        }
    }

    /// Puts a party on another side.
    pub fn put(&mut self, roll_call: RollCall<'_>, party: &Party, side: usize) {
        if self.government.is_empty() {
            self.government =
                seating::largest(roll_call).map(|largest| largest.short.clone()).into_iter().collect();
        }
        self.government.retain(|name| !party.is_called(name));
        self.cross.retain(|name| !party.is_called(name));
        match side {
            0 => self.government.push(party.short.clone()),
            2 => self.cross.push(party.short.clone()),
            _ => {}
        }
    }

    /// Says whether a vote can be drawn this way.
    ///
    /// # Errors
    /// What is wrong, and what would do.
    pub fn check(&self, roll_call: RollCall<'_>, seats: u32) -> Result<(), Message> {
        let fault = |error: &LayoutError| layout_fault(error);
        if !self.lines.is_empty() && !self.layout.shape.has(LayoutOption::Line) {
            return Err(fault(&LayoutError::NotOfShape { option: LayoutOption::Line }));
        }
        for name in self.government.iter().chain(&self.cross).chain(&self.coalition) {
            let is_known = roll_call.archive().parties.iter().any(|party| party.is_called(name));
            if !is_known {
                let known: Vec<&str> =
                    roll_call.archive().parties.iter().map(|party| party.short.as_str()).collect();
                let known = known.join(", ");
                return Err(Message::new("error-no-such-party").with("name", name).with("parties", known));
            }
        }
        let occupants = seating::occupants(roll_call, self, seats);
        if let Shape::Plan(plan) = &self.layout.shape
            && occupants.without_seat >= roll_call.votes().len()
        {
            return Err(Message::new("error-no-seat-in-plan").with("plan", &plan.name));
        }
        seating::plan_of(occupants, &self.layout).map(|_| ()).map_err(|error| fault(&error))
    }
}

/// The names of the members whose seat the plan of the arrangement does not have; none where it has no plan.
#[must_use]
pub fn without_seat(roll_call: RollCall<'_>, arrangement: &Arrangement) -> Vec<String> {
    let Shape::Plan(plan) = &arrangement.layout.shape else { return Vec::new() };
    let found = planned::match_seats(roll_call, plan, seating::presiding(roll_call));
    let votes = found.without_seat.into_iter().filter_map(|ballot| roll_call.vote(ballot));
    votes.map(|vote| vote.member.name.clone()).collect()
}

/// What is wrong with an arrangement, and the value that would do.
#[must_use]
pub fn layout_fault(error: &LayoutError) -> Message {
    match *error {
        LayoutError::Span { span } => Message::new("error-layout-span").with("span", plain(span)),
        LayoutError::Rows { rows, most } => {
            Message::new("error-layout-rows").with("rows", rows.to_string()).with("most", most.to_string())
        }
        LayoutError::Inner { inner, most } => {
            Message::new("error-layout-inner").with("inner", plain(inner)).with("most", plain(most))
        }
        LayoutError::Sections { sections, most } => Message::new("error-layout-sections")
            .with("sections", sections.to_string())
            .with("most", most.to_string()),
        LayoutError::AislesInCircle => Message::new("error-layout-aisles-in-circle"),
        LayoutError::SeatSize { size } => Message::new("error-layout-seat-size").with("size", plain(size)),
        LayoutError::NotOfShape { option } => Message::new(match option {
            LayoutOption::Rows => "error-layout-no-rows",
            LayoutOption::Span => "error-layout-no-span",
            LayoutOption::Inner => "error-layout-no-inner",
            LayoutOption::Aisles => "error-layout-no-aisles",
            LayoutOption::Line => "error-layout-no-line",
        }),
    }
}

/// At most two decimals.
fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

//! What a chamber is to look like, and what is wrong where it cannot.

use std::sync::Arc;

use crate::model::SeatPlan;

/// The most seats a chamber is drawn with.
pub const MAX_SEATS: usize = 100_000;

/// The shape of a chamber.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shape {
    /// Rows on arcs around one centre.
    #[default]
    Hemicycle,
    /// Opposing benches, and cross benches between their far ends.
    Benches,
    /// A half circle with straight legs.
    Horseshoe,
    /// Rows around the whole centre.
    Circle,
    /// Straight rows of desks in twos.
    Classroom,
    /// One table with everybody around it.
    Table,
    /// Straight rows without gaps.
    Grid,
    /// Numbered seats where a file says they are.
    Plan(Arc<SeatPlan>),
}

/// Where there are aisles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aisles {
    /// Nowhere but where the shape has its own.
    #[default]
    None,
    /// Between parties.
    Parties,
    /// Between so many sections of the same size.
    Sections(usize),
}

/// What a chamber is to look like.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutOptions {
    /// The shape.
    pub shape: Shape,
    /// The number of rows; `None` for the one that fills and spaces best.
    pub rows: Option<usize>,
    /// The angle of a hemicycle, in degrees: 180 is a half circle, 360 a full one.
    pub span: f64,
    /// The radius of the front row over that of the back row; `None` for what suits the seats.
    pub inner: Option<f64>,
    /// Where there are aisles.
    pub aisles: Aisles,
    /// The size of a seat over the size at which the two nearest seats touch.
    pub seat_size: f64,
}

impl LayoutOptions {
    /// The size of a seat that leaves a hair between neighbours.
    pub const SEAT_SIZE: f64 = 0.82;
}

impl Default for LayoutOptions {
    fn default() -> Self {
        Self {
            shape: Shape::default(),
            rows: None,
            span: 180.0,
            inner: None,
            aisles: Aisles::default(),
            seat_size: Self::SEAT_SIZE,
        }
    }
}

/// An option that only some shapes have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutOption {
    /// [`LayoutOptions::rows`].
    Rows,
    /// [`LayoutOptions::span`].
    Span,
    /// [`LayoutOptions::inner`].
    Inner,
    /// [`LayoutOptions::aisles`].
    Aisles,
    /// A line between one side and the other.
    Line,
}

impl Shape {
    /// True where the shape has the option.
    #[must_use]
    pub fn has(&self, option: LayoutOption) -> bool {
        match option {
            LayoutOption::Rows => !matches!(self, Self::Table | Self::Plan(_)),
            LayoutOption::Span | LayoutOption::Aisles => *self == Self::Hemicycle,
            LayoutOption::Inner => matches!(self, Self::Hemicycle | Self::Circle),
            LayoutOption::Line => {
                matches!(
                    self,
                    Self::Hemicycle | Self::Circle | Self::Horseshoe | Self::Classroom | Self::Grid
                )
            }
        }
    }
}

/// Options that no chamber has, with the values that would do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LayoutError {
    /// The span is not from 90° to 360°.
    Span {
        /// What was asked for.
        span: f64,
    },
    /// There are no rows, or more than the seats fill.
    Rows {
        /// What was asked for.
        rows: usize,
        /// The most that would do.
        most: usize,
    },
    /// The front row would have to be smaller than a seat, or rows would overlap.
    Inner {
        /// What was asked for.
        inner: f64,
        /// The largest that would do.
        most: f64,
    },
    /// Fewer than two sections, or more than the seats fill.
    Sections {
        /// What was asked for.
        sections: usize,
        /// The most that would do.
        most: usize,
    },
    /// A full circle has no ends for aisles to divide.
    AislesInCircle,
    /// Seats of this size would overlap, or could not be seen.
    SeatSize {
        /// What was asked for.
        size: f64,
    },
    /// The shape does not have the option.
    NotOfShape {
        /// The option.
        option: LayoutOption,
    },
}

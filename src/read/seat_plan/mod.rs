//! A seat plan from a file: CSV with the columns seat, x and y, or SVG whose elements carry a seat number.
//!
//! Goes in: the bytes of a file and its name. Comes out: a [`SeatPlan`]. Must not know: who sits where.

mod csv_plan;
mod svg_plan;

use std::collections::BTreeMap;

use crate::lang::Message;
use crate::model::{PlannedSeat, SeatPlan, seat_number};
use crate::read::{Source, source::encoding};

/// The most seats a plan may have.
const MOST_SEATS: usize = 20_000;

/// Why a file is no seat plan. The text names the file, what was found, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum SeatPlanError {
    /// A table without the columns seat, x and y.
    NoColumns {
        /// The file's name.
        file: String,
        /// The columns there are.
        columns: String,
    },
    /// A place that is not two numbers.
    BadPlace {
        /// The file's name.
        file: String,
        /// The line, counted from 1.
        line: u64,
        /// What stands there.
        found: String,
    },
    /// An SVG that cannot be parsed.
    BadSvg {
        /// The file's name.
        file: String,
        /// What the parser said.
        cause: String,
    },
    /// No seats in it.
    NoSeats {
        /// The file's name.
        file: String,
    },
    /// Two seats in one place.
    SamePlace {
        /// The file's name.
        file: String,
        /// The number of one.
        first: String,
        /// The number of the other.
        second: String,
    },
    /// More seats than any chamber has.
    TooMany {
        /// The file's name.
        file: String,
        /// How many.
        seats: usize,
    },
}

impl SeatPlanError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoColumns { file, columns } => {
                Message::new("error-plan-columns").with("file", file).with("columns", columns)
            }
            Self::BadPlace { file, line, found } => Message::new("error-plan-place")
                .with("file", file)
                .with("line", line.to_string())
                .with("found", found),
            Self::BadSvg { file, cause } => {
                Message::new("error-plan-svg").with("file", file).with("cause", cause)
            }
            Self::NoSeats { file } => Message::new("error-plan-no-seats").with("file", file),
            Self::SamePlace { file, first, second } => Message::new("error-plan-same-place")
                .with("file", file)
                .with("first", first)
                .with("second", second),
            Self::TooMany { file, seats } => Message::new("error-plan-too-many")
                .with("file", file)
                .with("seats", seats.to_string())
                .with("most", MOST_SEATS.to_string()),
        }
    }
}

/// A point with the number of the seat that it belongs to; y grows upward.
struct Found {
    number: String,
    x: f64,
    y: f64,
}

/// Reads a seat plan. A seat that has several points, its corners say, is in their middle.
///
/// # Errors
/// A [`SeatPlanError`] that says what the file lacks.
pub fn read_seat_plan(source: &Source) -> Result<SeatPlan, SeatPlanError> {
    let text = encoding::decode(&source.bytes).text;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let found = if start.starts_with('<') {
        svg_plan::read(&source.name, start)?
    } else {
        csv_plan::read(&source.name, &text)?
    };
    gather(&source.name, found)
}

fn gather(file: &str, found: Vec<Found>) -> Result<SeatPlan, SeatPlanError> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut sums: Vec<(String, f64, f64, f64)> = Vec::new();
    for Found { number, x, y } in found {
        let number = seat_number(&number);
        let place = *places.entry(number.clone()).or_insert_with(|| {
            sums.push((number, 0.0, 0.0, 0.0));
            sums.len() - 1
        });
        let (_, sum_x, sum_y, count) = &mut sums[place];
        *sum_x += x;
        *sum_y += y;
        *count += 1.0;
    }
    let file = file.to_owned();
    match sums.len() {
        0 => return Err(SeatPlanError::NoSeats { file }),
        seats if seats > MOST_SEATS => return Err(SeatPlanError::TooMany { file, seats }),
        _ => {}
    }
    let seat =
        |(number, x, y, count): (String, f64, f64, f64)| PlannedSeat { number, x: x / count, y: y / count };
    let seats: Vec<PlannedSeat> = sums.into_iter().map(seat).collect();
    check_places(&file, &seats)?;
    Ok(SeatPlan { name: file, seats })
}

/// Two seats in one place would hide each other.
fn check_places(file: &str, seats: &[PlannedSeat]) -> Result<(), SeatPlanError> {
    let size = |of: fn(&PlannedSeat) -> f64| {
        let (low, high) =
            seats.iter().map(of).fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(x), high.max(x)));
        high - low
    };
    let least = (size(|seat| seat.x) + size(|seat| seat.y)) * 1e-4;
    let mut by_x: Vec<&PlannedSeat> = seats.iter().collect();
    by_x.sort_by(|a, b| a.x.total_cmp(&b.x));
    for (index, seat) in by_x.iter().enumerate() {
        let near = by_x[index + 1..].iter().take_while(|other| other.x - seat.x <= least);
        for other in near {
            if (other.y - seat.y).abs() <= least {
                let (first, second) = (seat.number.clone(), other.number.clone());
                return Err(SeatPlanError::SamePlace { file: file.to_owned(), first, second });
            }
        }
    }
    Ok(())
}

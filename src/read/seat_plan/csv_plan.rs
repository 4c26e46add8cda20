//! A seat plan in delimited text.

use csv::ReaderBuilder;

use super::{Found, SeatPlanError};

/// Headers of the seat's number, as letters and digits in lower case.
const NUMBERS: [&str; 14] = [
    "seat",
    "seatnumber",
    "seatno",
    "seatnr",
    "place",
    "placeenhemicycle",
    "numplace",
    "siege",
    "platz",
    "sitz",
    "sitzplatz",
    "number",
    "no",
    "nr",
];
/// Headers of the place from left to right, the most telling first.
const LEFT_TO_RIGHT: [&str; 5] = ["centerx", "centrex", "cx", "x", "xpos"];
/// Headers of the place up or down.
const UP_OR_DOWN: [&str; 5] = ["centery", "centrey", "cy", "y", "ypos"];

pub(super) fn read(file: &str, text: &str) -> Result<Vec<Found>, SeatPlanError> {
    let first =
        text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    let delimiter = [b'\t', b';', b'|', b','].into_iter().max_by_key(count).unwrap_or(b',');
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .comment(Some(b'#'))
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let bad = |cause: csv::Error| SeatPlanError::BadSvg { file: file.to_owned(), cause: cause.to_string() };
    let headers = reader.headers().map_err(bad)?.clone();
    let plain =
        |header: &str| header.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let column = |names: &[&str]| {
        names.iter().find_map(|name| headers.iter().position(|header| plain(header) == *name))
    };
    let (Some(number), Some(x), Some(y)) = (column(&NUMBERS), column(&LEFT_TO_RIGHT), column(&UP_OR_DOWN))
    else {
        let columns = headers.iter().take(12).collect::<Vec<_>>().join(", ");
        return Err(SeatPlanError::NoColumns { file: file.to_owned(), columns });
    };
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(bad)?;
        let cell = |column: usize| record.get(column).unwrap_or_default().trim();
        if cell(number).is_empty() && cell(x).is_empty() {
            continue;
        }
        let place = |column: usize| -> Option<f64> {
            let value: f64 = cell(column).replace(',', ".").parse().ok()?;
            (value.abs() < 1e12).then_some(value)
        };
        let (Some(x), Some(y)) = (place(x), place(y)) else {
            let line = record.position().map_or(0, csv::Position::line);
            let shown = record.iter().collect::<Vec<_>>().join(", ");
            return Err(SeatPlanError::BadPlace { file: file.to_owned(), line, found: shown });
        };
        found.push(Found { number: cell(number).to_owned(), x, y });
    }
    if grows_down(&found) {
        for seat in &mut found {
            seat.y = -seat.y;
        }
    }
    Ok(found)
}

/// A table does not say whether y grows up, as in geometry, or down, as in pictures. The rostrum belongs below:
/// around it the seats in the middle reach further up than those at the sides. Where the seats do not tell, y
/// grows down.
fn grows_down(seats: &[Found]) -> bool {
    const SHARE: f64 = 0.12;
    let bounds = |of: fn(&Found) -> f64| {
        seats
            .iter()
            .map(of)
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (left, right) = bounds(|seat| seat.x);
    let width = right - left;
    let middle = f64::midpoint(left, right);
    let at_side = |seat: &&Found| seat.x < left + SHARE * width || seat.x > right - SHARE * width;
    let in_middle = |seat: &&Found| (seat.x - middle).abs() < SHARE * width;
    let side: Vec<f64> = seats.iter().filter(at_side).map(|seat| seat.y).collect();
    let side = side.iter().sum::<f64>() / side.len().max(1) as f64;
    let (low, high) = seats
        .iter()
        .filter(in_middle)
        .fold((f64::MAX, f64::MIN), |(low, high), seat| (low.min(seat.y), high.max(seat.y)));
    high < low || (high - side) <= (side - low)
}

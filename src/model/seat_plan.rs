//! Where the numbered seats of a chamber are.

/// The seats of one chamber, as a file gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeatPlan {
    /// What to call it: the file's name.
    pub name: String,
    /// The seats, in the order of the file; every number is there once.
    pub seats: Vec<PlannedSeat>,
}

/// A numbered seat in any unit of length; y grows upward.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedSeat {
    /// The number, as [`seat_number`] writes it.
    pub number: String,
    /// From left to right.
    pub x: f64,
    /// Up.
    pub y: f64,
}

/// A seat's number such that the same seat is written the same way: `007`, `7.0` and ` 7 ` are `7`; letters are
/// lower case.
#[must_use]
pub fn seat_number(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let whole = text.strip_suffix(".0").unwrap_or(&text);
    let short = whole.trim_start_matches('0');
    if short.starts_with(|first: char| first.is_ascii_digit()) { short } else { whole }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seat_has_one_number() {
        for (text, number) in
            [("7", "7"), (" 007", "7"), ("7.0", "7"), ("3A", "3a"), ("0", "0"), ("A-01", "a-01")]
        {
            assert_eq!(seat_number(text), number);
        }
    }
}

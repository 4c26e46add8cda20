//! Measures of how united a group voted.

use crate::model::{Position, Tally};

/// The Rice index of cohesion: `|for − against| / (for + against)`, from 0 (split in half) to 1 (one side).
/// Abstentions and absences do not count. `None` where nobody voted for or against.
///
/// Source: Stuart A. Rice, *Quantitative Methods in Politics* (New York: Knopf, 1928). Counted in members,
/// not weights.
#[must_use]
pub fn rice_index(tally: &Tally) -> Option<f64> {
    let in_favour = f64::from(tally.members(Position::For));
    let against = f64::from(tally.members(Position::Against));
    let cast = in_favour + against;
    (cast > 0.0).then(|| (in_favour - against).abs() / cast)
}

/// The agreement index: `(max − (cast − max) / 2) / cast`, where `max` is the largest of for, against and
/// abstain and `cast` their sum. 1 where all did the same, 0 where they split evenly three ways. `None`
/// where nobody cast a ballot. With named options, `max` is the largest of those.
///
/// Source: Simon Hix, Abdul Noury and Gérard Roland, “Power to the Parties: Cohesion and Competition in the
/// European Parliament, 1979–2001”, *British Journal of Political Science* 35 (2005), p. 215. Counted in
/// members, not weights.
#[must_use]
pub fn agreement_index(tally: &Tally) -> Option<f64> {
    let cast: Vec<f64> = tally
        .occurring()
        .filter(|(position, _)| position.is_cast())
        .map(|(_, line)| f64::from(line.members))
        .collect();
    let total: f64 = cast.iter().sum();
    let largest = cast.iter().copied().fold(0.0, f64::max);
    // With more than three options the formula can fall below zero; no agreement is none.
    (total > 0.0).then(|| ((largest - (total - largest) / 2.0) / total).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Ballot, Votes};

    fn tally(in_favour: usize, against: usize, abstain: usize) -> Tally {
        let mut tally = Tally::default();
        for (position, count) in
            [(Position::For, in_favour), (Position::Against, against), (Position::Abstain, abstain)]
        {
            for _ in 0..count {
                tally.add(Ballot::new(position), Votes::ONE);
            }
        }
        tally
    }

    /// Worked by hand from the founding vote: Les Démocrates 3–6–3, Ensemble 8–8–1, Horizons 2–2–2.
    #[test]
    fn agreement_by_hand() {
        let rounded = |a, b, c| agreement_index(&tally(a, b, c)).map(|index| (index * 1000.0).round());
        assert_eq!(rounded(3, 6, 3), Some(250.0));
        assert_eq!(rounded(8, 8, 1), Some(206.0));
        assert_eq!(rounded(2, 2, 2), Some(0.0));
        assert_eq!(rounded(0, 43, 0), Some(1000.0));
        assert_eq!(rounded(0, 0, 0), None);
    }

    #[test]
    fn rice_by_hand() {
        assert_eq!(rice_index(&tally(3, 6, 3)), Some(1.0 / 3.0));
        assert_eq!(rice_index(&tally(8, 8, 1)), Some(0.0));
        assert_eq!(rice_index(&tally(6, 0, 0)), Some(1.0));
        assert_eq!(rice_index(&tally(0, 0, 5)), None);
    }
}

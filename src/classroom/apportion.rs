//! Seats by shares.

/// Seats for parties with these shares by the method of largest remainders with the Hare quota: each party gets the
/// whole part of `seats × share ÷ sum`, and the seats that are left go one each to the largest remainders; where
/// remainders are equal, to the party that stands first. All zero where no share is above zero.
///
/// Source: the method of Thomas Hare and Alexander Hamilton; Michel Balinski and H. Peyton Young, *Fair
/// Representation* (2nd ed., Washington: Brookings, 2001), p. 17.
#[must_use]
pub fn largest_remainder(seats: u32, shares: &[u32]) -> Vec<u32> {
    let sum: u64 = shares.iter().copied().map(u64::from).sum();
    if sum == 0 {
        return vec![0; shares.len()];
    }
    let product = |share: u32| u64::from(seats) * u64::from(share);
    let mut given: Vec<u32> =
        shares.iter().map(|&share| u32::try_from(product(share) / sum).unwrap_or(seats)).collect();
    let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
    // A stable order: of equal remainders the first stays first.
    by_remainder.sort_by_key(|&place| std::cmp::Reverse(product(shares[place]) % sum));
    let left = seats.saturating_sub(given.iter().sum());
    for &place in by_remainder.iter().take(left as usize) {
        given[place] += 1;
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of Balinski and Young's kind: 100,000 votes, ten seats, quota 10,000.
    #[test]
    fn remainders_by_hand() {
        // 4.7, 1.6, 1.58, 1.2, 0.6, 0.32: whole 4 1 1 1 0 0, and three seats to 0.7, 0.6 and 0.6.
        assert_eq!(
            largest_remainder(10, &[47_000, 16_000, 15_800, 12_000, 6_000, 3_200]),
            [5, 2, 1, 1, 1, 0]
        );
        assert_eq!(largest_remainder(25, &[1, 1, 1]), [9, 8, 8], "equal remainders: the first in the list");
        assert_eq!(largest_remainder(3, &[0, 5]), [0, 3]);
        assert_eq!(largest_remainder(3, &[0, 0]), [0, 0]);
        assert_eq!(largest_remainder(0, &[2, 3]), [0, 0]);
    }

    #[test]
    fn no_seat_is_lost_or_made() {
        for seats in 0..60 {
            for shares in [vec![34, 28, 18, 12, 8], vec![1, 2, 3, 4, 5, 6, 7], vec![u32::MAX, 1, u32::MAX]] {
                assert_eq!(largest_remainder(seats, &shares).iter().sum::<u32>(), seats);
            }
        }
    }
}

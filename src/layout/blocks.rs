//! Which seats belong to which block, from left to right.

use std::f64::consts::{FRAC_PI_2, PI};

use super::Hemicycle;

/// The seats of one block, a party say.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Indices of seats, front row first and each row from left to right.
    pub seats: Vec<usize>,
    /// The angles between which it lies, from the left end of the base line.
    pub from: f64,
    /// See `from`.
    pub to: f64,
}

/// Shares the seats out to blocks of the given sizes, from left to right by angle. Seats at one angle go
/// from the front on the left and towards the front on the right, so that the first and the last block
/// mirror each other. A block's angles are its share of the half circle. Seats beyond the sum of the sizes
/// belong to nobody, and sizes beyond the seats get what is left.
#[must_use]
pub fn blocks(hemicycle: &Hemicycle, sizes: &[usize]) -> Vec<Block> {
    let seats = &hemicycle.seats;
    let mut by_angle: Vec<usize> = (0..seats.len()).collect();
    by_angle.sort_by(|&a, &b| {
        let (a, b) = (&seats[a], &seats[b]);
        let by_row = if a.angle < FRAC_PI_2 { a.row.cmp(&b.row) } else { b.row.cmp(&a.row) };
        a.angle.total_cmp(&b.angle).then(by_row)
    });
    let boundary = |place: usize| PI * place as f64 / by_angle.len().max(1) as f64;
    let mut taken = 0;
    sizes
        .iter()
        .map(|&size| {
            let end = (taken + size).min(by_angle.len());
            let mut block: Vec<usize> = by_angle[taken..end].to_vec();
            block.sort_unstable();
            let (from, to) = (boundary(taken), boundary(end));
            taken = end;
            Block { seats: block, from, to }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_goes_to_one_block_and_blocks_do_not_interleave() {
        let hemicycle = Hemicycle::new(577);
        let sizes = [71, 17, 38, 66, 23, 36, 94, 33, 47, 16, 123, 11, 2];
        let blocks = blocks(&hemicycle, &sizes);
        let mut all: Vec<usize> = blocks.iter().flat_map(|block| block.seats.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..577).collect::<Vec<_>>());
        for (block, size) in blocks.iter().zip(sizes) {
            assert_eq!(block.seats.len(), size);
        }
        for pair in blocks.windows(2) {
            let angle = |seat: &usize| hemicycle.seats[*seat].angle;
            let last = pair[0].seats.iter().map(angle).fold(0.0, f64::max);
            let first = pair[1].seats.iter().map(angle).fold(PI, f64::min);
            assert!(last <= first, "{last} {first}");
            // The arc's boundary stands where the seats' is, to within two seats of the outer row.
            assert!((f64::midpoint(last, first) - pair[0].to).abs() < 0.1);
            assert!((pair[0].to - pair[1].from).abs() < 1e-12);
        }
        assert_eq!((blocks[0].from, blocks[12].to), (0.0, PI));
        let vacant: Vec<usize> = blocks[12].seats.iter().map(|&seat| hemicycle.seats[seat].row).collect();
        assert_eq!(vacant, [0, 1], "the last block takes the front of the last column");
    }

    #[test]
    fn sizes_need_not_match() {
        let hemicycle = Hemicycle::new(5);
        assert_eq!(blocks(&hemicycle, &[2, 9, 4]).iter().map(|block| block.seats.len()).sum::<usize>(), 5);
        assert_eq!(blocks(&hemicycle, &[1]).len(), 1);
        assert!(blocks(&Hemicycle::new(0), &[0, 3])[1].seats.is_empty());
    }
}

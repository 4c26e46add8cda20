//! Which seats belong to which party, and in which order they fill inside it.

use super::Graph;
use super::grow::Ground;
use super::plan::{Plan, RowCourse, Section};

/// The seats of one block, a party say.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Indices of seats, from left to right and from the front.
    pub seats: Vec<usize>,
    /// The places along the edge between which it lies.
    pub from: f64,
    /// See `from`.
    pub to: f64,
}

/// Shares the seats of a section out to blocks of the given sizes along its edge, each in one piece wherever it is
/// in the order and however small. A block's share of the edge goes by its seats.
///
/// Seats at one place along go from the front on the left and towards the front on the right, so that the first
/// and the last block mirror each other. Seats beyond the sum of the sizes belong to nobody, and sizes
/// beyond the seats get what is left.
#[must_use]
pub fn blocks(plan: &Plan, section: &Section, graph: &Graph, sizes: &[usize]) -> Vec<Block> {
    let seats = &plan.seats;
    let (from, to) = section.edge.as_ref().map_or((0.0, 0.0), |edge| (edge.from(), edge.to()));
    let middle = f64::midpoint(from, to);
    let mut in_order: Vec<usize> = section.seats.clone().collect();
    in_order.sort_by(|&a, &b| {
        let (a, b) = (&seats[a], &seats[b]);
        let by_row = if a.along < middle { a.row.cmp(&b.row) } else { b.row.cmp(&a.row) };
        a.along.total_cmp(&b.along).then(by_row)
    });
    let pieces = Ground::new(graph, in_order.clone()).deal(sizes);
    let is_round = matches!(plan.rows, Some(RowCourse::Round(_)));
    let boundary = |place: usize| {
        if is_round || place == 0 || place >= in_order.len() {
            return from + (to - from) * place as f64 / in_order.len().max(1) as f64;
        }
        f64::midpoint(seats[in_order[place - 1]].along, seats[in_order[place]].along)
    };
    let mut taken = 0;
    pieces
        .into_iter()
        .map(|seats| {
            let (from, to) = (boundary(taken), boundary(taken + seats.len()));
            taken += seats.len();
            Block { seats, from, to }
        })
        .collect()
}

/// The ground of a block's seats from the front row to the back, to be split into bands, each in one piece.
#[must_use]
pub fn ground(graph: &Graph, block: &Block) -> Ground {
    // Seats are numbered from the front row on, each row from left to right.
    let mut seats = block.seats.clone();
    seats.sort_unstable();
    Ground::new(graph, seats)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    fn graph(plan: &Plan) -> Graph {
        Graph::new(&plan.seats, 2.0 * plan.touching_radius)
    }

    /// A generator of random numbers (SplitMix64): the same chambers in every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, most: usize) -> usize {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            ((z ^ (z >> 31)) % most as u64) as usize
        }

        /// The sizes of 2 to 20 parties, many of them of 1 to 12 seats.
        fn parties(&mut self, num_seats: usize) -> Vec<usize> {
            let wanted = (2 + self.below(19)).min(num_seats);
            let mut sizes = vec![1; wanted];
            let mut left = num_seats - wanted;
            for size in &mut sizes {
                let small = self.below(3) > 0;
                let most = if small { 12 } else { num_seats / 3 + 1 };
                let more = self.below(most).min(left);
                *size += more;
                left -= more;
            }
            let largest = self.below(wanted);
            sizes[largest] += left;
            sizes
        }
    }

    #[test]
    fn no_party_is_split_in_ten_thousand_chambers() {
        let mut random = Random(20_250_320);
        for round in 0..10_000 {
            // Small chambers are the hard ones, and quick.
            let most = if round % 20 == 0 { 1000 } else { 160 };
            let num_seats = 5 + random.below(most - 4);
            let hemicycle = Plan::hemicycle(num_seats);
            let graph = graph(&hemicycle);
            let sizes = random.parties(num_seats);
            let blocks = blocks(&hemicycle, &hemicycle.sections[0], &graph, &sizes);
            for (block, &size) in blocks.iter().zip(&sizes) {
                assert_eq!(block.seats.len(), size, "{num_seats} {sizes:?}");
                assert_eq!(graph.num_pieces(&block.seats), 1, "{num_seats} {sizes:?}");
            }
        }
    }

    #[test]
    fn bands_inside_a_party_are_in_one_piece_from_the_front() {
        let mut random = Random(577);
        for _ in 0..400 {
            let num_seats = 60 + random.below(700);
            let hemicycle = Plan::hemicycle(num_seats);
            let graph = graph(&hemicycle);
            for block in blocks(&hemicycle, &hemicycle.sections[0], &graph, &random.parties(num_seats)) {
                let sizes = random.parties(block.seats.len().max(1));
                for band in ground(&graph, &block).deal(&sizes) {
                    assert!(graph.num_pieces(&band) <= 1, "{num_seats} {sizes:?}");
                }
            }
        }
    }

    /// Rows of far more than thirty seats, where neighbours are far apart in the order of dealing.
    #[test]
    fn bands_of_a_party_as_wide_as_the_chamber_are_in_one_piece() {
        let mut random = Random(119);
        for num_seats in [577, 1200, 2980] {
            let hemicycle = Plan::hemicycle(num_seats);
            let graph = graph(&hemicycle);
            let whole = blocks(&hemicycle, &hemicycle.sections[0], &graph, &[num_seats]).remove(0);
            let sizes = random.parties(num_seats);
            let bands = ground(&graph, &whole).deal(&sizes);
            assert_eq!(bands.iter().map(Vec::len).collect::<Vec<_>>(), sizes);
            for band in bands {
                assert_eq!(graph.num_pieces(&band), 1, "{num_seats} {sizes:?}");
            }
        }
    }

    #[test]
    fn every_seat_goes_to_one_block_near_its_angles() {
        let hemicycle = Plan::hemicycle(577);
        let sizes = [71, 17, 38, 66, 23, 36, 94, 33, 47, 16, 123, 11, 2];
        let blocks = blocks(&hemicycle, &hemicycle.sections[0], &graph(&hemicycle), &sizes);
        let mut all: Vec<usize> = blocks.iter().flat_map(|block| block.seats.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..577).collect::<Vec<_>>());
        for block in &blocks {
            for &seat in &block.seats {
                let angle = hemicycle.seats[seat].along;
                assert!(angle > block.from - 0.16 && angle < block.to + 0.16, "{angle} {block:?}");
            }
        }
        assert!((blocks[0].from, blocks[12].to) == (0.0, PI));
        let vacant: Vec<usize> = blocks[12].seats.iter().map(|&seat| hemicycle.seats[seat].row).collect();
        assert_eq!(vacant.iter().max(), Some(&1), "the last block takes the front of the last column");
    }

    #[test]
    fn sizes_need_not_match() {
        let hemicycle = Plan::hemicycle(5);
        let sum = |sizes: &[usize]| -> usize {
            blocks(&hemicycle, &hemicycle.sections[0], &graph(&hemicycle), sizes)
                .iter()
                .map(|block| block.seats.len())
                .sum()
        };
        assert_eq!((sum(&[2, 9, 4]), sum(&[1]), sum(&[])), (5, 1, 0));
        let empty = Plan::hemicycle(0);
        assert!(blocks(&empty, &empty.sections[0], &graph(&empty), &[0, 3])[1].seats.is_empty());
    }
}

//! Prints the quality of the seating for several sizes: `cargo run --release --example layout_quality`.
//!
//! Everything is measured from the coordinates of the seats, by all pairs, and not taken from the layout's own
//! reckoning.

use std::f64::consts::PI;

use hemicycle::layout::{Graph, Plan, blocks};

/// Random chambers measured.
const CHAMBERS: usize = 10_000;

fn main() {
    println!("| seats | rows | fill | evenness | front ÷ back row | overlaps | parties split, of 12 |");
    println!("|---:|---:|---:|---:|---:|---:|---:|");
    for num_seats in [5, 9, 24, 101, 143, 349, 435, 577, 650, 705, 751, 2980] {
        let hemicycle = Plan::hemicycle(num_seats);
        let nearest = nearest(&hemicycle);
        let smallest = nearest.iter().copied().fold(f64::INFINITY, f64::min);
        let mean = nearest.iter().sum::<f64>() / nearest.len() as f64;
        let variance = nearest.iter().map(|d| (d - mean).powi(2)).sum::<f64>() / nearest.len() as f64;
        let radii: Vec<f64> = hemicycle.seats.iter().map(|seat| seat.x.hypot(seat.y)).collect();
        let front = radii.iter().copied().fold(f64::INFINITY, f64::min);
        let back = radii.iter().copied().fold(0.0, f64::max);
        let radius = smallest / 2.0;
        let ring = PI / 2.0 * ((back + radius).powi(2) - (front - radius).powi(2));
        let fill = num_seats as f64 * PI * radius * radius / ring;
        let overlaps = nearest.iter().filter(|&&d| d < 2.0 * hemicycle.touching_radius - 1e-9).count();
        println!(
            "| {num_seats} | {} | {fill:.3} | {:.4} | {:.2} | {overlaps} | {} |",
            hemicycle.num_rows,
            variance.sqrt() / mean,
            front / back,
            split(&hemicycle, &twelve_parties(num_seats)),
        );
    }
    println!("\nRandom chambers of 5 to 1,000 seats and 2 to 20 parties:\n");
    println!("| chambers | parties | split parties | chambers with a split party |\n|---:|---:|---:|---:|");
    let (mut num_parties, mut num_split, mut chambers_split) = (0, 0, 0);
    let mut random = Random(1);
    for _ in 0..CHAMBERS {
        let num_seats = 5 + random.below(996);
        let sizes = random.parties(num_seats);
        let split = split(&Plan::hemicycle(num_seats), &sizes);
        num_parties += sizes.len();
        num_split += split;
        chambers_split += usize::from(split > 0);
    }
    println!("| {CHAMBERS} | {num_parties} | {num_split} | {chambers_split} |");
}

/// The distance from each seat to its nearest neighbour.
fn nearest(hemicycle: &Plan) -> Vec<f64> {
    let seats = &hemicycle.seats;
    (0..seats.len())
        .map(|i| {
            let distance = |j: usize| (seats[i].x - seats[j].x).hypot(seats[i].y - seats[j].y);
            (0..seats.len()).filter(|&j| j != i).map(distance).fold(f64::INFINITY, f64::min)
        })
        .collect()
}

/// How many parties are not in one piece of the Gabriel graph.
fn split(hemicycle: &Plan, sizes: &[usize]) -> usize {
    let graph = Graph::new(&hemicycle.seats, 2.0 * hemicycle.touching_radius);
    let blocks = blocks(hemicycle, &hemicycle.sections[0], &graph, sizes);
    blocks.iter().filter(|block| graph.num_pieces(&block.seats) > 1).count()
}

/// The sizes of the groups of the Assemblée nationale on 20 March 2025, scaled.
fn twelve_parties(num_seats: usize) -> Vec<usize> {
    const SIZES: [usize; 12] = [71, 17, 38, 66, 23, 36, 94, 33, 47, 16, 123, 13];
    let mut sizes: Vec<usize> = SIZES.iter().map(|size| size * num_seats / 577).collect();
    sizes[10] += num_seats - sizes.iter().sum::<usize>();
    sizes
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

    /// Two parties in three have 1 to 12 seats.
    fn parties(&mut self, num_seats: usize) -> Vec<usize> {
        let wanted = (2 + self.below(19)).min(num_seats);
        let mut sizes = vec![1; wanted];
        let mut left = num_seats - wanted;
        for size in &mut sizes {
            let most = if self.below(3) > 0 { 12 } else { num_seats / 3 + 1 };
            let more = self.below(most).min(left);
            *size += more;
            left -= more;
        }
        let largest = self.below(wanted);
        sizes[largest] += left;
        sizes
    }
}

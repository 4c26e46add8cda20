//! Any bytes at all into the reader: never a panic, and rows read + rows set aside = rows present.
//! `cargo fuzz run read`

#![no_main]

use hemicycle::read::{Done, Source, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(reading) = read(&Source::new("fuzz", bytes)) {
        let rows = reading.rows;
        assert_eq!(rows.read + rows.set_aside, rows.present);
        let set_aside = reading.problems.iter().filter(|problem| problem.done == Done::SetAside).count();
        assert_eq!(set_aside as u64, rows.set_aside);
        let votes = (0..reading.archive.num_roll_calls()).filter_map(|index| reading.archive.roll_call(index));
        let ballots: usize = votes.map(|roll_call| roll_call.votes().count()).sum();
        // A row of a composition is a party, or a member.
        let is_ballot = !reading.mapping.shape.is_matrix() && !reading.is_composition();
        assert!(!is_ballot || ballots as u64 == rows.read);
    }
});

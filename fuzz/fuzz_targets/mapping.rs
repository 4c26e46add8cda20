//! Any text as a saved mapping, applied to the table below it: never a panic, what is saved again is the same,
//! and rows read + rows set aside = rows present. A line `%%` parts the mapping from the table.
//! `cargo fuzz run mapping`

#![no_main]

use hemicycle::read::{Mapping, Source, read_as};
use libfuzzer_sys::fuzz_target;

const TABLE: &str = "name,party,vote\nAnn Alm,Reds,yes\nBo Berg,Reds,zzyzx\nCy Dahl,Blues,no\n";

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (mapping, table) = text.split_once("%%\n").unwrap_or((&text, TABLE));
    let Ok(mapping) = Mapping::from_toml(mapping, "fuzz.toml") else { return };
    let again = Mapping::from_toml(&mapping.to_toml(), "again.toml");
    assert_eq!(again.as_ref().map(Mapping::to_toml), Ok(mapping.to_toml()));
    if let Ok(reading) = read_as(&Source::new("fuzz", table), &mapping) {
        assert_eq!(reading.rows.read + reading.rows.set_aside, reading.rows.present);
    }
});

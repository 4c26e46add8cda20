//! Any bytes as zip and gzip, and as a file inside them: never a panic, never more memory than bounds allow.
//! `cargo fuzz run container`

#![no_main]

use std::io::Write as _;

use hemicycle::read::{Source, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let zip = [&b"PK\x03\x04"[..], bytes].concat();
    let gzip = [&[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3][..], bytes].concat();
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default();
    for file in [bytes.to_vec(), zip, gzip, packed] {
        let _answer = read(&Source::new("fuzz", file));
    }
});

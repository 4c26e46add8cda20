//! Any texts as files of one archive, so that tables are joined and documents name each other's members: never a
//! panic, and rows read + rows set aside = rows present. A line `%%` parts the files.
//! `cargo fuzz run beside`

#![no_main]

use std::io::{Cursor, Write as _};

use hemicycle::read::{Source, read};
use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

fn zipped(text: &str) -> Option<Vec<u8>> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (number, file) in text.split("%%\n").enumerate().take(6) {
        writer.start_file(format!("{number}.csv"), stored).ok()?;
        writer.write_all(file.as_bytes()).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    let Some(file) = zipped(&String::from_utf8_lossy(bytes)) else { return };
    if let Ok(reading) = read(&Source::new("fuzz.zip", file)) {
        assert_eq!(reading.rows.read + reading.rows.set_aside, reading.rows.present);
    }
});

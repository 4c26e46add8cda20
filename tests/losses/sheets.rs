//! Sheets of a workbook that cannot be read.

use hemicycle::read::ReadError;
use zip::CompressionMethod;

use super::{OTHER, VOTE, bytes_read, left_out, sides, zipped};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The part of a sheet with the rows of a table.
fn sheet(table: &str) -> String {
    let cell = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |line: &str| format!("<row>{}</row>", line.split(',').map(cell).collect::<String>());
    let rows: String = table.lines().map(row).collect();
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="{MAIN}"><dimension ref="A1:C9"/><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// A workbook of sheets: name, kind, and the part, where there is one.
fn workbook(sheets: &[(&str, &str, Option<String>)]) -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let numbered = || sheets.iter().zip(1..);
    let entry = |((name, _, _), n): (&(&str, &str, Option<String>), usize)| {
        format!(r#"<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>"#)
    };
    let relation = |((_, kind, _), n): (&(&str, &str, Option<String>), usize)| {
        format!(r#"<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="worksheets/sheet{n}.xml"/>"#)
    };
    let book = format!(
        r#"<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{}</sheets></workbook>"#,
        numbered().map(entry).collect::<String>()
    );
    let relations = format!(
        r#"<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{}</Relationships>"#,
        numbered().map(relation).collect::<String>()
    );
    let package = format!(
        r#"<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let mut files = vec![
        ("_rels/.rels".to_owned(), package),
        ("xl/workbook.xml".to_owned(), book),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations),
    ];
    files.extend(
        numbered()
            .filter_map(|((_, _, part), n)| Some((format!("xl/worksheets/sheet{n}.xml"), part.clone()?))),
    );
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zipped(&files, CompressionMethod::Deflated)
}

#[test]
fn a_sheet_that_cannot_be_read_is_a_problem_with_its_reason() {
    let whole = sheet(OTHER);
    let broken = [
        ("a dimension that is none", Some(whole.replace("A1:C9", "!!:??"))),
        ("cut before its data", Some(whole[..whole.find("<sheetData>").expect("data")].to_owned())),
        ("cut in its data", Some(whole[..whole.len() * 2 / 3].to_owned())),
        ("empty", Some(String::new())),
        ("no XML", Some("name,party,vote\nAnn,Reds,yes\n".to_owned())),
        ("another tree", Some("<votes><vote/></votes>".to_owned())),
        ("not there", None),
    ];
    for (what, part) in broken {
        let bytes = workbook(&[
            ("January", "worksheet", Some(sheet(VOTE))),
            ("February", "worksheet", part),
            ("March", "worksheet", Some(sheet(VOTE))),
        ]);
        let reading = bytes_read(bytes).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!((reading.archive.num_roll_calls(), sides(&reading, 1)), (2, (2, 1)), "{what}");
        let [(file, why)] = &left_out(&reading)[..] else { panic!("{what}: {:?}", reading.problems) };
        assert_eq!(file, "given, February", "{what}");
        assert!(why.contains("sheet that cannot be read ("), "{what}: {why}");
        assert!(reading.lost_votes(), "{what}");
    }
    let alone = workbook(&[("January", "worksheet", Some("<votes/>".to_owned()))]);
    assert!(matches!(bytes_read(alone), Err(ReadError::BadSheet { file, .. }) if file == "given"));
}

#[test]
fn charts_and_empty_sheets_are_no_problem() {
    let chart = format!(r#"<?xml version="1.0"?><chartsheet xmlns="{MAIN}"><sheetViews/></chartsheet>"#);
    let empty = format!(r#"<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData/></worksheet>"#);
    let reading = bytes_read(workbook(&[
        ("Votes", "worksheet", Some(sheet(VOTE))),
        ("Chart", "chartsheet", Some(chart)),
        ("Sheet 2", "worksheet", Some(empty)),
    ]))
    .expect("votes");
    assert_eq!((sides(&reading, 0), reading.problems.len()), ((2, 1), 0));
}

#[test]
fn of_two_sheets_of_one_name_the_second_is_reported() {
    let reading = bytes_read(workbook(&[
        ("Votes", "worksheet", Some(sheet(VOTE))),
        ("Votes", "worksheet", Some(sheet(OTHER))),
    ]))
    .expect("votes");
    assert_eq!((reading.archive.num_roll_calls(), sides(&reading, 0)), (1, (2, 1)), "none is read twice");
    assert!(left_out(&reading)[0].1.contains("another sheet of the workbook has this name"));
    assert!(reading.lost_votes());
}

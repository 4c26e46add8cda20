//! Files in files: gzip, zip, spreadsheets, folders and what was made to do harm.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::{Cursor, Write as _};

use hemicycle::model::Position;
use hemicycle::read::{
    ContainerFault, Done, Foreign, Format, Options, ProblemKind, ReadError, Reading, Source, open, read,
};
use zip::write::{SimpleFileOptions, ZipWriter};

const VOTE: &str = "name,party,vote\nAnn Alm,Reds,yes\nBo Berg,Reds,yes\nCy Dahl,Blues,no\n";

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("written");
    encoder.finish().expect("gzip")
}

fn reading(bytes: Vec<u8>) -> Reading {
    read(&Source::new("packed", bytes)).unwrap_or_else(|error| panic!("{error}"))
}

fn refused(bytes: Vec<u8>) -> ReadError {
    read(&Source::new("packed", bytes)).map(|reading| reading.file).expect_err("not a roll call")
}

fn sides(reading: &Reading, index: usize) -> (u32, u32) {
    let tally = reading.archive.roll_call(index).expect("a vote").tally();
    (tally.members(Position::For), tally.members(Position::Against))
}

#[test]
fn gzip_and_zip_of_a_table() {
    for bytes in [
        gzipped(VOTE.as_bytes()),
        zipped(&[("vote.csv", VOTE.as_bytes())]),
        zipped(&[("v.csv.gz", &gzipped(VOTE.as_bytes()))]),
    ] {
        let reading = reading(bytes);
        assert_eq!(
            (sides(&reading, 0), reading.format, reading.file.as_str()),
            ((2, 1), Format::Text, "packed")
        );
    }
}

#[test]
fn a_zip_of_several_votes_is_one_archive() {
    let other = VOTE.replace("yes\nCy", "no\nCy");
    let reading = reading(zipped(&[
        ("a.csv", VOTE.as_bytes()),
        ("b.csv", other.as_bytes()),
        ("README.md", b"Two votes."),
    ]));
    assert_eq!(
        (reading.archive.num_roll_calls(), sides(&reading, 0), sides(&reading, 1)),
        (2, (2, 1), (1, 2))
    );
}

#[test]
fn documents_in_a_zip_know_the_members_beside_them() {
    let scrutin = |number: u32, pour: &str, contre: &str| {
        format!(
            r#"{{"scrutin": {{"uid": "V{number}", "titre": "un texte", "ventilationVotes": {{"organe": {{"groupes": {{"groupe": [{{"organeRef": "PO1", "vote":
             {{"decompteNominatif": {{"pours": {{"votant": [{{"acteurRef": "{pour}"}}]}}, "contres": {{"votant": {{"acteurRef": "{contre}"}}}}}}}}}}]}}}}}}}}}}"#
        )
    };
    let acteur = |uid: &str, nom: &str| {
        format!(
            r##"{{"acteur": {{"uid": {{"@xsi:type": "IdActeur_type", "#text": "{uid}"}}, "etatCivil": {{"ident": {{"civ": "Mme", "prenom": "Ada", "nom": "{nom}"}}}}}}}}"##
        )
    };
    let organe = r##"{"organe": {"uid": "PO1", "codeType": "GP", "libelle": "Les Rouges", "libelleAbrev": "LR", "couleurAssociee": "#aa0000"}}"##;
    let (first, second) = (scrutin(1, "PA1", "PA2"), scrutin(2, "PA2", "PA1"));
    let (one, two) = (acteur("PA1", "Alm"), acteur("PA2", "Berg"));
    let files: [(&str, &[u8]); 5] = [
        ("json/V1.json", first.as_bytes()),
        ("json/V2.json", second.as_bytes()),
        ("json/acteur/PA1.json", one.as_bytes()),
        ("json/acteur/PA2.json", two.as_bytes()),
        ("json/organe/PO1.json", organe.as_bytes()),
    ];
    let reading = reading(zipped(&files));
    assert_eq!((reading.archive.num_roll_calls(), sides(&reading, 1)), (2, (1, 1)));
    let names: Vec<&str> = reading.archive.members().iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["Ada Alm", "Ada Berg"]);
    assert_eq!(
        (reading.archive.parties[0].name.as_str(), reading.archive.parties[0].short.as_str()),
        ("Les Rouges", "LR")
    );
    // The same as a folder, and one file of it with the others beside.
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name.rsplit('/').next().expect("a name")), bytes).expect("written");
    }
    let opened = open(folder.path(), &Options::default()).expect("votes");
    assert_eq!(opened.archive.num_roll_calls(), 2);
    let one = open(&folder.path().join("V1.json"), &Options::default()).expect("a vote");
    assert_eq!(one.archive.members()[0].name, "Ada Alm");
}

/// The least that a spreadsheet program writes.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |row: usize, column: usize, text: &str| {
        let column = char::from(b'A' + column as u8);
        match text.parse::<f64>() {
            Ok(number) => format!(r#"<c r="{column}{row}"><v>{number}</v></c>"#),
            Err(_) => format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#),
        }
    };
    let row = |(cells, row): (&&[&str], usize)| {
        let cells: Vec<String> =
            cells.iter().enumerate().map(|(column, text)| cell(row, column, text)).collect();
        format!(r#"<row r="{row}">{}</row>"#, cells.concat())
    };
    let rows = rows.iter().zip(1..).map(row).collect::<Vec<_>>().concat();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let book = format!(
        r#"<?xml version="1.0"?><workbook xmlns="{main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Votes" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let relations = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let package = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    zipped(&[
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_workbook_of_marks() {
    let header = [
        "Wahlperiode",
        "Fraktion/Gruppe",
        "Name",
        "Vorname",
        "ja",
        "nein",
        "Enthaltung",
        "ungültig",
        "nichtabgegeben",
    ];
    let rows: Vec<Vec<&str>> = std::iter::once(header.to_vec())
        .chain((0..12).map(|n| {
            let mark = [4, 4, 5, 6, 8][n % 5];
            let names =
                ["Alm", "Berg", "Dahl", "Ek", "Falk", "Gran", "Holm", "Ilk", "Jahn", "Kohl", "Lind", "Moos"];
            let mut row = vec!["18", if n < 6 { "CDU/CSU" } else { "SPD" }, names[n], "Ada"];
            row.extend((4..9).map(|column| if column == mark { "1" } else { "0" }));
            row
        }))
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let reading = reading(workbook(&rows));
    assert_eq!((sides(&reading, 0), reading.format), ((6, 2), Format::Workbook));
}

#[test]
fn what_was_made_to_do_harm_is_refused() {
    let fault = |bytes: Vec<u8>| match refused(bytes) {
        ReadError::Packed { fault, .. } => fault,
        other => panic!("{other}"),
    };
    let zeros = vec![b'0'; 40 << 20];
    assert_eq!(fault(zipped(&[("zeros.csv", &zeros)])), ContainerFault::Bomb);
    assert_eq!(fault(gzipped(&zeros)), ContainerFault::Bomb);
    assert!(matches!(fault(zipped(&[("../../x.csv", VOTE.as_bytes())])), ContainerFault::Escapes(_)));
    let mut nested = gzipped(VOTE.as_bytes());
    for _ in 0..6 {
        nested = gzipped(&nested);
    }
    assert_eq!(fault(nested), ContainerFault::TooDeep);
    assert_eq!(fault(zipped(&[])), ContainerFault::Empty);
}

#[test]
fn what_is_not_read_says_what_to_do() {
    let found = |bytes: &[u8]| match refused(bytes.to_vec()) {
        ReadError::NotDelimited { found, .. } => found,
        other => panic!("{other}"),
    };
    assert_eq!(found(b"RDX3\nX\n\0\0\0"), Foreign::RData);
    assert_eq!(found(&gzipped(b"RDX2\nX\n\0\0\0")), Foreign::RData);
    assert_eq!(found(b"BZh91AY&SY"), Foreign::Compressed);
    assert_eq!(found(b"%PDF-1.7"), Foreign::Pdf);
    assert_eq!(found(b"<!DOCTYPE html><html><body>votes</body></html>"), Foreign::Html);
    assert!(refused(gzipped(b"RDX2\nX\n")).to_string().contains("write.csv"));
}

/// What is said of each file that was left out: its name, and whether it may have held votes.
fn left_out(reading: &Reading) -> Vec<(String, bool)> {
    let unread = reading.problems.iter().filter(|problem| problem.kind == ProblemKind::UnreadFile);
    unread
        .map(|problem| {
            let cause = problem.cause.as_ref().expect("a cause");
            assert_eq!(problem.done, Done::Ignored);
            (problem.file.clone(), cause.may_lose_votes())
        })
        .collect()
}

#[test]
fn a_folder_says_what_it_left_out_and_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    write("votes.csv", "vote_id,member,cast\n1,11,yes\n1,12,yes\n1,13,no\n2,11,no\n2,12,yes\n2,13,no\n");
    write("members.csv", "member,name,party\n11,Ann Alm,Reds\n12,Bo Berg,Reds\n13,Cy Dahl,Blues\n");
    write("shoes.csv", "person,size\nAnn Alm,38\nBo Berg,44\nCy Dahl,41\n");
    write("older/1999/one.csv", VOTE);
    write("older/1999/broken.json", "{\"votes\": {\"Aye\": [");
    write("older/.hidden.csv", VOTE);
    write("notes.md", "No votes.");
    let reading = open(folder.path(), &Options::default()).expect("votes");
    assert_eq!(reading.archive.num_roll_calls(), 3, "two below one another, and one in a folder inside");
    let companions: Vec<&str> = reading.companions.iter().map(|used| used.file.as_str()).collect();
    assert_eq!(companions, ["members.csv"]);
    assert_eq!(
        left_out(&reading),
        [("older/1999/broken.json".to_owned(), true), ("shoes.csv".to_owned(), false)],
        "members.csv completed the votes and is no problem"
    );
    assert!(reading.lost_votes(), "a broken file may have held votes");
    std::fs::remove_file(folder.path().join("older/1999/broken.json")).expect("removed");
    let reading = open(folder.path(), &Options::default()).expect("votes");
    assert!(!reading.lost_votes(), "shoes are no votes");
    let problem = &reading.problems[0];
    assert!(problem.message().to_string().contains("shoes.csv"), "{}", problem.message());
}

#[test]
fn an_archive_says_what_it_left_out_and_why() {
    let parties = r#"{"parties": [{"code": "R", "name": "Reds", "colour": "aa0000"}]}"#;
    let reading = reading(zipped(&[
        ("a.csv", VOTE.as_bytes()),
        ("b.csv", b"name,party\nAnn Alm,Reds\nBo Berg,Reds\nCy Dahl,Blues\n"),
        ("c.pdf", b"%PDF-1.7"),
        ("parties.json", parties.as_bytes()),
        ("d.json", b"{\"weather\": [1, 2, 3]}"),
        ("e.xml", b"<votes><vote>"),
    ]));
    let mut found = left_out(&reading);
    found.sort();
    let expected = [("b.csv", false), ("c.pdf", false), ("d.json", false), ("e.xml", true)];
    assert_eq!(found, expected.map(|(name, lost)| (name.to_owned(), lost)));
}

#[cfg(unix)]
#[test]
fn a_folder_that_links_to_itself_is_walked_once() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.csv"), VOTE).expect("written");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).expect("linked");
    let reading = open(folder.path(), &Options::default()).expect("a vote");
    assert_eq!((reading.archive.num_roll_calls(), reading.problems.len()), (1, 0));
}

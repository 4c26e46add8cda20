//! Archives: files of one name, archives behind one another, and many files.

use std::time::{Duration, Instant};

use hemicycle::read::{ContainerFault, ProblemKind, ReadError};
use zip::CompressionMethod;

use super::{OTHER, VOTE, bytes_read, sides, zipped};

/// Gives files the same name, which no writer here does: names of the same length are overwritten in place.
fn renamed(mut archive: Vec<u8>, names: &[&str], to: &str) -> Vec<u8> {
    for name in names {
        assert_eq!(name.len(), to.len());
        let mut times = 0;
        for at in 0..archive.len() - name.len() {
            if archive[at..].starts_with(name.as_bytes()) {
                archive[at..at + to.len()].copy_from_slice(to.as_bytes());
                times += 1;
            }
        }
        assert_eq!(times, 2, "before the file and in the list");
    }
    archive
}

#[test]
fn files_of_one_name_in_a_zip_are_all_read() {
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let archive = zipped(
            &[
                ("q/vote1.csv", VOTE.as_bytes()),
                ("q/vote2.csv", OTHER.as_bytes()),
                ("q/vote3.csv", VOTE.as_bytes()),
            ],
            method,
        );
        let archive = renamed(archive, &["q/vote1.csv", "q/vote2.csv", "q/vote3.csv"], "q/votes.csv");
        let reading = bytes_read(archive).expect("votes");
        assert_eq!(reading.archive.num_roll_calls(), 3);
        assert_eq!(reading.rows.present, 3 + 5 + 3);
        let mut found: Vec<(u32, u32)> = (0..3).map(|index| sides(&reading, index)).collect();
        found.sort_unstable();
        assert_eq!(found, [(1, 4), (2, 1), (2, 1)]);
        let listed: Vec<(ProblemKind, &str)> =
            reading.problems.iter().map(|problem| (problem.kind, problem.found.as_str())).collect();
        assert_eq!(listed, [(ProblemKind::SameFileName, "q/votes.csv")]);
        assert!(!reading.lost_votes(), "nothing is lost");
    }
}

#[test]
fn archives_behind_one_another_are_all_read() {
    let part = |name: &str, text: &str| zipped(&[(name, text.as_bytes())], CompressionMethod::Deflated);
    let joined = [part("a.csv", VOTE), part("b.csv", OTHER), part("a.csv", OTHER)].concat();
    let reading = bytes_read(joined).expect("votes");
    assert_eq!((reading.archive.num_roll_calls(), reading.rows.present), (3, 3 + 5 + 5));
    assert_eq!(reading.problems.len(), 1, "a.csv is there twice: {:?}", reading.problems);
    let mut cut = part("a.csv", VOTE);
    cut.truncate(cut.len() - 30);
    let fault = ContainerFault::Damaged;
    let found = bytes_read([cut, part("b.csv", OTHER)].concat()).map(|_| ());
    assert_eq!(found, Err(ReadError::Packed { file: "given".to_owned(), fault }));
}

#[test]
fn a_damaged_file_behind_another_of_its_name_is_damage() {
    let archive =
        zipped(&[("vote1.csv", VOTE.as_bytes()), ("vote2.csv", OTHER.as_bytes())], CompressionMethod::Stored);
    let mut archive = renamed(archive, &["vote1.csv"], "vote2.csv");
    let at = archive.windows(3).position(|part| part == b"Ann").expect("stored as it is");
    archive[at] = b'E';
    let fault = ContainerFault::Damaged;
    assert_eq!(bytes_read(archive).map(|_| ()), Err(ReadError::Packed { file: "given".to_owned(), fault }));
}

#[test]
fn a_zip_of_many_tables_takes_time_by_their_number() {
    let table = |number: usize| {
        let mut text = "name,party,vote\n".to_owned();
        for member in 0..20 {
            let how = ["yes", "no"][(member + number) % 2];
            text.push_str(&format!("Member {member},P{},{how}\n", member % 3));
        }
        text
    };
    let tables: Vec<(String, String)> = (0..400).map(|n| (format!("vote-{n:04}.csv"), table(n))).collect();
    let mut files: Vec<(&str, &[u8])> =
        tables.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    files.push(("parties.csv", b"party,name\nP0,Reds\nP1,Blues\nP2,Greens\n"));
    let archive = zipped(&files, CompressionMethod::Deflated);
    let start = Instant::now();
    let reading = bytes_read(archive).expect("votes");
    // Each table read again for each other took minutes.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    assert_eq!((reading.archive.num_roll_calls(), sides(&reading, 399)), (400, (10, 10)));
    assert_eq!(reading.archive.parties[0].name, "Reds", "tables beside are still joined");
    assert_eq!(reading.problems, []);
}

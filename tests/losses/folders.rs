//! Folders however deep, and what of them cannot be listed.

use std::fs;
use std::process::Command;

use super::{OTHER, VOTE, files_in, left_out, opened};

#[test]
fn folders_are_looked_into_however_deep() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut path = folder.path().to_owned();
    for depth in 0..20 {
        fs::write(path.join(format!("v{depth}.csv")), VOTE).expect("written");
        path.push(depth.to_string());
        fs::create_dir(&path).expect("made");
    }
    let reading = opened(folder.path());
    assert_eq!((reading.archive.num_roll_calls(), reading.problems.len()), (20, 0));
    // Beyond a bound it is reported.
    for _ in 20..70 {
        path.push("x");
        fs::create_dir(&path).expect("made");
    }
    fs::write(path.join("deep.csv"), VOTE).expect("written");
    let reading = opened(folder.path());
    assert_eq!(reading.archive.num_roll_calls(), 20);
    let [(file, why)] = &left_out(&reading)[..] else { panic!("{:?}", reading.problems) };
    assert!(file.starts_with("0/1/2/3/") && why.contains("more than 64 folders deep"), "{file}: {why}");
    assert!(reading.lost_votes());
}

#[cfg(unix)]
#[test]
fn what_of_a_folder_cannot_be_listed_is_reported() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (folder, elsewhere) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    files_in(folder.path(), &[("a.csv", VOTE), ("locked/b.csv", OTHER), ("2024/c.csv", VOTE)]);
    fs::write(elsewhere.path().join("d.csv"), OTHER).expect("written");
    symlink(elsewhere.path(), folder.path().join("elsewhere")).expect("linked");
    symlink(folder.path().join("2024"), folder.path().join("latest")).expect("linked");
    symlink(folder.path().join("gone.csv"), folder.path().join("kept.csv")).expect("linked");
    let locked = folder.path().join("locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("locked");
    // Nothing is locked to the superuser.
    let is_locked = fs::read_dir(&locked).is_err();
    let reading = opened(folder.path());
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).expect("unlocked");
    let mut expected = vec!["elsewhere", "kept.csv"];
    expected.extend(is_locked.then_some("locked"));
    let mut found: Vec<String> = left_out(&reading).into_iter().map(|(file, _)| file).collect();
    found.sort_unstable();
    assert_eq!(found, expected, "a link to what is read anyway is no loss");
    assert_eq!(reading.archive.num_roll_calls(), if is_locked { 2 } else { 3 });
    assert!(reading.lost_votes());
}

/// Paths have a length beyond which no system opens them, whoever asks.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_no_path_leads_to_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.csv"), VOTE).expect("written");
    let script = "for n in $(seq 30); do mkdir $(printf 'x%.0s' $(seq 200)); cd x*; done; printf '%s' \"$VOTE\" > b.csv";
    let mut shell = Command::new("bash");
    let made = shell.args(["-ec", script]).env("VOTE", OTHER).current_dir(folder.path()).status();
    assert!(made.expect("a shell").success());
    let reading = opened(folder.path());
    let [(file, why)] = &left_out(&reading)[..] else { panic!("{:?}", reading.problems) };
    assert!(file.starts_with("xxx") && why.contains("cannot be read"), "{file}: {why}");
    assert!(reading.lost_votes());
}

use std::fs;
use std::io;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;

use super::*;
use crate::model::{MajorityRule, Member, Position};
use crate::record::{
    CallOrder, Clock, Conduct, MemberNumber, Opening, Question, RecordError, Recorder, Roster,
};

/// A clock that ticks a second each time it is looked at.
#[derive(Debug, Default)]
struct Ticking(u64);

impl Clock for Ticking {
    fn now(&mut self) -> Moment {
        self.0 += 1000;
        Moment(1_742_500_000_000 + self.0)
    }
}

fn opening(members: u32) -> Opening {
    let names = (1..=members).map(|n| Member { name: format!("Member {n:02}"), ..Member::default() });
    let roster = Roster { members: names.collect(), ..Roster::default() };
    Opening::new(&roster, &CallOrder::File, Question::default(), MajorityRule::default(), Conduct::default())
}

fn answer(member: u32) -> Event {
    let position = if member.is_multiple_of(3) { Position::For } else { Position::Against };
    Event::Answered { member: MemberNumber(member), position }
}

/// A journal of twelve members of whom so many answered.
fn journal(path: &Path, answers: u32) -> Recorder<Ticking> {
    let (mut recorder, _) = Recorder::create(path, opening(12), Ticking::default()).expect("created");
    for member in 1..=answers {
        recorder.record(answer(member)).expect("recorded");
    }
    recorder
}

#[test]
fn a_roll_call_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vote.journal");
    let before = journal(&path, 7);
    let call = before.call().clone();
    drop(before);
    let (mut again, recovery) = Recorder::resume(&path, Ticking(60_000)).expect("resumed");
    assert_eq!((again.call(), recovery), (&call, Recovery::default()));
    assert_eq!(again.record(answer(8)), Ok(9));
    assert_eq!(scan_file(&path).expect("a journal").condition, Condition::Intact);
}

#[test]
fn two_programs_do_not_write_one_journal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vote.journal");
    let first = journal(&path, 1);
    let second = Recorder::resume(&path, Ticking::default());
    assert!(matches!(second, Err(JournalError::InUse { .. })), "{second:?}");
    let third = Recorder::create(&path, opening(3), Ticking::default());
    assert!(matches!(third, Err(JournalError::InUse { .. })), "{third:?}");
    drop(first);
    Recorder::resume(&path, Ticking::default()).expect("free again");
}

/// Cut at every byte of its last three lines, a journal keeps every line that is whole, puts the rest aside and
/// goes on.
#[test]
fn a_journal_cut_anywhere_loses_no_whole_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vote.journal");
    drop(journal(&path, 12));
    let bytes = fs::read(&path).expect("readable");
    let ends: Vec<usize> =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let start = ends[ends.len() - 4] + 1;
    for cut in start..=bytes.len() {
        let whole = ends.iter().filter(|&&end| end <= cut).count() as u64;
        assert_eq!(scan(&bytes[..cut]).lines, whole, "cut at {cut}");
        // Files take a disk's time: every eleventh, and those around the ends of lines.
        if cut % 11 != 0 && !ends.iter().any(|end| end.abs_diff(cut) < 2) {
            continue;
        }
        let path = folder.path().join(format!("cut-{cut}.journal"));
        fs::write(&path, &bytes[..cut]).expect("written");
        // A line is whole once all of it but the line break is there.
        let whole = ends.iter().filter(|&&end| end <= cut).count();
        let (mut recorder, recovery) = Recorder::resume(&path, Ticking::default()).expect("resumed");
        assert_eq!(recorder.call().log().len(), whole, "cut at {cut}");
        let kept = recovery.kept.map(|kept| fs::read(kept).expect("kept aside")).unwrap_or_default();
        let sound = if whole == 0 { 0 } else { ends[whole - 1] + 1 };
        assert_eq!(kept, bytes[sound.min(cut)..cut], "cut at {cut}");
        assert_eq!(recovery.line.is_some(), cut != sound, "cut at {cut}");
        let next = u32::try_from(whole).expect("few");
        if next <= 12 {
            recorder.record(answer(next)).expect("goes on");
        }
        drop(recorder);
        assert_eq!(scan_file(&path).expect("a journal").condition, Condition::Intact, "cut at {cut}");
    }
}

/// Cut inside its first line, a journal has recorded nothing: the roll call starts again in the same file.
#[test]
fn a_journal_cut_in_its_first_line_starts_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vote.journal");
    drop(journal(&path, 0));
    let bytes = fs::read(&path).expect("readable");
    for cut in [0, 1, 20, bytes.len() - 2] {
        fs::write(&path, &bytes[..cut]).expect("written");
        assert!(matches!(
            Recorder::resume(&path, Ticking::default()),
            Err(JournalError::Unopened { .. } | JournalError::NotAJournal { .. })
        ));
        let (recorder, recovery) = Recorder::create(&path, opening(12), Ticking::default()).expect("created");
        assert_eq!((recorder.call().log().len(), recovery.kept.is_some()), (1, cut > 0));
    }
    fs::write(&path, "name,vote\nA,yes\n").expect("written");
    let fault = Recorder::create(&path, opening(12), Ticking::default());
    assert!(matches!(fault, Err(JournalError::Exists { .. })), "another file is not written over");
}

#[test]
fn a_changed_lost_or_added_line_is_found_with_its_number() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vote.journal");
    drop(journal(&path, 9));
    let text = fs::read_to_string(&path).expect("readable");
    let lines: Vec<&str> = text.lines().collect();
    let joined = |lines: &[&str]| lines.join("\n") + "\n";
    let changed = text.replacen("\"against\"", "\"for\"", 1);
    let mut lost = lines.clone();
    lost.remove(5);
    let mut twice = lines.clone();
    twice.insert(5, lines[4]);
    let mut swapped = lines.clone();
    swapped.swap(6, 7);
    for (what, damaged, line) in [
        ("changed", changed, 2),
        ("lost", joined(&lost), 6),
        ("twice", joined(&twice), 6),
        ("swapped", joined(&swapped), 7),
        ("noise", text.replacen("{\"seq\":4", "#", 1), 4),
        (
            "the last line changed",
            text.replace("\"member\":9,\"position\":\"for\"", "\"member\":9,\"position\":\"against\""),
            10,
        ),
    ] {
        assert_ne!(damaged, text, "{what}");
        fs::write(&path, &damaged).expect("written");
        let found = scan_file(&path).expect("a journal");
        assert!(
            matches!(found.condition, Condition::Damaged { line: number, .. } if number == line),
            "{what}: {:?}",
            found.condition
        );
        assert_eq!(found.lines, line - 1, "{what}: the lines before are sound");
        let fault = Recorder::resume(&path, Ticking::default());
        assert!(matches!(fault, Err(JournalError::Damaged { .. })), "{what}");
        assert_eq!(
            fs::read_to_string(&path).expect("readable"),
            damaged,
            "{what}: the file is left as it is"
        );
    }
}

/// A disk that fails on demand, and that forgets what was not synced when the power goes.
#[derive(Clone, Debug, Default)]
struct Disk(Arc<Mutex<DiskState>>);

#[derive(Debug, Default)]
struct DiskState {
    /// As programs see it.
    seen: Vec<u8>,
    /// What the power cut leaves.
    synced: Vec<u8>,
    /// Room left, in bytes.
    room: Option<usize>,
    fails_to_sync: bool,
    fails_to_truncate: bool,
}

impl Store for Disk {
    fn write_at(&mut self, place: u64, bytes: &[u8]) -> io::Result<()> {
        let mut disk = self.0.lock().expect("one thread");
        let room = disk.room.unwrap_or(usize::MAX);
        let fits = bytes.len().min(room);
        disk.seen.truncate(usize::try_from(place).expect("small"));
        disk.seen.extend_from_slice(&bytes[..fits]);
        if let Some(room) = &mut disk.room {
            *room -= fits;
        }
        if fits < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut disk = self.0.lock().expect("one thread");
        if disk.fails_to_sync {
            return Err(io::Error::other("the disk is gone"));
        }
        disk.synced = disk.seen.clone();
        Ok(())
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut disk = self.0.lock().expect("one thread");
        if disk.fails_to_truncate {
            return Err(io::Error::other("the disk is gone"));
        }
        disk.seen.truncate(usize::try_from(length).expect("small"));
        Ok(())
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.0.lock().expect("one thread").seen.clone())
    }
}

fn on_disk(disk: &Disk, members: u32) -> Recorder<Ticking> {
    let mut journal =
        Journal::over(Path::new("vote.journal"), Box::new(disk.clone()), Vec::new(), Chain::start(), 0);
    let opening = opening(members);
    let entry = journal.append(Event::Opened(Box::new(opening.clone())), Moment(1)).expect("written");
    Recorder::over(Call::open(opening, entry), journal, Ticking::default())
}

#[test]
fn a_full_disk_is_an_error_and_not_a_lost_answer() {
    let disk = Disk::default();
    let mut recorder = on_disk(&disk, 12);
    recorder.record(answer(1)).expect("recorded");
    disk.0.lock().expect("one thread").room = Some(50);
    let before = recorder.call().clone();
    let fault = recorder.record(answer(2));
    assert!(matches!(fault, Err(RecordError::Journal(JournalError::Full { .. }))), "{fault:?}");
    assert_eq!(recorder.call(), &before, "the answer does not count");
    assert_eq!(
        scan(&disk.0.lock().expect("one thread").seen).condition,
        Condition::Intact,
        "half a line is taken off"
    );
    disk.0.lock().expect("one thread").room = None;
    assert_eq!(recorder.record(answer(2)), Ok(3), "the disk has room again");
}

#[test]
fn a_disk_that_cannot_even_truncate_leaves_a_torn_line_and_the_journal_moves() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::default();
    let mut recorder = on_disk(&disk, 12);
    recorder.record(answer(1)).expect("recorded");
    {
        let mut disk = disk.0.lock().expect("one thread");
        (disk.room, disk.fails_to_truncate) = (Some(50), true);
    }
    let chain = recorder.chain().clone();
    for _ in 0..2 {
        let fault = recorder.record(answer(2)).expect_err("the disk is full");
        assert!(matches!(&fault, RecordError::Journal(error) if error.asks_to_move()), "{fault:?}");
    }
    assert_eq!(scan(&disk.0.lock().expect("one thread").seen).condition, Condition::Torn { line: 3 });
    let elsewhere = folder.path().join("elsewhere.journal");
    assert_eq!(recorder.move_to(&elsewhere), Ok(3));
    assert_eq!(recorder.record(answer(2)), Ok(4));
    assert_eq!(recorder.path(), elsewhere);
    let found = scan_file(&elsewhere).expect("a journal");
    assert_eq!((found.condition, found.lines), (Condition::Intact, 4));
    assert_ne!(found.chain, chain);
    assert_eq!(found.call.as_ref(), Some(recorder.call()));
    let taken = recorder.move_to(&elsewhere);
    assert!(matches!(taken, Err(RecordError::Journal(JournalError::Exists { .. }))), "{taken:?}");
}

proptest! {
    /// The power goes at any write, and the disk keeps any part of what was not synced, or zeros in its place:
    /// every confirmed answer is there.
    #[test]
    fn a_power_cut_loses_no_confirmed_answer(
        answers in 1_u32..12,
        kept in 0.0_f64..1.0,
        zeros in any::<bool>(),
        fails in any::<bool>(),
    ) {
        let disk = Disk::default();
        let mut recorder = on_disk(&disk, 12);
        for member in 1..=answers {
            recorder.record(answer(member)).expect("recorded");
        }
        // The next line reaches the disk in part, and is never confirmed.
        let (confirmed, next) = (recorder.call().log().len(), answers + 1);
        disk.0.lock().expect("one thread").fails_to_sync = true;
        disk.0.lock().expect("one thread").fails_to_truncate = fails;
        let unconfirmed = if next <= 12 { recorder.record(answer(next)) } else { recorder.record(Event::Closed) };
        prop_assert!(unconfirmed.is_err());
        let left = {
            let disk = disk.0.lock().expect("one thread");
            let behind = disk.seen.len().saturating_sub(disk.synced.len());
            let part = (behind as f64 * kept) as usize;
            let mut left = disk.synced.clone();
            left.extend_from_slice(&disk.seen[disk.synced.len()..disk.synced.len() + part]);
            if zeros {
                left.resize(disk.synced.len() + behind, 0);
            }
            left
        };
        let found = scan(&left);
        prop_assert!(!matches!(found.condition, Condition::Damaged { .. }), "{:?}", found.condition);
        prop_assert!(found.lines as usize >= confirmed, "{} of {confirmed}", found.lines);
        let call = found.call.expect("a roll call");
        prop_assert_eq!(&call.log()[..confirmed], recorder.call().log());
    }
}

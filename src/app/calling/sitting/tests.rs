use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::*;
use crate::app::calling::clock::PressClock;
use crate::model::MajorityRule;
use crate::record::{CallOrder, Condition, Conduct, Opening, Question, Recorder, Roster, Store, scan_file};

/// A disk that is full as long as it is told to be.
#[derive(Debug)]
struct Disk {
    bytes: Vec<u8>,
    is_full: Arc<AtomicBool>,
}

impl Disk {
    fn room(&self) -> io::Result<()> {
        let full = self.is_full.load(Ordering::Relaxed);
        if full { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

impl Store for Disk {
    fn write_at(&mut self, place: u64, bytes: &[u8]) -> io::Result<()> {
        self.room()?;
        self.bytes.truncate(place as usize);
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.room()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.bytes.truncate(length as usize);
        Ok(())
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.bytes.clone())
    }
}

/// A sitting of six on a disk of its own, and its switch.
fn sitting() -> (Sitting, Receiver<Report>, Arc<AtomicBool>) {
    let roster = Roster::of_text("Ann Roe; Larks\nBo Doe; Owls\nCy Poe\nDi Moe; Larks\nEd Loe\nFay Noe");
    let conduct = Conduct { proxies: 1, chair_votes: false, second_call: true };
    let rule = MajorityRule::default();
    let opening = Opening::new(&roster, &CallOrder::File, Question::default(), rule, conduct);
    let is_full = Arc::new(AtomicBool::new(false));
    let disk = Box::new(Disk { bytes: Vec::new(), is_full: Arc::clone(&is_full) });
    let (sender, reports) = channel();
    let open = move |clock: PressClock| {
        let path = PathBuf::from("full.journal");
        let recorder = Recorder::on_disk(disk, &path, opening, clock)?;
        let (call, chain) = (recorder.call().clone(), recorder.chain().clone());
        let started = Started { call, path, chain, recovery: Recovery::default(), is_resumed: false };
        Ok((recorder, started))
    };
    let report = move |report| sender.send(report).expect("the test listens");
    let scribe = Scribe::with(open, report).expect("a thread");
    let Report::Started(started) = next(&reports) else { panic!("it starts") };
    (Sitting::new(scribe, *started), reports, is_full)
}

fn next(reports: &Receiver<Report>) -> Report {
    reports.recv_timeout(Duration::from_mins(1)).expect("a report")
}

fn hear(sitting: &mut Sitting, reports: &Receiver<Report>) {
    sitting.take(next(reports));
}

const PRESSED: u64 = 4_102_444_800_000;

fn press(sitting: &mut Sitting, reply: Reply, second: u64) {
    sitting.reply(reply, Moment(PRESSED + second * 1000));
}

fn called(sitting: &Sitting) -> Option<u32> {
    sitting.current().map(|member| member.0)
}

#[test]
fn an_answer_counts_once_it_is_on_the_disk_and_the_next_name_waits_for_nothing() {
    let (mut sitting, reports, _) = sitting();
    press(&mut sitting, Reply::For, 1);
    press(&mut sitting, Reply::Against, 2);
    assert_eq!(called(&sitting), Some(3), "two keys, two members");
    assert_eq!(sitting.call.voices().len(), 0, "nothing is shown as recorded yet");
    hear(&mut sitting, &reports);
    assert_eq!((sitting.call.voices().len(), sitting.waiting.len()), (1, 1));
    hear(&mut sitting, &reports);
    assert_eq!((sitting.call.voices().len(), sitting.waiting.len()), (2, 0));
    assert_eq!(sitting.call, sitting.expected);
    assert_eq!(sitting.said, Some((MemberNumber(2), Some(Position::Against))));
}

/// The disk fills, calling goes on, the journal is moved: every answer is there, in order, with its own time.
#[test]
fn on_a_full_disk_answers_wait_in_order_until_the_journal_is_moved() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut sitting, reports, is_full) = sitting();
    press(&mut sitting, Reply::For, 1);
    hear(&mut sitting, &reports);
    is_full.store(true, Ordering::Relaxed);
    for (second, reply) in [(2, Reply::Against), (3, Reply::NoAnswer), (4, Reply::For)] {
        press(&mut sitting, reply, second);
    }
    hear(&mut sitting, &reports);
    assert!(matches!(sitting.stuck, Some(JournalError::Full { .. })), "{:?}", sitting.stuck);
    assert_eq!((sitting.call.voices().len(), sitting.waiting.len()), (1, 3));
    assert_eq!(called(&sitting), Some(5), "calling goes on");
    // Undo takes back what has not even been written.
    assert!(sitting.record(Deed::Undo(Clerk::First), Moment(PRESSED + 5000)));
    assert_eq!(called(&sitting), Some(4));
    press(&mut sitting, Reply::Abstain, 6);
    let path = folder.path().join("elsewhere").join("moved.journal");
    sitting.move_to(path.clone());
    while !sitting.waiting.is_empty() || sitting.path != path {
        hear(&mut sitting, &reports);
    }
    assert_eq!(sitting.stuck, None);
    let found = scan_file(&path).expect("a journal");
    assert_eq!(found.condition, Condition::Intact);
    let call = found.call.expect("a call");
    assert_eq!(call, sitting.call);
    let seconds = |answer: &crate::record::Answer| (answer.time.0 - PRESSED) / 1000;
    let voices: Vec<(u32, Position, u64)> =
        call.voices().iter().map(|(member, answer)| (member.0, answer.position, seconds(answer))).collect();
    let expected = [(1, Position::For, 1), (2, Position::Against, 2), (4, Position::Abstain, 6)];
    assert_eq!(voices, expected);
}

#[test]
fn a_disk_that_has_room_again_is_tried_again() {
    let (mut sitting, reports, is_full) = sitting();
    is_full.store(true, Ordering::Relaxed);
    press(&mut sitting, Reply::For, 1);
    hear(&mut sitting, &reports);
    assert!(sitting.stuck.is_some());
    is_full.store(false, Ordering::Relaxed);
    sitting.retry();
    while !sitting.waiting.is_empty() {
        hear(&mut sitting, &reports);
    }
    assert_eq!((sitting.call.voices().len(), &sitting.stuck), (1, &None));
}

#[test]
fn names_are_called_out_of_turn_and_stepped_over() {
    let (mut sitting, reports, _) = sitting();
    sitting.step(2);
    assert_eq!(called(&sitting), Some(3));
    press(&mut sitting, Reply::For, 1);
    hear(&mut sitting, &reports);
    assert_eq!(called(&sitting), Some(1), "back to whoever is next");
    sitting.step(-1);
    assert_eq!(called(&sitting), Some(1), "nobody is before the first");
    sitting.step(1);
    sitting.step(1);
    assert_eq!(called(&sitting), Some(4), "whoever has answered is passed over");
    sitting.go_to(Some(MemberNumber(3)));
    press(&mut sitting, Reply::Against, 2);
    let asked =
        Dialog::Correct { member: MemberNumber(3), position: Some(Position::Against), reason: String::new() };
    assert_eq!(sitting.dialog, Some(asked), "an answer that is there is corrected, with a reason");
}

#[test]
fn the_second_clerk_counts_for_themselves() {
    let (mut sitting, reports, _) = sitting();
    press(&mut sitting, Reply::For, 1);
    hear(&mut sitting, &reports);
    sitting.switch_clerk();
    assert_eq!(called(&sitting), Some(1), "the second count starts at the first name");
    press(&mut sitting, Reply::NoAnswer, 2);
    assert_eq!(called(&sitting), Some(2), "passed over, and called last");
    press(&mut sitting, Reply::Against, 3);
    hear(&mut sitting, &reports);
    assert_eq!(sitting.second_tally().members(Position::Against), 1);
    assert_eq!(sitting.call.tally().members(Position::For), 1, "the record is as it was");
    assert!(sitting.following().ends_with(&[MemberNumber(6), MemberNumber(1)]));
    assert_eq!(sitting.call.differences().len(), 2);
}

/// Tones: of an answer when its line is on the disk and not before, of a refusal at once, of certainty once.
#[test]
fn nothing_sounds_like_an_answer_before_it_is_on_the_disk() {
    let (mut sitting, reports, is_full) = sitting();
    press(&mut sitting, Reply::For, 1);
    assert_eq!(sitting.take_tones(), [], "the key alone sounds of nothing");
    hear(&mut sitting, &reports);
    assert_eq!(sitting.take_tones(), [Tone::For]);
    assert_eq!(sitting.take_tones(), [], "once");
    is_full.store(true, Ordering::Relaxed);
    press(&mut sitting, Reply::Against, 2);
    hear(&mut sitting, &reports);
    assert_eq!(sitting.take_tones(), [Tone::Stuck]);
    is_full.store(false, Ordering::Relaxed);
    sitting.retry();
    hear(&mut sitting, &reports);
    assert_eq!(sitting.take_tones(), [Tone::Against]);
    let after = |sitting: &mut Sitting, reply: Reply| {
        press(sitting, reply, 3);
        hear(sitting, &reports);
        sitting.take_tones()
    };
    assert_eq!(after(&mut sitting, Reply::NoAnswer), [Tone::NoAnswer]);
    assert_eq!(after(&mut sitting, Reply::Abstain), [Tone::Abstain]);
    // One to one with three open; two more for, and the one left cannot turn it.
    assert_eq!(after(&mut sitting, Reply::For), [Tone::For]);
    assert_eq!(after(&mut sitting, Reply::Against), [Tone::Against]);
    assert_eq!(sitting.call.certain_verdict(), None, "the third is still called again");
    assert_eq!(after(&mut sitting, Reply::Present), [Tone::Present, Tone::Certain]);
    for (deed, tones) in [
        (Deed::Undo(Clerk::First), vec![Tone::Undone]),
        (Deed::Redo(Clerk::First), vec![Tone::Redone, Tone::Certain]),
        (Deed::Event(Event::Closed), vec![Tone::Noted]),
    ] {
        assert!(sitting.record(deed, Moment(PRESSED + 4000)));
        hear(&mut sitting, &reports);
        assert_eq!(sitting.take_tones(), tones);
    }
    assert!(!sitting.record(Deed::Event(Event::Closed), Moment(PRESSED + 5000)), "closed already");
    assert_eq!(sitting.take_tones(), [Tone::Refused]);
}

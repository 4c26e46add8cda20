//! Kills the real program in the middle of a roll call, again and again, and counts what is lost.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use hemicycle::model::Position;
use hemicycle::record::{Condition, Event, Scan, scan_file};

/// A seat and what it will answer.
#[derive(Clone, Debug)]
pub struct Seat {
    pub group: &'static str,
    pub name: String,
    pub answer: Position,
}

/// 577 unnamed seats in the groups of the founding vote: 119 against, 24 for, 6 abstentions. The sources do not say
/// where three for and one against sat; here they are seats of the largest group with gaps. Two more seats, vacant
/// then, stand with the members of no group.
pub fn founding_chamber() -> Vec<Seat> {
    chamber(&[
        ("LFI", 71, 0, 19, 0),
        ("GDR", 17, 0, 2, 0),
        ("ECOS", 38, 0, 14, 0),
        ("SOC", 66, 0, 23, 0),
        ("LIOT", 23, 0, 0, 0),
        ("DEM", 36, 3, 6, 3),
        ("EPR", 94, 11, 9, 1),
        ("HOR", 33, 2, 2, 2),
        ("DR", 47, 6, 0, 0),
        ("UDR", 16, 2, 0, 0),
        ("RN", 123, 0, 43, 0),
        ("NI", 13, 0, 1, 0),
    ])
}

/// Groups with their seats, and how many of those are for, against and abstaining; the others are absent.
pub fn chamber(groups: &[(&'static str, usize, usize, usize, usize)]) -> Vec<Seat> {
    let mut seats = Vec::new();
    for &(group, members, in_favour, against, abstain) in groups {
        for number in 0..members {
            // Spread over the group, so that answers alternate.
            let place = number * 7 % members;
            let answer = if place < in_favour {
                Position::For
            } else if place < in_favour + against {
                Position::Against
            } else if place < in_favour + against + abstain {
                Position::Abstain
            } else {
                Position::Absent
            };
            seats.push(Seat { group, name: format!("{group} {:03}", number + 1), answer });
        }
    }
    seats
}

/// Writes the roster.
pub fn write_roster(path: &Path, seats: &[Seat]) {
    let mut text = "name,group\n".to_owned();
    for seat in seats {
        text.push_str(&format!("{},{}\n", seat.name, seat.group));
    }
    fs::write(path, text).expect("the roster is written");
}

/// Numbers that look random and are the same for one seed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2).wrapping_add(0x9E37_79B9_7F4A_7C15))
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit.max(1)
    }
}

/// The program while it lives.
pub struct Life {
    child: Child,
    pub answers: Receiver<(String, Instant)>,
    reader: Option<JoinHandle<()>>,
}

impl Life {
    pub fn start(program: &Path, roster: &Path, journal: &Path) -> Self {
        let mut child = Command::new(program)
            .args(["record", &roster.display().to_string(), "--stdin", "--order", "file", "--journal"])
            .arg(journal)
            .env("LANG", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let out = child.stdout.take().expect("a pipe");
        let (sender, answers) = channel();
        let reader = std::thread::Builder::new().name("reader".to_owned());
        let reader = reader.spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if sender.send((line, Instant::now())).is_err() {
                    break;
                }
            }
        });
        let reader = reader.expect("a thread");
        Self { child, answers, reader: Some(reader) }
    }

    /// Writes lines; a program that is dead by now is no fault.
    pub fn send(&mut self, text: &str) {
        if let Some(input) = self.child.stdin.as_mut() {
            input.write_all(text.as_bytes()).and_then(|()| input.flush()).ok();
        }
    }

    /// The next line of the program, within a minute.
    pub fn answer(&self) -> String {
        self.answers.recv_timeout(Duration::from_mins(1)).map(|(line, _)| line).unwrap_or_default()
    }

    /// SIGKILL; what the program said before is still read.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().ok();
        self.child.wait().expect("it is dead");
        self.rest()
    }

    /// Lets the program end by itself.
    pub fn end(mut self) -> (Option<i32>, Vec<String>) {
        drop(self.child.stdin.take());
        let status = self.child.wait().expect("it ends");
        (status.code(), self.rest())
    }

    fn rest(&mut self) -> Vec<String> {
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader ends with the pipe");
        }
        self.answers.try_iter().map(|(line, _)| line).collect()
    }
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub kills: u32,
    pub kills_before_the_first_answer: u32,
    pub roll_calls: u32,
    pub confirmed: u64,
    pub lost: u64,
    /// Answers in a journal that were sent and never confirmed: written, and killed before it was said.
    pub unconfirmed_and_there: u64,
    /// Answers in a journal that nobody sent.
    pub invented: u64,
    pub torn: u32,
    pub damaged: u32,
    /// Roll calls that ended with another tally than they should.
    pub wrong_tallies: u32,
}

/// What was confirmed in one roll call: line, member, answer.
type Confirmed = Vec<(u64, u32, Position)>;

/// Runs roll calls and kills the program so many times.
pub fn kill_repeatedly(program: &Path, folder: &Path, seats: &[Seat], kills: u32, seed: u64) -> Report {
    let mut report = Report::default();
    let mut random = Random::new(seed);
    let roster = folder.join("roster.csv");
    write_roster(&roster, seats);
    let mut startup = Duration::from_millis(100);
    while report.kills < kills || report.roll_calls == 0 {
        let journal = folder.join(format!("roll-call-{}.journal", report.roll_calls + 1));
        let mut confirmed = Confirmed::new();
        loop {
            let pending = pending(&journal, seats);
            let is_over = report.kills >= kills || pending.is_empty();
            let started = Instant::now();
            let mut life = Life::start(program, &roster, &journal);
            let lines: Vec<String> = pending
                .iter()
                .map(|&place| format!("{}\t{}\n", seats[place].name, seats[place].answer.key()))
                .collect();
            life.send(&lines.concat());
            if is_over {
                life.send("!close\n");
                let (_, said) = life.end();
                take(&said, &pending, seats, &mut confirmed);
                break;
            }
            let mut said = Vec::new();
            if random.below(4) == 0 {
                // While it starts, finds the journal and mends it.
                std::thread::sleep(startup.mul_f64(random.below(150) as f64 / 100.0));
            } else {
                // Some answers on, at any moment of the next one.
                let wanted = (1 + random.below(6)).min(pending.len() as u64);
                while (said.len() as u64) < wanted {
                    match life.answers.recv_timeout(Duration::from_mins(1)) {
                        Ok((line, time)) => {
                            if said.is_empty() {
                                startup = time - started;
                            }
                            said.push(line);
                        }
                        Err(_) => break,
                    }
                }
                std::thread::sleep(Duration::from_micros(random.below(6000)));
            }
            said.extend(life.kill());
            report.kills += 1;
            report.kills_before_the_first_answer += u32::from(said.is_empty());
            take(&said, &pending, seats, &mut confirmed);
            if let Some(found) = scanned(&journal) {
                report.torn += u32::from(matches!(found.condition, Condition::Torn { .. }));
                report.damaged += u32::from(matches!(found.condition, Condition::Damaged { .. }));
            }
            report.lost += missing(&journal, &confirmed);
        }
        report.roll_calls += 1;
        report.confirmed += confirmed.len() as u64;
        report.lost += missing(&journal, &confirmed);
        judge(&journal, seats, &confirmed, &mut report);
    }
    report
}

fn judge(journal: &Path, seats: &[Seat], confirmed: &Confirmed, report: &mut Report) {
    let Some(call) = scanned(journal).and_then(|found| found.call) else {
        report.wrong_tallies += 1;
        return;
    };
    for entry in call.log() {
        let Event::Answered { member, position } = &entry.event else { continue };
        if seats.get(member.place()).is_none_or(|seat| seat.answer != *position) {
            report.invented += 1;
        } else if !confirmed.iter().any(|(seq, ..)| *seq == entry.seq) {
            report.unconfirmed_and_there += 1;
        }
    }
    let tally = call.tally();
    let is_right =
        [Position::For, Position::Against, Position::Abstain, Position::Absent].into_iter().all(|position| {
            tally.members(position) as usize == seats.iter().filter(|seat| seat.answer == position).count()
        });
    report.wrong_tallies += u32::from(!is_right || call.closed().is_none());
}

/// The nth line sent is answered by the nth line said.
fn take(said: &[String], pending: &[usize], seats: &[Seat], confirmed: &mut Confirmed) {
    for (line, &place) in said.iter().zip(pending) {
        if let Some(seq) = line.strip_prefix("ok ").and_then(|seq| seq.parse().ok()) {
            confirmed.push((seq, place as u32 + 1, seats[place].answer));
        }
    }
}

pub fn scanned(journal: &Path) -> Option<Scan> {
    scan_file(journal).ok()
}

/// The places of the seats that have no answer yet.
fn pending(journal: &Path, seats: &[Seat]) -> Vec<usize> {
    let call = scanned(journal).and_then(|found| found.call);
    (0..seats.len())
        .filter(|&place| call.as_ref().is_none_or(|call| call.desks()[place].answer.is_none()))
        .collect()
}

/// How many confirmed answers a journal lacks.
fn missing(journal: &Path, confirmed: &Confirmed) -> u64 {
    let call = scanned(journal).and_then(|found| found.call);
    let has = |&(seq, member, answer): &(u64, u32, Position)| {
        call.as_ref().is_some_and(|call| {
            call.log().iter().any(|entry| {
                entry.seq == seq
                    && matches!(&entry.event, Event::Answered { member: who, position }
                        if who.0 == member && *position == answer)
            })
        })
    };
    confirmed.iter().filter(|line| !has(line)).count() as u64
}

/// Cuts a finished journal at every `step`th byte of its last three lines and lets the program go on from each.
/// Answers how many cuts there were and how many lost a whole line or could not go on.
pub fn cut_everywhere(program: &Path, folder: &Path, seats: &[Seat], step: usize) -> (u32, u32) {
    let roster = folder.join("roster.csv");
    write_roster(&roster, seats);
    let journal = folder.join("whole.journal");
    let mut life = Life::start(program, &roster, &journal);
    for seat in seats {
        life.send(&format!("{}\t{}\n", seat.name, seat.answer.key()));
    }
    life.end();
    let bytes = fs::read(&journal).expect("the journal");
    let ends: Vec<usize> =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(place, _)| place).collect();
    assert_eq!(ends.len(), seats.len() + 1, "every answer was recorded");
    let start = ends[ends.len() - 4] + 1;
    let (mut cuts, mut faults) = (0, 0);
    for cut in (start..=bytes.len()).step_by(step) {
        let path = folder.join("cut.journal");
        fs::write(&path, &bytes[..cut]).expect("written");
        let whole = ends.iter().filter(|&&end| end <= cut).count() as u64;
        let life = Life::start(program, &roster, &path);
        let (code, _) = life.end();
        let found = scanned(&path);
        let is_right = code == Some(0)
            && found.is_some_and(|found| found.lines == whole && found.condition == Condition::Intact);
        cuts += 1;
        faults += u32::from(!is_right);
        for entry in fs::read_dir(folder).expect("the folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with("cut.journal") {
                fs::remove_file(entry.path()).expect("removed");
            }
        }
    }
    (cuts, faults)
}

/// A small file system in memory; gone when dropped.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts one of so many kilobytes; `None` where that is not allowed.
    pub fn mount(path: &Path, kilobytes: u32) -> Option<Self> {
        fs::create_dir_all(path).ok()?;
        let size = format!("size={kilobytes}k");
        let status =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(path).status().ok()?;
        status.success().then(|| Self(path.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.0).status().ok();
    }
}

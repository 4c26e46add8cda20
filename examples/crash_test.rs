//! Kills the program during roll calls of 577 names, fills its disk, cuts its journal, and counts what is lost:
//! `cargo build --release && cargo run --release --example crash_test -- --kills 200`.
//!
//! The full disk is a small file system in memory, which only root may mount; without that right this part is
//! passed over, and says so. Exit code 1 where anything was lost.

#![allow(clippy::expect_used, reason = "without its files there is no test")]
#![allow(unreachable_pub, reason = "shared with tests/crash")]

#[path = "../tests/crash/driver.rs"]
mod driver;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use driver::{Life, Seat, SmallDisk, scanned};
use hemicycle::record::{Condition, Event};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str, default: u64| {
        let place = arguments.iter().position(|argument| argument == name);
        place.and_then(|place| arguments.get(place + 1)).and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let (kills, seed) = (u32::try_from(number("--kills", 200)).unwrap_or(200), number("--seed", 20_250_320));
    let Some(program) = program() else {
        eprintln!("The program is not built: run `cargo build --release`, then this again.");
        return ExitCode::FAILURE;
    };
    let folder = std::env::temp_dir().join(format!("hemicycle-crash-test-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let seats = driver::founding_chamber();
    println!("{} seats, seed {seed}", seats.len());
    let start = Instant::now();
    let report = driver::kill_repeatedly(&program, &folder, &seats, kills, seed);
    println!(
        "killed {} times ({} before the first answer of that life), {} roll calls, {:.0} s",
        report.kills,
        report.kills_before_the_first_answer,
        report.roll_calls,
        start.elapsed().as_secs_f64()
    );
    println!("  answers confirmed:                 {}", report.confirmed);
    println!("  confirmed answers lost:            {}", report.lost);
    println!("  written and not yet confirmed:     {}", report.unconfirmed_and_there);
    println!("  answers nobody gave:               {}", report.invented);
    println!("  torn last lines, all recovered:    {}", report.torn);
    println!("  damaged journals:                  {}", report.damaged);
    println!("  wrong tallies at the end:          {}", report.wrong_tallies);
    let (cuts, faults) = driver::cut_everywhere(&program, &folder, &seats, 1);
    println!(
        "cut at every byte of the last three lines: {cuts} cuts, {faults} that lost a whole line or did not go on"
    );
    let disk = full_disk(&program, &folder, &seats);
    fs::remove_dir_all(&folder).ok();
    let is_fine = report.lost + report.invented == 0
        && report.damaged + report.wrong_tallies + faults == 0
        && disk.is_none_or(|lost| lost == 0);
    if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The program beside this one.
fn program() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let name = format!("hemicycle{}", std::env::consts::EXE_SUFFIX);
    Some(own.parent()?.parent()?.join(name)).filter(|path| path.is_file())
}

/// A roll call on a disk that fills: the answers lost, or nothing where no such disk can be had.
fn full_disk(program: &Path, folder: &Path, seats: &[Seat]) -> Option<u64> {
    let place = folder.join("small-disk");
    let Some(disk) = SmallDisk::mount(&place, 256) else {
        println!("full disk: passed over, because only root may mount a small file system");
        return None;
    };
    let roster = folder.join("roster.csv");
    let (journal, filler) = (place.join("vote.journal"), place.join("filler"));
    fs::write(&filler, vec![0_u8; 150 << 10]).expect("a filler");
    let mut confirmed: Vec<u64> = Vec::new();
    let mut next = 0;
    let (mut life, mut refused) = (Life::start(program, &roster, &journal), 0);
    // Until it is full, then three times more.
    while refused < 3 && next < seats.len() {
        refused += u32::from(!ask(&mut life, &seats[next], &mut confirmed, &mut next));
    }
    let filled_at = confirmed.len();
    let said = life.kill();
    // Killed on a full disk, started on a full disk: everything is there, and it says again that it is full.
    let mut life = Life::start(program, &roster, &journal);
    let again = ask(&mut life, &seats[next], &mut confirmed, &mut next);
    // Room again: it goes on by itself.
    fs::remove_file(&filler).expect("removed");
    for _ in 0..20 {
        ask(&mut life, &seats[next], &mut confirmed, &mut next);
    }
    let freed_at = confirmed.len();
    // Full again: the journal goes on elsewhere.
    let left = fs::File::create(&filler).and_then(|mut file| fill(&mut file));
    let mut refused = 0;
    while refused == 0 && next < seats.len() {
        refused += u32::from(!ask(&mut life, &seats[next], &mut confirmed, &mut next));
    }
    let elsewhere = folder.join("elsewhere.journal");
    life.send(&format!("!move\t{}\n", elsewhere.display()));
    let moved = life.answer();
    while next < seats.len() {
        if !ask(&mut life, &seats[next], &mut confirmed, &mut next) {
            break;
        }
    }
    life.send("!close\n");
    let (_, end) = life.end();
    let found = scanned(&elsewhere).expect("the journal is elsewhere");
    let call = found.call.expect("a roll call");
    let has = |seq: &&u64| {
        call.log().iter().any(|entry| entry.seq == **seq && matches!(entry.event, Event::Answered { .. }))
    };
    let lost = confirmed.iter().filter(|seq| !has(seq)).count() as u64;
    let old = scanned(&journal).map(|found| found.condition);
    drop(disk);
    println!(
        "full disk: full after {filled_at} answers, {} said no more, still full after a restart: {}; {} answers after \
         room was made; full again ({}), moved: {moved}; {} answers in the end",
        said.len(),
        !again,
        freed_at - filled_at,
        left.is_err(),
        confirmed.len()
    );
    println!("  confirmed answers lost:            {lost}");
    println!("  the journal elsewhere is intact:   {}", found.condition == Condition::Intact);
    println!("  the journal left behind:           {old:?}");
    println!("  {}", end.iter().find(|line| line.contains('–')).map_or("", String::as_str));
    Some(lost + u64::from(confirmed.len() != seats.len()))
}

/// Sends an answer and waits for what the program says: true where it confirms.
fn ask(life: &mut Life, seat: &Seat, confirmed: &mut Vec<u64>, next: &mut usize) -> bool {
    life.send(&format!("{}\t{}\n", seat.name, seat.answer.key()));
    let said = life.answer();
    let Some(seq) = said.strip_prefix("ok ").and_then(|seq| seq.parse().ok()) else { return false };
    confirmed.push(seq);
    *next += 1;
    true
}

fn fill(file: &mut fs::File) -> std::io::Result<()> {
    use std::io::Write as _;
    loop {
        file.write_all(&[0; 1024])?;
    }
}

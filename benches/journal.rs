//! From an answer to its line on the disk, and from a key to the frame that shows it: `cargo bench --bench journal`.
//!
//! What a disk takes to sync says more of the disk than of the program; the ratio is to writing and syncing as many
//! bytes with nothing else, turn by turn on the same disk in the same run. The journal is written in `target`, or in
//! the folder given by `HEMICYCLE_BENCH_FOLDER`. Frames are those of the real window's program, laid out and tessellated as
//! for the screen, without a graphics card; what a card and a screen add is theirs.

#![allow(clippy::expect_used, reason = "without its files there is no measurement")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use hemicycle::app::calling::Command as Call;
use hemicycle::app::{App, Command};
use hemicycle::lang::Lang;
use hemicycle::model::{MajorityRule, Member, Position};
use hemicycle::record::{
    CallOrder, Conduct, Event, MemberNumber, Opening, Question, Recorder, Roster, SystemClock,
};

const MEMBERS: u32 = 577;

fn main() {
    let folder =
        std::env::var_os("HEMICYCLE_BENCH_FOLDER").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = folder.join(format!("journal-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let members = (1..=MEMBERS).map(|n| Member { name: format!("Member {n:03}"), ..Member::default() });
    let roster = Roster { members: members.collect(), ..Roster::default() };
    let opening = Opening::new(
        &roster,
        &CallOrder::File,
        Question::default(),
        MajorityRule::default(),
        Conduct::default(),
    );
    let path = folder.join("bench.journal");
    let (mut recorder, _) = Recorder::create(&path, opening, SystemClock).expect("a journal");
    let mut bare = File::create(folder.join("bare")).expect("a file");
    let line = [b'x'; 170];
    let (mut recorded, mut synced, mut thought) = (Vec::new(), Vec::new(), Vec::new());
    for member in 1..=MEMBERS {
        let position = if member % 5 == 0 { Position::For } else { Position::Against };
        let event = Event::Answered { member: MemberNumber(member), position };
        recorded.push(time(|| {
            recorder.record(event).expect("recorded");
        }));
        synced.push(time(|| {
            bare.write_all(&line).and_then(|()| bare.sync_data()).expect("synced");
        }));
        thought.push(time(|| {
            std::hint::black_box((
                recorder.call().outcome(),
                recorder.call().certain(),
                recorder.call().next(),
            ));
        }));
    }
    drop(recorder);
    let mut frames = frames(&folder);
    fs::remove_dir_all(&folder).ok();
    println!("| {MEMBERS} answers | median | 99th percentile |");
    println!("|---|---:|---:|");
    for (what, times) in [
        ("write and sync alone", &mut synced),
        ("answer to synced line", &mut recorded),
        ("who is next, tally, certainty", &mut thought),
        ("key to the frame with the next name", &mut frames.next),
        ("key to the frame that shows the answer as recorded", &mut frames.recorded),
    ] {
        times.sort_unstable();
        println!("| {what} | {:.2?} | {:.2?} |", at(times, 0.5), at(times, 0.99));
    }
    for (what, times) in [
        ("answer to synced line", &recorded),
        ("key to the frame with the next name", &frames.next),
        ("key to the frame that shows the answer as recorded", &frames.recorded),
    ] {
        let ratio = |share: f64| at(times, share).as_secs_f64() / at(&synced, share).as_secs_f64();
        println!(
            "| **{what}, of a write and sync alone** | **{:.2}** | **{:.2}** |",
            ratio(0.5),
            ratio(0.99)
        );
    }
}

/// What the window takes.
struct Frames {
    next: Vec<Duration>,
    recorded: Vec<Duration>,
}

/// Resumes the roll call of as many seats in the window, on a projector, and answers by keys.
fn frames(folder: &Path) -> Frames {
    let members = (1..=MEMBERS).map(|n| Member { name: format!("Member {n:03}"), ..Member::default() });
    let roster = Roster { members: members.collect(), ..Roster::default() };
    let (rule, conduct) = (MajorityRule::default(), Conduct::default());
    let opening = Opening::new(&roster, &CallOrder::File, Question::default(), rule, conduct);
    let path = folder.join("window.journal");
    drop(Recorder::create(&path, opening, SystemClock).expect("a journal"));
    let mut window = Harness::builder()
        .with_size(egui::vec2(1366.0, 768.0))
        .build_eframe(|creation| App::new(&creation.egui_ctx, None, Some(Lang::En)));
    let context = window.ctx.clone();
    window.state_mut().apply(&context, Command::Calling(Call::Resume(path)));
    let lines = |window: &Harness<'_, App>| {
        window.state().calling().sitting().map_or(0, |sitting| sitting.call.log().len())
    };
    let paint = |window: &Harness<'_, App>| {
        std::hint::black_box(window.ctx.tessellate(window.output().shapes.clone(), 1.0));
    };
    while lines(&window) == 0 {
        window.step();
    }
    let mut frames = Frames { next: Vec::new(), recorded: Vec::new() };
    for member in 1..=MEMBERS {
        let key = if member % 5 == 0 { egui::Key::F } else { egui::Key::A };
        let event = |pressed| egui::Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: egui::Modifiers::NONE,
        };
        let start = Instant::now();
        window.event(event(true));
        window.step();
        paint(&window);
        frames.next.push(start.elapsed());
        while lines(&window) <= member as usize {
            window.step();
        }
        paint(&window);
        frames.recorded.push(start.elapsed());
        window.event(event(false));
        window.step();
    }
    frames
}

fn time(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// Of sorted times, the one below which this share lies.
fn at(times: &[Duration], share: f64) -> Duration {
    let place = ((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}

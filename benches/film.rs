//! A replay of 577 seats as a film, beside what others take for the same pictures: `cargo bench --bench film`.
//!
//! Each maker runs in a process of its own, in turn, three times; the table has medians, frames a second, peak memory,
//! and ratios to the GIF made here in the same run. Made here, a film includes reading the file, composing the graphic and
//! drawing every frame. The peers are given the frames ready made, as PNG files: `ffmpeg` makes a GIF of them with a
//! palette of their own, Pillow saves them as a GIF. A peer that is not installed is passed over. The last line is what
//! a script would pay that makes each frame anew: one still by `hemicycle render`, times the frames.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "without its files there is no measurement")]

mod measured;

use std::fs;
use std::path::Path;
use std::process::Command;

use measured::{Taken, median, run};

/// How often each maker runs.
const ROUNDS: usize = 3;
const VOTE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data/2025-03-20-scrutin-1102.csv");
const PILLOW: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/with_pillow.py");
const HEMICYCLE: &str = env!("CARGO_BIN_EXE_hemicycle");

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let own = |name: &str| {
        let mut command = Command::new(HEMICYCLE);
        command.args(["replay", VOTE, "--width", "1200", "--lang", "en", "-o"]).arg(folder.join(name));
        command
    };
    // The frames for the peers, from the one format that loses nothing and that both can read.
    run(&mut own("film.png")).expect("a film");
    let frames = folder.join("frames");
    fs::create_dir(&frames).expect("a folder");
    let has_ffmpeg = run(Command::new("ffmpeg")
        .args(["-loglevel", "error", "-i"])
        .arg(folder.join("film.png"))
        .args(["-fps_mode", "passthrough"])
        .arg(frames.join("%04d.png")))
    .is_some();
    let count = fs::read_dir(&frames).expect("a folder").count();
    if !has_ffmpeg || count == 0 {
        println!("Without ffmpeg there are no frames to give to others.");
        return;
    }
    let mut makers = [
        ("GIF", own("film.gif")),
        ("APNG", own("film.png")),
        ("WebP", own("film.webp")),
        ("MP4, frames drawn here, packed by `ffmpeg`", own("film.mp4")),
        ("`ffmpeg`: GIF of ready frames", with_ffmpeg(&frames, folder)),
        ("Pillow: GIF of ready frames", with_pillow(&frames, folder)),
    ];
    let mut taken: Vec<Vec<Taken>> = vec![Vec::new(); makers.len()];
    let mut drawn = Vec::new();
    for _ in 0..ROUNDS {
        for ((_, command), taken) in makers.iter_mut().zip(&mut taken) {
            taken.extend(run(command));
        }
        let mut still = Command::new(HEMICYCLE);
        still.args(["render", VOTE, "--lang", "en", "-o"]).arg(folder.join("still.png"));
        drawn.extend(run(&mut still));
    }
    let gif = median(&mut taken[0]).expect("a film").0.as_secs_f64();
    println!("| {count} frames, 1200 pixels wide | frames a second | seconds | peak MB | times as long |");
    println!("|---|---:|---:|---:|---:|");
    for ((name, _), taken) in makers.iter().zip(&mut taken) {
        let Some((time, peak)) = median(taken) else {
            println!("| {name} | not installed | | | |");
            continue;
        };
        line(name, count, time.as_secs_f64(), &(peak / 1024).to_string(), gif);
    }
    if let Some((time, _)) = median(&mut drawn) {
        line(
            "a still by `hemicycle render` for each frame",
            count,
            time.as_secs_f64() * count as f64,
            "",
            gif,
        );
    }
}

fn line(name: &str, count: usize, seconds: f64, peak: &str, gif: f64) {
    let (pace, ratio) = (count as f64 / seconds, seconds / gif);
    println!("| {name} | {pace:.0} | {seconds:.1} | {peak} | {ratio:.1} |");
}

/// One palette for the whole film, as here.
fn with_ffmpeg(frames: &Path, folder: &Path) -> Command {
    let mut command = Command::new("ffmpeg");
    command
        .args(["-y", "-loglevel", "error", "-framerate", "25", "-i"])
        .arg(frames.join("%04d.png"))
        .args(["-lavfi", "split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=none"])
        .arg(folder.join("ffmpeg.gif"));
    command
}

fn with_pillow(frames: &Path, folder: &Path) -> Command {
    let mut command = Command::new("python3");
    command.arg(PILLOW).arg(frames).arg(folder.join("pillow.gif"));
    command
}

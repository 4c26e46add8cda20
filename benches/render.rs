//! Drawing votes, beside others that do the same: `cargo bench --bench render`, and with `--profile dist` as the program is
//! given out.
//!
//! First one vote of 577 seats as SVG again and again in a warm process: the graphic with its texts, and the chamber
//! alone. Then what each further vote of an archive takes in a process that has read it, when nothing is written. Then an
//! archive of 1,000 votes, written with a fixed seed, drawn by `hemicycle render --all` as SVG and as
//! PNG 1,200 pixels wide, beside Python's `parliamentarch` (PNG by `cairosvg`) and Node's `parliament-svg` (PNG by
//! `@resvg/resvg-js`), where those are installed (`NODE_PATH` says where Node's are). The peers get the seats of every
//! party and position counted already and draw the chamber alone, `parliamentarch` also with a name for each seat; here
//! the archive is read, and every graphic has all its parts and a name for each seat. Each runs in a process of its own,
//! in turn, three times, and the two that are done within seconds eight times more: machines have moods, and a ratio is
//! told by many pairs of neighbours. The table has medians of the run; ratios are medians of the pairs, with the least and
//! the most of them. `-- --votes N` makes the archive smaller. Files go where `TMPDIR` says: on a disk in memory the
//! programs are measured, and not the disk.

mod measured;
mod random;

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use hemicycle::chart::Part;
use hemicycle::export::{ExportFormat, PictureFormat};
use hemicycle::lang::Lang;
use hemicycle::project::{Drawer, RenderOptions};
use hemicycle::read::{Options, open};
use measured::{Taken, median, run};
use random::Random;
use rayon::prelude::*;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each program is run, and how often more where it is done within seconds.
const RUNS: usize = 3;
const MORE_OF_THE_QUICK: usize = 8;

type Fallible<T = ()> = Result<T, Box<dyn std::error::Error>>;

const FOUNDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data/2025-03-20-scrutin-1102.csv");
/// The groups of the founding vote: short name, seats, colour.
const GROUPS: [(&str, u32, &str); 12] = [
    ("LFI", 71, "#C00D0D"),
    ("GDR", 17, "#830E21"),
    ("ECOS", 38, "#77AA79"),
    ("SOC", 66, "#F5B4CE"),
    ("LIOT", 23, "#FFD96F"),
    ("DEM", 36, "#F07E26"),
    ("EPR", 94, "#7B4591"),
    ("HOR", 33, "#B5E2F9"),
    ("DR", 47, "#3D7BDE"),
    ("UDR", 16, "#2B2B66"),
    ("RN", 123, "#35495E"),
    ("NI", 13, "#8D949A"),
];

/// Writes `votes.csv`, a row for each member and vote, and `counts.json`, the seats of each party and position.
fn write_archive(folder: &Path, votes: usize) -> Fallible {
    const WORDS: [&str; 4] = ["for", "against", "abstention", "absent"];
    let mut random = Random(577);
    let mut table = String::from("vote_id,date,title,member,party,position\n");
    let mut counts = Vec::new();
    for vote in 1..=votes {
        let mut seats = Vec::new();
        let mut member = 0;
        for (group, size, colour) in GROUPS {
            let leaning = random.below(100);
            let mut by_position = [0_u32; WORDS.len()];
            for _ in 0..size {
                member += 1;
                let position = match random.below(100) {
                    0..3 => 2,
                    3..30 => 3,
                    drawn => usize::from(drawn * 100 / 70 % 100 >= leaning),
                };
                by_position[position] += 1;
                writeln!(
                    table,
                    "{vote},2025-{:02}-{:02},Amendment {vote},Member {member},{group},{}",
                    1 + vote % 12,
                    1 + vote % 28,
                    WORDS[position]
                )?;
            }
            let named = WORDS.iter().zip(by_position).filter(|(_, n)| *n > 0);
            seats.extend(named.map(|(word, n)| serde_json::json!([format!("{group} {word}"), colour, n])));
        }
        counts.push(seats);
    }
    fs::write(folder.join("votes.csv"), table)?;
    fs::write(folder.join("counts.json"), serde_json::to_string(&counts)?)?;
    Ok(())
}

/// The times of a run repeated, the shortest first.
fn times(runs: usize, mut run: impl FnMut() -> Fallible<usize>) -> Fallible<(Vec<Duration>, usize)> {
    let mut bytes = 0;
    let mut times = Vec::with_capacity(runs);
    for _ in 0..runs {
        let start = Instant::now();
        bytes = black_box(run()?);
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok((times, bytes))
}

/// One vote again and again.
fn warm() -> Fallible {
    const TIMES: usize = 500;
    let reading = open(Path::new(FOUNDING), &Options::default())?;
    let roll_call = reading.archive.roll_call(0).ok_or("no vote")?;
    let mut only_chamber = RenderOptions::default();
    only_chamber.look.parts = vec![Part::Chamber];
    println!("One vote of 577 seats as SVG, warm");
    println!("| | ms, median | ms, 99 of 100 | KB |\n|---|---:|---:|---:|");
    for (name, options) in
        [("the graphic with its texts", RenderOptions::default()), ("the chamber alone", only_chamber)]
    {
        let drawer = Drawer::new(options, None, Lang::En).map_err(|fault| format!("{fault:?}"))?;
        let draw = || {
            let drawn = drawer.draw(roll_call, &reading.file, ExportFormat::Picture(PictureFormat::Svg));
            Ok(drawn.map_err(|fault| format!("{fault:?}"))?.bytes.len())
        };
        times(20, draw)?;
        let (times, bytes) = times(TIMES, draw)?;
        let ms = |share: usize| times[(TIMES - 1) * share / 100].as_secs_f64() * 1e3;
        println!("| {name} | {:.2} | {:.2} | {} |", ms(50), ms(99), bytes / 1000);
    }
    Ok(())
}

/// One way to draw the archive.
struct Drawing {
    name: &'static str,
    command: Command,
    /// True where it is done within seconds.
    is_quick: bool,
}

/// How the archive is drawn, by whom, each into a new folder: to write over what the last run left is another question, which
/// file systems answer in their own ways.
fn drawings(folder: &Path, ending: &str, round: usize) -> Fallible<Vec<Drawing>> {
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
    let new = |name: &str| {
        let new = folder.join(format!("{name}-{ending}-{round}"));
        fs::create_dir_all(&new).map(|()| new)
    };
    let out = new("out")?;
    let mut own = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    own.arg("render")
        .arg(folder.join("votes.csv"))
        .args(["--all", "-o"])
        .arg(out.join(format!("{{id}}.{ending}")));
    let python = || {
        let mut python = Command::new("python3");
        python.arg(peers.join("with_parliamentarch.py"));
        python
    };
    let (mut plain, mut named) = (python(), python());
    let mut node = Command::new("node");
    node.arg(peers.join("with_parliament_svg.mjs"));
    for (peer, name) in [(&mut plain, "plain"), (&mut named, "named"), (&mut node, "node")] {
        peer.arg(folder.join("counts.json")).arg(new(name)?).arg(ending);
    }
    named.arg("named");
    let drawing = |name, command, is_quick| Drawing { name, command, is_quick };
    // Those that are run again and again stand side by side.
    Ok(vec![
        drawing("Hemicycle, every seat named", own, true),
        drawing("parliamentarch (Python), seats without names", plain, true),
        drawing("parliamentarch (Python), every seat named", named, false),
        drawing("parliament-svg (Node), seats without names", node, false),
    ])
}

/// The milliseconds that drawing alone took a peer for each vote, as it says itself.
fn told(command: &mut Command, votes: usize) -> Option<f64> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    let seconds: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    Some(seconds * 1e3 / votes as f64)
}

/// What each vote takes once the archive is read, without writing it: here on every core, and the peers on theirs.
fn each_further(folder: &Path, votes: usize) -> Fallible {
    let reading = open(&folder.join("votes.csv"), &Options::default())?;
    let drawer =
        Drawer::new(RenderOptions::default(), None, Lang::En).map_err(|fault| format!("{fault:?}"))?;
    let svg = ExportFormat::Picture(PictureFormat::Svg);
    let own = || -> Fallible<f64> {
        let start = Instant::now();
        let draw = |index| drawer.draw(reading.archive.roll_call(index)?, &reading.file, svg).ok();
        let drawn =
            (0..votes).into_par_iter().with_max_len(4).filter_map(draw).map(|drawn| drawn.bytes.len());
        let bytes: usize = black_box(drawn.sum());
        if bytes < votes * 50_000 {
            return Err("votes were not drawn".into());
        }
        Ok(start.elapsed().as_secs_f64() * 1e3 / votes as f64)
    };
    own()?;
    let mut found: Vec<(&str, Vec<(f64, f64)>)> = Vec::new();
    for round in 0..RUNS + MORE_OF_THE_QUICK {
        let drawings = drawings(folder, "svg", round)?;
        found.resize_with(drawings.len(), Default::default);
        for (mut drawing, (name, found)) in drawings.into_iter().zip(&mut found) {
            *name = drawing.name;
            if round < RUNS || drawing.is_quick {
                let ours = own()?;
                let is_own = drawing.name.starts_with("Hemicycle");
                let theirs = if is_own { Some(ours) } else { told(&mut drawing.command, votes) };
                found.extend(theirs.map(|theirs| (theirs, theirs / ours)));
            }
        }
    }
    println!("\nEach further one of {votes} votes of 577 seats as SVG: nothing read, nothing written");
    println!("| | ms | times as long | least to most |\n|---|---:|---:|---:|");
    for (name, mut found) in found {
        found.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
        let mut ms: Vec<f64> = found.iter().map(|(ms, _)| *ms).collect();
        ms.sort_unstable_by(f64::total_cmp);
        match (&ms[..], &found[..]) {
            ([.., _], [least, .., most]) => {
                let (ms, ratio) = (ms[ms.len() / 2], found[found.len() / 2].1);
                println!("| {name} | {ms:.2} | {ratio:.1} | {:.1} to {:.1} |", least.1, most.1);
            }
            _ => println!("| {name} | not installed | | |"),
        }
    }
    Ok(())
}

/// Runs everybody in turn and prints the table.
fn batch(folder: &Path, votes: usize) -> Fallible {
    const MANY: usize = 1000;
    for ending in ["svg", "png"] {
        let is_svg = ending == "svg";
        let mut found: Vec<(&str, Vec<Taken>)> = Vec::new();
        for round in 0..RUNS + if is_svg { MORE_OF_THE_QUICK } else { 0 } {
            let mut drawings = drawings(folder, ending, round)?;
            if !is_svg && votes >= MANY {
                // A thousand pictures take the peers minutes; how they compare is told by the tenth of them.
                drawings.truncate(1);
            }
            found.resize_with(drawings.len(), Default::default);
            for (mut drawing, found) in drawings.into_iter().zip(&mut found) {
                found.0 = drawing.name;
                if round < RUNS || drawing.is_quick {
                    found.1.extend(run(&mut drawing.command));
                }
            }
        }
        println!("\n{votes} votes of 577 seats as {}", ending.to_uppercase());
        println!(
            "| | seconds | a second | peak MB | times as long | least to most |\n|---|---:|---:|---:|---:|---:|"
        );
        let own = found.first().map(|(_, taken)| taken.clone()).filter(|taken| !taken.is_empty());
        let own = own.ok_or("the archive could not be drawn")?;
        for (name, found) in &mut found {
            let mut ratios: Vec<f64> = found
                .iter()
                .zip(&own)
                .map(|((took, _), (own, _))| took.as_secs_f64() / own.as_secs_f64())
                .collect();
            ratios.sort_unstable_by(f64::total_cmp);
            let (Some((took, peak)), [least, .., most]) = (median(found), &ratios[..]) else {
                println!("| {name} | not installed | | | | |");
                continue;
            };
            let (seconds, peak, ratio) = (took.as_secs_f64(), peak / 1024, ratios[ratios.len() / 2]);
            println!(
                "| {name} | {seconds:.2} | {:.0} | {peak} | {ratio:.1} | {least:.1} to {most:.1} |",
                votes as f64 / seconds
            );
        }
    }
    Ok(())
}

fn main() -> Fallible {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let at = arguments.iter().position(|argument| argument == "--votes");
    let votes = at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(1000);
    warm()?;
    let folder = std::env::temp_dir().join(format!("hemicycle-drawings-{}", std::process::id()));
    let further = folder.join("further");
    fs::create_dir_all(&further)?;
    write_archive(&further, votes)?;
    each_further(&further, votes)?;
    // A tenth of the archive first: memory that grows with the votes shows in the difference.
    for votes in [votes / 10, votes] {
        let folder = folder.join(votes.to_string());
        fs::create_dir_all(&folder)?;
        write_archive(&folder, votes)?;
        batch(&folder, votes)?;
    }
    // Not before the end: file systems are slow at making files where others have just gone.
    fs::remove_dir_all(&folder)?;
    Ok(())
}

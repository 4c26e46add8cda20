//! Opening archives of millions of ballots, beside others that do the same: `cargo bench --bench archive`.
//!
//! Two archives are written with a fixed seed: one as Voteview publishes (26 million ballots, with members,
//! roll calls and parties beside them) and one as `HowTheyVote` does (20 million). Opening is reading every file,
//! joining members and parties, grouping by vote, party and position, and keeping every ballot by vote and
//! member. The peers are a bare loop over the `csv` crate on all cores that counts by vote and position and
//! keeps a code a ballot, without members or parties; and, where Python has them, polars and `DuckDB` with the
//! whole work (`benches/peers`), ballots kept as lists by vote, or pivoted: members by
//! votes, for each session. Each runs in a process of its own, in turn, three times; the table has medians of the
//! run, and ratios to opening here. Then what a step from one vote to another takes: its numbers and its drawing.
//! `-- --ballots N` makes the archives smaller, `-- --write DIR` only writes them.

mod random;

use std::collections::HashMap;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use hemicycle::analyze::{Summary, VoteLine};
use hemicycle::chart::{Arrangement, Style, Vote, window};
use hemicycle::lang::Lang;
use hemicycle::read::{Options, open};
use random::Random;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Fallible<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn create(folder: &Path, name: &str) -> std::io::Result<BufWriter<File>> {
    Ok(BufWriter::with_capacity(1 << 20, File::create(folder.join(name))?))
}

/// An archive as Voteview publishes: 117 congresses of two chambers, a fifth of whose members are new.
fn write_voteview(folder: &Path, ballots: u64) -> std::io::Result<()> {
    const CONGRESSES: u64 = 117;
    const CHAMBERS: [(&str, usize); 2] = [("House", 435), ("Senate", 100)];
    let mut random = Random(119);
    let mut votes = create(folder, "HSall_votes.csv")?;
    let mut members = create(folder, "HSall_members.csv")?;
    let mut rollcalls = create(folder, "HSall_rollcalls.csv")?;
    let mut parties = create(folder, "HSall_parties.csv")?;
    writeln!(votes, "congress,chamber,rollnumber,icpsr,cast_code,prob")?;
    writeln!(members, "congress,chamber,icpsr,state_abbrev,party_code,bioname")?;
    writeln!(rollcalls, "congress,chamber,rollnumber,date,yea_count,nay_count,vote_desc")?;
    writeln!(parties, "party_code,party_name")?;
    writeln!(parties, "100,Democrat\n200,Republican\n328,Independent")?;
    let a_congress = ballots / CONGRESSES;
    let rolls = (a_congress / 535).max(2);
    let mut next = 10_000;
    let mut sitting: [Vec<u64>; 2] = [Vec::new(), Vec::new()];
    for congress in 1..=CONGRESSES {
        for ((chamber, seats), sitting) in CHAMBERS.into_iter().zip(&mut sitting) {
            sitting.retain(|_| random.below(5) > 0);
            while sitting.len() < seats {
                next += 1;
                sitting.push(next);
            }
            for &icpsr in sitting.iter() {
                let party = if icpsr % 97 == 0 { 328 } else { 100 + icpsr % 2 * 100 };
                writeln!(members, "{congress},{chamber},{icpsr},ST,{party},\"MEMBER, Number {icpsr}\"")?;
            }
            for roll in 1..=rolls {
                let leaning = 20 + random.below(60);
                let (mut yea, mut nay) = (0, 0);
                // Now and then a seat is vacant for a while.
                let vacant = if roll % 60 < 20 { roll as usize / 60 % seats } else { usize::MAX };
                for (seat, &icpsr) in sitting.iter().enumerate().filter(|(seat, _)| *seat != vacant) {
                    let of_party = if icpsr % 2 == 0 { leaning } else { 100 - leaning };
                    let drawn = random.below(1000);
                    let code = match drawn {
                        0..60 => 9,
                        60..65 => 7,
                        65..70 => 2 + seat % 4,
                        _ if drawn % 100 < of_party => 1,
                        _ => 6,
                    };
                    yea += u64::from(code == 1);
                    nay += u64::from(code == 6);
                    let probability = 500 + drawn / 2;
                    writeln!(
                        votes,
                        "{congress},{chamber},{roll},{icpsr},{code},{}.{}",
                        probability / 10,
                        probability % 10
                    )?;
                }
                let (year, month) = (1787 + congress * 2, 1 + roll % 12);
                writeln!(
                    rollcalls,
                    "{congress},{chamber},{roll},{year}-{month:02}-{:02},{yea},{nay},\"To pass bill {roll} of the session\"",
                    1 + roll % 28
                )?;
            }
        }
    }
    votes.flush()?;
    members.flush()?;
    rollcalls.flush()?;
    parties.flush()
}

/// An archive as `HowTheyVote` does: 705 members, each in every vote.
fn write_howtheyvote(folder: &Path, ballots: u64) -> std::io::Result<()> {
    const MEMBERS: u64 = 705;
    const GROUPS: [&str; 8] = ["EPP", "SD", "RENEW", "GREEN_EFA", "ECR", "ID", "GUE_NGL", "NI"];
    const COUNTRIES: [&str; 9] = ["DEU", "FRA", "ITA", "ESP", "POL", "ROU", "NLD", "BEL", "SWE"];
    let mut random = Random(24);
    let mut ballots_file = create(folder, "member_votes.csv")?;
    let mut members = create(folder, "members.csv")?;
    let mut votes = create(folder, "votes.csv")?;
    let mut groups = create(folder, "groups.csv")?;
    writeln!(ballots_file, "vote_id,member_id,position,country_code,group_code")?;
    writeln!(members, "id,first_name,last_name,country_code")?;
    writeln!(votes, "id,timestamp,display_title,count_for,count_against,count_abstention")?;
    writeln!(groups, "code,official_label,short_label")?;
    for group in GROUPS {
        writeln!(groups, "{group},Group {group} of the Parliament,{group}")?;
    }
    let id = |member: u64| 1000 + member * 37 % 250_000;
    let country = |member: u64| COUNTRIES[(member * 7 % 9) as usize];
    for member in 0..MEMBERS {
        writeln!(members, "{},First{member},LAST{member},{}", id(member), country(member))?;
    }
    for vote in 0..(ballots / MEMBERS).max(2) {
        let leaning = 30 + random.below(60);
        let mut counts = [0_u64; 3];
        for member in 0..MEMBERS {
            let group = member * member % 97 % 8;
            let drawn = random.below(100);
            let position = match drawn {
                0..12 => "DID_NOT_VOTE",
                12..17 => "ABSTENTION",
                _ if (drawn + group * 11) % 100 < leaning => "FOR",
                _ => "AGAINST",
            };
            match position {
                "FOR" => counts[0] += 1,
                "AGAINST" => counts[1] += 1,
                "ABSTENTION" => counts[2] += 1,
                _ => {}
            }
            let (id, country) = (id(member), country(member));
            writeln!(
                ballots_file,
                "{},{id},{position},{country},{}",
                100_000 + vote,
                GROUPS[group as usize]
            )?;
        }
        let [in_favour, against, abstain] = counts;
        let (month, day) = (1 + vote % 12, 1 + vote % 28);
        writeln!(
            votes,
            "{},2024-{month:02}-{day:02} 12:00:00,Motion {vote},{in_favour},{against},{abstain}",
            100_000 + vote
        )?;
    }
    ballots_file.flush()?;
    members.flush()?;
    votes.flush()?;
    groups.flush()
}

/// Opens an archive, and counts every vote of it as the list of votes does.
fn open_here(file: &Path) -> Fallible<u64> {
    let reading = open(file, &Options::default())?;
    let lines = VoteLine::of_all(&reading.archive);
    Ok(lines.len() as u64 + reading.rows.read)
}

/// Steps through the votes of an archive as the window does: the numbers of each and its drawing. Answers how long
/// the steps took, the shortest first.
fn steps(file: &Path) -> Fallible<Vec<Duration>> {
    const STEPS: usize = 200;
    let reading = open(file, &Options::default())?;
    let archive = &reading.archive;
    let (style, arrangement) = (Style::light(), Arrangement::default());
    let mut steps = Vec::with_capacity(STEPS);
    for step in 0..STEPS {
        let index = step * archive.num_roll_calls() / STEPS;
        let start = Instant::now();
        let roll_call = archive.roll_call(index).ok_or("a vote is missing")?;
        let summary = Summary::of(roll_call, None);
        let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: &reading.file };
        black_box(window(&vote, &style, &arrangement, 900.0, 620.0));
        steps.push(start.elapsed());
    }
    steps.sort_unstable();
    Ok(steps)
}

/// The bare loop: the file in as many parts as there are cores, each record by the `csv` crate, a count for
/// each vote and word, and a code a ballot.
fn open_bare(file: &Path, vote_columns: usize, word_column: usize) -> Fallible<u64> {
    use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
    let length = fs::metadata(file)?.len();
    let cores = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let part = |number: u64| -> std::io::Result<usize> {
        let line_after = |from: u64| -> std::io::Result<u64> {
            if from == 0 || from >= length {
                return Ok(from.min(length));
            }
            let mut reader = BufReader::new(File::open(file)?);
            reader.seek(SeekFrom::Start(from))?;
            Ok(from + reader.skip_until(b'\n')? as u64)
        };
        let (from, to) = (line_after(length * number / cores)?, line_after(length * (number + 1) / cores)?);
        let mut stream = File::open(file)?;
        stream.seek(SeekFrom::Start(from))?;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(BufReader::with_capacity(1 << 20, stream.take(to - from)));
        let mut record = csv::ByteRecord::new();
        let mut words: HashMap<Vec<u8>, u8> = HashMap::new();
        let mut counts: HashMap<(Vec<u8>, u8), u32> = HashMap::new();
        let (mut vote, mut of_vote) = (Vec::new(), [0_u32; 256]);
        let mut codes = Vec::new();
        while reader.read_byte_record(&mut record)? {
            let same = (0..vote_columns).map(|column| &record[column]).eq(vote.iter().map(Vec::as_slice));
            if !same {
                let key = vote.concat();
                counts.extend(
                    (0..=255).zip(of_vote).filter(|(_, n)| *n > 0).map(|(w, n)| ((key.clone(), w), n)),
                );
                vote = (0..vote_columns).map(|column| record[column].to_vec()).collect();
                of_vote = [0; 256];
            }
            let word = &record[word_column];
            let next = words.len() as u8;
            let code = match words.get(word) {
                Some(&code) => code,
                None => *words.entry(word.to_vec()).or_insert(next),
            };
            of_vote[usize::from(code)] += 1;
            codes.push(code);
        }
        Ok(codes.len() + counts.len())
    };
    let parts = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores)
            .map(|number| std::thread::Builder::new().spawn_scoped(scope, move || part(number)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.and_then(|thread| thread.join().unwrap_or(Ok(0))))
            .collect::<std::io::Result<Vec<usize>>>()
    })?;
    Ok(parts.into_iter().sum::<usize>() as u64)
}

/// The most memory this process has held, in kilobytes.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// One measured process: what it took, and its peak memory in megabytes.
fn measure(command: &mut Command) -> Option<(Duration, u64)> {
    let start = Instant::now();
    let output = command.output().ok().filter(|output| output.status.success())?;
    let took = start.elapsed();
    let text = String::from_utf8_lossy(&output.stdout);
    let peak = text.lines().find_map(|line| line.strip_prefix("peak ")?.trim().parse::<u64>().ok())?;
    Some((took, peak / 1024))
}

/// One archive, and how it is opened.
struct Case {
    name: &'static str,
    file: &'static str,
    vote_columns: usize,
    word_column: usize,
    /// Its votes are in sessions, few enough each for a table of members by votes.
    pivots: bool,
    write: fn(&Path, u64) -> std::io::Result<()>,
    ballots: u64,
}

const CASES: [Case; 2] = [
    Case {
        name: "voteview",
        file: "HSall_votes.csv",
        vote_columns: 3,
        word_column: 4,
        pivots: true,
        write: write_voteview,
        ballots: 26_000_000,
    },
    Case {
        name: "howtheyvote",
        file: "member_votes.csv",
        vote_columns: 1,
        word_column: 2,
        pivots: false,
        write: write_howtheyvote,
        ballots: 20_000_000,
    },
];

fn main() -> Fallible {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    if let (Some(how), Some(file)) = (value("--run"), value("--file")) {
        let file = PathBuf::from(file);
        let case = CASES.iter().find(|case| file.ends_with(case.file)).ok_or("no such archive")?;
        if how == "steps" {
            let steps = steps(&file)?;
            let milliseconds = |share: usize| steps[(steps.len() - 1) * share / 100].as_secs_f64() * 1e3;
            println!(
                "A step: {:.2} ms in the median, {:.2} ms at most in 99 of 100",
                milliseconds(50),
                milliseconds(99)
            );
            return Ok(());
        }
        let done = match how.as_str() {
            "here" => open_here(&file)?,
            _ => open_bare(&file, case.vote_columns, case.word_column)?,
        };
        println!("done {done}\npeak {}", peak_memory().unwrap_or_default());
        return Ok(());
    }
    let scratch =
        value("--write").map_or_else(|| std::env::temp_dir().join("hemicycle-archives"), PathBuf::from);
    let ballots: Option<u64> = value("--ballots").and_then(|ballots| ballots.parse().ok());
    for case in CASES {
        let ballots = ballots.unwrap_or(case.ballots);
        let folder = scratch.join(format!("{}-{ballots}", case.name));
        if !folder.join("written").exists() {
            fs::create_dir_all(&folder)?;
            (case.write)(&folder, ballots)?;
            fs::write(folder.join("written"), "")?;
        }
        if value("--write").is_none() {
            compare(&case, &folder)?;
        }
    }
    Ok(())
}

/// Runs everybody in turn and prints the table.
fn compare(case: &Case, folder: &Path) -> Fallible {
    const RUNS: usize = 3;
    let file = folder.join(case.file);
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
    let own = std::env::current_exe()?;
    let ours = |how: &str| {
        let mut command = Command::new(&own);
        command.args(["--run", how, "--file"]).arg(&file);
        command
    };
    let python = |script: &str, keep: &str| {
        let mut command = Command::new("python3");
        command.arg(peers.join(script)).arg(case.name).arg(folder).arg(keep);
        command
    };
    let mut commands = vec![
        ("hemicycle", ours("here")),
        ("csv crate, bare loop", ours("bare")),
        ("polars, lists by vote", python("with_polars.py", "lists")),
        ("DuckDB, lists by vote", python("with_duckdb.py", "lists")),
    ];
    if case.pivots {
        commands.push(("polars, pivot", python("with_polars.py", "pivot")));
        commands.push(("DuckDB, pivot", python("with_duckdb.py", "pivot")));
    }
    let mut found: Vec<Vec<(Duration, u64)>> = vec![Vec::new(); commands.len()];
    for _ in 0..RUNS {
        for ((_, command), found) in commands.iter_mut().zip(&mut found) {
            found.extend(measure(command));
        }
    }
    println!("\n{}: {} MB of ballots", case.name, fs::metadata(&file)?.len() / 1_000_000);
    println!("| | seconds | peak MB | times as long |\n|---|---:|---:|---:|");
    let median = |found: &mut Vec<(Duration, u64)>| {
        found.sort_unstable();
        found.get(found.len() / 2).copied()
    };
    let own = median(&mut found[0]).ok_or("the archive could not be opened")?;
    for ((name, _), found) in commands.iter().zip(&mut found) {
        match median(found) {
            Some((took, peak)) => {
                let ratio = took.as_secs_f64() / own.0.as_secs_f64();
                println!("| {name} | {:.2} | {peak} | {ratio:.1} |", took.as_secs_f64());
            }
            None => println!("| {name} | not installed | | |"),
        }
    }
    let told = ours("steps").output()?;
    println!("\n{}", String::from_utf8_lossy(&told.stdout).trim_end());
    Ok(())
}

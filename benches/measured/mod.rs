//! Processes that are watched while they run.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a process took: its time, and its peak memory in kilobytes as far as it could be watched.
pub(crate) type Taken = (Duration, u64);

/// Runs a process to its end; `None` where it cannot be started or fails.
pub(crate) fn run(command: &mut Command) -> Option<Taken> {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        if let Some(status) = child.try_wait().ok()? {
            return status.success().then(|| (start.elapsed(), peak));
        }
        peak = peak_memory(&status).unwrap_or(0).max(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// What a process had in memory at most, in kilobytes; as far as Linux tells.
fn peak_memory(status: &str) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// The one in the middle.
pub(crate) fn median(taken: &mut [Taken]) -> Option<Taken> {
    taken.sort_unstable();
    taken.get(taken.len() / 2).copied()
}

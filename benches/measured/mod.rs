//! Processes that are watched while they run.

use std::fs;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What a process took: its time, and its peak memory in kilobytes as far as it could be watched.
pub(crate) type Taken = (Duration, u64);

/// Runs a process to its end; `None` where it cannot be started or fails.
pub(crate) fn run(command: &mut Command) -> Option<Taken> {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let status = format!("/proc/{}/status", child.id());
    let has_ended = AtomicBool::new(false);
    // To look often takes time from those who want every core.
    let watch = || {
        let mut peak = 0;
        while !has_ended.load(Ordering::Relaxed) {
            peak = peak_memory(&status).unwrap_or(0).max(peak);
            std::thread::sleep(Duration::from_millis(10));
        }
        peak
    };
    std::thread::scope(|scope| {
        let watcher = scope.spawn(watch);
        let ended = child.wait();
        let took = start.elapsed();
        has_ended.store(true, Ordering::Relaxed);
        let peak = watcher.join().ok()?;
        ended.is_ok_and(|status| status.success()).then_some((took, peak))
    })
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

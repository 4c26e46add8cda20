//! The threads of a bulk reading: each takes a block, parses it, and adds it in its turn.
//!
//! Goes in: a path, where the first row stands, and a [`Plan`]. Comes out: [`Gathered`], or why there is none.
//! Must not know: what a block holds.

use std::fs::File;
use std::io::{Seek as _, SeekFrom};
use std::path::Path;
use std::sync::{Condvar, Mutex, PoisonError};

use super::blocks::{Block, Blocks, Stuck};
use super::gather::{Codes, Gathered};
use super::parser::{Parser, Plan, Unfit};
use crate::read::open::Options;

/// Why gathering stopped.
pub(super) enum Stopped {
    Unreadable(std::io::Error),
    Cancelled,
    Unfit,
}

impl From<Stuck> for Stopped {
    fn from(stuck: Stuck) -> Self {
        match stuck {
            Stuck::Unreadable(cause) => Self::Unreadable(cause),
            Stuck::EndlessRecord | Stuck::ZeroByte => Self::Unfit,
        }
    }
}

impl From<Unfit> for Stopped {
    fn from(_: Unfit) -> Self {
        Self::Unfit
    }
}

/// What the workers share: whose turn it is, and what there is so far.
struct Turn {
    number: usize,
    gathered: Gathered,
    stopped: Option<Stopped>,
}

/// Reads every block, on every core.
pub(super) fn gather(
    path: &Path,
    (offset, line): (u64, u64),
    plan: &Plan,
    (total, block_size): (u64, usize),
    options: &Options,
) -> Result<Gathered, Stopped> {
    const MOST_WORKERS: usize = 8;
    let mut file = File::open(path).map_err(Stopped::Unreadable)?;
    file.seek(SeekFrom::Start(offset)).map_err(Stopped::Unreadable)?;
    let blocks = Mutex::new(Blocks::new(file, offset, block_size));
    let turn = Mutex::new(Turn { number: 0, gathered: Gathered::new(line), stopped: None });
    let next = Condvar::new();
    let num_blocks = (total / block_size as u64) as usize + 1;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let worker = || {
        let mut parser = Parser::new(plan);
        let mut codes = Codes::default();
        let mut block = Block::default();
        let mut work = || -> Result<bool, Stopped> {
            if options.cancel.is_cancelled() {
                return Err(Stopped::Cancelled);
            }
            if !lock(&blocks).next(&mut block)? {
                return Ok(false);
            }
            let parsed = parser.parse(&block).map_err(Stopped::from);
            let mut turn = next
                .wait_while(lock(&turn), |turn| turn.number < block.number && turn.stopped.is_none())
                .unwrap_or_else(PoisonError::into_inner);
            if turn.stopped.is_some() {
                return Ok(false);
            }
            parsed?;
            let length = block.bytes().len();
            if block.number == 0 {
                // As many records as the first block lets expect, and a little more.
                let records = parser.parsed.words.len() as u64 * (total - offset) / length as u64;
                turn.gathered.reserve((records + records / 50) as usize);
            }
            turn.gathered.take(&mut parser, &mut codes, block.offset, length).map_err(Stopped::from)?;
            turn.number += 1;
            next.notify_all();
            drop(turn);
            options.report(block.offset + length as u64, total);
            Ok(true)
        };
        loop {
            match work() {
                Ok(true) => {}
                Ok(false) => return,
                Err(stopped) => {
                    let mut turn = lock(&turn);
                    turn.stopped.get_or_insert(stopped);
                    next.notify_all();
                    return;
                }
            }
        }
    };
    std::thread::scope(|scope| {
        let others = cores.min(MOST_WORKERS).min(num_blocks).saturating_sub(1);
        for _ in 0..others {
            // One thread is enough where the system gives no more.
            std::thread::Builder::new().name("read a block".to_owned()).spawn_scoped(scope, worker).ok();
        }
        worker();
    });
    let Turn { mut gathered, stopped, .. } = turn.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some(stopped) = stopped {
        return Err(stopped);
    }
    gathered.finish();
    Ok(gathered)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

//! What a target asked for, on its way through the pipe that it reads from.
//!
//! Goes in: the pipe, and the bytes. Must not know: what they are, who reads.

use std::fs::File;
use std::io::{self, Write as _};
use std::os::fd::OwnedFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// How long the reader may leave the pipe full.
const PATIENCE: Timespec = Timespec { tv_sec: 20, tv_nsec: 0 };

/// Writes on a thread of its own: a reader may take its time.
pub(super) fn deliver(pipe: OwnedFd, bytes: Vec<u8>) {
    let write = move || {
        if let Err(fault) = write(&mut File::from(pipe), &bytes, &PATIENCE) {
            log::warn!("what was dropped was not read to its end: {fault}");
        }
    };
    if let Err(fault) = std::thread::Builder::new().name("drop".to_owned()).spawn(write) {
        log::warn!("what was dropped cannot be written: {fault}");
    }
}

/// Writes everything. A reader that has gone is a fault like another: no signal comes of it in a program of Rust.
fn write(pipe: &mut File, mut bytes: &[u8], patience: &Timespec) -> io::Result<()> {
    rustix::io::ioctl_fionbio(&*pipe, true)?;
    while !bytes.is_empty() {
        match pipe.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
            Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => {
                match poll(&mut [PollFd::new(pipe, PollFlags::OUT)], Some(patience)) {
                    Ok(0) => return Err(io::ErrorKind::TimedOut.into()),
                    Ok(_) | Err(rustix::io::Errno::INTR) => {}
                    Err(fault) => return Err(fault.into()),
                }
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    /// More than a pipe holds.
    const MUCH: usize = 300_000;

    #[test]
    fn a_slow_reader_gets_everything() {
        let (mut reader, writer) = io::pipe().expect("a pipe");
        let sent: Vec<u8> = (0..MUCH).map(|byte| byte as u8).collect();
        deliver(writer.into(), sent.clone());
        let mut read = vec![0; 10];
        reader.read_exact(&mut read).expect("the first bytes");
        std::thread::sleep(std::time::Duration::from_millis(50));
        reader.read_to_end(&mut read).expect("the others");
        assert!(read == sent);
    }

    #[test]
    fn a_reader_that_goes_or_stalls_is_not_waited_for() {
        let (reader, writer) = io::pipe().expect("a pipe");
        let mut pipe = File::from(OwnedFd::from(writer));
        let soon = Timespec { tv_sec: 0, tv_nsec: 10_000_000 };
        let stalled = write(&mut pipe, &vec![0; MUCH], &soon).expect_err("nobody reads");
        assert_eq!(stalled.kind(), io::ErrorKind::TimedOut);
        drop(reader);
        let gone = write(&mut pipe, b"more", &soon).expect_err("nobody will");
        assert_eq!(gone.kind(), io::ErrorKind::BrokenPipe);
    }
}

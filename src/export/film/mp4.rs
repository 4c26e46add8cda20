//! The frames as an MP4, by an `ffmpeg` that is installed: it gets them through a pipe, a picture a tick, and writes to
//! a folder of its own, since the format cannot be written in one go.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

use super::projector::{Change, Projector};
use super::shots::{Pace, Shot};
use super::{FilmError, Reel};

pub(super) struct Mp4Reel {
    ffmpeg: Option<Child>,
    /// What it says, read beside so that it never waits for a reader.
    words: Option<JoinHandle<String>>,
    folder: OwnFolder,
    frame: Vec<u8>,
}

impl Mp4Reel {
    pub(super) fn new(projector: &Projector<'_>, pace: Pace) -> Result<Self, FilmError> {
        let [width, height] = projector.size;
        let folder = OwnFolder::new().map_err(|error| FilmError::Ffmpeg { cause: error.to_string() })?;
        let mut command = Command::new("ffmpeg");
        command.args(["-hide_banner", "-loglevel", "error", "-nostdin", "-y"]);
        command.args(["-f", "rawvideo", "-pixel_format", "rgb24"]);
        command.args(["-video_size", &format!("{width}x{height}"), "-framerate", &pace.fps.to_string()]);
        command.args(["-i", "-", "-an"]);
        // Players want even sides and colours at half the resolution.
        let ground = projector.ground.to_string().replace('#', "0x");
        command.args(["-vf", &format!("pad=ceil(iw/2)*2:ceil(ih/2)*2:0:0:{ground},format=yuv420p")]);
        command.args(["-c:v", "libx264", "-preset", "medium", "-crf", "18"]);
        command.args(["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]);
        command.args(["-movflags", "+faststart", "-f", "mp4"]).arg(folder.film());
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut ffmpeg = command.spawn().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => FilmError::NoFfmpeg,
            _ => FilmError::Ffmpeg { cause: error.to_string() },
        })?;
        let words = ffmpeg.stderr.take().and_then(|mut stderr| {
            let read = move || {
                let mut words = Vec::new();
                // What can no longer be read was not said.
                stderr.read_to_end(&mut words).ok();
                String::from_utf8_lossy(&words).into_owned()
            };
            // Without a thread its words stay unread; it has few.
            std::thread::Builder::new().name("read ffmpeg".to_owned()).spawn(read).ok()
        });
        Ok(Self { ffmpeg: Some(ffmpeg), words, folder, frame: Vec::new() })
    }

    /// Ends it, and answers its last words where it failed.
    fn end(&mut self) -> Result<(), FilmError> {
        let Some(mut ffmpeg) = self.ffmpeg.take() else { return Ok(()) };
        drop(ffmpeg.stdin.take());
        let status = ffmpeg.wait();
        let words = self.words.take().and_then(|words| words.join().ok()).unwrap_or_default();
        let last = words.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) if last.is_empty() => Err(FilmError::Ffmpeg { cause: status.to_string() }),
            Ok(_) => Err(FilmError::Ffmpeg { cause: last.to_owned() }),
            Err(error) => Err(FilmError::Ffmpeg { cause: error.to_string() }),
        }
    }
}

impl Reel for Mp4Reel {
    fn add(&mut self, change: &Change<'_>, shot: Shot) -> Result<(), FilmError> {
        self.frame.clear();
        self.frame.extend(change.now.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]));
        for _ in 0..shot.ticks {
            let pipe = self.ffmpeg.as_mut().and_then(|ffmpeg| ffmpeg.stdin.as_mut());
            let written = pipe.map_or(Ok(()), |pipe| pipe.write_all(&self.frame));
            if let Err(error) = written {
                // It went away: its own words say more than the broken pipe.
                self.end()?;
                return Err(FilmError::Ffmpeg { cause: error.to_string() });
            }
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<u8>, FilmError> {
        self.end()?;
        std::fs::read(self.folder.film()).map_err(|error| FilmError::Ffmpeg { cause: error.to_string() })
    }
}

impl Drop for Mp4Reel {
    fn drop(&mut self) {
        if let Some(ffmpeg) = &mut self.ffmpeg {
            // Stopped half-way: what it wrote is no film.
            ffmpeg.kill().ok();
            ffmpeg.wait().ok();
        }
    }
}

/// A folder among the system's passing files that nobody else has, gone with its owner.
struct OwnFolder(PathBuf);

impl OwnFolder {
    fn new() -> std::io::Result<Self> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("hemicycle-{}-{number}", std::process::id()));
        // One that is there already is another's.
        std::fs::create_dir(&path).map(|()| Self(path))
    }

    fn film(&self) -> PathBuf {
        Path::new(&self.0).join("film.mp4")
    }
}

impl Drop for OwnFolder {
    fn drop(&mut self) {
        // What cannot be cleared away, the system clears away.
        std::fs::remove_dir_all(&self.0).ok();
    }
}

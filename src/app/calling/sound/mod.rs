//! Tones for those who do not look at the screen: one for each thing that reached the disk, one for a disk that takes
//! nothing, one for the moment of certainty.
//!
//! Goes in: which [`Tone`]. Comes out: sound, and a sentence where there is none. Must not know: roll calls, the window.
//!
//! Tones are played on a thread of their own. Nothing waits for it: where it falls behind, the newest tone counts and
//! those before it are not played.

mod tone;

#[cfg(all(unix, not(target_os = "macos")))]
#[path = "pulse.rs"]
mod device;
#[cfg(any(windows, target_os = "macos"))]
#[path = "native.rs"]
mod device;

use std::sync::mpsc::{Receiver, Sender, channel};

use device::Device;
pub(super) use tone::Tone;

/// Why there is no sound, in the words of the system.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(in crate::app) struct Silent(String);

/// What became of the tones: reported when it changes.
pub(in crate::app) type Hearing = Result<(), Silent>;

/// The thread that plays tones. Dropping it ends it after the tone that is being played.
#[derive(Debug)]
pub(super) struct Player {
    tones: Sender<Tone>,
}

impl Player {
    /// Starts the thread; it says through `report` when tones can be heard and when they cannot.
    pub(super) fn start(report: impl Fn(Hearing) + Send + 'static) -> std::io::Result<Self> {
        let (tones, received) = channel();
        std::thread::Builder::new().name("tones".to_owned()).spawn(move || work(&received, &report))?;
        Ok(Self { tones })
    }

    /// Plays a tone soon. Never waits.
    pub(super) fn play(&self, tone: Tone) {
        // A thread that ended has nothing to play on, and said so.
        self.tones.send(tone).ok();
    }
}

fn work(received: &Receiver<Tone>, report: &dyn Fn(Hearing)) {
    let mut device = None;
    let mut said = None;
    while let Ok(first) = received.recv() {
        for tone in newest(std::iter::once(first).chain(received.try_iter())) {
            let played = play(&mut device, tone);
            if said.as_ref() != Some(&played) {
                report(played.clone());
                said = Some(played);
            }
        }
    }
}

/// Of tones that wait, those that are still worth hearing: the newest, and that of certainty.
fn newest(waiting: impl Iterator<Item = Tone>) -> Vec<Tone> {
    let (mut last, mut certain) = (None, None);
    for tone in waiting {
        *(if tone == Tone::Certain { &mut certain } else { &mut last }) = Some(tone);
    }
    last.into_iter().chain(certain).collect()
}

/// Plays a tone to its end. A device that is gone (a server that was started anew, headphones) is opened once more.
fn play(device: &mut Option<Device>, tone: Tone) -> Hearing {
    let is_fresh = device.is_none();
    let opened = match device.take() {
        Some(opened) => opened,
        None => Device::open()?,
    };
    match opened.play(tone) {
        Ok(()) => *device = Some(opened),
        Err(fault) if is_fresh => return Err(fault),
        Err(_) => {
            let opened = Device::open()?;
            opened.play(tone)?;
            *device = Some(opened);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_falls_behind_plays_the_newest_and_never_leaves_out_certainty() {
        let of = |tones: &[Tone]| newest(tones.iter().copied());
        assert_eq!(of(&[Tone::For]), [Tone::For]);
        assert_eq!(of(&[Tone::For, Tone::Against, Tone::Abstain]), [Tone::Abstain]);
        assert_eq!(of(&[Tone::For, Tone::Certain, Tone::Against]), [Tone::Against, Tone::Certain]);
        assert_eq!(of(&[Tone::Certain]), [Tone::Certain]);
    }

    /// Every tone through a real sound server, recorded where it would be heard. Needs a `PulseAudio` server at
    /// `PULSE_SERVER` and `parec`: `tests/calling/tones.sh` starts both.
    #[cfg(target_os = "linux")]
    #[test]
    #[ignore = "needs a sound server: tests/calling/tones.sh"]
    fn what_a_sound_server_plays_is_the_tone() {
        use std::process::Command;
        use std::time::Duration;

        let (sender, heard) = channel();
        let player = Player::start(move |hearing| sender.send(hearing).expect("the test listens"));
        let player = player.expect("a thread");
        let file = tempfile::NamedTempFile::new().expect("a file");
        let mut recorder = Command::new("parec")
            .args(["--format=float32le", "--rate=48000", "--channels=1", "--latency-msec=20"])
            .args(["--device=hemicycle.monitor"])
            .stdout(file.reopen().expect("the file"))
            .spawn()
            .expect("parec");
        std::thread::sleep(Duration::from_millis(500));
        for tone in Tone::ALL {
            player.play(tone);
            std::thread::sleep(Duration::from_millis(900));
        }
        assert_eq!(heard.try_recv(), Ok(Ok(())), "it says once that it is heard");
        assert!(heard.try_recv().is_err());
        std::thread::sleep(Duration::from_millis(500));
        recorder.kill().expect("ended");
        recorder.wait().expect("ended");
        let bytes = std::fs::read(file.path()).expect("recorded");
        let (values, _) = bytes.as_chunks::<4>();
        let samples: Vec<f32> = values.iter().map(|&value| f32::from_le_bytes(value)).collect();
        // A monitor of a sink that nobody hears may leave out silence: the notes of all tones are compared in a row.
        let notes = |samples: &[f32]| tone::contours(samples, 48_000, f64::INFINITY).concat();
        let expected: Vec<_> = Tone::ALL.map(|tone| notes(&tone.samples(48_000))).concat();
        let recorded = notes(&samples);
        assert!(tone::is_close(&recorded, &expected), "{recorded:?} for {expected:?}");
    }
}

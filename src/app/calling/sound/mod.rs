//! Tones for those who do not look at the screen: one for each thing that reached the disk, one for a disk that takes
//! nothing, one for the moment of certainty.
//!
//! Goes in: which [`Tone`]. Comes out: sound, and a sentence where there is none. Must not know: roll calls, the window.
//!
//! Tones are played on a thread of their own. Nothing waits for it: where it falls behind, the newest tone counts and
//! those before it are not played.

#[cfg(test)]
mod contour;
mod tone;

#[cfg(all(unix, not(target_os = "macos")))]
#[path = "pulse.rs"]
mod device;
#[cfg(any(windows, target_os = "macos"))]
#[path = "native.rs"]
mod device;

use std::sync::mpsc::{Receiver, Sender, channel};

use device::Device;
pub use tone::Tone;

/// Why there is no sound, in the words of the system.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Silent(String);

/// What became of the tones: reported when it changes.
pub type Hearing = Result<(), Silent>;

/// The thread that plays tones. Dropping it ends it after the tone that is being played.
#[derive(Debug)]
pub struct Player {
    tones: Sender<Tone>,
}

impl Player {
    /// Starts the thread; it says through `report` when tones can be heard and when they cannot.
    ///
    /// # Errors
    /// Those of the system, where it has no thread to give.
    pub fn start(report: impl Fn(Hearing) + Send + 'static) -> std::io::Result<Self> {
        let (tones, received) = channel();
        std::thread::Builder::new().name("tones".to_owned()).spawn(move || work(&received, &report))?;
        Ok(Self { tones })
    }

    /// Plays a tone soon. Never waits.
    pub fn play(&self, tone: Tone) {
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
}

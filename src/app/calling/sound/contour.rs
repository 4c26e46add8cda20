//! What is heard in samples, for the tests: those of the tones, and the one that records them from a sound server.
//!
//! Goes in: samples. Comes out: notes by their pitches. Must not know: which tones there are.

/// The contours that are heard in samples: a list of tones, parted by at least `parting` milliseconds of silence, each
/// with its notes, each with its pitch in hertz every 25 ms.
pub(super) fn contours(samples: &[f32], rate: u32, parting: f64) -> Vec<Vec<Vec<f64>>> {
    /// Notes are parted by more than this without a wave.
    const PAUSE: f64 = 25.0;
    const STEP: f64 = 25.0;
    let time = |frame: f64| frame * 1000.0 / f64::from(rate);
    let loud = |place: usize| samples[place..(place + 400).min(samples.len())].iter().any(|s| s.abs() > 0.02);
    // Where waves begin, between two samples: at each an upward crossing of nothing.
    let mut begins = Vec::new();
    for place in 1..samples.len() {
        let (before, after) = (f64::from(samples[place - 1]), f64::from(samples[place]));
        if before < 0.0 && after >= 0.0 && loud(place) {
            begins.push(place as f64 - after / (after - before));
        }
    }
    let mut tones: Vec<Vec<Vec<f64>>> = Vec::new();
    let (mut note, mut since) = (Vec::<f64>::new(), f64::NEG_INFINITY);
    let mut last = f64::NEG_INFINITY;
    for begin in begins {
        let gap = time(begin - last);
        if gap > PAUSE {
            if !note.is_empty() {
                tones.last_mut().expect("a tone").push(std::mem::take(&mut note));
            }
            if tones.is_empty() || gap > parting {
                tones.push(Vec::new());
            }
            since = begin;
        } else if time(begin - since) >= STEP * note.len() as f64 {
            note.push(f64::from(rate) / (begin - last));
        }
        last = begin;
    }
    if let Some(tone) = tones.last_mut().filter(|_| !note.is_empty()) {
        tone.push(note);
    }
    tones
}

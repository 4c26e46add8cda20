//! What each tone sounds like.
//!
//! Tones differ in their contour (rising, falling, level, bent; one, two, three notes), not only in pitch: few people
//! remember a pitch, most hear where it goes. They are short, soft, without a click at either end.

use std::f64::consts::TAU;

/// What is to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// An answer for: rising.
    For,
    /// An answer against: falling.
    Against,
    /// An abstention: level.
    Abstain,
    /// Present and not voting: rising, then falling.
    Present,
    /// No answer: two short level notes.
    NoAnswer,
    /// Something else was recorded: falling, then rising.
    Noted,
    /// Undone: two notes, the second lower.
    Undone,
    /// Redone: two notes, the second higher.
    Redone,
    /// Refused, nothing was recorded: three short low notes.
    Refused,
    /// The disk takes nothing: four notes, high and low in turn.
    Stuck,
    /// The result is certain: three notes upward, the last one held.
    Certain,
}

/// A note: the pitches that it glides through, in hertz, and how long it is.
struct Note {
    pitches: &'static [f64],
    milliseconds: u32,
}

const fn note(pitches: &'static [f64], milliseconds: u32) -> Note {
    Note { pitches, milliseconds }
}

/// Between two notes of a tone.
const REST: u32 = 40;
/// A note swells and fades for so long.
const SWELL: f64 = 0.012;
const FADE: f64 = 0.045;
/// Of full scale: soft.
const LOUDNESS: f64 = 0.22;
/// The second harmonic, of the first: a voice rather than a whistle.
const HARMONIC: f64 = 0.2;

impl Tone {
    /// Every tone.
    pub const ALL: [Self; 11] = [
        Self::For,
        Self::Against,
        Self::Abstain,
        Self::Present,
        Self::NoAnswer,
        Self::Noted,
        Self::Undone,
        Self::Redone,
        Self::Refused,
        Self::Stuck,
        Self::Certain,
    ];

    fn notes(self) -> &'static [Note] {
        const FOR: &[Note] = &[note(&[440.0, 659.26], 150)];
        const AGAINST: &[Note] = &[note(&[440.0, 293.66], 150)];
        const ABSTAIN: &[Note] = &[note(&[440.0], 150)];
        const PRESENT: &[Note] = &[note(&[440.0, 587.33, 440.0], 200)];
        const NO_ANSWER: &[Note] = &[note(&[329.63], 70), note(&[329.63], 70)];
        const NOTED: &[Note] = &[note(&[587.33, 440.0, 587.33], 200)];
        const UNDONE: &[Note] = &[note(&[440.0], 80), note(&[329.63], 110)];
        const REDONE: &[Note] = &[note(&[329.63], 80), note(&[440.0], 110)];
        const REFUSED: &[Note] = &[note(&[220.0], 70), note(&[220.0], 70), note(&[220.0], 70)];
        const STUCK: &[Note] =
            &[note(&[659.26], 120), note(&[329.63], 120), note(&[659.26], 120), note(&[329.63], 120)];
        const CERTAIN: &[Note] = &[note(&[523.25], 110), note(&[659.26], 110), note(&[783.99], 340)];
        match self {
            Self::For => FOR,
            Self::Against => AGAINST,
            Self::Abstain => ABSTAIN,
            Self::Present => PRESENT,
            Self::NoAnswer => NO_ANSWER,
            Self::Noted => NOTED,
            Self::Undone => UNDONE,
            Self::Redone => REDONE,
            Self::Refused => REFUSED,
            Self::Stuck => STUCK,
            Self::Certain => CERTAIN,
        }
    }

    /// How long it is.
    #[cfg(any(test, windows, target_os = "macos"))]
    pub(super) fn milliseconds(self) -> u32 {
        let notes = self.notes();
        notes.iter().map(|note| note.milliseconds + REST).sum::<u32>() - REST
    }

    /// The tone as samples from −1 to 1, `rate` a second. The same on every machine.
    #[must_use]
    pub fn samples(self, rate: u32) -> Vec<f32> {
        let mut samples = Vec::new();
        for (place, note) in self.notes().iter().enumerate() {
            if place > 0 {
                samples.resize(samples.len() + frames(REST, rate), 0.0);
            }
            sing(note, rate, &mut samples);
        }
        samples
    }
}

fn frames(milliseconds: u32, rate: u32) -> usize {
    milliseconds as usize * rate as usize / 1000
}

/// Adds a note. The phase runs on where the pitch changes.
fn sing(note: &Note, rate: u32, samples: &mut Vec<f32>) {
    let count = frames(note.milliseconds, rate);
    let seconds = |frame: usize| frame as f64 / f64::from(rate);
    let mut phase = 0.0;
    for frame in 0..count {
        let swell = edge(seconds(frame) / SWELL) * edge(seconds(count - 1 - frame) / FADE);
        let wave = (libm::sin(phase) + HARMONIC * libm::sin(2.0 * phase)) / (1.0 + HARMONIC);
        samples.push((LOUDNESS * swell * wave) as f32);
        phase += TAU * pitch(note.pitches, frame as f64 / count as f64) / f64::from(rate);
    }
}

/// Half a cosine from 0 at 0 to 1 at 1 and beyond.
fn edge(share: f64) -> f64 {
    0.5 - 0.5 * libm::cos(0.5 * TAU * share.min(1.0))
}

/// The pitch at a share of a note: equal intervals in equal times between one pitch and the next.
fn pitch(pitches: &[f64], share: f64) -> f64 {
    let along = share * pitches.len().saturating_sub(1) as f64;
    let before = along as usize;
    let at = |place: usize| pitches.get(place).or(pitches.last()).copied().unwrap_or_default();
    at(before) * libm::pow(at(before + 1) / at(before), along - before as f64)
}

#[cfg(test)]
mod tests {
    use super::super::contour::contours;
    use super::*;

    const RATE: u32 = 48_000;

    fn heard(tone: Tone) -> Vec<Vec<f64>> {
        let mut tones = contours(&tone.samples(RATE), RATE, 200.0);
        assert_eq!(tones.len(), 1, "{tone:?} is one tone");
        tones.remove(0)
    }

    /// The contour in words: `/` a rise, `\` a fall, `-` level for each half of a note, and between notes.
    fn words(notes: &[Vec<f64>]) -> String {
        let way = |from: f64, to: f64| match (to / from).log2() * 12.0 {
            semitones if semitones > 1.0 => '/',
            semitones if semitones < -1.0 => '\\',
            _ => '-',
        };
        let mut words = String::new();
        let mut before: Option<f64> = None;
        for note in notes {
            let (first, last) = (note[0], note[note.len() - 1]);
            if let Some(before) = before {
                words.extend([' ', way(before, first), ' ']);
            }
            let middle = note[note.len() / 2];
            words.extend([way(first, middle), way(middle, last)]);
            before = Some(last);
        }
        words
    }

    #[test]
    fn every_tone_has_a_contour_of_its_own() {
        let contours = Tone::ALL.map(|tone| words(&heard(tone)));
        assert_eq!(
            contours,
            [
                "//",
                "\\\\",
                "--",
                "/\\",
                "-- - --",
                "\\/",
                "-- \\ --",
                "-- / --",
                "-- - -- - --",
                "-- \\ -- / -- \\ --",
                "-- / -- / --"
            ]
        );
    }

    /// Pitches by the names of the notes: A 440 Hz, a fifth up E 659.26, a fifth down D 293.66.
    #[test]
    fn pitches_are_those_of_the_notes() {
        let pitch = |tone, note: usize, place: usize| heard(tone)[note][place];
        for (tone, note, hertz) in [
            (Tone::Abstain, 0, 440.0),
            (Tone::NoAnswer, 1, 329.63),
            (Tone::Undone, 1, 329.63),
            (Tone::Refused, 2, 220.0),
            (Tone::Certain, 2, 783.99),
        ] {
            assert!((pitch(tone, note, 1) - hertz).abs() < 1.0, "{tone:?}: {}", pitch(tone, note, 1));
        }
        let (rise, fall) = (heard(Tone::For), heard(Tone::Against));
        assert!(rise[0][0] < 470.0 && rise[0].last().is_some_and(|&pitch| pitch > 590.0), "{rise:?}");
        assert!(fall[0][0] > 415.0 && fall[0].last().is_some_and(|&pitch| pitch < 330.0), "{fall:?}");
    }

    #[test]
    fn tones_are_short_soft_and_do_not_click() {
        for tone in Tone::ALL {
            for rate in [44_100, 48_000] {
                let samples = tone.samples(rate);
                let milliseconds = samples.len() as u64 * 1000 / u64::from(rate);
                assert!(milliseconds.abs_diff(u64::from(tone.milliseconds())) <= 2, "{tone:?}");
                assert!(milliseconds < 650, "{tone:?}: {milliseconds} ms");
                let loudest = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
                assert!((0.1..=0.22).contains(&loudest), "{tone:?}: {loudest}");
                // Neither an edge at the ends nor a step in between: a step is heard as a click.
                assert!(samples[0] == 0.0 && samples[samples.len() - 1].abs() < 0.001, "{tone:?}");
                let step = samples.windows(2).fold(0.0_f32, |most, two| most.max((two[1] - two[0]).abs()));
                assert!(step < 0.04, "{tone:?}: {step}");
            }
        }
    }
}

//! Every tone of the calling page through a real sound server, recorded where it would be heard.
//!
//! Needs a `PulseAudio` server at `PULSE_SERVER` with a sink named `hemicycle`, and `parec`; `tones.sh` starts both and
//! runs this. It is no part of a plain `cargo test`, which needs neither.

#[path = "../../src/app/calling/sound/contour.rs"]
mod contour;

use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;

use contour::contours;
use hemicycle::app::calling::sound::{Player, Tone};

const RATE: u32 = 48_000;

/// Whether two contours are the same to the ear: as many notes, pitches within half a semitone.
fn is_close(left: &[Vec<f64>], right: &[Vec<f64>]) -> bool {
    let near = |left: f64, right: f64| (left / right).log2().abs() < 0.5 / 12.0;
    left.len() == right.len()
        && left.iter().zip(right).all(|(left, right)| {
            // The last step of a note may be lost in its end.
            left.len().abs_diff(right.len()) <= 1 && left.iter().zip(right).all(|(&l, &r)| near(l, r))
        })
}

#[test]
fn what_a_sound_server_plays_is_the_tone() {
    let (sender, heard) = channel();
    let player = Player::start(move |hearing| sender.send(hearing).expect("the test listens"));
    let player = player.expect("a thread");
    let file = tempfile::NamedTempFile::new().expect("a file");
    let mut recorder = Command::new("parec")
        .args(["--format=float32le", &format!("--rate={RATE}"), "--channels=1", "--latency-msec=20"])
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
    let notes = |samples: &[f32]| contours(samples, RATE, f64::INFINITY).concat();
    let expected: Vec<_> = Tone::ALL.map(|tone| notes(&tone.samples(RATE))).concat();
    let recorded = notes(&samples);
    assert!(is_close(&recorded, &expected), "{recorded:?} for {expected:?}");
}

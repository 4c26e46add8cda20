//! Sound on Windows and macOS, by what the system has for it.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use cpal::traits::{DeviceTrait as _, HostTrait as _, StreamTrait as _};
use cpal::{ErrorKind, OutputCallbackInfo};

use super::{Silent, Tone};

/// What the device may take to begin and to end a tone.
const PATIENCE: Duration = Duration::from_secs(2);

/// The device that the system plays on.
pub(super) struct Device(cpal::Device);

impl Device {
    pub(super) fn open() -> Result<Self, Silent> {
        let device = cpal::default_host().default_output_device();
        device.map(Self).ok_or_else(|| Silent("no output device".to_owned()))
    }

    /// Plays a tone to its end.
    pub(super) fn play(&self, tone: Tone) -> Result<(), Silent> {
        let config = self.0.default_output_config().map_err(|fault| Silent(fault.to_string()))?.config();
        let channels = usize::from(config.channels).max(1);
        let mut samples = tone.samples(config.sample_rate).into_iter().fuse();
        let (told, heard) = channel();
        let faults = told.clone();
        let fill = move |data: &mut [f32], _: &OutputCallbackInfo| {
            for frame in data.chunks_mut(channels) {
                let sample = samples.next();
                if sample.is_none() {
                    told.send(Ok(())).ok();
                }
                frame.fill(sample.unwrap_or(0.0));
            }
        };
        let fault = move |fault: cpal::Error| {
            if !matches!(fault.kind(), ErrorKind::Xrun | ErrorKind::RealtimeDenied) {
                faults.send(Err(Silent(fault.to_string()))).ok();
            }
        };
        let stream = self.0.build_output_stream(config, fill, fault, None);
        let stream = stream.map_err(|fault| Silent(fault.to_string()))?;
        stream.play().map_err(|fault| Silent(fault.to_string()))?;
        let length = Duration::from_millis(u64::from(tone.milliseconds()));
        match heard.recv_timeout(length + PATIENCE) {
            Ok(played) => {
                // What the device holds back is silence after the tone, or its last moments.
                std::thread::sleep(Duration::from_millis(60));
                played
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                Err(Silent("the output device does not answer".to_owned()))
            }
        }
    }
}

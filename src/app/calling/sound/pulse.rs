//! Sound on Linux and the BSDs, by the protocol that `PulseAudio` and `PipeWire` serve, over a socket of this machine.
//!
//! A server on another machine (`PULSE_SERVER=tcp:…`) is not used: the program opens no connection.

use pollster::block_on;
use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{ChannelMap, ChannelVolume, PlaybackStreamParams, SampleFormat, SampleSpec};
use pulseaudio::{AsPlaybackSource as _, Client, ClientError};

use super::{Silent, Tone};

const RATE: u32 = 48_000;
/// So many bytes wait in the server: 40 ms.
const BUFFER: u32 = RATE / 1000 * 40 * 4;

/// A sound server.
#[derive(Debug)]
pub(super) struct Device(Client);

impl Device {
    pub(super) fn open() -> Result<Self, Silent> {
        Ok(Self(Client::from_env(c"Hemicycle").map_err(silent)?))
    }

    /// Plays a tone to its end.
    pub(super) fn play(&self, tone: Tone) -> Result<(), Silent> {
        let params = PlaybackStreamParams {
            sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 1, sample_rate: RATE },
            channel_map: ChannelMap::mono(),
            cvolume: Some(ChannelVolume::norm(1)),
            buffer_attr: BufferAttr { target_length: BUFFER, ..BufferAttr::default() },
            // Without it the server may keep two seconds back.
            flags: StreamFlags { adjust_latency: true, ..StreamFlags::default() },
            ..PlaybackStreamParams::default()
        };
        let bytes: Vec<u8> = tone.samples(RATE).iter().flat_map(|sample| sample.to_le_bytes()).collect();
        let mut at = 0;
        let source = move |into: &mut [u8]| {
            let left = bytes.get(at..).unwrap_or_default();
            let count = left.len().min(into.len());
            into.iter_mut().zip(left).for_each(|(into, byte)| *into = *byte);
            at += count;
            count
        };
        block_on(async {
            let stream = self.0.create_playback_stream(params, source.as_playback_source()).await?;
            stream.play_all().await
        })
        .map_err(silent)
    }
}

fn silent(fault: ClientError) -> Silent {
    Silent(match fault {
        ClientError::Io(cause) => cause.to_string(),
        other => other.to_string(),
    })
}

//! The frames as an animated WebP that starts again for ever.
//!
//! `image-webp` packs single pictures without loss and does not write animations; the container around its pictures
//! is written here, after the *WebP Container Specification* (RFC 9649, section 2.7): `VP8X`, `ANIM`, and for each
//! frame an `ANMF` with the picture's `VP8L`. Places of frames are even numbers.

use image_webp::{ColorType, WebPEncoder};

use super::apng::pixels;
use super::projector::{Change, Patch, Projector};
use super::shots::Shot;
use super::{FilmError, Reel};
use crate::export::RenderError;

/// Flags of `VP8X`.
const HAS_ALPHA: u8 = 1 << 4;
const IS_ANIMATED: u8 = 1 << 1;
/// A flag of `ANMF`: the frame replaces what was there.
const REPLACES: u8 = 1 << 1;

pub(super) struct WebpReel {
    size: [u32; 2],
    has_holes: bool,
    frames: Vec<u8>,
}

impl WebpReel {
    pub(super) fn new(projector: &Projector<'_>) -> Self {
        let has_holes = projector.is_opaque();
        Self { size: projector.size, has_holes, frames: Vec::new() }
    }
}

impl Reel for WebpReel {
    fn add(&mut self, change: &Change<'_>, shot: Shot) -> Result<(), FilmError> {
        let left = change.patch.left & !1;
        let patch = Patch { left, top: change.patch.top & !1, ..change.patch };
        let change = Change { patch, ..*change };
        let (width, height) = (patch.width(), patch.height());
        let mut file = Vec::new();
        WebPEncoder::new(&mut file)
            .encode(&pixels(&change, self.has_holes), width, height, ColorType::Rgba8)
            .map_err(RenderError::failed)?;
        // A file of one picture is `RIFF`, its length, `WEBP`, and the chunk that is wanted.
        let picture = file.get(12..).filter(|chunk| chunk.starts_with(b"VP8L"));
        let picture = picture.ok_or_else(|| RenderError::failed("VP8L"))?;
        let mut frame = Vec::with_capacity(picture.len() + 16);
        for number in [patch.left / 2, patch.top / 2, width - 1, height - 1, shot.hundredths * 10] {
            frame.extend(three_bytes(number));
        }
        frame.push(if self.has_holes { 0 } else { REPLACES });
        frame.extend_from_slice(picture);
        write_chunk(&mut self.frames, *b"ANMF", &frame);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, FilmError> {
        let mut body = b"WEBP".to_vec();
        let alpha = if self.has_holes { 0 } else { HAS_ALPHA };
        let mut header = vec![IS_ANIMATED | alpha, 0, 0, 0];
        header.extend(self.size.into_iter().flat_map(|side| three_bytes(side - 1)));
        write_chunk(&mut body, *b"VP8X", &header);
        // A transparent ground; for ever.
        write_chunk(&mut body, *b"ANIM", &[0; 6]);
        body.extend_from_slice(&self.frames);
        let mut file = Vec::with_capacity(body.len() + 8);
        write_chunk(&mut file, *b"RIFF", &body);
        Ok(file)
    }
}

fn three_bytes(number: u32) -> [u8; 3] {
    let [low, middle, high, _] = number.to_le_bytes();
    [low, middle, high]
}

/// A name, the length, the content, and a byte more where the length is odd.
fn write_chunk(out: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    out.extend_from_slice(&name);
    out.extend_from_slice(&u32::try_from(content.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(content);
    if content.len() % 2 == 1 {
        out.push(0);
    }
}

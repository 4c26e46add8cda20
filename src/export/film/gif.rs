//! The frames as a GIF that starts again for ever.

use ::gif::{DisposalMethod, Encoder, Frame, Repeat};

use super::palette::{HOLE, Palette};
use super::projector::{Change, Projector};
use super::shots::Shot;
use super::{FilmError, Reel};
use crate::export::RenderError;

pub(super) struct GifReel {
    encoder: Encoder<Vec<u8>>,
    palette: Palette,
}

impl GifReel {
    pub(super) fn new(projector: &Projector<'_>) -> Result<Self, RenderError> {
        let palette = Palette::of(&projector.pictures(), projector.ground);
        let [width, height] = projector.size.map(|side| u16::try_from(side).unwrap_or(u16::MAX));
        let mut encoder =
            Encoder::new(Vec::new(), width, height, &palette.bytes()).map_err(RenderError::failed)?;
        encoder.set_repeat(Repeat::Infinite).map_err(RenderError::failed)?;
        Ok(Self { encoder, palette })
    }
}

impl Reel for GifReel {
    fn add(&mut self, change: &Change<'_>, shot: Shot) -> Result<(), FilmError> {
        let patch = change.patch;
        let mut buffer = Vec::with_capacity(patch.width() as usize * patch.height() as usize);
        for place in patch.pixels(change.width) {
            let pixel = &change.now[place * 4..place * 4 + 3];
            buffer.push(if change.is_new(place) {
                self.palette.number([pixel[0], pixel[1], pixel[2]])
            } else {
                HOLE
            });
        }
        let side = |side: u32| u16::try_from(side).unwrap_or(u16::MAX);
        let frame = Frame {
            delay: u16::try_from(shot.hundredths).unwrap_or(u16::MAX),
            dispose: DisposalMethod::Keep,
            transparent: Some(HOLE),
            left: side(patch.left),
            top: side(patch.top),
            width: side(patch.width()),
            height: side(patch.height()),
            buffer: buffer.into(),
            ..Frame::default()
        };
        Ok(self.encoder.write_frame(&frame).map_err(RenderError::failed)?)
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, FilmError> {
        Ok(self.encoder.into_inner().map_err(RenderError::failed)?)
    }
}

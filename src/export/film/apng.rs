//! The frames as an animated PNG that starts again for ever. Its first frame is what programs show that know only
//! PNG.

use png::{
    BitDepth, BlendOp, ColorType, Compression, DisposeOp, Encoder, Filter, SrgbRenderingIntent, Writer,
};

use super::projector::{Change, Projector};
use super::shots::Shot;
use super::{FilmError, Reel};
use crate::chart::scene::Scene;
use crate::export::RenderError;

pub(super) struct ApngReel {
    out: SharedBytes,
    writer: Writer<SharedBytes>,
    /// Whether unchanged pixels are holes; else, on no ground, a patch replaces what was there.
    has_holes: bool,
}

impl ApngReel {
    pub(super) fn new(
        projector: &Projector<'_>,
        scene: &Scene,
        num_frames: usize,
    ) -> Result<Self, RenderError> {
        let out = SharedBytes::default();
        let [width, height] = projector.size;
        let mut encoder = Encoder::new(out.clone(), width, height);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_source_srgb(SrgbRenderingIntent::RelativeColorimetric);
        // Frames are holes for the most part: no filter packs them better, and none is slower.
        encoder.set_filter(Filter::NoFilter);
        encoder.set_compression(Compression::Balanced);
        let num_frames = u32::try_from(num_frames).unwrap_or(u32::MAX);
        encoder.set_animated(num_frames, 0).map_err(RenderError::failed)?;
        for (keyword, text) in [("Title", &scene.title), ("Description", &scene.description)] {
            if !text.is_empty() {
                encoder.add_itxt_chunk(keyword.to_owned(), text.clone()).map_err(RenderError::failed)?;
            }
        }
        let writer = encoder.write_header().map_err(RenderError::failed)?;
        let has_holes = projector.is_opaque();
        Ok(Self { out, writer, has_holes })
    }

    fn write(&mut self, change: &Change<'_>, shot: Shot) -> Result<(), png::EncodingError> {
        let patch = change.patch;
        // The encoder wants a place that the frame before it would fit in.
        self.writer.reset_frame_position()?;
        self.writer.set_frame_dimension(patch.width(), patch.height())?;
        self.writer.set_frame_position(patch.left, patch.top)?;
        self.writer.set_frame_delay(u16::try_from(shot.hundredths).unwrap_or(u16::MAX), 100)?;
        self.writer.set_dispose_op(DisposeOp::None)?;
        self.writer.set_blend_op(if self.has_holes { BlendOp::Over } else { BlendOp::Source })?;
        self.writer.write_image_data(&pixels(change, self.has_holes))
    }
}

/// The pixels of a patch, with holes where nothing changed.
pub(super) fn pixels(change: &Change<'_>, has_holes: bool) -> Vec<u8> {
    let patch = change.patch;
    let mut pixels = Vec::with_capacity(patch.width() as usize * patch.height() as usize * 4);
    for place in patch.pixels(change.width) {
        if has_holes && !change.is_new(place) {
            pixels.extend([0; 4]);
        } else {
            pixels.extend_from_slice(&change.now[place * 4..place * 4 + 4]);
        }
    }
    pixels
}

impl Reel for ApngReel {
    fn add(&mut self, change: &Change<'_>, shot: Shot) -> Result<(), FilmError> {
        Ok(self.write(change, shot).map_err(RenderError::failed)?)
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, FilmError> {
        self.writer.finish().map_err(RenderError::failed)?;
        Ok(self.out.take())
    }
}

/// Bytes that are still at hand once the encoder, which keeps what it writes to, is done.
#[derive(Clone, Debug, Default)]
struct SharedBytes(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

impl SharedBytes {
    fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl std::io::Write for SharedBytes {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

//! A replay as a film: the pictures one after the other, as a GIF, an APNG, a WebP or, where `ffmpeg` is installed, an
//! MP4.
//!
//! Goes in: a [`Replay`] of a [`Scene`] and a [`Pace`]. Comes out: the bytes of a file; those of GIF, APNG and WebP are
//! the same on every machine. Must not know: how a scene is composed or what is hidden at a moment.
//!
//! The still is drawn once, and once more as it is before the first answer; after that a frame costs the seats and the
//! words that change ([`projector`]), and a file holds of each frame the rectangle that changed, with holes where
//! it did not.

mod apng;
mod gif;
mod mp4;
mod palette;
mod projector;
mod shots;
mod webp;

use std::ops::ControlFlow;
use std::path::Path;

pub use shots::{Pace, Shot};

use super::RenderError;
use super::resolution::Resolution;
use crate::chart::scene::Scene;
use crate::chart::{Replay, Style, Vote};
use crate::lang::Message;

use projector::{Change, Projector};

/// The format of a film.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilmFormat {
    /// Shown everywhere, in 255 colours.
    Gif,
    /// Every colour, in browsers and messengers.
    Apng,
    /// The same in fewer bytes.
    Webp,
    /// For video, made by an `ffmpeg` that is installed.
    Mp4,
}

impl FilmFormat {
    /// Every format, the usual one first.
    pub const ALL: [Self; 4] = [Self::Gif, Self::Apng, Self::Webp, Self::Mp4];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gif => "gif",
            Self::Apng => "png",
            Self::Webp => "webp",
            Self::Mp4 => "mp4",
        }
    }

    /// The format that a file name asks for by its ending.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        let is_apng = ending == "apng";
        Self::ALL
            .into_iter()
            .find(|format| format.ending() == ending)
            .or_else(|| is_apng.then_some(Self::Apng))
    }
}

/// Why there is no film.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum FilmError {
    /// A picture could not be drawn or packed.
    Picture(#[from] RenderError),
    /// The one who waited for it stopped it.
    Cancelled,
    /// There is no `ffmpeg` for an MP4.
    NoFfmpeg,
    /// `ffmpeg` did not make it.
    Ffmpeg {
        /// Its last words.
        cause: String,
    },
}

impl FilmError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Picture(error) => error.message(),
            Self::Cancelled => Message::new("film-cancelled"),
            Self::NoFfmpeg => Message::new("error-no-ffmpeg"),
            Self::Ffmpeg { cause } => Message::new("error-ffmpeg").with("cause", cause),
        }
    }
}

/// What is to be filmed.
#[derive(Clone, Copy, Debug)]
pub struct Film<'a> {
    /// The order of the answers.
    pub replay: &'a Replay,
    /// The vote.
    pub vote: &'a Vote<'a>,
    /// The style that the scene is drawn in.
    pub style: &'a Style,
    /// The still that the film ends with.
    pub scene: &'a Scene,
    /// How many pixels.
    pub resolution: Resolution,
    /// How long.
    pub pace: Pace,
}

/// What is told of a film in the making: how many of how many frames are done. It answers whether to go on.
pub type FilmProgress<'a> = &'a mut dyn FnMut(usize, usize) -> ControlFlow<()>;

impl Film<'_> {
    /// Makes the film.
    ///
    /// # Errors
    /// [`FilmError`]: pictures that do not fit in memory, `ffmpeg` missing or failing, or `progress` said to stop.
    pub fn make(&self, format: FilmFormat, progress: FilmProgress<'_>) -> Result<Vec<u8>, FilmError> {
        let shots = self.pace.shots(self.replay.len());
        // Only these two have soft edges on no ground.
        let is_solid = !matches!(format, FilmFormat::Apng | FilmFormat::Webp);
        let mut projector = Projector::new(self, is_solid)?;
        let mut reel: Box<dyn Reel> = match format {
            FilmFormat::Gif => Box::new(gif::GifReel::new(&projector)?),
            FilmFormat::Apng => Box::new(apng::ApngReel::new(&projector, self.scene, shots.len())?),
            FilmFormat::Webp => Box::new(webp::WebpReel::new(&projector)),
            FilmFormat::Mp4 => Box::new(mp4::Mp4Reel::new(&projector, self.pace)?),
        };
        for (done, shot) in shots.iter().enumerate() {
            let change = projector.show(shot.step)?;
            reel.add(&change, *shot)?;
            if progress(done + 1, shots.len()).is_break() {
                return Err(FilmError::Cancelled);
            }
        }
        reel.finish()
    }
}

/// A film in the making.
trait Reel {
    /// Adds a frame.
    fn add(&mut self, change: &Change<'_>, shot: Shot) -> Result<(), FilmError>;

    /// The file.
    fn finish(self: Box<Self>) -> Result<Vec<u8>, FilmError>;
}

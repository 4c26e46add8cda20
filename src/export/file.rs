//! Bytes to a file, whole or not at all.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::{RenderError, png, svg};
use crate::chart::scene::{Medium, Scene};
use crate::lang::Message;

/// The format of a picture file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable, with live text.
    Svg,
    /// Pixels, one to a unit of the scene; for paper 300 an inch.
    Png,
}

impl PictureFormat {
    /// The format that a file name asks for by its ending.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }
}

/// A scene as the bytes of a picture file.
///
/// # Errors
/// [`RenderError`] where the pixels could not be made.
pub fn picture(scene: &Scene, format: PictureFormat) -> Result<Vec<u8>, RenderError> {
    let document = svg(scene);
    match format {
        PictureFormat::Svg => Ok(document.into_bytes()),
        PictureFormat::Png => png(&document, &scene.typeface, pixels_per_unit(scene)),
    }
}

/// One pixel a unit on a screen, 300 an inch on paper.
fn pixels_per_unit(scene: &Scene) -> f32 {
    match scene.medium {
        Medium::Screen => 1.0,
        Medium::Paper => 300.0 / 96.0,
    }
}

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct WriteError {
    file: String,
    cause: String,
}

impl WriteError {
    /// The sentence to show.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new("error-write").with("file", &self.file).with("cause", &self.cause)
    }
}

/// Writes beside the file and renames, so that nobody ever sees half of it and a failure leaves what was
/// there before.
///
/// # Errors
/// [`WriteError`] with the system's own words.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let fault =
        |cause: std::io::Error| WriteError { file: path.display().to_string(), cause: cause.to_string() };
    let beside = beside(path);
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|cause| {
        // The half-written file is ours to clear away; the fault to report is the first one.
        fs::remove_file(&beside).ok();
        fault(cause)
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("vote.svg");
        write(&path, b"one").expect("written");
        write(&path, b"two").expect("written over");
        assert_eq!(fs::read(&path).expect("readable"), b"two");
        let fault = write(&folder.path().join("missing/vote.svg"), b"x").expect_err("no such folder");
        assert!(fault.to_string().contains("vote.svg"), "{fault}");
        // A folder in the way: the rename fails and nothing is left beside it.
        let taken = folder.path().join("taken");
        fs::create_dir_all(taken.join("inside")).expect("a folder");
        write(&taken, b"x").expect_err("a folder is in the way");
        let left: Vec<_> = fs::read_dir(folder.path()).expect("readable").flatten().collect();
        assert_eq!(left.len(), 2, "{left:?}");
    }
}

//! Where bytes come from: a file, standard input, or memory.

use std::io::Read as _;
use std::path::Path;

use super::ReadError;

/// A file is read into memory up to this length.
const MOST_BYTES: u64 = 2 << 30;

/// The bytes of one file and the name to call it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file's name, without its folder.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

impl Source {
    /// Contents that are in memory already.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }

    /// Reads a file whole, or standard input where the path is `-`.
    ///
    /// # Errors
    /// [`ReadError::NoFile`] or [`ReadError::Unreadable`].
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            let name = "standard input".to_owned();
            return match std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes) {
                Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(too_large(name)),
                Ok(_) => Ok(Self { name, bytes }),
                Err(cause) => Err(ReadError::Unreadable { file: name, cause: cause.to_string() }),
            };
        }
        let file = path.display().to_string();
        let name = path.file_name().map_or_else(|| file.clone(), |name| name.to_string_lossy().into_owned());
        if std::fs::metadata(path).is_ok_and(|data| data.len() > MOST_BYTES) {
            return Err(too_large(file));
        }
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Err(ReadError::NoFile { file }),
            Err(cause) => Err(ReadError::Unreadable { file, cause: cause.to_string() }),
        }
    }
}

fn too_large(file: String) -> ReadError {
    ReadError::TooLarge { file, megabytes: MOST_BYTES >> 20 }
}

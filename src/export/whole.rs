//! Whether an exported file is there to its end.
//!
//! Goes in: a file and its format. Comes out: whether it has the format's last bytes. Must not know: what is drawn in it.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use super::{ExportFormat, PictureFormat};

/// The last chunk of a PNG file, with its checksum.
const PNG_END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";
/// A WebP file begins with `RIFF` and the number of bytes that follow these.
const RIFF_HEAD: usize = 8;

/// True where a file is there and ends as its format does. A file whose bytes the disk never had, because the power
/// went, is shorter than it was written.
#[must_use]
pub fn is_whole(path: &Path, format: ExportFormat) -> bool {
    let whole = match format {
        ExportFormat::Page => ends_with(path, b"</html>\n"),
        ExportFormat::Picture(PictureFormat::Svg) => ends_with(path, b"</svg>\n"),
        ExportFormat::Picture(PictureFormat::Png) => ends_with(path, PNG_END),
        ExportFormat::Picture(PictureFormat::Pdf) => ends_with(path, b"%%EOF"),
        ExportFormat::Picture(PictureFormat::Webp) => is_whole_riff(path),
    };
    // What cannot be read is not there.
    whole.unwrap_or(false)
}

fn ends_with(path: &Path, end: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::End(-(end.len() as i64)))?;
    let mut found = Vec::with_capacity(end.len());
    file.read_to_end(&mut found)?;
    Ok(found == end)
}

fn is_whole_riff(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut head = [0; RIFF_HEAD];
    file.read_exact(&mut head)?;
    let [r, i, f, also_f, length @ ..] = head;
    let told = u64::from(u32::from_le_bytes(length)) + RIFF_HEAD as u64;
    Ok([r, i, f, also_f] == *b"RIFF" && file.metadata()?.len() == told)
}

//! The small picture that goes with the pointer while the graphic is dragged: a surface that the compositor moves.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::fd::AsFd as _;
use std::path::Path;

use wayland_client::QueueHandle;
use wayland_client::protocol::wl_shm::{Format, WlShm};
use wayland_client::protocol::wl_surface::WlSurface;

use super::source::Source;
use crate::export::Pixels;

/// Right of the pointer and below it by so many pixels, so that what is aimed at stays in view.
const AWAY: i32 = 16;

/// Shows a picture on the surface. The pixels pass through a file beside the one that is dragged, which is gone again
/// once the compositor has it open.
///
/// # Errors
/// Why the file cannot be written.
pub(super) fn show(
    picture: &Pixels,
    surface: &WlSurface,
    memory: &WlShm,
    handle: &QueueHandle<Source>,
    parcel: &Path,
) -> io::Result<()> {
    let bytes = premultiplied(picture);
    let path = parcel.with_extension("icon");
    let mut file = File::options().read(true).write(true).create_new(true).open(&path)?;
    fs::remove_file(&path)?;
    file.write_all(&bytes)?;
    let [width, height] = picture.size.map(|side| side as i32);
    let pool = memory.create_pool(file.as_fd(), bytes.len() as i32, handle, ());
    let buffer = pool.create_buffer(0, width, height, 4 * width, Format::Argb8888, handle, ());
    pool.destroy();
    surface.attach(Some(&buffer), AWAY, AWAY);
    surface.damage(0, 0, width, height);
    surface.commit();
    Ok(())
}

/// The pixels as the compositor wants them: blue first, and each colour as strong as the pixel is opaque.
fn premultiplied(picture: &Pixels) -> Vec<u8> {
    let pixel = |rgba: &[u8]| {
        let alpha = u32::from(rgba[3]);
        let [red, green, blue] =
            [0, 1, 2].map(|channel| ((u32::from(rgba[channel]) * alpha + 127) / 255) as u8);
        [blue, green, red, rgba[3]]
    };
    picture.rgba.chunks_exact(4).flat_map(pixel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_stored_blue_first_and_as_strong_as_they_are_opaque() {
        let rgba = vec![0x00, 0x5F, 0x73, 255, 0xE8, 0x60, 0x3C, 0, 200, 100, 50, 128];
        let picture = Pixels { size: [3, 1], rgba };
        assert_eq!(premultiplied(&picture), [0x73, 0x5F, 0x00, 255, 0, 0, 0, 0, 25, 50, 100, 128]);
    }
}

//! The small picture that goes with the pointer while the graphic is dragged: a window that no pointer can touch.

use x11rb::connection::{Connection as _, RequestConnection as _};
use x11rb::errors::{ConnectionError, ReplyOrIdError};
use x11rb::protocol::shape::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{
    ClipOrdering, ConfigureWindowAux, ConnectionExt as _, CreateGCAux, CreateWindowAux, ImageFormat,
    ImageOrder, StackMode, WindowClass,
};
use x11rb::rust_connection::RustConnection;

use crate::export::Pixels;

/// Right of the pointer and below it by so many pixels, so that what is aimed at stays in view.
const AWAY: i16 = 16;

/// The window. It goes when the connection does, or when told.
pub(super) struct Icon {
    window: u32,
    at: Option<[i16; 2]>,
}

impl Icon {
    /// Draws a picture; `None` where the screen has not eight bits a colour, or cannot let the pointer through.
    pub(super) fn new(
        connection: &RustConnection,
        root: u32,
        picture: &Pixels,
    ) -> Result<Option<Self>, ReplyOrIdError> {
        let setup = connection.setup();
        let Some(screen) = setup.roots.iter().find(|screen| screen.root == root) else { return Ok(None) };
        let has_bytes =
            setup.pixmap_formats.iter().any(|format| format.depth == 24 && format.bits_per_pixel == 32);
        let has_shapes = connection.extension_information(shape::X11_EXTENSION_NAME)?.is_some();
        let bytes = image(picture, setup.image_byte_order);
        if screen.root_depth != 24 || !has_bytes || !has_shapes || bytes.len() > 200_000 {
            return Ok(None);
        }
        let [width, height] = picture.size.map(|side| side as u16);
        let pixmap = connection.generate_id()?;
        connection.create_pixmap(24, pixmap, root, width, height)?;
        let context = connection.generate_id()?;
        connection.create_gc(context, pixmap, &CreateGCAux::new())?;
        connection.put_image(ImageFormat::Z_PIXMAP, pixmap, context, width, height, 0, 0, 0, 24, &bytes)?;
        let window = connection.generate_id()?;
        let aux = CreateWindowAux::new()
            .override_redirect(1)
            .save_under(1)
            .border_pixel(screen.black_pixel)
            .background_pixmap(pixmap);
        let class = WindowClass::INPUT_OUTPUT;
        let visual = screen.root_visual;
        connection.create_window(24, window, root, -1, -1, width, height, 1, class, visual, &aux)?;
        let (kind, order) = (shape::SK::INPUT, ClipOrdering::UNSORTED);
        connection.shape_rectangles(shape::SO::SET, kind, order, window, 0, 0, &[])?;
        connection.free_gc(context)?;
        connection.free_pixmap(pixmap)?;
        Ok(Some(Self { window, at: None }))
    }

    /// Goes with the pointer.
    pub(super) fn move_to(
        &mut self,
        connection: &RustConnection,
        pointer: [i16; 2],
    ) -> Result<(), ConnectionError> {
        if self.at == Some(pointer) {
            return Ok(());
        }
        let [x, y] = pointer.map(|side| i32::from(side.saturating_add(AWAY)));
        let aux = ConfigureWindowAux::new().x(x).y(y).stack_mode(StackMode::ABOVE);
        connection.configure_window(self.window, &aux)?;
        if self.at.replace(pointer).is_none() {
            connection.map_window(self.window)?;
        }
        Ok(())
    }

    /// Takes it away.
    pub(super) fn remove(self, connection: &RustConnection) -> Result<(), ConnectionError> {
        connection.destroy_window(self.window)?;
        Ok(())
    }
}

/// The pixels as the server stores them, four bytes each, on white where the picture is transparent.
fn image(picture: &Pixels, order: ImageOrder) -> Vec<u8> {
    let pixel = |rgba: &[u8]| {
        let alpha = u32::from(rgba[3]);
        let on_white = |channel: u8| ((u32::from(channel) * alpha + 255 * (255 - alpha)) / 255) as u8;
        let [red, green, blue] = [rgba[0], rgba[1], rgba[2]].map(on_white);
        if order == ImageOrder::LSB_FIRST { [blue, green, red, 0] } else { [0, red, green, blue] }
    };
    picture.rgba.chunks_exact(4).flat_map(pixel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_stored_in_the_servers_order_and_on_white() {
        let picture = Pixels { size: [2, 1], rgba: vec![0x00, 0x5F, 0x73, 255, 0xE8, 0x60, 0x3C, 0] };
        assert_eq!(image(&picture, ImageOrder::LSB_FIRST), [0x73, 0x5F, 0x00, 0, 255, 255, 255, 0]);
        assert_eq!(image(&picture, ImageOrder::MSB_FIRST), [0, 0x00, 0x5F, 0x73, 0, 255, 255, 255]);
    }
}

//! A picture for the graphic, from its file.

use std::path::Path;

use super::StyleError;
use crate::chart::Logo;
use crate::chart::scene::ImageFormat;

/// Reads a PNG, JPEG or SVG file. What it is called without its ending is its label.
///
/// # Errors
/// [`StyleError::Unreadable`], and [`StyleError::NotAPicture`] for what is none, or is empty.
pub fn read_logo(path: &Path) -> Result<Logo, StyleError> {
    let file = path.display().to_string();
    let data = std::fs::read(path)
        .map_err(|cause| StyleError::Unreadable { file: file.clone(), cause: cause.to_string() })?;
    let (format, width, height) =
        size(&data).ok_or_else(|| StyleError::NotAPicture { file: file.clone() })?;
    if !(width > 0.0 && height > 0.0) {
        return Err(StyleError::NotAPicture { file });
    }
    let label = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Logo { format, data: data.into(), aspect: width / height, label })
}

/// What the bytes are, by what they hold, and how wide and high.
fn size(data: &[u8]) -> Option<(ImageFormat, f64, f64)> {
    let format = match imagesize::image_type(data) {
        Ok(imagesize::ImageType::Png) => ImageFormat::Png,
        Ok(imagesize::ImageType::Jpeg) => ImageFormat::Jpeg,
        _ => {
            let tree = usvg::Tree::from_data(data, &usvg::Options::default()).ok()?;
            let size = tree.size();
            return Some((ImageFormat::Svg, f64::from(size.width()), f64::from(size.height())));
        }
    };
    let size = imagesize::blob_size(data).ok()?;
    Some((format, size.width as f64, size.height as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_known_by_what_they_hold() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str, data: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, data).expect("written");
            path
        };
        let svg = path("The Daily.png", b"<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'/>");
        let logo = read_logo(&svg).expect("a picture");
        assert_eq!((logo.format, logo.aspect, logo.label.as_str()), (ImageFormat::Svg, 3.0, "The Daily"));
        let text = path("a.svg", b"no picture");
        assert!(matches!(read_logo(&text), Err(StyleError::NotAPicture { .. })));
        assert!(matches!(read_logo(Path::new("/no/such")), Err(StyleError::Unreadable { .. })));
    }
}

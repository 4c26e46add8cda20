//! Scene to an SVG document.

use super::RenderError;
use super::markup::escaped;
use super::number::number;
use super::outlines::Outlines;
use super::svg::{Mixed, Writer, text_id};
use crate::chart::scene::{Item, Scene};
use crate::model::Rgb;

/// How the texts of an SVG document are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgText {
    /// As texts, which can be edited and searched, and need the font where they are shown.
    #[default]
    Live,
    /// As outlines, which look the same everywhere.
    Outlines,
}

/// Writes a scene as an SVG document with live text, a unit of the scene to a CSS pixel.
#[must_use]
pub fn svg(scene: &Scene) -> String {
    document(scene, &mut Writer::document(None))
}

/// Writes a scene as an SVG document.
///
/// # Errors
/// [`RenderError`] where the texts could not be made into outlines.
pub(super) fn svg_document(scene: &Scene, text: SvgText) -> Result<String, RenderError> {
    let outlines = match text {
        SvgText::Live => None,
        SvgText::Outlines => Some(outlines(scene)?),
    };
    Ok(document(scene, &mut Writer::document(outlines)))
}

/// Writes a scene as the SVG document that pixels are made from.
pub(super) fn svg_to_draw(scene: &Scene) -> String {
    document(scene, &mut Writer::document(None).with_mixed(Mixed::InRuns(scene.typeface.clone())))
}

/// Some shapes of a scene by themselves to be drawn, where they stand in it, every text with a space at its end: what
/// is copied from a page, or read aloud, is to have its words apart.
pub(super) fn part(scene: &Scene, items: &[&Item], mixed: Mixed) -> String {
    let mut writer = Writer::document(None).with_mixed(mixed).with_spaces();
    writer.open(scene);
    for item in items {
        writer.item(item);
    }
    writer.close()
}

fn document(scene: &Scene, writer: &mut Writer<'_>) -> String {
    writer.open(scene);
    writer.line(&format!("<title id=\"title\">{}</title>", escaped(&scene.title)));
    writer.line(&format!("<desc id=\"description\">{}</desc>", escaped(&scene.description)));
    if let Some(background) = scene.background {
        writer.line(&ground(scene, background));
    }
    writer.items(&scene.items);
    writer.close()
}

fn ground(scene: &Scene, background: Rgb) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    format!("<rect id=\"ground\" width=\"{width}\" height=\"{height}\" fill=\"{background}\"/>")
}

/// The outlines of every text of a scene, by its place among them.
fn outlines(scene: &Scene) -> Result<Outlines, RenderError> {
    let mut writer = Writer::document(None).with_mixed(Mixed::InRuns(scene.typeface.clone()));
    writer.open(scene);
    for (index, shape) in scene.texts().enumerate() {
        let id = format!(" id=\"{}\"", text_id(index));
        writer.text(shape, &id);
    }
    Outlines::of(&writer.close(), &scene.typeface)
}

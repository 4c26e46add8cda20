//! A scene as one page of PDF by `krilla`: vectors, texts that can be selected, and tags that tell a screen reader
//! what is heading, figure and note.

use std::num::NonZeroU16;

use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use super::RenderError;
use super::document::part;
use super::pdf_text::draw_in_runs;
use super::resolution::UNITS_PER_INCH;
use super::svg::Mixed;
use super::tree::tree;
use crate::chart::scene::{Item, Rect, Scene, Weight};

const POINTS_PER_INCH: f64 = 72.0;

/// Writes a scene as a page of its size on paper, by PDF/UA-1. Where a text has characters that no font here
/// draws, the page is tagged all the same but cannot claim to keep that standard.
///
/// # Errors
/// [`RenderError`] where the page could not be made.
pub(super) fn pdf(scene: &Scene) -> Result<Vec<u8>, RenderError> {
    accessible(|configuration| write(scene, configuration))
}

/// What `write` makes by PDF/UA-1, or where that cannot be kept, without the claim.
pub(super) fn accessible(
    write: impl Fn(Configuration) -> Result<Result<Vec<u8>, KrillaError>, RenderError>,
) -> Result<Vec<u8>, RenderError> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let accessible = accessible.map_err(|error| RenderError::failed(format!("{error:?}")))?;
    match write(accessible)? {
        Err(KrillaError::Validation(_)) => {
            write(Configuration::default())?.map_err(|error| RenderError::failed(format!("{error:?}")))
        }
        written => written.map_err(|error| RenderError::failed(format!("{error:?}"))),
    }
}

/// The drawing in the parts that a reader tells apart.
#[derive(Default)]
struct Parts<'a> {
    heading: Vec<&'a Item>,
    under_heading: Vec<&'a Item>,
    figure: Vec<&'a Item>,
    notes: Vec<&'a Item>,
    /// Lines and grounds that mean nothing by themselves.
    ornaments: Vec<&'a Item>,
}

impl<'a> Parts<'a> {
    fn of(scene: &'a Scene) -> Self {
        let mut parts = Self::default();
        for item in &scene.items {
            match item {
                Item::Group(group) if group.id == "headline" => {
                    for item in &group.items {
                        parts.texts_of_headline(item);
                    }
                }
                Item::Group(group) if group.id == "source" => {
                    let (notes, ornaments): (Vec<_>, Vec<_>) =
                        group.items.iter().partition(|item| matches!(item, Item::Text(_)));
                    parts.notes.extend(notes);
                    parts.ornaments.extend(ornaments);
                }
                other => parts.figure.push(other),
            }
        }
        // The source before the credit at its right.
        parts.notes.sort_by(|a, b| left(a).total_cmp(&left(b)));
        parts
    }

    fn texts_of_headline(&mut self, item: &'a Item) {
        match item {
            Item::Text(text) if text.weight == Weight::Bold => self.heading.push(item),
            Item::Text(_) => self.under_heading.push(item),
            _ => self.ornaments.push(item),
        }
    }
}

fn left(item: &Item) -> f64 {
    if let Item::Text(text) = item { text.at.x } else { 0.0 }
}

/// Draws parts of a scene, each with its tag.
struct Drawer<'a, 'b> {
    scene: &'a Scene,
    size: Size,
    surface: Surface<'b>,
    tags: TagTree,
}

impl Drawer<'_, '_> {
    fn draw(&mut self, items: &[&Item], content: ContentTag<'_>) -> Result<Option<Identifier>, RenderError> {
        if items.is_empty() {
            return Ok(None);
        }
        let typeface = &self.scene.typeface;
        let tree = tree(&part(self.scene, items, Mixed::LeftOut(typeface.clone())), typeface)?;
        let identifier = self.surface.start_tagged(content);
        let drawn = self.surface.draw_svg(&tree, self.size, SvgSettings::default());
        let scale = self.size.width() / self.scene.width as f32;
        draw_in_runs(&mut self.surface, items.iter().flat_map(|item| item.texts()), typeface, scale);
        self.surface.end_tagged();
        drawn.map(|()| Some(identifier)).ok_or_else(|| RenderError::failed("krilla-svg"))
    }

    fn draw_ornaments(&mut self, items: &[&Item]) -> Result<(), RenderError> {
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.draw(items, ContentTag::Artifact(artifact)).map(|_| ())
    }

    fn draw_as(&mut self, items: &[&Item], mut group: TagGroup) -> Result<(), RenderError> {
        if let Some(identifier) = self.draw(items, ContentTag::Other)? {
            group.push(identifier);
            self.tags.push(group);
        }
        Ok(())
    }
}

fn write(scene: &Scene, configuration: Configuration) -> Result<Result<Vec<u8>, KrillaError>, RenderError> {
    let [width, height] =
        [scene.width, scene.height].map(|side| (side * POINTS_PER_INCH / UNITS_PER_INCH) as f32);
    let fault = || RenderError::failed(format!("{width} × {height}"));
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(
        Metadata::new()
            .title(scene.title.clone())
            .description(scene.description.clone())
            .language(scene.lang.code().to_owned())
            .creator("Hemicycle".to_owned()),
    );
    let mut page = document.start_page_with(PageSettings::from_wh(width, height).ok_or_else(fault)?);
    let size = Size::from_wh(width, height).ok_or_else(fault)?;
    let tags = draw(scene, size, page.surface())?;
    page.finish();
    document.set_tag_tree(tags);
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(scene.title.clone(), top));
    document.set_outline(outline);
    Ok(document.finish())
}

/// Draws the parts of a scene, and answers with the tags that lead to them in reading order.
fn draw(scene: &Scene, size: Size, surface: Surface<'_>) -> Result<TagTree, RenderError> {
    let tags = TagTree::new().with_lang(Some(scene.lang.code().to_owned()));
    let mut drawer = Drawer { scene, size, surface, tags };
    let ground = scene.background.map(|fill| {
        let (width, height) = (scene.width, scene.height);
        Item::Rect(Rect { x: 0.0, y: 0.0, width, height, rounding: 0.0, fill })
    });
    let parts = Parts::of(scene);
    drawer.draw_ornaments(&ground.iter().collect::<Vec<_>>())?;
    drawer.draw_ornaments(&parts.ornaments)?;
    let heading = Tag::Hn(NonZeroU16::MIN, Some(scene.title.clone()));
    drawer.draw_as(&parts.heading, TagGroup::new(heading))?;
    drawer.draw_as(&parts.under_heading, TagGroup::new(Tag::P))?;
    let figure = Tag::Figure(Some(scene.description.clone()));
    drawer.draw_as(&parts.figure, TagGroup::new(figure))?;
    drawer.draw_as(&parts.notes, TagGroup::new(Tag::P))?;
    drawer.surface.finish();
    Ok(drawer.tags)
}

//! Documents of A4 pages by `krilla`: tagged, with an outline, by PDF/UA-1, the same bytes every time.
//!
//! Goes in: [`Leaf`]s, pages of elements that say what they are and which shapes they have; a [`Flow`] makes them of
//! texts one below the other. Comes out: the bytes of a PDF. Must not know: what the document is about.

mod flow;
mod tags;

pub(super) use flow::{Flow, text};

use krilla::configure::Configuration;
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use usvg::{Options, Tree};

use super::RenderError;
use super::document::part;
use super::fonts::options;
use super::pdf::accessible;
use super::pdf_text::draw_in_runs;
use super::svg::Mixed;
use crate::chart::Style;
use crate::chart::scene::{Item, Medium, Scene};
use crate::lang::Lang;
use tags::Tags;

/// The page, in points.
pub(super) const WIDTH: f64 = 595.276;
/// Its height.
pub(super) const HEIGHT: f64 = 841.89;
/// Units of a scene in a point.
pub(super) const UNITS: f64 = 96.0 / 72.0;

/// What an element of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The title: a heading of the first level.
    Title,
    /// A heading of a level from 2.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// An entry of a list, with those before and after it.
    Item,
    /// A cell of a table, with those before and after it: its row, and whether it names the row.
    Cell {
        /// The row, from 0 in each table.
        row: usize,
        /// Whether it names the row.
        is_head: bool,
    },
}

/// Part of a document on one page.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// What it is.
    pub(super) role: Role,
    /// Its shapes.
    pub(super) items: Vec<Item>,
    /// Whether it goes on with the element before, on the page before.
    pub(super) continues: bool,
    /// What it is called in the outline, where it is in it.
    pub(super) outline: Option<String>,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Leaf {
    /// Lines and grounds that mean nothing by themselves, cut marks.
    pub(super) ornaments: Vec<Item>,
    /// Title and page number in the margin.
    pub(super) margin: Vec<Item>,
    /// What is read, in reading order.
    pub(super) elements: Vec<Element>,
}

/// How a document is written.
pub(super) struct Paper<'a> {
    /// The fonts.
    pub(super) style: &'a Style,
    /// The language.
    pub(super) lang: Lang,
    /// What the document is called.
    pub(super) title: String,
}

impl Paper<'_> {
    /// Writes pages as a PDF.
    ///
    /// # Errors
    /// [`RenderError`] where it could not be made.
    pub(super) fn write(&self, leaves: &[Leaf]) -> Result<Vec<u8>, RenderError> {
        accessible(|configuration| self.write_as(leaves, configuration))
    }

    fn write_as(
        &self,
        leaves: &[Leaf],
        configuration: Configuration,
    ) -> Result<Result<Vec<u8>, KrillaError>, RenderError> {
        let mut document =
            Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        document.set_metadata(
            Metadata::new()
                .title(self.title.clone())
                .language(self.lang.code().to_owned())
                .creator("Hemicycle".to_owned()),
        );
        let fault = || RenderError::failed("A4");
        let (width, height) = (WIDTH as f32, HEIGHT as f32);
        let size = Size::from_wh(width, height).ok_or_else(fault)?;
        let scene = self.scene();
        let options = options(&scene.typeface);
        let mut tags = Tags::new(self.lang);
        let mut outline = Outline::new();
        for (number, leaf) in leaves.iter().enumerate() {
            let mut page = document.start_page_with(PageSettings::from_wh(width, height).ok_or_else(fault)?);
            let pen = Pen { scene: &scene, options: &options, size, surface: page.surface() };
            pen.leaf(leaf, number, &mut tags, &mut outline)?;
            page.finish();
        }
        document.set_tag_tree(tags.finish());
        document.set_outline(outline);
        Ok(document.finish())
    }

    /// What the shapes of every page are written in.
    fn scene(&self) -> Scene {
        Scene {
            width: WIDTH * UNITS,
            height: HEIGHT * UNITS,
            lang: self.lang,
            title: self.title.clone(),
            description: String::new(),
            background: None,
            medium: Medium::Screen,
            typeface: self.style.typeface.clone(),
            items: Vec::new(),
        }
    }
}

/// The baseline of a text.
fn top(item: &Item) -> Option<f64> {
    if let Item::Text(text) = item { Some(text.at.y) } else { None }
}

/// Draws on one page.
struct Pen<'a, 'b> {
    scene: &'a Scene,
    options: &'a Options<'static>,
    size: Size,
    surface: Surface<'b>,
}

impl Pen<'_, '_> {
    /// Draws a page, and notes its tags and its places in the outline.
    fn leaf(
        mut self,
        leaf: &Leaf,
        number: usize,
        tags: &mut Tags,
        outline: &mut Outline,
    ) -> Result<(), RenderError> {
        self.artifact(&leaf.ornaments, ArtifactType::Layout)?;
        for element in &leaf.elements {
            let Some(identifier) = self.draw(&element.items, ContentTag::Other)? else { continue };
            tags.push(element, identifier);
            if let Some(name) = &element.outline {
                let top = element.items.iter().find_map(top).unwrap_or_default() / UNITS;
                let at = XyzDestination::new(number, Point::from_xy(0.0, (top - 16.0).max(0.0) as f32));
                outline.push_child(OutlineNode::new(name.clone(), at));
            }
        }
        self.artifact(&leaf.margin, ArtifactType::Footer)?;
        self.surface.finish();
        Ok(())
    }

    fn draw(&mut self, items: &[Item], content: ContentTag<'_>) -> Result<Option<Identifier>, RenderError> {
        if items.is_empty() {
            return Ok(None);
        }
        let typeface = &self.scene.typeface;
        let document = part(self.scene, &items.iter().collect::<Vec<_>>(), Mixed::LeftOut(typeface.clone()));
        let tree = Tree::from_str(&document, self.options).map_err(RenderError::failed)?;
        let identifier = self.surface.start_tagged(content);
        let drawn = self.surface.draw_svg(&tree, self.size, SvgSettings::default());
        let scale = self.size.width() / self.scene.width as f32;
        draw_in_runs(&mut self.surface, items.iter().flat_map(Item::texts), typeface, scale);
        self.surface.end_tagged();
        drawn.map(|()| Some(identifier)).ok_or_else(|| RenderError::failed("krilla-svg"))
    }

    fn artifact(&mut self, items: &[Item], kind: ArtifactType) -> Result<(), RenderError> {
        let bounds = krilla::geom::Rect::from_xywh(0.0, 0.0, self.size.width(), self.size.height());
        let artifact = Artifact::new(kind, bounds);
        self.draw(items, ContentTag::Artifact(artifact)).map(|_| ())
    }
}

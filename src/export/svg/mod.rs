//! Shapes to SVG. Every seat is an element that names its member; every party is a group, and in drawing programs
//! a layer.

mod ids;
mod said_before;
mod seats;
mod texts;

use std::f64::consts::PI;

use ids::Ids;
use said_before::WrittenPlaces;
use texts::families;
pub(super) use texts::{Mixed, text_id};

use super::element::{drawn_radius, image, length, push_fill, push_paint, push_place};
use super::markup::{escaped, identifier, push_escaped, push_identifier};
use super::number::{number, push_colour, push_number};
use super::outlines::Outlines;
use super::palette::Palette;
use crate::chart::scene::{
    Arc, Core, GLYPH_WIDTH, Group, HATCH_WIDTH, Item, Line, Marker, Path, Point, Rect, Scene, Seat,
};
use crate::model::Rgb;

/// Fonts that are no wider than Noto Sans, for live text where it is not installed: the wide ones that some
/// systems fall back to would run out of the picture.
const FALLBACKS: &str =
    "Open Sans, Segoe UI, Roboto, Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif";

/// The same shapes on white and on dark, written once for a web page: colours are those of the palette, seats have
/// the classes that `seat_class` gives them.
pub(super) fn in_both_looks(
    light: &[Item],
    dark: &[Item],
    palette: &mut Palette,
    seat_class: &dyn Fn(&Seat<'_>) -> String,
) -> String {
    let write = |palette: &mut Palette, items: &[Item]| {
        let mut writer = Writer::new(None, Target::Page { palette, seat_class });
        writer.items(items);
        writer.out
    };
    palette.gather_dark();
    write(palette, dark);
    palette.meet_light();
    write(palette, light)
}

/// Writes shapes as SVG, a line each.
pub(super) struct Writer<'a> {
    out: String,
    ids: Ids,
    places: WrittenPlaces,
    depth: usize,
    /// The outlines to write instead of texts.
    outlines: Option<Outlines>,
    /// What becomes of texts of several fonts or directions.
    mixed: Mixed,
    /// The number of texts written.
    num_texts: usize,
    /// Whether texts end with a space.
    has_spaces: bool,
    target: Target<'a>,
}

/// Where the shapes are written to.
enum Target<'a> {
    /// A document by itself: every group is a layer, and every seat says whom it stands for.
    Document,
    /// A web page, which has the names elsewhere and other colours on a dark ground.
    Page {
        palette: &'a mut Palette,
        /// The classes of a seat.
        seat_class: &'a dyn Fn(&Seat<'_>) -> String,
    },
}

impl<'a> Writer<'a> {
    pub(super) fn document(outlines: Option<Outlines>) -> Self {
        Self::new(outlines, Target::Document)
    }

    fn new(outlines: Option<Outlines>, target: Target<'a>) -> Self {
        Self {
            out: String::with_capacity(1 << 18),
            ids: Ids::new(),
            places: WrittenPlaces::of_thread(),
            depth: 0,
            outlines,
            mixed: Mixed::Whole,
            num_texts: 0,
            has_spaces: false,
            target,
        }
    }

    /// Texts of several fonts or directions are written otherwise, for the drawing of this program itself.
    pub(super) fn with_mixed(self, mixed: Mixed) -> Self {
        Self { mixed, ..self }
    }

    /// Texts end with a space, where that does not move them.
    pub(super) fn with_spaces(self) -> Self {
        Self { has_spaces: true, ..self }
    }

    pub(super) fn open(&mut self, scene: &Scene) {
        let (width, height) = (number(scene.width), number(scene.height));
        let (across, down) = (length(scene, scene.width), length(scene, scene.height));
        let (lang, family) = (scene.lang.code(), escaped(&families(scene)));
        self.line(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" \
             width=\"{across}\" height=\"{down}\" viewBox=\"0 0 {width} {height}\" \
             xml:lang=\"{lang}\" role=\"img\" aria-labelledby=\"title description\" \
             font-family=\"{family}, {FALLBACKS}\">",
        ));
        self.depth = 1;
    }

    pub(super) fn close(&mut self) -> String {
        self.depth = 0;
        self.line("</svg>");
        std::mem::take(&mut self.out)
    }

    pub(super) fn line(&mut self, text: &str) {
        self.indent();
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn indent(&mut self) {
        // A page has other lines around these, and every byte of it is sent.
        let depth = if matches!(self.target, Target::Document) { self.depth } else { 0 };
        for _ in 0..depth {
            self.out.push_str("  ");
        }
    }

    /// A colour as the value of an attribute.
    fn colour(&mut self, colour: Rgb) -> String {
        match &mut self.target {
            Target::Document => colour.to_string(),
            Target::Page { palette, .. } => palette.next(colour),
        }
    }

    /// What an element is filled with.
    fn fill(&mut self, colour: Rgb) {
        self.out.push_str("fill=\"");
        match &mut self.target {
            Target::Document => push_colour(&mut self.out, colour),
            Target::Page { palette, .. } => self.out.push_str(&palette.next(colour)),
        }
        self.out.push('"');
    }

    pub(super) fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    pub(super) fn item(&mut self, item: &Item) {
        match item {
            Item::Group(group) => self.group(group),
            Item::Disc(disc) => {
                let fill = self.colour(disc.fill);
                self.disc(disc.centre, disc.radius, &fill, "");
            }
            Item::Rect(shape) => self.rect(shape),
            Item::Arc(shape) => self.arc(shape),
            Item::Line(shape) => self.straight(shape),
            Item::Path(shape) => self.path(shape),
            Item::Text(shape) => self.any_text(shape),
            Item::Marker(marker) => self.marker(marker, ""),
            Item::Seats(seats) => self.seats(seats),
            Item::Image(picture) => self.line(&image(picture)),
        }
    }

    fn group(&mut self, group: &Group) {
        match self.target {
            Target::Document => {
                self.indent();
                let out = &mut self.out;
                out.push_str("<g id=\"");
                let id = out.len();
                push_identifier(out, &group.id);
                self.ids.claim(out, id);
                out.push_str("\" inkscape:groupmode=\"layer\" inkscape:label=\"");
                push_escaped(out, &group.id);
                if let Some(label) = &group.label {
                    out.push_str("\" role=\"group\" aria-label=\"");
                    push_escaped(out, label);
                }
                out.push_str("\">\n");
            }
            Target::Page { .. } => self.line(&format!("<g class=\"{}\">", identifier(&group.id))),
        }
        self.depth += 1;
        self.items(&group.items);
        self.depth -= 1;
        self.line("</g>");
    }

    /// A mark with what stands in it, with these attributes.
    fn marker(&mut self, marker: &Marker, attributes: &str) {
        let is_grouped = !attributes.is_empty() && !marker.mark.core().is_empty();
        if is_grouped {
            self.line(&format!("<g {}>", attributes.trim_end()));
        }
        self.indent();
        self.out.push_str("<circle ");
        self.out.push_str(if is_grouped { "" } else { attributes });
        self.place_and_paint(marker);
        self.out.push_str("/>\n");
        self.core(marker);
        if is_grouped {
            self.line("</g>");
        }
    }

    /// Where a disc or ring is, and how it is painted.
    fn place_and_paint(&mut self, marker: &Marker) {
        let colour = self.colour(marker.colour);
        push_place(&mut self.out, marker.centre, drawn_radius(marker));
        push_paint(&mut self.out, marker, &colour);
    }

    /// A disc by itself, with more attributes after its colour.
    fn disc(&mut self, centre: Point, radius: f64, fill: &str, more: &str) {
        self.indent();
        self.out.push_str("<circle ");
        push_place(&mut self.out, centre, radius);
        push_fill(&mut self.out, fill);
        self.out.push_str(more);
        self.out.push_str("/>\n");
    }

    /// What stands inside a ring. It takes no pointer events, so that the seat keeps its tooltip.
    fn core(&mut self, marker: &Marker) {
        let Marker { centre, radius, .. } = *marker;
        let colour = marker.core_colour();
        for core in marker.mark.core() {
            let colour = self.colour(colour);
            let shape = match *core {
                Core::Disc { x, radius: share } => {
                    let centre = Point { x: centre.x + x * radius, y: centre.y };
                    self.disc(centre, share * radius, &colour, " pointer-events=\"none\"");
                    continue;
                }
                Core::Rect { half_width, half_height } => format!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{colour}\" \
                     pointer-events=\"none\"/>",
                    number(centre.x - half_width * radius),
                    number(centre.y - half_height * radius),
                    number(2.0 * half_width * radius),
                    number(2.0 * half_height * radius),
                ),
                Core::Hatch { from, to } => format!(
                    "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{}\" \
                     pointer-events=\"none\"/>",
                    number(centre.x + from.0 * radius),
                    number(centre.y + from.1 * radius),
                    number(centre.x + to.0 * radius),
                    number(centre.y + to.1 * radius),
                    number(HATCH_WIDTH * radius)
                ),
                Core::Stroke { points } => {
                    let at = |&(x, y): &(f64, f64)| {
                        format!("{},{}", number(centre.x + x * radius), number(centre.y + y * radius))
                    };
                    format!(
                        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" \
                         stroke-linecap=\"round\" stroke-linejoin=\"round\" pointer-events=\"none\"/>",
                        points.iter().map(at).collect::<Vec<_>>().join(" "),
                        number(GLYPH_WIDTH * radius)
                    )
                }
            };
            self.line(&shape);
        }
    }

    fn rect(&mut self, shape: &Rect) {
        self.indent();
        let out = &mut self.out;
        out.push_str("<rect");
        for (name, value) in [
            (" x=\"", shape.x),
            ("\" y=\"", shape.y),
            ("\" width=\"", shape.width),
            ("\" height=\"", shape.height),
        ] {
            out.push_str(name);
            push_number(out, value);
        }
        if shape.rounding > 0.0 {
            out.push_str("\" rx=\"");
            push_number(out, shape.rounding);
        }
        out.push_str("\" ");
        self.fill(shape.fill);
        self.out.push_str("/>\n");
    }

    fn arc(&mut self, shape: &Arc) {
        let (from, to) = (shape.point(shape.from), shape.point(shape.to));
        let large = if shape.to - shape.from > PI { " 0 1 1 " } else { " 0 0 1 " };
        let colour = self.colour(shape.colour);
        self.indent();
        let out = &mut self.out;
        for (before, value) in [
            ("<path d=\"M", from.x),
            (",", from.y),
            (" A", shape.radius),
            (",", shape.radius),
            (large, to.x),
            (",", to.y),
        ] {
            out.push_str(before);
            push_number(out, value);
        }
        out.push_str("\" fill=\"none\" stroke=\"");
        out.push_str(&colour);
        out.push_str("\" stroke-width=\"");
        push_number(out, shape.width);
        out.push_str("\"/>\n");
    }

    fn straight(&mut self, shape: &Line) {
        let colour = self.colour(shape.colour);
        self.line(&format!(
            "<path d=\"M{},{} L{},{}\" stroke=\"{colour}\" stroke-width=\"{}\"/>",
            number(shape.from.x),
            number(shape.from.y),
            number(shape.to.x),
            number(shape.to.y),
            number(shape.width)
        ));
    }

    fn path(&mut self, shape: &Path) {
        let points: Vec<String> =
            shape.points.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect();
        let colour = self.colour(shape.colour);
        self.line(&format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" \
             stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
            points.join(" "),
            number(shape.width)
        ));
    }
}

//! Scene to SVG. Every seat is a circle that names its member; every party is a group.

use std::collections::HashSet;
use std::f64::consts::PI;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::chart::scene::{
    Anchor, Arc, Core, GLYPH_WIDTH, Group, Image, Item, Line, Mark, Marker, Medium, NUM_DOTS, Path, Point,
    RING_WIDTH, Rect, Scene, Seat, Text, Weight,
};
use crate::chart::typeface::directed;

/// Writes a scene as an SVG document with live text.
#[must_use]
pub fn svg(scene: &Scene) -> String {
    let mut writer = Writer { out: String::with_capacity(1 << 16), ids: HashSet::new(), depth: 1 };
    let (width, height) = (number(scene.width), number(scene.height));
    let (across, down) = (length(scene, scene.width), length(scene, scene.height));
    writer.line(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{across}\" height=\"{down}\" \
         viewBox=\"0 0 {width} {height}\" lang=\"{}\" role=\"img\" aria-labelledby=\"title description\" \
         font-family=\"{}, sans-serif\">",
        scene.lang.code(),
        escaped(scene.typeface.family()),
    ));
    writer.ids.extend(["title".to_owned(), "description".to_owned()]);
    writer.line(&format!("<title id=\"title\">{}</title>", escaped(&scene.title)));
    writer.line(&format!("<desc id=\"description\">{}</desc>", escaped(&scene.description)));
    if let Some(background) = scene.background {
        writer.line(&format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{background}\"/>"));
    }
    writer.items(&scene.items);
    writer.depth = 0;
    writer.line("</svg>");
    writer.out.replacen("  <svg", "<svg", 1)
}

struct Writer {
    out: String,
    ids: HashSet<String>,
    depth: usize,
}

impl Writer {
    fn line(&mut self, text: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Group(group) => self.group(group),
                Item::Disc(disc) => {
                    self.line(&circle(disc.centre, disc.radius, &format!("fill=\"{}\"", disc.fill)));
                }
                Item::Rect(shape) => self.line(&rect(shape)),
                Item::Arc(shape) => self.line(&arc(shape)),
                Item::Line(shape) => self.line(&line(shape)),
                Item::Path(shape) => self.line(&path(shape)),
                Item::Text(shape) => self.line(&text(shape)),
                Item::Marker(marker) => {
                    let shape = circle(marker.centre, drawn_radius(marker), &paint(marker));
                    self.line(&shape);
                    self.core(marker);
                }
                Item::Seat(seat) => self.seat(seat),
                Item::Image(picture) => self.line(&image(picture)),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let id = self.unique_id(&group.id);
        let label = group.label.as_ref().map(|label| format!(" aria-label=\"{}\"", escaped(label)));
        self.line(&format!("<g id=\"{id}\"{}>", label.unwrap_or_default()));
        self.depth += 1;
        self.items(&group.items);
        self.depth -= 1;
        self.line("</g>");
    }

    fn seat(&mut self, seat: &Seat) {
        let mut shape = circle(seat.marker.centre, drawn_radius(&seat.marker), &paint(&seat.marker));
        let names = format!(
            "<circle class=\"seat\" data-member=\"{}\" data-party=\"{}\" data-vote=\"{}\"",
            escaped(&seat.member),
            escaped(&seat.party),
            escaped(&seat.vote),
        );
        shape = shape.replacen("<circle", &names, 1);
        shape.truncate(shape.len() - "/>".len());
        self.line(&format!("{shape}><title>{}</title></circle>", escaped(&seat.title)));
        self.core(&seat.marker);
    }

    /// What stands inside a ring. It takes no pointer events, so that the seat keeps its tooltip.
    fn core(&mut self, marker: &Marker) {
        let Marker { centre, radius, .. } = *marker;
        let colour = marker.core_colour();
        for core in marker.mark.core() {
            let fill = format!("fill=\"{colour}\" pointer-events=\"none\"");
            let shape = match *core {
                Core::Disc { x, radius: share } => {
                    circle(Point { x: centre.x + x * radius, y: centre.y }, share * radius, &fill)
                }
                Core::Rect { half_width, half_height } => format!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {fill}/>",
                    number(centre.x - half_width * radius),
                    number(centre.y - half_height * radius),
                    number(2.0 * half_width * radius),
                    number(2.0 * half_height * radius),
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

    /// The name as an XML id: letters, digits, `-` and `_`, and no other element's.
    fn unique_id(&mut self, name: &str) -> String {
        let clean: String = name
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
            .collect();
        let mut id = clean.clone();
        let mut next = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{clean}-{next}");
            next += 1;
        }
        id
    }
}

/// Rings are drawn as lines: their radius is to the middle of the line.
fn drawn_radius(marker: &Marker) -> f64 {
    match marker.mark {
        mark if mark.is_filled() => marker.radius,
        _ => marker.radius * (1.0 - RING_WIDTH / 2.0),
    }
}

fn paint(marker: &Marker) -> String {
    let width = number(marker.radius * RING_WIDTH);
    match marker.mark {
        mark if mark.is_filled() => format!("fill=\"{}\"", marker.colour),
        Mark::DottedRing => {
            let dash = 2.0 * PI * drawn_radius(marker) / (2 * NUM_DOTS) as f64;
            format!(
                "fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" stroke-dasharray=\"{}\" \
                 pointer-events=\"all\"",
                marker.colour,
                number(dash)
            )
        }
        _ => format!(
            "fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" pointer-events=\"all\"",
            marker.colour
        ),
    }
}

fn circle(centre: Point, radius: f64, paint: &str) -> String {
    format!(
        "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {paint}/>",
        number(centre.x),
        number(centre.y),
        number(radius)
    )
}

fn rect(shape: &Rect) -> String {
    let rounding =
        if shape.rounding > 0.0 { format!(" rx=\"{}\"", number(shape.rounding)) } else { String::new() };
    format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{rounding} fill=\"{}\"/>",
        number(shape.x),
        number(shape.y),
        number(shape.width),
        number(shape.height),
        shape.fill
    )
}

fn arc(shape: &Arc) -> String {
    let (from, to) = (shape.point(shape.from), shape.point(shape.to));
    let radius = number(shape.radius);
    let large = u8::from(shape.to - shape.from > PI);
    format!(
        "<path d=\"M{},{} A{radius},{radius} 0 {large} 1 {},{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>",
        number(from.x),
        number(from.y),
        number(to.x),
        number(to.y),
        shape.colour,
        number(shape.width)
    )
}

fn line(shape: &Line) -> String {
    format!(
        "<path d=\"M{},{} L{},{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
        number(shape.from.x),
        number(shape.from.y),
        number(shape.to.x),
        number(shape.to.y),
        shape.colour,
        number(shape.width)
    )
}

fn path(shape: &Path) -> String {
    let points: Vec<String> =
        shape.points.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect();
    format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" \
         stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
        points.join(" "),
        shape.colour,
        number(shape.width)
    )
}

/// A length of the whole drawing: in millimetres where it is for paper.
fn length(scene: &Scene, units: f64) -> String {
    match scene.medium {
        Medium::Screen => number(units),
        Medium::Paper => format!("{}mm", number(units / Medium::UNITS_PER_MILLIMETRE)),
    }
}

/// A picture with its bytes inside the document. Its media type is that of what was read, never of what it claims.
fn image(picture: &Image) -> String {
    format!(
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" aria-label=\"{}\" href=\"data:{};base64,{}\"/>",
        number(picture.x),
        number(picture.y),
        number(picture.width),
        number(picture.height),
        escaped(&picture.label),
        picture.format.media_type(),
        STANDARD.encode(&picture.data),
    )
}

fn text(shape: &Text) -> String {
    let anchor = match shape.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = match shape.weight {
        Weight::Regular => "",
        Weight::Bold => " font-weight=\"700\"",
    };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>",
        number(shape.at.x),
        number(shape.at.y),
        number(shape.size),
        shape.fill,
        escaped(&directed(&shape.content))
    )
}

/// At most two decimals, without trailing zeros, and never `-0`.
fn number(value: f64) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    write!(text, "{value:.2}").ok();
    let trimmed = text.trim_end_matches('0').trim_end_matches('.');
    if trimmed == "-0" { "0".to_owned() } else { trimmed.to_owned() }
}

/// Text as XML text or attribute. Characters that XML forbids become U+FFFD.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_escapes_complete() {
        assert_eq!(number(1.0), "1");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(12.345), "12.35");
        assert_eq!(number(0.5), "0.5");
        assert_eq!(
            escaped("<b a=\"1\" b='2'>&\u{0}\n"),
            "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;\u{fffd} "
        );
    }
}

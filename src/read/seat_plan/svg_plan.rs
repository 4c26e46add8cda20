//! A seat plan in SVG: elements with a seat number, where they are drawn.

use roxmltree::{Document, Node, ParsingOptions};
use svgtypes::{PointsParser, SimplePathSegment, SimplifyingPathParser, Transform};

use super::{Found, SeatPlanError};

/// Attributes that hold a seat's number.
const NUMBERS: [&str; 8] =
    ["data-seat", "data-seat-number", "data-place", "data-number", "seat", "place", "siege", "data-siege"];
/// What an `id` with a seat's number starts with.
const PREFIXES: [&str; 8] = ["seat", "place", "siege", "platz", "sitz", "p", "s", "n"];
/// More elements than any drawing of a chamber has.
const MOST_NODES: u32 = 1_000_000;

pub(super) fn read(file: &str, text: &str) -> Result<Vec<Found>, SeatPlanError> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|cause| SeatPlanError::BadSvg { file: file.to_owned(), cause: cause.to_string() })?;
    let by_attribute =
        found_by(&document, |node| NUMBERS.iter().find_map(|name| node.attribute(*name)).map(str::to_owned));
    if by_attribute.is_empty() {
        return Ok(found_by(&document, |node| number_of_id(node.attribute("id")?)));
    }
    Ok(by_attribute)
}

/// `seat-12`, `p12` and `12` are 12.
fn number_of_id(id: &str) -> Option<String> {
    let id = id.to_lowercase();
    let rest = PREFIXES.iter().find_map(|prefix| id.strip_prefix(prefix)).unwrap_or(&id);
    let rest = rest.trim_start_matches(['-', '_', ' ', '.', ':']);
    let is_number = rest.starts_with(|first: char| first.is_ascii_digit()) && rest.len() <= 8;
    is_number.then(|| rest.to_owned())
}

/// The middle of every element that has a number.
fn found_by(document: &Document<'_>, number: impl Fn(Node<'_, '_>) -> Option<String>) -> Vec<Found> {
    let mut found = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let Some(number) = number(node).filter(|number| !number.trim().is_empty()) else { continue };
        let mut points = Points::default();
        points.add(node);
        if let Some((x, y)) = points.middle() {
            // In SVG y grows down.
            found.push(Found { number, x, y: -y });
        }
    }
    found
}

/// The rectangle around points.
#[derive(Default)]
struct Points {
    bounds: Option<(f64, f64, f64, f64)>,
}

impl Points {
    fn middle(&self) -> Option<(f64, f64)> {
        let (left, top, right, bottom) = self.bounds?;
        let middle = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        (middle.0.is_finite() && middle.1.is_finite()).then_some(middle)
    }

    /// The points of an element and of all that it holds.
    fn add(&mut self, node: Node<'_, '_>) {
        for shape in node.descendants().filter(Node::is_element) {
            let transform = transform_of(shape);
            for (x, y) in corners(shape) {
                let Transform { a, b, c, d, e, f } = transform;
                let (x, y) = (a * x + c * y + e, b * x + d * y + f);
                let (left, top, right, bottom) = self.bounds.unwrap_or((x, y, x, y));
                self.bounds = Some((left.min(x), top.min(y), right.max(x), bottom.max(y)));
            }
        }
    }
}

/// From an element's units to those of the drawing.
fn transform_of(node: Node<'_, '_>) -> Transform {
    let mut whole = Transform::default();
    // The innermost applies first.
    for ancestor in node.ancestors() {
        let Some(outer) = ancestor.attribute("transform").and_then(|text| text.parse::<Transform>().ok())
        else {
            continue;
        };
        whole = Transform {
            a: outer.a * whole.a + outer.c * whole.b,
            b: outer.b * whole.a + outer.d * whole.b,
            c: outer.a * whole.c + outer.c * whole.d,
            d: outer.b * whole.c + outer.d * whole.d,
            e: outer.a * whole.e + outer.c * whole.f + outer.e,
            f: outer.b * whole.e + outer.d * whole.f + outer.f,
        };
    }
    whole
}

/// Points around an element's middle.
fn corners(node: Node<'_, '_>) -> Vec<(f64, f64)> {
    let number = |name: &str| -> Option<f64> {
        node.attribute(name)?.trim().trim_end_matches("px").split_whitespace().next()?.parse().ok()
    };
    let or_zero = |name: &str| number(name).unwrap_or(0.0);
    match node.tag_name().name() {
        "circle" | "ellipse" => vec![(or_zero("cx"), or_zero("cy"))],
        "rect" | "image" | "use" | "foreignObject" => {
            let (x, y) = (or_zero("x"), or_zero("y"));
            vec![(x, y), (x + or_zero("width"), y + or_zero("height"))]
        }
        "text" if number("x").is_some() => vec![(or_zero("x"), or_zero("y"))],
        "line" => vec![(or_zero("x1"), or_zero("y1")), (or_zero("x2"), or_zero("y2"))],
        "polygon" | "polyline" => PointsParser::from(node.attribute("points").unwrap_or_default()).collect(),
        "path" => path_points(node.attribute("d").unwrap_or_default()),
        _ => Vec::new(),
    }
}

fn path_points(path: &str) -> Vec<(f64, f64)> {
    // A path is drawn up to its first fault.
    let segments = SimplifyingPathParser::from(path).map_while(Result::ok);
    segments
        .filter_map(|segment| match segment {
            SimplePathSegment::MoveTo { x, y }
            | SimplePathSegment::LineTo { x, y }
            | SimplePathSegment::CurveTo { x, y, .. }
            | SimplePathSegment::Quadratic { x, y, .. } => Some((x, y)),
            SimplePathSegment::ClosePath => None,
        })
        .collect()
}

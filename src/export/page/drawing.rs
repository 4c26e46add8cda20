//! The chamber of the page: the shapes of a diagram, in colours that follow the reader's choice.

use super::Contents;
use crate::chart::scene::{Item, Marker, Scene, Seat};
use crate::chart::{Arrangement, diagram};
use crate::export::number::number;
use crate::export::palette::Palette;
use crate::export::svg::in_both_looks;

/// The width of the drawing in its own units: at the size of a page, type in it is as large as around it.
const WIDTH: f64 = 760.0;
/// No shape is as high as this; what is not used is cut off.
const ROOM: f64 = 2400.0;
const FONT_SIZE: f64 = 14.0;

/// The chamber as it stands in the page.
pub(super) struct Drawing {
    pub(super) view_box: String,
    pub(super) shapes: String,
    /// The ballot of each seat in the order of drawing, then those that have no seat.
    pub(super) ballots: Vec<Option<usize>>,
}

pub(super) fn chamber(contents: &Contents<'_>, arrangement: &Arrangement, palette: &mut Palette) -> Drawing {
    let vote = contents.vote;
    let [light, dark] = [&contents.styles.light, &contents.styles.dark]
        .map(|style| diagram(vote, style, arrangement, WIDTH, ROOM, FONT_SIZE));
    let class = |seat: &Seat<'_>| format!("s {}", contents.classes(seat.ballot));
    let shapes = in_both_looks(&light.items, &dark.items, palette, &class);
    let mut ballots: Vec<Option<usize>> = light.seats().map(|seat| seat.ballot).collect();
    let mut is_seated = vec![false; vote.roll_call.votes().count()];
    for ballot in ballots.iter().flatten() {
        is_seated[*ballot] = true;
    }
    ballots.extend((0..is_seated.len()).filter(|&ballot| !is_seated[ballot]).map(Some));
    Drawing { view_box: view_box(&light), shapes, ballots }
}

/// The part of a drawing that is drawn on, from its left to its right edge.
fn view_box(scene: &Scene) -> String {
    let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
    reach(&scene.items, &mut |from, to| {
        top = top.min(from);
        bottom = bottom.max(to);
    });
    let (top, bottom) = if top < bottom { (top - 4.0, bottom + 4.0) } else { (0.0, scene.height) };
    format!("0 {} {} {}", number(top), number(scene.width), number(bottom - top))
}

fn reach_of(Marker { centre, radius, .. }: &Marker, include: &mut impl FnMut(f64, f64)) {
    include(centre.y - radius, centre.y + radius);
}

/// How far up and down each shape reaches.
fn reach(items: &[Item], include: &mut impl FnMut(f64, f64)) {
    for item in items {
        match item {
            Item::Group(group) => reach(&group.items, include),
            Item::Seats(seats) => {
                for seat in seats.iter() {
                    let rings = seats.look.rings_at(seat.marker.centre);
                    rings.chain([seat.marker]).for_each(|marker| reach_of(&marker, include));
                }
            }
            Item::Marker(marker) => reach_of(marker, include),
            Item::Disc(disc) => include(disc.centre.y - disc.radius, disc.centre.y + disc.radius),
            Item::Rect(rect) => include(rect.y, rect.y + rect.height),
            Item::Image(image) => include(image.y, image.y + image.height),
            Item::Line(line) => include(line.from.y.min(line.to.y), line.from.y.max(line.to.y)),
            Item::Path(path) => path.points.iter().for_each(|point| include(point.y, point.y)),
            Item::Text(text) => include(text.at.y - text.size, text.at.y + text.size * 0.3),
            Item::Arc(arc) => {
                // Both ends, and the top where the arc passes it.
                let half = std::f64::consts::FRAC_PI_2;
                let top = (arc.from < half && half < arc.to).then_some(half);
                for angle in [Some(arc.from), Some(arc.to), top].into_iter().flatten() {
                    let y = arc.point(angle).y;
                    include(y - arc.width, y + arc.width);
                }
            }
        }
    }
}

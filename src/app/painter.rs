//! A scene on the screen.

use egui::epaint::PathStroke;
use egui::{Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use super::sprites::{self, Sprites};
use super::theme::{colour, font};
use crate::chart::scene::{Anchor, Arc, Item, Mark, Marker, Point, Scene, Text};
use crate::chart::typeface::in_visual_order;
use crate::model::Rgb;

/// How much of a seat's colour is left where something else is looked for.
const FADED: f32 = 0.22;

/// Paints a scene with its top left corner at `origin`. `is_lit` answers, by the place of a ballot, whether
/// its seat stands out.
pub(super) fn paint(
    scene: &Scene,
    painter: &Painter,
    sprites: &mut Sprites,
    origin: Pos2,
    is_lit: &dyn Fn(Option<usize>) -> bool,
) {
    let mut canvas =
        Canvas { painter, sprites, origin: origin.to_vec2(), is_lit, meshes: Vec::new(), above: Vec::new() };
    canvas.items(&scene.items);
    // One mesh a texture; no text lies under a mark.
    painter.extend(canvas.meshes.into_iter().map(Shape::mesh));
    painter.extend(canvas.above);
}

/// A point of the scene on the screen.
pub(super) fn on_screen(point: Point, origin: Pos2) -> Pos2 {
    pos2(point.x as f32, point.y as f32) + origin.to_vec2()
}

struct Canvas<'a> {
    painter: &'a Painter,
    sprites: &'a mut Sprites,
    origin: Vec2,
    is_lit: &'a dyn Fn(Option<usize>) -> bool,
    meshes: Vec<Mesh>,
    /// Lines between the seats, drawn after them.
    above: Vec<Shape>,
}

impl Canvas<'_> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Group(group) => self.items(&group.items),
                Item::Disc(disc) => {
                    let centre = self.at(disc.centre);
                    self.painter.circle_filled(centre, disc.radius as f32, colour(disc.fill));
                }
                Item::Rect(rect) => {
                    let min = self.at(Point { x: rect.x, y: rect.y });
                    let area = Rect::from_min_size(min, vec2(rect.width as f32, rect.height as f32));
                    let rounding = CornerRadius::same(rect.rounding.clamp(0.0, 255.0) as u8);
                    self.painter.rect_filled(area, rounding, colour(rect.fill));
                }
                Item::Arc(arc) => self.arc(arc),
                Item::Line(line) => {
                    let stroke = Stroke::new(line.width as f32, colour(line.colour));
                    self.painter.line_segment([self.at(line.from), self.at(line.to)], stroke);
                }
                Item::Path(path) => {
                    let points = path.points.iter().map(|&point| self.at(point)).collect();
                    let stroke = PathStroke::new(path.width as f32, colour(path.colour));
                    self.above.push(Shape::line(points, stroke));
                }
                Item::Text(text) => self.text(text),
                Item::Marker(marker) => self.marker(marker, true),
                Item::Seats(seats) => {
                    for seat in seats.iter() {
                        for ring in seats.look.rings_at(seat.marker.centre) {
                            self.marker(&ring, true);
                        }
                        self.marker(&seat.marker, (self.is_lit)(seat.ballot));
                    }
                }
                // The window's drawing has no pictures.
                Item::Image(_) => {}
            }
        }
    }

    fn at(&self, point: Point) -> Pos2 {
        pos2(point.x as f32, point.y as f32) + self.origin
    }

    fn arc(&self, arc: &Arc) {
        // Steps of about three points of length look round.
        let steps = (((arc.to - arc.from) * arc.radius / 3.0).ceil() as usize).clamp(1, 400);
        let points = (0..=steps)
            .map(|step| self.at(arc.point(arc.from + (arc.to - arc.from) * step as f64 / steps as f64)))
            .collect();
        self.painter.add(Shape::line(points, PathStroke::new(arc.width as f32, colour(arc.colour))));
    }

    fn text(&self, text: &Text) {
        let font = font(text.weight, text.size as f32);
        let words = in_visual_order(&text.content).into_owned();
        let galley = self.painter.layout_no_wrap(words, font, colour(text.fill));
        let Some(baseline) =
            galley.rows.first().and_then(|row| row.row.glyphs.first()).map(|glyph| glyph.pos.y)
        else {
            return;
        };
        let width = galley.size().x;
        let shift = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let at = self.at(text.at) - vec2(shift, baseline);
        self.painter.galley(at, galley, Color32::PLACEHOLDER);
    }

    fn marker(&mut self, marker: &Marker, is_lit: bool) {
        if marker.mark.is_filled() && marker.mark != Mark::Disc {
            self.mark(marker, Mark::Disc, marker.colour, is_lit);
            self.mark(marker, marker.mark, marker.core_colour(), is_lit);
        } else {
            self.mark(marker, marker.mark, marker.colour, is_lit);
        }
    }

    fn mark(&mut self, marker: &Marker, mark: Mark, tint: Rgb, is_lit: bool) {
        let tint = colour(tint);
        let tint = if is_lit { tint } else { tint.gamma_multiply(FADED) };
        let centre = self.at(marker.centre);
        let radius = marker.radius as f32;
        let sprite = sprite(self.painter, self.sprites, centre, radius, mark);
        if !self.meshes.iter().any(|mesh| mesh.texture_id == sprite.texture) {
            self.meshes.push(Mesh::with_texture(sprite.texture));
        }
        if let Some(mesh) = self.meshes.iter_mut().find(|mesh| mesh.texture_id == sprite.texture) {
            mesh.add_rect_with_uv(sprite.rect, sprite.uv, tint);
        }
    }
}

/// Paints one mark by itself.
pub(super) fn paint_marker(
    painter: &Painter,
    sprites: &mut Sprites,
    centre: Pos2,
    radius: f32,
    mark: Mark,
    tint: Rgb,
) {
    let sprite = sprite(painter, sprites, centre, radius, mark);
    let mut mesh = Mesh::with_texture(sprite.texture);
    mesh.add_rect_with_uv(sprite.rect, sprite.uv, colour(tint));
    painter.add(Shape::mesh(mesh));
}

/// A mark as a textured rectangle.
struct Sprite {
    texture: egui::TextureId,
    rect: Rect,
    uv: Rect,
}

fn sprite(painter: &Painter, sprites: &mut Sprites, centre: Pos2, radius: f32, mark: Mark) -> Sprite {
    let pixels = painter.pixels_per_point();
    let texture = sprites.texture(painter.ctx(), radius * pixels);
    let (uv, side) = sprites::place(mark, radius * pixels);
    Sprite { texture: texture.id(), rect: Rect::from_center_size(centre, Vec2::splat(side / pixels)), uv }
}

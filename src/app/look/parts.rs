//! The parts of the graphic: which are shown, and in which order.

use egui::{Rect, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use super::{Work, heading};
use crate::app::Edit;
use crate::app::theme::{colour, style};
use crate::chart::Part;
use crate::lang::{Lang, Message};

/// Every part that has a place, with its name. Lines through the chamber have none: they come with the chamber.
const PARTS: [(Part, &str); 12] = [
    (Part::Headline, "part-headline"),
    (Part::Subtitle, "part-subtitle"),
    (Part::Tally, "part-tally"),
    (Part::Rule, "part-rule"),
    (Part::Turnout, "part-turnout"),
    (Part::Chamber, "part-chamber"),
    (Part::Legend, "part-legend"),
    (Part::Parties, "part-parties"),
    (Part::Rebels, "part-rebels"),
    (Part::Source, "part-source"),
    (Part::Credit, "part-credit"),
    (Part::Logo, "part-logo"),
];

fn name(part: Part, lang: Lang) -> Option<String> {
    PARTS.iter().find(|(known, _)| *known == part).map(|(_, key)| lang.text(key))
}

pub(super) fn show(ui: &mut Ui, work: &mut Work<'_>) {
    let lang = work.lang;
    heading(ui, lang, "look-parts");
    let shown: Vec<Part> =
        work.template.parts.iter().copied().filter(|&part| part != Part::MajorityLine).collect();
    let mut parts = shown.clone();
    for (place, &part) in shown.iter().enumerate() {
        let Some(name) = name(part, lang) else { continue };
        ui.horizontal(|ui| {
            let mut is_shown = true;
            // A graphic of no part is none.
            let check = egui::Checkbox::new(&mut is_shown, &name);
            if ui.add_enabled(shown.len() > 1, check).changed() {
                parts.retain(|&other| other != part);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(24.0);
                for (key, is_down) in [("part-down", true), ("part-up", false)] {
                    let is_possible = if is_down { place + 1 < shown.len() } else { place > 0 };
                    let says = Message::new(key).with("part", &name).text(lang);
                    if arrow(ui, &says, is_down, is_possible) {
                        parts.swap(place, if is_down { place + 1 } else { place - 1 });
                    }
                }
            });
        });
    }
    for (part, key) in PARTS.into_iter().filter(|(part, _)| !shown.contains(part)) {
        let mut is_shown = false;
        if ui.checkbox(&mut is_shown, lang.text(key)).changed() {
            // Where it usually stands.
            let mut template = work.template.clone();
            template.parts.clone_from(&shown);
            template.show(part);
            parts = template.parts;
        }
    }
    if parts != shown {
        let look = &mut work.options.look;
        look.parts = parts;
        look.show.clear();
        look.hide.clear();
        work.change(Edit::Step);
    }
}

/// A small button with an arrow; true once it is pressed.
fn arrow(ui: &mut Ui, name: &str, is_down: bool, is_possible: bool) -> bool {
    let tokens = style(ui.ctx());
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 20.0), sense);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, is_possible, name));
    let ink = if is_possible { tokens.ink } else { tokens.hairline };
    if is_possible && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, 4, colour(tokens.hairline));
    }
    let triangle = Rect::from_center_size(rect.center(), vec2(9.0, 5.0));
    let points = if is_down {
        vec![triangle.left_top(), triangle.right_top(), triangle.center_bottom()]
    } else {
        vec![triangle.left_bottom(), triangle.center_top(), triangle.right_bottom()]
    };
    ui.painter().add(Shape::convex_polygon(points, colour(ink), Stroke::NONE));
    response.on_hover_text(name).clicked()
}

//! Fonts, spacing and colours of the widgets, from the drawing's own tokens.

use std::sync::Arc;

use egui::epaint::text::{FallbackRequest, FontData, FontInsert, FontPriority, InsertFontFamily};
use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Response, Role, Stroke, TextStyle, Theme, Ui,
    WidgetInfo, vec2,
};

use crate::chart::Style;
use crate::chart::scene::Weight;
use crate::chart::typeface;
use crate::model::Rgb;

/// The family of the bold cut.
pub(super) const BOLD: &str = "bold";

/// A colour of the drawing as egui's.
pub(super) fn colour(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// The drawing's style under the theme in use.
pub(super) fn style(context: &Context) -> Style {
    match context.theme() {
        Theme::Light => Style::light(),
        Theme::Dark => Style::dark(),
    }
}

/// A font of a cut and size.
pub(super) fn font(weight: Weight, size: f32) -> FontId {
    match weight {
        Weight::Regular => FontId::proportional(size),
        Weight::Bold => FontId::new(size, FontFamily::Name(BOLD.into())),
    }
}

/// A label with its words in the order in which their script is written; a screen reader gets them in the order in
/// which they are read.
pub(super) fn written(ui: &mut Ui, text: &str, is_weak: bool) -> Response {
    let shown = typeface::in_visual_order(text);
    let response = if is_weak { ui.weak(&*shown) } else { ui.label(&*shown) };
    if shown != text {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    }
    response
}

/// Text in the bold cut.
pub(super) fn bold(text: impl Into<String>, size: f32) -> egui::RichText {
    egui::RichText::new(text).font(font(Weight::Bold, size))
}

/// The font that is compiled in for the script of a text that Noto Sans lacks.
fn of_script(request: &FallbackRequest<'_>) -> Option<FontInsert> {
    let is_bold = *request.family == FontFamily::Name(BOLD.into());
    let weight = if is_bold { Weight::Bold } else { Weight::Regular };
    let face = typeface::compiled_in_for(request.cluster.chars().next()?, weight)?;
    let name = format!("{}{}", face.family(), if is_bold { " Bold" } else { "" });
    Some(FontInsert::new(&name, FontData::from_static(face.data().0), Vec::new()))
}

/// Installs fonts and looks, once.
pub(super) fn install(context: &Context) {
    let insert = |name: &str, weight, families: &[FontFamily]| {
        let families = families
            .iter()
            .map(|family| InsertFontFamily { family: family.clone(), priority: FontPriority::Highest });
        context.add_font(FontInsert::new(
            name,
            FontData::from_static(typeface::font(weight)),
            families.collect(),
        ));
    };
    insert("Noto Sans", Weight::Regular, &[FontFamily::Proportional, FontFamily::Monospace]);
    insert("Noto Sans Bold", Weight::Bold, &[FontFamily::Name(BOLD.into())]);
    context.add_font_provider(Arc::new(of_script));
    context.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, 11.0),
            (TextStyle::Body, 13.0),
            (TextStyle::Button, 13.0),
            (TextStyle::Monospace, 13.0),
            (TextStyle::Heading, 20.0),
        ]
        .map(|(style, size)| (style, FontId::proportional(size)))
        .into();
        style.spacing.item_spacing = vec2(8.0, 4.0);
        style.spacing.button_padding = vec2(8.0, 4.0);
        style.spacing.menu_margin = egui::Margin::same(6);
        style.spacing.interact_size.y = 24.0;
    });
    for (theme, tokens) in [(Theme::Light, Style::light()), (Theme::Dark, Style::dark())] {
        context.style_mut_of(theme, |style| dress(&mut style.visuals, &tokens));
    }
}

/// Gives widgets the colours of a drawing.
pub(super) fn dress(visuals: &mut egui::Visuals, tokens: &Style) {
    let (ink, secondary) = (colour(tokens.ink), colour(tokens.secondary));
    let (ground, panel, hairline) = (colour(tokens.ground), colour(tokens.panel), colour(tokens.hairline));
    visuals.panel_fill = panel;
    visuals.window_fill = ground;
    visuals.window_stroke = Stroke::new(1.0, hairline);
    visuals.extreme_bg_color = ground;
    visuals.faint_bg_color = colour(tokens.hairline).gamma_multiply(0.4);
    visuals.weak_text_color = Some(secondary);
    visuals.hyperlink_color = colour(tokens.in_favour_text);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.window_shadow =
        egui::Shadow { offset: [0, 4], blur: 24, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.popup_shadow =
        egui::Shadow { offset: [0, 2], blur: 12, spread: 0, color: Color32::from_black_alpha(30) };
    visuals.selection.bg_fill = colour(tokens.in_favour).gamma_multiply(0.25);
    visuals.selection.stroke = Stroke::new(1.0, ink);
    let widgets = &mut visuals.widgets;
    for (look, fill, border) in [
        (&mut widgets.noninteractive, panel, hairline),
        (&mut widgets.inactive, ground, hairline),
        (&mut widgets.hovered, ground, secondary),
        (&mut widgets.active, colour(tokens.track), secondary),
        (&mut widgets.open, ground, hairline),
    ] {
        look.bg_fill = fill;
        look.weak_bg_fill = fill;
        look.bg_stroke = Stroke::new(1.0, border);
        look.fg_stroke = Stroke::new(1.0, ink);
        look.corner_radius = CornerRadius::same(6);
        look.expansion = 0.0;
    }
    // Check boxes and the rails of sliders stand out from the panel.
    widgets.inactive.bg_fill = colour(tokens.track);
    widgets.hovered.bg_fill = colour(tokens.track);
}

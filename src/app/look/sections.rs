//! Template, texts, style, seats, logo and fonts.

use std::path::Path;

use egui::{ComboBox, TextEdit, Ui};

use super::{WIDTH, Work, heading};
use crate::app::state::Commands;
use crate::app::{Command, Edit, GraphicCommand, Purpose};
use crate::chart::typeface::FAMILY;
use crate::chart::{Dash, Preset, SeatColour, TallyOrder, date_line, source_line};
use crate::lang::{Lang, Message};
use crate::stylesheet::{SHIPPED, families};

const PRESETS: [(Preset, &str); 7] = [
    (Preset::Article, "preset-article"),
    (Preset::Square, "preset-square"),
    (Preset::Portrait, "preset-portrait"),
    (Preset::Slide, "preset-slide"),
    (Preset::Column, "preset-column"),
    (Preset::Page, "preset-page"),
    (Preset::Overlay, "preset-overlay"),
];

/// A list to choose one of; true where another was chosen.
pub(super) fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut T,
    all: impl IntoIterator<Item = (T, String)>,
) -> bool {
    let all: Vec<(T, String)> = all.into_iter().collect();
    let before = chosen.clone();
    let shown = all.iter().find(|(value, _)| value == chosen).map_or("", |(_, text)| text.as_str());
    let combo =
        ComboBox::from_id_salt(name).width(WIDTH).height(320.0).selected_text(shown).show_ui(ui, |ui| {
            for (value, text) in &all {
                ui.selectable_value(chosen, value.clone(), text);
            }
        });
    combo.response.accessible_name(name);
    *chosen != before
}

/// The same in half the width, with its name before it.
fn named_choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut T,
    all: impl IntoIterator<Item = (T, String)>,
) -> bool {
    ui.horizontal(|ui| {
        let half = egui::vec2(WIDTH / 2.0 - 8.0, 24.0);
        ui.allocate_ui_with_layout(half, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(half.x);
            ui.add(egui::Label::new(name).truncate());
        });
        let all: Vec<(T, String)> = all.into_iter().collect();
        let before = chosen.clone();
        let shown = all.iter().find(|(value, _)| value == chosen).map_or("", |(_, text)| text.as_str());
        let combo =
            ComboBox::from_id_salt(name).width(half.x).selected_text(shown).truncate().show_ui(ui, |ui| {
                for (value, text) in &all {
                    ui.selectable_value(chosen, value.clone(), text);
                }
            });
        combo.response.accessible_name(name);
        *chosen != before
    })
    .inner
}

pub(super) fn template(ui: &mut Ui, work: &mut Work<'_>) {
    let lang = work.lang;
    heading(ui, lang, "look-template");
    let sheet = work.options.look.style_sheet().ok().and_then(|sheet| sheet.resolved().ok());
    let own = sheet.as_ref().and_then(|sheet| sheet.preset).unwrap_or_default();
    let mut preset = work.options.look.preset.unwrap_or(own);
    let names = PRESETS.map(|(preset, key)| (preset, lang.text(key)));
    if choice(ui, &lang.text("look-template"), &mut preset, names) {
        let look = &mut work.options.look;
        look.preset = Some(preset);
        // A template says what parts there are, on which page.
        look.parts.clear();
        look.show.clear();
        look.hide.clear();
        look.size = None;
        work.change(Edit::Step);
    }
    let mut transparent = work.template.page.transparent;
    let is_own = transparent && !work.options.look.transparent;
    let check = egui::Checkbox::new(&mut transparent, lang.text("look-transparent"));
    if ui.add_enabled(!is_own, check).changed() {
        work.options.look.transparent = transparent;
        work.change(Edit::Step);
    }
    heading(ui, lang, "look-language");
    let usual = sheet.and_then(|sheet| sheet.language).unwrap_or(lang);
    let usual = Message::new("look-language-usual").with("language", usual.name()).text(lang);
    let languages = Lang::ALL.map(|lang| (Some(lang), lang.name().to_owned()));
    let mut language = work.options.lang;
    if choice(ui, &lang.text("look-language"), &mut language, [(None, usual)].into_iter().chain(languages)) {
        work.options.lang = language;
        work.change(Edit::Step);
    }
}

/// What is written instead of what the file says, which stands in the empty fields.
pub(super) fn texts(ui: &mut Ui, work: &mut Work<'_>) {
    let lang = work.lang;
    let Some(vote) = work.opened.vote(work.options.lang.unwrap_or(lang)) else { return };
    let hints =
        [vote.title(), date_line(&vote), source_line(&vote, &work.style, &crate::chart::Texts::default())];
    let credit = work.template.texts.credit.clone().unwrap_or_default();
    let look = &mut work.options.look;
    let mut is_changed = None;
    for (key, text, hint) in [
        ("look-headline", &mut look.title, hints[0].as_str()),
        ("look-subtitle", &mut look.subtitle, hints[1].as_str()),
        ("look-source", &mut look.source, hints[2].as_str()),
        ("look-credit", &mut look.credit, credit.as_str()),
    ] {
        heading(ui, lang, key);
        let mut written = text.clone().unwrap_or_default();
        let field = TextEdit::singleline(&mut written).hint_text(hint).desired_width(WIDTH);
        if ui.add(field).accessible_name(lang.text(key)).changed() {
            *text = (!written.is_empty()).then_some(written);
            is_changed = Some(Edit::Run(key));
        }
    }
    work.edit = is_changed.or(work.edit);
}

pub(super) fn style(ui: &mut Ui, work: &mut Work<'_>, commands: &mut Commands) {
    let lang = work.lang;
    heading(ui, lang, "look-style");
    let look = &work.options.look;
    let name = match (&look.sheet, &look.style) {
        (Some(sheet), None) => {
            let base =
                sheet.base.as_deref().map_or_else(|| lang.text("style-own"), |base| style_name(base, lang));
            Message::new("style-changed").with("style", base).text(lang)
        }
        (_, Some(style)) => style_name(style, lang),
        (None, None) => style_name(if look.dark { "dark" } else { "default" }, lang),
    };
    let mut chosen = None;
    let combo =
        ComboBox::from_id_salt("style").width(WIDTH).selected_text(name).truncate().show_ui(ui, |ui| {
            for (shipped, _) in SHIPPED {
                if ui.selectable_label(false, style_name(shipped, lang)).clicked() {
                    chosen = Some(shipped);
                }
            }
        });
    combo.response.accessible_name(lang.text("look-style"));
    ui.horizontal(|ui| {
        for (key, purpose) in [("look-open-style", Purpose::Style), ("look-save-style", Purpose::SaveStyle)] {
            if ui.button(lang.text(key)).clicked() {
                commands.send(Command::Graphic(GraphicCommand::Ask(purpose)));
            }
        }
    });
    if let Some(shipped) = chosen {
        let look = &mut work.options.look;
        (look.style, look.sheet, look.dark) = (Some(shipped.to_owned()), None, false);
        look.set.clear();
        work.change(Edit::Step);
    }
}

/// What a style is called: a shipped one in words, one of a file by the file's name.
fn style_name(style: &str, lang: Lang) -> String {
    match style {
        "default" => lang.text("style-default"),
        "dark" => lang.text("style-dark"),
        "print" => lang.text("style-print"),
        "high-contrast" => lang.text("style-high-contrast"),
        "green-red" => lang.text("style-green-red"),
        "blue-orange" => lang.text("style-blue-orange"),
        file => Path::new(file)
            .file_name()
            .map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned()),
    }
}

/// What the seats say, and how the tally is written.
pub(super) fn seats(ui: &mut Ui, work: &mut Work<'_>) {
    let lang = work.lang;
    heading(ui, lang, "look-seats");
    let (mut encoding, mut tally) = (work.style.encoding, work.style.tally);
    let by = |key: &str| lang.text(key);
    let fills = [(SeatColour::Vote, by("seats-by-vote")), (SeatColour::Party, by("seats-by-party"))];
    let rings = [
        (None, by("seats-no-ring")),
        (Some(SeatColour::Vote), by("seats-by-vote")),
        (Some(SeatColour::Party), by("seats-by-party")),
    ];
    let mut is_changed = named_choice(ui, &lang.text("look-fill"), &mut encoding.fill, fills);
    is_changed |= named_choice(ui, &lang.text("look-ring"), &mut encoding.ring, rings);
    is_changed |= ui.checkbox(&mut encoding.glyphs, lang.text("look-glyphs")).changed();
    is_changed |= ui.checkbox(&mut encoding.patterns, lang.text("look-patterns")).changed();
    let orders = [(TallyOrder::Larger, by("tally-larger")), (TallyOrder::For, by("tally-for-first"))];
    let mut is_other_tally = named_choice(ui, &lang.text("look-tally-order"), &mut tally.order, orders);
    let dashes = [Dash::EnDash, Dash::Hyphen, Dash::Colon, Dash::Slash]
        .map(|dash| (dash, format!("119{}24", dash.character())));
    is_other_tally |= named_choice(ui, &lang.text("look-dash"), &mut tally.dash, dashes);
    // These stand in the style: an option could add a ring, and not take one away.
    if is_changed {
        let look = &mut work.options.look;
        (look.fill, look.ring) = (None, None);
        (look.glyphs, look.patterns) = (false, false);
        work.change_style(Edit::Step, |sheet| sheet.seats = Some(encoding));
    }
    if is_other_tally {
        let look = &mut work.options.look;
        (look.tally_order, look.dash) = (None, None);
        work.change_style(Edit::Step, |sheet| sheet.tally = Some(tally));
    }
}

/// The logo and the font.
pub(super) fn files(ui: &mut Ui, work: &mut Work<'_>, commands: &mut Commands) {
    let lang = work.lang;
    let sheet =
        work.options.look.style_sheet().ok().and_then(|sheet| sheet.resolved().ok()).unwrap_or_default();
    heading(ui, lang, "look-logo");
    let logo = work.options.look.logo.as_ref().or(sheet.logo.as_ref());
    let name = logo.and_then(|logo| logo.file_name()).map(|name| name.to_string_lossy().into_owned());
    ui.horizontal(|ui| {
        if ui.button(lang.text("look-choose-logo")).clicked() {
            commands.send(Command::Graphic(GraphicCommand::Ask(Purpose::Logo)));
        }
        if let Some(name) = &name {
            if work.options.look.logo.is_some() && ui.button(lang.text("look-no-logo")).clicked() {
                work.options.look.logo = None;
                work.change(Edit::Step);
            }
            ui.add(egui::Label::new(egui::RichText::new(name).weak()).truncate());
        }
    });
    heading(ui, lang, "look-font");
    let family = sheet.fonts.family.clone().unwrap_or_else(|| FAMILY.to_owned());
    let shown = match &sheet.fonts.regular {
        Some(file) => file.file_name().map_or(family.clone(), |name| name.to_string_lossy().into_owned()),
        None => family,
    };
    let mut chosen = None;
    let combo =
        ComboBox::from_id_salt("font").width(WIDTH).height(320.0).selected_text(shown).truncate().show_ui(
            ui,
            |ui| {
                if ui.selectable_label(false, lang.text("font-open")).clicked() {
                    commands.send(Command::Graphic(GraphicCommand::Ask(Purpose::Font)));
                }
                for family in [FAMILY.to_owned()].into_iter().chain(families()) {
                    if ui.selectable_label(false, &family).clicked() {
                        chosen = Some(family);
                    }
                }
            },
        );
    combo.response.accessible_name(lang.text("look-font"));
    if let Some(family) = chosen {
        work.options.look.font = None;
        work.change_style(Edit::Step, |sheet| {
            (sheet.fonts.family, sheet.fonts.regular, sheet.fonts.bold) = (Some(family), None, None);
        });
    }
}

//! The second step: how often each code occurs, in whose ballots, and a menu of what it means.
//!
//! Goes in: an [`Asking`]. Comes out: what egui draws, and answers. Must not know: how codes are counted.

use egui::{
    Align2, Color32, ComboBox, Pos2, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::Answer;
use super::asking::{Asking, Code};
use super::page::step;
use crate::app::Command;
use crate::app::mapping::{meaning_menu, position, without_unused};
use crate::app::painter::paint_marker;
use crate::app::sprites::Sprites;
use crate::app::state::Commands;
use crate::app::theme::{bold, colour, font, style};
use crate::chart::scene::Weight;
use crate::chart::{Style, typeface};
use crate::lang::{Lang, Message};
use crate::model::Rgb;
use crate::read::{Mapping, Role as ColumnRole, Shape};

/// The height of a code's row.
const ROW: f32 = 33.0;
/// So many rows stand without a scroll bar.
const MOST_ROWS: usize = 5;
/// The most codes with a menu.
const MOST_CODES: usize = 100;
/// The most votes in the menu of votes.
const MOST_VOTES: usize = 500;
/// Where columns are, over the width: right edges of the counts, both ends of the bar, the percentage, the parties, the menu.
const HERE: f32 = 0.13;
const ALL: f32 = 0.24;
const BAR: (f32, f32) = (0.257, 0.422);
const SHARE: f32 = 0.43;
const PARTIES: [f32; 2] = [0.495, 0.6];
const MENU: f32 = 0.809;

pub(super) fn show(ui: &mut Ui, asking: &Asking, sprites: &mut Sprites, lang: Lang, commands: &mut Commands) {
    if asking.question().words().is_empty() {
        return;
    }
    step(ui, 2, &lang.text("ask-step-codes"), |ui| which_vote(ui, asking, lang, commands));
    let parties = asking.parties();
    head(ui, asking, parties.as_ref(), lang);
    let mut wanted = asking.wanted.clone();
    let num_codes = asking.question().words().len().min(MOST_CODES);
    let height = ROW * num_codes.min(MOST_ROWS) as f32;
    let area = ScrollArea::vertical().id_salt("ask codes").max_height(height).auto_shrink([false, true]);
    area.show(ui, |ui| {
        for place in 0..num_codes {
            row(ui, asking, place, (&mut wanted, parties.as_ref()), sprites, lang);
        }
    });
    known(ui, asking, lang);
    if wanted != asking.wanted {
        without_unused(&mut wanted);
        commands.send(Command::Answer(Box::new(Answer::Mean(Box::new(wanted)))));
    }
}

/// Which vote is shown; a menu where votes are no columns.
fn which_vote(ui: &mut Ui, asking: &Asking, lang: Lang, commands: &mut Commands) {
    let votes = &asking.question().votes;
    if votes.len() < 2 {
        return;
    }
    let name = asking.vote_name(asking.vote, lang);
    let holds = Message::new("ask-holds-for").with("n", votes.len()).text(lang);
    let holds = RichText::new(holds).size(12.5).weak();
    if asking.list.reading.mapping.shape == Shape::Wide {
        // From right to left.
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.label(holds);
        let name = typeface::fitted(&name, 12.5, Weight::Bold, f64::from(ui.available_width() * 0.6));
        ui.label(bold(name, 12.5));
        ui.add_space(4.0);
        ui.label(RichText::new(lang.text("ask-shown-for")).size(12.5).weak());
        return;
    }
    ui.label(holds);
    let mut chosen = asking.vote;
    let menu =
        ComboBox::from_id_salt("ask vote").width(220.0).height(320.0).truncate().selected_text(name).show_ui(
            ui,
            |ui| {
                for &vote in votes.iter().take(MOST_VOTES) {
                    ui.selectable_value(&mut chosen, vote, asking.vote_name(vote, lang));
                }
            },
        );
    menu.response.accessible_name(lang.text("ask-shown-for"));
    ui.label(RichText::new(lang.text("ask-shown-for")).size(12.5).weak());
    if chosen != asking.vote {
        commands.send(Command::Answer(Box::new(Answer::ShowVote(chosen))));
    }
}

/// The place of a share of the width in a row.
fn across(rect: Rect, share: f32) -> f32 {
    rect.left() + rect.width() * share
}

fn text(ui: &Ui, at: Pos2, align: Align2, (weight, size): (Weight, f32), ink: Rgb, text: &str) {
    let shown = typeface::in_visual_order(text);
    ui.painter().text(at, align, shown, font(weight, size), colour(ink));
}

fn head(ui: &mut Ui, asking: &Asking, parties: Option<&[(String, usize); 2]>, lang: Lang) {
    let tokens = style(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let y = rect.center().y;
    let put = |x: f32, align: Align2, words: &str| {
        text(ui, pos2(x, y), align, (Weight::Regular, 11.5), tokens.secondary, words);
    };
    put(rect.left() + 10.0, Align2::LEFT_CENTER, &lang.text("ask-column-code"));
    let votes = asking.question().votes.len();
    put(across(rect, HERE), Align2::RIGHT_CENTER, &lang.text("ask-column-here"));
    if votes > 1 {
        let all = Message::new("ask-column-all").with("n", votes).text(lang);
        put(across(rect, ALL), Align2::RIGHT_CENTER, &all);
    }
    if let Some([(one, _), (other, _)]) = parties {
        let room = f64::from(rect.width() * (MENU - PARTIES[0])) - 16.0;
        let names = typeface::fitted(&format!("{one} · {other}"), 11.5, Weight::Regular, room);
        put(across(rect, PARTIES[0]), Align2::LEFT_CENTER, &names);
    }
    put(across(rect, MENU) + 4.0, Align2::LEFT_CENTER, &lang.text("ask-column-means"));
}

fn row(
    ui: &mut Ui,
    asking: &Asking,
    place: usize,
    (wanted, parties): (&mut Mapping, Option<&[(String, usize); 2]>),
    sprites: &mut Sprites,
    lang: Lang,
) {
    let Some(asked) = asking.question().words().get(place) else { return };
    let tokens = style(ui.ctx());
    let code = asking.code(place);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, sentence(&asked.word, &code, parties, lang)));
    counts(ui, rect, &asked.word, &code, asking.question().votes.len() > 1, (&tokens, lang));
    if let (Some(of), Some(parties)) = (code.of_parties, parties) {
        let archive = &asking.list.reading.archive;
        for ((share, (n, all)), (_, index)) in PARTIES.into_iter().zip(of).zip(parties) {
            let fill = tokens.party(archive.parties.get(*index).map(|party| (*index, party)));
            let x = across(rect, share);
            ui.painter().circle_filled(pos2(x + 5.0, rect.center().y), 4.5, colour(fill));
            let count = of_party(n, all, lang);
            let at = pos2(x + 16.0, rect.center().y);
            text(ui, at, Align2::LEFT_CENTER, (Weight::Regular, 12.5), tokens.ink, &count);
        }
    }
    let menu = Rect::from_min_max(pos2(across(rect, MENU), rect.top() + 3.0), rect.right_bottom());
    // Beside the texts, and so without taking room below them.
    let mut ui_of_menu = ui.new_child(UiBuilder::new().max_rect(menu).id_salt(("meaning", place)));
    menu_of(&mut ui_of_menu, (place, &asked.word), wanted, (sprites, &tokens), lang);
    let line = Stroke::new(1.0, colour(tokens.hairline));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// The code, how often it occurs, and a bar of its share.
fn counts(ui: &Ui, rect: Rect, word: &str, code: &Code, has_many: bool, (tokens, lang): (&Style, Lang)) {
    let y = rect.center().y;
    let shown = typeface::fitted(word, 13.0, Weight::Bold, f64::from(rect.width() * (HERE - 0.05)));
    let wide = typeface::width(&shown, 13.0, Weight::Bold) as f32 + 18.0;
    let chip = Rect::from_min_size(pos2(rect.left() + 4.0, y - 11.0), vec2(wide, 22.0));
    ui.painter().rect_filled(chip, 4, colour(tokens.track));
    text(ui, chip.center(), Align2::CENTER_CENTER, (Weight::Bold, 13.0), tokens.ink, &shown);
    let here = code.here.map_or_else(|| "?".to_owned(), |here| lang.number(u64::from(here)));
    text(ui, pos2(across(rect, HERE), y), Align2::RIGHT_CENTER, (Weight::Bold, 13.0), tokens.ink, &here);
    if has_many {
        let all = lang.number(code.spread.ballots);
        let at = pos2(across(rect, ALL), y);
        text(ui, at, Align2::RIGHT_CENTER, (Weight::Regular, 12.5), tokens.secondary, &all);
    }
    let (left, right) = (across(rect, BAR.0), across(rect, BAR.1));
    let bar = |to: f32, fill: Color32| {
        let bar = Rect::from_min_max(pos2(left, y - 4.0), pos2(to, y + 4.0));
        ui.painter().rect_filled(bar, 0, fill);
    };
    bar(right, colour(tokens.track));
    bar(left + (right - left) * code.spread.share as f32, colour(tokens.secondary));
    let percent = lang.percent(code.spread.share);
    let at = pos2(across(rect, SHARE), y);
    text(ui, at, Align2::LEFT_CENTER, (Weight::Regular, 12.5), tokens.secondary, &percent);
}

/// The menu of what a code means, with the mark of that on its left.
fn menu_of(
    ui: &mut Ui,
    (place, word): (usize, &str),
    wanted: &mut Mapping,
    (sprites, tokens): (&mut Sprites, &Style),
    lang: Lang,
) {
    let width = ui.available_width();
    let Mapping { words, options, .. } = wanted;
    let Some(choice) = words.iter_mut().find(|choice| choice.word == word) else { return };
    let meant = (!choice.is_unknown).then_some(choice.position);
    let shown = match meant {
        // Room for the mark.
        Some(meant) => RichText::new(format!("      {}", position(meant, options, lang))),
        None => RichText::new(lang.text("ask-choose")).weak(),
    };
    let menu = meaning_menu(ui, lang, place, (choice, options), (width, shown));
    if let Some(meant) = meant {
        let at = pos2(menu.rect.left() + 15.0, menu.rect.center().y);
        let (mark, tint) = tokens.seat(meant);
        paint_marker(ui.painter(), sprites, at, 5.0, mark, tint);
    }
    let name = Message::new("ask-means").with("word", word).text(lang);
    menu.accessible_name(name);
}

fn of_party(n: u32, all: u32, lang: Lang) -> String {
    Message::new("ask-of").with("n", n).with("all", all).text(lang)
}

/// A row for those who do not see it.
fn sentence(word: &str, code: &Code, parties: Option<&[(String, usize); 2]>, lang: Lang) -> String {
    let mut sentence = Message::new("ask-code-sentence")
        .with("word", word)
        .with("here", code.here.unwrap_or_default())
        .with("all", code.spread.ballots)
        .with("share", lang.percent(code.spread.share))
        .text(lang);
    if let (Some(of), Some(parties)) = (code.of_parties, parties) {
        for ((n, all), (name, _)) in of.into_iter().zip(parties) {
            sentence.push_str(&format!("; {name}: {}", of_party(n, all, lang)));
        }
    }
    sentence
}

/// The words whose meaning is known.
fn known(ui: &mut Ui, asking: &Asking, lang: Lang) {
    const SHOWN: usize = 8;
    let mapping = &asking.list.reading.mapping;
    let is_known =
        |word: &&crate::read::WordChoice| !word.is_unknown && word.count > 0 && !word.word.is_empty();
    let words: Vec<String> = mapping
        .words
        .iter()
        .filter(is_known)
        .take(SHOWN)
        .map(|word| format!("{} = {}", word.word, position(word.position, &mapping.options, lang)))
        .collect();
    if !words.is_empty() && mapping.columns.iter().any(|column| column.role == Some(ColumnRole::Position)) {
        ui.add_space(6.0);
        let text = Message::new("ask-known").with("list", words.join(", ")).text(lang);
        ui.label(RichText::new(text).size(12.0).weak());
    }
}

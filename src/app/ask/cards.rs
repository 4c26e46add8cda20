//! The third step: the answers that fit, each with the result that it would give, the chamber, and what the rows say.
//!
//! Goes in: an [`Asking`]. Comes out: what egui draws, and answers. Must not know: what a chamber looks like.

use egui::{
    Align, Frame, Id, Label, Layout, Rect, RichText, Role, Sense, Stroke, TextFormat, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::Answer;
use super::asking::{Asking, Card};
use super::page::step;
use crate::app::Command;
use crate::app::opened::OpenedId;
use crate::app::painter::paint;
use crate::app::sprites::Sprites;
use crate::app::state::Commands;
use crate::app::theme::{bold, colour, font, style};
use crate::chart::scene::{Scene, Weight};
use crate::chart::{
    Arrangement, NO_FIGURES, Style, Vote, plain_position_name, result_word, rule_line, thumbnail, votes,
};
use crate::lang::{Lang, Message};
use crate::model::{Base, MajorityRule, Position, Threshold, Verdict, Votes};
use crate::read::{Choice, Shape};

/// From this width on the cards stand side by side.
const SIDE_BY_SIDE: f32 = 1040.0;
const GAP: f32 = 24.0;
const SPACE: i8 = 16;
/// The size of the figures.
const FIGURES: f32 = 40.0;
/// The size of a chamber.
const CHAMBER: Vec2 = vec2(134.0, 70.0);

/// The chambers of the cards as they were drawn last, and the height of the highest card.
#[derive(Default)]
pub(in crate::app) struct Thumbnails {
    drawn_for: Option<(Vec<OpenedId>, Style, Lang)>,
    scenes: Vec<Option<Scene>>,
    height: f32,
    /// The card that was brought into view last.
    in_view: Option<usize>,
}

impl Thumbnails {
    /// Draws what is not drawn yet.
    fn draw(&mut self, asking: &Asking, style: &Style, lang: Lang) {
        let ids = asking.cards.iter().map(|card| OpenedId::of(&card.opened)).collect();
        let wanted = (ids, style.clone(), lang);
        if self.drawn_for.as_ref() == Some(&wanted) {
            return;
        }
        let arrangement = Arrangement::default();
        let draw = |card: &Card| {
            let vote = card.opened.vote(lang)?;
            let [width, height] = [CHAMBER.x, CHAMBER.y].map(f64::from);
            Some(thumbnail(&vote, style, &arrangement, width, height))
        };
        self.scenes = asking.cards.iter().map(draw).collect();
        self.drawn_for = Some(wanted);
        self.height = 0.0;
    }
}

/// The node of a card, by which it has the focus.
pub(super) fn id(place: usize) -> Id {
    Id::unique(format!("answer {place}"))
}

pub(super) fn show(
    ui: &mut Ui,
    asking: &Asking,
    (thumbnails, sprites): (&mut Thumbnails, &mut Sprites),
    lang: Lang,
    commands: &mut Commands,
) {
    let count = asking.cards.len();
    if count == 0 {
        return;
    }
    thumbnails.draw(asking, &style(ui.ctx()), lang);
    let title = Message::new("ask-step-cards").with("n", count).text(lang);
    // Of columns there is nothing to say in between.
    let number = if asking.question().words().is_empty() { 2 } else { 3 };
    step(ui, number, &title, |ui| {
        let keys = Message::new("ask-press").with("n", count).text(lang);
        ui.label(RichText::new(keys).size(12.5).weak());
    });
    ui.add_space(3.0);
    let width = ui.available_width();
    let mut height = 0.0_f32;
    let is_wide = width >= SIDE_BY_SIDE;
    let top = ui.cursor().top();
    for (place, card) in asking.cards.iter().enumerate() {
        let scene = thumbnails.scenes.get(place).and_then(Option::as_ref);
        // One that a key has chosen may be out of sight.
        let is_to_show = asking.chosen() == Some(place) && thumbnails.in_view != Some(place);
        let mut draw = |ui: &mut Ui| {
            let size = (is_wide, thumbnails.height);
            let (rect, height) = one(ui, asking, (place, card), (scene, sprites), size, lang, commands);
            if is_to_show {
                ui.scroll_to_rect(rect, None);
            }
            height
        };
        if is_wide {
            let wide = (width - 2.0 * GAP) / 3.0;
            let left = ui.max_rect().left() + (wide + GAP) * place as f32;
            let area = Rect::from_min_size(pos2(left, top), vec2(wide, f32::INFINITY));
            let shown = ui.scope_builder(UiBuilder::new().max_rect(area), |ui| draw(ui));
            height = height.max(shown.inner);
        } else {
            draw(ui);
            ui.add_space(12.0);
        }
    }
    thumbnails.in_view = asking.chosen();
    if is_wide && (thumbnails.height - height).abs() > 0.5 {
        thumbnails.height = height;
        ui.ctx().request_repaint();
    }
}

/// A card; answers where it stands, and the height that its contents take.
fn one(
    ui: &mut Ui,
    asking: &Asking,
    (place, card): (usize, &Card),
    (scene, sprites): (Option<&Scene>, &mut Sprites),
    (is_wide, least): (bool, f32),
    lang: Lang,
    commands: &mut Commands,
) -> (Rect, f32) {
    let tokens = style(ui.ctx());
    let is_chosen = asking.chosen() == Some(place);
    let Some(vote) = card.opened.vote(lang) else { return (Rect::NOTHING, 0.0) };
    let mut prepared = Frame::new().inner_margin(SPACE).corner_radius(8).begin(ui);
    let contents = &mut prepared.content_ui;
    let width = contents.available_width();
    let start = contents.cursor().top();
    if is_wide {
        head(contents, (place, card), &vote, (scene, sprites), is_chosen, &tokens);
        contents.add_space(11.0);
        let line = Stroke::new(1.0, colour(tokens.hairline));
        contents.painter().hline(contents.max_rect().x_range(), contents.cursor().top(), line);
        contents.add_space(10.0);
        facts(contents, card, &tokens, lang);
    } else {
        contents.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width((width * 0.42).min(380.0));
                head(ui, (place, card), &vote, (scene, sprites), is_chosen, &tokens);
            });
            ui.add_space(GAP);
            ui.vertical(|ui| facts(ui, card, &tokens, lang));
        });
    }
    let height = contents.min_rect().bottom() - start;
    let rest = least - height;
    if is_wide && rest > 0.0 {
        contents.add_space(rest);
    }
    contents.set_min_width(width);
    let rect = prepared.allocate_space(ui).rect;
    let response = ui.interact(rect, id(place), Sense::click());
    let is_strong = is_chosen || response.has_focus();
    let ink = if is_strong {
        tokens.ink
    } else if response.hovered() {
        tokens.ring
    } else {
        tokens.hairline
    };
    prepared.frame.stroke = Stroke::new(if is_chosen { 2.0 } else { 1.0 }, colour(ink));
    prepared.paint(ui);
    response.widget_info(|| {
        let name = format!("{}: {}, {}", title(card, lang), figures(&vote).join("–"), outcome(&vote));
        WidgetInfo::selected(Role::RadioButton, true, is_chosen, name)
    });
    if response.clicked() {
        response.request_focus();
        commands.send(Command::Answer(Box::new(Answer::Choose(place))));
    }
    (rect, height)
}

/// What a code means in a card: the sides as they are called, others as in the middle of a sentence.
fn meaning((word, position): &(String, Position), lang: Lang) -> String {
    let name = plain_position_name(*position, lang);
    let name = match position {
        Position::For | Position::Against => name,
        _ => {
            let mut letters = name.chars();
            letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
        }
    };
    format!("{word} = {name}")
}

fn list(words: &[(String, Position)], lang: Lang) -> String {
    words.iter().map(|word| meaning(word, lang)).collect::<Vec<_>>().join(", ")
}

/// So many codes stand in the title of a card.
const IN_TITLE: usize = 2;
/// And so many below it.
const BELOW: usize = 4;

fn title(card: &Card, lang: Lang) -> String {
    if let Choice::Columns(mapping) = &card.choice {
        return match (mapping.ballots(), mapping.shape) {
            (Some(column), _) => Message::new("ask-if-column").with("column", column).text(lang),
            (None, Shape::Transposed) => lang.text("ask-if-transposed"),
            (None, _) => lang.text("ask-if-wide"),
        };
    }
    let words = card.choice.words();
    Message::new("ask-if").with("list", list(&words[..words.len().min(IN_TITLE)], lang)).text(lang)
}

/// The codes that are not in the title.
fn others(card: &Card, lang: Lang) -> String {
    let words = card.choice.words().get(IN_TITLE..).unwrap_or_default();
    let shown = list(&words[..words.len().min(BELOW)], lang);
    match words.len().saturating_sub(BELOW) {
        0 => shown,
        more => Message::new("ask-list-more").with("list", shown).with("n", more).text(lang),
    }
}

/// Title, figures, outcome and chamber.
fn head(
    ui: &mut Ui,
    (place, card): (usize, &Card),
    vote: &Vote<'_>,
    (scene, sprites): (Option<&Scene>, &mut Sprites),
    is_chosen: bool,
    tokens: &Style,
) {
    let lang = vote.lang;
    ui.horizontal_top(|ui| {
        let (dot, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
        let centre = dot.center() + vec2(0.0, 1.0);
        let ring = if is_chosen { tokens.ink } else { tokens.ring };
        ui.painter().circle_stroke(centre, 7.0, Stroke::new(1.5, colour(ring)));
        if is_chosen {
            ui.painter().circle_filled(centre, 3.5, colour(tokens.ink));
        }
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 26.0);
            ui.add(Label::new(bold(title(card, lang), 14.5)).wrap());
            let others = others(card, lang);
            // The cards stay in step where there is nothing to say.
            let others = if others.is_empty() { " ".to_owned() } else { others };
            ui.add(Label::new(RichText::new(others).size(12.0).weak()).truncate());
        });
        key(ui, place, tokens);
    });
    ui.add_space(10.0);
    let size = vec2(ui.available_width(), CHAMBER.y);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    if let Some(scene) = scene {
        let origin = pos2(rect.right() - CHAMBER.x, rect.top());
        paint(scene, &ui.painter().clone(), sprites, origin, &|_| true);
    }
    let left = Rect::from_min_max(
        rect.min + vec2(2.0, -4.0),
        pos2(rect.right() - CHAMBER.x - 8.0, rect.bottom() + 12.0),
    );
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(Label::new(figures_job(vote, tokens, left.width())).extend());
        let ink = match vote.summary.judgement.result {
            Some(Verdict::Adopted) => tokens.in_favour_text,
            Some(Verdict::Rejected) => tokens.rejected_text,
            _ => tokens.ink,
        };
        ui.add(Label::new(bold(outcome(vote), 12.5).color(colour(ink))).truncate());
        if let Some(rule) = vote.summary.judgement.counted {
            let rule = rule_line(rule.rule, lang);
            ui.add(Label::new(RichText::new(rule).size(10.5).weak()).truncate());
        }
    });
}

/// The key that chooses a card.
fn key(ui: &mut Ui, place: usize, tokens: &Style) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
    ui.painter().rect_stroke(rect, 4, Stroke::new(1.0, colour(tokens.hairline)), egui::StrokeKind::Inside);
    let font = font(Weight::Regular, 11.0);
    let text = (place + 1).to_string();
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, text, font, colour(tokens.secondary));
}

/// Those for and those against, in this order; nothing where nobody took a side.
fn figures(vote: &Vote<'_>) -> Vec<String> {
    match vote.summary.headline {
        Some(headline) if headline.in_favour + headline.against > Votes::ZERO => {
            [headline.in_favour, headline.against].map(|side| votes(vote.lang, side)).to_vec()
        }
        _ => vec![NO_FIGURES.to_owned()],
    }
}

/// The figures in large type, as large as there is room.
fn figures_job(vote: &Vote<'_>, tokens: &Style, room: f32) -> egui::text::LayoutJob {
    let figures = figures(vote);
    let wide = crate::chart::typeface::width(&figures.join("–"), f64::from(FIGURES), Weight::Bold) as f32;
    let size = FIGURES * (room / wide.max(1.0)).min(1.0);
    let format =
        |ink| TextFormat { font_id: font(Weight::Bold, size), color: colour(ink), ..TextFormat::default() };
    let mut job = egui::text::LayoutJob::default();
    match figures.as_slice() {
        [in_favour, against] => {
            job.append(in_favour, 0.0, format(tokens.in_favour));
            job.append("–", 0.0, format(tokens.dash));
            job.append(against, 0.0, format(tokens.against));
        }
        figures => job.append(&figures.concat(), 0.0, format(tokens.secondary)),
    }
    job
}

/// `Adopted by 4`; the word alone where another majority is needed than more for than against.
fn outcome(vote: &Vote<'_>) -> String {
    let Some(word) = result_word(vote) else { return vote.lang.text("ask-no-outcome") };
    let judgement = &vote.summary.judgement;
    let is_plain =
        |rule: MajorityRule| rule.base == Base::ForAndAgainst && rule.threshold == Threshold::MAJORITY;
    let counted = judgement.counted.filter(|counted| is_plain(counted.rule));
    let is_decided = |verdict| matches!(verdict, Verdict::Adopted | Verdict::Rejected);
    match (counted, vote.summary.headline) {
        (Some(counted), Some(headline))
            if is_decided(counted.verdict) && judgement.result == Some(counted.verdict) =>
        {
            let by = headline.in_favour.abs_diff(headline.against);
            Message::new("ask-outcome-by").with("word", word).with("n", votes(vote.lang, by)).text(vote.lang)
        }
        _ => word,
    }
}

/// What the rows say for it and against it.
fn facts(ui: &mut Ui, card: &Card, tokens: &Style, lang: Lang) {
    for fact in card.facts() {
        let (sign, ink, meaning) = if fact.supports() {
            ("+", tokens.in_favour_text, "ask-speaks-for")
        } else {
            ("–", tokens.against_text, "ask-speaks-against")
        };
        let text = fact.text(lang);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
            let font = font(Weight::Bold, 15.0);
            ui.painter().text(
                pos2(rect.left() + 5.0, rect.center().y),
                egui::Align2::CENTER_CENTER,
                sign,
                font,
                colour(ink),
            );
            let label = ui.add(Label::new(RichText::new(&text).size(12.5)).wrap());
            label.accessible_name(format!("{}: {text}", lang.text(meaning)));
        });
        ui.add_space(5.0);
    }
}

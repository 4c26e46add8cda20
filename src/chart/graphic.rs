//! The graphic for print and screens, composed of the parts of a [`Template`].
//!
//! Parts stand below one another in the template's order; bars and rebels stand at the right of the chamber where
//! the page is too low. The chamber takes the height that is left; `fit` finds the size of type that leaves enough.

use std::cell::OnceCell;
use std::rc::Rc;

use super::chamber::{self, Chamber};
use super::fit::{self, Band, Fit};
use super::footer::{Footer, picture};
use super::heading::{self, Block};
use super::recent::Last;
use super::scene::{Item, Scene, Weight};
use super::seating::Seating;
use super::template::{Part, Template};
use super::words::{Vote, date_line, date_text, description};
use super::{Area, Arrangement, Style, legend, party_bars, rebels, result_line, tally};
use crate::layout::LayoutOption;

/// Composes the graphic. No text leaves the page and none lies on another; where there is not room for everything,
/// type is set smaller, then lists are cut with a count of what is left out, then parts are left out.
#[must_use]
pub fn graphic(vote: &Vote<'_>, style: &Style, arrangement: &Arrangement, template: &Template) -> Scene {
    let arrangement = with_line(vote, arrangement, template);
    let page = &template.page;
    let (width, margin) = (page.units(page.width), page.units(page.margin));
    let height = page.height.map(|height| page.units(height));
    let composer = Composer::of(vote, style, &arrangement, template);
    let fit = fit::fit(&composer, width - 2.0 * margin, height, margin);
    let mut items = Vec::new();
    for (band, area) in &fit.places {
        let area = Area { x: area.x + margin, ..*area };
        items.extend(composer.draw(*band, area, &fit));
    }
    Scene {
        width,
        height: fit.height,
        lang: vote.lang,
        title: composer.title(),
        description: description(vote),
        background: (!page.transparent).then_some(style.ground),
        medium: page.medium(),
        typeface: style.typeface.clone(),
        items,
    }
}

/// The arrangement with the lines that the template shows: those asked for, and none without the part.
fn with_line(vote: &Vote<'_>, arrangement: &Arrangement, template: &Template) -> Arrangement {
    let mut arrangement = arrangement.clone();
    let seats = vote.summary.seats;
    if !template.shows(Part::MajorityLine) || !arrangement.layout.shape.has(LayoutOption::Line) {
        arrangement.lines.clear();
    }
    arrangement.lines.retain(|&line| line > 0 && line < seats);
    arrangement
}

/// Measures and draws the parts of one graphic.
pub(super) struct Composer<'a> {
    vote: &'a Vote<'a>,
    style: &'a Style,
    arrangement: &'a Arrangement,
    template: &'a Template,
    /// Found once, however many sizes are tried.
    seating: Rc<Seating>,
    outcome: OnceCell<Option<String>>,
    measured: Measured<'a>,
}

/// Parts as they were measured last, by width and scale of type: they are drawn as they fitted.
struct Measured<'a> {
    headline: Last<(f64, f64), Rc<Block>>,
    subtitle: Last<(f64, f64), Rc<Block>>,
    rule: Last<(f64, f64), (Vec<String>, f64)>,
    turnout: Last<(f64, f64), (Vec<String>, f64)>,
    /// By scale alone.
    chamber: Last<f64, Rc<Chamber<'a>>>,
}

/// Sizes of type in the design.
const HEADLINE: f64 = 36.0;
const SUBTITLE: f64 = 17.0;
const TALLY: f64 = 108.0;
const RULE: f64 = 15.0;
const LABELS: f64 = 12.5;
const LEGEND: f64 = 16.0;
const PARTIES: f64 = 15.0;
const SOURCE: f64 = 14.0;
const LOGO: f64 = 44.0;

impl<'a> Composer<'a> {
    fn of(
        vote: &'a Vote<'a>,
        style: &'a Style,
        arrangement: &'a Arrangement,
        template: &'a Template,
    ) -> Self {
        let measured = Measured {
            headline: Last::new(),
            subtitle: Last::new(),
            rule: Last::new(),
            turnout: Last::new(),
            chamber: Last::new(),
        };
        let (seating, outcome) = (chamber::seat(vote, arrangement), OnceCell::new());
        Self { vote, style, arrangement, template, seating, outcome, measured }
    }

    /// The parts of the template as bands; parts that share a row are one.
    pub(super) fn bands(&self) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        for &part in &self.template.parts {
            let band = match part {
                Part::Headline => Band::Headline,
                Part::Subtitle => Band::Subtitle,
                Part::Tally => Band::Tally,
                Part::Rule => Band::Rule,
                Part::Turnout => Band::Turnout,
                Part::Chamber => Band::Chamber,
                Part::Legend => Band::Legend,
                Part::Parties => Band::Parties,
                Part::Rebels => Band::Rebels,
                Part::Source | Part::Credit => Band::Footer,
                // A picture goes with source and credit where it stands beside them, else by itself.
                Part::Logo if self.logo_is_in_footer() => Band::Footer,
                Part::Logo => Band::Logo,
                Part::MajorityLine => continue,
            };
            if !bands.contains(&band) {
                bands.push(band);
            }
        }
        bands
    }

    fn logo_is_in_footer(&self) -> bool {
        let parts = &self.template.parts;
        let near = |place: usize| matches!(parts.get(place), Some(Part::Source | Part::Credit));
        let place = parts.iter().position(|&part| part == Part::Logo);
        place.is_some_and(|place| near(place + 1) || place.checked_sub(1).is_some_and(near))
    }

    fn title(&self) -> String {
        self.template.texts.title.clone().unwrap_or_else(|| self.vote.title())
    }

    fn subtitle(&self) -> String {
        let line = || {
            let line = date_line(self.vote);
            // A date stays in one line.
            let date = self.vote.roll_call.info().date.as_ref().map(|date| date_text(date, self.vote.lang));
            date.filter(|date| !date.is_empty())
                .map_or(line.clone(), |date| line.replace(&date, &date.replace(' ', "\u{a0}")))
        };
        self.template.texts.subtitle.clone().unwrap_or_else(line)
    }

    fn headline_block(&self, width: f64, scale: f64) -> Rc<Block> {
        let size = HEADLINE * scale * self.style.sizes.headline;
        let block = || Rc::new(Block::headline(&self.title(), self.style, size, width));
        self.measured.headline.get_or((width, scale), block)
    }

    fn subtitle_block(&self, width: f64, scale: f64) -> Rc<Block> {
        let size = SUBTITLE * scale * self.style.sizes.subtitle;
        let block = || Rc::new(Block::subtitle(&self.subtitle(), self.style, size, width));
        self.measured.subtitle.get_or((width, scale), block)
    }

    /// The sentence on the rule in lines, and their size.
    fn rule(&self, width: f64, scale: f64) -> (Vec<String>, f64) {
        let size = RULE * scale * self.style.sizes.subtitle;
        let lines = || (tally::rule_lines(self.outcome(), self.style, size, width, 4), size);
        self.measured.rule.get_or((width, scale), lines)
    }

    fn outcome(&self) -> Option<&str> {
        self.outcome.get_or_init(|| result_line(self.vote)).as_deref()
    }

    /// The turnout in lines, and their size.
    fn turnout(&self, width: f64, scale: f64) -> (Vec<String>, f64) {
        self.measured.turnout.get_or((width, scale), || self.turnout_lines(width, scale))
    }

    fn turnout_lines(&self, width: f64, scale: f64) -> (Vec<String>, f64) {
        let size = SUBTITLE * scale * self.style.sizes.subtitle;
        let Some(line) = tally::turnout_line(self.vote) else { return (Vec::new(), size) };
        (self.style.typeface.wrapped(&line, size, Weight::Regular, width, 3), size)
    }

    /// The size of the figures: as in the design where they are not too wide.
    fn tally_size(&self, width: f64, scale: f64) -> f64 {
        let size = TALLY * scale * self.style.sizes.tally;
        let reach = tally::half_width(self.vote, self.style, size);
        size * (width / 2.0 / reach.max(1.0)).min(1.0)
    }

    fn legend_size(&self, scale: f64) -> f64 {
        LEGEND * scale * self.style.sizes.legend
    }

    /// The size of type over the design's that the template asks for.
    pub(super) fn type_scale(&self) -> f64 {
        self.template.page.type_scale
    }

    pub(super) fn list_size(&self, scale: f64) -> f64 {
        PARTIES * scale * self.style.sizes.parties
    }

    fn chamber(&self, scale: f64) -> Rc<Chamber<'a>> {
        self.measured.chamber.get_or(scale, || {
            let size = LABELS * scale * self.style.sizes.labels;
            let seating = Rc::clone(&self.seating);
            Rc::new(Chamber::of(seating, self.vote, self.style, self.arrangement, size))
        })
    }

    fn footer(&self, width: f64, scale: f64) -> Footer<'_> {
        let size = SOURCE * scale * self.style.sizes.source;
        let parts: Vec<Part> = self
            .template
            .parts
            .iter()
            .copied()
            .filter(|&part| part != Part::Logo || self.logo_is_in_footer())
            .collect();
        let texts = &self.template.texts;
        Footer::new(self.vote, self.style, &parts, texts, self.template.logo.as_ref(), width, size)
    }

    /// The columns of bars in a width.
    fn bar_columns(width: f64, size: f64) -> usize {
        if width > size * 46.0 { 2 } else { 1 }
    }

    /// The rows that a list takes where nothing of it is left out.
    pub(super) fn list_rows(&self, band: Band, width: f64, scale: f64) -> usize {
        let size = self.list_size(scale);
        match band {
            Band::Parties => party_bars::num_bars(self.vote).div_ceil(Self::bar_columns(width, size)),
            Band::Rebels => rebels::num_rows(self.vote, width, size),
            _ => 0,
        }
    }

    /// The height of so many rows of a list under its heading.
    pub(super) fn list_height(&self, band: Band, rows: usize, scale: f64) -> f64 {
        let size = self.list_size(scale);
        match band {
            _ if rows == 0 => 0.0,
            Band::Rebels => rebels::height(rows, size),
            _ => size * (party_bars::HEADING + party_bars::ROW * rows as f64 - 0.9),
        }
    }

    /// The height that the chamber takes where it may be as wide as this.
    pub(super) fn chamber_height(&self, width: f64, scale: f64) -> f64 {
        self.chamber(scale).height_for(width).min(width * 0.9)
    }

    /// The height of a band that is neither the chamber nor a list; nothing where it has nothing to show.
    pub(super) fn height(&self, band: Band, width: f64, scale: f64) -> f64 {
        match band {
            Band::Headline => heading::accent_height(scale) + self.headline_block(width, scale).height(),
            Band::Subtitle => self.subtitle_block(width, scale).height(),
            Band::Tally => self.tally_size(width, scale) * 1.1,
            Band::Rule => lines_height(&self.rule(width, scale)),
            Band::Turnout => lines_height(&self.turnout(width, scale)),
            Band::Legend => {
                let size = self.legend_size(scale);
                let lines = legend::num_lines(self.vote, self.style, width, size);
                if lines == 0 { 0.0 } else { size * (1.0 + 1.9 * (lines - 1) as f64) }
            }
            Band::Footer => self.footer(width, scale).height(),
            Band::Logo if self.template.logo.is_some() => LOGO * scale,
            Band::Logo | Band::Chamber | Band::Parties | Band::Rebels => 0.0,
        }
    }

    fn draw(&self, band: Band, area: Area, fit: &Fit) -> Vec<Item> {
        let (vote, style, scale) = (self.vote, self.style, fit.scale);
        match band {
            Band::Headline => {
                vec![heading::headline(&self.headline_block(area.width, scale), style, area, scale)]
            }
            Band::Subtitle => vec![heading::subtitle(&self.subtitle_block(area.width, scale), style, area)],
            Band::Tally => {
                let size = self.tally_size(area.width, scale);
                let y = area.y + size * 0.74;
                vec![Item::Group(tally::figures(vote, style, area.centre_x(), y, size))]
            }
            Band::Rule => self.draw_lines("rule", self.rule(area.width, scale), area),
            Band::Turnout => self.draw_lines("turnout", self.turnout(area.width, scale), area),
            Band::Chamber => self.chamber(scale).draw(vote, style, area),
            Band::Legend => {
                let size = self.legend_size(scale);
                let y = area.y + size * 0.75;
                let (group, _) = legend::legend(vote, style, area.centre_x(), y, area.width, size);
                vec![Item::Group(group)]
            }
            Band::Parties => {
                let size = self.list_size(scale);
                // What was measured fits: the bars count their rows by the height they get.
                let area = Area { height: area.height + size * 0.9, ..area };
                let columns = Self::bar_columns(area.width, size);
                vec![Item::Group(party_bars::party_bars(vote, style, area, size, columns))]
            }
            Band::Rebels => {
                let size = self.list_size(scale);
                vec![Item::Group(rebels::rebels(vote, style, area, size, fit.rebel_rows))]
            }
            Band::Footer => self.footer(area.width, scale).draw(style, area),
            Band::Logo => self.draw_logo(area),
        }
    }

    fn draw_lines(&self, id: &str, (lines, size): (Vec<String>, f64), area: Area) -> Vec<Item> {
        let first = area.y + size * 0.78;
        let group = tally::centred_lines(id, lines, self.style, area.centre_x(), first, size);
        group.into_iter().collect()
    }

    fn draw_logo(&self, area: Area) -> Vec<Item> {
        let Some(logo) = &self.template.logo else { return Vec::new() };
        let height = area.height.min(area.width * 0.5 / logo.aspect);
        vec![picture(logo, area.x, area.y, height * logo.aspect, height)]
    }
}

/// The height of lines of a size; none where there are none.
fn lines_height((lines, size): &(Vec<String>, f64)) -> f64 {
    if lines.is_empty() { 0.0 } else { size * (1.0 + tally::LINE * (lines.len() - 1) as f64) }
}

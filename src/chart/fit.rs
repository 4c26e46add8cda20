//! How large type is and where each band of a graphic stands, so that everything fits the page.

use super::Area;
use super::graphic::Composer;

/// A part of the graphic that takes the whole width, or parts that share a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    Headline,
    Subtitle,
    Tally,
    Rule,
    Turnout,
    Chamber,
    Legend,
    Parties,
    Rebels,
    Footer,
    Logo,
}

/// Where everything stands.
pub(super) struct Fit {
    /// The size of type over the design's.
    pub(super) scale: f64,
    /// The height of the page.
    pub(super) height: f64,
    /// The bands with their places, `x` from the margin.
    pub(super) places: Vec<(Band, Area)>,
    /// The rows of the list of rebels.
    pub(super) rebel_rows: usize,
}

/// How to try.
#[derive(Clone, Copy, Debug)]
struct Attempt<'a> {
    scale: f64,
    /// Lists at the right of the chamber.
    is_beside: bool,
    /// Whether lists may be cut.
    may_cut: bool,
    /// The least height of the chamber, in shares of what its width would allow.
    least: f64,
    /// Bands to leave out.
    without: &'a [Band],
}

/// The width of the chamber where lists stand beside it.
const CHAMBER_SHARE: f64 = 0.69;
/// The space between chamber and lists, in units at scale 1.
const BETWEEN: f64 = 40.0;
/// A list shows at least so many rows, or is left out.
const LEAST_ROWS: usize = 2;

/// What is left out first.
const LISTS: &[Band] = &[Band::Rebels, Band::Parties];
/// What is left out then.
const MORE: &[Band] = &[Band::Rebels, Band::Parties, Band::Turnout, Band::Rule, Band::Logo, Band::Subtitle];
/// What is left out last.
const MOST: &[Band] = &[
    Band::Rebels,
    Band::Parties,
    Band::Turnout,
    Band::Rule,
    Band::Logo,
    Band::Subtitle,
    Band::Legend,
    Band::Footer,
    Band::Headline,
];

/// Fits the bands of a graphic to a page of this width between margins. Without a height, the page is as high as
/// the bands take.
pub(super) fn fit(composer: &Composer<'_>, width: f64, height: Option<f64>, margin: f64) -> Fit {
    let bands = composer.bands();
    let page = Page { composer, bands: &bands, width, margin };
    let base = composer.type_scale();
    let Some(height) = height else { return page.natural(base) };
    let (attempts, last) = attempts(base);
    let found = attempts.iter().find_map(|attempt| page.attempt(attempt, height));
    found.or_else(|| page.attempt(&last, height)).unwrap_or(Fit {
        scale: last.scale,
        height,
        places: Vec::new(),
        rebel_rows: 0,
    })
}

/// What to try, in order, and what to do where nothing else fits.
fn attempts(base: f64) -> (Vec<Attempt<'static>>, Attempt<'static>) {
    let attempt = |least: f64, share: f64, is_beside: bool, may_cut: bool| Attempt {
        scale: base * share,
        is_beside,
        may_cut,
        least,
        without: &[],
    };
    let mut attempts: Vec<Attempt<'static>> = Vec::new();
    for share in [1.0, 0.93, 0.86] {
        attempts.extend([attempt(0.86, share, false, false), attempt(0.86, share, true, false)]);
    }
    for least in [0.66, 0.5, 0.36] {
        for share in [1.0, 0.93, 0.86, 0.8] {
            attempts.extend([attempt(least, share, false, false), attempt(least, share, true, false)]);
        }
        for share in [1.0, 0.86] {
            attempts.extend([attempt(least, share, false, true), attempt(least, share, true, true)]);
        }
    }
    for share in [0.8, 0.7, 0.6, 0.5] {
        for without in [&[][..], LISTS, MORE] {
            attempts.push(Attempt { without, ..attempt(0.2, share, false, true) });
        }
    }
    for share in [0.5, 0.4, 0.3, 0.2] {
        for without in [LISTS, MORE, MOST] {
            attempts.push(Attempt { without, ..attempt(0.1, share, false, true) });
        }
    }
    (attempts, Attempt { without: MOST, ..attempt(0.0, 0.15, false, true) })
}

struct Page<'a, 'b> {
    composer: &'a Composer<'b>,
    bands: &'a [Band],
    width: f64,
    margin: f64,
}

/// A band and the height it has.
struct Sized {
    band: Band,
    height: f64,
    rows: usize,
}

impl Page<'_, '_> {
    fn top(&self) -> f64 {
        self.margin * 0.8
    }

    fn bottom(&self) -> f64 {
        self.margin * 0.35
    }

    /// The page as high as its bands take.
    fn natural(&self, scale: f64) -> Fit {
        let natural = |band: Band| self.sized(band, self.width, scale);
        let bands: Vec<Sized> =
            self.bands.iter().map(|&band| natural(band)).filter(Sized::is_shown).collect();
        let mut fit = Fit { scale, height: 0.0, places: Vec::new(), rebel_rows: rows(&bands, Band::Rebels) };
        let end = stack(&bands, 0.0, self.width, self.top(), scale, 0.0, &mut fit.places);
        fit.height = end + self.bottom();
        fit
    }

    /// A band with all that it has to show.
    fn sized(&self, band: Band, width: f64, scale: f64) -> Sized {
        let rows = self.composer.list_rows(band, width, scale);
        let height = match band {
            Band::Chamber => self.composer.chamber_height(width, scale),
            Band::Parties | Band::Rebels => self.composer.list_height(band, rows, scale),
            band => self.composer.height(band, width, scale),
        };
        Sized { band, height, rows }
    }

    /// Everything in its place, where an attempt leaves the chamber high enough.
    fn attempt(&self, attempt: &Attempt<'_>, height: f64) -> Option<Fit> {
        let scale = attempt.scale;
        let wanted = self.bands.iter().copied().filter(|band| !attempt.without.contains(band));
        let (left, lists): (Vec<Band>, Vec<Band>) =
            wanted.partition(|band| !attempt.is_beside || !is_list(*band));
        // Beside the chamber is a place on pages that are wider than high.
        let is_wide = self.width > height && self.width >= 700.0 * scale;
        if attempt.is_beside && (lists.is_empty() || !is_wide) {
            return None;
        }
        let around =
            |band: &Band| matches!(band, Band::Headline | Band::Subtitle | Band::Footer | Band::Logo);
        let head = left.iter().take_while(|band| around(band)).count();
        let foot = left.iter().skip(head).rev().take_while(|band| around(band)).count();
        let (head, rest) = left.split_at(head);
        let (middle, foot) = rest.split_at(rest.len() - foot);
        let sized = |bands: &[Band], width: f64| -> Vec<Sized> {
            bands.iter().map(|&band| self.sized(band, width, scale)).filter(Sized::is_shown).collect()
        };
        let (head, foot) = (sized(head, self.width), sized(foot, self.width));
        let mut fit = Fit { scale, height, places: Vec::new(), rebel_rows: 0 };
        let mut top = stack(&head, 0.0, self.width, self.top(), scale, 0.0, &mut fit.places);
        let foot_height = stacked(&foot, scale);
        let foot_top = height - self.bottom() - foot_height;
        let edge = |a: Option<&Sized>, b: Option<&Sized>| match (a, b) {
            (Some(a), Some(b)) => gap(a.band, b.band, scale),
            _ => 0.0,
        };
        let chamber_width = if attempt.is_beside { self.width * CHAMBER_SHARE } else { self.width };
        let mut middle = sized(middle, chamber_width);
        top += edge(head.last(), middle.first());
        let room = foot_top - edge(middle.last(), foot.first()) - top;
        let (slack, rebel_rows) = self.settle(&mut middle, attempt, room)?;
        fit.rebel_rows = rebel_rows;
        // Above the first, before each list, and below where there is none.
        let sections = middle.iter().filter(|sized| opens_section(sized.band)).count();
        let spread = slack / (sections.max(1) + 1) as f64;
        stack(&middle, 0.0, chamber_width, top + spread, scale, spread, &mut fit.places);
        if attempt.is_beside {
            let x = chamber_width + BETWEEN * scale;
            let mut lists = sized(&lists, self.width - x);
            fit.rebel_rows = self.settle_lists(&mut lists, attempt, room)?;
            let used = stacked(&lists, scale);
            stack(&lists, x, self.width - x, top + (room - used) / 2.0, scale, 0.0, &mut fit.places);
        }
        stack(&foot, 0.0, self.width, foot_top, scale, 0.0, &mut fit.places);
        Some(fit)
    }

    /// Gives the chamber and the lists among the bands the heights that a room allows; the height that is left over
    /// and the rows of the rebels, or `None` where the room is too small.
    fn settle(&self, bands: &mut Vec<Sized>, attempt: &Attempt<'_>, room: f64) -> Option<(f64, usize)> {
        let natural =
            bands.iter().find(|sized| sized.band == Band::Chamber).map_or(0.0, |sized| sized.height);
        let least = natural * attempt.least;
        let over = |bands: &[Sized]| stacked(bands, attempt.scale) - room;
        // First the chamber gives way, then lists are cut.
        let give = |bands: &mut Vec<Sized>, least: f64| {
            let more = over(bands).max(0.0);
            if let Some(chamber) = bands.iter_mut().find(|sized| sized.band == Band::Chamber) {
                chamber.height = (chamber.height - more).max(least);
            }
        };
        give(bands, least);
        if over(bands) > 0.0 && attempt.may_cut {
            for band in [Band::Rebels, Band::Parties] {
                self.cut(bands, band, over(bands), attempt.scale);
            }
        }
        (over(bands) <= 1e-6).then(|| (-over(bands), rows(bands, Band::Rebels)))
    }

    /// Cuts lists that stand by themselves to a room; the rows of the rebels.
    fn settle_lists(&self, lists: &mut Vec<Sized>, attempt: &Attempt<'_>, room: f64) -> Option<usize> {
        for band in [Band::Rebels, Band::Parties] {
            let over = stacked(lists, attempt.scale) - room;
            if over > 0.0 && attempt.may_cut {
                self.cut(lists, band, over, attempt.scale);
            }
        }
        (stacked(lists, attempt.scale) <= room + 1e-6).then(|| rows(lists, Band::Rebels))
    }

    /// Makes a list lower by at least `over`, or takes it away.
    fn cut(&self, bands: &mut Vec<Sized>, band: Band, over: f64, scale: f64) {
        if over <= 0.0 {
            return;
        }
        let Some(sized) = bands.iter_mut().find(|sized| sized.band == band) else { return };
        let wanted = sized.height - over;
        let kept = (LEAST_ROWS..sized.rows)
            .rev()
            .find(|&rows| self.composer.list_height(band, rows, scale) <= wanted);
        match kept {
            Some(rows) => {
                sized.rows = rows;
                sized.height = self.composer.list_height(band, rows, scale);
            }
            None => bands.retain(|sized| sized.band != band),
        }
    }
}

impl Sized {
    fn is_shown(&self) -> bool {
        self.height > 0.0
    }
}

fn is_list(band: Band) -> bool {
    matches!(band, Band::Parties | Band::Rebels)
}

fn rows(bands: &[Sized], band: Band) -> usize {
    bands.iter().find(|sized| sized.band == band).map_or(0, |sized| sized.rows)
}

/// Whether more space may stand above a band, where there is some left over.
fn opens_section(band: Band) -> bool {
    is_list(band)
}

/// The space between two bands.
fn gap(above: Band, below: Band, scale: f64) -> f64 {
    let units = match (above, below) {
        (Band::Headline, Band::Subtitle) => 9.0,
        (Band::Headline | Band::Subtitle, _) => 34.0,
        (Band::Rule, Band::Turnout) | (Band::Turnout, Band::Rule) => 10.0,
        (Band::Tally, Band::Rule | Band::Turnout) => 16.0,
        (Band::Tally | Band::Rule | Band::Turnout, Band::Chamber) => 14.0,
        (Band::Chamber, Band::Legend)
        | (_, Band::Footer | Band::Logo)
        | (Band::Logo, _)
        | (Band::Parties | Band::Rebels, Band::Parties | Band::Rebels) => 26.0,
        _ => 34.0,
    };
    units * scale
}

/// The height of bands below one another.
fn stacked(bands: &[Sized], scale: f64) -> f64 {
    let gaps: f64 = bands.windows(2).map(|pair| gap(pair[0].band, pair[1].band, scale)).sum();
    bands.iter().map(|sized| sized.height).sum::<f64>() + gaps
}

/// Puts bands below one another, `more` space before each that opens a section; answers where they end.
fn stack(
    bands: &[Sized],
    x: f64,
    width: f64,
    top: f64,
    scale: f64,
    more: f64,
    places: &mut Vec<(Band, Area)>,
) -> f64 {
    let mut y = top;
    for (place, sized) in bands.iter().enumerate() {
        if let Some(above) = place.checked_sub(1).and_then(|above| bands.get(above)) {
            y += gap(above.band, sized.band, scale);
        }
        if place > 0 && opens_section(sized.band) {
            y += more;
        }
        places.push((sized.band, Area { x, y, width, height: sized.height }));
        y += sized.height;
    }
    y
}

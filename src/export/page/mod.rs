//! A vote as a web page: one file that asks for nothing else, readable without its script, and with it a chamber
//! whose seats answer to pointer and keys.
//!
//! The page is `assets/html/page.html` with its style and script put in, and a policy that allows these two and
//! nothing else, by their hashes. What comes from a file is escaped where it is put in, and the script only ever
//! sets texts as text.

mod drawing;
mod lists;
mod replay;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::markup::escaped;
use super::palette::Palette;
use crate::chart::{
    Arrangement, Encoding, Proof, SeatColour, Style, Texts, Vote, contrast, credit_line, date_line,
    description, outcome_sentence, provenance, result_word, source_line, turnout_lines,
};
use crate::lang::Message;
use crate::model::{Position, Rgb, Verdict};

const PAGE: &str = include_str!("../../../assets/html/page.html");
const STYLE: &str = include_str!("../../../assets/html/page.css");
const SCRIPT: &str = include_str!("../../../assets/html/page.js");

/// The two looks of a web page, which its reader switches between.
#[derive(Clone, Debug)]
pub struct PageStyles {
    /// On white.
    pub light: Style,
    /// On dark.
    pub dark: Style,
    /// Whether the page is dark whatever its reader's system says.
    pub starts_dark: bool,
    /// The eyes that its colours are shown as seen by; `None` for the colours themselves.
    pub proof: Option<Proof>,
}

impl Default for PageStyles {
    fn default() -> Self {
        Self::of(&Style::light())
    }
}

impl PageStyles {
    /// A style, and for the other ground the usual colours in its fonts and forms. A style on dark makes a page
    /// that starts dark.
    #[must_use]
    pub fn of(style: &Style) -> Self {
        // The reader chooses between the colours of votes and of parties.
        let encoding = Encoding { fill: SeatColour::Vote, ring: None, ..style.encoding };
        let style = Style { encoding, ..style.clone() };
        let in_colours_of = |other: Style| Style {
            typeface: style.typeface.clone(),
            sizes: style.sizes,
            encoding,
            tally: style.tally,
            ..other
        };
        let starts_dark =
            contrast(style.ground, Rgb(0xFF, 0xFF, 0xFF)) > contrast(style.ground, Rgb(0, 0, 0));
        let (light, dark) = if starts_dark {
            (in_colours_of(Style::light()), style)
        } else {
            let dark = in_colours_of(Style::dark());
            (style, dark)
        };
        Self { light, dark, starts_dark, proof: None }
    }
}

/// What every part of the page is made from.
struct Contents<'a> {
    vote: &'a Vote<'a>,
    styles: &'a PageStyles,
    /// The positions that occur with their members, vacant seats last, in the order of the legend.
    positions: Vec<(Position, u32)>,
}

impl<'a> Contents<'a> {
    fn new(vote: &'a Vote<'a>, styles: &'a PageStyles) -> Self {
        let summary = vote.summary;
        let mut positions: Vec<(Position, u32)> = summary
            .tally
            .occurring()
            .map(|(position, line)| (position, line.members))
            .filter(|(position, _)| *position != Position::Vacant)
            .collect();
        if summary.vacant_seats() > 0 {
            positions.push((Position::Vacant, summary.vacant_seats()));
        }
        Self { vote, styles, positions }
    }

    fn say(&self, key: &str) -> String {
        self.vote.lang.text(key)
    }

    /// The classes of whoever cast a ballot: how they voted and for which party they sit, by place in the lists.
    /// A seat without a ballot is vacant.
    fn classes(&self, ballot: Option<usize>) -> String {
        let cast = ballot.and_then(|index| self.vote.roll_call.vote(index));
        let position = cast.map_or(Position::Vacant, |cast| cast.ballot.position());
        let vote = self.positions.iter().position(|&(listed, _)| listed == position);
        let party = cast.and_then(|cast| {
            self.vote.summary.parties.iter().position(|line| line.party == cast.member.party)
        });
        let class = |letter: char, place: Option<usize>| place.map(|place| format!("{letter}{place}"));
        [class('p', party), class('v', vote)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// Writes a vote as a web page of one file. Its drawing is the chamber that the graphic has.
#[must_use]
pub fn web_page(vote: &Vote<'_>, texts: &Texts, arrangement: &Arrangement, styles: &PageStyles) -> String {
    let contents = Contents::new(vote, styles);
    let mut palette = Palette::default();
    let drawing = drawing::chamber(&contents, arrangement, &mut palette);
    let groups = lists::groups(&contents, &mut palette);
    let legend = lists::legend(&contents, &mut palette);
    let style = style(&contents, &mut palette);
    let script = format!("\n{SCRIPT}");
    let title = texts.title.clone().unwrap_or_else(|| vote.title());
    let (rows, columns) = lists::table(&contents, &drawing.ballots);
    let text = |key: &str| escaped(&contents.say(key));
    let is_vote = vote.summary.composition.is_none();
    fill(PAGE, |name| match name {
        "lang" => vote.lang.code().to_owned(),
        "theme" => if styles.starts_dark { " data-theme=\"dark\"" } else { "" }.to_owned(),
        "policy" => format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
            hash(&script),
            hash(&style)
        ),
        "style" => style.clone(),
        "script" => script.clone(),
        "title" => escaped(&title),
        "description" => escaped(&description(vote)),
        "where" => paragraph("where", &texts.subtitle.clone().unwrap_or_else(|| date_line(vote))),
        "result" => text("page-result"),
        "took-part" => took_part(vote),
        "tally" => lists::tally(&contents),
        "verdict" => verdict(vote),
        "rule" => paragraph("rule", &outcome_sentence(vote).unwrap_or_default()),
        "find" => text("page-find"),
        "found" => escaped(&Message::new("votes-of").with("n", "{n}").with("all", "{all}").text(vote.lang)),
        // A composition has no votes to be coloured by.
        "one-colour" => if is_vote { "" } else { " data-one-colour" }.to_owned(),
        "colour" => text("page-colour"),
        "colour-vote" => text("page-colour-vote"),
        "colour-party" => text("page-colour-party"),
        "dark" => text("page-dark"),
        "view-box" => drawing.view_box.clone(),
        "chamber-name" => {
            escaped(&Message::new("chamber-name").with("seats", vote.summary.seats).text(vote.lang))
        }
        "seat-pattern" => escaped(
            &Message::new(if is_vote { "seat-title" } else { "seat-title-composition" })
                .with("name", "{name}")
                .with("party", "{party}")
                .with("vote", "{vote}")
                .text(vote.lang),
        ),
        "seats" => drawing.shapes.clone(),
        "votes" => text("page-votes"),
        "legend" => legend.clone(),
        "replay" => replay::bar(&contents, arrangement, &drawing.ballots),
        "groups" => groups.clone(),
        "table-name" => escaped(&Message::new("page-table").with("n", drawing.ballots.len()).text(vote.lang)),
        "columns" => columns.clone(),
        "rows" => rows.clone(),
        "source" => escaped(&source_line(vote, &styles.light, texts)),
        "credit" => escaped(&credit_line(vote, texts)),
        _ => String::new(),
    })
}

/// The template with every `{{name}}` replaced, in one pass: what is put in is not looked at again.
fn fill(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut page = String::with_capacity(1 << 17);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        page.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        page.push_str(&value(name));
        rest = after;
    }
    page.push_str(rest);
    page
}

/// What a content security policy names a style or a script by.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(text)))
}

fn paragraph(class: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p class=\"{class}\">{}</p>", escaped(text)) }
}

fn took_part(vote: &Vote<'_>) -> String {
    let Some((big, small)) = turnout_lines(vote) else { return String::new() };
    let small: Vec<String> = small.iter().map(|line| escaped(line)).collect();
    format!("<p class=\"took-part\"><b>{}</b> {}</p>", escaped(&big), small.join("<br>"))
}

fn verdict(vote: &Vote<'_>) -> String {
    if vote.summary.composition.is_some() {
        return String::new();
    }
    let word = result_word(vote).map(|word| {
        let class = vote.summary.judgement.result.map_or("elected", Verdict::key);
        format!("<b class=\"{class}\">{}</b>", escaped(&word))
    });
    let lines: Vec<String> = provenance(vote).iter().map(|line| escaped(line)).collect();
    format!("<div class=\"verdict\">{}<p>{}</p></div>", word.unwrap_or_default(), lines.join("<br>"))
}

/// The style, after the colours that the page has on white and on dark.
fn style(contents: &Contents<'_>, palette: &mut Palette) -> String {
    let PageStyles { light, dark, .. } = contents.styles;
    let tokens = |style: &Style| {
        [
            ("ground", style.ground),
            ("panel", style.panel),
            ("ink", style.ink),
            ("secondary", style.secondary),
            ("hairline", style.hairline),
            ("field", style.dash),
            ("track", style.track),
            ("dash", style.dash),
            ("adopted", style.in_favour_text),
            ("adopted-ground", style.adopted_ground),
            ("rejected", style.rejected_text),
            ("rejected-ground", style.rejected_ground),
            ("in-favour", style.in_favour),
            ("in-favour-text", style.in_favour_text),
            ("against", style.against),
            ("against-text", style.against_text),
        ]
    };
    let mut named = String::new();
    for ((name, light), (_, dark)) in tokens(light).into_iter().zip(tokens(dark)) {
        named.push_str(&format!("--{name}:{};", palette.pair(light, dark)));
    }
    let mut parties = String::new();
    for (place, line) in contents.vote.summary.parties.iter().enumerate() {
        parties.push_str(&format!(".p{place}{{--p:{}}}\n", lists::party_colour(contents, line, palette)));
    }
    let [on_white, on_dark] = palette.declarations(contents.styles.proof);
    // On paper the page is white whatever the screen says.
    format!(
        "\n:root{{{on_white}{named}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=\"light\"]){{{on_dark}}}}}\n\
         @media screen{{:root[data-theme=\"dark\"]{{{on_dark}}}}}\n{parties}{STYLE}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_into_the_page_is_not_looked_at_again() {
        let filled = fill("<p>{{title}}</p>{{empty}}", |name| match name {
            "title" => "{{title}} {{script}}".to_owned(),
            _ => String::new(),
        });
        assert_eq!(filled, "<p>{{title}} {{script}}</p>");
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        // `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`
        assert_eq!(hash("alert(1)"), "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=");
    }
}

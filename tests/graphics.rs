//! Graphics of every preset: nothing leaves the page, nothing lies on anything else, and a few that were looked at.
//! `UPDATE_GOLDEN=1 cargo test --test graphics` writes them anew: look at each before committing it.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use hemicycle::analyze::Summary;
use hemicycle::chart::scene::{Anchor, Item, Mark, Marker, Medium, Scene};
use hemicycle::chart::{
    Arrangement, Page, Part, Preset, Proof, SeatColour, Style, Template, Vote, alike_colours, graphic, proof,
};
use hemicycle::export::{Effort, Resolution, pixels, svg};
use hemicycle::lang::{Lang, Message};
use hemicycle::model::{Archive, Ballot, Member, Party, PartyId, Position, RollCallInfo};
use hemicycle::stylesheet::{StyleSheet, dressed, read_logo};
use proptest::prelude::*;

/// A made-up vote.
#[derive(Clone, Debug)]
struct Made {
    members: usize,
    parties: usize,
    /// The length of the parties' short names in letters.
    letters: usize,
    title: String,
    seed: usize,
}

impl Made {
    fn archive(&self) -> Archive {
        let mut archive = Archive::default();
        for party in 0..self.parties {
            let name = format!("Party {party} of the League for Everything That Anybody May Want");
            let short: String = name.chars().cycle().skip(party).take(self.letters).collect();
            archive.parties.push(Party { name, short: short.trim().to_owned(), colour: None });
        }
        let mut ballots = Vec::with_capacity(self.members);
        for index in 0..self.members {
            let party = PartyId((index * self.parties / self.members) as u16);
            let name = format!("Adelheid Wilhelmina Member-Representative {index}");
            let id = archive.add_member(Member { name, party: Some(party), ..Member::default() });
            let position = match (index * 7 + usize::from(party.0) * self.seed + self.seed) % 23 {
                0..=9 => Position::For,
                10..=16 => Position::Against,
                17 => Position::Abstain,
                18 => Position::NotVoting,
                19 => Position::Excused,
                20 => Position::Unknown,
                _ => Position::Absent,
            };
            ballots.push((id, Ballot::new(position)));
        }
        let info = RollCallInfo {
            title: Some(self.title.clone()),
            chamber: Some("The Assembly of the Example".to_owned()),
            source: Some(
                "A source with a long name: the office of records of the assembly, list 12".to_owned(),
            ),
            ..RollCallInfo::default()
        };
        archive.add_roll_call(info, ballots).expect("members that were added");
        archive
    }

    fn draw(&self, lang: Lang, style: &Style, arrangement: &Arrangement, template: &Template) -> Scene {
        let archive = self.archive();
        let roll_call = archive.roll_call(0).expect("one vote");
        let summary = Summary::of(roll_call, None);
        let vote = Vote { roll_call, summary: &summary, lang, file: "made-up.csv" };
        graphic(&vote, style, arrangement, template)
    }
}

fn made(members: usize, parties: usize) -> Made {
    Made { members, parties, letters: 3, title: "A bill to plant an orchard".to_owned(), seed: 5 }
}

#[derive(Clone, Debug)]
struct Extent {
    what: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Extent {
    fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// What texts, seats and all other shapes cover.
#[derive(Default)]
struct Extents {
    texts: Vec<Extent>,
    seats: Vec<Extent>,
    others: Vec<Extent>,
}

fn gather(scene: &Scene, items: &[Item], into: &mut Extents) {
    let around = |what: &str, x: f64, y: f64, half: f64| Extent {
        what: what.to_owned(),
        left: x - half,
        right: x + half,
        top: y - half,
        bottom: y + half,
    };
    for item in items {
        match item {
            Item::Group(group) => gather(scene, &group.items, into),
            Item::Text(text) => {
                let width = scene.typeface.width(&text.content, text.size, text.weight);
                let left = match text.anchor {
                    Anchor::Start => text.at.x,
                    Anchor::Middle => text.at.x - width / 2.0,
                    Anchor::End => text.at.x - width,
                };
                // Capitals and short letters: what the eye would see collide.
                let (top, bottom) = (text.at.y - 0.7 * text.size, text.at.y + 0.1 * text.size);
                let what = text.content.clone();
                into.texts.push(Extent { what, left, top, right: left + width, bottom });
            }
            Item::Seats(seats) => {
                for seat in seats.iter() {
                    let of =
                        |what, marker: Marker| around(what, marker.centre.x, marker.centre.y, marker.radius);
                    into.seats.push(of("seat", seat.marker));
                    into.others.extend(seats.look.rings_at(seat.marker.centre).map(|ring| of("ring", ring)));
                }
            }
            Item::Marker(marker) => {
                into.others.push(around("mark", marker.centre.x, marker.centre.y, marker.radius));
            }
            Item::Rect(rect) => into.others.push(Extent {
                what: "rectangle".to_owned(),
                left: rect.x,
                top: rect.y,
                right: rect.x + rect.width,
                bottom: rect.y + rect.height,
            }),
            Item::Image(image) => into.others.push(Extent {
                what: "picture".to_owned(),
                left: image.x,
                top: image.y,
                right: image.x + image.width,
                bottom: image.y + image.height,
            }),
            _ => {}
        }
    }
}

/// Everything is on the page, and no text lies on a text, a seat, a bar or a mark.
fn assert_clean(scene: &Scene, context: &str) {
    let mut found = Extents::default();
    gather(scene, &scene.items, &mut found);
    for extent in found.texts.iter().chain(&found.seats).chain(&found.others) {
        assert!(
            extent.left >= -0.01
                && extent.top >= -0.01
                && extent.right <= scene.width + 0.01
                && extent.bottom <= scene.height + 0.01,
            "{context}: {} leaves {} × {}: {extent:?}",
            extent.what,
            scene.width,
            scene.height
        );
    }
    for (place, text) in found.texts.iter().enumerate() {
        let others = found.texts[place + 1..].iter().chain(&found.others);
        for other in others.chain(&found.seats) {
            // Names that are set very small beside a key may share a hair's breadth.
            let inner = Extent { left: text.left + 0.3, right: text.right - 0.3, ..text.clone() };
            assert!(
                !inner.touches(other),
                "{context}: {} lies on {}: {text:?}, {other:?}",
                text.what,
                other.what
            );
        }
    }
}

/// Some on every run, and as many as `PROPTEST_CASES` says where it does.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_the_vote_nothing_leaves_the_page_or_lies_on_anything(
        members in prop_oneof![5_usize..60, 60_usize..700, 700_usize..=3000],
        parties in 1_usize..=30,
        letters in 2_usize..40,
        words in 0_usize..50,
        seed in 0_usize..23,
        preset in 0_usize..Preset::ALL.len(),
        lang in 0_usize..Lang::ALL.len(),
        all_parts in any::<bool>(),
    ) {
        let title = ["Amendment", "to", "the", "bill", "on", "parliamentarianism"]
            .into_iter().cycle().take(words).collect::<Vec<_>>().join(" ");
        let made = Made { members, parties: parties.min(members), letters, title, seed };
        let mut template = Preset::ALL[preset].template();
        if all_parts {
            for part in Part::ALL {
                template.show(part);
            }
        }
        let scene = made.draw(Lang::ALL[lang], &Style::light(), &Arrangement::default(), &template);
        prop_assert_eq!(scene.seats().count(), members);
        assert_clean(&scene, &format!("{:?} of {made:?}", Preset::ALL[preset]));
    }
}

#[test]
fn the_words_under_the_number_of_seats_are_whole_and_clear_of_few_seats() {
    for (members, preset) in [(20_u32, Preset::Slide), (30, Preset::Slide), (30, Preset::Square)] {
        // With this seed and as many parties as members all vote against: nothing is known of any who did not.
        let vote = Made { letters: 9, seed: 16, ..made(members as usize, members as usize) };
        for lang in Lang::ALL {
            let scene = vote.draw(lang, &Style::light(), &Arrangement::default(), &preset.template());
            let context = format!("{members} members, {preset:?}, {lang:?}");
            assert_clean(&scene, &context);
            let count = scene.items.iter().find_map(|item| match item {
                Item::Group(group) if group.id == "seat-count" => Some(&group.items),
                _ => None,
            });
            let lines = count.into_iter().flatten().filter_map(|item| match item {
                Item::Text(text) => Some(text.content.as_str()),
                _ => None,
            });
            let words = Message::new("named-label").with("n", members).text(lang);
            assert_eq!(lines.collect::<Vec<_>>().join(" "), format!("{members} {words}"), "{context}");
        }
    }
}

fn assert_golden(name: &str, scene: &Scene) {
    assert_clean(scene, name);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let drawn = svg(scene);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &drawn).expect("written");
        // To be looked at.
        let pixels =
            pixels(scene, Resolution::default()).and_then(|pixels| pixels.png(Effort::Fast)).expect("drawn");
        fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png"), pixels)
            .expect("written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file").replace("\r\n", "\n");
    assert!(drawn == golden, "{name} is drawn otherwise than in tests/golden");
}

fn style(name: &str) -> Style {
    StyleSheet::load(name).expect("shipped").style().expect("a style")
}

#[test]
fn golden_presets_and_styles() {
    let plain = Arrangement::default();
    let long = Made { letters: 22, title: "An act ".repeat(9), ..made(120, 30) };
    assert_golden(
        "preset-column-print-de.svg",
        &made(101, 6).draw(Lang::De, &style("print"), &plain, &Preset::Column.template()),
    );
    let lines = Arrangement { lines: vec![61], ..Arrangement::default() };
    assert_golden(
        "preset-page-long-pl.svg",
        &long.draw(Lang::Pl, &style("green-red"), &lines, &Preset::Page.template()),
    );
    let mut ringed = style("blue-orange");
    ringed.encoding.fill = SeatColour::Party;
    ringed.encoding.ring = Some(SeatColour::Vote);
    assert_golden(
        "preset-slide-ringed.svg",
        &made(60, 4).draw(Lang::En, &ringed, &plain, &Preset::Slide.template()),
    );
    let mut hatched = style("default");
    hatched.encoding.patterns = true;
    assert_golden("hatched.svg", &made(90, 5).draw(Lang::En, &hatched, &plain, &Preset::Article.template()));
    assert_golden(
        "preset-square-five-dark.svg",
        &made(5, 2).draw(Lang::Es, &style("dark"), &plain, &Preset::Square.template()),
    );
}

#[test]
fn parts_are_hidden_and_put_in_another_order() {
    let vote = made(50, 3);
    let ids = |parts: &[Part]| -> Vec<String> {
        let template = Template { parts: parts.to_vec(), ..Template::default() };
        let scene = vote.draw(Lang::En, &Style::light(), &Arrangement::default(), &template);
        assert_clean(&scene, "parts");
        let groups = scene.items.iter().filter_map(|item| match item {
            Item::Group(group) => Some(group.id.clone()),
            _ => None,
        });
        groups
            .filter(|id| ["headline", "tally", "seats", "legend", "parties"].contains(&id.as_str()))
            .collect()
    };
    assert_eq!(ids(&[Part::Headline, Part::Tally, Part::Chamber]), ["headline", "tally", "seats"]);
    assert_eq!(
        ids(&[Part::Parties, Part::Chamber, Part::Legend, Part::Headline]),
        ["parties", "seats", "legend", "headline"]
    );
    assert_eq!(ids(&[]), Vec::<String>::new());
}

#[test]
fn paper_has_millimetres_and_transparency_no_ground() {
    let draw = |preset: Preset| {
        made(50, 3).draw(Lang::En, &Style::light(), &Arrangement::default(), &preset.template())
    };
    let column = draw(Preset::Column);
    assert_eq!(column.medium, Medium::Paper);
    assert!(svg(&column).contains("width=\"85mm\""));
    let overlay = draw(Preset::Overlay);
    assert_eq!(overlay.background, None);
    let image = image::load_from_memory(
        &pixels(&overlay, Resolution::Scale(0.25))
            .and_then(|pixels| pixels.png(Effort::Fast))
            .expect("drawn"),
    );
    assert_eq!(image.expect("a PNG").to_rgba8().get_pixel(0, 0).0[3], 0, "nothing in the corner");
}

#[test]
fn glyphs_tell_votes_apart_without_colour_and_end_the_warning() {
    let archive = made(40, 3).archive();
    let roll_call = archive.roll_call(0).expect("one vote");
    let summary = Summary::of(roll_call, None);
    let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "x" };
    assert!(alike_colours(&vote, &Style::light()).is_empty());
    let text = "[palette]\nfor = \"#3A9D4A\"\nagainst = \"#D0503A\"\n";
    let mut style = StyleSheet::parse(text, "x").expect("a style").style().expect("a style");
    let alike = alike_colours(&vote, &style);
    assert!(alike.iter().any(|pair| pair.positions == [Position::For, Position::Against]), "{alike:?}");
    assert!(alike[0].message(&vote).to_string().contains("#3A9D4A"), "{}", alike[0].message(&vote));
    style.encoding.patterns = true;
    assert!(alike_colours(&vote, &style).is_empty(), "lines tell them apart too");
    let scene = graphic(&vote, &style, &Arrangement::default(), &Template::default());
    let against = scene.seats().filter(|seat| seat.marker.mark == Mark::DiscRising).count() as u32;
    assert_eq!(against, summary.tally.members(Position::Against));
    style.encoding.glyphs = true;
    assert!(alike_colours(&vote, &style).is_empty());
    let scene = graphic(&vote, &style, &Arrangement::default(), &Template::default());
    let marks = |mark: Mark| scene.seats().filter(|seat| seat.marker.mark == mark).count() as u32;
    assert_eq!(marks(Mark::DiscCheck), summary.tally.members(Position::For));
    assert_eq!(marks(Mark::DiscCross), summary.tally.members(Position::Against));
    let grey = proof(&scene, Proof::Grey);
    assert!(grey.seats().all(|seat| {
        let colour = seat.marker.colour;
        colour.0 == colour.1 && colour.1 == colour.2
    }));
    assert_eq!(scene.seats().count(), grey.seats().count());
}

#[test]
fn the_sentence_on_the_rule_is_a_part() {
    let archive = made(40, 3).archive();
    let roll_call = archive.roll_call(0).expect("one vote");
    let summary = Summary::of(roll_call, Some("3/4 of members".parse().expect("a rule")));
    let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "x" };
    let drawn =
        |template: &Template| svg(&graphic(&vote, &Style::light(), &Arrangement::default(), template));
    let mut template = Template::default();
    assert!(drawn(&template).contains("At least three quarters of all members: 30 needed"));
    template.hide(Part::Rule);
    assert!(!drawn(&template).contains("needed"));
    assert!(!drawn(&Preset::Column.template()).contains("needed"), "too narrow for it");
}

#[test]
fn a_logo_is_embedded_and_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("daily.png");
    let red = image::RgbaImage::from_pixel(40, 20, image::Rgba([200, 0, 100, 255]));
    red.save(&path).expect("written");
    let mut template = Preset::Article.template();
    template.logo = Some(read_logo(&path).expect("a picture"));
    let scene = made(30, 3).draw(Lang::En, &Style::light(), &Arrangement::default(), &template);
    assert_clean(&scene, "logo");
    let drawing = svg(&scene);
    assert!(
        drawing.contains("href=\"data:image/png;base64,iVBOR") && drawing.contains("aria-label=\"daily\"")
    );
    let bytes =
        pixels(&scene, Resolution::default()).and_then(|pixels| pixels.png(Effort::Fast)).expect("drawn");
    let image = image::load_from_memory(&bytes).expect("a PNG").to_rgba8();
    assert!(image.pixels().filter(|pixel| pixel.0 == [200, 0, 100, 255]).count() > 500);
}

#[test]
fn titles_that_run_from_right_to_left_stand_at_the_right() {
    let mut vote = made(30, 3);
    vote.title = "הצעת חוק 12".to_owned();
    let scene = vote.draw(Lang::En, &Style::light(), &Arrangement::default(), &Template::default());
    let mut texts = Vec::new();
    let Some(Item::Group(headline)) = scene.items.first() else { panic!("a headline first") };
    for item in &headline.items {
        if let Item::Text(text) = item {
            texts.push((text.anchor, text.at.x));
        }
    }
    assert_eq!(texts, [(Anchor::End, scene.width - 64.0)]);
    assert!(svg(&scene).contains("\u{2067}הצעת חוק 12\u{2069}"));
}

#[test]
fn parties_stand_in_the_order_and_under_the_names_of_the_style() {
    let text =
        "party-order = [\"P2\", \"Third\"]\n[[party]]\nname = \"Third\"\nshort = \"3RD\"\nalso = [\"P3\"]\n";
    let sheet = StyleSheet::parse(text, "house.toml").expect("a style");
    let mut archive = made(40, 4).archive();
    for (place, party) in archive.parties.iter_mut().enumerate() {
        party.short = format!("P{place}");
    }
    archive.parties = dressed(&archive.parties, &sheet.party);
    let roll_call = archive.roll_call(0).expect("one vote");
    let summary = Summary::of(roll_call, None);
    let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "x" };
    let mut arrangement = Arrangement::default();
    sheet.arrange(&mut arrangement).expect("an order");
    let scene = graphic(&vote, &Style::light(), &arrangement, &Template::default());
    let mut order: Vec<&str> = Vec::new();
    for seat in scene.seats() {
        if order.last() != Some(&seat.caption.party.as_str()) {
            order.push(&seat.caption.party);
        }
    }
    assert_eq!(order, ["P2", "3RD", "P0", "P1"]);
}

#[test]
fn a_tiny_page_keeps_the_chamber() {
    for (width, height) in [(200.0, 200.0), (320.0, 200.0), (200.0, 600.0), (2400.0, 300.0)] {
        let template = Template { page: Page::pixels(width, height), ..Preset::Page.template() };
        let scene = made(200, 9).draw(Lang::De, &Style::light(), &Arrangement::default(), &template);
        assert_eq!(scene.seats().count(), 200, "{width} × {height}");
        assert!((scene.height - height).abs() < 1e-9);
    }
}

#[test]
#[should_panic(expected = "lies on")]
fn what_lies_on_something_else_is_found() {
    let mut scene =
        made(50, 3).draw(Lang::En, &Style::light(), &Arrangement::default(), &Template::default());
    let seat = scene.seats().next().expect("a seat").marker.centre;
    let text = hemicycle::chart::scene::Text {
        at: seat,
        anchor: Anchor::Middle,
        size: 12.0,
        weight: hemicycle::chart::scene::Weight::Regular,
        fill: Style::light().ink,
        content: "over a seat".to_owned(),
    };
    scene.items.push(Item::Text(text));
    assert_clean(&scene, "found");
}

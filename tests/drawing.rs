//! Drawings against files that were looked at. `UPDATE_GOLDEN=1 cargo test --test drawing` writes them anew:
//! look at each before committing it.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use hemicycle::analyze::Summary;
use hemicycle::app::Sample;
use hemicycle::chart::scene::Scene;
use hemicycle::chart::{Arrangement, Page, Preset, Style, Template, Vote, graphic, window};
use hemicycle::export::{PictureFormat, PictureOptions, Resolution, picture, svg};
use hemicycle::lang::Lang;
use hemicycle::layout::{LayoutOptions, Shape};
use hemicycle::read::{Source, read};

fn draw(source: &Source, lang: Lang, compose: impl Fn(&Vote<'_>) -> Scene) -> Scene {
    let reading = read(source).expect("a roll call");
    let roll_call = reading.roll_call().expect("one vote");
    let summary = Summary::of(roll_call, None);
    compose(&Vote { roll_call, summary: &summary, lang, file: &reading.file })
}

fn sized(width: f64, height: f64) -> Template {
    Template { page: Page::pixels(width, height), ..Preset::Article.template() }
}

fn graphic_of(source: &Source, lang: Lang, width: f64, height: f64) -> Scene {
    draw(source, lang, |vote| graphic(vote, &Style::light(), &Arrangement::default(), &sized(width, height)))
}

/// A chamber of so many members in so many parties, with votes in a fixed pattern.
fn chamber(members: usize, parties: usize) -> Source {
    let mut text = "name,party,vote\n".to_owned();
    for index in 0..members {
        let party = index * parties / members;
        let vote =
            ["yes", "no", "abstain", "absent", "excused", "present", "not voting", "paired", "presiding"]
                [(index * 7 + party * 3) % 11 % 9];
        text += &format!("Member {index:04},The Party of Number {party},{vote}\n");
    }
    Source::new("chamber.csv", text)
}

fn assert_golden(name: &str, scene: &Scene) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let drawn = svg(scene);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &drawn).expect("written");
        // To be looked at.
        let pixels = picture(scene, PictureFormat::Png, &PictureOptions::default()).expect("drawn");
        fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png"), pixels)
            .expect("written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file").replace("\r\n", "\n");
    assert!(drawn == golden, "{name} is drawn otherwise than in tests/golden");
}

#[test]
fn golden_drawings() {
    assert_golden("founding.svg", &graphic_of(&Sample::Founding.source(), Lang::En, 1200.0, 1120.0));
    assert_golden("founding-low-fr.svg", &graphic_of(&Sample::Founding.source(), Lang::Fr, 1200.0, 900.0));
    assert_golden("classroom.svg", &graphic_of(&Sample::Classroom.source(), Lang::En, 1080.0, 1080.0));
    assert_golden("every-position.svg", &graphic_of(&chamber(120, 5), Lang::En, 1200.0, 1120.0));
    for (name, shape, lines) in [
        ("shape-benches.svg", Shape::Benches, vec![]),
        ("shape-horseshoe.svg", Shape::Horseshoe, vec![61, 80]),
        ("shape-classroom.svg", Shape::Classroom, vec![61]),
        ("shape-table.svg", Shape::Table, vec![]),
    ] {
        let layout = LayoutOptions { shape, ..LayoutOptions::default() };
        let arrangement = Arrangement { layout, lines, ..Arrangement::default() };
        let scene = draw(&chamber(120, 5), Lang::En, |vote| {
            graphic(vote, &Style::light(), &arrangement, &sized(1200.0, 1120.0))
        });
        assert_golden(name, &scene);
    }
    let dark = draw(&Sample::Founding.source(), Lang::En, |vote| {
        window(vote, &Style::dark(), &Arrangement::default(), 688.0, 624.0)
    });
    assert_golden("window-narrow-dark.svg", &dark);
}

#[test]
fn the_founding_graphic_has_577_named_seats_and_says_the_result() {
    let drawing = svg(&graphic_of(&Sample::Founding.source(), Lang::En, 1200.0, 1120.0));
    assert_eq!(drawing.matches("class=\"seat\"").count(), 577);
    assert_eq!(drawing.matches("data-vote=\"against\"").count(), 118);
    assert_eq!(drawing.matches("data-vote=\"vacant\"").count(), 2);
    assert_eq!(drawing.matches("<g id=\"party-").count(), 12);
    assert!(drawing.contains("data-member=\"Delphine Lingemann\" data-party=\"DEM\" data-vote=\"for\""));
    assert!(drawing.contains("<title>Delphine Lingemann, Les Démocrates: For</title>"));
    assert!(drawing.starts_with("<svg ") && drawing.contains("role=\"img\""));
    let description = "rejected by 119 votes to 24. Judged by the rule: More votes for than against. \
                       A chart of 577 seats, coloured by vote.";
    assert!(drawing.contains(description), "the description states the result");
}

#[test]
fn what_comes_from_a_file_cannot_break_the_drawing() {
    let source = Source::new(
        "evil.csv",
        "# title: </title><script>alert(1)</script>\nname,party,vote\n\
         \"<img src=x onerror=\"\"a\"\">\",\"\"\" onload=\"\"x\",yes\nB & C,]]>,no\n'D',\"<g id='x'>\",abstain\n",
    );
    let drawing = svg(&graphic_of(&source, Lang::En, 1200.0, 1120.0));
    for forbidden in ["<script", "<img", "onload=\"", "<g id='x'", " onerror=\""] {
        assert!(!drawing.contains(forbidden), "{forbidden}");
    }
    usvg::Tree::from_str(&drawing, &usvg::Options::default()).expect("well-formed");
}

/// Nothing leaves the picture and every seat is drawn, whatever the chamber and the shape of the picture.
#[test]
fn any_chamber_fits_any_picture() {
    for (members, parties) in
        [(1, 1), (2, 2), (5, 1), (9, 4), (25, 3), (101, 30), (577, 12), (1000, 60), (3000, 8)]
    {
        for (width, height) in [
            (1200.0, 1120.0),
            (1200.0, 900.0),
            (1080.0, 1080.0),
            (1920.0, 1080.0),
            (400.0, 700.0),
            (200.0, 200.0),
        ] {
            let scene = graphic_of(&chamber(members, parties), Lang::Fr, width, height);
            assert_eq!(scene.seats().count(), members);
            for seat in scene.seats() {
                let (centre, radius) = (seat.marker.centre, seat.marker.radius);
                assert!(
                    centre.x - radius >= 0.0 && centre.x + radius <= width,
                    "{members} in {width}×{height}"
                );
                assert!(
                    centre.y - radius >= 0.0 && centre.y + radius <= height,
                    "{members} in {width}×{height}"
                );
            }
            let screen = draw(&chamber(members, parties), Lang::Fr, |vote| {
                window(vote, &Style::light(), &Arrangement::default(), width, height)
            });
            assert_eq!(screen.seats().count(), members);
        }
    }
}

#[test]
fn a_png_has_the_size_and_the_colours_of_the_scene() {
    let scene = graphic_of(&Sample::Founding.source(), Lang::En, 600.0, 560.0);
    let options = PictureOptions { resolution: Resolution::Scale(2.0), ..PictureOptions::default() };
    let bytes = picture(&scene, PictureFormat::Png, &options).expect("drawn");
    let image = image::load_from_memory(&bytes).expect("a PNG").to_rgba8();
    assert_eq!(image.dimensions(), (1200, 1120));
    let count = |colour: [u8; 4]| image.pixels().filter(|pixel| pixel.0 == colour).count();
    assert!(count([0xE8, 0x60, 0x3C, 0xFF]) > 10_000 && count([0x00, 0x5F, 0x73, 0xFF]) > 3_000);
    assert!(count([0xFF; 4]) > 600_000);
}

//! The window and the exported picture are one drawing: pixel against pixel, but for the smoothing of edges.

use egui_kittest::kittest::Queryable as _;
use hemicycle::app::{App, Sample};
use hemicycle::chart::scene::{Anchor, Mark, Scene};
use hemicycle::chart::{Style, Vote, window as central_panel};
use hemicycle::export::{PictureFormat, PictureOptions, picture};
use hemicycle::lang::Lang;
use image::{Rgba, RgbaImage};

use super::{Command, Harness, settle, window};

/// How far two renderers may take the smoothing of one edge apart, of 255. The dashes of a dotted ring in the legend,
/// a pixel wide, come to 41.
const SMOOTHING: u8 = 48;

/// The central panel as the window shows it, and as the PNG of the same scene.
fn both(theme: egui::Theme, style: &Style) -> (Scene, RgbaImage, RgbaImage) {
    let mut harness: Harness<'_, App> = window(Lang::En, theme, [1440.0, 900.0]);
    harness.run_steps(2);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::OpenSample(Sample::Founding));
    settle(&mut harness);
    let panel = harness.get_by_label_contains("Arrow keys move").rect();
    assert_eq!(
        panel.min.round(),
        panel.min,
        "whole pixels, or the pictures could not be laid over each other"
    );
    let screen = harness.render().expect("drawn");
    let (x, y) = (panel.min.x as u32, panel.min.y as u32);
    let (width, height) = (panel.width() as u32, panel.height() as u32);
    let screen = image::imageops::crop_imm(&screen, x, y, width, height).to_image();
    let opened = harness.state().state().opened.clone().expect("a vote");
    let roll_call = opened.roll_call().expect("a roll call");
    let vote = Vote { roll_call, summary: &opened.summary, lang: Lang::En, file: &opened.reading().file };
    let arrangement = &harness.state().state().arrangement;
    let scene = central_panel(&vote, style, arrangement, f64::from(panel.width()), f64::from(panel.height()));
    let png = picture(&scene, PictureFormat::Png, &PictureOptions::default()).expect("drawn");
    let exported = image::load_from_memory(&png).expect("a PNG").to_rgba8();
    assert_eq!(exported.dimensions(), screen.dimensions());
    (scene, screen, exported)
}

/// True where a pixel of `a` lies between the darkest and the lightest of those around its place in `b`: what
/// smoothing an edge in another way can make of it.
fn is_between(a: &RgbaImage, b: &RgbaImage, x: u32, y: u32) -> bool {
    (0..3).all(|channel| {
        let around = (y.saturating_sub(1)..=(y + 1).min(b.height() - 1))
            .flat_map(|y| (x.saturating_sub(1)..=(x + 1).min(b.width() - 1)).map(move |x| (x, y)))
            .map(|(x, y)| b.get_pixel(x, y).0[channel]);
        let (least, most) = around.fold((255, 0), |(least, most), value| (value.min(least), value.max(most)));
        let value = a.get_pixel(x, y).0[channel];
        value >= least.saturating_sub(SMOOTHING) && value <= most.saturating_add(SMOOTHING)
    })
}

/// The places where no smoothing explains the difference.
fn apart(a: &RgbaImage, b: &RgbaImage) -> Vec<(u32, u32)> {
    let places = (0..a.height()).flat_map(|y| (0..a.width()).map(move |x| (x, y)));
    places.filter(|&(x, y)| !is_between(a, b, x, y) || !is_between(b, a, x, y)).collect()
}

/// True inside a text, whose letters the window smooths with another rasteriser than the one of the files.
fn is_in_text(scene: &Scene, (x, y): (u32, u32)) -> bool {
    let (x, y) = (f64::from(x), f64::from(y));
    scene.texts().any(|text| {
        // Generous: no text of the scene is as wide as this.
        let width = text.size * 0.7 * text.content.chars().count() as f64;
        let left = match text.anchor {
            Anchor::Start => text.at.x,
            Anchor::Middle => text.at.x - width / 2.0,
            Anchor::End => text.at.x - width,
        };
        let above = text.at.y - text.size;
        (left - 2.0..=left + width + 2.0).contains(&x) && (above..=text.at.y + text.size * 0.3).contains(&y)
    })
}

#[test]
fn the_window_and_the_png_agree_pixel_for_pixel() {
    for (theme, style) in [(egui::Theme::Light, Style::light()), (egui::Theme::Dark, Style::dark())] {
        let (scene, screen, exported) = both(theme, &style);
        // Discs are wide enough for their middle to be their colour alone, in both.
        for seat in scene.seats().filter(|seat| seat.marker.mark == Mark::Disc) {
            let (x, y) = (seat.marker.centre.x as u32, seat.marker.centre.y as u32);
            let colour = seat.marker.colour;
            for image in [&screen, &exported] {
                let Rgba([red, green, blue, _]) = *image.get_pixel(x, y);
                let apart = [(red, colour.0), (green, colour.1), (blue, colour.2)];
                assert!(apart.iter().all(|&(a, b)| a.abs_diff(b) <= 1), "{} at {x}, {y}", seat.title());
            }
        }
        let all = apart(&screen, &exported);
        let shapes: Vec<_> = all.iter().filter(|&&place| !is_in_text(&scene, place)).collect();
        assert!(shapes.is_empty(), "{theme:?}: {shapes:?}");
        assert!(all.len() < 400, "{theme:?}: {} pixels of texts apart", all.len());
        // The comparison sees two pixels of difference.
        let moved = RgbaImage::from_fn(exported.width(), exported.height(), |x, y| {
            *exported.get_pixel(x.saturating_sub(2), y)
        });
        let seen = apart(&screen, &moved);
        assert!(seen.iter().filter(|&&place| !is_in_text(&scene, place)).count() > 5_000, "{}", seen.len());
    }
}

//! Films of a replay, read back by other code than the one that writes them.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use hemicycle::analyze::Summary;
use hemicycle::chart::scene::Scene;
use hemicycle::chart::{Arrangement, Page, Preset, Replay, RevealOrder, Style, Template, Vote, graphic};
use hemicycle::export::{Film, FilmError, FilmFormat, Pace, Pixels, Resolution, pixels};
use hemicycle::lang::Lang;
use hemicycle::read::{Source, read};

const PACE: Pace = Pace { seconds: 2.0, hold: 1.0, fps: 10 };

/// Thirty members in order of calling, with a declared result that the rows explain.
fn votes() -> String {
    let mut text = "# for: 15\n# against: 8\norder,name,party,vote\n".to_owned();
    for index in 0..30 {
        let party = ["Larks", "Owls", "Jays"][index / 10];
        let vote = ["yes", "yes", "no", "absent", "yes", "no", "abstain", "unknown"][index * 5 % 8];
        text += &format!("{},Member {index:02},{party},{vote}\n", index + 1);
    }
    text
}

fn with(style: &Style, template: &Template, test: impl FnOnce(&Film<'_>)) {
    let reading = read(&Source::new("council.csv", votes())).expect("a roll call");
    let roll_call = reading.roll_call().expect("one vote");
    let summary = Summary::of(roll_call, None);
    let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "council.csv" };
    let arrangement = Arrangement::default();
    let scene = graphic(&vote, style, &arrangement, template);
    let replay = Replay::new(&vote, &arrangement, RevealOrder::Called);
    let resolution = Resolution::Scale(1.0);
    test(&Film { replay: &replay, vote: &vote, style, scene: &scene, resolution, pace: PACE });
}

fn small() -> Template {
    Template { page: Page::pixels(480.0, 480.0), ..Preset::Article.template() }
}

fn make(film: &Film<'_>, format: FilmFormat) -> Vec<u8> {
    film.make(format, &mut |_, _| ControlFlow::Continue(())).expect("a film")
}

fn drawn(scene: &Scene) -> Pixels {
    pixels(scene, Resolution::Scale(1.0)).expect("drawn")
}

/// The share of pixels that differ by more than `most` in any channel.
fn share_apart(a: &[u8], b: &[u8], most: u8) -> f64 {
    assert_eq!(a.len(), b.len());
    let apart = |(a, b): &(&[u8], &[u8])| a.iter().zip(*b).any(|(&a, &b)| a.abs_diff(b) > most);
    a.chunks_exact(4).zip(b.chunks_exact(4)).filter(apart).count() as f64 / (a.len() / 4) as f64
}

/// What a viewer shows after each frame of a GIF, and for how many hundredths.
fn shown(gif: &[u8]) -> ([u32; 2], Vec<(Vec<u8>, u16)>) {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(Cursor::new(gif)).expect("a GIF");
    let size = [u32::from(decoder.width()), u32::from(decoder.height())];
    let mut canvas = vec![0; size[0] as usize * size[1] as usize * 4];
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().expect("a frame") {
        for (row, line) in frame.buffer.chunks_exact(usize::from(frame.width) * 4).enumerate() {
            for (column, pixel) in line.chunks_exact(4).enumerate().filter(|(_, pixel)| pixel[3] == 255) {
                let (x, y) = (usize::from(frame.left) + column, usize::from(frame.top) + row);
                let place = (y * size[0] as usize + x) * 4;
                canvas[place..place + 4].copy_from_slice(pixel);
            }
        }
        frames.push((canvas.clone(), frame.delay));
    }
    (size, frames)
}

#[test]
fn a_gif_shows_each_moment_and_ends_with_the_still() {
    with(&Style::light(), &small(), |film| {
        let gif = make(film, FilmFormat::Gif);
        assert_eq!(gif, make(film, FilmFormat::Gif), "the same bytes");
        let (size, frames) = shown(&gif);
        let still = drawn(film.scene);
        assert_eq!(size, still.size);
        // Twenty ticks for thirty answers, and the result.
        assert_eq!(frames.len(), 21);
        assert_eq!(frames.iter().map(|(_, delay)| u32::from(*delay)).sum::<u32>(), 300);
        assert_eq!(frames[20].1, 100);
        assert!(share_apart(&frames[20].0, &still.rgba, 40) < 0.002);
        let mean = |a: &[u8], b: &[u8]| {
            a.iter().zip(b).map(|(&a, &b)| f64::from(a.abs_diff(b))).sum::<f64>() / a.len() as f64
        };
        assert!(mean(&frames[20].0, &still.rgba) < 0.4, "within the palette");
        for tick in [0, 7, 13, 19] {
            let step = tick * 30 / 20;
            let moment = drawn(&film.replay.frame(film.scene, film.vote, film.style, step));
            let apart = share_apart(&frames[tick].0, &moment.rgba, 40);
            assert!(apart < 0.002, "tick {tick}: {apart}");
            let other = drawn(&film.replay.frame(film.scene, film.vote, film.style, step + 3));
            assert!(
                share_apart(&frames[tick].0, &other.rgba, 40) > 0.004,
                "tick {tick} is told from the next"
            );
        }
    });
}

#[test]
fn an_animated_png_is_exact() {
    with(&Style::dark(), &small(), |film| {
        let bytes = make(film, FilmFormat::Apng);
        assert_eq!(bytes, make(film, FilmFormat::Apng), "the same bytes");
        let mut reader = png::Decoder::new(Cursor::new(&bytes)).read_info().expect("a PNG");
        let control = *reader.info().animation_control().expect("an animation");
        assert_eq!((control.num_frames, control.num_plays), (21, 0));
        let (width, height) = (reader.info().width as usize, reader.info().height as usize);
        let mut canvas = vec![0; width * height * 4];
        let mut buffer = vec![0; canvas.len()];
        let mut delays = 0;
        for _ in 0..21 {
            reader.next_frame(&mut buffer).expect("a frame");
            let frame = *reader.info().frame_control().expect("a frame's place");
            assert_eq!((frame.blend_op, frame.delay_den), (png::BlendOp::Over, 100));
            delays += u32::from(frame.delay_num);
            for (index, pixel) in
                buffer[..(frame.width * frame.height * 4) as usize].chunks_exact(4).enumerate()
            {
                let (x, y) = (index % frame.width as usize, index / frame.width as usize);
                let place = ((frame.y_offset as usize + y) * width + frame.x_offset as usize + x) * 4;
                if pixel[3] == 255 {
                    canvas[place..place + 4].copy_from_slice(pixel);
                }
            }
        }
        assert_eq!(delays, 300);
        assert!(canvas == drawn(film.scene).rgba, "the last frame is the still, pixel for pixel");
    });
}

#[test]
fn a_webp_is_exact_on_no_ground_too() {
    for template in [small(), Preset::Overlay.template()] {
        with(&Style::light(), &template, |film| {
            let resolution = Resolution::Scale(0.5);
            let film = Film { resolution, ..*film };
            let bytes = make(&film, FilmFormat::Webp);
            assert_eq!(bytes, make(&film, FilmFormat::Webp), "the same bytes");
            let mut decoder = image_webp::WebPDecoder::new(Cursor::new(&bytes)).expect("a WebP");
            assert_eq!((decoder.num_frames(), decoder.is_animated()), (21, true));
            assert_eq!(decoder.has_alpha(), template.page.transparent);
            let still = pixels(film.scene, resolution).expect("drawn");
            assert_eq!(decoder.dimensions(), (still.size[0], still.size[1]));
            let mut canvas = vec![0; decoder.output_buffer_size().expect("a size")];
            let mut total = 0;
            for _ in 0..21 {
                total += decoder.read_frame(&mut canvas).expect("a frame");
            }
            assert_eq!(total, 3000);
            let wanted: Vec<u8> = if template.page.transparent {
                still.rgba.clone()
            } else {
                still.rgba.chunks_exact(4).flat_map(|pixel| pixel[..3].to_vec()).collect()
            };
            // This decoder's blending takes an opaque 255 for 254; libwebp's does not.
            let most = u8::from(!template.page.transparent);
            let is_still = canvas.iter().zip(&wanted).all(|(&a, &b)| a.abs_diff(b) <= most);
            assert!(is_still, "the last frame is the still");
        });
    }
}

#[test]
fn a_film_is_stopped_where_nobody_waits_for_it() {
    with(&Style::light(), &small(), |film| {
        let mut told = Vec::new();
        let stopped = film.make(FilmFormat::Gif, &mut |done, all| {
            told.push((done, all));
            if done == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(stopped, Err(FilmError::Cancelled));
        assert_eq!(told, [(1, 21), (2, 21), (3, 21)]);
    });
}

fn hemicycle(folder: &Path, path: Option<&Path>, arguments: &[&str]) -> (i32, String) {
    std::fs::write(folder.join("council.csv"), votes()).expect("written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.current_dir(folder).args(["replay", "council.csv", "--lang", "en"]).args(arguments);
    if let Some(path) = path {
        command.env("PATH", path);
    }
    let output = command.output().expect("the program runs");
    (output.status.code().expect("a code"), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn the_command_writes_films_and_says_what_it_cannot() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let (code, said) =
        hemicycle(folder, None, &["-o", "a.gif", "--width", "300", "--seconds", "1", "--fps", "5"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("300 × ") && said.contains("6 frames, 5 s"), "{said}");
    let (size, frames) = shown(&std::fs::read(folder.join("a.gif")).expect("the film"));
    assert_eq!((size[0], frames.len()), (300, 6));
    let (code, said) = hemicycle(folder, None, &["-o", "a.avi"]);
    assert_eq!(code, 2);
    assert!(said.contains(".gif, .png, .webp or .mp4"), "{said}");
    std::fs::write(folder.join("plain.csv"), "name,vote\nA,yes\nB,no\n").expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .current_dir(folder)
        .args(["replay", "plain.csv", "-o", "b.gif", "--reveal", "called", "--lang", "en"])
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no order of calling"));
    let empty = folder.join("empty");
    std::fs::create_dir(&empty).expect("a folder");
    let (code, said) = hemicycle(folder, Some(&empty), &["-o", "a.mp4"]);
    assert_eq!(code, 1);
    assert!(said.contains("no ffmpeg") && said.contains("install"), "{said}");
    assert!(!folder.join("a.mp4").exists());
}

/// A program that takes the place of `ffmpeg` and keeps what it is given.
#[cfg(unix)]
#[test]
fn a_video_gets_every_tick_as_a_picture() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let tools = folder.join("tools");
    std::fs::create_dir(&tools).expect("a folder");
    let stand_in = |script: &str| {
        let path = tools.join("ffmpeg");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("runnable");
    };
    let arguments = ["-o", "a.mp4", "--width", "201", "--seconds", "1", "--hold", "1", "--fps", "5"];
    let path =
        std::env::join_paths([tools.as_path(), Path::new("/usr/bin"), Path::new("/bin")]).expect("a path");
    stand_in("for out; do :; done\ncat > \"$out\"");
    let (code, said) = hemicycle(folder, Some(Path::new(&path)), &arguments);
    assert_eq!(code, 0, "{said}");
    let height: usize = said
        .split("201 × ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next())
        .expect("a size")
        .parse()
        .expect("a number");
    let film = std::fs::read(folder.join("a.mp4")).expect("the film");
    // Five ticks and five of the result, three bytes a pixel.
    assert_eq!(film.len(), 10 * 201 * height * 3);
    let picture = 201 * height * 3;
    assert!(film[..picture] != film[picture * 4..picture * 5]);
    assert!(film[picture * 5..picture * 6] == film[picture * 9..], "the result stands");
    stand_in("echo 'Unknown encoder libx264' >&2\nexit 1");
    std::fs::remove_file(folder.join("a.mp4")).expect("removed");
    let (code, said) = hemicycle(folder, Some(Path::new(&path)), &arguments);
    assert_eq!(code, 1);
    assert!(said.contains("Unknown encoder libx264"), "{said}");
    assert!(!folder.join("a.mp4").exists());
}

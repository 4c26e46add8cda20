//! The window as a person uses it: found by label, driven by pointer and keys, drawn on the processor.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod asking;
mod closing;
mod cpu;
mod drag;
mod pixels;
mod style;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cpu::Cpu;
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hemicycle::app::{App, Command, CopyFormat, Lesson, ResultFilter, Sample, State, Tab, VoteFilter};
use hemicycle::chart::SeatOrder;
use hemicycle::lang::Lang;
use hemicycle::model::Rgb;

const LIGHT_FOR: [u8; 3] = [0x00, 0x5F, 0x73];
const LIGHT_AGAINST: [u8; 3] = [0xE8, 0x60, 0x3C];
const DARK_AGAINST: [u8; 3] = [0xF0, 0x80, 0x5E];

fn window(lang: Lang, theme: egui::Theme, size: [f32; 2]) -> Harness<'static, App> {
    Harness::builder()
        .with_size(vec2(size[0], size[1]))
        .with_theme(theme)
        .with_max_steps(64)
        .renderer(Cpu::default())
        .build_eframe(move |creation| {
            let app = App::new(&creation.egui_ctx, None, Some(lang));
            creation.egui_ctx.set_theme(theme);
            app
        })
}

/// Steps until nothing is being read.
fn settle(harness: &mut Harness<'_, App>) {
    until(harness, |state| state.reading.is_none());
}

/// Copies the graphic and waits for what comes to the clipboard.
fn copied(harness: &mut Harness<'_, App>, format: CopyFormat) -> egui::OutputCommand {
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Copy(format));
    let start = Instant::now();
    loop {
        // Without events a step is one frame, and what it puts out is not lost to the next.
        harness.step();
        if let Some(command) = harness.output().platform_output.commands.first() {
            return command.clone();
        }
        assert!(start.elapsed() < Duration::from_mins(1), "nothing was copied");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits for what a thread brings.
fn until(harness: &mut Harness<'_, App>, is_there: impl Fn(&State) -> bool) {
    let start = Instant::now();
    // A click is a command one frame later, and a reading begins with the next.
    harness.run_steps(4);
    while !is_there(harness.state().state()) {
        assert!(start.elapsed() < Duration::from_mins(1), "still waiting");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.run_steps(4);
}

fn opened(sample: &str, lang: Lang) -> Harness<'static, App> {
    let mut harness = window(lang, egui::Theme::Light, [1440.0, 900.0]);
    harness.run_steps(2);
    harness.get_by_label(sample).click();
    settle(&mut harness);
    harness
}

fn num_pixels(harness: &mut Harness<'_, App>, colour: [u8; 3]) -> usize {
    let image = harness.render().expect("drawn");
    image.pixels().filter(|pixel| pixel.0[..3].iter().zip(colour).all(|(&a, b)| a.abs_diff(b) <= 2)).count()
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn sample_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

#[test]
fn the_first_sample_opens_and_every_seat_is_named() {
    let mut harness = opened("The founding vote", Lang::En);
    assert!(harness.query_by_label("Delphine Lingemann, Les Démocrates: For").is_some());
    assert_eq!(harness.query_all_by_label("Vacant seat").count(), 2);
    harness.get_by_label_contains("Rassemblement national: 123; Against 43, Absent 80");
    harness.get_by_label_contains("22 positions unknown");
    let (in_favour, against) = (num_pixels(&mut harness, LIGHT_FOR), num_pixels(&mut harness, LIGHT_AGAINST));
    assert!(in_favour > 3000 && against > 15_000, "{in_favour} {against}");
}

#[test]
fn a_chamber_without_a_vote_sums_the_parties_chosen() {
    let mut harness = opened("A parliament without a vote", Lang::En);
    harness.get_by_label_contains("parliament-illustrative.csv: 720 seats");
    assert!(harness.query_by_label_contains("turnout").is_none());
    assert!(harness.query_by_label("Seat 1, The Left of the Workbench").is_some(), "a seat says whose it is");
    let coalition = |harness: &Harness<'_, App>| {
        let opened = harness.state().state().opened.clone().expect("a composition");
        opened.summary.composition.clone().expect("a composition").coalition.map(|parties| parties.seats)
    };
    assert_eq!(coalition(&harness), None);
    assert_eq!(harness.state().state().arrangement.lines, [361]);
    for (party, seats) in [("The People's Bridge: 188, 26%", 188), ("Alliance of Orchards: 136, 19%", 324)] {
        harness.get_by_label(party).click();
        harness.run_steps(4);
        assert_eq!(coalition(&harness), Some(seats), "{party}");
    }
    harness.get_by_label_contains("No majority: 324 of 720 seats, 361 needed, 37 short");
    harness.get_by_label("The People's Bridge: 188, 26%").click();
    harness.run_steps(4);
    assert_eq!(coalition(&harness), Some(136));
    harness.get_by_label("Choose none").click();
    harness.run_steps(4);
    assert_eq!(coalition(&harness), None);
}

#[test]
fn hovering_shows_and_clicking_pins_a_seat() {
    let mut harness = opened("The founding vote", Lang::En);
    let seat = harness.get_by_label("Delphine Lingemann, Les Démocrates: For").rect().center();
    assert!(harness.query_by_label("Constituency: Puy-de-Dôme, 4").is_none());
    harness.hover_at(seat);
    harness.run_steps(8);
    assert!(harness.query_by_label("Constituency: Puy-de-Dôme, 4").is_some(), "the tooltip");
    harness.drag_at(seat);
    harness.drop_at(seat);
    harness.run_steps(3);
    let pinned = harness.state().state().pinned.expect("a pinned ballot");
    harness.hover_at(egui::pos2(5.0, 5.0));
    harness.run_steps(3);
    assert!(harness.query_by_label("Constituency: Puy-de-Dôme, 4").is_some(), "the card stays");
    // From the pinned seat the keys go on.
    harness.key_press(Key::ArrowRight);
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_ne!(harness.state().state().pinned, Some(pinned));
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert_eq!(harness.state().state().pinned, None);
}

#[test]
fn searching_by_keyboard_finds_a_party() {
    let mut harness = opened("The founding vote", Lang::En);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(3);
    harness.get_by_label("Find a member or party").type_text("EPR");
    harness.run_steps(3);
    let found = harness.state().state().matches.clone().expect("matches");
    assert_eq!(found.iter().filter(|&&is_match| is_match).count(), 94);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().state().matches, None);
}

#[test]
fn tabs_show_members_and_problems() {
    let mut harness = opened("A file with faults", Lang::En);
    harness.get_by_label("Members").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state().tab, Tab::Members);
    assert!(harness.query_by_label("Amara Boone").is_some());
    harness.get_by_label_contains("13 problems").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state().tab, Tab::Problems);
    assert!(harness.query_by_label("Line 13, column vote").is_some());
    assert!(harness.query_by_label_contains("“maybe” is not a word for a vote").is_some());
}

#[test]
fn a_dropped_file_opens_and_a_bad_one_says_why() {
    let mut harness = window(Lang::En, egui::Theme::Light, [1024.0, 700.0]);
    harness.run_steps(2);
    let drop = |harness: &mut Harness<'_, App>, path: PathBuf| {
        harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        settle(harness);
    };
    drop(&mut harness, sample_file("classroom-illustrative.csv"));
    assert!(harness.query_by_label("Aiko, The Larks: For").is_some());
    drop(&mut harness, sample_file("README.md"));
    assert!(harness.query_by_label_contains("has no column of votes").is_some());
    harness.get_by_label("Dismiss").click();
    harness.run_steps(4);
    assert!(harness.query_by_label_contains("has no column of votes").is_none());
    assert!(harness.query_by_label("Aiko, The Larks: For").is_some(), "the vote before is still open");
}

#[test]
fn of_several_files_dropped_at_once_none_is_passed_over_in_silence() {
    let mut harness = window(Lang::En, egui::Theme::Light, [1024.0, 700.0]);
    harness.run_steps(2);
    for name in ["classroom-illustrative.csv", "2025-03-20-scrutin-1102.csv"] {
        harness.input_mut().dropped_files.push(Arc::new(Dropped(sample_file(name))));
    }
    settle(&mut harness);
    assert!(harness.state().state().opened.is_none());
    assert!(harness.query_by_label_contains("2 files were dropped at once, and none was opened").is_some());
}

#[test]
fn cancelling_a_reading_leaves_the_page_as_it_was() {
    let mut harness = window(Lang::En, egui::Theme::Light, [1024.0, 700.0]);
    harness.run_steps(2);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::OpenSample(Sample::Founding));
    harness.state_mut().apply(&context, Command::CancelReading);
    std::thread::sleep(Duration::from_millis(500));
    harness.run_steps(4);
    assert!(harness.state().state().opened.is_none());
    assert!(harness.query_by_label("See how a chamber voted").is_some());
}

#[test]
fn exporting_writes_the_graphic_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = opened("A class votes", Lang::En);
    let context = harness.ctx.clone();
    let mut export = |name: &str| {
        let path = folder.path().join(name);
        harness.state_mut().apply(&context, Command::Export(path.clone()));
        let start = Instant::now();
        while !path.exists() {
            assert!(start.elapsed() < Duration::from_mins(1), "still writing");
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(50));
        harness.run_steps(4);
        assert!(harness.query_by_label_contains("Written:").is_some());
        std::fs::read(path).expect("readable")
    };
    let svg = String::from_utf8(export("vote.svg")).expect("UTF-8");
    assert_eq!(svg.matches("class=\"seat\"").count(), 25);
    let page = String::from_utf8(export("vote.html")).expect("UTF-8");
    assert_eq!(page.matches("<tr class=").count(), 25);
    assert!(export("vote.pdf").starts_with(b"%PDF-"));
    assert!(export("vote.webp").starts_with(b"RIFF"));
    assert!(export("vote.png").starts_with(b"\x89PNG"));
}

#[test]
fn the_graphic_is_copied_as_text_and_as_a_picture() {
    let mut harness = opened("A class votes", Lang::En);
    let egui::OutputCommand::CopyText(svg) = copied(&mut harness, CopyFormat::Svg) else {
        panic!("not a text")
    };
    assert_eq!(svg.matches("class=\"seat\"").count(), 25);
    let egui::OutputCommand::CopyImage(image) = copied(&mut harness, CopyFormat::Picture) else {
        panic!("not a picture")
    };
    // On white, with seats of both colours.
    assert_eq!(image.pixels[0], egui::Color32::WHITE);
    for [r, g, b] in [LIGHT_FOR, LIGHT_AGAINST] {
        assert!(image.pixels.contains(&egui::Color32::from_rgb(r, g, b)));
    }
    for key in [Key::G, Key::C] {
        let context = harness.ctx.clone();
        harness.state_mut().apply(&context, Command::Show(Tab::Parties));
        harness.run_steps(2);
        assert!(harness.query_by_label("The graphic is on the clipboard").is_none());
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
        until(&mut harness, |state| state.note.is_some());
        assert!(harness.query_by_label("The graphic is on the clipboard").is_some());
    }
}

#[test]
fn the_window_speaks_french() {
    let harness = opened("Le vote fondateur", Lang::Fr);
    assert!(harness.query_by_label("Delphine Lingemann, Les Démocrates\u{a0}: Pour").is_some());
    assert!(harness.query_by_label("Groupes").is_some());
}

#[test]
fn light_dark_and_every_size_draw_without_a_fault() {
    for (theme, against) in [(egui::Theme::Light, LIGHT_AGAINST), (egui::Theme::Dark, DARK_AGAINST)] {
        for size in [[720.0, 480.0], [1024.0, 700.0], [2560.0, 1440.0]] {
            let mut harness = window(Lang::Fr, theme, size);
            harness.run_steps(2);
            let context = harness.ctx.clone();
            harness.state_mut().apply(&context, Command::OpenSample(Sample::Founding));
            settle(&mut harness);
            let side = harness.get_by_label("Groupes").rect();
            assert!(side.right() < size[0], "{size:?}: {side:?}");
            assert!(num_pixels(&mut harness, against) > 500, "{theme:?} {size:?}");
        }
    }
}

#[test]
fn every_control_is_named_for_a_screen_reader() {
    let harness = opened("The founding vote", Lang::En);
    let interactive = [Role::Button, Role::TextInput, Role::GraphicsDocument, Role::ListItem];
    let nodes: Vec<_> = harness
        .root()
        .children_recursive()
        .filter(|node| interactive.contains(&node.accesskit_node().role()))
        .collect();
    assert!(nodes.len() > 577);
    for node in nodes {
        let label = node.accesskit_node().label();
        assert!(label.is_some_and(|label| !label.trim().is_empty()), "{:?}", node.rect());
    }
}

#[test]
fn the_chart_is_arranged_with_the_chamber_redrawn_at_once() {
    let mut harness = opened("The founding vote", Lang::En);
    let place = |harness: &Harness<'_, App>| {
        harness.get_by_label("Delphine Lingemann, Les Démocrates: For").rect().center()
    };
    let before = place(&harness);
    harness.get_by_label("Chart").click();
    harness.run_steps(3);
    harness.get_by_label("More than half: 289").click();
    harness.get_by_label("By name").click();
    harness.run_steps(4);
    let arrangement = harness.state().state().arrangement.clone();
    assert_eq!(arrangement.lines, [289]);
    assert_eq!(arrangement.order, SeatOrder::Name);
    assert!(place(&harness).distance(before) > 5.0, "she sits by name now");
    harness.get_by_label("Reset").click();
    harness.run_steps(4);
    assert!(place(&harness).distance(before) < 0.5);
}

#[test]
fn another_shape_is_drawn_at_once_with_its_own_options() {
    let mut harness = opened("The founding vote", Lang::En);
    harness.get_by_label("Chart").click();
    harness.run_steps(3);
    harness.get_by_label("Two thirds: 385").click();
    harness.run_steps(2);
    for (shape, has_span, has_sides) in [
        ("Opposing benches", false, true),
        ("One table", false, false),
        ("Classroom", false, false),
        ("Hemicycle", true, false),
    ] {
        harness.get_by_role_and_label(Role::ComboBox, "Shape").click();
        harness.run_steps(3);
        harness.get_by_role_and_label(Role::Button, shape).click();
        harness.run_steps(4);
        assert_eq!(harness.query_all_by_label("Span").count() > 0, has_span, "{shape}");
        assert_eq!(harness.query_all_by_label("Sides").count() > 0, has_sides, "{shape}");
        assert!(harness.query_by_label("Delphine Lingemann, Les Démocrates: For").is_some(), "{shape}");
    }
    let arrangement = &harness.state().state().arrangement;
    assert!(arrangement.lines.is_empty(), "a table has no line");
}

/// An archive of 40 votes of 12 members; vote 17 alone is close, and the last alone has a title.
fn archive_file(folder: &Path) -> PathBuf {
    let mut text = "vote_id,title,date,member,party,vote\n".to_owned();
    for vote in 1..=40 {
        for member in 0..12 {
            let in_favour = if vote == 17 { 6 } else { 10 };
            let title = if vote == 40 { "The budget" } else { "A motion" };
            let how = if member < in_favour { "yes" } else { "no" };
            let party = ["Left", "Right"][member / 6];
            text.push_str(&format!(
                "{vote},{title},2024-01-{:02},Member {member},{party},{how}\n",
                vote % 28 + 1
            ));
        }
    }
    let path = folder.join("votes.csv");
    std::fs::write(&path, text).expect("written");
    path
}

#[test]
fn an_archive_lists_its_votes_and_steps_through_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(archive_file(folder.path())));
    settle(&mut harness);
    let chosen =
        |harness: &Harness<'_, App>| harness.state().state().opened.as_ref().map(|opened| opened.index);
    assert_eq!(chosen(&harness), Some(0));
    harness.get_by_label("3: A motion, 10–2, Adopted").click();
    harness.run_steps(3);
    assert_eq!(chosen(&harness), Some(2));
    for (key, index) in [(Key::ArrowDown, 3), (Key::ArrowDown, 4), (Key::ArrowUp, 3)] {
        harness.key_press(key);
        harness.run_steps(3);
        assert_eq!(chosen(&harness), Some(index));
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
    harness.run_steps(3);
    assert_eq!(chosen(&harness), Some(4));
    let seats = harness.query_all_by_label("Member 11, Right: Against").count();
    assert!(seats > 0, "the chamber is that of the vote");
    let filter = |text: &str, result| VoteFilter { text: text.to_owned(), result, ..VoteFilter::default() };
    let close = VoteFilter { margin: Some(10), ..VoteFilter::default() };
    harness.state_mut().apply(&context, Command::FilterVotes(close));
    harness.run_steps(3);
    assert_eq!(harness.state().state().listed, [16]);
    harness.get_by_label("17: A motion, 6–6, Tied").click();
    harness.run_steps(3);
    assert_eq!(chosen(&harness), Some(16));
    harness.state_mut().apply(&context, Command::FilterVotes(filter("budget", ResultFilter::All)));
    harness.run_steps(3);
    assert_eq!(harness.state().state().listed, [39]);
}

/// An archive large enough that its beginning is shown first: 900 votes of 600 members.
fn large_file(folder: &Path) -> PathBuf {
    let mut text = "vote_id,member_id,name,party,vote\n".to_owned();
    for vote in 0..900 {
        for member in 0..600 {
            let how = if (vote + member) % 3 == 0 { "yes" } else { "no" };
            text.push_str(&format!("{vote},m{member},Member {member} of Somewhere,P{},{how}\n", member % 7));
        }
    }
    let path = folder.join("votes.csv");
    std::fs::write(&path, text).expect("written");
    path
}

#[test]
fn the_beginning_of_a_large_file_is_shown_while_the_rest_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    let context = harness.ctx.clone();
    let path = large_file(folder.path());
    harness.state_mut().apply(&context, Command::Open(path.clone()));
    let start = Instant::now();
    // Whichever comes first, the vote that is looked at stays.
    while harness.state().state().opened.is_none() {
        assert!(start.elapsed() < Duration::from_mins(1), "nothing to see");
        std::thread::sleep(Duration::from_millis(1));
        harness.step();
    }
    harness.state_mut().apply(&context, Command::ShowVote(7));
    settle(&mut harness);
    let opened = harness.state().state().opened.clone().expect("an archive");
    assert_eq!((opened.index, opened.list.lines.len()), (7, 900));
    assert_eq!(opened.reading().rows.read, 900 * 600);
    assert!(!harness.state().state().is_beginning);
    assert_eq!(harness.state().state().listed.len(), 900);
    // Stopped at once, it stays what it was.
    harness.state_mut().apply(&context, Command::Open(path));
    harness.state_mut().apply(&context, Command::CancelReading);
    harness.run_steps(4);
    let state = harness.state().state();
    assert!(state.reading.is_none() && state.opened.as_ref().is_some_and(|now| Arc::ptr_eq(now, &opened)));
}

#[test]
fn a_word_nobody_knows_is_given_its_position_and_the_reading_is_kept() {
    use egui::accesskit::Role;
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = "Member,Group,Vote\n".to_owned();
    for member in 0..12 {
        let how = ["yes", "zzyzx", "no"][member % 3];
        text.push_str(&format!("Member {member},Left,{how}\n"));
    }
    let path = folder.path().join("words.csv");
    std::fs::write(&path, text).expect("written");
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(path));
    settle(&mut harness);
    let tally = |harness: &Harness<'_, App>| {
        let headline = harness.state().state().opened.as_ref().expect("a vote").summary.headline;
        headline.map(|headline| (headline.in_favour.floor(), headline.against.floor()))
    };
    // The user is asked, and leaves it open for now.
    harness.key_press(Key::U);
    settle(&mut harness);
    assert_eq!(tally(&harness), None, "the word could turn the result");
    harness.get_by_label("Problems 1").click();
    harness.run_steps(3);
    harness.get_by_label("How the file is read…").click();
    // The rows of the preview move what stands below them.
    until(&mut harness, |state| !state.preview.is_empty());
    harness.get_by_role_and_label(Role::ComboBox, "zzyzx").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "For").click();
    settle(&mut harness);
    assert_eq!(tally(&harness), Some((8, 4)), "the result changes at once");
    harness.get_by_label("Keep for the next file").click();
    harness.run_steps(3);
    let kept = std::fs::read_to_string(folder.path().join("words.hemicycle.toml")).expect("kept");
    assert!(kept.contains("zzyzx"), "{kept}");
}

#[test]
fn votes_are_filtered_by_day_and_closeness_with_the_keyboard() {
    use egui::accesskit::Role;
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(archive_file(folder.path())));
    settle(&mut harness);
    let listed = |harness: &Harness<'_, App>| harness.state().state().listed.clone();
    // Days 2024-01-02 to 2024-01-29 come once, and the first of them twice.
    harness.get_by_label("From date").focus();
    harness.run_steps(2);
    harness.get_by_label("From date").type_text("2024-01-28");
    harness.run_steps(3);
    assert_eq!(listed(&harness), [26]);
    harness.key_press(Key::Tab);
    harness.run_steps(2);
    harness.get_by_label("To date").type_text("soon");
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("“soon” is no date").is_some());
    assert_eq!(listed(&harness), [26], "the first day still counts");
    harness.state_mut().apply(&context, Command::FilterVotes(VoteFilter::default()));
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::ComboBox, "Closeness").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Within 5 %").click();
    harness.run_steps(3);
    assert_eq!(listed(&harness), [16]);
}

#[test]
fn the_list_of_problems_is_written_as_csv() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("problems");
    let mut harness = opened("A file with faults", Lang::En);
    harness.get_by_label_contains("13 problems").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Export problems…").is_some());
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::ExportProblems(path.clone()));
    let (written, start) = (path.with_extension("csv"), Instant::now());
    while harness.query_by_label_contains("Written:").is_none() {
        assert!(start.elapsed() < Duration::from_mins(1), "still writing");
        std::thread::sleep(Duration::from_millis(5));
        harness.run_steps(2);
    }
    let text = std::fs::read_to_string(written).expect("readable");
    assert_eq!(text.lines().count(), 14, "a header and a line for each");
    assert!(text.contains("maybe"), "{text}");
}

#[test]
fn a_word_becomes_an_option_of_a_vote_that_is_not_yes_or_no() {
    use egui::accesskit::Role;
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = "Member,Group,Vote\n".to_owned();
    for member in 0..12 {
        let how = ["yes", "Alda", "Brando"][member % 3];
        text.push_str(&format!("Member {member},Left,{how}\n"));
    }
    let path = folder.path().join("election.csv");
    std::fs::write(&path, text).expect("written");
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    let context = harness.ctx.clone();
    harness.state_mut().open_and(&context, path, vec![Command::ShowMapping(true)]);
    settle(&mut harness);
    assert!(!harness.state().state().shows_mapping, "the user is asked first");
    harness.key_press(Key::U);
    settle(&mut harness);
    for word in ["Alda", "Brando"] {
        harness.get_by_role_and_label(Role::ComboBox, word).click();
        harness.run_steps(3);
        harness.get_by_role_and_label(Role::Button, &format!("The option “{word}”")).click();
        settle(&mut harness);
    }
    let opened = harness.state().state().opened.clone().expect("a vote");
    assert_eq!(opened.roll_call().expect("a vote").info().choices, ["Alda", "Brando"]);
    assert_eq!(opened.reading().problems, []);
    // Changed again, the option that nobody stands for is gone.
    harness.get_by_role_and_label(Role::ComboBox, "Alda").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Abstained").click();
    settle(&mut harness);
    let opened = harness.state().state().opened.clone().expect("a vote");
    assert_eq!(opened.reading().mapping.options, ["Brando"]);
}

#[test]
fn a_rule_is_chosen_and_one_is_written() {
    let mut harness = opened("The founding vote", Lang::En);
    harness.get_by_label("Majority").click();
    harness.run_steps(3);
    let rule = "Assemblée nationale, ordinary vote (more votes for than against)";
    assert!(harness.query_by_label(rule).is_some(), "the chamber's rule in words");
    assert!(harness.query_by_label("48 short").is_some(), "the margin");
    harness.get_by_role_and_label(Role::ComboBox, "Rule").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Assemblée nationale, motion of censure").click();
    harness.run_steps(3);
    let outcome =
        harness.state().state().opened.as_ref().expect("a vote").summary.judgement.counted.expect("a result");
    assert_eq!(outcome.needed.to_string(), "288", "more than half of 575 members");
    assert!(harness.query_by_label_contains("article 49").is_some(), "where the rule stands");
    harness.get_by_role_and_label(Role::TextInput, "A rule of your own").focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, "A rule of your own").type_text("1/6 of for+against");
    harness.run_steps(3);
    let opened = harness.state().state().opened.clone().expect("a vote");
    assert_eq!(opened.summary.judgement.result.map(hemicycle::model::Verdict::key), Some("adopted"));
    assert_eq!(opened.list.lines[0].verdict.map(hemicycle::model::Verdict::key), Some("adopted"));
}

#[test]
fn a_vote_plays_back_seat_by_seat() {
    let mut harness = opened("The founding vote", Lang::En);
    let whole = num_pixels(&mut harness, LIGHT_AGAINST);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    harness.run_steps(4);
    // 575 members are told; two seats are vacant.
    assert!(harness.query_by_label("575 / 575").is_some());
    let step = |harness: &Harness<'_, App>| harness.state().state().playback.as_ref().expect("a replay").step;
    // The rail has the keys from the start.
    harness.key_press(Key::Home);
    harness.run_steps(4);
    assert_eq!(step(&harness), 0);
    assert!(harness.query_by_label("0 / 575").is_some());
    assert!(harness.query_by_label("0–0 so far").is_some());
    assert!(harness.query_by_label("Delphine Lingemann, Les Démocrates: …").is_some(), "nobody is told yet");
    let row = "Les Démocrates: 36; Unknown 36";
    assert!(harness.query_by_label(row).is_some(), "the side panel keeps it too");
    assert!(num_pixels(&mut harness, LIGHT_AGAINST) < whole / 4);
    harness.key_press(Key::ArrowRight);
    harness.run_steps(3);
    harness.key_press(Key::PageUp);
    harness.run_steps(3);
    assert_eq!(step(&harness), 11);
    harness.get_by_label("Play").click();
    harness.run_steps(16);
    let playing = step(&harness);
    assert!(playing > 11 && harness.state().state().playback.as_ref().expect("a replay").is_playing);
    harness.get_by_label("Pause").click();
    harness.run_steps(3);
    let paused = step(&harness);
    harness.run_steps(16);
    assert_eq!(step(&harness), paused, "nothing moves while it stands");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    harness.run_steps(3);
    assert!(harness.query_by_label("Delphine Lingemann, Les Démocrates: For").is_some());
}

#[test]
fn a_replay_marks_when_the_result_was_certain() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("called.csv");
    std::fs::write(&path, "order,name,vote\n1,Al,for\n2,Bo,for\n3,Cy,for\n4,Di,against\n5,Ed,for\n")
        .expect("written");
    let mut harness = window(Lang::En, egui::Theme::Light, [1366.0, 768.0]);
    harness.run_steps(2);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(path));
    settle(&mut harness);
    for command in [Command::ShowReplay(true), Command::ScrubReplay(2)] {
        harness.state_mut().apply(&context, command);
    }
    harness.run_steps(3);
    assert!(harness.query_by_label("2–0 so far").is_some());
    assert!(harness.query_by_label_contains("Adopted").is_none(), "not told before");
    harness.key_press(Key::ArrowRight);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Adopted: certain after 3").is_some(), "marked on the rail");
    assert!(harness.query_by_label("3–0, certain").is_some());
}

#[test]
fn the_panels_and_the_card_tell_no_more_than_the_replay() {
    let mut harness = opened("The founding vote", Lang::En);
    let context = harness.ctx.clone();
    let pinned = 38;
    for command in [
        Command::ShowReplay(true),
        Command::ScrubReplay(0),
        Command::Pin(Some(pinned)),
        Command::Show(Tab::Members),
    ] {
        harness.state_mut().apply(&context, command);
    }
    harness.run_steps(4);
    assert!(harness.query_all_by_label("…").count() > 5, "votes in the list and on the card");
    assert_eq!(harness.query_all_by_label("Absent").count(), 0);
    harness.state_mut().apply(&context, Command::Show(Tab::Majority));
    harness.run_steps(3);
    assert!(harness.query_by_label("The result is told at the end of the replay.").is_some());
    assert!(harness.query_by_label("48 short").is_none());
    harness.state_mut().apply(&context, Command::ScrubReplay(575));
    harness.run_steps(3);
    assert!(harness.query_by_label("48 short").is_some());
}

#[test]
fn a_film_is_made_beside_the_window_and_can_be_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = opened("A class votes", Lang::En);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::ShowReplay(true));
    harness.run_steps(3);
    assert!(harness.query_by_label("Film…").is_some());
    let path = folder.path().join("class");
    harness.state_mut().apply(&context, Command::PaceReplay(64));
    harness.state_mut().apply(&context, Command::Film(path.clone()));
    assert_eq!(harness.state().state().filming, Some(0));
    harness.run_steps(1);
    if harness.state().state().filming.is_some() {
        assert!(harness.query_by_label("Stop").is_some(), "the button stops it now");
    }
    let deadline = Instant::now() + Duration::from_mins(1);
    while harness.state().state().filming.is_some() && Instant::now() < deadline {
        harness.run_steps(1);
    }
    let written = std::fs::read(path.with_extension("gif")).expect("a film with an ending");
    assert!(written.starts_with(b"GIF89a"));
    // Another is stopped and leaves nothing.
    let other = folder.path().join("stopped.webp");
    harness.state_mut().apply(&context, Command::Film(other.clone()));
    harness.state_mut().apply(&context, Command::CancelFilm);
    while harness.state().state().filming.is_some() && Instant::now() < deadline {
        harness.run_steps(1);
    }
    assert!(!other.exists());
    assert_eq!(
        harness.state().state().note.as_ref().map(|note| note.text(Lang::En)).as_deref(),
        Some("The film was stopped")
    );
}

/// Parties of a class' own: written, coloured, sized, added, removed, and what is wrong with them said.
fn own_parties(harness: &mut Harness<'_, App>) {
    let parties = |harness: &Harness<'_, App>| {
        let dealt = harness.state().state().classroom.deal(Lang::En).expect("dealt");
        let seats = |place| dealt.seats.iter().filter(|seat| seat.party == place).count();
        let parties = dealt.parties.iter().enumerate();
        parties.map(|(place, party)| (party.name.clone(), seats(place), party.colour)).collect::<Vec<_>>()
    };
    let before = parties(harness);
    harness.get_by_role_and_label(Role::CheckBox, "Parties of our own").click();
    harness.run_steps(3);
    assert_eq!(parties(harness), before, "it starts with those there are");
    let rewrite = |harness: &mut Harness<'_, App>, label: &str, text: &str| {
        harness.get_by_role_and_label(Role::TextInput, label).focus();
        harness.run_steps(2);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run_steps(3);
    };
    rewrite(harness, "Name of party 1", "Readers");
    rewrite(harness, "Colour of party 1 #", "#123456");
    assert_eq!(parties(harness)[0], ("Readers".to_owned(), 3, Some(Rgb(0x12, 0x34, 0x56))));
    harness.get_by_label("Remove party 2").click();
    harness.run_steps(3);
    // 42 and 37 of six: 3.19 and 2.81.
    assert_eq!(parties(harness).iter().map(|party| party.1).collect::<Vec<_>>(), [3, 3]);
    harness.get_by_label("One more party").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Party 3 has no name. Write one, or remove it.").is_some());
    rewrite(harness, "Name of party 3", "readers");
    assert!(harness.query_by_label_contains("Two parties are called readers").is_some());
    rewrite(harness, "Name of party 3", "Writers");
    assert_eq!(parties(harness)[2].0, "Writers");
}

#[test]
fn a_class_is_seated_guesses_and_sees_who_was_nearest() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = opened("A class votes", Lang::En);
    let context = harness.ctx.clone();
    harness.get_by_label("View").click();
    harness.run_steps(3);
    harness.get_by_label("A mock parliament for a class…").click();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("There is nobody to sit").is_some());
    let lesson = Lesson {
        question: "An orchard?".to_owned(),
        pupils: "Ann\nBo\nCy\nDi\nEd\nFi\n".to_owned(),
        parties: 3,
        guesses: vec![["Red".to_owned(), "15-7-2".to_owned()], ["Blue".to_owned(), "9-14".to_owned()]],
        ..harness.state().state().classroom.clone()
    };
    harness.state_mut().apply(&context, Command::Teach(Box::new(lesson)));
    harness.run_steps(3);
    // Shares 42, 21 and 37 of six: 2.52, 1.26 and 2.22, so 3, 1 and 2.
    for party in ["The Larks 3", "The Herons 1", "The Owls 2"] {
        assert!(harness.query_by_label(party).is_some(), "{party}");
    }
    let dealt = harness.state().state().classroom.deal(Lang::En).expect("dealt");
    harness.get_by_label("Draw again").click();
    harness.run_steps(3);
    assert_ne!(harness.state().state().classroom.deal(Lang::En).expect("dealt").seats, dealt.seats);
    let seeded = Lesson { seed: 2, ..harness.state().state().classroom.clone() };
    assert_eq!(harness.state().state().classroom, seeded, "drawing again takes the next number");
    harness.get_by_role_and_label(Role::SpinButton, "Number of the draw");
    own_parties(&mut harness);
    harness.state_mut().apply(&context, Command::SaveLesson(folder.path().to_owned()));
    let deadline = Instant::now() + Duration::from_secs(30);
    while !folder.path().join("roles.pdf").exists() && Instant::now() < deadline {
        harness.run_steps(1);
    }
    assert!(folder.path().join("roster.csv").exists() && folder.path().join("roles.pdf").exists());
    harness.get_by_label("Reveal").click();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Nearest: ").is_some(), "the board says who won");
    assert!(harness.query_by_label_contains("1. ").is_some());
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_label("Reveal").is_some());
    // Papers of a secret ballot become the vote, and the lesson stays.
    let papers = hemicycle::classroom::SecretCount { in_favour: 4, against: 2, abstain: 0 };
    let lesson = Lesson {
        papers,
        voting: hemicycle::export::Voting::Secret,
        has_own_parties: false,
        ..harness.state().state().classroom.clone()
    };
    harness.state_mut().apply(&context, Command::Teach(Box::new(lesson)));
    harness.run_steps(3);
    harness.get_by_label("Open as the vote").click();
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(
        state.opened.as_ref().expect("a vote").summary.headline.expect("a vote").in_favour.to_string(),
        "4"
    );
    assert_eq!(state.classroom.question, "An orchard?");
    harness.get_by_label("Close").click();
    harness.run_steps(3);
    assert!(!harness.state().state().classroom.is_open);
}

#[test]
fn the_list_of_votes_keeps_the_end_of_the_one_that_is_replayed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("two.csv");
    std::fs::write(&path, "vote_id,title,name,vote\n1,Quay,Al,yes\n1,Quay,Bo,no\n1,Quay,Cy,no\n2,Ferry,Al,yes\n2,Ferry,Bo,yes\n2,Ferry,Cy,no\n")
        .expect("written");
    let mut harness = window(Lang::En, egui::Theme::Light, [1366.0, 768.0]);
    harness.run_steps(2);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(path));
    settle(&mut harness);
    let first = harness.state().state().opened.as_ref().expect("a vote").index;
    assert_eq!(first, 0);
    assert!(harness.query_by_label("1: Quay, 2–1, Rejected").is_some());
    for command in [Command::ShowReplay(true), Command::ScrubReplay(1)] {
        harness.state_mut().apply(&context, command);
    }
    harness.run_steps(3);
    assert!(harness.query_by_label("1: Quay, …, ").is_some());
    assert!(harness.query_by_label("2: Ferry, 2–1, Adopted").is_some(), "the others are told");
}

#[test]
fn the_search_field_leaves_the_menus_free() {
    for (lang, help, find) in [
        (Lang::En, "Help", "Find a member or party"),
        (Lang::Fr, "Aide", "Rechercher un membre ou un groupe"),
    ] {
        let mut harness = window(lang, egui::Theme::Light, [1024.0, 700.0]);
        harness.run_steps(2);
        let context = harness.ctx.clone();
        let path = sample_file("classroom-illustrative.csv");
        harness.state_mut().apply(&context, Command::Open(path));
        settle(&mut harness);
        let help = harness.get_by_label(help).rect();
        let find = harness.get_by_role_and_label(Role::TextInput, find).rect();
        assert!(help.right() < find.left(), "{help} {find}");
    }
}

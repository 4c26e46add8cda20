//! The look of the graphic in the window: its tab, its preview, undo, projects, and the command that draws the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use hemicycle::app::{App, Command, Edit, GraphicCommand, Tab};
use hemicycle::chart::{Part, Preset, SeatOrder};
use hemicycle::lang::Lang;
use hemicycle::layout::{Aisles, Shape};
use hemicycle::project::RenderOptions;
use hemicycle::stylesheet::PartySheet;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{num_pixels, opened, settle, until, window};

const VOTES: &str = "vote_id,title,member,party,seat,vote\n\
    7,On the bridge,Ada Grey,Larks,1,yes\n7,On the bridge,Ben Hill,Larks,2,yes\n\
    7,On the bridge,Cleo Ives,Bees,3,no\n7,On the bridge,Dan Joss,Bees,4,no\n\
    7,On the bridge,Eve Kerr,Bees,5,abstain\n8,On the tower,Ada Grey,Larks,1,no\n\
    8,On the tower,Ben Hill,Larks,2,no\n8,On the tower,Cleo Ives,Bees,3,no\n\
    8,On the tower,Dan Joss,Bees,4,yes\n8,On the tower,Eve Kerr,Bees,5,yes\n";

const LOGO: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'><rect width='30' height='10'/></svg>";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("the votes.csv"), VOTES).expect("written");
    fs::write(folder.path().join("logo.svg"), LOGO).expect("written");
    folder
}

fn with_file(path: &Path) -> Harness<'static, App> {
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    harness.run_steps(2);
    apply(&mut harness, Command::Open(path.to_owned()));
    settle(&mut harness);
    harness
}

fn apply(harness: &mut Harness<'_, App>, command: Command) {
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, command);
}

fn design(harness: &mut Harness<'_, App>, command: GraphicCommand) {
    apply(harness, Command::Graphic(command));
}

fn redraw(harness: &mut Harness<'_, App>, change: impl FnOnce(&mut RenderOptions)) {
    let mut options = harness.state().state().graphic.options.clone();
    change(&mut options);
    design(harness, GraphicCommand::Redraw(Box::new(options), Edit::Step));
}

/// Waits until the preview shows the graphic as it is.
fn previewed(harness: &mut Harness<'_, App>) {
    let start = Instant::now();
    harness.run_steps(4);
    while !harness.state().is_previewed() {
        assert!(start.elapsed() < Duration::from_mins(1), "no preview");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.run_steps(4);
}

fn exported(harness: &mut Harness<'_, App>, path: &Path) -> Vec<u8> {
    apply(harness, Command::Export(path.to_owned()));
    written(harness, path)
}

/// Waits for a file, and reads it.
fn written(harness: &mut Harness<'_, App>, path: &Path) -> Vec<u8> {
    let start = Instant::now();
    while !path.exists() {
        assert!(start.elapsed() < Duration::from_mins(1), "{} is not written", path.display());
        assert_eq!(harness.state().state().fault, None);
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    fs::read(path).expect("readable")
}

/// The command that the window copies, as a shell takes it apart.
fn copied_command(harness: &mut Harness<'_, App>) -> Vec<String> {
    design(harness, GraphicCommand::CopyCommandLine);
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let line = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let line = line.unwrap_or_else(|| panic!("nothing copied: {:?}", harness.state().state().fault));
    let mut shell = std::process::Command::new("sh");
    // The shell itself says what its words are.
    let words = shell.args(["-c", &format!("for word in {line}; do printf '%s\\0' \"$word\"; done")]);
    let words = String::from_utf8(words.output().expect("a shell").stdout).expect("UTF-8");
    words.split_terminator('\0').map(str::to_owned).collect()
}

/// Runs the command, and reads what it wrote to the file that it names.
fn run(words: &[String]) -> Vec<u8> {
    let output = PathBuf::from(words.last().expect("a file"));
    fs::remove_file(&output).ok();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let ran = program.args(&words[1..]).env("LANG", "C").output().expect("the program runs");
    assert!(ran.status.success(), "{words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    fs::read(output).expect("written")
}

/// Options as a person may have chosen them, each with a window that has them.
fn looks() -> impl Strategy<Value = (RenderOptions, Option<usize>, usize)> {
    let preset = proptest::option::of(proptest::sample::select(Preset::ALL.to_vec()));
    let parts = proptest::sample::subsequence(Part::ALL.to_vec(), 1..6).prop_shuffle();
    let text = || proptest::option::of("[ -~äß’\n]{1,16}");
    (
        (preset, proptest::option::of(parts), any::<[bool; 6]>()),
        (text(), text(), "#[0-9A-F]{6}", text()),
        (proptest::option::of(0..4_usize), 0..2_usize),
    )
        .prop_map(|((preset, parts, some), (title, credit, colour, short), (line, vote))| {
            let mut options = RenderOptions::default();
            let look = &mut options.look;
            (look.preset, look.parts) = (preset, parts.unwrap_or_default());
            (look.title, look.credit) = (title, credit);
            look.transparent = some[0];
            look.style = some[1].then(|| "print".to_owned());
            options.lang = some[2].then_some(Lang::De);
            if some[3] {
                let sheet = options.look.style_to_change().expect("a style");
                sheet.palette.in_favour = Some(colour.parse().expect("a colour"));
                let short = short.filter(|short| !short.trim().is_empty());
                sheet.party.push(PartySheet { name: "Bees".to_owned(), short, ..PartySheet::default() });
                sheet.party_order = if some[4] { vec!["Bees".to_owned()] } else { Vec::new() };
            }
            (options, line.filter(|_| some[5]), vote)
        })
}

#[test]
fn the_command_line_renders_the_bytes_of_the_windows_export() {
    let folder = folder();
    let mut harness = with_file(&folder.path().join("the votes.csv"));
    let mut runner = TestRunner::new(ProptestConfig { cases: 12, ..ProptestConfig::default() });
    let formats = std::cell::Cell::new(0);
    let harness = std::cell::RefCell::new(&mut harness);
    let outcome = runner.run(&looks(), |(mut options, line, vote)| {
        let harness = &mut **harness.borrow_mut();
        let ending = ["svg", "png", "pdf", "webp", "html"][formats.replace(formats.get() + 1) % 5];
        options.look.logo = (ending != "webp").then(|| folder.path().join("logo.svg"));
        apply(harness, Command::ShowVote(vote));
        apply(harness, Command::Judge((vote == 1).then(|| "3/5 of members".parse().expect("a rule"))));
        let mut arrangement = harness.state().state().arrangement.clone();
        arrangement.take_shape(if line == Some(3) { Shape::Benches } else { Shape::Hemicycle });
        arrangement.lines = line.filter(|&line| line < 3).map(|line| line as u32 + 1).into_iter().collect();
        arrangement.order = if vote == 1 { SeatOrder::Name } else { SeatOrder::Vote };
        if line == Some(0) {
            arrangement.layout.aisles = Aisles::Parties;
            arrangement.layout.seat_size = 0.7;
        }
        apply(harness, Command::Arrange(arrangement.clone()));
        prop_assert_eq!(&harness.state().state().arrangement, &arrangement);
        design(harness, GraphicCommand::Redraw(Box::new(options), Edit::Step));
        let path = folder.path().join(format!("it's {}.{ending}", formats.get()));
        let window = exported(harness, &path);
        let words = copied_command(harness);
        prop_assert!(run(&words) == window, "{:?}", words);
        Ok(())
    });
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn a_seat_plan_and_a_named_option_go_into_the_command_and_the_project() {
    let folder = folder();
    let plan = folder.path().join("hall.csv");
    fs::write(&plan, "seat,x,y\n1,0,0\n2,1,0\n3,2,0\n4,0,1\n5,1,1\n").expect("written");
    let mut harness = with_file(&folder.path().join("the votes.csv"));
    apply(&mut harness, Command::OpenPlan(plan));
    until(&mut harness, |state| matches!(state.arrangement.layout.shape, Shape::Plan(_)));
    let window = exported(&mut harness, &folder.path().join("a.svg"));
    assert_eq!(run(&copied_command(&mut harness)), window);
    let project = folder.path().join("a.hemicycle");
    design(&mut harness, GraphicCommand::SaveProjectAs(project.clone()));
    written(&mut harness, &project);
    let mut again = with_file(&project);
    until(&mut again, |state| matches!(state.arrangement.layout.shape, Shape::Plan(_)));
    assert_eq!(exported(&mut again, &folder.path().join("b.svg")), window);
}

#[test]
fn a_project_brings_everything_back() {
    let folder = folder();
    let mut harness = with_file(&folder.path().join("the votes.csv"));
    apply(&mut harness, Command::ShowVote(1));
    apply(
        &mut harness,
        Command::Judge(Some("two-thirds of members".replace("two-thirds", "2/3").parse().expect("a rule"))),
    );
    let mut arrangement = harness.state().state().arrangement.clone();
    (arrangement.order, arrangement.lines) = (SeatOrder::Name, vec![2]);
    apply(&mut harness, Command::Arrange(arrangement));
    redraw(&mut harness, |options| {
        options.look.preset = Some(Preset::Square);
        options.look.title = Some("Who's for the tower?".to_owned());
        options.look.logo = Some(folder.path().join("logo.svg"));
        options.lang = Some(Lang::Fr);
        let sheet = options.look.style_to_change().expect("a style");
        sheet.palette.against = Some("#884422".parse().expect("a colour"));
    });
    let window = exported(&mut harness, &folder.path().join("a.svg"));
    // The key asks for a name the first time, and then keeps it there.
    let project = folder.path().join("tower.hemicycle");
    design(&mut harness, GraphicCommand::SaveProjectAs(folder.path().join("tower")));
    written(&mut harness, &project);
    until(&mut harness, |state| state.note.is_some());
    fs::remove_file(&project).expect("removed");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    written(&mut harness, &project);

    let mut again = with_file(&project);
    until(&mut again, |state| state.graphic.options.look.title.is_some());
    let (was, is) = (harness.state().state(), again.state().state());
    assert_eq!(is.opened.as_ref().map(|opened| opened.index), Some(1));
    assert_eq!((is.rule, &is.arrangement), (was.rule, &was.arrangement));
    assert_eq!(is.graphic.options.look.title, was.graphic.options.look.title);
    assert_eq!(is.graphic.project, Some(project.clone()));
    assert_eq!((&is.fault, is.history.has_past()), (&None, false));
    assert_eq!(exported(&mut again, &folder.path().join("b.svg")), window);

    // A file that has changed is said so, and drawn.
    fs::write(
        folder.path().join("the votes.csv"),
        VOTES.replace("Eve Kerr,Bees,5,yes", "Eve Kerr,Bees,5,no"),
    )
    .expect("written");
    let mut changed = with_file(&project);
    until(&mut changed, |state| state.fault.is_some());
    assert!(changed.query_by_label_contains("is no longer as it was when").is_some());
    apply(&mut changed, Command::DismissFault);
    assert_ne!(exported(&mut changed, &folder.path().join("c.svg")), window);
    fs::remove_file(folder.path().join("the votes.csv")).expect("removed");
    apply(&mut changed, Command::Open(project));
    until(&mut changed, |state| state.fault.is_some());
    assert!(changed.query_by_label_contains("which is not there").is_some());
    assert!(changed.state().state().opened.is_some(), "what was open stays open");
}

#[test]
fn the_look_is_changed_by_hand_seen_at_once_and_undone() {
    let mut harness = opened("The founding vote", Lang::En);
    harness.get_by_label("Chart").click();
    harness.run_steps(3);
    harness.get_by_label("Style").click();
    previewed(&mut harness);
    assert!(harness.query_by_role_and_label(Role::Image, "The graphic as it will be exported").is_some());
    assert_eq!(harness.state().state().tab, Tab::Style);
    // A colour, as a number.
    let green = [0x11, 0x88, 0x33];
    assert_eq!(num_pixels(&mut harness, green), 0);
    let field = harness.get_by_role_and_label(Role::TextInput, "For #");
    field.scroll_to_me();
    harness.run_steps(4);
    let field = harness.get_by_role_and_label(Role::TextInput, "For #");
    field.click();
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, "For #").type_text("#118833");
    harness.run_steps(3);
    previewed(&mut harness);
    let options = harness.state().state().graphic.options.clone();
    assert_eq!(
        options.look.sheet.expect("changed").palette.in_favour.map(|colour| colour.to_string()).as_deref(),
        Some("#118833")
    );
    assert!(num_pixels(&mut harness, green) > 1500, "in the preview");
    // Green beside orange red is told apart by fewer eyes, and that is said.
    assert!(harness.query_all_by_label_contains("hard to tell apart").next().is_some());
    // A part is taken away.
    harness.get_by_role_and_label(Role::CheckBox, "Legend").click();
    harness.run_steps(3);
    let parts = harness.state().state().graphic.options.look.parts.clone();
    assert!(!parts.contains(&Part::Legend) && parts.contains(&Part::Tally), "{parts:?}");
    harness.get_by_label("Move down: Headline").scroll_to_me();
    harness.run_steps(8);
    harness.get_by_label("Move down: Headline").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state().graphic.options.look.parts[..2], [Part::Subtitle, Part::Headline]);
    // Keys undo one after the other, and again.
    let ctrl = Modifiers::COMMAND;
    harness.get_by_label("Move up: Tally").focus();
    harness.run_steps(2);
    for (keys, first) in [(ctrl, Part::Headline), (ctrl | Modifiers::SHIFT, Part::Subtitle)] {
        harness.key_press_modifiers(keys, Key::Z);
        harness.run_steps(3);
        assert_eq!(harness.state().state().graphic.options.look.parts.first(), Some(&first));
    }
    for _ in 0..4 {
        harness.key_press_modifiers(ctrl, Key::Z);
        harness.run_steps(3);
    }
    assert_eq!(harness.state().state().graphic.options, RenderOptions::default());
    previewed(&mut harness);
    assert_eq!(num_pixels(&mut harness, green), 0);
}

#[test]
fn a_style_is_saved_and_loaded_again_as_the_same_look() {
    let folder = folder();
    let mut harness = with_file(&folder.path().join("the votes.csv"));
    redraw(&mut harness, |options| {
        let look = &mut options.look;
        look.preset = Some(Preset::Portrait);
        look.parts = vec![Part::Tally, Part::Headline, Part::Chamber, Part::Logo, Part::Credit];
        look.credit = Some("Drawn by hand".to_owned());
        look.logo = Some(folder.path().join("logo.svg"));
        look.glyphs = true;
        look.style_to_change().expect("a style").palette.ink = Some("#223344".parse().expect("a colour"));
    });
    let before = exported(&mut harness, &folder.path().join("a.svg"));
    let style = folder.path().join("house.toml");
    design(&mut harness, GraphicCommand::SaveStyle(style.clone()));
    let text = String::from_utf8(written(&mut harness, &style)).expect("UTF-8");
    assert!(text.contains("logo = \"logo.svg\""), "found from the style's folder: {text}");
    let mut again = with_file(&folder.path().join("the votes.csv"));
    design(&mut again, GraphicCommand::OpenStyle(style));
    assert_eq!(exported(&mut again, &folder.path().join("b.svg")), before);
    fs::write(folder.path().join("bad.toml"), "[palette]\nfor = \"green\"\n").expect("written");
    design(&mut again, GraphicCommand::OpenStyle(folder.path().join("bad.toml")));
    again.run_steps(2);
    assert!(again.query_by_label_contains("bad.toml, line 2").is_some());
}

#[test]
fn what_is_written_about_one_vote_stays_with_it() {
    let folder = folder();
    let mut harness = with_file(&folder.path().join("the votes.csv"));
    redraw(&mut harness, |options| options.look.title = Some("The bridge stands".to_owned()));
    let title = |harness: &Harness<'_, App>| harness.state().state().graphic.options.look.title.clone();
    apply(&mut harness, Command::ShowVote(1));
    assert_eq!(title(&harness), None);
    apply(&mut harness, Command::ShowVote(0));
    assert_eq!(title(&harness).as_deref(), Some("The bridge stands"));
    redraw(&mut harness, |options| options.look.preset = Some(Preset::Slide));
    apply(&mut harness, Command::Open(folder.path().join("the votes.csv")));
    settle(&mut harness);
    assert_eq!(title(&harness), None);
    assert_eq!(
        harness.state().state().graphic.options.look.preset,
        Some(Preset::Slide),
        "the house's look stays"
    );
}

#[test]
fn votes_from_no_file_have_no_command_and_no_project_and_say_so() {
    let mut harness = opened("A class votes", Lang::En);
    for command in [GraphicCommand::CopyCommandLine, GraphicCommand::SaveProjectAs("a.hemicycle".into())] {
        design(&mut harness, command);
        harness.run_steps(2);
        assert!(harness.query_by_label_contains("These votes are from no file").is_some());
        apply(&mut harness, Command::DismissFault);
    }
}

#[test]
fn the_style_page_fits_small_windows_in_both_languages_and_on_dark() {
    for (lang, theme) in [(Lang::En, egui::Theme::Dark), (Lang::Fr, egui::Theme::Light)] {
        let mut harness = window(lang, theme, [1024.0, 700.0]);
        harness.run_steps(2);
        apply(&mut harness, Command::OpenSample(hemicycle::app::Sample::Founding));
        settle(&mut harness);
        apply(&mut harness, Command::Show(Tab::Style));
        previewed(&mut harness);
        let redo = harness.get_by_label(&lang.text("look-redo")).rect();
        let page = harness.get_by_label(&lang.text("page-style")).rect();
        let undo = harness.get_by_label(&lang.text("look-undo")).rect();
        assert!(redo.right() < 1024.0 && page.right() < undo.left(), "{page:?} {undo:?} {redo:?}");
        let field = harness.get_by_role_and_label(Role::TextInput, &lang.text("look-credit")).rect();
        assert!(field.right() < 1024.0, "{field:?}");
    }
}

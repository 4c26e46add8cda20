//! A roll call in the window, from the first name to the file, by keys and labels.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../window/cpu.rs"]
mod cpu;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cpu::Cpu;
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use hemicycle::app::calling::{Calling, Command as Call, Sitting, Stage};
use hemicycle::app::{App, Command};
use hemicycle::lang::Lang;
use hemicycle::model::{MajorityRule, Position, Verdict};
use hemicycle::read::{Options, open};
use hemicycle::record::{
    CallOrder, Clerk, Condition, Conduct, Opening, Question, Recorder, Roster, SystemClock, scan_file,
};

const NAMES: &str =
    "Ann Roe; Larks\nBo Doe; Owls\nCy Poe; Larks\nDi Moe; Owls\nEd Loe; Larks\nFay Noe; Owls\nGus Hoe";

fn window(home: &Path, lang: Lang, theme: egui::Theme, size: [f32; 2]) -> Harness<'static, App> {
    let home = home.to_owned();
    let mut harness = Harness::builder()
        .with_size(vec2(size[0], size[1]))
        .with_theme(theme)
        .with_max_steps(64)
        .renderer(Cpu::default())
        .build_eframe(move |creation| {
            let mut app = App::new(&creation.egui_ctx, None, Some(lang));
            creation.egui_ctx.set_theme(theme);
            app.keep_journals_in(home);
            app
        });
    harness.run_steps(3);
    harness
}

/// Waits for what a thread brings.
fn until(harness: &mut Harness<'_, App>, is_there: impl Fn(&Calling) -> bool) {
    let start = Instant::now();
    harness.run_steps(3);
    while !is_there(harness.state().calling()) {
        assert!(start.elapsed() < Duration::from_mins(1), "still waiting");
        std::thread::sleep(Duration::from_millis(2));
        harness.step();
    }
    harness.run_steps(3);
}

fn sitting<'a>(harness: &'a Harness<'_, App>) -> &'a Sitting {
    harness.state().calling().sitting().expect("a roll call")
}

/// Waits until so many lines are on the disk.
fn lines(harness: &mut Harness<'_, App>, count: usize) {
    until(harness, |calling| calling.sitting().is_some_and(|sitting| sitting.call.log().len() >= count));
    assert_eq!(sitting(harness).call.log().len(), count);
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

/// Types into the field that has the cursor.
fn write(harness: &mut Harness<'_, App>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn called(harness: &Harness<'_, App>) -> String {
    let sitting = sitting(harness);
    let member = sitting.current().expect("somebody is called");
    sitting.call.desks()[member.place()].member.name.clone()
}

/// Prepares a roll call of seven by keys and labels and starts it.
fn started(home: &Path, lang: Lang, theme: egui::Theme, size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = window(home, lang, theme, size);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    harness.run_steps(3);
    let names = if lang == Lang::Fr { "Noms" } else { "Names" };
    harness.get_by_role_and_label(Role::MultilineTextInput, names).focus();
    harness.run_steps(2);
    write(&mut harness, NAMES);
    let members = if lang == Lang::Fr { "7 membres dans 2 groupes" } else { "7 members in 2 groups" };
    harness.get_by_label(members);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    lines(&mut harness, 1);
    harness
}

fn english(home: &Path) -> Harness<'static, App> {
    started(home, Lang::En, egui::Theme::Light, [1366.0, 768.0])
}

/// The order by group and name: Larks Loe, Poe, Roe; Owls Doe, Moe, Noe; then Hoe of no group.
#[test]
fn a_roll_call_from_the_first_name_to_the_file_by_keys_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = english(home.path());
    assert_eq!(called(&harness), "Ed Loe");
    harness.get_by_role_and_label(Role::Heading, "Ed Loe");
    harness.get_by_label("First call · 0 of 7");
    for key in [Key::F, Key::A, Key::B, Key::N, Key::P] {
        press(&mut harness, key);
    }
    lines(&mut harness, 6);
    assert_eq!(called(&harness), "Fay Noe");
    harness.get_by_label("For 1, Against 1");
    harness.get_by_label_contains("Abstained 1");
    harness.get_by_label("One did not answer and is called again");
    // The list has every reply, also the one that was none.
    let times = |harness: &Harness<'_, App>, said: &str| harness.query_all_by_label_contains(said).count();
    assert_eq!((times(&harness, "Ed Loe: For. "), times(&harness, "Bo Doe: No answer. ")), (1, 1));
    harness.get_by_label_contains("Ed Loe, Larks: For");
    harness.get_by_label_contains("Fay Noe, Owls: …");
    // Ann Roe said something else: the answer is corrected, with a reason, by keys alone.
    press(&mut harness, Key::Slash);
    write(&mut harness, "ro");
    press(&mut harness, Key::Enter);
    assert_eq!(called(&harness), "Ann Roe");
    harness.get_by_label("Has answered: Abstained. A key corrects it.");
    press(&mut harness, Key::F);
    write(&mut harness, "misheard");
    press(&mut harness, Key::Enter);
    lines(&mut harness, 7);
    harness.get_by_label("For 2, Against 1");
    press(&mut harness, Key::Escape);
    assert_eq!(called(&harness), "Fay Noe");
    // Undo and redo.
    press(&mut harness, Key::F);
    lines(&mut harness, 8);
    harness.get_by_label("For 3, Against 1");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    lines(&mut harness, 9);
    harness.get_by_label("For 2, Against 1");
    assert_eq!(called(&harness), "Fay Noe");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    lines(&mut harness, 10);
    // Three for, one against, and Hoe and Doe still to come: two against would tie.
    assert_eq!(sitting(&harness).call.certain_verdict(), None);
    harness.get_by_label("The result is open");
    press(&mut harness, Key::B);
    lines(&mut harness, 11);
    assert_eq!(sitting(&harness).call.certain_verdict(), Some(Verdict::Adopted));
    assert!(harness.query_by_label_contains("no answer still to come can change it").is_some());
    // The second call; then nobody is left.
    harness.get_by_label("Second call · 1 left");
    assert_eq!(called(&harness), "Bo Doe");
    press(&mut harness, Key::N);
    lines(&mut harness, 12);
    harness.get_by_label("Everybody has been called.");
    press(&mut harness, Key::Enter);
    harness.get_by_label("Close the vote?");
    press(&mut harness, Key::Enter);
    lines(&mut harness, 13);
    harness.get_by_role_and_label(Role::Heading, "Adopted");
    // Signed.
    harness.get_by_role_and_label(Role::TextInput, "Officer’s name").focus();
    harness.run_steps(2);
    write(&mut harness, "Kim Clerk");
    press(&mut harness, Key::Tab);
    write(&mut harness, "Secretary");
    press(&mut harness, Key::Enter);
    lines(&mut harness, 14);
    harness.get_by_label_contains("Kim Clerk, Secretary");
    // Filed beside the journal.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    let journal = sitting(&harness).path.clone();
    until(&mut harness, |calling| calling.sitting().is_some_and(|sitting| sitting.note.is_some()));
    assert!(journal.starts_with(home.path()));
    let found = scan_file(&journal).expect("a journal");
    assert_eq!(found.condition, Condition::Intact);
    let reading = open(&journal.with_extension("csv"), &Options::default()).expect("it opens again");
    let tally = reading.roll_call().expect("a vote").tally();
    let figures =
        [Position::For, Position::Against, Position::Abstain, Position::Present, Position::NotVoting]
            .map(|position| tally.members(position));
    assert_eq!(figures, [3, 1, 1, 1, 1]);
    let paper = std::fs::read(journal.with_extension("pdf")).expect("minutes on paper");
    assert!(paper.starts_with(b"%PDF-"));
    let minutes = std::fs::read_to_string(journal.with_extension("txt")).expect("minutes");
    assert!(minutes.contains("misheard") && minutes.contains(&found.chain.to_string()), "{minutes}");
    assert!(std::fs::read_to_string(journal.with_extension("svg")).expect("a graphic").contains("Ed Loe"));
    // It opens as a vote, with its replay.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(4);
    assert!(matches!(harness.state().calling().stage, Stage::Away));
    let playback = harness.state().state().playback.as_ref().expect("a replay");
    // Six voices: the seventh never answered. After the fifth it is 3–1 with one to come.
    assert_eq!(playback.replay.len(), 6);
    assert_eq!(playback.replay.certain(), Some((5, Verdict::Adopted)));
}

#[test]
fn a_key_that_is_held_counts_once_and_what_is_typed_elsewhere_is_no_answer() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = english(home.path());
    let key = |repeat| egui::Event::Key {
        key: Key::F,
        physical_key: None,
        pressed: true,
        repeat,
        modifiers: Modifiers::NONE,
    };
    harness.event(key(false));
    harness.event(key(true));
    harness.event(key(true));
    lines(&mut harness, 2);
    press(&mut harness, Key::Slash);
    harness.event(key(false));
    write(&mut harness, "fa");
    harness.run_steps(4);
    assert_eq!(sitting(&harness).call.log().len(), 2);
    assert_eq!(sitting(&harness).num_waiting(), 0);
    harness.get_by_label("Fay Noe · Owls");
    press(&mut harness, Key::Escape);
    assert!(sitting(&harness).dialog.is_none());
    // Ctrl+A is no answer either.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(4);
    assert_eq!(sitting(&harness).call.log().len(), 2);
}

#[test]
fn a_roll_call_that_was_left_is_offered_and_goes_on_at_the_next_name() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = english(home.path());
    press(&mut harness, Key::F);
    press(&mut harness, Key::A);
    lines(&mut harness, 3);
    let path = sitting(&harness).path.clone();
    // Nothing is asked, and nothing lost: as if the power had gone, but for the lock.
    drop(harness);
    let mut harness = window(home.path(), Lang::En, egui::Theme::Light, [1024.0, 700.0]);
    until(&mut harness, |calling| calling.offer.is_some());
    harness.get_by_label_contains("2 of 7 have answered").click();
    lines(&mut harness, 3);
    assert_eq!((called(&harness).as_str(), &sitting(&harness).path), ("Ann Roe", &path));
    harness.get_by_label_contains("The roll call goes on");
    press(&mut harness, Key::B);
    lines(&mut harness, 4);
}

/// A line that was not written to its end is said, and recorded again.
#[test]
fn a_torn_journal_says_what_was_found() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = english(home.path());
    press(&mut harness, Key::F);
    press(&mut harness, Key::A);
    lines(&mut harness, 3);
    let path = sitting(&harness).path.clone();
    drop(harness);
    let bytes = std::fs::read(&path).expect("a journal");
    std::fs::write(&path, &bytes[..bytes.len() - 40]).expect("cut");
    let mut harness = window(home.path(), Lang::En, egui::Theme::Light, [1366.0, 768.0]);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(path.clone()));
    lines(&mut harness, 2);
    assert!(harness.query_by_label_contains("Line 3 of the journal was not written to its end").is_some());
    assert_eq!(called(&harness), "Cy Poe");
    // A damaged one is not written to; it opens as a vote, with the line listed.
    drop(harness);
    let text = std::fs::read_to_string(&path).expect("a journal").replace("\"for\"", "\"against\"");
    std::fs::write(&path, text).expect("changed");
    let mut harness = window(home.path(), Lang::En, egui::Theme::Light, [1366.0, 768.0]);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(path));
    let start = Instant::now();
    while harness.state().state().opened.is_none() {
        assert!(start.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(2));
        harness.step();
    }
    assert!(!harness.state().calling().is_shown());
    assert_eq!(harness.state().state().opened.as_ref().expect("a vote").reading().problems.len(), 1);
}

/// What is on the disk and who is next is said to those who listen; keys mean nothing under a dialog of the window.
#[test]
fn answers_are_said_where_that_is_wanted_and_keys_stop_at_dialogs() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = english(home.path());
    press(&mut harness, Key::F);
    lines(&mut harness, 2);
    assert!(harness.query_by_label("Ed Loe: For. Next: Cy Poe.").is_none(), "silent until wanted");
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Calling(Call::Speak(true)));
    harness.run_steps(2);
    harness.get_by_label("Ed Loe: For. Next: Cy Poe.");
    press(&mut harness, Key::N);
    lines(&mut harness, 3);
    harness.get_by_label("Cy Poe: No answer. Next: Ann Roe.");
    harness.state_mut().apply(&context, Command::Shortcuts(true));
    harness.run_steps(2);
    press(&mut harness, Key::F);
    harness.run_steps(4);
    assert_eq!((sitting(&harness).call.log().len(), sitting(&harness).num_waiting()), (3, 0));
}

#[test]
fn an_open_journal_goes_on_and_one_that_is_written_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("vote.journal");
    let roster = Roster::of_text(NAMES);
    let (rule, conduct) = (MajorityRule::default(), Conduct::default());
    let opening = Opening::new(&roster, &CallOrder::File, Question::default(), rule, conduct);
    let (recorder, _) = Recorder::create(&path, opening, SystemClock).expect("a journal");
    let mut harness = window(home.path(), Lang::En, egui::Theme::Light, [1366.0, 768.0]);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Open(path.clone()));
    let start = Instant::now();
    while harness.state().state().fault.is_none() {
        assert!(start.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(2));
        harness.step();
    }
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("is being written by another program").is_some());
    drop(recorder);
    harness.state_mut().apply(&context, Command::DismissFault);
    harness.state_mut().apply(&context, Command::Open(path));
    lines(&mut harness, 1);
    assert_eq!(called(&harness), "Ann Roe");
}

#[test]
fn members_come_late_are_replaced_spoken_for_and_take_the_chair() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = english(home.path());
    // Ed Loe gives a proxy to Gus Hoe.
    press(&mut harness, Key::F3);
    harness.get_by_label("Gives a proxy to…").click();
    harness.run_steps(3);
    write(&mut harness, "gus");
    press(&mut harness, Key::Enter);
    lines(&mut harness, 2);
    harness.get_by_label("Gus Hoe speaks this vote");
    press(&mut harness, Key::F);
    lines(&mut harness, 3);
    assert!(sitting(&harness).call.desks()[0].answer.expect("answered").by_proxy);
    // Cy Poe takes the chair and is not called.
    press(&mut harness, Key::F3);
    harness.get_by_label("Takes the chair").click();
    lines(&mut harness, 4);
    assert_eq!(called(&harness), "Ann Roe");
    // Ann Roe is replaced.
    press(&mut harness, Key::F3);
    harness.get_by_label("Is replaced by…").click();
    harness.run_steps(3);
    write(&mut harness, "Ann Other");
    press(&mut harness, Key::Tab);
    write(&mut harness, "illness");
    press(&mut harness, Key::Enter);
    lines(&mut harness, 5);
    assert_eq!(called(&harness), "Ann Other");
    // Somebody who is not on the roster comes in.
    press(&mut harness, Key::F4);
    write(&mut harness, "Hal Zoe");
    press(&mut harness, Key::Enter);
    lines(&mut harness, 6);
    assert_eq!(sitting(&harness).call.desks().len(), 8);
    // What cannot happen is said and not done: nobody corrects an answer without a reason, or to the same answer.
    press(&mut harness, Key::F2);
    press(&mut harness, Key::F);
    write(&mut harness, "again");
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label_contains("is for already").is_some() || sitting(&harness).note.is_some());
    assert!(sitting(&harness).dialog.is_some(), "the question stays for another try");
    assert_eq!(sitting(&harness).call.log().len(), 6);
}

#[test]
fn two_clerks_count_apart_and_differences_are_listed() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = english(home.path());
    press(&mut harness, Key::F);
    press(&mut harness, Key::A);
    lines(&mut harness, 3);
    press(&mut harness, Key::F6);
    assert_eq!((sitting(&harness).clerk, called(&harness).as_str()), (Clerk::Second, "Ed Loe"));
    assert!(harness.query_by_label_contains("Ed Loe: For.").is_none(), "the first count is not shown");
    harness.get_by_label("For 0, Against 0");
    press(&mut harness, Key::F);
    press(&mut harness, Key::B);
    lines(&mut harness, 5);
    // The chamber shows what this clerk heard.
    harness.get_by_label("Cy Poe, Larks: Abstained");
    press(&mut harness, Key::F7);
    harness.get_by_label("One answer was heard differently");
    harness.get_by_label("Cy Poe: recorded Against, second clerk Abstained");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::F6);
    harness.get_by_label("For 1, Against 1");
    harness.get_by_label("Cy Poe, Larks: Against");
}

/// Every answer has its button, whole and apart, the chamber its room, and the name is inside, on a projector and on
/// a small window, in both languages, both themes, in large type and strong contrast.
#[test]
fn everything_fits_on_every_screen() {
    for (lang, theme, size) in [
        (Lang::En, egui::Theme::Light, [1366.0, 768.0]),
        (Lang::Fr, egui::Theme::Dark, [1024.0, 700.0]),
        (Lang::En, egui::Theme::Dark, [1920.0, 1080.0]),
    ] {
        let home = tempfile::tempdir().expect("a folder");
        let mut harness = started(home.path(), lang, theme, size);
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(size[0], size[1]));
        for (large, contrast) in [(false, false), (true, false), (false, true)] {
            let context = harness.ctx.clone();
            for command in [Call::LargeType(large), Call::HighContrast(contrast)] {
                harness.state_mut().apply(&context, Command::Calling(command));
            }
            harness.run_steps(3);
            let words: [&str; 5] = if lang == Lang::Fr {
                ["Pour (P)", "Contre (C)", "Abstention (A)", "Présent (R)", "Sans réponse (N)"]
            } else {
                ["For (F)", "Against (A)", "Abstention (B)", "Present (P)", "No answer (N)"]
            };
            let mut right = 0.0;
            for word in words {
                let rect = harness.get_by_role_and_label(Role::Button, word).rect();
                assert!(screen.contains_rect(rect) && rect.left() > right, "{word} {rect} {size:?}");
                assert!(rect.height() >= 34.0, "{word} {rect}");
                right = rect.right();
            }
            let heading = harness.get_by_role_and_label(Role::Heading, "Ed Loe").rect();
            let chamber = harness.get_by_role(Role::GraphicsDocument).rect();
            assert!(screen.contains_rect(heading) && screen.contains_rect(chamber), "{heading} {chamber}");
            assert!(chamber.height() > 150.0, "{chamber} {size:?}");
            if let Some(folder) = std::env::var_os("HEMICYCLE_PICTURES") {
                let name = format!("{}-{}-{large}-{contrast}.png", lang.code(), size[0]);
                harness.render().expect("drawn").save(PathBuf::from(folder).join(name)).expect("saved");
            }
        }
    }
}

#[test]
fn french_keys_record_french_answers_and_keys_can_be_chosen() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = started(home.path(), Lang::Fr, egui::Theme::Light, [1366.0, 768.0]);
    press(&mut harness, Key::P);
    press(&mut harness, Key::C);
    press(&mut harness, Key::F);
    lines(&mut harness, 3);
    let tally = sitting(&harness).call.tally();
    assert_eq!((tally.members(Position::For), tally.members(Position::Against)), (1, 1));
    drop(harness);
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = window(home.path(), Lang::En, egui::Theme::Light, [1366.0, 768.0]);
    harness.get_by_label("Call the roll…").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Names").focus();
    harness.run_steps(2);
    write(&mut harness, NAMES);
    harness.get_by_role_and_label(Role::TextInput, "Key for For").focus();
    harness.run_steps(2);
    press(&mut harness, Key::Backspace);
    write(&mut harness, "A");
    harness.get_by_label("Each answer needs a key of its own: one letter or digit.");
    press(&mut harness, Key::Backspace);
    write(&mut harness, "1");
    assert!(harness.query_by_label("Each answer needs a key of its own: one letter or digit.").is_none());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    lines(&mut harness, 1);
    press(&mut harness, Key::Num1);
    lines(&mut harness, 2);
    assert_eq!(sitting(&harness).call.tally().members(Position::For), 1);
}

/// The roster of a file with its groups, a rule with a quorum, and the letter that is drawn.
#[test]
fn a_roll_call_is_prepared_from_a_file() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("members.csv");
    std::fs::write(&file, "name,group,seat\nZoe Ash,Larks,3\nBo Elm,Owls,1\nCy Fir,Larks,2\n")
        .expect("written");
    let mut harness = window(home.path(), Lang::En, egui::Theme::Light, [1366.0, 768.0]);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Calling(Call::SetUp));
    harness.run_steps(2);
    // Without members it says so, and does not start.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("There is nobody to call").is_some());
    harness.state_mut().apply(&context, Command::Calling(Call::Roster(file)));
    until(
        &mut harness,
        |calling| matches!(&calling.stage, Stage::SetUp(setup) if setup.roster.members.len() == 3),
    );
    harness.get_by_label("3 members in 2 groups");
    harness.get_by_role_and_label(Role::ComboBox, "Order of calling").click();
    harness.run_steps(3);
    harness.get_by_label("By number of the seat").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::TextInput, "A rule of your own").focus();
    harness.run_steps(2);
    write(&mut harness, ">1/2 of cast quorum 2/3");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    lines(&mut harness, 1);
    assert_eq!(called(&harness), "Bo Elm");
    harness.get_by_label("Quorum of 2 not met yet: 0 there");
    press(&mut harness, Key::F);
    press(&mut harness, Key::F);
    lines(&mut harness, 3);
    harness.get_by_label("Quorum of 2 met: 2 there");
}

#[test]
fn a_class_is_called_by_name() {
    let home = tempfile::tempdir().expect("a folder");
    let mut harness = window(home.path(), Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    let lesson = hemicycle::app::Lesson {
        is_open: true,
        question: "An orchard?".to_owned(),
        pupils: "Ann Roe\nBo Doe\nCy Poe\nDi Moe\nEd Loe\nFay Noe".to_owned(),
        ..hemicycle::app::Lesson::default()
    };
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Teach(Box::new(lesson)));
    harness.run_steps(3);
    harness.get_by_label("Call the class…").click();
    harness.run_steps(3);
    let Stage::SetUp(setup) = &harness.state().calling().stage else { panic!("not prepared") };
    assert_eq!((setup.roster.members.len(), setup.title.as_str()), (6, "An orchard?"));
    assert!(!harness.state().state().classroom.is_open);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    until(&mut harness, |calling| calling.sitting().is_some());
    assert_eq!(sitting(&harness).call.opening().members.len(), 6);
}

//! Closing a file, opening another after it, and closing while one is read: what is shown is of the file that is open.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hemicycle::app::{App, Command, MemberOrder, Sample, Tab};
use hemicycle::lang::Lang;

use super::{archive_file, large_file, opened, sample_file, settle, until, window};

fn apply(harness: &mut Harness<'_, App>, command: Command) {
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, command);
}

fn close(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run_steps(3);
    assert!(harness.state().state().opened.is_none());
    assert!(harness.query_by_label("See how a chamber voted").is_some());
}

/// What the seats of the chamber say, in their order.
fn seats(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all_by_role(Role::ListItem).filter_map(|node| node.accesskit_node().label()).collect()
}

/// What the drawing says for those who do not see it.
fn description(harness: &Harness<'_, App>, role: Role, label: &str) -> Option<String> {
    harness.query_by_role_and_label(role, label)?.accesskit_node().description()
}

/// What the chamber says in full sentences.
fn chamber(harness: &Harness<'_, App>) -> String {
    let nodes = harness.query_all_by_role(Role::GraphicsDocument);
    let descriptions: Vec<String> = nodes.filter_map(|node| node.accesskit_node().description()).collect();
    assert_eq!(descriptions.len(), 1, "one chamber");
    descriptions.concat()
}

/// Waits until the preview shows the graphic; looks at every frame on the way.
fn previewed(harness: &mut Harness<'_, App>, look: &dyn Fn(&Harness<'_, App>)) {
    let start = Instant::now();
    for frame in 0.. {
        harness.step();
        look(harness);
        if frame > 3 && harness.state().is_previewed() {
            break;
        }
        assert!(start.elapsed() < Duration::from_mins(1), "no preview");
        std::thread::sleep(Duration::from_millis(2));
    }
    harness.run_steps(4);
    look(harness);
}

fn preview(harness: &Harness<'_, App>) -> Option<String> {
    description(harness, Role::Image, "The graphic as it will be exported")
}

#[test]
fn a_file_opened_after_another_was_closed_is_the_one_that_is_drawn() {
    let class = opened("A class votes", Lang::En);
    let mut harness = opened("The founding vote", Lang::En);
    assert_ne!(chamber(&harness), chamber(&class));
    close(&mut harness);
    harness.get_by_label("A class votes").click();
    settle(&mut harness);
    assert_eq!(chamber(&harness), chamber(&class));
    assert_eq!(seats(&harness), seats(&class));
    assert!(harness.query_by_label("Delphine Lingemann, Les Démocrates: For").is_none());
    // And back again, any number of times.
    for (sample, name) in [
        ("The founding vote", "Delphine Lingemann, Les Démocrates: For"),
        ("A class votes", "Aiko, The Larks: For"),
        ("The founding vote", "Delphine Lingemann, Les Démocrates: For"),
    ] {
        close(&mut harness);
        harness.get_by_label(sample).click();
        settle(&mut harness);
        assert!(harness.query_by_label(name).is_some(), "{sample}");
    }
}

#[test]
fn no_graphic_of_a_file_that_was_closed_is_previewed_over_another() {
    let mut class = opened("A class votes", Lang::En);
    apply(&mut class, Command::Show(Tab::Style));
    previewed(&mut class, &|_| {});
    let wanted = preview(&class).expect("a preview");
    let mut harness = opened("The founding vote", Lang::En);
    apply(&mut harness, Command::Show(Tab::Style));
    previewed(&mut harness, &|_| {});
    let before = preview(&harness).expect("a preview");
    assert_ne!(before, wanted);
    close(&mut harness);
    apply(&mut harness, Command::OpenSample(Sample::Classroom));
    settle(&mut harness);
    apply(&mut harness, Command::Show(Tab::Style));
    previewed(&mut harness, &|harness| assert_ne!(preview(harness).as_ref(), Some(&before)));
    assert_eq!(preview(&harness), Some(wanted.clone()));
    // Nor where the other is opened while the picture is still being drawn, without closing.
    apply(&mut harness, Command::OpenSample(Sample::Founding));
    settle(&mut harness);
    previewed(&mut harness, &|harness| assert_ne!(preview(harness).as_ref(), Some(&wanted)));
    assert_eq!(preview(&harness), Some(before));
}

#[test]
fn a_vote_judged_by_another_rule_is_drawn_by_it() {
    let mut harness = opened("A class votes", Lang::En);
    let before = chamber(&harness);
    apply(&mut harness, Command::Judge(Some("3/4".parse().expect("a rule"))));
    harness.run_steps(3);
    let judged = chamber(&harness);
    assert_ne!(judged, before);
    apply(&mut harness, Command::Judge(None));
    harness.run_steps(3);
    assert_eq!(chamber(&harness), before);
}

/// A file that comes when the test lets it.
#[derive(Debug)]
struct Slow {
    started: Sender<()>,
    released: Mutex<Receiver<()>>,
}

impl egui::DroppedFile for Slow {
    fn path(&self) -> &Path {
        Path::new("late.csv")
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        self.started.send(()).ok();
        let released = self.released.lock().map_err(|error| error.to_string())?;
        released.recv().map_err(|error| error.to_string())?;
        Ok(b"name,party,vote\nLate Ann,Late,yes\nLate Bob,Late,no\nLate Cy,Late,yes\n".to_vec())
    }
}

/// Steps for a while in which a file that is on its way would come.
fn wait_for_nothing(harness: &mut Harness<'_, App>, enough: Duration) {
    let start = Instant::now();
    while start.elapsed() < enough {
        harness.step();
        assert!(harness.query_by_label("Late Ann, Late: For").is_none(), "it came back");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_file_closed_while_it_is_read_does_not_come_back() {
    for sample in [None, Some(Sample::Classroom)] {
        let mut harness = window(Lang::En, egui::Theme::Light, [1024.0, 700.0]);
        harness.run_steps(2);
        let ((started, has_started), (release, released)) = (channel(), channel());
        let file = Slow { started, released: Mutex::new(released) };
        apply(&mut harness, Command::OpenDropped(Arc::new(file)));
        has_started.recv().expect("it is being read");
        harness.run_steps(2);
        assert!(harness.state().is_busy());
        close(&mut harness);
        assert!(!harness.state().is_busy());
        if let Some(sample) = sample {
            apply(&mut harness, Command::OpenSample(sample));
            settle(&mut harness);
        }
        release.send(()).expect("it waits");
        wait_for_nothing(&mut harness, Duration::from_millis(600));
        let state = harness.state().state();
        assert!(state.reading.is_none() && state.fault.is_none() && state.path.is_none());
        let shown = state.opened.as_ref().map(|opened| opened.reading().file.clone());
        assert_eq!(shown, sample.map(|sample| sample.source().name));
    }
}

#[test]
fn a_file_closed_while_its_beginning_is_shown_does_not_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = large_file(folder.path());
    let mut harness = window(Lang::En, egui::Theme::Light, [1024.0, 700.0]);
    harness.run_steps(2);
    let whole = Instant::now();
    apply(&mut harness, Command::Open(path.clone()));
    settle(&mut harness);
    let whole = whole.elapsed();
    close(&mut harness);
    apply(&mut harness, Command::Open(path));
    let start = Instant::now();
    while harness.state().state().opened.is_none() {
        assert!(start.elapsed() < Duration::from_mins(1), "nothing to see");
        std::thread::sleep(Duration::from_millis(1));
        harness.step();
    }
    apply(&mut harness, Command::CloseVote);
    wait_for_nothing(&mut harness, 2 * whole);
    let state = harness.state().state();
    assert!(state.opened.is_none() && state.path.is_none() && state.progress.is_none());
    assert!(!state.is_beginning && !harness.state().is_busy());
}

#[test]
fn a_beginning_whose_rest_cannot_be_read_is_not_left_as_if_it_were_the_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = large_file(folder.path());
    let mut bytes = std::fs::read(&path).expect("written");
    let hole = bytes.len() - 100_000..bytes.len() - 50_000;
    bytes[hole].fill(0);
    std::fs::write(&path, bytes).expect("written");
    let mut harness = window(Lang::En, egui::Theme::Light, [1024.0, 700.0]);
    harness.run_steps(2);
    apply(&mut harness, Command::Open(path));
    settle(&mut harness);
    let state = harness.state().state();
    assert!(state.opened.is_none() && !state.is_beginning && state.path.is_none());
    assert!(harness.query_by_label_contains("has zero bytes in place of text").is_some());
}

#[test]
fn a_mapping_beside_the_file_is_named_under_its_vote() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = archive_file(folder.path());
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    harness.run_steps(2);
    apply(&mut harness, Command::Open(path.clone()));
    settle(&mut harness);
    assert!(harness.query_by_label_contains("votes.hemicycle.toml").is_none());
    apply(&mut harness, Command::SaveMapping);
    apply(&mut harness, Command::Open(path));
    settle(&mut harness);
    assert!(harness.query_by_label_contains("read as votes.hemicycle.toml says").is_some());
}

#[test]
fn what_was_chosen_for_every_file_outlives_one_and_what_is_about_it_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let path: PathBuf = archive_file(folder.path());
    for closes in [false, true] {
        let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
        harness.run_steps(2);
        apply(&mut harness, Command::Open(path.clone()));
        settle(&mut harness);
        for command in [
            Command::SortMembers(MemberOrder::Party),
            Command::Find("Left".to_owned()),
            Command::Pin(Some(2)),
            Command::WriteRule("2/3".to_owned()),
            Command::ShowReplay(true),
            Command::ShowMapping(true),
        ] {
            apply(&mut harness, command);
        }
        until(&mut harness, |state| !state.preview.is_empty());
        if closes {
            apply(&mut harness, Command::CloseVote);
            harness.run_steps(2);
            let state = harness.state().state();
            assert!(state.opened.is_none() && state.listed.is_empty());
        }
        apply(&mut harness, Command::Open(sample_file("classroom-illustrative.csv")));
        settle(&mut harness);
        let state = harness.state().state();
        assert_eq!(state.member_order, MemberOrder::Party);
        assert_eq!((state.pinned, state.find.as_str(), state.matches.as_ref()), (None, "", None));
        assert_eq!((state.rule, state.rule_text.as_str()), (None, ""));
        assert!(state.playback.is_none() && !state.shows_mapping && state.preview.is_empty());
        assert_eq!(state.listed.len(), 1);
    }
}

#[test]
fn a_film_goes_on_while_other_files_are_opened_and_can_be_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vote.gif");
    let mut harness = opened("The founding vote", Lang::En);
    apply(&mut harness, Command::ShowReplay(true));
    harness.run_steps(2);
    apply(&mut harness, Command::Film(path.clone()));
    assert!(harness.state().state().filming.is_some());
    apply(&mut harness, Command::OpenSample(Sample::Classroom));
    settle(&mut harness);
    assert!(harness.state().state().filming.is_some(), "it is not forgotten");
    close(&mut harness);
    assert!(harness.query_by_label_contains("filming").is_some());
    harness.get_by_label("Stop").click();
    until(&mut harness, |state| state.filming.is_none());
    assert!(harness.query_by_label("The film was stopped").is_some());
    assert!(!path.exists());
}

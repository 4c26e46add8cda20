use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::app::calling::clock::PressClock;
use crate::app::calling::scribe::{Scribe, Started};
use crate::app::calling::{Command as Call, Reply, Sitting};
use crate::app::{App, Command, work};
use crate::lang::Lang;
use crate::model::MajorityRule;
use crate::record::{CallOrder, Conduct, Opening, Question, Recorder, Recovery, Roster, Store};

/// A disk that takes the first line and then neither takes nor refuses: each sync waits until it is let through.
#[derive(Debug)]
struct Silent {
    bytes: Vec<u8>,
    syncs: usize,
    lets: Receiver<()>,
}

impl Store for Silent {
    fn write_at(&mut self, place: u64, bytes: &[u8]) -> io::Result<()> {
        self.bytes.truncate(place as usize);
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.syncs += 1;
        if self.syncs > 1 {
            self.lets.recv().ok();
        }
        Ok(())
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.bytes.truncate(length as usize);
        Ok(())
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.bytes.clone())
    }
}

/// A window with a roll call of three on that disk, and what lets one sync through.
fn window() -> (Harness<'static, App>, Sender<()>) {
    let (letting, lets) = channel();
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1366.0, 768.0))
        .with_max_steps(64)
        .build_eframe(|creation| App::new(&creation.egui_ctx, None, Some(Lang::En)));
    let open = move |clock: PressClock| {
        let roster = Roster::of_text("Ann Roe\nBo Doe\nCy Poe");
        let (rule, conduct) = (MajorityRule::default(), Conduct::default());
        let opening = Opening::new(&roster, &CallOrder::File, Question::default(), rule, conduct);
        let path = std::path::PathBuf::from("silent.journal");
        let disk = Box::new(Silent { bytes: Vec::new(), syncs: 0, lets });
        let recorder = Recorder::on_disk(disk, &path, opening, clock)?;
        let (call, chain) = (recorder.call().clone(), recorder.chain().clone());
        Ok((recorder, Started { call, path, chain, recovery: Recovery::default(), is_resumed: false }))
    };
    let calling = &mut harness.state_mut().calling;
    let report = calling.worker.reporter(|report| work::Event::Calling(files::Event::Scribe(0, report)));
    calling.starting = Some(Scribe::with(open, report).expect("a thread"));
    until(&mut harness, |harness| harness.state().calling.sitting().is_some());
    (harness, letting)
}

fn until(harness: &mut Harness<'_, App>, is_there: impl Fn(&Harness<'_, App>) -> bool) {
    let start = Instant::now();
    while !is_there(harness) {
        assert!(start.elapsed() < Duration::from_mins(1), "still waiting");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
}

fn answer(harness: &mut Harness<'_, App>) {
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Calling(Call::Reply(Reply::For)));
    harness.step();
}

/// What the window is told to do in a frame in which somebody closes it, or in one in which nobody does.
fn told(harness: &mut Harness<'_, App>, closes: bool) -> Vec<ViewportCommand> {
    let viewport = harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.extend(closes.then_some(ViewportEvent::Close));
    harness.step();
    let viewport = harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.clear();
    let output = &harness.output().viewport_output;
    output.get(&ViewportId::ROOT).map(|output| output.commands.clone()).unwrap_or_default()
}

#[test]
fn a_disk_that_answers_lets_the_window_close_without_a_question() {
    let (mut harness, letting) = window();
    assert!(!told(&mut harness, true).contains(&ViewportCommand::CancelClose), "nothing waits");
    answer(&mut harness);
    assert!(told(&mut harness, true).contains(&ViewportCommand::CancelClose), "one answer is on its way");
    letting.send(()).expect("the disk waits");
    let start = Instant::now();
    while !told(&mut harness, false).contains(&ViewportCommand::Close) {
        assert!(start.elapsed() < Duration::from_mins(1), "still waiting");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(!told(&mut harness, true).contains(&ViewportCommand::CancelClose), "now it may");
}

#[test]
fn a_disk_that_neither_takes_nor_refuses_is_asked_about_before_closing() {
    let (mut harness, letting) = window();
    answer(&mut harness);
    answer(&mut harness);
    assert!(told(&mut harness, true).contains(&ViewportCommand::CancelClose));
    until(&mut harness, |harness| harness.query_by_label("Close without them").is_some());
    assert!(harness.query_all_by_label("2 answers are not on the disk").count() > 0);
    // Whoever stays goes on calling.
    harness.get_by_label("Cancel").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Close without them").is_none());
    assert_eq!(harness.state().calling.sitting().map(Sitting::num_waiting), Some(2));
    // The page asks the same before it is left, and goes by itself once the disk has answered.
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Calling(Call::Leave));
    until(&mut harness, |harness| harness.query_by_label("Close without them").is_some());
    // Whoever leaves without them leaves at once: the thread that hangs on the disk is not waited for.
    harness.get_by_label("Close without them").click();
    let start = Instant::now();
    let mut commands = told(&mut harness, false);
    commands.extend(told(&mut harness, false));
    assert!(commands.contains(&ViewportCommand::Close), "{commands:?}");
    assert!(!told(&mut harness, true).contains(&ViewportCommand::CancelClose));
    harness.state_mut().calling.let_go();
    assert!(start.elapsed() < Duration::from_secs(30), "the window does not hang with the disk");
    assert!(!harness.state().calling.is_shown());
    drop(letting);
}

/// The page says so for as long as it lasts.
#[test]
fn a_silent_disk_is_spoken_of() {
    let (mut harness, letting) = window();
    answer(&mut harness);
    assert!(harness.query_by_label_contains("The disk has not answered for").is_none());
    until(&mut harness, |harness| {
        harness.query_by_label_contains("has not answered for 2 seconds").is_some()
    });
    letting.send(()).expect("the disk waits");
    until(&mut harness, |harness| harness.query_by_label_contains("has not answered").is_none());
    assert_eq!(harness.state().calling.sitting().map(|sitting| sitting.call.voices().len()), Some(1));
}

//! The graphic dragged out of the window, with a carrier that needs no display. `tests/drag` does it on a real one.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use hemicycle::app::drag::{Carrier, Ended, Handover, Load, Outcome, Parcel, Reception, Way};
use hemicycle::app::{App, Command, GraphicCommand, Sample, Tab};
use hemicycle::lang::{Lang, Message};
use raw_window_handle::HasWindowHandle;

use super::{Dropped, settle, until, window};

const HANDLE: &str = "The graphic, to be dragged into another program";

/// What came out of the window: the type, the name and the bytes of the file, and where it was.
type Arrived = (&'static str, String, Vec<u8>, PathBuf);

/// Takes everything, as the window "Files", or waits until it is called off.
#[derive(Default)]
struct Hand {
    waits: bool,
    arrived: Mutex<Option<Arrived>>,
}

impl Carrier for Hand {
    fn carry(&self, load: &Load, tell: &dyn Fn(Reception)) -> Outcome {
        tell(Reception::Accepts);
        if self.waits {
            while !load.cancel.is_cancelled() {
                std::thread::sleep(std::time::Duration::from_millis(2));
            }
            return Outcome::Cancelled;
        }
        match load.parcel.recv().expect("a file or a fault") {
            Ok(parcel) => {
                let name = parcel.path.file_name().expect("a name").to_string_lossy().into_owned();
                assert_eq!(std::fs::read(&parcel.path).expect("there to be read"), parcel.bytes);
                let arrived = (load.media_type, name, parcel.bytes, parcel.path);
                *self.arrived.lock().expect("no panic") = Some(arrived);
                Outcome::Taken(Some("Files".to_owned()))
            }
            Err(fault) => Outcome::Failed(fault),
        }
    }
}

/// Is handed the file by the window's thread, as a platform that follows the pointer by itself.
#[derive(Default)]
struct Desk {
    handed: RefCell<Vec<(PathBuf, Ended)>>,
}

impl Handover for Desk {
    fn hand_over(&self, _window: &dyn HasWindowHandle, parcel: &Parcel, ended: Ended) -> Result<(), Message> {
        assert_eq!(std::fs::read(&parcel.path).expect("there to be read"), parcel.bytes);
        self.handed.borrow_mut().push((parcel.path.clone(), ended));
        Ok(())
    }
}

fn opened(hand: &Arc<Hand>) -> Harness<'static, App> {
    opened_by(Way::Carried(Arc::<Hand>::clone(hand)))
}

fn opened_by(way: Way) -> Harness<'static, App> {
    let mut harness = window(Lang::En, egui::Theme::Light, [1200.0, 800.0]);
    let context = harness.ctx.clone();
    harness.state_mut().let_out_by(Some(way));
    harness.state_mut().apply(&context, Command::OpenSample(Sample::Founding));
    settle(&mut harness);
    harness.step();
    harness
}

/// Presses there and moves out of the window.
fn drag(harness: &mut Harness<'_, App>, from: egui::Pos2) {
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for step in 1..6 {
        harness.hover_at(from + vec2(0.0, 40.0 * step as f32));
        harness.step();
    }
}

/// The graphic as it is exported to a file of that name.
fn exported(harness: &mut Harness<'_, App>, name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Export(path.clone()));
    until(harness, |_| path.exists());
    std::fs::read(&path).expect("readable")
}

#[test]
fn the_handle_gives_away_what_would_be_exported() {
    let hand = Arc::new(Hand::default());
    let mut harness = opened(&hand);
    let handle = harness.get_by_label(HANDLE).rect().center();
    drag(&mut harness, handle);
    until(&mut harness, |state| {
        state.note.as_ref().is_some_and(|note| note.text(Lang::En).ends_with("was taken by “Files”"))
    });
    let (media_type, name, bytes, path) = hand.arrived.lock().expect("no panic").take().expect("a file");
    assert_eq!(media_type, "image/png");
    let stem = PathBuf::from(&harness.state().state().opened.as_ref().expect("open").reading().file);
    assert_eq!(name, stem.with_extension("png").to_string_lossy());
    assert!(bytes == exported(&mut harness, "again.png"), "another picture than the export");
    assert!(path.exists(), "it may be read later on");
    drop(harness);
    assert!(!path.exists(), "it goes with the window");
}

#[test]
fn with_shift_it_is_a_drawing_and_the_preview_can_be_held_as_well() {
    let hand = Arc::new(Hand::default());
    let mut harness = opened(&hand);
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, Command::Show(Tab::Style));
    until(&mut harness, |state| state.reading.is_none());
    let start = std::time::Instant::now();
    while harness.query_all_by_label(HANDLE).count() < 2 {
        assert!(start.elapsed().as_secs() < 60, "no preview");
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.step();
    }
    let held = harness.query_all_by_label(HANDLE).map(|node| node.rect());
    let preview = held.max_by(|a, b| a.height().total_cmp(&b.height())).expect("the preview");
    harness.event(egui::Event::ModifiersChanged(egui::Modifiers::SHIFT));
    drag(&mut harness, preview.center());
    until(&mut harness, |state| {
        state.note.as_ref().is_some_and(|note| note.text(Lang::En).contains("was taken"))
    });
    let (media_type, name, bytes, _) = hand.arrived.lock().expect("no panic").take().expect("a file");
    assert_eq!(media_type, "image/svg+xml");
    assert_eq!(PathBuf::from(&name).extension(), Some("svg".as_ref()), "{name}");
    assert!(bytes == exported(&mut harness, "again.svg"), "another drawing than the export");
}

#[test]
fn escape_calls_it_off() {
    let hand = Arc::new(Hand { waits: true, ..Hand::default() });
    let mut harness = opened(&hand);
    let handle = harness.get_by_label(HANDLE).rect().center();
    drag(&mut harness, handle);
    until(&mut harness, |state| {
        state.note.as_ref().is_some_and(|note| note.text(Lang::En).contains("Escape"))
    });
    assert_eq!(harness.output().platform_output.cursor_icon, egui::CursorIcon::Copy, "it would be taken");
    harness.key_press(Key::Escape);
    until(&mut harness, |state| state.note.is_none());
    assert!(hand.arrived.lock().expect("no panic").is_none());
    assert!(harness.state().state().fault.is_none());
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let hand = Arc::new(Hand::default());
    let mut harness = opened(&hand);
    let context = harness.ctx.clone();
    let logo = GraphicCommand::UseLogo(PathBuf::from("gone.png"));
    harness.state_mut().apply(&context, Command::Graphic(logo));
    let handle = harness.get_by_label(HANDLE).rect().center();
    drag(&mut harness, handle);
    until(&mut harness, |state| state.fault.is_some());
    let fault = harness.state().state().fault.as_ref().expect("a fault").text(Lang::En);
    assert!(fault.contains("gone.png"), "{fault}");
}

#[test]
fn without_a_carrier_there_is_no_handle_and_a_click_on_it_says_what_it_is_for() {
    let mut harness = opened(&Arc::new(Hand::default()));
    let handle = harness.get_by_label(HANDLE).rect().center();
    harness.hover_at(handle);
    harness.drag_at(handle);
    harness.drop_at(handle);
    harness.step();
    let note = harness.state().state().note.as_ref().expect("a note").text(Lang::En);
    assert!(note.starts_with("Drag this"), "{note}");
    harness.state_mut().let_out_by(None);
    harness.run();
    assert!(harness.query_by_label(HANDLE).is_none());
}

/// A drag that the platform has taken over, and the file of it.
fn handed_over() -> (Rc<Desk>, Harness<'static, App>, PathBuf) {
    let desk = Rc::new(Desk::default());
    let mut harness = opened_by(Way::HandedOver(Rc::<Desk>::clone(&desk)));
    let handle = harness.get_by_label(HANDLE).rect().center();
    drag(&mut harness, handle);
    until(&mut harness, |_| !desk.handed.borrow().is_empty());
    let path = desk.handed.borrow()[0].0.clone();
    (desk, harness, path)
}

/// The buttons that the window is told are up, before what it hears itself.
fn let_go(harness: &mut Harness<'_, App>) -> usize {
    let context = harness.ctx.clone();
    let mut input = egui::RawInput::default();
    eframe::App::raw_input_hook(harness.state_mut(), &context, &mut input);
    let is_up = |event: &&egui::Event| matches!(event, egui::Event::PointerButton { pressed: false, .. });
    input.events.iter().filter(is_up).count()
}

#[test]
fn a_platform_that_follows_the_pointer_is_handed_the_file() {
    let (desk, mut harness, path) = handed_over();
    let carried = harness.state().state().note.as_ref().expect("a note").text(Lang::En);
    assert!(carried.contains("Escape"), "{carried}");
    assert_eq!(let_go(&mut harness), 1, "the window is not told by the platform");
    assert_eq!(let_go(&mut harness), 0, "once is enough");
    let (_, ended) = desk.handed.borrow_mut().pop().expect("one");
    ended(Outcome::Taken(None));
    until(&mut harness, |state| {
        state.note.as_ref().is_some_and(|note| note.text(Lang::En).ends_with("was taken"))
    });
    assert!(path.exists(), "it may be read later on");
    drop(harness);
    assert!(!path.exists(), "it goes with the window");
}

#[test]
fn what_is_let_go_before_it_is_handed_over_goes_nowhere() {
    let desk = Rc::new(Desk::default());
    let mut harness = opened_by(Way::HandedOver(Rc::<Desk>::clone(&desk)));
    let handle = harness.get_by_label(HANDLE).rect().center();
    harness.hover_at(handle);
    harness.step();
    harness.drag_at(handle);
    harness.step();
    let away = handle + vec2(0.0, 40.0);
    harness.hover_at(away);
    harness.step();
    assert!(harness.state().state().note.is_some(), "it is on its way");
    harness.drop_at(away);
    until(&mut harness, |state| state.note.is_none());
    assert!(desk.handed.borrow().is_empty());
    assert!(harness.state().state().fault.is_none());
}

#[test]
fn what_comes_back_to_the_window_is_not_opened() {
    let (desk, mut harness, path) = handed_over();
    harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    let (_, ended) = desk.handed.borrow_mut().pop().expect("one");
    ended(Outcome::Taken(None));
    harness.run_steps(4);
    let state = harness.state().state();
    assert!(state.reading.is_none() && state.fault.is_none() && state.note.is_none(), "{:?}", state.fault);
    assert!(state.opened.is_some(), "the vote is still there");
}

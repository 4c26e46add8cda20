//! What the commands about dragging do: the file is made on a thread of its own, and carried on one where the platform
//! lets it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Sender, TryRecvError, channel};

use egui::{Context, CursorIcon, DroppedFile, Key, Modifiers, RawInput};
use raw_window_handle::HasWindowHandle;

use super::{Carried, Carrier, DragCommand, Load, Outcome, Parcel, Reception, TemporaryFolder, Way};
use crate::app::graphic::Draft;
use crate::app::update::App;
use crate::app::work::{Event, Worker};
use crate::export::{ExportFormat, PictureFormat, Pixels, Resolution, pixels};
use crate::lang::Message;
use crate::read::Cancel;

/// The longer side of the picture at the pointer, in pixels.
const THUMBNAIL: f64 = 128.0;

impl Worker {
    /// Makes the file that is to be dragged. Whoever waits for it is gone where the press was a click.
    fn pack(
        &self,
        draft: Draft,
        format: ExportFormat,
        place: (PathBuf, String),
        to: Sender<Result<Parcel, Message>>,
    ) {
        let worker = self.clone();
        self.start("make what is dragged", move || {
            let packed = draft.bytes(format).and_then(|bytes| {
                let (folder, name) = place;
                Parcel::pack(&folder, &name, bytes, thumbnail(&draft)).map_err(|error| error.message())
            });
            to.send(packed).ok();
            // The window's thread may be what waits for it.
            worker.wake();
            None
        });
    }

    fn carry(&self, carrier: Arc<dyn Carrier>, load: Load) {
        let worker = self.clone();
        self.start("drag", move || {
            let tell = |reception| worker.tell(Event::Carried(reception));
            Some(Event::Delivered(carrier.carry(&load, &tell)))
        });
    }
}

/// The graphic as small as it goes with the pointer; without one, only the pointer moves.
fn thumbnail(draft: &Draft) -> Option<Pixels> {
    let (scene, _) = draft.scene().ok()?;
    let scale = THUMBNAIL / scene.width.max(scene.height);
    pixels(&scene, Resolution::Scale(scale)).ok()
}

/// The type of a file, which the program that takes it reads.
fn media_type(format: PictureFormat) -> &'static str {
    match format {
        PictureFormat::Svg => "image/svg+xml",
        PictureFormat::Png => "image/png",
        PictureFormat::Pdf => "application/pdf",
        PictureFormat::Webp => "image/webp",
    }
}

impl App {
    /// Lets pictures out of the window; without a way the handle is not shown.
    pub fn let_out_by(&mut self, way: Option<Way>) {
        self.drags.let_out_by(way);
    }

    pub(in crate::app) fn drag(&mut self, context: &Context, command: DragCommand) {
        match command {
            DragCommand::Prepare(format) => {
                if let Err(fault) = self.prepare_drag(format) {
                    self.state.fault = Some(fault);
                }
            }
            DragCommand::Start => self.start_drag(context),
            DragCommand::Cancel => self.drags.cancel.cancel(),
            DragCommand::Explain => self.state.note = Some(Message::new("drag-hint")),
        }
    }

    fn prepare_drag(&mut self, format: PictureFormat) -> Result<(), Message> {
        let export = ExportFormat::Picture(format);
        if self.drags.way.is_none() || self.drags.carried.is_some() {
            return Ok(());
        }
        if let Some(refusal) = self.state.export_refusal() {
            return Err(refusal);
        }
        let (Some(stem), Some(draft)) = (self.graphic_stem(), self.state.draft(export)) else {
            return Ok(());
        };
        let name = format!("{stem}.{}", export.ending());
        let folder = match &mut self.drags.folder {
            Some(folder) => folder,
            none => none.insert(TemporaryFolder::new()?),
        };
        let place = (folder.inside()?, name.clone());
        let (sender, parcel) = channel();
        self.worker.pack(draft, export, place, sender);
        let load = Load { media_type: media_type(format), parcel, cancel: Cancel::default() };
        self.drags.prepared = Some((name, load));
        Ok(())
    }

    fn start_drag(&mut self, context: &Context) {
        let Some(way) = self.drags.way.clone() else { return };
        let Some((name, load)) = self.drags.prepared.take() else { return };
        self.drags.cancel = load.cancel.clone();
        self.state.note = Some(Message::new("drag-carried").with("file", &name));
        self.drags.carried = Some(Carried { name, reception: Reception::Nothing });
        match way {
            Way::Carried(carrier) => {
                self.drags.is_pointer_taken = carrier.takes_the_pointer();
                self.worker.carry(carrier, load);
            }
            Way::HandedOver(_) => self.drags.waiting = Some((context.cumulative_frame_nr(), load)),
        }
    }

    /// Hands over what waits for the window's thread, once the file is made and the window has shown that it is
    /// carried: some platforms keep the thread until the drop, and nothing is painted meanwhile.
    pub(in crate::app) fn hand_over(&mut self, context: &Context, window: &dyn HasWindowHandle) {
        let Some((asked, load)) = self.drags.waiting.take() else { return };
        let Some(Way::HandedOver(handover)) = self.drags.way.clone() else { return };
        let is_down = context.input(|input| input.pointer.primary_down());
        if load.cancel.is_cancelled() || !is_down {
            return self.delivered(Outcome::Cancelled);
        }
        if context.cumulative_frame_nr() <= asked + 1 {
            context.request_repaint();
            self.drags.waiting = Some((asked, load));
            return;
        }
        let fault = match load.parcel.try_recv() {
            Err(TryRecvError::Empty) => {
                self.drags.waiting = Some((asked, load));
                return;
            }
            Err(TryRecvError::Disconnected) => Message::new("error-drag-no-file"),
            Ok(Err(fault)) => fault,
            Ok(Ok(parcel)) => {
                let ended = Box::new(self.worker.reporter(Event::Delivered));
                match handover.hand_over(window, &parcel, ended) {
                    Ok(()) => {
                        self.drags.is_pointer_taken = true;
                        return;
                    }
                    Err(fault) => fault,
                }
            }
        };
        self.delivered(Outcome::Failed(fault));
    }

    /// The files that were let go over the window, but for those that were dragged out of it.
    pub(in crate::app) fn dropped(&mut self, context: &Context) -> Vec<Arc<dyn DroppedFile + Send + Sync>> {
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        let (own, others): (Vec<_>, Vec<_>) =
            dropped.into_iter().partition(|file| self.drags.holds(file.path()));
        if !own.is_empty() {
            // It was taken by nobody, whatever the platform says, before or after.
            (self.drags.carried, self.state.note) = (None, None);
        }
        others
    }

    /// Where a drag has taken the pointer along, the button is up as far as the window is concerned: nobody else tells
    /// it so, and it would take the next move for one with the button down.
    pub(in crate::app) fn let_pointer_go(&mut self, context: &Context, input: &mut RawInput) {
        if !std::mem::take(&mut self.drags.is_pointer_taken) {
            return;
        }
        let (pointer, modifiers) = context.input(|input| (input.pointer.clone(), input.modifiers));
        let last = pointer.latest_pos();
        let Some(pos) = last.or(pointer.press_origin()).filter(|_| pointer.primary_down()) else { return };
        let button = egui::PointerButton::Primary;
        // Before what has happened since.
        input.events.insert(0, egui::Event::PointerButton { pos, button, pressed: false, modifiers });
        if last.is_none() {
            input.events.insert(1, egui::Event::PointerGone);
        }
    }

    /// What is under the pointer thinks otherwise of what is carried.
    pub(in crate::app) fn received(&mut self, reception: Reception) {
        if let Some(carried) = &mut self.drags.carried {
            carried.reception = reception;
        }
    }

    /// A drag is over.
    pub(in crate::app) fn delivered(&mut self, outcome: Outcome) {
        let Some(Carried { name, .. }) = self.drags.carried.take() else { return };
        let by = |with: &'static str, without: &'static str, window: Option<String>| {
            let message = if window.is_some() { Message::new(with) } else { Message::new(without) };
            Some(message.with("file", &name).with("window", window.unwrap_or_default()))
        };
        self.state.note = match outcome {
            Outcome::Taken(window) => by("drag-taken-by", "drag-taken", window),
            Outcome::Unanswered(window) => by("drag-unanswered-by", "drag-unanswered", window),
            Outcome::NotTaken => Some(Message::new("drag-not-taken").with("file", &name)),
            Outcome::Cancelled => None,
            Outcome::Failed(fault) => {
                self.state.fault = Some(fault);
                None
            }
        };
    }

    /// The pointer shows how what is carried would be received; once everything is drawn, which has pointers of its own.
    pub(in crate::app) fn show_carried(&self, context: &Context) {
        let Some(carried) = self.drags.carried() else { return };
        context.set_cursor_icon(match carried.reception {
            Reception::Nothing => CursorIcon::Grabbing,
            Reception::Refuses => CursorIcon::NoDrop,
            Reception::Accepts => CursorIcon::Copy,
        });
    }

    /// Escape calls off what is carried.
    pub(in crate::app) fn watch_drag(&mut self, context: &Context) {
        if self.drags.carried().is_none() {
            return;
        }
        if context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.drags.cancel.cancel();
        }
    }
}

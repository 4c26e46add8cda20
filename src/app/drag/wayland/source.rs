//! One drag: what is offered to the compositor, and what is answered to whom it is let go over.
//!
//! Goes in: the load, and the press that began it. Comes out: how the file would be received, and how it ended, by way
//! of [`course`](super::course). Must not know: how a press is heard.

use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::TryRecvError;
use std::time::Instant;

use rustix::event::Timespec;
use wayland_client::protocol::wl_buffer::{Event as BufferEvent, WlBuffer};
use wayland_client::protocol::wl_data_device::{self, Event as DeviceEvent, WlDataDevice};
use wayland_client::protocol::wl_data_device_manager::DndAction;
use wayland_client::protocol::wl_data_offer::WlDataOffer;
use wayland_client::protocol::wl_data_source::{Event as SourceEvent, WlDataSource};
use wayland_client::protocol::wl_shm_pool::WlShmPool;
use wayland_client::protocol::wl_surface::WlSurface;
use wayland_client::{
    Connection, Dispatch, EventQueue, QueueHandle, WEnum, delegate_noop, event_created_child,
};

use super::course::{Course, Heard};
use super::press::{Listener, Press};
use super::{Fault, delivery, icon, turn};
use crate::app::drag::{Load, Outcome, Parcel, Reception};
use crate::lang::Message;

/// The type that files go by.
const URI_LIST: &str = "text/uri-list";
/// How often it is looked whether the file is made, or the drag called off.
const TICK: Timespec = Timespec { tv_sec: 0, tv_nsec: 20_000_000 };

/// What is known of a drag.
pub(super) struct Source {
    course: Course,
    parcel: Option<Parcel>,
    media_type: &'static str,
    /// Questions for the file from before it was there: the type, and where to.
    waiting: Vec<(String, OwnedFd)>,
    /// What the window hears of its own drag while the pointer is over it.
    offer: Option<WlDataOffer>,
}

/// What the compositor holds of a drag, until this goes.
struct Held<'listener> {
    listener: &'listener Listener,
    press: Press,
    source: WlDataSource,
    device: WlDataDevice,
    icon: WlSurface,
}

impl<'listener> Held<'listener> {
    /// Asks the compositor to begin a drag. It does so only while the button is down.
    fn start(
        listener: &'listener Listener,
        press: Press,
        media_type: &str,
        handle: &QueueHandle<Source>,
    ) -> Self {
        let source = listener.devices.create_data_source(handle, ());
        source.offer(URI_LIST.to_owned());
        source.offer(media_type.to_owned());
        source.set_actions(DndAction::Copy);
        let device = listener.devices.get_data_device(&press.seat, handle, ());
        let icon = listener.compositor.create_surface(handle, ());
        device.start_drag(Some(&source), &press.surface, Some(&icon), press.serial);
        Self { listener, press, source, device, icon }
    }

    /// True where the button came up in the window itself.
    fn is_released(&self) -> bool {
        let last = self.listener.press();
        last.is_none_or(|last| !last.is_down || last.serial != self.press.serial)
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        // A drag that still lasts ends with its source.
        self.source.destroy();
        self.device.release();
        self.icon.destroy();
    }
}

/// Carries until the file is taken or not, the user calls it off, or the window closes.
///
/// # Errors
/// What the connection, or the press, lacks.
pub(super) fn carry(
    listener: &Listener,
    load: &Load,
    tell: &dyn Fn(Reception),
    is_closing: &AtomicBool,
) -> Result<Outcome, Fault> {
    let press = listener.press().ok_or(Fault::NoPress)?;
    if !press.is_down {
        return Ok(Outcome::Cancelled);
    }
    let mut queue = listener.connection.new_event_queue();
    let held = Held::start(listener, press, load.media_type, &queue.handle());
    let mut source = Source {
        course: Course::new(),
        parcel: None,
        media_type: load.media_type,
        waiting: Vec::new(),
        offer: None,
    };
    let outcome = source.follow(&mut queue, &held, load, tell, is_closing);
    source.let_offer_go();
    drop(held);
    queue.flush()?;
    outcome
}

impl Source {
    fn follow(
        &mut self,
        queue: &mut EventQueue<Self>,
        held: &Held<'_>,
        load: &Load,
        tell: &dyn Fn(Reception),
        is_closing: &AtomicBool,
    ) -> Result<Outcome, Fault> {
        let mut told = Reception::Nothing;
        loop {
            turn(queue, self, None, Some(&TICK))?;
            if let Some(fault) = self.receive(load, held, &queue.handle()) {
                return Ok(Outcome::Failed(fault));
            }
            if is_closing.load(Ordering::Acquire) {
                return Ok(Outcome::Cancelled);
            }
            if load.cancel.is_cancelled() {
                self.course.call_off();
            }
            if held.is_released() {
                self.hear(Heard::Released);
            }
            self.course.wait(Instant::now());
            if let Some(outcome) = self.course.outcome() {
                return Ok(outcome.clone());
            }
            let reception = self.course.reception();
            if reception != told {
                told = reception;
                tell(reception);
            }
        }
    }

    fn hear(&mut self, heard: Heard) {
        self.course.hear(heard, Instant::now());
    }

    /// Takes the file once it is made, and answers what asked for it; or why it cannot be made.
    fn receive(&mut self, load: &Load, held: &Held<'_>, handle: &QueueHandle<Self>) -> Option<Message> {
        if self.parcel.is_some() {
            return None;
        }
        let parcel = match load.parcel.try_recv() {
            Ok(Ok(parcel)) => parcel,
            Ok(Err(fault)) => return Some(fault),
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => return Some(Message::new("error-drag-no-file")),
        };
        if let Some(picture) = parcel.thumbnail.as_ref().filter(|_| self.course.is_carried()) {
            let shown = icon::show(picture, &held.icon, &held.listener.memory, handle, &parcel.path);
            // Without a picture, the pointer alone moves.
            shown.unwrap_or_else(|fault| log::warn!("what is dragged is not shown: {fault}"));
        }
        self.parcel = Some(parcel);
        for (kind, pipe) in std::mem::take(&mut self.waiting) {
            self.answer(kind, pipe);
        }
        None
    }

    /// Gives what was asked for, or keeps the question until the file is there. A pipe that is closed says that there is
    /// no such thing.
    fn answer(&mut self, kind: String, pipe: OwnedFd) {
        let Some(parcel) = &self.parcel else { return self.waiting.push((kind, pipe)) };
        if kind == URI_LIST {
            delivery::deliver(pipe, parcel.uri_list().into_bytes());
        } else if kind == self.media_type {
            delivery::deliver(pipe, parcel.bytes.clone());
        }
    }

    fn let_offer_go(&mut self) {
        if let Some(offer) = self.offer.take() {
            offer.destroy();
        }
    }
}

impl Dispatch<WlDataSource, ()> for Source {
    fn event(
        source: &mut Self,
        _: &WlDataSource,
        event: SourceEvent,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        match event {
            SourceEvent::Target { mime_type } => source.hear(Heard::Target { takes: mime_type.is_some() }),
            SourceEvent::Action { dnd_action } => {
                let copies = dnd_action == WEnum::Value(DndAction::Copy);
                source.hear(Heard::Action { copies });
            }
            SourceEvent::Send { mime_type, fd } => {
                source.hear(Heard::Asked);
                source.answer(mime_type, fd);
            }
            SourceEvent::DndDropPerformed => source.hear(Heard::Dropped),
            SourceEvent::DndFinished => source.hear(Heard::Finished),
            SourceEvent::Cancelled => source.hear(Heard::Cancelled),
            _ => {}
        }
    }
}

/// The window takes nothing that is dragged on Wayland, its own graphic least of all: here it only learns that the
/// pointer is over it. An offer that comes without that is the clipboard's, which is not asked for here.
impl Dispatch<WlDataDevice, ()> for Source {
    fn event(
        source: &mut Self,
        _: &WlDataDevice,
        event: DeviceEvent,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        match event {
            DeviceEvent::Enter { id, .. } => {
                source.let_offer_go();
                source.offer = id;
                source.hear(Heard::OwnEntered);
            }
            DeviceEvent::Leave => {
                source.let_offer_go();
                source.hear(Heard::OwnLeft);
            }
            DeviceEvent::Selection { id: Some(clipboard) } => clipboard.destroy(),
            _ => {}
        }
    }

    event_created_child!(Source, WlDataDevice, [wl_data_device::EVT_DATA_OFFER_OPCODE => (WlDataOffer, ())]);
}

delegate_noop!(Source: ignore WlDataOffer);
delegate_noop!(Source: ignore WlSurface);
delegate_noop!(Source: ignore WlShmPool);

/// The icon's pixels, once it is gone.
impl Dispatch<WlBuffer, ()> for Source {
    fn event(
        _: &mut Self,
        buffer: &WlBuffer,
        event: BufferEvent,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if matches!(event, BufferEvent::Release) {
            buffer.destroy();
        }
    }
}

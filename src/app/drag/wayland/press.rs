//! Who presses where: a thread that hears of every press of the left button on the program's windows.
//!
//! Goes in: the connection. Comes out: the last press, with what a drag needs to know of it, and whether the button is
//! still down; and the compositor's services that a drag asks. Must not know: a drag.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_compositor::WlCompositor;
use wayland_client::protocol::wl_data_device_manager::WlDataDeviceManager;
use wayland_client::protocol::wl_pointer::{ButtonState, Event as PointerEvent, WlPointer};
use wayland_client::protocol::wl_registry::{Event as RegistryEvent, WlRegistry};
use wayland_client::protocol::wl_seat::{Capability, Event as SeatEvent, WlSeat};
use wayland_client::protocol::wl_shm::WlShm;
use wayland_client::protocol::wl_surface::WlSurface;
use wayland_client::{Connection, Dispatch, EventQueue, Proxy as _, QueueHandle, WEnum, delegate_noop};

use super::{Fault, turn};

/// The left button, as Linux numbers it (`BTN_LEFT`).
const LEFT: u32 = 0x110;

/// A press of the left button.
#[derive(Clone, Debug)]
pub(super) struct Press {
    /// Whose pointer it was.
    pub(super) seat: WlSeat,
    /// What was pressed on.
    pub(super) surface: WlSurface,
    /// What the compositor knows it by.
    pub(super) serial: u32,
    /// True until the button comes up over a window of the program.
    pub(super) is_down: bool,
}

/// The thread, and what it has heard. It ends when this goes.
#[derive(Debug)]
pub(super) struct Listener {
    pub(super) connection: Connection,
    pub(super) devices: WlDataDeviceManager,
    pub(super) compositor: WlCompositor,
    pub(super) memory: WlShm,
    press: Arc<Mutex<Option<Press>>>,
    /// Closed to end the thread.
    stop: Option<io::PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Listener {
    /// Listens from now on.
    ///
    /// # Errors
    /// Which service the compositor does not offer, or why there is no thread.
    pub(super) fn start(connection: &Connection) -> Result<Self, Fault> {
        let (globals, queue) = registry_queue_init::<Ears>(connection)?;
        let handle = queue.handle();
        // Older ones do not say whether, and how, a drag has ended.
        let devices = globals.bind(&handle, 3..=3, ())?;
        // From version 5 on an icon is not moved by what is attached to it.
        let compositor = globals.bind(&handle, 1..=4, ())?;
        let memory = globals.bind(&handle, 1..=1, ())?;
        let seats = globals.contents().clone_list();
        for seat in seats.iter().filter(|global| global.interface == WlSeat::interface().name) {
            listen_to(globals.registry(), &handle, seat.name, seat.version);
        }
        let press = Arc::new(Mutex::new(None));
        let ears = Ears { press: Arc::clone(&press) };
        let (stopped, stop) = io::pipe()?;
        let thread = std::thread::Builder::new()
            .name("drag presses".to_owned())
            .spawn(move || listen(queue, ears, &stopped))?;
        let connection = connection.clone();
        Ok(Self { connection, devices, compositor, memory, press, stop: Some(stop), thread: Some(thread) })
    }

    /// The last press of the left button.
    pub(super) fn press(&self) -> Option<Press> {
        self.press.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A thread that has fallen over has stopped as well.
            thread.join().ok();
        }
    }
}

/// Listens until told to stop, or until there is nothing more to hear.
fn listen(mut queue: EventQueue<Ears>, mut ears: Ears, stopped: &io::PipeReader) {
    loop {
        match turn(&mut queue, &mut ears, Some(stopped), None) {
            Ok(false) => {}
            Ok(true) => return,
            // The windowing library sees the same fault, and closes the window.
            Err(fault) => return log::warn!("no more drags out of the window: {fault}"),
        }
    }
}

/// Five says when a seat goes, and no later one says more about a button.
fn listen_to(registry: &WlRegistry, handle: &QueueHandle<Ears>, name: u32, version: u32) {
    registry.bind::<WlSeat, _, _>(name, version.min(5), handle, Mutex::new(None));
}

/// What the thread hears with.
struct Ears {
    press: Arc<Mutex<Option<Press>>>,
}

/// A pointer, and the surface that it is over.
struct Pointer {
    seat: WlSeat,
    over: Mutex<Option<WlSurface>>,
}

impl Dispatch<WlRegistry, GlobalListContents> for Ears {
    fn event(
        _: &mut Self,
        registry: &WlRegistry,
        event: RegistryEvent,
        _: &GlobalListContents,
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        if let RegistryEvent::Global { name, interface, version } = event
            && interface == WlSeat::interface().name
        {
            listen_to(registry, handle, name, version);
        }
    }
}

impl Dispatch<WlSeat, Mutex<Option<WlPointer>>> for Ears {
    fn event(
        _: &mut Self,
        seat: &WlSeat,
        event: SeatEvent,
        pointer: &Mutex<Option<WlPointer>>,
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        let SeatEvent::Capabilities { capabilities: WEnum::Value(capabilities) } = event else { return };
        let mut pointer = pointer.lock().unwrap_or_else(PoisonError::into_inner);
        if !capabilities.contains(Capability::Pointer) {
            if let Some(gone) = pointer.take().filter(|gone| gone.version() >= 3) {
                gone.release();
            }
        } else if pointer.is_none() {
            let of_seat = Pointer { seat: seat.clone(), over: Mutex::new(None) };
            *pointer = Some(seat.get_pointer(handle, of_seat));
        }
    }
}

impl Dispatch<WlPointer, Pointer> for Ears {
    fn event(
        ears: &mut Self,
        _: &WlPointer,
        event: PointerEvent,
        pointer: &Pointer,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let mut over = pointer.over.lock().unwrap_or_else(PoisonError::into_inner);
        match event {
            PointerEvent::Enter { surface, .. } => *over = Some(surface),
            PointerEvent::Leave { .. } => *over = None,
            PointerEvent::Button { serial, button: LEFT, state, .. } => {
                let mut press = ears.press.lock().unwrap_or_else(PoisonError::into_inner);
                if state == WEnum::Value(ButtonState::Pressed) {
                    let seat = pointer.seat.clone();
                    *press = over.clone().map(|surface| Press { seat, surface, serial, is_down: true });
                } else if let Some(press) = press.as_mut().filter(|press| press.seat == pointer.seat) {
                    press.is_down = false;
                }
            }
            _ => {}
        }
    }
}

delegate_noop!(Ears: ignore WlDataDeviceManager);
delegate_noop!(Ears: ignore WlCompositor);
delegate_noop!(Ears: ignore WlShm);

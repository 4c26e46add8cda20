//! Dragging out on Wayland: queues of its own on the connection that the windowing library made.
//!
//! A drag starts with the serial of the press that began it, which the windowing library keeps to itself. But every
//! `wl_pointer` of a program hears of every press on its windows, and one made here hears of it too ([`press`]). From
//! then on the compositor has the pointer: it shows the icon, asks the windows and says what they answer ([`source`]).
//!
//! Must not know: how the graphic is drawn, what the window shows.

mod course;
mod delivery;
mod icon;
mod press;
mod source;

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use raw_window_handle::{HasDisplayHandle, RawDisplayHandle, WaylandDisplayHandle};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use wayland_backend::client::{Backend, WaylandError};
use wayland_client::globals::{BindError, GlobalError};
use wayland_client::{Connection, DispatchError, EventQueue};

use super::{Carrier, Load, Outcome, Reception};
use crate::lang::Message;
use press::Listener;

/// Carries from a window of Wayland.
pub(super) struct Wayland {
    /// There until the window closes. Held by a drag as long as that lasts, so that closing waits for it.
    listener: Mutex<Option<Listener>>,
    is_closing: AtomicBool,
}

impl Wayland {
    /// The carrier of a window, where it is one of Wayland, and the compositor says how drags end.
    pub(super) fn of(window: &impl HasDisplayHandle) -> Option<Self> {
        let RawDisplayHandle::Wayland(display) = window.display_handle().ok()?.as_raw() else { return None };
        let listener = Listener::start(&connection(display));
        listener
            .inspect_err(|fault| log::warn!("nothing can be dragged out: {fault}"))
            .ok()
            .map(|listener| Self { listener: Mutex::new(Some(listener)), is_closing: AtomicBool::new(false) })
    }
}

/// The connection that the window is on, without owning it.
#[expect(unsafe_code, reason = "only the windowing library can say that its display is still there")]
fn connection(display: WaylandDisplayHandle) -> Connection {
    // SAFETY: the handle is the windowing library's, whose `wl_display` lives until after the program has been told that
    // the window closes. What is made of it here ends before: `Drags::clear`, which the program calls when it is told,
    // and `Drags::drop`, where it is not, call `Carrier::close`, which waits for a drag that lasts and for the thread of
    // `Listener`, the only two who use the connection.
    let backend = unsafe { Backend::from_foreign_display(display.display.as_ptr().cast()) };
    Connection::from_backend(backend)
}

impl Carrier for Wayland {
    fn carry(&self, load: &Load, tell: &dyn Fn(Reception)) -> Outcome {
        let listener = self.listener.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(listener) = listener.as_ref() else { return Outcome::Cancelled };
        source::carry(listener, load, tell, &self.is_closing)
            .unwrap_or_else(|fault| Outcome::Failed(fault.message()))
    }

    fn takes_the_pointer(&self) -> bool {
        true
    }

    fn close(&self) {
        self.is_closing.store(true, Ordering::Release);
        *self.listener.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Drop for Wayland {
    fn drop(&mut self) {
        self.close();
    }
}

/// Why the connection does not serve.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error(transparent)]
    Globals(#[from] GlobalError),
    #[error(transparent)]
    Bind(#[from] BindError),
    #[error(transparent)]
    Connection(#[from] WaylandError),
    #[error(transparent)]
    Dispatch(#[from] DispatchError),
    #[error(transparent)]
    System(#[from] io::Error),
    #[error("no press of a mouse button began it")]
    NoPress,
}

impl Fault {
    fn message(&self) -> Message {
        Message::new("error-drag").with("cause", self.to_string())
    }
}

/// Sends what is to be sent, waits until something comes or another file can be read, and takes in what came.
///
/// True where the other file can be read, or was closed at the far end.
fn turn<S>(
    queue: &mut EventQueue<S>,
    state: &mut S,
    other: Option<&io::PipeReader>,
    patience: Option<&Timespec>,
) -> Result<bool, Fault> {
    queue.dispatch_pending(state)?;
    queue.flush()?;
    // Without a guard there is something to be taken in already.
    let Some(guard) = queue.prepare_read() else { return Ok(false) };
    let socket = guard.connection_fd();
    let mut files = vec![PollFd::new(&socket, PollFlags::IN)];
    files.extend(other.map(|other| PollFd::new(other, PollFlags::IN)));
    match poll(&mut files, patience) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(fault) => return Err(io::Error::from(fault).into()),
    }
    let [has_events, is_told] =
        [0, 1].map(|file| files.get(file).is_some_and(|file| !file.revents().is_empty()));
    if has_events {
        match guard.read() {
            Ok(_) => {}
            // Another thread was quicker, and has read ours along.
            Err(WaylandError::Io(fault)) if fault.kind() == io::ErrorKind::WouldBlock => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    queue.dispatch_pending(state)?;
    Ok(is_told)
}

//! The graphic dragged out of the window into another program.
//!
//! Goes in: a press on the handle or on the preview, and the graphic as it would be exported. Comes out: a file in a
//! folder of the program's own, which is handed to the window that the pointer lets go over.
//!
//! The windowing library takes drags in and offers none out, so each platform needs a [`Carrier`]: there is one for
//! X11 (`x11`) and one for Wayland (`wayland`). Elsewhere no carrier was tried: there the handle is not shown, and
//! copying and exporting serve.
//!
//! Must not know: what the graphic looks like.

mod handle;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod icon;
mod parcel;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod protocol;
mod update;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod wayland;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod x11;

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use raw_window_handle::{HasDisplayHandle, HasWindowHandle};

pub(super) use handle::{HOLD, handle, press};
pub use parcel::Parcel;
pub(super) use parcel::TemporaryFolder;

use crate::export::PictureFormat;
use crate::lang::Message;
use crate::read::Cancel;

/// What can be done about dragging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DragCommand {
    /// Make the file: the button is down, and a drag may follow.
    Prepare(PictureFormat),
    /// Carry it: the pointer has left the place where the button went down.
    Start,
    /// Carry nothing any more.
    Cancel,
    /// Say what the handle is for.
    Explain,
}

/// What the window under the pointer makes of what is carried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reception {
    /// No window that takes anything, or none that has answered yet.
    #[default]
    Nothing,
    /// It would not take it.
    Refuses,
    /// It would take it.
    Accepts,
}

/// How a drag ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was taken, by a window of this title.
    Taken(Option<String>),
    /// It was let go where nothing takes it.
    NotTaken,
    /// It was let go over a window of this title, which never said whether it took it.
    Unanswered(Option<String>),
    /// It was let go over the window it came from, or called off.
    Cancelled,
    /// It could not be made, or not be carried.
    Failed(Message),
}

/// What is carried.
#[derive(Debug)]
pub struct Load {
    /// The type of the file, such as `image/png`.
    pub media_type: &'static str,
    /// Brings the file once it is made, or why it cannot be.
    pub parcel: Receiver<Result<Parcel, Message>>,
    /// Calls the drag off.
    pub cancel: Cancel,
}

/// Takes a file from the window to another program's.
pub trait Carrier: Send + Sync {
    /// Follows the pointer until the button is up, and stays until the file is taken; runs on a thread of its own, and
    /// tells of each change in how the file would be received.
    fn carry(&self, load: &Load, tell: &dyn Fn(Reception)) -> Outcome;

    /// True where the window hears no more of the pointer from the start of a drag on, not even that the button comes
    /// up.
    fn takes_the_pointer(&self) -> bool {
        false
    }

    /// Lets go of the window, which is about to close, and of what is carried.
    fn close(&self) {}
}

impl fmt::Debug for dyn Carrier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Carrier")
    }
}

/// The carrier of the platform that a window is on, where there is one.
pub(super) fn carrier(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Option<Arc<dyn Carrier>> {
    #[cfg(all(unix, not(target_vendor = "apple")))]
    {
        if let Some(carrier) = wayland::Wayland::of(window) {
            return Some(Arc::new(carrier));
        }
        Some(Arc::new(x11::X11::of(window)?))
    }
    #[cfg(not(all(unix, not(target_vendor = "apple"))))]
    {
        let _ = window;
        None
    }
}

/// What is on its way out of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carried {
    /// The name of the file.
    pub(super) name: String,
    /// What is under the pointer makes of it.
    pub(super) reception: Reception,
}

/// The drags of one window.
#[derive(Debug, Default)]
pub(super) struct Drags {
    /// What carries; without one nothing can be dragged out.
    carrier: Option<Arc<dyn Carrier>>,
    /// Where the files lie, from the first drag until the window closes.
    folder: Option<TemporaryFolder>,
    /// What was made ready by the last press.
    prepared: Option<(String, Load)>,
    /// What is being carried.
    carried: Option<Carried>,
    /// Calls that off.
    cancel: Cancel,
    /// The pointer went with a drag, and the window has not been told yet.
    is_pointer_taken: bool,
}

impl Drags {
    pub(super) fn carry_with(&mut self, carrier: Option<Arc<dyn Carrier>>) {
        self.carrier = carrier;
    }

    /// True where the platform lets a picture out.
    pub(super) fn can_carry(&self) -> bool {
        self.carrier.is_some()
    }

    pub(super) fn carried(&self) -> Option<&Carried> {
        self.carried.as_ref()
    }

    /// Ends what is carried and clears the files away, before the window closes.
    pub(super) fn clear(&mut self) {
        self.cancel.cancel();
        if let Some(carrier) = self.carrier.take() {
            carrier.close();
        }
        self.folder = None;
    }
}

impl Drop for Drags {
    fn drop(&mut self) {
        self.clear();
    }
}

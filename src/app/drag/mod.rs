//! The graphic dragged out of the window into another program.
//!
//! Goes in: a press on the handle or on the preview, and the graphic as it would be exported. Comes out: a file in a
//! folder of the program's own, which is handed to the window that the pointer lets go over.
//!
//! The windowing library takes drags in and offers none out, so each platform needs a [`Way`] of its own. On X11 (`x11`)
//! and Wayland (`wayland`) a [`Carrier`] follows the pointer on a thread. Windows (`ole`) and macOS (`appkit`) follow it
//! themselves: a [`Handover`] gives them the file, on the window's thread. The one for Windows was tried under Wine;
//! nobody has dragged on macOS yet.
//!
//! Must not know: what the graphic looks like.

#[cfg(target_os = "macos")]
mod appkit;
mod handle;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod icon;
#[cfg(windows)]
mod ole;
mod parcel;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod protocol;
mod update;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod wayland;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod x11;

use std::fmt;
use std::path::Path;
use std::rc::Rc;
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

/// What is told how a drag ended.
pub type Ended = Box<dyn Fn(Outcome) + Send>;

/// Hands a file over to the platform, which follows the pointer itself.
pub trait Handover {
    /// Runs on the window's thread while the button is down, and lasts until it is up or returns at once, as the
    /// platform has it. From then on the window is not told of the button any more.
    ///
    /// # Errors
    /// Why nothing can be carried; then nobody is told of an end.
    fn hand_over(&self, window: &dyn HasWindowHandle, parcel: &Parcel, ended: Ended) -> Result<(), Message>;
}

impl fmt::Debug for dyn Handover {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Handover")
    }
}

/// The carrier of the platform that a window is on, where there is one.
#[cfg(all(unix, not(target_vendor = "apple")))]
fn carrier(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Option<Arc<dyn Carrier>> {
    if let Some(carrier) = wayland::Wayland::of(window) {
        return Some(Arc::new(carrier));
    }
    Some(Arc::new(x11::X11::of(window)?))
}

/// How files leave a window.
#[derive(Clone, Debug)]
pub enum Way {
    /// Carried by a thread of this program.
    Carried(Arc<dyn Carrier>),
    /// Handed over whole by the window's thread.
    HandedOver(Rc<dyn Handover>),
}

/// The way of the platform that a window is on, where there is one.
pub(super) fn way(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Option<Way> {
    #[cfg(all(unix, not(target_vendor = "apple")))]
    {
        carrier(window).map(Way::Carried)
    }
    #[cfg(windows)]
    {
        let _ = window;
        Some(Way::HandedOver(Rc::new(ole::Ole)))
    }
    #[cfg(target_os = "macos")]
    {
        let _ = window;
        Some(Way::HandedOver(Rc::new(appkit::AppKit::default())))
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
    /// How files leave the window; without a way nothing can be dragged out.
    way: Option<Way>,
    /// Where the files lie, from the first drag until the window closes.
    folder: Option<TemporaryFolder>,
    /// What was made ready by the last press.
    prepared: Option<(String, Load)>,
    /// What the window's thread is to hand over, and in which frame that was asked for.
    waiting: Option<(u64, Load)>,
    /// What is being carried.
    carried: Option<Carried>,
    /// Calls that off.
    cancel: Cancel,
    /// The pointer went with a drag, and the window has not been told yet.
    is_pointer_taken: bool,
}

impl Drags {
    pub(super) fn let_out_by(&mut self, way: Option<Way>) {
        self.way = way;
    }

    /// True where the platform lets a picture out.
    pub(super) fn can_carry(&self) -> bool {
        self.way.is_some()
    }

    pub(super) fn carried(&self) -> Option<&Carried> {
        self.carried.as_ref()
    }

    /// True for a file that was dragged out of this window.
    fn holds(&self, path: &Path) -> bool {
        self.folder.as_ref().is_some_and(|folder| folder.holds(path))
    }

    /// Ends what is carried and clears the files away, before the window closes.
    pub(super) fn clear(&mut self) {
        self.cancel.cancel();
        if let Some(Way::Carried(carrier)) = self.way.take() {
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

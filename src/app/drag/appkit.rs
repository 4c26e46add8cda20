//! Dragging out on macOS, by AppKit: it follows the pointer by itself, and tells later how the drag ended.
//!
//! Goes in: a file that is there, and the window it comes from. Comes out: whether the file was taken. It compiles, and
//! nobody has run it yet.
//!
//! Must not know: how the graphic is drawn, what the window shows.
#![allow(unsafe_code, reason = "AppKit has no safe interface for it; each use says why it holds")]

use std::cell::RefCell;

use objc2::rc::Retained;
use objc2::runtime::{NSObject, NSObjectProtocol, ProtocolObject};
use objc2::{AnyThread as _, DefinedClass as _, MainThreadMarker, MainThreadOnly, define_class, msg_send};
use objc2_app_kit::{
    NSApplication, NSDragOperation, NSDraggingContext, NSDraggingItem, NSDraggingSession, NSDraggingSource,
    NSEvent, NSEventModifierFlags, NSEventType, NSImage, NSView,
};
use objc2_foundation::{NSArray, NSData, NSPoint, NSRect, NSURL};
use raw_window_handle::{HasWindowHandle, RawWindowHandle};

use super::{Ended, Handover, Outcome, Parcel};
use crate::export::{Effort, Pixels};
use crate::lang::Message;

/// AppKit's drag and drop.
#[derive(Default)]
pub(super) struct AppKit {
    /// Who speaks for the last drag: kept until the next, because AppKit asks it to the end.
    source: RefCell<Option<Retained<Source>>>,
}

impl Handover for AppKit {
    fn hand_over(&self, window: &dyn HasWindowHandle, parcel: &Parcel, ended: Ended) -> Result<(), Message> {
        // The first bit is the first button, whatever of it the window has heard by now.
        if NSEvent::pressedMouseButtons() & 1 == 0 {
            ended(Outcome::Cancelled);
            return Ok(());
        }
        // AppKit wants a picture, and be it one that nobody sees.
        let nothing = || Pixels { size: [1, 1], rgba: vec![0; 4] };
        let picture = parcel.thumbnail.clone().unwrap_or_else(nothing);
        let picture = picture.png(Effort::Fast).map_err(|error| error.message())?;
        let no_drag = || Message::new("error-drag").with("cause", "AppKit");
        let source = carry(window, parcel, picture, ended).ok_or_else(no_drag)?;
        self.source.replace(Some(source));
        Ok(())
    }
}

/// Begins the drag; `None` where something of the window is missing.
fn carry(
    window: &dyn HasWindowHandle,
    parcel: &Parcel,
    picture: Vec<u8>,
    ended: Ended,
) -> Option<Retained<Source>> {
    let thread = MainThreadMarker::new()?;
    let handle = window.window_handle().ok()?;
    let RawWindowHandle::AppKit(appkit) = handle.as_raw() else { return None };
    // SAFETY: the handle is borrowed from a window, which keeps its view while it is, and this is its thread.
    let view = unsafe { appkit.ns_view.cast::<NSView>().as_ref() };
    let window = view.window()?;
    let at = window.mouseLocationOutsideOfEventStream();
    let picture = NSImage::initWithData(NSImage::alloc(), &NSData::from_vec(picture))?;
    let size = picture.size();
    // Held below its middle, so that what is aimed at stays in view.
    let frame = NSRect::new(NSPoint::new(at.x - size.width / 2.0, at.y), size);
    let file = NSURL::from_file_path(&parcel.path)?;
    let item =
        NSDraggingItem::initWithPasteboardWriter(NSDraggingItem::alloc(), ProtocolObject::from_ref(&*file));
    // SAFETY: what an item shows is an image, and this is one.
    unsafe { item.setDraggingFrame_contents(frame, Some(&picture)) };
    let time = NSApplication::sharedApplication(thread).currentEvent().map_or(0.0, |event| event.timestamp());
    // The event that began it is the windowing library's, and gone.
    let event = NSEvent::mouseEventWithType_location_modifierFlags_timestamp_windowNumber_context_eventNumber_clickCount_pressure(
        NSEventType::LeftMouseDragged,
        at,
        NSEventModifierFlags::empty(),
        time,
        window.windowNumber(),
        None,
        0,
        1,
        1.0,
    )?;
    let source = Source::new(ended, thread);
    let items = NSArray::from_retained_slice(&[item]);
    view.beginDraggingSessionWithItems_event_source(&items, &event, ProtocolObject::from_ref(&*source));
    Some(source)
}

define_class!(
    // SAFETY: NSObject asks nothing of those that come from it, and `Source` has no `Drop`.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[name = "HemicycleDragSource"]
    #[ivars = Ended]
    struct Source;

    // SAFETY: it asks for nothing.
    unsafe impl NSObjectProtocol for Source {}

    // SAFETY: the methods take and give what AppKit's header says.
    unsafe impl NSDraggingSource for Source {
        #[unsafe(method(draggingSession:sourceOperationMaskForDraggingContext:))]
        fn allowed(&self, _session: &NSDraggingSession, _context: NSDraggingContext) -> NSDragOperation {
            NSDragOperation::Copy
        }

        #[unsafe(method(draggingSession:endedAtPoint:operation:))]
        fn ended(&self, _session: &NSDraggingSession, _at: NSPoint, operation: NSDragOperation) {
            let tell = self.ivars();
            // Where nothing takes it the picture flies back, which says it.
            let is_taken = operation != NSDragOperation::None;
            tell(if is_taken { Outcome::Taken(None) } else { Outcome::Cancelled });
        }
    }
);

impl Source {
    fn new(ended: Ended, thread: MainThreadMarker) -> Retained<Self> {
        let source = Self::alloc(thread).set_ivars(ended);
        // SAFETY: every NSObject is made by `init`.
        unsafe { msg_send![super(source), init] }
    }
}

//! Dragging out on Windows, by OLE: it takes the window's thread, and follows the pointer until the button is up.
//!
//! Goes in: a file that is there. Comes out: how its drag ended. The shell says what a file offers to those who take it,
//! as it does for a drag out of a folder.
//!
//! Must not know: how the graphic is drawn, what the window shows.
#![allow(unsafe_code, reason = "OLE and the shell have no safe interface; each call says why it holds")]

use std::cell::Cell;
use std::rc::Rc;

use raw_window_handle::HasWindowHandle;
use windows::Win32::Foundation::{
    COLORREF, DRAGDROP_S_CANCEL, DRAGDROP_S_DROP, DRAGDROP_S_USEDEFAULTCURSORS, E_POINTER, POINT, S_OK, SIZE,
};
use windows::Win32::Graphics::Gdi::{
    BITMAPINFO, BITMAPINFOHEADER, CreateDIBSection, DIB_RGB_COLORS, DeleteObject, HBITMAP,
};
use windows::Win32::System::Com::{CLSCTX_INPROC_SERVER, CoCreateInstance, IDataObject};
use windows::Win32::System::Ole::{
    DROPEFFECT, DROPEFFECT_COPY, DROPEFFECT_NONE, DoDragDrop, IDropSource, IDropSource_Impl,
};
use windows::Win32::System::SystemServices::{MK_LBUTTON, MODIFIERKEYS_FLAGS};
use windows::Win32::UI::Input::KeyboardAndMouse::{GetAsyncKeyState, VK_LBUTTON, VK_RBUTTON};
use windows::Win32::UI::Shell::{
    BHID_DataObject, CLSID_DragDropHelper, IDragSourceHelper, IShellItem, SHCreateItemFromParsingName,
    SHDRAGIMAGE,
};
use windows::Win32::UI::WindowsAndMessaging::{GetSystemMetrics, SM_SWAPBUTTON};
use windows_core::{BOOL, Error, HRESULT, HSTRING, Result, implement};

use super::{Ended, Handover, Outcome, Parcel};
use crate::export::Pixels;
use crate::lang::Message;

/// No colour of the picture stands for none: its alpha says what is seen.
const NO_COLOUR: COLORREF = COLORREF(u32::MAX);

/// OLE's drag and drop.
pub(super) struct Ole;

impl Handover for Ole {
    fn hand_over(
        &self,
        _window: &dyn HasWindowHandle,
        parcel: &Parcel,
        ended: Ended,
    ) -> std::result::Result<(), Message> {
        let fault = |fault: Error| Message::new("error-drag").with("cause", fault.message());
        ended(carry(parcel).map_err(fault)?);
        Ok(())
    }
}

/// True while the button is down, whatever of it the window has heard by now.
fn is_held() -> bool {
    // SAFETY: neither call has conditions.
    let state = unsafe {
        let are_swapped = GetSystemMetrics(SM_SWAPBUTTON) != 0;
        GetAsyncKeyState(i32::from(if are_swapped { VK_RBUTTON } else { VK_LBUTTON }.0))
    };
    // The highest bit.
    state < 0
}

/// Stays until the file is dropped, or not.
fn carry(parcel: &Parcel) -> Result<Outcome> {
    if !is_held() {
        return Ok(Outcome::Cancelled);
    }
    let data = data(parcel)?;
    if let Some(picture) = &parcel.thumbnail {
        // Without the picture the pointer says enough.
        show(picture, &data).ok();
    }
    let is_called_off = Rc::new(Cell::new(false));
    let source: IDropSource = Source { is_called_off: Rc::clone(&is_called_off) }.into();
    let mut effect = DROPEFFECT_NONE;
    // SAFETY: both objects live until the call is over, and `effect` is written by it alone.
    let result = unsafe { DoDragDrop(&data, &source, DROPEFFECT_COPY, &raw mut effect) };
    result.ok()?;
    Ok(if is_called_off.get() {
        Outcome::Cancelled
    } else if result == DRAGDROP_S_DROP && effect != DROPEFFECT_NONE {
        Outcome::Taken(None)
    } else {
        Outcome::NotTaken
    })
}

/// What the shell offers of a file: its place, and whatever else programs ask for.
fn data(parcel: &Parcel) -> Result<IDataObject> {
    let (path, offer) = (HSTRING::from(parcel.path.as_path()), BHID_DataObject);
    // SAFETY: the path ends with a zero and outlives the call. OLE is at work on this thread, because the windowing
    // library has started it for the window, which takes drops.
    unsafe {
        let item: IShellItem = SHCreateItemFromParsingName(&path, None)?;
        item.BindToHandler(None, &raw const offer)
    }
}

/// Has the shell draw a picture at the pointer while `data` is dragged.
fn show(picture: &Pixels, data: &IDataObject) -> Result<()> {
    let class = CLSID_DragDropHelper;
    // SAFETY: OLE is at work on this thread, as for `data`.
    let helper: IDragSourceHelper =
        unsafe { CoCreateInstance(&raw const class, None, CLSCTX_INPROC_SERVER)? };
    let [width, height] = picture.size.map(|side| side as i32);
    let bitmap = bitmap(picture)?;
    let image = SHDRAGIMAGE {
        sizeDragImage: SIZE { cx: width, cy: height },
        // Held below its middle, as the shell's own are, so that what is aimed at stays in view.
        ptOffset: POINT { x: width / 2, y: height },
        hbmpDragImage: bitmap,
        crColorKey: NO_COLOUR,
    };
    // SAFETY: the bitmap is ours to give, and the helper keeps it where it takes the picture.
    let shown = unsafe { helper.InitializeFromBitmap(&raw const image, data) };
    if shown.is_err() {
        // SAFETY: nobody else has it then.
        let _was_there: BOOL = unsafe { DeleteObject(bitmap.into()) };
    }
    shown
}

/// A picture as the shell wants it: rows from the top, blue before green and red, multiplied by alpha.
fn bitmap(picture: &Pixels) -> Result<HBITMAP> {
    let [width, height] = picture.size.map(|side| side as i32);
    let header = BITMAPINFOHEADER {
        biSize: size_of::<BITMAPINFOHEADER>() as u32,
        biWidth: width,
        // From the top.
        biHeight: -height,
        biPlanes: 1,
        biBitCount: 32,
        ..BITMAPINFOHEADER::default()
    };
    let info = BITMAPINFO { bmiHeader: header, ..BITMAPINFO::default() };
    let bytes: Vec<u8> = picture
        .rgba
        .chunks_exact(4)
        .flat_map(|pixel| {
            let seen = |channel: u8| (u16::from(channel) * u16::from(pixel[3]) / 255) as u8;
            [seen(pixel[2]), seen(pixel[1]), seen(pixel[0]), pixel[3]]
        })
        .collect();
    let mut bits = std::ptr::null_mut();
    // SAFETY: the header is of the size it says, and `bits` is written by the call alone.
    let bitmap = unsafe { CreateDIBSection(None, &raw const info, DIB_RGB_COLORS, &raw mut bits, None, 0)? };
    if bits.is_null() {
        return Err(E_POINTER.into());
    }
    // SAFETY: the bitmap has room for width times height pixels of four bytes, and `Pixels` has no more of them.
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), bits.cast(), bytes.len()) };
    Ok(bitmap)
}

/// Says whether the drag goes on.
#[implement(IDropSource)]
struct Source {
    is_called_off: Rc<Cell<bool>>,
}

impl IDropSource_Impl for Source_Impl {
    fn QueryContinueDrag(&self, escape: BOOL, held: MODIFIERKEYS_FLAGS) -> HRESULT {
        if escape.as_bool() {
            self.is_called_off.set(true);
            DRAGDROP_S_CANCEL
        } else if held.contains(MK_LBUTTON) {
            S_OK
        } else {
            DRAGDROP_S_DROP
        }
    }

    fn GiveFeedback(&self, _effect: DROPEFFECT) -> HRESULT {
        DRAGDROP_S_USEDEFAULTCURSORS
    }
}

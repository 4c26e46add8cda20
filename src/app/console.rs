//! The console that Windows opens for a program of the command line, where only a window was asked for.
//!
//! Goes in: what could not be done without a window. Comes out: a dialog that says it, where no console would.
//!
//! Must not know: what the window shows.
#![allow(unsafe_code, reason = "the console has no safe interface; each call says why it holds")]

use windows::Win32::System::Console::{FreeConsole, GetConsoleProcessList};

use crate::lang::{Lang, Message};

/// How many programs share the console: none where there is no console, and one, this, where nobody started it from
/// there, but Windows opened the console for it and closes it with the program.
fn sharers() -> u32 {
    let mut programs = [0; 2];
    // SAFETY: the list is as long as the binding says.
    unsafe { GetConsoleProcessList(&mut programs) }
}

/// Closes the console where nobody asked for it. From Windows 11 24H2 on none is opened
/// (`assets/windows/hemicycle.manifest`).
pub(super) fn let_go() {
    if sharers() == 1 {
        // SAFETY: nothing here holds a handle of the console; what is printed later goes nowhere. Where it fails, the
        // console stays open.
        unsafe { FreeConsole() }.ok();
    }
}

/// Says in a dialog why there is no window, where nobody would read it in a console.
pub(super) fn tell(faults: &[Message], lang: Lang) {
    if sharers() > 1 {
        return;
    }
    let text: Vec<String> = faults.iter().map(|fault| fault.text(lang)).collect();
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Hemicycle")
        .set_description(text.join("\n\n"))
        .show();
}

//! The console that Windows opens for a program of the command line, let go where only a window was asked for.
//!
//! Must not know: what the window shows.
#![allow(unsafe_code, reason = "the console has no safe interface; each call says why it holds")]

use windows::Win32::System::Console::{FreeConsole, GetConsoleProcessList};

/// Closes the console where this program is the only one in it: then nobody started the program from there, but
/// Windows opened it. From Windows 11 24H2 on none is opened (`assets/windows/hemicycle.manifest`).
pub(super) fn let_go() {
    let mut programs = [0; 2];
    // SAFETY: the list is as long as the binding says.
    let count = unsafe { GetConsoleProcessList(&mut programs) };
    if count == 1 {
        // SAFETY: nothing here holds a handle of the console; what is printed later goes nowhere. Where it fails, the
        // console stays open.
        unsafe { FreeConsole() }.ok();
    }
}

//! A graphic as a value: which file, read how, judged by what, drawn in which way. The same value is typed as a
//! command, kept in a project file, and held by the window; one [`Drawer`] makes the graphic of it.
//!
//! Goes in: [`RenderOptions`] and a reading, or the text of a project. Comes out: a scene, the bytes of an export, the
//! text of a project, the arguments of a command. Must not know: egui, how a command ends, what a window shows.

mod change;
mod choices;
mod command_line;
mod drawer;
mod fault;
mod file;
mod formats;
mod look;
mod look_arguments;
mod options;
mod saved;

pub use change::{Change, fingerprint};
pub use choices::{
    AislesChoice, LayoutChoice, ParseAislesError, ParseLayoutError, ParseNumberError, ParseSizeError,
    PictureSize, ShapeName, number_from,
};
pub use command_line::{Shell, command_line};
pub use drawer::{Drawer, Drawn};
pub use fault::DrawFault;
pub use file::{ENDING, Project, is_project, rule_text};
pub use look_arguments::LookArguments;
pub use options::RenderOptions;
pub use saved::{ProjectError, relative};

//! The window: panels draw the state and emit [`Command`]s, and one place applies them.
//!
//! Goes in: files that the user opens, and input. Comes out: what egui draws. The drawing of a vote comes
//! from [`chart`](crate::chart) as a scene; nothing here decides what a vote looks like.
//!
//! Reading and exporting happen on threads of their own, which send events back.

mod after_tab;
mod arrange;
mod ask;
mod asking;
pub mod calling;
mod chamber;
mod classroom;
mod coalition;
mod command;
#[cfg(windows)]
mod console;
mod designing;
mod dialogs;
pub mod drag;
mod events;
mod filming;
mod graphic;
mod look;
mod majority;
mod mapping;
mod members;
mod opened;
mod opening;
mod painter;
mod panels;
mod parties;
mod playback;
mod preferences;
mod preview;
mod problems;
mod replay;
mod samples;
mod side;
mod sprites;
mod start;
mod state;
mod status;
mod theme;
mod top;
mod update;
mod vote_list;
mod votes;
mod welcome;
mod work;

pub use ask::{Answer, Asking};
pub use classroom::Lesson;
pub use command::{Command, CopyFormat, MemberOrder, Tab};
pub use designing::GraphicCommand;
pub use graphic::{Edit, Graphic, History};
pub use opened::Opened;
pub use playback::Playback;
pub use samples::Sample;
pub use start::{Opening, Page, open_window};
pub use state::State;
pub use update::App;
pub use vote_list::{ResultFilter, VoteFilter, VoteList, VoteOrder};
pub use work::Purpose;

//! Hemicycle opens a roll-call file and shows how a chamber voted.
//!
//! Data flows one way, and every module imports only what stands below it:
//!
//! ```text
//!           app (the window)        cli (the command line)
//!                    \               /
//!                     project
//!                     /     \
//!          stylesheet   export   SVG · PNG · JSON
//!                        |
//!                     chart    vote + analysis + seats + style -> Scene
//!                   /    |    \
//!             layout  analyze  read    bytes -> Archive
//!                   \    |    /  |
//!                    \   |   / record  the live roll call and its journal
//!                     \  |  /   /
//!                      model    members, parties, positions, roll calls
//!                        |
//!                      lang     the words a person reads, in each language
//! ```
//!
//! `ARCHITECTURE.md` describes each module and what it must not know.

pub mod analyze;
pub mod app;
pub mod chart;
pub mod classroom;
pub mod cli;
pub mod export;
pub mod lang;
pub mod layout;
pub mod model;
pub mod project;
pub mod read;
pub mod record;
pub mod stylesheet;

//! The `hemicycle` program: the command line where a command is given, the window otherwise.

use std::process::ExitCode;

use clap::Parser as _;
use hemicycle::cli::{self, Arguments};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(command) => cli::run(command),
        None => ExitCode::SUCCESS,
    }
}

//! The `hemicycle` program: the command line where a command is given, the window otherwise.

use std::process::ExitCode;

use clap::Parser as _;
use hemicycle::app::{Opening, Page, Sample, Tab, open_window};
use hemicycle::cli::{self, Arguments, PageChoice, ThemeChoice};
use hemicycle::lang::Message;
use hemicycle::read::read;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(command) => cli::run(command),
        None => window(arguments),
    }
}

/// Large archives are many small texts, which it keeps in less room and time than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Opens the window; where there is none to be had, says what is missing and shows the founding vote in the
/// terminal instead.
fn window(arguments: Arguments) -> ExitCode {
    let lang = arguments.lang.unwrap_or_else(cli::environment_lang);
    let opening = Opening {
        file: arguments.file.clone(),
        size: (f32::from(arguments.window_size.width), f32::from(arguments.window_size.height)),
        lang: arguments.lang,
        theme: arguments.theme.map(|theme| match theme {
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        }),
        page: arguments.page.map(|page| match page {
            PageChoice::Parties => Page::Tab(Tab::Parties),
            PageChoice::Members => Page::Tab(Tab::Members),
            PageChoice::Chart => Page::Tab(Tab::Chart),
            PageChoice::Style => Page::Tab(Tab::Style),
            PageChoice::Problems => Page::Tab(Tab::Problems),
            PageChoice::Mapping => Page::Mapping,
            PageChoice::RollCall => Page::RollCall,
        }),
        screenshot: arguments.screenshot,
    };
    let Err(faults) = open_window(opening) else { return ExitCode::SUCCESS };
    for fault in faults {
        eprintln!("hemicycle: {}", fault.text(lang));
    }
    if let Some(file) = arguments.file {
        return cli::run(&cli::Command::Tally {
            input: cli::Input::of(file),
            coalition: Vec::new(),
            json: false,
            lang: arguments.lang,
        });
    }
    eprintln!("{}\n", lang.text("cli-instead"));
    match read(&Sample::Founding.source()) {
        Ok(reading) => cli::print_tally(&reading, lang),
        Err(error) => {
            eprintln!("{}", Message::new("error-sample").with("cause", error.message()).text(lang));
            return ExitCode::from(cli::FAULT);
        }
    }
    cli::print(&format!("\n{}\n", lang.text("cli-offer")));
    ExitCode::SUCCESS
}

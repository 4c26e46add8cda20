//! Opening the window, and what to say where there is none to be had.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ThemePreference, Ui, ViewportBuilder, vec2};
use egui_system_font_provider::SystemFontProvider;

use super::{App, Command, Tab, asking, calling, drag};
use crate::export::{self, Effort, Pixels};
use crate::lang::{Lang, Message};

/// A page that the window can open on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A tab of the right panel.
    Tab(Tab),
    /// How the file is read.
    Mapping,
    /// A roll call of the file's members, being prepared.
    RollCall,
}

/// How the window opens.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The file to open with it.
    pub file: Option<PathBuf>,
    /// Its size in points.
    pub size: (f32, f32),
    /// Its language; `None` for the one chosen last time.
    pub lang: Option<Lang>,
    /// Its colours; `None` for those chosen last time.
    pub theme: Option<ThemePreference>,
    /// The page to show of it.
    pub page: Option<Page>,
    /// Save a picture of the window here once it is drawn, and close it.
    pub screenshot: Option<PathBuf>,
}

/// Width and height of the icon in pixels.
const ICON_SIZE: [u32; 2] = [128, 128];

/// Opens the window and stays until it is closed.
///
/// # Errors
/// What is missing, as messages to print one below the other.
pub fn open_window(opening: Opening) -> Result<(), Vec<Message>> {
    if cfg!(target_os = "linux") && !has_display() {
        return Err(vec![Message::new("error-no-display"), libraries()]);
    }
    asking::listen();
    #[cfg(windows)]
    let lang = opening.lang.unwrap_or_else(crate::cli::environment_lang);
    let mut viewport = ViewportBuilder::default()
        .with_title("Hemicycle")
        .with_app_id("hemicycle")
        .with_inner_size(vec2(opening.size.0, opening.size.1))
        .with_min_inner_size(vec2(720.0, 480.0))
        .with_drag_and_drop(true);
    let typeface = crate::chart::Typeface::default();
    if let Ok(icon) = Pixels::of_svg(include_str!("../../assets/icon.svg"), &typeface, ICON_SIZE) {
        let ([width, height], rgba) = (icon.size, icon.rgba);
        viewport = viewport.with_icon(egui::IconData { rgba, width, height });
    }
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        system_font_fallback: false,
        // A picture of the window is to have the size asked for, not the one remembered.
        persist_window: opening.screenshot.is_none(),
        ..eframe::NativeOptions::default()
    };
    // The windowing libraries are loaded while the program runs, and some of them panic where one is
    // missing: that is no fault of ours to show a trace of.
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "hemicycle",
            options,
            Box::new(move |creation| {
                std::panic::set_hook(quiet);
                #[cfg(windows)]
                super::console::let_go();
                // A picture shows the program as it comes, not as somebody left it.
                let is_picture = opening.screenshot.is_some();
                if is_picture {
                    creation.egui_ctx.memory_mut(|memory| *memory = egui::Memory::default());
                }
                let storage = creation.storage.filter(|_| !is_picture);
                let mut app = App::new(&creation.egui_ctx, storage, opening.lang);
                // After the fonts that are compiled in, which the window has to ask first.
                creation.egui_ctx.add_font_provider(Arc::new(SystemFontProvider::new()));
                app.let_out_by(drag::way(creation));
                if let Some(folder) = eframe::storage_dir("hemicycle").filter(|_| !is_picture) {
                    app.keep_journals_in(folder);
                }
                if let Some(theme) = opening.theme {
                    creation.egui_ctx.set_theme(theme);
                }
                if let (Some(file), Some(Page::RollCall)) = (&opening.file, opening.page) {
                    let context = &creation.egui_ctx;
                    app.apply(context, Command::Calling(calling::Command::SetUp));
                    app.apply(context, Command::Calling(calling::Command::Roster(file.clone())));
                } else if let Some(file) = opening.file {
                    let page = opening.page.and_then(|page| match page {
                        Page::Tab(tab) => Some(Command::Show(tab)),
                        Page::Mapping => Some(Command::ShowMapping(true)),
                        Page::RollCall => None,
                    });
                    app.open_and(&creation.egui_ctx, file, page.into_iter().collect());
                }
                Ok(match opening.screenshot {
                    Some(path) => Box::new(Photographer { app, path, settled: 0, asked: false }),
                    None => Box::new(app),
                })
            }),
        )
    }));
    let cause = match result.map(|outcome| outcome.map_err(|error| error.to_string())) {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => without_source_place(&error).to_owned(),
        Err(panic) => panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_default(),
    };
    let faults = vec![Message::new("error-window").with("cause", cause), libraries()];
    #[cfg(windows)]
    super::console::tell(&faults, lang);
    Err(faults)
}

/// What the windowing library said, without the line of its source that it puts in front.
fn without_source_place(error: &str) -> &str {
    error.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(error, |(_, words)| words)
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .into_iter()
        .any(|variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty()))
}

/// The packages that a bare Debian lacks, or the driver that a system lacks which comes with all else.
fn libraries() -> Message {
    if cfg!(any(windows, target_os = "macos")) {
        return Message::new("error-driver");
    }
    Message::new("error-libraries")
        .with("packages", "libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1")
}

/// Frames after which a window has settled: textures and text take one or two to arrive.
const SETTLED: u32 = 5;

/// Runs the window until it has settled, saves a picture of it, and closes it.
struct Photographer {
    app: App,
    path: PathBuf,
    /// Frames since nothing was being read.
    settled: u32,
    asked: bool,
}

impl eframe::App for Photographer {
    fn logic(&mut self, context: &Context, frame: &mut eframe::Frame) {
        self.app.logic(context, frame);
        let is_quiet = !self.app.is_busy() && self.app.is_previewed();
        self.settled = if is_quiet { self.settled + 1 } else { 0 };
        context.request_repaint();
        if self.settled > SETTLED && !self.asked {
            self.asked = true;
            let (context, path) = (context.clone(), self.path.clone());
            context.clone().request_screenshot(move |image| {
                let rgba: Vec<u8> = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
                let pixels = Pixels { size: image.size.map(|side| side as u32), rgba };
                let saved = pixels
                    .png(Effort::Fast)
                    .map_err(|error| error.message())
                    .and_then(|bytes| export::write(&path, &bytes).map_err(|error| error.message()));
                if let Err(fault) = saved {
                    eprintln!("hemicycle: {fault}");
                }
                context.send_viewport_cmd(egui::ViewportCommand::Close);
                context.request_repaint();
            });
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        self.app.on_exit(gl);
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

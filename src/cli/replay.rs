//! `hemicycle replay`: a vote played back, as a film.

use std::io::{IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;

use super::given::{Given, given, note_on_error};
use super::{FINE, Failure, Input, chosen, note_reading, open, roll_call, settled};
use crate::chart::{Replay, RevealOrder};
use crate::export::{ExportFormat, Film, FilmFormat, Pace, PictureFormat, Resolution, write};
use crate::lang::{Lang, Message};
use crate::project::{DrawFault, Drawer, RenderOptions, number_from};

/// What to play back, where to, and how fast.
#[derive(Args, Debug)]
pub struct ReplayArguments {
    /// Which file, and how to read it
    #[command(flatten)]
    pub input: Input,
    /// The file to write; the ending .gif, .png (animated), .webp or .mp4 chooses the format
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// In which order members show how they voted; without it, as they were called, else by surname
    #[arg(long, value_enum, value_name = "ORDER")]
    pub reveal: Option<RevealOrder>,
    /// Seconds from the empty chamber to the last answer
    #[arg(long, value_name = "S", default_value_t = Pace::default().seconds, value_parser = number_from::<1, 3600, 1>)]
    pub seconds: f64,
    /// Seconds for which the result stands at the end
    #[arg(long, value_name = "S", default_value_t = Pace::default().hold, value_parser = number_from::<0, 600, 1>)]
    pub hold: f64,
    /// The most frames a second, up to 50
    #[arg(long, value_name = "N", default_value_t = Pace::default().fps, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub fps: u32,
    /// The width in pixels, instead of the one that page and scale make
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(200..=4096), conflicts_with_all = ["scale", "dpi"])]
    pub width: Option<u32>,
    /// How to draw it
    #[command(flatten)]
    pub options: RenderOptions,
}

pub(super) fn run(arguments: &ReplayArguments, environment: Lang) -> Result<u8, Failure> {
    let out = &arguments.output;
    let file = || out.display().to_string();
    let format = FilmFormat::of(out)
        .ok_or_else(|| Failure::usage(Message::new("error-film-format").with("file", file())))?;
    let input = given(&arguments.input, environment)?;
    // The frames are pictures of pixels, and take the options of those.
    let picture = ExportFormat::Picture(PictureFormat::Png);
    arguments.options.check_for(picture).map_err(Failure::usage)?;
    let Given { options: saved, rule, .. } = input.clone();
    let drawer = Drawer::new(arguments.options.clone().over(saved.for_format(picture)), rule, environment)?;
    let lang = drawer.lang();
    let mut reading = open(&input)?;
    note_reading(&reading, lang);
    drawer.dress(&mut reading.archive)?;
    let index = chosen(&reading, &input, lang)?;
    settled(&reading, Some(index), false, lang)?;
    let pace = Pace { seconds: arguments.seconds, hold: arguments.hold, fps: arguments.fps };
    let filmed =
        drawer.with_graphic(roll_call(&reading, index)?, &reading.file, |vote, style, arrangement, scene| {
            if vote.summary.composition.is_some() {
                return Err(DrawFault::Usage(
                    Message::new("error-replay-composition").with("file", vote.file),
                ));
            }
            let orders = RevealOrder::of(vote.roll_call);
            let order = arguments.reveal.or(orders.first().copied()).unwrap_or_default();
            if !orders.contains(&order) {
                return Err(DrawFault::Usage(Message::new("error-reveal-called")));
            }
            let replay = Replay::new(vote, arrangement, order);
            let resolution = match arguments.width {
                Some(width) => Resolution::Scale(f64::from(width) / scene.width),
                None => drawer.resolution(scene),
            };
            let size = resolution.pixels(scene).map_err(|error| DrawFault::Usage(error.message()))?;
            let film = Film { replay: &replay, vote, style, scene, resolution, pace };
            let mut meter = Meter::new(lang);
            let bytes = film.make(format, &mut |done, all| meter.tell(done, all));
            meter.clear();
            Ok((bytes.map_err(|error| DrawFault::File(error.message()))?, size, pace.shots(replay.len())))
        });
    let ((bytes, [width, height], shots), notes) = filmed?;
    for note in &notes {
        note_on_error(note, lang);
    }
    write(out, &bytes).map_err(|error| Failure::fault(error.message()))?;
    let seconds = f64::from(shots.iter().map(|shot| shot.hundredths).sum::<u32>()) / 100.0;
    let made = Message::new("cli-filmed")
        .with("file", file())
        .with("width", width.to_string())
        .with("height", height.to_string())
        .with("frames", shots.len().to_string())
        .with("seconds", seconds.to_string());
    eprintln!("{}", made.text(lang));
    Ok(FINE)
}

/// How far it is, on a terminal.
struct Meter {
    lang: Lang,
    is_terminal: bool,
    percent: usize,
}

impl Meter {
    fn new(lang: Lang) -> Self {
        Self { lang, is_terminal: std::io::stderr().is_terminal(), percent: 0 }
    }

    fn tell(&mut self, done: usize, all: usize) -> ControlFlow<()> {
        let percent = done * 100 / all.max(1);
        if self.is_terminal && percent > self.percent {
            self.percent = percent;
            let text = Message::new("film-progress").with("percent", percent.to_string()).text(self.lang);
            write_meter(&format!("\r{text} "));
        }
        ControlFlow::Continue(())
    }

    fn clear(&self) {
        if self.is_terminal {
            write_meter("\r\u{1b}[K");
        }
    }
}

fn write_meter(text: &str) {
    let mut err = std::io::stderr().lock();
    // A meter that cannot be shown is no reason to stop.
    err.write_all(text.as_bytes()).and_then(|()| err.flush()).ok();
}

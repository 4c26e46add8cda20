//! `hemicycle minutes`: what a journal has to say, for signing and filing.

use std::path::Path;

use super::{FINE, Failure};
use crate::chart::Typeface;
use crate::export::{minutes_pdf, minutes_text, write};
use crate::lang::{Lang, Message};
use crate::record::{Condition, Minutes, scan_file};
use crate::stylesheet::{Completed, complete};

pub(super) fn run(journal: &Path, output: &Path, lang: Lang) -> Result<u8, Failure> {
    check(output)?;
    let file = || journal.display().to_string();
    let found = scan_file(journal).map_err(|error| Failure::fault(error.message()))?;
    match &found.condition {
        Condition::Intact => {}
        Condition::Torn { line } => {
            let torn = Message::new("verify-torn").with("line", line.to_string()).text(lang);
            eprintln!("hemicycle: {}: {torn}", file());
        }
        // What a damaged journal says is not to be signed.
        Condition::Damaged { line, damage } => {
            let damage = Message::new("verify-damaged").with("damage", damage.message());
            let message = Message::new("minutes-damaged").with("file", file());
            return Err(Failure::fault(message.with("damage", damage.with("line", line.to_string()))));
        }
    }
    let call = found.call.as_ref();
    let call = call.ok_or_else(|| Failure::fault(Message::new("minutes-empty").with("file", file())))?;
    save(&Minutes::of(call, found.chain.clone()), output, lang)?;
    Ok(FINE)
}

/// A name that says neither text nor PDF is a mistake, and is told before anything is done.
pub(super) fn check(output: &Path) -> Result<(), Failure> {
    if is_pdf(output).is_some() {
        return Ok(());
    }
    Err(Failure::usage(Message::new("error-minutes-format").with("file", output.display().to_string())))
}

fn is_pdf(output: &Path) -> Option<bool> {
    let ending = output.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => Some(true),
        "txt" => Some(false),
        _ => None,
    }
}

/// Says which characters are not drawn, or not on every machine alike.
pub(super) fn say(completed: &Completed, lang: Lang) {
    for note in completed.notes() {
        eprintln!("hemicycle: {}", note.text(lang));
    }
}

/// Writes minutes as the name of the file asks for, and says so.
pub(super) fn save(minutes: &Minutes, output: &Path, lang: Lang) -> Result<(), Failure> {
    let text = minutes_text(minutes, lang);
    let bytes = if is_pdf(output) == Some(true) {
        let completed = complete(&Typeface::default(), &text);
        say(&completed, lang);
        minutes_pdf(minutes, lang, &completed.typeface).map_err(|error| Failure::fault(error.message()))?
    } else {
        text.into_bytes()
    };
    write(output, &bytes).map_err(|error| Failure::fault(error.message()))?;
    let file = output.display().to_string();
    eprintln!("hemicycle: {}", Message::new("exported").with("file", file).text(lang));
    Ok(())
}

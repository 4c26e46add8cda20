//! `hemicycle verify`: whether a journal is as it was written.
//!
//! Exit codes of its own: 0 intact, 1 the last line is torn and will be taken off, 2 damaged.

use std::path::Path;

use serde_json::json;

use super::record::figures;
use super::{Failure, print};
use crate::lang::{Lang, Message};
use crate::record::{Condition, scan_file};

const INTACT: u8 = 0;
const TORN: u8 = 1;
const DAMAGED: u8 = 2;

pub(super) fn run(path: &Path, chain: Option<&str>, json: bool, lang: Lang) -> Result<u8, Failure> {
    let file = path.display().to_string();
    let found = scan_file(path).map_err(|error| Failure { message: error.message(), code: DAMAGED })?;
    let is_other = chain.is_some_and(|chain| !chain.trim().eq_ignore_ascii_case(&found.chain.to_string()));
    let (code, condition, line, sentence) = match &found.condition {
        _ if is_other => {
            let message = Message::new("verify-other-chain").with("lines", found.lines.to_string());
            (DAMAGED, "other", None, message.with("chain", found.chain.to_string()))
        }
        Condition::Intact => {
            (INTACT, "intact", None, Message::new("verify-intact").with("lines", found.lines.to_string()))
        }
        Condition::Torn { line } => {
            (TORN, "torn", Some(*line), Message::new("verify-torn").with("line", line.to_string()))
        }
        Condition::Damaged { line, damage } => {
            let message = Message::new("verify-damaged").with("damage", damage.message());
            (DAMAGED, "damaged", Some(*line), message.with("line", line.to_string()))
        }
    };
    let tally = found.call.as_ref().and_then(|call| figures(call, lang));
    let closed = found.call.as_ref().and_then(crate::record::Call::closed);
    if json {
        let object = json!({
            "file": file,
            "condition": condition,
            "line": line,
            "sound_lines": found.lines,
            "chain": found.chain.to_string(),
            "closed": closed.map(|time| time.to_string()),
            "tally": tally,
            "message": sentence.text(lang),
        });
        print(&format!("{object:#}\n"));
        return Ok(code);
    }
    let mut lines = vec![format!("{file}: {}", sentence.text(lang))];
    lines.extend(tally.map(|tally| format!("  {tally}")));
    lines.push(format!(
        "  {}",
        Message::new("verify-chain").with("chain", found.chain.to_string()).text(lang)
    ));
    print(&(lines.join("\n") + "\n"));
    Ok(code)
}

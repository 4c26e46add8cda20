//! Whom to call, as the CSV of this program's own.

use super::problems::safe_cell;
use crate::record::Roster;

/// A roster as CSV text: parties above the header, then a row for each member. Cells that a spreadsheet would take for a
/// formula begin with an apostrophe.
#[must_use]
pub fn roster_csv(roster: &Roster) -> String {
    let one_line = |text: &str| text.replace('|', "/").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = String::new();
    let seats = roster.members.len() + roster.vacant as usize;
    text.push_str(&format!("# seats: {seats}\n"));
    for party in &roster.parties {
        let colour = party.colour.map(|colour| format!(" | {colour}")).unwrap_or_default();
        text.push_str(&format!("# party: {} | {}{colour}\n", one_line(&party.short), one_line(&party.name)));
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    writer.write_record(["name", "group", "seat"]).ok();
    for member in &roster.members {
        let party = member.party.and_then(|id| roster.parties.get(usize::from(id.0)));
        let cells = [
            member.name.as_str(),
            party.map_or("", |party| party.short.as_str()),
            member.seat.as_deref().unwrap_or(""),
        ];
        writer.write_record(cells.map(safe_cell)).ok();
    }
    text.push_str(&String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default());
    text
}

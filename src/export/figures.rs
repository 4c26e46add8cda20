//! The figures of a graphic as CSV, for charting tools: a row for each party.

use super::safe_cell;
use crate::chart::{Vote, position_name};
use crate::model::Position;

/// Each party with its members and how many took each position that occurs in the vote, or with its seats. The header is in the
/// vote's language; cells that a spreadsheet would take for a formula begin with an apostrophe.
#[must_use]
pub fn figures_csv(vote: &Vote<'_>) -> String {
    let (archive, lang) = (vote.roll_call.archive(), vote.lang);
    let positions: Vec<Position> = vote.summary.tally.occurring().map(|(position, _)| position).collect();
    let names = positions.iter().map(|&position| position_name(vote.roll_call, position, lang));
    // Of a composition the seats say how many members there are.
    let is_vote = vote.summary.composition.is_none();
    let fixed = ["figures-party", "figures-short", "figures-colour"];
    let members = is_vote.then_some("figures-members");
    let header: Vec<String> =
        fixed.into_iter().chain(members).map(|key| lang.text(key)).chain(names).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    writer.write_record(header.iter().map(|cell| safe_cell(cell))).ok();
    for line in &vote.summary.parties {
        let party = line.party.and_then(|id| archive.party(id));
        let mut cells = match party {
            Some(party) => vec![
                party.name.clone(),
                party.short.clone(),
                party.colour.map(|colour| colour.to_string()).unwrap_or_default(),
            ],
            None => vec![lang.text("no-party"), lang.text("no-party-short"), String::new()],
        };
        cells.extend(is_vote.then(|| line.tally.num_members().to_string()));
        cells.extend(positions.iter().map(|&position| line.tally.members(position).to_string()));
        writer.write_record(cells.iter().map(|cell| safe_cell(cell))).ok();
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::Summary;
    use crate::lang::Lang;
    use crate::read::{Source, read};

    /// Counted by hand.
    #[test]
    fn a_row_a_party_and_no_formulas() {
        let text = "name,party,vote\nA,=Larks,yes\nB,=Larks,no\nC,Bees,absent\nD,,no\n";
        let reading = read(&Source::new("test.csv", text)).expect("a roll call");
        let roll_call = reading.roll_call().expect("one vote");
        let summary = Summary::of(roll_call, None);
        let vote = Vote { roll_call, summary: &summary, lang: Lang::De, file: "test.csv" };
        let expected = "Partei,Kurzname,Farbe,Mitglieder,Ja,Nein,Abwesend\n\
                        '=Larks,'=Larks,,2,1,1,0\nBees,Bees,,1,0,0,1\n\
                        Fraktionslos,Fraktionslos,,1,0,1,0\n";
        assert_eq!(figures_csv(&vote), expected);
    }
}

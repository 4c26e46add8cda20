//! Chambers without a vote as CSV: a row for each party with its seats, or for each member where they are named.

use super::problems::safe_cell;
use super::tidy::{key, member_ids};
use crate::model::{Party, Position, RollCall, RollCallInfo, Vote};

/// What is said of a composition.
type Get = fn(&RollCallInfo) -> Option<String>;

/// The compositions as CSV text, under headers that this program and others read. Where there are several, the columns in
/// front tell them apart. Cells that a spreadsheet would take for a formula begin with an apostrophe.
#[must_use]
pub fn composition_csv(compositions: &[RollCall<'_>]) -> String {
    let is_named = |roll_call: &RollCall<'_>| roll_call.votes().any(|vote| !vote.member.name.is_empty());
    let with_names = compositions.iter().any(is_named);
    let of: [(&str, Get); 3] = [
        ("session", |info| info.id.clone()),
        ("chamber", |info| info.chamber.clone()),
        ("date", |info| info.date.as_ref().map(ToString::to_string)),
    ];
    let differs = |get: &Get| compositions.windows(2).any(|pair| get(pair[0].info()) != get(pair[1].info()));
    let apart: Vec<_> = of.into_iter().filter(|(_, get)| differs(get)).collect();
    let columns: &[&str] = if with_names {
        &["member_id", "name", "party", "party_short", "party_colour", "constituency", "seat"]
    } else {
        &["party", "party_short", "party_colour", "seats"]
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    writer.write_record(apart.iter().map(|(header, _)| *header).chain(columns.iter().copied())).ok();
    for &roll_call in compositions {
        let before: Vec<String> =
            apart.iter().map(|(_, get)| get(roll_call.info()).unwrap_or_default()).collect();
        for row in if with_names { members(roll_call) } else { parties(roll_call) } {
            writer.write_record(before.iter().chain(&row).map(|cell| safe_cell(cell))).ok();
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The word for a seat that nobody holds.
const VACANT: &str = "vacant";

fn party_cells(party: Option<&Party>) -> [String; 3] {
    let Some(party) = party else { return Default::default() };
    let colour = party.colour.map(|colour| colour.to_string()).unwrap_or_default();
    [party.name.clone(), party.short.clone(), colour]
}

fn parties(roll_call: RollCall<'_>) -> Vec<Vec<String>> {
    let tallies = roll_call.party_tallies();
    let with_seats = tallies.iter().filter(|(_, tally)| tally.members(Position::Seat) > 0);
    let mut rows: Vec<Vec<String>> = with_seats
        .map(|(id, tally)| {
            let mut cells = party_cells(id.and_then(|id| roll_call.archive().party(id))).to_vec();
            cells.push(tally.members(Position::Seat).to_string());
            cells
        })
        .collect();
    let vacant = roll_call.num_seats() - roll_call.tally().members(Position::Seat);
    if vacant > 0 {
        rows.push(vec![VACANT.to_owned(), String::new(), String::new(), vacant.to_string()]);
    }
    rows
}

fn members(roll_call: RollCall<'_>) -> Vec<Vec<String>> {
    let keys = member_ids(roll_call.archive());
    let row = |vote: Vote<'_>| {
        let name = if vote.position() == Position::Vacant { VACANT } else { vote.member.name.as_str() };
        let mut cells = vec![key(&keys, vote.id).to_owned(), name.to_owned()];
        cells.extend(party_cells(roll_call.party_of(vote.member)));
        cells.push(vote.member.constituency.clone().unwrap_or_default());
        cells.push(vote.member.seat.clone().unwrap_or_default());
        cells
    };
    roll_call.votes().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Source, read};

    fn all(text: &str) -> (Vec<(String, u32)>, Vec<Vec<String>>, String) {
        let reading = read(&Source::new("test.csv", text)).expect("a composition");
        let archive = &reading.archive;
        let compositions: Vec<RollCall<'_>> =
            (0..archive.num_roll_calls()).filter_map(|place| archive.roll_call(place)).collect();
        let seats = compositions
            .iter()
            .map(|roll_call| (format!("{:?}", roll_call.info().date), roll_call.num_seats()));
        let rows = compositions.iter().flat_map(|&roll_call| parties(roll_call)).collect();
        (seats.collect(), rows, composition_csv(&compositions))
    }

    #[test]
    fn what_is_written_reads_the_same_again() {
        for text in [
            "# seats: 9\nparty,short,seats,colour\nThe Red Party,RED,4,#C00000\nBlue,BL,3,\n",
            "date,party,seats\n2019-05-26,Red,4\n2019-05-26,Blue,3\n2024-06-09,Red,2\n2024-06-09,Blue,5\n",
            "name,party,constituency\nAnn Alm,Red,North\nBo Berg,Blue,South\nVacant,,West\n",
        ] {
            let (seats, rows, written) = all(text);
            let (again_seats, again_rows, again) = all(&written);
            assert_eq!((&seats, &rows), (&again_seats, &again_rows), "{written}");
            assert_eq!(written, again);
        }
    }
}

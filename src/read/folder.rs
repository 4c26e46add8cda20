//! A folder as one archive: all the votes in its tables.
//!
//! Goes in: a folder. Comes out: one [`Reading`] with the votes of every file in it, and in the folders in it,
//! that has any, in the order of the names; and a problem for every file that was left out.
//! Must not know: how votes stand in a table.

use std::path::Path;

use hashbrown::HashMap;

use crate::model::{Archive, Ballot, Member, MemberId, Party, PartyId, RollCallInfo};
use crate::read::bulk;
use crate::read::bundle::{Around, Item, merge, read_items};
use crate::read::document::Directory;
use crate::read::lookup::beside::shared;
use crate::read::lookup::companions::{Beside, TablesBeside};
use crate::read::open::{Options, open_in_bulk, open_source};
use crate::read::reading::Reading;
use crate::read::report::origin::Origin;
use crate::read::source::listing::{self, Listed, Listing};
use crate::read::table::Table;
use crate::read::{Format, ReadError};

/// All files together are at most so long.
const MOST_BYTES: u64 = 512 << 20;

pub(super) fn open(folder: &Path, options: &Options) -> Result<Reading, ReadError> {
    let name = folder.display().to_string();
    let Listing { files, unread } = listing::files(folder, listing::DEEPEST, &listing::is_vote_file);
    let (files, beyond) = within(files, MOST_BYTES);
    let total: u64 = files.iter().map(|file| file.length).sum();
    let (tables, others): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| listing::is_table_file(&file.path));
    let mut done = others.iter().map(|file| file.length).sum();
    let mut readings = Vec::new();
    if !others.is_empty() {
        let none = |_: &Table| Vec::new();
        let around =
            Around { given: options.mapping.as_ref(), tables: &none, directory: &|_| Directory::default() };
        let item = |file| Item::File { file, cancel: options.cancel.clone() };
        let items: Vec<Item> = others.into_iter().map(item).collect();
        readings.push(read_items(&name, &items, &around, 0));
        options.report(done, total);
    }
    let shared = shared(&tables, &options.cancel);
    for file in &tables {
        options.cancel.check(&name)?;
        let beside = |_: &Table| {
            let is_other = |table: &&Beside| table.file != file.name;
            shared.iter().filter(is_other).cloned().collect::<Vec<Beside>>()
        };
        readings.push(read_table(file, options, &beside));
        done += file.length;
        options.report(done, total);
    }
    readings.extend(
        beyond
            .into_iter()
            .map(|file| Err(ReadError::BeyondFolder { file: file.name, megabytes: MOST_BYTES >> 20 })),
    );
    readings.extend(unread.into_iter().map(Err));
    let mut reading = merge(&name, readings.into_iter())?;
    let own_name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    reading.file = own_name.unwrap_or(name);
    if options.mapping.is_some() {
        reading.origin = Origin::Given;
    }
    Ok(reading)
}

/// Reads one table of a folder, in bulk where it is large.
fn read_table(file: &Listed, options: &Options, beside: &TablesBeside<'_>) -> Result<Reading, ReadError> {
    if bulk::Sizes::default().are_those_of(file.length) {
        // The votes of one file are not yet those of the folder.
        let options = Options { first: None, ..options.clone() };
        if let Some(reading) = open_in_bulk(&file.path, &options, beside)? {
            return Ok(reading);
        }
    }
    if file.length > MOST_BYTES {
        return Err(ReadError::BeyondFolder { file: file.name.clone(), megabytes: MOST_BYTES >> 20 });
    }
    open_source(&file.path, &file.source()?, options, beside)
}

/// The files that together are at most so long, in their order; and the others. Large tables are not held whole.
fn within(files: Vec<Listed>, most: u64) -> (Vec<Listed>, Vec<Listed>) {
    let mut left = most;
    files.into_iter().partition(|file| {
        if bulk::Sizes::default().are_those_of(file.length) && listing::is_table_file(&file.path) {
            return true;
        }
        let fits = file.length <= left;
        left -= if fits { file.length } else { 0 };
        fits
    })
}

/// Adds what a second reading says to the first.
pub(super) fn add(all: &mut Reading, one: Reading) {
    all.rows.present += one.rows.present;
    all.rows.read += one.rows.read;
    all.rows.set_aside += one.rows.set_aside;
    all.blank_rows += one.blank_rows;
    all.problems.extend(one.problems);
    all.origin.and(one.origin);
    for companion in one.companions {
        if !all.companions.contains(&companion) {
            all.companions.push(companion);
        }
    }
    for other in one.ways.others {
        if !all.ways.others.contains(&other) {
            all.ways.others.push(other);
        }
    }
    for word in one.mapping.words {
        match all.mapping.words.iter_mut().find(|known| known.word == word.word) {
            Some(known) => known.count = known.count.saturating_add(word.count),
            None => all.mapping.words.push(word),
        }
    }
}

/// What a file in a folder, or a sheet of a workbook, is called: its name without the ending.
fn name_of(file: &str) -> &str {
    if let Some((_, sheet)) = file.rsplit_once(", ") {
        return sheet;
    }
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Archives below one another. Parties are one where their names are; members are those of each file, which
/// alone knows who is who, but for documents of one source, which say the same of one member.
#[derive(Debug, Default)]
pub(super) struct Merged {
    parties: Vec<Party>,
    members: Vec<Member>,
    /// The members of documents, by what is known of them, and which of those of whom the same is known.
    known: HashMap<String, Vec<MemberId>>,
    roll_calls: Vec<(RollCallInfo, usize)>,
    voters: Vec<MemberId>,
    ballots: Vec<Ballot>,
}

impl Merged {
    /// Takes the archive out of a reading.
    pub(super) fn take(&mut self, reading: &mut Reading) {
        let archive = std::mem::take(&mut reading.archive);
        let are_known = matches!(reading.format, Format::Json | Format::Xml);
        let parties: Vec<Option<PartyId>> = archive.parties.iter().map(|party| self.party(party)).collect();
        let mut times: HashMap<String, usize> = HashMap::new();
        let mut places = Vec::with_capacity(archive.members().len());
        for member in archive.members() {
            let party = member.party.and_then(|id| parties.get(usize::from(id.0)).copied().flatten());
            let member = Member { party, ..member.clone() };
            places.push(if are_known { self.member_of_all(member, &mut times) } else { self.add(member) });
        }
        let is_only = archive.num_roll_calls() == 1;
        for roll_call in (0..archive.num_roll_calls()).filter_map(|index| archive.roll_call(index)) {
            let mut info = roll_call.info().clone();
            if is_only && info.id.is_none() && info.title.is_none() {
                // A file or a sheet of one vote that says nothing of it is called by its own name.
                info.id = Some(name_of(&reading.file).to_owned());
            }
            self.roll_calls.push((info, roll_call.votes().len()));
            for vote in roll_call.votes() {
                self.voters.push(places[vote.id.0 as usize]);
                self.ballots.push(vote.ballot);
            }
        }
    }

    fn add(&mut self, member: Member) -> MemberId {
        self.members.push(member);
        MemberId(self.members.len() as u32 - 1)
    }

    /// The member of whom the same is known in another document: the second of one document is the second of
    /// the other.
    fn member_of_all(&mut self, member: Member, times: &mut HashMap<String, usize>) -> MemberId {
        let Member { name, party, key, constituency, seat, weight, score } = &member;
        let identity =
            format!("{name}\n{party:?}\n{key:?}\n{constituency:?}\n{seat:?}\n{weight:?}\n{score:?}");
        if name.is_empty() && key.is_none() {
            return self.add(member);
        }
        let nth = times.entry(identity.clone()).or_default();
        *nth += 1;
        if let Some(&known) = self.known.get(&identity).and_then(|known| known.get(*nth - 1)) {
            return known;
        }
        let added = self.add(member);
        self.known.entry(identity).or_default().push(added);
        added
    }

    /// True before anything was taken.
    pub(super) fn is_empty(&self) -> bool {
        self.roll_calls.is_empty()
    }

    fn party(&mut self, party: &Party) -> Option<PartyId> {
        let known =
            self.parties.iter().position(|known| known.name == party.name && known.short == party.short);
        let index = known.unwrap_or(self.parties.len());
        if known.is_none() {
            self.parties.push(party.clone());
        }
        PartyId(u16::try_from(index).ok()?).into()
    }

    pub(super) fn finish(self) -> Archive {
        // Every column grew by the same steps.
        Archive::from_columns(self.parties, self.members, self.roll_calls, &self.voters, self.ballots)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_left_out_and_known() {
        let file = |name: &str, length| Listed { length, path: name.into(), name: name.to_owned() };
        let files = vec![file("a", 60), file("b", 50), file("c", 40), file("d", 1)];
        let (within, beyond) = within(files, 100);
        let names = |files: &[Listed]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        assert_eq!(
            (names(&within), names(&beyond)),
            (vec!["a".into(), "c".into()], vec!["b".into(), "d".into()])
        );
    }
}

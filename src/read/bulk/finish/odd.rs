//! What is odd about records that stay: names, weights, words.
//!
//! Goes in: the records by code. Comes out: reports, as many of each as are listed, and counts of those beyond.

use std::io;

use hashbrown::HashMap;

use super::{Finisher, NAME, Person, Report, WEIGHT, WORD, for_each_of};
use crate::model::MemberId;
use crate::read::bulk::gather::Gathered;
use crate::read::report::problem::{MOST_OF_ONE, Problems};
use crate::read::table::Record;
use crate::read::{Done, ProblemKind};

impl Finisher<'_> {
    /// What is odd about records that stay: names, weights, words.
    pub(super) fn look_at_odd(
        &mut self,
        gathered: &Gathered,
        persons: &[Person],
        problems: &mut Problems,
    ) -> io::Result<()> {
        let odd_words: Vec<bool> =
            self.words.iter().map(|word| word.is_unknown || word.text.is_empty()).collect();
        let odd_persons: Vec<bool> = persons
            .iter()
            .map(|person| person.bad_weight.is_some() || self.known.name_fault(person).is_some())
            .collect();
        let mut odd = Listing::default();
        let removed = &self.removed;
        let has_odd_words = odd_words.contains(&true);
        let is_wanted = |person: MemberId| has_odd_words || odd_persons[person.0 as usize];
        for_each_of(gathered, is_wanted, |ordinal, person, word| {
            let (is_word, is_person) = (odd_words[usize::from(word)], odd_persons[person.0 as usize]);
            if (is_word || is_person) && !removed.contains(&ordinal) {
                let is_nameless = is_person && persons[person.0 as usize].member.name.is_empty();
                odd.note(ordinal, is_person.then_some(person.0), is_word.then_some(word), is_nameless);
            }
        });
        let nameless = odd.listed.iter().filter(|odd| odd.is_nameless).map(|odd| odd.ordinal).collect();
        let records = self.fetch(gathered, nameless)?;
        for listed in std::mem::take(&mut odd.listed) {
            let word = gathered.ballots[listed.ordinal as usize];
            if let Some(person) = listed.person {
                self.note_person(&listed, &persons[person as usize], word, &records);
            }
            if listed.word.is_some() {
                self.note_word(listed.ordinal, word);
            }
        }
        self.count_beyond(&odd, persons, problems);
        Ok(())
    }

    fn note_person(&mut self, listed: &Listed, person: &Person, word: u8, records: &HashMap<u64, Record>) {
        let ordinal = listed.ordinal;
        if let Some((column, text)) = person.bad_weight.as_deref() {
            let (kind, done) = (ProblemKind::BadWeight, Done::KeptWithout);
            let (column, found) = (column.clone(), text.clone());
            self.reports.push(Report { ordinal, turn: WEIGHT, kind, done, column, found });
        }
        let position = self.words[usize::from(word)].position;
        if let Some((kind, column)) = self.known.rules.name_fault(&person.member, position) {
            let raw = records.get(&ordinal).map_or("", |record| record.raw.trim());
            let found = if kind == ProblemKind::NoName { raw } else { &person.member.name };
            self.add(ordinal, NAME, kind, Done::Kept, column, found);
        }
    }

    fn note_word(&mut self, ordinal: u64, word: u8) {
        let text = self.words[usize::from(word)].text.clone();
        let kind = if text.is_empty() { ProblemKind::BlankPosition } else { ProblemKind::UnknownWord };
        self.add(ordinal, WORD, kind, Done::KeptUnknown, self.known.rules.vote_column(), &text);
    }

    /// What is beyond the list is counted.
    fn count_beyond(&self, odd: &Listing, persons: &[Person], problems: &mut Problems) {
        for (word, times) in self.words.iter().zip(&odd.times_of_word) {
            let kind =
                if word.text.is_empty() { ProblemKind::BlankPosition } else { ProblemKind::UnknownWord };
            if let Some(beyond) = times.checked_sub(MOST_OF_ONE).filter(|beyond| *beyond > 0) {
                problems.count(kind, Done::KeptUnknown, &word.text, beyond);
            }
        }
        let mut of_persons: Vec<(u32, u64)> = odd.times_of_person.iter().map(|(&a, &b)| (a, b)).collect();
        of_persons.sort_unstable();
        for (person, times) in of_persons {
            let Some(beyond) = times.checked_sub(MOST_OF_ONE).filter(|beyond| *beyond > 0) else { continue };
            let person = &persons[person as usize];
            if let Some((_, text)) = person.bad_weight.as_deref() {
                problems.count(ProblemKind::BadWeight, Done::KeptWithout, text, beyond);
            }
            if let Some((kind, _)) = self.known.name_fault(person) {
                problems.count(kind, Done::Kept, &person.member.name, beyond);
            }
        }
    }
}

/// A record with something odd about its member, its word, or both.
struct Listed {
    ordinal: u64,
    person: Option<u32>,
    word: Option<u8>,
    /// The member has no name: the record itself has to say who it was.
    is_nameless: bool,
}

/// Odd records: as many as are listed, and how many there are.
struct Listing {
    listed: Vec<Listed>,
    times_of_word: [u64; 256],
    times_of_person: HashMap<u32, u64>,
}

impl Default for Listing {
    fn default() -> Self {
        Self { listed: Vec::new(), times_of_word: [0; 256], times_of_person: HashMap::new() }
    }
}

impl Listing {
    fn note(&mut self, ordinal: u64, person: Option<u32>, word: Option<u8>, is_nameless: bool) {
        let person = person.filter(|&person| {
            let times = self.times_of_person.entry(person).or_default();
            *times += u64::from(!is_nameless);
            *times <= MOST_OF_ONE
        });
        let word = word.filter(|&word| {
            self.times_of_word[usize::from(word)] += 1;
            self.times_of_word[usize::from(word)] <= MOST_OF_ONE
        });
        if person.is_some() || word.is_some() {
            self.listed.push(Listed { ordinal, person, word, is_nameless });
        }
    }
}

//! The one builder of archives: every reader hands its parties, members, roll calls and ballots here.
//!
//! Goes in: facts in any order, also interleaved (a row per member with a column per vote gives one ballot
//! of every vote in turn). Comes out: an [`Archive`] whose ballots are sorted by roll call, and the ballots
//! that were not counted because their member has one in that roll call already.
//! Must not know: files, cells, words.
//!
//! ```text
//! let party = assembly.party(PartyFacts { short: "LR", ..PartyFacts::default() });
//! let member = assembly.member(Member { name, party, key, ..Member::default() });
//! let vote = assembly.roll_call(RollCallInfo { id, title, ..RollCallInfo::default() });
//! assembly.ballot(vote, member, Ballot::new(Position::For));
//! let Assembled { archive, duplicates } = assembly.finish();
//! ```
//!
//! Memory while it is made: five bytes a ballot, and eight for each run of ballots of one roll call.

use hashbrown::{HashMap, HashSet};

use crate::model::{Archive, Ballot, Member, MemberId, Party, PartyId, Rgb, RollCallInfo, Votes};

/// What a source says of a party. Empty texts say nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::read) struct PartyFacts<'a> {
    /// The publisher's code (`PO845401`, `200`), which no reader should see.
    pub(in crate::read) key: Option<&'a str>,
    /// The name in full.
    pub(in crate::read) name: &'a str,
    /// The short name.
    pub(in crate::read) short: &'a str,
    /// Its colour.
    pub(in crate::read) colour: Option<Rgb>,
}

/// A roll call's place in the archive to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::read) struct RollCallNumber(pub(in crate::read) u32);

/// A ballot that was not counted: its member has one in that roll call already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct DuplicateBallot {
    /// The roll call.
    pub(in crate::read) roll_call: RollCallNumber,
    /// The member.
    pub(in crate::read) member: MemberId,
    /// How many ballots had been added before this one, over all roll calls: by it a reader finds the row.
    pub(in crate::read) added: usize,
}

/// What an assembly became.
#[derive(Debug, Default)]
pub(in crate::read) struct Assembled {
    /// Everything, in columns.
    pub(in crate::read) archive: Archive,
    /// The ballots that are not in it, in the order in which they were added.
    pub(in crate::read) duplicates: Vec<DuplicateBallot>,
}

/// Members without a publisher's key are the same where all of this is the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Identity {
    name: String,
    party: Option<PartyId>,
    constituency: Option<String>,
    weight: Option<Votes>,
    namesake: u32,
}

/// An archive in the making.
#[derive(Debug, Default)]
pub(in crate::read) struct Assembly {
    parties: Vec<Party>,
    party_keys: HashMap<String, PartyId>,
    party_names: HashMap<String, PartyId>,
    /// The abbreviations made of names so far.
    abbreviations: HashSet<String>,
    members: Vec<Member>,
    /// The person that each member is: somebody who changes party is two members.
    persons: Vec<u32>,
    num_persons: u32,
    by_key: HashMap<String, Vec<MemberId>>,
    by_identity: HashMap<Identity, MemberId>,
    roll_calls: Vec<RollCallInfo>,
    /// Runs of ballots of one roll call: which, and how many.
    runs: Vec<(RollCallNumber, u32)>,
    voters: Vec<MemberId>,
    ballots: Vec<Ballot>,
}

impl Assembly {
    /// Nothing yet.
    pub(in crate::read) fn new() -> Self {
        Self::default()
    }

    /// Makes room for so many ballots, where the source tells how many come.
    pub(in crate::read) fn reserve(&mut self, num_ballots: usize) {
        self.voters.reserve(num_ballots);
        self.ballots.reserve(num_ballots);
    }

    /// Makes room for so many roll calls.
    pub(in crate::read) fn reserve_roll_calls(&mut self, num_roll_calls: usize) {
        self.roll_calls.reserve_exact(num_roll_calls);
    }

    /// The party with these facts: the one of the same key, else of the same name or short name, else a new
    /// one. What was not known of it before is added. `None` where the facts name no party, and for more
    /// parties than an archive can number.
    pub(in crate::read) fn party(&mut self, facts: PartyFacts<'_>) -> Option<PartyId> {
        let known = match facts.key {
            Some(key) if self.party_keys.contains_key(key) => self.party_keys.get(key),
            _ => [facts.name, facts.short].into_iter().find_map(|name| self.party_names.get(name)),
        };
        let id = if let Some(&id) = known {
            self.complete_party(id, facts);
            id
        } else {
            let full = [facts.name, facts.short, facts.key.unwrap_or_default()];
            let name = full.into_iter().find(|text| !text.is_empty())?;
            let id = PartyId(u16::try_from(self.parties.len()).ok()?);
            let short = if facts.short.is_empty() { self.short_name(name) } else { facts.short.to_owned() };
            self.parties.push(Party { name: name.to_owned(), short, colour: facts.colour });
            id
        };
        if let Some(key) = facts.key {
            self.party_keys.entry(key.to_owned()).or_insert(id);
        }
        for name in [facts.name, facts.short].into_iter().filter(|name| !name.is_empty()) {
            self.party_names.entry(name.to_owned()).or_insert(id);
        }
        Some(id)
    }

    /// The abbreviation of a name, or where another party has it already, the name.
    fn short_name(&mut self, name: &str) -> String {
        let short = abbreviated(name);
        if self.abbreviations.insert(short.clone()) { short } else { name.to_owned() }
    }

    fn complete_party(&mut self, id: PartyId, facts: PartyFacts<'_>) {
        let Some(party) = self.parties.get_mut(usize::from(id.0)) else { return };
        party.colour = party.colour.or(facts.colour);
    }

    /// The member with these facts: the one of the same key, party and weight, or without a key the one of
    /// the same name, party, constituency and weight, else a new one. Members without a key and a name are
    /// always new.
    pub(in crate::read) fn member(&mut self, member: Member) -> MemberId {
        self.namesake(member, 0)
    }

    /// The same, for the n-th member without a key of whom the facts are the same: two members of one name
    /// in one party who both have a ballot in one roll call.
    pub(in crate::read) fn namesake(&mut self, member: Member, nth: u32) -> MemberId {
        let id = MemberId(u32::try_from(self.members.len()).unwrap_or(u32::MAX));
        let mut person = self.num_persons;
        if let Some(key) = &member.key {
            let same_key = self.by_key.entry(key.clone()).or_default();
            let is_same = |known: &&MemberId| {
                let known = &self.members[known.0 as usize];
                known.party == member.party && known.weight == member.weight
            };
            if let Some(&known) = same_key.iter().find(is_same) {
                return known;
            }
            person = same_key.first().map_or(person, |first| self.persons[first.0 as usize]);
            same_key.push(id);
        } else if !member.name.is_empty() {
            let identity = Identity {
                name: member.name.clone(),
                party: member.party,
                constituency: member.constituency.clone(),
                weight: member.weight,
                namesake: nth,
            };
            if let Some(&known) = self.by_identity.get(&identity) {
                return known;
            }
            self.by_identity.insert(identity, id);
        }
        self.num_persons = self.num_persons.max(person + 1);
        self.persons.push(person);
        self.members.push(member);
        id
    }

    /// A new roll call. Roll calls keep the order in which they are added.
    pub(in crate::read) fn roll_call(&mut self, info: RollCallInfo) -> RollCallNumber {
        let number = RollCallNumber(u32::try_from(self.roll_calls.len()).unwrap_or(u32::MAX));
        self.roll_calls.push(info);
        number
    }

    /// The number of roll calls so far.
    pub(in crate::read) fn num_roll_calls(&self) -> usize {
        self.roll_calls.len()
    }

    /// What is known of a roll call.
    pub(in crate::read) fn info(&self, number: RollCallNumber) -> Option<&RollCallInfo> {
        self.roll_calls.get(number.0 as usize)
    }

    /// What is known of a roll call, to be added to.
    pub(in crate::read) fn info_mut(&mut self, number: RollCallNumber) -> Option<&mut RollCallInfo> {
        self.roll_calls.get_mut(number.0 as usize)
    }

    /// The number of ballots added so far, duplicates among them.
    pub(in crate::read) fn num_ballots(&self) -> usize {
        self.ballots.len()
    }

    /// Adds a ballot. Ballots of one roll call keep the order in which they are added.
    pub(in crate::read) fn ballot(&mut self, roll_call: RollCallNumber, member: MemberId, ballot: Ballot) {
        match self.runs.last_mut() {
            Some((number, count)) if *number == roll_call && *count < u32::MAX => *count += 1,
            _ => self.runs.push((roll_call, 1)),
        }
        self.voters.push(member);
        self.ballots.push(ballot);
    }

    /// The parties, members and roll calls, for a reader that keeps the ballots itself.
    pub(in crate::read) fn into_facts(self) -> (Vec<Party>, Vec<Member>, Vec<RollCallInfo>) {
        (self.parties, self.members, self.roll_calls)
    }

    /// Sorts the ballots by roll call and takes out those of members who have one in it already.
    pub(in crate::read) fn finish(mut self) -> Assembled {
        let num_roll_calls = self.roll_calls.len();
        let is_sorted = self.runs.windows(2).all(|pair| pair[0].0 <= pair[1].0);
        // Where each ballot stood before sorting; empty where it stands there still.
        let added = if is_sorted { Vec::new() } else { self.sort() };
        let mut counts = vec![0_usize; num_roll_calls];
        for (number, count) in &self.runs {
            counts[number.0 as usize] += *count as usize;
        }
        let mut duplicates = self.take_out_duplicates(&mut counts, &added);
        duplicates.sort_unstable_by_key(|duplicate| duplicate.added);
        let roll_calls = self.roll_calls.into_iter().zip(counts).collect();
        // The counts are those of the columns, and members are numbered by this assembly alone.
        let archive =
            Archive::from_columns(self.parties, self.members, roll_calls, &self.voters, self.ballots);
        Assembled { archive: archive.unwrap_or_default(), duplicates }
    }

    /// A counting sort by roll call. Answers which ballot each place holds now.
    fn sort(&mut self) -> Vec<u32> {
        let mut places = vec![0_usize; self.roll_calls.len() + 1];
        for (number, count) in &self.runs {
            places[number.0 as usize + 1] += *count as usize;
        }
        for index in 1..places.len() {
            places[index] += places[index - 1];
        }
        let mut voters = vec![MemberId(0); self.voters.len()];
        let mut ballots = self.ballots.clone();
        let mut added = vec![0_u32; self.voters.len()];
        let mut from = 0;
        for (number, count) in &self.runs {
            let place = &mut places[number.0 as usize];
            for index in from..from + *count as usize {
                voters[*place] = self.voters[index];
                ballots[*place] = self.ballots[index];
                added[*place] = u32::try_from(index).unwrap_or(u32::MAX);
                *place += 1;
            }
            from += *count as usize;
        }
        (self.voters, self.ballots) = (voters, ballots);
        added
    }

    fn take_out_duplicates(&mut self, counts: &mut [usize], added: &[u32]) -> Vec<DuplicateBallot> {
        // The roll call in which each person was last seen, counted from 1.
        let mut seen_in = vec![0_u32; self.num_persons as usize];
        let mut duplicates = Vec::new();
        let (mut from, mut kept) = (0, 0);
        for (number, count) in counts.iter_mut().enumerate() {
            let number = number as u32;
            for place in from..from + *count {
                let member = self.voters[place];
                let person = self.persons[member.0 as usize] as usize;
                if seen_in[person] == number + 1 {
                    let added = added.get(place).map_or(place, |&added| added as usize);
                    duplicates.push(DuplicateBallot { roll_call: RollCallNumber(number), member, added });
                    continue;
                }
                seen_in[person] = number + 1;
                if kept < place {
                    self.voters[kept] = member;
                    self.ballots[kept] = self.ballots[place];
                }
                kept += 1;
            }
            from += *count;
            let taken_out = duplicates.iter().rev().take_while(|d| d.roll_call.0 == number).count();
            *count -= taken_out;
        }
        self.voters.truncate(kept);
        self.ballots.truncate(kept);
        duplicates
    }
}

/// A short name: the name itself where short or one word, else the initials of its capitalised words and its numbers.
fn abbreviated(name: &str) -> String {
    const SHORT_ENOUGH: usize = 10;
    if name.chars().count() <= SHORT_ENOUGH || !name.contains(' ') {
        return name.to_owned();
    }
    let mut initials = String::new();
    for word in name.split(|c: char| c.is_whitespace() || c == '-' || c == '/') {
        let is_number = |word: &&str| word.chars().all(char::is_numeric);
        match Some(word).filter(is_number) {
            Some(number) => initials.push_str(number),
            None => initials.extend(word.chars().next().filter(|c| c.is_uppercase() || c.is_numeric())),
        }
    }
    if initials.chars().count() >= 2 { initials } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Position;

    fn named(name: &str, key: Option<&str>, party: Option<PartyId>) -> Member {
        Member { name: name.to_owned(), key: key.map(str::to_owned), party, ..Member::default() }
    }

    fn info(id: &str) -> RollCallInfo {
        RollCallInfo { id: Some(id.to_owned()), ..RollCallInfo::default() }
    }

    fn lines(archive: &Archive, index: usize) -> Vec<(String, Position)> {
        let roll_call = archive.roll_call(index).expect("a roll call");
        roll_call.votes().map(|vote| (vote.member.name.clone(), vote.position())).collect()
    }

    fn yes() -> Ballot {
        Ballot::new(Position::For)
    }

    #[test]
    fn interleaved_votes_are_sorted_and_keep_their_order() {
        let mut assembly = Assembly::new();
        let votes = [assembly.roll_call(info("1")), assembly.roll_call(info("2"))];
        let no = Ballot::new(Position::Against);
        for name in ["C", "A", "B"] {
            let member = assembly.member(named(name, None, None));
            assembly.ballot(votes[1], member, no);
            assembly.ballot(votes[0], member, yes());
        }
        let Assembled { archive, duplicates } = assembly.finish();
        assert_eq!(duplicates, []);
        for (index, position) in [Position::For, Position::Against].into_iter().enumerate() {
            let expected = ["C", "A", "B"].map(|name| (name.to_owned(), position));
            assert_eq!(lines(&archive, index), expected);
        }
        // Both votes have one roster: three members, and where it ends.
        assert_eq!(archive.ballot_bytes(), 6 + 3 * 4 + size_of::<usize>());
    }

    #[test]
    fn who_changes_party_is_two_members_and_one_person() {
        let mut assembly = Assembly::new();
        let [red, blue] = ["Red", "Blue"]
            .map(|name| assembly.party(PartyFacts { name, ..PartyFacts::default() }).expect("a party"));
        let before = assembly.member(named("A", Some("7"), Some(red)));
        let after = assembly.member(named("A.", Some("7"), Some(blue)));
        assert_ne!(before, after);
        assert_eq!(assembly.member(named("A", Some("7"), Some(blue))), after);
        let vote = assembly.roll_call(info("1"));
        assembly.ballot(vote, before, yes());
        assembly.ballot(vote, after, yes());
        let Assembled { archive, duplicates } = assembly.finish();
        assert_eq!(duplicates, [DuplicateBallot { roll_call: vote, member: after, added: 1 }]);
        assert_eq!(lines(&archive, 0).len(), 1);
    }

    #[test]
    fn duplicates_are_found_over_interleaved_runs_and_say_when_they_were_added() {
        let mut assembly = Assembly::new();
        let member = assembly.member(named("A", None, None));
        let votes: Vec<RollCallNumber> = ["1", "2", "3"].map(|id| assembly.roll_call(info(id))).to_vec();
        for index in [2, 0, 1, 0, 2] {
            assembly.ballot(votes[index], member, yes());
        }
        let Assembled { archive, duplicates } = assembly.finish();
        let found: Vec<(u32, usize)> = duplicates.iter().map(|d| (d.roll_call.0, d.added)).collect();
        assert_eq!(found, [(0, 3), (2, 4)]);
        assert_eq!([0, 1, 2].map(|index| lines(&archive, index).len()), [1, 1, 1]);
    }

    #[test]
    fn members_without_a_key_are_told_apart_by_what_is_known_of_them() {
        let mut assembly = Assembly::new();
        let first = assembly.member(named("Ann Smith", None, None));
        assert_eq!(assembly.member(named("Ann Smith", None, None)), first);
        assert_ne!(assembly.namesake(named("Ann Smith", None, None), 1), first);
        let elsewhere = Member { constituency: Some("North".to_owned()), ..named("Ann Smith", None, None) };
        assert_ne!(assembly.member(elsewhere), first);
        let heavy = Member { weight: Some(Votes::whole(2)), ..named("Ann Smith", None, None) };
        assert_ne!(assembly.member(heavy), first, "a weight is part of every count");
        let nobody = assembly.member(Member::default());
        assert_ne!(assembly.member(Member::default()), nobody);
    }

    #[test]
    fn abbreviations_tell_parties_apart() {
        let mut assembly = Assembly::new();
        let names =
            ["Free Voters List 14", "Free Voters List 19", "Popular Party", "Progress Party", "Greens"];
        for name in names {
            assembly.party(PartyFacts { name, ..PartyFacts::default() });
        }
        let archive = assembly.finish().archive;
        let shorts: Vec<&str> = archive.parties.iter().map(|party| party.short.as_str()).collect();
        assert_eq!(shorts, ["FVL14", "FVL19", "PP", "Progress Party", "Greens"]);
    }

    #[test]
    fn parties_are_found_by_key_name_and_short_name() {
        let mut assembly = Assembly::new();
        let colour = "#102030".parse().ok();
        let facts = PartyFacts { key: Some("P1"), name: "The Reds", short: "RED", colour: None };
        let red = assembly.party(facts);
        assert_eq!(assembly.party(PartyFacts { key: Some("P1"), ..PartyFacts::default() }), red);
        assert_eq!(assembly.party(PartyFacts { name: "RED", colour, ..PartyFacts::default() }), red);
        assert_eq!(assembly.party(PartyFacts::default()), None);
        let code = assembly.party(PartyFacts { key: Some("P2"), ..PartyFacts::default() });
        assert_ne!(code, red);
        let archive = assembly.finish().archive;
        assert_eq!(archive.parties[0], Party { name: "The Reds".into(), short: "RED".into(), colour });
        assert_eq!(archive.parties[1].name, "P2", "a code is better than nothing");
    }
}

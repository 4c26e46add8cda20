//! What tells the votes of a table apart where a row is a ballot, and what tells its members apart.
//!
//! Goes in: cells as codes, headers, where the ballots are. Comes out: few [`Keys`] under which a member has (nearly) one ballot in
//! a vote, the best first. Must not know: words for positions, what becomes of the other columns.

use std::hash::Hasher as _;

use hashbrown::HashSet;

use super::ballot_words::is_code;
use super::coded::{Coded, Groups};
use super::heads::Head;
use super::tried::Tried;
use crate::model::VoteDate;
use crate::read::audit::laws::{Breach, Weight};
use crate::read::mapping::Role;
use crate::read::table::Record;
use crate::read::table::profile::is_number;
use crate::read::vocabulary::{self, Match};

/// How far a reading breaks the law that a member has one ballot in a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum Breaks {
    /// Nobody has two.
    None,
    /// Within the exceptions that right readings have.
    Few,
    /// More: another kind of table, or one with many doubles.
    Many,
}

impl Breaks {
    pub(super) fn of(breach: Option<&Breach<'_>>) -> Self {
        match breach.map(|breach| breach.weight) {
            None => Self::None,
            Some(Weight::Says | Weight::Ranks) => Self::Few,
            Some(Weight::Excludes) => Self::Many,
        }
    }
}

/// Columns that tell votes and members apart.
#[derive(Clone, Debug)]
pub(in crate::read) struct Keys {
    /// Those of the vote; none where the rows are one vote.
    pub(in crate::read) votes: Vec<usize>,
    /// Those of the member; none where nothing names members.
    pub(in crate::read) members: Vec<usize>,
    /// The vote of each row.
    pub(in crate::read) of_votes: Groups,
    /// The member of each row.
    pub(in crate::read) of_members: Groups,
    /// Rows of a member who has a row in the vote already, and says something else.
    pub(in crate::read) doubles: usize,
    /// How far that breaks the law.
    pub(in crate::read) breaks: Breaks,
    /// How well headers speak for the key of the vote: five for a whole header of a vote's number, none for no key.
    pub(in crate::read) rank: u8,
}

impl Keys {
    /// How many of the pairs of a vote and a member have a row, in hundredths.
    pub(in crate::read) fn density(&self) -> usize {
        let pairs = self.of_votes.count * self.of_members.count;
        (self.of_votes.of_row.len() * 100).checked_div(pairs).unwrap_or(100)
    }
}

/// The keys of a table, or how often the average member stands in it where nothing tells its votes apart.
pub(in crate::read) enum Found {
    /// The keys, the best first.
    Keys(Vec<Keys>),
    /// Several votes below one another, and nothing tells them apart.
    Unclear(usize),
}

/// So many texts of a column tell whether it holds days.
const MOST_TEXTS: usize = 64;

/// From this rank on a header names the vote.
pub(super) const NAMED: u8 = 4;

/// What a search for keys looks at.
pub(in crate::read) struct Search<'a> {
    pub(super) table: &'a Coded<'a>,
    pub(super) heads: &'a [Head],
    /// Columns that hold ballots, or are known to be something else.
    pub(super) taken: &'a [usize],
    /// The word of each row, where it stands in one column.
    pub(super) ballots: Option<Groups>,
    /// Rows that stand there again, cell by cell.
    pub(super) copies: Vec<bool>,
}

impl<'a> Search<'a> {
    /// A search where these columns hold the ballots, or are known to be something else; the first is the word of a row where
    /// `has_word`.
    pub(in crate::read) fn new(
        table: &'a Coded<'a>,
        heads: &'a [Head],
        taken: &'a [usize],
        has_word: bool,
    ) -> Self {
        let ballots = taken.first().filter(|_| has_word).map(|&column| Groups::of(table, &[column]));
        Self { table, heads, taken, ballots, copies: copies(table) }
    }

    /// How far the rows name a member twice, if they are one vote.
    pub(in crate::read) fn breaks_of_one_vote(&self) -> Breaks {
        let whole = Groups::whole(self.table.rows);
        let of_key = |(members, is_weak): (Vec<usize>, bool)| {
            let of_members = Groups::of(self.table, &members);
            let apart = if is_weak { self.with_facts(&members) } else { of_members.clone() };
            let tried =
                Tried { search: self, members: &members, of_members: &of_members, apart: &apart, is_weak };
            let keys = tried.keys(Vec::new(), whole.clone(), 0);
            // Namesakes in a matrix are two rows of one name.
            if is_weak && keys.doubles * 10 <= self.table.rows * 3 {
                keys.breaks.min(Breaks::None)
            } else {
                keys.breaks
            }
        };
        let is_person = |(members, _): &(Vec<usize>, bool)| {
            let is_place = |column: &usize| {
                matches!(
                    self.heads[*column].role,
                    Some((Role::Party | Role::PartyShort | Role::Constituency, _))
                )
            };
            !members.iter().all(is_place)
        };
        self.member_keys().into_iter().filter(is_person).map(of_key).min().unwrap_or(Breaks::None)
    }

    /// Finds the keys.
    pub(in crate::read) fn find(&self) -> Found {
        let mut found: Vec<Keys> = Vec::new();
        let mut most_repeated = 0;
        for (members, is_weak) in self.member_keys() {
            let of_members = Groups::of(self.table, &members);
            // A name alone is a weak key: what else is known of its bearer tells namesakes apart.
            let apart = if is_weak { self.with_facts(&members) } else { of_members.clone() };
            let tried =
                Tried { search: self, members: &members, of_members: &of_members, apart: &apart, is_weak };
            let (keys, repeated) = tried.votes();
            found.extend(keys);
            most_repeated = most_repeated.max(repeated);
        }
        if found.is_empty() && most_repeated > 0 {
            return Found::Unclear(most_repeated);
        }
        if found.is_empty() {
            // Nobody is named: every row is somebody.
            let each = Groups { of_row: (0..self.table.rows as u32).collect(), count: self.table.rows };
            found.push(Keys {
                votes: Vec::new(),
                members: Vec::new(),
                of_votes: Groups::whole(self.table.rows),
                of_members: each,
                doubles: 0,
                breaks: Breaks::None,
                rank: 0,
            });
            return Found::Keys(found);
        }
        // A key that names the vote, before others; the first way to tell members apart, before others.
        found.sort_by(|a, b| {
            let named = |keys: &Keys| keys.rank >= NAMED;
            let strays = |keys: &Keys| self.stray_days(keys);
            // A vote for (nearly) each row.
            let is_each = |keys: &Keys| keys.of_votes.count * 2 > self.table.rows && self.table.rows > 2;
            a.breaks
                .cmp(&b.breaks)
                .then(is_each(a).cmp(&is_each(b)))
                .then(strays(a).cmp(&strays(b)))
                .then(named(b).cmp(&named(a)))
                .then(b.of_votes.stand_in_runs().cmp(&a.of_votes.stand_in_runs()))
                .then(a.votes.len().cmp(&b.votes.len()))
        });
        Found::Keys(found)
    }

    /// True for a column with a code for each word of the ballots. Where both say the same of every row, few rows are enough.
    pub(super) fn is_code_of(&self, ballots: &Groups, column: usize) -> bool {
        let cells = &self.table.columns[column];
        let by_ballot = ballots.determine(cells);
        let is_each = || {
            let words = Groups::of(self.table, &[column]);
            let pairs = ballots.with(cells).count;
            cells.texts.iter().all(|text| is_code(text))
                && words.count == ballots.count
                && pairs == words.count
        };
        by_ballot.is_known() || by_ballot.holds() && ballots.count > 1 && is_each()
    }

    /// Columns of days that a key of votes does not determine: under the right key a vote has one day.
    fn stray_days(&self, keys: &Keys) -> usize {
        if keys.votes.is_empty() {
            return 0;
        }
        let are_days = |column: &&super::coded::Column<'_>| {
            let is_day = |text: &&str| matches!(VoteDate::from_text(text), VoteDate::Day(_));
            !column.texts.is_empty() && column.texts.iter().take(MOST_TEXTS).all(is_day)
        };
        let stray = |column: &&super::coded::Column<'_>| !keys.of_votes.determine(column).holds();
        self.table.columns.iter().filter(are_days).filter(stray).count()
    }

    /// Members by name with what else the row says of them.
    fn with_facts(&self, names: &[usize]) -> Groups {
        // `party ayes` over numbers is no party.
        let holds_texts =
            |column: usize| self.table.columns[column].texts.iter().any(|text| !is_number(text));
        let is_fact = |column: &usize| match self.heads[*column].role {
            Some((Role::Party | Role::PartyShort | Role::Constituency | Role::Seat, matched)) => {
                matched == Match::Whole || holds_texts(*column)
            }
            _ => false,
        };
        let facts = (0..self.heads.len()).filter(|column| !self.taken.contains(column)).filter(is_fact);
        let columns: Vec<usize> = names.iter().copied().chain(facts).collect();
        Groups::of(self.table, &columns)
    }

    /// How well a header speaks for a column that tells votes apart; 0 where it says something else.
    pub(super) fn rank(&self, column: usize) -> u8 {
        match self.heads[column].role {
            Some((Role::VoteId, Match::Whole)) => NAMED + 1,
            Some((Role::VoteId, Match::Part)) => NAMED,
            Some((Role::VoteTitle, _)) => 3,
            Some((Role::VoteDate | Role::Session | Role::Chamber, _)) => 2,
            // `número de votación` is a number, whatever else it speaks of.
            Some((Role::Position, Match::Part)) if vocabulary::says_number(&self.heads[column].text) => NAMED,
            None if vocabulary::counted_position(&self.heads[column].text).is_some() => 0,
            None | Some((Role::Position, Match::Part)) => 1,
            Some(_) => 0,
        }
    }

    /// True for a column with several texts, each of which stands in several rows.
    pub(super) fn can_part(&self, column: usize) -> bool {
        let cells = &self.table.columns[column];
        let (distinct, filled) = (cells.distinct(), cells.filled());
        let is_full = filled * 10 >= self.table.rows * 9;
        // A code for each word of the vote says the same as the vote, and numbers nothing.
        let has_number = (0..self.heads.len()).any(|other| {
            other != column && self.heads[other].is(Role::VoteId) && self.table.columns[other].is_constant()
        });
        let is_code = (self.rank(column) <= NAMED || has_number)
            && cells.texts.iter().all(|text| is_code(text))
            && self.ballots.as_ref().is_some_and(|ballots| self.is_code_of(ballots, column));
        // The hour at which each ballot was cast, under no header that says otherwise.
        let is_hour = self.heads[column].role.is_none() && cells.texts.iter().all(|text| is_hour(text));
        !is_code
            && !is_hour
            && !self.taken.contains(&column)
            && self.rank(column) > 0
            && distinct > 1
            && distinct * 2 <= filled
            && is_full
    }

    /// How plainly a text of a column is a number or an id: the shorter and plainer key of two that say the same.
    pub(super) fn plainness(&self, column: usize) -> u8 {
        let texts = &self.table.columns[column].texts;
        let most =
            |is: &dyn Fn(&str) -> bool| texts.iter().filter(|text| is(text)).count() * 10 > texts.len() * 8;
        if most(&|text| matches!(VoteDate::from_text(text), VoteDate::Day(_)))
            || most(&|text| text.contains("://"))
        {
            0
        } else if most(&|text| text.contains(' ')) {
            1
        } else {
            2
        }
    }
}

impl Search<'_> {
    /// Two chambers, or two sessions, number their votes alike: where one number stands in several of them they are part of the
    /// number, even where no member has two ballots. Unless one vote has members of both, a joint sitting: then title and day
    /// agree.
    pub(super) fn is_part_of_number(&self, votes: &Groups, other: usize) -> bool {
        let role = self.heads[other].role.map(|(role, _)| role);
        if !matches!(role, Some(Role::Chamber | Role::Session | Role::VoteDate)) {
            return false;
        }
        let column = &self.table.columns[other];
        if votes.determine(column).holds() {
            return false;
        }
        let with = votes.with(column);
        let parts_many = with.count > votes.count * 2 && with.count * 4 > self.table.rows;
        let titles: Vec<usize> = (0..self.heads.len())
            .filter(|&column| column != other && self.heads[column].names(Role::VoteTitle))
            .filter(|&column| self.table.columns[column].distinct() > 1)
            .collect();
        let days = |column: &usize| self.heads[*column].names(Role::VoteDate) && *column != other;
        let days: Vec<usize> = (0..self.heads.len()).filter(days).collect();
        let agree = |facts: &[usize], groups: &Groups| {
            facts.iter().all(|&fact| groups.determine(&self.table.columns[fact]).holds())
        };
        if role == Some(Role::VoteDate) {
            // A vote that goes past midnight has two days: only titles tell that a number is another vote on another day.
            return !titles.is_empty() && !agree(&titles, votes) && agree(&titles, &with) && !parts_many;
        }
        // The title and the day of a joint sitting are one; without a title nothing says that it was one.
        let is_joint = !titles.is_empty()
            && agree(&titles, votes)
            && agree(&days, votes)
            && !self.number_members_alike(column);
        !parts_many && !is_joint
    }
}

impl Search<'_> {
    /// True where each part of a column numbers its members for itself: one number names several of them, and with the part one.
    fn number_members_alike(&self, part: &super::coded::Column<'_>) -> bool {
        let headed = |role: Role| (0..self.heads.len()).find(|&column| self.heads[column].is(role));
        let name = headed(Role::Name).or_else(|| headed(Role::LastName));
        let (Some(id), Some(name)) = (headed(Role::Id), name) else { return false };
        let (by_id, names) = (Groups::of(self.table, &[id]), &self.table.columns[name]);
        !by_id.determine(names).holds() && by_id.with(part).determine(names).holds()
    }
}

/// True for an hour of the day: `18:26:25`.
fn is_hour(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let is_part =
        |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len()) && parts.iter().all(is_part)
}

/// Which rows say the same as a row before, in every cell.
fn copies(table: &Coded<'_>) -> Vec<bool> {
    let mut seen: HashSet<u64> = HashSet::with_capacity(table.rows);
    let is_copy = |row: usize| {
        // The same keys every time, so that the same file is read the same way.
        let mut hasher = std::hash::DefaultHasher::new();
        for column in &table.columns {
            hasher.write_u32(column.codes[row]);
        }
        !seen.insert(hasher.finish())
    };
    (0..table.rows).map(is_copy).collect()
}

/// The same of rows, where only a row for each vote with each chamber or session it stands in is at hand; there are
/// `num_ballots` in all.
pub(in crate::read) fn is_part_of_number(
    rows: &[Record],
    votes: &[usize],
    column: usize,
    num_ballots: usize,
) -> bool {
    let width = votes.iter().copied().chain([column]).max().map_or(0, |last| last + 1);
    let table = Coded::of(rows, width);
    let before = Groups::of(&table, votes);
    let with = before.with(&table.columns[column]);
    // The session of a member would part a vote into many.
    let parts_many = with.count > before.count * 2 && with.count * 4 > num_ballots;
    !before.determine(&table.columns[column]).holds() && !parts_many
}

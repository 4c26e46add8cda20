//! Every limit of the inference, each with the files that set it. A limit is a number that a right reading may touch and a
//! wrong one passes; more than ten of them would be a fault of the design.

pub(in crate::read) use crate::read::audit::laws::EXCEPTIONS;

/// A dependency seen on fewer repetitions is not known: in a table of three rows everything determines everything.
pub(in crate::read) const FEWEST_CHANCES: usize = 3;

/// A column of votes has at most so many different words, notes taken off: the most met is eleven, in the European
/// Parliament with corrections.
pub(in crate::read) const MOST_WORDS: usize = 12;

/// Rows beyond this are judged by a sample of fixed stride.
pub(in crate::read) const MOST_ROWS: usize = 200_000;

/// So many columns of a table are tried as the one that holds the ballots.
pub(in crate::read) const MOST_PLACES: usize = 6;

/// So many columns together tell votes, or members, apart: chamber, session and number.
pub(in crate::read) const MOST_KEY_COLUMNS: usize = 3;

/// So many ways to tell members apart are tried for each place.
pub(in crate::read) const MOST_KEYS: usize = 4;

/// Many columns of one set of words are votes or members; so few may as well be facts about one person.
pub(in crate::read) const FEW_COLUMNS: usize = 2;

/// Of the cells of a column of votes at least so many tenths are known words, where nothing in its header speaks of a vote.
pub(in crate::read) const KNOWN_TENTHS: usize = 6;

/// So many columns of one set of codes beside a column of parties may be votes: the House of 1984 has sixteen.
pub(in crate::read) const MANY_COLUMNS: usize = 12;

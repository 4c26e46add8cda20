//! The next record, guessed: votes mostly list the same members in the same order.
//!
//! Goes in: who came after whom before. Comes out: where the word of a record is, if the record is of the last
//! vote and of the member guessed. A guess is checked byte by byte, and a wrong one costs only time.

use super::blocks::PADDING;
use super::lines::{Ends, Splitter, without_return};
use super::parser::Stretch;
use super::texts::{Expected, Piece, Pieces, Texts};

/// What stands next in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// A stretch of the vote's columns: which of them.
    Vote(usize),
    /// A stretch of the member's columns.
    Member,
    /// Columns of which nothing is known beforehand, and others behind them.
    Free(Free),
    /// The last columns, of which nothing is known beforehand.
    FreeAtEnd(Free),
}

/// Some columns side by side, among which the word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Free {
    cells: usize,
    /// So many of the cells are from the word on; none where the word is elsewhere.
    from_word: usize,
}

impl Segment {
    /// The segments of a record of `width` columns.
    pub(super) fn all(width: usize, vote: &[Stretch], member: &[Stretch], word: usize) -> Vec<Self> {
        let mut segments = Vec::new();
        let mut column = 0;
        while column < width {
            let starts = |stretch: &Stretch| stretch.0 == column;
            let last = if let Some(index) = vote.iter().position(starts) {
                segments.push(Self::Vote(index));
                vote[index].1
            } else if let Some((_, last)) = member.iter().find(|stretch| starts(stretch)) {
                segments.push(Self::Member);
                *last
            } else {
                let is_free = |&other: &usize| !vote.iter().chain(member).any(|stretch| stretch.0 == other);
                let cells = (column..width).take_while(is_free).count();
                let before = word.checked_sub(column).unwrap_or(cells);
                let free = Free { cells, from_word: cells.saturating_sub(before) };
                let are_last = column + cells == width;
                segments.push(if are_last { Self::FreeAtEnd(free) } else { Self::Free(free) });
                column + cells - 1
            };
            column = last + 1;
        }
        segments
    }
}

/// So many of the first segments of a record are compared with those of the record before.
const SAID: usize = 8;

/// The end of what starts at `at`, where it is the same as a piece that stands elsewhere and is not empty.
#[inline]
fn again(padded: &[u8], (from, to): Piece, at: usize) -> Option<usize> {
    let end = at + (to - from);
    (to > from && padded.get(at..end)? == &padded[from..to]).then_some(end)
}

/// Who came after whom.
#[derive(Debug)]
pub(super) struct Guess {
    /// Whose the last record was.
    last: u32,
    known: Vec<Known>,
    /// The own pieces of each member, member after member.
    own: Vec<Expected>,
    /// Their texts, padded.
    texts: Vec<u8>,
    /// What the members of this vote share with it, by code.
    shares: Texts,
    /// The share of this vote.
    share: u32,
}

/// What is known of a member.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The member after it.
    after: u32,
    /// What it shares with its vote.
    share: u32,
    /// The first of its own pieces.
    own: u32,
}

/// Nobody, and nothing shared.
const NONE: u32 = u32::MAX;

impl Default for Guess {
    fn default() -> Self {
        let (known, own, texts) = Default::default();
        Self { last: NONE, known, own, texts, shares: Texts::default(), share: NONE }
    }
}

impl Guess {
    /// The vote is another: what its members share with it.
    pub(super) fn share(&mut self, shared: Pieces<'_>) {
        self.share = self.shares.code(shared).0;
    }

    /// A record was read, and is that of `member`, whose own pieces these are, with the delimiters behind them;
    /// without them, as where the record is too short, the member is never guessed.
    pub(super) fn learn(&mut self, member: u32, is_new: bool, own: Option<Pieces<'_>>) {
        if is_new {
            let known = Known { after: NONE, share: NONE, own: self.own.len() as u32 };
            self.known.push(if own.is_some() { Known { share: self.share, ..known } } else { known });
            if let Some(Pieces { padded, pieces }) = own {
                for &(from, to) in pieces {
                    self.texts.truncate(self.texts.len().saturating_sub(PADDING));
                    let start = self.texts.len();
                    self.texts.extend_from_slice(&padded[from..to]);
                    self.texts.extend_from_slice(&[0; PADDING]);
                    self.own.push(Expected::at(&self.texts, start, to - from));
                }
            }
        }
        if let Some(last) = self.known.get_mut(self.last as usize) {
            last.after = member;
        }
        self.last = member;
    }

    /// The member who came after `last` before, where it shares what it does with this vote, and the first of its
    /// own pieces.
    #[inline]
    fn after(&self, last: u32) -> Option<(u32, usize)> {
        let member = self.known.get(last as usize)?.after;
        let known = self.known.get(member as usize)?;
        (known.share == self.share).then_some((member, known.own as usize))
    }

    /// Follows the guess from the record at `from` on, as long as it is right: `take` is told the member and where
    /// the word is, and says whether it knows that word. `vote` are the stretches of the vote as they stand in
    /// the block. Answers where the first record starts that is another, and how many were right.
    #[inline]
    pub(super) fn follow(
        &mut self,
        block: &Lines<'_>,
        mut from: usize,
        vote: &[Expected],
        mut take: impl FnMut(u32, Piece) -> bool,
    ) -> (usize, u64) {
        let (mut last, mut right) = (self.last, 0);
        let mut said = [(0, 0); SAID];
        while let Some((member, own)) = self.after(last)
            && let Some((word, next)) = self.find(block, from, (vote, own), &mut said)
            && take(member, word)
        {
            (last, from) = (member, next);
            right += 1;
        }
        self.last = last;
        (from, right)
    }

    /// Where the word of the record at `from` is, and where the next record starts, if the vote is the one expected
    /// and the member's own pieces are too. All but the last have a delimiter behind them, which is compared as well.
    /// `said` is where each free segment stood in the record before: titles and days are mostly the same again, and then
    /// need not be searched for ends of cells.
    #[inline]
    fn find(
        &self,
        block: &Lines<'_>,
        from: usize,
        (vote, mut own): (&[Expected], usize),
        said: &mut [Piece; SAID],
    ) -> Option<(Piece, usize)> {
        let padded = block.padded;
        let mut at = from;
        let mut word = (0, 0);
        for (index, segment) in block.segments.iter().enumerate() {
            at = match *segment {
                Segment::Vote(index) => vote.get(index)?.end(padded, at, padded)?,
                Segment::Member => {
                    let piece = self.own.get(own)?;
                    own += 1;
                    piece.end(padded, at, &self.texts)?
                }
                Segment::Free(free) => {
                    let before = said.get_mut(index).filter(|_| free.from_word == 0);
                    if let Some(end) = before.as_deref().and_then(|&piece| again(padded, piece, at)) {
                        end
                    } else {
                        let end = free.end(block, at, &mut word)?;
                        if !block.splitter.is_delimiter(padded, end) {
                            return None;
                        }
                        if let Some(before) = before {
                            *before = (at, end + 1);
                        }
                        end + 1
                    }
                }
                Segment::FreeAtEnd(free) => {
                    let end = free.end(block, at, &mut word)?;
                    if free.from_word == 1 {
                        word.1 = without_return(padded, word.0, end);
                    }
                    end
                }
            };
        }
        let next = match padded.get(at)? {
            b'\n' => at + 1,
            b'\r' if padded.get(at + 1) == Some(&b'\n') => at + 2,
            _ => return None,
        };
        (word.1 > 0).then_some((word, next))
    }
}

/// A block whose records are told by these segments.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines<'a> {
    pub(super) padded: &'a [u8],
    pub(super) segments: &'a [Segment],
    pub(super) splitter: Splitter,
}

impl Free {
    /// Where the last of the cells ends, and where the word is.
    #[inline]
    fn end(self, block: &Lines<'_>, mut from: usize, word: &mut Piece) -> Option<usize> {
        let Lines { padded, splitter, .. } = *block;
        let mut ends = Ends::from(from);
        let mut left = self.cells;
        loop {
            let end = splitter.next_end(padded, &mut ends)?;
            if left == self.from_word {
                *word = (from, end);
            }
            left -= 1;
            if left == 0 {
                return Some(end);
            }
            if !splitter.is_delimiter(padded, end) {
                return None;
            }
            from = end + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Segment::{Member, Vote};
    use super::*;

    /// The member of the last record is 840, of FRA and EPP; the vote is 1001.
    fn guessed(segments: &[Segment], record: &str, own: &[Piece]) -> Option<(String, usize)> {
        let mut padded = b"1001,\n840,FRA,EPP\n".to_vec();
        let from = padded.len();
        padded.extend_from_slice(record.as_bytes());
        padded.extend_from_slice(&[0; PADDING]);
        let own = Pieces { padded: &padded, pieces: own };
        let mut guess = Guess::default();
        guess.share(Pieces { padded: &padded, pieces: &[] });
        guess.learn(0, true, Some(own));
        guess.learn(0, false, Some(own));
        let block = Lines { padded: &padded, segments, splitter: Splitter::new(b',') };
        let vote_length = if segments.last() == Some(&Vote(0)) { 4 } else { 5 };
        let vote = [Expected::at(&padded, 0, vote_length)];
        let mut word = None;
        let (next, right) = guess.follow(&block, from, &vote, |member, (from, to)| {
            assert_eq!(member, 0);
            word = Some(String::from_utf8_lossy(&padded[from..to]).into_owned());
            true
        });
        assert_eq!(right, u64::from(word.is_some()));
        Some((word?, next - from))
    }

    #[test]
    fn a_right_guess_finds_the_word_and_a_wrong_one_nothing() {
        let segments = Segment::all(6, &[(0, 0)], &[(1, 1), (4, 5)], 2);
        let free = Free { cells: 2, from_word: 2 };
        assert_eq!(segments, [Vote(0), Member, Segment::Free(free), Member]);
        let own = [(6, 10), (10, 17)];
        let found = |record| guessed(&segments, record, &own);
        let word = |record| found(record).map(|(word, _)| word);
        assert_eq!(found("1001,840,FOR,9.5,FRA,EPP\nx"), Some(("FOR".to_owned(), 25)));
        assert_eq!(found("1001,840,DID_NOT_VOTE,,FRA,EPP\r\n"), Some(("DID_NOT_VOTE".to_owned(), 32)));
        for wrong in [
            "1002,840,FOR,9.5,FRA,EPP\n",
            "1001,841,FOR,9.5,FRA,EPP\n",
            "1001,84,FOR,9.5,FRA,EPP\n",
            "1001,840,FOR,9.5,FRA,EP\n",
            "1001,840,FOR,9.5,FRA,EPPS\n",
            "1001,840,FOR,9.5,FRA,EPP,x\n",
            "1001,840,FOR,FRA,EPP\n",
            "1001,840\n",
            "1001,840,FOR,9.5,FRA,EPP",
            "",
        ] {
            assert_eq!(word(wrong), None, "{wrong}");
        }
        let last = Segment::all(4, &[(0, 0)], &[(1, 1), (2, 3)], 9);
        assert_eq!(guessed(&last, "1001,840,FRA,EPP\n", &own), None, "no word");
        let word_last = Segment::all(4, &[(0, 0)], &[(1, 2)], 3);
        let free = Free { cells: 1, from_word: 1 };
        assert_eq!(word_last, [Vote(0), Member, Segment::FreeAtEnd(free)]);
        let found = guessed(&word_last, "1001,840,FRA,no\r\n", &[(6, 14)]);
        assert_eq!(found, Some(("no".to_owned(), 17)));
        let vote_last = Segment::all(5, &[(4, 4)], &[(0, 0), (1, 2)], 3);
        let found = guessed(&vote_last, "840,FRA,EPP,no,1001\n", &[(6, 10), (10, 18)]);
        assert_eq!(found, None, "nothing but a delimiter parts cells");
    }

    #[test]
    fn what_is_said_again_is_found_again_and_nothing_else_is() {
        let titles =
            ["Title a,d", "Title a,d", "Title a,dd", "Title a,d", ",", ",", "Title b,d", "Title b,d", "a"];
        let mut padded = b"1,840,\n".to_vec();
        let from = padded.len();
        let record = |title| format!("1,{title},840,yes\n");
        padded.extend(titles.map(record).concat().bytes());
        padded.extend_from_slice(&[0; PADDING]);
        let own = Pieces { padded: &padded, pieces: &[(2, 6)] };
        let mut guess = Guess::default();
        guess.share(Pieces { padded: &padded, pieces: &[] });
        guess.learn(0, true, Some(own));
        guess.learn(0, false, Some(own));
        // The word is the last of five cells; two are free, and the last title is one cell.
        let segments = Segment::all(5, &[(0, 0)], &[(3, 3)], 4);
        assert!(matches!(segments[..], [Vote(0), Segment::Free(_), Member, Segment::FreeAtEnd(_)]));
        let block = Lines { padded: &padded, segments: &segments, splitter: Splitter::new(b',') };
        let vote = [Expected::at(&padded, 0, 2)];
        let (next, right) = guess.follow(&block, from, &vote, |_, (from, to)| &padded[from..to] == b"yes");
        assert_eq!(right, 8);
        assert_eq!(&padded[next..padded.len() - PADDING], b"1,a,840,yes\n");
    }
}

//! The next record, guessed: votes mostly list the same members in the same order.
//!
//! Goes in: who came after whom before. Comes out: where the word of a record is, if the record is of the last
//! vote and of the member guessed. A guess is checked byte by byte, and a wrong one costs only time.

use super::lines::{Splitter, without_return};
use super::parser::Stretch;
use super::texts::{Piece, Pieces, Texts, same};

/// What stands next in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// A stretch of the vote's columns: which of them.
    Vote(usize),
    /// A stretch of the member's columns.
    Member,
    /// The word.
    Word,
    /// A column that nothing is told by.
    Other,
}

impl Segment {
    /// The segments of a record of `width` columns.
    pub(super) fn all(width: usize, vote: &[Stretch], member: &[Stretch], word: usize) -> Vec<Self> {
        let mut segments = Vec::new();
        let mut column = 0;
        while column < width {
            let starts = |stretch: &Stretch| stretch.0 == column;
            let (segment, last) = if let Some(index) = vote.iter().position(starts) {
                (Self::Vote(index), vote[index].1)
            } else if let Some((_, last)) = member.iter().find(|stretch| starts(stretch)) {
                (Self::Member, *last)
            } else if column == word {
                (Self::Word, column)
            } else {
                (Self::Other, column)
            };
            segments.push(segment);
            column = last + 1;
        }
        segments
    }
}

/// Who came after whom.
#[derive(Debug, Default)]
pub(super) struct Guess {
    last: Option<u32>,
    /// The member after each.
    after: Vec<Option<u32>>,
    /// What each member shares with the vote.
    shared: Vec<u32>,
    /// How many bytes of each member's text that is.
    skipped: Vec<u32>,
    /// The length of each piece of the rest of each member's text, member after member.
    lengths: Vec<u32>,
    /// What the members of this vote share with it, by code.
    shares: Texts,
    /// The share of this vote, and its length with borders.
    of_vote: (u32, u32),
}

impl Guess {
    /// The vote is another: what its members share with it.
    pub(super) fn share(&mut self, shared: Pieces<'_>) {
        let length: usize = shared.pieces.iter().map(|(from, to)| to - from + 1).sum();
        self.of_vote = (self.shares.code(shared).0, length as u32);
    }

    /// A record was read, and is that of `member`, whose own pieces these are.
    pub(super) fn learn(&mut self, member: u32, is_new: bool, own: &[Piece]) {
        if is_new {
            self.lengths.extend(own.iter().map(|(from, to)| (to - from) as u32));
            self.after.push(None);
            self.shared.push(self.of_vote.0);
            self.skipped.push(self.of_vote.1);
        }
        if let Some(last) = self.last {
            self.after[last as usize] = Some(member);
        }
        self.last = Some(member);
    }

    /// The member guessed.
    #[inline]
    pub(super) fn next(&self) -> Option<u32> {
        let member = self.after[self.last? as usize]?;
        (self.shared[member as usize] == self.of_vote.0).then_some(member)
    }

    /// The guess was right.
    #[inline]
    pub(super) fn take(&mut self, member: u32) {
        self.last = Some(member);
    }

    /// Where the word of the record at `from` is, and where the next record starts.
    #[inline]
    #[expect(clippy::too_many_arguments, reason = "the innermost loop of a reading")]
    pub(super) fn find(
        &self,
        segments: &[Segment],
        padded: &[u8],
        splitter: Splitter,
        from: usize,
        vote: &[Piece],
        members: &Texts,
        member: u32,
    ) -> Option<(Piece, usize)> {
        let texts = members.bytes();
        let mut text = members.start(member) + self.skipped[member as usize] as usize;
        let num_pieces = self.lengths.len() / self.after.len().max(1);
        let mut lengths = self.lengths.get(member as usize * num_pieces..)?.iter();
        let (mut at, mut word) = (from, None);
        let (last, before) = segments.split_last()?;
        // Every segment but the last ends with a delimiter.
        for segment in before {
            at = match *segment {
                Segment::Vote(index) => {
                    let &(known, end) = vote.get(index)?;
                    let length = end - known;
                    if !same(padded, at, padded, known, length) {
                        return None;
                    }
                    at + length
                }
                Segment::Member => {
                    let length = *lengths.next()? as usize;
                    if !same(padded, at, texts, text, length) {
                        return None;
                    }
                    text += length + 1;
                    at + length
                }
                Segment::Word => {
                    let end = splitter.cell_end(padded, at);
                    word = Some((at, end));
                    end
                }
                Segment::Other => splitter.cell_end(padded, at),
            };
            if !splitter.is_delimiter(padded, at) {
                return None;
            }
            at += 1;
        }
        let to = match *last {
            Segment::Vote(index) => {
                let &(known, end) = vote.get(index)?;
                let length = end - known;
                same(padded, at, padded, known, length).then_some(at + length)?
            }
            Segment::Member => {
                let length = *lengths.next()? as usize;
                same(padded, at, texts, text, length).then_some(at + length)?
            }
            Segment::Word | Segment::Other => {
                let end = splitter.cell_end(padded, at);
                let to = without_return(padded, at, end);
                if *last == Segment::Word {
                    word = Some((at, to));
                }
                to
            }
        };
        let end = to + usize::from(padded.get(to) == Some(&b'\r'));
        (padded.get(end) == Some(&b'\n')).then_some((word?, end + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::PADDING;
    use super::Segment::{Member, Other, Vote, Word};
    use super::*;

    /// The member of the last record is 840, of FRA and EPP; the vote is 1001.
    fn found(segments: &[Segment], record: &str) -> Option<(String, usize)> {
        let mut padded = b"1001,\n840,FRA,EPP\n".to_vec();
        let from = padded.len();
        padded.extend_from_slice(record.as_bytes());
        padded.extend_from_slice(&[0; PADDING]);
        let mut members = Texts::default();
        let pieces = [(6, 9), (10, 17)];
        let member = members.code(Pieces { padded: &padded, pieces: &pieces }).0;
        let mut guess = Guess::default();
        guess.share(Pieces { padded: &padded, pieces: &[] });
        guess.learn(member, true, &pieces);
        guess.learn(member, false, &pieces);
        assert_eq!(guess.next(), Some(member));
        let splitter = Splitter::new(b',');
        let (word, next) = guess.find(segments, &padded, splitter, from, &[(0, 4)], &members, member)?;
        Some((String::from_utf8_lossy(&padded[word.0..word.1]).into_owned(), next - from))
    }

    #[test]
    fn a_right_guess_finds_the_word_and_a_wrong_one_nothing() {
        let segments = Segment::all(6, &[(0, 0)], &[(1, 1), (4, 5)], 2);
        assert_eq!(segments, [Vote(0), Member, Word, Other, Member]);
        let word = |record| found(&segments, record).map(|(word, _)| word);
        assert_eq!(found(&segments, "1001,840,FOR,9.5,FRA,EPP\nx"), Some(("FOR".to_owned(), 25)));
        assert_eq!(
            found(&segments, "1001,840,DID_NOT_VOTE,,FRA,EPP\r\n"),
            Some(("DID_NOT_VOTE".to_owned(), 32))
        );
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
        assert_eq!(found(&last, "1001,840,FRA,EPP\n"), None, "no word");
        let word_last = Segment::all(5, &[(4, 4)], &[(0, 0), (1, 2)], 3);
        assert_eq!(found(&word_last, "840,FRA,EPP,no,1001\n"), Some(("no".to_owned(), 20)));
    }
}

//! Records of a file that was read in bulk, looked up again by their place.
//!
//! Goes in: places. Comes out: the records as they stand in the file.

use hashbrown::HashMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use super::blocks::PADDING;
use super::gather::Gathered;
use super::lines::{ends_lines_plainly, for_each_line};
use super::parser::Careful;
use crate::read::table::Record;

/// The records at these places.
pub(super) fn fetch(
    path: &Path,
    delimiter: u8,
    gathered: &Gathered,
    mut ordinals: Vec<u64>,
) -> io::Result<HashMap<u64, Record>> {
    ordinals.sort_unstable();
    ordinals.dedup();
    let mut found = HashMap::with_capacity(ordinals.len());
    if ordinals.is_empty() {
        return Ok(found);
    }
    let mut file = File::open(path)?;
    for wanted in ordinals.chunk_by(|&a, &b| gathered.block_of(a) == gathered.block_of(b)) {
        let Some(block) = gathered.blocks.get(gathered.block_of(wanted[0])) else { continue };
        let mut padded = vec![0; block.length];
        file.seek(SeekFrom::Start(block.offset))?;
        file.read_exact(&mut padded)?;
        let mut wanted = wanted.iter().copied().peekable();
        let mut ordinal = block.first;
        let mut take = |raw: &[u8]| {
            if wanted.next_if_eq(&ordinal).is_some() {
                let text = String::from_utf8_lossy(raw);
                let record = Record::of(text.into_owned(), gathered.line_of(ordinal), delimiter);
                found.insert(ordinal, record);
            }
            ordinal += 1;
            wanted.peek().is_some()
        };
        if padded.contains(&b'"') || !ends_lines_plainly(&padded) {
            let mut careful = Careful::new(&padded, delimiter);
            while let Some((raw, _)) = careful.next() {
                if !take(raw) {
                    break;
                }
            }
        } else {
            padded.extend_from_slice(&[0; PADDING]);
            for_each_line(&padded, delimiter, |line, _| take(&padded[line.from..line.to]));
        }
    }
    Ok(found)
}

//! The files of a zip archive that readers do not see.
//!
//! An archive has a list of its files at its end. Who appends to one may write a name twice, and readers that look files up
//! by name find the last of it alone; who puts one archive behind another hides the list of the first.
//!
//! Goes in: the bytes of an archive. Comes out: the entries of its list whose name stands there again further down, and the
//! archive before it. Must not know: what the files hold, how much of them is unpacked.

use std::io::{Cursor, Read};

use flate2::Crc;
use flate2::read::DeflateDecoder;
use hashbrown::HashSet;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::read::ContainerFault;

/// An entry of the list, as APPNOTE.TXT of PKWARE describes it (section 4.3.12).
#[derive(Debug)]
pub(in crate::read) struct Entry<'a> {
    pub(in crate::read) name: &'a [u8],
    flags: u16,
    method: u16,
    checksum: u32,
    /// How many bytes it takes in the archive.
    packed: u64,
    /// Where it begins, counted from the first byte of the archive.
    start: u64,
    /// The archive, from there.
    bytes: &'a [u8],
}

const LIST_ENTRY: &[u8] = b"PK\x01\x02";
const FILE_HEADER: &[u8] = b"PK\x03\x04";
const IS_ENCRYPTED: u16 = 1;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// The entries that others of their name hide, in the order of the list.
///
/// # Errors
/// Those of an archive whose list cannot be found.
pub(in crate::read) fn hidden(bytes: &[u8]) -> Result<Vec<Entry<'_>>, ZipError> {
    let archive = ZipArchive::new(Cursor::new(bytes))?;
    if !archive.has_duplicate_names() {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    let mut rest = bytes.get(archive.central_directory_start() as usize..).unwrap_or_default();
    let archive_start = bytes.get(archive.offset() as usize..).unwrap_or_default();
    while let Some((entry, length)) = Entry::read(rest, archive_start) {
        entries.push(entry);
        rest = rest.get(length..).unwrap_or_default();
    }
    let mut seen = HashSet::new();
    let mut hidden: Vec<Entry<'_>> =
        entries.into_iter().rev().filter(|entry| !seen.insert(entry.name)).collect();
    hidden.reverse();
    Ok(hidden)
}

/// The archive that another was put behind.
pub(in crate::read) fn archive_before(bytes: &[u8]) -> Option<&[u8]> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let before = bytes.get(..usize::try_from(archive.offset()).ok()?)?;
    before.starts_with(FILE_HEADER).then_some(before)
}

impl<'a> Entry<'a> {
    /// The entry at the beginning of `list`, and its length.
    fn read(list: &'a [u8], bytes: &'a [u8]) -> Option<(Self, usize)> {
        const LENGTH: usize = 46;
        if !list.starts_with(LIST_ENTRY) {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|at| u16_at(list, at).map(usize::from));
        let (name, extra) = (name?, extra?);
        let length = LENGTH + name + extra + comment?;
        let mut entry = Self {
            name: list.get(LENGTH..LENGTH + name)?,
            flags: u16_at(list, 8)?,
            method: u16_at(list, 10)?,
            checksum: u32_at(list, 16)?,
            packed: u32_at(list, 20)?.into(),
            start: u32_at(list, 42)?.into(),
            bytes,
        };
        let is_long = u32_at(list, 24)? == u32::MAX;
        entry.take_long_numbers(list.get(LENGTH + name..LENGTH + name + extra)?, is_long);
        Some((entry, length))
    }

    /// Numbers that do not fit into four bytes are all ones, and stand in an extra field instead: the length of the
    /// contents first, where it `is_long`, then what they take in the archive, then where they begin.
    fn take_long_numbers(&mut self, mut extra: &[u8], is_long: bool) {
        const LONG_NUMBERS: u16 = 1;
        while let (Some(kind), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
            let field = extra.get(4..4 + usize::from(length)).unwrap_or_default();
            if kind == LONG_NUMBERS {
                let mut numbers = field.chunks_exact(8).filter_map(|number| number.first_chunk().copied());
                if is_long {
                    numbers.next();
                }
                for own in [&mut self.packed, &mut self.start] {
                    if *own == u64::from(u32::MAX) {
                        *own = numbers.next().map_or(*own, u64::from_le_bytes);
                    }
                }
                return;
            }
            extra = extra.get(4 + usize::from(length)..).unwrap_or_default();
        }
    }

    /// Its contents, unpacked as they are read.
    ///
    /// # Errors
    /// [`ContainerFault::Encrypted`] and [`ContainerFault::Damaged`].
    pub(in crate::read) fn contents(&self) -> Result<Box<dyn Read + 'a>, ContainerFault> {
        if self.flags & IS_ENCRYPTED != 0 {
            return Err(ContainerFault::Encrypted);
        }
        let packed = self.packed_bytes().ok_or(ContainerFault::Damaged)?;
        match self.method {
            STORED => Ok(Box::new(packed)),
            DEFLATED => Ok(Box::new(DeflateDecoder::new(packed))),
            _ => Err(ContainerFault::Damaged),
        }
    }

    fn packed_bytes(&self) -> Option<&'a [u8]> {
        const LENGTH: usize = 30;
        let file = self.bytes.get(usize::try_from(self.start).ok()?..)?;
        if !file.starts_with(FILE_HEADER) {
            return None;
        }
        let from = LENGTH + usize::from(u16_at(file, 26)?) + usize::from(u16_at(file, 28)?);
        file.get(from..from.checked_add(usize::try_from(self.packed).ok()?)?)
    }

    /// Compares the contents with their checksum.
    ///
    /// # Errors
    /// [`ContainerFault::Damaged`].
    pub(in crate::read) fn check(&self, contents: &[u8]) -> Result<(), ContainerFault> {
        let mut checksum = Crc::new();
        checksum.update(contents);
        if checksum.sum() == self.checksum { Ok(()) } else { Err(ContainerFault::Damaged) }
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

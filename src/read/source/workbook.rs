//! Spreadsheets to tables: every sheet of XLSX, XLSB, XLS and ODS.
//!
//! Goes in: the bytes of a workbook. Comes out: a [`Table`] for each sheet with cells, and for each that cannot be read the
//! reason. Numbers are written as delimited text would have them, whole ones without decimals and days as `2025-03-20`.
//! Must not know: votes.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::Cursor;

use calamine::{Data, Reader as _, SheetType, Sheets, open_workbook_auto_from_rs};

use crate::read::source::container::{ContainerFault, check_workbook};
use crate::read::table::{Record, Table};

/// A sheet has at most so many cells, empty ones among them.
const MOST_CELLS: usize = 20_000_000;

type Book<'b> = Sheets<Cursor<&'b [u8]>>;

/// The sheets of a workbook that hold something, or that cannot be read.
#[derive(Debug, Default)]
pub(in crate::read) struct Workbook {
    /// Those with cells, by name, in their order.
    pub(in crate::read) tables: Vec<(String, Table)>,
    /// Those that cannot be read, by name, with what the reader of workbooks says; nothing where another has the name.
    pub(in crate::read) unread: Vec<(String, Option<String>)>,
}

/// Why the cells of a sheet are not there.
enum Fault {
    /// The sheet is damaged; others may not be.
    OfSheet(String),
    OfWorkbook(ContainerFault),
}

impl From<ContainerFault> for Fault {
    fn from(fault: ContainerFault) -> Self {
        Self::OfWorkbook(fault)
    }
}

/// The tables of a workbook with the names of their sheets.
///
/// # Errors
/// [`ContainerFault`] for one that is damaged as a whole, protected, or made to fill the memory.
pub(in crate::read) fn tables(bytes: &[u8]) -> Result<Workbook, ContainerFault> {
    check_workbook(bytes, MOST_CELLS)?;
    // The reader of the old binary form takes some damaged files for granted and panics: that is damage, too.
    std::panic::catch_unwind(|| read(bytes)).unwrap_or(Err(ContainerFault::Damaged))
}

fn read(bytes: &[u8]) -> Result<Workbook, ContainerFault> {
    let mut book: Book<'_> = open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|_| if is_encrypted(bytes) { ContainerFault::Encrypted } else { ContainerFault::Damaged })?;
    let mut workbook = Workbook::default();
    // Charts, dialogs and programs have no cells.
    let has_cells = |kind: SheetType| matches!(kind, SheetType::WorkSheet | SheetType::MacroSheet);
    let sheets = book.sheets_metadata().iter().filter(|sheet| has_cells(sheet.typ));
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    for (place, name) in names.iter().enumerate() {
        if names[..place].contains(name) {
            // Sheets are asked for by name, and the answer is always the same one.
            workbook.unread.push((name.clone(), None));
            continue;
        }
        match cells(&mut book, name) {
            Ok(cells) => {
                let table = cells.table();
                if !table.records.is_empty() {
                    workbook.tables.push((name.clone(), table));
                }
            }
            Err(Fault::OfSheet(cause)) => workbook.unread.push((name.clone(), Some(cause))),
            Err(Fault::OfWorkbook(fault)) => return Err(fault),
        }
    }
    Ok(workbook)
}

/// A workbook with a password is a small file system that holds a stream of this name.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// The cells of a sheet as they come, so that two cells far apart do not cost what lies between them.
fn cells(book: &mut Book<'_>, name: &str) -> Result<Cells, Fault> {
    let mut cells = Cells::default();
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(of_sheet)?;
            while let Some(cell) = reader.next_cell().map_err(of_sheet)? {
                cells.add(cell.get_position(), text(&Data::from(cell.get_value().clone())))?;
            }
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(of_sheet)?;
            while let Some(cell) = reader.next_cell().map_err(of_sheet)? {
                cells.add(cell.get_position(), text(&Data::from(cell.get_value().clone())))?;
            }
        }
        other => {
            let range = other.worksheet_range(name).map_err(of_sheet)?;
            let (row, column) = range.start().unwrap_or_default();
            for (down, across, cell) in range.used_cells() {
                cells.add((row + down as u32, column + across as u32), text(cell))?;
            }
        }
    }
    Ok(cells)
}

fn of_sheet(cause: impl Display) -> Fault {
    Fault::OfSheet(cause.to_string().trim().to_owned())
}

/// The cells of a sheet that are not empty, by row.
#[derive(Debug, Default)]
struct Cells {
    rows: BTreeMap<u32, Vec<(u32, String)>>,
    /// What the rows take with the empty cells between.
    size: usize,
}

impl Cells {
    fn add(&mut self, (row, column): (u32, u32), text: String) -> Result<(), ContainerFault> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let cells = self.rows.entry(row).or_default();
        let width = cells.last().map_or(0, |(last, _)| *last as usize + 1);
        self.size += (column as usize + 1).saturating_sub(width);
        cells.push((column, text));
        if self.size > MOST_CELLS { Err(ContainerFault::TooLarge) } else { Ok(()) }
    }

    fn table(self) -> Table {
        let mut table = Table { delimiter: b',', ..Table::default() };
        // Columns left empty before the first are no columns.
        let first = self.rows.values().flatten().map(|(column, _)| *column).min().unwrap_or_default();
        let mut previous = None;
        for (row, cells) in self.rows {
            if let Some(previous) = previous {
                table.blank_rows += u64::from(row - previous - 1);
            }
            previous = Some(row);
            let width = cells.iter().map(|(column, _)| column - first + 1).max().unwrap_or_default();
            let mut texts = vec![String::new(); width as usize];
            for (column, text) in cells {
                texts[(column - first) as usize] = text;
            }
            let raw = texts.join(", ");
            let cells = texts.iter().collect();
            table.records.push(Record { line: u64::from(row) + 1, raw, cells });
        }
        table
    }
}

/// A cell as text.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) {
                date
            } else {
                format!("{date}T{hour:02}:{minute:02}:{second:02}")
            }
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_far_apart_cost_little_and_many_are_refused() {
        let mut cells = Cells::default();
        for (place, text) in
            [((4, 2), "name"), ((4, 3), "vote"), ((6, 2), "A"), ((6, 3), "yes"), ((900, 4), "x")]
        {
            cells.add(place, text.to_owned()).expect("room");
        }
        let table = cells.table();
        let rows: Vec<(u64, Vec<&str>)> =
            table.records.iter().map(|record| (record.line, record.cells.iter().collect())).collect();
        assert_eq!(rows, [(5, vec!["name", "vote"]), (7, vec!["A", "yes"]), (901, vec!["", "", "x"])]);
        assert_eq!(table.blank_rows, 1 + 893);
        let mut cells = Cells::default();
        let found = (0..2_000).try_for_each(|row| cells.add((row, 16_383), "x".to_owned()));
        assert_eq!(found, Err(ContainerFault::TooLarge));
    }

    #[test]
    fn what_is_no_workbook_is_damaged() {
        assert_eq!(tables(b"PK\x03\x04nothing").map(|_| ()), Err(ContainerFault::Damaged));
        assert!(tables(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).is_err());
    }
}

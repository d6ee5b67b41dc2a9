// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One CSV table of whole numbers, read row by row.

use std::fs::File;
use std::path::Path;

use csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder};

use super::fault::{TableFault, TableFaults, Wrong};

/// Bytes read from the file at a time.
const BUFFER: usize = 1 << 18;

/// A table whose wanted columns have been found.
pub(super) struct Table<const N: usize> {
    name: &'static str,
    reader: Reader<File>,
    columns: [&'static str; N],
    places: [usize; N],
}

impl<const N: usize> Table<N> {
    /// Opens the table and finds its columns; nothing where it is not there, or is not what it should be.
    pub fn open(
        folder: &Path,
        name: &'static str,
        columns: [&'static str; N],
        required: bool,
        faults: &mut TableFaults,
    ) -> Option<Self> {
        let file = match File::open(folder.join(name)) {
            Ok(file) => file,
            Err(error) => {
                if required || error.kind() != std::io::ErrorKind::NotFound {
                    faults.push(TableFault {
                        table: name,
                        line: 0,
                        wrong: Wrong::Unreadable(error.to_string()),
                    });
                }
                return None;
            }
        };
        let mut reader = ReaderBuilder::new().buffer_capacity(BUFFER).from_reader(file);
        let header = match reader.byte_headers() {
            Ok(header) => header.clone(),
            Err(error) => {
                faults.push(TableFault { table: name, line: 1, wrong: Wrong::Unreadable(error.to_string()) });
                return None;
            }
        };
        let mut places = [0; N];
        let mut is_whole = true;
        for (place, column) in places.iter_mut().zip(columns) {
            match header.iter().position(|found| found.trim_ascii().eq_ignore_ascii_case(column.as_bytes())) {
                Some(at) => *place = at,
                None => {
                    faults.push(TableFault { table: name, line: 1, wrong: Wrong::NoColumn { column } });
                    is_whole = false;
                }
            }
        }
        is_whole.then_some(Self { name, reader, columns, places })
    }

    /// Hands on each row; what the row or its reading finds wrong goes to the faults with its line.
    pub fn each(&mut self, faults: &mut TableFaults, mut row: impl FnMut([u32; N]) -> Result<(), Wrong>) {
        self.each_line(faults, |_, numbers| row(numbers));
    }

    /// The same, with the number of the line.
    pub fn each_line(
        &mut self,
        faults: &mut TableFaults,
        mut row: impl FnMut(u64, [u32; N]) -> Result<(), Wrong>,
    ) {
        let mut record = ByteRecord::new();
        loop {
            let read = self.reader.read_byte_record(&mut record);
            let line = record.position().map_or(0, csv::Position::line);
            let table = self.name;
            match read {
                Ok(false) => return,
                Ok(true) => match self.numbers(&record) {
                    Ok(numbers) => {
                        if let Err(wrong) = row(line, numbers) {
                            faults.push(TableFault { table, line, wrong });
                        }
                    }
                    Err(several) => {
                        several.into_iter().for_each(|wrong| faults.push(TableFault { table, line, wrong }));
                    }
                },
                Err(error) => {
                    let wrong = match error.kind() {
                        ErrorKind::UnequalLengths { expected_len, len, .. } => {
                            Wrong::Fields { expected: *expected_len, found: *len }
                        }
                        _ => Wrong::Unreadable(error.to_string()),
                    };
                    let line = error.position().map_or(line, csv::Position::line);
                    let goes_on = matches!(wrong, Wrong::Fields { .. });
                    faults.push(TableFault { table, line, wrong });
                    if !goes_on {
                        return;
                    }
                }
            }
        }
    }

    fn numbers(&self, record: &ByteRecord) -> Result<[u32; N], Vec<Wrong>> {
        let mut numbers = [0; N];
        let mut wrong = Vec::new();
        for ((number, place), column) in numbers.iter_mut().zip(self.places).zip(self.columns) {
            let text = record.get(place).unwrap_or_default().trim_ascii();
            match whole(text) {
                Some(found) => *number = found,
                None => {
                    let text: String = String::from_utf8_lossy(text).chars().take(20).collect();
                    wrong.push(Wrong::NoNumber { column, text });
                }
            }
        }
        if wrong.is_empty() { Ok(numbers) } else { Err(wrong) }
    }
}

fn whole(text: &[u8]) -> Option<u32> {
    let digit = |sum: u32, byte: &u8| -> Option<u32> {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    };
    if text.is_empty() { None } else { text.iter().try_fold(0, digit) }
}

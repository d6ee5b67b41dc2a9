// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads a sheet of interests as offices keep it: semicolons, title and note above the header. Finds every fault, guesses none.

use desk::Say;

use crate::rules::Literacy;

/// One row, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The line in the file, counted from 1.
    pub line: u64,
    pub register: String,
    pub name: String,
    pub first_choice: String,
    pub second_choice: String,
    pub experience: String,
    pub experience_months: i64,
    pub literacy: Literacy,
}

/// The columns that must be there, in any order.
const COLUMNS: [&str; 7] =
    ["no_registrasi", "nama", "pilihan_1", "pilihan_2", "pengalaman", "pengalaman_bulan", "baca_tulis"];

/// A sheet that could be read, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    pub rows: Vec<SheetRow>,
    /// Line and sentence of each row that cannot be read.
    pub faults: Vec<(u64, Say)>,
}

/// Reads the file.
///
/// # Errors
/// The sentence that says why the file as a whole cannot be read.
pub fn read(bytes: &[u8]) -> Result<Sheet, Say> {
    let text = std::str::from_utf8(bytes).map_err(|_| Say::new("problem-sheet-utf8"))?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .quoting(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut places: Option<[usize; 7]> = None;
    let mut sheet = Sheet::default();
    for record in reader.records() {
        let record = record.map_err(|_| Say::new("problem-sheet-utf8"))?;
        let line = record.position().map_or(0, csv::Position::line);
        let Some(places) = places else {
            places = header(&record);
            continue;
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells = places.map(|place| record.get(place).unwrap_or("").trim());
        match row(line, cells) {
            Ok(row) => sheet.rows.push(row),
            Err(fault) => sheet.faults.push((line, fault)),
        }
    }
    if places.is_none() {
        return Err(Say::new("problem-sheet-header").with("columns", COLUMNS.join("; ")));
    }
    Ok(sheet)
}

fn header(record: &csv::StringRecord) -> Option<[usize; 7]> {
    let mut places = [0; 7];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        *place = record.iter().position(|cell| cell.trim().eq_ignore_ascii_case(column))?;
    }
    Some(places)
}

fn row(line: u64, cells: [&str; 7]) -> Result<SheetRow, Say> {
    let [register, name, first, second, experience, months, reading] = cells;
    if register.is_empty() || first.is_empty() {
        return Err(Say::new("problem-sheet-row-empty"));
    }
    let months_read = if months.is_empty() { Some(0) } else { months.parse::<i64>().ok() };
    let experience_months = months_read
        .filter(|count| (0..=1200).contains(count))
        .ok_or_else(|| Say::new("problem-sheet-months").with("text", months))?;
    let literacy = match reading.to_lowercase().as_str() {
        "lancar" => Literacy::Fluent,
        "terbatas" => Literacy::Limited,
        "tidak bisa" => Literacy::None,
        _ => return Err(Say::new("problem-sheet-literacy").with("text", reading)),
    };
    Ok(SheetRow {
        line,
        register: register.to_owned(),
        name: name.to_owned(),
        first_choice: first.to_lowercase(),
        second_choice: second.to_lowercase(),
        experience: experience.to_owned(),
        experience_months,
        literacy,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "CONTOH - Lembar minat\nLapas, 12 Desember 2025\nno_registrasi;nama;pilihan_1;pilihan_2;pengalaman;pengalaman_bulan;baca_tulis\n";

    #[test]
    fn every_row_is_read_or_named() {
        let sheet = format!(
            "{HEAD}B.I 1/2025;Saidi;Roti;;juru masak;18;lancar\n;;;;;;\nB.I 2/2025;Ali;las;;;banyak;lancar\nB.I 3/2025;Badu;las;;;0;sedikit\nB.I 4/2025;Candra;;;;0;lancar\n"
        );
        let Sheet { rows, faults } = read(sheet.as_bytes()).unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].line, rows[0].first_choice.as_str(), rows[0].experience_months), (4, "roti", 18));
        let found: Vec<(u64, &str)> = faults.iter().map(|(line, say)| (*line, say.key.as_str())).collect();
        assert_eq!(
            found,
            [(6, "problem-sheet-months"), (7, "problem-sheet-literacy"), (8, "problem-sheet-row-empty")]
        );
    }

    #[test]
    fn a_file_without_header_or_in_another_encoding_is_refused_as_a_whole() {
        assert_eq!(read(b"a;b;c\n1;2;3\n").unwrap_err().key, "problem-sheet-header");
        assert_eq!(read(&[0xff, 0xfe, 0x41]).unwrap_err().key, "problem-sheet-utf8");
    }
}

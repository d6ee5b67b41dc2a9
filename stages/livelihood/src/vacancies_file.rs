// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading a list of vacancies as manpower offices keep it: title lines, then a header, `;` between the cells.
//! Every row that cannot be read is named, with its number and how to mend it.

use desk::Say;
use kernel::day::{self, Day};
use kernel::region;

/// One vacancy of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacancyLine {
    /// The office's own code, where its list has a column `kode`.
    pub code: Option<String>,
    pub employer: String,
    pub title: String,
    pub field: String,
    /// Kemendagri code.
    pub district: String,
    pub openings: i64,
    pub requirement: String,
    pub closes_on: Day,
}

const HEADER: [&str; 8] = [
    "pemberi_kerja",
    "jabatan",
    "bidang",
    "kode_kabupaten",
    "kabupaten",
    "jumlah",
    "syarat",
    "batas_tanggal",
];

/// Reads the file.
///
/// # Errors
/// Every problem of every row.
pub fn read(bytes: &[u8]) -> Result<Vec<VacancyLine>, Vec<Say>> {
    let text = String::from_utf8_lossy(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
    let header = records.iter().position(|record| record.iter().take(2).any(|cell| cell.trim() == HEADER[0]));
    let Some(header) = header else {
        return Err(vec![Say::new("vacancy-import-no-header").with("header", HEADER.join("; "))]);
    };
    let columns = &records[header];
    let missing: Vec<&str> = HEADER
        .iter()
        .copied()
        .filter(|name| *name != "kabupaten" && !columns.iter().any(|cell| cell.trim() == *name))
        .collect();
    if !missing.is_empty() {
        return Err(vec![Say::new("vacancy-import-no-column").with("columns", missing.join(", "))]);
    }
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for (place, record) in records.iter().enumerate().skip(header + 1) {
        let cell = |name: &str| {
            let column = columns.iter().position(|cell| cell.trim() == name);
            column.and_then(|column| record.get(column)).unwrap_or_default().trim()
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match read_line(place + 1, cell) {
            Ok(line) => lines.push(line),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}

fn read_line<'r>(row: usize, cell: impl Fn(&str) -> &'r str) -> Result<VacancyLine, Vec<Say>> {
    let mut problems = Vec::new();
    let mut problem =
        |key: &str, text: &str| problems.push(Say::new(key).with("row", row).with("text", text));
    for name in ["pemberi_kerja", "jabatan", "bidang"] {
        if cell(name).is_empty() {
            problem("vacancy-row-empty", name);
        }
    }
    let district = region::district(cell("kode_kabupaten")).or_else(|| region::find(cell("kabupaten")));
    if district.is_none() {
        problem("vacancy-row-district", cell("kode_kabupaten"));
    }
    let openings = cell("jumlah").parse::<i64>().ok().filter(|count| (1..=10_000).contains(count));
    if openings.is_none() {
        problem("vacancy-row-openings", cell("jumlah"));
    }
    let closes_on = day::parse(cell("batas_tanggal"));
    if closes_on.is_err() {
        problem("vacancy-row-day", cell("batas_tanggal"));
    }
    match (district, openings, closes_on) {
        (Some(district), Some(openings), Ok(closes_on)) if problems.is_empty() => Ok(VacancyLine {
            code: Some(cell("kode").to_owned()).filter(|code| !code.is_empty()),
            employer: cell("pemberi_kerja").to_owned(),
            title: cell("jabatan").to_owned(),
            field: cell("bidang").to_lowercase(),
            district: district.code.to_owned(),
            openings,
            requirement: cell("syarat").to_owned(),
            closes_on,
        }),
        _ => Err(problems),
    }
}

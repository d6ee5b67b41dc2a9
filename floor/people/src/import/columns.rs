// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which column holds what, by the names offices write above them, in one row or in two; and which rows are people.

use super::sheet::{Cell, Row, Sheet};

/// What a column may hold. Religion is not among them and is never read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    Number,
    Register,
    Name,
    BirthPlace,
    BirthDay,
    /// Place and day in one cell, parted by a comma.
    BirthPlaceAndDay,
    Sex,
    Nik,
    Education,
    Home,
    Phone,
    AdmittedOn,
    Offence,
    Sentence,
    Expiry,
    TwoThirds,
    Block,
    Health,
    Status,
    Note,
}

/// The names of each column as offices write them: lowercase, letters and digits only, single spaces.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Number, &["no", "nomor", "no urut", "nomor urut"]),
    (
        Column::Register,
        &[
            "no registrasi",
            "nomor registrasi",
            "no register",
            "nomor register",
            "no reg",
            "noreg",
            "register",
            "registrasi",
            "no registrasi instansi",
            "nomor induk",
            "nis",
            "no induk",
        ],
    ),
    (
        Column::Name,
        &["nama", "nama lengkap", "nama wbp", "nama warga binaan", "nama klien", "nama peserta", "nama anak"],
    ),
    (Column::BirthPlace, &["tempat lahir", "tmp lahir", "tpt lahir"]),
    (Column::BirthDay, &["tgl lahir", "tanggal lahir", "tgl lhr", "lahir"]),
    (
        Column::BirthPlaceAndDay,
        &[
            "ttl",
            "tempat tgl lahir",
            "tempat tanggal lahir",
            "tempat dan tanggal lahir",
            "tempat dan tgl lahir",
        ],
    ),
    (Column::Sex, &["jk", "l p", "lp", "jenis kelamin", "jns kelamin", "kelamin"]),
    (Column::Nik, &["nik", "no nik", "no ktp", "nomor ktp", "nomor induk kependudukan"]),
    (Column::Education, &["pendidikan", "pendidikan terakhir", "pend", "pendidikan akhir"]),
    (
        Column::Home,
        &[
            "alamat asal",
            "alamat",
            "asal",
            "daerah asal",
            "kabupaten asal",
            "kab kota asal",
            "domisili",
            "kabupaten kota",
        ],
    ),
    (Column::Phone, &["telepon", "no telepon", "no hp", "hp", "nomor hp", "kontak"]),
    (
        Column::AdmittedOn,
        &["tgl masuk", "tanggal masuk", "tgl penerimaan", "tanggal penerimaan", "tgl register"],
    ),
    (
        Column::Offence,
        &["perkara pasal", "perkara", "pasal", "tindak pidana", "jenis perkara", "kasus", "jenis kejahatan"],
    ),
    (Column::Sentence, &["lama pidana", "masa pidana", "pidana", "vonis", "lama hukuman", "putusan"]),
    (
        Column::Expiry,
        &["tgl ekspirasi", "tanggal ekspirasi", "ekspirasi", "expirasi", "tgl expirasi", "tanggal bebas"],
    ),
    (Column::TwoThirds, &["2 3 masa pidana", "2 3 mp", "2 3", "dua pertiga", "tgl 2 3", "tanggal 2 3"]),
    (Column::Block, &["blok kamar", "blok", "kamar", "blok dan kamar", "wisma"]),
    (Column::Health, &["kesehatan", "riwayat kesehatan", "kondisi kesehatan", "riwayat penyakit"]),
    (Column::Status, &["status", "golongan", "jenis wbp", "status wbp"]),
    (Column::Note, &["ket", "keterangan", "catatan"]),
];

impl Column {
    /// The word `people-column-CODE` is its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Register => "register",
            Self::Name => "name",
            Self::BirthPlace => "birth-place",
            Self::BirthDay | Self::BirthPlaceAndDay => "birth-day",
            Self::Sex => "sex",
            Self::Nik => "nik",
            Self::Education => "education",
            Self::Home => "home",
            Self::Phone => "phone",
            Self::AdmittedOn => "admitted-on",
            Self::Offence => "offence",
            Self::Sentence => "sentence",
            Self::Expiry => "expiry",
            Self::TwoThirds => "two-thirds",
            Self::Block => "block",
            Self::Health => "health",
            Self::Status => "status",
            Self::Note => "note",
        }
    }

    /// The column that a heading names.
    pub fn named(heading: &str) -> Option<Self> {
        let name = plain(heading);
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
    }
}

/// Letters and digits in lower case, everything else a single space.
fn plain(heading: &str) -> String {
    let spaced: String =
        heading.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where everything stands in a sheet.
#[derive(Debug, Clone)]
pub struct Layout {
    pub heading_row: usize,
    last_heading_row: usize,
    places: Vec<(Column, usize)>,
    /// Headings of columns that are not read.
    pub unread: Vec<String>,
}

/// The heading stands near the top.
const HEADING_WITHIN: usize = 40;

impl Layout {
    /// Finds the heading: the row that names most columns, a name and two others at least.
    pub fn find(sheet: &Sheet) -> Option<Self> {
        let top = &sheet.rows[..sheet.rows.len().min(HEADING_WITHIN)];
        let known = |row: &Row| row.cells.iter().filter(|cell| Column::named(&cell.text()).is_some()).count();
        let has_name =
            |row: &Row| row.cells.iter().any(|cell| Column::named(&cell.text()) == Some(Column::Name));
        let best = top.iter().enumerate().filter(|(_, row)| has_name(row) && known(row) >= 3);
        let (at, heading) = best.max_by_key(|(at, row)| (known(row), std::cmp::Reverse(*at)))?;
        let second =
            sheet.rows.get(at + 1).filter(|row| row.number == heading.number + 1 && goes_on(heading, row));
        Some(Self::of(heading, second))
    }

    fn of(heading: &Row, second: Option<&Row>) -> Self {
        let mut layout = Self {
            heading_row: heading.number,
            last_heading_row: second.map_or(heading.number, |row| row.number),
            places: Vec::new(),
            unread: Vec::new(),
        };
        let width = heading.cells.len().max(second.map_or(0, |row| row.cells.len()));
        for place in 0..width {
            // A lower heading tells more than the one merged above it.
            let lower = second.map(|row| row.cell(place).text()).filter(|text| !text.is_empty());
            let text = lower.unwrap_or_else(|| heading.cell(place).text());
            match Column::named(&text) {
                Some(column) if layout.place(column).is_none() => layout.places.push((column, place)),
                _ if text.is_empty() => {}
                _ => layout.unread.push(text),
            }
        }
        layout
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.iter().find(|(named, _)| *named == column).map(|(_, place)| *place)
    }

    /// A row's cell of a column.
    pub fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r Cell {
        self.place(column).map_or(&Cell::Empty, |place| row.cell(place))
    }

    /// The rows that are people: below the heading and above the total, without repeated headings and signatures.
    pub fn people<'s>(&'s self, sheet: &'s Sheet) -> impl Iterator<Item = &'s Row> {
        let below = sheet.rows.iter().filter(|row| row.number > self.last_heading_row && !row.is_empty());
        below.take_while(|row| !is_total(row)).filter(|row| self.is_person(row))
    }

    fn is_person(&self, row: &Row) -> bool {
        let filled = |column| !self.cell(row, column).is_empty();
        let name = self.cell(row, Column::Name).text();
        let counted = row.cells.iter().all(|cell| cell.text().chars().all(|sign| !sign.is_alphabetic()));
        if counted || Column::named(&name) == Some(Column::Name) {
            return false;
        }
        let known = self.places.iter().filter(|(_, place)| !row.cell(*place).is_empty()).count();
        let numbered = self.cell(row, Column::Number).text().trim_end_matches('.').parse::<f64>().is_ok();
        filled(Column::Register) || filled(Column::Nik) || (!name.is_empty() && (numbered || known >= 3))
    }
}

/// True for the second row of a heading: it names columns and leaves the name's own column empty.
fn goes_on(heading: &Row, row: &Row) -> bool {
    let name_at = heading.cells.iter().position(|cell| Column::named(&cell.text()) == Some(Column::Name));
    let names_columns = row.cells.iter().any(|cell| Column::named(&cell.text()).is_some());
    names_columns && name_at.is_some_and(|place| row.cell(place).is_empty())
}

/// `JUMLAH : 30 orang` ends the list.
fn is_total(row: &Row) -> bool {
    let first = row.cells.iter().map(Cell::text).find(|text| !text.is_empty()).unwrap_or_default();
    let word = plain(&first);
    matches!(word.split(' ').next(), Some("jumlah" | "total"))
}

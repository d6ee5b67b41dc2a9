// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The attendance roll ("daftar hadir") to be crossed by hand and read back from a scan or a photograph.
//! What the crosses mean is decided elsewhere.

use chrono::NaiveDate;
use typst::foundations::{Array, Bytes, Dict, IntoValue, dict};

use crate::paper::texts;
use crate::press::{Job, Template, print};
use crate::qr::qr_svg;
use crate::{DocumentProblem, Letterhead, Paper, PaperSize, Signer};

/// Rows that fit on one sheet of either size.
const ROWS_PER_SHEET: usize = 18;

/// An attendance roll for one meeting of a batch.
///
/// # Shape
/// `rows`: in the order to be printed, 18 a sheet. `session_labels`: up to three print four boxes each (H, S, I, A); from
/// four on each is one box for a written letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollPaper {
    /// Who keeps the roll.
    pub letterhead: Letterhead,
    /// As in `Daftar hadir: Budidaya lele, teori`.
    pub title: String,
    /// The batch, as in `Angkatan 4 2026`.
    pub batch: String,
    /// Date, room, instructor and hours, each with its label.
    pub facts: Vec<RollFact>,
    /// The parts of the day, as in `13.00–14.00`.
    pub session_labels: Vec<String>,
    /// Who is expected.
    pub rows: Vec<RollRow>,
    /// Empty rows for those who come unannounced.
    pub blank_row_count: usize,
    /// Code of the roll; printed in letters and, with the sheet's number, as a QR code on every sheet.
    pub sheet_code: Option<String>,
    /// As in `Mojokerto, 12 November 2026`.
    pub place_date: String,
    /// Who signs for the roll.
    pub signer: Signer,
    /// Who printed it and when; may be empty.
    pub footer: String,
    /// Sheet size.
    pub paper: PaperSize,
    /// Prints CONTOH across every page.
    pub specimen: bool,
    /// The date in the file's metadata.
    pub document_date: NaiveDate,
}

/// A labelled fact in the head of a roll.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RollFact {
    /// As in `Ruang`.
    pub label: String,
    /// As in `Ruang kelas B`.
    pub value: String,
}

/// One expected person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RollRow {
    /// Full name.
    pub name: String,
    /// The participant's number; the column is left out when nobody has one.
    pub number: Option<String>,
    /// `L` or `P`; the column is left out when nobody has one.
    pub sex: Option<String>,
}

/// Prints an attendance roll.
///
/// # Errors
/// [`DocumentProblem`] where the title is empty or a character cannot be printed.
pub fn render_roll(paper: &RollPaper) -> Result<Paper, DocumentProblem> {
    if paper.title.trim().is_empty() {
        return Err(DocumentProblem::Empty { parts: vec!["title"] });
    }
    print(Job {
        template: Template::Roll,
        values: values(paper)?,
        identity: format!(
            "roll {} {} {}",
            paper.title,
            paper.batch,
            paper.sheet_code.as_deref().unwrap_or_default()
        ),
        document_date: paper.document_date,
    })
}

fn values(paper: &RollPaper) -> Result<Dict, DocumentProblem> {
    let facts: Array = paper
        .facts
        .iter()
        .map(|fact| dict! { "label" => fact.label.as_str(), "value" => fact.value.as_str() }.into_value())
        .collect();
    Ok(dict! {
        "letterhead" => paper.letterhead.to_dict(),
        "title" => paper.title.as_str(),
        "batch" => paper.batch.as_str(),
        "facts" => facts,
        "sessions" => texts(&paper.session_labels),
        "sheets" => sheets(paper)?,
        "expected" => i64::try_from(paper.rows.len()).expect("a roll of people fits into 63 bits"),
        "has_number" => paper.rows.iter().any(|row| row.number.is_some()),
        "has_sex" => paper.rows.iter().any(|row| row.sex.is_some()),
        "place_date" => paper.place_date.as_str(),
        "signer" => paper.signer.to_dict(),
        "footer" => paper.footer.as_str(),
        "paper" => paper.paper,
        "specimen" => paper.specimen,
    })
}

fn sheets(paper: &RollPaper) -> Result<Array, DocumentProblem> {
    let blank = RollRow::default();
    let mut rows: Vec<&RollRow> = paper.rows.iter().collect();
    rows.extend(std::iter::repeat_n(&blank, paper.blank_row_count));
    if rows.is_empty() {
        rows.push(&blank);
    }
    rows.chunks(ROWS_PER_SHEET)
        .enumerate()
        .map(|(index, chunk)| Ok(sheet(paper, index, chunk)?.into_value()))
        .collect()
}

fn sheet(paper: &RollPaper, index: usize, rows: &[&RollRow]) -> Result<Dict, DocumentProblem> {
    let code = paper.sheet_code.as_ref().map(|code| format!("{code}/{}", index + 1));
    let qr = code.as_deref().map(qr_svg).transpose()?.map(Bytes::from_string);
    let rows: Array = (index * ROWS_PER_SHEET + 1..)
        .zip(rows)
        .map(|(number, row)| {
            dict! {
                "no" => i64::try_from(number).expect("a roll of people fits into 63 bits"),
                "name" => row.name.as_str(),
                "number" => row.number.as_deref(),
                "sex" => row.sex.as_deref(),
            }
            .into_value()
        })
        .collect();
    Ok(dict! { "code" => code, "qr" => qr, "rows" => rows })
}

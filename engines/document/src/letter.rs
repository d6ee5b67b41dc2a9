// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One official letter for decrees, minutes, inspection reports, hand-over records and notes.
//! The wording of each comes from the stage that writes it.

use chrono::NaiveDate;
use typst::foundations::{Array, Dict, IntoValue, Value, dict};

use crate::paper::texts;
use crate::press::{Job, Template, print};
use crate::{DocumentProblem, Letterhead, Paper, PaperSize, Signer};

/// An official letter.
///
/// # Shape
/// `body`: in reading order. `signers`: one stands right, two side by side, more in pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterPaper {
    /// Who speaks.
    pub letterhead: Letterhead,
    /// As in `Berita Acara Sidang Tim Pengamat Pemasyarakatan`.
    pub title: String,
    /// As in `Nomor W.15.PAS.PAS7-120.PK.01.04.02 Tahun 2026`; may be empty.
    pub number: String,
    /// Above the signatures, as in `Mojokerto, 12 November 2026`; may be empty.
    pub place_date: String,
    /// The text.
    pub body: Vec<Block>,
    /// Who signs; may be empty.
    pub signers: Vec<Signer>,
    /// Small print at the foot of every page; may be empty.
    pub footer: String,
    /// Prints CONTOH across every page.
    pub specimen: bool,
    /// Sheet size.
    pub paper: PaperSize,
    /// The date in the file's metadata.
    pub document_date: NaiveDate,
}

/// A piece of a letter's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading inside the letter.
    Heading(String),
    /// Words set alone in the middle, as `MEMUTUSKAN:` in a decree.
    Centered(String),
    /// Signs that somebody types off: large, apart and framed.
    Code(String),
    /// Plain text.
    Paragraph(String),
    /// A list numbered from one.
    Numbered(Vec<String>),
    /// Label and text side by side: the considerations and dictums of a decree, or the facts of a meeting.
    Labelled(Vec<LabelledText>),
    /// A table; short rows are filled with empty cells.
    Table {
        /// Heads of the columns.
        columns: Vec<String>,
        /// Cells, row by row.
        rows: Vec<Vec<String>>,
    },
    /// Shares as bars, each with its words beside it; the bar itself says nothing that the words do not.
    Bars(Vec<ShareBar>),
    /// Words of somebody, set apart, with who said them.
    Quote {
        /// What was said, without quotation marks.
        words: String,
        /// As in `Wulan Maharani, Kasi Giatja`.
        speaker: String,
    },
    /// Places where photographs will stand, two abreast: drawn people whose faces nobody can see, with captions.
    PhotoPlaces(Vec<String>),
}

/// One bar.
///
/// # Units
/// `percent` is 0 to 100; what is more is drawn as 100.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShareBar {
    /// What it is the share of.
    pub label: String,
    /// As in `120 dari 160 JP`.
    pub words: String,
    /// The length drawn.
    pub percent: u8,
}

/// A label with what belongs to it; several texts under one label become a lettered list (a, b, c).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LabelledText {
    /// As in `Menimbang` or `KESATU`.
    pub label: String,
    /// One text or several.
    pub texts: Vec<String>,
}

/// Prints an official letter.
///
/// # Errors
/// [`DocumentProblem`] where the title is empty, a table row has too many cells, or a character cannot be printed.
pub fn render_letter(paper: &LetterPaper) -> Result<Paper, DocumentProblem> {
    if paper.title.trim().is_empty() {
        return Err(DocumentProblem::Empty { parts: vec!["title"] });
    }
    let body = paper.body.iter().map(block).collect::<Result<Array, _>>()?;
    let values = dict! {
        "letterhead" => paper.letterhead.to_dict(),
        "title" => paper.title.as_str(),
        "number" => paper.number.as_str(),
        "place_date" => paper.place_date.as_str(),
        "body" => body,
        "signers" => paper.signers.iter().map(|signer| signer.to_dict().into_value()).collect::<Array>(),
        "footer" => paper.footer.as_str(),
        "specimen" => paper.specimen,
        "paper" => paper.paper,
    };
    print(Job {
        template: Template::Letter,
        values,
        identity: format!("letter {} {}", paper.title, paper.number),
        document_date: paper.document_date,
    })
}

fn block(block: &Block) -> Result<Value, DocumentProblem> {
    Ok(match block {
        Block::Heading(text) => kind("heading", text.as_str()),
        Block::Centered(text) => kind("centered", text.as_str()),
        Block::Code(text) => kind("code", text.as_str()),
        Block::Paragraph(text) => kind("paragraph", text.as_str()),
        Block::Numbered(items) => kind("numbered", texts(items)),
        Block::Labelled(entries) => kind("labelled", entries.iter().map(labelled).collect::<Array>()),
        Block::Table { columns, rows } => kind("table", table(columns, rows)?),
        Block::Bars(bars) => kind("bars", bars.iter().map(bar).collect::<Array>()),
        Block::Quote { words, speaker } => {
            kind("quote", dict! { "words" => words.as_str(), "speaker" => speaker.as_str() })
        }
        Block::PhotoPlaces(captions) => kind("photos", texts(captions)),
    }
    .into_value())
}

fn kind(kind: &str, content: impl IntoValue) -> Dict {
    dict! { "kind" => kind, "content" => content }
}

fn labelled(entry: &LabelledText) -> Value {
    dict! { "label" => entry.label.as_str(), "texts" => texts(&entry.texts) }.into_value()
}

fn bar(bar: &ShareBar) -> Value {
    let percent = i64::from(bar.percent.min(100));
    dict! { "label" => bar.label.as_str(), "words" => bar.words.as_str(), "percent" => percent }.into_value()
}

fn table(columns: &[String], rows: &[Vec<String>]) -> Result<Dict, DocumentProblem> {
    let mut cells = Array::new();
    for (index, row) in rows.iter().enumerate() {
        if row.len() > columns.len() {
            return Err(DocumentProblem::TooManyCells {
                row_number: index + 1,
                cell_count: row.len(),
                column_count: columns.len(),
            });
        }
        let mut filled = row.clone();
        filled.resize(columns.len(), String::new());
        cells.push(texts(&filled).into_value());
    }
    Ok(dict! { "columns" => texts(columns), "rows" => cells })
}

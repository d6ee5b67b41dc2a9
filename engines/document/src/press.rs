// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Runs typst over an embedded template and a dictionary of values. It offers no file but these, no clock and no packages.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::fonts::{BOOK, FONTS, refuse_unprintable};
use crate::{DocumentProblem, Paper};

/// How many documents a cached layout may go unused before it is dropped.
const CACHE_AGE_DOCUMENTS: usize = 10;

#[derive(Debug, Clone, Copy)]
pub(crate) enum Template {
    Certificate = 0,
    Roll = 1,
    Letter = 2,
}

static SOURCES: LazyLock<[Source; 4]> = LazyLock::new(|| {
    [
        ("certificate.typ", include_str!("../templates/certificate.typ")),
        ("roll.typ", include_str!("../templates/roll.typ")),
        ("letter.typ", include_str!("../templates/letter.typ")),
        ("common.typ", include_str!("../templates/common.typ")),
    ]
    .map(|(name, text)| Source::new(id(name), text.to_owned()))
});

/// One thing to print: which template, which values, and what makes the file this file and no other.
pub(crate) struct Job {
    pub(crate) template: Template,
    /// Reaches the template as the file `values` in CBOR, so that no user text is ever read as markup. Not as `sys.inputs`: those
    /// are a part of the library, and what was set with another library is not used again.
    pub(crate) values: Dict,
    /// Stable identity of the document, hashed into the file's identifier.
    pub(crate) identity: String,
    pub(crate) document_date: NaiveDate,
}

/// Sets the pages and writes the archive file.
pub(crate) fn print(job: Job) -> Result<Paper, DocumentProblem> {
    refuse_unprintable(&job.values)?;
    let options = pdf_options(job.identity, job.document_date)?;
    let world = Press { values: encoded(&job.values)?, main: SOURCES[job.template as usize].id() };
    let result = set_and_export(&world, &options);
    typst::comemo::evict(CACHE_AGE_DOCUMENTS);
    result
}

fn set_and_export(world: &Press, options: &PdfOptions) -> Result<Paper, DocumentProblem> {
    let document: PagedDocument =
        typst::compile(world).output.map_err(|errors| world.typesetting(&errors))?;
    let pdf = typst_pdf::pdf(&document, options).map_err(|errors| world.typesetting(&errors))?;
    Ok(Paper { pdf, pages: document.pages().len() })
}

fn encoded(values: &Dict) -> Result<Bytes, DocumentProblem> {
    let mut cbor = Vec::new();
    ciborium::into_writer(values, &mut cbor)
        .map_err(|fault| DocumentProblem::Typesetting { reason: format!("the values: {fault}") })?;
    Ok(Bytes::new(cbor))
}

fn pdf_options(identity: String, date: NaiveDate) -> Result<PdfOptions, DocumentProblem> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .expect("PDF/A-3a and PDF/UA-1 share PDF 1.7, so they go into one file");
    let month = u8::try_from(date.month()).expect("a month is at most 12");
    let day = u8::try_from(date.day()).expect("a day is at most 31");
    let midnight = Datetime::from_ymd_hms(date.year(), month, day, 0, 0, 0)
        .ok_or_else(|| DocumentProblem::Typesetting { reason: format!("the date {date} is out of range") })?;
    Ok(PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(None),
        timestamp: Some(Timestamp::new_utc(midnight)),
        standards,
        ..PdfOptions::default()
    })
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static VALUES: LazyLock<FileId> = LazyLock::new(|| id("values"));

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the press asks for plain file names");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

/// The whole world of a template: the standard library, the embedded fonts, the four templates and the values.
struct Press {
    values: Bytes,
    main: FileId,
}

impl Press {
    fn typesetting(&self, errors: &[SourceDiagnostic]) -> DocumentProblem {
        let messages: Vec<String> =
            errors.iter().map(|error| format!("{}{}", self.place(error), error.message)).collect();
        DocumentProblem::Typesetting { reason: messages.join("; ") }
    }

    /// Where in a template the error sits; errors of the export have no place.
    fn place(&self, error: &SourceDiagnostic) -> String {
        let found = || {
            let source = self.source(error.span.id()?).ok()?;
            let line = source.lines().byte_to_line(self.range(error.span)?.start)?;
            Some(format!("{} line {}: ", source.id().vpath().get_without_slash(), line + 1))
        };
        found().unwrap_or_default()
    }
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *VALUES { Ok(self.values.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

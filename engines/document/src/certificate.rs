// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The certificate: two landscape pages in the issuer's own voice, with the signed credential attached.
//! Whether the holder has earned it is decided elsewhere.

use chrono::NaiveDate;
use typst::foundations::{Array, Bytes, Dict, IntoValue, dict};

use crate::paper::texts;
use crate::press::{Job, Template, print};
use crate::qr::qr_svg;
use crate::{DocumentProblem, Paper};

/// Everything a certificate shows. It has the same parts for every learner of an issuer.
///
/// # Shape
/// `units`: in the order of the programme; up to about 24 fit on the second page, more go on to a third.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificatePaper {
    /// As in `Sertifikat Keahlian`.
    pub kind_title_id: String,
    /// As in `Certificate of Skills`.
    pub kind_title_en: String,
    /// The body that issues, set in bold at the top.
    pub issuer_name: String,
    /// What stands under its name: the office above, the address.
    pub issuer_lines: Vec<String>,
    /// The holder's full name.
    pub learner_name: String,
    /// Place and date of birth in Indonesian, as in `Jombang, 19 Agustus 1995`.
    pub birth: Option<String>,
    /// The programme in Indonesian.
    pub programme_id: String,
    /// The programme in English.
    pub programme_en: String,
    /// The sentence after the name, as in `telah menyelesaikan pelatihan 136 jam pelajaran dan dinyatakan kompeten.`
    pub statement_id: String,
    /// The same sentence in English.
    pub statement_en: String,
    /// Of a paper that is a letter and no certificate: what it is not, in Indonesian and in English. It looks different, too.
    pub letter: Option<(String, String)>,
    /// What was learned, unit by unit; may be empty.
    pub units: Vec<PaperUnit>,
    /// Sum of the training hours.
    ///
    /// # Units
    /// JP, of 45 minutes.
    pub total_jp: Option<i32>,
    /// The certificate's number, as printed and as typed on the check page.
    pub number: String,
    /// City where it was issued.
    pub place: String,
    /// As in `14 September 2026`.
    pub issued_on_id: String,
    /// As in `14 September 2026`, in English.
    pub issued_on_en: String,
    /// Last day of validity in Indonesian; none means without end.
    pub valid_until_id: Option<String>,
    /// Last day of validity in English.
    pub valid_until_en: Option<String>,
    /// Who signs, with titles.
    pub signer_name: String,
    /// The signer's post.
    pub signer_post: String,
    /// The address in the QR code.
    pub qr_url: String,
    /// The signed text in the second QR code, for readers without a network.
    pub offline_code: String,
    /// The signed credential, attached to the file as it is.
    pub credential_json: Vec<u8>,
    /// File name of the attachment, as in `sertifikat.json`.
    pub attachment_name: String,
    /// Prints CONTOH across every page.
    pub specimen: bool,
    /// The date in the file's metadata; the only date the file carries apart from its text.
    pub document_date: NaiveDate,
}

/// One line of the list of units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperUnit {
    /// The code in the standard, where there is one.
    pub code: Option<String>,
    /// The unit's title.
    pub title: String,
    /// Training hours of 45 minutes.
    pub jp: Option<i32>,
    /// As in `Kompeten`.
    pub result: Option<String>,
}

impl PaperUnit {
    fn to_dict(&self) -> Dict {
        dict! {
            "code" => self.code.as_deref(),
            "title" => self.title.as_str(),
            "jp" => self.jp.map(i64::from),
            "result" => self.result.as_deref(),
        }
    }
}

/// One in Indonesian and one in English; a long list of units goes on to a third.
const USUAL_PAGES: usize = 2;

/// Prints a certificate with its credential attached.
///
/// # Errors
/// [`DocumentProblem`] where the name, the number or the title is empty, a character cannot be printed, or the address does
/// not fit into a QR code.
pub fn render_certificate(paper: &CertificatePaper) -> Result<Paper, DocumentProblem> {
    refuse_empty(paper)?;
    let mut values = words(paper);
    values.insert("qr".into(), Bytes::from_string(qr_svg(&paper.qr_url)?).into_value());
    values.insert("offline_qr".into(), Bytes::from_string(qr_svg(&paper.offline_code)?).into_value());
    values.insert("credential".into(), Bytes::new(paper.credential_json.clone()).into_value());
    let printed = |pages: usize| {
        let mut values = values.clone();
        values.insert("pages".into(), pages.into_value());
        print(Job {
            template: Template::Certificate,
            values,
            identity: format!("certificate {}", paper.number),
            document_date: paper.document_date,
        })
    };
    // Told beforehand, the pages are set once; counted by typst, they are set twice each time.
    let printed_once = printed(USUAL_PAGES)?;
    if printed_once.pages == USUAL_PAGES { Ok(printed_once) } else { printed(printed_once.pages) }
}

fn refuse_empty(paper: &CertificatePaper) -> Result<(), DocumentProblem> {
    let needed = [
        ("kind_title_id", &paper.kind_title_id),
        ("issuer_name", &paper.issuer_name),
        ("learner_name", &paper.learner_name),
        ("number", &paper.number),
        ("qr_url", &paper.qr_url),
        ("offline_code", &paper.offline_code),
        ("attachment_name", &paper.attachment_name),
    ];
    let parts: Vec<&str> =
        needed.iter().filter(|(_, text)| text.trim().is_empty()).map(|(name, _)| *name).collect();
    if parts.is_empty() { Ok(()) } else { Err(DocumentProblem::Empty { parts }) }
}

fn words(paper: &CertificatePaper) -> Dict {
    dict! {
        "kind_id" => paper.kind_title_id.as_str(),
        "kind_en" => paper.kind_title_en.as_str(),
        "issuer" => paper.issuer_name.as_str(),
        "issuer_lines" => texts(&paper.issuer_lines),
        "learner" => paper.learner_name.as_str(),
        "birth" => paper.birth.as_deref(),
        "programme_id" => paper.programme_id.as_str(),
        "programme_en" => paper.programme_en.as_str(),
        "statement_id" => paper.statement_id.as_str(),
        "statement_en" => paper.statement_en.as_str(),
        "letter_id" => paper.letter.as_ref().map(|(id, _)| id.as_str()),
        "letter_en" => paper.letter.as_ref().map(|(_, en)| en.as_str()),
        "units" => paper.units.iter().map(|unit| unit.to_dict().into_value()).collect::<Array>(),
        "total_jp" => paper.total_jp.map(i64::from),
        "number" => paper.number.as_str(),
        "place" => paper.place.as_str(),
        "issued_id" => paper.issued_on_id.as_str(),
        "issued_en" => paper.issued_on_en.as_str(),
        "until_id" => paper.valid_until_id.as_deref(),
        "until_en" => paper.valid_until_en.as_deref(),
        "signer" => paper.signer_name.as_str(),
        "post" => paper.signer_post.as_str(),
        "url" => paper.qr_url.as_str(),
        "check_host" => check_host(&paper.qr_url),
        "attachment_name" => paper.attachment_name.as_str(),
        "specimen" => paper.specimen,
    }
}

/// The host a reader may type by hand; nothing where the code holds no web address.
fn check_host(url: &str) -> Option<&str> {
    url.strip_prefix("https://")?.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}

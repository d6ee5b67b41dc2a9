// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a file is not relied on: one cause, one sentence, one next step, in both languages.

use chrono::NaiveDate;
use kernel::Lang;

/// One reason, named precisely enough to act on. Quoted text comes from the file and is untrusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Where the text stops being JSON, counted from 1.
    NotJson {
        line: usize,
        column: usize,
    },
    NotACredential,
    NotACode,
    NotARegister,
    NotASelection,
    /// What of a file with chosen facts does not fit together; a claim, a digest or a disclosure.
    SelectionBroken(String),
    NotPdf,
    PdfEncrypted,
    AttachmentMissing,
    AttachmentsDiffer,
    AttachmentTooLarge,
    DuplicateMember(String),
    UnknownContext(String),
    UnknownType,
    ContextsDiffer,
    ProofMissing,
    ProofNotSingle,
    UnknownSuite(String),
    WrongPurpose(String),
    KeyUnreadable(String),
    SignerNotIssuer,
    IssuerUnknown(String),
    /// Since when nothing counts that the key signed and nobody recorded.
    KeyRetired(NaiveDate),
    ProofValueUnreadable,
    SignatureMismatch,
    /// The path of a field a genuine signature covers but this reader does not find.
    FieldMissing(String),
    NotYetValid(NaiveDate),
    /// The last day it held.
    Expired(NaiveDate),
}

impl Cause {
    /// Stays the same in every version and language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not-json",
            Self::NotACredential => "not-a-credential",
            Self::NotACode => "not-a-code",
            Self::NotARegister => "not-a-register",
            Self::NotASelection => "not-a-selection",
            Self::SelectionBroken(_) => "selection-broken",
            Self::NotPdf => "not-pdf",
            Self::PdfEncrypted => "pdf-encrypted",
            Self::AttachmentMissing => "attachment-missing",
            Self::AttachmentsDiffer => "attachments-differ",
            Self::AttachmentTooLarge => "attachment-too-large",
            Self::DuplicateMember(_) => "duplicate-member",
            Self::UnknownContext(_) => "unknown-context",
            Self::UnknownType => "unknown-type",
            Self::ContextsDiffer => "contexts-differ",
            Self::ProofMissing => "proof-missing",
            Self::ProofNotSingle => "proof-not-single",
            Self::UnknownSuite(_) => "unknown-suite",
            Self::WrongPurpose(_) => "wrong-purpose",
            Self::KeyUnreadable(_) => "key-unreadable",
            Self::SignerNotIssuer => "signer-not-issuer",
            Self::IssuerUnknown(_) => "issuer-unknown",
            Self::KeyRetired(_) => "key-retired",
            Self::ProofValueUnreadable => "proof-value-unreadable",
            Self::SignatureMismatch => "signature-mismatch",
            Self::FieldMissing(_) => "field-missing",
            Self::NotYetValid(_) => "not-yet-valid",
            Self::Expired(_) => "expired",
        }
    }

    /// What is wrong, in one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.indonesian(),
            Lang::En => self.english(),
        }
    }

    /// What the reader can do about it, in one sentence.
    pub fn next_step(&self, lang: Lang) -> &'static str {
        let (indonesian, english) = self.next_steps();
        match lang {
            Lang::Id => indonesian,
            Lang::En => english,
        }
    }

    fn indonesian(&self) -> String {
        match self {
            Self::NotJson { line, column } => {
                format!("Berkas ini bukan JSON yang utuh: terputus di baris {line}, kolom {column}.")
            }
            Self::NotACredential => "Berkas ini bukan sertifikat digital.".into(),
            Self::NotACode => "Ini bukan kode sertifikat, atau kodenya tidak terbaca utuh.".into(),
            Self::NotARegister => "Berkas ini bukan daftar penerbit untuk pemeriksaan tanpa jaringan.".into(),
            Self::NotASelection => "Berkas ini bukan sertifikat dengan fakta pilihan (SD-JWT).".into(),
            Self::SelectionBroken(place) => {
                format!("Fakta yang dipilih tidak cocok dengan sertifikatnya: {}.", clip(place))
            }
            Self::NotPdf => "PDF ini rusak dan tidak dapat dibaca.".into(),
            Self::PdfEncrypted => "PDF ini dikunci dengan kata sandi.".into(),
            Self::AttachmentMissing => "PDF ini tidak memuat berkas sertifikat digital.".into(),
            Self::AttachmentsDiffer => "PDF ini memuat lebih dari satu sertifikat yang berbeda.".into(),
            Self::AttachmentTooLarge => {
                "Lampiran di dalam PDF ini terlalu besar untuk sebuah sertifikat.".into()
            }
            Self::DuplicateMember(name) => {
                format!("Bagian \"{}\" tertulis dua kali, sehingga isinya tidak pasti.", clip(name))
            }
            Self::UnknownContext(name) => format!("Konteks \"{}\" tidak dikenal.", clip(name)),
            Self::UnknownType => "Jenis dokumen ini bukan sertifikat Open Badges.".into(),
            Self::ContextsDiffer => "Konteks dokumen berbeda dengan konteks yang ditandatangani.".into(),
            Self::ProofMissing => "Sertifikat ini tidak ditandatangani.".into(),
            Self::ProofNotSingle => {
                "Tanda tangan sertifikat ini kurang atau lebih dari yang seharusnya.".into()
            }
            Self::UnknownSuite(name) => format!("Cara tanda tangan \"{}\" tidak dikenal.", clip(name)),
            Self::WrongPurpose(name) => {
                format!("Tanda tangan ini dibuat untuk keperluan lain: \"{}\".", clip(name))
            }
            Self::KeyUnreadable(name) => format!("Kunci penerbit \"{}\" tidak dapat dibaca.", clip(name)),
            Self::SignerNotIssuer => "Penanda tangan bukan penerbit yang tertulis di sertifikat.".into(),
            Self::IssuerUnknown(did) => {
                format!("Kunci penerbit {} tidak ada di daftar penerbit tepercaya.", clip(did))
            }
            Self::KeyRetired(since) => format!(
                "Kunci penerbit ini ditarik sejak {since}, dan berkas ini tidak sama dengan yang tercatat terbit."
            ),
            Self::ProofValueUnreadable => "Tanda tangan tidak dapat dibaca.".into(),
            Self::SignatureMismatch => {
                "Tanda tangan tidak cocok dengan isi: sertifikat berubah setelah diterbitkan.".into()
            }
            Self::FieldMissing(path) => {
                format!("Tanda tangan cocok, tetapi bagian {} tidak ada atau tidak terbaca.", clip(path))
            }
            Self::NotYetValid(day) => format!("Sertifikat ini baru berlaku mulai {day}."),
            Self::Expired(day) => format!("Masa berlaku sertifikat ini berakhir pada {day}."),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NotJson { line, column } => {
                format!("This file is not complete JSON: it breaks at line {line}, column {column}.")
            }
            Self::NotACredential => "This file is not a digital certificate.".into(),
            Self::NotACode => "This is not the code of a certificate, or it was not read whole.".into(),
            Self::NotARegister => "This file is not the register for checks without a network.".into(),
            Self::NotASelection => "This file is not a certificate with chosen facts (SD-JWT).".into(),
            Self::SelectionBroken(place) => {
                format!("The chosen facts do not fit their certificate: {}.", clip(place))
            }
            Self::NotPdf => "This PDF is damaged and cannot be read.".into(),
            Self::PdfEncrypted => "This PDF is locked with a password.".into(),
            Self::AttachmentMissing => "This PDF holds no digital certificate file.".into(),
            Self::AttachmentsDiffer => "This PDF holds more than one certificate, and they differ.".into(),
            Self::AttachmentTooLarge => "The attachment in this PDF is too large for a certificate.".into(),
            Self::DuplicateMember(name) => {
                format!("The member \"{}\" is written twice, so its content is uncertain.", clip(name))
            }
            Self::UnknownContext(name) => format!("The context \"{}\" is not known.", clip(name)),
            Self::UnknownType => "The type of this document is not an Open Badges certificate.".into(),
            Self::ContextsDiffer => "The document's contexts differ from those that were signed.".into(),
            Self::ProofMissing => "This certificate is not signed.".into(),
            Self::ProofNotSingle => "This certificate holds fewer or more signatures than it should.".into(),
            Self::UnknownSuite(name) => format!("The signature method \"{}\" is not known.", clip(name)),
            Self::WrongPurpose(name) => {
                format!("This signature was made for another purpose: \"{}\".", clip(name))
            }
            Self::KeyUnreadable(name) => format!("The issuer's key \"{}\" cannot be read.", clip(name)),
            Self::SignerNotIssuer => "The signer is not the issuer named in the certificate.".into(),
            Self::IssuerUnknown(did) => {
                format!("The issuer's key {} is not on the list of trusted issuers.", clip(did))
            }
            Self::KeyRetired(since) => format!(
                "This issuer's key was withdrawn from {since} on, and this file is not one that was recorded when issued."
            ),
            Self::ProofValueUnreadable => "The signature cannot be read.".into(),
            Self::SignatureMismatch => {
                "The signature does not match the content: the certificate was changed after it was issued."
                    .into()
            }
            Self::FieldMissing(path) => {
                format!("The signature matches, but the field {} is missing or unreadable.", clip(path))
            }
            Self::NotYetValid(day) => format!("This certificate is valid only from {day}."),
            Self::Expired(day) => format!("This certificate was valid until {day}."),
        }
    }

    fn next_steps(&self) -> (&'static str, &'static str) {
        match self {
            Self::NotJson { .. }
            | Self::NotACredential
            | Self::NotASelection
            | Self::NotPdf
            | Self::AttachmentMissing => (
                "Unggah berkas asli yang Anda terima, berformat PDF atau JSON.",
                "Upload the original file you received, as PDF or JSON.",
            ),
            Self::NotACode => (
                "Pindai lagi kode pada halaman kedua, dengan cahaya yang cukup.",
                "Scan the code on the second page again, in good light.",
            ),
            Self::NotARegister => (
                "Ambil lagi daftarnya dari halaman cek sertifikat.",
                "Fetch the register again from the checking page.",
            ),
            Self::PdfEncrypted => (
                "Buka kuncinya, lalu unggah PDF tanpa kata sandi.",
                "Unlock it, then upload the PDF without a password.",
            ),
            Self::IssuerUnknown(_) => (
                "Tanyakan kepada lembaga penerbit apakah kunci ini miliknya.",
                "Ask the issuing organisation whether this key is its own.",
            ),
            Self::NotYetValid(_) => ("Periksa lagi pada tanggal tersebut.", "Check again on that date."),
            Self::Expired(_) => (
                "Tanyakan perpanjangan atau sertifikasi ulang kepada penerbit.",
                "Ask the issuer about renewal or recertification.",
            ),
            Self::AttachmentsDiffer
            | Self::AttachmentTooLarge
            | Self::SelectionBroken(_)
            | Self::DuplicateMember(_)
            | Self::UnknownContext(_)
            | Self::UnknownType
            | Self::ContextsDiffer
            | Self::ProofMissing
            | Self::ProofNotSingle
            | Self::UnknownSuite(_)
            | Self::WrongPurpose(_)
            | Self::KeyUnreadable(_)
            | Self::SignerNotIssuer
            | Self::KeyRetired(_)
            | Self::ProofValueUnreadable
            | Self::SignatureMismatch
            | Self::FieldMissing(_) => (
                "Jangan andalkan berkas ini; mintalah salinan baru kepada penerbit.",
                "Do not rely on this file; ask the issuer for a new copy.",
            ),
        }
    }
}

/// Keeps a sentence a sentence, whatever a stranger wrote into the file.
fn clip(text: &str) -> String {
    const LONGEST: usize = 80;
    let shown: String = text.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    if text.chars().count() > LONGEST { format!("{shown}…") } else { shown }
}

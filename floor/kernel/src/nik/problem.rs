// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a text is no NIK, and how to mend it.

use crate::Lang;
use crate::wording::pick;

/// What is wrong with a written NIK; never holds its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NikProblem {
    Empty,
    NotDigits,
    /// Neither 16 nor 15 digits.
    Length {
        found: usize,
    },
    /// 15 digits, as if a spreadsheet had dropped a zero in front.
    ///
    /// # Source
    /// Kemendagri province codes run from 11 to 96, so no NIK begins with 0 and adding one repairs nothing.
    LostLeadingZero,
    /// Written as `3.51E+15`: most of the digits are gone.
    Rounded,
    /// Serials start at 0001. A spreadsheet keeps 15 digits and may have turned the last into 0.
    SerialZero,
}

impl NikProblem {
    /// The stable code of the problem.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "nik-empty",
            Self::NotDigits => "nik-not-digits",
            Self::Length { .. } => "nik-length",
            Self::LostLeadingZero => "nik-lost-leading-zero",
            Self::Rounded => "nik-rounded",
            Self::SerialZero => "nik-serial-zero",
        }
    }

    /// What is wrong and how to mend it.
    pub fn sentence(self, lang: Lang) -> String {
        let (indonesian, english) = match self {
            Self::Empty => (
                "NIK belum diisi. Isi 16 angka, atau pilih alasan mengapa belum ada.",
                "The NIK is empty. Enter 16 digits, or choose why there is none.",
            ),
            Self::NotDigits => (
                "NIK hanya berisi angka. Salin ulang 16 angka dari KTP atau KK.",
                "A NIK holds digits only. Copy the 16 digits again from the identity or family card.",
            ),
            Self::Length { found } => {
                let indonesian =
                    format!("NIK harus 16 angka, di sini ada {found}. Salin ulang dari KTP atau KK.");
                let english = format!(
                    "A NIK has 16 digits, here are {found}. Copy it again from the identity or family card."
                );
                return pick(lang, indonesian, english);
            }
            Self::LostLeadingZero => (
                "NIK ini 15 angka. Lembar kerja mungkin membuang nol di depan. \
                 Namun, tidak ada NIK yang diawali nol, jadi jangan menambah nol. Salin ulang dari KTP atau KK.",
                "This NIK has 15 digits. A spreadsheet may have dropped a leading zero. \
                 But no NIK begins with zero, so do not add one. Copy it again from the identity or family card.",
            ),
            Self::Rounded => (
                "Lembar kerja telah membulatkan NIK ini. \
                 Ubah kolom menjadi teks, lalu salin ulang dari KTP atau KK.",
                "A spreadsheet has rounded this NIK. \
                 Set the column to text, then copy it again from the identity or family card.",
            ),
            Self::SerialZero => (
                "NIK tidak pernah berakhir 0000. Lembar kerja mungkin membulatkannya. Salin ulang dari KTP atau KK.",
                "No NIK ends in 0000. A spreadsheet may have rounded it. \
                 Copy it again from the identity or family card.",
            ),
        };
        pick(lang, indonesian, english).to_owned()
    }
}

impl std::fmt::Display for NikProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for NikProblem {}

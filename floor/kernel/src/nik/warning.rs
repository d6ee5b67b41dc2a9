// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What about a NIK deserves a second look without stopping anybody.

use crate::Lang;
use crate::wording::pick;

/// Something in a well-formed NIK that does not fit; registries do issue such numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NikWarning {
    /// The first four digits name no district of today's list; districts have been split and renumbered.
    UnknownArea,
    /// The digits of birth form no day.
    ImpossibleDate,
    /// The digits of birth differ from the recorded birth date.
    BirthDiffers,
    /// The day carries 40 for a man, or does not for a woman.
    SexDiffers,
}

impl NikWarning {
    /// The stable code of the warning.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownArea => "nik-unknown-area",
            Self::ImpossibleDate => "nik-impossible-date",
            Self::BirthDiffers => "nik-birth-differs",
            Self::SexDiffers => "nik-sex-differs",
        }
    }

    /// What does not fit and what to look at.
    pub fn sentence(self, lang: Lang) -> String {
        let (indonesian, english) = match self {
            Self::UnknownArea => (
                "Kode wilayah pada NIK tidak ada di daftar kini. Periksa empat angka pertama.",
                "The area code of the NIK is not in today's list. Check its first four digits.",
            ),
            Self::ImpossibleDate => (
                "Tanggal lahir di dalam NIK tidak mungkin ada. Periksa angka ketujuh sampai kedua belas.",
                "The birth date inside the NIK cannot exist. Check its seventh to twelfth digits.",
            ),
            Self::BirthDiffers => (
                "Tanggal lahir berbeda dari yang ada di dalam NIK. Periksa keduanya pada KTP.",
                "The birth date differs from the one inside the NIK. Check both on the identity card.",
            ),
            Self::SexDiffers => (
                "Jenis kelamin berbeda dari yang ada di dalam NIK. Periksa keduanya pada KTP.",
                "The sex differs from the one inside the NIK. Check both on the identity card.",
            ),
        };
        pick(lang, indonesian, english).to_owned()
    }
}

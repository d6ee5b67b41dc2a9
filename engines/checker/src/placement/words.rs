// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The sentences of a misplacement in both languages: what, where, and how to mend it. Who is kept apart from whom is
//! never said here.

use super::finding::Misplacement;
use kernel::Lang;

/// How people, batches and shares are called where the sentence will be read.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub person: &'a dyn Fn(u32) -> String,
    pub batch: &'a dyn Fn(u32) -> String,
    /// The group of a share, as in "at least three of …".
    pub group: &'a dyn Fn(u32) -> String,
}

impl Names<'_> {
    fn person(&self, number: u32) -> String {
        (self.person)(number)
    }

    fn batch(&self, number: u32) -> String {
        (self.batch)(number)
    }

    fn batches(&self, numbers: &[u32]) -> String {
        let names: Vec<String> = numbers.iter().map(|number| self.batch(*number)).collect();
        names.join(", ")
    }
}

impl Misplacement {
    /// Says what is wrong, then how to mend it, for the one who decides about the placement.
    pub fn sentence(&self, lang: Lang, names: &Names<'_>) -> String {
        match lang {
            Lang::Id => format!("{} {}", self.what_id(names), self.mend_id()),
            Lang::En => format!("{} {}", self.what_en(names), self.mend_en()),
        }
    }

    fn what_id(&self, names: &Names<'_>) -> String {
        match self {
            Self::TwoSeats { person, batches } => {
                format!(
                    "{} mendapat lebih dari satu kursi: {}.",
                    names.person(*person),
                    names.batches(batches)
                )
            }
            Self::Ineligible { person, batch } => {
                format!("{} belum memenuhi syarat angkatan {}.", names.person(*person), names.batch(*batch))
            }
            Self::OverCapacity { batch, capacity, seated } => {
                format!("Angkatan {} memuat {capacity} peserta, terisi {seated}.", names.batch(*batch))
            }
            Self::UnderMinimum { batch, minimum, seated } => {
                format!(
                    "Angkatan {} butuh paling sedikit {minimum} peserta, terisi {seated}.",
                    names.batch(*batch)
                )
            }
            Self::Together { batch, .. } => {
                format!("Ada dua peserta angkatan {} yang tidak boleh bersama.", names.batch(*batch))
            }
            Self::ShareShort { share, at_least, seated } => {
                let group = (names.group)(*share);
                format!("Paling sedikit {at_least} kursi untuk {group}, terisi {seated}.")
            }
            Self::TooManyOpen { at_most, open, .. } => {
                let open = names.batches(open);
                format!("Angkatan {open} memakai ruang atau instruktur yang sama; dapat dibuka {at_most}.")
            }
            Self::BatchUnknown { person, batch } => {
                format!(
                    "Angkatan {} untuk {} tidak ada dalam daftar.",
                    names.batch(*batch),
                    names.person(*person)
                )
            }
        }
    }

    fn mend_id(&self) -> &'static str {
        match self {
            Self::TwoSeats { .. } => "Pilih satu kursi.",
            Self::Ineligible { .. } => "Pilih angkatan lain atau periksa syaratnya.",
            Self::OverCapacity { .. } => "Pindahkan peserta atau tambah kapasitas.",
            Self::UnderMinimum { .. } => "Tambah peserta atau batalkan angkatan ini.",
            Self::Together { .. } => "Pindahkan salah satu; petugas keamanan dapat melihat siapa.",
            Self::ShareShort { .. } => "Beri kursi kepada anggota kelompok itu.",
            Self::TooManyOpen { .. } => "Tunda salah satu angkatan atau cari ruang dan instruktur lain.",
            Self::BatchUnknown { .. } => "Pilih angkatan dari daftar atau tambahkan angkatan itu.",
        }
    }

    fn what_en(&self, names: &Names<'_>) -> String {
        match self {
            Self::TwoSeats { person, batches } => {
                format!("{} has more than one seat: {}.", names.person(*person), names.batches(batches))
            }
            Self::Ineligible { person, batch } => {
                format!(
                    "{} does not meet the conditions of batch {}.",
                    names.person(*person),
                    names.batch(*batch)
                )
            }
            Self::OverCapacity { batch, capacity, seated } => {
                format!("Batch {} holds {capacity} participants and has {seated}.", names.batch(*batch))
            }
            Self::UnderMinimum { batch, minimum, seated } => {
                format!(
                    "Batch {} needs at least {minimum} participants and has {seated}.",
                    names.batch(*batch)
                )
            }
            Self::Together { batch, .. } => {
                format!("Two participants of batch {} may not be together.", names.batch(*batch))
            }
            Self::ShareShort { share, at_least, seated } => {
                format!("At least {at_least} seats are for {}, {seated} are given.", (names.group)(*share))
            }
            Self::TooManyOpen { at_most, open, .. } => {
                let open = names.batches(open);
                format!("Batches {open} need the same room or instructor; {at_most} can open.")
            }
            Self::BatchUnknown { person, batch } => {
                format!("Batch {} for {} is not in the list.", names.batch(*batch), names.person(*person))
            }
        }
    }

    fn mend_en(&self) -> &'static str {
        match self {
            Self::TwoSeats { .. } => "Choose one seat.",
            Self::Ineligible { .. } => "Choose another batch or look at its conditions.",
            Self::OverCapacity { .. } => "Move participants or add seats.",
            Self::UnderMinimum { .. } => "Add participants or cancel this batch.",
            Self::Together { .. } => "Move one of them; security can see who.",
            Self::ShareShort { .. } => "Give seats to members of that group.",
            Self::TooManyOpen { .. } => "Put one batch off, or find another room and instructor.",
            Self::BatchUnknown { .. } => "Choose a batch from the list or add this one.",
        }
    }
}

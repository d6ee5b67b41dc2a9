// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The closed lists that describe a person. The person itself is kept by the people room.

use crate::wording::coded;

coded! {
    /// The sex printed on the identity card.
    Sex {
        Male = "male", "Laki-laki", "Male";
        Female = "female", "Perempuan", "Female";
    }
}

coded! {
    /// In what relation to the law a person takes part.
    ///
    /// # Source
    /// UU 22/2022, article 1. Former prisoners and ordinary learners are product decisions.
    PersonKind {
        /// Sentenced, in a prison or remand house.
        Convict = "convict", "Narapidana", "Convicted prisoner";
        /// Held before a final sentence; not a warga binaan, and offered chances to develop only.
        RemandDetainee = "remand-detainee", "Tahanan", "Remand detainee";
        /// A sentenced child in a juvenile institution.
        ConvictedChild = "convicted-child", "Anak binaan", "Convicted child";
        /// Living at home under a probation office.
        Client = "client", "Klien", "Probation client";
        /// Fully released; every contact is voluntary.
        Former = "former", "Bebas murni", "Fully released";
        /// An ordinary learner of a training body or school, never in custody.
        Learner = "learner", "Peserta umum", "Ordinary learner";
    }
}

impl PersonKind {
    /// Whether the law counts this person among the warga binaan.
    ///
    /// # Source
    /// UU 22/2022, article 1: narapidana, anak binaan and klien; a tahanan is none.
    pub fn is_warga_binaan(self) -> bool {
        match self {
            Self::Convict | Self::ConvictedChild | Self::Client => true,
            Self::RemandDetainee | Self::Former | Self::Learner => false,
        }
    }

    /// Whether the person lives behind a gate.
    pub fn is_in_custody(self) -> bool {
        match self {
            Self::Convict | Self::RemandDetainee | Self::ConvictedChild => true,
            Self::Client | Self::Former | Self::Learner => false,
        }
    }
}

coded! {
    /// The highest schooling completed; the equivalence packages count as their school.
    Education {
        None = "none", "Belum tamat SD", "No completed schooling";
        Primary = "primary", "SD / Paket A", "Primary school";
        LowerSecondary = "lower-secondary", "SMP / Paket B", "Lower secondary school";
        UpperSecondary = "upper-secondary", "SMA / Paket C", "Upper secondary school";
        Vocational = "vocational", "SMK", "Vocational upper secondary school";
        DiplomaOne = "diploma-1", "Diploma I", "One-year diploma";
        DiplomaTwo = "diploma-2", "Diploma II", "Two-year diploma";
        DiplomaThree = "diploma-3", "Diploma III", "Three-year diploma";
        Bachelor = "bachelor", "Sarjana / Diploma IV", "Bachelor's degree";
        Master = "master", "Magister", "Master's degree";
        Doctor = "doctor", "Doktor", "Doctorate";
    }
}

impl Education {
    /// Whether this schooling meets a programme's minimum; general and vocational upper secondary are equal.
    pub fn meets(self, minimum: Self) -> bool {
        let level = |schooling| {
            if schooling == Self::Vocational { Self::UpperSecondary } else { schooling }
        };
        level(self) >= level(minimum)
    }
}

coded! {
    /// The way by which a person leaves the gate.
    ///
    /// # Source
    /// UU 22/2022, article 10.
    ReleaseKind {
        Parole = "parole", "Pembebasan bersyarat (PB)", "Parole";
        ConditionalLeave = "conditional-leave", "Cuti bersyarat (CB)", "Conditional leave";
        LeaveBeforeRelease = "leave-before-release", "Cuti menjelang bebas (CMB)", "Leave before release";
        Assimilation = "assimilation", "Asimilasi", "Assimilation";
        FullRelease = "full-release", "Bebas murni", "Full release";
        /// A remission whose days reach the end of the sentence, so that the person is free that very day.
        RemissionRelease = "remission-release", "Bebas karena remisi (RU II / RK II)", "Release by remission";
    }
}

impl ReleaseKind {
    /// Whether a probation office goes on with the person after the gate.
    pub fn is_under_guidance(self) -> bool {
        match self {
            Self::Parole | Self::ConditionalLeave | Self::LeaveBeforeRelease | Self::Assimilation => true,
            Self::FullRelease | Self::RemissionRelease => false,
        }
    }
}

coded! {
    /// Why a person is on record without a NIK.
    ///
    /// # Source
    /// Product decision: an empty field must say why, so that somebody can act on it.
    NikMissing {
        NotRecorded = "not-recorded", "Belum direkam dalam data kependudukan", "Not yet in the population register";
        DocumentLost = "document-lost", "Dokumen hilang, NIK belum ditelusuri", "Papers lost, number not yet traced";
        NotVerified = "not-verified", "NIK masih diperiksa Dukcapil", "Number being checked by the civil registry";
        ForeignNational = "foreign-national", "Warga negara asing", "Foreign national";
        NotYetAsked = "not-yet-asked", "Belum ditanyakan", "Not yet asked";
    }
}

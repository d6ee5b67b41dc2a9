// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a person is in her office, as far as rights go. Posts are data; roles are few.

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// A role of an account; one account may hold several.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $name),* }

        impl Role {
            pub const ALL: &'static [Role] = &[$(Role::$name),*];

            /// The word used in `policy.txt` and in the database.
            pub fn code(self) -> &'static str {
                match self { $(Role::$name => $code),* }
            }

            pub fn from_code(code: &str) -> Option<Role> {
                Self::ALL.iter().copied().find(|role| role.code() == code)
            }
        }
    };
}

roles! {
    /// Kalapas, Karutan, Kabapas.
    Head = "head",
    /// Kasi Giatja and staff: plans batches, instructors, attendance.
    Work = "work",
    /// Kasi Binadik, registration, secretary of the hearing.
    Registrar = "registrar",
    /// Ka. KPLP and gate.
    Security = "security",
    /// Pembimbing Kemasyarakatan.
    Counsellor = "counsellor",
    /// Head of a training body or school: Kepala BLK, Kepala SMK, Direktur LPK.
    TrainingHead = "training_head",
    Instructor = "instructor",
    /// Teacher of a school, who also confirms mastery.
    Teacher = "teacher",
    Assessor = "assessor",
    /// Who issues certificates for a school, training body or LSP.
    Certifier = "certifier",
    /// A foundation's mentor.
    Mentor = "mentor",
    /// Officer of a manpower office.
    Labour = "labour",
    Employer = "employer",
    Directorate = "directorate",
    /// Regional office.
    Region = "region",
    /// Looks after accounts and back-ups; sees no person's data.
    Admin = "admin",
}

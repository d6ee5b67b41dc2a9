// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The closed lists of this room, each with the code kept in the database.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $code:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$item_doc])* $item),* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$item),*];
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The code kept in the database and used in words.
            pub fn code(self) -> &'static str {
                match self { $($name::$item => $code),* }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.code() == code)
            }
        }
    )*};
}

codes! {
    /// What a programme leads to, and so what must be true before it is issued.
    CertificateKind {
        /// The completion rule was met.
        Training = "training",
        /// A school's teachers confirmed every skill.
        School = "school",
        /// Every unit of a standard was judged K by an assessor.
        Competence = "competence",
        /// A recorded decision of the provider.
        Acknowledgement = "acknowledgement",
    }

    /// What a module teaches.
    ModuleKind {
        Theory = "theory",
        Practice = "practice",
        SoftSkill = "soft_skill",
        Business = "business",
    }

    /// In what capacity someone teaches.
    InstructorKind {
        Instructor = "instructor",
        /// Of a school; also confirms mastery.
        Teacher = "teacher",
        /// A practitioner; teaches, never judges.
        Guest = "guest",
    }

    /// How a scheme bundles units.
    SchemeKind {
        /// A level of the national framework.
        Kkni = "kkni",
        Occupation = "occupation",
        Cluster = "cluster",
    }

    /// Where an assessor of a scheme may not belong.
    Forbids {
        Nothing = "nothing",
        /// To who trains the batch.
        Provider = "provider",
        ProviderAndHost = "provider_and_host",
    }

    /// The outcome of an inspection.
    Verdict {
        Pass = "pass",
        Fail = "fail",
    }
}

/// A code in the database that this build does not know; the table's CHECK keeps it out.
pub(super) fn unknown(what: &str, code: &str) -> ::store::DbErr {
    ::store::DbErr::Type(format!("unknown {what} `{code}`"))
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One id type per thing, so that a batch id cannot be passed where a person id is wanted.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl $name {
            pub fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map($name)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A prison, probation office, school, training centre, company: any organisation.
    OrganisationId,
    /// Someone who signs in.
    AccountId,
    /// A person in custody, on probation, or an ordinary learner.
    PersonId,
    /// One stay of a person at one office.
    EpisodeId,
    AgreementId,
    MeetingId,
    ObligationId,
    ProgrammeId,
    ModuleId,
    UnitId,
    FacilityId,
    InspectionId,
    InstructorId,
    BatchId,
    /// What a certification body assesses by, under its licence.
    SchemeId,
    ApplicationId,
    HearingId,
    SeatId,
    SessionId,
    AssessmentId,
    /// One person's objection to one verdict.
    AppealId,
    /// What an assessor saw of one person in one unit.
    EvidenceId,
    CertificateId,
    /// A certificate of an outside registry, kept as a copy.
    OutsideCertificateId,
    HandoverId,
    EmployerId,
    VacancyId,
    BusinessId,
    FollowUpId,
    /// One mentor named to one person.
    MentoringId,
    JobId,
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Everything that can be done or seen. Each has its row in `policy.txt`; a test compares the two.

macro_rules! acts {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// One thing that can be done or seen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act { $($name),* }

        impl Act {
            pub const ALL: &'static [Act] = &[$(Act::$name),*];

            /// The word used in `policy.txt`.
            pub fn code(self) -> &'static str {
                match self { $(Act::$name => $code),* }
            }
        }
    };
}

acts! {
    OrganisationRead = "organisation.read",
    OrganisationRegister = "organisation.register",
    AccountRead = "account.read",
    AccountOpen = "account.open",
    AccountClose = "account.close",
    HomeRead = "home.read",
    PublicRead = "public.read",
    PersonList = "person.list",
    PersonRead = "person.read",
    PersonAdmit = "person.admit",
    PersonImport = "person.import",
    PersonRelease = "person.release",
    PersonTransfer = "person.transfer",
    PersonAbsence = "person.absence",
    PersonDeath = "person.death",
    PersonMerge = "person.merge",
    ChangeRead = "change.read",
    ChangeSettle = "change.settle",
    SeeOffence = "see.offence",
    SeeSentence = "see.sentence",
    SeeHealth = "see.health",
    SeeBlock = "see.block",
    SeeKeepApart = "see.keep_apart",
    SeeNik = "see.nik",
    MeetingRead = "meeting.read",
    MeetingRecord = "meeting.record",
    MeetingCloseItem = "meeting.close_item",
    AgreementRead = "agreement.read",
    AgreementDraft = "agreement.draft",
    AgreementAgree = "agreement.agree",
    AgreementSign = "agreement.sign",
    AgreementEnd = "agreement.end",
    ObligationAdd = "obligation.add",
    ObligationDeliver = "obligation.deliver",
    ProgrammeRead = "programme.read",
    ProgrammePropose = "programme.propose",
    ProgrammeCurriculum = "programme.curriculum",
    FacilityRegister = "facility.register",
    FacilityInspect = "facility.inspect",
    FacilityMend = "facility.mend",
    InstructorRegister = "instructor.register",
    BatchRead = "batch.read",
    BatchPlan = "batch.plan",
    BatchReserveAssessment = "batch.reserve_assessment",
    InterestRecord = "interest.record",
    InterestImport = "interest.import",
    ApplicantRead = "applicant.read",
    ApplicantRank = "applicant.rank",
    HearingRecord = "hearing.record",
    DecreeIssue = "decree.issue",
    SeatWithdraw = "seat.withdraw",
    SeatPromote = "seat.promote",
    SeatTakeOver = "seat.take_over",
    PlanRead = "plan.read",
    PlanWindow = "plan.window",
    PlanLay = "plan.lay",
    BatchOpen = "batch.open",
    SessionRead = "session.read",
    SessionHold = "session.hold",
    SessionCancel = "session.cancel",
    SessionCatchUp = "session.catch_up",
    SkillRecord = "skill.record",
    TrainingComplete = "training.complete",
    AssessmentRead = "assessment.read",
    AssessmentDecide = "assessment.decide",
    MasteryConfirm = "mastery.confirm",
    CertificateRead = "certificate.read",
    CertificateIssue = "certificate.issue",
    CertificateHand = "certificate.hand",
    CertificateRevoke = "certificate.revoke",
    HandoverRead = "handover.read",
    HandoverPrepare = "handover.prepare",
    HandoverDecide = "handover.decide",
    LivelihoodRead = "livelihood.read",
    EmployerRegister = "employer.register",
    VacancyRead = "vacancy.read",
    VacancyPost = "vacancy.post",
    ApplicationRefer = "application.refer",
    ApplicationDecide = "application.decide",
    BusinessRecord = "business.record",
    FollowupRecord = "followup.record",
    InsightRead = "insight.read",
    AuditRead = "audit.read",
}

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
    AccountReset = "account.reset",
    AccountRoles = "account.roles",
    AccountOwn = "account.own",
    AccountProtect = "account.protect",
    TokenCreate = "token.create",
    TokenRevoke = "token.revoke",
    HomeRead = "home.read",
    CalendarKeep = "calendar.keep",
    PublicRead = "public.read",
    JobRead = "job.read",
    JobCancel = "job.cancel",
    JobRetry = "job.retry",
    PersonList = "person.list",
    PersonRead = "person.read",
    PersonAdmit = "person.admit",
    PersonImport = "person.import",
    PersonRelease = "person.release",
    PersonKeepApart = "person.keep_apart",
    PersonTransfer = "person.transfer",
    PersonAbsence = "person.absence",
    PersonDeath = "person.death",
    PersonDeathUndo = "person.death_undo",
    PersonCorrectName = "person.correct_name",
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
    BatchTakeOver = "batch.take_over",
    InterestRecord = "interest.record",
    InterestImport = "interest.import",
    ApplicantRead = "applicant.read",
    ApplicantRank = "applicant.rank",
    HearingRecord = "hearing.record",
    DecreeIssue = "decree.issue",
    EnrolmentApprove = "enrolment.approve",
    SeatWithdraw = "seat.withdraw",
    SeatPromote = "seat.promote",
    SeatTakeOver = "seat.take_over",
    PlanRead = "plan.read",
    PlanWindow = "plan.window",
    PlanLay = "plan.lay",
    ProposalRead = "proposal.read",
    ProposalMake = "proposal.make",
    ProposalDecide = "proposal.decide",
    YearRead = "year.read",
    YearMake = "year.make",
    YearDecide = "year.decide",
    YearTie = "year.tie",
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
    AppealLodge = "appeal.lodge",
    AppealAssign = "appeal.assign",
    AppealDecide = "appeal.decide",
    CertificateRead = "certificate.read",
    CertificateIssue = "certificate.issue",
    CertificateAcknowledge = "certificate.acknowledge",
    CertificateReassess = "certificate.reassess",
    CertificateRenewalRule = "certificate.renewal_rule",
    CertificateHand = "certificate.hand",
    CertificatePaper = "certificate.paper",
    CertificateSuspend = "certificate.suspend",
    CertificateRevoke = "certificate.revoke",
    CertificateSigner = "certificate.signer",
    CertificateSigningLimit = "certificate.signing_limit",
    CertificateStopSigning = "certificate.stop_signing",
    CertificateResumeSigning = "certificate.resume_signing",
    CertificateCompromiseKey = "certificate.compromise_key",
    CertificateRetireKey = "certificate.retire_key",
    CertificateTell = "certificate.tell",
    HandoverRead = "handover.read",
    HandoverPrepare = "handover.prepare",
    HandoverDecide = "handover.decide",
    LivelihoodRead = "livelihood.read",
    EmployerRegister = "employer.register",
    VacancyRead = "vacancy.read",
    VacancyPost = "vacancy.post",
    VacancyMatch = "vacancy.match",
    MentorAssign = "mentor.assign",
    MentoringRead = "mentoring.read",
    MentoringNote = "mentoring.note",
    MentoringComplete = "mentoring.complete",
    ApplicationRefer = "application.refer",
    ApplicationDecide = "application.decide",
    ConsentRead = "consent.read",
    ConsentWithdraw = "consent.withdraw",
    BusinessRecord = "business.record",
    FollowupRecord = "followup.record",
    InsightRead = "insight.read",
    ScorecardRead = "scorecard.read",
    ReportRead = "report.read",
    ReportWrite = "report.write",
    ReportRelease = "report.release",
    AuditRead = "audit.read",
}

impl Act {
    /// By the name: `.read` and `.list` change nothing. Sensitive classes are read too, but never by the way.
    pub fn only_reads(self) -> bool {
        self.code().ends_with(".read") || self.code().ends_with(".list")
    }

    /// The act opens a class of sensitive data.
    pub fn is_sensitive(self) -> bool {
        self.code().starts_with("see.")
    }
}

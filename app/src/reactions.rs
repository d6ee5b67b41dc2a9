// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the other rooms do when one has recorded an event, in the same transaction. The one table of its kind: an event
//! that nobody answers says so, and why; a test compares it with the events of all rooms.

mod people;

use std::sync::LazyLock;

use desk::{Halt, React, Reactions, Work};

/// An answer to an event.
#[derive(Clone, Copy)]
pub enum Answer {
    Does(React),
    /// Nobody needs to do anything, because.
    Nothing(&'static str),
}

use Answer::{Does, Nothing};

const A_RECORD: &str = "a record of its own room; later rooms read it as a fact when they need it";
const ENDS_ITSELF: &str = "sign-ins and tokens end in the same transaction, by the room itself";
const GRANTS: &str = "grants are written in the agreement's own transaction, not in answer to it";

/// Event by event.
pub const TABLE: &[(&str, Answer)] = &[
    ("OrganisationRegistered", Nothing(A_RECORD)),
    ("AccountOpened", Nothing(A_RECORD)),
    ("AccountClosed", Nothing(ENDS_ITSELF)),
    ("AccountReset", Nothing(ENDS_ITSELF)),
    ("RolesChanged", Nothing("roles are read anew with every request")),
    ("PasswordChanged", Nothing(ENDS_ITSELF)),
    ("SecondFactorEnrolled", Nothing(A_RECORD)),
    ("SecondFactorRemoved", Nothing(A_RECORD)),
    ("RecoveryCodesMade", Nothing(A_RECORD)),
    ("RecoveryCodeUsed", Nothing("how many are left is counted when the account's page is shown")),
    ("ProofFailed", Nothing("the pause after several is counted by the door, in the same transaction")),
    ("SignInsEnded", Nothing(A_RECORD)),
    ("TokenCreated", Nothing(A_RECORD)),
    ("TokenRevoked", Nothing("a token is looked up with every request")),
    ("JobEnqueued", Nothing("a worker looks into the queue by itself")),
    ("JobCancelled", Nothing("whoever runs the job is told through the queue")),
    ("JobRetried", Nothing("a worker looks into the queue by itself")),
    ("JobFailed", Nothing("an administrator looks at the list and decides")),
    ("PersonAdmitted", Nothing(A_RECORD)),
    ("PeopleImported", Nothing(A_RECORD)),
    ("PeopleKeptApart", Nothing("plans read it when they are made and when they are approved")),
    ("PeopleReunited", Nothing("plans read it when they are made and when they are approved")),
    ("PersonReleased", Does(|work, event| Box::pin(people::released(work, event)))),
    ("ClientReceived", Nothing(A_RECORD)),
    ("PersonTransferred", Does(|work, event| Box::pin(people::moved(work, event)))),
    (
        "NameCorrected",
        Nothing("rooms read the name when they need it; an issuer replaces a certificate by itself"),
    ),
    ("StayNumbered", Nothing(A_RECORD)),
    ("PersonAway", Nothing("the roll reads who is away when it is called")),
    ("PersonReturned", Nothing("the roll reads who is away when it is called")),
    ("PersonDied", Does(|work, event| Box::pin(people::died(work, event)))),
    ("DeathUndone", Does(|work, event| Box::pin(people::death_undone(work, event)))),
    ("PeopleMerged", Does(|work, event| Box::pin(people::merged(work, event)))),
    ("PeopleParted", Nothing("rows of other rooms never left the record they were written under")),
    ("ChangeSettled", Nothing(A_RECORD)),
    ("MeetingRecorded", Nothing(A_RECORD)),
    ("MeetingItemClosed", Nothing(A_RECORD)),
    ("AgreementDrafted", Nothing(A_RECORD)),
    ("AgreementAgreed", Nothing(A_RECORD)),
    ("AgreementSigned", Nothing(GRANTS)),
    ("AgreementInForce", Nothing(GRANTS)),
    (
        "AgreementEnded",
        Nothing(
            "grants end in its own transaction; gate, timetable and the host's first page read its last day",
        ),
    ),
    ("ObligationAdded", Nothing(A_RECORD)),
    ("ObligationDelivered", Nothing(A_RECORD)),
    ("FacilityRegistered", Nothing(A_RECORD)),
    ("FacilityInspected", Nothing("the gate reads the latest verdict when a batch is to be opened")),
    ("FindingMended", Nothing(A_RECORD)),
    ("InstructorRegistered", Nothing(A_RECORD)),
    ("ProgrammeProposed", Nothing(A_RECORD)),
    ("CurriculumSet", Nothing(A_RECORD)),
    ("BatchPlanned", Nothing(A_RECORD)),
    ("AssessmentReserved", Nothing(A_RECORD)),
    (
        "BatchTakenOver",
        Nothing("plan, sessions and rights read the batch's agreement whenever they are asked"),
    ),
    ("SchemeRegistered", Nothing(A_RECORD)),
    ("SchemeLicensed", Nothing("bookings ask for a licence that holds on their day")),
    ("AssessorCertified", Nothing("bookings ask for a certificate that holds on their day")),
    ("InterestRecorded", Nothing(A_RECORD)),
    ("InterestsImported", Nothing(A_RECORD)),
    ("ApplicantsRanked", Nothing("a proposal; the hearing decides")),
    ("AgendaSet", Nothing("the hearing reads the order of the applicants")),
    ("HearingRecorded", Nothing("a recommendation; the decree seats people")),
    ("DecreeIssued", Nothing(A_RECORD)),
    ("SeatLeft", Nothing("whom to take from the reserves is decided by people")),
    ("SeatReturned", Nothing(A_RECORD)),
    ("SeatPromoted", Nothing(A_RECORD)),
    ("SeatTakenOver", Does(|work, event| Box::pin(people::taken_over(work, event)))),
    ("WindowsSet", Nothing(A_RECORD)),
    ("LimitsSet", Nothing("sessions that break them are named as clashes, and the timetable can be mended")),
    ("DayClosed", Nothing("slots on a closed day are named as clashes; people move them")),
    ("DayReopened", Nothing("what was moved off a closed day stays where people put it")),
    ("TimetableLaid", Nothing(A_RECORD)),
    ("AwayNoted", Nothing("sessions in the way are named as clashes, and the timetable can be mended")),
    ("TimetableMended", Nothing("whoever opens the timetable or its calendar sees it as it is now")),
    ("BatchOpened", Nothing(A_RECORD)),
    ("ProposalMade", Nothing("a proposal moves nobody")),
    ("ProposalApproved", Does(|work, event| Box::pin(set_agendas(work, event)))),
    ("ProposalTurnedDown", Nothing("a proposal moves nobody")),
    ("ProposalSearchEnded", Nothing("the search itself keeps what it has")),
    ("YearPlanDrafted", Nothing("a draft binds nothing")),
    ("YearPlanChanged", Nothing("a draft binds nothing")),
    ("YearPlanLaid", Nothing("the head finds it among what waits")),
    ("YearPlanGivenBack", Nothing("whoever prepares it reads why on its page")),
    ("YearPlanApproved", Nothing("batches are planned and opened by people")),
    ("YearBatchTied", Nothing(A_RECORD)),
    ("YearBatchUntied", Nothing(A_RECORD)),
    ("SessionHeld", Nothing(A_RECORD)),
    ("MarksAdded", Nothing(A_RECORD)),
    ("MarkCorrected", Nothing(A_RECORD)),
    ("SessionCancelled", Nothing("what is missed is caught up by a decision, not by itself")),
    ("CaughtUp", Nothing(A_RECORD)),
    ("SkillsRecorded", Nothing(A_RECORD)),
    ("TrainingCompleted", Nothing(A_RECORD)),
    ("CalendarOpened", Nothing(A_RECORD)),
    ("CalendarRevoked", Nothing("a calendar program reads nothing from its next asking on")),
    ("CreditRecognised", Nothing(A_RECORD)),
    ("AssessmentDecided", Nothing(A_RECORD)),
    ("AssessmentRetried", Nothing(A_RECORD)),
    ("MasteryConfirmed", Nothing(A_RECORD)),
    ("UnitsRecognised", Nothing(A_RECORD)),
    ("AppealLodged", Nothing("it waits on the first page of the certification body")),
    ("AppealAssigned", Nothing("it waits on the first page of the one named")),
    ("AppealDecided", Nothing("whether a certificate can be issued is asked of the verdicts in force")),
    (
        "CandidateApplied",
        Nothing("papers that are missing wait on the first page of the office that applied"),
    ),
    ("CandidatePapersCame", Nothing(A_RECORD)),
    ("CandidateSelfAssessed", Nothing(A_RECORD)),
    ("AssessmentAgreed", Nothing("whether somebody agreed is asked when verdicts are given")),
    ("EvidenceRecorded", Nothing("whether a K is borne is asked when it is given")),
    ("AdjustmentRecorded", Nothing(A_RECORD)),
    ("ModerationDrawn", Nothing("it waits on the first page of the certification body")),
    ("ModerationSentBack", Nothing("it waits on the first page of the assessor")),
    ("ModerationAnswered", Nothing("it waits on the first page of the certification body")),
    ("ModerationConfirmed", Nothing("whether a certificate can be issued is asked of the moderations")),
    ("CertificateIssued", Nothing(A_RECORD)),
    ("PaperMoved", Nothing(A_RECORD)),
    ("CertificateHanded", Nothing(A_RECORD)),
    ("CertificateSuspended", Nothing("the public page and the lists read it at once")),
    ("SuspensionLifted", Nothing("the public page and the lists read it at once")),
    (
        "CertificateReplaced",
        Nothing("the public page and the lists read it at once; the new paper waits to be handed over"),
    ),
    (
        "CertificateRevoked",
        Nothing("the public page reads it at once; it waits at the holder's office; a job stays what it is"),
    ),
    ("RevocationTold", Nothing(A_RECORD)),
    ("SelectionSigned", Nothing(A_RECORD)),
    ("ClaimCodeMade", Nothing(A_RECORD)),
    ("CertificateClaimed", Nothing(A_RECORD)),
    ("SigningLimitSet", Nothing("what waits in the background is woken by the room itself")),
    ("SigningStopped", Nothing("the signer asks for the switch each time")),
    ("SigningReleaseAgreed", Nothing("it waits for the second hand on the signer's page")),
    ("KeyCompromiseDeclared", Nothing("signing is stopped in the same transaction, by the room itself")),
    ("KeyRetired", Nothing("the trust list, the register and the public page read the keys each time")),
    ("SigningResumed", Nothing("what waits in the background is woken by the room itself")),
    ("RenewalRuleSet", Nothing("the lists of what runs out ask for the rule each time")),
    ("CertificateReassessed", Nothing("whether a certificate can be renewed is asked of the judgements")),
    (
        "CertificateRenewed",
        Nothing("the old one ends on its own last day; the new paper waits to be handed over"),
    ),
    ("ExpiryTold", Nothing(A_RECORD)),
    ("OutsideCertificateRecorded", Nothing("what another registry issued is kept as a copy")),
    ("OutsideCertificateHanded", Nothing(A_RECORD)),
    ("HandoverPrepared", Nothing(A_RECORD)),
    (
        "HandoverAccepted",
        Nothing("the client's episode is opened in the same transaction by the room itself"),
    ),
    ("HandoverReturned", Nothing(A_RECORD)),
    ("HandoverWaits", Nothing(A_RECORD)),
    ("EmployerRegistered", Nothing(A_RECORD)),
    ("VacancyPosted", Nothing(A_RECORD)),
    ("ApplicationReferred", Nothing(A_RECORD)),
    ("ApplicationDecided", Nothing(A_RECORD)),
    ("ApplicationLapsed", Nothing(A_RECORD)),
    ("ApplicationRenewed", Nothing(A_RECORD)),
    (
        "ConsentWithdrawn",
        Nothing(
            "what waits ends in its own transaction; whoever may know a name asks for the consent at once",
        ),
    ),
    ("BusinessRecorded", Nothing(A_RECORD)),
    ("BusinessChanged", Nothing(A_RECORD)),
    ("FollowUpRecorded", Nothing(A_RECORD)),
    ("MentorAssigned", Nothing("the mentor's access is asked anew at each request")),
    ("MentorResumed", Nothing("the mentor's access is asked anew at each request")),
    ("MentorEnded", Nothing("the mentor's access is asked anew at each request")),
    ("MentoringNoted", Nothing(A_RECORD)),
    ("AccompanimentConfirmed", Does(|work, event| Box::pin(people::accompanied(work, event)))),
    ("ReportWritten", Nothing(A_RECORD)),
    ("ReportRevised", Nothing(A_RECORD)),
    ("ReportReleased", Nothing("whom to send it to is decided by people")),
];

/// The reactions alone, as the desk wants them.
pub fn reactions() -> Reactions {
    static REACTIONS: LazyLock<Vec<(&str, React)>> = LazyLock::new(|| {
        let does = |(kind, answer): &(&'static str, Answer)| match answer {
            Does(react) => Some((*kind, *react)),
            Nothing(_) => None,
        };
        TABLE.iter().filter_map(does).collect()
    });
    &REACTIONS
}

/// The seats of an approved plan become the agenda of each batch's hearing; the decree alone seats people.
async fn set_agendas(work: &mut Work<'_>, event: &audit::Event) -> Result<(), Halt> {
    for agenda in planning::facts::agendas(&work.tx, event.object.id).await? {
        enrolment::commands::set_agenda(work, agenda.batch, &agenda.order, &agenda.elsewhere).await?;
    }
    Ok(())
}

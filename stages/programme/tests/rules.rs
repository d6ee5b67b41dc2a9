// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Each rule broken alone, and what must pass.

use desk::FieldProblem;
use kernel::day::Day;
use kernel::id::{AccountId, AgreementId, BatchId, FacilityId, InstructorId, OrganisationId, ProgrammeId};
use partnership::facts::{AgreementFact, AgreementKind, AgreementState, PartyFact, PartyRole};
use programme::facts::{
    BatchFact, CertificateKind, FacilityFact, InstructorFact, InstructorKind, ProgrammeFact,
};
use programme::rules::{self, Account, Booking, Party, Plan, Proposal, Takeover};
use uuid::Uuid;

const HOST: OrganisationId = OrganisationId(Uuid::from_u128(1));
const BLK: OrganisationId = OrganisationId(Uuid::from_u128(2));
const LSP: OrganisationId = OrganisationId(Uuid::from_u128(3));
const STRANGER: OrganisationId = OrganisationId(Uuid::from_u128(4));
const ASSESSOR: AccountId = AccountId(Uuid::from_u128(5));

fn day(month: u32, of_month: u32) -> Day {
    Day::from_ymd_opt(2026, month, of_month).expect("a day of the calendar")
}

fn agreement() -> AgreementFact {
    let party = |organisation, role| PartyFact {
        organisation,
        code: String::new(),
        name: String::new(),
        role,
        agreed_on: Some(day(1, 5)),
        number: Some("1".to_owned()),
        signer: None,
        signer_post: None,
        signed_on: Some(day(1, 8)),
    };
    AgreementFact {
        id: AgreementId(Uuid::from_u128(10)),
        code: "PKS-1".to_owned(),
        title: "Las".to_owned(),
        kind: AgreementKind::Pks,
        host: HOST,
        fields: Vec::new(),
        places: Vec::new(),
        starts_on: day(1, 8),
        ends_on: day(6, 30),
        state: AgreementState::Signed,
        ended_on: None,
        end_reason: None,
        parties: vec![party(HOST, PartyRole::Host), party(BLK, PartyRole::Trainer)],
    }
}

fn facility(host: OrganisationId) -> FacilityFact {
    let text = |text: &str| text.to_owned();
    FacilityFact {
        id: FacilityId(Uuid::from_u128(11)),
        code: text("B-1"),
        name: text("Bengkel"),
        host,
        place: text("Kotabaru"),
        capacity: 16,
    }
}

fn instructor(organisation: OrganisationId, keeper: OrganisationId, kind: InstructorKind) -> InstructorFact {
    InstructorFact {
        id: InstructorId(Uuid::from_u128(12)),
        code: "I-1".to_owned(),
        name: "Budi".to_owned(),
        organisation,
        keeper,
        account: None,
        kind,
        fields: String::new(),
        comes_from: String::new(),
    }
}

fn shown(problems: Vec<FieldProblem>) -> Vec<String> {
    problems.into_iter().map(|problem| format!("{} {}", problem.field, problem.say.key)).collect()
}

/// A proposal with one thing changed.
fn proposed(change: impl Fn(&mut Proposal<'_>)) -> Vec<String> {
    let agreement = agreement();
    let facility = facility(HOST);
    let mut proposal = Proposal {
        agreement: &agreement,
        provider: BLK,
        issuer: Party { id: BLK, kind: "blk" },
        certificate_kind: CertificateKind::Training,
        standard: None,
        facility: Some(&facility),
        minutes_per_jp: 45,
        completion_percent: 80,
    };
    change(&mut proposal);
    shown(rules::proposal(&proposal, day(1, 10)))
}

#[test]
fn a_proposal_that_is_well_has_no_problem() {
    assert_eq!(proposed(|_| {}), Vec::<String>::new());
}

#[test]
fn each_rule_of_a_proposal_is_told_at_its_field() {
    let foreign = facility(BLK);
    let host = Party { id: HOST, kind: "lapas" };
    assert_eq!(proposed(|it| it.provider = STRANGER), ["provider problem-provider-party"]);
    for (role, problems) in [
        (PartyRole::Mentor, &["provider problem-provider-role"][..]),
        (PartyRole::Certifier, &["provider problem-provider-role"]),
        (PartyRole::LabourOffice, &["provider problem-provider-role"]),
        (PartyRole::Trainer, &[]),
    ] {
        let mut agreement = agreement();
        agreement.parties[1].role = role;
        let proposal = |it: &mut Proposal<'_>| it.agreement = Box::leak(Box::new(agreement.clone()));
        assert_eq!(proposed(proposal), problems, "{role:?}");
    }
    assert_eq!(proposed(|it| it.issuer = host), ["issuer problem-issuer-corrections"]);
    assert_eq!(proposed(|it| it.issuer.id = STRANGER), ["issuer problem-issuer-party"]);
    assert_eq!(proposed(|it| it.minutes_per_jp = 61), ["minutes_per_jp problem-programme-between"]);
    assert_eq!(proposed(|it| it.completion_percent = 49), ["completion_percent problem-programme-between"]);
    let agreement = agreement();
    let problems = proposed(|it| it.certificate_kind = CertificateKind::Competence);
    assert_eq!(problems, ["issuer problem-issuer-competence", "standard problem-standard"]);
    assert_eq!(
        proposed(|it| it.certificate_kind = CertificateKind::School),
        ["issuer problem-issuer-school"]
    );
    let proposal = Proposal {
        agreement: &agreement,
        provider: BLK,
        issuer: Party { id: BLK, kind: "blk" },
        certificate_kind: CertificateKind::Training,
        standard: None,
        facility: Some(&foreign),
        minutes_per_jp: 45,
        completion_percent: 80,
    };
    assert_eq!(shown(rules::proposal(&proposal, day(1, 10))), ["facility problem-facility-host"]);
    let over = shown(rules::proposal(&Proposal { facility: None, ..proposal.clone() }, day(7, 1)));
    assert_eq!(over, ["agreement problem-agreement-over"]);
    let last = shown(rules::proposal(&Proposal { facility: None, ..proposal }, day(6, 30)));
    assert_eq!(last, Vec::<String>::new(), "the last day counts");
}

#[test]
fn who_may_issue_which_certificate() {
    let kinds = ["blk", "lpk", "smk", "lsp", "lapas", "bapas", "yayasan"];
    let may = |certificate_kind, kind: &'static str| {
        let problems = proposed(|it| {
            it.certificate_kind = certificate_kind;
            it.standard = Some("SKKNI 98/2018");
            it.issuer = Party { id: BLK, kind };
        });
        problems.is_empty()
    };
    let all =
        |certificate_kind| kinds.into_iter().filter(|kind| may(certificate_kind, kind)).collect::<Vec<_>>();
    assert_eq!(all(CertificateKind::Competence), ["lsp"]);
    assert_eq!(all(CertificateKind::School), ["smk"]);
    assert_eq!(all(CertificateKind::Training), ["blk", "lpk", "smk", "lsp", "yayasan"]);
    assert_eq!(all(CertificateKind::Acknowledgement), ["yayasan"]);
}

#[test]
fn a_certification_body_need_not_sign_the_agreement() {
    let problems = proposed(|it| {
        it.certificate_kind = CertificateKind::Competence;
        it.standard = Some("SKKNI 98/2018");
        it.issuer = Party { id: LSP, kind: "lsp" };
    });
    assert_eq!(problems, Vec::<String>::new());
    let blank = proposed(|it| {
        it.certificate_kind = CertificateKind::Competence;
        it.standard = Some("  ");
        it.issuer = Party { id: LSP, kind: "lsp" };
    });
    assert_eq!(blank, ["standard problem-standard"]);
}

/// A plan with one thing changed.
fn planned(change: impl Fn(&mut Plan<'_>)) -> Vec<String> {
    let agreement = agreement();
    let facility = facility(HOST);
    let mut plan = Plan {
        agreement: &agreement,
        facility: Some(&facility),
        starts_on: day(2, 9),
        ends_on: day(3, 31),
        seats: 16,
        reserves: 4,
        instructors: &[],
    };
    change(&mut plan);
    shown(rules::plan(&plan))
}

#[test]
fn each_rule_of_a_plan_is_told_at_its_field() {
    let none = Vec::<String>::new();
    assert_eq!(planned(|_| {}), none);
    assert_eq!(
        planned(|it| (it.starts_on, it.ends_on) = (day(1, 8), day(6, 30))),
        none,
        "the whole term may be used"
    );
    assert_eq!(planned(|it| it.starts_on = day(1, 7)), ["starts_on problem-outside-term"]);
    assert_eq!(planned(|it| it.ends_on = day(7, 1)), ["ends_on problem-outside-term"]);
    assert_eq!(planned(|it| it.ends_on = day(2, 8)), ["ends_on problem-days-reversed"]);
    assert_eq!(planned(|it| it.seats = 0), ["seats problem-programme-between"]);
    assert_eq!(planned(|it| it.seats = 17), ["seats problem-seats-capacity"]);
    assert_eq!(planned(|it| (it.seats, it.facility) = (60, None)), none);
    assert_eq!(planned(|it| (it.seats, it.facility) = (61, None)), ["seats problem-programme-between"]);
    assert_eq!(planned(|it| it.reserves = 61), ["reserves problem-programme-between"]);
}

#[test]
fn who_may_be_planned_to_teach() {
    let may = |organisation, keeper, kind| {
        let one = [instructor(organisation, keeper, kind)];
        let agreement = agreement();
        let plan = Plan {
            agreement: &agreement,
            facility: None,
            starts_on: day(2, 9),
            ends_on: day(3, 31),
            seats: 16,
            reserves: 4,
            instructors: &one,
        };
        rules::plan(&plan).is_empty()
    };
    assert!(may(BLK, BLK, InstructorKind::Instructor));
    assert!(may(HOST, HOST, InstructorKind::Instructor));
    assert!(!may(STRANGER, HOST, InstructorKind::Instructor), "only guests come from elsewhere");
    assert!(!may(STRANGER, HOST, InstructorKind::Teacher));
    assert!(may(STRANGER, HOST, InstructorKind::Guest));
    assert!(!may(STRANGER, STRANGER, InstructorKind::Guest));
}

fn batch(kind: CertificateKind) -> BatchFact {
    let agreement = agreement();
    let programme = ProgrammeFact {
        id: ProgrammeId(Uuid::from_u128(20)),
        code: "LAS".to_owned(),
        title_id: "Las".to_owned(),
        title_en: "Welding".to_owned(),
        agreement: agreement.id,
        host: HOST,
        provider: BLK,
        issuer: LSP,
        standard: Some("SKKNI 98/2018".to_owned()),
        certificate_kind: kind,
        minutes_per_jp: 45,
        completion_percent: 80,
        theory_first: true,
        facility: None,
    };
    BatchFact {
        id: BatchId(Uuid::from_u128(21)),
        code: "LAS-1".to_owned(),
        title: "Las 1".to_owned(),
        programme,
        agreement: agreement.id,
        host: HOST,
        provider: BLK,
        starts_on: day(2, 9),
        ends_on: day(3, 31),
        seats: 16,
        reserves: 4,
        budget_line: None,
        assessment: None,
    }
}

/// A booking for one kind of certificate, with one thing changed.
fn booked(kind: CertificateKind, change: impl Fn(&mut Booking<'_>)) -> Vec<String> {
    let (agreement, batch) = (agreement(), batch(kind));
    let account = Account { id: ASSESSOR, organisation: LSP, is_assessor: true };
    let mut booking = Booking {
        batch: &batch,
        agreement: &agreement,
        reserved_on: day(4, 2),
        assessor_organisation: Party { id: LSP, kind: "lsp" },
        account: Some(account),
        assessor_name: "Asesor Contoh",
        instructors: &[],
        elsewhere: None,
    };
    change(&mut booking);
    shown(rules::booking(&booking))
}

#[test]
fn each_rule_of_a_booking_is_told_at_its_field() {
    let competence = CertificateKind::Competence;
    let none = Vec::<String>::new();
    assert_eq!(booked(competence, |_| {}), none);
    assert_eq!(booked(competence, |it| it.reserved_on = day(4, 1)), none);
    assert_eq!(booked(competence, |it| it.reserved_on = day(3, 31)), ["day problem-assessment-early"]);
    assert_eq!(
        booked(competence, |it| it.reserved_on = day(6, 30)),
        none,
        "the last day of the agreement counts"
    );
    assert_eq!(booked(competence, |it| it.reserved_on = day(7, 1)), ["day problem-outside-term"]);
    let blk = |it: &mut Booking<'_>| {
        (it.assessor_organisation, it.account) = (Party { id: BLK, kind: "blk" }, None)
    };
    assert_eq!(booked(competence, blk), ["assessor_organisation problem-assessor-organisation"]);
    assert_eq!(booked(CertificateKind::Training, blk), none);
    let account = |organisation, is_assessor| Some(Account { id: ASSESSOR, organisation, is_assessor });
    assert_eq!(
        booked(competence, |it| it.account = account(BLK, true)),
        ["assessor problem-assessor-account"]
    );
    assert_eq!(booked(competence, |it| it.account = account(LSP, false)), ["assessor problem-assessor-role"]);
    assert_eq!(booked(CertificateKind::School, |it| it.account = account(LSP, false)), none);
    assert_eq!(
        booked(competence, |it| it.elsewhere = Some("LAS-2")),
        ["assessor problem-assessor-elsewhere"]
    );
}

#[test]
fn a_scope_is_read_whole_and_every_bad_line_is_named() {
    let lines = |text: &str| -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(|part| part.trim().to_owned()).collect()).collect()
    };
    let units = lines("U1 | Satu\nU2 | Dua\nU1 | Lagi\nU3");
    let elements = lines("U1 | 1 | Menyiapkan\nU1 | 1 | Lagi\nU9 | 1 | Tiada\nU2 | | Kosong\nU2 | 2");
    let (found, problems) = rules::scheme::scope(&units, &elements);
    assert_eq!(found.iter().map(|unit| unit.elements.len()).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(
        shown(problems),
        [
            "units problem-scheme-twice",
            "units problem-scheme-unit-line",
            "elements problem-scheme-twice",
            "elements problem-scheme-element-unit",
            "elements problem-scheme-element-line",
            "elements problem-scheme-element-line",
        ]
    );
}

#[test]
fn a_guest_of_the_batch_never_assesses_it() {
    let guests = [instructor(HOST, HOST, InstructorKind::Guest)];
    let named = |name: &'static str| {
        let guests = &guests;
        booked(CertificateKind::Training, move |it| {
            (it.assessor_name, it.account) = (name, None);
            it.instructors = Box::leak(Box::new(guests.clone()));
        })
    };
    assert_eq!(named(" budi"), ["assessor_name problem-assessor-guest"]);
    assert_eq!(named("Budiman"), Vec::<String>::new());
}

#[test]
fn nobody_judges_competence_of_those_he_teaches() {
    let teaching =
        [InstructorFact { account: Some(ASSESSOR), ..instructor(BLK, BLK, InstructorKind::Instructor) }];
    let (agreement, batch) = (agreement(), batch(CertificateKind::Competence));
    let school = self::batch(CertificateKind::School);
    let booking = Booking {
        batch: &batch,
        agreement: &agreement,
        reserved_on: day(4, 2),
        assessor_organisation: Party { id: LSP, kind: "lsp" },
        account: Some(Account { id: ASSESSOR, organisation: LSP, is_assessor: true }),
        assessor_name: "Asesor Contoh",
        instructors: &teaching,
        elsewhere: None,
    };
    assert_eq!(shown(rules::booking(&booking)), ["assessor problem-assessor-trains"]);
    let teacher = Booking { batch: &school, ..booking };
    assert_eq!(
        shown(rules::booking(&teacher)),
        Vec::<String>::new(),
        "a school's teachers confirm what they taught"
    );
}

/// A takeover of the welding batch with one thing changed; the first agreement ended on 1 March.
fn taken_over(change: impl Fn(&mut Takeover<'_>, &mut AgreementFact)) -> Vec<String> {
    let (mut before, mut after) = (agreement(), agreement());
    (before.state, before.ended_on) = (AgreementState::Ended, Some(day(3, 1)));
    (after.id, after.starts_on) = (AgreementId(Uuid::from_u128(11)), day(3, 5));
    after.parties.iter_mut().for_each(|party| party.signed_on = Some(day(3, 5)));
    let batch = batch(CertificateKind::Competence);
    let given = Takeover {
        batch: &batch,
        before: &before,
        after: &after,
        provider: BLK,
        issuer: Party { id: LSP, kind: "lsp" },
        since: day(3, 9),
        instructors: &[],
    };
    let mut changed = after.clone();
    let mut takeover = given.clone();
    change(&mut takeover, &mut changed);
    shown(rules::takeover(&Takeover { after: &changed, ..takeover }))
}

#[test]
fn each_rule_of_a_takeover_is_told_at_its_field() {
    assert_eq!(taken_over(|_, _| {}), Vec::<String>::new());
    assert_eq!(taken_over(|it, _| it.since = day(3, 5)), Vec::<String>::new(), "its first day");
    assert_eq!(taken_over(|it, _| it.since = day(3, 4)), ["agreement problem-takeover-signed"]);
    assert_eq!(
        taken_over(|it, _| it.since = day(3, 1)),
        ["agreement problem-takeover-signed", "day problem-takeover-early"],
        "the last day of the one before"
    );
    assert_eq!(taken_over(|it, after| after.id = it.before.id), ["agreement problem-takeover-same"]);
    assert_eq!(taken_over(|_, after| after.host = STRANGER), ["agreement problem-takeover-host"]);
    assert_eq!(taken_over(|_, after| after.ends_on = day(3, 31)), Vec::<String>::new());
    assert_eq!(taken_over(|_, after| after.ends_on = day(3, 30)), ["agreement problem-takeover-short"]);
    assert_eq!(taken_over(|it, _| it.provider = STRANGER), ["provider problem-provider-party"]);
    assert_eq!(
        taken_over(|it, _| it.issuer = Party { id: STRANGER, kind: "smk" }),
        ["agreement problem-issuer-party"]
    );
    let unsigned = taken_over(|_, after| after.parties[0].signed_on = None);
    assert_eq!(unsigned, ["agreement problem-takeover-signed"]);
}

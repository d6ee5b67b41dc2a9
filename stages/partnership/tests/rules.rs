// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of drafts, terms, grants and promises, by tables.

mod bench;

use bench::{BLK, LAPAS, LSP, agreement, day};
use desk::Say;
use kernel::id::OrganisationId;
use kernel::zone::Zone;
use partnership::facts::{
    AgreementFact, AgreementKind, AgreementState, ObligationFact, PartyRole, Progress, Standing,
};
use partnership::rules::{self, DraftParty, DraftTerms};
use uuid::Uuid;

fn draft_party(organisation: OrganisationId, kind: &str, role: PartyRole) -> DraftParty {
    DraftParty { organisation, kind: kind.to_owned(), name: kind.to_owned(), role }
}

fn terms() -> DraftTerms {
    let parties =
        vec![draft_party(LAPAS, "lapas", PartyRole::Host), draft_party(BLK, "blk", PartyRole::Trainer)];
    DraftTerms { kind: AgreementKind::Pks, parties, starts_on: day("20-01-2026"), ends_on: day("31-12-2026") }
}

fn problems(change: impl FnOnce(&mut DraftTerms)) -> Vec<(String, String)> {
    let mut draft = terms();
    change(&mut draft);
    rules::draft_problems(&draft).into_iter().map(|problem| (problem.field, problem.say.key)).collect()
}

fn one(field: &str, key: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), key.to_owned())]
}

/// Signed by all on one day.
fn signed(on: &str) -> AgreementFact {
    let mut fact = agreement();
    fact.state = AgreementState::Signed;
    fact.parties.iter_mut().for_each(|party| party.signed_on = Some(day(on)));
    fact
}

#[test]
fn a_draft_names_one_host_and_each_party_once() {
    assert_eq!(problems(|_| {}), Vec::new());
    let mut second = draft_party(LSP, "lapas", PartyRole::Host);
    assert_eq!(
        problems(|draft| draft.parties.push(second.clone())),
        one("parties", "agreement-problem-second-host")
    );
    second.organisation = BLK;
    assert_eq!(problems(|draft| draft.parties.push(second)), one("parties", "agreement-problem-party-twice"));
    assert_eq!(problems(|draft| draft.parties.truncate(1)), one("parties", "agreement-problem-alone"));
    let all = problems(|draft| {
        draft.parties.truncate(1);
        draft.parties[0].kind = "employer".to_owned();
        draft.ends_on = draft.starts_on;
    });
    assert_eq!(all.len(), 3, "every problem at once: {all:?}");
}

#[test]
fn an_own_decision_has_one_party_that_trains() {
    let own = |kind: &str, partner: bool| {
        problems(|draft| {
            draft.kind = AgreementKind::Own;
            draft.parties[0].kind = kind.to_owned();
            if !partner {
                draft.parties.truncate(1);
            }
        })
    };
    assert_eq!(own("blk", false), Vec::new());
    assert_eq!(own("smk", false), Vec::new());
    assert_eq!(own("blk", true), one("parties", "agreement-problem-own-partner"));
    assert_eq!(own("lapas", false), one("host", "agreement-problem-own-host"));
    assert_eq!(own("bapas", false), one("host", "agreement-problem-own-host"));
}

#[test]
fn a_term_has_at_least_two_days() {
    assert_eq!(problems(|draft| draft.ends_on = draft.starts_on), one("ends_on", "agreement-problem-term"));
    assert_eq!(problems(|draft| draft.ends_on = day("21-01-2026")), Vec::new());
}

#[test]
fn a_host_answers_for_people_or_provides_the_training() {
    for (kind, may) in [
        ("lapas", true),
        ("rutan", true),
        ("lpka", true),
        ("bapas", true),
        ("blk", true),
        ("lpk", true),
        ("smk", true),
        ("kanwil", false),
        ("disnaker", false),
        ("yayasan", false),
        ("lsp", false),
        ("employer", false),
        ("tiada", false),
    ] {
        assert_eq!(rules::may_host(kind), may, "{kind}");
        let found = problems(|draft| draft.parties[0].kind = kind.to_owned());
        assert_eq!(found.is_empty(), may, "{kind}: {found:?}");
    }
}

#[test]
fn a_long_term_and_ordinary_learners_warn() {
    let keys = |draft: &DraftTerms| -> Vec<String> {
        rules::draft_warnings(draft).into_iter().map(|say: Say| say.key).collect()
    };
    let mut draft = terms();
    assert!(keys(&draft).is_empty());
    draft.ends_on = day("19-01-2028");
    assert!(keys(&draft).is_empty(), "24 months to the day, the last one counted");
    draft.ends_on = day("20-01-2028");
    assert_eq!(keys(&draft), ["agreement-warning-long-term"]);
    draft.parties[0].kind = "blk".to_owned();
    assert_eq!(keys(&draft), ["agreement-warning-long-term", "agreement-warning-ordinary-learners"]);
}

#[test]
fn the_host_may_act_for_all_and_a_party_for_itself() {
    assert!(rules::acts_for(Some(BLK), BLK, LAPAS).is_ok());
    assert!(rules::acts_for(Some(LAPAS), BLK, LAPAS).is_ok());
    for actor in [Some(LSP), None] {
        assert_eq!(rules::acts_for(actor, BLK, LAPAS).expect_err("a third").code, "PART-12");
    }
}

#[test]
fn the_last_signature_gives_all_but_the_host_the_days_of_the_host() {
    assert!(rules::grants(&agreement(), Zone::Wib).is_empty(), "nothing while a signature is missing");
    let grants = rules::grants(&signed("02-02-2026"), Zone::Wita);
    let grantees: Vec<_> = grants.iter().map(|grant| (grant.grantee, grant.party_role.as_str())).collect();
    assert_eq!(grantees, [(BLK, "trainer"), (LSP, "certifier")]);
    for grant in &grants {
        assert_eq!(grant.host, LAPAS);
        assert_eq!(grant.from.to_rfc3339(), "2026-02-01T16:00:00+00:00", "00:00 WITA of the last signature");
        assert_eq!(grant.until.to_rfc3339(), "2026-12-31T16:00:00+00:00", "24:00 WITA of the last day");
    }
    let early = rules::grants(&signed("05-01-2026"), Zone::Wib);
    assert_eq!(early[0].from.to_rfc3339(), "2026-01-19T17:00:00+00:00", "00:00 WIB of `starts_on`");
}

#[test]
fn codes_have_one_form() {
    for (text, form) in [
        (" roti-jbr-1 ", Some("ROTI-JBR-1")),
        ("A1", Some("A1")),
        ("A", None),
        ("-AB", None),
        ("AB-", None),
        ("A--B", None),
        ("A B", None),
        ("RAPAT/1", None),
        ("ÄB", None),
        ("", None),
    ] {
        assert_eq!(rules::code_form(text).as_deref(), form, "{text:?}");
    }
    assert!(rules::code_form(&"A".repeat(40)).is_some());
    assert!(rules::code_form(&"A".repeat(41)).is_none());
}

#[test]
fn promises_are_added_to_the_last_day_and_kept_from_the_first() {
    let fact = signed("02-02-2026");
    assert!(rules::may_add_obligation(&agreement(), day("01-01-2026")).is_ok(), "a draft takes promises");
    assert!(rules::may_add_obligation(&fact, day("31-12-2026")).is_ok());
    assert_eq!(rules::may_add_obligation(&fact, day("01-01-2027")).expect_err("over").code, "PART-13");
    assert_eq!(rules::may_deliver(&agreement(), day("20-01-2026")).expect_err("unsigned").code, "PART-14");
    assert_eq!(rules::may_deliver(&fact, day("01-02-2026")).expect_err("before").code, "PART-15");
    assert!(rules::may_deliver(&fact, day("02-02-2026")).is_ok());
    assert!(rules::may_deliver(&fact, day("15-01-2027")).is_ok(), "late is still kept");
}

#[test]
fn standing_follows_from_the_day() {
    let mut fact = agreement();
    assert_eq!(fact.standing(day("01-06-2026")), Standing::Draft);
    fact.state = AgreementState::Agreed;
    assert_eq!(fact.standing(day("01-06-2026")), Standing::Agreed);
    fact.parties[0].signed_on = Some(day("05-01-2026"));
    assert_eq!(fact.standing(day("01-06-2026")), Standing::PartlySigned);
    let mut fact = signed("05-01-2026");
    for (today, standing) in [
        ("19-01-2026", Standing::Signed),
        ("20-01-2026", Standing::InForce),
        ("31-12-2026", Standing::InForce),
        ("01-01-2027", Standing::Expired),
    ] {
        assert_eq!(fact.standing(day(today)), standing, "{today}");
        assert_eq!(fact.in_force(day(today)), standing == Standing::InForce, "{today}");
    }
    assert!(fact.outlives(day("31-12-2026")) && !fact.outlives(day("01-01-2027")));
    assert_eq!(fact.days_left(day("31-12-2026")), Some(0));
    assert_eq!(fact.days_left(day("01-01-2027")), None);
    fact.state = AgreementState::Ended;
    fact.ended_on = Some(day("30-06-2026"));
    assert_eq!(fact.standing(day("30-06-2026")), Standing::InForce);
    assert_eq!(fact.standing(day("01-07-2026")), Standing::Ended);
    assert!(!fact.outlives(day("01-07-2026")));
    assert_eq!(
        signed("05-03-2026").standing(day("04-03-2026")),
        Standing::Signed,
        "not before the last signature"
    );
    assert!(!agreement().outlives(day("20-01-2026")), "an unsigned one outlives nothing");
}

#[test]
fn a_promise_is_late_the_day_after_it_was_due() {
    let promise = |delivered| ObligationFact {
        id: Uuid::from_u128(5).into(),
        code: "PKS-1-O1".to_owned(),
        agreement: agreement().id,
        party: BLK,
        what: "Instruktur".to_owned(),
        unit: "JP".to_owned(),
        quantity: 120,
        delivered,
        due_on: day("30-04-2026"),
        last_delivered_on: None,
    };
    for (delivered, today, progress, days_late, percent) in [
        (0, "30-04-2026", Progress::NotYet, 0, 0),
        (40, "30-04-2026", Progress::Partly, 0, 33),
        (40, "02-05-2026", Progress::Late, 2, 33),
        (119, "01-05-2026", Progress::Late, 1, 99),
        (120, "02-05-2026", Progress::Delivered, 0, 100),
        (130, "02-05-2026", Progress::Delivered, 0, 100),
    ] {
        let fact = promise(delivered);
        let found = (fact.progress(day(today)), fact.days_late(day(today)), fact.percent());
        assert_eq!(found, (progress, days_late, percent), "{delivered} on {today}");
    }
}

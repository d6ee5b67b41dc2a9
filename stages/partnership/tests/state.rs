// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every cell of an agreement's table, written into the README and compared with it; and what refuses within a cell.

mod bench;

use bench::{BLK, LAPAS, LSP, agreement, day};
use kernel::id::OrganisationId;
use partnership::facts::{AgreementFact, AgreementState};
use partnership::state::{Command, Signature, Step, decide};

/// A command as the table names it; the one who acts is the LSP.
const COMMANDS: [&str; 5] =
    ["agree, others missing", "agree, the last", "sign, others missing", "sign, the last", "end"];

fn signature(party: OrganisationId) -> Signature {
    Signature {
        party,
        number: "007/LSP-LAS/I/2026".to_owned(),
        signer: "Murniati".to_owned(),
        signer_post: "Manajer Sertifikasi".to_owned(),
        day: day("20-01-2026"),
    }
}

fn end(text: &str) -> Command {
    Command::End { day: day(text), reason: "Bengkel ditutup".to_owned() }
}

/// The command, and an agreement in which the others have done it or not.
fn cell(state: AgreementState, command: &str) -> (AgreementFact, Command) {
    let mut fact = agreement();
    fact.state = state;
    if state != AgreementState::Draft {
        fact.parties.iter_mut().for_each(|party| party.agreed_on = Some(day("19-01-2026")));
    }
    if matches!(state, AgreementState::Signed | AgreementState::Ended) {
        fact.parties.iter_mut().for_each(|party| party.signed_on = Some(day("20-01-2026")));
    }
    if state == AgreementState::Ended {
        fact.ended_on = Some(day("30-06-2026"));
    }
    let others = fact.parties.iter_mut().filter(|party| party.organisation != LSP);
    match command {
        "agree, the last" => others.for_each(|party| party.agreed_on = Some(day("19-01-2026"))),
        "sign, the last" => others.for_each(|party| party.signed_on = Some(day("20-01-2026"))),
        _ => {}
    }
    let command = match command.split(',').next() {
        Some("agree") => Command::Agree { party: LSP, day: day("19-01-2026") },
        Some("sign") => Command::Sign(signature(LSP)),
        _ => end("30-06-2026"),
    };
    (fact, command)
}

fn table() -> String {
    let mut lines = vec!["| State | Command | Becomes | Event |".to_owned(), "|---|---|---|---|".to_owned()];
    for state in AgreementState::ALL {
        for command in COMMANDS {
            let (fact, wanted) = cell(*state, command);
            let (next, events) = match decide(&fact, &wanted) {
                Ok(step) => (step.next().code().to_owned(), step.events().join(", ")),
                Err(refusal) => (format!("refused, {}", refusal.code), String::new()),
            };
            lines.push(format!("| {} | {command} | {next} | {events} |", state.code()));
        }
    }
    lines.join("\n")
}

fn code(fact: &AgreementFact, command: &Command) -> &'static str {
    decide(fact, command).expect_err("this is refused").code
}

#[test]
fn the_readme_holds_the_table() {
    let table = table();
    assert!(
        include_str!("../README.md").contains(&table),
        "the README's table differs from `decide`; it should be:\n{table}"
    );
}

#[test]
fn a_step_tells_what_to_write() {
    let (fact, command) = cell(AgreementState::Draft, "agree, the last");
    let step = Step::Agreed { party: LSP, day: day("19-01-2026"), next: AgreementState::Agreed };
    assert_eq!(decide(&fact, &command), Ok(step));
    let (fact, command) = cell(AgreementState::Agreed, "sign, the last");
    assert_eq!(
        decide(&fact, &command),
        Ok(Step::Signed { signature: signature(LSP), next: AgreementState::Signed })
    );
    let (fact, command) = cell(AgreementState::Signed, "end");
    let step = Step::Ended { day: day("30-06-2026"), reason: "Bengkel ditutup".to_owned() };
    assert_eq!(decide(&fact, &command), Ok(step));
}

#[test]
fn only_parties_act_and_each_of_them_once() {
    let stranger = OrganisationId(uuid::Uuid::from_u128(99));
    let (draft, _) = cell(AgreementState::Draft, "agree, the last");
    let agree = |party| Command::Agree { party, day: day("19-01-2026") };
    assert_eq!(code(&draft, &agree(stranger)), "PART-01");
    assert_eq!(code(&draft, &agree(BLK)), "PART-02");
    let (agreed, _) = cell(AgreementState::Agreed, "sign, others missing");
    assert_eq!(code(&agreed, &Command::Sign(signature(stranger))), "PART-01");
    let mut half = agreed;
    half.parties[0].signed_on = Some(day("20-01-2026"));
    half.parties[0].number = Some("WP.1".to_owned());
    assert_eq!(code(&half, &Command::Sign(signature(LAPAS))), "PART-05");
}

#[test]
fn who_is_still_missing_is_named() {
    let (mut draft, command) = cell(AgreementState::Draft, "sign, others missing");
    draft.parties[1].agreed_on = Some(day("19-01-2026"));
    let refusal = decide(&draft, &command).expect_err("two have not agreed");
    assert_eq!(refusal.code, "PART-04");
    let named: Vec<&str> = refusal.reasons.iter().map(|reason| reason.args[0].1.as_str()).collect();
    assert_eq!(named, ["Lapas Kotabaru", "LSP Las"]);
}

#[test]
fn a_signature_lies_between_agreeing_and_the_end_of_the_term() {
    let (fact, _) = cell(AgreementState::Agreed, "sign, the last");
    let sign = |text| Command::Sign(Signature { day: day(text), ..signature(LSP) });
    assert_eq!(code(&fact, &sign("18-01-2026")), "PART-06");
    assert!(decide(&fact, &sign("19-01-2026")).is_ok(), "the day of the last agreement counts");
    assert!(decide(&fact, &sign("31-12-2026")).is_ok(), "the last day counts");
    assert_eq!(code(&fact, &sign("01-01-2027")), "PART-07");
}

#[test]
fn an_early_end_lies_within_the_term_and_before_its_last_day() {
    let (fact, _) = cell(AgreementState::Signed, "end");
    assert_eq!(code(&fact, &end("19-01-2026")), "PART-11");
    assert!(decide(&fact, &end("20-01-2026")).is_ok(), "the first day counts");
    assert!(decide(&fact, &end("30-12-2026")).is_ok());
    assert_eq!(code(&fact, &end("31-12-2026")), "PART-11");
}

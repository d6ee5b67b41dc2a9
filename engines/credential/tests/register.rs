// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Checking without a network: the register's file is signed, and what it knows decides, for as long as it is fresh.

mod common;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use common::{badge, day, key};
use credential::register::{CodeAnswer, Register, RegisterLists};
use credential::status::StatusList;
use credential::{CodeFacts, IssuerKey, issue_code};

fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(12, 0, 0).expect("noon").and_utc()
}

fn house() -> IssuerKey {
    IssuerKey::from_seed([50; 32])
}

fn register(made_on: NaiveDate, revoked: &[usize], suspended: &[usize]) -> Register {
    let list = |places: &[usize]| {
        let mut list = StatusList::default();
        places.iter().for_each(|place| list.set(*place, true).expect("within the list"));
        list
    };
    Register {
        made_at: noon(made_on),
        holds_until: noon(made_on) + TimeDelta::days(14),
        issuers: vec![(key().did(), "LSP Las Nusantara".into())],
        retired: Vec::new(),
        lists: vec![RegisterLists { number: 3, revocation: list(revoked), suspension: list(suspended) }],
    }
}

fn code() -> String {
    issue_code(&CodeFacts::of(&badge(), 3), &key())
}

const PLACE: usize = 94_567;

/// The answer in a word.
fn said(register: &Register, on: NaiveDate) -> &'static str {
    match register.check(&code(), noon(on), on) {
        CodeAnswer::Holds(_) => "holds",
        CodeAnswer::Revoked(_) => "revoked",
        CodeAnswer::Suspended(_) => "suspended",
        CodeAnswer::Expired(_, last) if last == day(2029, 11, 19) => "expired",
        CodeAnswer::NotYetValid(_, first) if first == day(2026, 11, 20) => "not yet",
        CodeAnswer::StatusUnknown(_) => "unknown",
        CodeAnswer::Expired(..) | CodeAnswer::NotYetValid(..) => "another day",
        CodeAnswer::Refused(_) => "refused",
    }
}

#[test]
fn each_answer_by_day_and_list() {
    let made = day(2026, 12, 1);
    let (fresh, old) = (day(2026, 12, 10), day(2026, 12, 16));
    let none = register(made, &[PLACE + 1], &[PLACE - 1]);
    let cases = [
        (none.clone(), fresh, "holds"),
        (none.clone(), old, "unknown"),
        (none.clone(), day(2026, 11, 19), "not yet"),
        (none.clone(), day(2029, 11, 19), "unknown"),
        (none, day(2029, 11, 20), "expired"),
        (register(made, &[PLACE], &[]), fresh, "revoked"),
        (register(made, &[PLACE], &[]), old, "revoked"),
        (register(made, &[], &[PLACE]), fresh, "suspended"),
        (register(made, &[], &[PLACE]), old, "unknown"),
        (Register { lists: Vec::new(), ..register(made, &[], &[]) }, fresh, "unknown"),
        (Register { issuers: Vec::new(), ..register(made, &[], &[]) }, fresh, "refused"),
    ];
    for (place, (register, on, expected)) in cases.iter().enumerate() {
        assert_eq!(said(register, *on), *expected, "case {place}");
    }
}

#[test]
fn a_file_comes_back_as_it_was_and_no_other_is_taken() {
    let register = register(day(2026, 12, 1), &[PLACE], &[5]);
    let file = register.seal(&house());
    assert!(file.len() < 1_500, "small enough to carry: {} bytes", file.len());
    let (read, did) = Register::open(file.as_bytes(), None).expect("a fresh file opens");
    assert_eq!((&read, did.as_str()), (&register, house().did().as_str()));
    Register::open(file.as_bytes(), Some(&house().did())).expect("the known register");
    let stranger = register.seal(&key());
    let refused = Register::open(stranger.as_bytes(), Some(&house().did())).expect_err("another register");
    assert_eq!(refused.code(), "signer-not-issuer");
    assert_eq!(Register::open(b"{}", None).expect_err("no register").code(), "not-a-register");
    let renamed = file.replace("LSP Las Nusantara", "LSP Las Nusantera");
    assert_eq!(Register::open(renamed.as_bytes(), None).expect_err("changed").code(), "signature-mismatch");
    for end in 0..file.len() {
        assert!(Register::open(&file.as_bytes()[..end], None).is_err(), "cut at {end}");
    }
}

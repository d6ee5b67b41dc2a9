// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Each finding with the case on either side of its limit.

use super::*;

fn day(text: &str) -> Day {
    day::parse(text).expect("the day of a test is a day")
}

fn line(code: &str, months: (i64, i64)) -> LineFacts {
    LineFacts {
        code: code.to_owned(),
        title: "Las".to_owned(),
        months,
        batches: 1,
        seats: 10,
        agreement: AgreementTerm {
            code: "PKS".to_owned(),
            first: day("15-01-2026"),
            last: day("31-10-2026"),
            is_signed: true,
        },
        has_curriculum: true,
        minutes: 600,
        room: Some((0, 300)),
        room_unfit: None,
        teachers: vec![(0, 300)],
        lacks_teacher: false,
        lacks_assessment: false,
        waiting: Some(10),
        held: 0,
    }
}

/// A plan in which nothing is in the way and nothing is to be known.
fn plan() -> YearFacts {
    let free = Months([600; 12]);
    YearFacts {
        year: 2026,
        money: vec![MoneyFacts {
            name: "APBN".to_owned(),
            ceiling: Rupiah(100),
            planned: Rupiah(100),
            tied: Rupiah(100),
        }],
        lines: vec![line("L1", (1, 10)), line("L2", (3, 3))],
        rooms: vec![Supply { name: "Bengkel".to_owned(), free }],
        teachers: vec![Supply { name: "Hamdani".to_owned(), free }],
        open: free,
        closings: Vec::new(),
        orphans: Vec::new(),
    }
}

fn found(facts: &YearFacts) -> Vec<(String, bool)> {
    year_findings(facts, Lang::Id).into_iter().map(|one| (one.say.key, one.is_blocking)).collect()
}

#[test]
fn what_holds_exactly_holds() {
    assert_eq!(found(&plan()), []);
}

#[test]
fn each_thing_has_its_finding() {
    type Break = fn(&mut YearFacts);
    let table: &[(&str, bool, Break)] = &[
        ("year-over-ceiling", true, |facts| facts.money[0].planned = Rupiah(101)),
        ("year-over-tied", true, |facts| facts.money[0].tied = Rupiah(101)),
        ("year-money-unused", false, |facts| facts.money[0].planned = Rupiah(0)),
        ("year-no-agreement", true, |facts| facts.lines[0].months = (1, 11)),
        ("year-no-agreement", true, |facts| facts.lines[0].agreement.first = day("01-02-2026")),
        ("year-no-agreement", true, |facts| facts.lines[0].agreement.last = day("30-10-2026")),
        ("year-unsigned", false, |facts| facts.lines[0].agreement.is_signed = false),
        ("year-too-long", true, |facts| facts.lines[1].minutes = 601),
        ("year-no-curriculum", false, |facts| facts.lines[0].has_curriculum = false),
        ("year-no-room", false, |facts| facts.lines[0].room = None),
        ("year-room-unfit", false, |facts| facts.lines[0].room_unfit = Some("Bengkel".to_owned())),
        ("year-no-teacher", false, |facts| facts.lines[0].lacks_teacher = true),
        ("year-no-assessment", false, |facts| facts.lines[0].lacks_assessment = true),
        ("year-few-waiting", false, |facts| facts.lines[0].waiting = Some(9)),
        ("year-room-short", true, |facts| facts.lines[1].room = Some((0, 601))),
        ("year-teacher-short", false, |facts| facts.lines[1].teachers = vec![(0, 601)]),
        ("year-orphan", true, |facts| facts.orphans = vec![("L9".to_owned(), 1)]),
    ];
    for (key, is_blocking, wrong) in table {
        let mut facts = plan();
        wrong(&mut facts);
        assert_eq!(found(&facts), [((*key).to_owned(), *is_blocking)], "{key}");
    }
}

#[test]
fn everything_is_told_at_once_and_what_blocks_first() {
    let mut facts = plan();
    facts.money[0].planned = Rupiah(170);
    facts.lines[0].lacks_teacher = true;
    facts.lines[1].agreement.last = day("28-02-2026");
    let found = year_findings(&facts, Lang::Id);
    let keys: Vec<&str> = found.iter().map(|one| one.say.key.as_str()).collect();
    assert_eq!(keys, ["year-over-ceiling", "year-no-agreement", "year-no-teacher"]);
    assert!(found[0].say.args.contains(&("over", "Rp70".to_owned())), "{:?}", found[0]);
}

#[test]
fn seats_are_counted_only_where_people_were_asked_and_batches_are_to_come() {
    let mut facts = plan();
    facts.lines[0].waiting = None;
    assert_eq!(found(&facts), [], "nobody was asked");
    facts.lines[0].waiting = Some(0);
    assert_eq!(found(&facts).len(), 1);
    facts.lines[0].held = 1;
    assert_eq!(found(&facts), [], "the batch is held");
}

#[test]
fn two_that_fit_alone_do_not_fit_together() {
    let mut facts = plan();
    facts.lines[0].months = (3, 3);
    facts.lines[0].room = Some((0, 301));
    let found = year_findings(&facts, Lang::Id);
    let keys: Vec<&str> = found.iter().map(|one| one.say.key.as_str()).collect();
    assert_eq!(keys, ["year-room-short"]);
    let arg =
        |name: &str| found[0].say.args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
    assert_eq!(
        [arg("months"), arg("needed"), arg("free"), arg("lines")],
        [Some("Maret"), Some("11"), Some("10"), Some("L1, L2")]
    );
}

#[test]
fn a_week_that_is_closed_is_worth_a_word_and_a_holiday_is_not() {
    let closing = |first: &str, last: &str, days| Closing {
        first: day(first),
        last: day(last),
        reason: "Idul Fitri".to_owned(),
        days,
    };
    let mut facts = plan();
    facts.closings = vec![closing("19-03-2026", "20-03-2026", 2), closing("01-12-2026", "08-12-2026", 6)];
    assert_eq!(found(&facts), []);
    facts.closings.push(closing("18-03-2026", "24-03-2026", 3));
    let keys: Vec<String> = found(&facts).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["year-closed", "year-closed"], "both lines run in March");
}

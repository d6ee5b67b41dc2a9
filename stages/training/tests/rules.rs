// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules as tables: letters and reasons, seats and days, theory before practice, credit and completion.

use enrolment::facts::{SeatFact, SeatState};
use kernel::day::Day;
use kernel::id::{BatchId, ModuleId, PersonId, SeatId, UnitId};
use programme::facts::{ModuleFact, ModuleKind};
use training::ledger::{Line, LineKind, add_up};
use training::rules::{Letter, Level, Mark, Reason, is_complete, recognisable, seated_on, theory_missing};
use uuid::Uuid;

fn day(of_november: u32) -> Day {
    Day::from_ymd_opt(2026, 11, of_november).expect("a day of the calendar")
}

#[test]
fn each_reason_has_one_letter_and_blame_or_none() {
    let table = [
        (Reason::Sick, "S", true),
        (Reason::Leave, "I", true),
        (Reason::Clash, "I", true),
        (Reason::Duty, "I", true),
        (Reason::Isolated, "I", true),
        (Reason::Lent, "I", true),
        (Reason::Work, "I", true),
        (Reason::Travel, "I", true),
        (Reason::Away, "I", true),
        (Reason::Refused, "A", false),
        (Reason::Unexplained, "A", false),
    ];
    assert_eq!(table.len(), Reason::ALL.len());
    for (reason, letter, legitimate) in table {
        assert_eq!((reason.letter().code(), reason.is_legitimate()), (letter, legitimate), "{reason:?}");
    }
}

#[test]
fn marks_are_read_as_they_are_written() {
    let good = [
        ("H", Letter::Present, None),
        ("t", Letter::Late, None),
        ("S sakit", Letter::Sick, Some(Reason::Sick)),
        ("S", Letter::Sick, Some(Reason::Sick)),
        ("I sidang", Letter::Leave, Some(Reason::Clash)),
        ("I  Bon", Letter::Leave, Some(Reason::Lent)),
        ("I kerja", Letter::Leave, Some(Reason::Work)),
        ("I perjalanan", Letter::Leave, Some(Reason::Travel)),
        ("A tanpa keterangan", Letter::Absent, Some(Reason::Unexplained)),
        ("A menolak", Letter::Absent, Some(Reason::Refused)),
    ];
    for (text, letter, reason) in good {
        assert_eq!(Mark::parse(text), Some(Mark { letter, reason }), "{text}");
    }
    for text in ["", "X", "HS", "H sakit", "S menolak", "A bon", "S flu"] {
        assert_eq!(Mark::parse(text), None, "{text}");
    }
}

#[test]
fn a_seat_counts_from_its_day_up_to_the_day_of_leaving() {
    let seat = |state, since: u32, left: Option<u32>, reserve: Option<i64>| SeatFact {
        id: SeatId(Uuid::nil()),
        batch: BatchId(Uuid::nil()),
        person: PersonId(Uuid::nil()),
        number: None,
        reserve_position: reserve,
        state,
        since: day(since),
        left_on: left.map(day),
        left_reason: String::new(),
    };
    let table = [
        (seat(SeatState::Seated, 10, None, None), [false, true, true, true]),
        (seat(SeatState::Left, 10, Some(12), None), [false, true, true, false]),
        (seat(SeatState::Reserve, 10, None, Some(1)), [false, false, false, false]),
        (seat(SeatState::Left, 10, Some(12), Some(1)), [false, false, false, false]),
    ];
    for (seat, expected) in table {
        let found = [9, 10, 11, 12].map(|of_november| seated_on(&seat, day(of_november)));
        assert_eq!(found, expected, "{seat:?}");
    }
}

fn module(number: u128, kind: ModuleKind, jp: i64, units: &[u128]) -> ModuleFact {
    ModuleFact {
        id: ModuleId(Uuid::from_u128(number)),
        code: format!("M{number}"),
        title: format!("Modul {number}"),
        kind,
        jp,
        units: units.iter().map(|unit| UnitId(Uuid::from_u128(*unit))).collect(),
        needs: Vec::new(),
        source: String::new(),
        follows: String::new(),
    }
}

#[test]
fn only_practice_waits_and_only_for_theory() {
    let modules = [
        module(1, ModuleKind::Theory, 4, &[]),
        module(2, ModuleKind::Practice, 4, &[]),
        module(3, ModuleKind::SoftSkill, 2, &[]),
    ];
    let missing =
        |theory_first, kind, held: i64| theory_missing(theory_first, kind, &modules, |_| held).len();
    assert_eq!(missing(true, ModuleKind::Practice, 3), 1, "three of four JP of theory");
    assert_eq!(missing(true, ModuleKind::Practice, 4), 0);
    assert_eq!(missing(false, ModuleKind::Practice, 0), 0);
    for kind in [ModuleKind::Theory, ModuleKind::SoftSkill, ModuleKind::Business] {
        assert_eq!(missing(true, kind, 0), 0, "{kind:?}");
    }
}

#[test]
fn credit_is_kept_by_module_and_unit() {
    let modules = [module(1, ModuleKind::Theory, 4, &[7]), module(2, ModuleKind::Practice, 6, &[7, 8])];
    let line = |module: u128, jp, kind| Line { module: ModuleId(Uuid::from_u128(module)), jp, kind };
    let held = |letter, legitimate| LineKind::Held(Some((letter, legitimate)));
    let ledger = add_up(
        &modules,
        &[
            line(1, 2, held(Letter::Present, true)),
            line(1, 2, held(Letter::Late, true)),
            line(1, 2, LineKind::CaughtUp),
            line(2, 2, held(Letter::Sick, true)),
            line(2, 2, held(Letter::Absent, false)),
            line(2, 1, LineKind::Held(None)),
            line(2, 1, LineKind::Cancelled),
        ],
    );
    let theory = &ledger.modules[0];
    assert_eq!(
        (theory.earned_jp(), theory.open_to_catch_up_jp()),
        (4, 0),
        "no module earns more than it plans"
    );
    let practice = &ledger.modules[1];
    assert_eq!((practice.earned_jp(), practice.excused_jp, practice.unexcused_jp), (0, 2, 2));
    assert_eq!(
        practice.open_to_catch_up_jp(),
        4,
        "excused, before the seat, and cancelled; not what was missed without reason"
    );
    assert_eq!(
        ledger.units().iter().map(|unit| (unit.planned_jp, unit.earned_jp)).collect::<Vec<_>>(),
        [(10, 4), (6, 0)]
    );
    assert_eq!((ledger.planned_jp(), ledger.earned_jp(), ledger.percent()), (10, 4, 40));
}

#[test]
fn completion_is_decided_on_the_exact_share() {
    let ledger = |planned, earned| {
        let modules = [module(1, ModuleKind::Theory, planned, &[])];
        add_up(&modules, &[Line { module: modules[0].id, jp: earned, kind: LineKind::CaughtUp }])
    };
    for (planned, earned, needed, complete) in [
        (120, 96, 80, true),
        (120, 95, 80, false),
        (3, 2, 66, true),
        (3, 2, 67, false),
        (160, 160, 100, true),
        (160, 159, 100, false),
        (0, 0, 50, false),
    ] {
        assert_eq!(
            is_complete(&ledger(planned, earned), needed),
            complete,
            "{earned} of {planned} at {needed}%"
        );
    }
}

#[test]
fn levels_are_read_as_they_are_written() {
    for (word, level) in [
        ("perlu bimbingan", Level::NeedsGuidance),
        ("Cukup", Level::Sufficient),
        ("baik", Level::Good),
        ("sangat_baik", Level::VeryGood),
    ] {
        assert_eq!(Level::from_word(word), Some(level), "{word}");
    }
    assert_eq!(Level::from_word("istimewa"), None);
}

#[test]
fn hours_of_another_batch_count_where_the_module_is_the_same() {
    let module = |id: u128, code: &str, title: &str, kind, jp| ModuleFact {
        id: ModuleId(Uuid::from_u128(id)),
        code: code.to_owned(),
        title: title.to_owned(),
        kind,
        jp,
        units: vec![UnitId(Uuid::from_u128(900))],
        needs: Vec::new(),
        source: String::new(),
        follows: String::new(),
    };
    let there = [
        module(1, "R01", "Sanitasi dapur", ModuleKind::Theory, 10),
        module(2, "R05", "Praktik adonan", ModuleKind::Practice, 16),
        module(3, "R06", "Fermentasi", ModuleKind::Practice, 20),
        module(4, "R07", "Memanggang", ModuleKind::Practice, 18),
    ];
    let held = |id: u128, jp| Line {
        module: ModuleId(Uuid::from_u128(id)),
        jp,
        kind: LineKind::Held(Some((Letter::Present, true))),
    };
    let earned = add_up(&there, &[held(1, 10), held(2, 16), held(3, 19)]);
    let here = [
        module(11, "r01", "Sanitasi  Dapur", ModuleKind::Theory, 8),
        module(12, "R05", "Praktik adonan manis", ModuleKind::Practice, 16),
        module(13, "R06", "Fermentasi", ModuleKind::Theory, 20),
        module(14, "R07", "Memanggang", ModuleKind::Practice, 18),
    ];
    let found: Vec<(u128, u128, i64)> = recognisable(&earned, &here)
        .iter()
        .map(|credit| (credit.module.0.as_u128(), credit.source.0.as_u128(), credit.jp))
        .collect();
    assert_eq!(
        found,
        [(11, 1, 8)],
        "another title or kind is another module; no more than is planned; nothing of nothing"
    );

    let brought = Line { module: here[0].id, jp: 8, kind: LineKind::Recognised };
    let missed = Line { module: here[3].id, jp: 18, kind: LineKind::Held(None) };
    let ledger = add_up(&here, &[brought, missed]);
    let (first, last) = (&ledger.modules[0], &ledger.modules[3]);
    assert_eq!((first.earned_jp(), first.earned_here_jp(), first.open_to_catch_up_jp()), (8, 0, 0));
    assert_eq!((last.earned_jp(), last.open_to_catch_up_jp()), (0, 18));
    assert_eq!((ledger.earned_jp(), ledger.earned_here_jp(), ledger.recognised_jp()), (8, 0, 8));
    assert!(!is_complete(&ledger, 80) && is_complete(&ledger, 12), "what was brought along counts: 8 of 62");
}

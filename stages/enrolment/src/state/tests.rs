// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every cell of both tables.

use super::*;

fn day(number: u32) -> Day {
    Day::from_ymd_opt(2026, 11, number).unwrap()
}

#[test]
fn every_cell_of_the_intake() {
    let facts = IntakeFacts { today: day(24), ranked_on: day(10), held_on: Some(day(15)), has_board: true };
    let school = IntakeFacts { has_board: false, ..facts };
    let hear = |on| IntakeCommand::Hear { on: day(on) };
    let decree = |on| IntakeCommand::Decree { on: day(on) };
    let approve = |on| IntakeCommand::Approve { on: day(on) };
    let table: &[(Intake, IntakeCommand, Result<Intake, &str>)] = &[
        (Intake::Open, IntakeCommand::Rank, Ok(Intake::Ranked)),
        (Intake::Open, IntakeCommand::Agenda, Err("ENRL-02")),
        (Intake::Ranked, IntakeCommand::Agenda, Ok(Intake::Ranked)),
        (Intake::Heard, IntakeCommand::Agenda, Err("ENRL-01")),
        (Intake::Decreed, IntakeCommand::Agenda, Err("ENRL-04")),
        (Intake::Open, hear(15), Err("ENRL-02")),
        (Intake::Open, decree(20), Err("ENRL-03")),
        (Intake::Ranked, IntakeCommand::Rank, Ok(Intake::Ranked)),
        (Intake::Ranked, hear(10), Ok(Intake::Heard)),
        (Intake::Ranked, hear(24), Ok(Intake::Heard)),
        (Intake::Ranked, hear(9), Err("ENRL-05")),
        (Intake::Ranked, hear(25), Err("ENRL-05")),
        (Intake::Ranked, decree(20), Err("ENRL-03")),
        (Intake::Heard, IntakeCommand::Rank, Err("ENRL-01")),
        (Intake::Heard, hear(16), Ok(Intake::Heard)),
        (Intake::Heard, decree(15), Ok(Intake::Decreed)),
        (Intake::Heard, decree(14), Err("ENRL-05")),
        (Intake::Heard, decree(25), Err("ENRL-05")),
        (Intake::Decreed, IntakeCommand::Rank, Err("ENRL-04")),
        (Intake::Decreed, hear(20), Err("ENRL-04")),
        (Intake::Decreed, decree(20), Err("ENRL-04")),
        (Intake::Open, approve(20), Err("ENRL-02")),
        (Intake::Ranked, approve(20), Err("ENRL-15")),
        (Intake::Heard, approve(20), Err("ENRL-15")),
        (Intake::Decreed, approve(20), Err("ENRL-04")),
    ];
    let without_board: &[(Intake, IntakeCommand, Result<Intake, &str>)] = &[
        (Intake::Open, IntakeCommand::Rank, Ok(Intake::Ranked)),
        (Intake::Open, approve(20), Err("ENRL-02")),
        (Intake::Ranked, hear(15), Err("ENRL-16")),
        (Intake::Ranked, approve(10), Ok(Intake::Decreed)),
        (Intake::Ranked, approve(9), Err("ENRL-05")),
        (Intake::Ranked, approve(25), Err("ENRL-05")),
        (Intake::Heard, hear(16), Err("ENRL-16")),
        (Intake::Decreed, approve(20), Err("ENRL-04")),
    ];
    for (state, command, expected) in without_board {
        let found = decide(*state, &school, *command).map_err(|refusal| refusal.code);
        assert_eq!(found, *expected, "without a board: {state:?} {command:?}");
    }
    for (state, command, expected) in table {
        let found = decide(*state, &facts, *command).map_err(|refusal| refusal.code);
        assert_eq!(found, *expected, "{state:?} {command:?}");
    }
    for state in Intake::ALL {
        assert!(table.iter().any(|(from, ..)| from == state), "{state:?} has no row");
    }
}

#[test]
fn every_cell_of_a_seat() {
    let promote = |free_number, earlier_reserves, has_reason| SeatCommand::Promote {
        free_number,
        earlier_reserves,
        has_reason,
    };
    let back = |was_seated, free_number| SeatCommand::Return { was_seated, free_number };
    let table: &[(SeatState, SeatCommand, Result<SeatStep, &str>)] = &[
        (SeatState::Seated, SeatCommand::Withdraw, Ok(SeatStep::Leave)),
        (SeatState::Seated, promote(Some(3), 0, true), Err("ENRL-11")),
        (SeatState::Reserve, SeatCommand::Withdraw, Ok(SeatStep::Leave)),
        (SeatState::Reserve, promote(Some(3), 0, false), Ok(SeatStep::TakeNumber(3))),
        (SeatState::Reserve, promote(None, 0, true), Err("ENRL-12")),
        (SeatState::Reserve, promote(Some(3), 2, false), Err("ENRL-13")),
        (SeatState::Reserve, promote(Some(3), 2, true), Ok(SeatStep::TakeNumber(3))),
        (SeatState::Left, SeatCommand::Withdraw, Err("ENRL-10")),
        (SeatState::Left, promote(Some(3), 0, true), Err("ENRL-10")),
        (SeatState::Seated, back(true, Some(3)), Err("ENRL-11")),
        (SeatState::Reserve, back(false, Some(3)), Err("ENRL-11")),
        (SeatState::Left, back(true, Some(3)), Ok(SeatStep::Return(3))),
        (SeatState::Left, back(true, None), Err("ENRL-12")),
        (SeatState::Left, back(false, None), Ok(SeatStep::WaitAgain)),
    ];
    for (state, command, expected) in table {
        let found = decide_seat(*state, *command).map_err(|refusal| refusal.code);
        assert_eq!(found, *expected, "{state:?} {command:?}");
    }
}

#[test]
fn the_lowest_free_number_is_taken() {
    assert_eq!(free_number(3, &[]), Some(1));
    assert_eq!(free_number(3, &[3, 1]), Some(2));
    assert_eq!(free_number(3, &[1, 2, 3]), None);
}

#[test]
fn who_may_go_on_from_a_seat_elsewhere() {
    let may = GoingOn {
        is_held: true,
        here: None,
        source: Some(SeatState::Left),
        is_used: false,
        free_number: Some(3),
        elsewhere: None,
    };
    let table = [
        (may, Ok(3)),
        (GoingOn { is_held: false, ..may }, Err("ENRL-17")),
        (GoingOn { here: Some(SeatState::Seated), ..may }, Err("ENRL-18")),
        (GoingOn { here: Some(SeatState::Left), ..may }, Err("ENRL-18")),
        (GoingOn { source: None, ..may }, Err("ENRL-19")),
        (GoingOn { source: Some(SeatState::Seated), ..may }, Err("ENRL-19")),
        (GoingOn { source: Some(SeatState::Reserve), ..may }, Err("ENRL-19")),
        (GoingOn { is_used: true, ..may }, Err("ENRL-19")),
        (GoingOn { elsewhere: Some("LAS-1"), ..may }, Err("ENRL-14")),
        (GoingOn { free_number: None, ..may }, Err("ENRL-12")),
    ];
    for (asked, expected) in table {
        assert_eq!(decide_take_over(&asked).map_err(|refusal| refusal.code), expected, "{asked:?}");
    }
}

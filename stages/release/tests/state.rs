// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every cell of the pack's table, and how a person stands.

use kernel::day::Day;
use release::state::{Command, HandoverState, Standing, decide, standing};

fn day(number: u32) -> Day {
    Day::from_ymd_opt(2026, 11, number).expect("a day of November")
}

#[test]
fn every_cell_of_the_table() {
    let accept = Command::Accept { first_meeting_on: day(9), day: day(2) };
    let cells = [
        (HandoverState::Prepared, accept, Ok(HandoverState::Accepted)),
        (HandoverState::Prepared, Command::Return, Ok(HandoverState::Returned)),
        (HandoverState::Accepted, accept, Err("RELS-02")),
        (HandoverState::Accepted, Command::Return, Err("RELS-02")),
        (HandoverState::Returned, accept, Err("RELS-03")),
        (HandoverState::Returned, Command::Return, Err("RELS-03")),
        (HandoverState::Returned, Command::WaitAgain, Ok(HandoverState::Prepared)),
        (HandoverState::Prepared, Command::WaitAgain, Err("RELS-02")),
        (HandoverState::Accepted, Command::WaitAgain, Err("RELS-02")),
    ];
    for (state, command, wanted) in cells {
        assert_eq!(decide(state, command).map_err(|no| no.code), wanted, "{state:?} {command:?}");
    }
}

#[test]
fn the_first_meeting_may_be_on_the_day_itself_but_not_before() {
    let on =
        |first| decide(HandoverState::Prepared, Command::Accept { first_meeting_on: first, day: day(2) });
    assert_eq!(on(day(2)), Ok(HandoverState::Accepted));
    assert_eq!(on(day(1)).map_err(|no| no.code), Err("RELS-04"));
}

#[test]
fn how_a_person_stands() {
    let rows = [
        (None, false, Standing::NotYetReleased),
        (None, true, Standing::FreedWithoutCounsellor),
        (Some(HandoverState::Prepared), false, Standing::Prepared),
        (Some(HandoverState::Prepared), true, Standing::FreedWithoutCounsellor),
        (Some(HandoverState::Returned), false, Standing::ReturnedPack),
        (Some(HandoverState::Returned), true, Standing::FreedWithoutCounsellor),
        (Some(HandoverState::Accepted), false, Standing::HandedOver),
        (Some(HandoverState::Accepted), true, Standing::HandedOver),
    ];
    for (latest, released, wanted) in rows {
        assert_eq!(standing(latest, released), wanted, "{latest:?} {released}");
    }
}

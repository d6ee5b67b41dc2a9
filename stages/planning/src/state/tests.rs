// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every cell of the table.

use super::*;

#[test]
fn every_cell() {
    let some = || vec![Say::new("plan-clash")];
    let lay = |clashes| PlanCommand::Lay { clashes };
    let open = |unmet| PlanCommand::Open { unmet };
    let table: Vec<(PlanState, PlanCommand, Result<PlanState, &str>)> = vec![
        (PlanState::Empty, lay(vec![]), Ok(PlanState::Laid)),
        (PlanState::Empty, lay(some()), Err("PLAN-04")),
        (PlanState::Empty, open(vec![]), Ok(PlanState::Opened)),
        (PlanState::Empty, open(some()), Err("PLAN-01")),
        (PlanState::Laid, lay(vec![]), Ok(PlanState::Laid)),
        (PlanState::Laid, lay(some()), Err("PLAN-04")),
        (PlanState::Laid, open(vec![]), Ok(PlanState::Opened)),
        (PlanState::Laid, open(some()), Err("PLAN-01")),
        (PlanState::Opened, lay(vec![]), Err("PLAN-03")),
        (PlanState::Opened, lay(some()), Err("PLAN-03")),
        (PlanState::Opened, open(vec![]), Err("PLAN-02")),
        (PlanState::Opened, open(some()), Err("PLAN-02")),
    ];
    for (state, command, expected) in table {
        let found = decide(state, command.clone());
        assert_eq!(
            found.as_ref().copied().map_err(|refusal| refusal.code),
            expected,
            "{state:?} {command:?}"
        );
        if let Err(refusal) = found
            && ["PLAN-01", "PLAN-04"].contains(&refusal.code)
        {
            assert_eq!(refusal.reasons.len(), 1, "a refusal names every reason");
        }
    }
}

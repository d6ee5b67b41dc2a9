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

#[test]
fn every_cell_of_a_proposal() {
    let approve = |parent_holds, facts_hold, faults: usize| ProposalCommand::Approve {
        parent_holds,
        facts_hold,
        faults: (0..faults).map(|_| Say::new("fault")).collect(),
    };
    let change = |parent_holds, facts_hold, changes, faults: usize| ProposalCommand::Change {
        parent_holds,
        facts_hold,
        changes,
        faults: (0..faults).map(|_| Say::new("fault")).collect(),
    };
    let table: &[(ProposalState, ProposalCommand, Result<ProposalState, &str>)] = &[
        (ProposalState::Proposed, approve(true, true, 0), Ok(ProposalState::Approved)),
        (ProposalState::Proposed, approve(false, true, 0), Err("PLAN-13")),
        (ProposalState::Proposed, approve(true, false, 0), Err("PLAN-14")),
        (ProposalState::Proposed, approve(true, true, 2), Err("PLAN-15")),
        (ProposalState::Proposed, ProposalCommand::TurnDown, Ok(ProposalState::TurnedDown)),
        (ProposalState::Proposed, change(true, true, 1, 0), Ok(ProposalState::Proposed)),
        (ProposalState::Proposed, change(false, true, 1, 0), Err("PLAN-13")),
        (ProposalState::Proposed, change(true, false, 1, 0), Err("PLAN-14")),
        (ProposalState::Proposed, change(true, true, 1, 2), Err("PLAN-16")),
        (ProposalState::Proposed, change(true, true, 0, 0), Err("PLAN-17")),
        (ProposalState::Approved, change(true, true, 1, 0), Err("PLAN-12")),
        (ProposalState::TurnedDown, change(true, true, 1, 0), Err("PLAN-12")),
        (ProposalState::Approved, approve(true, true, 0), Err("PLAN-12")),
        (ProposalState::Approved, ProposalCommand::TurnDown, Err("PLAN-12")),
        (ProposalState::TurnedDown, approve(true, true, 0), Err("PLAN-12")),
        (ProposalState::TurnedDown, ProposalCommand::TurnDown, Err("PLAN-12")),
    ];
    for (state, command, expected) in table {
        let found = decide_proposal(*state, command.clone());
        if let Err(refusal) = &found {
            assert!(
                !["PLAN-15", "PLAN-16"].contains(&refusal.code) || refusal.reasons.len() == 2,
                "every fault is named"
            );
        }
        assert_eq!(found.map_err(|refusal| refusal.code), *expected, "{state:?} {command:?}");
    }
}

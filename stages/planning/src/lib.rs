// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
mod away;
mod board;
pub mod facts;
mod house;
mod pages;
pub mod proposal;
mod repair;
mod rules;
mod state;
mod store;
pub mod tables;
mod year;

pub use pages::twins;

use ::store::Migration;
use desk::{Action, Page};
use jobs::JobKind;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000800_planning",
        sql: include_str!("../migrations/2026-11-24-planning.sql"),
        seed: include_str!("../migrations/2026-11-24-planning.seed.sql"),
    },
    Migration {
        name: "2026_11_25_000801_proposal",
        sql: include_str!("../migrations/2026-11-25-proposal.sql"),
        seed: include_str!("../migrations/2026-11-25-proposal.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000802_proposal_change",
        sql: include_str!("../migrations/2026-11-26-proposal-change.sql"),
        seed: include_str!("../migrations/2026-11-26-proposal-change.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000803_away",
        sql: include_str!("../migrations/2026-11-26-away.sql"),
        seed: include_str!("../migrations/2026-11-26-away.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000804_year_plan",
        sql: include_str!("../migrations/2026-11-26-year-plan.sql"),
        seed: include_str!("../migrations/2026-11-26-year-plan.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000805_house",
        sql: include_str!("../migrations/2026-11-26-house.sql"),
        seed: include_str!("../migrations/2026-11-26-house.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000806_year_slot",
        sql: include_str!("../migrations/2026-11-26-year-slot.sql"),
        seed: "",
    },
];

/// The sentences of this room, Indonesian and English.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &[
    "WindowsSet",
    "LimitsSet",
    "DayClosed",
    "DayReopened",
    "TimetableLaid",
    "AwayNoted",
    "TimetableMended",
    "BatchOpened",
    "ProposalMade",
    "ProposalApproved",
    "ProposalTurnedDown",
    "ProposalSearchEnded",
    "YearPlanDrafted",
    "YearPlanChanged",
    "YearPlanLaid",
    "YearPlanGivenBack",
    "YearPlanApproved",
    "YearBatchTied",
    "YearBatchUntied",
];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![
        actions::WINDOW,
        actions::LIMITS,
        actions::CLOSE,
        actions::REOPEN,
        actions::LAY,
        actions::MEND,
        actions::AWAY,
        actions::SPREAD,
        actions::OPEN,
        actions::PROPOSE,
        actions::APPROVE,
        actions::TURN_DOWN,
        actions::CHANGE,
        actions::KEEP_BEST,
        actions::YEAR_DRAFT,
        actions::YEAR_CHANGE,
        actions::YEAR_REVISE,
        actions::YEAR_LAY,
        actions::YEAR_GIVE_BACK,
        actions::YEAR_APPROVE,
        actions::YEAR_TIE,
        actions::YEAR_UNTIE,
    ]
}

/// What is done in the background.
pub fn job_kinds() -> Vec<JobKind> {
    vec![actions::SEARCH_THOROUGHLY]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![
        pages::LIST,
        pages::CAPACITY,
        pages::ABSENCES,
        pages::WAYS,
        pages::TIMETABLE,
        pages::GATE,
        pages::PROPOSALS,
        pages::PROPOSAL,
        pages::CALENDAR,
        pages::COMPARISON,
        pages::SEARCH,
        pages::YEAR_PLANS,
        pages::YEAR_PLAN,
    ]
}

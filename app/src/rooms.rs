// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rooms in the order of the journey: their migrations, words, actions, pages, jobs and events. Nothing else lists them.

use desk::{Action, Page, RoomLink, Twin};
use jobs::JobKind;
use store::Migration;

use crate::pages;

/// The stops of the main path.
pub const PATH: &[RoomLink] = &[
    RoomLink { code: "today", path: "/" },
    RoomLink { code: "partnership", path: "/agreements" },
    RoomLink { code: "programme", path: "/batches" },
    RoomLink { code: "enrolment", path: "/enrolment" },
    RoomLink { code: "planning", path: "/plans" },
    RoomLink { code: "training", path: "/sessions" },
    RoomLink { code: "assessment", path: "/assessments" },
    RoomLink { code: "certification", path: "/certificates" },
    RoomLink { code: "release", path: "/handovers" },
    RoomLink { code: "livelihood", path: "/livelihood" },
    RoomLink { code: "insight", path: "/insight" },
];

/// Every migration, floor first, then the rooms in order.
pub fn migrations() -> Vec<Migration> {
    [
        audit::MIGRATIONS,
        access::MIGRATIONS,
        desk::MIGRATIONS,
        jobs::MIGRATIONS,
        people::MIGRATIONS,
        partnership::MIGRATIONS,
        programme::MIGRATIONS,
        enrolment::MIGRATIONS,
        planning::MIGRATIONS,
        training::MIGRATIONS,
        assessment::MIGRATIONS,
        certification::MIGRATIONS,
        release::MIGRATIONS,
        livelihood::MIGRATIONS,
        insight::MIGRATIONS,
    ]
    .concat()
}

/// Every sentence, Indonesian and English.
pub fn words() -> Vec<(&'static str, &'static str)> {
    vec![
        desk::WORDS,
        web::WORDS,
        jobs::WORDS,
        api::WORDS,
        office::WORDS,
        people::WORDS,
        partnership::WORDS,
        programme::WORDS,
        enrolment::WORDS,
        planning::WORDS,
        training::WORDS,
        assessment::WORDS,
        certification::WORDS,
        release::WORDS,
        livelihood::WORDS,
        insight::WORDS,
        (include_str!("../words/id.ftl"), include_str!("../words/en.ftl")),
    ]
}

/// Everything that can be done.
pub fn actions() -> Vec<Action> {
    [
        jobs::actions(),
        office::actions(),
        people::actions(),
        partnership::actions(),
        programme::actions(),
        enrolment::actions(),
        planning::actions(),
        training::actions(),
        assessment::actions(),
        certification::actions(),
        release::actions(),
        livelihood::actions(),
        insight::actions(),
    ]
    .concat()
}

/// Everything that can be seen.
pub fn pages() -> Vec<Page> {
    [
        pages::pages(),
        jobs::pages(),
        office::pages(),
        people::pages(),
        partnership::pages(),
        programme::pages(),
        enrolment::pages(),
        planning::pages(),
        training::pages(),
        assessment::pages(),
        certification::pages(),
        release::pages(),
        livelihood::pages(),
        insight::pages(),
    ]
    .concat()
}

/// Everything that can be done later, by a worker.
pub fn job_kinds() -> Vec<JobKind> {
    [people::job_kinds(), planning::job_kinds(), certification::job_kinds()].concat()
}

/// Everything that is told to programs.
pub fn twins() -> Vec<Twin> {
    [
        pages::twins(),
        office::twins(),
        people::twins(),
        partnership::twins(),
        programme::twins(),
        enrolment::twins(),
        planning::twins(),
        training::twins(),
        assessment::twins(),
        certification::twins(),
        release::twins(),
        livelihood::twins(),
        insight::twins(),
    ]
    .concat()
}

/// Every kind of event that the door or a room records.
pub fn events() -> Vec<&'static str> {
    [
        web::EVENTS,
        jobs::EVENTS,
        office::EVENTS,
        people::EVENTS,
        partnership::EVENTS,
        programme::EVENTS,
        enrolment::EVENTS,
        planning::EVENTS,
        training::EVENTS,
        assessment::EVENTS,
        certification::EVENTS,
        release::EVENTS,
        livelihood::EVENTS,
        insight::EVENTS,
    ]
    .concat()
}

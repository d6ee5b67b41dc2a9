// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What somebody of this role comes for, one click from the first page; and what an empty day says to her.

use std::collections::HashMap;

use access::Role;
use desk::Desk;

use crate::pages::reach;
use crate::rooms;

/// A way to the work itself.
pub struct Task {
    pub href: String,
    pub label: String,
}

/// More would be a second menu.
const MOST: usize = 4;

/// Role by role, the pages and forms used most; the label of each is the word `home-task-NAME`.
const TABLE: &[(Role, &[&str])] = &[
    (Role::Head, &["agreement list", "enrolment list", "scorecard list", "report list"]),
    (Role::Work, &["training list", "plan list", "batch list", "report list"]),
    (Role::Registrar, &["person list", "person import", "enrolment list", "handover list"]),
    (Role::Security, &["plan list", "training list", "person list"]),
    (Role::Counsellor, &["followup list", "handover list", "vacancy list", "person list"]),
    (Role::TrainingHead, &["batch list", "agreement list", "scorecard list", "certificate list"]),
    (Role::Instructor, &["training list", "calendar show", "batch list"]),
    (Role::Teacher, &["training list", "calendar show", "assessment list"]),
    (Role::Assessor, &["assessment list", "calendar show"]),
    (Role::Certifier, &["certificate list", "assessment list", "scheme list", "scorecard list"]),
    (Role::Mentor, &["mentoring list", "agreement list", "vacancy list", "scorecard list"]),
    (Role::Labour, &["vacancy list", "vacancy post", "vacancy import", "agreement list"]),
    (Role::Employer, &["vacancy list", "vacancy post"]),
    (Role::Directorate, &["insight funnel", "scorecard list", "agreement list"]),
    (Role::Region, &["insight funnel", "scorecard list"]),
    (Role::Admin, &["account list", "organisation list", "audit show"]),
];

/// The tasks of this person's roles, none twice, and none that her rights do not reach.
pub fn tasks(desk: &Desk) -> Vec<Task> {
    let acts: HashMap<&str, access::Act> = rooms::pages()
        .iter()
        .map(|page| (page.name, page.act))
        .chain(rooms::actions().iter().map(|action| (action.name, action.act)))
        .collect();
    let may = |name: &&str| {
        acts.get(name).is_some_and(|act| !access::scope(&desk.actor, *act, desk.now).is_nowhere())
    };
    let mut names: Vec<&str> = Vec::new();
    for (_, tasks) in TABLE.iter().filter(|(role, _)| desk.actor.has(*role)) {
        for name in tasks.iter().filter(|name| may(name)) {
            if !names.contains(name) {
                names.push(name);
            }
        }
    }
    names.truncate(MOST);
    let t = desk.teller();
    let task = |name: &str| {
        let label = t.say(&format!("home-task-{}", name.replace(' ', "-")));
        reach::address(name, &[]).map(|href| Task { href, label })
    };
    names.into_iter().filter_map(task).collect()
}

/// What will appear here for the first of this person's roles.
pub fn empty(desk: &Desk) -> String {
    let first = TABLE.iter().map(|(role, _)| *role).find(|role| desk.actor.has(*role));
    match first {
        Some(role) => desk.teller().code("home-empty", role.code()),
        None => desk.teller().say("home-waiting-none"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_tasks_and_each_leads_somewhere() {
        for role in Role::ALL {
            let row = TABLE.iter().find(|(known, _)| known == role);
            let (_, names) = row.unwrap_or_else(|| panic!("{} has nothing to do", role.code()));
            for name in *names {
                assert!(reach::address(name, &[]).is_some_and(|href| !href.contains('{')), "{name}");
            }
        }
    }
}

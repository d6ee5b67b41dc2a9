// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Work offered: referrals that wait for an employer's answer, and vacancies about to close.

use access::{Act, Role};
use desk::{Desk, Halt, Say};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// A vacancy is named this many days before it closes.
const DAYS_AHEAD: i64 = 14;
/// A referral older than this is urgent.
const DAYS_PATIENT: i64 = 7;

/// Who was referred to the own vacancies and is not answered, the oldest first.
pub async fn referrals(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let on = desk.house.db.read();
    let Some(own) = desk.actor.office_id().filter(|_| desk.actor.has(Role::Employer)) else {
        return Ok(Vec::new());
    };
    let mut lines = Vec::new();
    for (referral, vacancy) in livelihood::facts::referrals_waiting(on, own).await? {
        let target = people::facts::target(on, referral.person).await?.also_of(own);
        if !desk.may(Act::ApplicationDecide, &target) {
            continue;
        }
        let Some(person) = people::facts::person(on, referral.person).await? else { continue };
        let is_old = (desk.today() - referral.referred_on).num_days() > DAYS_PATIENT;
        let urgency = if is_old { Urgency::Now } else { Urgency::Soon };
        let parts = [vacancy.code.as_str(), &person.id.to_string()];
        let found = line(desk, urgency, ("referral", &person.name), ("application decide", &parts));
        let detail = Say::new("home-referral-detail")
            .with("title", &vacancy.title)
            .with("day", day::long(referral.referred_on, desk.lang));
        lines.extend(found.map(|line| line.detail(desk.teller().tell(&detail))));
    }
    Ok(lines)
}

/// What a manpower officer looks after: open places, and vacancies that close soon without a referral.
pub async fn offered(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    if !desk.actor.has(Role::Labour) {
        return Ok(Vec::new());
    }
    let today = desk.today();
    let open = livelihood::facts::open_vacancies(desk.house.db.read(), today).await?;
    let places: i64 = open.iter().map(|vacancy| vacancy.openings).sum();
    let mut lines = Vec::new();
    if places > 0 {
        let count = Say::new("home-open-detail").with("vacancies", open.len());
        let found = line(desk, Urgency::Planned, ("open", &places.to_string()), ("vacancy list", &[]));
        lines.extend(found.map(|line| line.detail(desk.teller().tell(&count))));
    }
    let closing = open.iter().filter(|vacancy| (vacancy.closes_on - today).num_days() <= DAYS_AHEAD);
    for vacancy in closing {
        let found =
            line(desk, Urgency::Soon, ("closing", &vacancy.title), ("vacancy show", &[&vacancy.code]));
        let detail = Say::new("home-closing-detail")
            .with("employer", &vacancy.employer_name)
            .with("openings", vacancy.openings);
        let when = day::long(vacancy.closes_on, desk.lang);
        lines.extend(found.map(|line| line.when(when.clone()).detail(desk.teller().tell(&detail))));
    }
    Ok(lines)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The days on which this person judges, with place and number of people.

use access::Act;
use desk::{Desk, Halt};
use kernel::day;

use super::runs::Run;
use crate::pages::reach;

/// One booked assessment.
pub struct Booked {
    pub day: String,
    pub batch: String,
    pub place: String,
    pub scheme: String,
    pub people: i64,
    pub href: String,
    pub tone: &'static str,
    pub state: String,
}

/// The bookings that name this account, the nearest first; those long judged are left out.
pub async fn booked(desk: &Desk, runs: &[Run]) -> Result<Vec<Booked>, Halt> {
    let on = desk.house.db.read();
    let (t, today) = (desk.teller(), desk.today());
    let mut found = Vec::new();
    for batch in runs.iter().map(|run| &run.batch) {
        let Some(booking) = &batch.assessment else { continue };
        let is_own = booking.assessor_account.is_some() && booking.assessor_account == desk.actor.account;
        if !is_own || !desk.may(Act::AssessmentDecide, &batch.target()) {
            continue;
        }
        let judged = assessment::facts::counts(on, batch.id).await?.assessed > 0;
        let (tone, state) = match (judged, booking.reserved_on) {
            (true, _) => ("ok", "home-booked-done"),
            (false, on) if on < today => ("no", "home-booked-late"),
            (false, on) if on == today => ("soon", "home-booked-today"),
            (false, _) => ("plan", "home-booked-ahead"),
        };
        let booked = Booked {
            day: day::weekday_long(booking.reserved_on, desk.lang),
            batch: batch.title.clone(),
            place: booking.place.clone(),
            scheme: booking.scheme.clone().unwrap_or_default(),
            people: enrolment::facts::counts(on, batch.id).await?.seated,
            href: reach::address("assessment decide", &[&batch.code]).unwrap_or_default(),
            tone,
            state: t.say(state),
        };
        found.push((booking.reserved_on, booked));
    }
    found.sort_by_key(|(day, _)| *day);
    Ok(found.into_iter().map(|(_, booked)| booked).collect())
}

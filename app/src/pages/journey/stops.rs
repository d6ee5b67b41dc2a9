// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stops of a journey, from interest to follow-up: what was, what is now, what is promised.

mod onward;
mod stays;

use assessment::facts::Verdict;
use audit::Object;
use desk::{Desk, Halt, Say};
use enrolment::facts::SeatState;
use kernel::day::{self, Day};
use training::facts::SessionState;

use super::life::{Life, Passage};

/// Whether a stop lies behind, is where the person is, or is still promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    Past,
    Now,
    Next,
}

/// One stop.
pub struct Stop {
    pub time: Time,
    day: Day,
    pub when: String,
    pub title: String,
    pub detail: String,
}

impl Stop {
    /// The mark in the list; nothing for what lies behind.
    pub fn class(&self) -> &'static str {
        match self.time {
            Time::Past => "",
            Time::Now => "now",
            Time::Next => "next",
        }
    }
}

/// Makes stops in the reader's language.
struct Scribe<'d> {
    desk: &'d Desk,
    stops: Vec<Stop>,
}

impl Scribe<'_> {
    fn put(&mut self, time: Time, day: Day, title: Say, detail: String) {
        let title = self.desk.teller().tell(&title);
        self.stops.push(Stop { time, day, when: day::long(day, self.desk.lang), title, detail });
    }

    fn past(&mut self, day: Day, title: Say, detail: String) {
        self.put(Time::Past, day, title, detail);
    }

    fn say(&self, key: &str, name: &'static str, value: impl ToString) -> String {
        self.desk.teller().with(key, name, value)
    }
}

/// Every stop the reader may see, in the order of time; promised ones last.
pub async fn stops(desk: &Desk, life: &Life) -> Result<Vec<Stop>, Halt> {
    let mut scribe = Scribe { desk, stops: Vec::new() };
    if life.is_ours {
        interests(&mut scribe, life).await?;
        stays::moves(&mut scribe, life).await?;
        stays::absences(&mut scribe, life).await?;
    }
    stays::death(&mut scribe, life).await?;
    for passage in &life.passages {
        seat(&mut scribe, passage).await?;
        training(&mut scribe, passage);
        assessment(&mut scribe, passage);
    }
    certificates(&mut scribe, life);
    onward::release(&mut scribe, life).await?;
    onward::livelihood(&mut scribe, life).await?;
    let mut stops = scribe.stops;
    stops.sort_by_key(|stop| (stop.time, stop.day));
    Ok(stops)
}

/// Wishes are not a fact later rooms may read; their events are on the person's timeline.
async fn interests(scribe: &mut Scribe<'_>, life: &Life) -> Result<(), Halt> {
    let desk = scribe.desk;
    let on = desk.house.db.read();
    let mut entries = Vec::new();
    for record in people::facts::records(on, life.id()).await? {
        entries.extend(audit::timeline(on, Object::new("person", record.0), 200).await?);
    }
    for entry in entries.iter().filter(|entry| entry.kind.starts_with("Interest")) {
        let wish = |name: &str| {
            entry.content.get(name).and_then(|wish| wish.as_str()).filter(|wish| !wish.is_empty())
        };
        let title = match (wish("first"), wish("second")) {
            (Some(first), Some(second)) => {
                Say::new("journey-interest-two").with("first", first).with("second", second)
            }
            (Some(first), None) => Say::new("journey-interest").with("first", first),
            (None, _) => Say::new("journey-interest-recorded"),
        };
        let by = scribe.say("journey-recorded-by", "name", &entry.actor_name);
        scribe.past(desk.zone().day_of(entry.at), title, by);
    }
    Ok(())
}

async fn seat(scribe: &mut Scribe<'_>, passage: &Passage) -> Result<(), Halt> {
    let seat = &passage.seat;
    let was_seated = seat.state != SeatState::Reserve && seat.reserve_position.is_none();
    let key = if was_seated { "journey-seated" } else { "journey-reserve" };
    let decree = enrolment::facts::decided(scribe.desk.house.db.read(), passage.batch.id).await?;
    let decree =
        decree.map(|decree| scribe.say("journey-decree", "number", decree.number)).unwrap_or_default();
    match &passage.goes_on {
        Some((_, day)) => {
            let title = Say::new("journey-goes-on").with("batch", &passage.batch.title);
            let brought = scribe.say("journey-brought", "jp", passage.ledger.recognised_jp());
            scribe.past(*day, title, brought);
        }
        None => scribe.past(seat.since, Say::new(key).with("batch", &passage.batch.title), decree),
    }
    if let Some(left_on) = seat.left_on {
        let reason = scribe.desk.teller().code("seat-left", &seat.left_reason);
        let kept = scribe.desk.teller().say("journey-nothing-lost");
        scribe.past(
            left_on,
            Say::new("journey-left").with("batch", &passage.batch.title),
            format!("{reason}. {kept}"),
        );
    }
    Ok(())
}

fn training(scribe: &mut Scribe<'_>, passage: &Passage) {
    let held = || passage.sessions.iter().filter(|session| session.state == SessionState::Held);
    let (Some(first), Some(last)) =
        (held().map(|session| session.day).min(), held().map(|session| session.day).max())
    else {
        return;
    };
    if passage.ledger.earned_jp() == 0 && passage.seat.state != SeatState::Seated {
        return;
    }
    let title = Say::new("journey-training")
        .with("batch", &passage.batch.title)
        .with("earned", passage.ledger.earned_jp())
        .with("planned", passage.ledger.planned_jp());
    let mut detail = Vec::new();
    if passage.ledger.caught_up_jp() > 0 {
        detail.push(scribe.say("journey-caught-up", "jp", passage.ledger.caught_up_jp()));
    }
    if let Some(completion) = &passage.completion {
        let key = if completion.complete { "journey-completed" } else { "journey-not-completed" };
        detail.push(scribe.say(key, "percent", completion.percent));
    }
    let runs_on = passage.completion.is_none() && passage.seat.state == SeatState::Seated;
    scribe.put(if runs_on { Time::Now } else { Time::Past }, last, title, detail.join(" "));
    if let Some(stop) = scribe.stops.last_mut() {
        stop.when = day::range_long(first, last, scribe.desk.lang);
    }
}

fn assessment(scribe: &mut Scribe<'_>, passage: &Passage) {
    for (sitting, results) in &passage.sittings {
        let count = |verdict: Verdict| results.iter().filter(|result| result.verdict == verdict).count();
        let title = Say::new("journey-assessed")
            .with("round", sitting.round)
            .with("k", count(Verdict::Competent))
            .with("bk", count(Verdict::NotYet));
        let by = scribe.say("journey-assessor", "name", &sitting.assessor_name);
        scribe.past(sitting.day, title, by);
    }
}

fn certificates(scribe: &mut Scribe<'_>, life: &Life) {
    for certificate in &life.certificates {
        let title = Say::new("journey-certified").with("title", &certificate.title);
        scribe.past(certificate.issued_on, title, certificate.number.clone());
        if let Some(handed_on) = certificate.handed_on {
            let to = scribe.say("journey-handed-to", "name", certificate.handed_to.as_deref().unwrap_or("–"));
            scribe.past(handed_on, Say::new("journey-handed").with("title", &certificate.title), to);
        }
        if let Some(revoked_on) = certificate.revoked_on {
            scribe.past(
                revoked_on,
                Say::new("journey-revoked").with("title", &certificate.title),
                String::new(),
            );
        }
    }
}

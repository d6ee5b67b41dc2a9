// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The employer, or the office on its word, says what came of a referral.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use kernel::id::PersonId;
use people::facts::PersonFact;
use serde_json::json;

use super::{referred, vacancy};
use crate::rules::{self, Answer, ReferralState};
use crate::store::{self, ReferralFact, VacancyFact};

const OUTCOMES: &[&str] = &["hired", "declined"];

/// `application decide`.
pub const DECIDE: Action = Action {
    name: "application decide",
    path: "/vacancies/{vacancy}/referrals/{person}",
    act: Act::ApplicationDecide,
    room: "livelihood",
    fields: &[
        Field::path("vacancy"),
        Field::path("person"),
        Field::required("outcome", Kind::Codes { prefix: "state-referral", codes: OUTCOMES }),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn load(desk: &Desk, form: &Form) -> Result<(VacancyFact, PersonFact, ReferralFact), Halt> {
    let vacancy = vacancy(desk, form).await?;
    let on = desk.house.db.read();
    // An employer has no people of its own: a person is meant among those referred to the vacancy.
    let wanted = form.text("person");
    let referrals = store::referrals_to(on, vacancy.id).await?;
    let ids: Vec<PersonId> = referrals.iter().map(|referral| referral.person).collect();
    let known = people::facts::persons(on, &ids).await?;
    let meant = |person: &PersonFact| person.id.to_string() == wanted || person.name == wanted;
    let person = known.into_iter().find(meant).ok_or(Halt::Missing)?;
    let referral =
        referrals.into_iter().find(|referral| referral.person == person.id).ok_or(Halt::Missing)?;
    desk.allow(Act::ApplicationDecide, &referred(desk, &vacancy, &referral).await?)?;
    Ok((vacancy, person, referral))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (vacancy, person, _) = load(desk, form).await?;
    let back = format!("/vacancies/{}", vacancy.code);
    Ok(Prepared::about(format!("{}, {}", person.name, vacancy.title), back)
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let day = read.day("day");
    let answer = |code: &str| match code {
        "hired" => Some(Answer::Hire),
        "declined" => Some(Answer::Decline),
        _ => None,
    };
    let answer = read.code("outcome", answer, Answer::Decline);
    read.done()?;
    let (vacancy, person, mut referral) = load(desk, form).await?;
    referral.state = rules::decide(referral.state, answer)?;
    referral.decided_on = Some(day);

    let mut work = desk.begin("application decide").await?;
    if referral.state == ReferralState::Hired
        && store::hired_count(&work.tx, vacancy.id).await? >= vacancy.openings
    {
        return Err(Refusal::new("LIVE-08").with("openings", vacancy.openings).into());
    }
    if !store::answer_referral(&work.tx, &referral).await? {
        return Err(Refusal::new("LIVE-05").into());
    }
    let content = json!({ "vacancy": vacancy.code, "outcome": referral.state.code(), "employer": vacancy.employer_name });
    let event = Event::new("ApplicationDecided", Object::new("vacancy", vacancy.id.0), content)
        .about("person", person.id.0);
    work.record(event).await?;
    let key =
        if referral.state == ReferralState::Hired { "application-hired" } else { "application-declined" };
    let said = Say::new(key).with("person", person.name).with("employer", vacancy.employer_name);
    work.commit(Done::new(format!("/vacancies/{}", vacancy.code), said)).await
}

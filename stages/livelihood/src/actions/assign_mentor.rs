// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The office in charge names a mentor to a person. The mentor sees that person and nobody else.

use access::{Act, Role};
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use kernel::id::PersonId;
use office::facts::AccountFact;
use partnership::facts::{AgreementFact, PartyRole};
use serde_json::json;
use store::{ConnectionTrait, DbErr};

use super::person_for;
use crate::store::mentoring::{self, MentoringFact};

/// `mentor assign`.
pub const ASSIGN_MENTOR: Action = Action {
    name: "mentor assign",
    path: "/people/{person}/mentor",
    act: Act::MentorAssign,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::required("mentor", Kind::Pick(mentors)),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_for(desk, form, Act::MentorAssign).await?;
    Ok(Prepared::about(&person.name, format!("/people/{}/mentoring", person.id))
        .filled("day", day::short(desk.today())))
}

/// The agreements under which the person learns.
async fn agreements<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<AgreementFact>, DbErr> {
    let mut found = Vec::new();
    for id in enrolment::facts::agreements_of_person(on, person).await? {
        found.extend(partnership::facts::agreement(on, id).await?);
    }
    Ok(found)
}

/// Mentors of the organisations that are a party for mentoring, each with the agreement.
async fn candidates<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Vec<(AccountFact, AgreementFact)>, DbErr> {
    let mut found = Vec::new();
    for agreement in agreements(on, person).await? {
        for party in agreement.parties.iter().filter(|party| party.role == PartyRole::Mentor) {
            let accounts = office::facts::accounts_of(on, party.organisation).await?;
            let mentors =
                accounts.into_iter().filter(|one| one.roles.iter().any(|role| role == Role::Mentor.code()));
            found.extend(mentors.map(|mentor| (mentor, agreement.clone())));
        }
    }
    Ok(found)
}

fn mentors<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let (person, _) = person_for(desk, form, Act::MentorAssign).await?;
        let found = candidates(desk.house.db.read(), person.id).await?;
        let choice = |(mentor, agreement): (AccountFact, AgreementFact)| Choice {
            label: format!("{} ({})", mentor.name, agreement.code),
            value: mentor.login,
        };
        Ok(found.into_iter().map(choice).collect())
    })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (login, day) = (read.text("mentor"), read.day("day"));
    if day > desk.today() {
        read.problem("day", "mentor-problem-future");
    }
    read.done()?;
    let (person, _) = person_for(desk, form, Act::MentorAssign).await?;
    let found = candidates(desk.house.db.read(), person.id).await?;
    let named: Vec<_> = found.into_iter().filter(|(mentor, _)| mentor.login == login).collect();
    if named.is_empty() {
        return Err(Refusal::new("LIVE-10").with("person", person.name).into());
    }
    let in_force = named.into_iter().find(|(_, agreement)| agreement.in_force(day));
    let (mentor, agreement) = in_force.ok_or_else(|| Refusal::new("LIVE-11").with("day", day::short(day)))?;
    let new = MentoringFact {
        id: desk.fresh_id(),
        person: person.id,
        mentor: mentor.id,
        mentor_name: mentor.name,
        mentor_organisation: mentor.organisation,
        agreement: agreement.id,
        since: day,
        ended_on: None,
    };
    let mut work = desk.begin("mentor assign").await?;
    match mentoring::put(&work.tx, &new).await {
        Err(error)
            if ::store::violation(&error).is_some_and(|no| no.is("mentoring_one", "mentoring.person_id")) =>
        {
            return Err(Refusal::new("LIVE-12").with("person", person.name).into());
        }
        other => other?,
    }
    let content = json!({ "mentor": new.mentor_name, "agreement": agreement.code, "day": day.to_string() });
    let event = Event::new("MentorAssigned", Object::new("person", person.id.0), content)
        .about("agreement", agreement.id.0);
    work.record(event).await?;
    let said = Say::new("mentor-assigned").with("person", person.name).with("mentor", new.mentor_name);
    work.commit(Done::new(format!("/people/{}/mentoring", person.id), said)).await
}

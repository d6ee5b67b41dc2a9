// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person takes back that an employer may know her name: from then on it is not shown there, and what waits ends. The consent
//! stays on record, for it was one when it was used.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day;
use kernel::id::PersonId;
use serde_json::json;

use super::person_for;
use crate::rules::{self, Answer, ReferralState, Told};
use crate::store::consent::{self, WithdrawalFact};
use crate::store::{self, EmployerFact, ReferralFact, VacancyFact};

/// `consent withdraw`.
pub const WITHDRAW_CONSENT: Action = Action {
    name: "consent withdraw",
    path: "/people/{person}/consents/withdrawal",
    act: Act::ConsentWithdraw,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::required("employer", Kind::Pick(told)),
        Field::required("day", Kind::Day),
        Field::required("told", Kind::Codes { prefix: "consent-told", codes: Told::CODES }),
        Field::optional("note", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// A referral with its vacancy, as far as the consent for it holds.
type Consented = (ReferralFact, VacancyFact);

async fn consented<C: ::store::ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<Consented>, Halt> {
    let mut found = store::referrals_of(on, person).await?;
    found.retain(|(referral, _)| referral.withdrawn_on.is_none());
    Ok(found)
}

/// Employers that may know the person of the form.
fn told<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let (person, _) = person_for(desk, form, Act::ConsentWithdraw).await?;
        let on = desk.house.db.read();
        let known = consented(on, person.id).await?;
        let is_told = |one: &EmployerFact| known.iter().any(|(_, vacancy)| vacancy.employer == one.id);
        let employers = store::employers(on).await?.into_iter().filter(is_told);
        Ok(employers.map(|one| Choice { value: one.code, label: one.name }).collect())
    })
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_for(desk, form, Act::ConsentWithdraw).await?;
    if consented(desk.house.db.read(), person.id).await?.is_empty() {
        return Err(Refusal::new("LIVE-17").with("person", person.name).into());
    }
    Ok(Prepared::about(&person.name, format!("/people/{}/consents", person.id))
        .filled("employer", form.text("employer"))
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (wanted, day) = (read.text("employer"), read.day("day"));
    let told = read.code("told", Told::from_code, Told::InPerson);
    let note = read.optional_text("note").unwrap_or_default();
    if day > desk.today() {
        read.problem("day", "consent-problem-future");
    }
    read.done()?;
    let (person, _) = person_for(desk, form, Act::ConsentWithdraw).await?;
    let employers = store::employers(desk.house.db.read()).await?;
    let unknown = || Halt::field("employer", Say::new("problem-unknown").with("text", &wanted));
    let meant = |one: &EmployerFact| one.code.eq_ignore_ascii_case(&wanted) || one.name == wanted;
    let employer = employers.into_iter().find(meant).ok_or_else(unknown)?;

    let mut work = desk.begin("consent withdraw").await?;
    // Read again behind the lock: nobody answers meanwhile.
    consent::hold_referrals(&work.tx, person.id).await?;
    let mut known = consented(&work.tx, person.id).await?;
    known.retain(|(_, vacancy)| vacancy.employer == employer.id);
    let given = known.iter().filter_map(|(referral, _)| referral.consent_on).min();
    if known.is_empty() {
        return Err(Refusal::new("LIVE-17").with("person", person.name).into());
    }
    if let Some(given) = given.filter(|given| day < *given) {
        let say = Say::new("consent-problem-before").with("given", day::short(given));
        return Err(Halt::field("day", say));
    }
    let new = WithdrawalFact {
        id: desk.fresh_id(),
        person: person.id,
        employer: employer.id,
        withdrawn_on: day,
        told,
        note,
        by: desk.actor.name.clone(),
        at: desk.now,
    };
    let ended = end_waiting(&work, &known, &new).await?;
    consent::put_withdrawal(&work.tx, &new).await?;
    let content = json!({ "employer": employer.name, "day": day.to_string(), "told": told.code() });
    let event = Event::new("ConsentWithdrawn", Object::new("person", person.id.0), content);
    let about = |event: Event, (_, vacancy): &Consented| event.about("vacancy", vacancy.id.0);
    work.record(known.iter().fold(event, about)).await?;
    let said = Say::new("consent-withdrawn").with("person", person.name).with("employer", employer.name);
    work.commit(Done::new(format!("/people/{}/consents", person.id), said.with("count", ended))).await
}

/// Ends what waits for the employer's answer; answers how many.
async fn end_waiting(work: &Work<'_>, known: &[Consented], new: &WithdrawalFact) -> Result<usize, Halt> {
    let mut ended = 0;
    for (referral, _) in known.iter().filter(|(one, _)| one.state == ReferralState::Referred) {
        let mut referral = referral.clone();
        referral.state = rules::decide(referral.state, Answer::Withdraw)?;
        referral.decided_on = Some(new.withdrawn_on.max(referral.referred_on));
        if !store::answer_referral(&work.tx, &referral).await? {
            return Err(Refusal::new("LIVE-05").into());
        }
        ended += 1;
    }
    Ok(ended)
}

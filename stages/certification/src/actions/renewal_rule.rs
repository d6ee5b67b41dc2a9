// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer says when holders are reminded, and whether what they have shown at work may stand for an assessment.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use programme::facts::ProgrammeFact;
use serde_json::json;

use crate::renewal;
use crate::rules::renewal::{MOST_DAYS, Rule};
use crate::subject;

/// `certificate renewal-rule`.
pub const RENEWAL_RULE: Action = Action {
    name: "certificate renewal-rule",
    path: "/programmes/{programme}/renewal",
    act: Act::CertificateRenewalRule,
    room: "certification",
    fields: &[
        Field::path("programme"),
        Field::required("remind_days", Kind::Number),
        Field::optional("accepts_recognition", Kind::Check),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn named(desk: &Desk, form: &Form) -> Result<ProgrammeFact, Halt> {
    let on = desk.house.db.read();
    let found = programme::facts::programme_by_code(on, form.text("programme")).await?;
    let programme = found.ok_or(Halt::Missing)?;
    desk.allow(Act::CertificateRenewalRule, &Target::of(programme.issuer))?;
    Ok(programme)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let programme = named(desk, form).await?;
    let rule = renewal::rule(desk.house.db.read(), programme.id).await?;
    let prepared = Prepared::about(&programme.title_id, "/certificates/expiring")
        .filled("remind_days", rule.remind_days.to_string());
    Ok(if rule.accepts_recognition { prepared.filled("accepts_recognition", "yes") } else { prepared })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let (remind_days, accepts_recognition) =
        (reading.number("remind_days"), reading.check("accepts_recognition"));
    if !(1..=MOST_DAYS.cast_signed()).contains(&remind_days) {
        let say = Say::new("problem-certificate-remind-days").with("most", MOST_DAYS);
        reading.problem("remind_days", say);
    }
    reading.done()?;
    let programme = named(desk, form).await?;
    let mut work = desk.begin("certificate renewal-rule").await?;
    let before = renewal::rule(&work.tx, programme.id).await?;
    let rule = Rule { turn: before.turn + 1, remind_days, accepts_recognition };
    let by = (desk.today(), desk.actor.account);
    renewal::keep_rule(&work.tx, programme.id, rule, by).await.map_err(subject::changed_meanwhile)?;
    let content = json!({ "remind_days": remind_days, "accepts_recognition": accepts_recognition });
    let event = Event::new("RenewalRuleSet", Object::new("programme", programme.id.0), content);
    work.record(event).await?;
    let say =
        Say::new("certificate-renewal-rule-set").with("title", &programme.title_id).with("days", remind_days);
    work.commit(Done::new("/certificates/expiring", say)).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A code for the holder, on a slip: with it she fetches her certificate's files by herself, after release and without an account.

use access::Act;
use askama::Template;
use chrono::TimeDelta;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Shown, Teller};
use kernel::day;
use serde_json::json;

use crate::claim::{self, Code, MOST_DAYS, NewClaim, USUAL_DAYS};
use crate::facts::{CertificateFact, Standing};
use crate::subject;

/// `certificate claim-code`.
pub const CLAIM_CODE: Action = Action {
    name: "certificate claim-code",
    path: "/certificates/{certificate}/claim-code",
    act: Act::CertificateClaimCode,
    room: "certification",
    fields: &[Field::path("certificate"), Field::required("until", Kind::Day)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateClaimCode, &subject::target(desk, &certificate, &batch).await?)?;
    let until = desk.today() + TimeDelta::days(USUAL_DAYS);
    Ok(subject::form_about(&certificate).filled("until", day::short(until)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let until = reading.day("until");
    reading.done()?;
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateClaimCode, &subject::target(desk, &certificate, &batch).await?)?;
    let last = desk.today() + TimeDelta::days(MOST_DAYS);
    if until <= desk.today() || until > last {
        let say = Say::new("problem-certificate-claim-until").with("last", day::short(last));
        return Err(Halt::field("until", say));
    }
    match certificate.standing(desk.today()) {
        Standing::InForce | Standing::Expired(_) => {}
        Standing::Revoked(_) | Standing::Replaced(_) | Standing::Suspended(_) => {
            return Err(Refusal::new("CERT-51").into());
        }
    }
    let before = claim::latest(desk, certificate.id).await?;
    let code = Code::fresh(desk);
    let mut work = desk.begin("certificate claim-code").await?;
    let turn = before.map_or(0, |before| before.turn) + 1;
    let new = NewClaim { certificate: certificate.id, turn, code: &code, until };
    claim::keep(&work.tx, desk, &new, &desk.actor).await.map_err(subject::changed_meanwhile)?;
    let content = json!({ "number": certificate.number, "turn": turn, "until": until });
    let event = subject::event("ClaimCodeMade", &certificate, content);
    work.record(event).await?;
    let say = Say::new("certificate-claim-made").with("number", &certificate.number);
    let done = Done::new(subject::page(&certificate), say);
    let shown = shown(desk, &certificate, (&code, until))?;
    work.commit(done.showing_once(shown)).await
}

#[derive(Template)]
#[template(path = "claim_made.html")]
struct MadePage<'a> {
    t: Teller<'a>,
    certificate: &'a CertificateFact,
    back: String,
    code: &'a str,
    until: String,
    address: String,
}

/// The code as the answer itself: what an answer leaves behind elsewhere would keep it in the clear.
fn shown(
    desk: &Desk,
    certificate: &CertificateFact,
    (code, until): (&Code, day::Day),
) -> Result<Shown, Halt> {
    let t = desk.teller();
    let page = MadePage {
        t,
        certificate,
        back: subject::page(certificate),
        code: code.reveal(),
        until: day::long(until, desk.lang),
        address: format!("{}/c/ambil", desk.house.settings.public_base),
    };
    let say = Say::new("certificate-claim-line").with("code", page.code).with("until", &page.until);
    let (body, text) = (web::html(&page)?, t.tell(&say));
    Ok(Shown::Html { title: t.say("certificate-claim-made-title"), body, text })
}

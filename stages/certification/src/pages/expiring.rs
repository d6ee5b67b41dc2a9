// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates that run out: for the offices that answer for the holders, until those were told; for the issuer, until renewed.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;

use crate::renewal::{self, Expiring};
use crate::rules::renewal::{Ground, Outcome, grounded, renewable};
use crate::subject;

/// `certificate expiring`.
pub const EXPIRING: Page = Page {
    name: "certificate expiring",
    path: "/certificates/expiring",
    act: Act::CertificateRead,
    room: "certification",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    number: String,
    name: String,
    title: String,
    last: String,
    /// The word and tone of how long it still holds.
    standing: String,
    tone: &'static str,
    told: String,
    judged: String,
    /// The key of whom the next step waits for, where it is not the reader's.
    waits: &'static str,
    may_remind: bool,
    may_renew: bool,
}

#[derive(Template)]
#[template(path = "expiring.html")]
struct ExpiringPage<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    /// Title and address of each programme whose rule the reader may set.
    rules: Vec<(String, String)>,
}

/// What runs out for the reader's own office.
pub(super) async fn own(desk: &Desk) -> Result<Vec<Expiring>, Halt> {
    desk.scope(Act::CertificateRead)?;
    match desk.actor.office_id() {
        Some(own) if desk.may(Act::CertificateRead, &Target::of(own)) => {
            Ok(renewal::expiring(desk.house.db.read(), own, desk.today()).await?)
        }
        Some(_) | None => Ok(Vec::new()),
    }
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let t = desk.teller();
    let (mut lines, mut rules) = (Vec::new(), Vec::new());
    for one in own(desk).await? {
        let on = desk.house.db.read();
        let batch = programme::facts::batch(on, one.certificate.batch).await?.ok_or(Halt::Missing)?;
        if desk.may(Act::CertificateRenewalRule, &subject::issuer_target(&batch)) {
            rules.push((
                batch.programme.title_id.clone(),
                format!("/programmes/{}/renewal", batch.programme.code),
            ));
        }
        let rule = renewal::rule(on, batch.programme.id).await?;
        let grounds: Vec<_> = one.ground.clone().into_iter().collect();
        let is_renewable = renewable(&one.certificate, rule, desk.today()).is_ok();
        let may_renew = is_renewable
            && grounded(&grounds, desk.actor.account).is_ok()
            && desk.may(Act::CertificateIssue, &subject::issued_by(&one.certificate));
        let keepers = subject::keepers(desk, &one.certificate, &batch).await?;
        let may_remind = is_renewable && one.told.is_none() && desk.may(Act::CertificateTell, &keepers);
        lines.push(line(desk, one, (may_remind, may_renew)));
    }
    rules.sort();
    rules.dedup();
    let page = ExpiringPage { t, lines, rules };
    let text = |line: &Line| {
        format!(
            "{}  {}  {}  {}  {}  {}  {}",
            line.number, line.name, line.title, line.last, line.standing, line.told, line.judged
        )
    };
    let text: Vec<String> = page.lines.iter().map(|line| text(line).trim_end().to_owned()).collect();
    Ok(Shown::Html { title: t.say("certificate-expiring"), body: web::html(&page)?, text: text.join("\n") })
}

fn line(desk: &Desk, one: Expiring, (may_remind, may_renew): (bool, bool)) -> Line {
    let t = desk.teller();
    let days = (one.last - desk.today()).num_days();
    let (tone, standing) = match days {
        ..0 => ("no", t.say("state-certificate-expired")),
        0.. => ("soon", t.with("certificate-days-left", "days", days)),
    };
    let told = one.told.map(|(on, by)| {
        t.tell(&Say::new("certificate-reminded-on").with("day", day::short(on)).with("by", by))
    });
    let is_judged = one.ground.as_ref().is_some_and(Ground::is_competent);
    let judged = one.ground.map(|ground| {
        let key = match ground.outcome {
            Outcome::Competent => "certificate-judged-competent",
            Outcome::NotYet => "certificate-judged-not-yet",
        };
        t.tell(&Say::new(key).with("day", day::short(ground.day)).with("by", ground.by_name))
    });
    Line {
        last: day::short(one.last),
        standing,
        tone,
        told: told.unwrap_or_default(),
        judged: judged.unwrap_or_default(),
        waits: if is_judged { "certificate-waits-issuer" } else { "certificate-waits-assessor" },
        number: one.certificate.number,
        name: one.certificate.learner_name,
        title: one.certificate.title,
        may_remind,
        may_renew,
    }
}

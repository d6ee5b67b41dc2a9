// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A programme is proposed under an agreement: what is taught, by whom, and which certificate it leads to.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::day::Day;
use office::facts::{OrganisationFact, pick_organisations};
use partnership::facts::{AgreementFact, pick_agreements};
use serde_json::json;

use crate::facts::{self, CertificateKind, FacilityFact, ProgrammeFact};
use crate::rules::{self, Party, Proposal};
use crate::{named, store};

/// What a programme has unless its provider says otherwise.
const USUAL_COMPLETION_PERCENT: i64 = 80;

pub const PROPOSE: Action = Action {
    name: "programme propose",
    path: "/programmes/new",
    act: Act::ProgrammePropose,
    room: "programme",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("title_id", Kind::Text),
        Field::required("title_en", Kind::Text),
        Field::required("agreement", Kind::Pick(pick_agreements)),
        Field::required("provider", Kind::Pick(pick_organisations)),
        Field::required("issuer", Kind::Pick(pick_organisations)),
        Field::required(
            "certificate_kind",
            Kind::Codes { prefix: "programme-certificate", codes: CertificateKind::CODES },
        ),
        Field::optional("standard", Kind::Text),
        Field::optional("minutes_per_jp", Kind::Number),
        Field::optional("completion_percent", Kind::Number),
        Field::optional("theory_first", Kind::Check),
        Field::optional("facility", Kind::Pick(named::pick_facilities)),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::ProgrammePropose)?;
    Ok(Prepared::about("", "/programmes")
        .filled("agreement", form.text("agreement"))
        .filled("minutes_per_jp", kernel::jp::MINUTES_PER_JP)
        .filled("completion_percent", USUAL_COMPLETION_PERCENT))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (programme, agreement) = parse(desk, form).await?;
    desk.allow(Act::ProgrammePropose, &agreement.target())?;
    let mut work = desk.begin("programme propose").await?;
    store::or_taken(store::programme(&work.tx, &programme).await, "programme", &programme.code)?;
    let content = json!({
        "code": programme.code, "title": programme.title_id, "certificate_kind": programme.certificate_kind.code(),
    });
    let event = Event::new("ProgrammeProposed", Object::new("programme", programme.id.0), content);
    work.record(event.about("agreement", agreement.id.0)).await?;
    let said =
        Say::new("programme-proposed").with("title", &programme.title_id).with("code", &programme.code);
    work.commit(Done::new(format!("/programmes/{}", programme.code), said)).await
}

/// The organisations and things a proposal names; each is there unless a problem was noted.
struct Named {
    agreement: Option<AgreementFact>,
    provider: Option<OrganisationFact>,
    issuer: Option<OrganisationFact>,
    facility: Option<FacilityFact>,
}

async fn parse(desk: &Desk, form: &Form) -> Result<(ProgrammeFact, AgreementFact), Halt> {
    let mut reading = form.read();
    let code = named::read_code(&mut reading);
    let (title_id, title_en) = (reading.text("title_id"), reading.text("title_en"));
    let certificate_kind =
        reading.code("certificate_kind", CertificateKind::from_code, CertificateKind::Training);
    let standard = reading.optional_text("standard");
    let minutes_per_jp =
        reading.optional_number("minutes_per_jp").unwrap_or(kernel::jp::MINUTES_PER_JP.into());
    let completion_percent =
        reading.optional_number("completion_percent").unwrap_or(USUAL_COMPLETION_PERCENT);
    let theory_first = reading.check("theory_first");
    let Named { agreement, provider, issuer, facility } = read_named(desk, &mut reading).await?;
    let (Some(agreement), Some(provider), Some(issuer)) = (agreement, provider, issuer) else {
        reading.done()?;
        return Err(Halt::Missing);
    };
    let proposal = Proposal {
        agreement: &agreement,
        provider: provider.id,
        issuer: Party { id: issuer.id, kind: &issuer.kind },
        certificate_kind,
        standard: standard.as_deref(),
        facility: facility.as_ref(),
        minutes_per_jp,
        completion_percent,
    };
    note_broken(&mut reading, &proposal, desk.today());
    reading.done()?;
    let programme = ProgrammeFact {
        id: desk.fresh_id(),
        code,
        title_id,
        title_en,
        agreement: agreement.id,
        host: agreement.host,
        provider: provider.id,
        issuer: issuer.id,
        standard,
        certificate_kind,
        minutes_per_jp,
        completion_percent,
        theory_first,
        facility: facility.map(|facility| facility.id),
    };
    Ok((programme, agreement))
}

fn note_broken(reading: &mut Reading<'_>, proposal: &Proposal, today: Day) {
    for problem in rules::proposal(proposal, today) {
        reading.problem(problem.field, problem.say);
    }
}

async fn read_named(desk: &Desk, reading: &mut Reading<'_>) -> Result<Named, Halt> {
    let on = desk.house.db.read();
    let agreement_code = reading.text("agreement");
    let agreement = partnership::facts::agreement_by_code(on, &agreement_code).await?;
    if agreement.is_none() && !agreement_code.is_empty() {
        reading.problem("agreement", named::unknown(&agreement_code));
    }
    let provider = named::organisation(desk, reading, "provider").await?;
    let issuer = named::organisation(desk, reading, "issuer").await?;
    let facility = match reading.optional_text("facility") {
        None => None,
        Some(code) => {
            let found = facts::facility_by_code(on, &code).await?;
            if found.is_none() {
                reading.problem("facility", named::unknown(&code));
            }
            found
        }
    };
    Ok(Named { agreement, provider, issuer, facility })
}

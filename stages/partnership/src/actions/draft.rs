// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The text of an agreement is put on the table: who, what for, from when to when.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, FieldProblem, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::Lang;
use kernel::id::MeetingId;
use office::facts::OrganisationFact;
use serde_json::json;

use super::step::iso;
use super::{find_office, line_problem, read_code, read_host};
use crate::facts::{AgreementKind, PartyRole, meeting_by_code};
use crate::pages::pick_meetings;
use crate::rules::{self, DraftParty, DraftTerms};
use crate::store::{self, NewAgreement};

pub const DRAFT: Action = Action {
    name: "agreement draft",
    path: "/agreements/new",
    act: Act::AgreementDraft,
    room: "partnership",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("title", Kind::Text),
        Field::required("kind", Kind::Codes { prefix: "agreement-kind", codes: AgreementKind::CODES }),
        Field::optional("host", Kind::Pick(office::facts::pick_organisations)),
        Field::optional("parties", Kind::Lines),
        Field::required("starts_on", Kind::Day),
        Field::required("ends_on", Kind::Day),
        Field::required("fields", Kind::Text),
        Field::required("places", Kind::Text),
        Field::optional("meeting", Kind::Pick(pick_meetings)),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// A draft as read from the form: what is written, and what the rules look at.
struct Draft {
    new: NewAgreement,
    terms: DraftTerms,
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::AgreementDraft)?;
    let own = desk.actor.office.as_ref().map_or("", |office| &office.code);
    // A meeting's page leads here with its code in the address.
    Ok(Prepared::about("", "/agreements").filled("host", own).filled("meeting", form.text("meeting")))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    desk.scope(Act::AgreementDraft)?;
    let Draft { new, terms } = parse(desk, form).await?;
    desk.allow(Act::AgreementDraft, &Target::of(new.host))?;
    let mut work = desk.begin("agreement draft").await?;
    let taken = |error| store::taken(error, "agreement_code", "agreement.code", "code", &new.code);
    store::insert_agreement(&work.tx, &new).await.map_err(taken)?;
    let content = json!({
        "agreement": new.code,
        "title": new.title,
        "parties": terms.parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>(),
        "starts_on": iso(new.starts_on),
        "ends_on": iso(new.ends_on),
    });
    let mut event = Event::new("AgreementDrafted", Object::new("agreement", new.id.0), content);
    for (organisation, _) in &new.parties {
        event = event.about("organisation", organisation.0);
    }
    if let Some(meeting) = new.meeting {
        event = event.about("meeting", meeting.0);
    }
    work.record(event).await?;
    let drafted = Say::new("agreement-drafted").with("title", &new.title).with("count", new.parties.len());
    let done = Done::new(format!("/agreements/{}", new.code), drafted);
    work.commit(rules::draft_warnings(&terms).into_iter().fold(done, Done::and)).await
}

async fn parse(desk: &Desk, form: &Form) -> Result<Draft, Halt> {
    let offices = office::facts::all(desk.house.db.read()).await?;
    let mut reading = form.read();
    let code = read_code(&mut reading);
    let title = reading.text("title");
    let kind = reading.code("kind", AgreementKind::from_code, AgreementKind::Pks);
    let host = read_host(&mut reading, desk, &offices);
    let partners = read_parties(&mut reading, desk, &offices, kind);
    let (starts_on, ends_on) = (reading.day("starts_on"), reading.day("ends_on"));
    let (fields, places) = (reading.text("fields"), reading.text("places"));
    let meeting = read_meeting(&mut reading, desk).await?;
    // Rules look only at what could be read: a missing day is no wrong term.
    reading.done()?;
    let host = host.ok_or(Halt::Missing)?;
    let terms = DraftTerms { kind, parties: with_host(host, partners), starts_on, ends_on };
    let problems: Vec<FieldProblem> = rules::draft_problems(&terms);
    if !problems.is_empty() {
        return Err(Halt::Problems(problems));
    }
    let parties = terms.parties.iter().map(|party| (party.organisation, party.role)).collect();
    let id = desk.fresh_id();
    let new = NewAgreement {
        id,
        code,
        title,
        kind,
        host: host.id,
        meeting,
        fields,
        places,
        starts_on,
        ends_on,
        parties,
    };
    Ok(Draft { new, terms })
}

/// The lines `organisation | role`; the host may be among them or not. An own decision has no other party.
fn read_parties(
    reading: &mut Reading<'_>,
    desk: &Desk,
    offices: &[OrganisationFact],
    kind: AgreementKind,
) -> Vec<DraftParty> {
    let lines = reading.lines("parties");
    if lines.is_empty() && kind != AgreementKind::Own {
        reading.problem("parties", "problem-empty");
    }
    let mut parties = Vec::new();
    for (parts, line) in lines.iter().zip(1..) {
        let [office, role] = parts.as_slice() else {
            line_problem(reading, desk, "parties", line, &Say::new("agreement-problem-party-line"));
            continue;
        };
        match (find_office(offices, office), role_named(desk, role)) {
            (Some(office), Some(role)) => parties.push(party(office, role)),
            (None, _) => line_problem(
                reading,
                desk,
                "parties",
                line,
                &Say::new("problem-unknown").with("text", office),
            ),
            (_, None) => line_problem(
                reading,
                desk,
                "parties",
                line,
                &Say::new("agreement-problem-role").with("text", role),
            ),
        }
    }
    parties
}

/// A role by its code or by its word in either language.
fn role_named(desk: &Desk, text: &str) -> Option<PartyRole> {
    let text = text.to_lowercase();
    let words = &desk.house.words;
    PartyRole::ALL.iter().copied().find(|role| {
        let label = Say::new(format!("agreement-role-{}", role.code().replace('_', "-")));
        let said = [Lang::Id, Lang::En].map(|lang| words.say(lang, &label).to_lowercase());
        role.code() == text.replace([' ', '-'], "_") || said.contains(&text)
    })
}

/// The host at the front, once.
fn with_host(host: &OrganisationFact, partners: Vec<DraftParty>) -> Vec<DraftParty> {
    let is_host = |other: &DraftParty| other.organisation == host.id && other.role == PartyRole::Host;
    let mut parties = vec![party(host, PartyRole::Host)];
    parties.extend(partners.into_iter().filter(|partner| !is_host(partner)));
    parties
}

fn party(office: &OrganisationFact, role: PartyRole) -> DraftParty {
    DraftParty { organisation: office.id, kind: office.kind.clone(), name: office.name.clone(), role }
}

async fn read_meeting(reading: &mut Reading<'_>, desk: &Desk) -> Result<Option<MeetingId>, Halt> {
    let Some(code) = reading.optional_text("meeting") else { return Ok(None) };
    let meeting = meeting_by_code(desk.house.db.read(), &code).await?;
    let seen = meeting.filter(|meeting| desk.may(Act::MeetingRead, &meeting.target()));
    if seen.is_none() {
        reading.problem("meeting", Say::new("problem-unknown").with("text", code));
    }
    Ok(seen.map(|meeting| meeting.id))
}

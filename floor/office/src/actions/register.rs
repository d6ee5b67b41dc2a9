// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An organisation takes its place: a prison, a school, a training centre, an employer.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Reading, Say};
use kernel::region::{self, District};
use kernel::zone::Zone;
use serde_json::json;

use crate::facts::{self, OrganisationFact};
use crate::store;

const ZONES: &[&str] = &["WIB", "WITA", "WIT"];

pub const REGISTER: Action = Action {
    name: "organisation register",
    path: "/organisations/new",
    act: Act::OrganisationRegister,
    room: "office",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("kind", Kind::Pick(pick_kinds)),
        Field::required("name", Kind::Text),
        Field::optional("short_name", Kind::Text),
        Field::optional("district", Kind::Text),
        Field::optional("zone", Kind::Codes { prefix: "office-zone", codes: ZONES }),
        Field::optional("address", Kind::Text),
        Field::optional("parent", Kind::Pick(facts::pick_organisations)),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

fn pick_kinds<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let choice = |kind: &kernel::organisation::OrganisationKind| Choice {
            value: kind.code.to_owned(),
            label: kind.label(desk.lang).to_owned(),
        };
        Ok(kernel::organisation::kinds().iter().map(choice).collect())
    })
}

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::OrganisationRegister, &Target::default())?;
    Ok(Prepared::about("", "/organisations"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    desk.allow(Act::OrganisationRegister, &Target::default())?;
    let new = parse(desk, form).await?;
    let mut work = desk.begin("organisation register").await?;
    store::add_organisation(&work.tx, &new).await.map_err(|error| store::taken(error, "code", &new.code))?;
    let content = json!({ "code": new.code, "kind": new.kind, "name": new.name });
    work.record(Event::new("OrganisationRegistered", Object::new("organisation", new.id.0), content)).await?;
    work.commit(Done::new("/organisations", Say::new("office-registered").with("name", &new.name))).await
}

async fn parse(desk: &Desk, form: &Form) -> Result<OrganisationFact, Halt> {
    let on = desk.house.db.read();
    let mut reading = form.read();
    let code = read_code(&mut reading);
    if facts::by_code(on, &code).await?.is_some() {
        reading.problem("code", Say::new("problem-taken").with("text", &code));
    }
    let name = reading.text("name");
    let district = read_district(&mut reading, form.text("district"));
    let zone =
        reading.optional_code("zone", Zone::from_label).or(district.map(|district| district.province.zone()));
    if zone.is_none() && form.text("zone").is_empty() {
        reading.problem("zone", "office-zone-needed");
    }
    let parent = match form.text("parent") {
        "" => None,
        text => facts::by_code(on, text).await?.map(|parent| parent.id).or_else(|| {
            reading.problem("parent", Say::new("problem-unknown").with("text", text));
            None
        }),
    };
    let new = OrganisationFact {
        id: desk.fresh_id(),
        code,
        kind: reading
            .code("kind", |code| kernel::organisation::kind(code).map(|kind| kind.code), "")
            .to_owned(),
        short_name: reading.optional_text("short_name").unwrap_or_else(|| name.clone()),
        name,
        zone: zone.unwrap_or(Zone::Wib),
        district_code: district.map(|district| district.code.to_owned()),
        address: reading.optional_text("address").unwrap_or_default(),
        parent,
    };
    reading.done()?;
    Ok(new)
}

/// Small letters, digits and dashes, as in `lapas-jember`.
fn read_code(reading: &mut Reading<'_>) -> String {
    let code = reading.text("code").to_lowercase();
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    if !code.chars().all(plain) || code.len() > 60 || code.starts_with('-') {
        reading.problem("code", "office-code-shape");
    }
    code
}

fn read_district(reading: &mut Reading<'_>, text: &str) -> Option<&'static District> {
    if text.is_empty() {
        return None;
    }
    let found = region::district(text).or_else(|| region::find(text));
    if found.is_none() {
        let names: Vec<&str> =
            region::candidates(text).iter().map(|district| district.name.as_str()).collect();
        let key = if names.is_empty() { "problem-unknown" } else { "office-district-several" };
        reading.problem("district", Say::new(key).with("text", text).with("names", names.join(", ")));
    }
    found
}

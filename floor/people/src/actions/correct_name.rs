// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The registrar puts a name right that was written wrong, with the paper in hand. The old one stays findable; a certificate
//! that bears it is replaced by its issuer.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::name::PersonName;
use serde_json::json;

use super::person_here;
use crate::import::finding::What;
use crate::store::name;

/// `person correct-name`.
pub const CORRECT_NAME: Action = Action {
    name: "person correct-name",
    path: "/people/{person}/name",
    act: Act::PersonCorrectName,
    room: "people",
    fields: &[
        Field::path("person"),
        Field::required("name", Kind::Text),
        Field::required("document", Kind::Text),
        Field::required("reason", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_here(desk, form, Act::PersonCorrectName).await?;
    let back = format!("/people/{}", person.id);
    Ok(Prepared::about(person.name.clone(), back).filled("name", person.name))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let (document, reason) = (reading.text("document"), reading.text("reason"));
    let written = reading.text("name");
    let name = match PersonName::parse(&written) {
        Ok(name) => Some(name),
        Err(_) if written.is_empty() => None,
        Err(problem) => {
            let what = What::Name(problem).sentence(&desk.house.words, desk.lang);
            reading.problem("name", Say::new("people-said").with("what", what));
            None
        }
    };
    reading.done()?;
    let name = name.ok_or(Halt::Missing)?;
    let (person, office) = person_here(desk, form, Act::PersonCorrectName).await?;
    if person.name == name.as_str() {
        return Err(Halt::field("name", Say::new("people-name-the-same")));
    }
    let mut work = desk.begin("person correct-name").await?;
    let new = name::Correction {
        person: person.known_as,
        old: &person.name,
        new: &name,
        reason: &reason,
        document: &document,
    };
    if !name::correct(&work, &new).await? {
        return Err(Refusal::new("PEOP-22").into());
    }
    // Neither name stands in the log.
    let content = json!({ "office": office.to_string(), "day": desk.today().to_string() });
    work.record(Event::new("NameCorrected", Object::new("person", person.known_as.0), content)).await?;
    let say = Say::new("people-name-corrected").with("name", name.as_str());
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}

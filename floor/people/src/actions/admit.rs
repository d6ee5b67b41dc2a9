// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person is put on record by hand, under the same checks as a row of an imported list.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use kernel::name::{self, PersonName};
use kernel::nik::{Nik, NikProblem};
use kernel::person::{Education, NikMissing, PersonKind, Sex};
use serde_json::json;

use super::own_office;
use crate::import::candidate::{self, Candidate, Frame, NewSecrets, NikOrWhy, OfficeLook, Register};
use crate::import::columns::Column;
use crate::import::duplicates::judge;
use crate::import::finding::What;
use crate::import::{self, Read, ReadFile};

/// The codes of `PersonKind`, in its order.
pub(crate) const KINDS: &[&str] =
    &["convict", "remand-detainee", "convicted-child", "client", "former", "learner"];
pub(crate) const SEXES: &[&str] = &["male", "female"];
pub(crate) const EDUCATIONS: &[&str] = &[
    "none",
    "primary",
    "lower-secondary",
    "upper-secondary",
    "vocational",
    "diploma-1",
    "diploma-2",
    "diploma-3",
    "bachelor",
    "master",
    "doctor",
];
pub(crate) const NIK_MISSING: &[&str] =
    &["not-recorded", "document-lost", "not-verified", "foreign-national", "not-yet-asked"];

pub const ADMIT: Action = Action {
    name: "person admit",
    path: "/people/new",
    act: Act::PersonAdmit,
    room: "people",
    fields: &[
        Field::required("name", Kind::Text),
        Field::optional("register", Kind::Text),
        Field::optional("kind", Kind::Codes { prefix: "people-kind", codes: KINDS }),
        Field::optional("birth_place", Kind::Text),
        Field::optional("born_on", Kind::Day),
        Field::required("sex", Kind::Codes { prefix: "people-sex", codes: SEXES }),
        Field::optional("nik", Kind::Text),
        Field::optional("nik_missing", Kind::Codes { prefix: "nik-missing", codes: NIK_MISSING }),
        Field::optional("nik_note", Kind::Text),
        Field::optional("education", Kind::Codes { prefix: "people-education", codes: EDUCATIONS }),
        Field::optional("home", Kind::Text),
        Field::optional("phone", Kind::Text),
        Field::optional("admitted_on", Kind::Day),
        Field::optional("offence", Kind::Text),
        Field::optional("sentence", Kind::Text),
        Field::optional("expiry_on", Kind::Day),
        Field::optional("two_thirds_on", Kind::Day),
        Field::optional("block", Kind::Text),
        Field::optional("health", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    own_office(desk, Act::PersonAdmit)?;
    let office = desk.actor.office.as_ref().map_or(String::new(), |office| office.name.clone());
    Ok(Prepared::about(office, "/people").filled("admitted_on", desk.today().format("%d-%m-%Y")))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (office, frame) = own_office(desk, Act::PersonAdmit)?;
    let candidate = parse(desk, form, frame)?;
    let odd = odd(desk, &candidate);
    let (name, kind) = (candidate.name.clone(), candidate.kind);
    let mut work = desk.begin("person admit").await?;
    let file = ReadFile { people: vec![Read { row: 1, candidate: Some(candidate) }], findings: Vec::new() };
    let record = import::on_record(&work.tx, office, import::hashes_of(desk, &file)).await?;
    let verdict = judge(file, &record, |one| import::hash_of(desk, one));
    let Some((_, candidate)) = verdict.new.into_iter().next() else {
        let problems =
            verdict.findings.iter().map(|finding| (field_of(finding.column), finding.what.clone()));
        return Err(problems_of(desk, problems));
    };
    let person = import::put_on_record(&work, office, candidate).await?;
    work.record(event(person, office, kind)).await?;
    let mut done = Done::new(format!("/people/{person}"), Say::new("people-admitted").with("name", name));
    done.more = odd;
    work.commit(done).await
}

fn event(person: PersonId, office: OrganisationId, kind: PersonKind) -> Event {
    let content = json!({ "office": office.to_string(), "kind": kind.code() });
    Event::new("PersonAdmitted", Object::new("person", person.0), content).about("organisation", office.0)
}

fn parse(desk: &Desk, form: &Form, frame: Frame) -> Result<Candidate, Halt> {
    let mut reading = form.read();
    let names = read_names(desk, form, &mut reading);
    let register = Register::read(form.text("register"));
    if frame.office == OfficeLook::Gate && register.is_none() {
        reading.problem("register", "people-register-empty");
    }
    let by_book = register.as_ref().and_then(|register| candidate::kind_of_book(&register.number));
    let kind =
        reading.optional_code("kind", PersonKind::from_code).or(by_book).or(candidate::kind_at(frame.office));
    if kind.is_none() && form.text("kind").is_empty() {
        reading.problem("kind", "people-status-empty");
    }
    let born_on = not_after(&mut reading, "born_on", frame.today);
    let admitted_on = not_after(&mut reading, "admitted_on", frame.today);
    let one = Candidate {
        name: names.0,
        aliases: names.1,
        register,
        born_on,
        birth_place: reading.optional_text("birth_place"),
        sex: reading.code("sex", read_sex, Sex::Male),
        kind: kind.unwrap_or(PersonKind::Convict),
        home_district: read_home(desk, form, &mut reading),
        education: reading.optional_code("education", read_education),
        phone: reading.optional_text("phone"),
        nik: read_nik(desk, form, &mut reading),
        admitted_on,
        secrets: read_secrets(&mut reading),
    };
    reading.done()?;
    Ok(one)
}

fn read_names(desk: &Desk, form: &Form, reading: &mut Reading<'_>) -> (PersonName, Vec<PersonName>) {
    name::split_alias(form.text("name")).unwrap_or_else(|problem| {
        reading.problem("name", said(desk, &What::Name(problem)));
        (PersonName::parse("x").expect("one letter is a name"), Vec::new())
    })
}

fn not_after(reading: &mut Reading<'_>, field: &str, today: Day) -> Option<Day> {
    let day = reading.optional_day(field);
    if day.is_some_and(|day| day > today) {
        reading.problem(field, "people-day-future");
    }
    day
}

fn read_sex(text: &str) -> Option<Sex> {
    Sex::from_code(text).or_else(|| candidate::sex(text))
}

fn read_education(text: &str) -> Option<Education> {
    Education::from_code(text).or_else(|| candidate::education(text))
}

fn read_home(desk: &Desk, form: &Form, reading: &mut Reading<'_>) -> Option<String> {
    let text = form.text("home");
    if text.is_empty() {
        return None;
    }
    if let Some(district) = kernel::region::district(text) {
        return Some(district.code.to_owned());
    }
    let problem = match candidate::districts(text).as_slice() {
        [district] => return Some(district.code.to_owned()),
        [] => What::say("people-home-unknown").with("text", text),
        several => {
            let names: Vec<&str> = several.iter().map(|district| district.name.as_str()).collect();
            What::say("people-home-several").with("text", text).with("names", names.join(", "))
        }
    };
    reading.problem("home", said(desk, &problem));
    None
}

fn read_nik(desk: &Desk, form: &Form, reading: &mut Reading<'_>) -> NikOrWhy {
    let note = reading.optional_text("nik_note");
    let why = reading.optional_code("nik_missing", NikMissing::from_code);
    match (Nik::parse(form.text("nik")), why) {
        (Ok(nik), None) => NikOrWhy::Nik(nik),
        (Ok(_), Some(_)) => {
            reading.problem("nik_missing", "people-nik-and-why");
            NikOrWhy::Missing { why: NikMissing::NotYetAsked.code(), note }
        }
        (Err(NikProblem::Empty), Some(why)) => NikOrWhy::Missing { why: why.code(), note },
        (Err(problem), _) => {
            reading.problem("nik", said(desk, &What::Nik(problem)));
            NikOrWhy::Missing { why: NikMissing::NotYetAsked.code(), note }
        }
    }
}

fn read_secrets(reading: &mut Reading<'_>) -> NewSecrets {
    let secrets = NewSecrets {
        offence: reading.optional_text("offence"),
        sentence_text: reading.optional_text("sentence"),
        expiry_on: reading.optional_day("expiry_on"),
        two_thirds_on: reading.optional_day("two_thirds_on"),
        block: reading.optional_text("block"),
        health: reading.optional_text("health"),
    };
    if secrets.expiry_on.zip(secrets.two_thirds_on).is_some_and(|(expiry, two_thirds)| two_thirds > expiry) {
        reading.problem("two_thirds_on", "people-two-thirds-late");
    }
    secrets
}

/// What does not fit about the NIK; it stops nobody.
fn odd(desk: &Desk, candidate: &Candidate) -> Vec<Say> {
    let warnings =
        candidate.nik().map(|nik| nik.warnings(candidate.born_on, Some(candidate.sex))).unwrap_or_default();
    warnings.into_iter().map(|warning| said(desk, &What::NikOdd(warning))).collect()
}

fn said(desk: &Desk, what: &What) -> Say {
    Say::new("people-said").with("what", what.sentence(&desk.house.words, desk.lang))
}

fn field_of(column: Option<Column>) -> &'static str {
    match column {
        Some(Column::Nik) => "nik",
        Some(Column::Register) => "register",
        _ => "name",
    }
}

fn problems_of(desk: &Desk, found: impl Iterator<Item = (&'static str, What)>) -> Halt {
    let problem =
        |(field, what): (&str, What)| desk::FieldProblem { field: field.to_owned(), say: said(desk, &what) };
    Halt::Problems(found.map(problem).collect())
}

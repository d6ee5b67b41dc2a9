// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Somebody of an organisation gets an account with her roles.

use access::{Act, Entry, Role, Target};
use audit::{Event, Object};
use chrono::{DateTime, Duration, Utc};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::id::OrganisationId;
use serde_json::json;

use crate::actions::typed_password;
use crate::store::{self, NewAccount};
use crate::{facts, once};

/// The codes of `access::Role`, in its order.
pub(crate) const ROLES: &[&str] = &[
    "head",
    "work",
    "registrar",
    "security",
    "counsellor",
    "training_head",
    "instructor",
    "teacher",
    "assessor",
    "certifier",
    "mentor",
    "labour",
    "employer",
    "directorate",
    "region",
    "admin",
];

pub(super) const ROLE: Kind = Kind::Codes { prefix: "office-role", codes: ROLES };

pub const OPEN: Action = Action {
    name: "account open",
    path: "/accounts/new",
    act: Act::AccountOpen,
    room: "office",
    fields: &[
        Field::required("organisation", Kind::Pick(facts::pick_organisations)),
        Field::required("name", Kind::Text),
        Field::optional("post", Kind::Text),
        Field::required("login", Kind::Text),
        Field::optional("password", Kind::Password),
        // A command may give this option several times; the page has a field for each.
        Field::required("roles", ROLE),
        Field::optional("second_role", ROLE),
        Field::optional("third_role", ROLE),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::AccountOpen, &Target::default())?;
    Ok(Prepared::about("", "/accounts"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    desk.allow(Act::AccountOpen, &Target::default())?;
    let (new, made) = parse(desk, form).await?;
    let mut work = desk.begin("account open").await?;
    store::add_account(&work.tx, &new).await.map_err(|error| store::taken(error, "login", &new.login))?;
    let roles: Vec<&str> = new.roles.iter().map(|role| role.code()).collect();
    let content = json!({ "login": new.login, "roles": roles });
    let event = Event::new("AccountOpened", Object::new("account", new.id.0), content);
    work.record(event.about("organisation", new.organisation.0)).await?;
    let done = Done::new("/accounts", Say::new("office-account-opened").with("name", &new.name));
    let done = match &made {
        Some(password) => done.showing_once(once::first_password(desk, &new.name, &new.login, password)?),
        None => done,
    };
    work.commit(done).await
}

/// The account, and its first password where none was given.
async fn parse(desk: &Desk, form: &Form) -> Result<(NewAccount, Option<String>), Halt> {
    let on = desk.house.db.read();
    let mut reading = form.read();
    let organisation = facts::by_code(on, form.text("organisation")).await?;
    if organisation.is_none() {
        let text = form.text("organisation");
        let key = if text.is_empty() { "problem-empty" } else { "problem-unknown" };
        reading.problem("organisation", Say::new(key).with("text", text));
    }
    let login = read_login(&mut reading);
    // The name of a closed account stays taken too: the table refuses it.
    if access::account_named(on, &login).await?.is_some() {
        reading.problem("login", Say::new("problem-taken").with("text", &login));
    }
    let made = typed_password(form, "password").is_empty().then(|| access::first_password(desk.dice.bytes()));
    let password = made.as_deref().unwrap_or(typed_password(form, "password"));
    let password_hash = read_password(desk, (password, &login), ("password", &mut reading));
    let new = NewAccount {
        id: desk.fresh_id(),
        login,
        name: reading.text("name"),
        post: reading.optional_text("post").unwrap_or_default(),
        password_hash,
        password_ends_at: ends_at(desk, made.is_some()),
        organisation: organisation.map_or(OrganisationId(uuid::Uuid::nil()), |office| office.id),
        roles: read_roles(form, &mut reading),
    };
    reading.done()?;
    Ok((new, made))
}

fn read_login(reading: &mut Reading<'_>) -> String {
    let login = reading.text("login").to_lowercase();
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | '@');
    if !login.chars().all(plain) || login.len() > 80 {
        reading.problem("login", "office-login-shape");
    }
    login
}

/// A password that somebody else has set is a first one. The operator of the machine may give one that stays: a prepared
/// installation, a story.
fn ends_at(desk: &Desk, is_made: bool) -> Option<DateTime<Utc>> {
    let is_first = is_made || desk.actor.entry != Entry::Operator;
    is_first.then(|| desk.now + Duration::days(access::FIRST_PASSWORD_DAYS))
}

/// Judges and hashes a password; a problem is noted at its field.
pub(super) fn read_password(
    desk: &Desk,
    (password, login): (&str, &str),
    (field, reading): (&str, &mut Reading<'_>),
) -> String {
    let judged = access::judge_password(password, login);
    match judged.and_then(|()| access::hash_password(password, desk.dice.bytes())) {
        Ok(hash) => hash,
        Err(problem) => {
            reading.problem(field, Say::new(format!("office-password-{}", problem.code())));
            String::new()
        }
    }
}

/// The roles of all three fields, each once.
pub(super) fn read_roles(form: &Form, reading: &mut Reading<'_>) -> Vec<Role> {
    let given = ["roles", "second_role", "third_role"].into_iter().flat_map(|field| form.all(field));
    let codes = given.flat_map(|text| text.split([',', ' '])).filter(|code| !code.is_empty());
    let mut roles = Vec::new();
    for code in codes {
        match Role::from_code(code) {
            Some(role) => roles.push(role),
            None => reading.problem("roles", Say::new("problem-choice").with("text", code)),
        }
    }
    if roles.is_empty() {
        reading.problem("roles", "problem-empty");
    }
    roles.sort_unstable();
    roles.dedup();
    roles
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Tokens for programs: made by the person for whom they act, revoked by her or by the administrator.

use access::{Act, LONGEST_DAYS, NewToken, Target, TokenFact, TokenScope};
use askama::Template;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Refusal, Say, Teller};
use serde_json::json;
use uuid::Uuid;

use crate::actions::allow_own;
use crate::once;

const GROUPS: &[&str] = &["read", "write"];
/// What the form offers; long enough for a quarter's report, short enough to be forgotten without harm.
const USUAL_DAYS: i64 = 90;

pub const CREATE: Action = Action {
    name: "token create",
    path: "/account/tokens/new",
    act: Act::TokenCreate,
    room: "office",
    fields: &[
        Field::required("name", Kind::Text),
        Field::optional("scopes", Kind::Codes { prefix: "office-token-scope", codes: GROUPS }),
        Field::optional("acts", Kind::Long),
        Field::required("days", Kind::Number),
    ],
    open: |desk, _| Box::pin(open_create(desk)),
    run: |desk, form| Box::pin(create(desk, form)),
};

pub const REVOKE: Action = Action {
    name: "token revoke",
    path: "/account/tokens/{token}/revocation",
    act: Act::TokenRevoke,
    room: "office",
    fields: &[Field::path("token")],
    open: |desk, form| Box::pin(open_revoke(desk, form)),
    run: |desk, form| Box::pin(revoke(desk, form)),
};

/// The acts that this person could name.
#[derive(Template)]
#[template(path = "token-acts.html")]
struct Notes<'a> {
    t: Teller<'a>,
    codes: Vec<&'static str>,
}

/// Whether a token of this person could ever use the act.
fn is_offered(desk: &Desk, act: Act) -> bool {
    TokenScope::from_code(act.code()).is_some() && !access::scope(&desk.actor, act, desk.now).is_nowhere()
}

async fn open_create(desk: &Desk) -> Result<Prepared, Halt> {
    allow_own(desk, Act::TokenCreate)?;
    let offered = Act::ALL.iter().copied().filter(|act| is_offered(desk, *act));
    let codes = offered.map(Act::code).collect();
    let mut prepared = Prepared::about("", "/account").filled("days", USUAL_DAYS).filled("scopes", "read");
    prepared.notes_html = web::html(&Notes { t: desk.teller(), codes })?;
    Ok(prepared)
}

async fn create(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::TokenCreate)?;
    let mut reading = form.read();
    let name = reading.text("name");
    if name.chars().count() > 80 {
        reading.problem("name", "problem-too-long");
    }
    let days = reading.number("days");
    if !form.text("days").is_empty() && !(1..=LONGEST_DAYS).contains(&days) {
        reading.problem("days", Say::new("office-token-days").with("longest", LONGEST_DAYS));
    }
    let scopes = read_scopes(desk, form, &mut reading);
    reading.done()?;

    let text = access::token_text(desk.dice.bytes());
    let id: Uuid = desk.fresh_id();
    let mut work = desk.begin("token create").await?;
    let new = NewToken { id, account, name: &name, text: &text, scopes: &scopes, days };
    access::make_token(&work.tx, &new, desk.now).await?;
    let codes: Vec<&str> = scopes.iter().map(|scope| scope.code()).collect();
    let content = json!({ "name": name, "scopes": codes, "days": days });
    let event = Event::new("TokenCreated", Object::new("token", id), content);
    work.record(event.about("account", account.0)).await?;
    let done = Done::new("/account", Say::new("office-token-created").with("name", &name));
    work.commit(done.showing_once(once::token(desk, &name, &text)?)).await
}

/// The group and the acts named, each once; every unknown or impossible one is a problem.
fn read_scopes(desk: &Desk, form: &Form, reading: &mut Reading<'_>) -> Vec<TokenScope> {
    let words =
        |field| form.all(field).flat_map(|text| text.split(|sign: char| sign == ',' || sign.is_whitespace()));
    let mut scopes = Vec::new();
    for field in ["scopes", "acts"] {
        for code in words(field).filter(|code| !code.is_empty()) {
            match TokenScope::from_code(code) {
                Some(TokenScope::One(act)) if !is_offered(desk, act) => {
                    reading.problem(field, Say::new("office-token-not-yours").with("text", code));
                }
                Some(scope) => scopes.push(scope),
                None => reading.problem(field, Say::new("office-token-unknown").with("text", code)),
            }
        }
    }
    if form.text("scopes").is_empty() && form.text("acts").is_empty() {
        reading.problem("scopes", "office-token-scope-needed");
    }
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

/// The token, once the person may revoke it: her own, or any for the administrator.
async fn allowed(desk: &Desk, form: &Form) -> Result<TokenFact, Halt> {
    let id: Uuid = form.text("token").parse().map_err(|_| Halt::Missing)?;
    let token = access::token(desk.house.db.read(), id).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::TokenRevoke, &Target::default().assigned_to([token.account]))?;
    Ok(token)
}

async fn open_revoke(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let token = allowed(desk, form).await?;
    if token.revoked_at.is_some() {
        return Err(Refusal::new("OFFC-05").into());
    }
    Ok(Prepared::about(token.name, "/account"))
}

async fn revoke(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let token = allowed(desk, form).await?;
    let mut work = desk.begin("token revoke").await?;
    if !access::revoke_token(&work.tx, token.id, desk.now).await? {
        return Err(Refusal::new("OFFC-05").into());
    }
    let event = Event::new("TokenRevoked", Object::new("token", token.id), json!({ "name": token.name }));
    work.record(event.about("account", token.account.0)).await?;
    work.commit(Done::new("/account", Say::new("office-token-revoked").with("name", token.name))).await
}

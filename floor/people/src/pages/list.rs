// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The people of an office: name, kind, number, home. Nothing here needs a right of its own.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use access::{Act, ScopeColumns, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::name::PersonName;
use kernel::person::{PersonKind, Sex};
use kernel::region;
use uuid::Uuid;
use web::{Pager, Paging};

use crate::{facts, register};

/// `person list`.
pub const LIST: Page = Page {
    name: "person list",
    path: "/people",
    act: Act::PersonList,
    room: "people",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// Which stays are listed.
pub(super) const STATES: &[&str] = &["open", "ended", "all"];

struct Line {
    id: Uuid,
    name: String,
    kind: &'static str,
    register: String,
    home: String,
    open: bool,
}

struct Pickable {
    value: &'static str,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "people.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    q: &'a str,
    kinds: Vec<Pickable>,
    states: Vec<Pickable>,
    lines: Vec<Line>,
    total: i64,
    filtered: bool,
    may_admit: bool,
    may_import: bool,
    pager: Pager,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (found, total) = found(desk, form).await?;
    let t = desk.teller();
    let lines: Vec<Line> = found.into_iter().map(|row| line(desk, row)).collect();
    let own = desk.actor.office_id().map(Target::of).unwrap_or_default();
    let text: Vec<String> = lines
        .iter()
        .map(|line| [line.register.as_str(), &line.name, line.kind, &line.home].join("  ").trim().to_owned())
        .collect();
    let text = if text.is_empty() { t.say("people-none") } else { text.join("\n") };
    let kinds = PersonKind::ALL.iter().map(|kind| (kind.code(), kind.label(desk.lang).to_owned()));
    let states = STATES.iter().map(|state| (*state, t.code("people-state", state)));
    let body = web::html(&ListPage {
        t,
        q: form.text("q"),
        kinds: options(kinds, form.text("kind")),
        states: options(states, state_of(form)),
        filtered: ["q", "kind", "state"].iter().any(|name| !form.text(name).is_empty()),
        may_admit: desk.may(Act::PersonAdmit, &own),
        may_import: desk.may(Act::PersonImport, &own),
        pager: Paging::of(form).pager(t, "/people", form, total),
        lines,
        total,
    })?;
    Ok(Shown::Html { title: t.say("person-list"), body, text })
}

fn options(all: impl Iterator<Item = (&'static str, String)>, chosen: &str) -> Vec<Pickable> {
    all.map(|(value, label)| Pickable { value, label, chosen: value == chosen }).collect()
}

fn state_of(form: &Form) -> &'static str {
    STATES.iter().find(|state| **state == form.text("state")).unwrap_or(&"open")
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    name: String,
    kind: String,
    home_district: Option<String>,
    register: Option<String>,
    open: bool,
    sex: String,
    has_died: bool,
}

fn line(desk: &Desk, row: Row) -> Line {
    let late = Sex::from_code(&row.sex).filter(|_| row.has_died);
    Line {
        id: row.id,
        name: facts::honoured(desk.teller(), &row.name, late),
        kind: PersonKind::from_code(&row.kind).map_or("", |kind| kind.label(desk.lang)),
        register: row.register.unwrap_or_default(),
        home: row
            .home_district
            .as_deref()
            .and_then(region::district)
            .map_or(String::new(), |home| home.name.clone()),
        open: row.open,
    }
}

/// The stays that lie within the actor's scope and fit the filters, a page of them, and how many there are.
///
/// Partners reach people through batches only, so for them no column is named and nothing is found.
async fn found(desk: &Desk, form: &Form) -> Result<(Vec<Row>, i64), Halt> {
    let (condition, values) = condition(desk, form)?;
    Ok(page(desk.house.db.read(), &condition, values, Paging::of(form)).await?)
}

/// The scope and the filters, as SQL about an episode `e` and its person `p`.
pub(super) fn condition(desk: &Desk, form: &Form) -> Result<(String, Vec<Value>), Halt> {
    let mut values = Vec::new();
    let columns = ScopeColumns { owner: Some("e.office_id"), ..ScopeColumns::default() };
    let mut condition = desk.scope(Act::PersonList)?.condition(&columns, &mut values);
    match state_of(form) {
        "open" => condition.push_str(" AND e.ended_on IS NULL"),
        "ended" => condition.push_str(" AND e.ended_on IS NOT NULL"),
        _ => {}
    }
    if let Some(kind) = PersonKind::from_code(form.text("kind")) {
        values.push(kind.code().into());
        condition.push_str(&format!(" AND e.kind = ${}", values.len()));
    }
    let q = form.text("q");
    if !q.is_empty() {
        condition.push_str(&search(q, &mut values));
    }
    Ok((condition, values))
}

/// A part of a name or of another name, or a register number in any spelling.
fn search(q: &str, values: &mut Vec<Value>) -> String {
    values.push(register::canonical(q).into());
    let number = values.len();
    // A key holds letters, digits and spaces only, so nothing in it is a pattern.
    let key = PersonName::parse(q).map(|name| name.compare_key()).unwrap_or_default();
    if key.is_empty() {
        return format!(" AND e.register = ${number}");
    }
    values.push(format!("%{key}%").into());
    let name = values.len();
    format!(
        " AND (e.register = ${number} OR e.name_key LIKE ${name} OR e.person_id IN \
         (SELECT COALESCE(p.merged_into, p.id) FROM person_alias a JOIN person p ON p.id = a.person_id \
         WHERE a.name_key LIKE ${name} \
         UNION SELECT s.merged_into FROM person s WHERE s.merged_into IS NOT NULL AND s.name_key LIKE ${name}))"
    )
}

/// The order and every filter but the register number lie in one index of the stays; only the rows shown are read.
async fn page<C: ConnectionTrait>(
    on: &C,
    condition: &str,
    mut values: Vec<Value>,
    paging: Paging,
) -> Result<(Vec<Row>, i64), DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM episode e WHERE {condition}");
    let count: Option<Count> = one(on, &sql, values.clone()).await?;
    let sql = format!(
        "SELECT p.id, p.name, e.kind, p.home_district, e.register, e.ended_on IS NULL AS open, p.sex, \
         p.died_on IS NOT NULL AS has_died FROM episode e JOIN person p ON p.id = e.person_id WHERE {condition} \
         ORDER BY e.name_key, e.person_id, e.id LIMIT ${} OFFSET ${}",
        values.len() + 1,
        values.len() + 2
    );
    values.push(paging.per_page.into());
    values.push(paging.offset().into());
    Ok((rows(on, &sql, values).await?, count.map_or(0, |row| row.count)))
}

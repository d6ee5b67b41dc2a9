// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A small room for the tests of the door: loaves are baked, seen, and sometimes refused.

use access::{Act, Role, Target};
use anyhow::anyhow;
use audit::{Event, Object};
use desk::{
    Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Page, Prepared, Refusal, RoomLink, Say,
    Shown,
};
use kernel::id::OrganisationId;
use kernel::zone::Zone;
use serde_json::json;
use store::{FromQueryResult, Migration, insert, one};
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing, on_each_database};

pub const PLAN: Plan = Plan {
    migrations: &[&[Migration {
        name: "2026_11_24_009900_bakery",
        sql: "CREATE TABLE loaf (code TEXT PRIMARY KEY, owner_id UUID NOT NULL REFERENCES organisation (id), bytes BIGINT NOT NULL);",
        seed: "",
    }]],
    rooms: || Rooms {
        actions: vec![BAKE, PHOTO, BREAK, DROP, TICK, SEAL],
        pages: vec![LIST, SHOW, CHECK, CHECK_BREAK, PAPER, TICKED],
    },
    words: &[(include_str!("id.ftl"), "")],
    reactions: &[],
    links: &[
        RoomLink { code: "partnership", path: "/loaves" },
        RoomLink { code: "insight", path: "/ticked" },
    ],
};

/// Runs a test in a house with two offices and someone them: budi who bakes, adi who looks after accounts, gita of the other.
pub async fn in_a_bakery<T, F>(test: T)
where
    T: Fn(Standing) -> F,
    F: std::future::Future<Output = ()>,
{
    on_each_database(PLAN, |house| async {
        house.office("lapas-jember", "prison", Zone::Wib).await;
        house.office("lapas-madiun", "prison", Zone::Wib).await;
        house.account("budi", "lapas-jember", &[Role::Work]).await;
        house.account("gita", "lapas-madiun", &[Role::Work]).await;
        house.account("adi", "lapas-jember", &[Role::Admin]).await;
        test(house).await;
    })
    .await;
}

const BAKE: Action = Action {
    name: "loaf bake",
    path: "/loaves/new",
    act: Act::MeetingRecord,
    room: "partnership",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("day", Kind::Day),
        Field::optional("starts", Kind::Minute),
        Field::required("count", Kind::Number),
        Field::optional("price", Kind::Rupiah),
        Field::required("shape", Kind::Codes { prefix: "shape", codes: &["round", "long_one"] }),
        Field::optional("oven", Kind::Pick(ovens)),
        Field::optional("recipe", Kind::Lines),
        Field::optional("note", Kind::Long),
        Field::optional("hot", Kind::Check),
        Field::optional("secret", Kind::Password),
        Field::optional("crumb", Kind::Grid),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(bake(desk, form)),
};

fn ovens<'a>(_: &'a Desk, _: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async { Ok(vec![Choice { value: "1".to_owned(), label: "Oven <satu>".to_owned() }]) })
}

fn own(desk: &Desk) -> Target {
    desk.actor.office_id().map(Target::of).unwrap_or_default()
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::MeetingRecord, &own(desk))?;
    let mut prepared =
        Prepared::about("Dapur <utama>", "/loaves").filled("count", 12).filled("note", "Sejak pagi");
    prepared.notes_html = "<p class=\"note\">Oven sudah panas.</p>".to_owned();
    let crumb = form.text("crumb.1").replace(['<', '"'], "");
    prepared.grid_html = format!(
        "<table><tr><td><input id=\"field-crumb.1\" name=\"crumb.1\" value=\"{crumb}\"></td></tr></table>"
    );
    Ok(prepared)
}

async fn bake(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let code = reading.text("code");
    reading.day("day");
    reading.number("count");
    reading.text("shape");
    for (cell, value) in form.grid("crumb") {
        if value == "stone" {
            reading.problem(format!("crumb.{cell}"), "problem-stone");
        }
    }
    reading.done()?;
    desk.allow(Act::MeetingRecord, &own(desk))?;
    if form.text("shape") == "long_one" {
        let reasons = [Say::new("reason-oven"), Say::new("reason-flour")];
        return Err(Refusal::new("BAKE-01").with("code", &code).because(reasons).into());
    }
    let owner = desk.actor.office_id().ok_or(Halt::Missing)?;
    let mut work = desk.begin("loaf bake").await?;
    let row = insert("loaf").set("code", code.clone()).set("owner_id", owner.0).set("bytes", 0_i64);
    row.run(&work.tx).await?;
    work.record(Event::new("LoafBaked", Object::new("loaf", desk.dice.random_id()), json!({ "code": code })))
        .await?;
    let done = Done::new(format!("/loaves/{code}"), Say::new("loaf-baked").with("code", code))
        .and(Say::new("loaf-cools"));
    work.commit(done).await
}

const PHOTO: Action = Action {
    name: "loaf photo",
    path: "/loaves/{loaf}/photo",
    act: Act::MeetingRecord,
    room: "partnership",
    fields: &[Field::path("loaf"), Field::required("file", Kind::File)],
    open: |desk, form| {
        Box::pin(async {
            let target = Target::of(loaf(desk, form).await?);
            desk.allow(Act::MeetingRecord, &target)?;
            Ok(Prepared::about(form.text("loaf"), "/loaves"))
        })
    },
    run: |desk, form| {
        Box::pin(async {
            let mut reading = form.read();
            let bytes = reading.file("file").map_or(0, |file| file.bytes.len());
            reading.done()?;
            desk.allow(Act::MeetingRecord, &Target::of(loaf(desk, form).await?))?;
            let work = desk.begin("loaf photo").await?;
            let size = i64::try_from(bytes).unwrap_or_default();
            store::run(
                &work.tx,
                "UPDATE loaf SET bytes = $1 WHERE code = $2",
                [size.into(), form.text("loaf").into()],
            )
            .await?;
            work.commit(Done::new(
                format!("/loaves/{}", form.text("loaf")),
                Say::new("loaf-seen").with("bytes", bytes),
            ))
            .await
        })
    },
};

async fn loaf(desk: &Desk, form: &Form) -> Result<OrganisationId, Halt> {
    #[derive(FromQueryResult)]
    struct Row {
        owner_id: Uuid,
    }
    let sql = "SELECT owner_id FROM loaf WHERE code = $1";
    let row: Option<Row> = one(desk.house.db.read(), sql, [form.text("loaf").into()]).await?;
    row.map(|row| OrganisationId(row.owner_id)).ok_or(Halt::Missing)
}

const BREAK: Action = Action {
    name: "loaf break",
    path: "/loaves/broken",
    act: Act::MeetingRecord,
    room: "partnership",
    fields: &[],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |_, _| Box::pin(async { Err(Halt::Fault(anyhow!("the secret recipe leaked from table loaf"))) }),
};

const DROP: Action = Action {
    name: "loaf drop",
    path: "/loaves/dropped",
    run: |_, _| Box::pin(async { panic!("the loaf fell, and with it the secret recipe") }),
    ..BREAK
};

/// Its page holds the form itself.
const TICK: Action = Action { name: "loaf tick", path: "/ticked", act: Act::AuditRead, ..BREAK };
const TICKED: Page = Page {
    name: "loaf ticked",
    path: "/ticked",
    act: Act::AuditRead,
    room: "insight",
    view: |_, _| Box::pin(async { shown("Tanda", "<h1>Halaman dengan formulir sendiri</h1>".to_owned()) }),
};

/// An act that asks for a fresh proof, with everything a form may hold.
const SEAL: Action = Action {
    name: "loaf seal",
    path: "/loaves/seals/{loaf}",
    act: Act::AgreementSign,
    room: "partnership",
    fields: &[
        Field::path("loaf"),
        Field::required("note", Kind::Long),
        Field::optional("crumb", Kind::Grid),
        Field::optional("file", Kind::File),
        Field::optional("secret", Kind::Password),
    ],
    open: |desk, form| {
        Box::pin(async {
            desk.allow(Act::AgreementSign, &own(desk))?;
            Ok(Prepared::about(form.text("loaf"), "/loaves"))
        })
    },
    run: |desk, form| {
        Box::pin(async {
            let mut reading = form.read();
            let note = reading.text("note");
            reading.done()?;
            desk.allow(Act::AgreementSign, &own(desk))?;
            let bytes = form.file("file").map_or(0, |file| file.bytes.len());
            let crumbs: Vec<&str> = form.grid("crumb").map(|(_, value)| value).collect();
            let content = json!({ "note": note, "crumbs": crumbs, "bytes": bytes, "secret": form.text("secret").len() });
            let mut work = desk.begin("loaf seal").await?;
            let owner = desk.actor.office_id().ok_or(Halt::Missing)?;
            work.record(Event::new("LoafSealed", Object::new("organisation", owner.0), content)).await?;
            work.commit(Done::new("/loaves", Say::new("loaf-baked").with("code", form.text("loaf")))).await
        })
    },
};

const LIST: Page = Page {
    name: "loaf list",
    path: "/loaves",
    act: Act::MeetingRead,
    room: "partnership",
    view: |desk, form| {
        Box::pin(async {
            desk.scope(Act::MeetingRead)?;
            shown("Roti", format!("<h1>Roti</h1><p>{} halaman {}</p>", form.pairs().len(), form.text("page")))
        })
    },
};

const SHOW: Page = Page {
    name: "loaf show",
    path: "/loaves/{loaf}",
    view: |desk, form| {
        Box::pin(async {
            let target = Target::of(loaf(desk, form).await?);
            desk.allow(Act::MeetingRead, &target)?;
            shown(form.text("loaf"), "<h1>Sepotong roti</h1>".to_owned())
        })
    },
    ..LIST
};

const PAPER: Page = Page {
    name: "loaf paper",
    path: "/loaves/paper",
    view: |_, _| {
        Box::pin(async {
            let name = "roti \"a\"\r\n.pdf".to_owned();
            Ok(Shown::File { name, media_type: "application/pdf", bytes: b"%PDF".to_vec() })
        })
    },
    ..LIST
};

const CHECK: Page = Page {
    name: "check show",
    path: "/c/{number}",
    room: "public",
    view: |_, form| {
        Box::pin(async {
            if form.text("number") == "0" {
                return Err(Halt::Missing);
            }
            shown("", format!("<!doctype html><title>Sertifikat</title><h1>{}</h1>", form.pairs().len()))
        })
    },
    ..LIST
};

const CHECK_BREAK: Page = Page {
    name: "check break",
    path: "/c/{number}/broken",
    view: |_, _| Box::pin(async { Err(Halt::Fault(anyhow!("the secret recipe leaked"))) }),
    ..CHECK
};

fn shown(title: &str, body: String) -> Result<Shown, Halt> {
    Ok(Shown::Html { title: title.to_owned(), body, text: String::new() })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The ground on which the office stands: two organisations, their accounts, an agreement in force, workshops, instructors,
//! programmes.

use access::Grant;
use anyhow::Context;
use audit::{Event, Object};
use chrono::Days;
use kernel::day::Day;
use kernel::id::{AccountId, AgreementId, OrganisationId};
use kernel::zone::Zone;
use serde_json::json;
use store::{DatabaseTransaction, insert, many};
use uuid::Uuid;

use super::calendar::{BEGINS, Calendar, WORKSHOPS};
use super::writer::{By, Writer};
use crate::demo::PASSWORD;

/// The sign-in names: work, registration, head, head of training, administrator.
pub const LOGINS: [&str; 5] = ["giatja", "registrasi", "kalapas", "kepala.blk", "pengelola"];
const NAMES: [&str; 5] = ["Wulan Contoh", "Dimas Contoh", "Haryo Contoh", "Endah Contoh", "Laras Contoh"];
const ROLES: [&[&str]; 5] =
    [&["work"], &["registrar"], &["head"], &["training_head", "certifier"], &["admin"]];

/// Trades, by workshop.
const TRADES: [(&str, &str); WORKSHOPS] = [
    ("LAS", "Las busur manual"),
    ("ROTI", "Produksi roti dan kue"),
    ("JAHIT", "Menjahit pakaian"),
    ("MEUBEL", "Kayu dan mebel"),
    ("MOTOR", "Servis sepeda motor"),
    ("SABLON", "Sablon"),
    ("TANI", "Budi daya sayuran"),
    ("CUKUR", "Pangkas rambut"),
    ("BATIK", "Batik tulis dan cap"),
    ("LISTRIK", "Instalasi listrik"),
];
/// Modules of each programme: code, title, kind, share of the hours in percent.
const MODULES: [(&str, &str, &str); 3] = [
    ("M1", "Dasar dan keselamatan kerja", "theory"),
    ("M2", "Praktik di bengkel", "practice"),
    ("M3", "Usaha kecil", "business"),
];

/// One programme in its workshop.
#[derive(Debug)]
pub(super) struct Trade {
    pub code: String,
    pub title: &'static str,
    pub programme: Uuid,
    pub facility: Uuid,
    pub modules: Vec<Uuid>,
    /// Of the morning and of the afternoon.
    pub instructors: [Uuid; 2],
}

#[derive(Debug)]
pub(super) struct Ground {
    /// The host of the batches: the office, or for ordinary learners the training body itself.
    pub lapas: OrganisationId,
    pub blk: OrganisationId,
    pub agreement: Uuid,
    pub trades: Vec<Trade>,
    work: By,
    registrar: By,
    head: By,
    trainer: By,
}

impl Ground {
    /// Its learners are ordinary ones.
    pub fn is_own(&self) -> bool {
        self.lapas == self.blk
    }

    fn place(&self) -> &'static str {
        if self.is_own() { "BLK Karangan" } else { "Lapas Karangan" }
    }

    pub fn work(&self) -> &By {
        &self.work
    }
    pub fn registrar(&self) -> &By {
        &self.registrar
    }
    pub fn head(&self) -> &By {
        &self.head
    }
    pub fn trainer(&self) -> &By {
        &self.trainer
    }
}

/// Lays it in one transaction, a year before the first lesson.
pub(super) async fn lay(writer: &mut Writer<'_>, calendar: &Calendar) -> anyhow::Result<Ground> {
    let day = calendar.first - Days::new(365);
    let last = calendar.today + Days::new(730);
    let tx = writer.house.db.begin().await?;
    let lapas =
        organisation(&tx, writer, day, ("lapas-karangan", "lapas", "Lapas Kelas IIA Karangan")).await?;
    let blk = organisation(&tx, writer, day, ("blk-karangan", "blk", "BLK Karangan")).await?;
    let hash = access::hash_password(PASSWORD, writer.luck.0.bytes())
        .map_err(|problem| anyhow::anyhow!("the password of the example: {problem:?}"))?;
    let mut by = Vec::new();
    for place in 0..LOGINS.len() {
        let office = if place == 3 { blk } else { lapas };
        let staff = (LOGINS[place], NAMES[place], ROLES[place]);
        by.push(account(&tx, writer, staff, day, (office, &hash)).await?);
    }
    let [work, registrar, head, trainer, _]: [By; 5] =
        by.try_into().ok().context("five accounts were opened")?;
    for office in [lapas, blk] {
        let event = Event::new("OrganisationRegistered", Object::new("organisation", office.0), json!({}));
        writer.record(&tx, &head, day, event).await?;
    }
    let agreement = writer.id(day);
    let mut ground = Ground { lapas, blk, agreement, trades: Vec::new(), work, registrar, head, trainer };
    sign(&tx, writer, &ground, (day, last)).await?;
    for workshop in 0..WORKSHOPS {
        let trade = trade(&tx, writer, &ground, (workshop, day)).await?;
        ground.trades.push(trade);
    }
    regime(&tx, &ground).await?;
    tx.commit().await?;
    Ok(ground)
}

async fn organisation(
    tx: &DatabaseTransaction,
    writer: &Writer<'_>,
    day: Day,
    (code, kind, name): (&str, &str, &str),
) -> anyhow::Result<OrganisationId> {
    let id = writer.id(day);
    insert("organisation")
        .set("id", id)
        .set("code", code)
        .set("kind", kind)
        .set("name", name)
        .set("short_name", name)
        .set("zone", Zone::Wib.label())
        .set("district_code", "35.09")
        .set("address", "Jalan Contoh 1")
        .run(tx)
        .await?;
    Ok(OrganisationId(id))
}

async fn account(
    tx: &DatabaseTransaction,
    writer: &Writer<'_>,
    (login, name, roles): (&'static str, &'static str, &[&'static str]),
    day: Day,
    (office, hash): (OrganisationId, &str),
) -> anyhow::Result<By> {
    let id = writer.id(day);
    insert("account")
        .set("id", id)
        .set("login", login)
        .set("name", name)
        .set("post", "Contoh")
        .set("password_hash", hash)
        .set("organisation_id", office.0)
        .run(tx)
        .await?;
    for role in roles {
        insert("account_role").set("account_id", id).set("role", *role).run(tx).await?;
    }
    let by = By { account: AccountId(id), name, office };
    let content = json!({ "login": login });
    let event = Event::new("AccountOpened", Object::new("account", id), content);
    writer.record(tx, &by, day, event.about("organisation", office.0)).await?;
    Ok(by)
}

/// The ground for ordinary learners: the training body is its own host, by a decision of its own, and teaches the same trades.
pub(super) async fn lay_own(
    writer: &mut Writer<'_>,
    calendar: &Calendar,
    ground: &Ground,
) -> anyhow::Result<Ground> {
    let day = calendar.first - Days::new(365);
    let tx = writer.house.db.begin().await?;
    let staff = ("pelatihan.blk", "Sinta Contoh", &["work", "registrar"][..]);
    let work = account(&tx, writer, staff, day, (ground.blk, "!")).await?;
    let mut own = Ground {
        lapas: ground.blk,
        blk: ground.blk,
        agreement: writer.id(day),
        trades: Vec::new(),
        work: work.clone(),
        registrar: work,
        head: ground.trainer.clone(),
        trainer: ground.trainer.clone(),
    };
    sign(&tx, writer, &own, (day, calendar.today + Days::new(730))).await?;
    for workshop in 0..WORKSHOPS {
        let trade = trade(&tx, writer, &own, (workshop, day)).await?;
        own.trades.push(trade);
    }
    tx.commit().await?;
    Ok(own)
}

/// An agreement signed by both, and the grant it gives.
async fn sign(
    tx: &DatabaseTransaction,
    writer: &Writer<'_>,
    ground: &Ground,
    (day, last): (Day, Day),
) -> anyhow::Result<()> {
    let (code, title, kind) = match ground.is_own() {
        true => ("SK-KARANGAN", "Pelatihan kerja bagi umum", "own"),
        false => ("PKS-KARANGAN", "Pelatihan kerja bagi warga binaan", "pks"),
    };
    insert("agreement")
        .set("id", ground.agreement)
        .set("code", code)
        .set("title", title)
        .set("kind", kind)
        .set("host_id", ground.lapas.0)
        .set("fields", "las")
        .set("places", ground.place())
        .set("starts_on", day)
        .set("ends_on", last)
        .set("state", "signed")
        .run(tx)
        .await?;
    let parties = [(1_i64, ground.lapas, "host"), (2, ground.blk, "trainer")];
    for (place, office, role) in parties.into_iter().take(if ground.is_own() { 1 } else { 2 }) {
        insert("agreement_party")
            .set("agreement_id", ground.agreement)
            .set("organisation_id", office.0)
            .set("role", role)
            .set("place", place)
            .set("agreed_on", day)
            .set("number", format!("{code}-{place}"))
            .set("signer", "Contoh")
            .set("signer_post", "Kepala")
            .set("signed_on", day)
            .run(tx)
            .await?;
    }
    let until = Zone::Wib.at(last + Days::new(1), 0, 0);
    let grant = Grant {
        agreement: AgreementId(ground.agreement),
        grantee: ground.blk,
        host: ground.lapas,
        party_role: "trainer".to_owned(),
        from: Zone::Wib.at(day, 0, 0),
        until,
    };
    if !ground.is_own() {
        access::give_grants(tx, &[grant]).await?;
    }
    let event =
        Event::new("AgreementInForce", Object::new("agreement", ground.agreement), json!({ "code": code }));
    writer.record(tx, ground.head(), day, event).await
}

/// A workshop, inspected and found fit.
async fn workshop_passed(
    tx: &DatabaseTransaction,
    writer: &Writer<'_>,
    ground: &Ground,
    (facility, day): (Uuid, Day),
    (code, title): (&str, &'static str),
) -> anyhow::Result<()> {
    let row =
        insert("facility").set("id", facility).set("code", format!("BENGKEL-{code}")).set("name", title);
    let row = row.set("host_id", ground.lapas.0).set("place", ground.place()).set("capacity", 25_i64);
    row.run(tx).await?;
    insert("inspection")
        .set("id", writer.id(day))
        .set("facility_id", facility)
        .set("round", 1_i64)
        .set("day", day)
        .set("inspector", "Contoh")
        .set("inspector_organisation_id", ground.blk.0)
        .set("verdict", "pass")
        .run(tx)
        .await?;
    Ok(())
}

/// A programme with its inspected workshop, its modules and two instructors with hours.
async fn trade(
    tx: &DatabaseTransaction,
    writer: &Writer<'_>,
    ground: &Ground,
    (workshop, day): (usize, Day),
) -> anyhow::Result<Trade> {
    let (trade, title) = TRADES[workshop];
    let code = if ground.is_own() { format!("{trade}-UMUM") } else { trade.to_owned() };
    let (facility, programme) = (writer.id(day), writer.id(day));
    workshop_passed(tx, writer, ground, (facility, day), (&code, title)).await?;
    insert("programme")
        .set("id", programme)
        .set("code", code.clone())
        .set("title_id", title)
        .set("title_en", title)
        .set("agreement_id", ground.agreement)
        .set("host_id", ground.lapas.0)
        .set("provider_id", ground.blk.0)
        .set("issuer_id", ground.blk.0)
        .set("certificate_kind", "training")
        .set("minutes_per_jp", 45_i64)
        .set("completion_percent", 80_i64)
        .set("theory_first", true)
        .set("facility_id", facility)
        .run(tx)
        .await?;
    let modules: Vec<Uuid> = MODULES.iter().map(|_| writer.id(day)).collect();
    let mut rows =
        many("programme_module", ["id", "programme_id", "position", "code", "title", "kind", "jp"]);
    for (position, (module, (name, title, kind))) in (1_i64..).zip(modules.iter().zip(MODULES)) {
        let jp = super::batches::jp_of_module(writer, usize::try_from(position - 1)?);
        rows.push([
            (*module).into(),
            programme.into(),
            position.into(),
            name.into(),
            title.into(),
            kind.into(),
            jp.into(),
        ]);
    }
    rows.run(tx).await?;
    let instructors = [writer.id(day), writer.id(day)];
    for (half, id) in instructors.into_iter().enumerate() {
        instructor(tx, writer, ground, (id, format!("INS-{code}-{half}"), half)).await?;
    }
    let event = Event::new("ProgrammeProposed", Object::new("programme", programme), json!({ "code": code }));
    writer.record(tx, ground.work(), day, event.about("agreement", ground.agreement)).await?;
    Ok(Trade { code, title, programme, facility, modules, instructors })
}

async fn instructor(
    tx: &DatabaseTransaction,
    writer: &Writer<'_>,
    ground: &Ground,
    (id, code, half): (Uuid, String, usize),
) -> anyhow::Result<()> {
    insert("instructor")
        .set("id", id)
        .set("code", code)
        .set("name", super::names::name(&writer.luck, half == 1))
        .set("organisation_id", ground.blk.0)
        .set("keeper_id", ground.blk.0)
        .set("kind", "instructor")
        .run(tx)
        .await?;
    let mut hours = many("instructor_hours", ["instructor_id", "weekday", "starts_minute", "ends_minute"]);
    for weekday in 1_i64..=5 {
        hours.push([id.into(), weekday.into(), BEGINS[half].into(), (BEGINS[half] + 180).into()]);
    }
    hours.run(tx).await?;
    Ok(())
}

/// The hours the office allows lessons.
async fn regime(tx: &DatabaseTransaction, ground: &Ground) -> anyhow::Result<()> {
    let mut windows = many("regime_window", ["host_id", "weekday", "starts", "ends"]);
    for weekday in 1_i64..=5 {
        for begins in BEGINS {
            windows.push([ground.lapas.0.into(), weekday.into(), begins.into(), (begins + 180).into()]);
        }
    }
    windows.run(tx).await?;
    Ok(())
}

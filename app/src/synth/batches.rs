// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The batches: planned, decreed, laid, opened, held lesson by lesson with everybody's mark, and completed.

use anyhow::Context;
use audit::{Event, Object};
use chrono::Days;
use kernel::day::Day;
use serde_json::json;
use store::{DatabaseTransaction, Many, insert, many, run};
use uuid::Uuid;

use super::calendar::{BEGINS, Calendar, Place};
use super::ground::{Ground, Trade};
use super::people::Inmate;
use super::writer::Writer;

/// In each batch, all of them taken.
pub(super) const SEATS: usize = 20;
const JP: i64 = 3;
const MINUTES: i64 = 135;
/// At least this share of the hours completes the training.
const COMPLETE_PERCENT: i64 = 80;
/// People are chosen among this many who came last.
const LATEST: usize = SEATS * 30;

const SESSION: [&str; 11] = [
    "id",
    "batch_id",
    "slot_id",
    "module_id",
    "day",
    "starts",
    "ends",
    "instructor_id",
    "jp",
    "state",
    "account_id",
];
const MARK: [&str; 9] = [
    "session_id",
    "person_id",
    "version",
    "letter",
    "reason",
    "legitimate",
    "account_id",
    "account_name",
    "at",
];

/// A batch whose training is over.
pub(super) struct Finished {
    pub id: Uuid,
    pub code: String,
    pub seated: Vec<Inmate>,
    pub last: Day,
}

/// What came of all batches.
#[derive(Default)]
pub(super) struct Run {
    pub finished: Vec<Finished>,
    pub sessions: usize,
    pub marks: usize,
}

/// The module of a lesson: a fifth is theory, a tenth at the end is business.
fn module_of(lesson: usize, lessons: usize) -> usize {
    match lesson {
        first if first * 5 < lessons => 0,
        last if (lessons - last) * 10 <= lessons => 2,
        _ => 1,
    }
}

/// The lesson hours of a module; at least one lesson, as a curriculum must have.
pub(super) fn jp_of_module(writer: &Writer<'_>, module: usize) -> i64 {
    let lessons = Calendar::lessons(&writer.order);
    let count = (0..lessons).filter(|lesson| module_of(*lesson, lessons) == module).count().max(1);
    JP * i64::try_from(count).unwrap_or(1)
}

/// Holds every batch, the earliest first, each in a transaction of its own.
pub(super) async fn hold(
    writer: &mut Writer<'_>,
    ground: &Ground,
    calendar: &Calendar,
    people: &[Inmate],
) -> anyhow::Result<Run> {
    let (mut result, mut next) = (Run::default(), 0);
    for (number, place) in calendar.places.iter().enumerate() {
        let (first, last) = (place.days[0], *place.days.last().context("a batch has lessons")?);
        let here = people.partition_point(|one| one.admitted_on + Days::new(7) <= first);
        next = next.max(here.saturating_sub(LATEST));
        let seated: Vec<Inmate> = people[..here]
            .iter()
            .skip(next)
            .filter(|one| one.ended_on.is_none_or(|left| left > last))
            .take(SEATS)
            .copied()
            .collect();
        anyhow::ensure!(seated.len() == SEATS, "too few people for batch {number}; order more people");
        let last_seated = seated.last().map(|one| one.id);
        next = people.iter().position(|one| Some(one.id) == last_seated).map_or(next, |at| at + 1);
        let batch = Batch {
            trade: &ground.trades[place.workshop],
            id: writer.id(first),
            code: format!("{}-{}", ground.trades[place.workshop].code, number + 1),
            place,
            seated: &seated,
        };
        let tx = writer.house.db.begin().await?;
        batch.plan(&tx, writer, ground).await?;
        batch.decree(&tx, writer, ground).await?;
        let slots = batch.lay(&tx, writer, ground).await?;
        let present = batch.lessons(&tx, writer, ground, &slots).await?;
        if place.held == place.days.len() {
            batch.complete(&tx, writer, ground, &present).await?;
            result.finished.push(Finished {
                id: batch.id,
                code: batch.code.clone(),
                seated: seated.clone(),
                last,
            });
        }
        tx.commit().await?;
        result.sessions += place.held;
        result.marks += place.held * SEATS;
    }
    Ok(result)
}

struct Batch<'a> {
    trade: &'a Trade,
    id: Uuid,
    code: String,
    place: &'a Place,
    seated: &'a [Inmate],
}

impl Batch<'_> {
    fn first(&self) -> Day {
        self.place.days[0]
    }

    fn instructor(&self) -> Uuid {
        self.trade.instructors[self.place.half]
    }

    fn event(&self, kind: &'static str, content: serde_json::Value) -> Event {
        Event::new(kind, Object::new("batch", self.id), content)
    }

    async fn plan(
        &self,
        tx: &DatabaseTransaction,
        writer: &Writer<'_>,
        ground: &Ground,
    ) -> anyhow::Result<()> {
        let day = self.first() - Days::new(6);
        let last = self.place.days.last().copied().unwrap_or(day);
        insert("batch")
            .set("id", self.id)
            .set("code", self.code.clone())
            .set("title", format!("{}, angkatan {}", self.trade.title, self.code))
            .set("programme_id", self.trade.programme)
            .set("starts_on", self.first())
            .set("ends_on", last)
            .set("seats", i64::try_from(SEATS)?)
            .set("reserves", 0_i64)
            .set("budget_line", "DIPA contoh")
            .run(tx)
            .await?;
        let row = insert("batch_instructor").set("batch_id", self.id).set("instructor_id", self.instructor());
        row.run(tx).await?;
        insert("batch_assessment")
            .set("batch_id", self.id)
            .set("reserved_on", last)
            .set("place", if ground.is_own() { "BLK Karangan" } else { "Lapas Karangan" })
            .set("assessor_organisation_id", ground.blk.0)
            .set("assessor_name", "Contoh")
            .run(tx)
            .await?;
        let event = self.event("BatchPlanned", json!({ "code": self.code }));
        let event = event.about("programme", self.trade.programme).about("agreement", ground.agreement);
        writer.record(tx, ground.work(), day, event).await
    }

    /// A hearing, a decree, a seat for each.
    async fn decree(
        &self,
        tx: &DatabaseTransaction,
        writer: &Writer<'_>,
        ground: &Ground,
    ) -> anyhow::Result<()> {
        let day = self.first() - Days::new(4);
        let (hearing, decree, seats) = (writer.id(day), writer.id(day), i64::try_from(SEATS)?);
        let row = insert("hearing").set("id", hearing).set("code", format!("TPP-{}", self.code));
        let row = row.set("batch_id", self.id).set("held_on", day).set("chair", "Contoh");
        row.set("members", "Contoh").run(tx).await?;
        let row = insert("decree").set("id", decree).set("batch_id", self.id).set("hearing_id", hearing);
        let row = row.set("office_id", ground.lapas.0).set("number", format!("SK-{}", self.code));
        row.set("decreed_on", day).set("signer", "Haryo Contoh").run(tx).await?;
        let row = insert("intake").set("batch_id", self.id).set("state", "decreed");
        let row = row.set("field", self.trade.code.to_lowercase()).set("ranked_on", day);
        row.set("hearing_id", hearing).run(tx).await?;
        let mut applicants = many(
            "applicant",
            ["batch_id", "person_id", "applied", "eligible", "reasons", "score", "rank", "waiting_since"],
        );
        let mut votes = many("hearing_vote", ["hearing_id", "person_id", "recommendation", "position"]);
        let columns = ["id", "batch_id", "seats", "person_id", "decree_id", "state", "number", "since"];
        let mut seat = many("seat", columns);
        let mut event =
            self.event("DecreeIssued", json!({ "batch": self.code, "number": format!("SK-{}", self.code) }));
        for (number, one) in (1_i64..).zip(self.seated) {
            let person = one.id;
            applicants.push([
                self.id.into(),
                person.into(),
                true.into(),
                true.into(),
                "".into(),
                (100 - number).into(),
                number.into(),
                one.admitted_on.into(),
            ]);
            votes.push([hearing.into(), person.into(), "seat".into(), number.into()]);
            seat.push([
                writer.id(day).into(),
                self.id.into(),
                seats.into(),
                person.into(),
                decree.into(),
                "seated".into(),
                number.into(),
                day.into(),
            ]);
            event = event.about("person", person);
        }
        applicants.run(tx).await?;
        votes.run(tx).await?;
        seat.run(tx).await?;
        writer.record(tx, ground.head(), day, event).await
    }

    /// Lays the timetable and opens the batch; answers the slots, the earliest first.
    async fn lay(
        &self,
        tx: &DatabaseTransaction,
        writer: &Writer<'_>,
        ground: &Ground,
    ) -> anyhow::Result<Vec<Uuid>> {
        let day = self.first() - Days::new(2);
        let begins = BEGINS[self.place.half];
        let columns =
            ["id", "batch_id", "day", "starts", "ends", "facility_id", "instructor_id", "module_id", "jp"];
        let (mut rows, mut slots) = (many("slot", columns), Vec::new());
        for (lesson, on) in self.place.days.iter().enumerate() {
            let (id, module) = (writer.id(day), module_of(lesson, self.place.days.len()));
            rows.push([
                id.into(),
                self.id.into(),
                (*on).into(),
                begins.into(),
                (begins + MINUTES).into(),
                self.trade.facility.into(),
                self.instructor().into(),
                self.trade.modules[module].into(),
                JP.into(),
            ]);
            slots.push(id);
        }
        rows.run(tx).await?;
        let row = insert("opening").set("batch_id", self.id).set("opened_on", day);
        row.set("account_id", ground.head().account.0).run(tx).await?;
        let content = json!({ "batch": self.code, "slots": slots.len() });
        writer.record(tx, ground.work(), day, self.event("TimetableLaid", content)).await?;
        writer
            .record(tx, ground.head(), day, self.event("BatchOpened", json!({ "batch": self.code })))
            .await?;
        Ok(slots)
    }

    /// Holds the lessons whose day has passed; answers how often each person was there.
    async fn lessons(
        &self,
        tx: &DatabaseTransaction,
        writer: &Writer<'_>,
        ground: &Ground,
        slots: &[Uuid],
    ) -> anyhow::Result<Vec<i64>> {
        let mut marks = many("mark", MARK);
        let (mut there, mut events) = (vec![0; self.seated.len()], Vec::new());
        let ids = self.sessions(tx, writer, ground, slots).await?;
        for (id, day) in ids.into_iter().zip(&self.place.days) {
            let event = self.roll(writer, ground, (id, *day), (&mut marks, &mut there));
            events.push((*day, event));
        }
        marks.run(tx).await?;
        for (day, event) in events {
            writer.record(tx, ground.work(), day, event).await?;
        }
        Ok(there)
    }

    /// The sessions themselves.
    async fn sessions(
        &self,
        tx: &DatabaseTransaction,
        writer: &Writer<'_>,
        ground: &Ground,
        slots: &[Uuid],
    ) -> anyhow::Result<Vec<Uuid>> {
        let (mut rows, mut ids, begins) = (many("session", SESSION), Vec::new(), BEGINS[self.place.half]);
        for (lesson, day) in self.place.days.iter().enumerate().take(self.place.held) {
            let id = writer.id(*day);
            let module = self.trade.modules[module_of(lesson, self.place.days.len())];
            rows.push([
                id.into(),
                self.id.into(),
                slots[lesson].into(),
                module.into(),
                (*day).into(),
                begins.into(),
                (begins + MINUTES).into(),
                self.instructor().into(),
                JP.into(),
                "held".into(),
                ground.work().account.0.into(),
            ]);
            ids.push(id);
        }
        rows.run(tx).await?;
        Ok(ids)
    }

    /// Calls the roll of one session; answers the event that tells of it.
    fn roll(
        &self,
        writer: &Writer<'_>,
        ground: &Ground,
        (id, day): (Uuid, Day),
        (marks, there): (&mut Many<9>, &mut [i64]),
    ) -> Event {
        let (mut present, mut absent) = (Vec::new(), Vec::new());
        let by = ground.work();
        for (one, count) in self.seated.iter().zip(there) {
            let (letter, reason) = letter(writer);
            let is_there = reason.is_none();
            *count += i64::from(is_there);
            if is_there { &mut present } else { &mut absent }.push(one.id.to_string());
            marks.push([
                id.into(),
                one.id.into(),
                1_i64.into(),
                letter.into(),
                reason.into(),
                (letter != "A" && !is_there).into(),
                by.account.0.into(),
                by.name.into(),
                writer.at(day).into(),
            ]);
        }
        let content = json!({
            "batch": self.code, "agreement": ground.agreement.to_string(), "jp": JP, "day": day.to_string(),
            "present": present.len(), "absent": absent.len(), "present_ids": present, "absent_ids": absent,
        });
        Event::new("SessionHeld", Object::new("session", id), content).about("batch", self.id)
    }

    /// Closes the training: who was there often enough completes it.
    async fn complete(
        &self,
        tx: &DatabaseTransaction,
        writer: &Writer<'_>,
        ground: &Ground,
        present: &[i64],
    ) -> anyhow::Result<()> {
        let day = self.place.days.last().copied().context("a batch has lessons")?;
        let planned = JP * i64::try_from(self.place.days.len())?;
        run(tx, "INSERT INTO training_run (batch_id) VALUES ($1)", [self.id.into()]).await?;
        let sql = "UPDATE training_run SET closed_on = $2, account_id = $3 WHERE batch_id = $1";
        run(tx, sql, [self.id.into(), day.into(), ground.work().account.0.into()]).await?;
        let columns = ["batch_id", "person_id", "day", "jp_planned", "jp_earned", "percent", "complete"];
        let mut rows = many("completion", columns);
        let mut complete = 0;
        for (one, present) in self.seated.iter().zip(present) {
            let percent = present * JP * 100 / planned;
            complete += i64::from(percent >= COMPLETE_PERCENT);
            rows.push([
                self.id.into(),
                one.id.into(),
                day.into(),
                planned.into(),
                (present * JP).into(),
                percent.into(),
                (percent >= COMPLETE_PERCENT).into(),
            ]);
        }
        rows.run(tx).await?;
        let content = json!({ "batch": self.code, "complete": complete });
        writer.record(tx, ground.work(), day, self.event("TrainingCompleted", content)).await
    }
}

/// A mark: there nine times in ten; else ill, on leave, or nobody knows.
fn letter(writer: &Writer<'_>) -> (&'static str, Option<&'static str>) {
    match writer.luck.below(100) {
        0..=87 => ("H", None),
        88..=91 => ("T", None),
        92..=94 => ("S", Some("sick")),
        95..=97 => ("I", Some("leave")),
        _ => ("A", Some("unexplained")),
    }
}
